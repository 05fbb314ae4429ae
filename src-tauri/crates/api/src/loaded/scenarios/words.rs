//! A difference in words: what it is about, what Expected says, what the scenario says. Must not know whether it can be
//! used.

use domain::scenario::column_value;
use domain::{
    Aspect, Date, DistributionKind, Lens, Metric, MetricUnit, Money, Month, MotionId, Projection, ProjectionModel,
    ScenarioDifference,
};
use forecast::{InputUnit, TOTAL, inputs_of};
use picture::format;
use serde_json::Value;

use crate::loaded::Loaded;
use crate::loaded::projections::MODELS;
use crate::loaded::typed::{input_text, metric_text};

/// One difference in words.
pub(super) struct DifferenceWords {
    pub(super) motion: Option<MotionId>,
    pub(super) what: String,
    pub(super) base: String,
    pub(super) value: String,
}

/// How a value of one column reads.
type Reading<'l> = Box<dyn Fn(&Value) -> Option<String> + 'l>;

impl Loaded {
    pub(super) fn difference_words(&self, one: &ScenarioDifference) -> DifferenceWords {
        let (motion, what, reading) = self.reading(one).unwrap_or_else(|| {
            let raw: Reading<'_> = Box::new(|_| None);
            (None, format!("{} {}", one.table, one.column).replace('_', " "), raw)
        });
        let base = column_value(&self.expected, &one.table, one.row, &one.column);
        let value = serde_json::from_str(&one.value).ok();
        let words = |value: Option<&Value>| match value {
            None | Some(Value::Null) => "—".to_owned(),
            Some(value) => reading(value).unwrap_or_else(|| value.to_string()),
        };
        DifferenceWords { motion, what, base: words(base.as_ref()), value: words(value.as_ref()) }
    }

    fn reading(&self, one: &ScenarioDifference) -> Option<(Option<MotionId>, String, Reading<'_>)> {
        let (expected, language) = (&self.expected, self.language);
        let currency = expected.settings.currency;
        match one.table.as_str() {
            "projection" => {
                let projection = expected.projections.iter().find(|row| row.id.0 == one.row)?;
                self.projection_reading(projection, &one.column)
            }
            "driver" => {
                let driver = expected.drivers.iter().find(|row| row.id.0 == one.row)?;
                let unit = driver.unit;
                let figure = move |value: &Value| Some(language.written(metric_text(value.as_f64()?, unit, currency)));
                let reading: Reading<'_> =
                    if one.column == "distribution" { Box::new(shape) } else { Box::new(figure) };
                Some((None, format!("Driver {}{}", driver.name, end(&one.column)), reading))
            }
            "motion" => {
                let motion = expected.motions.iter().find(|row| row.id.0 == one.row)?;
                let (what, reading): (_, Reading<'_>) = match one.column.as_str() {
                    "start" => ("first day", Box::new(day)),
                    "end" => ("last day", Box::new(day)),
                    _ => ("on or off", Box::new(on)),
                };
                Some((Some(motion.id), format!("{}: {what}", motion.name), reading))
            }
            "budget_line" => {
                let line = expected.budget_lines.iter().find(|row| row.id.0 == one.row)?;
                let currency = line.currency;
                let reading = move |value: &Value| Some(language.money(Money { minor: value.as_i64()?, currency }));
                let what = format!("{}, {}: planned", self.motion_name(line.motion), line.name);
                Some((Some(line.motion), what, Box::new(reading)))
            }
            "organization" => {
                let organization = expected.organizations.iter().find(|row| row.id.0 == one.row)?;
                Some((None, format!("{}: on or off", organization.name), Box::new(on)))
            }
            "relationship" => {
                let relationship = expected.relationships.iter().find(|row| row.id.0 == one.row)?;
                Some((None, format!("{}: lens", self.ends_words(relationship)), Box::new(lens)))
            }
            _ => None,
        }
    }

