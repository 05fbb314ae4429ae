//! The areas as they were last time, read from where nodes lay.
//!
//! Owns: whether that is still a map by kind, and who no longer belongs where it lay. Must not know: how areas are made
//! anew.

use super::frames::{APART, PAD, extent, framed};
use super::scene::{Kind, Scene};
use super::{Draft, Form};
use crate::ground::around;
use crate::{Point, Rect};

/// Part of the nodes that may have to leave their places before all is laid out anew.
const LEAVING: f64 = 0.1;
/// Rounding of places.
const HAIR: f64 = 1e-6;
/// Part of the ground of areas that boxes covered at least.
const DENSE: f64 = 0.08;

/// The draft that keeps everybody in place, if most were placed by kind before.
pub(super) fn draft(scene: &Scene<'_>, form: Form) -> Option<Draft> {
    let free = || (0..scene.nodes.len()).filter(|&node| scene.pins[node].is_none());
    let known = free().filter(|&node| scene.previous[node].is_some()).count();
    if known == 0 || 2 * known < free().count() {
        return None;
    }
    let mut kept = Kept { scene, at: scene.previous.clone(), leaving: (known as f64 * LEAVING) as usize + 2 };
    for (node, pin) in scene.pins.iter().enumerate() {
        if pin.is_some() {
            kept.at[node] = None;
        }
    }
    let kinds =
        || scene.kinds.iter().map(|kind| kind.groups.iter().flat_map(|group| group.members.iter().copied()).collect());
    let sets: Vec<Vec<u32>> = kinds().collect();
    for members in &sets {
        // Of a kind that is all pinned, the pins tell where its area is.
        if extent(scene, &kept.at, members).is_none() {
            for &node in members {
                kept.at[node as usize] = scene.pins[node as usize];
            }
        }
    }
    kept.part(&sets, None)?;
    for kind in &scene.kinds {
        let named = kind.groups.iter().filter(|group| group.name.is_some());
        kept.part(&named.map(|group| group.members.clone()).collect::<Vec<_>>(), Some(scene.group_heading))?;
    }
    let contents: Vec<Rect> = scene
        .kinds
        .iter()
        .map(|kind| {
            let groups = kind.groups.iter().filter_map(|group| {
                let extent = extent(scene, &kept.at, &group.members)?;
                Some(if group.name.is_some() { framed(&extent, scene.group_heading) } else { extent })
            });
            around(groups)
        })
        .collect::<Option<_>>()?;
    let covered: f64 = free().map(|node| scene.sizes[node].area(0.0)).sum();
    if covered < DENSE * contents.iter().map(|content| content.w * content.h).sum::<f64>() {
        return None;
    }
    let upright = scene.aspect >= 1.0;
    let rows = match form {
        Form::Lanes if upright => vec![(0..contents.len()).collect()],
        Form::Lanes => (0..contents.len()).map(|kind| vec![kind]).collect(),
        Form::Quadrants => in_rows(&contents),
    };
    let lined = |kind: &Kind| form == Form::Lanes && upright && kept.is_stacked(kind);
    let lined = scene.kinds.iter().map(lined).collect();
    stand_in_line(scene, &rows, &contents).then_some(Draft { rows, at: kept.at, lined })
}

/// Kinds in their order; a new row begins below the one before.
fn in_rows(contents: &[Rect]) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut bottom = f64::MIN;
    for (kind, content) in contents.iter().enumerate() {
        if content.y >= bottom || rows.is_empty() {
            rows.push(Vec::new());
            bottom = f64::MIN;
        }
        if let Some(row) = rows.last_mut() {
            row.push(kind);
        }
        bottom = bottom.max(content.y + content.h);
    }
    rows
}

