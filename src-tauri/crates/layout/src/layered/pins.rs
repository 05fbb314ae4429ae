//! What is not pinned makes way for what is.
//!
//! Owns: moves along a column, in order, as short as can be. Must not know: why something is pinned.

use super::{
    columns::{Sheet, Spot},
    space::Space,
};

/// What must not be covered, along a column.
type Range = [f64; 2];

/// One in a lane that may move: its spot, where it wants to be, and half its height.
#[derive(Debug, Clone, Copy)]
struct Free {
    spot: usize,
    wants: f64,
    half: f64,
}

/// Moves boxes and the virtual nodes of long lines along their lanes, off all pinned boxes that reach into these.
pub(super) fn make_way(sheet: &mut Sheet, space: &Space, pins: &[Option<[f64; 2]>]) {
    let pinned: Vec<(u32, [f64; 2])> =
        pins.iter().enumerate().filter_map(|(node, pin)| Some((node as u32, (*pin)?))).collect();
    if pinned.is_empty() {
        return;
    }
    let mut lanes = std::collections::BTreeMap::<(u32, u32), Vec<Free>>::new();
    for (index, spot) in sheet.spots.iter().enumerate() {
        if spot.node.is_some_and(|node| pins[node as usize].is_some()) {
            continue;
        }
        let half = spot.node.map_or(0.0, |node| space.size(node)[1] / 2.0);
        lanes.entry((spot.column, spot.lane)).or_default().push(Free { spot: index, wants: spot.along, half });
    }
    for ((column, lane), mut free) in lanes {
        let strip = sheet.columns[column as usize].lanes[lane as usize];
        let covers = |&(node, at): &(u32, [f64; 2])| {
            let half = space.size(node).map(|size| size / 2.0);
            let beside = at[0] + half[0] + space.gap > strip.left && at[0] - half[0] - space.gap < strip.right;
            beside.then_some([at[1] - half[1] - space.gap, at[1] + half[1] + space.gap])
        };
        let taken = join(pinned.iter().filter_map(covers).collect());
        if taken.is_empty() {
            continue;
        }
        free.sort_by(|a, b| a.wants.total_cmp(&b.wants).then(a.spot.cmp(&b.spot)));
        settle(&free, &taken, space.gap, &mut sheet.spots);
    }
}

/// Ranges in order, those that touch as one.
fn join(mut ranges: Vec<Range>) -> Vec<Range> {
    ranges.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut joined: Vec<Range> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range[0] <= last[1] => last[1] = last[1].max(range[1]),
            _ => joined.push(range),
        }
    }
    joined
}

/// Deals what is free to the room between what is taken, and sets it there.
fn settle(free: &[Free], taken: &[Range], gap: f64, spots: &mut [Spot]) {
    let mut next = 0;
    for room in 0..=taken.len() {
        let low = if room == 0 { f64::NEG_INFINITY } else { taken[room - 1][1] };
        let high = taken.get(room).map_or(f64::INFINITY, |range| range[0]);
        // Who wants to be under the middle of what is taken below goes on to the next room, and so does who finds none.
        let border = taken.get(room).map_or(f64::INFINITY, |range| f64::midpoint(range[0], range[1]));
        let first = next;
        let mut needed = 0.0;
        while let Some(one) = free.get(next).filter(|one| one.wants < border) {
            needed += 2.0 * one.half
                + if next > first { apart(&free[next - 1], one, gap) - one.half - free[next - 1].half } else { 0.0 };
            if needed > high - low {
                break;
            }
            next += 1;
        }
        set(&free[first..next], [low, high], gap, spots);
    }
}

/// What two neighbors keep between their middles: the usual, or less where they stood nearer.
fn apart(a: &Free, b: &Free, gap: f64) -> f64 {
    (a.half + b.half + gap).min(b.wants - a.wants).max(a.half + b.half)
}

/// As near as can be to where each wants to be, in order, between bounds: isotonic regression by pooling adjacent
/// violators (Ayer and others 1955), which bounds only cut off.
fn set(free: &[Free], [low, high]: Range, gap: f64, spots: &mut [Spot]) {
    let mut offsets = Vec::with_capacity(free.len());
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (index, one) in free.iter().enumerate() {
        let offset = if index == 0 { 0.0 } else { offsets[index - 1] + apart(&free[index - 1], one, gap) };
        offsets.push(offset);
        let mut pool = (one.wants - offset, 1);
        while let Some(last) = pools.pop_if(|last| last.0 > pool.0) {
            let count = last.1 + pool.1;
            pool = ((last.0 * last.1 as f64 + pool.0 * pool.1 as f64) / count as f64, count);
        }
        pools.push(pool);
    }
    let (Some(first), Some(last), Some(end)) = (free.first(), free.last(), offsets.last()) else { return };
    let (from, to) = (low + first.half, high - last.half - end);
    let wanted = pools.iter().flat_map(|pool| std::iter::repeat_n(pool.0, pool.1));
    for ((one, offset), wanted) in free.iter().zip(&offsets).zip(wanted) {
        spots[one.spot].along = wanted.min(to).max(from) + offset;
    }
}

/// Pairs of pinned boxes that overlap.
pub(super) fn overlapping(space: &Space, pins: &[Option<[f64; 2]>]) -> usize {
    let mut boxes: Vec<([f64; 2], [f64; 2])> =
        pins.iter().enumerate().filter_map(|(node, pin)| Some(((*pin)?, space.size(node as u32)))).collect();
    let left = |(at, size): &([f64; 2], [f64; 2])| at[0] - size[0] / 2.0;
    boxes.sort_by(|a, b| left(a).total_cmp(&left(b)));
    let mut found = 0;
    for (index, one) in boxes.iter().enumerate() {
        let right = one.0[0] + one.1[0] / 2.0;
        let beside = boxes[index + 1..].iter().take_while(|other| left(other) < right - 1e-9);
        found +=
            beside.filter(|other| (one.0[1] - other.0[1]).abs() < f64::midpoint(one.1[1], other.1[1]) - 1e-9).count();
    }
    found
}
