use jiff::civil::date;

use super::*;
use crate::fixture::{Fixture, euros};

const FIRST: Date = date(2026, 1, 1);
const LAST: Date = date(2026, 6, 30);

#[test]
fn sourced_and_influenced_exclude_each_other() {
    let opened = date(2026, 2, 1);
    let closed = Some(date(2026, 5, 1));
    for (touches, expect) in [
        (vec![], Part::None),
        (vec![(TouchKind::Delivered, opened)], Part::None),
        (vec![(TouchKind::Influenced, opened)], Part::Influenced),
        (vec![(TouchKind::Sourced, date(2026, 1, 20)), (TouchKind::Influenced, opened)], Part::Sourced),
        // The partner came after us: it helped, but it did not originate.
        (vec![(TouchKind::Sourced, date(2026, 2, 2))], Part::Influenced),
        // Introduced so long ago that the win is no longer its own.
        (vec![(TouchKind::Sourced, date(2025, 10, 1))], Part::Influenced),
    ] {
        let mut fixture = Fixture::new();
        let partner = fixture.partner("Partner");
        let deal = fixture.deal(DealStage::Won, 1_000, opened, closed);
        for &(kind, date) in &touches {
            fixture.touch(deal, partner, kind, date, 0.5);
        }
        let found: Vec<&Touch> = fixture.workspace.touches.iter().collect();
        assert_eq!(part(&fixture.workspace.deals[0], &found), expect, "{touches:?}");
    }
}

#[test]
fn each_deal_counts_once_and_its_partners_share_it() {
    let mut fixture = Fixture::new();
    let (a, b) = (fixture.partner("A"), fixture.partner("B"));
    let opened = date(2026, 2, 1);
    let deal = fixture.deal(DealStage::Won, 10_001, opened, Some(date(2026, 5, 1)));
    fixture.touch(deal, a, TouchKind::Influenced, opened, 0.6);
    fixture.touch(deal, b, TouchKind::Influenced, opened, 0.4);
    let open = fixture.deal(DealStage::Open, 500, opened, None);
    fixture.touch(open, a, TouchKind::Influenced, opened, 0.2);
    fixture.deal(DealStage::Lost, 700, opened, Some(date(2026, 5, 1)));
    fixture.deal(DealStage::Won, 300, opened, Some(date(2026, 7, 1)));

    let revenue = won(&fixture.workspace, FIRST, LAST);
    assert_eq!((revenue.influenced, revenue.total(), revenue.deals), (euros(10_001), euros(10_001), 1));
    let by_partner = won_by_partner(&fixture.workspace, FIRST, LAST);
    assert_eq!((by_partner[&a].minor, by_partner[&b].minor), (6_001, 4_000));
    let pipeline = pipeline(&fixture.workspace, FIRST, LAST);
    assert_eq!((pipeline.influenced.minor, pipeline.deals), (10_501, 2));
    assert_eq!(target_accounts(&fixture.workspace), (2, 4));
}

#[test]
fn a_part_of_a_deal_may_stay_ours() {
    let mut fixture = Fixture::new();
    let a = fixture.partner("A");
    let deal = fixture.deal(DealStage::Won, 1_000, FIRST, Some(LAST));
    fixture.touch(deal, a, TouchKind::Influenced, FIRST, 0.25);
    assert_eq!(won_by_partner(&fixture.workspace, FIRST, LAST)[&a], euros(250));
    assert_eq!(won_by_motion(&fixture.workspace, FIRST, LAST)[&(None, Part::Influenced)], euros(1_000));
}
