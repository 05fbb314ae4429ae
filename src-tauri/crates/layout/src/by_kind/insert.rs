//! Places for who has none yet: new nodes, and those that a pin pushed away. The others stay.
//!
//! Owns: free places inside areas, and room made below when there is none. Must not know: how the draft came about.

use super::Draft;
use super::frames::{Frames, GROUP_APART, GROUP_PAD, PAD, extent, framed};
use super::scene::Scene;
use crate::graph::{Cancelled, Phase, Watch, tell};
use crate::ground::Ground;
use crate::node::GAP;
use crate::{Point, Rect};

/// Distance between places tried, and how many there may be in an area.
const STEP: f64 = 6.0;
const PLACES: f64 = 20_000.0;
/// Rounding of places.
pub(super) const HAIR: f64 = 1e-6;
/// Places on one line count as one column or row.
const LINE: f64 = 0.5;

/// Gives everybody a place. Pins keep theirs; one that lies outside its area leaves no hole in it.
pub(super) fn complete(scene: &Scene<'_>, draft: Draft, watch: Watch<'_>) -> Result<Draft, Cancelled> {
    let mut inserting = Inserting { scene, wishes: draft.at.clone(), draft, ground: Ground::new() };
    for (node, pin) in scene.pins.iter().enumerate() {
        if pin.is_some() {
            inserting.draft.at[node] = None;
        }
    }
    let rounds = 4 * scene.nodes.len() + 64;
    for round in 0..rounds {
        tell(watch, Phase::Overlaps, round, rounds)?;
        let waiting = inserting.survey();
        if waiting.is_empty() {
            break;
        }
        for node in waiting {
            let lined = inserting.draft.lined[scene.place[node as usize]];
            // Areas that moved may meet pins again and again; what lies below everything meets none in the end.
            let search = round < rounds / 2;
            let moved = lined && inserting.line_up(node);
            if !lined {
                inserting.fit_in(node, search);
            }
            if inserting.make_room() || moved {
                break;
            }
        }
    }
    inserting.let_pins_be();
    Ok(inserting.draft)
}

pub(super) struct Inserting<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) draft: Draft,
    /// Where somebody lay that must move.
    pub(super) wishes: Vec<Option<Point>>,
    ground: Ground,
}