    fn projection_reading(
        &self,
        projection: &Projection,
        column: &str,
    ) -> Option<(Option<MotionId>, String, Reading<'_>)> {
        let metric = self.expected.metrics.iter().find(|metric| metric.key == projection.metric)?;
        let (unit, currency, language) = (metric.unit, self.expected.settings.currency, self.language);
        let (what, reading): (String, Reading<'_>) = match column {
            "from" => ("first month".to_owned(), Box::new(month)),
            "months" => ("months".to_owned(), Box::new(|value| Some(value.as_u64()?.to_string()))),
            "model" => ("model".to_owned(), Box::new(model)),
            "distribution" => ("shape of the doubt".to_owned(), Box::new(shape)),
            TOTAL => {
                ("target".to_owned(), Box::new(move |value| Some(language.figure(value.as_f64()?, unit, currency))))
            }
            "low" => ("low end".to_owned(), Box::new(move |value| Some(language.percent(value.as_f64()?)))),
            "high" => ("high end".to_owned(), Box::new(move |value| Some(language.percent(value.as_f64()?)))),
            _ => match column.split_once(':')? {
                ("input", name) => self.input_reading(metric, name),
                ("figure", month) => (
                    format!("{} {}", Month::parse(month).ok()?.short_name(), Month::parse(month).ok()?.year()),
                    Box::new(move |value| Some(language.figure(value.as_f64()?, unit, currency))),
                ),
                _ => return None,
            },
        };
        let what = format!("{}, {}: {what}", self.motion_name(projection.motion), metric.name);
        Some((Some(projection.motion), what, reading))
    }

    /// An input of whichever model takes one of that name: the scenario may have another model than Expected.
    fn input_reading(&self, metric: &Metric, name: &str) -> (String, Reading<'_>) {
        let kind = MODELS.iter().flat_map(|(model, ..)| inputs_of(*model)).find(|kind| kind.name == name);
        let label = name.replace('_', " ");
        let unit = kind.map_or(InputUnit::Number, |kind| kind.unit);
        let (metric, currency): (MetricUnit, _) = (metric.unit, self.expected.settings.currency);
        let language = self.language;
        let text = move |value: f64| language.written(input_text(value, unit, metric, currency));
        let reading = move |value: &Value| match value {
            Value::Object(range) => {
                let part = |name: &str| range.get(name).and_then(Value::as_f64);
                let middle = text(part("value")?);
                Some(match (part("low"), part("high")) {
                    (None, None) => middle,
                    (low, high) => {
                        let end = |end: Option<f64>| end.map_or_else(|| middle.clone(), text);
                        format!("{middle} ({} to {})", end(low), end(high))
                    }
                })
            }
            value => Some(text(value.as_f64()?)),
        };
        (label, Box::new(reading))
    }
}

fn end(column: &str) -> &'static str {
    match column {
        "low" => ", low end",
        "high" => ", high end",
        "distribution" => ", shape of the doubt",
        _ => "",
    }
}

fn day(value: &Value) -> Option<String> {
    let day: Date = serde_json::from_value(value.clone()).ok()?;
    Some(format::date_with_year(day))
}

fn month(value: &Value) -> Option<String> {
    let month: Month = serde_json::from_value(value.clone()).ok()?;
    Some(format!("{} {}", month.short_name(), month.year()))
}

fn on(value: &Value) -> Option<String> {
    Some(if value.as_bool()? { "on" } else { "off" }.to_owned())
}

/// "PERT", "triangular".
fn shape(value: &Value) -> Option<String> {
    let shape: DistributionKind = serde_json::from_value(value.clone()).ok()?;
    let word = match shape {
        DistributionKind::Fixed => "fixed",
        DistributionKind::Uniform => "uniform",
        DistributionKind::Triangular => "triangular",
        DistributionKind::Pert => "PERT",
        DistributionKind::Lognormal => "lognormal",
        DistributionKind::Beta => "beta",
    };
    Some(word.to_owned())
}

fn model(value: &Value) -> Option<String> {
    let model: ProjectionModel = serde_json::from_value(value.clone()).ok()?;
    MODELS.iter().find(|(one, ..)| *one == model).map(|(_, label, _)| (*label).to_owned())
}

/// "Focus 3.4, Involvement 3.6".
fn lens(value: &Value) -> Option<String> {
    let lens: Lens = serde_json::from_value(value.clone()).ok()?;
    let part = |aspect: Aspect| lens.get(aspect).map(|value| format!("{} {value:.1}", aspect.name()));
    Some(Aspect::ALL.into_iter().filter_map(part).collect::<Vec<_>>().join(", "))
}
