//! The rectangles of areas and groups around the nodes in them.
//!
//! Owns: margins, and areas that share edges so that they stand in line. The same nodes at the same places always have the
//! same frames, however they came there. Must not know: how a place was found.

use super::Draft;
use super::scene::Scene;
use crate::ground::around;
use crate::{Point, Rect};

/// Kept free between an area's edge and what lies in it.
pub(super) const PAD: f64 = 14.0;
/// Between two areas.
pub(super) const APART: f64 = 14.0;
/// Kept free between a group's edge and its members.
pub(super) const GROUP_PAD: f64 = 8.0;
/// Between two groups.
pub(super) const GROUP_APART: f64 = 12.0;

pub(super) struct Frames {
    /// One for each kind.
    pub(super) areas: Vec<Rect>,
    /// What each kind fills, without margins; nothing for one that has nobody in place.
    pub(super) contents: Vec<Option<Rect>>,
}

impl Rect {
    /// Does another rectangle lie inside, or on the edge?
    pub(super) fn holds(&self, other: &Self) -> bool {
        const HAIR: f64 = 1e-6;
        self.x <= other.x + HAIR
            && self.y <= other.y + HAIR
            && other.x + other.w <= self.x + self.w + HAIR
            && other.y + other.h <= self.y + self.h + HAIR
    }
}

/// A group's rectangle around its members.
pub(super) fn framed(members: &Rect, heading: f64) -> Rect {
    let rect = members.grown(GROUP_PAD);
    Rect { y: rect.y - heading, h: rect.h + heading, ..rect }
}

impl Frames {
    pub(super) fn new(scene: &Scene<'_>, draft: &Draft) -> Self {
        let contents: Vec<Option<Rect>> = (0..scene.kinds.len()).map(|kind| content(scene, draft, kind)).collect();
        let all = around(contents.iter().copied().flatten()).unwrap_or_default();
        let nowhere = Rect { x: all.x + all.w + PAD, y: all.y - PAD - scene.heading, w: 0.0, h: 0.0 };
        let mut areas = vec![nowhere; contents.len()];
        for row in &draft.rows {
            let row: Vec<(usize, Rect)> = row.iter().filter_map(|&kind| Some((kind, contents[kind]?))).collect();
            let Some(row_rect) = around(row.iter().map(|(_, content)| *content)) else { continue };
            let top = row_rect.y - PAD - scene.heading;
            for (index, &(kind, _)) in row.iter().enumerate() {
                // Halfway between neighbors, so that both have the same margin there.
                let between = |a: usize, b: usize| f64::midpoint(row[a].1.x + row[a].1.w, row[b].1.x);
                let left = if index == 0 { all.x - PAD } else { between(index - 1, index) + APART / 2.0 };
                let last = index + 1 == row.len();
                let right = if last { all.x + all.w + PAD } else { between(index, index + 1) - APART / 2.0 };
                areas[kind] = Rect { x: left, y: top, w: right - left, h: row_rect.y + row_rect.h + PAD - top };
            }
        }
        Self { areas, contents }
    }

    /// The named groups of a kind with their rectangles.
    pub(super) fn groups(&self, scene: &Scene<'_>, draft: &Draft, kind: usize) -> Vec<(String, Rect)> {
        let groups = scene.kinds[kind].groups.iter();
        groups
            .filter_map(|group| {
                let all = self.contents[kind]?;
                let name = group.name.clone()?;
                let own = framed(&extent(scene, &draft.at, &group.members)?, scene.group_heading);
                Some((name, if draft.lined[kind] { Rect { x: all.x, w: all.w, ..own } } else { own }))
            })
            .collect()
    }
}

/// What a kind's members and groups fill.
fn content(scene: &Scene<'_>, draft: &Draft, kind: usize) -> Option<Rect> {
    let groups = scene.kinds[kind].groups.iter().filter_map(|group| {
        let extent = extent(scene, &draft.at, &group.members)?;
        Some(if group.name.is_some() { framed(&extent, scene.group_heading) } else { extent })
    });
    around(groups)
}

/// What boxes of some nodes fill.
pub(super) fn extent(scene: &Scene<'_>, at: &[Option<Point>], nodes: &[u32]) -> Option<Rect> {
    around(nodes.iter().filter_map(|&node| at[node as usize].map(|at| scene.sizes[node as usize].at(at))))
}
