//! The uncertain inputs behind some projections, each once, and the months of a projection with them at given values. Must
//! not know what the projections are added up to.

use std::borrow::Cow;
use std::collections::BTreeMap;

use domain::{Better, CorrelationGroupId, DistributionKind, DriverId, MotionId, ProjectionId, Workspace};

use super::leaves::{Leaves, Part};
use crate::curve::{Values, is_target, of_model};
use crate::distributions::Distribution;
use crate::doubt::Range;
use crate::input::InputError;
use crate::inputs::{Given, InputUnit, ProjectionRows, TOTAL, inputs_of};
use crate::simulation::Driver;

/// One uncertain input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DriverOf {
    /// Whose it is.
    pub source: DriverSource,
    /// How it is written.
    pub unit: InputUnit,
    /// As typed.
    pub range: Range,
    /// How it lies between the ends.
    pub kind: DistributionKind,
    /// Its values.
    pub distribution: Distribution,
}

/// Where an uncertain input comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DriverSource {
    /// A figure that several projections share.
    Shared(DriverId),
    /// An input of one projection by its name.
    Input(ProjectionId, &'static str),
    /// The whole of a projection whose model has no target, as a part of what is expected.
    Whole(ProjectionId),
}

/// All of them.
pub(super) struct Drivers {
    pub of: Vec<DriverOf>,
    pub drawn: Vec<Driver>,
    projections: BTreeMap<ProjectionId, Inputs>,
}

/// A projection's inputs in the order of its model's.
struct Inputs {
    given: Vec<Input>,
    /// A driver that all months are multiplied by.
    whole: Option<usize>,
    /// The months, where nothing is uncertain.
    certain: Option<Vec<f64>>,
}

/// A number, or a place among the drivers.
#[derive(Clone, Copy)]
enum Input {
    Certain(f64),
    Drawn { driver: usize, highest: f64 },
}

impl Drivers {
    pub fn of(workspace: &Workspace, leaves: &Leaves<'_>, better: Better) -> Self {
        let rows = ProjectionRows::of(workspace);
        let mut drivers = Self { of: Vec::new(), drawn: Vec::new(), projections: BTreeMap::new() };
        let mut known = BTreeMap::new();
        let mut motions = Vec::new();
        for part in leaves.all.iter().flat_map(|leaf| &leaf.parts) {
            if let Some(inputs) = drivers.read(&rows, part, &mut known, &mut motions) {
                drivers.projections.insert(part.counted.projection.id, inputs);
            }
        }
        drivers.keep_certain(leaves);
        let groups = groups(workspace);
        let goods = drivers.goods(leaves, better);
        for ((of, good), motion) in drivers.of.iter().zip(goods).zip(motions) {
            let group = motion.and_then(|motion| groups.get(&motion).copied());
            drivers.drawn.push(Driver { distribution: of.distribution, better: good, group });
        }
        drivers
    }

    /// The months of a projection with each driver at its value; those of one that cannot be worked out are nothing.
    pub fn months<'a>(&'a self, part: &Part<'_>, values: &[f64]) -> Result<Cow<'a, [f64]>, InputError> {
        let projection = part.counted.projection;
        let Some(inputs) = self.projections.get(&projection.id) else {
            return Ok(Cow::Owned(vec![0.0; projection.months as usize]));
        };
        if let Some(certain) = &inputs.certain {
            return Ok(Cow::Borrowed(certain));
        }
        inputs.months(part, values).map(Cow::Owned)
    }

    fn read(
        &mut self,
        rows: &ProjectionRows<'_>,
        part: &Part<'_>,
        known: &mut BTreeMap<DriverSource, usize>,
        motions: &mut Vec<Option<MotionId>>,
    ) -> Option<Inputs> {
        let projection = part.counted.projection;
        let kinds = inputs_of(projection.model);
        // What cannot be worked out expects nothing, as everywhere.
        crate::curve(rows, projection, part.counted.unit, part.counted.adds).ok()?;
        let mut place = |source: DriverSource, given: Given, unit: InputUnit| {
            let next = self.of.len();
            let place = *known.entry(source).or_insert(next);
            if place == next {
                let (kind, distribution) = drawn(given)?;
                self.of.push(DriverOf { source, unit, range: given.range, kind, distribution });
                motions.push(Some(projection.motion));
            } else if motions[place] != Some(projection.motion) {
                // Shared by motions: it belongs to no one's group.
                motions[place] = None;
            }
            Some(place)
        };
        let mut given = Vec::with_capacity(kinds.len());
        for kind in kinds {
            let own = rows.given(projection, kind)?;
            let source = own.driver.map_or(DriverSource::Input(projection.id, kind.name), DriverSource::Shared);
            let highest = if kind.unit == InputUnit::Share { 1.0 } else { f64::INFINITY };
            given.push(if own.is_certain() {
                Input::Certain(own.range.mid)
            } else {
                Input::Drawn { driver: place(source, own, kind.unit)?, highest }
            });
        }
        let doubted = kinds.iter().all(|kind| kind.name != TOTAL);
        let (low, high) = (projection.low.unwrap_or(1.0).min(1.0), projection.high.unwrap_or(1.0).max(1.0));
        let whole = Given { range: Range { low, mid: 1.0, high }, driver: None, distribution: projection.distribution };
        let whole = if doubted && !whole.is_certain() {
            Some(place(DriverSource::Whole(projection.id), whole, InputUnit::Share)?)
        } else {
            None
        };
        Some(Inputs { given, whole, certain: None })
    }

