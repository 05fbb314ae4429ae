//! What motions are expected to do, and what that is made from.

use domain::{DistributionKind, DriverId, Key, MetricUnit, Month, MotionId, ProjectionModel};
use forecast::InputUnit;
use picture::DisplayList;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// A motion's metric.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionRequest {
    pub motion: MotionId,
    pub metric: Key,
}

/// What a motion is expected to do to a metric, as typed. Texts are figures in the unit of what they stand for; a percent
/// sign divides by 100; an empty one is not given.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionSet {
    pub motion: MotionId,
    pub metric: Key,
    pub from: Month,
    pub months: u32,
    pub model: ProjectionModel,
    /// All months together, for models that have a target.
    #[serde(default = "no_text")]
    #[ts(optional, as = "Option<Text>")]
    pub total: Text,
    /// How low it may well be: a figure, or a part of the target with a percent sign.
    #[serde(default = "no_text")]
    #[ts(optional, as = "Option<Text>")]
    pub low: Text,
    /// How high it may well be.
    #[serde(default = "no_text")]
    #[ts(optional, as = "Option<Text>")]
    pub high: Text,
    /// How it lies between the ends; without it the usual way.
    #[serde(default)]
    #[ts(optional)]
    pub distribution: Option<DistributionKind>,
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ProjectionInputSet>>")]
    pub inputs: Vec<ProjectionInputSet>,
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ProjectionFigureSet>>")]
    pub figures: Vec<ProjectionFigureSet>,
}

fn no_text() -> Text {
    Text::default()
}

/// One input as typed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionInputSet {
    pub name: Key,
    #[serde(default = "no_text")]
    #[ts(optional, as = "Option<Text>")]
    pub value: Text,
    #[serde(default = "no_text")]
    #[ts(optional, as = "Option<Text>")]
    pub low: Text,
    #[serde(default = "no_text")]
    #[ts(optional, as = "Option<Text>")]
    pub high: Text,
    /// A figure that several projections share, in place of the three.
    #[serde(default)]
    #[ts(optional)]
    pub driver: Option<DriverId>,
    /// How it lies between the ends; without it the usual way.
    #[serde(default)]
    #[ts(optional)]
    pub distribution: Option<DistributionKind>,
}

/// One month's figure as typed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionFigureSet {
    pub month: Month,
    pub value: Text,
}

/// A projection to look at while it is typed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionDraft {
    pub projection: ProjectionSet,
    /// Size of the chart in pixels.
    pub width: f32,
    pub height: f32,
}

/// A projection as it can be typed again, and what it could be made from.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionForm {
    /// It is set already; the rest is then as set, else as one would begin.
    pub exists: bool,
    pub unit: MetricUnit,
    pub from: Month,
    pub months: u32,
    pub model: ProjectionModel,
    pub total: String,
    pub low: String,
    pub high: String,
    pub distribution: Option<DistributionKind>,
    pub inputs: Vec<ProjectionInputView>,
    pub figures: Vec<ProjectionFigureView>,
    pub base: ProjectionBase,
    pub models: Vec<ModelView>,
    pub drivers: Vec<DriverView>,
    /// The scenario cannot have what Expected has not.
    pub needs_expected: bool,
}

/// What Expected says of a projection, where the chosen scenario says something else; an empty text: nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionBase {
    pub from: Option<Month>,
    pub months: Option<u32>,
    /// Its label.
    pub model: Option<String>,
    pub total: Option<String>,
    pub low: Option<String>,
    pub high: Option<String>,
}

/// A model to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ModelView {
    pub model: ProjectionModel,
    pub label: String,
    pub note: String,
    /// It is made from a target.
    pub has_total: bool,
    /// It takes a figure for each month, and what these are.
    pub figures_label: Option<String>,
    pub inputs: Vec<InputView>,
}

/// An input that a model takes.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct InputView {
    pub name: String,
    pub label: String,
    pub unit: InputUnit,
    pub note: String,
    /// What stands in where it is not given; none: it has to be.
    pub default: Option<String>,
}

/// An input as it can be typed again.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionInputView {
    pub name: Key,
    pub value: String,
    pub low: String,
    pub high: String,
    pub driver: Option<DriverId>,
    pub distribution: Option<DistributionKind>,
    /// What Expected says, where the chosen scenario says something else.
    pub base: Option<String>,
}

/// A month's figure as it can be typed again.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionFigureView {
    pub month: Month,
    pub value: String,
    /// What Expected says, where the chosen scenario says something else.
    pub base: Option<String>,
}

/// A projection drawn before it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionPreview {
    pub chart: DisplayList,
    /// "€940k, between €620k and €1.36M".
    pub words: String,
}

/// A figure that several projections share.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DriverView {
    pub id: DriverId,
    pub name: String,
    pub unit: MetricUnit,
    pub value: String,
    pub low: String,
    pub high: String,
    pub distribution: Option<DistributionKind>,
    /// What Expected says, where the chosen scenario says something else.
    pub base: Option<String>,
    /// In how many projections.
    pub used: usize,
}

/// A shared figure as typed: a new one where no id is given.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DriverSet {
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<DriverId>,
    pub name: Text,
    pub unit: MetricUnit,
    pub value: Text,
    #[serde(default = "no_text")]
    #[ts(optional, as = "Option<Text>")]
    pub low: Text,
    #[serde(default = "no_text")]
    #[ts(optional, as = "Option<Text>")]
    pub high: Text,
    /// How it lies between the ends; without it the usual way.
    #[serde(default)]
    #[ts(optional)]
    pub distribution: Option<DistributionKind>,
}

/// One shared figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DriverRequest {
    pub id: DriverId,
}

/// A shared figure was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DriverKept {
    pub id: DriverId,
}
