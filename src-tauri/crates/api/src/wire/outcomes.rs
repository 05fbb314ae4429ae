//! Projected against actual.

use domain::{Audience, Key, MetricSide, MetricUnit, Month, MotionId};
use picture::chart::ChartPicture;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LandingView, Text};

/// What to show.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OutcomesRequest {
    pub metric: Key,
    /// None: all motions together.
    #[serde(default)]
    #[ts(optional)]
    pub motion: Option<MotionId>,
    /// A fiscal year, named by the calendar year that it ends in; none: that of today.
    #[serde(default)]
    #[ts(optional)]
    pub year: Option<i32>,
}

/// The Outcomes screen without its charts.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OutcomesView {
    /// A finding, or a neutral sentence without figures.
    pub headline: String,
    pub metric: Key,
    pub metric_name: String,
    pub unit: MetricUnit,
    pub side: MetricSide,
    pub definition: String,
    /// Its months add up, so that sums to date can be shown.
    pub adds: bool,
    /// "FY 2026".
    pub year_label: String,
    pub year: i32,
    /// Fiscal years with any figure, and that of today.
    pub years: Vec<i32>,
    pub first: Month,
    pub last: Month,
    /// "actuals to 30 June", or none without actuals.
    pub actuals_to: Option<String>,
    /// Something is projected or measured in this year.
    pub has_figures: bool,
    pub months: Vec<MonthFigures>,
    /// Key figures of both sides; they are never added together.
    pub strategy: Vec<KeyFigure>,
    pub tactic: Vec<KeyFigure>,
    /// Motions that have this metric, by variance.
    pub motions: Vec<MotionVariance>,
    /// What belongs to several motions at once; with the motions and what lies outside them it makes the total.
    pub shared: Option<MotionVariance>,
    /// What belongs to no motion.
    pub outside: Option<MotionVariance>,
    /// All together.
    pub total: Option<MotionVariance>,
    /// What does not count, in sentences: figures that clash, currencies without a rate.
    pub remarks: Vec<String>,
    /// Where the year lands; none where nothing is measured, or its months do not add up.
    pub landing: Option<LandingView>,
    /// Strategic and tactical revenue together: the one line in which they meet.
    pub total_partner_revenue: Option<KeyFigure>,
}

/// One month's own figures, as texts. Missing actuals are unknown, not zero.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MonthFigures {
    pub month: Month,
    /// "Jan 2026".
    pub label: String,
    pub projected: Option<f64>,
    pub actual: Option<f64>,
    pub projected_text: String,
    pub actual_text: String,
    /// With its sign; "—" without an actual.
    pub variance_text: String,
    /// Better or worse than plan; none without both.
    pub better: Option<bool>,
}

/// A key figure.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct KeyFigure {
    pub metric: Key,
    pub label: String,
    pub value: String,
    /// The figure itself; none where it is unknown.
    pub figure: Option<f64>,
    /// "plan €540k", "on €131k cost".
    pub notes: Vec<String>,
    /// The number went up or down against plan.
    pub up: Option<bool>,
    /// That is good or bad.
    pub better: Option<bool>,
    pub definition: String,
    /// The months that it is of.
    pub first: Month,
    pub last: Month,
}

/// A line's figures to date.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionVariance {
    /// None where it is no motion's.
    pub id: Option<MotionId>,
    pub name: String,
    pub planned: Option<f64>,
    pub actual: Option<f64>,
    pub planned_text: String,
    pub actual_text: String,
    pub variance: Option<f64>,
    pub variance_text: String,
    /// Of the plan, "+10%".
    pub percent_text: String,
    pub better: Option<bool>,
    /// Why, as somebody typed it.
    pub reason: String,
    pub reason_audience: Audience,
}

/// Why a motion's metric differs from its plan. An empty reason takes it away.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ReasonSet {
    pub motion: MotionId,
    pub metric: Key,
    pub reason: Text,
    #[serde(default)]
    #[ts(optional)]
    pub audience: Option<Audience>,
}

/// Which chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// Sums to date, with the projected range.
    Cumulative,
    /// Month by month, with variances below.
    Monthly,
    /// Variance by month.
    Variance,
    /// Key figures of the metric's side against their plans.
    Bullet,
    /// From reach to wins.
    Funnel,
    /// One small chart for each motion, on one scale.
    Multiples,
    /// Motions by variance.
    Ranked,
    /// ROAS month by month.
    Roas,
    /// ROAS of affiliates by the month in which they began.
    RoasCohorts,
    /// From the plan of the year, over why it differs, to where it lands.
    Waterfall,
    /// How often months lay inside their low to high range, by motion.
    Coverage,
    /// A line without words.
    Sparkline,
    /// What each uncertain input does to the figure at the end.
    Tornado,
    /// Where each scenario ends the fiscal year, simulated.
    Scenarios,
}

/// A chart to draw.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ChartRequest {
    pub kind: ChartKind,
    pub metric: Key,
    #[serde(default)]
    #[ts(optional)]
    pub motion: Option<MotionId>,
    #[serde(default)]
    #[ts(optional)]
    pub year: Option<i32>,
    /// A part of the months, after brushing over them.
    #[serde(default)]
    #[ts(optional)]
    pub first: Option<Month>,
    #[serde(default)]
    #[ts(optional)]
    pub last: Option<Month>,
    /// Size in pixels.
    pub width: f32,
    pub height: f32,
    /// Ids of series that are switched off.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub hidden: Vec<String>,
    /// A range of few runs, at once, until all are simulated.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub coarse: bool,
}

/// A chart drawn, with its table.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ChartView {
    pub title: String,
    /// The finding, where there is one: "€56k above plan to May 2026. May carried it."
    pub finding: Option<String>,
    pub picture: ChartPicture,
}

/// A chart as a file, or to be copied.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ChartCopy {
    pub chart: ChartRequest,
    pub format: ChartFormat,
    pub theme: picture::Theme,
    /// Pixels of a PNG for each of the chart's own.
    pub scale: f32,
}

/// What a chart is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum ChartFormat {
    Svg,
    Png,
    Csv,
}

/// A workbook of figures for an audience, with the id under which its progress is told and by which it can be cancelled.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ReportExport {
    pub job: String,
    pub audience: Audience,
}
