//! The workspace as a workbook of figures: every list on a sheet of its own, projected beside actual, totals that go on
//! counting.
//!
//! Owns: what stands where, and for whom. Must not know: how a workbook is written (`press`).

mod figures;
mod money;
mod overview;
mod tables;
mod variance;

use domain::{Audience, Currency, Metric, MetricUnit, Motion, Workspace};
use press::{Book, Cell, Sheet, SheetName, TableArea, Unit};
use serde::Serialize;

use super::Loaded;
use super::timeline::is_proposed;
use figures::Figures;

/// A part of a cent: sums of floats differ by less, real differences do not.
const SAME: f64 = 0.005;

/// What the sheets are made from.
struct Report<'a> {
    /// As we see it: who stands where rests on more than others may read.
    told: &'a Loaded,
    /// As the readers see it.
    seen: Loaded,
    audience: Audience,
}

impl Loaded {
    /// The report for an audience, in the chosen scenario.
    pub(crate) fn report(&self, audience: Audience) -> Book {
        let expected = proposed(self.expected.clone().seen_by(audience), audience);
        let seen = Self::new(expected, self.scenario, self.today, None, None);
        let report = Report { told: self, seen, audience };
        let figures = Figures::of(&report.seen);
        let budget = report.budget();
        let projections = figures.projections();
        let actuals = figures.actuals();
        let variance = figures.variance(&projections, &actuals);
        let overview = report.overview(&figures, &projections, &actuals, &variance);
        Book {
            title: self.workspace.settings.name.to_string(),
            made: self.today,
            sheets: vec![
                overview,
                report.partners(),
                report.relationships(),
                report.motions(&budget),
                report.tasks(),
                budget.sheet,
                projections.sheet,
                actuals.sheet,
                variance.sheet,
            ],
        }
    }
}

/// Others than us see what is proposed to them: an idea, a draft and what was dropped are not there, in no scenario.
fn proposed(mut workspace: Workspace, audience: Audience) -> Workspace {
    if audience == Audience::Internal {
        return workspace;
    }
    let hidden: Vec<uuid::Uuid> =
        workspace.motions.iter().filter(|motion| !is_proposed(motion)).map(|motion| motion.id.0).collect();
    for motion in workspace.motions.iter_mut().filter(|motion| !is_proposed(motion)) {
        motion.active = false;
    }
    workspace
        .scenario_differences
        .retain(|row| row.table != "motion" || row.column != "active" || !hidden.contains(&row.row));
    workspace
}

impl Report<'_> {
    /// The motions of the report, by name.
    fn motion_list(&self) -> Vec<&Motion> {
        let shown = |motion: &&Motion| self.audience == Audience::Internal || motion.active;
        let mut motions: Vec<&Motion> = self.seen.workspace.motions.iter().filter(shown).collect();
        motions.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
        motions
    }
}

/// A list under its head.
fn list(name: SheetName, head: &[&str], rows: Vec<Vec<Cell>>, widths: &[f64], frozen: u16) -> Sheet {
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let head = head.iter().map(|word| Cell::Head((*word).to_owned())).collect();
    Sheet {
        name,
        rows: std::iter::once(head).chain(rows).collect(),
        widths: widths.to_vec(),
        table: Some(TableArea { last, frozen }),
        charts: Vec::new(),
    }
}

#[allow(clippy::needless_pass_by_value, reason = "what is made and what is kept are both written")]
fn text(words: impl ToString) -> Cell {
    Cell::Text(words.to_string())
}

/// A word of a fixed list as a person reads it: `at_risk` is "At risk".
fn word(value: impl Serialize) -> Cell {
    let key = serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
    let mut letters = key.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    Cell::Text(format!("{first}{}", letters.as_str().replace('_', " ")))
}

fn unit(metric: &Metric, currency: Currency) -> Unit {
    match metric.unit {
        MetricUnit::Money => Unit::Money(currency),
        MetricUnit::Percent => Unit::Percent,
        MetricUnit::Count | MetricUnit::Ratio | MetricUnit::Score | MetricUnit::Days => Unit::Number,
    }
}

/// A row's number, from 0.
fn row_number(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
