//! Figures set beside those that a workspace has from the same network: what is new, what is another, and what is gone.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use domain::{Actual, ActualId, Currency, Figure, Key, Money, Month, Workspace};

use super::figures::{Figures, Place};
use super::measure::Measure;
use crate::ImportError;
use crate::plan::policy::OnConflict;
use crate::plan::{Options, Plan, Work};
use crate::profiles::Profile;
use crate::words::{count, list, shown};

/// A figure that became another.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureChange {
    /// The metric's name.
    pub metric: String,
    /// The partner's name, the motion's, or both.
    pub whose: String,
    /// The month.
    pub month: Month,
    /// As it stands.
    pub before: Figure,
    /// None where there is none any more.
    pub after: Option<Figure>,
}

impl fmt::Display for FigureChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { metric, whose, month, before, after } = self;
        let after = after.map_or_else(|| "nothing".to_owned(), written);
        write!(f, "{} of {}, {month}: {} → {after}", shown(metric), shown(whose), written(*before))
    }
}

/// `1200.00 EUR`, `42`.
fn written(figure: Figure) -> String {
    match figure {
        Figure::Money(money) => format!("{} {}", money.to_decimal(), money.currency),
        Figure::Number(number) => number.to_string(),
    }
}

/// Writes into the plan what `figures` change.
pub fn fill(
    plan: &mut Plan,
    profile: &'static Profile,
    workspace: &Workspace,
    options: &Options,
    figures: Figures,
    work: &mut Work<'_>,
) -> Result<(), ImportError> {
    let mut known: BTreeMap<Place, &Actual> = BTreeMap::new();
    let own = workspace.actuals.iter().filter(|actual| actual.source == profile.name);
    // After two partners became one there may be two of a kind.
    let mut doubled = Vec::new();
    for actual in own {
        if let Some(place) = place(actual) {
            doubled.extend(known.insert(place, actual).map(|other| (place, other)));
        }
    }
    let metrics: BTreeSet<&str> = workspace.metrics.iter().map(|metric| metric.key.as_str()).collect();
    let mut without_metric: BTreeSet<&str> = BTreeSet::new();
    let is_kept = options.policies.of("value") != OnConflict::File;
    for (index, (place, (value, confirmed))) in figures.into_iter().enumerate() {
        work.look_up(index)?;
        let measure = Measure::ALL[place.measure];
        if !metrics.contains(measure.metric()) {
            without_metric.insert(measure.metric());
            continue;
        }
        let figure = match place.currency {
            Some(currency) => Figure::Money(Money { minor: value, currency }),
            None => Figure::Number(value as f64),
        };
        match known.remove(&place) {
            Some(old) if old.figure == figure && old.confirmed == confirmed || is_kept => plan.unchanged += 1,
            Some(old) => {
                if old.figure != figure {
                    plan.figure_changes.push(change(workspace, old, Some(figure)));
                }
                plan.changed_actuals.push(Actual { figure, confirmed, batch: Some(plan.batch), ..old.clone() });
            }
            None => plan.new_actuals.push(Actual {
                id: ActualId((work.new_id)()),
                motion: place.motion,
                organization: place.organization,
                metric: Key::literal(measure.metric()),
                month: place.month,
                source: profile.name.to_owned(),
                figure,
                batch: Some(plan.batch),
                confirmed,
            }),
        }
    }
    // Figures whose rows were erased with a person cannot be read again, and stay.
    let readable = |old: &Actual| options.kept.iter().any(|kept| Some(kept.report.batch) == old.batch);
    for (_, old) in known.into_iter().chain(doubled).filter(|(_, old)| !is_kept && readable(old)) {
        plan.figure_changes.push(change(workspace, old, None));
        plan.removed_actuals.push(old.id);
    }
    if !without_metric.is_empty() {
        let metrics = count(without_metric.len(), "metric", "metrics");
        let names = list(without_metric, 12);
        plan.remarks.push(format!("Left out {metrics} that this workspace has not: {names}."));
    }
    remark_on_rates(plan, workspace);
    Ok(())
}

/// What an actual of a report is of; none for metrics that reports do not have.
fn place(actual: &Actual) -> Option<Place> {
    let measure = Measure::ALL.into_iter().find(|measure| measure.metric() == actual.metric.as_str())?;
    let currency = match actual.figure {
        Figure::Money(money) => Some(money.currency),
        Figure::Number(_) => None,
    };
    let Actual { motion, organization, month, .. } = *actual;
    Some(Place { motion, organization, month, currency, measure: measure as usize })
}

fn change(workspace: &Workspace, old: &Actual, after: Option<Figure>) -> FigureChange {
    let metric = workspace.metrics.iter().find(|metric| metric.key == old.metric);
    let organization = old.organization.and_then(|id| workspace.organization(id)).map(|one| one.name.as_str());
    let motion = workspace.motions.iter().find(|motion| Some(motion.id) == old.motion).map(|one| one.name.as_str());
    FigureChange {
        metric: metric.map_or_else(|| old.metric.to_string(), |metric| metric.name.to_string()),
        whose: [organization, motion].into_iter().flatten().collect::<Vec<_>>().join(", "),
        month: old.month,
        before: old.figure,
        after,
    }
}

/// Says how many figures cannot be added to the others yet.
fn remark_on_rates(plan: &mut Plan, workspace: &Workspace) {
    let ours = workspace.settings.currency;
    let has_rate = |currency: Currency, month: Month| {
        let mut rates = workspace.exchange_rates.iter();
        rates.any(|rate| (rate.from, rate.to) == (currency, ours) && rate.date <= month.last_day())
    };
    let mut waiting: BTreeMap<Currency, usize> = BTreeMap::new();
    for actual in plan.new_actuals.iter().chain(&plan.changed_actuals) {
        if let Figure::Money(money) = actual.figure
            && money.currency != ours
            && !has_rate(money.currency, actual.month)
        {
            *waiting.entry(money.currency).or_default() += 1;
        }
    }
    for (currency, figures) in waiting {
        let figures = count(figures, "figure", "figures");
        plan.remarks.push(format!(
            "{figures} in {currency} kept as they are: they wait for a rate from {currency} to {ours}, of that month or before."
        ));
    }
}
