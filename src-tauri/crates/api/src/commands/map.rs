//! The map: its picture and its outline, in the look that was asked for.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use domain::OrganizationId;
use picture::DisplayList;
use picture::map::{Arrangement, Legend};

use crate::arranged::Choice;
use crate::loaded::Loaded;
use crate::open::OpenWorkspace;
use crate::stopwatch::Stopwatch;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// The map as a list, with its legend and its outline.
pub fn view(app: &App, window: &WindowId, request: MapRequest) -> Result<MapView, ErrorReply> {
    let open = app.open_in(window)?;
    let loaded = open.loaded(app.host.today())?;
    let (mut list, legend, shown) = draw(&open, &loaded, &request, true)?;
    // The window asks for each logo once, by itself: an edit need not send all of them again.
    list.rasters.clear();
    open.keep_look(MapRequest { tidy_up: false, ..request });
    Ok(MapView { list, legend, outline: loaded.outline(&shown) })
}

/// The map as a list, its legend, and who is on it. On the screen a large map keeps some lines for hover; on paper all
/// are drawn.
pub(crate) fn draw(
    open: &OpenWorkspace,
    loaded: &Loaded,
    look: &MapRequest,
    screen: bool,
) -> Result<(DisplayList, Legend, BTreeSet<OrganizationId>), ErrorReply> {
    let mut input = remembered(open, loaded, look)?;
    input.quiet = screen;
    let logos = open.logos()?;
    for node in &mut input.nodes {
        node.logo = logos.get(&node.id).filter(|_| !loaded.without_logos.contains(&node.id)).cloned();
    }
    let places = arrange(open, loaded, look, &mut input)?;
    let legend = picture::map::legend(&input);
    let shown = input.nodes.iter().map(|node| node.id).collect();
    Ok((picture::map::draw(&input, &places), legend, shown))
}

/// The map's input with pins, and with what is remembered of its last arrangement.
pub(crate) fn remembered(
    open: &OpenWorkspace,
    loaded: &Loaded,
    look: &MapRequest,
) -> Result<picture::map::MapInput, ErrorReply> {
    let mut input = loaded.seen(&look.settings, look.audience)?;
    let (places, zones) = open.places(loaded, look, &input);
    let pins = loaded.pins(look.style, look.view);
    // Pins say where something lies as seen from us.
    let own = look.settings.center.is_none_or(|center| center == loaded.workspace.settings.us);
    for node in &mut input.nodes {
        node.pinned = pins.get(&node.id).copied().filter(|_| own && !node.us);
        node.previous = places.get(&node.id).copied();
    }
    input.previous_zones = zones;
    input.tidy_up = look.tidy_up;
    Ok(input)
}

/// Arranges the map in the look's style.
fn arrange(
    open: &OpenWorkspace,
    loaded: &Loaded,
    look: &MapRequest,
    input: &mut picture::map::MapInput,
) -> Result<Arrangement, ErrorReply> {
    if look.style == MapStyle::Organic {
        return Ok((&arrange_organic(open, look, input)).into());
    }
    let choice = Choice { style: look.style, by: look.settings.rings_by, form: look.settings.form };
    let stopwatch = Stopwatch::start("map");
    let arranged = crate::arranged::arrange(loaded, input, choice, &stopwatch, &|_, _, _| ControlFlow::Continue(()))?;
    let places = input.nodes.iter().zip(&arranged.places.positions).map(|(node, at)| (node.id, *at)).collect();
    open.keep_places(look, places, None);
    Ok(arranged.places)
}

/// Arranges the organic map. What is remembered for the next time is the arrangement without pins: a pin that is undone leaves
/// no trace in it, neither at its node nor at those that made room.
pub(crate) fn arrange_organic(
    open: &OpenWorkspace,
    look: &MapRequest,
    input: &mut picture::map::MapInput,
) -> layout::Organic {
    let pins: Vec<Option<(f64, f64)>> = input.nodes.iter_mut().map(|node| node.pinned.take()).collect();
    let free = picture::map::arrange(input);
    let places = input.nodes.iter().zip(&free.positions).map(|(node, at)| (node.id, *at)).collect();
    open.keep_places(look, places, Some(free.zones));
    if pins.iter().all(Option::is_none) {
        return free;
    }
    for ((node, pin), at) in input.nodes.iter_mut().zip(pins).zip(&free.positions) {
        (node.pinned, node.previous) = (pin, Some(*at));
    }
    input.previous_zones = Some(free.zones);
    input.tidy_up = false;
    picture::map::arrange(input)
}
