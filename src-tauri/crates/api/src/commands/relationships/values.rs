//! What is given and got: lines added, changed, put in order, deleted. Must not know what they are worth.

use domain::{Direction, RelationshipId, ValueExchange};
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Lines of one relationship: more than anybody reads.
const LINES_MAX: usize = 100;

/// Adds a line to the value exchange, after the others.
pub fn add(app: &App, window: &WindowId, request: ValueExchangeAdd) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let relationship = loaded.relationship(request.relationship)?;
    let rows = loaded.exchanges(relationship.id);
    if rows.len() >= LINES_MAX {
        return Err(ErrorReply::refused(format!("There are {LINES_MAX} lines already: delete one first.")));
    }
    let kind = loaded.value_kind(&request.kind)?;
    let what = request.what.not_blank().unwrap_or_default();
    let named = if what.is_empty() { kind.name.to_string() } else { what.clone() };
    let sentence = format!("Added value '{named}' to relationship {}", loaded.relationship_words(relationship));
    let value = ValueExchange {
        id: app.host.new_id().into(),
        relationship: relationship.id,
        direction: request.direction,
        kind: kind.key,
        what,
        weight: request.weight,
        position: rows.iter().map(|row| row.position + 1).max().unwrap_or(0),
    };
    let step =
        Step { command: "value_exchange_add".into(), args: json!({ "relationship": request.relationship }), sentence };
    app.step(window, step, move |edit| Ok(edit.insert(&value)?))?;
    Ok(Nothing {})
}

/// Changes one thing about a line.
pub fn update(app: &App, window: &WindowId, request: ValueExchangeUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let row = loaded.exchange(request.id)?;
    let mut changed = row.clone();
    let mut rows = Vec::new();
    let what = match request.change {
        ValueExchangeChange::Direction(direction) => {
            changed.direction = direction;
            "side"
        }
        ValueExchangeChange::Kind(kind) => {
            changed.kind = loaded.value_kind(&kind)?.key;
            "kind"
        }
        ValueExchangeChange::What(note) => {
            changed.what = note.not_blank().unwrap_or_default();
            "note"
        }
        ValueExchangeChange::Weight(weight) => {
            changed.weight = weight;
            "weight"
        }
        ValueExchangeChange::Position(to) => {
            rows = moved(&loaded, row.relationship, row, to);
            "place"
        }
    };
    if rows.is_empty() {
        rows.push(changed);
    }
    let step = Step {
        command: "value_exchange_update".into(),
        args: json!({ "id": request.id, "field": what }),
        sentence: format!("Changed {what} of {}", named(&loaded, row)?),
    };
    app.step(window, step, move |edit| Ok(rows.iter().try_for_each(|row| edit.update(row))?))?;
    Ok(Nothing {})
}

/// Deletes a line.
pub fn delete(app: &App, window: &WindowId, request: ValueExchangeRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted {}", named(&loaded, loaded.exchange(request.id)?)?);
    let step = Step { command: "value_exchange_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<ValueExchange>(&request.id)?))?;
    Ok(Nothing {})
}

/// All lines of the relationship with their new places, this one moved to place `to` among those of its side.
fn moved(loaded: &Loaded, relationship: RelationshipId, row: &ValueExchange, to: u32) -> Vec<ValueExchange> {
    let rows = loaded.exchanges(relationship);
    let side = |direction: Direction| {
        let others = rows.iter().filter(|other| other.direction == direction && other.id != row.id);
        others.map(|other| (*other).clone()).collect::<Vec<_>>()
    };
    let (mut give, mut get) = (side(Direction::Give), side(Direction::Get));
    let own = if row.direction == Direction::Give { &mut give } else { &mut get };
    own.insert(usize::try_from(to).unwrap_or(0).min(own.len()), row.clone());
    let all = give.into_iter().chain(get);
    (0..).zip(all).map(|(position, row)| ValueExchange { position, ..row }).collect()
}

/// "value 'Order data API' of relationship Fernhill integrates with Tidewater".
fn named(loaded: &Loaded, row: &ValueExchange) -> Result<String, ErrorReply> {
    let what = if row.what.is_empty() { loaded.value_kind(&row.kind)?.name.to_string() } else { row.what.clone() };
    let relationship = loaded.relationship(row.relationship)?;
    Ok(format!("value '{what}' of relationship {}", loaded.relationship_words(relationship)))
}
