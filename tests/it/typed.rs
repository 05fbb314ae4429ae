//! What was typed is printed as it was typed, whatever it looks like and however long it is.

use std::fmt::Write as _;
use std::process::Command;

use crate::command_line::Person;
use crate::pdf::{Document, defects};

/// Anything that read these as its own language would change or run them.
const LOOKS_LIKE_CODE: [&str; 6] = ["#eval(\"1\")", "*x*", "$a$", "<b>", "@ref", "= 1 + 1 \\ ~ `y` [z] -- ... _w_"];

/// The words of a PDF in the order in which they are written, apart by single spaces.
fn words(person: &Person, name: &str) -> String {
    let output = Command::new("pdftotext").arg("-raw").arg(person.path(name)).arg("-").output();
    let output = output.unwrap_or_else(|error| panic!("pdftotext is needed ({error}): `cargo xtask test` installs it"));
    let text = String::from_utf8(output.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A workspace with a document that holds one text page of one's own.
fn printed(markdown: &str) -> (Person, String) {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    person.done("document add w.ecotone --name Board");
    person.file("page.md", markdown);
    person.done("document text w.ecotone Board page.md");
    person.done("export w.ecotone document --document Board --sections text --out w.pdf --today 2026-11-23");
    let read = Document::read(std::fs::read(person.path("w.pdf")).unwrap());
    assert_eq!(defects(&read), Vec::<String>::new());
    let found = words(&person, "w.pdf");
    (person, found)
}

#[test]
fn names_and_notes_that_look_like_code_are_words() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    person
        .file("p.csv", format!("Name;Kind\n'{}';reseller\n", LOOKS_LIKE_CODE.join("';reseller\n'")).replace('\'', ""));
    person.done("import w.ecotone p.csv --as organizations");
    for name in LOOKS_LIKE_CODE {
        person.done(&format!(
            "motion add w.ecotone --name '{name}' --form light --playbook co_created --start 2026-01-01"
        ));
    }
    let sections = "cover,summary,strategy,map,partners,profiles,timeline,motions";
    person.done(&format!("export w.ecotone document --sections {sections} --out w.pdf --today 2026-11-23"));
    let found = words(&person, "w.pdf");
    for name in LOOKS_LIKE_CODE {
        // In the table of partners, on the map, in the overview of motions and over the motion's page.
        let times = found.matches(name).count();
        assert!(times >= 3, "'{name}' is printed {times} times: {found}");
    }
}

#[test]
fn a_note_of_thousands_of_letters_is_printed_to_its_end() {
    let note: Vec<String> = (0..626).map(|at| format!("note{at:03}")).collect();
    let (_person, found) = printed(&format!("# Long\n\n{}\n", note.join(" ")));
    let there: Vec<&str> = found.split(' ').filter(|word| word.starts_with("note")).collect();
    assert_eq!(there, note);
}

#[test]
fn a_table_of_ten_thousand_cells_keeps_every_cell() {
    let mut markdown = "# A table\n\n| a | b | c | d | e |\n|---|---|---|---|---|\n".to_owned();
    for row in 0..2000 {
        let cells: Vec<String> = (0..5).map(|column| format!("r{row}c{column}")).collect();
        writeln!(markdown, "| {} |", cells.join(" | ")).unwrap();
    }
    let (_person, found) = printed(&markdown);
    let there: std::collections::BTreeSet<&str> = found.split(' ').collect();
    let lost: Vec<String> = (0..2000)
        .flat_map(|row| (0..5).map(move |column| format!("r{row}c{column}")))
        .filter(|cell| !there.contains(cell.as_str()))
        .collect();
    assert!(lost.is_empty(), "{} cells are lost: {lost:?}", lost.len());
}

#[test]
fn headings_that_skip_levels_are_put_in_order() {
    let (person, found) =
        printed("###### Deep first\n\n# Top\n\n#### Skips two\n\n##### Below\n\n## Back\n\ntext $a$ @ref\n");
    assert!(found.contains("Skips two") && found.contains("text $a$ @ref"), "{found}");
    let bytes = std::fs::read(person.path("w.pdf")).unwrap();
    assert!(bytes.windows(18).any(|window| window == b"<pdfuaid:part>1</p"), "it says no more that it keeps PDF/UA-1");
}
