//! `scenario` and `solve`.

use api::commands::{scenarios, solve};
use api::wire::{self, ScenarioChange};
use api::{ErrorReply, Refusal};
use domain::{Date, Key, Month, OrganizationId, ScenarioDifferenceId, ScenarioId};
use serde_json::{Value, json};

use super::outcomes::ends;
use super::{Session, text};
use crate::arguments::{Scenario, ScenarioWhat, Solve};
use crate::print;

impl Session {
    pub(super) fn scenario(&self, command: Scenario) -> Result<(), ErrorReply> {
        let (app, window) = (&self.app, &self.window);
        match command {
            Scenario::List(list) => {
                self.open(&list.file)?;
                return match &list.scenario {
                    Some(name) => self.list_differences(self.scenario_id(name)?, list.json),
                    None => self.list_scenarios(list.json),
                };
            }
            Scenario::Compare(compare) => {
                self.open(&compare.file)?;
                let report = app.compare_scenarios(window, &compare.metrics, compare.runs)?;
                return if compare.json { print::json(&report) } else { side_by_side(&report) };
            }
            Scenario::Add(add) => {
                self.open(&add.file)?;
                let from = add.from.map(|name| self.scenario_id(&name)).transpose()?;
                scenarios::add(app, window, wire::ScenarioAdd { name: text(add.name.0.to_string())?, from })?;
            }
            Scenario::Rename(rename) => {
                self.open(&rename.file)?;
                let (scenario, name) = (self.scenario_id(&rename.scenario)?, text(rename.name.0.to_string())?);
                scenarios::rename(app, window, wire::ScenarioRename { scenario, name })?;
            }
            Scenario::Set(set) => {
                self.open(&set.file)?;
                let (scenario, changes) = (self.scenario_id(&set.scenario)?, self.changes(set.what)?);
                scenarios::set(app, window, wire::ScenarioSet { scenario, changes })?;
            }
            Scenario::Reset(reset) => {
                self.open(&reset.file)?;
                let scenario = self.scenario_id(&reset.scenario)?;
                let differences = self.differences_named(scenario, &reset.differences)?;
                scenarios::reset(app, window, wire::ScenarioReset { scenario, differences })?;
            }
            Scenario::Lose(lose) => {
                self.open(&lose.file)?;
                let (scenario, organizations) = (self.scenario_id(&lose.scenario)?, self.partners(&lose.partners)?);
                scenarios::lose(app, window, wire::ScenarioLose { scenario, organizations })?;
            }
            Scenario::Graduate(graduate) => {
                self.open(&graduate.file)?;
                let scenario = self.scenario_id(&graduate.scenario)?;
                let organizations = self.partners(&graduate.partners)?;
                let motions_on = graduate.motions.iter().map(|name| app.motion_named(window, name));
                let motions_on = motions_on.collect::<Result<_, _>>()?;
                scenarios::graduate(app, window, wire::ScenarioGraduate { scenario, organizations, motions_on })?;
            }
            Scenario::Promote(named) => {
                self.open(&named.file)?;
                let scenario = self.scenario_id(&named.scenario)?;
                scenarios::promote(app, window, wire::ScenarioRequest { scenario })?;
            }
            Scenario::Remove(named) => {
                self.open(&named.file)?;
                let scenario = self.scenario_id(&named.scenario)?;
                scenarios::remove(app, window, wire::ScenarioRequest { scenario })?;
            }
        }
        self.say_last()
    }

    pub(super) fn solve(&self, command: Solve) -> Result<(), ErrorReply> {
        self.open(&command.file)?;
        let motion = self.app.motion_named(&self.window, &command.motion)?;
        if let Some(name) = &command.scenario {
            self.choose(name)?;
        }
        let request =
            wire::SolveRequest { motion, metric: command.metric, input: command.input, target: text(command.target)? };
        let found = solve::view(&self.app, &self.window, request.clone())?;
        if command.apply {
            let scenario = command.scenario.as_deref().map(|name| self.app.scenario_named(&self.window, name));
            let scenario = scenario.transpose()?.flatten();
            solve::apply(&self.app, &self.window, wire::SolveApply { solve: request, scenario })?;
        }
        if command.json {
            return print::json(&found);
        }
        print::line(&found.sentence);
        if command.apply { self.say_last() } else { Ok(()) }
    }

