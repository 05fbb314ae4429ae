//! Measured figures typed and pasted into a grid. What a file brought is not typed over: it comes right by a corrected file,
//! or by undoing the import.

use std::collections::BTreeMap;

use domain::{Actual, ActualId, Figure, Key, Metric, MetricOrigin, Month, MotionId, OrganizationId};
use serde_json::json;
use store::Step;

use crate::loaded::{Loaded, metric_text};
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Source of figures that a person typed.
const TYPED: &str = "typed";

/// The longest span of a grid, in months.
const MONTHS_MAX: i32 = 60;

/// Whose figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Owner {
    motion: Option<MotionId>,
    organization: Option<OrganizationId>,
}

/// A motion's or an organization's figures.
pub fn grid(app: &App, window: &WindowId, request: ActualsRequest) -> Result<ActualsGrid, ErrorReply> {
    let loaded = app.loaded(window)?;
    let owner = Owner::of(&loaded, request.motion, request.organization)?;
    if request.last < request.first || request.last.since(request.first) >= MONTHS_MAX {
        return Err(ErrorReply::refused(format!("A grid spans 1 to {MONTHS_MAX} months: choose others.")));
    }
    let months: Vec<Month> = request.first.to(request.last).collect();
    let mut figures: BTreeMap<(&Key, Month), Vec<&Actual>> = BTreeMap::new();
    for actual in loaded.expected.actuals.iter().filter(|actual| owner.has(actual)) {
        figures.entry((&actual.metric, actual.month)).or_default().push(actual);
    }
    let row = |metric: &Metric| {
        let cell = |month: &Month| cell(&loaded, metric, figures.get(&(&metric.key, *month)).map(Vec::as_slice));
        ActualsRow {
            metric: metric.key.clone(),
            name: metric.name.to_string(),
            unit: metric.unit,
            side: metric.side,
            used: owner.uses(&loaded, &metric.key) || figures.keys().any(|(key, _)| **key == metric.key),
            instead: instead(&metric.origin),
            cells: months.iter().map(cell).collect(),
        }
    };
    let mut rows: Vec<ActualsRow> = loaded.expected.metrics.iter().map(row).collect();
    rows.sort_by_key(|row| !row.used);
    Ok(ActualsGrid { rows, months, currency: loaded.expected.settings.currency.to_string() })
}

/// Writes figures typed or pasted, all or none.
pub fn set(app: &App, window: &WindowId, request: ActualsSet) -> Result<ActualsWritten, ErrorReply> {
    let loaded = app.loaded(window)?;
    let owner = Owner::of(&loaded, request.motion, request.organization)?;
    let (mut put, mut gone) = (Vec::new(), Vec::new());
    for cell in request.cells {
        match change(app, &loaded, owner, cell)? {
            Some(Change::Put(actual)) => put.push(actual),
            Some(Change::Delete(id)) => gone.push(id),
            None => {}
        }
    }
    let changed = put.len() + gone.len();
    if changed == 0 {
        return Ok(ActualsWritten { changed });
    }
    let step = Step {
        command: "actuals_set".into(),
        args: json!({ "motion": owner.motion, "organization": owner.organization, "figures": changed }),
        sentence: sentence(&loaded, owner, &put, &gone)?,
    };
    app.step(window, step, move |edit| {
        gone.iter().try_for_each(|id| edit.delete::<Actual>(id))?;
        Ok(put.iter().try_for_each(|actual| edit.put(actual))?)
    })?;
    Ok(ActualsWritten { changed })
}

enum Change {
    Put(Actual),
    Delete(ActualId),
}

fn change(app: &App, loaded: &Loaded, owner: Owner, cell: ActualSetCell) -> Result<Option<Change>, ErrorReply> {
    let metric = loaded.metric(&cell.metric)?;
    let here = |actual: &&Actual| owner.has(actual) && actual.metric == metric.key && actual.month == cell.month;
    let before: Vec<&Actual> = loaded.expected.actuals.iter().filter(here).collect();
    if let Some(imported) = before.iter().find(|actual| actual.batch.is_some()) {
        return Err(ErrorReply::refused(format!(
            "{} of {} comes from {}: import a corrected file, or undo that import, and type it then.",
            metric.name,
            cell.month,
            file_name(imported)
        )));
    }
    let typed = before.first().copied();
    let Some(value) = cell.value else {
        let changed = typed.zip(cell.confirmed).filter(|(typed, confirmed)| typed.confirmed != *confirmed);
        return Ok(changed.map(|(typed, confirmed)| Change::Put(Actual { confirmed, ..typed.clone() })));
    };
    let Some(text) = value.not_blank() else { return Ok(typed.map(|typed| Change::Delete(typed.id))) };
    let figure = loaded
        .figure_typed(metric, &text)
        .map_err(|error| ErrorReply::refused(format!("{} of {}: {}", metric.name, cell.month, error.message)))?;
    let actual = Actual {
        id: typed.map_or_else(|| app.host.new_id().into(), |typed| typed.id),
        motion: owner.motion,
        organization: owner.organization,
        metric: metric.key.clone(),
        month: cell.month,
        source: TYPED.to_owned(),
        figure,
        batch: None,
        confirmed: cell.confirmed.unwrap_or_else(|| typed.is_none_or(|typed| typed.confirmed)),
    };
    Ok((typed != Some(&actual)).then_some(Change::Put(actual)))
}

