//! Rows that are actuals: one month's figure of a metric, for a motion, a partner or both.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::{Actual, ActualId, Currency, Figure, Key, Metric, MetricUnit, Month, MotionId, OrganizationId, Workspace};

use uuid::Uuid;

use crate::matching::ByName;
use crate::nouns::relationships;
use crate::plan::policy::OnConflict;
use crate::plan::{Options, Plan, Work};
use crate::table::row::{self, Row};
use crate::values::date::{DateOrder, DateReader};
use crate::values::figure;
use crate::values::month;
use crate::values::number::NumberReader;
use crate::words::{folded, list};
use crate::{ImportError, Reject};

/// What makes an actual the same one.
type Place = (Option<MotionId>, Option<OrganizationId>, Key, Month, String);

struct Reader<'w> {
    file: &'w str,
    currency: Currency,
    days: DateReader,
    numbers: NumberReader,
    /// Parts are written as 12 for 12 %.
    whole_percents: bool,
    metrics: HashMap<String, &'w Metric>,
    metric_names: String,
    organizations: ByName<'w, OrganizationId>,
    motions: ByName<'w, MotionId>,
}

/// Adds what the table's rows would do to the plan.
pub fn fill(plan: &mut Plan, workspace: &Workspace, options: &Options, work: &mut Work<'_>) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let rows = plan.rows_of(&table, options);
    let file = plan.file.clone();
    let reader = Reader::of(workspace, &file, &rows, options.dates);
    let by_currency = |actual: &'_ Actual| (place(actual), currency(actual.figure));
    let known: HashMap<_, &Actual> = workspace.actuals.iter().map(|actual| (by_currency(actual), actual)).collect();
    let mut only: HashMap<Place, Option<&Actual>> = HashMap::new();
    for actual in &workspace.actuals {
        only.entry(place(actual)).and_modify(|one| *one = None).or_insert(Some(actual));
    }
    let mut ids: HashSet<Uuid> = workspace.actuals.iter().map(|actual| actual.id.0).collect();
    let mut seen: HashMap<(Place, Option<Currency>), usize> = HashMap::new();
    if reader.numbers.is_bold() {
        let remark = "A mark with three digits behind it was read as grouping thousands, since amounts and counts have no \
                      three decimals.";
        plan.remarks.push(remark.to_owned());
    }
    let mut read = Vec::with_capacity(rows.len());
    for (index, row) in rows.into_iter().enumerate() {
        work.look_up(index)?;
        let figure = reader.read(row).and_then(|(place, figure)| {
            match seen.insert((place.clone(), currency(figure)), row.number()) {
                Some(other) => {
                    let advice =
                        format!("row {other} gives this month's figure already; keep one, or name their sources");
                    let expected = "one figure for each month, metric, partner, motion, currency and source";
                    Err(row.reject("month", expected).advise(advice))
                }
                None => Ok((row, place, figure)),
            }
        });
        match figure {
            Ok(figure) => read.push(figure),
            Err(reject) => plan.rejects.push(reject),
        }
    }
    for (row, place, figure) in read {
        let same = known.get(&(place.clone(), currency(figure))).copied();
        // A corrected currency corrects the one figure that there is; two currencies are two figures.
        let corrected = || {
            only.get(&place).copied().flatten().filter(|old| !seen.contains_key(&(place.clone(), currency(old.figure))))
        };
        match same.or_else(corrected) {
            Some(old) if old.figure == figure => plan.unchanged += 1,
            Some(_) if options.policies.of("value") != OnConflict::File => plan.unchanged += 1,
            Some(old) => plan.changed_actuals.push(Actual { figure, batch: Some(plan.batch), ..old.clone() }),
            None => {
                let (motion, organization, metric, month, source) = place;
                let given = row.given("id").and_then(|id| Uuid::parse_str(id).ok()).filter(|id| ids.insert(*id));
                let id = ActualId(given.unwrap_or_else(|| (work.new_id)()));
                let batch = Some(plan.batch);
                let confirmed = true;
                plan.new_actuals.push(Actual {
                    id,
                    motion,
                    organization,
                    metric,
                    month,
                    source,
                    figure,
                    batch,
                    confirmed,
                });
            }
        }
    }
    Ok(())
}

/// The currency of money.
fn currency(figure: Figure) -> Option<Currency> {
    match figure {
        Figure::Money(money) => Some(money.currency),
        Figure::Number(_) => None,
    }
}

fn place(actual: &Actual) -> Place {
    (actual.motion, actual.organization, actual.metric.clone(), actual.month, actual.source.clone())
}

/// The motions of `workspace` by name.
pub fn motions(workspace: &Workspace) -> ByName<'_, MotionId> {
    ByName::of(
        workspace.motions.iter().map(|motion| (&motion.name, motion.id)),
        ("one motion of this workspace", "motions"),
        "add the motion first",
    )
}

/// The metrics of `workspace` by the words for them.
pub fn metrics(workspace: &Workspace) -> HashMap<String, &Metric> {
    let named = |metric: &'_ Metric| [folded(metric.key.as_str()), folded(metric.name.as_str())];
    workspace.metrics.iter().flat_map(|metric| named(metric).map(|word| (word, metric))).collect()
}

impl<'w> Reader<'w> {
    fn of(workspace: &'w Workspace, file: &'w str, rows: &[Row<'_>], dates: Option<DateOrder>) -> Self {
        let metrics = metrics(workspace);
        let is_ratio = |row: &Row<'_>| {
            metrics.get(&folded(row.text("metric"))).is_some_and(|metric| metric.unit == MetricUnit::Percent)
        };
        let whole_percents = row::whole_percents(rows, "value", &is_ratio);
        Self {
            file,
            currency: workspace.settings.currency,
            days: row::dates(rows, "month", dates),
            whole_percents,
            numbers: row::numbers(rows, |row| row.text("value")),
            metrics,
            metric_names: list(workspace.metrics.iter().map(|metric| metric.key.as_str()), 12),
            organizations: relationships::organizations(workspace),
            motions: motions(workspace),
        }
    }

    fn read(&self, row: Row<'_>) -> Result<(Place, Figure), Reject> {
        let month = month::read(row.text("month"), self.days)
            .map_err(|fault| row.reject("month", "a month such as 2026-03").advise(fault.advice()))?;
        let metric = self
            .metrics
            .get(&folded(row.text("metric")))
            .ok_or_else(|| row.reject("metric", format!("a metric of this workspace: {}", self.metric_names)))?;
        let organization = self.organizations.given(row, "partner")?;
        let motion = self.motions.given(row, "motion")?;
        if organization.is_none() && motion.is_none() {
            let field = if row.has("motion") { "motion" } else { "partner" };
            return Err(row.reject(field, "a motion, a partner or both").advise("say whose figure this is"));
        }
        let currency = row
            .given("currency")
            .map_or(Ok(self.currency), Currency::parse)
            .map_err(|error| row.reject("currency", "a currency such as EUR").advise(error.to_string()))?;
        let figure = figure::read(row, metric, self.numbers, self.whole_percents, currency)?;
        let source = row.line("source")?.unwrap_or_else(|| self.file.to_owned());
        Ok(((motion, organization, metric.key.clone(), month, source), figure))
    }
}
