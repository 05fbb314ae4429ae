//! "What would have to be true": one input of a projection for a target.

use domain::{Figure, Metric, Motion, Projection, Workspace};
use forecast::{InputKind, InputUnit, Solved, TOTAL, inputs_of};
use picture::format;
use serde_json::json;
use store::Step;

use crate::differing::Differing;
use crate::loaded::{Loaded, input_text};
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// What the input would have to be, all else as in the chosen scenario.
pub fn view(app: &App, window: &WindowId, request: SolveRequest) -> Result<SolveView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let (question, target) = Question::read(&loaded, &loaded.workspace, &request)?;
    Ok(question.view(target, &question.solved(target)?))
}

/// Sets the input to what it would have to be, in a scenario or in Expected; a target out of reach is refused.
pub fn apply(app: &App, window: &WindowId, request: SolveApply) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let scenario = request.scenario.map(|id| loaded.scenario_row(id)).transpose()?;
    let seen = forecast::in_scenario(&loaded.expected, request.scenario);
    let (question, target) = Question::read(&loaded, &seen, &request.solve)?;
    let solved = question.solved(target)?;
    if !solved.met {
        return Err(ErrorReply::refused(question.sentence(target, &solved)));
    }
    let (projection, kind) = (question.projection, question.kind);
    let place = scenario.map(|scenario| format!(" in {}", scenario.name)).unwrap_or_default();
    let step = Step {
        command: "solve_apply".into(),
        args: json!({ "projection": projection.id, "input": kind.name, "scenario": request.scenario }),
        sentence: format!(
            "Set {} of {}, {} to {}{place}",
            kind.name.replace('_', " "),
            question.motion.name,
            question.metric.name,
            question.text(solved.value)
        ),
    };
    let Some(scenario) = scenario else {
        let (changed, input) = question.rows(solved.value);
        app.step(window, step, move |edit| {
            edit.update(&changed)?;
            Ok(input.iter().try_for_each(|row| edit.put(row))?)
        })?;
        return Ok(Nothing {});
    };
    let mut differing = Differing::new(app, &loaded, scenario.id);
    if kind.name == TOTAL {
        differing.set("projection", projection.id.0, TOTAL, &json!(solved.value));
    } else {
        let range = json!({ "value": solved.value, "low": null, "high": null, "distribution": null });
        differing.set("projection", projection.id.0, &format!("input:{}", kind.name), &range);
    }
    let differences = differing.checked()?;
    app.step(window, step, move |edit| Ok(differences.write(edit)?))?;
    Ok(Nothing {})
}

struct Question<'l> {
    seen: &'l Workspace,
    motion: &'l Motion,
    metric: &'l Metric,
    projection: &'l Projection,
    kind: &'static InputKind,
}

impl<'l> Question<'l> {
    /// The question, and the target that was typed.
    fn read(loaded: &'l Loaded, seen: &'l Workspace, request: &SolveRequest) -> Result<(Self, f64), ErrorReply> {
        let motion = loaded.motion(request.motion)?;
        let input = request.input.as_str();
        let wanted = request.metric.as_ref().map(|key| loaded.metric(key)).transpose()?;
        let own = seen.projections.iter().filter(|row| row.motion == motion.id);
        let own = own.filter(|row| wanted.is_none_or(|metric| row.metric == metric.key));
        let takes = |row: &&Projection| inputs_of(row.model).iter().any(|kind| kind.name == input);
        let found: Vec<&Projection> = own.clone().filter(takes).collect();
        let projection = match found.as_slice() {
            [one] => *one,
            [] => return Err(no_such_input(motion, wanted, input, own.map(|row| row.model))),
            [..] => {
                let keys: Vec<&str> = found.iter().map(|row| row.metric.as_str()).collect();
                return Err(ErrorReply::refused(format!(
                    "{} has several projections with the input '{input}': name the metric, one of {}.",
                    motion.name,
                    keys.join(", ")
                )));
            }
        };
        let metric = loaded.metric(&projection.metric)?;
        let kind = inputs_of(projection.model).iter().find(|kind| kind.name == input && kind.name != "stage");
        let kind = kind.ok_or_else(|| {
            ErrorReply::refused(format!(
                "'{input}' says what is counted, and is no figure to look for: name another input."
            ))
        })?;
        let target = match loaded.figure_typed(metric, request.target.as_str().trim())? {
            Figure::Money(money) => money.to_f64(),
            Figure::Number(number) => number,
        };
        Ok((Self { seen, motion, metric, projection, kind }, target))
    }

