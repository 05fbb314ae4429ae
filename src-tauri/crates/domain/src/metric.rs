//! Metrics: what is counted, in what unit, and on which side of the one distinction.

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

/// What is counted in the workspace, each thing once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// Value of won deals that a partner advanced and we created, by the month they were closed in.
    InfluencedRevenue,
    /// Value of open and won deals that a partner advanced and we created, by the month they were opened in.
    InfluencedPipeline,
    /// Value of won deals that a partner originated, by the month they were closed in.
    SourcedRevenue,
    /// Value of open and won deals that a partner originated, by the month they were opened in.
    SourcedPipeline,
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
    NotMoney,
}

impl Metric {
    /// The metrics that every workspace begins with.
    pub fn built_in() -> Vec<Self> {
        use MetricSide::{Strategic, Tactical};
        use MetricUnit::{Count, Money};
        [
            ("revenue", "Partner-influenced revenue", Money, Better::Higher, Strategic, Basis::FirstYearValue,
                "First-year contract value of won deals that we created and a partner materially advanced. Each deal counts once."),
            ("pipeline", "Partner-influenced pipeline", Money, Better::Higher, Strategic, Basis::FirstYearValue,
                "First-year contract value of open and won deals that a partner materially advanced. Each deal counts once."),
            ("sourced_revenue", "Partner-sourced revenue", Money, Better::Higher, Strategic, Basis::FirstYearValue,
                "First-year contract value of won deals that a partner originated, closed within 180 days. Never counted as influenced too."),
            ("introductions", "Qualified introductions", Count, Better::Higher, Strategic, Basis::NotMoney,
                "Introductions by a partner that became an open deal."),
            ("affiliate_revenue", "Affiliate revenue", Money, Better::Higher, Tactical, Basis::Collected,
                "Order value attributed to affiliates, net of tax and refunds."),
            ("affiliate_cost", "Affiliate cost", Money, Better::Lower, Tactical, Basis::Collected,
                "Commission, network fees and bonuses for the same orders."),
            ("orders", "Affiliate orders", Count, Better::Higher, Tactical, Basis::NotMoney,
                "Approved orders attributed to affiliates."),
        ]
        .into_iter()
        .zip(0..)
        .filter_map(|((key, name, unit, better, side, basis, definition), position)| {
            Some(Self {
                key: Key::literal(key),
                name: Name::parse(name).ok()?,
                unit,
                better,
                over_months: OverMonths::Sum,
                side,
                basis,
                definition: definition.into(),
                position,
                over_motions: OverMotions::Sum,
                origin: MetricOrigin::Measured,
                source: String::new(),
                floor: 0,
                headline: false,
            })
        })
        .collect()
    }
}
