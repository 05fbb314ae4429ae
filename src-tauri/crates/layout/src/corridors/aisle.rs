//! One lane as lines see it: its sides, and the corridors between its rows.

use crate::Rect;

/// A corridor must be at least so high.
const LEAST: f64 = 3.0;
/// A line keeps so far from the boxes along a higher one, above the first row and below the last.
const MARGIN: f64 = 4.0;
/// Lines beside a lane run at most so far from its boxes.
const BESIDE: f64 = 18.0;

/// A lane's boxes from side to side, and what is free between its rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Aisle {
    pub left: f64,
    pub right: f64,
    /// How far left and right of the boxes lines along the lane run.
    pub before: f64,
    pub behind: f64,
    /// Upper and lower ends, from the top; above the first row and below the last there is always one.
    corridors: Vec<(f64, f64)>,
}

impl Aisle {
    pub(super) fn all(lanes: &[Rect], rects: &[Rect], place: &[Option<usize>]) -> Vec<Self> {
        let mut members: Vec<Vec<Rect>> = vec![Vec::new(); lanes.len()];
        for (rect, lane) in rects.iter().zip(place) {
            if let Some(lane) = lane {
                members[*lane].push(*rect);
            }
        }
        let mut aisles: Vec<Self> = lanes.iter().zip(members).map(|(lane, members)| Self::new(lane, members)).collect();
        for index in 1..aisles.len() {
            let free = (aisles[index].left - aisles[index - 1].right) / 2.0;
            (aisles[index - 1].behind, aisles[index].before) = (free.clamp(0.0, BESIDE), free.clamp(0.0, BESIDE));
        }
        aisles
    }

    fn new(lane: &Rect, mut members: Vec<Rect>) -> Self {
        members.sort_by(|a, b| a.y.total_cmp(&b.y));
        let mut aisle = Self { before: BESIDE, behind: BESIDE, ..Self::default() };
        let (Some(first), Some(all)) = (members.first(), crate::ground::around(members.iter().copied())) else {
            let middle = lane.x + lane.w / 2.0;
            return Self { left: middle, right: middle, corridors: vec![(f64::MIN, f64::MAX)], ..aisle };
        };
        (aisle.left, aisle.right) = (all.x, all.x + all.w);
        aisle.corridors.push((first.y - 2.0 * MARGIN, first.y));
        let mut bottom = first.y;
        for rect in &members {
            if rect.y - bottom >= LEAST {
                aisle.corridors.push((bottom, rect.y));
            }
            bottom = bottom.max(rect.y + rect.h);
        }
        aisle.corridors.push((bottom, bottom + 2.0 * MARGIN));
        aisle
    }

    /// The height of the corridor that is nearest to `y`.
    pub(super) fn corridor(&self, y: f64) -> f64 {
        let next = self.corridors.partition_point(|(top, _)| *top <= y);
        let beside = [next.checked_sub(1), Some(next)].into_iter().flatten();
        let heights = beside.filter_map(|index| Some(within(*self.corridors.get(index)?, y)));
        heights.min_by(|a, b| (a - y).abs().total_cmp(&(b - y).abs())).unwrap_or(y)
    }

    /// The height of the last corridor that lies above `y`.
    pub(super) fn corridor_above(&self, y: f64) -> f64 {
        const HAIR: f64 = 0.01;
        let next = self.corridors.partition_point(|(_, bottom)| *bottom <= y + HAIR);
        self.corridors.get(next.saturating_sub(1)).map_or(y, |corridor| within(*corridor, y))
    }
}

/// As near to `y` as lines may run in a corridor.
fn within((top, bottom): (f64, f64), y: f64) -> f64 {
    let margin = MARGIN.min((bottom - top) / 2.0);
    y.clamp(top + margin, bottom - margin)
}
