//! Fields and tags that a workspace adds to its partners, and the columns of its table.
//!
//! Owns: what becomes of values when a field changes. Must not know: how a value is edited.

use std::collections::BTreeMap;

use domain::{CustomField, CustomKind, CustomValue, Key, Name, Tag, View};
use serde_json::json;
use store::{Edit, Step};

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Choices of one field.
const CHOICES_MAX: usize = 200;
/// Fields of a workspace's own: more columns than anyone can look through.
const FIELDS_MAX: usize = 200;
/// The style of the view that keeps the table's columns.
const TABLE: &str = "table";

/// Custom fields of partners, in order.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<CustomFieldView>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut used: BTreeMap<&Key, u32> = BTreeMap::new();
    loaded.expected.custom_values.iter().for_each(|value| *used.entry(&value.field).or_default() += 1);
    let view = |field: &CustomField| CustomFieldView {
        key: field.key.clone(),
        name: field.name.to_string(),
        kind: field.kind,
        choices: field.choices(),
        audience: field.audience,
        used: used.get(&field.key).copied().unwrap_or(0),
    };
    Ok(loaded.partner_fields().map(view).collect())
}

/// Adds a field after the others.
pub fn add(app: &App, window: &WindowId, request: CustomFieldAdd) -> Result<CustomFieldAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    if loaded.partner_fields().count() >= FIELDS_MAX {
        return Err(ErrorReply::refused(format!("There are {FIELDS_MAX} fields already: delete one first.")));
    }
    unused_name(&loaded, &request.name, None)?;
    let choices = choices(&request.choices, request.kind)?;
    let fields = &loaded.expected.custom_fields;
    let key = Key::from_name(request.name.as_str(), |key| fields.iter().any(|field| field.key.as_str() == key));
    let position = loaded.partner_fields().map(|field| field.position + 1).max().unwrap_or(0);
    let sentence = format!("Added the field {}", request.name);
    let field = CustomField {
        key: key.clone(),
        noun: "organization".into(),
        name: request.name,
        kind: request.kind,
        choices,
        audience: request.audience,
        position,
    };
    let step = Step { command: "custom_field_add".into(), args: json!({ "key": key }), sentence };
    app.step(window, step, move |edit| Ok(edit.insert(&field)?))?;
    Ok(CustomFieldAdded { key })
}

/// Changes one thing about a field; its values follow.
pub fn update(app: &App, window: &WindowId, request: CustomFieldUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut field = loaded.custom_field(&request.key)?.clone();
    let name = field.name.clone();
    let mut fields = Vec::new();
    let mut values = Vec::new();
    let sentence = match request.change {
        CustomFieldChange::Name(new) => {
            unused_name(&loaded, &new, Some(&field.key))?;
            let sentence = format!("Renamed the field {name} to {new}");
            field.name = new;
            fields.push(field);
            sentence
        }
        CustomFieldChange::Audience(audience) => {
            field.audience = audience;
            fields.push(field);
            format!("Changed who may see the field {name}")
        }
        CustomFieldChange::Choices(edits) => {
            let names: Vec<Name> = edits.iter().map(|edit| edit.name.clone()).collect();
            field.choices = choices(&names, field.kind)?;
            values = followed(&loaded, &field, &edits)?;
            fields.push(field);
            format!("Changed the choices of {name}")
        }
        CustomFieldChange::Position(to) => {
            let mut all: Vec<CustomField> =
                loaded.partner_fields().filter(|other| other.key != field.key).cloned().collect();
            all.insert(usize::try_from(to).unwrap_or(0).min(all.len()), field);
            fields = (0..).zip(all).map(|(position, field)| CustomField { position, ..field }).collect();
            format!("Moved the field {name}")
        }
    };
    let step = Step { command: "custom_field_update".into(), args: json!({ "key": request.key }), sentence };
    app.step(window, step, move |edit| {
        fields.iter().try_for_each(|field| edit.update(field))?;
        values.iter().try_for_each(|(value, kept)| keep(edit, value, kept.as_ref()))
    })?;
    Ok(Nothing {})
}

