//! No bytes bring the readers down, and text goes through them unchanged.

use import::{Noun, Options, Source, plan};
use proptest::prelude::*;

use crate::{blank, ids, small};

const NOUNS: [Noun; 5] = Noun::ALL;

fn read_all(bytes: &[u8]) -> Result<(), TestCaseError> {
    let mut new_id = ids();
    let workspace = small(&mut new_id);
    for noun in NOUNS {
        let source = Source { name: "any.csv", bytes };
        match plan(source, &Options::new(noun), &workspace, &mut new_id) {
            Ok(plan) => {
                let counts = plan.counts();
                let rows = counts.added + counts.changed + counts.unchanged + counts.refused + counts.skipped;
                let kept = plan.source_csv();
                let _ = (plan.summary(), plan.headline(), plan.rejects_csv(), plan.require_all_rows());
                plan.apply_to(&mut workspace.clone());
                prop_assert!(rows > 0 && !kept.is_empty());
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
    Ok(())
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "Name",
            "From",
            "To",
            "Relationship",
            "Month",
            "Metric",
            "Value",
            "Partner",
            "Acme",
            "Twins",
            "Tidewater",
            "Total",
            "revenue",
            "2026-03",
            "1/3/2026",
            "31.12.2025",
            "€1.2k",
            "(1,234)",
            "1.234,56",
            "12%",
            "sep=;",
            "Our organisation",
            "resells",
            "\"",
            "\"\"",
            "",
            " ",
            "\u{FEFF}",
            "\u{202E}",
            "ß",
            "株",
            "🦀",
            "-",
            "'",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,12}",
        any::<String>(),
    ]
}

fn table() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(cell(), 0..6);
    let delimiter = prop::sample::select(vec![",", ";", "\t", "|"]);
    let end = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    (prop::collection::vec(row, 0..8), delimiter, end)
        .prop_map(|(rows, delimiter, end)| rows.iter().map(|row| row.join(delimiter) + end).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn no_bytes_bring_it_down(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_all(&bytes)?;
    }

    #[test]
    fn no_table_brings_it_down(text in table(), noun in 0..3_usize) {
        read_all(text.as_bytes())?;
        let header = ["Name,Kind,Since,Owner\n", "From,To,Relationship,Since\n", "Month,Partner,Metric,Value\n"][noun];
        read_all(format!("{header}{text}").as_bytes())?;
    }

    #[test]
    fn names_and_notes_go_through_unchanged(
        rows in prop::collection::vec(("[^\\pC]{1,30}", "[^\\x00]{0,40}"), 1..8),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
    ) {
        let rows: Vec<(&str, &str)> = rows.iter().map(|(name, notes)| (name.trim(), notes.trim())).collect();
        prop_assume!(rows.iter().all(|(name, _)| !name.is_empty() && *name != "Tidewater"));
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        writer.write_record(["Name", "Kind", "Notes"]).unwrap();
        for (name, notes) in &rows {
            writer.write_record([*name, "Brand", *notes]).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let mut new_id = ids();
        let workspace = blank("Tidewater", &mut new_id);
        let plan = plan(Source { name: "a.csv", bytes: &bytes }, &Options::new(Noun::Organizations), &workspace, &mut new_id);
        let plan = plan.unwrap();
        let found: Vec<(&str, &str)> =
            plan.new_organizations.iter().map(|o| (o.name.as_str(), o.notes.as_str())).collect();
        prop_assert_eq!(found, rows);
    }
}
