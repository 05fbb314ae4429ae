//! The real ecosystem: every row its own organization or line, nothing merged, nothing twice.

use domain::Key;
use import::{Counts, Noun, Options, Source, plan};

use crate::{blank, fixture, ids};

const US: &str = "Cloud Native Computing Foundation";

#[test]
fn both_files_go_in_whole_and_change_nothing_the_second_time() {
    let mut new_id = ids();
    let mut workspace = blank(US, &mut new_id);
    let us = workspace.settings.us;
    let (partners, lines) = (fixture("cncf/partners.csv"), fixture("cncf/relationships.csv"));
    let partners = Source { name: "partners.csv", bytes: &partners };
    let lines = Source { name: "relationships.csv", bytes: &lines };

    let first = plan(partners, &Options::new(Noun::Organizations), &workspace, &mut new_id).unwrap();
    assert_eq!(first.counts(), Counts { added: 2164, changed: 1, ..Counts::default() });
    assert_eq!(first.summary(), ["2,164 organizations added, 1 changed."]);
    first.apply_to(&mut workspace);
    assert_eq!((workspace.organizations.len(), workspace.settings.us), (2165, us));
    assert_eq!(workspace.us().and_then(|us| us.since).map(|day| day.to_string()).as_deref(), Some("2015-07-21"));
    let of_kind = |key: &str| workspace.organizations.iter().filter(|o| o.kind == Key::parse(key).unwrap()).count();
    assert_eq!([of_kind("brand"), of_kind("tech_integration"), of_kind("reseller")], [526, 1439, 200]);

    let second = plan(lines, &Options::new(Noun::Relationships), &workspace, &mut new_id).unwrap();
    assert_eq!(second.counts(), Counts { added: 2843, ..Counts::default() });
    assert_eq!(
        second.summary(),
        [
            "2,843 relationships added.",
            "4 new relationship kinds: Member of, Trains for, Hosted project and Builds. From the other end they read \
             as '← Member of'; they have no default lens.",
        ]
    );
    second.apply_to(&mut workspace);
    assert_eq!(workspace.relationships.len(), 2843);
    assert_eq!(workspace.relationship_kinds.len(), 14 + 4);
    assert!(workspace.relationship_kinds[14..].iter().all(|kind| kind.default_lens.is_none()));

    for (source, noun, unchanged) in [(partners, Noun::Organizations, 2165), (lines, Noun::Relationships, 2843)] {
        let again = plan(source, &Options::new(noun), &workspace, &mut new_id).unwrap();
        assert!(again.changes_nothing());
        assert_eq!(again.counts(), Counts { unchanged, ..Counts::default() });
    }
}

#[test]
fn one_changed_cell_changes_one_organization() {
    let mut new_id = ids();
    let mut workspace = blank(US, &mut new_id);
    let mut text = String::from_utf8(fixture("cncf/partners.csv")).unwrap();
    let options = Options::new(Noun::Organizations);
    let source = |text: &'static [u8]| Source { name: "partners.csv", bytes: text };
    plan(source(text.clone().leak().as_bytes()), &options, &workspace, &mut new_id).unwrap().apply_to(&mut workspace);
    text = text.replacen("Adyen,https://www.adyen.com,Brand,Platinum", "Adyen,https://www.adyen.com,Brand,Gold", 1);
    let changed = plan(source(text.leak().as_bytes()), &options, &workspace, &mut new_id).unwrap();
    assert_eq!(changed.counts(), Counts { changed: 1, unchanged: 2164, ..Counts::default() });
    assert_eq!(changed.changed_organizations[0].tier.as_deref(), Some("Gold"));
    assert_eq!(changed.headline(), "Changed 1 organization from partners.csv");
}

#[test]
fn our_row_has_to_bear_our_name() {
    let mut new_id = ids();
    let workspace = blank("Tidewater", &mut new_id);
    let partners = fixture("cncf/partners.csv");
    let source = Source { name: "partners.csv", bytes: &partners };
    let refused = plan(source, &Options::new(Noun::Organizations), &workspace, &mut new_id).unwrap();
    assert_eq!(refused.counts(), Counts { added: 2164, refused: 1, ..Counts::default() });
    assert_eq!(
        refused.rejects[0].to_string(),
        "Row 2, column 'Partner Company': found 'Cloud Native Computing Foundation', expected 'Tidewater', the name of \
         us in this workspace; the row says that this is our own organization; give both the same name, or the row \
         another kind"
    );
    assert!(refused.require_all_rows().unwrap_err().to_string().starts_with(
        "partners.csv: 1 of 2,165 rows cannot be taken, so nothing was changed.\n  Row 2, column 'Partner Company'"
    ));
}
