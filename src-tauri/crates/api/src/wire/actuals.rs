//! Measured figures as a grid: metrics down, months across.

use domain::{Key, MetricSide, MetricUnit, Month, MotionId, OrganizationId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// Whose figures, and which months. One of motion and organization is given.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActualsRequest {
    #[serde(default)]
    #[ts(optional)]
    pub motion: Option<MotionId>,
    #[serde(default)]
    #[ts(optional)]
    pub organization: Option<OrganizationId>,
    pub first: Month,
    pub last: Month,
}

/// Figures as they can be typed again.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActualsGrid {
    pub months: Vec<Month>,
    /// First those that the motion is judged by, that are projected or that have figures.
    pub rows: Vec<ActualsRow>,
    /// The code that amounts are in.
    pub currency: String,
}

/// A metric's figures.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActualsRow {
    pub metric: Key,
    pub name: String,
    pub unit: MetricUnit,
    pub side: MetricSide,
    /// It is judged by it, or has a projection or a figure.
    pub used: bool,
    /// Counted or worked out: a typed figure counts only where that has none. Says so in a sentence; none where typing is
    /// all there is.
    pub instead: Option<String>,
    /// One for each month.
    pub cells: Vec<ActualCell>,
}

/// A month's figure.
#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActualCell {
    /// As it can be typed again; empty without a figure.
    pub text: String,
    pub confirmed: bool,
    /// The files that it comes from; such a figure is not typed over.
    pub imported: Vec<String>,
}

/// Figures typed or pasted: one step. An empty text takes the typed figure away; none leaves it as it is.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActualsSet {
    #[serde(default)]
    #[ts(optional)]
    pub motion: Option<MotionId>,
    #[serde(default)]
    #[ts(optional)]
    pub organization: Option<OrganizationId>,
    pub cells: Vec<ActualSetCell>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActualSetCell {
    pub metric: Key,
    pub month: Month,
    #[serde(default)]
    #[ts(optional)]
    pub value: Option<Text>,
    /// Final, or may still change.
    #[serde(default)]
    #[ts(optional)]
    pub confirmed: Option<bool>,
}

/// How many figures were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActualsWritten {
    pub changed: usize,
}
