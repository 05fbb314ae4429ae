//! The figures of a chart, cleaned and added up.

use domain::{MetricUnit, Month};

use super::{ChartInput, PlotMonth, Projected};
use crate::format;

/// What is drawn, month by month.
pub(super) struct Series {
    pub(super) months: Vec<Month>,
    pub(super) low: Option<Vec<f64>>,
    pub(super) projected: Vec<f64>,
    pub(super) high: Option<Vec<f64>>,
    /// None where nothing was measured; in sums, none only after the last measured month.
    pub(super) actual: Vec<Option<f64>>,
}

impl Series {
    /// Month by month, as given.
    pub(super) fn monthly(input: &ChartInput) -> Self {
        let count = input.projected.len();
        let sound = |value: f64| if value.is_finite() { value } else { 0.0 };
        let doubted = input.projected.iter().any(|month| month.low.is_some() || month.high.is_some());
        let side = |end: fn(&Projected) -> Option<f64>| -> Option<Vec<f64>> {
            doubted.then(|| input.projected.iter().map(|month| sound(end(month).unwrap_or(month.mid))).collect())
        };
        let actual = |index: usize| input.actual.get(index).copied().flatten().filter(|value| value.is_finite());
        Self {
            months: (0..count).filter_map(|index| Some(input.first.plus(i32::try_from(index).ok()?))).collect(),
            low: side(|month| month.low),
            projected: input.projected.iter().map(|month| sound(month.mid)).collect(),
            high: side(|month| month.high),
            actual: (0..count).map(actual).collect(),
        }
    }

    /// Sums to date; of a ratio, the mean to date.
    pub(super) fn cumulative(input: &ChartInput) -> Self {
        let monthly = Self::monthly(input);
        let mean = input.unit == MetricUnit::Ratio;
        let sums = |values: &[f64]| -> Vec<f64> {
            let mut sum = 0.0;
            let to_date = values.iter().zip(1_u32..).map(|(value, count)| {
                sum += value;
                if mean { sum / f64::from(count) } else { sum }
            });
            to_date.collect()
        };
        let measured = monthly.actual.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        let actual: Vec<f64> = monthly.actual[..measured].iter().map(|value| value.unwrap_or(0.0)).collect();
        let mut actual: Vec<Option<f64>> = sums(&actual).into_iter().map(Some).collect();
        actual.resize(monthly.months.len(), None);
        Self {
            low: monthly.low.as_deref().map(sums),
            projected: sums(&monthly.projected),
            high: monthly.high.as_deref().map(sums),
            actual,
            months: monthly.months,
        }
    }

    /// Actual less projected, where there is an actual.
    pub(super) fn variance(&self, month: usize) -> Option<f64> {
        self.actual.get(month).copied().flatten().map(|actual| actual - self.projected[month])
    }

    pub(super) fn extent(&self) -> (f64, f64) {
        let ends = [self.low.as_ref(), self.high.as_ref()].into_iter().flatten().flatten().copied();
        let all = self.projected.iter().copied().chain(ends).chain(self.actual.iter().copied().flatten());
        all.fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)))
    }

    /// The readout of one month.
    pub(super) fn readout(&self, input: &ChartInput, month: usize, x: f32) -> PlotMonth {
        let figure = |value: f64| format::figure(value, input.unit, input.currency);
        let (low, high) = (self.low.as_ref().map(|low| low[month]), self.high.as_ref().map(|high| high[month]));
        let (projected, actual, variance) = (self.projected[month], self.actual[month], self.variance(month));
        let range = low.zip(high).filter(|(low, high)| low < high);
        PlotMonth {
            month: self.months[month],
            x,
            low,
            projected,
            high,
            actual,
            variance,
            projected_text: figure(projected),
            range_text: range.map(|(low, high)| format::range(low, high, input.unit, input.currency)),
            actual_text: actual.map(figure),
            variance_text: variance.map(|variance| format::difference(variance, input.unit, input.currency)),
        }
    }
}
