//! Partners: the table, the inspector and their changes.

use domain::{Audience, Field, Organization, OrganizationId, Relationship, RelationshipStatus};
use serde_json::json;
use store::Step;

use super::partner_draft::Draft;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Every partner, as the table shows it.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<PartnerRow>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let rows = loaded.rows();
    Ok(loaded.workspace.partners().map(|partner| rows.of(partner)).collect())
}

/// What the inspector shows.
pub fn detail(app: &App, window: &WindowId, request: PartnerRequest) -> Result<PartnerDetail, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.partner_detail(loaded.organization(request.id)?))
}

/// Adds a partner, related to us if asked.
pub fn add(app: &App, window: &WindowId, request: PartnerAdd) -> Result<PartnerAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let kind = loaded.organization_kind(&request.kind)?.key.clone();
    let sentence = format!("Added partner {}", request.name);
    let mut partner = Organization::named(app.host.new_id().into(), request.name, kind);
    partner.placeholder = request.placeholder;
    let relationship = match request.relationship {
        None => None,
        Some(kind) => Some(Relationship {
            id: app.host.new_id().into(),
            from: partner.id,
            to: loaded.expected.settings.us,
            kind: loaded.relationship_kind(&kind)?.key.clone(),
            status: RelationshipStatus::Active,
            since: None,
            tier: None,
            strength: None,
            commission: None,
            notes: String::new(),
        }),
    };
    let id = partner.id;
    let step =
        Step { command: "partner_add".into(), args: json!({ "name": partner.name, "kind": partner.kind }), sentence };
    app.step(window, step, move |edit| {
        edit.insert(&partner)?;
        relationship.iter().try_for_each(|row| edit.insert(row))?;
        Ok(PartnerAdded { id })
    })
}

/// Changes one field of one or several partners.
pub fn update(app: &App, window: &WindowId, request: PartnersUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let field = field_name(&loaded, &request.change)?;
    let sentence = match (&request.change, request.ids.as_slice()) {
        (PartnerChange::Name(name), [id]) => format!("Renamed {} to {name}", loaded.organization(*id)?.name),
        (_, [id]) => format!("Changed {field} of {}", loaded.organization(*id)?.name),
        (_, ids) => format!("Changed {field} of {} partners", ids.len()),
    };
    let mut draft = Draft::new(app, &loaded);
    for id in &request.ids {
        draft.change(*id, request.change.clone())?;
    }
    let writes = draft.writes();
    if writes.is_empty() {
        return Ok(Nothing {});
    }
    let step =
        Step { command: "partners_update".into(), args: json!({ "ids": request.ids, "field": field }), sentence };
    app.step(window, step, move |edit| writes.write(edit))?;
    Ok(Nothing {})
}

/// Longest list of rows that come at once; as many as the largest workspace has partners.
const ROWS_MAX: usize = 20_000;

/// Changes many cells and adds rows, as one step: what was pasted or filled.
pub fn edit(app: &App, window: &WindowId, request: PartnersEdit) -> Result<PartnersEdited, ErrorReply> {
    let loaded = app.loaded(window)?;
    let rows = request.edits.len() + request.new.len();
    if rows > ROWS_MAX {
        return Err(ErrorReply::refused(format!(
            "{rows} rows came at once: paste at most {ROWS_MAX}, or import them."
        )));
    }
    let mut draft = Draft::new(app, &loaded);
    for PartnerEdit { id, changes } in request.edits {
        changes.into_iter().try_for_each(|change| draft.change(id, change))?;
    }
    for PartnerNew { name, kind, changes } in request.new {
        let id = draft.add(name, &kind)?;
        changes.into_iter().try_for_each(|change| draft.change(id, change))?;
    }
    let writes = draft.writes();
    let placed = |row: &Organization| Placed { id: row.id, name: row.name.to_string() };
    let answer = PartnersEdited {
        changed: u32::try_from(writes.changed()).unwrap_or(u32::MAX),
        added: writes.added().iter().map(placed).collect(),
    };
    if writes.is_empty() {
        return Ok(answer);
    }
    let step = Step {
        command: "partners_edit".into(),
        args: json!({ "changed": answer.changed, "added": answer.added.len() }),
        sentence: edited_words(request.gesture, writes.changed(), answer.added.len()),
    };
    app.step(window, step, move |edit| writes.write(edit))?;
    Ok(answer)
}

/// "Pasted 50 rows: 20 partners changed, 30 added".
fn edited_words(gesture: EditGesture, changed: usize, added: usize) -> String {
    let partners = |count: usize| if count == 1 { "1 partner".to_owned() } else { format!("{count} partners") };
    match gesture {
        EditGesture::Fill => format!("Filled down {}", partners(changed)),
        EditGesture::Clear => format!("Cleared cells of {}", partners(changed)),
        EditGesture::Paste if added == 0 => format!("Pasted into {}", partners(changed)),
        EditGesture::Paste if changed == 0 => format!("Pasted {} more", partners(added)),
        EditGesture::Paste => format!("Pasted into {}, and {added} more", partners(changed)),
    }
}

/// The partners that pass a filter.
pub fn passing(app: &App, window: &WindowId, request: PartnersPassing) -> Result<Vec<OrganizationId>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let asked: Vec<Field> = request.filter.conditions.iter().map(|condition| condition.field.clone()).collect();
    let book = loaded.facts(Audience::Internal);
    let passes = |partner: &&Organization| request.filter.passes(&book.of(partner, &asked));
    Ok(loaded.workspace.partners().filter(passes).map(|partner| partner.id).collect())
}

/// Deletes a partner with its relationships.
pub fn delete(app: &App, window: &WindowId, request: PartnerRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = loaded.organization(request.id)?;
    let sentence = format!("Deleted partner {}", partner.name);
    let step = Step { command: "partner_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Organization>(&request.id)?))?;
    Ok(Nothing {})
}

fn field_name(loaded: &Loaded, change: &PartnerChange) -> Result<String, ErrorReply> {
    let plain = match change {
        PartnerChange::Name(_) => "name",
        PartnerChange::Kind(_) => "kind",
        PartnerChange::Tier(_) => "tier",
        PartnerChange::Stage(_) => "stage",
        PartnerChange::Owner(_) => "owner",
        PartnerChange::Group(_) => "group",
        PartnerChange::Region(_) => "region",
        PartnerChange::Regions(_) => "regions",
        PartnerChange::Segments(_) => "segments",
        PartnerChange::Tags(_) | PartnerChange::AddTag(_) | PartnerChange::RemoveTag(_) => "tags",
        PartnerChange::Website(_) => "website",
        PartnerChange::Notes(_) => "notes",
        PartnerChange::Placeholder(_) => "placeholder",
        PartnerChange::Custom(custom) => return Ok(format!("“{}”", loaded.custom_field(&custom.key)?.name)),
    };
    Ok(plain.to_owned())
}

/// A needed text that was left blank.
pub fn missing(what: &str) -> ErrorReply {
    ErrorReply::refused(format!("Nothing was typed for {what}: type at least one character."))
}
