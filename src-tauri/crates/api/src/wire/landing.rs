//! Where a metric lands, why it differs from its plan, and whose figures to trust.

use domain::{Key, Month, MotionId, ReforecastMethod};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a fiscal year lands.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LandingView {
    /// "€8.8M": as likely above as below.
    pub text: String,
    /// "€7.7M to €9.9M": in eight of ten cases, given what was measured. None where every month is measured.
    pub range_text: Option<String>,
    pub p10: f64,
    pub p50: f64,
    pub p90: f64,
    /// The method that was used; it may not be the chosen one, where that lacks something.
    pub method: ReforecastMethod,
    /// "by updating the plan with what was measured".
    pub method_text: String,
    /// Why this method, in a sentence.
    pub reason: String,
    /// What a person chose; none: the default of the metric's unit.
    pub chosen: Option<ReforecastMethod>,
    pub methods: Vec<MethodView>,
}

/// A way to reforecast.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MethodView {
    pub method: ReforecastMethod,
    /// "Updated plan".
    pub label: String,
    /// In one sentence.
    pub note: String,
}

/// Chooses how a metric is reforecast; none: by the default of its unit.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ReforecastSet {
    pub metric: Key,
    #[serde(default)]
    #[ts(optional)]
    pub method: Option<ReforecastMethod>,
}

/// Why a metric differs from its plan.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct EffectsView {
    /// The last measured month.
    pub to: Month,
    /// "€540k planned to Jun 2026", as a figure.
    pub planned_text: String,
    pub actual_text: String,
    pub variance_text: String,
    /// In the order of the chain; they add up to the variance exactly.
    pub effects: Vec<EffectView>,
    /// What was found, in a sentence.
    pub words: String,
}

/// One cause with what it changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct EffectView {
    /// `effect:timing`, `effect:orders`.
    pub id: String,
    /// "Timing", "Order value".
    pub name: String,
    /// Actual − planned because of it, in the metric's unit.
    pub change: f64,
    pub change_text: String,
    /// For the better; by the metric's good direction.
    pub better: bool,
    /// What it means, in a sentence.
    pub note: String,
}

/// How near past forecasts came.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TrustView {
    /// By motion and metric, the nearest first.
    pub motions: Vec<TrustRow>,
    /// By model, the nearest first: measures without a unit only.
    pub models: Vec<TrustRow>,
    /// What each column means.
    pub measures: Vec<MeasureNote>,
    /// What the forecasts were, in a sentence: of locked plans, or today's.
    pub basis: String,
}

/// One forecaster's record. Texts are "—" where a measure is not defined or months are too few.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TrustRow {
    /// None of a model.
    pub motion: Option<MotionId>,
    /// The motion's or the model's name.
    pub name: String,
    /// None of a model.
    pub metric: Option<Key>,
    pub metric_name: String,
    /// "Evenly"; empty of a model, whose name it is.
    pub model: String,
    /// Months compared.
    pub months: u32,
    /// How many of their forecasts are of locked plans; the others are today's.
    pub locked: u32,
    /// Fewer months than say anything.
    pub too_few: bool,
    /// Weighted absolute percentage error, as a fraction.
    pub wape: Option<f64>,
    pub wape_text: String,
    /// Mean of forecast − actual: in the metric's unit, of a model as a part of the mean actual.
    pub bias_text: String,
    pub mase_text: String,
    pub mape_text: String,
    /// Months whose actual lay inside the range, and months that had a range.
    pub inside: u32,
    pub ranged: u32,
    pub coverage_text: String,
    pub pinball_text: String,
    pub crps_text: String,
}

/// A measure in plain words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MeasureNote {
    pub name: String,
    pub meaning: String,
}
