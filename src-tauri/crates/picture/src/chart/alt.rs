//! A chart's finding in words, for a reader who cannot see it.

use domain::Better;

use super::ChartInput;
use super::draw::Kind;
use super::series::Series;
use crate::format;

pub(super) fn text(input: &ChartInput, series: &Series, kind: Kind) -> String {
    let figure = |value: f64| format::figure(value, input.unit, input.currency);
    let (Some(first), Some(last)) = (series.months.first(), series.months.last()) else {
        return format!("{}: no months to show.", input.title);
    };
    let span = format!("{} {} to {} {}", first.short_name(), first.year(), last.short_name(), last.year());
    let how = if kind == Kind::Cumulative { "summed up" } else { "month by month" };
    let end = series.projected.len() - 1;
    let range = series.low.as_ref().zip(series.high.as_ref()).filter(|(low, high)| low[end] < high[end]);
    let range = range
        .map(|(low, high)| format!(", between {}", format::range(low[end], high[end], input.unit, input.currency)));
    let projected = match kind {
        Kind::Cumulative => {
            format!("Projected {} by the end{}.", figure(series.projected[end]), range.unwrap_or_default())
        }
        Kind::Monthly => format!("Projected {} in all.", figure(series.projected.iter().sum())),
    };
    format!("{}, {how}, {span}. {projected} {}", input.title, measured(input, series, kind))
}

fn measured(input: &ChartInput, series: &Series, kind: Kind) -> String {
    let Some(month) = series.actual.iter().rposition(Option::is_some) else {
        return "Nothing measured yet.".to_owned();
    };
    let known = || (0..=month).filter_map(|month| Some((series.actual[month]?, series.variance(month)?)));
    let (actual, variance) = match kind {
        Kind::Cumulative => known().next_back().unwrap_or_default(),
        Kind::Monthly => known().fold((0.0, 0.0), |sum, month| (sum.0 + month.0, sum.1 + month.1)),
    };
    let figure = |value: f64| format::figure(value, input.unit, input.currency);
    let name = series.months[month];
    let side = match (variance > 0.0, input.better) {
        _ if figure(variance) == figure(0.0) => "as planned".to_owned(),
        (true, Better::Higher) => format!("{} more than planned, which is better", figure(variance)),
        (true, Better::Lower) => format!("{} more than planned, which is worse", figure(variance)),
        (false, Better::Higher) => format!("{} less than planned, which is worse", figure(-variance)),
        (false, Better::Lower) => format!("{} less than planned, which is better", figure(-variance)),
    };
    format!("Measured to {} {}: {}, {side}.", name.short_name(), name.year(), figure(actual))
}
