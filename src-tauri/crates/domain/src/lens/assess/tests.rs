use jiff::civil::date;

use super::*;
use crate::Direction::{Get, Give};
use crate::fixture::{Fixture, TODAY, name};
use crate::{
    Aspect, CostBehavior, DealStage, Figure, Function, Key, Lens, Overrule, Signal, SignalSubject, Source, Standing,
    TouchKind,
};

/// A partner that co-markets with us, with a running motion, shared costs, values both ways and a deal.
fn strategic() -> (Fixture, OrganizationId, RelationshipId) {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("Fernhill");
    let relationship = fixture.relate(partner, "integrates_with");
    let values =
        [(Give, "data", 4), (Give, "reach", 3), (Get, "distribution", 3), (Get, "co_sell", 3), (Get, "research", 2)];
    fixture.exchange(relationship, &values);
    let motion = fixture.motion("co_created", date(2026, 1, 29), date(2026, 10, 15), &[partner]);
    fixture.line(motion, CostBehavior::Fixed, 100_000, &[(partner, 0.4)]);
    fixture.project(motion, "revenue", 1_000.0);
    fixture.task(motion, Function::Marketing, date(2026, 2, 1), 12.0);
    fixture.task(motion, Function::Sales, date(2026, 3, 1), 6.0);
    fixture.task(motion, Function::Product, date(2026, 4, 1), 2.0);
    let deal = fixture.deal(DealStage::Won, 100, date(2026, 2, 1), Some(date(2026, 4, 1)));
    fixture.touch(deal, partner, TouchKind::Influenced, date(2026, 3, 1), 0.5);
    (fixture, partner, relationship)
}

#[test]
fn every_aspect_says_why() {
    let (fixture, ..) = strategic();
    let judged = assess(&fixture.workspace, TODAY);
    let sentences: Vec<String> =
        judged.relationships[0].aspects.iter().map(|aspect| aspect.sentence(&fixture.workspace)).collect();
    assert_eq!(
        sentences,
        [
            "1 motion of 9 months on average, 100 % of cost fixed ahead → 4.1",
            "Pays 40 % of joint costs → 3.4",
            "5 kinds of value, both ways → 4.8",
            "20 days of our work in 3 tasks → 3.8",
            "1 strategic, no tactical metric, part in 1 deal → 5.0",
            "Owned by Marketing, Sales, Product → 4.0",
        ]
    );
    let relationship = &judged.relationships[0];
    assert_eq!((relationship.depth, relationship.character), (Some(4.2), Character::Strategic));
    assert_eq!(relationship.lowest, Some((Aspect::RelationshipType, 3.4)));
    assert_eq!(relationship.reciprocity, Some(0.875));
    assert_eq!(judged.known.to_string(), "1 by evidence, 0 by judgment, 0 unknown; rules v1");
}

#[test]
fn only_the_last_twelve_months_count() {
    let (fixture, partner, _) = strategic();
    let later = assess(&fixture.workspace, date(2028, 1, 1));
    let sources = later.relationships[0].aspects.map(|aspect| aspect.source);
    let judged = Source::Judgment;
    // Values are agreed on and stand; everything that was done is over.
    assert_eq!(sources, [judged, judged, Source::Evidence, judged, judged, judged]);
    assert_eq!(later.organization(partner).map(|o| o.source), Some(Source::Judgment));
}

#[test]
fn age_and_filled_in_fields_change_nothing() {
    let (mut fixture, ..) = strategic();
    let before = assess(&fixture.workspace, TODAY);
    let organization = &mut fixture.workspace.organizations[1];
    organization.since = Some(date(1990, 1, 1));
    organization.website = Some("https://example.org".into());
    organization.notes = "A long and happy story.".into();
    organization.tier = Some("1".into());
    fixture.workspace.relationships[0].since = Some(date(1990, 1, 1));
    fixture.workspace.relationships[0].notes = "More.".into();
    assert_eq!(assess(&fixture.workspace, TODAY), before);
}

