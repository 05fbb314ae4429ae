//! Partners: the table, the inspector and their changes.

use domain::{Organization, Relationship, RelationshipStatus};
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Every partner, as the table shows it.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<PartnerRow>, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.workspace.partners().map(|partner| loaded.partner_row(partner)).collect())
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
    check_change(&loaded, &request.change)?;
    let mut changed = Vec::with_capacity(request.ids.len());
    for id in &request.ids {
        let mut partner = loaded.organization(*id)?.clone();
        apply(&mut partner, request.change.clone());
        changed.push(partner);
    }
    let field = field_name(&request.change);
    let sentence = match (&request.change, request.ids.as_slice()) {
        (PartnerChange::Name(name), [id]) => format!("Renamed {} to {name}", loaded.organization(*id)?.name),
        (_, [id]) => format!("Changed {field} of {}", loaded.organization(*id)?.name),
        (_, ids) => format!("Changed {field} of {} partners", ids.len()),
    };
    let step =
        Step { command: "partners_update".into(), args: json!({ "ids": request.ids, "field": field }), sentence };
    app.step(window, step, move |edit| Ok(changed.iter().try_for_each(|row| edit.update(row))?))?;
    Ok(Nothing {})
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

fn check_change(loaded: &Loaded, change: &PartnerChange) -> Result<(), ErrorReply> {
    match change {
        PartnerChange::Kind(key) => loaded.organization_kind(key).map(|_| ()),
        PartnerChange::Stage(Some(key)) => loaded.stage(key).map(|_| ()),
        _ => Ok(()),
    }
}

fn apply(partner: &mut Organization, change: PartnerChange) {
    match change {
        PartnerChange::Name(name) => partner.name = name,
        PartnerChange::Kind(kind) => partner.kind = kind,
        PartnerChange::Tier(text) => partner.tier = text.not_blank(),
        PartnerChange::Stage(stage) => partner.stage = stage,
        PartnerChange::Owner(owner) => partner.owner = owner,
        PartnerChange::Group(text) => partner.group = text.not_blank(),
        PartnerChange::Region(text) => partner.region = text.not_blank(),
        PartnerChange::Website(text) => partner.website = text.not_blank(),
        PartnerChange::Notes(text) => partner.notes = text.into_string(),
        PartnerChange::Placeholder(placeholder) => partner.placeholder = placeholder,
    }
}

fn field_name(change: &PartnerChange) -> &'static str {
    match change {
        PartnerChange::Name(_) => "name",
        PartnerChange::Kind(_) => "kind",
        PartnerChange::Tier(_) => "tier",
        PartnerChange::Stage(_) => "stage",
        PartnerChange::Owner(_) => "owner",
        PartnerChange::Group(_) => "group",
        PartnerChange::Region(_) => "region",
        PartnerChange::Website(_) => "website",
        PartnerChange::Notes(_) => "notes",
        PartnerChange::Placeholder(_) => "placeholder",
    }
}

/// A needed text that was left blank.
pub fn missing(what: &str) -> ErrorReply {
    ErrorReply::refused(format!("Nothing was typed for {what}: type at least one character."))
}
