//! Straight lines between points, and how often they cross.
//!
//! Owns: where lines end and the count. Must not know: rings, orders. Ends lie in columns, so that
//! one line is tested against several at a time. Lines that share an end never count: there, one of the products is
//! exactly zero.

/// Lines between numbered nodes. Those to the center, which never cross one another, come last.
#[derive(Debug, Clone)]
pub(crate) struct Web {
    lines: Vec<(u32, u32)>,
    /// How many lines do not lead to the center.
    pub(crate) chords: usize,
    starts: Vec<u32>,
    incident: Vec<u32>,
    ends: [Vec<f64>; 4],
}

impl Web {
    /// Lines among `nodes` nodes, each pair once and no node with itself.
    pub(crate) fn new(nodes: usize, lines: &[(u32, u32)], center: Option<usize>) -> Self {
        let spoke = |line: &(u32, u32)| center.is_some_and(|us| line.0 as usize == us || line.1 as usize == us);
        let (spokes, chords): (Vec<_>, Vec<_>) = lines.iter().partition(|line| spoke(line));
        let chord_count = chords.len();
        let lines: Vec<(u32, u32)> = chords.into_iter().chain(spokes).collect();
        let mut starts = vec![0_u32; nodes + 1];
        for &(a, b) in &lines {
            starts[a as usize + 1] += 1;
            starts[b as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut filled = starts.clone();
        let mut incident = vec![0; lines.len() * 2];
        for (index, &(a, b)) in lines.iter().enumerate() {
            for node in [a, b] {
                incident[filled[node as usize] as usize] = index as u32;
                filled[node as usize] += 1;
            }
        }
        let ends = [(); 4].map(|()| vec![0.0; lines.len()]);
        Self { lines, chords: chord_count, starts, incident, ends }
    }

    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The numbers of a node's lines.
    pub(crate) fn of(&self, node: u32) -> &[u32] {
        &self.incident[self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize]
    }

    /// The other ends of a node's lines that do not lead to the center.
    pub(crate) fn neighbors(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        let chords = self.of(node).iter().filter(|&&line| (line as usize) < self.chords);
        chords.map(move |&line| {
            let (a, b) = self.lines[line as usize];
            if a == node { b } else { a }
        })
    }

    /// Has a node lines that do not lead to the center?
    pub(crate) fn is_linked(&self, node: u32) -> bool {
        self.neighbors(node).next().is_some()
    }

    /// Moves a node's ends.
    pub(crate) fn put(&mut self, node: u32, at: [f64; 2]) {
        let range = self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize;
        for &line in &self.incident[range] {
            let first = if self.lines[line as usize].0 == node { 0 } else { 2 };
            self.ends[first][line as usize] = at[0];
            self.ends[first + 1][line as usize] = at[1];
        }
    }

    /// Crossings of all lines.
    pub(crate) fn crossings(&self) -> usize {
        (0..self.chords).map(|line| self.crossed(line, line + 1) as usize).sum()
    }

    /// Crossings of some lines with all, each pair once.
    pub(crate) fn crossings_of(&self, lines: &[u32]) -> u32 {
        let all: u32 = lines.iter().map(|&line| self.crossed(line as usize, 0)).sum();
        let pairs = lines.iter().enumerate().flat_map(|(place, &a)| lines[..place].iter().map(move |&b| (a, b)));
        all - pairs.map(|(a, b)| u32::from(self.cross(a as usize, b as usize))).sum::<u32>()
    }

    fn cross(&self, a: usize, b: usize) -> bool {
        let end = |line: usize| [0, 1, 2, 3].map(|column| self.ends[column][line]);
        cross(end(a), end(b))
    }

    /// How many lines from number `from` on cross one. Of two lines to the center the answer is always no, so those are
    /// not asked.
    fn crossed(&self, line: usize, from: usize) -> u32 {
        let own = [0, 1, 2, 3].map(|column| self.ends[column][line]);
        let to = if line < self.chords { self.lines.len() } else { self.chords };
        let [ax, ay, bx, by] = [0, 1, 2, 3].map(|column| &self.ends[column][from.min(to)..to]);
        let others = ax.iter().zip(ay).zip(bx).zip(by);
        others.map(|(((&ax, &ay), &bx), &by)| u32::from(cross(own, [ax, ay, bx, by]))).sum()
    }
}

#[inline]
fn cross([ax, ay, bx, by]: [f64; 4], [cx, cy, dx, dy]: [f64; 4]) -> bool {
    let side = |px: f64, py: f64, qx: f64, qy: f64, rx: f64, ry: f64| (qx - px) * (ry - py) - (qy - py) * (rx - px);
    let first = side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy);
    let second = side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by);
    // Both sides always, so that nothing branches in the loop over lines.
    first.max(second) < 0.0
}

#[cfg(test)]
mod tests {
    use super::Web;

    #[test]
    fn counts_what_crosses_and_not_what_meets() {
        let mut web = Web::new(5, &[(0, 1), (2, 3), (0, 2), (4, 1)], None);
        let places = [[0.0, 0.0], [2.0, 2.0], [0.0, 2.0], [2.0, 0.0], [0.0, 1.9]];
        (0..5).zip(places).for_each(|(node, at)| web.put(node, at));
        assert_eq!(web.crossings(), 2);
        assert_eq!(web.crossings_of(&[0, 1]), 2);
        assert_eq!(web.crossings_of(&[1]), 2);
        assert_eq!(web.neighbors(0).collect::<Vec<_>>(), [1, 2]);
    }
}