/// Deletes a field with its values.
pub fn delete(app: &App, window: &WindowId, request: CustomFieldRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted the field {}", loaded.custom_field(&request.key)?.name);
    let step = Step { command: "custom_field_delete".into(), args: json!({ "key": request.key }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<CustomField>(&request.key)?))?;
    Ok(Nothing {})
}

/// Tags in order.
pub fn tags(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<TagView>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut used: BTreeMap<_, u32> = BTreeMap::new();
    loaded.expected.organization_tags.iter().for_each(|row| *used.entry(row.tag).or_default() += 1);
    let view =
        |tag: &Tag| TagView { id: tag.id, name: tag.name.to_string(), used: used.get(&tag.id).copied().unwrap_or(0) };
    Ok(loaded.expected.tags.iter().map(view).collect())
}

/// Adds a tag that nobody has yet.
pub fn add_tag(app: &App, window: &WindowId, request: TagAdd) -> Result<TagView, ErrorReply> {
    let loaded = app.loaded(window)?;
    unused_tag(&loaded, &request.name, None)?;
    let position = loaded.expected.tags.iter().map(|tag| tag.position + 1).max().unwrap_or(0);
    let tag = Tag { id: app.host.new_id().into(), name: request.name, color: None, position };
    let answer = TagView { id: tag.id, name: tag.name.to_string(), used: 0 };
    let step = Step {
        command: "tag_add".into(),
        args: json!({ "id": tag.id }),
        sentence: format!("Added the tag {}", tag.name),
    };
    app.step(window, step, move |edit| Ok(edit.insert(&tag)?))?;
    Ok(answer)
}

/// Renames or moves a tag.
pub fn update_tag(app: &App, window: &WindowId, request: TagUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let tag = loaded.tag(request.id)?.clone();
    let (rows, sentence) = match request.change {
        TagChange::Name(name) => {
            unused_tag(&loaded, &name, Some(&tag))?;
            let sentence = format!("Renamed the tag {} to {name}", tag.name);
            (vec![Tag { name, ..tag }], sentence)
        }
        TagChange::Position(to) => {
            let sentence = format!("Moved the tag {}", tag.name);
            let mut all: Vec<Tag> = loaded.expected.tags.iter().filter(|other| other.id != tag.id).cloned().collect();
            all.insert(usize::try_from(to).unwrap_or(0).min(all.len()), tag);
            ((0..).zip(all).map(|(position, tag)| Tag { position, ..tag }).collect(), sentence)
        }
    };
    let step = Step { command: "tag_update".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(rows.iter().try_for_each(|row| edit.update(row))?))?;
    Ok(Nothing {})
}

/// Deletes a tag everywhere.
pub fn delete_tag(app: &App, window: &WindowId, request: TagRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted the tag {}", loaded.tag(request.id)?.name);
    let step = Step { command: "tag_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Tag>(&request.id)?))?;
    Ok(Nothing {})
}

/// How the table is set up.
pub fn table(app: &App, window: &WindowId, _: Nothing) -> Result<TableView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let view = loaded.expected.views.iter().find(|view| view.style == TABLE);
    Ok(view.and_then(|view| serde_json::from_str(&view.settings).ok()).unwrap_or_default())
}

/// Keeps which columns the table shows, for everybody who opens this workspace.
pub fn set_table(app: &App, window: &WindowId, request: TableView) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let settings = serde_json::to_string(&request)
        .map_err(|error| ErrorReply::refused(format!("The columns cannot be kept: {error}.")))?;
    let before = loaded.expected.views.iter().find(|view| view.style == TABLE);
    let view = match before {
        Some(view) => View { settings, ..view.clone() },
        None => View {
            id: app.host.new_id().into(),
            name: Name::parse("Table").map_err(|error| ErrorReply::refused(error.to_string()))?,
            style: TABLE.to_owned(),
            is_default: true,
            settings,
        },
    };
    let step = Step {
        command: "table_view_set".into(),
        args: json!({ "columns": request.columns }),
        sentence: "Changed the columns of the table".into(),
    };
    app.step(window, step, move |edit| Ok(edit.put(&view)?))?;
    Ok(Nothing {})
}

