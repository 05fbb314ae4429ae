//! A projection of the workspace as months: its model asked with its inputs, low, middle and high. Must not know what was
//! measured.

use std::num::NonZeroU32;

use domain::{Key, MetricUnit, Projection, ProjectionModel, ScenarioId, Workspace};

use crate::doubt::Range;
use crate::input::InputError;
use crate::inputs::{InputKind, ProjectionRows, inputs_of};
use crate::models::{
    Bass, Cohort, Even, Funnel, FunnelStages, Gompertz, Ramp, SCurve, Seasonal, Shares, YEAR, range_months,
};

/// Why a projection has no months.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CurveError {
    /// An input that has no default is not given.
    #[error("{0} is missing: give a number or a range")]
    Missing(&'static str),
    /// An input is not what the model can take.
    #[error(transparent)]
    Input(#[from] InputError),
}

/// The months of `projection`, the first at its first month. With `adds` they are parts of a total; without, each month is
/// expected to be at the target.
pub fn curve(
    rows: &ProjectionRows<'_>,
    projection: &Projection,
    unit: MetricUnit,
    adds: bool,
) -> Result<Vec<Range>, CurveError> {
    let kinds = inputs_of(projection.model);
    let given = |kind: &InputKind| rows.input(projection, kind).ok_or(CurveError::Missing(kind.label));
    let inputs = kinds.iter().map(given).collect::<Result<Vec<Range>, _>>()?;
    if !adds && is_target(projection.model) {
        return Ok(vec![inputs[0]; projection.months as usize]);
    }
    let figures = rows.figures(projection);
    let months = range_months(&inputs, |values| {
        let inputs = Values { kinds, values };
        of_model(projection, &inputs, unit, &figures)
    })?;
    // A doubt about a whole that is typed month by month, or made by a model, is a part of each month.
    let doubted = !kinds.iter().any(|kind| kind.name == crate::inputs::TOTAL);
    let (low, high) = (projection.low.unwrap_or(1.0), projection.high.unwrap_or(1.0));
    let widened = |month: Range| Range { low: month.low * low, mid: month.mid, high: month.high * high };
    Ok(if doubted { months.into_iter().map(widened).collect() } else { months })
}

/// Its months are parts of one figure, which is what a metric that does not add up is expected to be in each of them.
pub(crate) fn is_target(model: ProjectionModel) -> bool {
    matches!(model, ProjectionModel::Linear | ProjectionModel::SCurve | ProjectionModel::Split)
}

/// The workspace in a scenario, with the totals and the costs that follow from its differences; without one in Expected.
#[must_use]
pub fn in_scenario(workspace: &Workspace, scenario: impl Into<Option<ScenarioId>>) -> Workspace {
    let scenario = scenario.into();
    let mut seen = scenario.map_or_else(|| workspace.clone(), |scenario| domain::apply_scenario(workspace, scenario));
    retotal(&mut seen);
    domain::budget::follow(&mut seen);
    seen
}

/// Gives every projection whose model makes its total from inputs the total that they make now.
pub fn retotal(workspace: &mut Workspace) {
    let totals: Vec<Option<f64>> = {
        let rows = ProjectionRows::of(workspace);
        workspace.projections.iter().map(|projection| total(&rows, workspace, projection)).collect()
    };
    for (projection, total) in workspace.projections.iter_mut().zip(totals) {
        projection.total = total.unwrap_or(projection.total);
    }
}

/// The sum of its months, where they are not made from it.
pub fn total(rows: &ProjectionRows<'_>, workspace: &Workspace, projection: &Projection) -> Option<f64> {
    let has_total = inputs_of(projection.model).iter().any(|kind| kind.name == crate::inputs::TOTAL);
    let unit = unit_of(workspace, &projection.metric);
    let months = || curve(rows, projection, unit, true).ok().map(|months| months.iter().map(|month| month.mid).sum());
    if has_total { None } else { months() }
}

/// What a funnel plans of all its stages, middles only; none of another model, or of one that cannot be worked out.
pub fn funnel_stages(rows: &ProjectionRows<'_>, projection: &Projection) -> Option<FunnelStages> {
    if projection.model != ProjectionModel::Funnel {
        return None;
    }
    let kinds = inputs_of(projection.model);
    let values = kinds.iter().map(|kind| Some(rows.input(projection, kind)?.mid)).collect::<Option<Vec<f64>>>()?;
    stages(&Values { kinds, values: &values }, projection.months).ok()
}

fn unit_of(workspace: &Workspace, metric: &Key) -> MetricUnit {
    workspace.metrics.iter().find(|row| row.key == *metric).map_or(MetricUnit::Count, |metric| metric.unit)
}

/// Inputs by name.
pub(crate) struct Values<'a> {
    pub kinds: &'static [InputKind],
    pub values: &'a [f64],
}

