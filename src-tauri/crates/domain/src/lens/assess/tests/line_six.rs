//! Evidence → aspects → depth → character, from the evidence to the word, with what must not move it.

use super::*;
use crate::{
    ActivityKind, Audience, Character, Commission, CommissionEvent, CommissionRate, CommissionTerms, CommissionTime,
    Name, Person, Renewal, Weight,
};

/// What a relationship has, added one after the other.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Has {
    Nothing,
    Commission,
    ValueOneWay,
    ValueBothWays,
    Work,
    Budget,
    Metrics,
}

fn built(kind: &'static str, has: Has) -> Fixture {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("Fernhill");
    let relationship = fixture.relate(partner, kind);
    if has == Has::Commission {
        fixture.exchange(relationship, &[(Give, "commission", 3)]);
    }
    if has >= Has::ValueOneWay {
        fixture.exchange(relationship, &[(Give, "data", 3), (Give, "reach", 3)]);
    }
    if has >= Has::ValueBothWays {
        fixture.exchange(relationship, &[(Get, "leads", 4), (Get, "shared_ip", 2)]);
    }
    if has >= Has::Work {
        let motion = fixture.motion("co_created", date(2026, 1, 1), date(2026, 12, 31), &[partner]);
        fixture.task(motion, Function::Marketing, date(2026, 2, 1), 15.0);
        fixture.task(motion, Function::Sales, date(2026, 2, 1), 5.0);
        if has >= Has::Budget {
            fixture.line(motion, CostBehavior::Fixed, 10_000, &[(partner, 0.5)]);
        }
        if has >= Has::Metrics {
            fixture.project(motion, "revenue", 1_000.0);
        }
    }
    fixture
}

#[test]
fn evidence_becomes_aspects_depth_and_a_word() {
    use Character::{Ecotone, Strategic, Transactional, Unknown};
    let unknown = None;
    for (kind, has, aspects, depth, expect) in [
        // A kind of the workspace's own has no default: what nobody recorded is unknown.
        ("member_of", Has::Nothing, [unknown; 6], None, Unknown),
        ("member_of", Has::Commission, [unknown, Some(0.5), Some(0.0), unknown, unknown, unknown], None, Unknown),
        ("member_of", Has::ValueOneWay, [unknown, unknown, Some(1.8), unknown, unknown, unknown], None, Unknown),
        (
            "member_of",
            Has::Work,
            [Some(3.0), unknown, Some(4.8), Some(3.8), unknown, Some(3.0)],
            Some(3.7),
            // Deep, yet nothing says that both own it.
            Ecotone,
        ),
        (
            "member_of",
            Has::Budget,
            [Some(5.0), Some(4.0), Some(4.8), Some(3.8), unknown, Some(3.0)],
            Some(4.1),
            Strategic,
        ),
        (
            "promotes",
            Has::Metrics,
            [Some(5.0), Some(4.0), Some(4.8), Some(3.8), Some(4.0), Some(3.0)],
            Some(4.1),
            Strategic,
        ),
        // Defaults stand in for what nobody recorded.
        ("promotes", Has::Nothing, [0.6, 0.4, 0.4, 0.6, 0.4, 0.6].map(Some), Some(0.5), Transactional),
        ("integrates_with", Has::Nothing, [3.2, 2.8, 3.0, 2.2, 2.0, 2.6].map(Some), Some(2.6), Ecotone),
        ("allied_with", Has::Nothing, [4.2, 4.2, 4.0, 3.6, 3.4, 4.2].map(Some), Some(3.9), Strategic),
        // Evidence stands before a default, also where it is less.
        ("allied_with", Has::Commission, [4.2, 0.5, 0.0, 3.6, 3.4, 4.2].map(Some), Some(2.7), Ecotone),
    ] {
        let fixture = built(kind, has);
        let judged = assess(&fixture.workspace, TODAY);
        let found = &judged.relationships[0];
        assert_eq!(found.aspects.map(|aspect| aspect.value), aspects, "{kind} {}", has as u8);
        assert_eq!((found.depth, found.character), (depth, expect), "{kind} {}", has as u8);
        let partner = judged.organizations.last().unwrap();
        assert_eq!((partner.depth, partner.character), (depth, expect), "{kind} {}", has as u8);
        assert_eq!(partner.lowest.is_some(), depth.is_some(), "the mean never stands without its lowest aspect");
    }
}

