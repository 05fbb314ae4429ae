//! Columns far too tall for the view, set in several lanes.
//!
//! Owns: how many lanes each layer gets, and who stands in which. Must not know: how nodes were placed along a layer.

use super::{LayeredOptions, columns, order::Arrangement, place, proper::Proper, space::Space};

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

/// What stands in a layer, in its order.
#[derive(Clone, Default)]
struct Content {
    boxes: Vec<[f64; 2]>,
    /// The height of the lines that pass.
    passing: f64,
}

impl Content {
    /// Height in so many lanes. Rows are as high as their tallest boxes; lines pass behind wrapped ones.
    fn height(&self, lanes: usize, gap: f64) -> f64 {
        let rows = self.boxes.chunks(lanes.max(1));
        let high = rows.map(|row| row.iter().fold(0.0_f64, |high, size| high.max(size[1])) + gap).sum::<f64>();
        if lanes > 1 { high } else { high + self.passing }
    }

    /// Width in so many lanes, each as wide as its widest box.
    fn width(&self, lanes: usize, gap: f64) -> f64 {
        let widest =
            |lane: usize| self.boxes.iter().skip(lane).step_by(lanes).fold(0.0_f64, |wide, size| wide.max(size[0]));
        (0..lanes).map(|lane| widest(lane) + gap).sum()
    }

    /// The fewest lanes in which it is no higher than this.
    fn lanes(&self, limit: f64, gap: f64) -> usize {
        let count = self.boxes.len();
        if self.height(1, gap) <= limit || count < LEAST {
            return 1;
        }
        let lowest = self.boxes.iter().fold(f64::MAX, |low, size| low.min(size[1])) + gap;
        // No fewer would do even if all were as low as the lowest.
        let first = ((count as f64 * lowest / limit).floor() as usize).clamp(2, count);
        (first..count).find(|&lanes| self.height(lanes, gap) <= limit).unwrap_or(count)
    }
}

impl Lanes {
    /// As many lanes as bring the whole near to the wanted aspect; one each where nothing is wrapped.
    pub(super) fn new(
        proper: &Proper,
        arrangement: &Arrangement,
        nodes: &[u32],
        space: &Space,
        options: &LayeredOptions,
    ) -> Self {
        let content = |layer: &Vec<u32>| {
            let boxes: Vec<[f64; 2]> =
                layer.iter().filter_map(|&node| nodes.get(node as usize)).map(|&real| space.size(real)).collect();
            let passing = (layer.len() - boxes.len()) as f64 * place::VIRTUAL_GAP * space.gap;
            Content { boxes, passing }
        };
        let contents: Vec<Content> = arrangement.layers.iter().map(content).collect();
        let lanes_at = |limit: f64| contents.iter().map(|content| content.lanes(limit, space.gap)).collect::<Vec<_>>();
        let aspect = |counts: &[usize]| {
            let each = || contents.iter().zip(counts);
            let wide: Vec<f64> = each().map(|(content, &lanes)| content.width(lanes, space.lane_gap)).collect();
            let least = columns::least_width(&wide, space.column_gap, options.column_share);
            let high = each().map(|(content, &lanes)| content.height(lanes, space.gap)).fold(0.0, f64::max);
            wide.iter().map(|wide| wide.max(least) + space.column_gap).sum::<f64>() / high.max(space.gap)
        };
        let tallest = contents.iter().map(|content| content.height(1, space.gap)).fold(0.0, f64::max);
        let high = contents.iter().map(|one| one.boxes.iter().fold(0.0_f64, |high, size| high.max(size[1]))).collect();
        let plain = vec![1; proper.layers];
        let wanted = if options.aspect.is_finite() { options.aspect.clamp(0.2, 5.0) } else { 1.6 };
        if !options.wrap || aspect(&plain) * TOO_TALL >= wanted {
            return Self { counts: vec![1; proper.layers], high };
        }
        let (mut low, mut far) = (space.gap, tallest);
        for _ in 0..24 {
            let middle = f64::midpoint(low, far);
            if aspect(&lanes_at(middle)) >= wanted { low = middle } else { far = middle }
        }
        Self { counts: lanes_at(low).into_iter().map(|lanes| lanes as u32).collect(), high }
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

    /// Where any layer is wrapped, lines pass behind boxes and straighten nothing: all layers are set as tight as they go
    /// around one middle, the boxes of wrapped ones in rows, in their order. Answers the lane of each node.
    pub(super) fn set_rows(
        &self,
        proper: &Proper,
        arrangement: &Arrangement,
        size: &dyn Fn(u32) -> f64,
        gap: f64,
        along: &mut [f64],
    ) -> Vec<u32> {
        let mut lane = vec![0; along.len()];
        if self.counts.iter().all(|count| *count == 1) {
            return lane;
        }
        for (layer, nodes) in arrangement.layers.iter().enumerate() {
            let lanes = self.counts[layer] as usize;
            let boxes: Vec<u32> = nodes.iter().copied().filter(|&node| !proper.is_virtual(node)).collect();
            let mut bottom = 0.0;
            for row in boxes.chunks(lanes) {
                let high = row.iter().map(|&node| size(node)).fold(0.0, f64::max);
                for (index, &node) in row.iter().enumerate() {
                    along[node as usize] = bottom + high / 2.0;
                    lane[node as usize] = index as u32;
                }
                bottom += high + gap;
            }
            let middle = (bottom - gap).max(0.0) / 2.0;
            for node in boxes {
                along[node as usize] -= middle;
            }
            for &node in nodes.iter().filter(|&&node| proper.is_virtual(node)) {
                along[node as usize] = along[node as usize].clamp(-middle, middle);
            }
        }
        lane
    }
}
