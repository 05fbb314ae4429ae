//! Simulated plans, kept as long as the workspace stays as it is. Must not know how they are drawn.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};

use domain::{DistributionKind, Key, Lines, Metric, MetricUnit, Month, MotionId, Projection, ScenarioId};
use forecast::simulation::{Band, Fan, Simulated, SimulationError, Tornado, Watch};
use forecast::{DriverOf, DriverSource, InputUnit, Range, Runs, UncertainPlan, inputs_of};
use picture::chart::{
    ChartPicture, FanInput, FanMonth, Frame, MonthsInput, Projected, TornadoDriver, TornadoInput, fan, tornado,
};
use picture::format;

use super::Loaded;
use super::typed::input_text;
use crate::ErrorReply;
use crate::wire::*;

/// Enough to see where the range lies, in a moment.
const COARSE: u32 = 500;

/// How many bars a tornado shows.
const BARS: usize = 12;

/// What is simulated: a metric of a motion or of all, over some months.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Asked {
    pub(crate) metric: Key,
    pub(crate) motion: Option<MotionId>,
    pub(crate) first: Month,
    pub(crate) last: Month,
}

/// The same in any scenario; none is Expected.
pub(in crate::loaded) type InScenario = (Option<ScenarioId>, Asked);

/// The best simulation of each thing that was asked for.
#[derive(Default)]
pub(crate) struct Simulations {
    chosen: Mutex<BTreeMap<(Asked, u32, u32), Arc<Simulated>>>,
    /// Where each scenario ends.
    ends: Mutex<BTreeMap<InScenario, Range>>,
}

impl Simulations {
    /// Where a scenario ends, as it was kept; None before.
    pub(in crate::loaded) fn end(&self, asked: &InScenario) -> Option<Range> {
        self.ends.lock().unwrap_or_else(PoisonError::into_inner).get(asked).copied()
    }

    pub(in crate::loaded) fn keep_end(&self, asked: InScenario, end: Range) {
        self.ends.lock().unwrap_or_else(PoisonError::into_inner).insert(asked, end);
    }
}

impl Loaded {
    /// The simulation by the workspace's rules, or of a few runs where `coarse`; None where nothing uncertain is planned.
    pub(crate) fn simulation(&self, asked: &Asked, coarse: bool) -> Result<Option<Arc<Simulated>>, ErrorReply> {
        let rules = self.workspace.settings.simulation;
        let runs = if coarse { rules.runs.min(COARSE) } else { rules.runs };
        self.simulated(asked, (runs, rules.seed), &|_| ControlFlow::Continue(()))
    }

    /// The same, told how far it is.
    pub(crate) fn simulated(
        &self,
        asked: &Asked,
        (runs, seed): (u32, u32),
        watch: Watch<'_>,
    ) -> Result<Option<Arc<Simulated>>, ErrorReply> {
        let key = (asked.clone(), runs, seed);
        let kept = || self.simulations.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept().get(&key) {
            return Ok(Some(known.clone()));
        }
        let Some(plan) = self.uncertain(asked)? else { return Ok(None) };
        if plan.drivers().is_empty() {
            return Ok(None);
        }
        let runs = Runs { runs, seed, target: self.aimed_at(asked)?.map(|(value, _)| value) };
        let simulated = Arc::new(plan.simulate(runs, watch).map_err(|error| refused(&error))?);
        kept().insert(key, simulated.clone());
        Ok(Some(simulated))
    }

    /// What is aimed at by the last month: the year's target where the whole portfolio is looked at and one is set, else what
    /// is planned; and whether it was set.
    pub(crate) fn aimed_at(&self, asked: &Asked) -> Result<Option<(f64, bool)>, ErrorReply> {
        let year = domain::FiscalYear::of(asked.last, self.workspace.settings.fiscal_first_month);
        let whole = asked.motion.is_none() && (asked.first, asked.last) == (year.first(), year.last());
        let set = self.workspace.targets.iter().find(|row| row.metric == asked.metric && row.year == year.year);
        if let Some(target) = set.filter(|_| whole) {
            return Ok(Some((target.value, true)));
        }
        let (lines, library) = (self.lines(asked.motion)?, self.ledger().library());
        let planned = self.planned().value(library, &asked.metric, &lines, asked.first, asked.last);
        Ok(planned.map(|range| (range.mid, false)))
    }