    fn scenario_id(&self, name: &str) -> Result<ScenarioId, ErrorReply> {
        self.app.scenario_named(&self.window, name)?.ok_or_else(|| {
            ErrorReply::new(Refusal::Refused, "Expected is the plan itself, not a scenario: change it as such.")
        })
    }

    fn partners(&self, names: &[String]) -> Result<Vec<OrganizationId>, ErrorReply> {
        names.iter().map(|name| self.app.organization_named(&self.window, name)).collect()
    }

    fn list_scenarios(&self, json: bool) -> Result<(), ErrorReply> {
        let metric = Key::parse("revenue").map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
        let request = wire::ScenariosRequest { metric, year: None, motion: None };
        let view = scenarios::list(&self.app, &self.window, request)?;
        let row = |row: &wire::ScenarioRow| json!({ "id": row.id, "name": row.name, "differences": row.differences, "unusable": row.unusable });
        let rows: Vec<Value> = view.rows.iter().filter(|row| row.id.is_some()).map(row).collect();
        if json {
            return print::json(&json!({ "scenarios": rows }));
        }
        print::columns(&[("Scenario", "name"), ("Differences", "differences"), ("Unusable", "unusable")], &rows)
    }

    fn list_differences(&self, scenario: ScenarioId, json: bool) -> Result<(), ErrorReply> {
        let found = scenarios::differences(&self.app, &self.window, wire::ScenarioRequest { scenario })?;
        if json {
            return print::json(&json!({ "differences": found }));
        }
        let columns = [
            ("What", "what"),
            ("Expected", "base_text"),
            ("Here", "text"),
            ("Cannot be used", "why_not"),
            ("Id", "id"),
        ];
        print::columns(&columns, &found)
    }

    fn differences_named(
        &self,
        scenario: ScenarioId,
        typed: &[String],
    ) -> Result<Vec<ScenarioDifferenceId>, ErrorReply> {
        let found = scenarios::differences(&self.app, &self.window, wire::ScenarioRequest { scenario })?;
        let all = found.iter().map(|one| one.id);
        if typed.is_empty() {
            return Ok(all.collect());
        }
        let named = |typed: &String| {
            all.clone().find(|id| id.0.to_string() == *typed).ok_or_else(|| {
                ErrorReply::refused(format!(
                    "There is no difference '{typed}' in this scenario: `scenario list` shows their ids."
                ))
            })
        };
        typed.iter().map(named).collect()
    }

    fn changes(&self, what: ScenarioWhat) -> Result<Vec<ScenarioChange>, ErrorReply> {
        let (app, window) = (&self.app, &self.window);
        match what {
            ScenarioWhat::Projection { motion, metric, fields } => {
                let motion = app.motion_named(window, &motion)?;
                fields.into_iter().map(|(field, value)| projection(motion, &metric, &field, value)).collect()
            }
            ScenarioWhat::Motion { motion, fields } => motion_changes(app.motion_named(window, &motion)?, &fields),
            ScenarioWhat::Organization { organization, fields } => {
                let organization = app.organization_named(window, &organization)?;
                let change = |(field, value): &(String, String)| match field.as_str() {
                    "active" => {
                        let active = yes_or_no(value)?;
                        Ok(ScenarioChange::Organization(wire::ScenarioOrganization { organization, active }))
                    }
                    _ => Err(unknown_field(field, "active")),
                };
                fields.iter().map(change).collect()
            }
            ScenarioWhat::Driver { driver, value } => {
                let driver = app.driver_named(window, &driver)?;
                let ([low, value, high], distribution) = ends(&value)?;
                Ok(vec![ScenarioChange::Driver(wire::ScenarioDriver { driver, value, low, high, distribution })])
            }
            ScenarioWhat::Budget { motion, line, fields } => {
                let motion = app.motion_named(window, &motion)?;
                let line = app.budget_line_named(window, motion, &line)?;
                let change = |(field, value): &(String, String)| match field.as_str() {
                    "planned" => {
                        let planned = app.money_typed(window, value)?;
                        Ok(ScenarioChange::Budget(wire::ScenarioBudget { line, planned }))
                    }
                    _ => Err(unknown_field(field, "planned")),
                };
                fields.iter().map(change).collect()
            }
            ScenarioWhat::Lens { from, kind, to, character } => {
                let (from, to) = (app.organization_named(window, &from)?, app.organization_named(window, &to)?);
                let relationship = app.relationship_named(window, from, &kind, to)?;
                Ok(vec![ScenarioChange::Lens(wire::ScenarioLens { relationship, character: character.into() })])
            }
        }
    }
}