fn unused_name(loaded: &Loaded, name: &Name, own: Option<&Key>) -> Result<(), ErrorReply> {
    let wanted = name.as_str().to_lowercase();
    let taken = |field: &&CustomField| Some(&field.key) != own && field.name.as_str().to_lowercase() == wanted;
    match loaded.partner_fields().find(taken) {
        Some(other) => {
            Err(ErrorReply::refused(format!("There is a field “{}” already: give this one another name.", other.name)))
        }
        None => Ok(()),
    }
}

fn unused_tag(loaded: &Loaded, name: &Name, own: Option<&Tag>) -> Result<(), ErrorReply> {
    let wanted = name.as_str().to_lowercase();
    let taken = |tag: &&Tag| own.map(|own| own.id) != Some(tag.id) && tag.name.as_str().to_lowercase() == wanted;
    match loaded.expected.tags.iter().find(taken) {
        Some(other) => {
            Err(ErrorReply::refused(format!("There is a tag “{}” already: give this one another name.", other.name)))
        }
        None => Ok(()),
    }
}

/// Choices as they are kept; none for kinds that have none.
fn choices(names: &[Name], kind: CustomKind) -> Result<Option<String>, ErrorReply> {
    if !matches!(kind, CustomKind::Choice | CustomKind::MultiChoice) {
        return Ok(None);
    }
    if names.is_empty() {
        return Err(ErrorReply::refused("A field of choices needs at least one choice: type one."));
    }
    if names.len() > CHOICES_MAX {
        return Err(ErrorReply::refused(format!("{} choices came: keep to {CHOICES_MAX}.", names.len())));
    }
    let twice = names.iter().enumerate().find(|(at, name)| names[..*at].contains(name));
    if let Some((_, name)) = twice {
        return Err(ErrorReply::refused(format!("The choice “{name}” stands there twice: change one of them.")));
    }
    let texts: Vec<&str> = names.iter().map(Name::as_str).collect();
    serde_json::to_string(&texts).map(Some).map_err(|error| ErrorReply::refused(format!("No choices: {error}.")))
}

type Followed = (CustomValue, Option<String>);

/// Values under the new choices, each with what is left of it.
fn followed(loaded: &Loaded, field: &CustomField, edits: &[ChoiceEdit]) -> Result<Vec<Followed>, ErrorReply> {
    let names: BTreeMap<&str, &str> =
        edits.iter().filter_map(|edit| Some((edit.was.as_deref()?, edit.name.as_str()))).collect();
    let mut found = Vec::new();
    for value in loaded.expected.custom_values.iter().filter(|value| value.field == field.key) {
        let before = field.words(&value.value);
        let after: Vec<&str> = before.iter().filter_map(|word| names.get(word.as_str()).copied()).collect();
        if before == after {
            continue;
        }
        let kept = match (field.kind, after.as_slice()) {
            (_, []) => None,
            (CustomKind::MultiChoice, several) => Some(
                serde_json::to_string(several)
                    .map_err(|error| ErrorReply::refused(format!("The values cannot be kept: {error}.")))?,
            ),
            (_, [one, ..]) => Some((*one).to_owned()),
        };
        found.push((value.clone(), kept));
    }
    Ok(found)
}

fn keep(edit: &Edit<'_>, value: &CustomValue, kept: Option<&String>) -> Result<(), ErrorReply> {
    match kept {
        Some(kept) => edit.update(&CustomValue { value: kept.clone(), ..value.clone() })?,
        None => edit.delete::<CustomValue>(&(value.field.clone(), value.row))?,
    }
    Ok(())
}
