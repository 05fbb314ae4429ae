//! Exports where nothing more can be written: a sentence, and what was there before stays whole.

#![cfg(unix)]

use std::process::{Command, Stdio};

use crate::command_line::{Ended, Person};

/// Runs a command that can write no file longer than some kilobytes, as on a disk that is full.
fn run_full(person: &Person, line: &str) -> Ended {
    // Without the trap the limit would end the program instead of failing its write.
    let limited = format!("trap '' XFSZ; ulimit -f 16; exec \"$0\" {line}");
    let program = env!("CARGO_BIN_EXE_ecotone");
    let output = Command::new("bash")
        .args(["-c", &limited, program])
        .current_dir(person.path("."))
        .env("HOME", person.path("."))
        .env_remove("XDG_CONFIG_HOME")
        .env_remove("XDG_DATA_HOME")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Ended::from(output)
}

fn names(person: &Person, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(person.path(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn an_export_onto_a_full_disk_leaves_the_old_file_whole_and_nothing_half() {
    let person = Person::new();
    person.done("new s.ecotone --template sample");
    std::fs::create_dir(person.path("out")).unwrap();
    std::fs::create_dir(person.path("out/briefs")).unwrap();
    for file in ["plan.pdf", "report.xlsx", "plan.json", "map.svg", "briefs/Alba Skincare.pdf"] {
        person.file(&format!("out/{file}"), "old");
    }
    let (before, briefs) = (names(&person, "out"), names(&person, "out/briefs"));
    for (line, file) in [
        ("export s.ecotone document --out out/plan.pdf", "plan.pdf"),
        ("export s.ecotone report --out out/report.xlsx", "report.xlsx"),
        ("export s.ecotone workspace --out out/plan.json", "plan.json"),
        ("export s.ecotone map --out out/map.svg", "map.svg"),
        ("export s.ecotone briefs --out out/briefs", "briefs/Alba Skincare.pdf"),
        ("export s.ecotone briefs --out out/new", "briefs/Alba Skincare.pdf"),
    ] {
        let ended = run_full(&person, line);
        assert_eq!(ended.code, 1, "{line}: {}", ended.refusal);
        assert!(
            ended.refusal.contains("could not be written: choose another place, or make room"),
            "{}",
            ended.refusal
        );
        assert_eq!(std::fs::read(person.path(&format!("out/{file}"))).unwrap(), b"old", "{line}");
        assert_eq!((names(&person, "out"), names(&person, "out/briefs")), (before.clone(), briefs.clone()), "{line}");
    }
}
