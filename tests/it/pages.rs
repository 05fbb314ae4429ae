//! The document on every paper, of workspaces great and small: nothing is blank, cut off or on top of another, and who
//! hears it gets all of it in order.

use std::path::PathBuf;

use domain::SectionKind;
use serde_json::{Value, json};

use crate::command_line::{Person, repository};
use crate::pdf::{Document, defects, said_against};

const PAPERS: [&str; 3] = ["a4", "letter", "16x9"];

/// Names that would do harm if anything read them as markup, names of other scripts, and names without an end.
const HOSTILE: [&str; 12] = [
    "#eval(\"1\")",
    "*x* _y_ `z`",
    "$a$",
    "<b>bold</b>",
    "@ref <label>",
    "a // b /* c",
    "\"quoted\" \\u{41} -> z",
    "شركة الاتصالات",
    "חברת התקשורת",
    "株式会社 日本 한국 中国",
    "Rocket \u{1F680} Ltd",
    "Wolkenkuckucksheimverwaltungsgesellschaftsvorsitzendenstellvertreterin",
];

/// Texts that a person types.
const TYPED: [&str; 12] = [
    "name",
    "what",
    "answer",
    "text",
    "note",
    "notes",
    "reason",
    "health_reason",
    "objective",
    "proof",
    "title",
    "role",
];

#[test]
fn the_sample_reads_well_on_every_paper() {
    let person = sample();
    on_every_paper(&person, "w.ecotone", "", 3);
    on_every_paper(&person, "w.ecotone", "--language de --audience client", 1);
}

#[test]
fn an_ecosystem_of_thousands_reads_well_on_every_paper() {
    let person = cncf();
    on_every_paper(&person, "w.ecotone", "", 1);
}

#[test]
fn an_empty_workspace_reads_well_on_every_paper() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    on_every_paper(&person, "w.ecotone", "", 3);
}

#[test]
fn hostile_and_long_names_read_well_on_every_paper() {
    let person = hostile();
    on_every_paper(&person, "w.ecotone", "", 3);
}

fn sample() -> Person {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person
}

/// Thousands of organizations with their relationships.
pub fn cncf() -> Person {
    let person = Person::new();
    person.done("new w.ecotone --us 'Cloud Native Computing Foundation'");
    for (table, noun) in [("partners", "organizations"), ("relationships", "relationships")] {
        let table = repository(&format!("tests/fixtures/cncf/{table}.csv"));
        person.done(&format!("import w.ecotone '{}' --as {noun}", table.display()));
    }
    person
}

/// The sample with every text that a person types made hostile or long.
pub fn hostile() -> Person {
    let person = Person::new();
    person.done("new sample.ecotone --template sample");
    person.done("export sample.ecotone workspace --out sample.json");
    let mut whole: Value = serde_json::from_slice(&std::fs::read(person.path("sample.json")).unwrap()).unwrap();
    let mut count = 0;
    for rows in whole["workspace"].as_object_mut().unwrap().values_mut() {
        for row in rows.as_array_mut().into_iter().flatten() {
            spoil(row, &mut count);
        }
    }
    assert!(count > 300, "{count}");
    person.file("hostile.json", whole.to_string());
    person.done("new w.ecotone --from hostile.json");
    person
}

fn spoil(value: &mut Value, count: &mut usize) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                if TYPED.contains(&key.as_str()) && field.is_string() {
                    *count += 1;
                    let typed = HOSTILE[*count % HOSTILE.len()];
                    // Names stay apart, and every fifth is long.
                    let times = if count.is_multiple_of(5) { 6 } else { 1 };
                    *field = json!(format!("{} {count}", [typed].repeat(times).join(" ")));
                } else {
                    spoil(field, count);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| spoil(item, count)),
        _ => {}
    }
}