impl Owner {
    fn of(loaded: &Loaded, motion: Option<MotionId>, organization: Option<OrganizationId>) -> Result<Self, ErrorReply> {
        motion.map(|id| loaded.motion(id)).transpose()?;
        organization.map(|id| loaded.organization(id)).transpose()?;
        if motion.is_some() == organization.is_some() {
            return Err(ErrorReply::refused("Figures belong to a motion or to a partner: choose one of them."));
        }
        Ok(Self { motion, organization })
    }

    /// A motion's figures count whoever's they are; a partner's own are those of no motion.
    fn has(self, actual: &Actual) -> bool {
        match self.motion {
            Some(motion) => actual.motion == Some(motion),
            None => actual.motion.is_none() && actual.organization == self.organization,
        }
    }

    fn uses(self, loaded: &Loaded, metric: &Key) -> bool {
        let Some(motion) = self.motion else { return false };
        let judged = loaded.expected.motion_metrics.iter().any(|row| row.motion == motion && row.metric == *metric);
        judged || loaded.expected.projections.iter().any(|row| row.motion == motion && row.metric == *metric)
    }

    fn name(self, loaded: &Loaded) -> Result<String, ErrorReply> {
        match (self.motion, self.organization) {
            (Some(motion), _) => Ok(loaded.motion(motion)?.name.to_string()),
            (None, Some(organization)) => Ok(loaded.organization(organization)?.name.to_string()),
            (None, None) => Ok(String::new()),
        }
    }
}

fn cell(loaded: &Loaded, metric: &Metric, actuals: Option<&[&Actual]>) -> ActualCell {
    let Some(actuals) = actuals.filter(|actuals| !actuals.is_empty()) else { return ActualCell::default() };
    let currency = loaded.expected.settings.currency;
    let foreign = |actual: &&&Actual| matches!(actual.figure, Figure::Money(money) if money.currency != currency);
    let own: f64 = actuals.iter().filter(|actual| !foreign(actual)).map(|actual| actual.figure.to_f64()).sum();
    let text = match actuals {
        [one] => match one.figure {
            Figure::Money(money) if money.currency != currency => format!("{} {}", money.to_decimal(), money.currency),
            figure => metric_text(figure.to_f64(), metric.unit, currency),
        },
        _ => metric_text(own, metric.unit, currency),
    };
    let mut imported: Vec<String> =
        actuals.iter().filter(|actual| actual.batch.is_some()).map(|actual| file_name(actual).to_owned()).collect();
    imported.sort_unstable();
    imported.dedup();
    ActualCell { text, confirmed: actuals.iter().all(|actual| actual.confirmed), imported }
}

fn file_name(actual: &Actual) -> &str {
    if actual.source.is_empty() { "an import" } else { &actual.source }
}

fn instead(origin: &MetricOrigin) -> Option<String> {
    match origin {
        MetricOrigin::Measured => None,
        MetricOrigin::Counted(_) => {
            Some("Counted from deals and partners; a typed figure counts where nothing is counted.".to_owned())
        }
        MetricOrigin::Formula(formula) => {
            Some(format!("Worked out as {formula}; a typed figure counts where its parts have none."))
        }
    }
}

fn sentence(loaded: &Loaded, owner: Owner, put: &[Actual], gone: &[ActualId]) -> Result<String, ErrorReply> {
    let name = owner.name(loaded)?;
    Ok(match (put, gone) {
        ([one], []) => format!("Set {} of {name} in {}", loaded.metric(&one.metric)?.name, one.month),
        ([], [_]) => format!("Removed an actual of {name}"),
        _ => format!("Set {} actuals of {name}", put.len() + gone.len()),
    })
}