impl Inserting<'_> {
    pub(super) fn rect(&self, node: u32, at: Point) -> Rect {
        self.scene.sizes[node as usize].at(at)
    }

    /// Frames around those that may move; of a kind that has no place now, around where it had.
    pub(super) fn frames(&self) -> Frames {
        let mut draft = self.draft.clone();
        for place in (0..self.scene.kinds.len()).filter(|&place| self.placed(place).is_empty()) {
            for node in self.all(place) {
                draft.at[node as usize] = self.wishes[node as usize];
            }
        }
        Frames::new(self.scene, &draft)
    }

    /// All members of a kind.
    pub(super) fn all(&self, place: usize) -> impl Iterator<Item = u32> + use<'_> {
        self.scene.kinds[place].groups.iter().flat_map(|group| group.members.iter().copied())
    }

    /// Takes the places of all that may keep them; the others, in base order.
    fn survey(&mut self) -> Vec<u32> {
        self.ground = Ground::new();
        for (node, pin) in (0..).zip(&self.scene.pins) {
            if let Some(pin) = *pin {
                self.ground.take(self.rect(node, pin));
            }
        }
        let mut waiting = Vec::new();
        for node in self.scene.kinds.iter().flat_map(|kind| &kind.groups).flat_map(|group| &group.members).copied() {
            if self.scene.pins[node as usize].is_some() {
                continue;
            }
            match self.draft.at[node as usize].map(|at| self.rect(node, at)) {
                Some(rect) if self.ground.is_free(&rect) => self.ground.take(rect),
                known => {
                    if known.is_some() {
                        self.wishes[node as usize] = self.draft.at[node as usize].take();
                    }
                    waiting.push(node);
                }
            }
        }
        waiting
    }

    fn put(&mut self, node: u32, at: Point) {
        self.draft.at[node as usize] = Some(at);
        self.ground.take(self.rect(node, at));
    }

    fn members(&self, node: u32) -> &[u32] {
        let kind = &self.scene.kinds[self.scene.place[node as usize]];
        &kind.groups[self.scene.group[node as usize]].members
    }

    /// Free members of a kind that have a place.
    pub(super) fn placed(&self, place: usize) -> Vec<(u32, Point)> {
        let members = self.scene.kinds[place].groups.iter().flat_map(|group| &group.members);
        let free = members.filter(|&&node| self.scene.pins[node as usize].is_none());
        free.filter_map(|&node| Some((node, self.draft.at[node as usize]?))).collect()
    }

    /// In a lane: a hole in the rows of the node's group, or a new row below them. Whether others moved for it.
    fn line_up(&mut self, node: u32) -> bool {
        let place = self.scene.place[node as usize];
        let placed = self.placed(place);
        let size = self.scene.sizes[node as usize];
        let all = self.frames().contents[place].unwrap_or_default();
        let mates: Vec<Point> = placed
            .iter()
            .filter(|(other, _)| self.scene.group[*other as usize] == self.scene.group[node as usize])
            .map(|(_, at)| *at)
            .collect();
        let margin = if self.scene.is_grouped(node) { GROUP_PAD } else { 0.0 };
        // Only to the right may a wider box reach out of the lane, which then grows.
        let first = all.x + margin + size.half_width;
        let columns = lines(placed.iter().map(|(_, at)| at.0).filter(|x| *x >= first), first);
        let hole = lines(mates.iter().map(|at| at.1), f64::NAN)
            .into_iter()
            .rev()
            .flat_map(|y| columns.iter().map(move |&x| (x, y)))
            .find(|&at| at.0 + size.half_width <= all.x + all.w && self.ground.is_free(&self.rect(node, at)));
        if let Some(at) = hole {
            self.put(node, at);
            return false;
        }
        let group: Vec<u32> = self.members(node).to_vec();
        let own = extent(self.scene, &self.draft.at, &group);
        let (bottom, top) = match own {
            Some(own) => (own.y + own.h, own.y + own.h + GAP),
            None => (all.y + all.h, all.y + all.h + GROUP_APART + self.over(node)),
        };
        let mut y = top + size.above;
        let x = loop {
            let free = columns.iter().find(|&&x| self.ground_of_pins_is_free(node, (x, y)));
            match free {
                Some(&x) => break x,
                None => y += STEP,
            }
        };
        let by = y + size.below - bottom;
        let below: Vec<u32> =
            placed.iter().filter(|(other, at)| self.rect(*other, *at).y >= bottom).map(|(other, _)| *other).collect();
        for &other in &below {
            if let Some(at) = &mut self.draft.at[other as usize] {
                at.1 += by;
            }
        }
        self.put(node, (x, y));
        !below.is_empty()
    }

    fn ground_of_pins_is_free(&self, node: u32, at: Point) -> bool {
        let rect = self.rect(node, at);
        let pins = self.scene.pins.iter().zip(0..).filter_map(|(pin, other)| Some(self.rect(other, (*pin)?)));
        pins.into_iter().all(|pin| !pin.meets(&rect, GAP))
    }

    /// Room for a group's title and margin.
    fn over(&self, node: u32) -> f64 {
        if self.scene.is_grouped(node) { GROUP_PAD + self.scene.group_heading } else { 0.0 }
    }

    /// In an area: the nearest free place to where it should be, or below everything.
    fn fit_in(&mut self, node: u32, search: bool) {
        let place = self.scene.place[node as usize];
        let area = self.frames().areas[place];
        let mut inside = Rect { y: area.y + self.scene.heading, h: area.h - self.scene.heading, ..area }.grown(-PAD);
        if self.scene.is_grouped(node) {
            // Room for the group's frame, which otherwise made the area grow to all sides.
            inside = inside.grown(-GROUP_PAD);
            (inside.y, inside.h) = (inside.y + self.scene.group_heading, inside.h - self.scene.group_heading);
        }
        let target = self.target(node, &inside);
        let foreign = self.foreign(node, place);
        let free = || {
            self.nearest(node, target, &inside, |rect| self.keeps_groups(node, rect, &foreign))
                .or_else(|| self.nearest(node, target, &inside, |_| true))
        };
        if let Some(at) = if search { free() } else { None } {
            self.put(node, at);
            return;
        }
        let size = self.scene.sizes[node as usize];
        // A box wider than its area reaches out to the right.
        let most = (inside.x + inside.w - size.half_width).max(inside.x + size.half_width);
        let x = target.0.clamp(inside.x + size.half_width, most);
        let mut y = inside.y + inside.h.max(0.0) + GAP + self.over(node) + size.above;
        while !self.ground_of_pins_is_free(node, (x, y)) {
            y += STEP;
        }
        self.put(node, (x, y));
    }

    /// Where a node would best lie: where it lay, else among its group, its neighbors, or in the middle.
    fn target(&self, node: u32, inside: &Rect) -> Point {
        let mean = |nodes: Vec<u32>| {
            let at: Vec<Point> = nodes.into_iter().filter_map(|node| self.draft.at[node as usize]).collect();
            let count = at.len() as f64;
            let sum = at.iter().fold((0.0, 0.0), |sum: Point, at| (sum.0 + at.0, sum.1 + at.1));
            (count > 0.0).then(|| (sum.0 / count, sum.1 / count))
        };
        let neighbors = || {
            let ends = self
                .scene
                .lines
                .iter()
                .filter_map(|&(a, b)| if a == node { Some(b) } else { (b == node).then_some(a) });
            ends.filter(|&end| self.scene.place[end as usize] == self.scene.place[node as usize]).collect()
        };
        let mates = || if self.scene.is_grouped(node) { mean(self.members(node).to_vec()) } else { None };
        let known = self.wishes[node as usize].or_else(mates).or_else(|| mean(neighbors()));
        known.unwrap_or((inside.x + inside.w / 2.0, inside.y + inside.h))
    }

    /// Frames of the other groups of the kind.
    fn foreign(&self, node: u32, place: usize) -> Vec<Rect> {
        let groups = self.scene.kinds[place].groups.iter().enumerate();
        let others = groups.filter(|(group, own)| *group != self.scene.group[node as usize] && own.name.is_some());
        let framed = |(_, group): (usize, &super::scene::Group)| {
            Some(framed(&extent(self.scene, &self.draft.at, &group.members)?, self.scene.group_heading))
        };
        others.filter_map(framed).collect()
    }

    /// Does a box leave groups apart: its own, with the box in it, and the others?
    fn keeps_groups(&self, node: u32, rect: &Rect, foreign: &[Rect]) -> bool {
        if !self.scene.is_grouped(node) {
            return foreign.iter().all(|other| !other.meets(rect, GAP));
        }
        let Some(own) = extent(self.scene, &self.draft.at, self.members(node)) else {
            return foreign.iter().all(|other| !other.meets(&framed(rect, self.scene.group_heading), GAP));
        };
        let frame = framed(&own.with(rect), self.scene.group_heading);
        let stranger = |&(other, at): &(u32, Point)| {
            self.scene.group[other as usize] != self.scene.group[node as usize]
                && self.rect(other, at).meets(&frame, 0.0)
        };
        foreign.iter().all(|other| !other.meets(&frame, 1.0))
            && !self.placed(self.scene.place[node as usize]).iter().any(stranger)
    }

    /// The free place nearest to a target, on a grid over an area.
    fn nearest(&self, node: u32, target: Point, inside: &Rect, allows: impl Fn(&Rect) -> bool) -> Option<Point> {
        let size = self.scene.sizes[node as usize];
        let (wide, high) = (inside.w - 2.0 * size.half_width, inside.h - size.above - size.below);
        if wide < 0.0 || high < 0.0 {
            return None;
        }
        let step = STEP.max(libm::sqrt(wide * high / PLACES));
        let (columns, rows) = ((wide / step) as u32, (high / step) as u32);
        let far = |at: Point| (at.0 - target.0) * (at.0 - target.0) + (at.1 - target.1) * (at.1 - target.1);
        let mut best: Option<(f64, Point)> = None;
        for row in 0..=rows {
            for column in 0..=columns {
                let x = inside.x + size.half_width + step * f64::from(column);
                let y = inside.y + size.above + step * f64::from(row);
                let near = best.is_none_or(|(least, _)| far((x, y)) < least);
                if near && self.ground.is_free(&size.at((x, y))) && allows(&size.at((x, y))) {
                    best = Some((far((x, y)), (x, y)));
                }
            }
        }
        best.map(|(_, at)| at)
    }
}

/// The lines on which values lie, ascending; without any the one given.
fn lines(values: impl Iterator<Item = f64>, or: f64) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values.dedup_by(|b, a| *b - *a < LINE);
    if values.is_empty() && or.is_finite() { vec![or] } else { values }
}
