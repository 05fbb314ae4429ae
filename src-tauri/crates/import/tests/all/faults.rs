//! Each fault names where it is, what was found, what was expected and what to do.

use import::{Noun, Options, Source, plan};

use crate::{blank, fixture, ids, options, small};

#[test]
fn files_that_cannot_be_read_say_why() {
    use Noun::{Actuals, Organizations, Relationships};
    for (file, noun, expect) in [
        ("empty.csv", Organizations, "empty.csv is empty: it needs a row of column names"),
        (
            "workbook.csv",
            Organizations,
            "workbook.csv cannot be read: it is damaged; open it in the spreadsheet and save it as .xlsx",
        ),
        (
            "no-header.csv",
            Organizations,
            "no-header.csv has no row of column names: found Acme, https://acme.example and Brand in its first row",
        ),
        (
            "missing-column.csv",
            Relationships,
            "missing-column.csv, row 1: no column for the end of the line was found among From and Relationship; expected one named To or Target",
        ),
        ("missing-column.csv", Actuals, "missing-column.csv has no row of column names"),
        ("open-quote.csv", Organizations, "open-quote.csv, row 3: a quotation mark opens a cell and none closes it"),
        ("broken-utf8.csv", Organizations, "broken-utf8.csv, row 3, column 'Notes': found bytes that are not UTF-8"),
    ] {
        let mut new_id = ids();
        let workspace = blank("Tidewater", &mut new_id);
        let bytes = fixture(&format!("csv/{file}"));
        let error = plan(Source { name: file, bytes: &bytes }, &Options::new(noun), &workspace, &mut new_id);
        let error = error.unwrap_err().to_string();
        assert!(error.starts_with(expect), "{error}");
    }
}

#[test]
fn limits_and_mappings_say_why() {
    let wide = vec!["Name"; 201].join(",") + "\nAcme\n";
    let long = format!("Name\n{}", "Acme\n".repeat(200_001));
    let heavy = format!("Name\n{}", "x".repeat(385 * 1024 * 1024));
    let kinds = (0..60).fold("Name,Kind\n".to_owned(), |text, kind| text + &format!("Acme {kind},kind {kind}\n"));
    for (text, map, expect) in [
        ("\n \n,,\n", &[][..], "list.csv is empty"),
        ("Name,Kind\n", &[], "list.csv, row 1: nothing stands below the column names"),
        (&wide, &[], "list.csv is too large: found 201 columns, at most 200 columns are read"),
        (&long, &[], "list.csv is too large: found more rows than that, at most 200,000 rows are read"),
        (&heavy, &[], "list.csv is too large: found 386 MB, at most 384 MB are read"),
        (&kinds, &[], "list.csv, column 'Kind': found 60 different words that are no kind of organization yet"),
        ("Name\nAcme\n", &["Firma=name"], "list.csv, row 1: there is no column 'Firma' to map; the columns are Name"),
        ("Firma\nAcme\n", &["Firm=name"], "list.csv, row 1: there is no column 'Firm' to map; the columns are Firma"),
        ("Name\nAcme\n", &["Name=title"], "'title' is no field of organizations: map 'Name' to one of name, kind"),
        ("A,B\nAcme,x\n", &["A=name", "B=name"], "two columns are mapped to 'name': 'A' and 'B'; keep one"),
    ] {
        let mut new_id = ids();
        let workspace = blank("Tidewater", &mut new_id);
        let source = Source { name: "list.csv", bytes: text.as_bytes() };
        let error = plan(source, &options(Noun::Organizations, map), &workspace, &mut new_id).unwrap_err().to_string();
        assert!(error.starts_with(expect), "{error}");
    }
    let error = import::ColumnMapping::parse("Name").unwrap_err().to_string();
    assert_eq!(error, "'Name' is no mapping: write it as \"Column=field\"");
}

