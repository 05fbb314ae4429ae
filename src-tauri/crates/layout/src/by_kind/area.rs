//! Areas in rows, like a map: each as wide as its kind needs, all rows equally wide.
//!
//! Owns: how many rows, how wide each area is, groups on shelves inside. Must not know: how a group is drawn.

use super::Draft;
use super::frames::{APART, GROUP_APART, PAD};
use super::parts::{Parts, parts};
use super::scene::Scene;
use crate::Point;
use crate::graph::{Cancelled, Watch};
use crate::tidy::{cells, columns_in, widest_half};

/// Four kinds are always two by two.
const QUADRANTS: usize = 4;
/// Widths tried, as parts of what the ground needed suggests.
const WIDTHS: [f64; 12] = [0.8, 0.88, 0.94, 1.0, 1.06, 1.12, 1.2, 1.3, 1.45, 1.6, 1.8, 2.0];
/// Rounds in which areas of a row are brought to one height.
const LEVELINGS: usize = 5;
/// The gap between groups on a shelf grows at most to this many times itself.
const WIDEST: f64 = 3.0;

/// What a kind looks like at a width.
struct Content {
    at: Vec<(u32, Point)>,
    width: f64,
    height: f64,
}

/// A whole map of areas, before they have a place: rows of kinds with the width of each.
struct Plan {
    rows: Vec<Vec<(usize, f64)>>,
    heights: Vec<f64>,
    width: f64,
}

/// Areas in the best number of rows, or each in a row of its own.
pub(super) fn draft(scene: &Scene<'_>, lanes: bool, watch: Watch<'_>) -> Result<Draft, Cancelled> {
    let kinds: Vec<Parts> =
        scene.kinds.iter().map(|kind| parts(scene, &kind.groups, watch)).collect::<Result<_, _>>()?;
    let count = kinds.len();
    let numbers = if lanes {
        count..=count
    } else if count == QUADRANTS {
        2..=2
    } else {
        1..=count.min(8)
    };
    let mut best: Option<(f64, Plan)> = None;
    for rows in numbers {
        let rows = share(&kinds.iter().map(|parts| parts.ground(scene)).collect::<Vec<_>>(), rows);
        for part in WIDTHS {
            let plan = plan(scene, &kinds, &rows, part);
            let size = plan.width.max(scene.aspect * plan.height(scene));
            if best.as_ref().is_none_or(|(least, _)| size < *least) {
                best = Some((size, plan));
            }
        }
    }
    let rows = best.map_or(Vec::new(), |(_, plan)| plan.rows);
    Ok(put(scene, &kinds, &rows))
}

impl Plan {
    fn height(&self, scene: &Scene<'_>) -> f64 {
        let margins = 2.0 * PAD + scene.heading + APART;
        self.heights.iter().map(|height| height + margins).sum::<f64>() - APART
    }
}

/// Kinds in their order in so many rows, each with about as much ground.
fn share(grounds: &[f64], rows: usize) -> Vec<Vec<usize>> {
    let total: f64 = grounds.iter().sum();
    let mut shares: Vec<Vec<usize>> = vec![Vec::new(); rows.max(1)];
    let (mut row, mut filled) = (0, 0.0);
    for (kind, ground) in grounds.iter().enumerate() {
        let left = grounds.len() - kind;
        let rows_left = shares.len() - row;
        let full = filled + ground / 2.0 > total * (row + 1) as f64 / shares.len() as f64;
        if !shares[row].is_empty() && row + 1 < shares.len() && (full || left < rows_left) {
            row += 1;
        }
        // Two by two means two in each row, however much either needs.
        if grounds.len() == QUADRANTS && shares.len() == 2 {
            row = kind / 2;
        }
        shares[row].push(kind);
        filled += ground;
    }
    shares.retain(|row| !row.is_empty());
    shares
}

/// Widths for areas, so that the areas of a row are about equally high.
fn plan(scene: &Scene<'_>, kinds: &[Parts], rows: &[Vec<usize>], part: f64) -> Plan {
    let ground = |kind: usize| kinds[kind].ground(scene) * 1.1 + 1.0;
    let total: f64 = (0..kinds.len()).map(ground).sum();
    let margins = |row: &[usize]| (2.0 * PAD + APART) * row.len() as f64 - APART;
    let narrowest =
        |row: &Vec<usize>| row.iter().map(|&kind| kinds[kind].least_width(scene)).sum::<f64>() + margins(row);
    let width = rows.iter().map(narrowest).fold(libm::sqrt(total * scene.aspect) * part, f64::max);
    let mut plan = Plan { rows: Vec::new(), heights: Vec::new(), width };
    for row in rows {
        let (widths, height) = level(scene, kinds, row, width - margins(row));
        plan.rows.push(row.iter().copied().zip(widths).collect());
        plan.heights.push(height);
    }
    plan
}

