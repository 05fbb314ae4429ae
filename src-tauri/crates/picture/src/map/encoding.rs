//! What a node's color says: its kind, or a field or measure that was chosen.
//!
//! Owns: which colors, and what the legend says of them. Must not know: how fill and dash say the character.

use super::{ColorBy, MapInput, MapNode, Shade};
use crate::Paint;

/// Chart colors, safe among themselves under the common kinds of color blindness. Pine and clay, which strategy and tactic
/// own in lines, come last.
const CATEGORIES: [&str; 6] = ["c2", "c4", "c5", "c6", "c1", "c3"];
/// All further categories.
const OTHER: &str = "text-3";
/// One hue, the more the stronger; the palest still stands out from the canvas.
const RAMP: &str = "c4";
const STEPS: [f32; 5] = [0.6, 0.7, 0.8, 0.9, 1.0];
/// Nothing is known of it.
const NONE: &str = "line-3";

/// The color of a node before its character decides how much of it fills the shape.
pub(super) fn color(input: &MapInput, scale: &Scale, node: &MapNode) -> Paint {
    let kind = || input.kinds.get(node.kind).map_or("text-3", |kind| kind.color.as_str());
    match (&input.color_by, node.shade) {
        (None, _) => Paint::plain(kind()),
        (Some(ColorBy::Categories { names, .. }), Some(Shade::Category(place))) if place < names.len() => {
            category(place)
        }
        (Some(ColorBy::Values { .. }), Some(Shade::Value(value))) if value.is_finite() => scale.paint(value),
        (Some(_), _) => Paint::plain(NONE),
    }
}

/// From the least to the most of the figures shown.
pub(super) struct Scale {
    least: f64,
    most: f64,
}

impl Scale {
    pub(super) fn of(input: &MapInput) -> Self {
        let figures = input.nodes.iter().filter_map(|node| match node.shade {
            Some(Shade::Value(value)) if value.is_finite() => Some(value),
            _ => None,
        });
        let (least, most) = figures.fold((f64::MAX, f64::MIN), |(a, b), value| (a.min(value), b.max(value)));
        Self { least, most }
    }

    fn paint(&self, value: f64) -> Paint {
        let span = self.most - self.least;
        let part = if span > 0.0 { ((value - self.least) / span).clamp(0.0, 1.0) } else { 1.0 };
        let step = ((part * STEPS.len() as f64) as usize).min(STEPS.len() - 1);
        Paint::plain(RAMP).mixed(STEPS[step])
    }
}

fn category(place: usize) -> Paint {
    Paint::plain(CATEGORIES.get(place).copied().unwrap_or(OTHER))
}

/// Each color with its words and how many partners have it, for the legend.
pub(super) fn entries(input: &MapInput) -> Vec<(Paint, String, u32)> {
    let shades = || input.nodes.iter().filter(|node| !node.us).map(|node| node.shade);
    let count = |test: &dyn Fn(Option<Shade>) -> bool| {
        u32::try_from(shades().filter(|shade| test(*shade)).count()).unwrap_or(u32::MAX)
    };
    let mut entries = Vec::new();
    let known: &dyn Fn(Option<Shade>) -> bool = match &input.color_by {
        None => return entries,
        Some(ColorBy::Categories { names, .. }) => {
            for (place, name) in names.iter().enumerate().take(CATEGORIES.len()) {
                entries.push((category(place), name.clone(), count(&|shade| shade == Some(Shade::Category(place)))));
            }
            let others = |shade| matches!(shade, Some(Shade::Category(place)) if (CATEGORIES.len()..names.len()).contains(&place));
            entries.push((Paint::plain(OTHER), "Other".to_owned(), count(&others)));
            &|shade| matches!(shade, Some(Shade::Category(place)) if place < names.len())
        }
        Some(ColorBy::Values { ends, .. }) => {
            let scale = Scale::of(input);
            for (step, mix) in STEPS.into_iter().enumerate() {
                let paint = Paint::plain(RAMP).mixed(mix);
                let words = match step {
                    0 => ends[0].clone(),
                    4 => ends[1].clone(),
                    _ => String::new(),
                };
                let here = |shade| matches!(shade, Some(Shade::Value(value)) if value.is_finite() && scale.paint(value) == paint);
                entries.push((paint.clone(), words, count(&here)));
            }
            &|shade| matches!(shade, Some(Shade::Value(value)) if value.is_finite())
        }
    };
    entries.push((Paint::plain(NONE), "None".to_owned(), count(&|shade| !known(shade))));
    // A ramp keeps its steps; a name, "Other" and "None" are there when someone has them.
    let ramp = matches!(input.color_by, Some(ColorBy::Values { .. }));
    entries.retain(|(_, name, count)| *count > 0 || (ramp && name != "None"));
    entries
}
