//! Everyone's push on everyone, nearly: a Barnes–Hut tree (1986) with buckets.
//!
//! Owns: the tree and the sums. The tree halves the nodes at the median of the wider side, so buckets are full, and
//! nodes that lie on one another are no special case. Each bucket gathers once what pushes it, then all its nodes are
//! summed side by side in a fixed order. Must not know: lines, masses' meaning, steps.

/// Most nodes in a bucket.
const BUCKET: usize = 16;

/// A far cell counts as one when it is smaller than this share of its distance.
const OPENING: f32 = 1.1;

/// Added to squared distances, so that nodes at one place do not fling one another away.
const SOFT: f32 = 1e-4;

#[derive(Debug, Clone, Copy)]
struct Cell {
    first: u32,
    last: u32,
    /// The cell after this one and everything in it.
    next: u32,
    low: [f32; 2],
    high: [f32; 2],
    center: [f32; 2],
    mass: f32,
}

/// What a walk reads of a cell.
#[derive(Debug, Clone, Copy, Default)]
struct Sight {
    center: [f32; 2],
    mass: f32,
    /// The square of the distance beyond which the cell counts as one.
    beyond: f32,
    /// As in the cell.
    next: u32,
}

/// The nodes in an order in which neighbors on the ground are near one another in memory too.
pub(crate) fn by_place(at: &[[f64; 2]]) -> Vec<u32> {
    let mut order = (0..at.len() as u32).collect::<Vec<_>>();
    split(&mut Vec::new(), &mut order, 0, at);
    order
}

/// Pushes between all nodes.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// Nodes in the order of the buckets.
    order: Vec<u32>,
    cells: Vec<Cell>,
    sights: Vec<Sight>,
    spots: Vec<[f32; 2]>,
    masses: Vec<f32>,
    list: Vec<[f32; 3]>,
}

impl Tree {
    pub(crate) fn new(nodes: usize) -> Self {
        Self { order: (0..nodes as u32).collect(), ..Self::default() }
    }

    /// Sorts the nodes into buckets by where they are now.
    pub(crate) fn sort(&mut self, at: &[[f64; 2]], masses: &[f64]) {
        self.cells.clear();
        split(&mut self.cells, &mut self.order, 0, at);
        self.masses.clear();
        self.masses.extend(self.order.iter().map(|&node| masses[node as usize] as f32));
    }

    /// Moves cells along with their nodes, keeping who is in which.
    pub(crate) fn follow(&mut self, at: &[[f64; 2]]) {
        self.spots.clear();
        self.spots.extend(self.order.iter().map(|&node| at[node as usize].map(|value| value as f32)));
        self.sights.resize(self.cells.len(), Sight::default());
        for index in (0..self.cells.len()).rev() {
            let cell = self.cells[index];
            let bounds = if cell.next as usize == index + 1 {
                let nodes = cell.first as usize..cell.last as usize;
                around(self.spots[nodes.clone()].iter().zip(&self.masses[nodes]).map(|(&at, &mass)| (at, at, at, mass)))
            } else {
                let second = self.cells[index + 1].next as usize;
                let halves = [self.cells[index + 1], self.cells[second]];
                around(halves.iter().map(|half| (half.low, half.high, half.center, half.mass)))
            };
            let cell = &mut self.cells[index];
            (cell.low, cell.high, cell.center, cell.mass) = bounds;
            let side = (cell.high[0] - cell.low[0]).max(cell.high[1] - cell.low[1]) / OPENING;
            self.sights[index] = Sight { center: cell.center, mass: cell.mass, beyond: side * side, next: cell.next };
        }
    }

    /// Calls back with every node and the sum, over the others, of their mass times the way from them over its square.
    pub(crate) fn pushes(&mut self, mut push: impl FnMut(usize, [f32; 2])) {
        let mut list = std::mem::take(&mut self.list);
        for bucket in 0..self.cells.len() {
            let cell = self.cells[bucket];
            if cell.next as usize != bucket + 1 {
                continue;
            }
            self.gather(&cell, &mut list);
            let nodes = cell.first as usize..cell.last as usize;
            let (mut x, mut y) = ([0.0_f32; BUCKET], [0.0_f32; BUCKET]);
            for (lane, at) in self.spots[nodes.clone()].iter().enumerate() {
                (x[lane], y[lane]) = (at[0], at[1]);
            }
            let (sum_x, sum_y) = sums(&x, &y, &list);
            for (lane, index) in nodes.enumerate() {
                push(self.order[index] as usize, [sum_x[lane], sum_y[lane]]);
            }
        }
        self.list = list;
    }

    /// The same sum for one spot, with `except` left out of it. The tree keeps the places it was sorted by.
    pub(crate) fn push_at(&self, at: [f32; 2], except: usize) -> [f32; 2] {
        let (mut push, mut index) = ([0.0_f32; 2], 0);
        let add = |push: &mut [f32; 2], from: [f32; 2], mass: f32| {
            let (dx, dy) = (at[0] - from[0], at[1] - from[1]);
            let by = mass / (dx * dx + dy * dy + SOFT);
            *push = [push[0] + by * dx, push[1] + by * dy];
        };
        while let Some(cell) = self.sights.get(index) {
            let (dx, dy) = (at[0] - cell.center[0], at[1] - cell.center[1]);
            if cell.beyond < dx * dx + dy * dy {
                add(&mut push, cell.center, cell.mass);
                index = cell.next as usize;
                continue;
            }
            if cell.next as usize == index + 1 {
                for place in self.cells[index].first as usize..self.cells[index].last as usize {
                    if self.order[place] as usize != except {
                        add(&mut push, self.spots[place], self.masses[place]);
                    }
                }
            }
            index += 1;
        }
        push
    }

