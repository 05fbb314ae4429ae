//! The ground that nodes are put on: zones, the tray, and what a place there says.
//!
//! Owns: which place means which character and depth. Must not know: what is written.

use domain::{Character, Organization, OrganizationId};
use layout::{NodeBox, Point, Rect, Zone, Zones};

use super::judging::Meant;
use crate::commands::map;
use crate::loaded::Loaded;
use crate::open::OpenWorkspace;
use crate::wire::*;
use crate::{ErrorReply, Refusal};

/// How far a box slides so that it keeps to its zone, and in which steps.
const SLIDE: i32 = 50;
const SLIDE_STEP: f64 = 6.0;

/// The zones as they lie now, and the box of each node.
pub(super) struct Ground {
    nodes: Vec<(OrganizationId, layout::Node)>,
    zones: Zones,
    tray: Option<Rect>,
}

impl Ground {
    pub(super) fn now(open: &OpenWorkspace, loaded: &Loaded) -> Result<Self, ErrorReply> {
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

    pub(super) fn holds(&self, meant: &Meant<'_>, at: Point) -> bool {
        let node = self.node(meant.partner.id);
        node.is_some_and(|node| self.zones.hold(zone(meant.character), &around(&node.size, at)))
    }

    /// Where each may lie, and which of them cross a bound.
    pub(super) fn settle(
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