/// Everything a form has that is no evidence.
fn fill(fixture: &mut Fixture, relationship: RelationshipId) {
    let organization = &mut fixture.workspace.organizations[1];
    organization.since = Some(date(1990, 1, 1));
    organization.website = Some("https://example.org".into());
    organization.notes = "A long and happy story.".into();
    organization.tier = Some("1".into());
    organization.group = Some("Payments".into());
    organization.region = Some("DACH".into());
    let partner = organization.id;
    let line = &mut fixture.workspace.relationships[0];
    line.since = Some(date(1990, 1, 1));
    line.notes = "More.".into();
    line.strength = Weight::try_from(5).ok();
    line.tier = Some("Gold".into());
    fixture.workspace.renewals.push(Renewal { relationship, date: date(2027, 1, 1), note: "Renew".into() });
    let person = Person { id: fixture.id(), name: name("Mara"), function: Function::Executive, email: None };
    fixture.workspace.people.push(person);
    let segment = crate::OrganizationSegment { organization: partner, segment: Name::parse("SMB").unwrap() };
    fixture.workspace.organization_segments.push(segment);
}

#[test]
fn filling_in_fields_raises_nothing() {
    for (kind, has) in [
        ("member_of", Has::Nothing),
        ("promotes", Has::Commission),
        ("resells", Has::ValueBothWays),
        ("allied_with", Has::Metrics),
    ] {
        for rules in [1, 2] {
            let mut fixture = built(kind, has);
            fixture.workspace.settings.lens_rules = rules;
            let before = assess(&fixture.workspace, TODAY);
            let relationship = fixture.workspace.relationships[0].id;
            fill(&mut fixture, relationship);
            assert_eq!(assess(&fixture.workspace, TODAY), before, "{kind}, rules {rules}");
        }
    }
}

#[test]
fn writing_down_commission_never_raises_a_depth() {
    for kind in ["promotes", "refers_to", "resells", "integrates_with", "allied_with", "member_of"] {
        for has in [Has::Nothing, Has::ValueOneWay, Has::Work, Has::Metrics] {
            let mut fixture = built(kind, has);
            let before = assess(&fixture.workspace, TODAY).relationships[0].depth;
            let rate = CommissionRate::Percent(8.0);
            let (per, lasts) = (CommissionEvent::Sale, CommissionTime::Life);
            fixture.workspace.commissions.push(Commission {
                relationship: fixture.workspace.relationships[0].id,
                terms: CommissionTerms { per, rate, tiers: Vec::new(), lasts, cookie_days: Some(30) },
                audience: Audience::Internal,
            });
            let after = assess(&fixture.workspace, TODAY).relationships[0].depth;
            assert!(after <= before || before.is_none(), "{kind}: {before:?} became {after:?}");
        }
    }
}

#[test]
fn under_version_2_an_exchange_counts_only_while_something_happens() {
    let mut fixture = built("resells", Has::ValueBothWays);
    let exchange = |fixture: &Fixture| {
        let aspect = assess(&fixture.workspace, TODAY).relationships[0].aspects[Aspect::ValueExchange as usize];
        (aspect.value, aspect.source)
    };
    assert_eq!(exchange(&fixture), (Some(4.8), Source::Evidence));
    fixture.workspace.settings.lens_rules = 2;
    assert_eq!(exchange(&fixture), (Some(1.8), Source::Judgment), "the default of the kind stands in");
    assert_eq!(
        assess(&fixture.workspace, TODAY).known.to_string(),
        "0 by evidence, 1 by judgment, 0 unknown; rules v2"
    );
    let entry = crate::Activity {
        id: fixture.id(),
        organization: fixture.workspace.organizations[1].id,
        date: date(2026, 5, 1),
        person: None,
        kind: ActivityKind::Call,
        note: "Went through the plan".into(),
        next_step: None,
        next_by: None,
        next_done: false,
    };
    fixture.workspace.activities.push(entry);
    assert_eq!(exchange(&fixture), (Some(4.8), Source::Evidence));
    fixture.workspace.activities[0].date = date(2024, 5, 1);
    assert_eq!(exchange(&fixture).1, Source::Judgment);
}

#[test]
fn who_was_busy_once_and_is_quiet_now_is_dormant() {
    let (mut fixture, partner, _) = strategic();
    let seen = |fixture: &Fixture, today| {
        let judged = assess(&fixture.workspace, today);
        judged.organization(partner).map(|o| (o.dormant, o.last_activity))
    };
    assert_eq!(seen(&fixture, TODAY), Some((false, Some(TODAY))), "a motion is under way");
    assert_eq!(seen(&fixture, date(2027, 10, 15)), Some((false, Some(date(2026, 10, 15)))));
    assert_eq!(seen(&fixture, date(2027, 10, 16)), Some((true, Some(date(2026, 10, 15)))));
    fixture.workspace.relationships[0].status = crate::RelationshipStatus::Ended;
    assert_eq!(seen(&fixture, date(2028, 1, 1)), Some((false, None)), "what has ended does not sleep");
    let mut new = Fixture::new();
    let partner = new.partner("New");
    new.relate(partner, "resells");
    let judged = assess(&new.workspace, TODAY);
    assert_eq!(judged.organization(partner).map(|o| o.dormant), Some(false), "nothing was ever recorded");
}
