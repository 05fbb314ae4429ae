//! What projections are made from: inputs, rates and shared figures with their ranges and doubts.

use std::collections::BTreeSet;

use domain::{
    CorrelationGroup, Currency, DistributionKind, Driver, Metric, MetricUnit, Motion, Projection, ProjectionInput,
};
use forecast::{InputUnit, TOTAL, inputs_of};
use press::{Column, Part, Reading};
use serde::Serialize;

use super::table;
use crate::loaded::document::Writer;

impl Writer<'_> {
    pub(super) fn assumptions(&self) -> Vec<Part> {
        let projections = self.projections_shown();
        let words = self.words;
        let drivers = self.drivers_shown(&projections);
        let mut inputs: Vec<Vec<String>> = projections.iter().flat_map(|shown| self.projection_rows(shown)).collect();
        let mut shared: Vec<Vec<String>> = drivers.into_iter().map(|driver| self.driver_row(driver)).collect();
        let rows = || inputs.iter().chain(&shared).filter_map(|row| row.last());
        let shapes: BTreeSet<&String> = rows().filter(|shape| !shape.is_empty()).collect();
        // Said once where it is the same everywhere.
        let same = (shapes.len() < 2).then(|| shapes.into_iter().next().cloned());
        let mut columns = vec![
            Column::words(words.get("assumption")),
            Column::figures(words.get("low")),
            Column::figures(words.get("expected")).strong(),
            Column::figures(words.get("high")),
        ];
        if same.is_none() {
            columns.push(Column::words(words.get("doubt")));
        } else {
            inputs.iter_mut().chain(&mut shared).for_each(|row| row.truncate(columns.len()));
        }
        let inputs = table(words.get("inputs_table"), columns.clone(), inputs);
        let shared = table(words.get("drivers_table"), columns, shared);
        let facts = inputs.is_some().then(|| self.simulation_facts(same.flatten()));
        [inputs, shared, self.correlations(), facts].into_iter().flatten().collect()
    }

    /// Of the motions that are shown, in their order, each by metric.
    fn projections_shown(&self) -> Vec<(&Motion, &Projection, &Metric)> {
        let workspace = &self.loaded.workspace;
        let of = |motion: &Motion| {
            let own = workspace.projections.iter().filter(|projection| projection.motion == motion.id);
            let metric = |key: &domain::Key| {
                workspace.metrics.iter().find(|metric| metric.key == *key).filter(|metric| self.shows_metric(metric))
            };
            let mut own: Vec<(&Projection, &Metric)> =
                own.filter_map(|projection| Some((projection, metric(&projection.metric)?))).collect();
            own.sort_by_key(|(projection, metric)| (metric.position, projection.id));
            own
        };
        let motions = self.motions.iter().copied();
        motions.flat_map(|motion| of(motion).into_iter().map(move |(p, metric)| (motion, p, metric))).collect()
    }

    /// Its model with what all months come to, then each input that is given.
    fn projection_rows(&self, (motion, projection, metric): &(&Motion, &Projection, &Metric)) -> Vec<Vec<String>> {
        let currency = self.loaded.workspace.settings.currency;
        let text = |value: f64| self.language.figure(value, metric.unit, currency);
        let end = |part: Option<f64>| part.map(|part| text(projection.total * part)).unwrap_or_default();
        let model = self.fixed_of("model", projection.model);
        let doubted = projection.low.is_some() || projection.high.is_some();
        let mut rows = vec![vec![
            format!("{}, {}: {model}", motion.name, metric.name),
            end(projection.low),
            text(projection.total),
            end(projection.high),
            self.shape(projection.distribution, doubted),
        ]];
        let own = self.loaded.workspace.projection_inputs.iter().filter(|input| input.projection == projection.id);
        rows.extend(own.filter_map(|input| self.input_row(input, projection, metric)));
        rows
    }

    fn input_row(&self, input: &ProjectionInput, projection: &Projection, metric: &Metric) -> Option<Vec<String>> {
        let kind = inputs_of(projection.model).iter().find(|kind| kind.name == input.name.as_str())?;
        if kind.name == TOTAL || (kind.unit == InputUnit::Money && !self.shows_amounts()) {
            return None;
        }
        let name = self.input_name(kind.name);
        if let Some(driver) = input.driver.and_then(|id| self.driver(id)) {
            let named = vec![format!("{name}: {}", driver.name)];
            let figures = self.driver_row(driver).into_iter().skip(1);
            return Some(named.into_iter().chain(figures).collect());
        }
        let currency = self.loaded.workspace.settings.currency;
        let text = |value: f64| self.input_said(value, kind.unit, metric.unit, currency);
        let end = |value: Option<f64>| value.map(text).unwrap_or_default();
        let doubted = input.low.is_some() || input.high.is_some();
        Some(vec![name, end(input.low), text(input.value), end(input.high), self.shape(input.distribution, doubted)])
    }

    fn driver(&self, id: domain::DriverId) -> Option<&Driver> {
        self.loaded.workspace.drivers.iter().find(|driver| driver.id == id)
    }

    /// Those that a projection of a shown motion is made from, by name.
    fn drivers_shown(&self, projections: &[(&Motion, &Projection, &Metric)]) -> Vec<&Driver> {
        let shown = |input: &&ProjectionInput| projections.iter().any(|(_, p, _)| p.id == input.projection);
        let inputs: Vec<&ProjectionInput> = self.loaded.workspace.projection_inputs.iter().filter(shown).collect();
        let used = |driver: &&Driver| {
            (self.shows_amounts() || driver.unit != MetricUnit::Money)
                && inputs.iter().any(|input| input.driver == Some(driver.id))
        };
        let mut drivers: Vec<&Driver> = self.loaded.workspace.drivers.iter().filter(used).collect();
        drivers.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        drivers
    }

    fn driver_row(&self, driver: &Driver) -> Vec<String> {
        let currency = self.loaded.workspace.settings.currency;
        let text = |value: f64| self.language.figure(value, driver.unit, currency);
        let end = |value: Option<f64>| value.map(text).unwrap_or_default();
        let doubted = driver.low.is_some() || driver.high.is_some();
        vec![
            driver.name.to_string(),
            end(driver.low),
            text(driver.value),
            end(driver.high),
            self.shape(driver.distribution, doubted),
        ]
    }

    /// Empty where nothing is in doubt.
    fn shape(&self, distribution: Option<DistributionKind>, doubted: bool) -> String {
        if doubted { self.fixed_of("shape", distribution.unwrap_or_default()) } else { String::new() }
    }

    /// The word for a choice, which is kept by its name.
    fn fixed_of(&self, list: &str, choice: impl Serialize) -> String {
        let key = serde_json::to_value(choice).ok();
        key.as_ref().and_then(|key| self.fixed(list, key.as_str()?)).unwrap_or_default()
    }

    fn correlations(&self) -> Option<Part> {
        let (workspace, words) = (&self.loaded.workspace, self.words);
        let row = |group: &CorrelationGroup| {
            let members = workspace.correlation_members.iter().filter(|member| member.correlation_group == group.id);
            let names: Vec<String> = members
                .filter(|member| self.shows(member.motion))
                .map(|member| self.loaded.motion_name(member.motion))
                .collect();
            (names.len() > 1)
                .then(|| vec![group.name.to_string(), names.join(", "), self.language.decimal(group.correlation, 2)])
        };
        let columns = vec![
            Column::words(words.get("group")),
            Column::words(words.get("motions")),
            Column::figures(words.get("correlation")).strong(),
        ];
        let rows = workspace.correlation_groups.iter().filter_map(row).collect();
        table(words.get("correlation_table"), columns, rows)
    }

    fn simulation_facts(&self, shape: Option<String>) -> Part {
        let rules = self.loaded.workspace.settings.simulation;
        let fact = |key: &str, text: String| Reading { title: self.words.get(key).to_owned(), text };
        let rules = [
            fact("all_inputs", self.language.decimal(rules.correlation, 2)),
            fact("runs", self.language.count(rules.runs.into())),
            fact("seed", rules.seed.to_string()),
        ];
        Part::Facts(shape.map(|shape| fact("doubt", shape)).into_iter().chain(rules).collect())
    }

    /// "25%", "€12k", "4,000", "1.5".
    fn input_said(&self, value: f64, unit: InputUnit, metric: MetricUnit, currency: Currency) -> String {
        match unit {
            InputUnit::Share | InputUnit::Growth => self.language.figure(value, MetricUnit::Percent, currency),
            InputUnit::Money => self.language.figure(value, MetricUnit::Money, currency),
            InputUnit::Metric => self.language.figure(value, metric, currency),
            InputUnit::Count | InputUnit::Months => self.language.figure(value, MetricUnit::Count, currency),
            InputUnit::Number => self.language.figure(value, MetricUnit::Ratio, currency),
        }
    }
}
