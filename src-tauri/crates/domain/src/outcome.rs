//! Projections, actuals and locked plans: the figures that are set side by side.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ActualId, ImportBatchId, Key, LockedPlanId, Money, Month, MotionId, Name, OrganizationId, ProjectionId, Workspace,
};

/// What a motion is expected to do to a metric, in the Expected scenario. Other scenarios keep differences.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Projection {
    /// Its id.
    pub id: ProjectionId,
    /// The motion.
    pub motion: MotionId,
    /// A key of [`crate::Metric`].
    pub metric: Key,
    /// First month.
    pub from: Month,
    /// How many months, 1 to 120.
    pub months: u32,
    /// How the total spreads over the months.
    pub model: ProjectionModel,
    /// All months together: whole units of money, or a count.
    pub total: f64,
    /// How sure: the low end as a part of the total (0.8 = "at least 80 %").
    pub low: Option<f64>,
    /// How sure: the high end as a part of the total.
    pub high: Option<f64>,
}

/// How a total spreads over months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProjectionModel {
    /// The same figure each month.
    Linear,
    /// Logistic: slow, fast, slow.
    SCurve,
}

/// One month's measured figure. At least one of motion and organization is set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Actual {
    /// Its id.
    pub id: ActualId,
    /// With a motion it counts to the portfolio.
    pub motion: Option<MotionId>,
    /// Whose figure it is.
    pub organization: Option<OrganizationId>,
    /// A key of [`crate::Metric`].
    pub metric: Key,
    /// The month.
    pub month: Month,
    /// Where the figure comes from ("typed", a file's name).
    pub source: String,
    /// The figure.
    pub figure: Figure,
    /// The file that brought it.
    pub batch: Option<ImportBatchId>,
}

/// A measured figure: money as money, everything else as a number.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Figure {
    Money(Money),
    Number(f64),
}

impl Figure {
    /// In whole units, for charts.
    pub fn to_f64(self) -> f64 {
        match self {
            Self::Money(money) => money.to_f64(),
            Self::Number(number) => number,
        }
    }
}

/// The plan as of a date, kept whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LockedPlan {
    /// Its id.
    pub id: LockedPlanId,
    /// As typed.
    pub name: Name,
    /// As of.
    pub date: Date,
    /// The whole workspace of that day as JSON, without views, places and earlier locked plans.
    pub content: String,
}

impl LockedPlan {
    /// Locks a workspace as it is on `date`.
    pub fn of(workspace: &Workspace, id: LockedPlanId, name: Name, date: Date) -> serde_json::Result<Self> {
        let mut kept = workspace.clone();
        kept.locked_plans.clear();
        kept.placements.clear();
        kept.scenes.clear();
        kept.views.clear();
        Ok(Self { id, name, date, content: serde_json::to_string(&kept)? })
    }

    /// The workspace of that day.
    pub fn workspace(&self) -> serde_json::Result<Workspace> {
        let mut workspace = serde_json::from_str(&self.content)?;
        crate::budget::follow(&mut workspace);
        Ok(workspace)
    }
}
