//! Projections: what a motion is expected to do to a metric, typed as a target or as a model's inputs, looked at before it
//! is kept. In the Expected scenario they are rows, in another one differences from it.

mod differences;
mod draft;

use domain::{OverMonths, Projection, ProjectionFigure, ProjectionInput};
use picture::chart::{Frame, cumulative, fan};
use picture::format;
use serde_json::json;
use store::{Edit, Step, StoreError};

use crate::loaded::{Loaded, fan_input};
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

use draft::Draft;
pub(crate) use draft::rising;

/// A projection as it can be typed again.
pub fn view(app: &App, window: &WindowId, request: ProjectionRequest) -> Result<ProjectionForm, ErrorReply> {
    app.loaded(window)?.projection_form(&request)
}

/// A projection drawn before it is kept.
pub fn preview(app: &App, window: &WindowId, request: ProjectionDraft) -> Result<ProjectionPreview, ErrorReply> {
    let loaded = app.loaded(window)?;
    let draft = Draft::read(&loaded, &request.projection, &mut || app.host.new_id())?;
    let metric = loaded.metric(&draft.projection.metric)?;
    let months = draft.months(&loaded, metric)?;
    let frame = Frame::new(request.width.clamp(160.0, 1200.0), request.height.clamp(90.0, 800.0));
    let input = loaded.curve_input(metric, draft.projection.from, &months, frame).summed();
    let simulated = draft.simulated(&loaded)?;
    let (unit, currency) = (metric.unit, loaded.expected.settings.currency);
    let expected = match metric.over_months {
        OverMonths::Sum => months.iter().map(|month| month.mid).sum(),
        _ => months.last().map_or(0.0, |month| month.mid),
    };
    let mut words = format::figure(expected, unit, currency);
    let end = simulated.as_ref().and_then(|simulated| simulated.fan.to_date.last().copied().flatten());
    if let Some(band) = end.filter(|band| band.p10 < band.p90) {
        let range = format::range(band.p10, band.p90, unit, currency).replace(" to ", " and ");
        words = format!("{words}, between {range} in eight of ten simulated outcomes");
    }
    let picture = simulated.map_or_else(|| cumulative(&input), |simulated| fan(&fan_input(&input, &simulated.fan)));
    Ok(ProjectionPreview { chart: picture.list, words })
}

/// Sets what a motion is expected to do to a metric.
pub fn set(app: &App, window: &WindowId, request: ProjectionSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let draft = Draft::read(&loaded, &request, &mut || app.host.new_id())?;
    let (motion, metric) = (loaded.motion(request.motion)?, loaded.metric(&request.metric)?);
    let total = draft.months(&loaded, metric)?.iter().map(|month| month.mid).sum::<f64>();
    let draft = draft.with_total(total);
    let scenario = loaded.scenario.map(|_| format!(" in {}", loaded.scenario_name())).unwrap_or_default();
    let step = Step {
        command: "projection_set".into(),
        args: json!({
            "motion": motion.id,
            "metric": metric.key,
            "total": draft.projection.total,
            "scenario": loaded.scenario,
        }),
        sentence: format!("Set projection of {} for {}{scenario}", metric.name, motion.name),
    };
    let Some(scenario) = loaded.scenario else {
        let gone = Gone::of(&loaded, &draft);
        app.step(window, step, move |edit| Ok(gone.write(edit, &draft)?))?;
        return Ok(Nothing {});
    };
    if !draft.exists {
        return Err(ErrorReply::refused(format!(
            "{} has no projection of {} in Expected, and a scenario holds differences only: set it there first.",
            motion.name, metric.name
        )));
    }
    let differences = differences::of(app, &loaded, scenario, &draft);
    app.step(window, step, move |edit| Ok(differences.write(edit)?))?;
    Ok(Nothing {})
}

/// Takes a projection away, in every scenario.
pub fn remove(app: &App, window: &WindowId, request: ProjectionRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let (motion, metric) = (loaded.motion(request.motion)?, loaded.metric(&request.metric)?);
    let mut own = loaded.expected.projections.iter().filter(|row| row.motion == motion.id && row.metric == metric.key);
    let Some(id) = own.next().map(|row| row.id) else { return Ok(Nothing {}) };
    let step = Step {
        command: "projection_remove".into(),
        args: json!({ "motion": motion.id, "metric": metric.key }),
        sentence: format!("Removed projection of {} for {}", metric.name, motion.name),
    };
    app.step(window, step, move |edit| Ok(edit.delete::<Projection>(&id)?))?;
    Ok(Nothing {})
}

/// Inputs and figures that the projection had and has no longer.
struct Gone {
    inputs: Vec<(domain::ProjectionId, domain::Key)>,
    figures: Vec<(domain::ProjectionId, domain::Month)>,
}

impl Gone {
    fn of(loaded: &Loaded, draft: &Draft) -> Self {
        let id = draft.projection.id;
        let inputs = loaded.expected.projection_inputs.iter().filter(|row| row.projection == id);
        let inputs = inputs.filter(|row| draft.inputs.iter().all(|kept| kept.name != row.name));
        let figures = loaded.expected.projection_figures.iter().filter(|row| row.projection == id);
        let figures = figures.filter(|row| draft.figures.iter().all(|kept| kept.month != row.month));
        Self {
            inputs: inputs.map(|row| (id, row.name.clone())).collect(),
            figures: figures.map(|row| (id, row.month)).collect(),
        }
    }

    fn write(&self, edit: &Edit<'_>, draft: &Draft) -> Result<(), StoreError> {
        edit.put(&draft.projection)?;
        self.inputs.iter().try_for_each(|key| edit.delete::<ProjectionInput>(key))?;
        self.figures.iter().try_for_each(|key| edit.delete::<ProjectionFigure>(key))?;
        draft.inputs.iter().try_for_each(|row| edit.put(row))?;
        draft.figures.iter().try_for_each(|row| edit.put(row))
    }
}
