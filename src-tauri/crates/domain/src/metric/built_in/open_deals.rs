//! Open deals with a partner's part, and how they stand.

use super::{From, Row, count, money, ratio};
use crate::{Basis, Count, MetricSide, MetricUnit};

pub(super) fn rows() -> Vec<Row> {
    let strategic = MetricSide::Strategic;
    vec![
        count(
            "open_deals",
            "Open deals",
            strategic,
            From::Counted(Count::OpenDeals),
            "Open deals with a partner's part, sourced or influenced, by the month in which they are expected to close, or where \
             nobody says, the month in which they were opened.",
        ),
        count(
            "open_deals_with_next_step",
            "Open deals with a next step",
            strategic,
            From::Counted(Count::OpenDealsWithNextStep),
            "Those of them that say what happens next.",
        ),
        days(
            "open_deal_days",
            "Age of open deals, added up",
            Count::OpenDealDays,
            "Days since those open deals were opened, as of today, added up.",
        ),
        ratio(
            "next_step_share",
            "Share with a next step",
            MetricUnit::Percent,
            "open_deals_with_next_step / open_deals",
            "Open deals that say what happens next, divided by open deals.",
        ),
        ratio(
            "open_deal_age",
            "Age of open deals",
            MetricUnit::Days,
            "open_deal_days / open_deals",
            "Mean days since the open deals were opened, as of today.",
        )
        .lower_is_better(),
    ]
}

fn days(key: &'static str, name: &'static str, of: Count, definition: &'static str) -> Row {
    Row { unit: MetricUnit::Days, ..money(key, name, Basis::NotMoney, From::Counted(of), definition) }.lower_is_better()
}
