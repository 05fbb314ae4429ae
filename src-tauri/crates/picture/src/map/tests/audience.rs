//! What is internal has no way into a picture.

use std::collections::BTreeMap;

use domain::*;
use uuid::Uuid;

use super::super::*;
use crate::{Theme, svg};

const MARK: &str = "internalmark";

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

/// A workspace whose every field that is not drawn says so.
fn planted() -> Workspace {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Uuid::from_u128(next)
    };
    let mark = |place: &str| format!("{MARK} {place}");
    let mut workspace = Workspace::blank(name("Plan"), name("Tidewater"), Currency::EUR, 1, &mut new_id);
    let us = workspace.settings.us;
    let kind = workspace.relationship_kinds[0].key.clone();
    let person = Person {
        id: new_id().into(),
        name: name(&mark("owner")),
        function: Function::Sales,
        email: Some(mark("mail")),
    };
    for partner in ["Fernhill", "Loopcart"] {
        let mut row = Organization::named(new_id().into(), name(partner), Key::literal("reseller"));
        (row.tier, row.region, row.website) = (Some(mark("tier")), Some(mark("region")), Some(mark("website")));
        (row.notes, row.owner, row.group) = (mark("notes"), Some(Owner::Person(person.id)), Some("Channel".into()));
        let relationship = Relationship {
            id: new_id().into(),
            from: row.id,
            to: us,
            kind: kind.clone(),
            status: RelationshipStatus::Active,
            since: None,
            tier: Some(mark("tier of a relationship")),
            strength: None,
            commission: Some(mark("commission")),
            notes: mark("notes of a relationship"),
        };
        workspace.value_exchanges.push(ValueExchange {
            id: new_id().into(),
            relationship: relationship.id,
            direction: Direction::Give,
            kind: Key::literal("commission"),
            what: mark("value exchange"),
            weight: Weight::try_from(3).unwrap(),
            position: 0,
        });
        workspace.signals.push(Signal {
            id: new_id().into(),
            subject: SignalSubject::Relationship(relationship.id),
            kind: Key::literal("asked"),
            value: mark("signal"),
            source: mark("source"),
            date: Date::constant(2026, 6, 1),
        });
        workspace.overrules.push(Overrule {
            id: new_id().into(),
            relationship: relationship.id,
            lens: Lens::default(),
            reason: mark("reason"),
            date: Date::constant(2026, 6, 1),
        });
        workspace.contacts.push(Contact {
            id: new_id().into(),
            organization: row.id,
            name: name(&mark("contact")),
            role: Some(mark("role")),
            email: Some(mark("mail of a contact")),
            phone: Some(mark("phone")),
        });
        workspace.custom_values.push(CustomValue {
            field: Key::literal("margin"),
            row: row.id.0,
            value: mark("custom field"),
        });
        workspace.organizations.push(row);
        workspace.relationships.push(relationship);
    }
    workspace.people.push(person);
    workspace
}

/// Everything that leaves this crate for a picture.
fn bytes(input: &MapInput) -> String {
    let list = draw(input, &arrange(input));
    let options = svg::SvgOptions { legend: Some(legend(input)), ..svg::SvgOptions::default() };
    let wire = serde_json::to_string(&(&list, legend(input))).unwrap();
    wire + &svg::write(&list, Theme::Light, &options)
}

#[test]
fn internal_fields_are_in_no_byte_of_a_picture() {
    let workspace = planted();
    for quiet in [true, false] {
        let mut input = MapInput::of(&workspace, &BTreeMap::new(), &BTreeMap::new());
        input.quiet = quiet;
        for node in &mut input.nodes {
            node.overruled = Some(Overruled { reason: None });
        }
        let bytes = bytes(&input);
        assert!(bytes.contains("Fernhill") && bytes.contains("Overruled by judgment"));
        assert!(!bytes.contains(MARK), "{quiet}");
    }
}

#[test]
fn a_reason_is_shown_only_when_it_was_given() {
    let workspace = planted();
    let mut input = MapInput::of(&workspace, &BTreeMap::new(), &BTreeMap::new());
    for (reason, expect) in [(Some(MARK.to_owned()), true), (None, false)] {
        input.nodes[1].overruled = Some(Overruled { reason });
        assert_eq!(bytes(&input).contains(MARK), expect);
    }
}