impl Values<'_> {
    /// Every model asks for its own inputs only, and [`curve`] has given all of them.
    fn get(&self, name: &str) -> f64 {
        self.kinds.iter().zip(self.values).find(|(kind, _)| kind.name == name).map_or(f64::NAN, |(_, value)| *value)
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the months of a projection")]
    fn months(&self, name: &str) -> u32 {
        libm::round(self.get(name)).clamp(0.0, 120.0) as u32
    }
}

/// A model's months with its inputs at these values.
pub(crate) fn of_model(
    projection: &Projection,
    inputs: &Values<'_>,
    unit: MetricUnit,
    figures: &[f64],
) -> Result<Vec<f64>, InputError> {
    let months = projection.months;
    match projection.model {
        ProjectionModel::Typed => Ok(figures.to_vec()),
        ProjectionModel::Linear => Even { total: inputs.get("total") }.months(months),
        ProjectionModel::SCurve => {
            let (steepness, midpoint) = (inputs.get("steepness"), inputs.get("midpoint"));
            SCurve { total: inputs.get("total"), steepness, midpoint }.months(months)
        }
        ProjectionModel::Ramp => Ramp { first: inputs.get("first"), last: inputs.get("last") }.months(months),
        ProjectionModel::Gompertz => {
            let (displacement, rate) = (inputs.get("displacement"), inputs.get("rate"));
            Gompertz { ceiling: inputs.get("total"), displacement, rate }.months(months)
        }
        ProjectionModel::Bass => {
            let (innovation, imitation) = (inputs.get("innovation"), inputs.get("imitation"));
            Bass { market: inputs.get("total"), innovation, imitation }.months(months)
        }
        ProjectionModel::Cohort => {
            let (members, growth) = (inputs.get("members"), inputs.get("growth"));
            let (worth, retention) = (inputs.get("worth"), inputs.get("retention"));
            Cohort { members, growth, worth, retention, term: NonZeroU32::new(inputs.months("term")) }.months(months)
        }
        ProjectionModel::Seasonal => {
            let last_year = figures.iter().copied().take(YEAR).collect();
            Seasonal { last_year, growth: inputs.get("growth") }.months(months)
        }
        ProjectionModel::Split => Shares { total: inputs.get("total"), weights: figures.to_vec() }.months(months),
        ProjectionModel::Funnel => funnel(inputs, months, unit),
    }
}

fn funnel(inputs: &Values<'_>, months: u32, unit: MetricUnit) -> Result<Vec<f64>, InputError> {
    let stages = stages(inputs, months)?;
    Ok(match inputs.months("stage") {
        1 => stages.reach,
        2 => stages.leads,
        3 => stages.opportunities,
        4 => stages.wins,
        5 => stages.value,
        _ if unit == MetricUnit::Money => stages.value,
        _ => stages.wins,
    })
}

fn stages(inputs: &Values<'_>, months: u32) -> Result<FunnelStages, InputError> {
    let capacity = inputs.get("capacity");
    Funnel {
        reach: inputs.get("reach"),
        lead_rate: inputs.get("lead_rate"),
        opportunity_rate: inputs.get("opportunity_rate"),
        win_rate: inputs.get("win_rate"),
        deal_size: inputs.get("deal_size"),
        lead_lag: inputs.months("lead_lag"),
        opportunity_lag: inputs.months("opportunity_lag"),
        win_lag: inputs.months("win_lag"),
        capacity: (capacity > 0.0).then_some(capacity),
    }
    .months(months)
}

#[cfg(test)]
mod tests;
