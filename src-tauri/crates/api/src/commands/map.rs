//! The map: its picture, its outline, and nodes put somewhere by hand.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use domain::{OrganizationId, Placement};
use picture::DisplayList;
use picture::map::{Arrangement, Legend};
use serde_json::json;
use store::Step;

use crate::arranged::Choice;
use crate::loaded::Loaded;
use crate::open::OpenWorkspace;
use crate::stopwatch::Stopwatch;
use crate::wire::*;
use crate::{App, ErrorReply, Refusal, WindowId};

/// The map as a list, with its legend and its outline.
pub fn view(app: &App, window: &WindowId, request: MapRequest) -> Result<MapView, ErrorReply> {
    let open = app.open_in(window)?;
    let loaded = open.loaded(app.host.today())?;
    let (list, legend, shown) = draw(&open, &loaded, &request, true)?;
    open.keep_look(MapRequest { tidy_up: false, ..request });
    Ok(MapView { list, legend, outline: loaded.outline(&shown) })
}

/// Pins a node where it was dropped; refused where that would say something else about its depth.
pub fn place(app: &App, window: &WindowId, request: MapMove) -> Result<Nothing, ErrorReply> {
    let open = app.open_in(window)?;
    let loaded = open.loaded(app.host.today())?;
    let partner = loaded.organization(request.id)?;
    if partner.id == loaded.expected.settings.us {
        return Err(ErrorReply::new(Refusal::OutsideZone, "We stay in the center: depth is measured from there."));
    }
    check_zone(&open, &loaded, &request)?;
    let placement =
        Placement { view: default_view(&loaded)?, organization: partner.id, x: request.x, y: request.y, pinned: true };
    let sentence = format!("Moved {} on the map", partner.name);
    let args = json!({ "id": request.id, "x": request.x, "y": request.y });
    app.step(window, Step { command: "map_move".into(), args, sentence }, move |edit| Ok(edit.put(&placement)?))?;
    Ok(Nothing {})
}

/// Lets the layout place a node again.
pub fn unpin(app: &App, window: &WindowId, request: PartnerRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = loaded.organization(request.id)?;
    let id = (default_view(&loaded)?, partner.id);
    if !loaded.pins(MapStyle::Organic, None).contains_key(&partner.id) {
        return Err(ErrorReply::refused(format!("{} is not pinned.", partner.name)));
    }
    let sentence = format!("Unpinned {} on the map", partner.name);
    let step = Step { command: "map_unpin".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Placement>(&id)?))?;
    Ok(Nothing {})
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
    let (places, zones) = open.places(loaded, look);
    let mut input = loaded.seen(&look.settings, look.audience)?;
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

/// Refuses a place outside the zone of the node's character.
fn check_zone(open: &OpenWorkspace, loaded: &Loaded, request: &MapMove) -> Result<(), ErrorReply> {
    let mut input = remembered(open, loaded, &open.look())?;
    let Some(index) = input.nodes.iter().position(|node| node.id == request.id) else {
        return Err(ErrorReply::refused("This partner is not on the map in the chosen scenario."));
    };
    input.nodes[index].pinned = Some((request.x, request.y));
    if !picture::map::arrange(&input).strayed.contains(&index) {
        return Ok(());
    }
    let character = picture::map::character_name(input.nodes[index].standing.character).to_lowercase();
    Err(ErrorReply::new(
        Refusal::OutsideZone,
        format!(
            "{} is {character}, and depth is shown by the distance from the center: move it within its zone, or change \
             what is known of the relationship.",
            input.nodes[index].name
        ),
    ))
}

fn default_view(loaded: &Loaded) -> Result<domain::ViewId, ErrorReply> {
    let view = loaded.default_view(MapStyle::Organic);
    view.map(|view| view.id)
        .ok_or_else(|| ErrorReply::refused("This workspace has no map view: open another copy of it."))
}
