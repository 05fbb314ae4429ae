//! What each projection model is made from: the inputs by name, what they may be left out for, and how a workspace's rows
//! become them. Must not know what is projected.

use std::collections::BTreeMap;

use domain::{
    DistributionKind, Driver, DriverId, Month, Projection, ProjectionFigure, ProjectionId, ProjectionInput,
    ProjectionModel, Workspace,
};
use serde::Serialize;
use ts_rs::TS;

use crate::doubt::Range;
use InputUnit::{Count, Growth, Metric, Money, Months, Number, Share};

/// One input of a model.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct InputKind {
    /// Its key (`win_rate`).
    pub name: &'static str,
    /// On the screen ("Win rate").
    pub label: &'static str,
    /// How it is written.
    pub unit: InputUnit,
    /// What stands in where it is not given; none: it has to be.
    pub default: Option<f64>,
    /// In one sentence.
    pub note: &'static str,
}

/// How an input is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InputUnit {
    /// In the metric's own unit.
    Metric,
    /// In whole units of the workspace's currency.
    Money,
    /// A count.
    Count,
    /// 0 to 1, written as a percentage.
    Share,
    /// A change of −1 or more, written as a percentage.
    Growth,
    /// A plain number.
    Number,
    /// Whole months.
    Months,
}

/// The input whose value is [`Projection::total`].
pub const TOTAL: &str = "total";

/// What `model` is made from, the total first where it has one.
pub fn inputs_of(model: ProjectionModel) -> &'static [InputKind] {
    match model {
        ProjectionModel::Typed => &[],
        ProjectionModel::Linear | ProjectionModel::Split => &TARGET,
        ProjectionModel::SCurve => &S_CURVE,
        ProjectionModel::Ramp => &RAMP,
        ProjectionModel::Gompertz => &GOMPERTZ,
        ProjectionModel::Bass => &BASS,
        ProjectionModel::Cohort => &COHORT,
        ProjectionModel::Seasonal => &SEASONAL,
        ProjectionModel::Funnel => &FUNNEL,
    }
}

const fn needed(name: &'static str, label: &'static str, unit: InputUnit, note: &'static str) -> InputKind {
    InputKind { name, label, unit, default: None, note }
}

const fn usual(
    name: &'static str,
    label: &'static str,
    unit: InputUnit,
    default: f64,
    note: &'static str,
) -> InputKind {
    InputKind { name, label, unit, default: Some(default), note }
}

const TARGET: [InputKind; 1] = [needed(TOTAL, "Target", Metric, "All months together.")];

const S_CURVE: [InputKind; 3] = [
    TARGET[0],
    usual("steepness", "Steepness", Number, 10.0, "How fast the middle goes; 10 is usual."),
    usual("midpoint", "Middle", Share, 0.5, "Which part of the time has passed when half is reached."),
];

const RAMP: [InputKind; 2] = [
    needed("first", "First month", Metric, "What the first month brings."),
    needed("last", "Last month", Metric, "What the last month brings."),
];

const GOMPERTZ: [InputKind; 3] = [
    needed(TOTAL, "Ceiling", Metric, "What is reached in the long run."),
    usual("displacement", "Distance at the start", Number, 4.0, "Higher begins later; 4 begins near nothing."),
    usual("rate", "Speed", Number, 0.4, "How fast the distance to the ceiling shrinks each month."),
];

/// Bass's usual yearly coefficients are 0.03 and 0.38; these are a twelfth of them.
const BASS: [InputKind; 3] = [
    needed(TOTAL, "Market", Metric, "Everyone who will ever adopt."),
    usual("innovation", "By themselves", Share, 0.0025, "Which part adopts by itself each month."),
    usual("imitation", "By example", Share, 0.032, "Which part adopts because others have."),
];

const COHORT: [InputKind; 5] = [
    needed("members", "New each month", Count, "How many join in the first month."),
    usual("growth", "Growth of joining", Growth, 0.0, "How much more join from month to month."),
    needed("worth", "Worth of one", Metric, "What one brings in a month."),
    usual("retention", "Who stays", Share, 1.0, "Which part stays from one month to the next."),
    usual("term", "Term", Months, 0.0, "For how many months one counts; 0 is without end."),
];

const SEASONAL: [InputKind; 1] =
    [usual("growth", "Growth in a year", Growth, 0.0, "How much more than in the same month last year.")];

