//! How a workspace counts: the rules of its metrics that people may set. Owns their defaults; must not know deals.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Name;

/// The settings that metrics are counted by. Each is said beside the figures that it changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MetricRules {
    /// A partner sources a deal only when we had no open deal and no activity with the account in so many days before the
    /// introduction.
    pub sourcing_quiet_days: u32,
    /// A sourced deal closes within so many days of the introduction.
    pub sourcing_window_days: u32,
    /// Lifts count only partners that took part before a deal came into this stage; none: before it was closed.
    #[ts(type = "string | null")]
    pub lift_stage: Option<Name>,
    /// Whose a deal is when several partners took part.
    pub influence: InfluenceModel,
    /// Earnings per so many clicks: 1 or 100.
    pub epc_clicks: u32,
    /// The network's fee for the platform is part of affiliate cost.
    pub cost_has_platform_fee: bool,
    /// Discounts given are part of affiliate cost.
    pub cost_has_discounts: bool,
    /// What pipeline quality is made of.
    pub quality: QualityWeights,
    /// Market money pays back within so many months.
    pub fund_window_months: u32,
}

/// Whose a deal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InfluenceModel {
    /// Of the partner with the largest share.
    OnePartner,
    /// Of all of them, by their shares.
    Split,
}

/// Parts of pipeline quality; only their proportions matter.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct QualityWeights {
    /// Pipeline coverage, full at what the win rate needs.
    pub coverage: f64,
    /// Win rate, full at 50 %.
    pub win_rate: f64,
    /// Age of open deals against the usual cycle.
    pub age: f64,
    /// Part of open deals with a next step.
    pub next_step: f64,
}

impl Default for MetricRules {
    fn default() -> Self {
        Self {
            sourcing_quiet_days: 90,
            sourcing_window_days: 180,
            lift_stage: None,
            influence: InfluenceModel::Split,
            epc_clicks: 1,
            cost_has_platform_fee: false,
            cost_has_discounts: false,
            quality: QualityWeights::default(),
            fund_window_months: 12,
        }
    }
}

impl Default for QualityWeights {
    fn default() -> Self {
        Self { coverage: 0.3, win_rate: 0.3, age: 0.2, next_step: 0.2 }
    }
}