    fn solved(&self, target: f64) -> Result<Solved, ErrorReply> {
        forecast::solve(self.seen, self.projection, self.metric, self.kind, target)
            .map_err(|error| ErrorReply::refused(format!("{} cannot be worked out: {error}.", self.metric.name)))
    }

    fn view(&self, target: f64, solved: &Solved) -> SolveView {
        SolveView {
            metric: self.metric.key.clone(),
            reachable: solved.met,
            value: solved.value,
            value_text: self.text(solved.value),
            base_text: solved.base.map_or_else(|| "—".to_owned(), |base| self.text(base)),
            range_words: self.range_words(solved),
            reached_text: self.figure(solved.reached),
            sentence: self.sentence(target, solved),
        }
    }

    /// "Revenue of €500k would need a win rate of 31%, planned 25%."
    fn sentence(&self, target: f64, solved: &Solved) -> String {
        let (metric, input) = (&self.metric.name, self.kind.name.replace('_', " "));
        let article = if input.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        let (target, value) = (self.figure(target), self.text(solved.value));
        let planned = solved.base.map(|base| format!(", planned {}", self.text(base))).unwrap_or_default();
        if solved.met {
            format!("{metric} of {target} would need {article} {input} of {value}{planned}.")
        } else {
            let reached = self.figure(solved.reached);
            format!("No {input} brings {metric} to {target}: the nearest is {reached}, with {value}{planned}.")
        }
    }

    fn range_words(&self, solved: &Solved) -> String {
        let (least, most) = solved.range;
        match self.kind.unit {
            InputUnit::Share | InputUnit::Growth | InputUnit::Months => {
                format!("{} to {}", self.text(least), self.text(most))
            }
            InputUnit::Metric | InputUnit::Money | InputUnit::Count | InputUnit::Number => {
                format!("{} or more", self.text(least))
            }
        }
    }

    fn figure(&self, value: f64) -> String {
        format::figure(value, self.metric.unit, self.seen.settings.currency)
    }

    /// An input's value as people read it: parts with one decimal of a percent, money short.
    fn text(&self, value: f64) -> String {
        let currency = self.seen.settings.currency;
        match self.kind.unit {
            InputUnit::Metric => self.figure(value),
            InputUnit::Money => format::figure(value, domain::MetricUnit::Money, currency),
            InputUnit::Share | InputUnit::Growth => {
                input_text(round_to(value, 3), self.kind.unit, self.metric.unit, currency)
            }
            InputUnit::Count | InputUnit::Number | InputUnit::Months => {
                input_text(round_to(value, 2), self.kind.unit, self.metric.unit, currency)
            }
        }
    }

    /// The rows of Expected with the input at `value`.
    fn rows(&self, value: f64) -> (Projection, Option<domain::ProjectionInput>) {
        if self.kind.name == TOTAL {
            return (Projection { total: value, ..self.projection.clone() }, None);
        }
        let input = domain::ProjectionInput {
            projection: self.projection.id,
            name: domain::Key::literal(self.kind.name),
            value,
            low: None,
            high: None,
            driver: None,
            distribution: None,
        };
        (self.projection.clone(), Some(input))
    }
}

fn no_such_input(
    motion: &Motion,
    metric: Option<&Metric>,
    input: &str,
    models: impl Iterator<Item = domain::ProjectionModel>,
) -> ErrorReply {
    let mut known: Vec<&str> = models.flat_map(|model| inputs_of(model).iter().map(|kind| kind.name)).collect();
    known.sort_unstable();
    known.dedup();
    let what = metric.map_or_else(|| "projection".to_owned(), |metric| format!("projection of {}", metric.name));
    ErrorReply::refused(if known.is_empty() {
        format!("{} has no {what} that is made from inputs: set one first.", motion.name)
    } else {
        format!("{} has no {what} with the input '{input}': name one of {}.", motion.name, known.join(", "))
    })
}

/// Rounded to so many decimals, for reading only.
fn round_to(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    (value * scale).round() / scale
}
