use jiff::civil::date;

use super::*;
use crate::Money;
use crate::fixture::{Fixture, euros, month};

#[test]
fn figures_with_a_motion_count_and_others_fill_the_gaps() {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("Partner");
    let motion = fixture.motion("affiliate_program", date(2026, 1, 1), date(2026, 12, 31), &[partner]);
    let money = |minor| Figure::Money(euros(minor));
    fixture.actual((Some(motion), None), "affiliate_revenue", "2026-01", money(10_010));
    fixture.actual((Some(motion), Some(partner)), "affiliate_revenue", "2026-01", money(20_020));
    fixture.actual((None, Some(partner)), "affiliate_revenue", "2026-01", money(5_000));
    fixture.actual((None, Some(partner)), "affiliate_revenue", "2026-02", money(7_000));
    fixture.actual((None, Some(partner)), "orders", "2026-01", Figure::Number(9.0));
    let metric = Key::literal("affiliate_revenue");

    let all = measured(&fixture.workspace, Scope::All, &metric);
    assert_eq!(all.months.into_iter().collect::<Vec<_>>(), [(month("2026-01"), 300.30), (month("2026-02"), 70.0)]);
    let clash = &all.clashes[0];
    assert_eq!((clash.organization, clash.organization_figure, clash.motions_figure), (partner, 50.0, 300.30));

    let one = measured(&fixture.workspace, Scope::Motion(motion), &metric);
    assert_eq!(one.months.into_iter().collect::<Vec<_>>(), [(month("2026-01"), 300.30)]);
    assert!(one.clashes.is_empty());
}

#[test]
fn an_organization_s_figures_add_up_as_the_metric_says() {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("Partner");
    for (at, minor) in [("2026-01", 1_000), ("2026-02", 3_000)] {
        fixture.actual((None, Some(partner)), "revenue", at, Figure::Money(euros(minor)));
    }
    let workspace = fixture.workspace;
    let currency = workspace.settings.currency;
    let revenue = workspace.metrics.iter().find(|metric| metric.key.as_str() == "revenue").unwrap();
    for (over, expect) in [(OverMonths::Sum, 40.0), (OverMonths::Last, 30.0), (OverMonths::Average, 20.0)] {
        let metric = Metric { over_months: over, ..revenue.clone() };
        assert_eq!(over_months(workspace.actuals.iter(), &metric, currency), Some(expect), "{over:?}");
    }
    let other = Metric { key: Key::literal("other"), ..revenue.clone() };
    assert_eq!(over_months(workspace.actuals.iter(), &other, currency), None);
}

#[test]
fn another_currency_is_left_out_and_named() {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("Partner");
    let dollars = Money { minor: 100, currency: Currency::parse("USD").unwrap() };
    fixture.actual((None, Some(partner)), "revenue", "2026-01", Figure::Money(dollars));
    let measured = measured(&fixture.workspace, Scope::All, &Key::literal("revenue"));
    assert_eq!((measured.months.len(), measured.left_out.len()), (0, 1));
}

#[test]
fn ratios_come_from_sums_of_one_period() {
    let mut fixture = Fixture::new();
    let motion = fixture.motion("affiliate_program", date(2026, 1, 1), date(2026, 12, 31), &[]);
    for (at, revenue, cost, orders) in [("2026-01", 40_000, 10_000, 4.0), ("2026-02", 20_000, 2_000, 2.0)] {
        fixture.actual((Some(motion), None), "affiliate_revenue", at, Figure::Money(euros(revenue)));
        fixture.actual((Some(motion), None), "affiliate_cost", at, Figure::Money(euros(cost)));
        fixture.actual((Some(motion), None), "orders", at, Figure::Number(orders));
    }
    let both = affiliate(&fixture.workspace, Scope::All, month("2026-01"), month("2026-02"));
    assert_eq!((both.roas(), both.cpa(), both.order_value()), (Some(5.0), Some(20.0), Some(100.0)));
    let none = affiliate(&fixture.workspace, Scope::All, month("2026-03"), month("2026-12"));
    assert_eq!((none.roas(), none.cpa(), none.order_value()), (None, None, None));
}
