//! Editing on the map: several partners at once, each in one step.

use domain::{Character, Key, Name, OrganizationId, ViewId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MapMove, MapStyle, Placed, Text};

/// Nodes put somewhere by hand, in one gesture.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MapPlaceMany {
    /// How the map is laid out: only in the organic style does a place say something.
    pub style: MapStyle,
    /// In which view; none is the one that the style opens with.
    pub view: Option<ViewId>,
    /// Each with its new place.
    pub moves: Vec<MapMove>,
    /// How it came about, for the history.
    pub gesture: PlaceGesture,
    /// Why those that cross a bound are of another character now. Without it a crossing changes nothing and is asked
    /// about.
    pub reason: Option<Text>,
}

/// How nodes came to be put somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum PlaceGesture {
    Move,
    Pin,
    Align,
    Distribute,
}

/// What became of a gesture.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MapPlaced {
    /// Bounds that the gesture crosses. When there are any, nothing was changed: ask why, and send it again with the
    /// reason.
    pub crossings: Vec<ZoneCrossing>,
}

/// A partner put across a bound.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ZoneCrossing {
    pub id: OrganizationId,
    pub name: String,
    pub from: Character,
    pub to: Character,
    /// None while the character is unknown.
    pub depth: Option<f64>,
    /// What the new place says.
    pub new_depth: f64,
}

/// Partners that the layout may place again.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MapUnpinMany {
    /// How the map is laid out.
    pub style: MapStyle,
    /// In which view; none is the one that the style opens with.
    pub view: Option<ViewId>,
    /// Which.
    pub ids: Vec<OrganizationId>,
}

/// A person's judgment of several partners, with one reason.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OrganizationsJudge {
    pub ids: Vec<OrganizationId>,
    pub character: Character,
    pub reason: Text,
}

/// Names to add as partners, typed or pasted, one each.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrganizationsAdd {
    /// As typed: what is no name is listed and left out.
    pub names: Vec<Text>,
    /// The kind of all of them.
    pub kind: Key,
    /// What joins each of them to another at once.
    pub tie: Option<NewTie>,
    /// Wishes, not companies yet.
    pub placeholder: bool,
    /// Where on the map they are wanted, as far as their depth allows.
    pub near: Option<[f64; 2]>,
}

/// A relationship that new partners begin with.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewTie {
    /// What it is.
    pub kind: Key,
    /// The other end: us, or a partner that is there already.
    pub with: OrganizationId,
    /// It is read from the new partner to the other.
    pub outgoing: bool,
}

/// What became of a list of names.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OrganizationsAdded {
    /// New partners, in the order given.
    pub added: Vec<Placed>,
    /// Names that somebody had already: nothing was added for them.
    pub already: Vec<Placed>,
    /// How many names stood in the list more than once.
    pub repeated: u32,
    /// Lines that are no names: why, in words.
    pub refused: Vec<String>,
}

/// Several organizations.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OrganizationsRequest {
    pub ids: Vec<OrganizationId>,
}

/// What went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OrganizationsDeleted {
    pub partners: u32,
    pub relationships: u32,
}

/// A wish that has become a company.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PlaceholderName {
    pub id: OrganizationId,
    pub name: Name,
}
