//! What makes a partner the one who sourced a deal, and what a lift counts.

use super::*;

#[test]
fn a_lift_below_ten_closed_deals_a_side_is_unknown() {
    for (each, expect) in [(9, None), (10, Some(0.0))] {
        let mut fixture = Fixture::new();
        let partner = fixture.partner("P");
        for stage in [DealStage::Won, DealStage::Lost] {
            for number in 0..each {
                let deal = fixture.deal(stage, 100, date(2026, 1, 1), Some(date(2026, 2, 1)));
                if number % 2 == 0 {
                    fixture.touch(deal, partner, TouchKind::Influenced, date(2026, 1, 2), 0.0);
                }
            }
        }
        let ledger = Ledger::of(&fixture.workspace, TODAY);
        let lift = ledger.value(&key("win_rate_lift"), &Lines::All, month("2026-01"), month("2026-12"));
        assert_eq!(lift.figure, expect, "{each}: {lift:?}");
        let fewest = if each == 9 { 8 } else { 10 };
        assert_eq!(lift.cases, fewest);
    }
}

#[test]
fn a_partner_that_came_late_is_no_cause() {
    let opened = date(2026, 1, 1);
    for (attached, entered, expect) in [
        (date(2026, 1, 5), None, 1.0),
        (date(2026, 2, 1), None, 0.0),
        (date(2026, 1, 5), Some(date(2026, 1, 10)), 1.0),
        (date(2026, 1, 12), Some(date(2026, 1, 10)), 0.0),
    ] {
        let mut fixture = Fixture::new();
        let partner = fixture.partner("P");
        let deal = fixture.deal(DealStage::Won, 100, opened, Some(date(2026, 2, 1)));
        fixture.touch(deal, partner, TouchKind::Influenced, attached, 0.0);
        fixture.workspace.settings.metric_rules.lift_stage = Some(name("Proposal"));
        let entries = entered.map(|entered| DealStageEntry { deal, stage: name("Proposal"), entered });
        fixture.workspace.deal_stage_entries.extend(entries);
        let ledger = Ledger::of(&fixture.workspace, TODAY);
        let with = ledger.value(&key("won_with_partner"), &Lines::All, month("2026-01"), month("2026-02"));
        assert_eq!(with.figure, Some(expect), "{attached} {entered:?}");
    }
}

/// One deal opened on 1 March, introduced by a partner, and what else happened with the account.
#[test]
fn a_partner_sources_what_was_quiet_before_and_closes_in_time() {
    type Case<'a> = (&'a str, Date, Option<Date>, Option<Date>, Option<(Date, Option<Date>)>, Option<&'a str>);
    let introduced = date(2026, 2, 20);
    let cases: [Case<'_>; 11] = [
        ("introduced before the opening", introduced, Some(date(2026, 5, 1)), None, None, Some("sourced_revenue")),
        ("after the opening", date(2026, 3, 2), Some(date(2026, 5, 1)), None, None, Some("revenue")),
        ("closed on the last day", introduced, Some(date(2026, 8, 19)), None, None, Some("sourced_revenue")),
        ("closed a day too late", introduced, Some(date(2026, 8, 20)), None, None, Some("revenue")),
        ("a call of ours before", introduced, Some(date(2026, 5, 1)), Some(date(2026, 1, 1)), None, Some("revenue")),
        ("a call on the same day", introduced, Some(date(2026, 5, 1)), Some(introduced), None, Some("sourced_revenue")),
        (
            "a call long before",
            introduced,
            Some(date(2026, 5, 1)),
            Some(date(2025, 11, 21)),
            None,
            Some("sourced_revenue"),
        ),
        ("a call 90 days before", introduced, Some(date(2026, 5, 1)), Some(date(2025, 11, 22)), None, Some("revenue")),
        (
            "another deal still open",
            introduced,
            Some(date(2026, 5, 1)),
            None,
            Some((date(2025, 1, 1), None)),
            Some("revenue"),
        ),
        (
            "another deal closed long before",
            introduced,
            Some(date(2026, 5, 1)),
            None,
            Some((date(2025, 1, 1), Some(date(2025, 6, 1)))),
            Some("sourced_revenue"),
        ),
        (
            "another deal opened later",
            introduced,
            Some(date(2026, 5, 1)),
            None,
            Some((date(2026, 4, 1), None)),
            Some("sourced_revenue"),
        ),
    ];
    for (what, introduced, closed, call, other, expect) in cases {
        let mut fixture = Fixture::new();
        let partner = fixture.partner("P");
        let deal = fixture.deal(DealStage::Won, 100, date(2026, 3, 1), closed);
        let account = fixture.workspace.deals[0].account;
        fixture.touch(deal, partner, TouchKind::Sourced, introduced, 0.5);
        if let Some(date) = call {
            let row = AccountActivity { id: fixture.id(), account, date, what: String::new() };
            fixture.workspace.account_activities.push(row);
        }
        if let Some((opened, closed)) = other {
            let stage = if closed.is_some() { DealStage::Lost } else { DealStage::Open };
            fixture.deal(stage, 100, opened, closed);
            fixture.workspace.deals[1].account = account;
        }
        let ledger = Ledger::of(&fixture.workspace, date(2026, 12, 31));
        let found: Vec<&str> = ["revenue", "sourced_revenue"]
            .into_iter()
            .filter(|metric| {
                let value = ledger.value(&key(metric), &Lines::All, month("2026-01"), month("2026-12"));
                value.figure.is_some_and(|figure| figure > 0.0)
            })
            .collect();
        assert_eq!(found, expect.into_iter().collect::<Vec<_>>(), "{what}");
    }
}
