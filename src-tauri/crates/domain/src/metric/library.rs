//! A workspace's metrics with their formulas read: what each is worked out from, down to what is measured or counted. Owns
//! circles, unknown names and units; must not know figures.

use std::collections::{BTreeMap, BTreeSet};

use super::formula::{self, Formula, FormulaError, STEPS_MAX};
use crate::{Key, Metric, MetricOrigin, MetricRules};

/// Metrics by key, each formula read once.
#[derive(Debug, Clone)]
pub struct Library {
    metrics: BTreeMap<Key, Metric>,
    formulas: BTreeMap<Key, Result<Formula, FormulaError>>,
    rules: MetricRules,
}

impl Library {
    /// Reads the formulas of `metrics`. One that cannot be worked out keeps its error; the others are not touched by it.
    pub fn of(metrics: &[Metric], rules: &MetricRules) -> Self {
        let by_key: BTreeMap<Key, Metric> = metrics.iter().map(|metric| (metric.key.clone(), metric.clone())).collect();
        let mut library = Self { metrics: by_key, formulas: BTreeMap::new(), rules: rules.clone() };
        for metric in metrics {
            if let MetricOrigin::Formula(text) = &metric.origin {
                let read = library.read(metric, text);
                library.formulas.insert(metric.key.clone(), read);
            }
        }
        library.refuse_circles();
        library
    }

    /// The formula of a metric that is to be added or changed, in force or refused.
    ///
    /// # Errors
    ///
    /// As [`FormulaError`] says: a text that is no formula, an unknown name, units that do not fit, a circle.
    pub fn check(&self, metric: &Metric, text: &str) -> Result<Formula, FormulaError> {
        let mut metrics: Vec<Metric> = self.metrics.values().filter(|other| other.key != metric.key).cloned().collect();
        metrics.push(Metric { origin: MetricOrigin::Formula(text.to_owned()), ..metric.clone() });
        match Self::of(&metrics, &self.rules).formulas.remove(&metric.key) {
            Some(read) => read,
            None => Err(FormulaError::NoMetric),
        }
    }

    /// A metric by its key.
    pub fn metric(&self, key: &Key) -> Option<&Metric> {
        self.metrics.get(key)
    }

    /// All of them, by key.
    pub fn metrics(&self) -> impl Iterator<Item = &Metric> {
        self.metrics.values()
    }

    /// The formula in force of a metric that has one: settings put in.
    pub fn formula(&self, key: &Key) -> Option<Result<&Formula, &FormulaError>> {
        self.formulas.get(key).map(Result::as_ref)
    }

    /// The rules that it was read with.
    pub fn rules(&self) -> &MetricRules {
        &self.rules
    }

    /// Every metric that `key` rests on and that is not worked out itself, `key` itself where it has no formula.
    pub fn leaves(&self, key: &Key) -> BTreeSet<Key> {
        let mut leaves = self.tree(key);
        leaves.retain(|key| !self.formulas.contains_key(key));
        leaves
    }

    /// `key` and every metric that it rests on, worked out or not.
    pub fn tree(&self, key: &Key) -> BTreeSet<Key> {
        let mut seen = BTreeSet::from([key.clone()]);
        let mut open = vec![key.clone()];
        while let Some(key) = open.pop() {
            if let Some(Ok(formula)) = self.formulas.get(&key) {
                open.extend(formula.keys().into_iter().filter(|part| seen.insert(part.clone())));
            }
        }
        seen
    }

    fn read(&self, metric: &Metric, text: &str) -> Result<Formula, FormulaError> {
        let formula = Formula::parse(text)?;
        let nearest = |key: &Key| self.nearest(key);
        formula::check(&formula, metric, &self.rules, &|key| self.metrics.get(key), &nearest)?;
        Ok(formula.under(&self.rules))
    }

    /// The key that is spelled most like `name`, if any is much like it.
    fn nearest(&self, name: &Key) -> Option<Key> {
        let near = |key: &&Key| strsim::jaro_winkler(key.as_str(), name.as_str());
        let best = self.metrics.keys().max_by(|a, b| near(a).total_cmp(&near(b)))?;
        (near(&best) > 0.75).then(|| best.clone())
    }

    /// Formulas are settled from those without formulas upward; what is left stands in a circle or on one.
    fn refuse_circles(&mut self) {
        let mut steps: BTreeMap<Key, usize> = BTreeMap::new();
        loop {
            let settled: Vec<(Key, usize)> = self
                .formulas
                .iter()
                .filter(|(key, _)| !steps.contains_key(key))
                .filter_map(|(key, formula)| Some((key.clone(), self.step(formula.as_ref().ok()?, &steps)?)))
                .collect();
            if settled.is_empty() {
                break;
            }
            steps.extend(settled);
        }
        let left: Vec<Key> = self
            .formulas
            .iter()
            .filter(|(key, formula)| formula.is_ok() && steps.get(key).is_none_or(|steps| *steps > STEPS_MAX))
            .map(|(key, _)| key.clone())
            .collect();
        let errors: Vec<FormulaError> = left.iter().map(|key| self.stuck(key, &steps)).collect();
        for (key, error) in left.into_iter().zip(errors) {
            self.formulas.insert(key, Err(error));
        }
    }

    /// One more than the most steps of its parts; none while a part is not settled.
    fn step(&self, formula: &Formula, steps: &BTreeMap<Key, usize>) -> Option<usize> {
        let of = |key: Key| if self.formulas.contains_key(&key) { steps.get(&key).copied() } else { Some(0) };
        formula.keys().into_iter().map(of).try_fold(0, |most, steps| Some(most.max(steps?))).map(|most| most + 1)
    }

    /// Why a formula was not settled: the circle that it leads into, else a part that is wrong, else too many steps.
    fn stuck(&self, key: &Key, steps: &BTreeMap<Key, usize>) -> FormulaError {
        if steps.contains_key(key) {
            return FormulaError::TooManySteps(key.clone());
        }
        let mut way = vec![key.clone()];
        loop {
            let last = way.last().cloned().unwrap_or_else(|| key.clone());
            let Some(Ok(formula)) = self.formulas.get(&last) else {
                return self
                    .formulas
                    .get(&last)
                    .and_then(|read| read.clone().err())
                    .unwrap_or(FormulaError::Circle(way));
            };
            let unsettled = |part: &Key| self.formulas.contains_key(part) && !steps.contains_key(part);
            let Some(next) = formula.keys().into_iter().find(unsettled) else { return FormulaError::Circle(way) };
            if let Some(start) = way.iter().position(|earlier| *earlier == next) {
                way.drain(..start);
                way.push(next);
                return FormulaError::Circle(way);
            }
            way.push(next);
        }
    }
}