const FUNNEL: [InputKind; 10] = [
    needed("reach", "Reach each month", Count, "People or accounts reached in a month."),
    needed("lead_rate", "Become leads", Share, "Which part of the reach becomes a lead."),
    needed("opportunity_rate", "Become opportunities", Share, "Which part of the leads becomes a deal."),
    needed("win_rate", "Are won", Share, "Which part of the deals is won."),
    usual("deal_size", "Deal size", Money, 0.0, "What a won deal is worth."),
    usual("lead_lag", "Months to a lead", Months, 0.0, "From reach to lead."),
    usual("opportunity_lag", "Months to a deal", Months, 0.0, "From lead to opportunity."),
    usual("win_lag", "Months to a win", Months, 0.0, "From opportunity to win."),
    usual("capacity", "Leads that can be worked", Count, 0.0, "Most in a month; 0 is as many as come."),
    usual(
        "stage",
        "Counts",
        Number,
        0.0,
        "1 reach, 2 leads, 3 opportunities, 4 wins, 5 their value; 0 fits the metric.",
    ),
];

/// Inputs, figures and drivers of a workspace, by projection.
#[derive(Debug, Clone, Default)]
pub struct ProjectionRows<'w> {
    inputs: BTreeMap<ProjectionId, Vec<&'w ProjectionInput>>,
    figures: BTreeMap<ProjectionId, BTreeMap<Month, f64>>,
    drivers: BTreeMap<DriverId, (Range, Option<DistributionKind>)>,
}

/// What a projection has for one input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Given {
    pub range: Range,
    /// The shared figure that it is.
    pub driver: Option<DriverId>,
    /// As chosen.
    pub distribution: Option<DistributionKind>,
}

impl<'w> ProjectionRows<'w> {
    /// Those of `workspace`.
    pub fn of(workspace: &'w Workspace) -> Self {
        Self::from(&workspace.projection_inputs, &workspace.projection_figures, &workspace.drivers)
    }

    /// Those that a person is about to keep.
    pub fn from(inputs: &'w [ProjectionInput], figures: &[ProjectionFigure], drivers: &[Driver]) -> Self {
        let shared = |row: &Driver| (row.id, (ordered(row.value, row.low, row.high), row.distribution));
        let drivers = drivers.iter().map(shared).collect();
        let mut rows = Self { drivers, ..Self::default() };
        for input in inputs {
            rows.inputs.entry(input.projection).or_default().push(input);
        }
        for figure in figures {
            rows.figures.entry(figure.projection).or_default().insert(figure.month, figure.value);
        }
        rows
    }

    /// What `projection` has for the input `kind`: typed, a driver's, the total with its doubt, or the default. None where
    /// it has to be given and is not.
    pub fn input(&self, projection: &Projection, kind: &InputKind) -> Option<Range> {
        self.given(projection, kind).map(|given| given.range)
    }

    pub(crate) fn given(&self, projection: &Projection, kind: &InputKind) -> Option<Given> {
        if kind.name == TOTAL {
            let part = |end: Option<f64>| end.map(|part| projection.total * part);
            let range = ordered(projection.total, part(projection.low), part(projection.high));
            return Some(Given { range, driver: None, distribution: projection.distribution });
        }
        let rows = self.inputs.get(&projection.id);
        let row = rows.and_then(|rows| rows.iter().find(|row| row.name.as_str() == kind.name));
        match row {
            Some(row) => {
                let own = (ordered(row.value, row.low, row.high), row.distribution);
                let shared = row.driver.and_then(|id| self.drivers.get(&id).copied());
                let (range, distribution) = shared.unwrap_or(own);
                Some(Given { range, driver: row.driver.filter(|_| shared.is_some()), distribution })
            }
            None => kind.default.map(|value| Given { range: Range::certain(value), driver: None, distribution: None }),
        }
    }

    /// What is typed for each month of `projection`; nothing counts as 0.
    pub fn figures(&self, projection: &Projection) -> Vec<f64> {
        let own = self.figures.get(&projection.id);
        let at = |offset: u32| {
            let month = projection.from.plus(i32::try_from(offset).unwrap_or(0));
            own.and_then(|own| own.get(&month).copied()).unwrap_or(0.0)
        };
        (0..projection.months).map(at).collect()
    }
}

/// Ends that are missing or on the wrong side are the middle.
fn ordered(mid: f64, low: Option<f64>, high: Option<f64>) -> Range {
    let (low, high) = (low.unwrap_or(mid), high.unwrap_or(mid));
    let (low, high) = if low <= high { (low, high) } else { (high, low) };
    Range { low: low.min(mid), mid, high: high.max(mid) }
}