    /// A simulation in words and figures.
    pub(crate) fn simulation_view(
        &self,
        asked: &Asked,
        (runs, seed): (u32, u32),
        watch: Watch<'_>,
    ) -> Result<SimulationView, ErrorReply> {
        let metric = self.metric(&asked.metric)?;
        let simulated = self.simulated(asked, (runs, seed), watch)?.ok_or_else(|| nothing_uncertain(metric))?;
        let rules = self.workspace.settings.simulation;
        let figure = |value: f64| format::figure(value, metric.unit, self.workspace.settings.currency);
        let drivers = self.driver_swings(asked, metric)?;
        let (lines, library) = (self.lines(asked.motion)?, self.ledger().library());
        let planned = self.planned().value(library, &asked.metric, &lines, asked.first, asked.last);
        let target = self.aimed_at(asked)?.zip(simulated.chance);
        let count = drivers.len();
        let month = |(month, (alone, to_date))| SimulatedMonth { month, alone, to_date };
        let bands = simulated.fan.months.iter().copied().zip(simulated.fan.to_date.iter().copied());
        Ok(SimulationView {
            metric: metric.key.clone(),
            metric_name: metric.name.to_string(),
            motion: asked.motion,
            scenario: self.scenario,
            scenario_name: self.scenario_name(),
            first: asked.first,
            last: asked.last,
            runs,
            seed,
            correlation: rules.correlation,
            groups: self.correlation_groups(),
            drivers,
            months: asked.first.to(asked.last).zip(bands).map(month).collect(),
            planned: planned.map(|range| range.mid),
            planned_text: planned.map_or_else(|| "—".to_owned(), |range| figure(range.mid)),
            mean: simulated.mean,
            target: target.map(|((value, is_set), chance)| TargetChance {
                value,
                value_text: figure(value),
                is_set,
                chance,
                words: chance_words(&figure(value), is_set, chance),
            }),
            words: self.simulated_words(asked, metric, &simulated),
            how: format!(
                "{} runs, seed {seed}, {count} uncertain {} that go together by {}.",
                format::count(u64::from(runs)),
                if count == 1 { "input" } else { "inputs" },
                rules.correlation
            ),
        })
    }

    /// A chart of months as a fan, where its metric has a simulated plan.
    pub(crate) fn fan_chart(
        &self,
        asked: &Asked,
        coarse: bool,
        input: &MonthsInput,
    ) -> Result<Option<ChartPicture>, ErrorReply> {
        let Some(simulated) = self.simulation(asked, coarse)? else { return Ok(None) };
        Ok(Some(fan(&fan_input(input, &simulated.fan))))
    }

    /// A chart of single months with simulated ends around what is planned.
    pub(crate) fn with_simulated_ends(
        &self,
        asked: &Asked,
        coarse: bool,
        mut input: MonthsInput,
    ) -> Result<MonthsInput, ErrorReply> {
        if let Some(simulated) = self.simulation(asked, coarse)? {
            for (projected, band) in input.projected.iter_mut().zip(&simulated.fan.months) {
                if let (Some(projected), Some(band)) = (projected, band) {
                    let (low, high) = (band.p10.min(projected.mid), band.p90.max(projected.mid));
                    *projected = Projected { low: Some(low), mid: projected.mid, high: Some(high) };
                }
            }
        }
        Ok(input)
    }

    /// Which inputs move the figure at the end most.
    pub(crate) fn tornado_chart(&self, asked: &Asked, frame: Frame) -> Result<ChartPicture, ErrorReply> {
        let metric = self.metric(&asked.metric)?;
        let plan = self.uncertain(asked)?.ok_or_else(|| nothing_uncertain(metric))?;
        let Tornado { base, swings } = plan.tornado().map_err(|error| refused(&error))?;
        let bars = swings.iter().take(BARS).filter_map(|swing| Some((plan.drivers().get(swing.driver)?, swing)));
        let bar = |(driver, swing): (&DriverOf, &forecast::simulation::Swing)| TornadoDriver {
            id: driver_id(driver),
            name: format!("{}, {}", self.driver_name(driver), self.driver_range(driver, metric)),
            low: swing.at_p10,
            high: swing.at_p90,
        };
        let mut measure = self.measure(metric);
        let parts = [("name", measure.name.as_str()), ("month", &self.language.month(asked.last))];
        measure.name = self.language.fill("{name} by {month}", &parts);
        Ok(tornado(&TornadoInput { measure, frame, base, drivers: bars.map(bar).collect() }))
    }

