//! Which scenarios there are, and what each sees differently from Expected, in the document's language.

use domain::scenario::column_value;
use domain::{
    Aspect, Audience, Date, Lens, MetricUnit, Month, MotionId, Scenario, ScenarioDifference, SectionContent,
    SectionKind,
};
use forecast::{InputUnit, TOTAL, inputs_of};
use press::{Chapter, Column, Part, Reading};
use serde_json::Value;

use super::{at_most, table};
use crate::loaded::document::Writer;
use crate::wire::ScenarioDifferenceView;

/// Differences that a scenario prints before it only counts them.
const DIFFERENCES_MAX: usize = 40;

impl Writer<'_> {
    /// Nothing for partners: what could be otherwise speaks of all of them.
    pub(super) fn scenarios(&self) -> Chapter {
        if self.printed.audience >= Audience::Partner {
            return Chapter::default();
        }
        let Some(section) = self.section(SectionKind::Scenarios) else { return Chapter::default() };
        let SectionContent::Scenarios { differences, inputs } = section.content else { return Chapter::default() };
        let assumed = if inputs { self.assumptions() } else { Vec::new() };
        let scenarios = self.loaded.scenarios_in_order();
        let mut parts: Vec<Part> = self.scenarios_chart().map(Part::Chart).into_iter().collect();
        if differences {
            parts.extend(scenarios.iter().map(|scenario| self.differs(scenario)));
        }
        parts.extend(assumed);
        let count = scenarios.len().to_string();
        let lead = match scenarios.len() {
            0 if parts.is_empty() => String::new(),
            0 => self.words.get("scenarios_lead_none").to_owned(),
            1 => self.words.get("scenarios_lead_one").to_owned(),
            _ => self.words.say("scenarios_lead", &[("n", &count)]),
        };
        Chapter { heading: self.heading(SectionKind::Scenarios), lead, parts }
    }

    /// What a scenario sees differently, or that it does not yet.
    fn differs(&self, scenario: &Scenario) -> Part {
        let (words, name) = (self.words, scenario.name.as_str());
        let views = self.loaded.scenario_differences(scenario);
        let rows = views.iter().filter(|view| view.usable).filter_map(|view| self.difference(view)).collect();
        let columns = vec![
            Column::words(words.get("what_differs")),
            Column::words(words.get("expected")),
            Column::words(words.get("in_scenario")).strong(),
        ];
        table(name, columns, at_most(rows, DIFFERENCES_MAX, words)).unwrap_or_else(|| {
            Part::Texts(vec![Reading { title: name.to_owned(), text: words.get("scenario_same").to_owned() }])
        })
    }

    /// What differs, Expected's value, the scenario's. None of what its reader is not shown.
    fn difference(&self, view: &ScenarioDifferenceView) -> Option<Vec<String>> {
        if view.motion.is_some_and(|id| !self.shows(id)) {
            return None;
        }
        let expected = &self.loaded.expected;
        let row = expected.scenario_differences.iter().find(|row| row.id == view.id)?;
        if !self.shows_amounts() && self.is_amount(row) {
            return None;
        }
        let base = column_value(expected, &row.table, row.row, &row.column);
        let value: Option<Value> = serde_json::from_str(&row.value).ok();
        let said = |value: Option<&Value>, otherwise: &String| {
            value.and_then(|value| self.value_said(row, value)).unwrap_or_else(|| otherwise.clone())
        };
        let what = self.what_differs(row, view.motion).unwrap_or_else(|| view.what.clone());
        Some(vec![what, said(base.as_ref(), &view.base_text), said(value.as_ref(), &view.text)])
    }

    /// Whether a difference is one of money.
    fn is_amount(&self, row: &ScenarioDifference) -> bool {
        let expected = &self.loaded.expected;
        match row.table.as_str() {
            "budget_line" => true,
            "driver" => {
                expected.drivers.iter().any(|driver| driver.id.0 == row.row && driver.unit == MetricUnit::Money)
            }
            "projection" => {
                expected.projections.iter().filter(|projection| projection.id.0 == row.row).any(|projection| {
                    let input = row.column.strip_prefix("input:");
                    let is_money =
                        |kind: &&forecast::InputKind| Some(kind.name) == input && kind.unit == InputUnit::Money;
                    let metric = self.loaded.metric(&projection.metric);
                    metric.is_ok_and(|metric| !self.shows_metric(metric))
                        || inputs_of(projection.model).iter().any(|kind| is_money(&kind))
                })
            }
            _ => false,
        }
    }

    pub(super) fn shows(&self, motion: MotionId) -> bool {
        self.motions.iter().any(|shown| shown.id == motion)
    }

    fn what_differs(&self, row: &ScenarioDifference, motion: Option<MotionId>) -> Option<String> {
        let (expected, words) = (&self.loaded.expected, self.words);
        let motion = motion.map(|id| self.loaded.motion_name(id)).unwrap_or_default();
        Some(match (row.table.as_str(), row.column.as_str()) {
            ("motion", "start") => format!("{motion}: {}", words.get("differs_first_day")),
            ("motion", "end") => format!("{motion}: {}", words.get("differs_last_day")),
            ("motion", _) => format!("{motion}: {}", words.get("differs_on")),
            ("organization", _) => {
                let partner = expected.organizations.iter().find(|partner| partner.id.0 == row.row)?;
                format!("{}: {}", partner.name, words.get("differs_partner"))
            }
            ("budget_line", _) => {
                let line = expected.budget_lines.iter().find(|line| line.id.0 == row.row)?;
                format!("{motion}: {}", words.say("differs_cost", &[("line", line.name.as_str())]))
            }
            ("relationship", _) => {
                let relationship = expected.relationships.iter().find(|line| line.id.0 == row.row)?;
                format!("{}: {}", self.loaded.ends_words(relationship), words.get("differs_lens"))
            }
            ("driver", column) => {
                let driver = expected.drivers.iter().find(|driver| driver.id.0 == row.row)?;
                match column {
                    "value" => driver.name.to_string(),
                    column => format!("{}: {}", driver.name, self.column(column)?),
                }
            }
            ("projection", column) => {
                let projection = expected.projections.iter().find(|projection| projection.id.0 == row.row)?;
                let metric = expected.metrics.iter().find(|metric| metric.key == projection.metric)?;
                format!("{motion}, {}: {}", metric.name, self.column(column)?)
            }
            _ => return None,
        })
    }

    fn column(&self, column: &str) -> Option<String> {
        let key = match column {
            "from" => "differs_first_month",
            "months" => "differs_months",
            "model" => "differs_model",
            "distribution" => "differs_shape",
            "low" => "differs_low",
            "high" => "differs_high",
            TOTAL => "input_total",
            _ => {
                return match column.split_once(':')? {
                    ("input", name) => Some(self.input_name(name)),
                    ("figure", month) => Some(self.words.month(Month::parse(month).ok()?.first_day())),
                    _ => None,
                };
            }
        };
        Some(self.words.get(key).to_owned())
    }

    /// What is not written alike in every language.
    fn value_said(&self, row: &ScenarioDifference, value: &Value) -> Option<String> {
        let words = self.words;
        match (row.table.as_str(), row.column.as_str()) {
            ("motion", "start" | "end") => {
                let day: Date = serde_json::from_value(value.clone()).ok()?;
                Some(words.day_with_year(day))
            }
            ("motion" | "organization", _) => Some(words.get(if value.as_bool()? { "yes" } else { "no" }).to_owned()),
            ("projection", "from") => {
                let month: Month = serde_json::from_value(value.clone()).ok()?;
                Some(words.month(month.first_day()))
            }
            ("projection", "model") => self.fixed("model", value.as_str()?),
            (_, "distribution") => self.fixed("shape", value.as_str()?),
            ("relationship", _) => {
                let lens: Lens = serde_json::from_value(value.clone()).ok()?;
                let said = |aspect| {
                    lens.get(aspect).map(|value| {
                        format!("{} {}", self.aspect_bar(aspect, None).name, self.language.decimal(value, 1))
                    })
                };
                Some(Aspect::ALL.into_iter().filter_map(said).collect::<Vec<_>>().join(", "))
            }
            _ => None,
        }
    }

    /// "Funnel" for `funnel`; none where there is no such word.
    pub(super) fn fixed(&self, list: &str, key: &str) -> Option<String> {
        let key = format!("{list}_{key}");
        Some(self.words.get(&key)).filter(|word| **word != key).map(str::to_owned)
    }

    /// "Win rate".
    pub(super) fn input_name(&self, name: &str) -> String {
        self.fixed("input", name).unwrap_or_else(|| name.replace('_', " "))
    }
}
