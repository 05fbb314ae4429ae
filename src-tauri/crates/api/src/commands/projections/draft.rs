//! A projection as typed, checked and made into rows. Must not know scenarios.

use std::ops::ControlFlow;

use domain::{
    Figure, Lines, Metric, MetricUnit, Month, Motion, MotionStatus, Projection, ProjectionFigure, ProjectionInput,
    Workspace,
};
use forecast::simulation::Simulated;
use forecast::{InputUnit, MONTHS_MAX, ProjectionRows, Range, Runs, TOTAL, UncertainPlan, curve, inputs_of};
use uuid::Uuid;

use crate::ErrorReply;
use crate::loaded::Loaded;
use crate::wire::{ProjectionInputSet, ProjectionSet, Text};

/// How often a projection is simulated while it is typed.
const LOOKED_AT: u32 = 1_000;

/// What is about to be kept.
pub(super) struct Draft {
    pub(super) projection: Projection,
    pub(super) inputs: Vec<ProjectionInput>,
    pub(super) figures: Vec<ProjectionFigure>,
    /// There is such a projection in Expected.
    pub(super) exists: bool,
}

impl Draft {
    /// Reads what was typed.
    pub(super) fn read(
        loaded: &Loaded,
        request: &ProjectionSet,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Result<Self, ErrorReply> {
        let (motion, metric) = (loaded.motion(request.motion)?, loaded.metric(&request.metric)?);
        if !(1..=MONTHS_MAX).contains(&request.months) {
            let months = request.months;
            return Err(ErrorReply::refused(format!("A projection spans 1 to {MONTHS_MAX} months, not {months}.")));
        }
        let rows = &loaded.expected.projections;
        let before = rows.iter().find(|row| row.motion == motion.id && row.metric == metric.key);
        let id = before.map_or_else(|| new_id().into(), |row| row.id);
        let has_total = inputs_of(request.model).iter().any(|kind| kind.name == TOTAL);
        let total = if has_total { total(loaded, metric, &request.total)? } else { 0.0 };
        let end = |typed: &Text| part(loaded, metric, typed, total, has_total);
        let projection = Projection {
            id,
            motion: motion.id,
            metric: metric.key.clone(),
            from: request.from,
            months: request.months,
            model: request.model,
            total,
            low: end(&request.low)?,
            high: end(&request.high)?,
            distribution: request.distribution,
        };
        rising([projection.low, Some(1.0), projection.high])?;
        let inputs = request.inputs.iter().map(|input| read_input(loaded, metric, &projection, input));
        let inputs = inputs.filter_map(Result::transpose).collect::<Result<Vec<_>, _>>()?;
        let figures = request.figures.iter().filter(|figure| !figure.value.as_str().trim().is_empty());
        let figures = figures.map(|figure| {
            let value = loaded.input_typed(InputUnit::Metric, metric.unit, figure.value.as_str())?;
            Ok(ProjectionFigure { projection: id, month: within(&projection, figure.month)?, value })
        });
        let figures = figures.collect::<Result<Vec<_>, ErrorReply>>()?;
        Ok(Self { projection, inputs, figures, exists: before.is_some() })
    }

    /// What it makes, month by month; what cannot be worked out is refused.
    pub(super) fn months(&self, loaded: &Loaded, metric: &Metric) -> Result<Vec<Range>, ErrorReply> {
        let rows = ProjectionRows::from(&self.inputs, &self.figures, &loaded.workspace.drivers);
        curve(&rows, &self.projection, metric.unit, metric.over_months == domain::OverMonths::Sum)
            .map_err(|error| ErrorReply::refused(format!("{error}.")))
    }

    /// Its months as a few simulated outcomes, alone in the workspace: what else is planned of the metric neither adds to it
    /// nor stands in for it. None where nothing is uncertain.
    pub(super) fn simulated(&self, loaded: &Loaded) -> Result<Option<Simulated>, ErrorReply> {
        let seen = &loaded.workspace;
        let Some(motion) = seen.motions.iter().find(|motion| motion.id == self.projection.motion) else {
            return Ok(None);
        };
        let (settings, nobody) = (&seen.settings, self.projection.id.0);
        let mut alone =
            Workspace::blank(settings.name.clone(), settings.name.clone(), settings.currency, 1, &mut || nobody);
        alone.settings = settings.clone();
        alone.metrics.clone_from(&seen.metrics);
        alone.drivers.clone_from(&seen.drivers);
        alone.motions.push(Motion { active: true, status: MotionStatus::Running, ..motion.clone() });
        alone.projections.push(self.projection.clone());
        alone.projection_inputs.clone_from(&self.inputs);
        alone.projection_figures.clone_from(&self.figures);
        let (first, metric) = (self.projection.from, &self.projection.metric);
        let last = first.plus(i32::try_from(self.projection.months).unwrap_or(1) - 1);
        let library = loaded.ledger().library();
        let plan = UncertainPlan::of(&alone, library, metric, &Lines::All, (first, last));
        let Some(plan) = plan.filter(|plan| !plan.drivers().is_empty()) else { return Ok(None) };
        let runs = Runs { runs: LOOKED_AT, seed: settings.simulation.seed, target: None };
        let simulated = plan.simulate(runs, &|_| ControlFlow::Continue(()));
        simulated.map(Some).map_err(|error| ErrorReply::refused(format!("{error}.")))
    }

    /// Models without a target keep the sum of their months.
    pub(super) fn with_total(mut self, total: f64) -> Self {
        if inputs_of(self.projection.model).iter().all(|kind| kind.name != TOTAL) {
            self.projection.total = total;
        }
        self
    }
}

/// Refuses ends that do not go from low over what is expected to high; ends that are not given fit.
pub(crate) fn rising(ends: [Option<f64>; 3]) -> Result<(), ErrorReply> {
    if ends.into_iter().flatten().is_sorted() {
        return Ok(());
    }
    Err(ErrorReply::refused("A range goes from low over what is expected to high: type the lower one first."))
}

fn total(loaded: &Loaded, metric: &Metric, typed: &Text) -> Result<f64, ErrorReply> {
    Ok(match loaded.figure_typed(metric, typed.as_str().trim())? {
        Figure::Money(money) => money.to_f64(),
        Figure::Number(number) => number,
    })
}

/// A part of the target: typed with a percent sign, or as a figure beside it.
fn part(
    loaded: &Loaded,
    metric: &Metric,
    typed: &Text,
    total: f64,
    has_total: bool,
) -> Result<Option<f64>, ErrorReply> {
    let text = typed.as_str().trim();
    if text.is_empty() {
        return Ok(None);
    }
    if metric.unit != MetricUnit::Percent && text.ends_with('%') {
        return loaded.input_typed(InputUnit::Share, metric.unit, text).map(Some);
    }
    if !has_total || total == 0.0 {
        return Err(ErrorReply::refused(format!(
            "'{text}' is no part of what is projected: write it as a percentage, for example 80%."
        )));
    }
    Ok(Some(loaded.input_typed(InputUnit::Metric, metric.unit, text)? / total))
}

fn read_input(
    loaded: &Loaded,
    metric: &Metric,
    projection: &Projection,
    input: &ProjectionInputSet,
) -> Result<Option<ProjectionInput>, ErrorReply> {
    let kinds = inputs_of(projection.model);
    let Some(kind) = kinds.iter().find(|kind| kind.name == input.name.as_str() && kind.name != TOTAL) else {
        let known: Vec<&str> = kinds.iter().map(|kind| kind.name).filter(|name| *name != TOTAL).collect();
        return Err(ErrorReply::refused(format!(
            "This model has no input '{}': it takes {}.",
            input.name,
            if known.is_empty() { "none".to_owned() } else { known.join(", ") }
        )));
    };
    let at = |error: ErrorReply| ErrorReply::refused(format!("{}: {}", kind.label, error.message));
    let own = |value, low, high, driver| {
        let (projection, name) = (projection.id, input.name.clone());
        Some(ProjectionInput { projection, name, value, low, high, driver, distribution: input.distribution })
    };
    if let Some(driver) = input.driver {
        return Ok(own(loaded.driver(driver)?.value, None, None, Some(driver)));
    }
    let read = |typed: &Text| {
        let text = typed.as_str().trim();
        (!text.is_empty()).then(|| loaded.input_typed(kind.unit, metric.unit, text)).transpose().map_err(at)
    };
    let (value, low, high) = (read(&input.value)?, read(&input.low)?, read(&input.high)?);
    rising([low, value, high]).map_err(at)?;
    match value {
        Some(value) => Ok(own(value, low, high, None)),
        None if low.is_none() && high.is_none() => Ok(None),
        None => {
            let sentence = format!("{} has a range without a middle: type what is expected.", kind.label);
            Err(ErrorReply::refused(sentence))
        }
    }
}

fn within(projection: &Projection, month: Month) -> Result<Month, ErrorReply> {
    let last = projection.from.plus(i32::try_from(projection.months).unwrap_or(1) - 1);
    if (projection.from..=last).contains(&month) {
        return Ok(month);
    }
    Err(ErrorReply::refused(format!(
        "A figure is given for {month}, outside the projection's months {} to {last}.",
        projection.from
    )))
}
