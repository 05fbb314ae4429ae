//! `projection`, `driver` and `actual`: what is expected, and what was measured.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use domain::{Key, Month};

use super::import::pair;

#[derive(Subcommand)]
pub enum Projection {
    /// Set a projection; it replaces the one for the same motion and metric
    Set(ProjectionSet),
    /// Take a projection away
    Remove(ProjectionRemove),
}

#[derive(Args)]
pub struct ProjectionSet {
    /// The workspace file
    pub file: PathBuf,
    /// A motion by exact name or id
    #[arg(long)]
    pub motion: String,
    /// A metric's key, such as revenue
    #[arg(long, value_parser = Key::parse)]
    pub metric: Key,
    /// First month: YYYY-MM
    #[arg(long, value_parser = Month::parse)]
    pub from: Month,
    /// How many months, 1 to 120
    #[arg(long)]
    pub months: u32,
    /// How the months are made
    #[arg(long, value_enum)]
    pub model: Model,
    /// The target: all months together, or the ceiling or market that the model grows toward
    #[arg(long)]
    pub total: Option<String>,
    /// How low it may well be: a figure, or a part of the target such as 80%
    #[arg(long)]
    pub low: Option<String>,
    /// How high it may well be
    #[arg(long)]
    pub high: Option<String>,
    /// How the target lies between the two
    #[arg(long, value_enum)]
    pub distribution: Option<Distribution>,
    /// An input of the model: `win_rate=30%`, or a range from low over expected to high: `win_rate=20%:30%:40%`, with a
    /// distribution where it is not PERT: `win_rate=20%:30%:40%:beta`, or a shared driver: `win_rate=@Win rate`. `s_curve` takes `steepness`, `midpoint`; `ramp` `first`, `last`; `gompertz`
    /// `displacement`, `rate`; `bass` `innovation`, `imitation`; `cohort` `members`, `growth`, `worth`, `retention`, `term`;
    /// `seasonal` `growth`; `funnel` `reach`, `lead_rate`, `opportunity_rate`, `win_rate`, `deal_size`, `lead_lag`,
    /// `opportunity_lag`, `win_lag`, `capacity`, `stage`
    #[arg(long = "input", value_name = "NAME=VALUE", value_parser = pair)]
    pub inputs: Vec<(String, String)>,
    /// A month's figure, for typed, seasonal (last year's) and split (its weight): 2026-03=1200
    #[arg(long = "figure", value_name = "MONTH=VALUE", value_parser = pair)]
    pub figures: Vec<(String, String)>,
    /// A scenario by name; without it the Expected one
    #[arg(long)]
    pub scenario: Option<String>,
}

