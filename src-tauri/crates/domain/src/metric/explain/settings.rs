//! The settings that change a figure, found by what it is worked out from. Must not know figures.

use std::collections::BTreeSet;

use serde::Serialize;
use ts_rs::TS;

use crate::metric::formula::{Formula, setting};
use crate::metric::library::Library;
use crate::{Count, InfluenceModel, Key, MetricOrigin};

/// A setting as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct SettingUsed {
    /// Which one, in words.
    pub name: String,
    /// What it is set to.
    pub value: String,
}

/// Settings of the metric `key` and of everything that it is worked out from.
pub(super) fn of(library: &Library, key: &Key) -> Vec<SettingUsed> {
    let mut used: BTreeSet<SettingUsed> = BTreeSet::new();
    let (mut open, mut seen) = (vec![key.clone()], BTreeSet::from([key.clone()]));
    while let Some(key) = open.pop() {
        match library.metric(&key).map(|metric| &metric.origin) {
            Some(MetricOrigin::Counted(count)) => used.extend(of_count(library, *count)),
            Some(MetricOrigin::Formula(text)) => {
                let names = Formula::parse(text).map(|formula| formula.keys()).unwrap_or_default();
                used.extend(names.iter().filter_map(|name| of_formula(library, name)));
                open.extend(names.into_iter().filter(|part| seen.insert(part.clone())));
            }
            Some(MetricOrigin::Measured) | None => {}
        }
    }
    used.into_iter().collect()
}

fn of_count(library: &Library, count: Count) -> Vec<SettingUsed> {
    let rules = library.rules();
    let used = |name: &str, value: String| SettingUsed { name: name.to_owned(), value };
    match count {
        Count::SourcedRevenue
        | Count::SourcedPipeline
        | Count::InfluencedRevenue
        | Count::InfluencedPipeline
        | Count::PartnerCustomers => vec![
            used("Quiet days before an introduction", rules.sourcing_quiet_days.to_string()),
            used("Days from introduction to closing", rules.sourcing_window_days.to_string()),
        ],
        Count::WonWithPartner
        | Count::LostWithPartner
        | Count::WonWithoutPartner
        | Count::LostWithoutPartner
        | Count::WonValueWithPartner
        | Count::WonValueWithoutPartner
        | Count::DaysToCloseWithPartner
        | Count::DaysToCloseWithoutPartner => {
            let stage = rules.lift_stage.as_ref().map_or_else(|| "closing".to_owned(), ToString::to_string);
            vec![used("A partner takes part before", stage)]
        }
        Count::FundRevenue => {
            vec![used("Months in which market money pays back", rules.fund_window_months.to_string())]
        }
        Count::Concentration | Count::TopThreeShare => {
            let model = match rules.influence {
                InfluenceModel::OnePartner => "one partner for each deal",
                InfluenceModel::Split => "split by shares",
            };
            vec![used("Influence model", model.to_owned())]
        }
        _ => Vec::new(),
    }
}

fn of_formula(library: &Library, name: &Key) -> Option<SettingUsed> {
    let words = match name.as_str() {
        "epc_clicks" => "Earnings per so many clicks",
        "cost_has_platform_fee" => "Cost has the platform's fee",
        "cost_has_discounts" => "Cost has discounts",
        "quality_coverage" => "Weight of coverage",
        "quality_win_rate" => "Weight of the win rate",
        "quality_age" => "Weight of age",
        "quality_next_step" => "Weight of next steps",
        _ => return None,
    };
    let value = setting(library.rules(), name)?;
    let switch = name.as_str().starts_with("cost_has");
    let value = match (switch, value > 0.0) {
        (true, true) => "yes".to_owned(),
        (true, false) => "no".to_owned(),
        (false, _) => value.to_string(),
    };
    Some(SettingUsed { name: words.to_owned(), value })
}
