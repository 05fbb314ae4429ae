//! Columns far too tall for the view, set in several lanes.
//!
//! Owns: how many lanes each layer gets, and who stands in which. Must not know: how nodes were placed along a layer.

use super::{order::Arrangement, place, proper::Proper, space::Space};

/// A drawing may be this much taller than wanted before any column is wrapped: plain columns read better.
const TOO_TALL: f64 = 1.6;

/// Fewer nodes than this stay one below another.
const LEAST: usize = 8;

/// The lanes of each layer, and for wrapped ones the height of a row.
#[derive(Debug)]
pub(super) struct Lanes {
    pub counts: Vec<u32>,
    pub high: Vec<f64>,
}

/// What a layer takes when it is not wrapped.
struct Content {
    boxes: usize,
    wide: f64,
    high: f64,
    row: f64,
}

impl Lanes {
    /// As many lanes as bring the whole near to the wanted aspect; one each where nothing is wrapped.
    pub(super) fn new(proper: &Proper, nodes: &[u32], space: &Space, aspect: Option<f64>) -> Self {
        let mut contents: Vec<Content> =
            (0..proper.layers).map(|_| Content { boxes: 0, wide: 0.0, high: 0.0, row: 0.0 }).collect();
        for (node, &layer) in proper.layer.iter().enumerate() {
            let content = &mut contents[layer as usize];
            let Some(&real) = nodes.get(node) else {
                content.high += place::VIRTUAL_GAP * space.gap;
                continue;
            };
            let size = space.size(real);
            content.boxes += 1;
            content.wide = content.wide.max(size[0]);
            content.high += size[1] + space.gap;
            content.row = content.row.max(size[1]);
        }
        let lanes_at = |limit: f64| -> Vec<u32> {
            let lanes = |content: &Content| {
                if content.boxes < LEAST { 1 } else { (content.high / limit).ceil().max(1.0) as u32 }
            };
            contents.iter().map(lanes).collect()
        };
        let width_at = |limit: f64| -> f64 {
            let wide = |(content, lanes): (&Content, u32)| f64::from(lanes) * (content.wide + space.lane_gap);
            contents.iter().zip(lanes_at(limit)).map(wide).sum::<f64>() + proper.layers as f64 * space.column_gap
        };
        let tallest = contents.iter().fold(0.0_f64, |tallest, content| tallest.max(content.high));
        let high = contents.iter().map(|content| content.row).collect();
        let fits = |limit: f64| limit * aspect.unwrap_or(0.0) <= width_at(limit) * TOO_TALL;
        if fits(tallest) {
            return Self { counts: vec![1; proper.layers], high };
        }
        let (mut low, mut far) = (space.gap, tallest);
        for _ in 0..40 {
            let middle = f64::midpoint(low, far);
            if fits(middle) { low = middle } else { far = middle }
        }
        Self { counts: lanes_at(low), high }
    }

    /// The least distance between the middles of two neighbors in a layer, the rows of wrapped layers divided among their lanes.
    pub(super) fn apart(&self, proper: &Proper, nodes: &[u32], space: &Space, a: u32, b: u32) -> f64 {
        let layer = proper.layer[a as usize] as usize;
        let lanes = self.counts[layer];
        let half = |node: u32| match nodes.get(node as usize) {
            Some(_) if lanes > 1 => self.high[layer] / 2.0,
            Some(&real) => space.size(real)[1] / 2.0,
            None => 0.0,
        };
        match (proper.is_virtual(a), proper.is_virtual(b)) {
            (false, false) => (half(a) + half(b) + space.gap) / f64::from(lanes),
            (true, true) => place::VIRTUAL_GAP * space.gap,
            _ => half(a) + half(b) + f64::midpoint(1.0, place::VIRTUAL_GAP) * space.gap,
        }
    }

    /// Sets runs of boxes in wrapped layers in rows; answers the lane of each node.
    pub(super) fn set_rows(&self, proper: &Proper, arrangement: &Arrangement, gap: f64, along: &mut [f64]) -> Vec<u32> {
        let mut lane = vec![0; along.len()];
        for (layer, nodes) in arrangement.layers.iter().enumerate() {
            let lanes = self.counts[layer] as usize;
            if lanes == 1 {
                continue;
            }
            // What comes next stands no higher than this; by how much lower it must be depends on what it is.
            let (mut last, mut after_row) = (f64::MIN, false);
            for run in nodes.chunk_by(|&a, &b| !proper.is_virtual(a) && !proper.is_virtual(b)) {
                let is_row = !proper.is_virtual(run[0]);
                for row in run.chunks(lanes) {
                    let mean = row.iter().map(|&node| along[node as usize]).sum::<f64>() / row.len() as f64;
                    let step = match (after_row, is_row) {
                        (true, true) => self.high[layer] + gap,
                        (false, false) => place::VIRTUAL_GAP * gap,
                        _ => self.high[layer] / 2.0 + f64::midpoint(1.0, place::VIRTUAL_GAP) * gap,
                    };
                    let at = mean.max(last + step);
                    for (index, &node) in row.iter().enumerate() {
                        along[node as usize] = at;
                        lane[node as usize] = index as u32;
                    }
                    (last, after_row) = (at, is_row);
                }
            }
        }
        lane
    }
}
