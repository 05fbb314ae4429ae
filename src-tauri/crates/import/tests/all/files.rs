//! Files as spreadsheets and people write them.

use domain::{Figure, Owner, Shape};
use import::{Counts, Noun, Options, Source, plan};

use crate::{blank, fixture, ids, options, read, small};

#[test]
fn a_home_made_list_in_windows_letters_is_understood() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let bytes = fixture("csv/partner-list.csv");
    let source = Source { name: "partner-list.csv", bytes: &bytes };
    let plan = plan(source, &Options::new(Noun::Organizations), &workspace, &mut new_id).unwrap();
    plan.require_all_rows().unwrap();
    assert_eq!(
        plan.summary(),
        [
            "3 organizations added.",
            "1 new kind of partner: Agency.",
            "1 new person in Partnerships: Ines Aldana.",
            "Read as windows-1252; if letters look wrong, say which other encoding it has.",
            "Left out 1 row above the column names in row 3.",
        ]
    );
    plan.apply_to(&mut workspace);
    let rows: Vec<String> = plan
        .new_organizations
        .iter()
        .map(|o| {
            let owner = if matches!(o.owner, Some(Owner::Person(_))) { "person" } else { "function" };
            let since = o.since.map(|day| day.to_string()).unwrap_or_default();
            format!("{} | {} | {} | {owner} | {since}", o.name, o.kind, o.tier.as_deref().unwrap_or_default())
        })
        .collect();
    assert_eq!(
        rows,
        [
            "Müller & Söhne GmbH | reseller | Gold | person | 2024-02-01",
            "Straßenbau \"Größe\" AG | agency |  | function | 2023-11-15",
            "Östlund AB | tech_integration | Silver | person | 2025-03-03",
        ]
    );
    assert_eq!(plan.new_organization_kinds[0].shape, Shape::Hexagon);
}

#[test]
fn titles_above_the_column_names_are_passed_over() {
    for (text, expect) in [
        ("Partner\nName,Kind\nAcme,Brand\n", "Left out 1 row above the column names in row 2."),
        ("Partners 2026;;\n\n;;\nPartner;Type;Tier\nAcme;Brand;1\n", "Left out 1 row above the column names in row 4."),
    ] {
        let mut new_id = ids();
        let mut workspace = blank("Tidewater", &mut new_id);
        let plan = read(&mut workspace, text, Noun::Organizations, &mut new_id).unwrap();
        let names: Vec<_> = plan.new_organizations.iter().map(|o| o.name.as_str()).collect();
        assert_eq!((names, plan.remarks), (vec!["Acme"], vec![expect.to_owned()]));
    }
}

#[test]
fn what_excel_saves_is_understood() {
    for (file, expect) in [
        ("csv/excel-sep.csv", [("Acme", "brand"), ("Beta", "affiliate")]),
        ("csv/excel-unicode.txt", [("株式会社", "reseller"), ("Пример", "brand")]),
    ] {
        let mut new_id = ids();
        let workspace = blank("Tidewater", &mut new_id);
        let bytes = fixture(file);
        let plan =
            plan(Source { name: file, bytes: &bytes }, &Options::new(Noun::Organizations), &workspace, &mut new_id);
        let plan = plan.unwrap();
        let found: Vec<_> = plan.new_organizations.iter().map(|o| (o.name.as_str(), o.kind.as_str())).collect();
        assert_eq!(found, expect);
    }
}

#[test]
fn figures_are_read_by_their_column_and_total_lines_left_out() {
    for (file, expect) in [
        ("csv/total-line.csv", ["2026-01 affiliate_revenue 1200.5", "2026-02 affiliate_revenue 2000"].as_slice()),
        (
            "csv/reversals.csv",
            &["2026-01 affiliate_revenue 1234.56", "2026-02 affiliate_revenue -1000", "2026-03 orders 1204"],
        ),
    ] {
        let mut new_id = ids();
        let mut workspace = small(&mut new_id);
        let bytes = fixture(file);
        let source = Source { name: file, bytes: &bytes };
        let first = plan(source, &Options::new(Noun::Actuals), &workspace, &mut new_id).unwrap();
        first.require_all_rows().unwrap();
        let found: Vec<String> =
            first.new_actuals.iter().map(|a| format!("{} {} {}", a.month, a.metric, a.figure.to_f64())).collect();
        assert_eq!(found, expect);
        assert!(matches!(first.new_actuals[0].figure, Figure::Money(money) if money.currency.code() == "EUR"));
        first.apply_to(&mut workspace);
        let again = plan(source, &Options::new(Noun::Actuals), &workspace, &mut new_id).unwrap();
        assert_eq!(again.counts(), Counts { unchanged: expect.len(), ..Counts::default() });
        let later = String::from_utf8(bytes.clone()).unwrap().replace("2,000", "2,100").replace("1.204", "1.205");
        let later = Source { name: file, bytes: later.as_bytes() };
        let changed = plan(later, &Options::new(Noun::Actuals), &workspace, &mut new_id).unwrap();
        assert_eq!(changed.counts().changed, 1);
        assert_eq!(changed.changed_actuals[0].batch, Some(changed.batch));
    }
}

