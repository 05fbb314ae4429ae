//! Sheets as people keep them: workbooks, merged cells, headings between rows, months across the columns; and who a row
//! is, who wins, and what is only asked.

use domain::{CustomField, CustomKind, Key};
use import::{Counts, Noun, OnConflict, Options, Policies, Source, plan};

use crate::{blank, fixture, ids, name, read, small};

#[test]
fn workbooks_are_read_from_the_sheet_that_fits() {
    let mut new_id = ids();
    let workspace = blank("Tidewater", &mut new_id);
    let bytes = fixture("xlsx/messy.xlsx");
    let source = Source { name: "messy.xlsx", bytes: &bytes };
    let found = plan(source, &Options::new(Noun::Organizations), &workspace, &mut new_id).unwrap();
    found.require_all_rows().unwrap();
    let rows: Vec<String> = found
        .new_organizations
        .iter()
        .map(|o| {
            let since = o.since.map(|day| day.to_string()).unwrap_or_default();
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            format!("{} | {} | {} | {} | {since}", o.name, o.kind, text(&o.group), text(&o.tier))
        })
        .collect();
    assert_eq!(
        rows,
        [
            "Nordlys | reseller | Nordics | 1 | 2024-02-01",
            "Fjord <AS> | reseller | Nordics | 2 | 2024-02-02",
            "Tidepool | tech_integration | DACH | 1.5 | ",
        ]
    );
    let remarks =
        ["Read the sheet 'Partners'.", "Left out 1 row above the column names in row 3.", "Filled down 1 merged area."];
    assert_eq!(found.remarks, remarks);
    let old = Options { sheet: Some("Hidden".into()), ..Options::new(Noun::Organizations) };
    assert_eq!(plan(source, &old, &workspace, &mut new_id).unwrap().new_organizations[0].name.as_str(), "Old GmbH");
    let none = Options { sheet: Some("Nowhere".into()), ..Options::new(Noun::Organizations) };
    let refused = plan(source, &none, &workspace, &mut new_id).unwrap_err().to_string();
    assert_eq!(refused, "messy.xlsx has no sheet 'Nowhere': its sheets are Notes, Partners, Old (ignore) and Hidden");
}

#[test]
fn workbooks_that_are_not_read_say_why() {
    for (file, expect) in [
        ("macro.xlsx", "it holds macros; save it as .xlsx, which leaves them out"),
        ("bomb.xlsx", "is too large: found more than that once unpacked, at most 50 MB are read"),
        ("wide.xlsx", "is too large: found 16,384 columns, at most 200 columns are read"),
        ("broken.xlsx", "it is damaged"),
        ("other.zip", "it is a zip file, but no .xlsx workbook"),
        ("password.xlsx", "it is protected by a password; open it in the spreadsheet and save it without one"),
        ("old.xls", "it is a workbook of an old make (.xls)"),
    ] {
        let mut new_id = ids();
        let workspace = blank("Tidewater", &mut new_id);
        let bytes = fixture(&format!("xlsx/{file}"));
        let source = Source { name: file, bytes: &bytes };
        let refused =
            plan(source, &Options::new(Noun::Organizations), &workspace, &mut new_id).unwrap_err().to_string();
        assert!(refused.contains(expect) && refused.starts_with(file), "{refused}");
    }
}

#[test]
fn months_across_the_columns_become_rows_and_the_total_is_left_out() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    read(&mut workspace, "Name\nAcme\nBeta\n", Noun::Organizations, &mut new_id).unwrap();
    let bytes = fixture("xlsx/months.xlsx");
    let source = Source { name: "months.xlsx", bytes: &bytes };
    let found = plan(source, &Options::new(Noun::Actuals), &workspace, &mut new_id).unwrap();
    found.require_all_rows().unwrap();
    let rows: Vec<String> = found.new_actuals.iter().map(|a| format!("{} {}", a.month, a.figure.to_f64())).collect();
    assert_eq!(rows, ["2026-01 3", "2026-03 5", "2026-01 1", "2026-02 2", "2026-03 3"]);
}

