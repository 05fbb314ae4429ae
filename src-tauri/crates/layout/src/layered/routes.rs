//! The points that long lines pass on their way through columns.
//!
//! Owns: bends. Must not know: order, how places were found.

use super::{columns::Sheet, part::Part};
use std::collections::BTreeMap;

/// The bends of each line: straight through every column between its ends, in the room kept for it there; around the
/// right of its column for a line inside one.
pub(super) fn bends(lines: &[(u32, u32)], parts: &[Part], sheet: &Sheet) -> Vec<Vec<[f64; 2]>> {
    let mut known = BTreeMap::new();
    for (part, &start) in parts.iter().zip(&sheet.starts) {
        for (&(a, b), chain) in part.lines.iter().zip(&part.proper.chains) {
            let ends = [a, b].map(|node| part.nodes[node as usize]);
            let flat = part.proper.layer[a as usize] == part.proper.layer[b as usize];
            if flat || !chain.is_empty() {
                let spots = if flat {
                    vec![start + a as usize, start + b as usize]
                } else {
                    chain.clone().map(|node| start + node as usize).collect()
                };
                known.insert((ends[0].min(ends[1]), ends[0].max(ends[1])), (ends[0], flat, spots));
            }
        }
    }
    let bends = |&(a, b): &(u32, u32)| {
        let Some((first, flat, spots)) = known.get(&(a.min(b), a.max(b))).filter(|_| a != b) else { return Vec::new() };
        let mut points = if *flat { around(sheet, spots) } else { through(sheet, spots) };
        if *first != a {
            points.reverse();
        }
        points
    };
    lines.iter().map(bends).collect()
}

/// In at the left of each column and out at its right, without the points between that turn nothing.
fn through(sheet: &Sheet, spots: &[usize]) -> Vec<[f64; 2]> {
    let mut points: Vec<[f64; 2]> = Vec::with_capacity(2 * spots.len());
    for &spot in spots {
        let spot = &sheet.spots[spot];
        let range = sheet.columns[spot.column as usize].range;
        for x in [range.left, range.right] {
            let level = |point: &[f64; 2]| (point[1] - spot.along).abs() < 1e-9;
            if points.len() >= 2 && points[points.len() - 2..].iter().all(level) {
                points.pop();
            }
            points.push([x, spot.along]);
        }
    }
    points
}

/// Out to the right of the column and back.
fn around(sheet: &Sheet, spots: &[usize]) -> Vec<[f64; 2]> {
    let column = |spot: usize| sheet.spots[spot].column as usize;
    let point = |&spot: &usize| {
        let range = sheet.columns[column(spot)].range;
        let next = sheet
            .columns
            .get(column(spot) + 1)
            .map_or(range.right + (range.right - range.left), |next| next.range.left);
        [range.right + (next - range.right) / 4.0, sheet.spots[spot].along]
    };
    spots.iter().map(point).collect()
}
