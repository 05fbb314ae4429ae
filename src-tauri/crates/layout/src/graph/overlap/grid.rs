//! Boxes sorted into a grid, to find those that overlap.
//!
//! Owns: cells. Cells are as large as a mean box and each box is filed in all it touches, so a few large boxes cost
//! only what they cover. Must not know: who moves.

/// Which boxes touch which cells.
pub(super) struct Grid {
    low: [f64; 2],
    cell: [f64; 2],
    counts: [usize; 2],
    starts: Vec<u32>,
    filed: Vec<u32>,
    /// The first column and row of each box.
    firsts: Vec<[u32; 2]>,
    margin: f64,
}

/// First and last column and row.
type Span = [[usize; 2]; 2];

impl Grid {
    /// Boxes are filed with `margin` around them, so that those nearer than it share a cell.
    pub(super) fn new(at: &[[f64; 2]], sizes: &[[f64; 2]], margin: f64) -> Self {
        let (mut low, mut high, mut mean) = ([f64::MAX; 2], [f64::MIN; 2], [0.0_f64; 2]);
        for (at, size) in at.iter().zip(sizes) {
            for axis in 0..2 {
                low[axis] = low[axis].min(at[axis] - size[axis] / 2.0);
                high[axis] = high[axis].max(at[axis] + size[axis] / 2.0);
                mean[axis] += size[axis] / sizes.len() as f64;
            }
        }
        // No more than about four cells a box, however far apart the boxes lie.
        let wanted = [0, 1].map(|axis| ((high[axis] - low[axis]) / mean[axis].max(1e-9)).max(1.0));
        let coarser = (wanted[0] * wanted[1] / (4.0 * sizes.len() as f64 + 16.0)).sqrt().max(1.0);
        let counts = wanted.map(|count| (count / coarser).clamp(1.0, 4.0 * sizes.len() as f64 + 16.0) as usize);
        let cell = [0, 1].map(|axis| ((high[axis] - low[axis]) / counts[axis] as f64).max(1e-9));
        let mut grid = Self {
            low,
            cell,
            counts,
            starts: vec![0; counts[0] * counts[1] + 1],
            filed: Vec::new(),
            firsts: Vec::with_capacity(at.len()),
            margin,
        };
        grid.file(at, sizes);
        grid
    }

    fn file(&mut self, at: &[[f64; 2]], sizes: &[[f64; 2]]) {
        let mut ends = std::mem::take(&mut self.starts);
        for (at, size) in at.iter().zip(sizes) {
            let span = self.span(*at, *size);
            self.firsts.push(span.map(|ends| ends[0] as u32));
            self.cells(span).for_each(|cell| ends[cell + 1] += 1);
        }
        for cell in 1..ends.len() {
            ends[cell] += ends[cell - 1];
        }
        self.starts.clone_from(&ends);
        self.filed = vec![0; ends.last().map_or(0, |&last| last as usize)];
        let mut filed = std::mem::take(&mut self.filed);
        for (node, (at, size)) in at.iter().zip(sizes).enumerate() {
            for cell in self.cells(self.span(*at, *size)) {
                filed[ends[cell] as usize] = node as u32;
                ends[cell] += 1;
            }
        }
        self.filed = filed;
    }

    fn span(&self, at: [f64; 2], size: [f64; 2]) -> Span {
        [0, 1].map(|axis| {
            let index = |value: f64| {
                (((value - self.low[axis]) / self.cell[axis]).max(0.0) as usize).min(self.counts[axis] - 1)
            };
            let half = f64::midpoint(size[axis], self.margin);
            [index(at[axis] - half), index(at[axis] + half)]
        })
    }

    fn cells(&self, span: Span) -> impl Iterator<Item = usize> + use<> {
        let columns = self.counts[0];
        (span[1][0]..=span[1][1])
            .flat_map(move |row| (span[0][0]..=span[0][1]).map(move |column| row * columns + column))
    }

    /// Calls back once with every pair of boxes that may overlap, those that share a cell.
    pub(super) fn pairs(&self, mut pair: impl FnMut(usize, usize)) {
        for (index, cell) in self.starts.windows(2).enumerate() {
            let here = [(index % self.counts[0]) as u32, (index / self.counts[0]) as u32];
            let filed = &self.filed[cell[0] as usize..cell[1] as usize];
            for (index, &a) in filed.iter().enumerate() {
                let first = self.firsts[a as usize];
                for &b in &filed[index + 1..] {
                    // Of all cells that they share, the first one counts.
                    let other = self.firsts[b as usize];
                    if first[0].max(other[0]) == here[0] && first[1].max(other[1]) == here[1] {
                        pair(a as usize, b as usize);
                    }
                }
            }
        }
    }
}