#[test]
fn headings_between_rows_are_filled_down() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let text =
        "Name,Tier,Region\nResellers,,\nNordlys,1,Nordics\nFjord,2,Nordics\nAffiliates,,\nBlog,1,DACH\nDeals,2,DACH\n";
    let found = read(&mut workspace, text, Noun::Organizations, &mut new_id).unwrap();
    let kinds: Vec<&str> = found.new_organizations.iter().map(|o| o.kind.as_str()).collect();
    assert_eq!(kinds, ["reseller", "reseller", "affiliate", "affiliate"]);
    let plain = "Name,Tier,Region\nNordlys,1,Nordics\nFjord,,\nBlog,1,DACH\nDeals,2,DACH\n";
    let found = read(&mut workspace, plain, Noun::Organizations, &mut new_id).unwrap();
    assert_eq!(found.counts(), Counts { unchanged: 4, ..Counts::default() }, "a short row is no heading");
}

/// What a second file does to a company with a site, one with a short name, and one with a long name.
#[test]
fn a_row_is_somebody_only_on_good_evidence() {
    let first = "Name,Website\nAcme GmbH,https://www.acme.example\nC,\nBumblebee,\nShared,https://github.com/shared\n";
    for (text, expect) in [
        ("Name,Website\nACME,\n", Counts { changed: 1, ..Counts::default() }),
        ("Name,Website\nAkme International,acme.example/de\n", Counts { changed: 1, ..Counts::default() }),
        ("Name,Website\nAkme,acme.example\nAcmi,acme.example\n", Counts { added: 2, ..Counts::default() }),
        ("Name,Website\nAcme,other.example\n", Counts { added: 1, ..Counts::default() }),
        ("Name,Website\nACME,\nacme Inc,\n", Counts { added: 2, ..Counts::default() }),
        ("Name,Website\nC++,\n", Counts { added: 1, ..Counts::default() }),
        ("Name,Website\nNew,https://github.com/new\n", Counts { added: 1, ..Counts::default() }),
        ("Name,Website\nBumblebea,\n", Counts { added: 1, ..Counts::default() }),
    ] {
        let mut new_id = ids();
        let mut workspace = blank("Tidewater", &mut new_id);
        read(&mut workspace, first, Noun::Organizations, &mut new_id).unwrap();
        let found = read(&mut workspace, text, Noun::Organizations, &mut new_id).unwrap();
        assert_eq!(found.counts(), expect, "{text}");
        assert!(workspace.organizations.iter().any(|o| o.name.as_str() == "Acme GmbH"), "no file renames by evidence");
        assert_eq!(found.possible_duplicates.len(), usize::from(text.contains("Bumblebea")), "{text}");
        let again = read(&mut workspace, text, Noun::Organizations, &mut new_id).unwrap();
        assert!(again.changes_nothing(), "{text}: {:?}", again.summary());
    }
}

#[test]
fn ids_of_other_programs_find_their_rows_again_and_may_rename_them() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let options = Options { profile: Some("partnerstack".into()), ..Options::new(Noun::Organizations) };
    let mut of_program = |text: &str, new_id: &mut dyn FnMut() -> uuid::Uuid| {
        let source = Source { name: "partners.csv", bytes: text.as_bytes() };
        let found = plan(source, &options, &workspace, new_id).unwrap();
        found.apply_to(&mut workspace);
        found
    };
    of_program("Partner key,Name\n17,Acme\n18,Beta\n", &mut new_id);
    let renamed = of_program("Partner key,Name\n17,Acme Holding\n", &mut new_id);
    assert_eq!(renamed.changed_organizations[0].name.as_str(), "Acme Holding");
    let twice = of_program("Partner key,Name\n19,One\n19,Two\n", &mut new_id);
    assert_eq!(twice.counts(), Counts { added: 1, refused: 1, ..Counts::default() });
}

#[test]
fn lists_that_number_their_rows_do_not_rename_one_another() {
    let accounts = ("ID,Name\n1,Acme\n", "ID,Name\n1,Corvus\n", Noun::Accounts);
    let partners = ("ID,Name\n1,Acme\n", "ID,Name\n1,Corvus\n", Noun::Organizations);
    let row = |name: &str| format!("ID,Account,Name,Stage,Amount,Opened\n1,Acme,{name},open,1,2026-01-31\n");
    let (first, second) = (row("Pilot"), row("Rollout"));
    for (first, second, noun) in [partners, accounts, (&first, &second, Noun::Deals)] {
        let mut new_id = ids();
        let mut workspace = blank("Tidewater", &mut new_id);
        read(&mut workspace, first, noun, &mut new_id).unwrap();
        let other = read(&mut workspace, second, noun, &mut new_id).unwrap();
        assert_eq!(other.counts(), Counts { added: 1, ..Counts::default() }, "{second}");
        assert!(
            other.possible_duplicates[0].to_string().contains("has the id '1' that"),
            "{:?}",
            other.possible_duplicates
        );
        for text in [first, second] {
            assert!(read(&mut workspace, text, noun, &mut new_id).unwrap().changes_nothing(), "{text}");
        }
    }
}

