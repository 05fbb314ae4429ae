//! Relationships: made, changed field by field, deleted; what flows in them, what was observed, which kinds there are and by
//! which rules they are judged.

mod kinds;
mod rules;
mod signals;
mod value_kinds;
mod values;

pub use kinds::{add as add_kind, delete as delete_kind, list as kinds, update as update_kind};
pub use rules::{set as set_rules, view as rules};
pub use signals::{delete as delete_signal, set as set_signal};
pub(crate) use value_kinds::uses;
pub use value_kinds::{
    add as add_value_kind, delete as delete_value_kind, list as value_kinds, update as update_value_kind,
};
pub use values::{add as add_value, delete as delete_value, update as update_value};

use domain::{Commission, Date, Relationship, RelationshipStatus};
use serde_json::json;
use store::{Edit, Step};

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Everything about one relationship.
pub fn detail(app: &App, window: &WindowId, request: RelationshipRequest) -> Result<RelationshipDetail, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.relationship_detail(loaded.relationship(request.id)?))
}

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
    let mut paid: Option<Option<Commission>> = None;
    let what = match request.change {
        RelationshipChange::Kind(kind) => {
            changed.kind = loaded.relationship_kind(&kind)?.key.clone();
            "kind"
        }
        RelationshipChange::Status(status) => {
            changed.status = status;
            "status"
        }
        RelationshipChange::Since(since) => {
            changed.since = since.map(|day| not_later(day, &loaded)).transpose()?;
            "beginning"
        }
        RelationshipChange::Tier(tier) => {
            changed.tier = tier.not_blank();
            "tier"
        }
        RelationshipChange::Strength(strength) => {
            changed.strength = strength;
            "strength"
        }
        RelationshipChange::Notes(notes) => {
            changed.notes = notes.into_string();
            "contract notes"
        }
        RelationshipChange::Commission(terms) => {
            // Typed terms take the place of what a file said in its own words.
            changed.commission = None;
            paid = Some(terms.map(|set| commission(relationship, set)).transpose()?);
            "commission"
        }
    };
    let sentence = format!("Changed {what} of relationship {}", loaded.relationship_words(relationship));
    let step =
        Step { command: "relationship_update".into(), args: json!({ "id": request.id, "field": what }), sentence };
    app.step(window, step, move |edit| {
        edit.update(&changed)?;
        paid.map_or(Ok(()), |paid| pay(edit, &changed, paid.as_ref()))
    })?;
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

fn not_later(day: Date, loaded: &Loaded) -> Result<Date, ErrorReply> {
    if day > loaded.today {
        return Err(ErrorReply::refused(format!(
            "{day} is still to come: leave the beginning open until then, and choose 'in talks' or 'idea'."
        )));
    }
    Ok(day)
}

fn commission(relationship: &Relationship, set: CommissionSet) -> Result<Commission, ErrorReply> {
    set.terms.check().map_err(|error| ErrorReply::refused(sentence(&error.to_string())))?;
    Ok(Commission { relationship: relationship.id, terms: set.terms, audience: set.audience })
}

fn pay(edit: &Edit<'_>, relationship: &Relationship, paid: Option<&Commission>) -> Result<(), ErrorReply> {
    match paid {
        Some(commission) => Ok(edit.put(commission)?),
        None if edit.get::<Commission>(&relationship.id)?.is_some() => Ok(edit.delete::<Commission>(&relationship.id)?),
        None => Ok(()),
    }
}

/// An error's message as a sentence.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
