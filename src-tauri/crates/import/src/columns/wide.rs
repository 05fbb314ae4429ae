//! Figures across the columns: a column for each month, or one for each metric.

use csv::StringRecord;
use domain::Key;

use super::Known;
use crate::values::date::DateReader;
use crate::values::month;
use crate::words::folded;

/// Columns that are cut into rows of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wide {
    /// A column for each month: places and months as written.
    Months(Vec<(usize, String)>),
    /// A column for each metric: places and metrics' keys.
    Metrics(Vec<(usize, String)>),
}

impl Wide {
    /// Looks for at least two columns of months, or for columns of metrics.
    pub fn find(
        header: &StringRecord,
        names: &[String],
        is_free: &dyn Fn(usize) -> bool,
        known: Known<'_>,
        has_metric: bool,
    ) -> Option<Self> {
        let days = DateReader::decide(std::iter::empty(), None);
        let is_month = |text: &str| month::read(text, days).is_ok();
        let months: Vec<(usize, String)> = header
            .iter()
            .enumerate()
            .filter(|(place, text)| is_free(*place) && is_month(text))
            .map(|(place, text)| (place, text.trim().to_owned()))
            .collect();
        if months.len() > 1 {
            return Some(Self::Months(months));
        }
        let metric_at = |place: usize| -> Option<String> {
            let by_name = |(word, key): &(String, Key)| (*word == names[place]).then(|| key.to_string());
            known.metrics.iter().find_map(by_name)
        };
        let has_column = has_metric || names.iter().any(|name| matches!(name.as_str(), "metric" | "measure" | "kpi"));
        let metrics: Vec<(usize, String)> = (0..names.len())
            .filter(|&place| is_free(place))
            .filter_map(|place| Some((place, metric_at(place)?)))
            .collect();
        (!has_column && !metrics.is_empty()).then_some(Self::Metrics(metrics))
    }

    /// The places of the columns.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        let (Self::Months(columns) | Self::Metrics(columns)) = self;
        columns.iter().map(|(place, _)| *place)
    }

    /// Places with what each column stands for.
    pub fn columns(&self) -> &[(usize, String)] {
        let (Self::Months(columns) | Self::Metrics(columns)) = self;
        columns
    }

    /// The field that the names of the columns give.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Months(_) => "month",
            Self::Metrics(_) => "metric",
        }
    }

    /// Whether a row cut out of the columns has this field from them.
    pub fn gives(&self, key: &str) -> bool {
        key == "value" || folded(key) == self.field()
    }
}
