//! Lanes: one column of areas side by side, members in tidy rows.
//!
//! Owns: how many columns of boxes each lane has. Must not know: how an order was found.

use super::Draft;
use super::frames::{APART, GROUP_APART, GROUP_PAD, PAD};
use super::order::{self, Order};
use super::scene::Scene;
use crate::Point;
use crate::graph::{Cancelled, Watch};
use crate::tidy::{cells, widest_half, width_of};
use crate::web::Web;

/// Most columns of boxes tried for a lane.
const COLUMNS: usize = 80;
/// Lines up to which the order that names give is compared as drawn.
const COMPARED: usize = 6_000;

/// Up to so many columns groups stand below one another; in wider lanes small ones stand side by side.
const STACKED: usize = 4;
/// Width over height of a group in a wide lane, in boxes.
const GROUP_SHAPE: f64 = 1.2;

/// One lane at a number of columns; its top left corner is at (0, 0).
struct Lane {
    at: Vec<(u32, Point)>,
    width: f64,
    height: f64,
}

pub(super) fn draft(scene: &Scene<'_>, watch: Watch<'_>) -> Result<Draft, Cancelled> {
    let naive = order::naive(scene);
    let columns = columns(scene, &naive);
    let given = put(scene, &naive, &columns);
    let Some(sought) = order::sought(scene, watch)? else { return Ok(given) };
    let sought = put(scene, &sought, &columns);
    let keep = scene.lines.len() <= COMPARED && crossings(scene, &given) < crossings(scene, &sought);
    Ok(if keep { given } else { sought })
}

fn crossings(scene: &Scene<'_>, draft: &Draft) -> usize {
    let mut web = Web::new(scene.nodes.len(), &scene.lines, order::hub(scene));
    for (node, at) in (0..).zip(&draft.at) {
        if let Some((x, y)) = *at {
            web.put(node, [x, y]);
        }
    }
    web.crossings()
}

/// The number of columns of each lane with which all lanes fit best into the view.
fn columns(scene: &Scene<'_>, order: &Order) -> Vec<usize> {
    let sizes: Vec<Vec<(f64, f64)>> = (0..order.len())
        .map(|kind| {
            let most = order[kind].iter().map(Vec::len).max().unwrap_or(1).clamp(1, COLUMNS);
            let lane = |columns: usize| lane(scene, kind, &order[kind], columns);
            (1..=most).map(lane).map(|lane| (lane.width, lane.height)).collect()
        })
        .collect();
    let columns_for = |height: f64| -> Vec<usize> {
        let enough =
            |sizes: &Vec<(f64, f64)>| sizes.iter().position(|size| size.1 <= height).unwrap_or(sizes.len() - 1);
        sizes.iter().map(enough).collect()
    };
    let size = |columns: &[usize]| {
        let lanes = columns.iter().zip(&sizes).map(|(&columns, sizes)| sizes[columns]);
        let (wide, high) =
            lanes.fold((-APART, 0.0_f64), |(wide, high), lane| (wide + lane.0 + 2.0 * PAD + APART, high.max(lane.1)));
        wide.max(scene.aspect * (high + scene.heading + 2.0 * PAD))
    };
    let heights = sizes.iter().flatten().map(|size| size.1);
    let best = heights.map(columns_for).reduce(|a, b| if size(&b) < size(&a) { b } else { a });
    best.unwrap_or_default().into_iter().map(|columns| columns + 1).collect()
}

/// Groups below each other, in columns that stand in line; in a wide lane on shelves.
fn lane(scene: &Scene<'_>, kind: usize, groups: &[Vec<u32>], columns: usize) -> Lane {
    let all = &scene.kinds[kind].groups;
    let half = all.iter().map(|group| widest_half(&group.members, &scene.sizes)).fold(0.0, f64::max);
    let margin = if all.iter().any(|group| group.name.is_some()) { GROUP_PAD } else { 0.0 };
    let mut lane = Lane { at: Vec::new(), width: width_of(columns, half) + 2.0 * margin, height: 0.0 };
    let (mut left, mut top) = (0.0, 0.0);
    for members in groups {
        let named = members.first().is_some_and(|&node| scene.is_grouped(node));
        let (over, under) = if named { (GROUP_PAD + scene.group_heading, GROUP_PAD) } else { (0.0, 0.0) };
        let own = if columns <= STACKED || !named {
            columns
        } else {
            (libm::sqrt(members.len() as f64 * GROUP_SHAPE).ceil() as usize).min(columns)
        };
        let rows = cells(members, &scene.sizes, own, half);
        let width = rows.width + 2.0 * margin;
        if columns <= STACKED || left + width > lane.width + 1e-9 {
            (left, top) = (0.0, if lane.at.is_empty() { 0.0 } else { lane.height + GROUP_APART });
        }
        lane.at.extend(rows.at.iter().map(|&(node, (x, y))| (node, (x + left + margin, y + top + over))));
        lane.height = lane.height.max(top + over + rows.height + under);
        left += width + GROUP_APART;
    }
    lane
}

fn put(scene: &Scene<'_>, order: &Order, columns: &[usize]) -> Draft {
    let mut draft =
        Draft { rows: vec![(0..order.len()).collect()], at: vec![None; scene.nodes.len()], lined: Vec::new() };
    let mut left = PAD;
    for (kind, (groups, &columns)) in order.iter().zip(columns).enumerate() {
        let lane = lane(scene, kind, groups, columns);
        for (node, (x, y)) in lane.at {
            draft.at[node as usize] = Some((x + left, y + scene.heading + PAD));
        }
        draft.lined.push(columns <= STACKED);
        left += lane.width + 2.0 * PAD + APART;
    }
    draft
}