fn projection(
    motion: domain::MotionId,
    metric: &Key,
    field: &str,
    value: String,
) -> Result<ScenarioChange, ErrorReply> {
    let metric = metric.clone();
    let refused = |error: &dyn std::fmt::Display| ErrorReply::refused(format!("{field}: {error}."));
    match field {
        "from" => {
            let from = Some(Month::parse(&value).map_err(|error| refused(&error))?);
            Ok(ScenarioChange::Period(wire::ScenarioPeriod { motion, metric, from, months: None }))
        }
        "months" => {
            let months = Some(value.parse().map_err(|_| refused(&"write a number of months, 1 to 120"))?);
            Ok(ScenarioChange::Period(wire::ScenarioPeriod { motion, metric, from: None, months }))
        }
        _ => {
            if let Ok(month) = Month::parse(field) {
                let value = text(value)?;
                return Ok(ScenarioChange::Figure(wire::ScenarioFigure { motion, metric, month, value }));
            }
            let input = Key::parse(field).map_err(|error| refused(&error))?;
            let ([low, value, high], distribution) = ends(&value)?;
            Ok(ScenarioChange::Input(wire::ScenarioInput { motion, metric, input, value, low, high, distribution }))
        }
    }
}

fn motion_changes(motion: domain::MotionId, fields: &[(String, String)]) -> Result<Vec<ScenarioChange>, ErrorReply> {
    let mut dates = wire::ScenarioDates { motion, start: None, end: None };
    let mut changes = Vec::new();
    let day = |field: &str, typed: &str| {
        typed.parse::<Date>().map(Some).map_err(|_| {
            ErrorReply::refused(format!("{field}: '{typed}' is no day: write YYYY-MM-DD, such as 2026-08-01."))
        })
    };
    for (field, value) in fields {
        match field.as_str() {
            "active" => {
                let active = yes_or_no(value)?;
                changes.push(ScenarioChange::Motion(wire::ScenarioMotion { motion, active }));
            }
            "start" => dates.start = day(field, value)?,
            "end" => dates.end = day(field, value)?,
            _ => return Err(unknown_field(field, "active, start or end")),
        }
    }
    if dates.start.is_some() || dates.end.is_some() {
        changes.push(ScenarioChange::Dates(dates));
    }
    Ok(changes)
}

fn yes_or_no(typed: &str) -> Result<bool, ErrorReply> {
    match typed {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(ErrorReply::refused(format!("'{typed}' is neither yes nor no: write one of them."))),
    }
}

fn unknown_field(field: &str, known: &str) -> ErrorReply {
    ErrorReply::refused(format!("'{field}' cannot differ here: set {known}."))
}

/// One line for each metric and scenario.
fn side_by_side(report: &Value) -> Result<(), ErrorReply> {
    let mut rows = Vec::new();
    for metric in report["metrics"].as_array().into_iter().flatten() {
        for row in metric["scenarios"].as_array().into_iter().flatten() {
            let mut row = row.clone();
            row["metric"] = metric["name"].clone();
            rows.push(row);
        }
    }
    let columns = [
        ("Metric", "metric"),
        ("Scenario", "name"),
        ("Planned", "planned_text"),
        ("From Expected", "difference_text"),
        ("Range", "range_text"),
    ];
    print::columns(&columns, &rows)
}
