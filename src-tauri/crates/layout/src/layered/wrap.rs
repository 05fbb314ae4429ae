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

/// Between two rows of a wrapped layer at most this part of a row is left free, however far apart their boxes' lines lead.
const APART: f64 = 0.2;

/// What a layer takes when it is not wrapped.
#[derive(Clone, Default)]
struct Content {
    boxes: usize,
    /// Squares of widths: of mixed boxes, a lane becomes about as wide as their root mean square.
    squares: f64,
    high: f64,
    /// The height of the lines that pass.
    passing: f64,
    row: f64,
}

impl Lanes {
    /// As many lanes as bring the whole near to the wanted aspect; one each where nothing is wrapped.
    pub(super) fn new(proper: &Proper, nodes: &[u32], space: &Space, aspect: Option<f64>) -> Self {
        let mut contents = vec![Content::default(); proper.layers];
        for (node, &layer) in proper.layer.iter().enumerate() {
            let content = &mut contents[layer as usize];
            let Some(&real) = nodes.get(node) else {
                content.passing += place::VIRTUAL_GAP * space.gap;
                continue;
            };
            let size = space.size(real);
            content.boxes += 1;
            content.squares += size[0] * size[0];
            content.high += size[1] + space.gap;
            content.row = content.row.max(size[1]);
        }
        let lanes_at = |limit: f64| -> Vec<u32> {
            let lanes = |content: &Content| {
                let fits = content.high + content.passing <= limit || content.boxes < LEAST;
                // Rows are as high as the tallest box.
                let rows = content.boxes as f64 * (content.row + space.gap);
                if fits { 1 } else { (rows / limit).ceil().max(2.0) as u32 }
            };
            contents.iter().map(lanes).collect()
        };
        let width_at = |limit: f64| -> f64 {
            let mean = |content: &Content| (content.squares / content.boxes.max(1) as f64).sqrt();
            let wide = |(content, lanes): (&Content, u32)| f64::from(lanes) * (mean(content) + space.lane_gap);
            contents.iter().zip(lanes_at(limit)).map(wide).sum::<f64>() + proper.layers as f64 * space.column_gap
        };
        let tallest = contents.iter().fold(0.0_f64, |tallest, content| tallest.max(content.high + content.passing));
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

    /// The least distance between the middles of two neighbors in a layer. In wrapped layers the height of a row is divided
    /// among its lanes, and lines pass behind boxes: room for them all would pull the rows apart.
    pub(super) fn apart(&self, proper: &Proper, nodes: &[u32], space: &Space, a: u32, b: u32) -> f64 {
        let layer = proper.layer[a as usize] as usize;
        let virtual_ends = [a, b].into_iter().filter(|&node| proper.is_virtual(node)).count();
        if self.counts[layer] > 1 {
            let step = (self.high[layer] + space.gap) / f64::from(self.counts[layer]);
            return step * [1.0, 0.5, 0.0][virtual_ends];
        }
        let half = |node: u32| nodes.get(node as usize).map_or(0.0, |&real| space.size(real)[1] / 2.0);
        let gaps = [1.0, f64::midpoint(1.0, place::VIRTUAL_GAP), place::VIRTUAL_GAP];
        half(a) + half(b) + gaps[virtual_ends] * space.gap
    }

    /// Sets the boxes of wrapped layers in rows, in their order; answers the lane of each node.
    pub(super) fn set_rows(&self, proper: &Proper, arrangement: &Arrangement, gap: f64, along: &mut [f64]) -> Vec<u32> {
        let mut lane = vec![0; along.len()];
        for (layer, nodes) in arrangement.layers.iter().enumerate() {
            let lanes = self.counts[layer] as usize;
            if lanes == 1 {
                continue;
            }
            let boxes: Vec<u32> = nodes.iter().copied().filter(|&node| !proper.is_virtual(node)).collect();
            let pitch = self.high[layer] + gap;
            let middle = |nodes: &[u32], along: &[f64]| {
                nodes.iter().map(|&node| along[node as usize]).sum::<f64>() / nodes.len().max(1) as f64
            };
            let whole = middle(&boxes, along);
            let mut next = None;
            for row in boxes.chunks(lanes) {
                let mean = middle(row, along);
                let at = next.map_or(mean, |next: f64| mean.clamp(next, next + APART * pitch));
                for (index, &node) in row.iter().enumerate() {
                    along[node as usize] = at;
                    lane[node as usize] = index as u32;
                }
                next = Some(at + pitch);
            }
            let by = whole - middle(&boxes, along);
            for node in boxes {
                along[node as usize] += by;
            }
        }
        lane
    }
}
