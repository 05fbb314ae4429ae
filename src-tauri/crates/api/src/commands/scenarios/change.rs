//! What a scenario sees differently, changed or taken back.

use domain::scenario::column_value;
use domain::{Key, Metric, MetricUnit, Motion, MotionId, Projection, ScenarioDifference};
use forecast::{InputUnit, MONTHS_MAX, TOTAL, inputs_of};
use serde_json::json;
use store::Step;

use super::structural::{lens_of, no_plan_without_us};
use crate::commands::budget::planned_there;
use crate::commands::projections::rising;
use crate::differing::Differing;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Changes what a scenario sees, as one step.
pub fn set(app: &App, window: &WindowId, request: ScenarioSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let scenario = loaded.scenario_row(request.scenario)?;
    let mut change = Change { loaded: &loaded, differing: Differing::new(app, &loaded, scenario.id), said: Vec::new() };
    request.changes.into_iter().try_for_each(|one| change.make(one))?;
    let Change { differing, mut said, .. } = change;
    let differences = differing.checked()?;
    said.dedup();
    let what = match said.as_slice() {
        [] => return Ok(Nothing {}),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first} and {} more", rest.len()),
    };
    let step = Step {
        command: "scenario_set".into(),
        args: json!({ "scenario": scenario.id }),
        sentence: format!("Changed {what} in {}", scenario.name),
    };
    app.step(window, step, move |edit| Ok(differences.write(edit)?))?;
    Ok(Nothing {})
}

/// Takes differences back: Expected applies there again.
pub fn reset(app: &App, window: &WindowId, request: ScenarioReset) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let scenario = loaded.scenario_row(request.scenario)?;
    let own = loaded.expected.scenario_differences.iter().filter(|one| one.scenario == scenario.id);
    let ids: Vec<_> = own.map(|one| one.id).filter(|id| request.differences.contains(id)).collect();
    if ids.is_empty() {
        return Ok(Nothing {});
    }
    let count = if ids.len() == 1 { "1 difference".to_owned() } else { format!("{} differences", ids.len()) };
    let step = Step {
        command: "scenario_reset".into(),
        args: json!({ "scenario": scenario.id }),
        sentence: format!("Took back {count} of {}", scenario.name),
    };
    app.step(window, step, move |edit| Ok(ids.iter().try_for_each(|id| edit.delete::<ScenarioDifference>(id))?))?;
    Ok(Nothing {})
}

struct Change<'l> {
    loaded: &'l Loaded,
    differing: Differing<'l>,
    /// What was changed, for the step's sentence.
    said: Vec<String>,
}

impl<'l> Change<'l> {
    fn make(&mut self, change: ScenarioChange) -> Result<(), ErrorReply> {
        match change {
            ScenarioChange::Input(input) => self.input(&input),
            ScenarioChange::Figure(figure) => self.figure(&figure),
            ScenarioChange::Period(period) => self.period(&period),
            ScenarioChange::Dates(dates) => self.dates(&dates),
            ScenarioChange::Motion(motion) => {
                let row = self.loaded.motion(motion.motion)?;
                self.differing.set("motion", row.id.0, "active", &json!(motion.active));
                self.said.push(format!("motion {}", row.name));
                Ok(())
            }
            ScenarioChange::Driver(driver) => self.driver(&driver),
            ScenarioChange::Budget(budget) => {
                let line = self.loaded.budget_line(budget.line)?;
                let planned = planned_there(self.loaded, line, budget.planned)?;
                self.differing.set("budget_line", line.id.0, "planned_minor", &json!(planned));
                self.said.push(format!("budget line {}", line.name));
                Ok(())
            }
            ScenarioChange::Organization(organization) => {
                let row = self.loaded.organization(organization.organization)?;
                if row.id == self.loaded.expected.settings.us && !organization.active {
                    return Err(no_plan_without_us(self.loaded, row.id));
                }
                self.differing.set("organization", row.id.0, "active", &json!(organization.active));
                self.said.push(row.name.to_string());
                Ok(())
            }
            ScenarioChange::Lens(lens) => {
                let row = self.loaded.relationship(lens.relationship)?;
                let seen = self.differing.seen();
                let meant = lens_of(self.loaded, &seen, row, lens.character)?;
                self.differing.judge(row.id, &meant);
                self.said.push(format!("the lens of {}", self.loaded.ends_words(row)));
                Ok(())
            }
        }
    }