/// Do areas stand from left to right and rows from top to bottom, with room for margins?
fn stand_in_line(scene: &Scene<'_>, rows: &[Vec<usize>], contents: &[Rect]) -> bool {
    let apart = rows.iter().all(|row| {
        row.windows(2)
            .all(|pair| contents[pair[0]].x + contents[pair[0]].w + 2.0 * PAD + APART <= contents[pair[1]].x + HAIR)
    });
    let end = |row: &[usize]| row.iter().map(|&kind| contents[kind].y + contents[kind].h).fold(f64::MIN, f64::max);
    let start = |row: &[usize]| row.iter().map(|&kind| contents[kind].y).fold(f64::MAX, f64::min);
    apart && rows.windows(2).all(|pair| end(&pair[0]) + 2.0 * PAD + APART + scene.heading <= start(&pair[1]) + HAIR)
}

struct Kept<'a> {
    scene: &'a Scene<'a>,
    at: Vec<Option<Point>>,
    /// How many more may lose their place.
    leaving: usize,
}

impl Kept<'_> {
    /// Lets nodes go until no two sets reach into one another: each time the one that frees most. Nothing: too many.
    fn part(&mut self, sets: &[Vec<u32>], heading: Option<f64>) -> Option<()> {
        loop {
            let extents: Vec<Option<Rect>> = sets.iter().map(|set| self.extent(set, heading, None)).collect();
            let pair = (0..sets.len())
                .flat_map(|a| (0..a).map(move |b| (b, a)))
                .find(|&(a, b)| extents[a].zip(extents[b]).is_some_and(|(a, b)| shared(&a, &b) > 0.0));
            let Some((a, b)) = pair else { return Some(()) };
            self.leaving = self.leaving.checked_sub(1)?;
            let left = |set: usize, other: usize, node: u32| {
                let without = self.extent(&sets[set], heading, Some(node));
                without.zip(extents[other]).map_or(0.0, |(own, other)| shared(&own, &other))
            };
            let ends =
                |set: usize, other: usize| self.outermost(&sets[set]).into_iter().map(move |node| (set, other, node));
            let best = ends(a, b).chain(ends(b, a)).map(|(set, other, node)| (left(set, other, node), node));
            let (_, node) = best.reduce(|best, next| if next.0 < best.0 { next } else { best })?;
            self.at[node as usize] = None;
        }
    }

    /// Do groups stand below one another?
    fn is_stacked(&self, kind: &Kind) -> bool {
        let extents = kind.groups.iter().filter_map(|group| extent(self.scene, &self.at, &group.members));
        let mut spans: Vec<(f64, f64)> = extents.map(|rect| (rect.y, rect.y + rect.h)).collect();
        spans.sort_by(|a, b| a.0.total_cmp(&b.0));
        spans.windows(2).all(|pair| pair[0].1 <= pair[1].0)
    }

    fn extent(&self, set: &[u32], heading: Option<f64>, without: Option<u32>) -> Option<Rect> {
        let boxes = set.iter().filter(|&&node| Some(node) != without);
        let all =
            around(boxes.filter_map(|&node| self.at[node as usize].map(|at| self.scene.sizes[node as usize].at(at))))?;
        Some(heading.map_or(all, |heading| framed(&all, heading)))
    }

    /// The nodes that reach farthest to each side.
    fn outermost(&self, set: &[u32]) -> Vec<u32> {
        let side = |reach: fn(&Rect) -> f64| {
            let boxes = set
                .iter()
                .filter_map(|&node| Some((reach(&self.scene.sizes[node as usize].at(self.at[node as usize]?)), node)));
            boxes.reduce(|far, next| if next.0 > far.0 { next } else { far }).map(|(_, node)| node)
        };
        [side(|rect| -rect.x), side(|rect| rect.x + rect.w), side(|rect| -rect.y), side(|rect| rect.y + rect.h)]
            .into_iter()
            .flatten()
            .collect()
    }
}

/// The ground that two rectangles share.
fn shared(a: &Rect, b: &Rect) -> f64 {
    let wide = (a.x + a.w).min(b.x + b.w) - a.x.max(b.x);
    let high = (a.y + a.h).min(b.y + b.h) - a.y.max(b.y);
    wide.max(0.0) * high.max(0.0)
}
