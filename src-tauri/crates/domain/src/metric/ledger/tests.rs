use std::collections::BTreeMap;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::fixture::{Fixture, euros, month, name};
use crate::metric::formula::Missing;
use crate::{
    AccountActivity, DealStage, DealStageEntry, Direction, ExchangeRate, Figure, MarketFigure, Metric, MetricOrigin,
    Money, MotionId, OverMonths, OverMotions, TouchKind,
};

mod by_hand;
mod partners;
mod properties;
mod quarter;

pub(in crate::metric) use quarter::{TODAY, quarter};

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

fn near(found: Option<f64>, expect: f64) -> bool {
    found.is_some_and(|found| (found - expect).abs() < 1e-9 * expect.abs().max(1.0))
}

#[test]
fn a_deal_stands_in_its_motion_or_is_shared_by_several() {
    let (fixture, [m1, m2]) = quarter();
    let ledger = Ledger::of(&fixture.workspace, TODAY);
    for (metric, one, two, shared, outside) in [
        ("won_revenue", 100.0, 0.0, 200.0, 500.0),
        ("pipeline", 100.0, 400.0, 0.0, 0.0),
        ("sourced_revenue", 0.0, 0.0, 200.0, 0.0),
        ("won_target_accounts", 1.0, 0.0, 1.0, 0.0),
        ("affiliate_cost", 200.0, 0.0, 0.0, 0.0),
    ] {
        let of = |line| {
            let value = ledger.value(&key(metric), &Lines::one(line), month("2026-01"), month("2026-03"));
            value.figure.unwrap_or(0.0)
        };
        let found = [of(Line::Motion(m1)), of(Line::Motion(m2)), of(Line::Shared), of(Line::Outside)];
        assert_eq!(found.map(Some), [one, two, shared, outside].map(Some), "{metric}");
    }
}

#[test]
fn ratios_are_ratios_of_sums() {
    let mut fixture = Fixture::new();
    let motion = fixture.motion("affiliate_program", date(2026, 1, 1), date(2026, 12, 31), &[]);
    for (at, revenue, commission) in [("2026-01", 40_000, 10_000), ("2026-02", 20_000, 2_000)] {
        fixture.actual((Some(motion), None), "affiliate_revenue", at, Figure::Money(euros(revenue)));
        fixture.actual((Some(motion), None), "commission", at, Figure::Money(euros(commission)));
    }
    let ledger = Ledger::of(&fixture.workspace, TODAY);
    let roas = |first, last| ledger.value(&key("roas"), &Lines::All, month(first), month(last)).figure;
    // The mean of 4 and 10 would be 7.
    assert_eq!(
        (roas("2026-01", "2026-01"), roas("2026-02", "2026-02"), roas("2026-01", "2026-02")),
        (Some(4.0), Some(10.0), Some(5.0))
    );
    let none = ledger.value(&key("roas"), &Lines::All, month("2026-03"), month("2026-04"));
    assert_eq!((none.figure, none.missing), (None, Some(Missing::NoFigure)));
}

#[test]
fn typed_figures_fill_the_gaps_and_clash_where_they_differ() {
    let (mut fixture, [m1, m2]) = quarter();
    let (partner, money) = (fixture.partner("Y"), |units: i64| Figure::Money(euros(units * 100)));
    // Counted in M1 in February: 100. The same typed is no clash; in M2 nothing is counted then.
    fixture.actual((Some(m1), None), "revenue", "2026-02", money(100));
    fixture.actual((Some(m2), None), "revenue", "2026-02", money(7));
    // B is shared by both motions in March: what one of them typed would count it twice.
    fixture.actual((Some(m2), None), "sourced_revenue", "2026-03", money(199));
    // An organization's own figure counts only in a month without any other.
    fixture.actual((None, Some(partner)), "revenue", "2026-02", money(50));
    fixture.actual((None, Some(partner)), "revenue", "2026-04", money(60));
    // A formula counts where one of its parts has a figure.
    fixture.actual((Some(m1), None), "affiliate_cost", "2026-01", money(210));
    fixture.actual((Some(m1), None), "affiliate_cost", "2026-02", money(80));
    let ledger = Ledger::of(&fixture.workspace, TODAY);
    let year = |metric: &str| ledger.value(&key(metric), &Lines::All, month("2026-01"), month("2026-12")).figure;
    assert_eq!(year("revenue"), Some(100.0 + 7.0 + 60.0));
    assert_eq!(year("sourced_revenue"), Some(200.0));
    assert_eq!(year("affiliate_cost"), Some(200.0 + 80.0));
    let clash = |clash: &Clash| (clash.metric.to_string(), clash.month.to_string(), clash.typed, clash.counted);
    let mut clashes: Vec<_> = ledger.clashes().iter().map(clash).collect();
    clashes.sort_by(|a, b| a.partial_cmp(b).unwrap());
    assert_eq!(
        clashes,
        [
            ("affiliate_cost".to_owned(), "2026-01".to_owned(), 210.0, 200.0),
            ("revenue".to_owned(), "2026-02".to_owned(), 50.0, 107.0),
            ("sourced_revenue".to_owned(), "2026-03".to_owned(), 199.0, 200.0),
        ]
    );
}

