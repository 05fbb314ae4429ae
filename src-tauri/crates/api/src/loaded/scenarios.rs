//! Scenarios side by side, and what each sees differently, in words.

mod simulated;
mod words;

use domain::scenario::why_unusable;
use domain::{
    Better, Library, Metric, OverMonths, Relationship, Scenario, ScenarioDifference, ScenarioId, unusable_differences,
};
use forecast::Planned;
use picture::format;

use super::{Loaded, gone};
use crate::ErrorReply;
use crate::wire::*;

impl Loaded {
    pub(crate) fn scenario_row(&self, id: ScenarioId) -> Result<&Scenario, ErrorReply> {
        self.expected.scenarios.iter().find(|one| one.id == id).ok_or_else(|| gone("scenario"))
    }

    pub(crate) fn scenarios_in_order(&self) -> Vec<&Scenario> {
        let mut scenarios: Vec<&Scenario> = self.expected.scenarios.iter().collect();
        scenarios.sort_by_key(|one| (one.position, one.id));
        scenarios
    }

    /// What each scenario plans of a metric in a fiscal year.
    pub(crate) fn scenarios_view(&self, request: &ScenariosRequest) -> Result<ScenariosView, ErrorReply> {
        let metric = self.metric(&request.metric)?;
        let (lines, year) = (self.lines(request.motion)?, self.year_named(request.year));
        let planned = |scenario: Option<ScenarioId>| {
            let seen = forecast::in_scenario(&self.expected, scenario);
            let library = Library::of(&seen.metrics, &seen.settings.metric_rules);
            Planned::of(&seen).value(&library, &metric.key, &lines, year.first(), year.last()).map(|range| range.mid)
        };
        let expected = planned(None);
        let mut rows = vec![self.scenario_line(metric, None, expected, expected)];
        for scenario in self.scenarios_in_order() {
            rows.push(self.scenario_line(metric, Some(scenario), planned(Some(scenario.id)), expected));
        }
        Ok(ScenariosView {
            metric: metric.key.clone(),
            metric_name: metric.name.to_string(),
            unit: metric.unit,
            year_label: format!("FY {}", year.year),
            rows,
            chosen: self.scenario,
        })
    }

    fn scenario_line(
        &self,
        metric: &Metric,
        scenario: Option<&Scenario>,
        planned: Option<f64>,
        expected: Option<f64>,
    ) -> ScenarioRow {
        let currency = self.expected.settings.currency;
        // Where one plans something and the other nothing, nothing counts as 0 in what adds up.
        let zero = (metric.over_months == OverMonths::Sum).then_some(0.0);
        let difference = scenario.and_then(|_| {
            planned.or(expected)?;
            Some(planned.or(zero)? - expected.or(zero)?)
        });
        let own = self.expected.scenario_differences.iter().filter(|one| Some(one.scenario) == scenario.map(|s| s.id));
        let unusable = scenario.map_or(0, |scenario| unusable_differences(&self.expected, scenario.id).len());
        ScenarioRow {
            id: scenario.map(|scenario| scenario.id),
            name: scenario.map_or_else(|| "Expected".to_owned(), |scenario| scenario.name.to_string()),
            differences: u32::try_from(own.count()).unwrap_or(u32::MAX),
            unusable: u32::try_from(unusable).unwrap_or(u32::MAX),
            planned,
            planned_text: planned.map_or_else(|| "—".to_owned(), |value| format::figure(value, metric.unit, currency)),
            difference,
            difference_text: match (scenario, difference) {
                (None, _) => String::new(),
                (Some(_), None) => "—".to_owned(),
                (Some(_), Some(value)) => format::difference(value, metric.unit, currency),
            },
            better: difference
                .filter(|value| *value != 0.0)
                .map(|value| (value > 0.0) == (metric.better == Better::Higher)),
        }
    }

    /// What a scenario sees differently, by what it is about.
    pub(crate) fn scenario_differences(&self, scenario: &Scenario) -> Vec<ScenarioDifferenceView> {
        let unusable = unusable_differences(&self.expected, scenario.id);
        let own = self.expected.scenario_differences.iter().filter(|one| one.scenario == scenario.id);
        let mut views: Vec<ScenarioDifferenceView> =
            own.map(|one| self.difference_view(one, unusable.contains(&one.id))).collect();
        views.sort_by(|a, b| (&a.table, &a.what, a.id).cmp(&(&b.table, &b.what, b.id)));
        views
    }

    fn difference_view(&self, one: &ScenarioDifference, unusable: bool) -> ScenarioDifferenceView {
        let why_not = if unusable { why_unusable(&self.expected, one) } else { None };
        let words = self.difference_words(one);
        ScenarioDifferenceView {
            id: one.id,
            table: one.table.clone(),
            row: one.row,
            column: one.column.clone(),
            motion: words.motion,
            what: words.what,
            base_text: words.base,
            text: words.value,
            usable: !unusable,
            why_not: why_not.map(|why| {
                let sentence = why.to_string();
                let mut letters = sentence.chars();
                let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
                format!("{first}{}.", letters.as_str())
            }),
        }
    }

    /// "Acme resells Our company".
    pub(crate) fn ends_words(&self, relationship: &Relationship) -> String {
        let kind = self.expected.relationship_kinds.iter().find(|kind| kind.key == relationship.kind);
        let reading = kind.map_or_else(|| relationship.kind.to_string(), |kind| kind.forward.to_string());
        let (from, to) = (self.organization_name(relationship.from), self.organization_name(relationship.to));
        format!("{from} {reading} {to}")
    }
}
