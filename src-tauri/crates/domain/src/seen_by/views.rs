//! What views say of fields that an audience does not get: not their keys, and not the words that a filter compares them
//! with.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{Audience, Key, ViewId, Workspace};

/// Takes away custom fields with their values, and wherever a view names them.
pub(super) fn forget_fields(workspace: &mut Workspace, audience: Audience) {
    let hidden: BTreeSet<Key> = workspace
        .custom_fields
        .iter()
        .filter(|field| !audience.sees(field.audience))
        .map(|field| field.key.clone())
        .collect();
    workspace.custom_fields.retain(|field| !hidden.contains(&field.key));
    workspace.custom_values.retain(|value| !hidden.contains(&value.field));
    let named: BTreeSet<String> = hidden.iter().map(|key| format!("custom:{key}")).collect();
    if named.is_empty() {
        return;
    }
    for view in workspace.views.iter_mut().filter(|view| view.settings.contains("custom")) {
        // What cannot be read could name anything.
        let settings = serde_json::from_str(&view.settings).ok().and_then(|settings| without(settings, &named));
        view.settings = settings.unwrap_or_else(|| json!({})).to_string();
    }
}

/// Takes away the columns of the partner table: a way to work.
pub(super) fn forget_tables(workspace: &mut Workspace) {
    let tables: BTreeSet<ViewId> =
        workspace.views.iter().filter(|view| view.style == "table").map(|view| view.id).collect();
    workspace.views.retain(|view| !tables.contains(&view.id));
    workspace.placements.retain(|placement| !tables.contains(&placement.view));
    for scene in &mut workspace.scenes {
        scene.view = scene.view.filter(|view| !tables.contains(view));
    }
}

/// A value of JSON without whatever names one of `keys`: such a text, an entry that holds it, a condition whose field it
/// is.
fn without(value: Value, keys: &BTreeSet<String>) -> Option<Value> {
    match value {
        Value::String(text) => (!keys.contains(&text)).then_some(Value::String(text)),
        Value::Array(items) => {
            Some(items.into_iter().filter_map(|item| without(item, keys)).collect::<Vec<_>>().into())
        }
        Value::Object(fields) => {
            let names_one = |value: &Value| value.as_str().is_some_and(|text| keys.contains(text));
            if fields.get("field").is_some_and(names_one) {
                return None;
            }
            let kept = fields.into_iter().filter(|(name, _)| !keys.contains(name));
            Some(Value::Object(kept.filter_map(|(name, value)| Some((name, without(value, keys)?))).collect()))
        }
        other => Some(other),
    }
}