    fn input(&mut self, input: &ScenarioInput) -> Result<(), ErrorReply> {
        let (projection, metric, words) = self.projection(input.motion, &input.metric)?;
        let seen = self.differing.seen();
        let model =
            seen.projections.iter().find(|row| row.id == projection.id).map_or(projection.model, |row| row.model);
        let kinds = inputs_of(model);
        let Some(kind) = kinds.iter().find(|kind| kind.name == input.input.as_str()) else {
            let known: Vec<&str> = kinds.iter().map(|kind| kind.name).collect();
            let known = if known.is_empty() { "figures by month only".to_owned() } else { known.join(", ") };
            return Err(ErrorReply::refused(format!("{words} has no input '{}': it takes {known}.", input.input)));
        };
        let (low, value, high) =
            self.range(kind.unit, metric.unit, [&input.low, &input.value, &input.high], kind.label)?;
        let id = projection.id.0;
        if kind.name == TOTAL {
            // The doubt of a target is kept as parts of it.
            let part = |end: Option<f64>| end.filter(|_| value != 0.0).map(|end| end / value);
            self.differing.set("projection", id, TOTAL, &json!(value));
            if low.is_some() || high.is_some() {
                self.differing.set("projection", id, "low", &json!(part(low)));
                self.differing.set("projection", id, "high", &json!(part(high)));
            }
            if input.distribution.is_some() {
                self.differing.set("projection", id, "distribution", &json!(input.distribution));
            }
        } else {
            let column = format!("input:{}", kind.name);
            let before = column_value(&seen, "projection", id, &column).map(|mut before| before["distribution"].take());
            let distribution = input.distribution.map_or(before, |given| Some(json!(given)));
            let given = json!({ "value": value, "low": low, "high": high, "distribution": distribution });
            self.differing.set("projection", id, &column, &given);
        }
        self.said.push(format!("{} of {words}", kind.name.replace('_', " ")));
        Ok(())
    }

    fn figure(&mut self, figure: &ScenarioFigure) -> Result<(), ErrorReply> {
        let (projection, metric, words) = self.projection(figure.motion, &figure.metric)?;
        let value = self.loaded.input_typed(InputUnit::Metric, metric.unit, figure.value.as_str())?;
        self.differing.set("projection", projection.id.0, &format!("figure:{}", figure.month), &json!(value));
        self.said.push(format!("{} of {words}", figure.month));
        Ok(())
    }

    fn period(&mut self, period: &ScenarioPeriod) -> Result<(), ErrorReply> {
        let (projection, _, words) = self.projection(period.motion, &period.metric)?;
        if let Some(from) = period.from {
            self.differing.set("projection", projection.id.0, "from", &json!(from));
        }
        if let Some(months) = period.months {
            if !(1..=MONTHS_MAX).contains(&months) {
                return Err(ErrorReply::refused(format!("A projection spans 1 to {MONTHS_MAX} months, not {months}.")));
            }
            self.differing.set("projection", projection.id.0, "months", &json!(months));
        }
        self.said.push(format!("the months of {words}"));
        Ok(())
    }

    fn dates(&mut self, dates: &ScenarioDates) -> Result<(), ErrorReply> {
        let motion = self.loaded.motion(dates.motion)?;
        let seen = self.differing.seen();
        let seen: &Motion = seen.motions.iter().find(|row| row.id == motion.id).unwrap_or(motion);
        let (start, end) = (dates.start.unwrap_or(seen.start), dates.end.unwrap_or(seen.end));
        if end < start {
            return Err(ErrorReply::refused(format!(
                "{} would end on {end}, before it starts on {start}: give both days.",
                motion.name
            )));
        }
        self.differing.set("motion", motion.id.0, "start", &json!(start));
        self.differing.set("motion", motion.id.0, "end", &json!(end));
        self.said.push(format!("the dates of {}", motion.name));
        Ok(())
    }

    fn driver(&mut self, driver: &ScenarioDriver) -> Result<(), ErrorReply> {
        let row = self.loaded.driver(driver.driver)?;
        let texts = [&driver.low, &driver.value, &driver.high];
        let (low, value, high) = self.range(InputUnit::Metric, row.unit, texts, row.name.as_str())?;
        let shape = driver.distribution.map(|shape| ("distribution", json!(shape)));
        let range = [("value", json!(value)), ("low", json!(low)), ("high", json!(high))];
        for (column, value) in range.into_iter().chain(shape) {
            self.differing.set("driver", row.id.0, column, &value);
        }
        self.said.push(format!("driver {}", row.name));
        Ok(())
    }

    /// A motion's projection of a metric, and what to call it. A scenario has those that Expected has.
    fn projection(&self, motion: MotionId, metric: &Key) -> Result<(&'l Projection, &'l Metric, String), ErrorReply> {
        let (motion, metric) = (self.loaded.motion(motion)?, self.loaded.metric(metric)?);
        let mut rows = self.loaded.expected.projections.iter();
        let row = rows.find(|row| row.motion == motion.id && row.metric == metric.key).ok_or_else(|| {
            ErrorReply::refused(format!(
                "{} has no projection of {} in Expected, and a scenario holds differences only: set it there first.",
                motion.name, metric.name
            ))
        })?;
        Ok((row, metric, format!("{}, {}", motion.name, metric.name)))
    }

    /// Low, expected and high as typed.
    fn range(
        &self,
        unit: InputUnit,
        metric: MetricUnit,
        [low, value, high]: [&Text; 3],
        label: &str,
    ) -> Result<(Option<f64>, f64, Option<f64>), ErrorReply> {
        let at = |error: ErrorReply| ErrorReply::refused(format!("{label}: {}", error.message));
        let read = |typed: &Text| {
            let text = typed.as_str().trim();
            (!text.is_empty()).then(|| self.loaded.input_typed(unit, metric, text)).transpose().map_err(at)
        };
        let value = read(value)?.ok_or_else(|| ErrorReply::refused(format!("{label}: type what is expected.")))?;
        let (low, high) = (read(low)?, read(high)?);
        rising([low, Some(value), high]).map_err(at)?;
        Ok((low, value, high))
    }
}