/// Makes the document with every section on every paper, and reads each as its readers do. Other people's programs take
/// their time: where no tag hangs on the paper, they read the first alone.
fn on_every_paper(person: &Person, file: &str, options: &str, most: usize) {
    let sections: Vec<&str> = SectionKind::ALL.into_iter().map(SectionKind::key).collect();
    let mut found = Vec::new();
    let mut printed = Vec::new();
    for paper in PAPERS {
        let name = format!("{paper}.pdf");
        let sections = sections.join(",");
        person.done(&format!(
            "export {file} document --out {name} --paper {paper} --sections {sections} --today 2026-11-23 {options}"
        ));
        let path = person.path(&name);
        let document = Document::read(std::fs::read(&path).unwrap());
        found.extend(defects(&document).into_iter().map(|defect| format!("{options} {paper}, {defect}")));
        printed.push(path);
    }
    printed.truncate(most);
    found.extend(said_against(&printed));
    assert!(found.is_empty(), "{options}: {} defects:\n{}", found.len(), found.join("\n"));
}

#[test]
fn briefs_read_well_on_every_paper() {
    for (person, file) in [(sample(), "w.ecotone"), (hostile(), "w.ecotone")] {
        for paper in PAPERS {
            person.done(&format!("export {file} briefs --out {paper} --paper {paper} --today 2026-11-23"));
            let entries = std::fs::read_dir(person.path(paper)).unwrap();
            let briefs: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
            assert!(briefs.len() > 20, "{briefs:?}");
            let mut found = Vec::new();
            for brief in &briefs {
                let document = Document::read(std::fs::read(brief).unwrap());
                found.extend(defects(&document).into_iter().map(|defect| format!("{}, {defect}", brief.display())));
            }
            if paper == PAPERS[0] {
                found.extend(said_against(&briefs));
            }
            assert!(found.is_empty(), "{} defects:\n{}", found.len(), found.join("\n"));
        }
    }
}

/// A file with one of each kind of defect.
const FAULTY: &str = "%PDF-1.7
1 0 obj <</Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /Outlines 9 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R 11 0 R] /Count 2>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /StructParents 0 /Annots [12 0 R]
  /Resources <</Font <</F 5 0 R>>>>>> endobj
4 0 obj <</Length 420>> stream
BT /H1 <</MCID 0>> BDC /F 12 Tf 1 0 0 1 30 250 Tm (First) Tj EMC /H3 <</MCID 1>> BDC 1 0 0 1 30 200 Tm (Third) Tj EMC
/P <</MCID 2>> BDC 1 0 0 1 30 100 Tm (Lower) Tj EMC /P <</MCID 3>> BDC 1 0 0 1 30 150 Tm (Upper) Tj EMC
1 0 0 1 200 150 Tm (Forgotten) Tj
/Artifact BMC 1 0 0 1 205 148 Tm (Over) Tj EMC /Artifact BMC 1 0 0 1 280 50 Tm (Outside) Tj EMC ET
q 30 20 10 40 re W n BT /Artifact BMC /F 12 Tf 1 0 0 1 30 30 Tm (Window) Tj EMC ET Q
endstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>> endobj
6 0 obj <</Type /StructTreeRoot /K [7 0 R 8 0 R <</S /H2>>
  <</S /P /Pg 3 0 R /K 2>> <</S /P /Pg 3 0 R /K 3>> <</S /Figure /Alt (-) /Pg 3 0 R>>]>> endobj
7 0 obj <</S /H1 /Pg 3 0 R /K 0>> endobj
8 0 obj <</S /H3 /Pg 3 0 R /K 1>> endobj
9 0 obj <</Type /Outlines /First 10 0 R /Last 10 0 R /Count 1>> endobj
10 0 obj <</Title (Third) /Parent 9 0 R /Dest [3 0 R /XYZ 0 100 0]>> endobj
11 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300]>> endobj
12 0 obj <</Type /Annot /Subtype /Link /Rect [30 245 80 265] /Dest [11 0 R /XYZ 0 300 0]>> endobj
trailer <</Root 1 0 R /Size 13>>
%%EOF
";

#[test]
fn every_kind_of_defect_is_seen() {
    let found = defects(&Document::read(FAULTY.into())).join("\n");
    for expect in [
        "'Outside' leaves the page",
        "'Window' at",
        "'Forgotten' is neither tagged",
        "'Forgotten' stands on 'Over'",
        "page 2 is blank",
        "a picture's alternative text is '-'",
        "a heading says nothing",
        "'Third' is a heading 3 under a heading 1",
        "the bookmark 'Third' leads to",
        "the link 'First' leads to",
        "'Lower' is read before 'Upper'",
        "the language of the texts is not told",
    ] {
        assert!(found.contains(expect), "expected: {expect}\nfound: {found}");
    }
}
