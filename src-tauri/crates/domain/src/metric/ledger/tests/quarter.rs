//! A quarter whose every figure is worked out by hand.

use super::*;

pub(in crate::metric) const TODAY: Date = date(2026, 6, 30);

/// The first quarter of 2026 and what happened in it, worked out by hand below. Floors are taken out.
pub(in crate::metric) fn quarter() -> (Fixture, [MotionId; 2]) {
    let mut fixture = Fixture::new();
    let (p, q, x) = (fixture.partner("P"), fixture.partner("Q"), fixture.partner("X"));
    let m1 = fixture.motion("co_created", date(2026, 1, 1), date(2026, 3, 31), &[p]);
    let m2 = fixture.motion("referral", date(2026, 1, 1), date(2026, 3, 31), &[q]);
    deals(&mut fixture, [p, q], [m1, m2]);
    for (partner, rows) in [(p, &[(Direction::Give, "data", 4), (Direction::Give, "reach", 3)][..]), (q, &[][..])] {
        let relationship = fixture.relate(partner, "co_markets_with");
        fixture.exchange(relationship, rows);
        fixture.exchange(relationship, &[(Direction::Get, "leads", 5), (Direction::Get, "funds", 4)][..rows.len()]);
    }
    let money = |units: i64| Figure::Money(euros(units * 100));
    for (metric, at, figure) in [
        ("revenue_target", "2026-03", money(1_000)),
        ("partner_cost", "2026-01", money(600)),
        ("opening_partners", "2026-01", Figure::Number(10.0)),
        ("opening_partners", "2026-02", Figure::Number(9.0)),
        ("lost_partners", "2026-02", Figure::Number(1.0)),
        ("opening_recurring", "2026-01", money(1_000)),
        ("opening_recurring", "2026-02", money(1_100)),
        ("expansion_recurring", "2026-02", money(300)),
        ("contraction_recurring", "2026-03", money(100)),
        ("churned_recurring", "2026-03", money(50)),
        ("customer_revenue", "2026-02", money(5_000)),
        ("opening_customers", "2026-01", Figure::Number(10.0)),
        ("opening_customers", "2026-02", Figure::Number(12.0)),
        ("lost_customers", "2026-03", Figure::Number(1.0)),
        ("gross_margin", "2026-01", Figure::Number(0.4)),
        ("gross_margin", "2026-02", Figure::Number(0.6)),
        ("affiliate_revenue", "2026-01", money(2_000)),
        ("commission", "2026-01", money(150)),
        ("network_fees", "2026-01", money(30)),
        ("bonuses", "2026-01", money(20)),
        ("platform_fees", "2026-01", money(40)),
        ("discounts", "2026-01", money(10)),
        ("clicks", "2026-01", Figure::Number(1_000.0)),
        ("orders", "2026-01", Figure::Number(20.0)),
        ("paid_customers", "2026-01", Figure::Number(8.0)),
    ] {
        fixture.actual((Some(m1), (metric == "clicks").then_some(x)), metric, at, figure);
    }
    fixture.fund(Some(m1), 5_000, Some(date(2026, 1, 5)), Some(date(2026, 2, 1)));
    fixture.fund(None, 15_000, Some(date(2026, 2, 2)), None);
    let market = MarketFigure {
        id: fixture.id(),
        year: 2026,
        value: euros(800_000),
        scope: "stores".into(),
        source: "Report".into(),
    };
    fixture.workspace.market_figures.push(market);
    fixture.workspace.metrics.iter_mut().for_each(|metric| metric.floor = 0);
    (fixture, [m1, m2])
}

/// A 100 won in M1, influenced by P and Q; B 200 won in M1 and M2, sourced by P; C 300 lost; D 400 open in M2, influenced by
/// Q; E 500 won without a partner. A, B and D are with target accounts.
fn deals(fixture: &mut Fixture, [p, q]: [OrganizationId; 2], [m1, m2]: [MotionId; 2]) {
    use DealStage::{Lost, Open, Won};
    let first = fixture.deal(Won, 10_000, date(2026, 1, 10), Some(date(2026, 2, 10)));
    let second = fixture.deal(Won, 20_000, date(2026, 1, 15), Some(date(2026, 3, 15)));
    fixture.deal(Lost, 30_000, date(2026, 2, 1), Some(date(2026, 3, 1)));
    let open = fixture.deal(Open, 40_000, date(2026, 2, 10), None);
    fixture.deal(Won, 50_000, date(2026, 1, 1), Some(date(2026, 1, 31)));
    let deals = &mut fixture.workspace.deals;
    (deals[0].motion, deals[1].motion, deals[3].motion) = (Some(m1), Some(m1), Some(m2));
    deals[3].expected_close = Some(date(2026, 3, 31));
    deals[3].probability = Some(0.5);
    deals[3].next_step = "Demo".into();
    let accounts = &mut fixture.workspace.accounts;
    (accounts[2].target, accounts[4].target) = (false, false);
    fixture.touch(first, p, TouchKind::Influenced, date(2026, 1, 20), 0.6);
    fixture.touch(first, q, TouchKind::Influenced, date(2026, 1, 25), 0.4);
    fixture.touch(second, p, TouchKind::Sourced, date(2026, 1, 5), 0.5);
    fixture.workspace.touches[2].motion = Some(m2);
    fixture.touch(open, q, TouchKind::Influenced, date(2026, 2, 20), 0.5);
}
