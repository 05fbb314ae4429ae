//! Deals with a partner beside deals without. A partner counts that took part before the stage which the settings name, or
//! before the deal was closed: else every partner that joins a deal already won would look like a cause.

use super::{From, Row, count, money, ratio};
use crate::{Basis, Count, MetricSide, MetricUnit};

/// Closed deals that a side needs.
const FLOOR: u32 = 10;

pub(super) fn rows() -> Vec<Row> {
    let value = Basis::FirstYearValue;
    let strategic = MetricSide::Strategic;
    vec![
        count("won_deals", "Deals won", strategic, From::Counted(Count::WonDeals), "Deals won in the month."),
        count("lost_deals", "Deals lost", strategic, From::Counted(Count::LostDeals), "Deals lost in the month.").lower_is_better(),
        ratio("win_rate", "Win rate", MetricUnit::Percent, "won_deals / (won_deals + lost_deals)",
            "Deals won divided by deals won and lost in the same period.").floor(FLOOR),
        count("won_with_partner", "Deals won with a partner", strategic, From::Counted(Count::WonWithPartner),
            "Deals won in the month in which a partner took part before the stage of the settings, or before they were closed."),
        count("lost_with_partner", "Deals lost with a partner", strategic, From::Counted(Count::LostWithPartner),
            "Deals lost in the month in which a partner took part before the stage of the settings, or before they were \
             closed.").lower_is_better(),
        count("won_without_partner", "Deals won without a partner", strategic, From::Counted(Count::WonWithoutPartner),
            "Deals won in the month in which no partner took part before the stage of the settings."),
        count("lost_without_partner", "Deals lost without a partner", strategic, From::Counted(Count::LostWithoutPartner),
            "Deals lost in the month in which no partner took part before the stage of the settings.").lower_is_better(),
        ratio("win_rate_with_partner", "Win rate with a partner", MetricUnit::Percent,
            "won_with_partner / (won_with_partner + lost_with_partner)",
            "Deals won with a partner divided by deals won and lost with a partner.").floor(FLOOR),
        ratio("win_rate_without_partner", "Win rate without a partner", MetricUnit::Percent,
            "won_without_partner / (won_without_partner + lost_without_partner)",
            "Deals won without a partner divided by deals won and lost without a partner.").floor(FLOOR),
        ratio("win_rate_lift", "Win-rate lift, in points", MetricUnit::Percent, "win_rate_with_partner - win_rate_without_partner",
            "Win rate with a partner minus win rate without, in points. Associated with partners, not caused by them: partners \
             join better deals. Unknown under 10 closed deals a side.").floor(FLOOR),
        ratio("win_rate_lift_relative", "Win-rate lift, relative", MetricUnit::Percent,
            "win_rate_with_partner / win_rate_without_partner - 1",
            "Win rate with a partner divided by win rate without, minus 1. Associated with partners, not caused by them. Unknown \
             under 10 closed deals a side.").floor(FLOOR),
        money("won_value_with_partner", "Value won with a partner", value, From::Counted(Count::WonValueWithPartner),
            "First-year contract value of the deals won in the month in which a partner took part before the stage of the \
             settings, or before they were closed."),
        money("won_value_without_partner", "Value won without a partner", value, From::Counted(Count::WonValueWithoutPartner),
            "First-year contract value of the other deals won in the month."),
        ratio("deal_size", "Deal size", MetricUnit::Money, "won_revenue / won_deals",
            "Mean first-year contract value of the deals won.").basis(value),
        ratio("deal_size_with_partner", "Deal size with a partner", MetricUnit::Money, "won_value_with_partner / won_with_partner",
            "Mean first-year contract value of the deals won with a partner.").basis(value),
        ratio("deal_size_without_partner", "Deal size without a partner", MetricUnit::Money,
            "won_value_without_partner / won_without_partner",
            "Mean first-year contract value of the deals won without a partner.").basis(value),
        ratio("deal_size_lift", "Deal-size lift", MetricUnit::Percent, "deal_size_with_partner / deal_size_without_partner - 1",
            "Mean size of the deals won with a partner divided by the mean without, minus 1. Associated with partners, not caused \
             by them. Unknown under 10 won deals a side.").floor(FLOOR),
        days("days_to_close", "Days to close, added up", Count::DaysToClose,
            "Days from opening to closing of the deals won in the month, added up."),
        days("days_to_close_with_partner", "Days to close with a partner, added up", Count::DaysToCloseWithPartner,
            "Days from opening to closing of the deals won in the month with a partner, added up."),
        days("days_to_close_without_partner", "Days to close without a partner, added up", Count::DaysToCloseWithoutPartner,
            "Days from opening to closing of the other deals won in the month, added up."),
        ratio("cycle_days", "Time to close", MetricUnit::Days, "days_to_close / won_deals",
            "Mean days from opening to closing of the deals won.").lower_is_better(),
        ratio("cycle_days_with_partner", "Time to close with a partner", MetricUnit::Days,
            "days_to_close_with_partner / won_with_partner",
            "Mean days from opening to closing of the deals won with a partner.").lower_is_better(),
        ratio("cycle_days_without_partner", "Time to close without a partner", MetricUnit::Days,
            "days_to_close_without_partner / won_without_partner",
            "Mean days from opening to closing of the deals won without a partner.").lower_is_better(),
        ratio("time_to_close_gain", "Time-to-close gain", MetricUnit::Days, "cycle_days_without_partner - cycle_days_with_partner",
            "Mean days to close without a partner minus mean days with. Associated with partners, not caused by them. Unknown under \
             10 won deals a side.").floor(FLOOR),
    ]
}

fn days(key: &'static str, name: &'static str, of: Count, definition: &'static str) -> Row {
    Row { unit: MetricUnit::Days, ..money(key, name, Basis::NotMoney, From::Counted(of), definition) }.lower_is_better()
}