#[test]
fn rows_that_do_not_fit_say_why_and_the_others_go_in() {
    use Noun::{Actuals, Organizations, Relationships};
    for (file, noun, added, expect) in [
        (
            "too-few-cells.csv",
            Organizations,
            2,
            &[
                "Row 3: found 2 cells, expected 3, as many as there are column names; add the missing cells; empty ones count",
                "Row 4: found 4 cells, expected 3, as many as there are column names; put a cell that holds the separator into quotation marks",
            ][..],
        ),
        (
            "bad-dates.csv",
            Organizations,
            1,
            &[
                "Row 2, column 'Since': found '2026-02-30', expected a day such as 2026-03-31 or 31 March 2026",
                "Row 3, column 'Since': found '1/3/2026', expected a day such as 2026-03-31 or 31 March 2026; it may be 2026-03-01 or 2026-01-03, and nothing else in the column tells",
                "Row 4, column 'Since': found 'soon', expected a day such as 2026-03-31 or 31 March 2026",
            ],
        ),
        (
            "bad-amounts.csv",
            Actuals,
            1,
            &[
                "Row 2, column 'Value': found 'lots', expected an amount such as 12000.50",
                "Row 3, column 'Month': found '2026-13', expected a month such as 2026-03",
                "Row 4, column 'Partner': found 'Nobody', expected the name of one partner of this workspace; add it first, or import the partners before",
                "Row 5, column 'Metric': found 'happiness', expected a metric of this workspace: revenue, pipeline",
                "Row 6, column 'Value': found '5.123', expected an amount such as 12000.50; its mark may group thousands or begin the decimals, and nothing else in the column tells",
                "Row 7, column 'Value': found '$5', expected a count such as 42; Affiliate orders is not counted in money",
                "Row 8, column 'Value': found nothing, expected an amount such as 12000.50",
                "Row 10, column 'Month': found '2026-03', expected one figure for each month, metric, partner, motion, currency and source; row 9 gives this month's figure already; keep one, or name their sources",
                "Row 11, column 'Partner': found nothing, expected a motion, a partner or both; say whose figure this is",
            ],
        ),
        (
            "unknown-organization.csv",
            Relationships,
            1,
            &[
                "Row 3, column 'To': found 'Akme', expected the name of one partner of this workspace; add it first, or import the partners before",
                "Row 4, column 'To': found 'Twins', expected a name that stands for one partner of this workspace only; 2 partners have this name; give them different names first",
                "Row 5, column 'To': found 'Acme', expected another organization than the line begins with",
            ],
        ),
    ] {
        let mut new_id = ids();
        let workspace = small(&mut new_id);
        let bytes = fixture(&format!("csv/{file}"));
        let source = Source { name: file, bytes: &bytes };
        let plan = plan(source, &Options::new(noun), &workspace, &mut new_id).unwrap();
        let found: Vec<String> = plan.rejects.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), expect.len(), "{file}");
        for (found, expect) in found.iter().zip(expect) {
            assert!(found.starts_with(expect), "{file}: {found}");
        }
        assert_eq!(plan.counts().added + plan.counts().changed, added, "{file}");
    }
}

#[test]
fn rejects_can_be_corrected_and_read_again() {
    let mut new_id = ids();
    let workspace = small(&mut new_id);
    let bytes = fixture("csv/bad-dates.csv");
    let options = Options::new(Noun::Organizations);
    let first = plan(Source { name: "a.csv", bytes: &bytes }, &options, &workspace, &mut new_id).unwrap();
    let rejects = String::from_utf8(first.rejects_csv()).unwrap();
    assert!(
        rejects.starts_with("Name,Since,Reason (Ecotone)\nAcme,2026-02-30,\"Row 2, column 'Since': found"),
        "{rejects}"
    );
    let corrected = rejects.replace("2026-02-30", "2026-02-28").replace("1/3/2026", "1 March 2026");
    let second = Source { name: "rejects.csv", bytes: corrected.as_bytes() };
    let second = plan(second, &options, &workspace, &mut new_id).unwrap();
    assert_eq!((second.counts().refused, second.remarks.len()), (1, 1));
    let error = first.require_all_rows().unwrap_err();
    assert!(
        error
            .typed()
            .ends_with("(--dates day-first or --dates month-first, or --rejects FILE for those that do not fit)")
    );
    assert_eq!(
        error.to_string(),
        "a.csv: 3 of 4 rows cannot be taken, so nothing was changed.\n  Row 2, column 'Since': found '2026-02-30', \
         expected a day such as 2026-03-31 or 31 March 2026 (and 2 rows alike)\nCorrect them, or take the \
         others without them"
    );
}

