//! The PDF, looked at with other people's programs.

use std::path::Path;
use std::process::Command;

use crate::command_line::Person;

fn tool(name: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(name).args(arguments).arg(file).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn text(file: &Path) -> String {
    let output = Command::new("pdftotext").args(["-layout"]).arg(file).arg("-").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// A workspace with one motion, one projection and six actuals.
fn planned(us: &str) -> Person {
    let person = Person::new();
    person.done(&format!("new w.ecotone --us '{us}'"));
    person.file("p.csv", "Name,Kind\nAcme,Brand\n#eval(\"1\"),Reseller\n*x* $a$ <b> @ref,Affiliate\n");
    person.done("import w.ecotone p.csv --as organizations");
    person.file(
        "r.csv",
        "From,To,Relationship\nAcme,Us,co-markets with\n#eval(\"1\"),Us,resells\n*x* $a$ <b> @ref,Us,promotes\n"
            .replace("Us", us),
    );
    person.done("import w.ecotone r.csv --as relationships");
    person.done("motion add w.ecotone --name 'Harbor Tour' --kind joint_gtm --partner Acme --start 2026-01-01 --end 2026-12-31 --budget 12000");
    person.done("projection set w.ecotone --motion 'Harbor Tour' --metric revenue --from 2026-01 --months 12 --model s_curve --total 120000");
    for (month, value) in [1, 2, 3, 4, 5, 6].into_iter().zip([1500, 2500, 4200, 7300, 11_000, 15_500]) {
        person.done(&format!(
            "actual add w.ecotone --motion 'Harbor Tour' --metric revenue --month 2026-0{month} --value {value}"
        ));
    }
    person
}

#[test]
fn the_plan_is_tagged_embedded_vector_and_says_what_was_typed() {
    let person = planned("Tidewater");
    person.done("export w.ecotone document --out w.pdf --today 2026-07-01");
    let pdf = person.path("w.pdf");
    assert!(tool("pdfinfo", &[], &pdf).lines().any(|line| line.starts_with("Tagged:") && line.contains("yes")));
    for font in tool("pdffonts", &[], &pdf).lines().skip(2) {
        let columns: Vec<&str> = font.split_whitespace().rev().collect();
        assert_eq!(columns[4], "yes", "not embedded: {font}");
    }
    assert_eq!(tool("pdfimages", &["-list"], &pdf).lines().count(), 2, "no picture but vectors");
    let text = text(&pdf);
    for part in ["Harbor Tour", "€42", "€120", "#eval(\"1\")", "*x* $a$ <b> @ref", "Acme"] {
        assert!(text.contains(part), "expected: {part}\nfound: {text}");
    }
    let checked = Command::new("qpdf").arg("--check").arg(&pdf).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

#[test]
fn the_same_input_and_date_give_the_same_bytes() {
    let person = planned("Tidewater");
    person.done("new sample.ecotone --template sample");
    for file in ["w.ecotone", "sample.ecotone"] {
        for name in ["a.pdf", "b.pdf"] {
            person.done(&format!("export {file} document --out {name} --date 2026-07-01"));
        }
        assert!(std::fs::read(person.path("a.pdf")).unwrap() == std::fs::read(person.path("b.pdf")).unwrap(), "{file}");
    }
}

#[test]
fn an_empty_workspace_makes_a_document_too() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    person.done("export w.ecotone document --out w.pdf");
    assert!(text(&person.path("w.pdf")).contains("Tidewater"));
}

#[test]
fn the_map_as_svg_holds_every_name_as_text() {
    let person = planned("Tidewater");
    person.done("export w.ecotone map --out w.svg");
    let svg = std::fs::read_to_string(person.path("w.svg")).unwrap();
    for part in ["<svg", "Acme", "#eval(&quot;1&quot;)", "*x* $a$ &lt;b&gt; @ref", "Tidewater"] {
        assert!(svg.contains(part) || svg.contains(&part.replace("&quot;", "\"")), "expected: {part}");
    }
    assert!(!svg.contains("<b>"));
}

#[test]
fn outcomes_show_the_plan_with_its_doubt_over_the_months() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person.done("export w.ecotone document --out w.pdf --sections outcomes");
    let text = text(&person.path("w.pdf"));
    for part in ["Partner-influenced revenue, cumulative", "Affiliate revenue, cumulative", "what moves it most"] {
        assert!(text.contains(part), "expected: {part}\nfound: {text}");
    }
}

#[test]
fn formulas_are_printed_in_names_with_the_settings_put_in() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person.done("export w.ecotone document --out w.pdf --sections glossary");
    let text = text(&person.path("w.pdf"));
    assert!(text.contains("Commission + Network fees + Bonuses"), "{text}");
    assert!(!text.contains("cost_has"), "{text}");
}

