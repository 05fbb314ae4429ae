//! What each series looks like: the design's encodings of plan, actual, reforecast and variance.
//!
//! Owns: tokens, widths and dashes. Must not know: figures.

use super::backend::Brush;
use super::measure::Measure;
use crate::{Paint, Stroke};

const DASH: [f32; 2] = [5.0, 3.0];

/// Solid thick ink.
pub(super) fn actual() -> Stroke {
    Stroke::solid("c-actual", 2.75)
}

/// Thin: solid pine, or dashed clay of a tactic.
pub(super) fn plan(measure: &Measure) -> Stroke {
    if measure.tactical() { Stroke::dashed("tactic", 1.75, &DASH) } else { Stroke::solid("c-proj", 1.75) }
}

/// The plan of one month, across its bar.
pub(super) fn plan_tick(measure: &Measure) -> Stroke {
    Stroke { width: 2.0, ..plan(measure) }
}

/// The target of a row, across its bar: thicker, since it is short.
pub(super) fn target(measure: &Measure) -> Stroke {
    let stroke = plan(measure);
    Stroke { width: 2.5, dash: if measure.tactical() { vec![3.0, 2.0] } else { Vec::new() }, ..stroke }
}

pub(super) fn plan_text(measure: &Measure) -> &'static str {
    if measure.tactical() { "tactic-text" } else { "strategy-text" }
}

/// Between the plan's low and high end.
pub(super) fn range(measure: &Measure) -> Paint {
    if measure.tactical() { Paint::plain("tactic").faded(0.10) } else { Paint::plain("c-fan-outer") }
}

/// Around the middle half of what may come.
pub(super) fn inner_range(measure: &Measure) -> Paint {
    if measure.tactical() { Paint::plain("tactic").faded(0.16) } else { Paint::plain("c-fan-inner") }
}

/// Violet dashes.
pub(super) fn reforecast() -> Stroke {
    Stroke::dashed("c-reforecast", 2.0, &[6.0, 4.0])
}

/// Thinner dashes around it.
pub(super) fn reforecast_end() -> Stroke {
    Stroke::dashed("c-reforecast", 1.0, &[3.0, 3.0])
}

/// Steel where a difference is for the better, oxblood where it is for the worse.
pub(super) fn variance(measure: &Measure, difference: f64) -> &'static str {
    if measure.good(difference) { "c-up" } else { "c-down" }
}

/// A filled bar.
pub(super) fn bar(id: impl Into<String>, color: &str) -> Brush {
    Brush { id: Some(id.into()), fill: Some(Paint::plain(color)), radius: 2.0, ..Brush::default() }
}

/// A pale bar behind others, on which words can be read.
pub(super) fn ground(id: impl Into<String>, fill: Paint) -> Brush {
    Brush { id: Some(id.into()), fill: Some(fill), radius: 2.0, ..Brush::default() }
}

/// The ground of a row's bar.
pub(super) fn track() -> Brush {
    Brush { fill: Some(Paint::plain("surface-3")), radius: 2.0, ..Brush::default() }
}

/// A planned amount as a thin bar: pale pine, or hatched clay of a tactic.
pub(super) fn planned(id: impl Into<String>, measure: &Measure) -> Brush {
    let id = Some(id.into());
    if measure.tactical() {
        let stroke = Some(Stroke::dashed("tactic", 1.0, &[3.0, 2.0]));
        return Brush { id, hatch: Some(Paint::plain("tactic")), stroke, radius: 1.0, ..Brush::default() };
    }
    Brush { id, fill: Some(Paint::plain("c-proj")), radius: 1.0, ..Brush::default() }
}

/// From low to high of what may come, as one bar.
pub(super) fn span(id: impl Into<String>, measure: &Measure, mix: f32) -> Brush {
    let color = if measure.tactical() { "tactic" } else { "strategy" };
    Brush { id: Some(id.into()), fill: Some(Paint::plain(color).mixed(mix)), radius: 3.0, ..Brush::default() }
}

/// What others are compared with.
pub(super) fn reference() -> Stroke {
    Stroke::dashed("text-3", 1.25, &[2.0, 3.0])
}

/// A small mark where a figure is still to come.
pub(super) fn waiting() -> Paint {
    Paint::plain("line-3")
}

/// The middle of a range, across it.
pub(super) fn middle(measure: &Measure) -> Stroke {
    Stroke::solid(if measure.tactical() { "tactic" } else { "strategy" }, 3.0)
}

/// Where it will land, across its row.
pub(super) fn landing() -> Stroke {
    Stroke { width: 3.0, dash: Vec::new(), ..reforecast() }
}

/// Can words be read on it? The tokens of ranges bring their own opacity.
pub(super) fn pale(paint: &Paint) -> bool {
    paint.opacity < 0.5 || paint.mix < 0.5 || paint.color.starts_with("c-fan")
}
