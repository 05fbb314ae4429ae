//! What one input of a projection would have to be for the projection to come to a target. Must not know what the input is
//! called on the screen.

use domain::{Key, Metric, OverMonths, Projection, ProjectionFigure, ProjectionInput, Remaining, Workspace};

use crate::curve::{CurveError, curve};
use crate::inputs::{InputKind, InputUnit, ProjectionRows, TOTAL, inputs_of};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Solved {
    /// What the input would have to be, or what brings the projection nearest to the target.
    pub value: f64,
    /// What the projection comes to with it.
    pub reached: f64,
    /// The target is met.
    pub met: bool,
    /// What the input is planned at; none where it has to be given and is not.
    pub base: Option<f64>,
    /// Least and most that the input can be at all.
    pub range: (f64, f64),
}

/// Looks for the value of `kind` for which `projection` comes to `target`, all else as in `workspace`: of several values the
/// one nearest to what is planned. A projection comes to the middle of its months together, by how `metric` adds over
/// months, with the partners that are left.
///
/// A model need not go one way (a capacity makes it flat), so the whole range of the input is scanned for changes of side,
/// and each is closed in on by bisection.
///
/// # Errors
///
/// What the model says of the planned input where no value of it can be worked out.
pub fn solve(
    workspace: &Workspace,
    projection: &Projection,
    metric: &Metric,
    kind: &InputKind,
    target: f64,
) -> Result<Solved, CurveError> {
    let question = Question::of(workspace, projection, metric, kind);
    let base = ProjectionRows::of(workspace).input(projection, kind).map(|range| range.mid);
    let planned = base.unwrap_or(0.0);
    let side = |at: f64| Some((at, question.reached(at).ok()? - target));
    let known: Vec<(f64, f64)> = points(kind.unit, planned).into_iter().filter_map(side).collect();
    let closest = |off: &(f64, f64), other: &(f64, f64)| {
        // Of points that are as near to the target, the one nearest to what is planned.
        let distance = |at: f64| (at - planned).abs();
        off.1.abs().total_cmp(&other.1.abs()).then(distance(off.0).total_cmp(&distance(other.0)))
    };
    let Some(nearest) = known.iter().copied().min_by(closest) else {
        return Err(question.reached(planned).err().unwrap_or(CurveError::Missing(kind.label)));
    };
    let whole = kind.unit == InputUnit::Months;
    let crossings = known.windows(2).filter(|_| !whole).filter_map(|pair| close_in(pair[0], pair[1], side));
    let exact = known.iter().filter(|(_, off)| *off == 0.0).map(|(at, _)| *at);
    let found = crossings.chain(exact).min_by(|a, b| (a - planned).abs().total_cmp(&(b - planned).abs()));
    let value = found.unwrap_or(nearest.0);
    let reached = question.reached(value)?;
    let met = (reached - target).abs() <= 1e-9 * target.abs().max(1.0);
    Ok(Solved { value, reached, met, base, range: range(kind.unit) })
}

/// A projection with one input left open; the others stand at their middles.
struct Question<'w> {
    projection: Projection,
    metric: &'w Metric,
    kind: &'w InputKind,
    inputs: Vec<ProjectionInput>,
    figures: Vec<ProjectionFigure>,
    part: f64,
}

impl<'w> Question<'w> {
    fn of(workspace: &Workspace, projection: &Projection, metric: &'w Metric, kind: &'w InputKind) -> Self {
        let rows = ProjectionRows::of(workspace);
        let others = workspace.projection_inputs.iter().filter(|row| row.projection == projection.id);
        let others = others.filter(|row| row.name.as_str() != kind.name);
        let at_middle = |row: &ProjectionInput| {
            let kind = inputs_of(projection.model).iter().find(|kind| kind.name == row.name.as_str())?;
            let value = rows.input(projection, kind)?.mid;
            Some(ProjectionInput { value, low: None, high: None, driver: None, ..row.clone() })
        };
        let figures = workspace.projection_figures.iter().filter(|row| row.projection == projection.id);
        Self {
            projection: Projection { low: None, high: None, ..projection.clone() },
            metric,
            kind,
            inputs: others.filter_map(at_middle).collect(),
            figures: figures.cloned().collect(),
            part: Remaining::of(workspace).of_metric(projection.motion, metric),
        }
    }

    /// What the projection comes to with the input at `value`.
    fn reached(&self, value: f64) -> Result<f64, CurveError> {
        let mut projection = self.projection.clone();
        let mut inputs = self.inputs.clone();
        if self.kind.name == TOTAL {
            projection.total = value;
        } else {
            inputs.push(ProjectionInput {
                projection: projection.id,
                name: Key::literal(self.kind.name),
                value,
                low: None,
                high: None,
                driver: None,
                distribution: None,
            });
        }
        let rows = ProjectionRows::from(&inputs, &self.figures, &[]);
        let months = curve(&rows, &projection, self.metric.unit, self.metric.over_months == OverMonths::Sum)?;
        let sum = months.iter().map(|month| month.mid).sum::<f64>();
        let whole = match self.metric.over_months {
            OverMonths::Sum => sum,
            OverMonths::First => months.first().map_or(0.0, |month| month.mid),
            OverMonths::Last => months.last().map_or(0.0, |month| month.mid),
            OverMonths::Average | OverMonths::RatioOfSums => sum / f64::from(projection.months),
        };
        Ok(whole * self.part)
    }
}

/// Least and most that an input can be: a part of a whole, whole months as far as a projection reaches, a growth that
/// leaves something and is not absurd, and else what nobody plans beyond.
fn range(unit: InputUnit) -> (f64, f64) {
    match unit {
        InputUnit::Share => (0.0, 1.0),
        InputUnit::Growth => (-1.0, 10.0),
        InputUnit::Months => (0.0, 120.0),
        InputUnit::Metric | InputUnit::Money | InputUnit::Count | InputUnit::Number => (0.0, 1e12),
    }
}

/// Where the model is asked, rising: evenly over a bounded range, in steps of a twentieth over an open one.
fn points(unit: InputUnit, planned: f64) -> Vec<f64> {
    const EVEN: u32 = 1_000;
    let (least, most) = range(unit);
    let mut points: Vec<f64> = match unit {
        InputUnit::Months => (0..=120).map(f64::from).collect(),
        InputUnit::Share | InputUnit::Growth => {
            (0..=EVEN).map(|step| least + (most - least) * f64::from(step) / f64::from(EVEN)).collect()
        }
        InputUnit::Metric | InputUnit::Money | InputUnit::Count | InputUnit::Number => {
            let open = std::iter::successors(Some(1e-6), |at| Some(at * 1.05).filter(|at| *at < most));
            [least].into_iter().chain(open).chain([most]).collect()
        }
    };
    if (least..=most).contains(&planned) {
        points.push(planned);
    }
    points.sort_by(f64::total_cmp);
    points
}

/// The place between two where the side changes, by bisection until they are neighbors among the numbers.
fn close_in(
    (mut low, below): (f64, f64),
    (mut high, above): (f64, f64),
    side: impl Fn(f64) -> Option<(f64, f64)>,
) -> Option<f64> {
    if below == 0.0 || above == 0.0 || (below < 0.0) == (above < 0.0) {
        return None;
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        let (_, off) = side(middle)?;
        if (off < 0.0) == (below < 0.0) { low = middle } else { high = middle }
    }
    let off = |at| side(at).map_or(f64::INFINITY, |(_, off)| off.abs());
    Some(if off(low) <= off(high) { low } else { high })
}

#[cfg(test)]
mod tests;