#[test]
fn lines_are_drawn_by_a_number_only_where_the_name_agrees() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    read(&mut workspace, "ID,Name\n1,Acme GmbH\n2,Beta\n", Noun::Organizations, &mut new_id).unwrap();
    for (text, added) in [
        ("From,From ID,Relationship,To\nACME,1,resells,Beta\n", 1),
        ("From,From ID,Relationship,To\nCorvus,1,resells,Beta\n", 0),
        ("From,Relationship,To\n1,resells,Beta\n", 0),
    ] {
        let found = read(&mut workspace, text, Noun::Relationships, &mut new_id).unwrap();
        assert_eq!((found.counts().added, found.counts().refused), (added, 1 - added), "{text}");
    }
}

const DEALS: &str = "Account,Name,Stage,Amount,Opened\n";

#[test]
fn deals_and_accounts_of_one_name_are_found_again_one_by_one() {
    let same = "Acme,Renewal,open,100,2026-01-31\nAcme,Renewal,open,200,2026-01-31\n";
    let changed = "Acme,Renewal,open,100,2026-01-31\nAcme,Renewal,won,300,2026-01-31\n";
    let accounts = "Name,Target\nAcme,yes\nAcme Inc,no\n";
    let accounts_changed = "Name,Target\nAcme,no\nAcme Inc,no\n";
    let deals = |rows: &str| format!("{DEALS}{rows}");
    for (first, second, noun) in
        [(deals(same), deals(changed), Noun::Deals), (accounts.into(), accounts_changed.into(), Noun::Accounts)]
    {
        let mut new_id = ids();
        let mut workspace = blank("Tidewater", &mut new_id);
        let found = read(&mut workspace, &first, noun, &mut new_id).unwrap();
        assert_eq!(found.counts(), Counts { added: 2, ..Counts::default() }, "{first}");
        assert!(read(&mut workspace, &first, noun, &mut new_id).unwrap().changes_nothing(), "{first}");
        let found = read(&mut workspace, &second, noun, &mut new_id).unwrap();
        assert_eq!(found.counts(), Counts { changed: 1, unchanged: 1, ..Counts::default() }, "{second}");
        assert!(read(&mut workspace, &second, noun, &mut new_id).unwrap().changes_nothing(), "{second}");
    }
}

#[test]
fn an_id_that_an_earlier_row_has_is_refused_and_never_new() {
    let own = "0190a1b2-0000-7000-8000-000000000001";
    for (text, noun) in [
        (
            format!(
                "Ecotone ID,Account,Name,Stage,Opened\n{own},Acme,A,open,2026-01-31\n{own},Acme,B,open,2026-01-31\n"
            ),
            Noun::Deals,
        ),
        ("Deal ID,Account,Name,Stage,Opened\n7,Acme,A,open,2026-01-31\n7,Acme,B,open,2026-01-31\n".into(), Noun::Deals),
        (format!("Ecotone ID,Name\n{own},A\n{own},B\n"), Noun::Accounts),
        ("ID,Name\n7,A\n7,B\n".into(), Noun::Accounts),
        (format!("Ecotone ID,Name\n{own},A\n{own},B\n"), Noun::Organizations),
    ] {
        let mut new_id = ids();
        let mut workspace = blank("Tidewater", &mut new_id);
        let found = read(&mut workspace, &text, noun, &mut new_id).unwrap();
        assert_eq!(found.counts(), Counts { added: 1, refused: 1, ..Counts::default() }, "{text}");
        assert!(found.rejects[0].to_string().contains("row 2 has this id already"), "{}", found.rejects[0]);
        assert!(read(&mut workspace, &text, noun, &mut new_id).unwrap().changes_nothing(), "{text}");
    }
}

