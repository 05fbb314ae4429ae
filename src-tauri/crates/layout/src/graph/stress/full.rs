//! Stress over every pair of nodes.
//!
//! Owns: the order in which pairs are visited. Instead of shuffling all pairs, each round seats the nodes at random and
//! visits the pairs as a round-robin tournament (seats whose numbers add up to the same, for a random order of sums):
//! as random as needed, no list of pairs, and no two steps in a row wait for one another.

use super::super::{
    Cancelled, Phase,
    progress::{Watch, tell},
    seed::Seeded,
};
use super::{Hops, Start, steps};

/// Lowers the stress of `at`, a drawing of a connected graph, in `rounds` rounds. One hop becomes one unit.
pub fn full(
    hops: &Hops,
    at: &mut [[f64; 2]],
    start: Start,
    rounds: usize,
    seed: u64,
    watch: Watch<'_>,
) -> Result<(), Cancelled> {
    let nodes = at.len();
    let mut seeded = Seeded::new(seed ^ 0xF011);
    let mut seats: Vec<u32> = (0..nodes as u32).collect();
    let mut sums: Vec<u32> = seats.clone();
    let mut shares = vec![0.0; hops.widest as usize + 1];
    let wide = f64::from(hops.widest.max(1));
    for (round, step) in steps(start, wide, rounds).into_iter().enumerate() {
        tell(watch, Phase::Stress, round, rounds)?;
        for (hop, share) in shares.iter_mut().enumerate().skip(1) {
            *share = (step / (hop * hop) as f64).min(1.0) / 2.0;
        }
        seeded.shuffle(&mut seats);
        seeded.shuffle(&mut sums);
        let mut seated: Vec<[f64; 2]> = seats.iter().map(|&node| at[node as usize]).collect();
        for &sum in &sums {
            let sum = sum as usize;
            let mut meet = |a: usize, b: usize| {
                let hop = hops.between(seats[a] as usize, seats[b] as usize);
                adjust(&mut seated, a, b, f64::from(hop), shares[hop as usize]);
            };
            (0..sum.div_ceil(2)).for_each(|a| meet(a, sum - a));
            (sum + 1..(sum + nodes).div_ceil(2)).for_each(|a| meet(a, sum + nodes - a));
        }
        for (&node, &place) in seats.iter().zip(&seated) {
            at[node as usize] = place;
        }
    }
    Ok(())
}

#[inline]
fn adjust(at: &mut [[f64; 2]], a: usize, b: usize, wanted: f64, share: f64) {
    let (dx, dy) = (at[a][0] - at[b][0], at[a][1] - at[b][1]);
    let drawn = (dx * dx + dy * dy).sqrt().max(1e-9);
    let by = share * (drawn - wanted) / drawn;
    at[a][0] -= by * dx;
    at[a][1] -= by * dy;
    at[b][0] += by * dx;
    at[b][1] += by * dy;
}