#[test]
fn commission_alone_is_a_tactic() {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("DealDock");
    let relationship = fixture.relate(partner, "promotes");
    fixture.exchange(relationship, &[(Give, "commission", 4), (Get, "reach", 2)]);
    let motion = fixture.motion("affiliate_program", date(2026, 1, 1), date(2026, 12, 31), &[partner]);
    fixture.line(motion, CostBehavior::Variable, 90_000, &[]);
    fixture.line(motion, CostBehavior::Fixed, 10_000, &[]);
    fixture.project(motion, "affiliate_revenue", 1_000.0);
    fixture.task(motion, Function::Performance, date(2026, 2, 1), 1.0);
    fixture.actual((None, Some(partner)), "orders", "2026-03", Figure::Number(4.0));
    let judged = assess(&fixture.workspace, TODAY);
    assert_eq!(judged.organization(partner).map(|o| o.character), Some(Character::Transactional));
    let sentences = judged.relationships[0].aspects.map(|aspect| aspect.sentence(&fixture.workspace));
    assert_eq!(sentences[1], "Paid in money, no shared cost → 0.5");
    assert_eq!(sentences[2], "1 kind of value, one way, 67 % money → 0.6");
    assert_eq!(sentences[4], "2 tactical, no strategic metric → 0.5");
    assert_eq!(
        (judged.motions[0].by_kind, judged.motions[0].by_evidence),
        (Character::Transactional, Character::Transactional)
    );
}

#[test]
fn partners_stand_where_their_deepest_active_line_puts_them() {
    let mut fixture = Fixture::new();
    let [two, asked, own_kind, alone, gone] = ["Two", "Asked", "Own kind", "Alone", "Gone"].map(|n| fixture.partner(n));
    fixture.relate(two, "promotes");
    let deepest = fixture.relate(two, "allied_with");
    fixture.relate(asked, "allied_with");
    fixture.workspace.relationships[2].status = crate::RelationshipStatus::InTalks;
    fixture.relate(own_kind, "member_of");
    fixture.relate(gone, "allied_with");
    fixture.workspace.organizations[5].active = false;
    let judged = assess(&fixture.workspace, TODAY);
    let seen = |id| judged.organization(id).map(|o| (o.standing, o.character));
    assert_eq!(seen(fixture.us()), Some((Standing::Us, Character::Unknown)));
    assert_eq!(seen(two), Some((Standing::Zone, Character::Strategic)));
    assert_eq!(seen(asked), Some((Standing::Tray, Character::Unknown)));
    assert_eq!(seen(own_kind), Some((Standing::Tray, Character::Unknown)));
    assert_eq!(seen(alone), Some((Standing::Outside, Character::Unknown)));
    assert_eq!(seen(gone), Some((Standing::Outside, Character::Unknown)));
    let two = judged.organization(two).unwrap();
    assert_eq!((two.relationship, two.others_differ, two.source), (Some(deepest), true, Source::Judgment));
    assert_eq!(judged.known.to_string(), "0 by evidence, 1 by judgment, 2 unknown, 2 with no line to us; rules v1");
}

#[test]
fn a_person_has_the_last_word_and_signs_add_to_it() {
    let (mut fixture, partner, relationship) = strategic();
    for (day, scales_by) in [(date(2026, 3, 1), 2.0), (date(2026, 1, 1), 1.0)] {
        let lens = Lens { scales_by: Some(scales_by), ..Lens::default() };
        let overrule = Overrule { id: fixture.id(), relationship, lens, reason: "Seen".into(), date: day };
        fixture.workspace.overrules.push(overrule);
    }
    let signal = Signal {
        id: fixture.id(),
        subject: SignalSubject::Organization(partner),
        kind: Key::literal("asked_to_co_author"),
        value: "Asked twice".into(),
        source: "Mail".into(),
        date: date(2026, 4, 3),
    };
    fixture.workspace.signals.push(signal);
    let aspects = assess(&fixture.workspace, TODAY).relationships[0].aspects;
    let sentence = |aspect: Aspect| aspects[aspect as usize].sentence(&fixture.workspace);
    assert_eq!(sentence(Aspect::ScalesBy), "Judgment: Seen → 2.0");
    assert_eq!(sentence(Aspect::RelationshipType), "Pays 40 % of joint costs, 1 sign of co-ownership → 3.9");
}

#[test]
fn a_large_ecosystem_is_judged_in_no_time() {
    let mut fixture = Fixture::new();
    for _ in 0..20_000 {
        let partner = fixture.partner("Partner");
        let relationship = fixture.relate(partner, "integrates_with");
        fixture.exchange(relationship, &[(Give, "data", 3), (Get, "reach", 2)]);
    }
    fixture.workspace.organizations[9].name = name("Nine");
    let started = std::time::Instant::now();
    let judged = assess(&fixture.workspace, TODAY);
    let took = started.elapsed();
    assert_eq!((judged.known.judgment, judged.count(Character::Unknown)), (20_000, 0));
    // 50 ms is the promise for a release build; a debug build on a busy machine gets far more, yet nothing quadratic.
    assert!(took.as_millis() < 2_000, "took {took:?}");
    assert_eq!(fixture.us(), judged.organizations[0].organization);
}

mod line_six;
