//! Partners and their relationships.

use std::collections::BTreeMap;

use domain::{
    Aspect, Character, Date, Filter, Key, Money, MotionId, Name, OrganizationId, Owner, RelationshipId,
    RelationshipStatus, TagId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Placed, Text};

/// One row of the partners table.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerRow {
    pub id: OrganizationId,
    pub name: String,
    pub kind: Key,
    pub character: Character,
    pub tier: Option<String>,
    pub stage: Option<Key>,
    pub owner: Option<Owner>,
    pub group: Option<String>,
    /// 0 to 5; none while under three aspects are known.
    pub depth: Option<f64>,
    pub lowest: Option<AspectValue>,
    /// How many of the six aspects are known.
    pub known: u8,
    /// The six aspects in their fixed order.
    pub lens: [Option<f64>; 6],
    pub placeholder: bool,
    /// A person can say where it stands: it is unknown, and more than talked about with us or not joined to us yet.
    pub sortable: bool,
    /// Revenue of deals won this fiscal year, the partner's part, in whole units of the workspace's currency.
    pub actual: Option<f64>,
    /// Its even part of what its motions were projected to influence in the same time.
    pub plan: Option<f64>,
    /// 1 to 5; none while too little of the ideal-partner profile is answered.
    pub fit: Option<f64>,
    /// The main one first.
    pub regions: Vec<String>,
    pub segments: Vec<String>,
    pub tags: Vec<TagId>,
    /// Values of custom fields, as their kinds are written.
    #[ts(type = "Record<string, string>")]
    pub custom: BTreeMap<Key, String>,
    /// Who is not active has no place on the map; a scenario may lose a partner.
    pub active: bool,
    pub base: PartnerBase,
}

/// What Expected says of a partner, where the chosen scenario says something else.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerBase {
    /// "on" or "off".
    pub active: Option<String>,
    pub character: Option<Character>,
    /// "3.4", or "not known".
    pub depth: Option<String>,
}

/// One aspect with its value.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct AspectValue {
    pub aspect: Aspect,
    pub value: f64,
}

/// A new partner.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerAdd {
    pub name: Name,
    pub kind: Key,
    /// What it is for us: a relationship of this kind is added at once.
    pub relationship: Option<Key>,
    /// A wish, not a company yet.
    pub placeholder: bool,
}

/// A new row's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerAdded {
    pub id: OrganizationId,
}

/// One field of one or several partners, changed in one step.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnersUpdate {
    pub ids: Vec<OrganizationId>,
    pub change: PartnerChange,
}

/// A field with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum PartnerChange {
    Name(Name),
    Kind(Key),
    Tier(Text),
    Stage(Option<Key>),
    Owner(Option<Owner>),
    Group(Text),
    Region(Text),
    Website(Text),
    Notes(Text),
    Placeholder(bool),
    /// The main one first.
    Regions(Vec<Name>),
    Segments(Vec<Name>),
    /// By name: a tag that is new to the workspace is made.
    Tags(Vec<Name>),
    AddTag(Name),
    RemoveTag(Name),
    Custom(CustomChange),
}

/// A value of a custom field; none takes it away.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CustomChange {
    pub key: Key,
    pub value: Option<Text>,
}

/// Many cells at once, pasted or filled, as one step.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartnersEdit {
    /// How it came about, for the history.
    pub gesture: EditGesture,
    /// Rows that are there.
    pub edits: Vec<PartnerEdit>,
    /// Rows to add.
    pub new: Vec<PartnerNew>,
}

/// How many cells came to be changed at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum EditGesture {
    Paste,
    Fill,
    Clear,
}

/// Several fields of one partner.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerEdit {
    pub id: OrganizationId,
    pub changes: Vec<PartnerChange>,
}

/// A new partner with its fields.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerNew {
    pub name: Name,
    pub kind: Key,
    pub changes: Vec<PartnerChange>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnersEdited {
    /// Partners that differ now.
    pub changed: u32,
    pub added: Vec<Placed>,
}

/// Who passes a filter.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnersPassing {
    pub filter: Filter,
}

/// Where a partner stands, chosen by a person who sorts. One without a relationship with us gets the usual one of its
/// kind.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerSort {
    pub id: OrganizationId,
    pub character: Character,
    /// May be empty.
    pub reason: Text,
}

/// A partner was sorted.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PartnerSorted {
    /// The step that did it; none where nothing had to change.
    pub seq: Option<i64>,
}

/// One partner.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerRequest {
    pub id: OrganizationId,
}

/// What the inspector shows of a partner.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerDetail {
    pub row: PartnerRow,
    pub is_us: bool,
    pub region: Option<String>,
    pub website: Option<String>,
    #[ts(type = "string | null")]
    pub since: Option<Date>,
    pub notes: String,
    /// The deepest relationship with us has another character than some other one.
    pub mixed: bool,
    pub aspects: Vec<AspectDetail>,
    pub gives: Vec<String>,
    pub gets: Vec<String>,
    /// 0 to 1, smaller weighted side ÷ larger, of the relationship that decides where it stands.
    pub reciprocity: Option<f64>,
    /// "give 7, get 9 → 7 ÷ 9 = 0.78", of the same relationship.
    pub reciprocity_words: Option<String>,
    /// Nothing happened in the 12 months since this day.
    #[ts(type = "string | null")]
    pub dormant_since: Option<Date>,
    /// The relationship that decides where it stands.
    pub deciding: Option<RelationshipId>,
    pub relationships: Vec<RelationshipRow>,
    pub motions: Vec<PartnerMotion>,
    /// Won deals that this partner sourced or influenced.
    pub influenced: Option<Money>,
    /// The lifecycle: how many stages are reached of how many.
    pub stage_reached: Option<[u32; 2]>,
}

/// An aspect with how it is known.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct AspectDetail {
    pub aspect: Aspect,
    pub name: String,
    /// The words at 0 and at 5.
    pub ends: [String; 2],
    pub value: Option<f64>,
    /// `evidence`, `judgment`, `overrule`, or none where unknown.
    pub source: Option<String>,
    /// The evidence in a sentence.
    pub sentence: String,
    /// What it is in Expected, where the chosen scenario says something else.
    pub base: Option<String>,
}

/// One relationship as read from one of its ends.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RelationshipRow {
    pub id: RelationshipId,
    pub kind: Key,
    /// "integrates with", or its reverse reading.
    pub reading: String,
    pub other: OrganizationId,
    pub other_name: String,
    pub character: Character,
    pub status: RelationshipStatus,
    /// Which way values flow is seen from us; this is whether the line begins at the partner shown.
    pub outgoing: bool,
}

/// A motion of a partner.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerMotion {
    pub id: MotionId,
    pub name: String,
    pub character: Character,
    pub status: domain::MotionStatus,
    pub health: domain::Health,
}