/// A network's report without a motion, beside costs that were typed for one: in the same month only one of the two counts.
#[test]
fn a_report_without_a_motion_and_typed_costs_are_not_added() {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("P");
    let motion = fixture.motion("affiliate_program", date(2026, 1, 1), date(2026, 12, 31), &[]);
    let money = |units: i64| Figure::Money(euros(units * 100));
    for (motion, metric, at, units) in [
        (Some(motion), "affiliate_cost", "2026-01", 90),
        (Some(motion), "affiliate_cost", "2026-02", 80),
        (None, "affiliate_cost", "2026-03", 70),
        (None, "commission", "2026-01", 100),
        (Some(motion), "commission", "2026-03", 60),
    ] {
        fixture.actual((motion, Some(partner)), metric, at, money(units));
    }
    let ledger = Ledger::of(&fixture.workspace, TODAY);
    let months = ledger.months(&key("affiliate_cost"), &Lines::All, month("2026-01"), month("2026-03"));
    assert_eq!(months.into_values().collect::<Vec<_>>(), [100.0, 80.0, 60.0]);
    let clashes: Vec<_> = ledger.clashes().iter().map(|clash| (clash.typed, clash.counted)).collect();
    assert_eq!(clashes, [(90.0, 100.0), (70.0, 60.0)]);
}

#[test]
fn other_currencies_need_a_rate_of_their_month_or_before() {
    let usd = Currency::parse("USD").unwrap();
    let mut fixture = Fixture::new();
    let motion = fixture.motion("affiliate_program", date(2026, 1, 1), date(2026, 12, 31), &[]);
    for at in ["2026-01", "2026-02", "2026-03"] {
        let dollars = Money { minor: 10_001, currency: usd };
        fixture.actual((Some(motion), None), "affiliate_revenue", at, Figure::Money(dollars));
    }
    for (day, rate) in [(date(2026, 2, 28), 0.9), (date(2026, 3, 31), 0.8), (date(2026, 4, 1), 0.1)] {
        let id = fixture.id();
        let row = ExchangeRate { id, from: usd, to: Currency::EUR, rate, date: day, source: "ECB".into() };
        fixture.workspace.exchange_rates.push(row);
    }
    let ledger = Ledger::of(&fixture.workspace, TODAY);
    let months = ledger.months(&key("affiliate_revenue"), &Lines::All, month("2026-01"), month("2026-03"));
    // 100.01 × 0.9 is 90.009, × 0.8 is 80.008: each rounded once.
    assert_eq!(months, BTreeMap::from([(month("2026-02"), 90.01), (month("2026-03"), 80.01)]));
    let left: Vec<_> = ledger.left_out().iter().map(|one| (one.month, one.why)).collect();
    assert_eq!(left, [(Some(month("2026-01")), WhyLeftOut::NoRate)]);
}

#[test]
fn a_month_without_a_deal_is_a_nought_only_where_deals_are_known() {
    let mut fixture = Fixture::new();
    let value = |fixture: &Fixture, at| {
        Ledger::of(&fixture.workspace, TODAY).value(&key("revenue"), &Lines::All, month(at), month(at)).figure
    };
    assert_eq!(value(&fixture, "2026-03"), None);
    fixture.deal(DealStage::Won, 100, date(2026, 2, 1), Some(date(2026, 3, 1)));
    // Today is 30 June: June is not over.
    for (at, expect) in [("2026-01", None), ("2026-02", Some(0.0)), ("2026-05", Some(0.0)), ("2026-06", None)] {
        assert_eq!(value(&fixture, at), expect, "{at}");
    }
}

#[test]
fn a_target_from_plans_stands_where_nobody_typed_one() {
    let (fixture, [m1, _]) = quarter();
    let mut ledger = Ledger::of(&fixture.workspace, TODAY);
    ledger.set_target(month("2026-03"), Line::Motion(m1), 5.0);
    ledger.set_target(month("2026-02"), Line::Motion(m1), 25.0);
    let target = |at| ledger.value(&key("revenue_target"), &Lines::All, month(at), month(at)).figure;
    assert_eq!((target("2026-02"), target("2026-03")), (Some(25.0), Some(1_000.0)));
}
