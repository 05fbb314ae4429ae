//! No bytes bring the readers down, and text goes through them unchanged.

use import::{Noun, Options, Reading, Source, plan};
use proptest::prelude::*;

use crate::{blank, ids, small};

const NOUNS: [Noun; 7] = Noun::ALL;

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

/// Real files to begin with: every reader gets past its first bytes.
fn corpus() -> Vec<Vec<u8>> {
    let files = ["csv", "xlsx", "profiles"].into_iter().flat_map(|folder| {
        std::fs::read_dir(format!("../../../tests/fixtures/{folder}")).unwrap().map(|entry| entry.unwrap().path())
    });
    let mut files: Vec<_> = files.filter(|path| path.metadata().unwrap().len() < 8_000).collect();
    files.sort();
    files.into_iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// A byte generator of its own: a hundred thousand files are too many for a strategy with shrinking.
struct Bytes(u64);

impl Bytes {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % below.max(1)
    }

    /// A file with some of its bytes changed, cut out or doubled, or with a piece of another in it.
    fn changed(&mut self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = corpus[self.next(corpus.len())].clone();
        for _ in 0..=self.next(6) {
            let at = self.next(bytes.len() + 1);
            match self.next(5) {
                0 if at < bytes.len() => bytes[at] = u8::try_from(self.next(256)).unwrap(),
                1 => bytes.truncate(at),
                2 => drop(bytes.drain(at..(at + self.next(40)).min(bytes.len()))),
                3 => {
                    let marks: [&[u8]; 8] = [b"\"", b";", b",", b"\n", b"\r", b"\0", b"\xFF\xFE", b"sep=;\n"];
                    bytes.splice(at..at, marks[self.next(marks.len())].iter().copied());
                }
                _ => {
                    let other = &corpus[self.next(corpus.len())];
                    let from = self.next(other.len() + 1);
                    let piece = &other[from..(from + self.next(200)).min(other.len())];
                    bytes.splice(at..at, piece.iter().copied());
                }
            }
        }
        bytes
    }
}

#[test]
fn a_hundred_thousand_damaged_files_bring_no_reader_down() {
    let corpus = corpus();
    let mut bytes = Bytes(0x9E37_79B9_7F4A_7C15);
    let mut read = 0;
    for _ in 0..100_000 {
        let file = bytes.changed(&corpus);
        match import::readers::read(Source { name: "any", bytes: &file }, &Reading::default()) {
            Ok(book) => read += usize::from(!book.sheets.is_empty()),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    assert!(read > 10_000, "only {read} damaged files were still read");
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