    fn uncertain(&self, asked: &Asked) -> Result<Option<UncertainPlan<'_>>, ErrorReply> {
        let lines: Lines = self.lines(asked.motion)?;
        let period = (asked.first, asked.last);
        Ok(UncertainPlan::of(&self.workspace, self.ledger().library(), &asked.metric, &lines, period))
    }

    fn driver_swings(&self, asked: &Asked, metric: &Metric) -> Result<Vec<DriverSwing>, ErrorReply> {
        let Some(plan) = self.uncertain(asked)? else { return Ok(Vec::new()) };
        let figure = |value: f64| format::figure(value, metric.unit, self.workspace.settings.currency);
        let swings = plan.tornado().map_err(|error| refused(&error))?.swings;
        let found = swings.iter().filter_map(|swing| Some((plan.drivers().get(swing.driver)?, swing)));
        let swing = |(driver, swing): (&DriverOf, &forecast::simulation::Swing)| DriverSwing {
            id: driver_id(driver),
            name: self.driver_name(driver),
            range_text: format!("{}, {}", self.driver_range(driver, metric), kind_name(driver.kind)),
            at_p10: swing.at_p10,
            at_p90: swing.at_p90,
            at_p10_text: figure(swing.at_p10),
            at_p90_text: figure(swing.at_p90),
        };
        Ok(found.map(swing).collect())
    }

    fn driver_name(&self, driver: &DriverOf) -> String {
        let of = |id| self.workspace.projections.iter().find(|row| row.id == id);
        let motion = |projection: &Projection| self.motion_name(projection.motion);
        match driver.source {
            DriverSource::Shared(id) => {
                let found = self.workspace.drivers.iter().find(|row| row.id == id);
                found.map_or_else(String::new, |row| row.name.to_string())
            }
            DriverSource::Whole(id) => of(id)
                .map_or_else(String::new, |row| self.language.fill("{name}, the whole", &[("name", &motion(row))])),
            DriverSource::Input(id, forecast::TOTAL) => of(id).map_or_else(String::new, motion),
            DriverSource::Input(id, name) => of(id).map_or_else(String::new, |row| {
                let kind = inputs_of(row.model).iter().find(|kind| kind.name == name);
                let label = self.language.say(kind.map_or(name, |kind| kind.label));
                format!("{}, {}", motion(row), self.language.within(label))
            }),
        }
    }

    fn driver_range(&self, driver: &DriverOf, metric: &Metric) -> String {
        let own = match driver.source {
            DriverSource::Input(id, _) => {
                self.workspace.projections.iter().find(|row| row.id == id).map(|row| row.metric.clone())
            }
            DriverSource::Shared(_) | DriverSource::Whole(_) => None,
        };
        let unit = own.and_then(|key| self.metric(&key).ok()).map_or(metric.unit, |metric| metric.unit);
        let currency = self.workspace.settings.currency;
        let (low, high) = (driver.range.low, driver.range.high);
        let money = driver.unit == InputUnit::Money || (driver.unit == InputUnit::Metric && unit == MetricUnit::Money);
        if money {
            return self.language.range(low, high, MetricUnit::Money, currency);
        }
        let text = |value: f64| input_text(value, driver.unit, unit, currency);
        self.language.fill("{from} to {to}", &[("from", &text(low)), ("to", &text(high))])
    }

    fn simulated_words(&self, asked: &Asked, metric: &Metric, simulated: &Simulated) -> String {
        let Some(end) = simulated.fan.to_date.last().copied().flatten() else {
            return format!("Nothing of {} is planned by then.", metric.name);
        };
        let range = format::range(end.p10, end.p90, metric.unit, self.workspace.settings.currency);
        format!(
            "In eight of ten simulated outcomes {} by {} {} lies at {range}, given these inputs.",
            metric.name,
            asked.last.name(),
            asked.last.year()
        )
    }
}

/// A chart of months with a simulated plan in place of its own.
pub(crate) fn fan_input(input: &MonthsInput, simulated: &Fan) -> FanInput {
    let month = |band: &Option<Band>| {
        band.map(|band| FanMonth { p10: band.p10, p25: band.p25, p50: band.p50, p75: band.p75, p90: band.p90 })
    };
    FanInput {
        measure: input.measure.clone(),
        frame: input.frame.clone(),
        figures: input.figures,
        first: input.first,
        fan: simulated.to_date.iter().map(month).collect(),
        actual: input.actual.clone(),
        reforecast: input.reforecast.clone(),
        today: input.today,
    }
}

/// "The target of €8M is reached in 61 % of the simulated outcomes, given these inputs."
fn chance_words(value: &str, is_set: bool, chance: f64) -> String {
    let what = if is_set { "The target" } else { "The plan" };
    format!(
        "{what} of {value} is reached in {} of the simulated outcomes, given these inputs.",
        format::percent(chance)
    )
}

fn driver_id(driver: &DriverOf) -> String {
    match driver.source {
        DriverSource::Shared(id) => format!("driver:{id}"),
        DriverSource::Whole(id) => format!("driver:{id}:whole"),
        DriverSource::Input(id, name) => format!("driver:{id}:{name}"),
    }
}

/// As people call it.
pub(crate) fn kind_name(kind: DistributionKind) -> &'static str {
    match kind {
        DistributionKind::Fixed => "fixed",
        DistributionKind::Uniform => "uniform",
        DistributionKind::Triangular => "triangular",
        DistributionKind::Pert => "PERT",
        DistributionKind::Lognormal => "lognormal",
        DistributionKind::Beta => "beta",
    }
}

fn nothing_uncertain(metric: &Metric) -> ErrorReply {
    ErrorReply::refused(format!(
        "Nothing uncertain is planned of {} in these months: give a projection of it a low and a high.",
        metric.name
    ))
}

fn refused(error: &SimulationError) -> ErrorReply {
    match error {
        SimulationError::Cancelled => ErrorReply::from_error(crate::Refusal::Cancelled, error),
        SimulationError::Input(_) => ErrorReply::refused(format!("{error}.")),
    }
}