#[test]
fn the_largest_file_is_planned_without_comparing_every_row_with_every_other() {
    for row in [|_: usize| "Acme,Brand,same\n".to_owned(), |place: usize| format!("Acme {place},Brand,note {place}\n")]
    {
        let text: String = std::iter::once("Name,Kind,Notes\n".to_owned()).chain((0..50_000).map(row)).collect();
        let mut new_id = ids();
        let mut workspace = blank("Tidewater", &mut new_id);
        let source = Source { name: "large.csv", bytes: text.as_bytes() };
        let options = Options::new(Noun::Organizations);
        let started = std::time::Instant::now();
        let first = plan(source, &options, &workspace, &mut new_id).unwrap();
        first.apply_to(&mut workspace);
        let again = plan(source, &options, &workspace, &mut new_id).unwrap();
        assert_eq!((first.counts().added, again.counts().unchanged), (50_000, 50_000));
        // Comparing every pair would take hours; the slowest machine needs seconds.
        assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    }
}

#[test]
fn rejects_run_in_no_spreadsheet_and_come_back_as_they_were() {
    let mut new_id = ids();
    let workspace = small(&mut new_id);
    let options = Options::new(Noun::Organizations);
    let source = Source { name: "a.csv", bytes: b"Name,Notes,Since\n=cmd|x,'-1,2026-02-30\n" };
    let first = plan(source, &options, &workspace, &mut new_id).unwrap();
    let rejects = String::from_utf8(first.rejects_csv()).unwrap();
    assert!(rejects.contains("\n'=cmd|x,''-1,2026-02-30,\"Row 2"), "{rejects}");
    let corrected = rejects.replace("2026-02-30", "2026-02-28");
    let second = Source { name: "rejects.csv", bytes: corrected.as_bytes() };
    let second = plan(second, &options, &workspace, &mut new_id).unwrap();
    let row = &second.new_organizations[0];
    assert_eq!((row.name.as_str(), row.notes.as_str()), ("=cmd|x", "'-1"));
}

#[test]
fn figures_across_the_columns_have_a_limit_and_a_bad_one_gives_its_row_back_once() {
    let mut new_id = ids();
    let workspace = small(&mut new_id);
    let months: Vec<String> = (0..60).map(|at| format!("{}-{:02}", 2020 + at / 12, at % 12 + 1)).collect();
    let options = Options::new(Noun::Actuals);
    let many = format!("Partner,Metric,{}\n{}", months.join(","), "Acme,signups\n".repeat(33_334));
    let source = Source { name: "wide.csv", bytes: many.as_bytes() };
    let refused = plan(source, &options, &workspace, &mut new_id).unwrap_err().to_string();
    let expect = "wide.csv is too large: found 2,000,040 figures across the columns, at most 2,000,000 figures across the columns are read";
    assert!(refused.starts_with(expect), "{refused}");
    let metric = &workspace.metrics[0].name;
    let text = format!("Note,Partner,Metric,2026-01,2026-02,2026-03\nx,Acme,{metric},1,two,three\n");
    let source = Source { name: "wide.csv", bytes: text.as_bytes() };
    let found = plan(source, &options, &workspace, &mut new_id).unwrap();
    assert_eq!((found.counts().added, found.counts().refused), (1, 2));
    assert!(found.remarks.iter().any(|remark| remark.ends_with("no field to go to: Note.")), "{:?}", found.remarks);
    let rejects = String::from_utf8(found.rejects_csv()).unwrap();
    let expect = format!("Note,Partner,Metric,2026-01,2026-02,2026-03,Reason (Ecotone)\nx,Acme,{metric},1,two,three,");
    assert!(rejects.starts_with(&expect) && rejects.lines().count() == 2, "{rejects}");
    assert_eq!(String::from_utf8(found.source_csv()).unwrap(), text);
}

#[test]
fn a_cell_past_the_column_names_is_refused_under_a_heading_too() {
    let mut new_id = ids();
    let workspace = small(&mut new_id);
    let text = "Name,Tier,Region\nResellers,,\nNordlys,1,Nordics\nFjord,2,Nordics,lost\nBeta,1,DACH,\n";
    let source = Source { name: "a.csv", bytes: text.as_bytes() };
    let found = plan(source, &Options::new(Noun::Organizations), &workspace, &mut new_id).unwrap();
    assert_eq!((found.counts().added, found.rejects[0].row, found.counts().refused), (2, 4, 1));
}
