//! Relationships: what joins two organizations, what flows between them, what was observed, how deep it is and by which
//! rules.

use domain::lens::Rulebook;
use domain::{
    Audience, Bounds, Character, CommissionTerms, Date, Direction, Key, Lens, Name, OrganizationId, Reciprocity,
    RelationshipId, RelationshipStatus, SignalId, ValueExchangeId, Weight,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AspectDetail, AspectValue, Text};

/// A new relationship.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RelationshipAdd {
    pub from: OrganizationId,
    pub to: OrganizationId,
    pub kind: Key,
}

/// A relationship's field with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum RelationshipChange {
    Kind(Key),
    Status(RelationshipStatus),
    Since(#[ts(type = "string | null")] Option<Date>),
    Tier(Text),
    Strength(Option<Weight>),
    Notes(Text),
    Commission(Option<CommissionSet>),
}

/// Commission as it shall be.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CommissionSet {
    pub terms: CommissionTerms,
    pub audience: Audience,
}

/// One relationship, changed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RelationshipUpdate {
    pub id: RelationshipId,
    pub change: RelationshipChange,
}

/// One relationship.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RelationshipRequest {
    pub id: RelationshipId,
}

/// Everything about one relationship.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RelationshipDetail {
    pub id: RelationshipId,
    pub from: OrganizationId,
    pub from_name: String,
    pub to: OrganizationId,
    pub to_name: String,
    pub kind: Key,
    /// From its beginning to its end.
    pub reading: String,
    /// Whose side is given from: "We", or the name of the one that the line begins with.
    pub giver: String,
    pub status: RelationshipStatus,
    #[ts(type = "string | null")]
    pub since: Option<Date>,
    pub tier: Option<String>,
    pub strength: Option<Weight>,
    pub notes: String,
    pub commission: Option<CommissionView>,
    /// Commission as a file had it that could not be read as terms.
    pub commission_written: Option<String>,
    pub character: Character,
    /// None while under three aspects are known.
    pub depth: Option<f64>,
    pub lowest: Option<AspectValue>,
    pub aspects: Vec<AspectDetail>,
    /// Version of the rules.
    pub rules: u32,
    /// Nothing happened in the 12 months since this day.
    #[ts(type = "string | null")]
    pub dormant_since: Option<Date>,
    /// In order.
    pub values: Vec<ValueExchangeView>,
    pub reciprocity: Reciprocity,
    /// "give 7, get 9 → 7 ÷ 9 = 0.78".
    pub reciprocity_words: String,
    /// The newest first; those of the partner beside those of the relationship.
    pub signals: Vec<SignalView>,
    /// What signals are usually called, and those in use.
    pub signal_kinds: Vec<SignalKindView>,
    pub value_kinds: Vec<ValueKindView>,
}

/// What a relationship pays.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CommissionView {
    pub terms: CommissionTerms,
    pub audience: Audience,
    pub words: String,
}

/// One thing given or got.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ValueExchangeView {
    pub id: ValueExchangeId,
    pub direction: Direction,
    pub kind: Key,
    pub kind_name: String,
    /// The note beside the kind.
    pub what: String,
    pub weight: Weight,
}

/// A new line of a relationship's value exchange, after the others.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ValueExchangeAdd {
    pub relationship: RelationshipId,
    pub direction: Direction,
    pub kind: Key,
    /// May be empty.
    pub what: Text,
    pub weight: Weight,
}

/// One line of a value exchange, changed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ValueExchangeUpdate {
    pub id: ValueExchangeId,
    pub change: ValueExchangeChange,
}

/// What changes.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "what", content = "to", rename_all = "snake_case")]
pub enum ValueExchangeChange {
    /// Given or got.
    Direction(Direction),
    /// What kind of value.
    Kind(Key),
    /// The note.
    What(Text),
    /// How much it weighs.
    Weight(Weight),
    /// Its place among those of its side, from 0.
    Position(u32),
}

/// One line of a value exchange.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ValueExchangeRequest {
    pub id: ValueExchangeId,
}

/// A kind of value.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ValueKindView {
    pub key: Key,
    pub name: String,
    /// It is money, however it is called.
    pub money: bool,
    /// Lines of value exchanges that are of it.
    pub used: u32,
}

/// A new kind of value, after the others.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ValueKindAdd {
    pub name: Name,
    pub money: bool,
}

/// One thing about a kind of value, changed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ValueKindUpdate {
    pub key: Key,
    pub change: ValueKindChange,
}

/// What changes.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "what", content = "to", rename_all = "snake_case")]
pub enum ValueKindChange {
    /// What it is called.
    Name(Name),
    /// Whether it is money.
    Money(bool),
    /// Its place in the list, from 0.
    Position(u32),
}

/// A kind to delete; what is of it becomes of another one, if one is named.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct KindDelete {
    pub key: Key,
    pub into: Option<Key>,
}

/// Something observed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SignalView {
    pub id: SignalId,
    pub kind: String,
    pub value: String,
    pub source: String,
    #[ts(type = "string")]
    pub date: Date,
    /// It is about the partner, not about this relationship alone.
    pub of_partner: bool,
    /// It is a sign that both own the work, and of the last 12 months.
    pub counts: bool,
}

/// What a signal may be called.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SignalKindView {
    pub name: String,
    /// It is a sign that both own the work.
    pub counts: bool,
}

/// A signal as it shall be: a new one, about the relationship, without an id.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SignalSet {
    pub id: Option<SignalId>,
    pub relationship: RelationshipId,
    /// As a person calls it.
    pub kind: Name,
    pub value: Text,
    pub source: Text,
    #[ts(type = "string")]
    pub date: Date,
}

/// One signal.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SignalRequest {
    pub id: SignalId,
}

/// A kind of relationship with what it is taken for.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RelationshipKindDetail {
    pub key: Key,
    pub forward: String,
    pub reverse: String,
    pub symmetric: bool,
    pub default_lens: Option<Lens>,
    /// Mean of the default lens; none while under three of its aspects are set.
    pub depth: Option<f64>,
    /// Relationships of it.
    pub used: u32,
}

/// A new kind of relationship, after the others.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RelationshipKindAdd {
    pub forward: Name,
    /// As `forward` where it has no direction.
    pub reverse: Name,
    pub symmetric: bool,
    pub default_lens: Option<Lens>,
}

/// One thing about a kind of relationship, changed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RelationshipKindUpdate {
    pub key: Key,
    pub change: RelationshipKindChange,
}

/// What changes.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "what", content = "to", rename_all = "snake_case")]
pub enum RelationshipKindChange {
    /// Read from beginning to end; of a kind without direction both readings are this one.
    Forward(Name),
    /// Read from end to beginning.
    Reverse(Name),
    /// No beginning and no end.
    Symmetric(bool),
    /// How it is judged until there is evidence.
    DefaultLens(Option<Lens>),
    /// Its place in the list, from 0.
    Position(u32),
}

/// How depth is found in this workspace, and how it could be.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LensRulesView {
    pub version: u32,
    pub bounds: Bounds,
    /// Every version, the first one first.
    pub books: Vec<LensRulesBook>,
}

/// One version of the rules.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LensRulesBook {
    pub book: Rulebook,
    /// Which relationships would be of another character under it, in sentences; the first few.
    pub moves: Vec<String>,
    /// How many they are.
    pub moved: u32,
}

/// Version and bounds as they shall be.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LensRulesSet {
    pub version: u32,
    pub bounds: Bounds,
}
