//! A cell's number as the figure of a metric.

use domain::{Currency, Figure, Metric, MetricUnit, Money};

use crate::Reject;
use crate::table::row::Row;
use crate::values::number::{Number, NumberReader, Unit};

/// Whether a column of parts is written in whole percents: without a sign, and one of them is above 1.
pub fn are_percents<'a>(values: impl Iterator<Item = &'a str> + Clone) -> bool {
    let reader = NumberReader::decide(values.clone());
    let numbers = values.filter_map(|text| reader.read(text, false).ok()).filter(|number| !number.percent);
    numbers.filter_map(|number| number.plain.parse::<f64>().ok()).any(|value| value.abs() > 1.0)
}

/// The figure in the field `value` of `row`. An amount without a sign is in `currency`.
pub fn read(
    row: Row<'_>,
    metric: &Metric,
    reader: NumberReader,
    whole_percents: bool,
    currency: Currency,
) -> Result<Figure, Reject> {
    let expected = match metric.unit {
        MetricUnit::Money => "an amount such as 12000.50",
        MetricUnit::Count => "a count such as 42",
        MetricUnit::Ratio => "a ratio such as 4.3",
        MetricUnit::Percent => "a part such as 12% or 0.12",
        MetricUnit::Score => "a score from 0 to 100 such as 68",
        MetricUnit::Days => "a number of days such as 42",
    };
    let reject = || row.reject("value", expected);
    let short = match metric.unit {
        MetricUnit::Money => currency.decimals() < 3,
        MetricUnit::Count | MetricUnit::Days => true,
        MetricUnit::Ratio | MetricUnit::Percent | MetricUnit::Score => false,
    };
    let number = reader.read(row.text("value"), short).map_err(|fault| reject().advise(fault.advice()))?;
    match metric.unit {
        MetricUnit::Money if number.percent => Err(reject().advise("a percent sign is no money")),
        MetricUnit::Money => money(&number, currency).map(Figure::Money).map_err(|error| reject().advise(error)),
        _ if number.currency.is_some() => Err(reject().advise(format!("{} is not counted in money", metric.name))),
        MetricUnit::Count | MetricUnit::Score | MetricUnit::Days if number.percent => {
            Err(reject().advise("a percent sign stands behind parts of a whole only"))
        }
        _ => {
            let value = number.plain.parse::<f64>().ok().filter(|value| value.is_finite()).ok_or_else(reject)?;
            let percent = number.percent || whole_percents && metric.unit == MetricUnit::Percent;
            Ok(Figure::Number(if percent { value / 100.0 } else { value }))
        }
    }
}

/// An amount, in the currency of its sign.
pub fn money(number: &Number, currency: Currency) -> Result<Money, String> {
    let shared = |codes: &[&str], usual: &str| {
        if codes.contains(&currency.code()) { Ok(currency) } else { Currency::parse(usual) }
    };
    let currency = match number.currency {
        None => Ok(currency),
        Some(Unit::Exact(exact)) => Ok(exact),
        Some(Unit::Dollar) => shared(&["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"], "USD"),
        Some(Unit::Yen) => shared(&["JPY", "CNY"], "JPY"),
    };
    currency.and_then(|currency| Money::parse(&number.plain, currency)).map_err(|error| error.to_string())
}
