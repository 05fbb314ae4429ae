//! The workspace's kinds of value: made, renamed, put in order, deleted. Must not know which lines are weighed how.

use std::collections::BTreeMap;

use domain::{Key, Name, ValueExchange, ValueKind};
use serde_json::json;
use store::{Edit, Step};

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Kinds of value: more than anybody would tell apart.
const KINDS_MAX: usize = 60;

/// Every kind, in order.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<ValueKindView>, ErrorReply> {
    Ok(app.loaded(window)?.value_kinds())
}

/// Adds a kind after the others.
pub fn add(app: &App, window: &WindowId, request: ValueKindAdd) -> Result<ValueKindView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut kinds = ValueKind::all(&loaded.expected);
    if kinds.len() >= KINDS_MAX {
        return Err(ErrorReply::refused(format!("There are {KINDS_MAX} kinds of value already: delete one first.")));
    }
    unused(&kinds, &request.name, None)?;
    let key = Key::from_name(request.name.as_str(), |key| kinds.iter().any(|kind| kind.key.as_str() == key));
    let sentence = format!("Added the kind of value {}", request.name);
    let kind = ValueKind { key: key.clone(), name: request.name, money: request.money, position: 0 };
    let view = ValueKindView { key, name: kind.name.to_string(), money: kind.money, used: 0 };
    kinds.push(kind);
    write(app, window, &loaded, kinds, "value_kind_add", sentence)?;
    Ok(view)
}

/// Changes one thing about a kind.
pub fn update(app: &App, window: &WindowId, request: ValueKindUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut kinds = ValueKind::all(&loaded.expected);
    let at = place(&kinds, &request.key)?;
    let name = kinds[at].name.clone();
    let sentence = match request.change {
        ValueKindChange::Name(new) => {
            unused(&kinds, &new, Some(&request.key))?;
            let sentence = format!("Renamed the kind of value {name} to {new}");
            kinds[at].name = new;
            sentence
        }
        ValueKindChange::Money(money) => {
            kinds[at].money = money;
            if money { format!("Counted {name} as money") } else { format!("Counted {name} as more than money") }
        }
        ValueKindChange::Position(to) => {
            let kind = kinds.remove(at);
            kinds.insert(usize::try_from(to).unwrap_or(0).min(kinds.len()), kind);
            format!("Moved the kind of value {name}")
        }
    };
    write(app, window, &loaded, kinds, "value_kind_update", sentence)?;
    Ok(Nothing {})
}

/// Deletes a kind. Lines that are of it become of another one; without one to become, it is refused.
pub fn delete(app: &App, window: &WindowId, request: KindDelete) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut kinds = ValueKind::all(&loaded.expected);
    let gone = kinds.remove(place(&kinds, &request.key)?);
    if kinds.is_empty() {
        return Err(ErrorReply::refused(format!("{} is the last kind of value: add another one first.", gone.name)));
    }
    let used: Vec<ValueExchange> =
        loaded.expected.value_exchanges.iter().filter(|row| row.kind == gone.key).cloned().collect();
    let into = match (&request.into, used.len()) {
        (_, 0) => None,
        (Some(into), _) => Some(kinds[place(&kinds, into)?].clone()),
        (None, count) => {
            return Err(ErrorReply::refused(format!(
                "{} is the kind of {count} {}: choose what they become instead.",
                gone.name,
                if count == 1 { "value" } else { "values" }
            )));
        }
    };
    let sentence = match &into {
        Some(into) => format!("Deleted the kind of value {}; what was of it is {} now", gone.name, into.name),
        None => format!("Deleted the kind of value {}", gone.name),
    };
    let step = Step { command: "value_kind_delete".into(), args: json!({ "key": request.key }), sentence };
    let old = loaded.expected.value_kinds.clone();
    app.step(window, step, move |edit| {
        if let Some(into) = into {
            let becomes = |row: ValueExchange| ValueExchange { kind: into.key.clone(), ..row };
            used.into_iter().try_for_each(|row| edit.update(&becomes(row)))?;
        }
        put(edit, &old, kinds)
    })?;
    Ok(Nothing {})
}

/// Writes the whole list: the first change of the built-in list makes it the workspace's own.
fn write(
    app: &App,
    window: &WindowId,
    loaded: &Loaded,
    kinds: Vec<ValueKind>,
    command: &str,
    sentence: String,
) -> Result<(), ErrorReply> {
    let keys: Vec<Key> = kinds.iter().map(|kind| kind.key.clone()).collect();
    let step = Step { command: command.into(), args: json!({ "keys": keys }), sentence };
    let old = loaded.expected.value_kinds.clone();
    app.step(window, step, move |edit| put(edit, &old, kinds))
}

fn put(edit: &Edit<'_>, old: &[ValueKind], kinds: Vec<ValueKind>) -> Result<(), ErrorReply> {
    for gone in old.iter().filter(|old| kinds.iter().all(|kind| kind.key != old.key)) {
        edit.delete::<ValueKind>(&gone.key)?;
    }
    Ok((0..).zip(kinds).try_for_each(|(position, kind)| edit.put(&ValueKind { position, ..kind }))?)
}

fn place(kinds: &[ValueKind], key: &Key) -> Result<usize, ErrorReply> {
    kinds.iter().position(|kind| kind.key == *key).ok_or_else(|| {
        ErrorReply::refused(format!("There is no kind of value '{key}': somebody deleted it or undid its step."))
    })
}

fn unused(kinds: &[ValueKind], name: &Name, own: Option<&Key>) -> Result<(), ErrorReply> {
    let wanted = name.as_str().to_lowercase();
    let taken = |kind: &&ValueKind| Some(&kind.key) != own && kind.name.as_str().to_lowercase() == wanted;
    match kinds.iter().find(taken) {
        Some(other) => Err(ErrorReply::refused(format!(
            "There is a kind of value “{}” already: give this one another name.",
            other.name
        ))),
        None => Ok(()),
    }
}

/// How often each kind is used.
pub(crate) fn uses(rows: &[ValueExchange]) -> BTreeMap<&Key, u32> {
    let mut used = BTreeMap::new();
    for row in rows {
        *used.entry(&row.kind).or_default() += 1;
    }
    used
}