#[test]
fn what_partners_did_is_told_by_kind_and_changed_by_a_later_file() {
    let mut new_id = ids();
    let mut workspace = small(&mut new_id);
    let text = |touch: &str, share: &str| {
        format!(
            "Account,Name,Stage,Opened,Partner,Touch,Share,Motion\nBeta,Pilot,open,2026-01-31,Acme,{touch},{share},Nowhere\n"
        )
    };
    let first = read(&mut workspace, &text("sourced", "50%"), Noun::Deals, &mut new_id).unwrap();
    assert!(first.remarks.iter().any(|remark| remark.contains("so left out: Nowhere.")), "{:?}", first.remarks);
    for (touch, share, counts) in [
        ("sourced", "50%", Counts { unchanged: 1, ..Counts::default() }),
        ("sourced", "40%", Counts { changed: 1, ..Counts::default() }),
        ("delivered", "10%", Counts { changed: 1, ..Counts::default() }),
        ("delivered", "10%", Counts { unchanged: 1, ..Counts::default() }),
    ] {
        let found = read(&mut workspace, &text(touch, share), Noun::Deals, &mut new_id).unwrap();
        assert_eq!(found.counts(), counts, "{touch} {share}");
    }
    let shares: Vec<f64> = workspace.touches.iter().map(|touch| touch.share).collect();
    assert_eq!(shares, [0.4, 0.1]);
}

#[test]
fn deals_of_a_name_that_several_accounts_bear_are_refused() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    read(&mut workspace, "Name,Domain\nAcme,a.example\nAcme,b.example\n", Noun::Accounts, &mut new_id).unwrap();
    let found = read(&mut workspace, &format!("{DEALS}Acme,A,open,1,2026-01-31\n"), Noun::Deals, &mut new_id).unwrap();
    assert!(found.rejects[0].to_string().contains("2 accounts have this name"), "{:?}", found.rejects);
    assert_eq!(workspace.accounts.len(), 2);
}

#[test]
fn a_second_row_of_one_organization_is_refused_and_a_refused_row_brings_no_words() {
    let mut new_id = ids();
    let mut workspace = small(&mut new_id);
    let acme = workspace.partners().find(|row| row.name.as_str() == "Acme").unwrap().id;
    let text =
        format!("Ecotone ID,Name,Kind,Owner,Stage\n{acme},Acme,Brand,Ada,\n{acme},Acme,Odd kind,Bob,Odd stage\n");
    let found = read(&mut workspace, &text, Noun::Organizations, &mut new_id).unwrap();
    assert_eq!(found.counts(), Counts { changed: 1, refused: 1, ..Counts::default() });
    assert!(found.rejects[0].to_string().contains("row 2 has this id already"), "{}", found.rejects[0]);
    let people: Vec<&str> = found.new_people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!((people, found.new_stages.len(), found.new_organization_kinds.len()), (vec!["Ada"], 0, 0));
}

#[test]
fn a_partner_may_bear_our_name_and_only_a_row_that_says_so_is_us() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let text = "Name,Kind,Tier\nTidewater,Brand,Gold\n";
    let found = read(&mut workspace, text, Noun::Organizations, &mut new_id).unwrap();
    assert_eq!((found.counts().added, workspace.us().unwrap().tier.as_deref()), (1, None));
    assert!(read(&mut workspace, text, Noun::Organizations, &mut new_id).unwrap().changes_nothing());
    let ours = "Name,Kind,Tier\nTidewater,Our organization,Core\n";
    read(&mut workspace, ours, Noun::Organizations, &mut new_id).unwrap();
    assert_eq!(workspace.us().unwrap().tier.as_deref(), Some("Core"));
}

#[test]
fn the_winner_is_chosen_by_column() {
    for (policy, field, expect) in [
        (OnConflict::File, None, ("2", Some("EMEA"))),
        (OnConflict::Fill, None, ("1", Some("EMEA"))),
        (OnConflict::Mine, None, ("1", None)),
        (OnConflict::File, Some("tier"), ("1", Some("EMEA"))),
    ] {
        let mut new_id = ids();
        let mut workspace = blank("Tidewater", &mut new_id);
        read(&mut workspace, "Name,Tier,Region\nAcme,1,\n", Noun::Organizations, &mut new_id).unwrap();
        let by_field = field.map(|field: &str| (field.to_owned(), OnConflict::Mine)).into_iter().collect();
        let policies = Policies { default: Some(policy), by_field };
        let options = Options { policies, ..Options::new(Noun::Organizations) };
        let source = Source { name: "b.csv", bytes: b"Name,Tier,Region\nAcme,2,EMEA\n" };
        plan(source, &options, &workspace, &mut new_id).unwrap().apply_to(&mut workspace);
        let acme = workspace.partners().next().unwrap();
        assert_eq!((acme.tier.as_deref().unwrap(), acme.region.as_deref()), expect, "{policy:?} {field:?}");
    }
}