#[test]
fn columns_named_by_hand_win() {
    let mut new_id = ids();
    let workspace = blank("Tidewater", &mut new_id);
    let source = Source { name: "list.csv", bytes: b"Firma,Stufe,Name,a=b\nAcme,1,x,Note\n" };
    let map = ["Firma=name", "stufe = Tier", "a=b=notes"];
    let plan = plan(source, &options(Noun::Organizations, &map), &workspace, &mut new_id).unwrap();
    let acme = &plan.new_organizations[0];
    assert_eq!((acme.name.as_str(), acme.tier.as_deref(), acme.notes.as_str()), ("Acme", Some("1"), "Note"));
    assert_eq!(plan.remarks, ["Left out 1 column with no field to go to: Name."]);
}

#[test]
fn strangers_text_is_kept_as_typed() {
    let mut new_id = ids();
    let workspace = blank("Tidewater", &mut new_id);
    let bytes = fixture("csv/hostile.csv");
    let plan = plan(
        Source { name: "hostile.csv", bytes: &bytes },
        &Options::new(Noun::Organizations),
        &workspace,
        &mut new_id,
    )
    .unwrap();
    plan.require_all_rows().unwrap();
    let found: Vec<_> = plan.new_organizations.iter().map(|o| (o.name.as_str(), o.notes.as_str())).collect();
    assert_eq!(
        found[..5],
        [
            ("<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0"),
            ("'; DROP TABLE organization;--", "{{7*7}}"),
            ("\u{202E}evil", "two\nlines"),
            ("#eval(\"1\") *x*", "../../etc/passwd"),
            ("🦀 Crab & Co", ""),
        ]
    );
    assert_eq!(found[5].0.len(), 9004);
}

#[test]
fn rows_of_one_name_stay_apart_and_are_found_again() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let text = "Name,Tier\nAcme,1\nAcme,2\nBeta,1\n";
    let first = read(&mut workspace, text, Noun::Organizations, &mut new_id).unwrap();
    assert_eq!(first.counts().added, 3);
    assert!(first.remarks[0].starts_with("2 rows have names that others have too"), "{:?}", first.remarks);
    let again = read(&mut workspace, text, Noun::Organizations, &mut new_id).unwrap();
    assert_eq!(again.counts(), Counts { unchanged: 3, ..Counts::default() });
    let other = read(&mut workspace, "Name,Tier\nAcme,3\n", Noun::Organizations, &mut new_id).unwrap();
    assert_eq!(other.counts(), Counts { added: 1, ..Counts::default() });
}

#[test]
fn empty_cells_leave_what_is_there() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    read(&mut workspace, "Name,Tier,Notes\nAcme,1,Kept\n", Noun::Organizations, &mut new_id).unwrap();
    let plan = read(&mut workspace, "Name,Tier,Notes\nAcme,2,\n", Noun::Organizations, &mut new_id).unwrap();
    let acme = &plan.changed_organizations[0];
    assert_eq!((acme.tier.as_deref(), acme.notes.as_str()), (Some("2"), "Kept"));
}

#[test]
fn lines_are_found_again_in_either_reading() {
    let mut new_id = ids();
    let mut workspace = small(&mut new_id);
    let text = "From,To,Relationship\nTidewater,Acme,resells\nTidewater,Acme,resells\nTidewater,Acme,allied with\n";
    assert_eq!(read(&mut workspace, text, Noun::Relationships, &mut new_id).unwrap().counts().added, 3);
    for (text, expect) in [
        (text, Counts { unchanged: 3, ..Counts::default() }),
        ("Source;Target;Type\nAcme;Tidewater;is resold by\n", Counts { unchanged: 1, ..Counts::default() }),
        ("From,To,Kind\nAcme,Tidewater,Allied with\n", Counts { unchanged: 1, ..Counts::default() }),
        ("From,To,Kind\nAcme,Tidewater,resells\n", Counts { added: 1, ..Counts::default() }),
        ("From,To,Kind,Status\nTidewater,Acme,allied_with,At risk\n", Counts { changed: 1, ..Counts::default() }),
    ] {
        assert_eq!(read(&mut workspace, text, Noun::Relationships, &mut new_id).unwrap().counts(), expect, "{text}");
    }
}
