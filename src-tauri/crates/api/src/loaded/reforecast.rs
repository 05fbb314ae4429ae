//! Where a metric is heading in a fiscal year, from what the workspace measured, planned and had a year before. Must not know
//! the methods' arithmetic.

use domain::metric::formula::Operator;
use domain::{FiscalYear, Formula, Key, Lines, Metric, MetricUnit, Month, OverMonths, ReforecastMethod};
use forecast::reforecast::{
    Flow, Hits, Lacks, MONTHS_NEEDED, MONTHS_NEEDED_OF_TREND, Reforecast, default_method, reforecast, reforecast_rate,
};
use forecast::{Outcome, outcome};
use picture::chart::Projected;
use picture::format;

use super::Loaded;
use crate::ErrorReply;
use crate::wire::*;

/// Every method: its name on the screen, how it is said, and what it does. The everyday ones first.
pub(crate) const METHODS: [(ReforecastMethod, &str, &str, &str); 5] = [
    (
        ReforecastMethod::Update,
        "Updated plan",
        "by updating the plan with what was measured",
        "The plan, more or less likely by what was measured; it weighs as much as three planned months.",
    ),
    (
        ReforecastMethod::RunRate,
        "Run-rate",
        "going on as the measured months went",
        "Each month left as the mean of the measured ones.",
    ),
    (
        ReforecastMethod::SeasonalRunRate,
        "Seasonal run-rate",
        "going on as last year's months did, by how this year compares so far",
        "The same months of last year, times how this year has gone so far.",
    ),
    (
        ReforecastMethod::Holt,
        "Trend",
        "following the trend of the measured months",
        "Holt's method: level and trend of the measured months go on.",
    ),
    (
        ReforecastMethod::DampedHolt,
        "Fading trend",
        "following the trend of the measured months as it fades",
        "Damped Holt: the trend of the measured months flattens.",
    ),
];

/// Why nothing is said of the months left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NoLanding {
    /// Its months do not add up, and it is no rate of counts.
    NoSum,
    /// No month of the year is measured.
    NotMeasured,
    /// No method has what it needs.
    Lacking(Vec<(ReforecastMethod, Lacks)>),
}

impl NoLanding {
    /// In a sentence.
    pub(crate) fn sentence(&self, metric: &Metric) -> String {
        let name = &metric.name;
        match self {
            Self::NoSum => {
                format!("The months of {name} do not add up to a year: look at the metrics that it is made of.")
            }
            Self::NotMeasured => format!("No month of {name} is measured in this year: enter or import an actual."),
            Self::Lacking(lacking) => {
                let each: Vec<String> = lacking
                    .iter()
                    .map(|(method, lacks)| format!("{}: {}", label(*method), lacks_words(*lacks)))
                    .collect();
                format!("Nothing can be said of where {name} lands. {}.", each.join("; "))
            }
        }
    }
}

impl Loaded {
    /// The months of `year` that are left. `method` stands before the one that was chosen for the metric.
    pub(crate) fn reforecast(
        &self,
        metric: &Metric,
        lines: &Lines,
        year: FiscalYear,
        method: Option<ReforecastMethod>,
    ) -> Result<(Outcome, Reforecast), NoLanding> {
        let of = outcome(self.ledger(), self.planned(), lines, &metric.key, (year.first(), year.last()));
        let of = of.ok_or(NoLanding::NotMeasured)?;
        let to = of.to_date.ok_or(NoLanding::NotMeasured)?.month;
        let chosen = method.or(self.chosen_method(&metric.key)).unwrap_or(default_method(metric.unit));
        let found = if of.adds {
            reforecast(&self.flow(metric, lines, &of, to), metric.unit, chosen)
        } else {
            reforecast_rate(&self.hits(metric, lines, (year.first(), to, year.last())).ok_or(NoLanding::NoSum)?, chosen)
        };
        found.map(|found| (of, found)).map_err(NoLanding::Lacking)
    }