    fn keep_certain(&mut self, leaves: &Leaves<'_>) {
        for part in leaves.all.iter().flat_map(|leaf| &leaf.parts) {
            let Some(inputs) = self.projections.get_mut(&part.counted.projection.id) else { continue };
            if inputs.whole.is_none() && inputs.given.iter().all(|input| matches!(input, Input::Certain(_))) {
                inputs.certain = inputs.months(part, &[]).ok();
            }
        }
    }

    /// Which side of each driver is good: the one that moves the months that rest on it to the metric's good side, the sooner
    /// the better (the sum of the sums to date).
    fn goods(&self, leaves: &Leaves<'_>, better: Better) -> Vec<Better> {
        let at = |probability: f64| -> Vec<f64> {
            self.of.iter().map(|driver| driver.distribution.inverse(probability, 1.0 - probability)).collect()
        };
        let (low, middle, high) = (at(0.1), at(0.5), at(0.9));
        let sum = |driver: usize, value: f64| {
            let mut values = middle.clone();
            values[driver] = value;
            let parts = leaves.all.iter().flat_map(|leaf| leaf.parts.iter().map(move |part| (leaf, part)));
            let months = parts.filter(|(_, part)| self.rests_on(part, driver)).map(|(leaf, part)| {
                let months = self.months(part, &values).map_or(0.0, |months| sums_to_date(&months));
                let metric = leaves.library.metric(&leaf.key).map_or(better, |metric| metric.better);
                if metric == better { months } else { -months }
            });
            months.sum::<f64>()
        };
        let worse = if better == Better::Higher { Better::Lower } else { Better::Higher };
        let good = |driver: usize| if sum(driver, high[driver]) >= sum(driver, low[driver]) { better } else { worse };
        (0..self.of.len()).map(good).collect()
    }

    fn rests_on(&self, part: &Part<'_>, driver: usize) -> bool {
        self.projections.get(&part.counted.projection.id).is_some_and(|inputs| {
            let drawn = |input: &Input| matches!(input, Input::Drawn { driver: own, .. } if *own == driver);
            inputs.whole == Some(driver) || inputs.given.iter().any(drawn)
        })
    }
}

impl Inputs {
    fn months(&self, part: &Part<'_>, values: &[f64]) -> Result<Vec<f64>, InputError> {
        let value = |input: &Input| match *input {
            Input::Certain(value) => value,
            Input::Drawn { driver, highest } => values[driver].min(highest),
        };
        let given: Vec<f64> = self.given.iter().map(value).collect();
        let projection = part.counted.projection;
        let left = part.counted.part;
        if !part.counted.adds && is_target(projection.model) {
            return Ok(vec![given[0] * left; projection.months as usize]);
        }
        let inputs = Values { kinds: inputs_of(projection.model), values: &given };
        let mut months = of_model(projection, &inputs, part.counted.unit, &part.figures)?;
        let factor = self.whole.map_or(left, |whole| values[whole] * left);
        for month in &mut months {
            *month *= factor;
        }
        Ok(months)
    }
}

impl Given {
    fn is_certain(&self) -> bool {
        self.range.low >= self.range.high || self.distribution == Some(DistributionKind::Fixed)
    }
}

/// A distribution that does not fit its range (a rate's, of what is no rate) gives way to the usual one.
fn drawn(given: Given) -> Option<(DistributionKind, Distribution)> {
    let Range { low, mid, high } = given.range;
    let kind = given.distribution.unwrap_or_default();
    let made = match kind {
        DistributionKind::Fixed => Distribution::fixed(mid),
        DistributionKind::Uniform => Distribution::uniform(low, high),
        DistributionKind::Triangular => Distribution::triangular(low, mid, high),
        DistributionKind::Pert => Distribution::pert(low, mid, high),
        DistributionKind::Lognormal => Distribution::lognormal(low, high),
        DistributionKind::Beta => Distribution::beta_around(mid, high - low),
    };
    match made {
        Ok(distribution) => Some((kind, distribution)),
        Err(_) => Some((DistributionKind::Pert, Distribution::pert(low, mid, high).ok()?)),
    }
}

fn sums_to_date(months: &[f64]) -> f64 {
    months.iter().rev().zip(1..).map(|(month, left)| month * f64::from(left)).sum()
}

fn groups(workspace: &Workspace) -> BTreeMap<MotionId, usize> {
    let places: BTreeMap<CorrelationGroupId, usize> =
        workspace.correlation_groups.iter().zip(0..).map(|(group, place)| (group.id, place)).collect();
    let members = workspace.correlation_members.iter();
    members.filter_map(|member| Some((member.motion, *places.get(&member.correlation_group)?))).collect()
}
