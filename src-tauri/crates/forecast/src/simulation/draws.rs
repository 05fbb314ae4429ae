//! Normal values that go together, the same for a seed whoever asks and in which order.

use domain::Better;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::Simulation;
use crate::special::normal;

/// One normal value per driver, for any run.
pub(super) struct Draws {
    generator: ChaCha8Rng,
    groups: usize,
    loadings: Vec<Loading>,
}

/// Where the values of one run are written.
pub(super) struct Room {
    factors: Vec<f64>,
    values: Vec<f64>,
}

/// How much of each factor goes into a driver.
struct Loading {
    common: f64,
    group: Option<(usize, f64)>,
    own: f64,
}

impl Room {
    /// The normal value of each driver.
    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }
}

impl Draws {
    pub(super) fn of(simulation: &Simulation<'_>) -> Self {
        let generator = ChaCha8Rng::seed_from_u64(simulation.seed);
        Self { generator, groups: simulation.groups.len(), loadings: loadings(simulation) }
    }

    pub(super) fn room(&self) -> Room {
        Room { factors: vec![0.0; self.groups], values: vec![0.0; self.loadings.len()] }
    }

    /// Draws the run's values.
    pub(super) fn draw(&self, run: usize, room: &mut Room) {
        let mut generator = self.generator.clone();
        generator.set_stream(run as u64);
        let common = drawn(&mut generator);
        room.factors.fill_with(|| drawn(&mut generator));
        for (value, loading) in room.values.iter_mut().zip(&self.loadings) {
            let group = loading.group.map_or(0.0, |(group, part)| part * room.factors[group]);
            *value = loading.common * common + group + loading.own * drawn(&mut generator);
        }
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