#[test]
fn tags_contacts_and_own_fields_are_targets_too() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let field = |key: &'static str, kind, choices: Option<&str>| CustomField {
        key: Key::literal(key),
        noun: "organization".into(),
        name: name(key),
        kind,
        choices: choices.map(str::to_owned),
        audience: domain::Audience::Internal,
        position: 0,
    };
    workspace.custom_fields = vec![
        field("fit", CustomKind::Choice, Some(r#"["High","Low"]"#)),
        field("markets", CustomKind::MultiChoice, Some(r#"["DACH","Nordics"]"#)),
        field("seats", CustomKind::Number, None),
    ];
    let text =
        "Name;Tags;Contact;Email;Fit;Markets;Seats\nAcme;Pilot, Cloud;Ada;ada@acme.example;high;dach|nordics;1.200,5\n";
    let found = read(&mut workspace, text, Noun::Organizations, &mut new_id).unwrap();
    found.require_all_rows().unwrap();
    assert_eq!(workspace.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["Pilot", "Cloud"]);
    assert_eq!(workspace.contacts[0].email.as_deref(), Some("ada@acme.example"));
    let values: Vec<&str> = workspace.custom_values.iter().map(|value| value.value.as_str()).collect();
    assert_eq!(values, ["High", r#"["DACH","Nordics"]"#, "1200.5"]);
    assert!(read(&mut workspace, text, Noun::Organizations, &mut new_id).unwrap().changes_nothing());
    let wrong = read(&mut workspace, "Name;Fit\nAcme;maybe\n", Noun::Organizations, &mut new_id).unwrap();
    assert!(wrong.rejects[0].to_string().contains("expected one of High and Low"), "{}", wrong.rejects[0]);
}

#[test]
fn what_only_a_person_can_tell_is_asked_and_days_can_be_told() {
    let mut new_id = ids();
    let mut workspace = small(&mut new_id);
    let two = read(&mut workspace, "Name\nAlpha / Omega\n", Noun::Organizations, &mut new_id).unwrap();
    let asked: Vec<String> = two.questions.iter().map(ToString::to_string).collect();
    assert_eq!(asked, ["Row 2: 'Alpha / Omega' may be several partners; it is taken as one name."]);
    let source = Source { name: "a.csv", bytes: b"Name,Since\nZeta,1/3/2026\n" };
    for (dates, expect) in [
        (None, None),
        (Some(import::DateOrder::DayFirst), Some("2026-03-01")),
        (Some(import::DateOrder::MonthFirst), Some("2026-01-03")),
    ] {
        let options = Options { dates, ..Options::new(Noun::Organizations) };
        let found = plan(source, &options, &workspace, &mut new_id).unwrap();
        let since = found.new_organizations.first().and_then(|row| row.since).map(|day| day.to_string());
        assert_eq!(since.as_deref(), expect);
    }
}

#[test]
fn a_refreshed_file_is_recognized_and_what_it_misses_is_listed() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let first = read(&mut workspace, "Name,Tier\nAcme,1\nBeta,2\n", Noun::Organizations, &mut new_id).unwrap();
    workspace.import_mappings.extend(first.mapping.clone());
    let options = Options { previous: Some(first.source_csv()), ..Options::new(Noun::Organizations) };
    let source = Source { name: "later.csv", bytes: b"Tier,Name\n3,Acme\n1,Gamma\n" };
    let later = plan(source, &options, &workspace, &mut new_id).unwrap();
    assert_eq!(later.mapping.as_ref().map(|saved| saved.id), first.mapping.map(|saved| saved.id));
    assert_eq!(later.missing, ["Beta"]);
    assert_eq!(later.counts(), Counts { added: 1, changed: 1, ..Counts::default() });
}

#[test]
fn what_was_said_of_one_file_holds_for_the_next_but_for_its_month_and_what_is_said_now_wins() {
    let mut new_id = ids();
    let mut workspace = small(&mut new_id);
    let source = Source { name: "may.csv", bytes: b"Partner,Figure,Ref\nAcme,3,x\n" };
    let metric = workspace.metrics[0].key.to_string();
    let set = vec![("month".to_owned(), "2026-05".to_owned()), ("metric".to_owned(), metric.clone())];
    let mine = Policies { default: Some(OnConflict::Mine), ..Policies::default() };
    let first = Options { set, policies: mine, ..Options::new(Noun::Actuals) };
    let found = plan(source, &first, &workspace, &mut new_id).unwrap();
    workspace.import_mappings.extend(found.mapping);
    let saved = &workspace.import_mappings[0];
    let silent = import::look::recall(Options::new(Noun::Actuals), saved);
    assert_eq!(
        (silent.set.clone(), silent.policies.of("value")),
        (vec![("metric".into(), metric.clone())], OnConflict::Mine)
    );
    let refused = plan(source, &silent, &workspace, &mut new_id).unwrap_err().to_string();
    assert!(refused.contains("no column for the month"), "{refused}");
    let with_month = Source { name: "june.csv", bytes: b"Partner,Figure,Ref,Month\nAcme,3,x,2026-06\n" };
    let found = plan(with_month, &silent, &workspace, &mut new_id).unwrap();
    let remark = format!("Used the mapping of last time (may.csv): metric = {metric} and mine wins.");
    assert!(found.remarks.contains(&remark), "{:?}", found.remarks);
    let file = Policies { default: Some(OnConflict::File), ..Policies::default() };
    let said = import::look::recall(Options { policies: file, ..Options::new(Noun::Actuals) }, saved);
    assert_eq!(said.policies.of("value"), OnConflict::File);
}

#[test]
fn tables_of_this_program_are_read_as_it_writes_them() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let field = |key: &'static str, kind, choices: Option<&str>| CustomField {
        key: Key::literal(key),
        noun: "organization".into(),
        name: name(key),
        kind,
        choices: choices.map(str::to_owned),
        audience: domain::Audience::Internal,
        position: 0,
    };
    workspace.custom_fields = vec![
        field("seats", CustomKind::Number, None),
        field("remark", CustomKind::Text, None),
        field("markets", CustomKind::MultiChoice, Some(r#"["C","C++","Retail; DACH"]"#)),
    ];
    let tags = import::joined(["Pilot, small", "a;b", "\"q\"", "C", "C++"]);
    let cells =
        [&tags, "12.345", " kept ", &import::joined(["C++", "Retail; DACH"])].map(|cell| cell.replace('"', "\"\""));
    let text = format!(
        "Ecotone ID,Name,Notes,Tags,Seats,Remark,Markets\n,Acme,\"  two\n lines\n\",\"{}\"\n",
        cells.join("\",\"")
    );
    let found = read(&mut workspace, &text, Noun::Organizations, &mut new_id).unwrap();
    found.require_all_rows().unwrap();
    let values: Vec<&str> = workspace.custom_values.iter().map(|value| value.value.as_str()).collect();
    assert_eq!(values, [r#"["C++","Retail; DACH"]"#, " kept ", "12.345"]);
    let tags: Vec<&str> = workspace.tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(tags, ["Pilot, small", "a;b", "\"q\"", "C", "C++"]);
    assert_eq!(found.new_organizations[0].notes, "  two\n lines\n");
    assert!(read(&mut workspace, &text, Noun::Organizations, &mut new_id).unwrap().changes_nothing());
}

#[test]
fn parts_above_one_and_thousandths_come_back_from_our_own_table() {
    let mut new_id = ids();
    let mut workspace = small(&mut new_id);
    workspace.metrics[0].unit = domain::MetricUnit::Ratio;
    let ratio = workspace.metrics[0].key.clone();
    let text =
        format!("Ecotone ID,Month,Partner,Metric,Value\n,2026-01,Acme,{ratio},1.234\n,2026-02,Acme,{ratio},0.5\n");
    let found = read(&mut workspace, &text, Noun::Actuals, &mut new_id).unwrap();
    found.require_all_rows().unwrap();
    let values: Vec<f64> = found.new_actuals.iter().map(|actual| actual.figure.to_f64()).collect();
    assert_eq!(values, [1.234, 0.5]);
}
