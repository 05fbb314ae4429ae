//! The page of one partner: its log with next steps, its contacts, renewals and logo; and what is due anywhere.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::{Activity, Contact, ContactId, Organization, OrganizationLogo, Person, Renewal};
use serde_json::json;
use store::Step;

use super::organizations::missing;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, Refusal, WindowId};

/// Lines of history on a partner's page.
const HISTORY: usize = 60;

/// Everything that a partner's page shows.
pub fn page(app: &App, window: &WindowId, request: PartnerRequest) -> Result<PartnerPage, ErrorReply> {
    let open = app.open_in(window)?;
    let loaded = open.loaded(app.host.today())?;
    let partner = loaded.organization(request.id)?;
    let ids = own_ids(&loaded, partner);
    let id = partner.id;
    let (history, logo) =
        open.handle.with(move |file| (file.history_of(&ids, HISTORY), file.get::<OrganizationLogo>(&id)))?;
    Ok(PartnerPage {
        detail: loaded.partner_detail(partner),
        contacts: loaded.contacts(id),
        activities: loaded.activities(id),
        due: loaded.due().into_iter().filter(|item| item.organization == Some(id)).collect(),
        outcomes: loaded.partner_outcomes(id),
        history: history?.into_iter().map(super::workspace::line).collect(),
        renewals: loaded.renewals(id),
        has_logo: logo?.is_some(),
        also_called: loaded.further_names(id),
    })
}

/// Next steps, tasks, renewals and deadlines of funds, the earliest first.
pub fn due(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<DueItem>, ErrorReply> {
    Ok(app.loaded(window)?.due())
}

/// Writes an entry of the log, or a new one.
pub fn set(app: &App, window: &WindowId, request: ActivitySet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = loaded.organization(request.organization)?;
    if let Some(id) = request.id {
        loaded.activity(id)?;
    }
    let next_step = request.next_step.not_blank();
    let note = request.note.not_blank();
    if next_step.is_none() && request.next_by.is_some() {
        return Err(ErrorReply::refused("There is a day but no next step: say what is to be done by then."));
    }
    if note.is_none() && next_step.is_none() {
        return Err(missing("the note or the next step"));
    }
    let verb = if request.id.is_some() { "Changed" } else { "Logged" };
    let kind = kind_word(request.kind);
    let sentence = format!("{verb} {kind} with {}", partner.name);
    let activity = Activity {
        id: request.id.unwrap_or_else(|| app.host.new_id().into()),
        organization: partner.id,
        date: request.date,
        person: request.person,
        kind: request.kind,
        note: note.unwrap_or_default(),
        next_done: request.next_done && next_step.is_some(),
        next_step,
        next_by: request.next_by,
    };
    let step = Step { command: "activity_set".into(), args: json!({ "id": activity.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&activity)?))?;
    Ok(Nothing {})
}

/// Deletes an entry of the log.
pub fn delete(app: &App, window: &WindowId, request: ActivityRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let activity = loaded.activity(request.id)?;
    let partner = loaded.organization(activity.organization)?;
    let sentence = format!("Deleted {} with {} from the log", kind_word(activity.kind), partner.name);
    let step = Step { command: "activity_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Activity>(&request.id)?))?;
    Ok(Nothing {})
}

/// Ticks a next step off, or takes the tick back.
pub fn set_done(app: &App, window: &WindowId, request: NextStepDone) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let activity = loaded.activity(request.id)?.clone();
    let what =
        activity.next_step.clone().ok_or_else(|| ErrorReply::refused("This entry has no next step any more."))?;
    let sentence = if request.done { format!("Done: {what}") } else { format!("Not done after all: {what}") };
    let step = Step { command: "next_step_done".into(), args: json!({ "id": request.id }), sentence };
    let activity = Activity { next_done: request.done, ..activity };
    app.step(window, step, move |edit| Ok(edit.update(&activity)?))?;
    Ok(Nothing {})
}

/// Writes a contact, or a new one.
pub fn set_contact(app: &App, window: &WindowId, request: ContactSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = loaded.organization(request.organization)?;
    if let Some(id) = request.id {
        contact(&loaded, id)?;
    }
    let verb = if request.id.is_some() { "Changed" } else { "Added" };
    let sentence = format!("{verb} the contact {} at {}", request.name, partner.name);
    let contact = Contact {
        id: request.id.unwrap_or_else(|| app.host.new_id().into()),
        organization: partner.id,
        name: request.name,
        role: request.role.not_blank(),
        email: request.email.not_blank(),
        phone: request.phone.not_blank(),
    };
    let step = Step { command: "contact_set".into(), args: json!({ "id": contact.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&contact)?))?;
    Ok(Nothing {})
}

/// Deletes a contact.
pub fn delete_contact(app: &App, window: &WindowId, request: ContactRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted the contact {}", contact(&loaded, request.id)?.name);
    let step = Step { command: "contact_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Contact>(&request.id)?))?;
    Ok(Nothing {})
}

/// Adds one of us, who can own partners from then on.
pub fn add_person(app: &App, window: &WindowId, request: PersonAdd) -> Result<PersonAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    if loaded.expected.people.iter().any(|person| person.name == request.name) {
        return Err(ErrorReply::refused(format!("{} is in the list already: choose that one.", request.name)));
    }
    let sentence = format!("Added {} to our people", request.name);
    let person = Person { id: app.host.new_id().into(), name: request.name, function: request.function, email: None };
    let id = person.id;
    let step = Step { command: "person_add".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.insert(&person)?))?;
    Ok(PersonAdded { id })
}

