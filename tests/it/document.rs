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
    for name in ["a.pdf", "b.pdf"] {
        person.done(&format!("export w.ecotone document --out {name} --today 2026-07-01"));
    }
    assert!(std::fs::read(person.path("a.pdf")).unwrap() == std::fs::read(person.path("b.pdf")).unwrap());
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