#[derive(Args)]
pub struct ProjectionRemove {
    /// The workspace file
    pub file: PathBuf,
    /// A motion by exact name or id
    #[arg(long)]
    pub motion: String,
    /// A metric's key, such as revenue
    #[arg(long, value_parser = Key::parse)]
    pub metric: Key,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Model {
    /// A target, the same in each month
    Linear,
    /// A target along a logistic curve
    SCurve,
    /// Typed month by month
    Typed,
    /// Straight from the first month to the last
    Ramp,
    /// Toward a ceiling, fast early
    Gompertz,
    /// A market of innovators and imitators
    Bass,
    /// New members each month who stay for a while
    Cohort,
    /// The same months of last year, grown
    Seasonal,
    /// A target split by weights
    Split,
    /// Reach, leads, opportunities, wins
    Funnel,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Distribution {
    /// Always what is expected
    Fixed,
    /// Anything between the ends
    Uniform,
    /// Thinning out straight to both ends
    Triangular,
    /// The same, closer around what is expected
    Pert,
    /// The ends are the 10th and the 90th percentile, never below nothing
    Lognormal,
    /// For a rate: the ends lie as far apart as its 10th and 90th percentile
    Beta,
}

#[derive(Subcommand)]
pub enum Driver {
    /// Add a figure that several projections share, or change the one of that name
    Set(DriverSet),
    /// Take a shared figure away; projections keep its value
    Remove(DriverRemove),
}

#[derive(Args)]
pub struct DriverSet {
    /// The workspace file
    pub file: PathBuf,
    #[arg(long)]
    pub name: String,
    /// What it is counted in
    #[arg(long, value_enum)]
    pub unit: DriverUnit,
    /// What is expected, or a range from low over expected to high: 20%:30%:40%, or with its distribution: 20%:30%:40%:beta
    #[arg(long)]
    pub value: String,
}

#[derive(Args)]
pub struct DriverRemove {
    /// The workspace file
    pub file: PathBuf,
    /// By exact name or id
    pub driver: String,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum DriverUnit {
    Money,
    Count,
    Ratio,
    Percent,
}

#[derive(Subcommand)]
pub enum Actual {
    /// Record one month's figure; it replaces a typed one for the same month
    Add(ActualAdd),
}

#[derive(Args)]
pub struct ActualAdd {
    /// The workspace file
    pub file: PathBuf,
    /// A motion by exact name or id
    #[arg(long)]
    pub motion: String,
    /// A metric's key, such as revenue
    #[arg(long, value_parser = Key::parse)]
    pub metric: Key,
    /// The month: YYYY-MM
    #[arg(long, value_parser = Month::parse)]
    pub month: Month,
    /// The figure, in whole units
    #[arg(long, allow_hyphen_values = true)]
    pub value: String,
}

#[derive(Subcommand)]
pub enum Metric {
    /// Add an own metric, typed and imported, or worked out by a formula over others
    Add(MetricAdd),
    /// Take an own metric away that nothing uses
    Remove(MetricRemove),
}

#[derive(Args)]
pub struct MetricAdd {
    /// The workspace file
    pub file: PathBuf,
    #[arg(long)]
    pub name: String,
    /// What it is counted in
    #[arg(long, value_enum)]
    pub unit: MetricUnitName,
    /// Over other metrics by their keys, such as `sourced_revenue / won_deals`
    #[arg(long, default_value = "")]
    pub formula: String,
    /// Which side of the one distinction it belongs to
    #[arg(long, value_enum, default_value = "strategic")]
    pub side: SideName,
    /// Lower is better
    #[arg(long)]
    pub lower_is_better: bool,
    /// How months make a year; a formula that divides takes `ratio_of_sums`
    #[arg(long, value_enum, default_value = "sum")]
    pub over_months: OverName,
    /// What revenue means in it, of money
    #[arg(long, value_enum)]
    pub basis: Option<BasisName>,
    /// What it is, in words that a person can check
    #[arg(long, default_value = "")]
    pub definition: String,
    /// Who says so, where somebody outside does
    #[arg(long, default_value = "")]
    pub source: String,
    /// How many cases it needs; below, it is Unknown
    #[arg(long, default_value_t = 0)]
    pub floor: u32,
    /// Show it among the key figures of its side
    #[arg(long)]
    pub headline: bool,
}

#[derive(Args)]
pub struct MetricRemove {
    /// The workspace file
    pub file: PathBuf,
    #[arg(value_parser = Key::parse)]
    pub metric: Key,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum MetricUnitName {
    Money,
    Count,
    Ratio,
    Percent,
    Score,
    Days,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum SideName {
    Strategic,
    Tactical,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum OverName {
    Sum,
    First,
    Last,
    Average,
    RatioOfSums,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum BasisName {
    FirstYearValue,
    AnnualRecurring,
    Collected,
    CollectedGross,
}

#[derive(Args)]
pub struct Variance {
    /// The workspace file
    pub file: PathBuf,
    /// A locked plan by name; without it the plan of today
    #[arg(long)]
    pub against: Option<String>,
    /// One metric by its key; without it all
    #[arg(long, value_parser = Key::parse)]
    pub metric: Option<Key>,
    /// Split each variance into what timing, volume and rates made, adding up exactly
    #[arg(long, conflicts_with = "against")]
    pub effects: bool,
    /// A scenario by name; without it the Expected one
    #[arg(long)]
    pub scenario: Option<String>,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Explain {
    /// The workspace file
    pub file: PathBuf,
    /// A metric's key, such as roas
    #[arg(value_parser = Key::parse)]
    pub metric: Key,
    /// A motion by exact name or id; without it all
    #[arg(long)]
    pub motion: Option<String>,
    /// One month: YYYY-MM; without it the fiscal year to date
    #[arg(long, value_parser = Month::parse)]
    pub month: Option<Month>,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand)]
pub enum Reason {
    /// Say why a motion's metric differs from its plan
    Set(ReasonSet),
}

#[derive(Args)]
pub struct ReasonSet {
    /// The workspace file
    pub file: PathBuf,
    /// A motion by exact name or id
    #[arg(long)]
    pub motion: String,
    #[arg(long, value_parser = Key::parse)]
    pub metric: Key,
    /// In a few words; an empty one takes it away
    #[arg(long)]
    pub reason: String,
}

/// Which chart.
#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum ChartName {
    /// Sums to date, with the projected range
    Cumulative,
    /// Month by month, with variances below
    Monthly,
    /// Variance by month
    Variance,
    /// Key figures of the metric's side against their plans
    Bullet,
    /// From clicks or introductions to what was won
    Funnel,
    /// One small chart for each motion
    Multiples,
    /// Motions by variance
    Ranked,
    /// From the plan of the year, over why it differs, to where it lands
    Waterfall,
    /// How often months lay inside their low to high range, by motion
    Coverage,
    /// ROAS month by month
    Roas,
    /// ROAS by the month in which affiliates began
    RoasCohorts,
    /// A line without words
    Sparkline,
    /// What each uncertain input does to the figure at the end
    Tornado,
    /// Where each scenario ends the fiscal year, simulated
    Scenarios,
}
