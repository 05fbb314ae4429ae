//! Where everything goes, in whichever style, with what is drawn behind it.
//!
//! Owns: what each style's positions say. Must not know: how positions are found (`layout`), how anything looks.

use layout::{Field, Organic, Point, Rect, Zones};

/// How the map is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// We at the center, nearer is deeper.
    #[default]
    Organic,
    /// Rings around us.
    Rings(RingsBy),
    /// Columns along the lines.
    ValueChain,
    /// A lane for each kind.
    ByKind,
}

/// What rings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RingsBy {
    /// The tiers of the program, the first in the middle.
    Tier,
    /// The stages of the lifecycle, the latest in the middle.
    Stage,
    /// How many lines away from us.
    Hops,
}

/// Where everything goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrangement {
    /// One for each node of the input, in its order.
    pub positions: Vec<Point>,
    /// What everything fills.
    pub bounds: Rect,
    /// What lies behind.
    pub backdrop: Backdrop,
}

/// What lies behind the nodes.
#[derive(Debug, Clone, PartialEq)]
pub enum Backdrop {
    /// Depth: the core, the ecotone and the edge.
    Zones {
        /// Around us at (0, 0).
        zones: Zones,
        /// Where the captions of the three stand.
        captions: [Point; 3],
        /// "Not placed yet".
        tray: Option<Box<Field>>,
        /// "No line to us yet".
        outside: Option<Box<Field>>,
    },
    /// Rings around us at (0, 0).
    Rings {
        /// From the innermost.
        rings: Vec<Ring>,
        /// Those that no ring is for.
        outside: Option<Lane>,
    },
    /// Lanes or columns.
    Lanes(Vec<Lane>),
}

/// One ring, from the next one inside to its own bound.
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    /// What stands on it ("Tier 1").
    pub name: String,
    /// Half its width and half its height.
    pub reach: Point,
    /// The middle of its name's baseline, where `layout` kept room for it.
    pub caption: Point,
}

/// One lane or column.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// What stands in it ("Reseller").
    pub name: String,
    /// Where.
    pub rect: Rect,
}

impl Style {
    /// What position says, in one sentence; the organic style says it in its zones.
    pub fn meaning(self) -> Option<&'static str> {
        match self {
            Self::Organic => None,
            Self::Rings(RingsBy::Tier) => Some("Rings are tiers, the first in the middle; nearness is not depth."),
            Self::Rings(RingsBy::Stage) => {
                Some("Rings are stages of the lifecycle, the latest in the middle; nearness is not depth.")
            }
            Self::Rings(RingsBy::Hops) => Some("Rings count the lines from us; nearness is not depth."),
            Self::ValueChain => {
                Some("From left to right: who supplies, we, who brings it to customers; position is not depth.")
            }
            Self::ByKind => Some("Partners of one kind stand together; position is not depth."),
        }
    }
}

impl From<&Organic> for Arrangement {
    fn from(organic: &Organic) -> Self {
        Self {
            positions: organic.positions.clone(),
            bounds: organic.bounds,
            backdrop: Backdrop::Zones {
                zones: organic.zones,
                captions: organic.captions,
                tray: organic.tray.clone().map(Box::new),
                outside: organic.outside.clone().map(Box::new),
            },
        }
    }
}

impl From<&Self> for Arrangement {
    fn from(other: &Self) -> Self {
        other.clone()
    }
}