/// Sets when what was agreed in a relationship is renewed, or takes it away.
pub fn set_renewal(app: &App, window: &WindowId, request: RenewalSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let relationship = loaded.relationship(request.relationship)?;
    let words = loaded.relationship_words(relationship);
    let there = loaded.expected.renewals.iter().any(|row| row.relationship == request.relationship);
    let id = request.relationship;
    let args = json!({ "relationship": id, "date": request.date });
    let Some(date) = request.date else {
        if there {
            let sentence = format!("Took the renewal away: {words}");
            let step = Step { command: "renewal_set".into(), args, sentence };
            app.step(window, step, move |edit| Ok(edit.delete::<Renewal>(&id)?))?;
        }
        return Ok(Nothing {});
    };
    let renewal = Renewal { relationship: id, date, note: request.note.not_blank().unwrap_or_default() };
    let sentence = format!("Set the renewal to {} {}: {words}", picture::format::date(date), date.year());
    let step = Step { command: "renewal_set".into(), args, sentence };
    app.step(window, step, move |edit| Ok(edit.put(&renewal)?))?;
    Ok(Nothing {})
}

/// Keeps a picture as the partner's logo, drawn anew as a PNG.
pub fn set_logo(app: &App, window: &WindowId, request: LogoSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = loaded.organization(request.id)?;
    let png = logo_of(&request.base64)?;
    let sentence = format!("Changed the logo of {}", partner.name);
    let logo = OrganizationLogo { organization: partner.id, png };
    let step = Step { command: "logo_set".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&logo)?))?;
    Ok(Nothing {})
}

/// A picture that was chosen, drawn anew as a PNG.
pub(super) fn logo_of(base64: &str) -> Result<Vec<u8>, ErrorReply> {
    let bytes = STANDARD
        .decode(base64)
        .map_err(|_| ErrorReply::new(Refusal::BadRequest, "The picture did not come whole: choose it again."))?;
    press::logo_png(&bytes).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))
}

/// Takes the logo away.
pub fn delete_logo(app: &App, window: &WindowId, request: PartnerRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Took away the logo of {}", loaded.organization(request.id)?.name);
    let step = Step { command: "logo_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<OrganizationLogo>(&request.id)?))?;
    Ok(Nothing {})
}

/// The logo as a PNG file; no bytes without one.
pub fn logo(app: &App, window: &WindowId, request: PartnerRequest) -> Result<Vec<u8>, ErrorReply> {
    let logo = app.open_in(window)?.handle.with(move |file| file.get::<OrganizationLogo>(&request.id))??;
    Ok(logo.map(|logo| logo.png).unwrap_or_default())
}

fn contact(loaded: &Loaded, id: ContactId) -> Result<&Contact, ErrorReply> {
    let found = loaded.expected.contacts.iter().find(|contact| contact.id == id);
    found.ok_or_else(|| ErrorReply::refused("This contact is no longer there: somebody deleted it or undid its step."))
}

/// The partner's own id first, then those of rows that belong to it.
fn own_ids(loaded: &Loaded, partner: &Organization) -> Vec<String> {
    let workspace = &loaded.expected;
    let lines = workspace.relationships.iter().filter(|r| r.from == partner.id || r.to == partner.id);
    let contacts = workspace.contacts.iter().filter(|row| row.organization == partner.id);
    let activities = workspace.activities.iter().filter(|row| row.organization == partner.id);
    std::iter::once(partner.id.to_string())
        .chain(lines.map(|row| row.id.to_string()))
        .chain(contacts.map(|row| row.id.to_string()))
        .chain(activities.map(|row: &Activity| row.id.to_string()))
        .collect()
}

fn kind_word(kind: domain::ActivityKind) -> &'static str {
    use domain::ActivityKind::{Call, Email, Event, Meeting, Note};
    match kind {
        Call => "a call",
        Meeting => "a meeting",
        Email => "an e-mail",
        Event => "an event",
        Note => "a note",
    }
}
