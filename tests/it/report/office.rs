//! The report in somebody else's program: without a single remembered result, `LibreOffice` comes to the same figures.

use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;

use calamine::{Data, DataType};

use super::{report, same, sample, sheets::Book};

/// The workbook with the results of its formulas taken out, so that whoever opens it has to work them out.
fn forgotten(from: &Path, to: &Path) -> usize {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(from).unwrap()).unwrap();
    let mut out = zip::ZipWriter::new(std::fs::File::create(to).unwrap());
    let mut taken = 0;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name.starts_with("xl/worksheets/") {
            let text = String::from_utf8(bytes).unwrap();
            let mut parts = text.split("</f><v>");
            let mut kept = parts.next().unwrap().to_owned();
            for part in parts {
                taken += 1;
                kept = kept + "</f>" + part.split_once("</v>").unwrap().1;
            }
            bytes = kept.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap();
    taken
}

#[test]
fn libreoffice_opens_it_and_comes_to_the_same_figures() {
    let person = sample();
    let own = report(&person, "--today 2026-11-23");
    let taken = forgotten(&person.path("w.xlsx"), &person.path("forgotten.xlsx"));
    assert!(taken > 300, "{taken}");
    let mut office = Command::new("soffice");
    let profile = person.path("profile");
    office.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    office.args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]).arg(person.path("office"));
    let output = office.arg(person.path("forgotten.xlsx")).env("HOME", person.path("")).output();
    let output =
        output.unwrap_or_else(|error| panic!("LibreOffice is needed ({error}): `cargo xtask test` installs it"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let theirs = Book::open(&person.path("office/forgotten.xlsx"));
    assert_eq!(theirs.names(), own.names());
    let mut compared = 0;
    for (sheet, at, formula) in own.formulas() {
        let (expect, found) = (own.cell(&sheet, at), theirs.cell(&sheet, at));
        match expect {
            Data::String(text) => assert_eq!(found.to_string(), text, "{sheet} {at:?} {formula}"),
            expect => {
                let (expect, worked_out) = (expect.as_f64().unwrap(), found.as_f64());
                let near = worked_out.is_some_and(|worked_out| same(worked_out, expect));
                assert!(near, "{sheet} {at:?} {formula}: {found:?}, {expect}");
            }
        }
        compared += 1;
    }
    assert_eq!(compared, taken);
}
