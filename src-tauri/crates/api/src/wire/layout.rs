//! Layouts of the map.

use domain::{OrganizationId, ViewId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What position means on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MapStyle {
    /// Nearer the center is deeper.
    #[default]
    Organic,
    /// Circles around us, by tier, stage or hops.
    Rings,
    /// Columns from left to right: who gives, we, who brings it to customers.
    ValueChain,
    /// Lanes or quadrants of one kind each.
    ByKind,
}

impl MapStyle {
    /// As a view keeps it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Organic => "organic",
            Self::Rings => "rings",
            Self::ValueChain => "value_chain",
            Self::ByKind => "by_kind",
        }
    }

    /// The style that a view keeps; none for one that this program does not know.
    pub fn of(key: &str) -> Option<Self> {
        [Self::Organic, Self::Rings, Self::ValueChain, Self::ByKind].into_iter().find(|style| style.key() == key)
    }

    /// On the screen, and the name of its default view.
    pub fn name(self) -> &'static str {
        match self {
            Self::Organic => "Organic",
            Self::Rings => "Rings",
            Self::ValueChain => "Value chain",
            Self::ByKind => "By kind",
        }
    }
}

/// Which ring an organization stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RingsBy {
    /// Its tier, the first one innermost.
    Tier,
    /// Its lifecycle stage, the latest one innermost.
    Stage,
    /// How many introductions it is from us.
    Hops,
}

/// How kinds are set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum KindForm {
    Lanes,
    Quadrants,
}

/// A layout to run.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LayoutRun {
    /// How the map is laid out.
    pub style: MapStyle,
    /// 0 keeps distances true, 1 pulls groups as far apart as can be; none takes the style's own.
    pub separate: Option<f64>,
    /// The same seed gives the same places. No style of the map leaves anything to chance as yet.
    pub seed: u32,
    /// What rings mean; none takes tiers where any partner has one, and hops otherwise.
    pub by: Option<RingsBy>,
    /// How kinds are set apart; none takes lanes.
    pub form: Option<KindForm>,
    /// Keep the places in the style's default view, as one step. Pinned ones stay where they are either way.
    pub keep: bool,
    /// The id under which progress is told and by which the work can be cancelled.
    pub job: String,
}

/// A finished layout.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LayoutDone {
    /// How the map was laid out.
    pub style: MapStyle,
    /// The view that keeps the places; none when they were not kept and the style has none yet.
    pub view: Option<ViewId>,
    /// Places were written; they are not when nothing moved.
    pub kept: bool,
    /// Every organization on the map, by name, then id.
    pub organizations: Vec<Place>,
    /// What was done, in order, in milliseconds.
    pub phases: Vec<PhaseTime>,
    /// All phases together.
    pub milliseconds: f64,
    /// Part of the ground that boxes cover.
    pub fill: f64,
    /// Pinned across the bound of their zone.
    pub strayed: Vec<Placed>,
    /// Pairs pinned onto one another.
    pub clashing: Vec<[Placed; 2]>,
}

/// Where an organization lies, in map units.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Place {
    pub id: OrganizationId,
    pub name: String,
    pub x: f64,
    pub y: f64,
    pub pinned: bool,
}

/// An organization by name and id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Placed {
    pub name: String,
    pub id: OrganizationId,
}

/// What a phase of some work took.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PhaseTime {
    pub phase: String,
    pub milliseconds: f64,
}