    /// What a person chose for the metric.
    pub(crate) fn chosen_method(&self, metric: &Key) -> Option<ReforecastMethod> {
        self.workspace.reforecast_choices.iter().find(|choice| choice.metric == *metric).map(|choice| choice.method)
    }

    pub(crate) fn landing_view(&self, metric: &Metric, lines: &Lines, year: FiscalYear) -> Option<LandingView> {
        let (_, found) = self.reforecast(metric, lines, year, None).ok()?;
        let currency = self.workspace.settings.currency;
        let end = found.landing;
        let sure = found.months.is_empty();
        Some(LandingView {
            text: format::figure(end.p50, metric.unit, currency),
            range_text: (!sure).then(|| format::range(end.p10, end.p90, metric.unit, currency)),
            p10: end.p10,
            p50: end.p50,
            p90: end.p90,
            method: found.method,
            method_text: if sure { "every month is measured".to_owned() } else { said(found.method).to_owned() },
            reason: self.method_reason(metric, &found),
            chosen: self.chosen_method(&metric.key),
            methods: methods(),
        })
    }

    /// The months left as charts take them, in step with the months from `first` to `last`; empty where nothing is known of
    /// them. `summed`: from the fiscal year's first month to each.
    pub(crate) fn reforecast_months(
        &self,
        metric: &Metric,
        lines: &Lines,
        year: FiscalYear,
        (first, last): (Month, Month),
        summed: bool,
    ) -> Vec<Option<Projected>> {
        // Sums to date begin with the year: a part of it has others.
        let part = summed && first != year.first();
        let Some((of, found)) = self.reforecast(metric, lines, year, None).ok().filter(|_| !part) else {
            return Vec::new();
        };
        let Some(begin) = of.to_date.map(|to| to.month.plus(1)) else { return Vec::new() };
        let found = if summed { &found.to_date } else { &found.months };
        let at = |month: Month| {
            let one = found.get(usize::try_from(month.since(begin)).ok()?)?;
            Some(Projected { low: Some(one.p10), mid: one.p50, high: Some(one.p90) })
        };
        if found.is_empty() { Vec::new() } else { first.to(last).map(at).collect() }
    }

    /// Why this method.
    pub(crate) fn method_reason(&self, metric: &Metric, found: &Reforecast) -> String {
        if let Some((wanted, lacks)) = found.passed_over.first() {
            return format!("{} is not used: {}.", label(*wanted), lacks_words(*lacks));
        }
        if self.chosen_method(&metric.key) == Some(found.method) {
            return format!("Chosen for {}.", metric.name);
        }
        match metric.unit {
            MetricUnit::Count | MetricUnit::Money | MetricUnit::Percent => {
                "The default: a plan knows seasons and launches that few measured months cannot show.".to_owned()
            }
            MetricUnit::Ratio | MetricUnit::Score | MetricUnit::Days => {
                "The default for figures of this kind.".to_owned()
            }
        }
    }

    fn flow(&self, metric: &Metric, lines: &Lines, of: &Outcome, to: Month) -> Flow {
        let measured = of.months.iter().filter(|month| month.month <= to).map(|month| month.actual.unwrap_or(0.0));
        let planned = of.months.iter().map(|month| month.projected.map_or(0.0, |range| range.mid));
        let is_planned = of.months.iter().any(|month| month.projected.is_some());
        Flow {
            measured: measured.collect(),
            planned: if is_planned { planned.collect() } else { Vec::new() },
            last_year: self.last_year(metric, lines, of),
            months: of.months.len(),
        }
    }

    /// The same months a year before, where all of them lie in the time that is measured; empty where they do not.
    fn last_year(&self, metric: &Metric, lines: &Lines, of: &Outcome) -> Vec<f64> {
        let Some((first, last)) = of.months.first().zip(of.months.last()) else { return Vec::new() };
        let (first, last) = (first.month.plus(-12), last.month.plus(-12));
        let months = self.ledger().months(&metric.key, lines, first, last);
        let known = self.ledger().span(&metric.key).is_some_and(|span| span.0 <= first) && !months.is_empty();
        if !known {
            return Vec::new();
        }
        first.to(last).map(|month| months.get(&month).copied().unwrap_or(0.0)).collect()
    }