/// Shares a width among the kinds of a row; the height that the row then needs.
fn level(scene: &Scene<'_>, kinds: &[Parts], row: &[usize], width: f64) -> (Vec<f64>, f64) {
    let least: Vec<f64> = row.iter().map(|&kind| kinds[kind].least_width(scene)).collect();
    let mut weights: Vec<f64> = row.iter().map(|&kind| kinds[kind].ground(scene) + 1.0).collect();
    let mut best: Option<(f64, Vec<f64>)> = None;
    for _ in 0..if row.len() > 1 { LEVELINGS } else { 1 } {
        let spare = (width - least.iter().sum::<f64>()).max(0.0);
        let total: f64 = weights.iter().sum();
        // Who needs more than its part of the whole takes its least; the others share the rest.
        let wished: Vec<f64> =
            weights.iter().zip(&least).map(|(weight, least)| (width * weight / total - least).max(0.0)).collect();
        let sum: f64 = wished.iter().sum::<f64>().max(1e-9);
        let widths: Vec<f64> = least.iter().zip(&wished).map(|(least, wish)| least + spare * wish / sum).collect();
        let heights: Vec<f64> =
            row.iter().zip(&widths).map(|(&kind, &width)| content(scene, &kinds[kind], width).height).collect();
        let height = heights.iter().copied().fold(0.0, f64::max);
        if best.as_ref().is_none_or(|(least, _)| height < *least) {
            best = Some((height, widths));
        }
        let mean = heights.iter().sum::<f64>() / heights.len().max(1) as f64;
        for (weight, height) in weights.iter_mut().zip(&heights) {
            *weight *= libm::sqrt((height / mean.max(1e-9)).clamp(0.25, 4.0));
        }
    }
    best.map_or((Vec::new(), 0.0), |(height, widths)| (widths, height))
}

/// Groups on shelves, the highest first, then rows of those without a group.
fn content(scene: &Scene<'_>, parts: &Parts, width: f64) -> Content {
    let mut content = Content { at: Vec::new(), width: 0.0, height: 0.0 };
    let mut order: Vec<usize> = (0..parts.drawn.len()).collect();
    order.sort_by(|&a, &b| parts.drawn[b].height.total_cmp(&parts.drawn[a].height).then(a.cmp(&b)));
    let mut left = &order[..];
    while !left.is_empty() {
        let mut end = -GROUP_APART;
        let count = left
            .iter()
            .take_while(|&&part| {
                end += GROUP_APART + parts.drawn[part].width;
                end <= width + 1e-9
            })
            .count()
            .max(1);
        let (shelf, rest) = left.split_at(count);
        shelve(&mut content, parts, shelf, width, rest.is_empty());
        left = rest;
    }
    if !parts.loose.is_empty() {
        let half = widest_half(&parts.loose, &scene.sizes);
        let rows = cells(&parts.loose, &scene.sizes, columns_in(width, half), half);
        let top = if content.at.is_empty() { 0.0 } else { content.height + GROUP_APART };
        content.at.extend(rows.at.iter().map(|&(node, (x, y))| (node, (x, y + top))));
        content.width = content.width.max(rows.width);
        content.height = top + rows.height;
    }
    content
}

/// Puts groups side by side below what is there, the room left shared between them; the last shelf stays at the left.
fn shelve(content: &mut Content, parts: &Parts, shelf: &[usize], width: f64, last: bool) {
    let own: f64 = shelf.iter().map(|&part| parts.drawn[part].width).sum();
    let gaps = shelf.len().saturating_sub(1).max(1) as f64;
    let most = if last { GROUP_APART } else { GROUP_APART * WIDEST };
    let gap = ((width - own) / gaps).clamp(GROUP_APART, most);
    let top = if content.at.is_empty() { 0.0 } else { content.height + GROUP_APART };
    let mut left = 0.0;
    for &part in shelf {
        let part = &parts.drawn[part];
        content.at.extend(part.at.iter().map(|&(node, (x, y))| (node, (x + left, y + top))));
        content.width = content.width.max(left + part.width);
        content.height = content.height.max(top + part.height);
        left += part.width + gap;
    }
}

/// Every kind in the middle of its area.
fn put(scene: &Scene<'_>, kinds: &[Parts], rows: &[Vec<(usize, f64)>]) -> Draft {
    let mut draft = Draft { rows: Vec::new(), at: vec![None; scene.nodes.len()], lined: vec![false; kinds.len()] };
    let mut top = 0.0;
    for row in rows {
        let contents: Vec<Content> = row.iter().map(|&(kind, width)| content(scene, &kinds[kind], width)).collect();
        let height = contents.iter().map(|content| content.height).fold(0.0, f64::max);
        let mut left = PAD;
        for (content, &(_, width)) in contents.iter().zip(row) {
            let (right, down) = ((width - content.width).max(0.0) / 2.0, top + scene.heading + PAD);
            for &(node, (x, y)) in &content.at {
                draft.at[node as usize] = Some((x + left + right, y + down));
            }
            left += width + 2.0 * PAD + APART;
        }
        draft.rows.push(row.iter().map(|&(kind, _)| kind).collect());
        top += height + 2.0 * PAD + scene.heading + APART;
    }
    draft
}
