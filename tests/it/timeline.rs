//! The timeline as a picture: what is in it for whom.

use crate::command_line::Person;

fn drawn(person: &Person, name: &str, options: &str) -> String {
    person.done(&format!("--today 2026-06-18 export w.ecotone timeline --out {name} {options}"));
    String::from_utf8_lossy(&std::fs::read(person.path(name)).unwrap()).into_owned()
}

fn sample() -> Person {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person
}

#[test]
fn the_plan_is_drawn_over_its_months() {
    let person = sample();
    let check = |options: &str, expect: &[&str], refuse: &[&str]| {
        let svg = drawn(&person, "t.svg", options);
        for words in expect {
            assert!(svg.contains(words), "{words} is missing with '{options}'");
        }
        for words in refuse {
            assert!(!svg.contains(words), "{words} is in sight with '{options}'");
        }
    };
    check("", &["<svg", "Peak Season Playbook", "Co-created content", "Q3 2026", "Today"], &["Fernhill Commerce"]);
    check("--lanes partner", &["Fernhill Commerce", "Oakmere Outdoor"], &["Co-created content"]);
    check("--lanes status", &["Running", "Done"], &["Co-created content"]);
    check("--from 2026-03 --to 2026-04", &["March 2026", "April 2026"], &["Q3 2026", "May 2026"]);
    check("--audience partner", &["Peak Season Playbook"], &[]);
}

#[test]
fn a_name_in_png_is_written_as_one_and_backward_months_are_refused() {
    let person = sample();
    person.done("export w.ecotone timeline --out t.png --scale 1 --theme dark");
    assert!(std::fs::read(person.path("t.png")).unwrap().starts_with(b"\x89PNG"));
    let refused = person.run("export w.ecotone timeline --out b.svg --from 2026-05 --to 2026-03");
    assert_eq!(refused.code, 1);
    assert!(refused.refusal.contains("swap the two days"), "{}", refused.refusal);
    assert!(!person.path("b.svg").exists());
}
