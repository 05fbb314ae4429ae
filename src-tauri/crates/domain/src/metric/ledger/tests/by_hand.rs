//! Every metric of the library, of the quarter that [`quarter`] tells.

use super::*;

const DEALS: [(&str, f64); 57] = [
    ("revenue", 100.0),
    ("sourced_revenue", 200.0),
    ("partner_revenue", 300.0),
    ("won_revenue", 800.0),
    ("sourced_share", 0.25),
    ("pipeline", 500.0),
    ("sourced_pipeline", 200.0),
    ("partner_pipeline", 700.0),
    ("all_pipeline", 1_200.0),
    ("co_sell_influence", 500.0 / 1_200.0),
    ("total_partner_revenue", 2_300.0),
    ("deals", 5.0),
    ("deals_with_partner", 3.0),
    ("deal_value", 1_500.0),
    ("deal_value_with_partner", 700.0),
    ("attach_rate", 0.6),
    ("attach_rate_by_value", 700.0 / 1_500.0),
    ("target_accounts", 3.0),
    ("won_target_accounts", 2.0),
    ("target_accounts_won", 2.0 / 3.0),
    ("won_deals", 3.0),
    ("lost_deals", 1.0),
    ("win_rate", 0.75),
    ("won_with_partner", 2.0),
    ("lost_with_partner", 0.0),
    ("won_without_partner", 1.0),
    ("lost_without_partner", 1.0),
    ("win_rate_with_partner", 1.0),
    ("win_rate_without_partner", 0.5),
    ("win_rate_lift", 0.5),
    ("win_rate_lift_relative", 1.0),
    ("won_value_with_partner", 300.0),
    ("won_value_without_partner", 500.0),
    ("deal_size", 800.0 / 3.0),
    ("deal_size_with_partner", 150.0),
    ("deal_size_without_partner", 500.0),
    ("deal_size_lift", -0.7),
    ("days_to_close", 31.0 + 59.0 + 30.0),
    ("days_to_close_with_partner", 31.0 + 59.0),
    ("days_to_close_without_partner", 30.0),
    ("cycle_days", 40.0),
    ("cycle_days_with_partner", 45.0),
    ("cycle_days_without_partner", 30.0),
    ("time_to_close_gain", -15.0),
    ("open_pipeline", 400.0),
    ("weighted_pipeline", 200.0),
    ("revenue_target", 1_000.0),
    ("pipeline_coverage", 0.4),
    ("weighted_pipeline_coverage", 0.2),
    ("needed_coverage", 1.0 / 0.75),
    ("open_deals", 1.0),
    ("open_deals_with_next_step", 1.0),
    ("open_deal_days", 140.0),
    ("next_step_share", 1.0),
    ("open_deal_age", 140.0),
    // Coverage 0.4 of the needed 1.333 is 0.3; a win rate over one half is full; a cycle of 40 days against an age of 140.
    ("pipeline_quality", 100.0 * (0.3 * 0.3 + 0.3 + 0.2 * 40.0 / 140.0 + 0.2)),
    ("pipeline_velocity", 0.75 * (800.0 / 3.0) / 40.0),
];

const CUSTOMERS: [(&str, f64); 11] = [
    ("expansion_recurring", 300.0),
    ("contraction_recurring", 100.0),
    ("churned_recurring", 50.0),
    ("opening_recurring", 1_000.0),
    ("net_revenue_retention", 1.15),
    ("opening_customers", 10.0),
    ("lost_customers", 1.0),
    ("customer_revenue", 5_000.0),
    ("gross_margin", 0.5),
    ("customer_churn", 0.1),
    ("ltv", 2_500.0),
];

const PROGRAM: [(&str, f64); 42] = [
    ("affiliate_revenue", 2_000.0),
    ("affiliate_cost", 200.0),
    ("orders", 20.0),
    ("roas", 10.0),
    ("cpa", 10.0),
    ("order_value", 100.0),
    ("conversion_rate", 0.02),
    ("epc", 0.15),
    ("commission", 150.0),
    ("network_fees", 30.0),
    ("bonuses", 20.0),
    ("platform_fees", 40.0),
    ("discounts", 10.0),
    ("clicks", 1_000.0),
    ("paid_customers", 8.0),
    ("affiliate_cac", 25.0),
    ("partner_cost", 600.0),
    ("partner_customers", 1.0),
    ("partner_cac", 600.0),
    ("fund_allocated", 200.0),
    ("fund_used", 50.0),
    ("fund_utilization", 0.25),
    ("fund_spent", 50.0),
    ("fund_revenue", 300.0),
    ("fund_roi", 5.0),
    ("fund_roi_margin", 2.0),
    ("recruited_partners", 2.0),
    ("activated_partners", 2.0),
    ("activation_rate", 1.0),
    ("opening_partners", 10.0),
    ("lost_partners", 1.0),
    ("partner_churn", 0.1),
    ("active_partners", 2.0),
    ("active_share", 1.0),
    ("affiliates", 1.0),
    ("engaged_affiliates", 1.0),
    ("engagement", 1.0),
    // P has 60 of A and 100 of B, Q has 40 of A: 80 % and 20 %.
    ("concentration", 6_800.0),
    ("top_three_share", 1.0),
    ("weight_given", 7.0),
    ("weight_got", 9.0),
    ("reciprocity", 7.0 / 9.0),
];

#[test]
fn every_metric_of_the_library_as_worked_out_by_hand() {
    let (fixture, _) = quarter();
    let ledger = Ledger::of(&fixture.workspace, TODAY);
    let mut left: std::collections::BTreeSet<Key> =
        ledger.library().metrics().map(|metric| metric.key.clone()).collect();
    for (metric, expect) in DEALS.into_iter().chain(CUSTOMERS).chain(PROGRAM) {
        let value = ledger.value(&key(metric), &Lines::All, month("2026-01"), month("2026-03"));
        assert!(near(value.figure, expect), "{metric}: {value:?}, not {expect}");
        left.remove(&key(metric));
    }
    // A market is known for whole years; nobody typed the others.
    for (metric, expect) in [("market_size", 8_000.0), ("market_share", 0.1)] {
        let year = ledger.value(&key(metric), &Lines::All, month("2026-01"), month("2026-12"));
        assert!(near(year.figure, expect), "{metric}: {year:?}");
        let quarter = ledger.value(&key(metric), &Lines::All, month("2026-01"), month("2026-03"));
        assert_eq!(quarter.missing, Some(Missing::NoFigure), "{metric}");
        left.remove(&key(metric));
    }
    for metric in ["introductions", "reversed_revenue", "leads", "signups", "declined_orders"] {
        let value = ledger.value(&key(metric), &Lines::All, month("2026-01"), month("2026-03"));
        assert_eq!(value.missing, Some(Missing::NoFigure), "{metric}");
        left.remove(&key(metric));
    }
    assert_eq!(left.into_iter().collect::<Vec<_>>(), [], "every metric has its case");
}
