//! Laying out the map: every style, kept in its default view as one step.
//!
//! Owns: what a layout writes, and what it tells while it runs. Must not know: how places are found.

use std::collections::BTreeMap;

use domain::{Name, OrganizationId, Placement, View, ViewId};
use picture::map::MapInput;
use serde_json::json;
use store::Step;

use crate::arranged::{Arranged, Choice, arrange};
use crate::loaded::Loaded;
use crate::stopwatch::Stopwatch;
use crate::wire::*;
use crate::{App, ErrorReply, Refusal, WindowId};

/// Lays out the map. Changes made meanwhile wait only for the writing; who came or went by then is left out.
pub fn run(app: &App, window: &WindowId, request: LayoutRun) -> Result<LayoutDone, ErrorReply> {
    let done = lay_out(app, window, &request);
    app.jobs.end(&request.job);
    done
}

fn lay_out(app: &App, window: &WindowId, request: &LayoutRun) -> Result<LayoutDone, ErrorReply> {
    if request.separate.is_some_and(|separate| !(0.0..=1.0).contains(&separate)) {
        return Err(ErrorReply::refused("Groups are kept apart by a number from 0 to 1: choose one of these."));
    }
    let stopwatch = Stopwatch::start("read");
    let loaded = app.loaded(window)?;
    let mut input = loaded.seen(&ViewSettings::default(), domain::Audience::Internal)?;
    input.separate = request.separate.unwrap_or(input.separate);
    let pins = loaded.pins(request.style, None);
    for node in &mut input.nodes {
        node.pinned = pins.get(&node.id).copied();
    }
    let tell = |phase: &str, done, total| app.progress(window, &request.job, phase, done, total);
    let choice = Choice { style: request.style, by: request.by, form: request.form };
    let arranged = arrange(&loaded, &mut input, choice, &stopwatch, &tell)?;
    stopwatch.enter("keep");
    let (view, kept) = if request.keep { keep(app, window, request.style, &input, &arranged)? } else { (None, false) };
    let view = view.or_else(|| loaded.default_view(request.style).map(|view| view.id));
    let (phases, milliseconds) = stopwatch.stop();
    Ok(LayoutDone {
        style: request.style,
        view,
        kept,
        organizations: places(&input, &arranged),
        phases,
        milliseconds,
        fill: arranged.fill,
        strayed: sorted(arranged.strayed.iter().map(|&node| placed(&input, node)).collect::<Vec<_>>()),
        clashing: sorted(
            arranged.clashing.iter().map(|pair| sorted(pair.map(|node| placed(&input, node)))).collect::<Vec<_>>(),
        ),
    })
}

/// Writes the places that are new, and the style's view when it has none yet. No step when nothing moved.
fn keep(
    app: &App,
    window: &WindowId,
    style: MapStyle,
    input: &MapInput,
    arranged: &Arranged,
) -> Result<(Option<ViewId>, bool), ErrorReply> {
    let _turn = app.write_turn();
    let now = app.loaded(window)?;
    let new = if now.default_view(style).is_none() { Some(new_view(app, style)?) } else { None };
    let Some(view) = new.as_ref().or_else(|| now.default_view(style)).map(|view| view.id) else {
        return Ok((None, false));
    };
    let (known, pins) = (now.places(style, None), now.pins(style, None));
    let moved = input.nodes.iter().zip(&arranged.places.positions).filter(|(node, at)| {
        let there = now.workspace.organization(node.id).is_some() && !pins.contains_key(&node.id);
        there && node.pinned.is_none() && known.get(&node.id) != Some(*at)
    });
    let placements: Vec<Placement> =
        moved.map(|(node, &(x, y))| Placement { view, organization: node.id, x, y, pinned: false }).collect();
    if placements.is_empty() {
        return Ok((now.default_view(style).map(|view| view.id), false));
    }
    let count = picture::format::count(placements.len() as u64);
    let sentence = format!("Laid out the map ({}): moved {count}", style.name().to_lowercase());
    let step =
        Step { command: "layout_run".into(), args: json!({ "style": style, "moved": placements.len() }), sentence };
    app.step(window, step, move |edit| {
        new.iter().try_for_each(|view| edit.insert(view))?;
        Ok(placements.iter().try_for_each(|placement| edit.put(placement))?)
    })?;
    Ok((Some(view), true))
}

/// An empty default view of a style.
pub(crate) fn new_view(app: &App, style: MapStyle) -> Result<View, ErrorReply> {
    let name = Name::parse(style.name()).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
    let id = app.host.new_id().into();
    Ok(View { id, name, style: style.key().to_owned(), is_default: true, settings: "{}".to_owned() })
}

fn places(input: &MapInput, arranged: &Arranged) -> Vec<Place> {
    let place = |(node, &(x, y)): (&picture::map::MapNode, &(f64, f64))| Place {
        id: node.id,
        name: node.name.clone(),
        x,
        y,
        pinned: node.pinned.is_some(),
    };
    let mut places: Vec<Place> = input.nodes.iter().zip(&arranged.places.positions).map(place).collect();
    places.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    places
}

/// By name, then id.
fn sorted<T: Ord, L: AsMut<[T]>>(mut list: L) -> L {
    list.as_mut().sort();
    list
}

fn placed(input: &MapInput, node: usize) -> Placed {
    Placed { name: input.nodes[node].name.clone(), id: input.nodes[node].id }
}

impl Loaded {
    /// The view that a style opens with.
    pub(crate) fn default_view(&self, style: MapStyle) -> Option<&View> {
        self.expected.views.iter().find(|view| view.is_default && view.style == style.key())
    }

    /// Where organizations were put by hand in a view, or in the one that its style opens with.
    pub(crate) fn pins(&self, style: MapStyle, view: Option<ViewId>) -> BTreeMap<OrganizationId, (f64, f64)> {
        self.placements(style, view, true)
    }

    /// Where the last layout kept there put the others.
    pub(crate) fn places(&self, style: MapStyle, view: Option<ViewId>) -> BTreeMap<OrganizationId, (f64, f64)> {
        self.placements(style, view, false)
    }

    fn placements(&self, style: MapStyle, view: Option<ViewId>, pinned: bool) -> BTreeMap<OrganizationId, (f64, f64)> {
        let view = view.or_else(|| self.default_view(style).map(|view| view.id));
        let rows = self.expected.placements.iter().filter(|row| Some(row.view) == view && row.pinned == pinned);
        rows.map(|row| (row.organization, (row.x, row.y))).collect()
    }
}
