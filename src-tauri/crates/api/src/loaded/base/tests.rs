use super::*;

/// The sample in one of its scenarios, or in Expected.
fn sample(scenario: Option<&str>) -> Loaded {
    let mut ids = 0_u128;
    let mut new_id = || {
        ids += 1;
        uuid::Uuid::from_u128(ids)
    };
    let read = import::template::embedded("sample").unwrap().read(&mut new_id).unwrap();
    let found = |name| read.workspace.scenarios.iter().find(|row| row.name.as_str() == name).unwrap().id;
    let chosen = scenario.map(found);
    Loaded::new(read.workspace, chosen, "2026-06-30".parse().unwrap(), None, None)
}

fn motion<'a>(loaded: &'a Loaded, name: &str) -> &'a Motion {
    loaded.workspace.motions.iter().find(|row| row.name.as_str() == name).unwrap()
}

fn organization<'a>(loaded: &'a Loaded, name: &str) -> &'a Organization {
    loaded.workspace.organizations.iter().find(|row| row.name.as_str() == name).unwrap()
}

#[test]
fn a_motion_says_what_expected_plans_instead() {
    let loaded = sample(Some("Hold budget flat"));
    let said = |name: &str| {
        let MotionBase { start, end, active, budget } = loaded.motion_base(motion(&loaded, name));
        [start, end, active, budget].map(Option::unwrap_or_default)
    };
    for (name, expect) in [
        ("Cinder audience activation", ["", "", "on", "€38,000"]),
        ("Carrier bundle with Parcelwise", ["", "10 December 2026", "", ""]),
        ("Peak Season Playbook", ["", "", "", "€118,000"]),
        ("DACH certified track", ["", "", "", ""]),
    ] {
        assert_eq!(said(name), expect, "{name}");
    }
}

#[test]
fn amounts_and_wholes_say_what_they_are_in_expected() {
    let loaded = sample(Some("Hold budget flat"));
    let money = loaded.motion_money(motion(&loaded, "Peak Season Playbook"));
    let lines: Vec<_> = money.lines.iter().filter_map(|line| Some((&line.name[..], line.base.as_deref()?))).collect();
    assert_eq!(lines, [("Roadshow venues", "€52,000")]);
    let views = loaded.projections_of(motion(&loaded, "Peak Season Playbook").id);
    let revenue = views.iter().find(|view| view.metric.as_str() == "revenue").unwrap();
    assert!(revenue.base.as_deref().is_some_and(|words| words.starts_with("€940k, between ")), "{:?}", revenue.base);
}

#[test]
fn a_partner_says_what_it_is_in_expected() {
    let lost = sample(Some("Lose top reseller"));
    let base = lost.partner_base(organization(&lost, "Kessel & Partner"));
    assert_eq!(base.active.as_deref(), Some("on"));

    let graduated = sample(Some("Graduate affiliates"));
    let partner = organization(&graduated, "The Shelf Report");
    let base = graduated.partner_base(partner);
    assert!(base.character.is_some() && base.depth.is_some(), "{base:?}");
    let aspects = graduated.partner_detail(partner).aspects;
    assert!(aspects.iter().any(|aspect| aspect.base.is_some()));
}

#[test]
fn expected_has_nothing_to_compare_with() {
    let loaded = sample(None);
    assert!(loaded.workspace.motions.iter().all(|row| loaded.motion_base(row) == MotionBase::default()));
    assert!(loaded.workspace.organizations.iter().all(|row| loaded.partner_base(row) == PartnerBase::default()));
    assert!(loaded.workspace.budget_lines.iter().all(|row| loaded.line_base(row).is_none()));
    assert!(loaded.workspace.projections.iter().all(|row| loaded.total_base(row).is_none()));
}

#[test]
fn what_a_scenario_leaves_alone_has_no_dot() {
    let loaded = sample(Some("Lose top reseller"));
    let money = |name: &str| loaded.motion_base(motion(&loaded, name)).budget;
    assert_eq!(money("Peak Season Playbook"), None);
    let changed = loaded.workspace.organizations.iter().filter(|row| loaded.partner_base(row).active.is_some());
    assert_eq!(changed.count(), 1);
}
