//! How many lines cross between two layers.
//!
//! Owns: the count by an accumulator tree (Barth, Jünger, Mutzel 2002), and the two counts for a pair of neighbors.
//! Must not know: why anyone counts.

/// Storage for counting, kept from count to count.
#[derive(Debug, Clone, Default)]
pub(super) struct Counter {
    ends: Vec<u32>,
    tree: Vec<u32>,
}

impl Counter {
    /// The crossings of lines whose near ends come in order, each with the positions of its far ends. Far positions are
    /// under `far`. Lines that share an end do not cross.
    pub(super) fn count(&mut self, far: usize, rows: impl Iterator<Item = impl Iterator<Item = u32>>) -> u64 {
        let leaves = far.next_power_of_two();
        self.tree.clear();
        self.tree.resize(2 * leaves, 0);
        let mut crossings = 0;
        for row in rows {
            self.ends.clear();
            self.ends.extend(row);
            for &end in &self.ends {
                // What has ended farther along before this line began is crossed by it.
                let mut at = leaves + end as usize;
                while at > 1 {
                    if at.is_multiple_of(2) {
                        crossings += u64::from(self.tree[at + 1]);
                    }
                    at /= 2;
                }
            }
            for &end in &self.ends {
                let mut at = leaves + end as usize;
                while at > 0 {
                    self.tree[at] += 1;
                    at /= 2;
                }
            }
        }
        crossings
    }
}

/// The crossings of two nodes' lines when the first comes first, less those when the second does. Positions ascend.
#[inline]
pub(super) fn gain(first: &[u32], second: &[u32]) -> i64 {
    let (mut crossed, mut uncrossed) = (0_i64, 0_i64);
    let (mut under, mut up_to) = (0, 0);
    for &end in first {
        while under < second.len() && second[under] < end {
            under += 1;
        }
        up_to = up_to.max(under);
        while up_to < second.len() && second[up_to] == end {
            up_to += 1;
        }
        crossed += under as i64;
        uncrossed += (second.len() - up_to) as i64;
    }
    crossed - uncrossed
}

#[cfg(test)]
mod tests {
    use super::{Counter, gain};
    use proptest::prelude::*;

    fn by_pairs(rows: &[Vec<u32>]) -> u64 {
        let lines: Vec<(usize, u32)> =
            rows.iter().enumerate().flat_map(|(near, row)| row.iter().map(move |&far| (near, far))).collect();
        let crosses = |a: &(usize, u32), b: &(usize, u32)| a.0 < b.0 && a.1 > b.1;
        lines.iter().map(|a| lines.iter().filter(|b| crosses(a, b)).count() as u64).sum()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn counts_what_looking_at_every_pair_counts(rows in prop::collection::vec(prop::collection::vec(0_u32..23, 0..6), 0..12)) {
            let counted = Counter::default().count(23, rows.iter().map(|row| row.iter().copied()));
            prop_assert_eq!(counted, by_pairs(&rows));
        }

        #[test]
        fn a_swap_gains_the_difference(mut first in prop::collection::vec(0_u32..9, 0..6), mut second in prop::collection::vec(0_u32..9, 0..6)) {
            first.sort_unstable();
            second.sort_unstable();
            let (one, other) = ([first.clone(), second.clone()], [second.clone(), first.clone()]);
            prop_assert_eq!(gain(&first, &second), by_pairs(&one) as i64 - by_pairs(&other) as i64);
        }
    }
}
