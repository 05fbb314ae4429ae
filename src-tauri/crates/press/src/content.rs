//! The input as the templates read it: `data.json` and the pictures beside it.
//!
//! Everything stays data: texts are JSON strings that a template prints, pictures are files that it places.

use serde::Serialize;
use serde_json::Value;

use crate::color::hex;
use crate::fonts::FONTS;
use crate::input::{DocumentInput, MotionPage};
use crate::timeline::{self, MotionTimeline, Overview};
use crate::words;
use crate::{PressError, Scope};

/// A PDF string may hold 32,767 characters; a title or an alternative text of that length helps nobody.
const METADATA_MAX: usize = 2_000;

/// The virtual files of one document.
pub struct Content {
    /// Name and text.
    pub files: Vec<(String, String)>,
    /// Characters that the bundled fonts cannot show, in order, each once.
    pub missing: Vec<char>,
}

#[derive(Serialize)]
struct Data<'a> {
    scope: Scope,
    plan: &'a DocumentInput,
    words: Value,
    timelines: Vec<MotionTimeline>,
    overview: Overview,
}

/// Makes the virtual files for `input`.
pub fn prepare(input: &DocumentInput, scope: Scope) -> Result<Content, PressError> {
    let mut plan = input.clone();
    let words = words::of(&plan.language)?;
    if scope == Scope::Cover {
        plan.map = None;
        plan.partners.clear();
        plan.motions.clear();
    }
    let mut files = take_pictures(&mut plan);
    settle_colors(&mut plan);
    shorten_metadata(&mut plan);
    let data = Data {
        scope,
        timelines: plan.motions.iter().map(|motion| timeline::of_motion(motion, plan.date)).collect(),
        overview: timeline::overview(&plan.motions, plan.date),
        plan: &plan,
        words,
    };
    let fault = |error: serde_json::Error| PressError::Data { detail: error.to_string() };
    let mut json = serde_json::to_value(&data).map_err(fault)?;
    let mut missing = Vec::new();
    make_showable(&mut json, &mut missing);
    for (_, svg) in &mut files {
        *svg = FONTS.showable(svg, &mut missing);
    }
    files.push(("data.json".to_owned(), serde_json::to_string(&json).map_err(fault)?));
    missing.sort_unstable();
    missing.dedup();
    Ok(Content { files, missing })
}

/// Moves each picture into a file of its own and leaves the file's name in its place.
fn take_pictures(plan: &mut DocumentInput) -> Vec<(String, String)> {
    let map = plan.map.iter_mut().map(|map| &mut map.svg);
    let charts = plan.outcomes.charts.iter_mut().map(|chart| &mut chart.svg);
    let pictures = map.chain(charts).enumerate().map(|(number, svg)| {
        let name = format!("picture-{}.svg", number + 1);
        let text = std::mem::replace(svg, name.clone());
        (name, text)
    });
    pictures.collect()
}

fn settle_colors(plan: &mut DocumentInput) {
    let legend = plan.map.iter_mut().flat_map(|map| &mut map.legend).map(|kind| &mut kind.color);
    let groups = plan.partners.iter_mut().map(|group| &mut group.color);
    for color in legend.chain(groups).chain(plan.motions.iter_mut().flat_map(colors_of)) {
        *color = hex(color);
    }
}

fn colors_of(motion: &mut MotionPage) -> impl Iterator<Item = &mut String> {
    let payers = motion.budget.iter_mut().flat_map(|budget| &mut budget.payers).map(|payer| &mut payer.color);
    motion.partners.iter_mut().map(|partner| &mut partner.color).chain(payers)
}

fn shorten_metadata(plan: &mut DocumentInput) {
    let alts = plan.outcomes.charts.iter_mut().map(|chart| &mut chart.alt);
    let map = plan.map.iter_mut().map(|map| &mut map.alt);
    for text in alts.chain(map).chain([&mut plan.title, &mut plan.us]).chain(&mut plan.prepared_by) {
        if let Some((end, _)) = text.char_indices().nth(METADATA_MAX) {
            text.truncate(end);
            text.push('…');
        }
    }
}

fn make_showable(value: &mut Value, missing: &mut Vec<char>) {
    match value {
        Value::String(text) => *text = FONTS.showable(text, missing),
        Value::Array(items) => items.iter_mut().for_each(|item| make_showable(item, missing)),
        Value::Object(fields) => fields.values_mut().for_each(|field| make_showable(field, missing)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
