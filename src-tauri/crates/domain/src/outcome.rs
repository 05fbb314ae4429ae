//! Projections, actuals and locked plans: the figures that are set side by side.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ActualId, Currency, DistributionKind, DriverId, ExchangeRateId, ImportBatchId, Key, LockedPlanId, MarketFigureId,
    MetricUnit, Money, Month, MotionId, Name, OrganizationId, ProjectionId, Workspace,
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
    /// All months together: whole units of money, or a count. Where the model makes it from inputs, as last worked out.
    pub total: f64,
    /// How sure: the low end as a part of the total (0.8 = "at least 80 %").
    pub low: Option<f64>,
    /// How sure: the high end as a part of the total.
    pub high: Option<f64>,
    /// How it lies between the ends; none: the usual way.
    #[serde(default)]
    pub distribution: Option<DistributionKind>,
}

/// One input of a projection's model, as a number or a range.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProjectionInput {
    /// The projection.
    pub projection: ProjectionId,
    /// Which of the model's inputs (`win_rate`).
    pub name: Key,
    /// What is expected; not looked at where a driver is named.
    pub value: f64,
    /// How low it may well be.
    #[serde(default)]
    pub low: Option<f64>,
    /// How high it may well be.
    #[serde(default)]
    pub high: Option<f64>,
    /// A figure that several projections share, in place of one of its own.
    #[serde(default)]
    pub driver: Option<DriverId>,
    /// How it lies between the ends; none: the usual way.
    #[serde(default)]
    pub distribution: Option<DistributionKind>,
}

/// A figure typed for one month of a projection: of the month itself, of the same month a year before, or its weight, as the
/// model reads it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProjectionFigure {
    /// The projection.
    pub projection: ProjectionId,
    /// The month that it is expected in.
    pub month: Month,
    /// Whole units of money, or a count.
    pub value: f64,
}

/// A figure that several projections are worked out from ("win rate of introduced deals").
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// Its id.
    pub id: DriverId,
    /// As typed.
    pub name: Name,
    /// Its unit.
    pub unit: MetricUnit,
    /// What is expected.
    pub value: f64,
    /// How low it may well be.
    pub low: Option<f64>,
    /// How high it may well be.
    pub high: Option<f64>,
    /// How it lies between the ends; none: the usual way.
    #[serde(default)]
    pub distribution: Option<DistributionKind>,
}

/// How a projection's months are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProjectionModel {
    /// A target, the same in each month.
    Linear,
    /// A target along a logistic curve: slow, fast, slow.
    SCurve,
    /// Typed month by month.
    Typed,
    /// From the first month's figure straight to the last one's.
    Ramp,
    /// A target along Gompertz's curve: fast early, then slowly to the ceiling.
    Gompertz,
    /// A market taken by innovators and imitators.
    Bass,
    /// New members each month, each worth less from month to month.
    Cohort,
    /// The same months of last year, grown.
    Seasonal,
    /// A target split by typed weights.
    Split,
    /// From reach to wins, by rates, lags and what can be worked on.
    Funnel,
}

/// Why a motion's metric differs from its plan, in a few words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VarianceReason {
    /// The motion.
    pub motion: MotionId,
    /// A key of [`crate::Metric`].
    pub metric: Key,
    /// As typed ("Beta slipped 3 weeks").
    pub reason: String,
    /// Who may read it.
    pub audience: crate::Audience,
}

/// How the rows of an imported report became actuals: what is needed to read them again beside a later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActualReport {
    /// The file.
    pub batch: ImportBatchId,
    /// Key of the profile that read it.
    pub profile: Key,
    /// Which commissions count.
    pub basis: ReportBasis,
    /// Which date puts a row into a month.
    pub dated_by: ReportDate,
    /// First month, of a report without dates.
    pub first: Option<Month>,
    /// Last month, of a report without dates.
    pub last: Option<Month>,
    /// Its figures are totals since the beginning, as of the last month.
    pub running: bool,
    /// What its figures count under, where the rows do not say.
    pub motion: Option<MotionId>,
    /// Its figures may still change.
    pub provisional: bool,
}

/// Which commissions of a report count as cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportBasis {
    /// All that are not declined, decided on or not.
    Pending,
    /// Validated, whether paid or not.
    Approved,
    /// Paid out.
    Paid,
}

/// Which date of a row says its month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportDate {
    /// The day of the order.
    Transaction,
    /// The day of the click.
    Click,
    /// The day on which it was approved or declined.
    Validation,
}

/// What one unit of a currency was worth in another on a day, as a person gave it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExchangeRate {
    /// Its id.
    pub id: ExchangeRateId,
    /// One unit of this …
    pub from: Currency,
    /// … is worth so many of that.
    pub to: Currency,
    /// More than nothing.
    pub rate: f64,
    /// As of.
    pub date: Date,
    /// Who says so.
    pub source: String,
}

/// What a whole market was worth in a calendar year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MarketFigure {
    /// Its id.
    pub id: MarketFigureId,
    /// The fiscal year, named by the year it ends in.
    pub year: i32,
    /// What it was worth.
    pub value: Money,
    /// What counts as the market ("store software, DACH").
    pub scope: String,
    /// Who says so; never empty.
    pub source: String,
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
    /// Final; a provisional figure may still change.
    #[serde(default = "confirmed")]
    pub confirmed: bool,
}

fn confirmed() -> bool {
    true
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
