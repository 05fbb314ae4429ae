//! The input as the templates read it: `data.json` and the pictures beside it.
//!
//! Everything stays data: texts are JSON strings that a template prints, pictures are files that it places.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::PressError;
use crate::color::{hex, readable};
use crate::fonts::{Fonts, Letters};
use crate::input::{Brand, BriefInput, Chart, DocumentInput, MotionPage, Part};
use crate::prose::{Block, prose};
use crate::timeline::{self, MotionTimeline, Overview};
use crate::words::words;

/// A PDF string may hold 32,767 characters; a title or an alternative text of that length helps nobody.
const METADATA_MAX: usize = 2_000;

/// The virtual files of one document.
pub struct Content {
    /// The template that is printed.
    pub main: &'static str,
    /// Name and bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// Characters that the bundled fonts cannot show, in order, each once.
    pub missing: Vec<char>,
    /// The fonts that show the others.
    pub fonts: &'static Fonts,
}

#[derive(Serialize)]
struct Data<'a> {
    plan: &'a DocumentInput,
    words: &'a Map<String, Value>,
    prose: Vec<Prose>,
    timelines: Vec<MotionTimeline>,
    overview: Overview,
}

/// A text page, read.
#[derive(Serialize)]
struct Prose {
    title: String,
    blocks: Vec<Block>,
}

/// Makes the virtual files for `input`.
pub fn prepare(input: &DocumentInput) -> Result<Content, PressError> {
    let mut plan = input.clone();
    let words = words(&plan.language)?.table();
    let mut files = take_logos(&mut plan.brand);
    let mut pictures = take_pictures(&mut plan);
    settle_colors(&mut plan);
    shorten_metadata(&mut plan);
    let read = |page: crate::TextPage| {
        let (title, blocks) = prose(&page.title, &page.markdown);
        Prose { title, blocks }
    };
    let prose = std::mem::take(&mut plan.texts).into_iter().map(read).collect();
    let data = Data {
        prose,
        timelines: plan.motions.iter().map(|motion| timeline::of_motion(motion, plan.date)).collect(),
        overview: timeline::overview(&plan.motions, plan.date),
        plan: &plan,
        words,
    };
    let fault = |error: serde_json::Error| PressError::Data { detail: error.to_string() };
    let mut letters = Letters::default();
    for (_, svg) in &mut pictures {
        *svg = letters.showable(svg);
    }
    files.extend(pictures.into_iter().map(|(name, svg)| (name, svg.into_bytes())));
    finish("main.typ", serde_json::to_value(&data).map_err(fault)?, files, letters)
}

#[derive(Serialize)]
struct BriefData<'a> {
    plan: &'a BriefInput,
    words: &'a Map<String, Value>,
}

/// Makes the virtual files for a brief.
pub fn prepare_brief(input: &BriefInput) -> Result<Content, PressError> {
    let mut plan = input.clone();
    let words = words(&plan.language)?.table();
    let files = take_logos(&mut plan.brand);
    plan.brand.accent = readable(&plan.brand.accent);
    let logos = [&mut plan.brand.client, &mut plan.brand.preparer].into_iter().flatten().map(|logo| &mut logo.name);
    logos.chain([&mut plan.title, &mut plan.us]).chain(&mut plan.author).for_each(shorten);
    let json = serde_json::to_value(BriefData { plan: &plan, words });
    finish(
        "brief.typ",
        json.map_err(|error| PressError::Data { detail: error.to_string() })?,
        files,
        Letters::default(),
    )
}

/// Texts that fonts can show, as the file that the templates read.
fn finish(
    main: &'static str,
    mut json: Value,
    mut files: Vec<(String, Vec<u8>)>,
    mut letters: Letters,
) -> Result<Content, PressError> {
    make_showable(&mut json, &mut letters);
    let bytes = serde_json::to_vec(&json).map_err(|error| PressError::Data { detail: error.to_string() })?;
    files.push(("data.json".to_owned(), bytes));
    let fonts = letters.fonts();
    let mut missing = letters.missing;
    missing.sort_unstable();
    missing.dedup();
    Ok(Content { main, files, missing, fonts })
}

