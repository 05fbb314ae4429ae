//! Kinds of relationship of a workspace's own: their two readings and what they are taken for until there is evidence. Must
//! not know how evidence is weighed.

use std::collections::BTreeMap;

use domain::{Aspect, Key, Lens, Name, Relationship, RelationshipKind};
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Kinds of relationship: more than anybody would tell apart.
const KINDS_MAX: usize = 100;

/// Every kind, in order.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<RelationshipKindDetail>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut used: BTreeMap<&Key, u32> = BTreeMap::new();
    loaded.expected.relationships.iter().for_each(|row| *used.entry(&row.kind).or_default() += 1);
    let view = |kind: &RelationshipKind| RelationshipKindDetail {
        key: kind.key.clone(),
        forward: kind.forward.to_string(),
        reverse: kind.reverse.to_string(),
        symmetric: kind.symmetric,
        default_lens: kind.default_lens,
        depth: kind.default_lens.as_ref().and_then(domain::lens::depth),
        used: used.get(&kind.key).copied().unwrap_or(0),
    };
    Ok(loaded.expected.relationship_kinds.iter().map(view).collect())
}

/// Adds a kind after the others.
pub fn add(app: &App, window: &WindowId, request: RelationshipKindAdd) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let kinds = &loaded.expected.relationship_kinds;
    if kinds.len() >= KINDS_MAX {
        return Err(ErrorReply::refused(format!("There are {KINDS_MAX} kinds already: delete one first.")));
    }
    unused(&loaded, &request.forward, None)?;
    let reverse = if request.symmetric { request.forward.clone() } else { request.reverse };
    if reverse != request.forward {
        unused(&loaded, &reverse, None)?;
    }
    let kind = RelationshipKind {
        key: Key::from_name(request.forward.as_str(), |key| kinds.iter().any(|kind| kind.key.as_str() == key)),
        forward: request.forward,
        reverse,
        symmetric: request.symmetric,
        default_lens: request.default_lens.map(checked).transpose()?,
        position: kinds.iter().map(|kind| kind.position + 1).max().unwrap_or(0),
    };
    let step = Step {
        command: "relationship_kind_add".into(),
        args: json!({ "key": kind.key }),
        sentence: format!("Added the kind of relationship '{}'", kind.forward),
    };
    app.step(window, step, move |edit| Ok(edit.insert(&kind)?))?;
    Ok(Nothing {})
}

/// Changes one thing about a kind.
pub fn update(app: &App, window: &WindowId, request: RelationshipKindUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut kind = loaded.relationship_kind(&request.key)?.clone();
    let name = kind.forward.clone();
    let mut rows = Vec::new();
    let sentence = match request.change {
        RelationshipKindChange::Forward(to) => {
            unused(&loaded, &to, Some(&kind.key))?;
            if kind.symmetric {
                kind.reverse = to.clone();
            }
            kind.forward = to.clone();
            format!("Renamed the kind of relationship '{name}' to '{to}'")
        }
        RelationshipKindChange::Reverse(to) => {
            unused(&loaded, &to, Some(&kind.key))?;
            kind.symmetric &= to == kind.forward;
            kind.reverse = to.clone();
            format!("'{name}' is read '{to}' from the other side now")
        }
        RelationshipKindChange::Symmetric(symmetric) => {
            kind.symmetric = symmetric;
            if symmetric {
                kind.reverse = kind.forward.clone();
            }
            let how = if symmetric { "reads alike from both sides now" } else { "has a direction now" };
            format!("'{name}' {how}")
        }
        RelationshipKindChange::DefaultLens(lens) => {
            kind.default_lens = lens.map(checked).transpose()?;
            format!("Changed the default lens of '{name}'")
        }
        RelationshipKindChange::Position(to) => {
            let others = loaded.expected.relationship_kinds.iter().filter(|other| other.key != kind.key);
            let mut all: Vec<RelationshipKind> = others.cloned().collect();
            all.insert(usize::try_from(to).unwrap_or(0).min(all.len()), kind.clone());
            rows = (0..).zip(all).map(|(position, kind)| RelationshipKind { position, ..kind }).collect();
            format!("Moved the kind of relationship '{name}'")
        }
    };
    if rows.is_empty() {
        rows.push(kind);
    }
    let step = Step { command: "relationship_kind_update".into(), args: json!({ "key": request.key }), sentence };
    app.step(window, step, move |edit| Ok(rows.iter().try_for_each(|row| edit.update(row))?))?;
    Ok(Nothing {})
}

/// Deletes a kind. Relationships of it become of another one; without one to become, it is refused.
pub fn delete(app: &App, window: &WindowId, request: KindDelete) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let gone = loaded.relationship_kind(&request.key)?.clone();
    if loaded.expected.relationship_kinds.len() == 1 {
        return Err(ErrorReply::refused(format!("'{}' is the last kind: add another one first.", gone.forward)));
    }
    let rows = loaded.expected.relationships.iter().filter(|row| row.kind == gone.key);
    let used: Vec<Relationship> = rows.cloned().collect();
    let into = match (&request.into, used.len()) {
        (_, 0) => None,
        (Some(into), _) if *into == gone.key => {
            return Err(ErrorReply::refused(format!("'{}' cannot become itself: choose another kind.", gone.forward)));
        }
        (Some(into), _) => Some(loaded.relationship_kind(into)?.clone()),
        (None, count) => {
            return Err(ErrorReply::refused(format!(
                "'{}' is the kind of {count} {}: choose what they become instead.",
                gone.forward,
                if count == 1 { "relationship" } else { "relationships" }
            )));
        }
    };
    let sentence = match &into {
        Some(into) => {
            format!("Deleted the kind of relationship '{}'; what was of it is '{}' now", gone.forward, into.forward)
        }
        None => format!("Deleted the kind of relationship '{}'", gone.forward),
    };
    let step = Step { command: "relationship_kind_delete".into(), args: json!({ "key": request.key }), sentence };
    app.step(window, step, move |edit| {
        if let Some(into) = into {
            let becomes = |row: Relationship| Relationship { kind: into.key.clone(), ..row };
            used.into_iter().try_for_each(|row| edit.update(&becomes(row)))?;
        }
        Ok(edit.delete::<RelationshipKind>(&gone.key)?)
    })?;
    Ok(Nothing {})
}

/// Values from 0 to 5 in steps of a tenth.
fn checked(lens: Lens) -> Result<Lens, ErrorReply> {
    let mut kept = Lens::default();
    for aspect in Aspect::ALL {
        let Some(value) = lens.get(aspect) else { continue };
        if !(0.0..=5.0).contains(&value) {
            return Err(ErrorReply::refused(format!(
                "{} was given {value}: an aspect goes from 0 (tactic) to 5 (strategy).",
                aspect.name()
            )));
        }
        kept.set(aspect, Some((value * 10.0).round() / 10.0));
    }
    Ok(kept)
}

fn unused(loaded: &Loaded, name: &Name, own: Option<&Key>) -> Result<(), ErrorReply> {
    let wanted = name.as_str().to_lowercase();
    let is = |other: &Name| other.as_str().to_lowercase() == wanted;
    let taken = |kind: &&RelationshipKind| Some(&kind.key) != own && (is(&kind.forward) || is(&kind.reverse));
    match loaded.expected.relationship_kinds.iter().find(taken) {
        Some(other) => Err(ErrorReply::refused(format!(
            "'{name}' is a reading of '{}' already: give this kind another one.",
            other.forward
        ))),
        None => Ok(()),
    }
}
