use jiff::civil::date;

use crate::fixture::{Fixture, TODAY};
use crate::*;

/// A partner who is paid on terms of ours, in a log, judged by us.
fn told_much() -> Fixture {
    let mut fixture = Fixture::new();
    fixture.workspace.settings.lens_rules = 2;
    let partner = fixture.partner("Acme");
    let relationship = fixture.relate(partner, "resells");
    fixture.exchange(relationship, &[(Direction::Give, "co_marketing", 4), (Direction::Get, "access", 4)]);
    let motion = fixture.motion("co_created", date(2026, 1, 1), date(2026, 12, 31), &[partner]);
    fixture.task(motion, Function::Marketing, date(2026, 2, 1), 12.0);
    let terms = CommissionTerms {
        per: CommissionEvent::Sale,
        rate: CommissionRate::Percent(8.0),
        tiers: Vec::new(),
        lasts: CommissionTime::Life,
        cookie_days: None,
    };
    fixture.workspace.commissions.push(Commission { relationship, terms, audience: Audience::Internal });
    let activity = Activity {
        id: fixture.id(),
        organization: partner,
        date: date(2026, 5, 1),
        person: None,
        kind: ActivityKind::Call,
        note: "They waver".into(),
        next_step: Some("Call again".into()),
        next_by: Some(date(2026, 6, 1)),
        next_done: false,
    };
    fixture.workspace.activities.push(activity);
    let lens = Lens { focus: Some(4.0), ..Lens::default() };
    let overrule = Overrule { id: fixture.id(), relationship, lens, reason: "We hope".into(), date: date(2026, 5, 1) };
    fixture.workspace.overrules.push(overrule);
    fixture
}

#[test]
fn for_ourselves_everything_stays() {
    let workspace = told_much().workspace;
    assert_eq!(workspace.clone().seen_by(Audience::Internal), workspace);
}

#[test]
fn others_read_none_of_our_words_and_see_the_same_depth() {
    let workspace = told_much().workspace;
    let before = assess(&workspace, TODAY);
    for audience in [Audience::Client, Audience::Partner] {
        let seen = workspace.clone().seen_by(audience);
        let json = serde_json::to_string(&seen).unwrap();
        for word in ["They waver", "Call again", "We hope", "8.0"] {
            assert!(!json.contains(word), "{word} for {audience:?}");
        }
        assert_eq!(seen.relationships[0].commission.as_deref(), Some("Not shown"));
        assert_eq!(assess(&seen, TODAY), before, "{audience:?}");
    }
}

#[test]
fn words_that_could_not_be_read_as_terms_go_too() {
    let mut workspace = told_much().workspace;
    workspace.commissions[0].audience = Audience::Client;
    workspace.relationships[0].commission = Some("twelve or so".into());
    let commission = |audience| {
        let seen = workspace.clone().seen_by(audience);
        (seen.commissions.len(), seen.relationships[0].commission.clone())
    };
    assert_eq!(commission(Audience::Internal), (1, Some("twelve or so".into())));
    assert_eq!(commission(Audience::Client), (1, Some("Not shown".into())));
    assert_eq!(commission(Audience::Partner), (0, Some("Not shown".into())));
}
