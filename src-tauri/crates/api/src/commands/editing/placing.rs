//! Nodes put somewhere by hand. In the organic style a place says something: crossing a bound needs a reason and becomes
//! an overrule of the lens.

use domain::{Organization, OrganizationId, Placement, View, ViewId};
use layout::Point;
use serde_json::json;
use store::Step;

use super::ground::Ground;
use super::judging::{Meant, in_words, overrules};
use super::judgments::Judgments;
use super::{bad, named, partners};
use crate::commands::layout::new_view;
use crate::loaded::Loaded;
use crate::open::OpenWorkspace;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Beyond this no map reaches.
const FAR: f64 = 1e6;

/// Pins nodes where they were dropped, as one step. Those whose box would cross a bound slide to its side; those dropped
/// beyond a bound are asked about, and with a reason become overrules of the lens in the same step.
pub fn place_many(app: &App, window: &WindowId, request: MapPlaceMany) -> Result<MapPlaced, ErrorReply> {
    let open = app.open_in(window)?;
    let loaded = open.loaded(app.host.today())?;
    let ids: Vec<OrganizationId> = request.moves.iter().map(|each| each.id).collect();
    let partners = partners(&loaded, &ids)?;
    if request.moves.iter().any(|each| !(each.x.abs() < FAR && each.y.abs() < FAR)) {
        return Err(bad("A place is no place on the map: send finite numbers."));
    }
    own_view(&open, &loaded)?;
    let (new_view, view) = view(app, &loaded, request.style, request.view)?;
    let wanted: Vec<(&Organization, Point)> = partners
        .iter()
        .filter_map(|partner| Some((partner, request.moves.iter().find(|each| each.id == partner.id)?)))
        .map(|(partner, to)| (partner, (to.x, to.y)))
        .collect();
    let (settled, crossings) = if request.style == MapStyle::Organic {
        Ground::now(&open, &loaded)?.settle(&loaded, &wanted)?
    } else {
        (wanted.iter().map(|(_, at)| *at).collect(), Vec::new())
    };
    let overrules = match request.reason {
        _ if crossings.is_empty() => Vec::new(),
        None => return Ok(MapPlaced { crossings }),
        Some(reason) => {
            let meant = crossings.iter().filter_map(|crossing| {
                let partner = partners.iter().find(|partner| partner.id == crossing.id)?;
                Some(Meant { partner, character: crossing.to, depth: crossing.new_depth })
            });
            overrules(app, &loaded, &meant.collect::<Vec<_>>(), reason)?
        }
    };
    let placement = |((partner, _), (x, y)): (&(&Organization, Point), Point)| Placement {
        view,
        organization: partner.id,
        x,
        y,
        pinned: true,
    };
    let placements: Vec<Placement> = wanted.iter().zip(settled).map(placement).collect();
    let step = Step {
        command: "map_place_many".into(),
        args: json!({ "moves": placements.len(), "overruled": overrules.len() }),
        sentence: sentence(request.gesture, &partners, &crossings),
    };
    let step = if overrules.is_empty() { step } else { in_words(&loaded, step) };
    let judgments = Judgments::of(app, &loaded, overrules);
    app.step(window, step, move |edit| {
        new_view.iter().try_for_each(|view| edit.insert(view))?;
        judgments.write(edit)?;
        Ok(placements.iter().try_for_each(|placement| edit.put(placement))?)
    })?;
    Ok(MapPlaced { crossings: Vec::new() })
}

/// Lets the layout place partners again, as one step.
pub fn unpin_many(app: &App, window: &WindowId, request: MapUnpinMany) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let (_, view) = view(app, &loaded, request.style, request.view)?;
    let pinned = |partner: &Organization| {
        let own = |row: &&Placement| (row.view, row.organization) == (view, partner.id);
        loaded.expected.placements.iter().find(own).is_some_and(|row| row.pinned)
    };
    let mut partners = partners(&loaded, &request.ids)?;
    partners.retain(pinned);
    if partners.is_empty() {
        return Err(ErrorReply::refused("None of the selected partners is pinned: the layout places them already."));
    }
    let sentence = format!("Unpinned {} on the map", named(&partners));
    let step = Step { command: "map_unpin_many".into(), args: json!({ "ids": request.ids }), sentence };
    let ids: Vec<_> = partners.iter().map(|partner| (view, partner.id)).collect();
    app.step(window, step, move |edit| Ok(ids.iter().try_for_each(|id| edit.delete::<Placement>(id))?))?;
    Ok(Nothing {})
}

/// Pins of organic views that lie outside the zone that a partner is meant for.
pub(super) fn pins_outside(
    open: &OpenWorkspace,
    loaded: &Loaded,
    meant: &[Meant<'_>],
) -> Result<Vec<(ViewId, OrganizationId)>, ErrorReply> {
    let ground = Ground::now(open, loaded)?;
    let organic = |id| loaded.expected.views.iter().any(|view| view.id == id && view.style == MapStyle::Organic.key());
    let outside = |row: &&Placement| {
        let each = meant.iter().find(|each| each.partner.id == row.organization);
        each.is_some_and(|each| row.pinned && organic(row.view) && !ground.holds(each, (row.x, row.y)))
    };
    Ok(loaded.expected.placements.iter().filter(outside).map(|row| (row.view, row.organization)).collect())
}

/// Places are kept as seen from us.
fn own_view(open: &OpenWorkspace, loaded: &Loaded) -> Result<(), ErrorReply> {
    let elsewhere = open.look().settings.center.filter(|center| *center != loaded.expected.settings.us);
    let Some(center) = elsewhere.and_then(|center| loaded.expected.organization(center)) else { return Ok(()) };
    Err(ErrorReply::refused(format!("The map is seen from {}: go back to our own view to move partners.", center.name)))
}

/// The view whose places are meant; a style that was never used gets its view now.
fn view(app: &App, loaded: &Loaded, style: MapStyle, id: Option<ViewId>) -> Result<(Option<View>, ViewId), ErrorReply> {
    let Some(id) = id.or_else(|| loaded.default_view(style).map(|view| view.id)) else {
        let new = new_view(app, style)?;
        let id = new.id;
        return Ok((Some(new), id));
    };
    let found = loaded.expected.views.iter().any(|view| view.id == id && view.style == style.key());
    found
        .then_some((None, id))
        .ok_or_else(|| ErrorReply::refused("This map view is no longer there: choose another one."))
}

fn sentence(gesture: PlaceGesture, partners: &[Organization], crossings: &[ZoneCrossing]) -> String {
    let done = match gesture {
        PlaceGesture::Move => "Moved",
        PlaceGesture::Pin => "Pinned",
        PlaceGesture::Align => "Aligned",
        PlaceGesture::Distribute => "Distributed",
    };
    let what = named(partners);
    match crossings {
        [] => format!("{done} {what} on the map"),
        [one, rest @ ..] if rest.iter().all(|other| other.to == one.to) => {
            format!("{done} {what} on the map, judged {}", super::judging::word(one.to))
        }
        _ => format!("{done} {what} on the map, judged anew"),
    }
}
