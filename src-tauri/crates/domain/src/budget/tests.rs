use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::CostBehavior::Fixed;
use crate::fixture::{Fixture, TODAY, euros};
use crate::{BudgetLineId, BudgetShare, assess};

#[test]
fn we_pay_what_nobody_else_does() {
    let mut fixture = Fixture::new();
    let (a, b) = (fixture.partner("A"), fixture.partner("B"));
    let us = fixture.us();
    let motion = fixture.motion("co_created", date(2026, 1, 1), date(2026, 9, 30), &[a, b]);
    for (shares, expect) in [
        (vec![], vec![(us, 10_001)]),
        (vec![(a, 0.5)], vec![(us, 5_001), (a, 5_000)]),
        (vec![(us, 0.5), (a, 0.3), (b, 0.2)], vec![(us, 5_001), (a, 3_000), (b, 2_000)]),
        (vec![(a, 0.7), (b, 0.3)], vec![(us, 0), (a, 7_001), (b, 3_000)]),
    ] {
        fixture.workspace.budget_lines.clear();
        fixture.line(motion, Fixed, 10_001, &shares);
        let paid: Vec<_> = payers(&fixture.workspace.budget_lines[0], us).iter().map(|(o, m)| (*o, m.minor)).collect();
        assert_eq!(paid, expect);
    }
}

#[test]
fn budgets_add_up_by_motion_and_by_character() {
    let mut fixture = Fixture::new();
    let content = fixture.motion("co_created", date(2026, 1, 1), date(2026, 9, 30), &[]);
    let affiliates = fixture.motion("affiliate_program", date(2026, 1, 1), date(2026, 12, 31), &[]);
    let off = fixture.motion("co_created", date(2026, 1, 1), date(2026, 9, 30), &[]);
    fixture.line(content, Fixed, 600, &[]);
    fixture.line(content, Fixed, 20, &[]);
    fixture.line(affiliates, Fixed, 380, &[]);
    fixture.line(off, Fixed, 9_999, &[]);
    fixture.workspace.motions[2].active = false;
    let sums: Vec<_> = by_motion(&fixture.workspace).iter().map(|m| m.planned.of(Currency::EUR).minor).collect();
    assert_eq!(sums, [620, 380]);
    let split = by_character(&fixture.workspace, &assess(&fixture.workspace, TODAY), |motion| motion.by_kind);
    assert_eq!((split.strategic.of(Currency::EUR), split.tactical.of(Currency::EUR)), (euros(620), euros(380)));
}

#[test]
fn currencies_stand_side_by_side() {
    let usd = Money { minor: 5, currency: Currency::parse("USD").unwrap() };
    let amounts: Amounts = [euros(1), usd, euros(2)].into_iter().collect();
    assert_eq!(amounts.iter().collect::<Vec<_>>(), [euros(3), usd]);
}

#[test]
fn amounts_are_paid_before_parts() {
    let mut fixture = Fixture::new();
    let (a, b) = (fixture.partner("A"), fixture.partner("B"));
    let us = fixture.us();
    let motion = fixture.motion("co_created", date(2026, 1, 1), date(2026, 9, 30), &[a, b]);
    fixture.line(motion, Fixed, 0, &[]);
    let amount = |organization, minor| BudgetShare { organization, share: 0.0, amount_minor: Some(minor) };
    let part = |organization, share| BudgetShare { organization, share, amount_minor: None };
    for (planned, shares, expect, of_ten) in [
        (1000, vec![amount(a, 250)], vec![(us, 750), (a, 250)], vec![(us, 8), (a, 2)]),
        (1000, vec![amount(a, 700), amount(b, 700)], vec![(us, 0), (a, 700), (b, 300)], vec![(us, 0), (a, 7), (b, 3)]),
        (1000, vec![amount(a, 500), part(b, 0.25)], vec![(us, 250), (a, 500), (b, 250)], vec![(us, 3), (a, 5), (b, 2)]),
        (0, vec![part(a, 0.5)], vec![(us, 0), (a, 0)], vec![(us, 5), (a, 5)]),
        (0, vec![amount(a, 5)], vec![(us, 0), (a, 0)], vec![(us, 10), (a, 0)]),
    ] {
        let line = BudgetLine { planned_minor: planned, shares, ..fixture.workspace.budget_lines[0].clone() };
        let minor = |paid: Vec<(OrganizationId, Money)>| paid.iter().map(|(o, m)| (*o, m.minor)).collect::<Vec<_>>();
        assert_eq!(minor(payers(&line, us)), expect);
        assert_eq!(minor(payers_of(&line, 10, us)), of_ten, "ten cents of {planned}");
    }
}

/// Currencies with no, two and three digits after the point, and every other three letters.
fn currency() -> impl Strategy<Value = Currency> {
    prop_oneof!["JPY|KRW|EUR|USD|GBP|CHF|BHD|KWD", "[A-Z]{3}"].prop_map(|code| Currency::parse(&code).unwrap())
}

proptest! {
    #[test]
    fn any_split_of_any_amount_in_any_currency_adds_up(
        currency in currency(),
        amounts in prop::array::uniform3(0..crate::money::MINOR_MAX),
        shares in prop::collection::vec((0.0..1.0_f64, prop::option::of(0..crate::money::MINOR_MAX)), 0..6),
    ) {
        let mut fixture = Fixture::new();
        let shares = shares
            .into_iter()
            .map(|(share, amount_minor)| BudgetShare { organization: fixture.partner("P"), share, amount_minor })
            .collect();
        let motion = fixture.id();
        fixture.line(motion, Fixed, amounts[0], &[]);
        let line = BudgetLine { currency, shares, ..fixture.workspace.budget_lines[0].clone() };
        for (paid, whole) in [
            (payers(&line, fixture.us()), amounts[0]),
            (payers_of(&line, amounts[1], fixture.us()), amounts[1]),
            (payers_of(&line, amounts[2], fixture.us()), amounts[2]),
        ] {
            prop_assert_eq!(paid.iter().map(|(_, money)| money.minor).sum::<i64>(), whole);
            prop_assert!(paid.iter().all(|(_, money)| money.currency == currency && money.minor >= 0));
        }
    }

    #[test]
    fn every_cent_is_paid_once(total in 0..1_000_000_000_i64, shares in prop::collection::vec(0.0..0.2_f64, 0..5)) {
        let mut fixture = Fixture::new();
        let shares: Vec<BudgetShare> =
            shares.into_iter().map(|share| BudgetShare { organization: fixture.partner("P"), share, amount_minor: None }).collect();
        let motion = fixture.id();
        fixture.line(motion, Fixed, total, &[]);
        let line = BudgetLine { id: fixture.id::<BudgetLineId>(), shares, ..fixture.workspace.budget_lines[0].clone() };
        let paid: i64 = payers(&line, fixture.us()).iter().map(|(_, money)| money.minor).sum();
        prop_assert_eq!(paid, total);
    }
}
