//! Lists of numbers, one for each node, in one piece of memory.
//!
//! Owns: compressed rows. Must not know: what they list.

/// One list for each node.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Rows {
    /// The rows of `count` nodes; each pair files its second number under its first, in the order given.
    pub(super) fn new(count: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; count + 1];
        for (node, _) in pairs.clone() {
            starts[node as usize + 1] += 1;
        }
        for node in 0..count {
            starts[node + 1] += starts[node];
        }
        let mut ends = starts.clone();
        let mut items = vec![0; starts[count] as usize];
        for (node, item) in pairs {
            items[ends[node as usize] as usize] = item;
            ends[node as usize] += 1;
        }
        Self { starts, items }
    }

    #[inline]
    pub(super) fn of(&self, node: u32) -> &[u32] {
        &self.items[self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize]
    }
}
