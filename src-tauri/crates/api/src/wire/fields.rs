//! Fields and tags of a workspace's own, and the columns of its table.

use domain::{Audience, CustomKind, Key, Name, TagId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A custom field of partners.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CustomFieldView {
    pub key: Key,
    pub name: String,
    pub kind: CustomKind,
    /// In order; none for kinds without choices.
    pub choices: Vec<String>,
    pub audience: Audience,
    /// Partners that have a value.
    pub used: u32,
}

/// A new custom field, after the others.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CustomFieldAdd {
    pub name: Name,
    pub kind: CustomKind,
    pub choices: Vec<Name>,
    pub audience: Audience,
}

/// The new field's key.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CustomFieldAdded {
    pub key: Key,
}

/// One thing about a custom field, changed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CustomFieldUpdate {
    pub key: Key,
    pub change: CustomFieldChange,
}

/// What changes.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "what", content = "to", rename_all = "snake_case")]
pub enum CustomFieldChange {
    /// What it is called.
    Name(Name),
    /// Who may see it.
    Audience(Audience),
    /// What it offers: values follow a choice that gets another name, and go with a choice that goes.
    Choices(Vec<ChoiceEdit>),
    /// Its place among the fields, from 0.
    Position(u32),
}

/// A choice after a change.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChoiceEdit {
    /// What it was called; none is a new one.
    pub was: Option<String>,
    /// What it is called.
    pub name: Name,
}

/// One custom field.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CustomFieldRequest {
    pub key: Key,
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TagView {
    pub id: TagId,
    pub name: String,
    /// Partners that have it.
    pub used: u32,
}

/// A new tag, after the others.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TagAdd {
    pub name: Name,
}

/// One thing about a tag, changed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TagUpdate {
    pub id: TagId,
    pub change: TagChange,
}

/// What changes.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "what", content = "to", rename_all = "snake_case")]
pub enum TagChange {
    /// What it is called.
    Name(Name),
    /// Its place among the tags, from 0.
    Position(u32),
}

/// One tag.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TagRequest {
    pub id: TagId,
}

/// How the table of partners is set up in this workspace.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct TableView {
    /// The columns shown, in order, by their words (`stage`, `custom:KEY`); empty means the usual ones.
    pub columns: Vec<String>,
}
