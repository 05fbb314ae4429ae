//! Why actuals differ from the plan: timing, volume and rates along a chain of stages, in whole minor units that add up
//! exactly. Must not know which metrics make a chain, nor how it is shown.

/// The largest figure in minor units: every sum of a few stays a whole number on the wire (2⁵³).
const MOST: f64 = 9e14;

/// One stage of a chain, from the top (reach, clicks) to what is explained (revenue): sums to date, in the stage's own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stage {
    /// Planned to date.
    pub planned: f64,
    /// Planned to date, had everything been planned as much later or earlier as it began.
    pub shifted: f64,
    /// Measured to date.
    pub actual: f64,
}

/// Why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// It began later or earlier than planned.
    Timing,
    /// More or less of the top stage, by its place in the chain; all of what was not planned.
    Volume(usize),
    /// More or less of this stage from each of the stage above it that takes part.
    Rate(usize),
    /// What cents of several lines, rounded one by one, leave over.
    Rounding,
}

/// A cause with what it changed, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// Which.
    pub cause: Cause,
    /// Actual − planned because of it.
    pub minor: i64,
}

/// Planned and measured to date with everything between them: planned + Σ effects = actual, exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effects {
    /// Planned to date, in minor units.
    pub planned: i64,
    /// Measured to date, in minor units.
    pub actual: i64,
    /// In the order of the chain; causes that changed nothing are left out.
    pub effects: Vec<Effect>,
}

/// Splits the variance of the chain's last stage; `per_unit` minor units make one of its units.
///
/// Chain substitution from the top: begin with the plan P; shift it in time, P′; then put in what was measured of one stage
/// after the other, A₀ P′ₙ ÷ P′₀, A₁ P′ₙ ÷ P′₁ and so on to Aₙ, with the planned rates below it. Each difference between two
/// such standings is one effect: timing, volume of the top stage, rate of each later one. Every standing is rounded to minor
/// units once, so the differences add up to the variance exactly. A stage of which nothing was planned has no rate to the
/// next and takes no part; where nothing was planned of the last stage, all that is not timing is volume.
pub fn effects(chain: &[Stage], per_unit: f64) -> Effects {
    let Some((last, above)) = chain.split_last() else { return Effects { planned: 0, actual: 0, effects: Vec::new() } };
    let end = above.len();
    let taking_part = |(_, stage): &(usize, &Stage)| stage.shifted != 0.0 && last.shifted != 0.0;
    let inner = above.iter().enumerate().filter(taking_part);
    let inner = inner.map(|(place, stage)| (place, stage.actual * (last.shifted / stage.shifted)));
    let mut standing = minor(last.planned, per_unit);
    let mut effects = Vec::new();
    let mut step = |cause: Cause, to: f64| {
        let to = minor(to, per_unit);
        effects.push(Effect { cause, minor: to - standing });
        standing = to;
    };
    step(Cause::Timing, last.shifted);
    for (index, (place, to)) in inner.chain([(end, last.actual)]).enumerate() {
        step(if index == 0 { Cause::Volume(place) } else { Cause::Rate(place) }, to);
    }
    effects.retain(|effect| effect.minor != 0);
    Effects { planned: minor(last.planned, per_unit), actual: minor(last.actual, per_unit), effects }
}

impl Effects {
    /// Several lines of one portfolio together, whose whole was `planned` and `actual`: the same causes added. Where the
    /// cents of lines rounded one by one do not meet the rounded whole, the few that are left over go to the largest effect;
    /// without any they stand as [`Cause::Rounding`].
    pub fn together<'a>(lines: impl IntoIterator<Item = &'a Self>, planned: f64, actual: f64, per_unit: f64) -> Self {
        let (planned, actual) = (minor(planned, per_unit), minor(actual, per_unit));
        let mut by_cause = std::collections::BTreeMap::new();
        for effect in lines.into_iter().flat_map(|line| &line.effects) {
            *by_cause.entry(effect.cause).or_insert(0_i64) += effect.minor;
        }
        let explained: i64 = by_cause.values().sum();
        let largest = by_cause.iter().max_by_key(|(_, minor)| minor.abs()).map_or(Cause::Rounding, |(cause, _)| *cause);
        *by_cause.entry(largest).or_insert(0) += actual - planned - explained;
        let effects = by_cause.into_iter().map(|(cause, minor)| Effect { cause, minor });
        Self { planned, actual, effects: effects.filter(|effect| effect.minor != 0).collect() }
    }

    /// Actual − planned.
    pub fn variance(&self) -> i64 {
        self.actual - self.planned
    }
}

/// How many months later (more than 0) or earlier something began than planned, by the first month of the top stage that has
/// both. Figures are by month, counted from any month that both lists share; months of nothing have not begun.
pub fn later(stages: impl IntoIterator<Item = (Option<i32>, Option<i32>)>) -> i32 {
    let mut both = stages.into_iter().filter_map(|(planned, measured)| Some(measured? - planned?));
    both.next().unwrap_or(0)
}

#[allow(clippy::cast_possible_truncation, reason = "clamped to whole numbers that fit")]
fn minor(figure: f64, per_unit: f64) -> i64 {
    let minor = libm::round(figure * per_unit);
    if minor.is_finite() { minor.clamp(-MOST, MOST) as i64 } else { 0 }
}

#[cfg(test)]
mod tests;
