//! What other people's programs say against a PDF.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use super::Document;

/// Where `cargo xtask test` has put the programs that read a PDF as a screen reader does.
const READERS: &str = "ECOTONE_PDF_READERS";

/// What is no fault of ours, though it is told.
const JUDGED: [(&str, &str); 4] = [
    // Our timelines are tables, but this looks for the number of the page on the table itself, where Typst writes none.
    ("TBL-014", "a ruled grid"),
    // What stands over the title of a partner or a motion says what it is, and many are the same. The real foot is left out.
    ("PAG-001", "running header"),
    // "Jan −€5.39k, Feb +€11.8k": a chart of figures is told in figures.
    ("FIG-012", "does not read as language"),
    // The same for names with braces and backslashes in them, which are read as formulas.
    ("FIG-010", "placeholder"),
];

/// A sentence for each fault of the files: broken, a font left out, or hard to hear.
pub fn said_against(files: &[PathBuf]) -> Vec<String> {
    let mut found: Vec<String> = files.iter().flat_map(|file| structure(file)).collect();
    found.extend(outloud(files));
    found.extend(pdfua(files));
    found
}

fn structure(file: &Path) -> Vec<String> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut found = Vec::new();
    let whole = run("qpdf".as_ref(), &["--check"], &[file.to_owned()]);
    if !whole.status.success() {
        found.push(format!("{name}, qpdf: {}", String::from_utf8_lossy(&whole.stdout)));
    }
    let fonts = run("pdffonts".as_ref(), &[], &[file.to_owned()]);
    let fonts = String::from_utf8_lossy(&fonts.stdout).into_owned();
    assert!(fonts.lines().count() > 2, "no font: {fonts}");
    for font in fonts.lines().skip(2) {
        let columns: Vec<&str> = font.split_whitespace().rev().collect();
        // From the right: object (two columns), unicode, subset, embedded.
        if columns[2..5] != ["yes", "yes", "yes"] {
            found.push(format!("{name}, not embedded, subset and readable: {font}"));
        }
    }
    found
}

/// PDF/UA-1 and what a validator cannot see, such as a title that is a file's name.
fn outloud(files: &[PathBuf]) -> Vec<String> {
    let output = run(&reader("outloud"), &["--json", "-", "--fail-on", "never"], files);
    let results: Vec<Value> =
        answers(&output).iter().flat_map(|answer| answer["results"].as_array().unwrap().clone()).collect();
    assert_eq!(results.len(), files.len(), "{results:?}");
    let mut found = Vec::new();
    for result in results {
        assert!(result["error"].is_null() && result["stats"]["tagged"] == true, "{result}");
        for finding in result["findings"].as_array().unwrap() {
            let (rule, message) = (finding["rule"].as_str().unwrap(), finding["message"].as_str().unwrap());
            let judged = JUDGED.iter().any(|(known, words)| rule == *known && message.contains(words));
            if !(judged || rule == "TAG-002" && repeats_a_head(&result, finding)) {
                found.push(format!("{}, outloud: {finding}", result["path"]));
            }
        }
    }
    found
}

/// The head of a table is said once, and printed again on each page that the table goes on to.
fn repeats_a_head(result: &Value, finding: &Value) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let document = Document::read(std::fs::read(result["path"].as_str().unwrap()).unwrap());
    let heads = document.tags.all().into_iter().filter(|tag| tag.kind == "THead");
    let repeated = letters(finding["evidence"].as_str().unwrap());
    finding["count"] == 1 && heads.into_iter().any(|head| letters(&document.heard(head)).starts_with(&repeated))
}

/// PDF/UA-1, by another hand. It answers file by file.
fn pdfua(files: &[PathBuf]) -> Vec<String> {
    let output = run(&reader("pdfua"), &["check", "--format", "json"], files);
    let results: Vec<Value> = answers(&output);
    assert_eq!(results.len(), files.len(), "{results:?}");
    let mut found = Vec::new();
    for result in results {
        // The rule that headings are not empty fails by itself where a tag holds several things; `defects` reads them.
        let skipped = result["skipped"].as_array().unwrap();
        assert!(skipped.iter().all(|rule| rule["rule_id"] == "UA-14-001"), "{skipped:?}");
        assert!(result["summary"]["rules_run"].as_u64().unwrap() > 10, "{result}");
        let findings = result["findings"].as_array().unwrap();
        found.extend(findings.iter().map(|finding| format!("{}, pdfua: {finding}", result["file"])));
    }
    found
}

fn answers(output: &Output) -> Vec<Value> {
    let answers = serde_json::Deserializer::from_slice(&output.stdout).into_iter();
    answers.collect::<Result<_, _>>().unwrap_or_else(|error| {
        let said = [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said).into_owned());
        panic!("no answer ({error}): {said:?}");
    })
}

fn run(program: &Path, arguments: &[&str], files: &[PathBuf]) -> Output {
    let output = Command::new(program).args(arguments).args(files).output();
    output.unwrap_or_else(|error| panic!("{} is needed ({error}): `cargo xtask test` installs it", program.display()))
}

/// Without `cargo xtask test` the programs are looked for where it puts them.
fn reader(name: &str) -> PathBuf {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = || set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache"))).unwrap_or_default();
    set(READERS).unwrap_or_else(|| cache().join("ecotone/pdf-readers/bin")).join(name)
}
