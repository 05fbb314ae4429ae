//! The map.

use domain::{Character, Key, OrganizationId};
use picture::DisplayList;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The map with what stands around it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MapView {
    pub list: DisplayList,
    pub legend: MapLegend,
    /// Every partner in words, for the outline beside the map.
    pub outline: Vec<OutlineGroup>,
}

/// Live counts at the map's foot.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MapLegend {
    pub kinds: Vec<KindCount>,
    pub characters: Vec<CharacterCount>,
    /// "31 by evidence · 8 by judgment · 6 unknown".
    pub foot: String,
}

/// Partners of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct KindCount {
    pub kind: Key,
    pub count: u32,
}

/// Partners of one character.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CharacterCount {
    pub character: Character,
    pub count: u32,
}

/// Partners of one kind, in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OutlineGroup {
    pub kind: Key,
    pub name: String,
    pub partners: Vec<OutlinePartner>,
}

/// A partner in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OutlinePartner {
    pub id: OrganizationId,
    pub name: String,
    pub character: Character,
    /// "integrates with Tidewater; refers to Fernhill Commerce".
    pub relationships: String,
    /// A wish, not a company yet.
    pub placeholder: bool,
}

/// A node put somewhere by hand: it stays there.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MapMove {
    /// Which node.
    pub id: OrganizationId,
    /// To the right, in map units.
    pub x: f64,
    /// Downward, in map units.
    pub y: f64,
}