/// Gives each logo a file of its own.
fn take_logos(brand: &mut Brand) -> Vec<(String, Vec<u8>)> {
    let logos = [("client.png", &mut brand.client), ("preparer.png", &mut brand.preparer)];
    let taken = logos.into_iter().filter_map(|(name, logo)| {
        let logo = logo.as_mut()?;
        name.clone_into(&mut logo.file);
        Some((name.to_owned(), std::mem::take(&mut logo.png)))
    });
    taken.collect()
}

/// Moves each picture into a file of its own and leaves the file's name in its place.
fn take_pictures(plan: &mut DocumentInput) -> Vec<(String, String)> {
    let map = plan
        .map
        .iter_mut()
        .flat_map(|map| std::iter::once(&mut map.svg).chain(map.details.iter_mut().map(|detail| &mut detail.svg)));
    let in_chapters = plan.chapters.values_mut().flat_map(|chapter| &mut chapter.parts).filter_map(chart_of);
    let charts = plan.outcomes.charts.iter_mut().chain(in_chapters).map(|chart| &mut chart.svg);
    let pictures = map.chain(charts).enumerate().map(|(number, svg)| {
        let name = format!("picture-{}.svg", number + 1);
        let text = std::mem::replace(svg, name.clone());
        (name, text)
    });
    pictures.collect()
}

fn chart_of(part: &mut Part) -> Option<&mut Chart> {
    if let Part::Chart(chart) = part { Some(chart) } else { None }
}

fn settle_colors(plan: &mut DocumentInput) {
    let legend = plan.map.iter_mut().flat_map(|map| &mut map.legend).map(|kind| &mut kind.color);
    let groups = plan.partners.iter_mut().map(|group| &mut group.color);
    let profiles = plan.profiles.iter_mut().map(|profile| &mut profile.color);
    for color in legend.chain(groups).chain(profiles).chain(plan.motions.iter_mut().flat_map(colors_of)) {
        *color = hex(color);
    }
    plan.brand.accent = readable(&plan.brand.accent);
}

fn colors_of(motion: &mut MotionPage) -> impl Iterator<Item = &mut String> {
    let payers = motion.budget.iter_mut().flat_map(|budget| &mut budget.payers).map(|payer| &mut payer.color);
    motion.partners.iter_mut().map(|partner| &mut partner.color).chain(payers)
}

fn shorten_metadata(plan: &mut DocumentInput) {
    let in_chapters = plan.chapters.values_mut().flat_map(|chapter| &mut chapter.parts).filter_map(chart_of);
    let alts = plan.outcomes.charts.iter_mut().chain(in_chapters).map(|chart| &mut chart.alt);
    let map = plan
        .map
        .iter_mut()
        .flat_map(|map| std::iter::once(&mut map.alt).chain(map.details.iter_mut().map(|detail| &mut detail.alt)));
    let logos = [&mut plan.brand.client, &mut plan.brand.preparer].into_iter().flatten().map(|logo| &mut logo.name);
    let people = plan.prepared_by.iter_mut().chain(&mut plan.author);
    alts.chain(map).chain(logos).chain([&mut plan.title, &mut plan.us]).chain(people).for_each(shorten);
}

fn shorten(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(METADATA_MAX) {
        text.truncate(end);
        text.push('…');
    }
}

fn make_showable(value: &mut Value, letters: &mut Letters) {
    match value {
        Value::String(text) => *text = letters.showable(text),
        Value::Array(items) => items.iter_mut().for_each(|item| make_showable(item, letters)),
        Value::Object(fields) => fields.values_mut().for_each(|field| make_showable(field, letters)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
