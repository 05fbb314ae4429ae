//! Normal values that go together, the same for a seed whoever asks and in which order.

use domain::Better;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rayon::prelude::*;

use super::{CHUNK, Simulation};
use crate::special::normal;

/// One normal value per run and driver.
pub(super) struct Draws {
    drivers: usize,
    /// Run by run, driver by driver.
    values: Vec<f64>,
}

/// How much of each factor goes into a driver.
struct Loading {
    common: f64,
    group: Option<(usize, f64)>,
    own: f64,
}

impl Draws {
    pub(super) fn of(simulation: &Simulation<'_>) -> Self {
        let drivers = simulation.drivers.len();
        let loadings = loadings(simulation);
        let mut values = vec![0.0; drivers * simulation.runs as usize];
        let generator = ChaCha8Rng::seed_from_u64(simulation.seed);
        values.par_chunks_mut((CHUNK * drivers).max(1)).enumerate().for_each(|(chunk, values)| {
            let mut factors = vec![0.0; simulation.groups.len()];
            for (run, row) in (chunk * CHUNK..).zip(values.chunks_exact_mut(drivers)) {
                let mut generator = generator.clone();
                generator.set_stream(run as u64);
                let common = drawn(&mut generator);
                factors.fill_with(|| drawn(&mut generator));
                for (value, loading) in row.iter_mut().zip(&loadings) {
                    let group = loading.group.map_or(0.0, |(group, part)| part * factors[group]);
                    *value = loading.common * common + group + loading.own * drawn(&mut generator);
                }
            }
        });
        Self { drivers, values }
    }

    /// The normal value of each driver in a run.
    pub(super) fn of_run(&self, run: usize) -> &[f64] {
        &self.values[run * self.drivers..][..self.drivers]
    }
}

fn loadings(simulation: &Simulation<'_>) -> Vec<Loading> {
    let common = simulation.correlation;
    let loading = |driver: &super::Driver| {
        let sign = if driver.better == Better::Higher { 1.0 } else { -1.0 };
        let together = driver.group.map_or(common, |group| simulation.groups[group]);
        Loading {
            common: sign * libm::sqrt(common),
            group: driver.group.map(|group| (group, sign * libm::sqrt(together - common))),
            own: libm::sqrt(1.0 - together),
        }
    };
    simulation.drivers.iter().map(loading).collect()
}

/// The normal quantile of the middle of one of 2^53 equal steps from 0 to 1.
fn drawn(generator: &mut ChaCha8Rng) -> f64 {
    const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
    let step = generator.next_u64() >> 11;
    // Below 2^53, so the count is exact; next to 1 the half may be rounded away, but never up to 1.
    let uniform = (step as f64 + 0.5) * STEP;
    normal::quantile(uniform.min(1.0 - STEP))
}
