//! What affiliates bring and cost.

use super::{From, Row, count, money, ratio};
use crate::{Basis, MetricSide, MetricUnit};

pub(super) fn rows() -> Vec<Row> {
    let cash = Basis::Collected;
    let cost = |key, name, definition| money(key, name, cash, From::Measured, definition).tactical().lower_is_better();
    let tally = |key, name, definition| count(key, name, MetricSide::Tactical, From::Measured, definition);
    vec![
        ratio("roas", "ROAS", MetricUnit::Ratio, "affiliate_revenue / affiliate_cost",
            "Return on ad spend: affiliate revenue divided by affiliate cost of the same period. Recurring commissions make the \
             first months look too good.").tactical().headline(),
        ratio("cpa", "CPA", MetricUnit::Money, "affiliate_cost / orders",
            "Cost per action: affiliate cost divided by approved orders of the same period.")
            .tactical().basis(cash).lower_is_better().headline(),
        ratio("order_value", "Average order value", MetricUnit::Money, "affiliate_revenue / orders",
            "Affiliate revenue divided by approved orders.").tactical().basis(cash),
        ratio("conversion_rate", "Conversion rate", MetricUnit::Percent, "orders / clicks",
            "Approved orders divided by clicks.").tactical(),
        ratio("epc", "EPC", MetricUnit::Money, "epc_clicks * commission / clicks",
            "Earnings per click: commission approved for affiliates divided by clicks; per 100 clicks where the settings say so.")
            .tactical().basis(cash),
        cost("commission", "Commission", "Commission of affiliates for approved orders, net of what was taken back."),
        cost("network_fees", "Network fees", "What the network takes for the same orders."),
        cost("bonuses", "Bonuses", "What affiliates got beside commission: placements, fixed fees, rewards."),
        cost("platform_fees", "Platform fees", "What the platform costs in the month. Part of affiliate cost where the settings say so."),
        cost("discounts", "Discounts", "Discounts given to the customers of affiliates. Part of affiliate cost where the settings say so."),
        cost("reversed_revenue", "Reversed revenue",
            "Order value taken back, by reversal or refund, as a positive amount. Already left out of affiliate revenue."),
        tally("clicks", "Clicks", "Clicks on affiliates' links."),
        tally("leads", "Leads", "Leads that affiliates brought."),
        tally("signups", "Signups", "Signups that affiliates brought."),
        tally("paid_customers", "Paying customers", "Customers from affiliates that paid for the first time in the month."),
        tally("declined_orders", "Declined orders", "Orders attributed to affiliates that were declined, voided or returned.")
            .lower_is_better(),
        ratio("affiliate_cac", "Affiliate CAC", MetricUnit::Money, "affiliate_cost / paid_customers",
            "Affiliate cost divided by the customers from affiliates that paid for the first time.")
            .tactical().basis(cash).lower_is_better(),
    ]
}