    /// A rate as hits of trials, where its formula is one count over another or over a sum of counts.
    fn hits(&self, metric: &Metric, lines: &Lines, (first, to, last): (Month, Month, Month)) -> Option<Hits> {
        let (hit, trial) = self.parts_of_rate(&metric.key)?;
        let sum = |keys: &[Key], month: Month| -> f64 {
            keys.iter().filter_map(|key| self.ledger().value(key, lines, month, month).figure).sum()
        };
        let planned = |key: &Key, month: Month| {
            self.planned().value(self.ledger().library(), key, lines, month, month).map(|range| range.mid)
        };
        let trials_left = to.plus(1).to(last).map(|month| trial.iter().filter_map(|key| planned(key, month)).sum());
        let trials_left: Vec<f64> = trials_left.collect();
        let whole = self.planned().value(self.ledger().library(), &metric.key, lines, first, last);
        Some(Hits {
            hits: first.to(to).map(|month| sum(std::slice::from_ref(&hit), month)).collect(),
            trials: first.to(to).map(|month| sum(&trial, month)).collect(),
            planned: whole.map(|range| range.mid),
            trials_left: if trials_left.iter().sum::<f64>() > 0.0 { trials_left } else { Vec::new() },
            months: usize::try_from(last.since(first) + 1).ok()?,
        })
    }

    fn parts_of_rate(&self, key: &Key) -> Option<(Key, Vec<Key>)> {
        let library = self.ledger().library();
        let counts = |key: &Key| {
            library
                .metric(key)
                .is_some_and(|part| part.unit == MetricUnit::Count && part.over_months == OverMonths::Sum)
        };
        let Formula::Two(above, Operator::Over, below) = library.formula(key)?.ok()? else { return None };
        let Formula::Part(hit) = above.as_ref() else { return None };
        let trial = summands(below)?;
        let is_rate = library.metric(key)?.unit == MetricUnit::Percent && counts(hit) && trial.iter().all(counts);
        is_rate.then(|| (hit.clone(), trial))
    }
}

/// The parts of a sum; none of anything else.
fn summands(formula: &Formula) -> Option<Vec<Key>> {
    match formula {
        Formula::Part(key) => Some(vec![key.clone()]),
        Formula::Two(left, Operator::Plus, right) => {
            let mut keys = summands(left)?;
            keys.extend(summands(right)?);
            Some(keys)
        }
        _ => None,
    }
}

/// Every method as the screen lists it.
pub(crate) fn methods() -> Vec<MethodView> {
    let view = |(method, label, _, note): &(ReforecastMethod, &str, &str, &str)| MethodView {
        method: *method,
        label: (*label).to_owned(),
        note: (*note).to_owned(),
    };
    METHODS.iter().map(view).collect()
}

/// A method's name.
pub(crate) fn label(method: ReforecastMethod) -> &'static str {
    METHODS.iter().find(|row| row.0 == method).map_or("", |row| row.1)
}

/// How a method is said: "by updating the plan with what was measured".
pub(crate) fn said(method: ReforecastMethod) -> &'static str {
    METHODS.iter().find(|row| row.0 == method).map_or("", |row| row.2)
}

/// What a method lacks, with how much it would need.
pub(crate) fn lacks_words(lacks: Lacks) -> String {
    match lacks {
        Lacks::Months => {
            format!("it needs {MONTHS_NEEDED} measured months, for a trend {MONTHS_NEEDED_OF_TREND}")
        }
        other => other.to_string(),
    }
}

/// A refusal in words.
pub(crate) fn no_landing(metric: &Metric, why: &NoLanding) -> ErrorReply {
    ErrorReply::refused(why.sentence(metric))
}