    fn gather(&self, bucket: &Cell, list: &mut Vec<[f32; 3]>) {
        list.clear();
        let mut index = 0;
        while let Some(cell) = self.sights.get(index) {
            let apart = |axis: usize| {
                (bucket.low[axis] - cell.center[axis]).max(cell.center[axis] - bucket.high[axis]).max(0.0)
            };
            let (dx, dy) = (apart(0), apart(1));
            if cell.beyond < dx * dx + dy * dy {
                list.push([cell.center[0], cell.center[1], cell.mass]);
                index = cell.next as usize;
            } else {
                if cell.next as usize == index + 1 {
                    let nodes = self.cells[index].first as usize..self.cells[index].last as usize;
                    let inside = self.spots[nodes.clone()].iter().zip(&self.masses[nodes]);
                    list.extend(inside.map(|(at, &mass)| [at[0], at[1], mass]));
                }
                index += 1;
            }
        }
    }
}

/// The lanes are summed side by side, each over the list in its order.
fn sums(x: &[f32; BUCKET], y: &[f32; BUCKET], list: &[[f32; 3]]) -> ([f32; BUCKET], [f32; BUCKET]) {
    let (mut sum_x, mut sum_y) = ([0.0_f32; BUCKET], [0.0_f32; BUCKET]);
    for &[from_x, from_y, mass] in list {
        for lane in 0..BUCKET {
            let (dx, dy) = (x[lane] - from_x, y[lane] - from_y);
            let by = mass / (dx * dx + dy * dy + SOFT);
            sum_x[lane] += dx * by;
            sum_y[lane] += dy * by;
        }
    }
    (sum_x, sum_y)
}

type Bounds = ([f32; 2], [f32; 2], [f32; 2], f32);

fn around(parts: impl Iterator<Item = Bounds>) -> Bounds {
    let (mut low, mut high) = ([f32::MAX; 2], [f32::MIN; 2]);
    let (mut center, mut mass) = ([0.0_f32; 2], 0.0_f32);
    for part in parts {
        for axis in 0..2 {
            low[axis] = low[axis].min(part.0[axis]);
            high[axis] = high[axis].max(part.1[axis]);
            center[axis] += part.2[axis] * part.3;
        }
        mass += part.3;
    }
    (low, high, center.map(|sum| sum / mass), mass)
}

fn split(cells: &mut Vec<Cell>, order: &mut [u32], first: usize, at: &[[f64; 2]]) {
    let index = cells.len();
    let last = (first + order.len()) as u32;
    let zero = [0.0; 2];
    cells.push(Cell { first: first as u32, last, next: 0, low: zero, high: zero, center: zero, mass: 0.0 });
    if order.len() > BUCKET {
        let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
        for &node in &*order {
            for axis in 0..2 {
                low[axis] = low[axis].min(at[node as usize][axis]);
                high[axis] = high[axis].max(at[node as usize][axis]);
            }
        }
        let axis = usize::from(high[1] - low[1] > high[0] - low[0]);
        // Whole buckets to the left: all but one bucket are full.
        let middle = (order.len() / 2).next_multiple_of(BUCKET).min(order.len() - 1);
        let by = |a: &u32, b: &u32| at[*a as usize][axis].total_cmp(&at[*b as usize][axis]).then(a.cmp(b));
        order.select_nth_unstable_by(middle, by);
        let (left, right) = order.split_at_mut(middle);
        split(cells, left, first, at);
        split(cells, right, first + middle, at);
    }
    cells[index].next = cells.len() as u32;
}

#[cfg(test)]
mod tests {
    use super::Tree;
    use crate::graph::seed::Seeded;

    #[test]
    fn comes_close_to_the_sum_over_all_pairs() {
        let mut seeded = Seeded::new(9);
        let at: Vec<[f64; 2]> = (0..700).map(|_| [seeded.unit() * 30.0, seeded.unit() * 20.0]).collect();
        let masses: Vec<f64> = (0..700).map(|_| 1.0 + seeded.unit() * 4.0).collect();
        let mut tree = Tree::new(at.len());
        tree.sort(&at, &masses);
        tree.follow(&at);
        let (mut wrong, mut right, mut seen) = (0.0, 0.0, 0);
        tree.pushes(|node, push| {
            let mut exact = [0.0; 2];
            for (other, mass) in at.iter().zip(&masses) {
                let (dx, dy) = (at[node][0] - other[0], at[node][1] - other[1]);
                let square = dx * dx + dy * dy + 1e-4;
                exact = [exact[0] + mass * dx / square, exact[1] + mass * dy / square];
            }
            wrong += libm::hypot(exact[0] - f64::from(push[0]), exact[1] - f64::from(push[1]));
            right += libm::hypot(exact[0], exact[1]);
            seen += 1;
        });
        assert_eq!(seen, 700);
        assert!(wrong / right < 0.05, "{}", wrong / right);
    }

    #[test]
    fn bears_everyone_at_one_place() {
        let at = vec![[3.0, 4.0]; 100];
        let mut tree = Tree::new(100);
        tree.sort(&at, &vec![1.0; 100]);
        tree.follow(&at);
        tree.pushes(|_, push| assert!(push[0].abs() < 1e-3 && push[1].abs() < 1e-3));
    }
}
