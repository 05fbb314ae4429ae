use jiff::civil::date;

use super::*;
use crate::fixture::{Fixture, euros};
use crate::{InfluenceModel, TouchKind};

const FIRST: Date = date(2026, 1, 1);
const LAST: Date = date(2026, 6, 30);

#[test]
fn partners_share_a_deal_or_one_has_it() {
    use TouchKind::{Delivered, Influenced, Sourced};
    for (model, touches, expect) in [
        (InfluenceModel::Split, &[(0, Influenced, 0.6), (1, Influenced, 0.4)][..], &[6_001, 4_000][..]),
        // A part of the deal may stay ours.
        (InfluenceModel::Split, &[(0, Influenced, 0.25)], &[2_500]),
        // Without shares, evenly.
        (InfluenceModel::Split, &[(0, Influenced, 0.0), (1, Sourced, 0.0)], &[5_001, 5_000]),
        (InfluenceModel::Split, &[(0, Influenced, 0.5), (1, Delivered, 0.5)], &[5_001]),
        (InfluenceModel::OnePartner, &[(0, Influenced, 0.4), (1, Influenced, 0.6)], &[0, 10_001]),
        (InfluenceModel::OnePartner, &[(0, Influenced, 0.5), (1, Influenced, 0.5)], &[10_001]),
    ] {
        let mut fixture = Fixture::new();
        let partners = [fixture.partner("A"), fixture.partner("B")];
        fixture.workspace.settings.metric_rules.influence = model;
        let deal = fixture.deal(DealStage::Won, 10_001, FIRST, Some(LAST));
        for (&(partner, kind, share), day) in touches.iter().zip(1..) {
            fixture.touch(deal, partners[partner], kind, date(2026, 2, day), share);
        }
        let won = won_by_partner(&fixture.workspace, FIRST, LAST);
        let found: Vec<i64> = partners.iter().map(|partner| won.get(partner).map_or(0, |money| money.minor)).collect();
        let mut expect = expect.to_vec();
        expect.resize(2, 0);
        assert_eq!(found, expect, "{model:?} {touches:?}");
    }
}

#[test]
fn only_what_was_won_in_the_period_counts() {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("A");
    for (stage, minor, closed) in [
        (DealStage::Won, 1_000, Some(LAST)),
        (DealStage::Won, 300, Some(date(2026, 7, 1))),
        (DealStage::Open, 500, None),
        (DealStage::Lost, 700, Some(LAST)),
    ] {
        let deal = fixture.deal(stage, minor, FIRST, closed);
        fixture.touch(deal, partner, TouchKind::Influenced, FIRST, 1.0);
    }
    assert_eq!(won_by_partner(&fixture.workspace, FIRST, LAST)[&partner], euros(1_000));
}
