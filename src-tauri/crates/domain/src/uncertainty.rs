//! How sure figures are: the shape of an input's doubt, and which motions go well or badly together. Must not know how
//! anything is drawn.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{CorrelationGroupId, MotionId, Name};

/// How an input's values lie between its low and its high end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DistributionKind {
    /// Always what is expected; the ends are only written down.
    Fixed,
    /// Anything from the low to the high end, equally likely.
    Uniform,
    /// From the low to the high end, thinning out straight from what is expected.
    Triangular,
    /// The same, gathered more closely around what is expected (PERT of shape 4).
    #[default]
    Pert,
    /// One time in ten below the low end, one in ten above the high one, never below nothing.
    Lognormal,
    /// For a part of a whole: a beta distribution with the expected mean, as wide from its 10th to its 90th percentile as
    /// the ends lie apart.
    Beta,
}

/// Motions that go well or badly together, more than all motions do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrelationGroup {
    /// Its id.
    pub id: CorrelationGroupId,
    /// As typed ("Depend on one store").
    pub name: Name,
    /// The correlation of any two inputs of its motions, 0 to 1.
    pub correlation: f64,
}

/// A motion's group; a motion is in one at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrelationMember {
    /// The motion.
    pub motion: MotionId,
    /// The group.
    pub correlation_group: CorrelationGroupId,
}

/// How a workspace is simulated; shown beside every simulated figure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct SimulationRules {
    /// How strongly all inputs go together, 0 to 1. Independent motions would make the portfolio look falsely sure: what
    /// goes wrong with one would always be made good by another.
    pub correlation: f64,
    /// How often, 100 to 100,000.
    pub runs: u32,
    /// The same seed gives the same figures on every machine.
    pub seed: u32,
}

impl Default for SimulationRules {
    fn default() -> Self {
        Self { correlation: 0.3, runs: 10_000, seed: 1 }
    }
}
