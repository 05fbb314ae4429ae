//! Relationships and what they exchange.

use domain::{Relationship, RelationshipStatus, ValueExchange};
use serde_json::json;
use store::Step;

use super::organizations::missing;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Relates two organizations.
pub fn add(app: &App, window: &WindowId, request: RelationshipAdd) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let kind = loaded.relationship_kind(&request.kind)?;
    let (from, to) = (loaded.organization(request.from)?, loaded.organization(request.to)?);
    if from.id == to.id {
        return Err(ErrorReply::refused(format!("{} cannot be related to itself: choose another partner.", from.name)));
    }
    let sentence = format!("Added relationship: {} {} {}", from.name, kind.forward, to.name);
    let relationship = Relationship {
        id: app.host.new_id().into(),
        from: from.id,
        to: to.id,
        kind: request.kind,
        status: RelationshipStatus::Active,
        since: None,
        tier: None,
        strength: None,
        commission: None,
        notes: String::new(),
    };
    let args = json!({ "from": relationship.from, "to": relationship.to, "kind": relationship.kind });
    let step = Step { command: "relationship_add".into(), args, sentence };
    app.step(window, step, move |edit| Ok(edit.insert(&relationship)?))?;
    Ok(Nothing {})
}

/// Changes one field of a relationship.
pub fn update(app: &App, window: &WindowId, request: RelationshipUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let relationship = loaded.relationship(request.id)?;
    let mut changed = relationship.clone();
    let what = match request.change {
        RelationshipChange::Kind(kind) => {
            changed.kind = loaded.relationship_kind(&kind)?.key.clone();
            "kind"
        }
        RelationshipChange::Status(status) => {
            changed.status = status;
            "status"
        }
        RelationshipChange::Notes(notes) => {
            changed.notes = notes.into_string();
            "notes"
        }
    };
    let sentence = format!("Changed {what} of relationship {}", loaded.relationship_words(relationship));
    let step =
        Step { command: "relationship_update".into(), args: json!({ "id": request.id, "field": what }), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&changed)?))?;
    Ok(Nothing {})
}

/// Deletes a relationship.
pub fn delete(app: &App, window: &WindowId, request: RelationshipRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let relationship = loaded.relationship(request.id)?;
    let sentence = format!("Deleted relationship: {}", loaded.relationship_words(relationship));
    let step = Step { command: "relationship_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Relationship>(&request.id)?))?;
    Ok(Nothing {})
}

/// Adds a line to the value exchange.
pub fn add_value(app: &App, window: &WindowId, request: ValueExchangeAdd) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let relationship = loaded.relationship(request.relationship)?;
    let what = request.what.not_blank().ok_or_else(|| missing("what is given or got"))?;
    let sentence = format!("Added value '{what}' to relationship {}", loaded.relationship_words(relationship));
    let value = ValueExchange {
        id: app.host.new_id().into(),
        relationship: relationship.id,
        direction: request.direction,
        kind: request.kind,
        what,
        weight: request.weight,
    };
    let step =
        Step { command: "value_exchange_add".into(), args: json!({ "relationship": request.relationship }), sentence };
    app.step(window, step, move |edit| Ok(edit.insert(&value)?))?;
    Ok(Nothing {})
}
