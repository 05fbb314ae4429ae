//! Metrics: what is counted, in what unit, and on which side of the one distinction.
//!
//! [`built_in`](Metric::built_in) lists them; [`library`] reads their formulas ([`formula`]); [`ledger`] holds what was
//! measured or counted, in one [`sheet`] by metric, month and [`line`]; [`evaluate`] works any of them out from there, and
//! [`explain`] tells how.
//! Must not know what is planned: a plan is another sheet, evaluated by the same rules.

mod built_in;
pub mod cohorts;
pub mod evaluate;
pub mod explain;
pub mod formula;
pub mod ledger;
pub mod library;
pub mod line;
pub mod sheet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Key, Name};

/// Something counted by month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Metric {
    /// Its key.
    pub key: Key,
    /// On the screen.
    pub name: Name,
    /// Money, a count or a ratio.
    pub unit: MetricUnit,
    /// Which way is good.
    pub better: Better,
    /// How months add up.
    pub over_months: OverMonths,
    /// Strategic or tactical.
    pub side: MetricSide,
    /// What revenue means here.
    pub basis: Basis,
    /// What it is, in words a person can check.
    pub definition: String,
    /// Place in lists, from 0.
    pub position: u32,
    /// How motions add up.
    #[serde(default)]
    pub over_motions: OverMotions,
    /// Where its figures come from.
    #[serde(default)]
    pub origin: MetricOrigin,
    /// Who says so, where somebody outside does ("market report 2026, p. 4").
    #[serde(default)]
    pub source: String,
    /// How many cases a figure needs before it is said as a finding: below it, it is Unknown.
    #[serde(default)]
    pub floor: u32,
    /// Among the key figures of its side.
    #[serde(default)]
    pub headline: bool,
}

/// How a metric's motions make a portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum OverMotions {
    #[default]
    Sum,
    Average,
    /// The sums of what it is worked out from, divided once.
    RatioOfSums,
}

/// Where a metric's figures come from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MetricOrigin {
    /// Typed or imported, as actuals.
    #[default]
    Measured,
    /// Counted in what the workspace holds: deals, touches, funds, relationships.
    Counted(Count),
    /// Worked out from other metrics.
    Formula(String),
}

/// What is counted in the workspace, each thing once: what is counted in deals first, up to [`Count::WonTargetAccounts`].
/// Built-in metrics' definitions tell each rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it, and the definitions of the built-in metrics say the rest")]
pub enum Count {
    /// Value of won deals that a partner advanced and we created, by the month they were closed in.
    InfluencedRevenue,
    /// Value of open and won deals that a partner advanced and we created, by the month they were opened in.
    InfluencedPipeline,
    /// Value of won deals that a partner originated, by the month they were closed in.
    SourcedRevenue,
    /// Value of open and won deals that a partner originated, by the month they were opened in.
    SourcedPipeline,
    WonRevenue,
    AllPipeline,
    Deals,
    DealsWithPartner,
    DealValue,
    DealValueWithPartner,
    WonDeals,
    LostDeals,
    WonWithPartner,
    LostWithPartner,
    WonWithoutPartner,
    LostWithoutPartner,
    WonValueWithPartner,
    WonValueWithoutPartner,
    DaysToClose,
    DaysToCloseWithPartner,
    DaysToCloseWithoutPartner,
    OpenPipeline,
    WeightedPipeline,
    OpenDeals,
    OpenDealsWithNextStep,
    OpenDealDays,
    PartnerCustomers,
    /// By the end of the period, whenever it happened.
    WonTargetAccounts,
    FundAllocated,
    FundUsed,
    FundSpent,
    FundRevenue,
    /// By the end of the period, whenever it happened.
    RecruitedPartners,
    /// By the end of the period, whenever it happened.
    ActivatedPartners,
    /// The same for every period and motion.
    TargetAccounts,
    /// The same for every period and motion.
    Affiliates,
    /// Of whole fiscal years only.
    MarketSize,
    /// Different partners of the twelve months up to the end of the period.
    ActivePartners,
    /// Different organizations of the period.
    EngagedAffiliates,
    Concentration,
    TopThreeShare,
    /// As of today.
    WeightGiven,
    /// As of today.
    WeightGot,
}

/// The unit of a metric's figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum MetricUnit {
    Money,
    Count,
    /// A plain quotient: 4.3.
    Ratio,
    /// A part of a whole, kept as 0 to 1 and shown as a percentage.
    Percent,
    /// 0 to 100.
    Score,
    Days,
}

/// Which direction of a metric is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Better {
    Higher,
    Lower,
}

/// How a metric's months make a longer period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum OverMonths {
    Sum,
    /// As of the first month: what a period opened with.
    First,
    Last,
    Average,
    /// The sums of what it is worked out from, divided once.
    RatioOfSums,
}

/// The side of the one distinction that a metric belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum MetricSide {
    Strategic,
    Tactical,
    /// "Total partner revenue", the one figure in which the two meet.
    Both,
}

/// What a money metric counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Basis {
    FirstYearValue,
    AnnualRecurring,
    /// Cash, net of tax and refunds.
    Collected,
    /// Cash, with tax and before refunds.
    CollectedGross,
    /// Contract value and cash beside each other: only in "Total partner revenue".
    Mixed,
    NotMoney,
}
