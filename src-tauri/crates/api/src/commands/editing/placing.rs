//! Nodes put somewhere by hand. In the organic style a place says something: crossing a bound needs a reason and becomes
//! an overrule of the lens.

use domain::{Character, Organization, OrganizationId, Placement, View, ViewId};
use layout::{NodeBox, Point, Rect, Zone, Zones};
use serde_json::json;
use store::Step;

use super::judging::{Meant, overrules};
use super::{bad, named, partners};
use crate::commands::layout::new_view;
use crate::commands::map;
use crate::loaded::Loaded;
use crate::open::OpenWorkspace;
use crate::wire::*;
use crate::{App, ErrorReply, Refusal, WindowId};

/// How far a box slides so that it keeps to its zone, and in which steps.
const SLIDE: i32 = 50;
const SLIDE_STEP: f64 = 6.0;
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
    app.step(window, step, move |edit| {
        new_view.iter().try_for_each(|view| edit.insert(view))?;
        overrules.iter().try_for_each(|overrule| edit.insert(overrule))?;
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

/// The zones as they lie now, and the box of each node.
struct Ground {
    nodes: Vec<(OrganizationId, layout::Node)>,
    zones: Zones,
    tray: Option<Rect>,
}

impl Ground {
    fn now(open: &OpenWorkspace, loaded: &Loaded) -> Result<Self, ErrorReply> {
        let shown = open.look();
        let look = if shown.style == MapStyle::Organic { shown } else { MapRequest::default() };
        let mut input = map::remembered(open, loaded, &look)?;
        let nodes = picture::map::measured(&input).nodes;
        let nodes = input.nodes.iter().map(|node| node.id).zip(nodes).collect();
        let organic = map::arrange_organic(open, &look, &mut input);
        Ok(Self { nodes, zones: organic.zones, tray: organic.tray.map(|tray| tray.rect) })
    }

    fn node(&self, id: OrganizationId) -> Option<&layout::Node> {
        self.nodes.iter().find(|(node, _)| *node == id).map(|(_, node)| node)
    }

    fn holds(&self, meant: &Meant<'_>, at: Point) -> bool {
        let node = self.node(meant.partner.id);
        node.is_some_and(|node| self.zones.hold(zone(meant.character), &around(&node.size, at)))
    }

    /// Where each may lie, and which of them cross a bound.
    fn settle(
        &self,
        loaded: &Loaded,
        wanted: &[(&Organization, Point)],
    ) -> Result<(Vec<Point>, Vec<ZoneCrossing>), ErrorReply> {
        let (mut places, mut crossings) = (Vec::new(), Vec::new());
        for (partner, at) in wanted {
            let node = self.node(partner.id).ok_or_else(|| {
                ErrorReply::refused(format!("{} is not on the map in the chosen scenario.", partner.name))
            })?;
            let beyond = self.character_at(*at);
            let in_tray = self.tray.is_some_and(|tray| inside(&tray, *at));
            let to = match node.zone {
                Zone::Unlinked if beyond == Character::Transactional => Zone::Unlinked,
                Zone::Unlinked => return Err(unrelated(loaded, partner)),
                Zone::Unknown if in_tray => Zone::Unknown,
                _ if in_tray => return Err(waiting_room(partner)),
                _ => zone(beyond),
            };
            if to != node.zone {
                let standing = loaded.assessment.organization(partner.id);
                crossings.push(ZoneCrossing {
                    id: partner.id,
                    name: partner.name.to_string(),
                    from: standing.map_or(Character::Unknown, |s| s.character),
                    to: beyond,
                    depth: standing.and_then(|s| s.depth),
                    new_depth: self.depth_at(*at, loaded),
                });
            }
            places.push(self.slid(to, &node.size, *at).ok_or_else(|| full(partner))?);
        }
        Ok((places, crossings))
    }

    fn character_at(&self, at: Point) -> Character {
        if away(at, self.zones.core) <= 1.0 {
            Character::Strategic
        } else if away(at, self.zones.ecotone) <= 1.0 {
            Character::Ecotone
        } else {
            Character::Transactional
        }
    }

    /// The nearest place whose box keeps to the zone.
    fn slid(&self, zone: Zone, size: &NodeBox, at: Point) -> Option<Point> {
        if self.zones.hold(zone, &around(size, at)) {
            return Some(at);
        }
        let offsets = (-SLIDE..=SLIDE).flat_map(|down| (-SLIDE..=SLIDE).map(move |right| (right, down)));
        let held = offsets.filter(|(right, down)| {
            let to = (at.0 + SLIDE_STEP * f64::from(*right), at.1 + SLIDE_STEP * f64::from(*down));
            self.zones.hold(zone, &around(size, to))
        });
        let (right, down) = held.min_by_key(|(right, down)| right * right + down * down)?;
        Some((at.0 + SLIDE_STEP * f64::from(right), at.1 + SLIDE_STEP * f64::from(down)))
    }

    /// What a place says: from us at 5 through the bounds to the rim at 0, evenly in between.
    fn depth_at(&self, at: Point, loaded: &Loaded) -> f64 {
        let bounds = loaded.workspace.settings.bounds;
        let Zones { core, ecotone, rim } = self.zones;
        let part = |inner: Point, outer: Point| {
            let span = outer.0 / inner.0.max(1.0) - 1.0;
            ((away(at, inner) - 1.0) / span.max(1e-6)).clamp(0.0, 1.0)
        };
        let depth = match self.character_at(at) {
            Character::Strategic => 5.0 + (bounds.upper - 5.0) * away(at, core),
            Character::Ecotone => bounds.upper + (bounds.lower - bounds.upper) * part(core, ecotone),
            Character::Transactional | Character::Unknown => bounds.lower * (1.0 - part(ecotone, rim)),
        };
        (depth * 10.0).round() / 10.0
    }
}

fn zone(character: Character) -> Zone {
    match character {
        Character::Strategic => Zone::Strategic,
        Character::Ecotone => Zone::Ecotone,
        Character::Transactional => Zone::Transactional,
        Character::Unknown => Zone::Unknown,
    }
}

/// The distance from us as a share of an ellipse's reach that way.
fn away((x, y): Point, (rx, ry): Point) -> f64 {
    let (x, y) = (x / rx.max(1.0), y / ry.max(1.0));
    (x * x + y * y).sqrt()
}

fn around(size: &NodeBox, (x, y): Point) -> Rect {
    Rect { x: x - size.half_width, y: y - size.above, w: 2.0 * size.half_width, h: size.above + size.below }
}

fn inside(rect: &Rect, (x, y): Point) -> bool {
    (rect.x..=rect.x + rect.w).contains(&x) && (rect.y..=rect.y + rect.h).contains(&y)
}

fn unrelated(loaded: &Loaded, partner: &Organization) -> ErrorReply {
    let us = loaded.expected.organization(loaded.expected.settings.us);
    let us = us.map_or_else(|| "us".to_owned(), |us| us.name.to_string());
    ErrorReply::new(
        Refusal::OutsideZone,
        format!("{} has no line to {us}, so it stands outside the zones: relate the two first.", partner.name),
    )
}

fn waiting_room(partner: &Organization) -> ErrorReply {
    ErrorReply::new(
        Refusal::OutsideZone,
        format!("{} has a character, and the tray is for those who have none yet: drop it elsewhere.", partner.name),
    )
}

fn full(partner: &Organization) -> ErrorReply {
    ErrorReply::new(
        Refusal::OutsideZone,
        format!(
            "{} and its name do not fit there without crossing the bound of its zone: drop it elsewhere.",
            partner.name
        ),
    )
}