fn pages(file: &Path) -> (String, String) {
    let info = tool("pdfinfo", &[], file);
    let line = |name: &str| info.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned();
    (line("Pages:"), line("Page size:"))
}

#[test]
fn paper_sections_and_language_are_chosen_for_one_time_or_kept() {
    let person = planned("Tidewater");
    for (options, size, words) in [
        ("", "595.276 x 841.89 pts (A4)", "Projected against actual"),
        ("--paper letter", "612 x 792 pts (letter)", "Projected against actual"),
        ("--paper 16x9", "720 x 405 pts", "Projected against actual"),
        ("--language de", "595.276 x 841.89 pts (A4)", "Erwartet und erreicht"),
    ] {
        person.done(&format!("export w.ecotone document --out w.pdf --today 2026-07-01 {options}"));
        let pdf = person.path("w.pdf");
        assert_eq!(pages(&pdf).1, size, "{options}");
        assert!(text(&pdf).contains(words), "{options}");
    }
    person.done("export w.ecotone document --out w.pdf --sections cover,method --date 2026-03-31");
    let found = text(&person.path("w.pdf"));
    assert_eq!(pages(&person.path("w.pdf")).0, "2");
    assert!(found.contains("March 2026") && !found.contains("Harbor Tour"), "{found}");
    for (options, expect) in [
        ("--sections cover,nothing", "There is no section 'nothing'"),
        ("--language xx", "its fixed words exist in 'en' and 'de' only"),
        ("--document Board", "There is no document 'Board'"),
    ] {
        let ended = person.run(&format!("export w.ecotone document --out no.pdf {options}"));
        assert_eq!(ended.code, 1, "{options}");
        assert!(ended.refusal.contains(expect), "{options}: {}", ended.refusal);
        assert!(!person.path("no.pdf").exists());
    }
}

#[test]
fn documents_are_kept_with_their_settings_and_undone() {
    let person = planned("Tidewater");
    person.done("document add w.ecotone --name Board");
    person.done(
        "document set w.ecotone Board 'title=Growth plan' 'client=#eval(\"1\")' 'preparer=Harrow & Lane' 'version=Version 3' \
         confidentiality=Confidential draft=yes paper=letter accent=#8fd3ff sections=cover,summary,outcomes \
         heading.outcomes=accept date=2026-06-30",
    );
    person.file("ask.md", "# What we ask\n\n#eval(\"1\") and $a$ @ref <b>bold</b>, **soon**.\n\n#### Deep\n\n- one\n");
    person.done("document text w.ecotone Board ask.md");
    person.done("export w.ecotone document --document Board --out b.pdf --today 2026-07-01");
    let pdf = person.path("b.pdf");
    let found = text(&pdf);
    for part in [
        "Growth plan",
        "#eval(\"1\")",
        "Harrow & Lane",
        "Version 3",
        "Confidential",
        "DRAFT",
        "June 2026",
        "What we ask",
        "$a$ @ref <b>bold</b>, soon.",
        "plan to June 2026",
    ] {
        assert!(found.contains(part), "expected: {part}\nfound: {found}");
    }
    assert!(!found.contains("**"), "{found}");
    let info = tool("pdfinfo", &[], &pdf);
    assert!(info.contains("Growth plan") && info.contains("Harrow & Lane"), "{info}");

    let listed = person.done("document list w.ecotone --json");
    assert!(listed.contains("\"paper\":\"us_letter\""), "{listed}");
    for (line, expect) in [
        ("document add w.ecotone --name Board", "There is a document 'Board' already"),
        ("document set w.ecotone Board paper=a5", "'a5' is no paper"),
        ("document set w.ecotone Board accent=red", "is no color"),
        ("document set w.ecotone Board heading.map=x", "This document has no section 'map'"),
        ("document set w.ecotone Board nothing=x", "A document has no field 'nothing'"),
    ] {
        let ended = person.run(line);
        assert_eq!(ended.code, 1, "{line}");
        assert!(ended.refusal.contains(expect), "{line}: {}", ended.refusal);
    }
    for _ in 0..3 {
        person.done("undo w.ecotone");
    }
    assert_eq!(person.done("document list w.ecotone").trim(), "");
}

#[test]
fn a_heading_that_the_data_has_left_behind_is_told_and_not_printed() {
    let person = planned("Tidewater");
    person.done("document add w.ecotone --name Board");
    person.done("document set w.ecotone Board heading.outcomes=accept");
    let export = "export w.ecotone document --document Board --out b.pdf --today 2026-07-01";
    assert!(!person.done(export).contains("outcomes"), "accepted as it is");
    person.done("actual add w.ecotone --motion 'Harbor Tour' --metric revenue --month 2026-06 --value 99000");
    let told = person.done(export);
    assert!(told.contains("The heading of outcomes was written before the data said"), "{told}");
    assert!(text(&person.path("b.pdf")).contains("Projected against actual"));
}
