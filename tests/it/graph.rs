//! Plain graphs: laid out into a file of positions, measured, and refused in words.

use serde_json::Value;

use crate::command_line::Person;

/// Two rings of six, joined by one line.
const RINGS: &str = "12 13\n0 1\n1 2\n2 3\n3 4\n4 5\n5 0\n6 7\n7 8\n8 9\n9 10\n10 11\n11 6\n0 6\n";

fn prepared() -> Person {
    let person = Person::new();
    person.file("g.txt", RINGS);
    person.file("groups.json", "[0,0,0,0,0,0,1,1,1,1,1,1]");
    person
}

fn positions(person: &Person, name: &str) -> Vec<[f32; 2]> {
    let bytes = std::fs::read(person.path(name)).unwrap();
    let numbers: Vec<f32> = bytes.chunks_exact(4).map(|four| f32::from_le_bytes(four.try_into().unwrap())).collect();
    assert_eq!(bytes.len(), numbers.len() * 4);
    numbers.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect()
}

fn overlaps(at: &[[f32; 2]], size: [f32; 2]) -> usize {
    let over = |a: &[f32; 2], b: &[f32; 2]| (0..2).all(|axis| (a[axis] - b[axis]).abs() < size[axis]);
    at.iter().enumerate().map(|(index, a)| at[index + 1..].iter().filter(|b| over(a, b)).count()).sum()
}

#[test]
fn positions_are_finite_without_overlaps_and_the_same_each_time() {
    let person = prepared();
    for options in [
        "--style organic",
        "--style organic --model stress --separate 0",
        "--style organic --model force --separate 1 --groups groups.json --seed 7",
        "--style rings",
        "--style value_chain --groups groups.json",
        "--style by_kind --groups groups.json",
    ] {
        let line = format!("graph layout g.txt {options} --out");
        let said = person.done(&format!("{line} a.f32"));
        assert!(said.contains("12 nodes, 13 lines") && said.contains("reading") && said.contains("writing"), "{said}");
        let at = positions(&person, "a.f32");
        assert_eq!(at.len(), 12, "{options}");
        assert!(at.iter().flatten().all(|value| value.is_finite()), "{options}: {at:?}");
        assert_eq!(overlaps(&at, [100.0, 30.0]), 0, "{options}: {at:?}");
        person.done(&format!("{line} b.f32"));
        assert_eq!(at, positions(&person, "b.f32"), "{options}");
    }
}

#[test]
fn boxes_are_as_large_as_said_and_points_have_none() {
    let person = prepared();
    person.done("graph layout g.txt --style organic --box 400x200 --out large.f32");
    assert_eq!(overlaps(&positions(&person, "large.f32"), [400.0, 200.0]), 0);
    person.done("graph layout g.txt --style organic --no-overlap-removal --out points.f32");
    let points = positions(&person, "points.f32");
    let long = |a: usize, b: usize| (points[a][0] - points[b][0]).hypot(points[a][1] - points[b][1]);
    assert!((0.3..3.0).contains(&long(0, 1)), "a line is about one unit long: {points:?}");
}

#[test]
fn a_value_chain_runs_to_the_right() {
    let person = Person::new();
    person.file("chain.txt", "5 5\n3 1\n1 0\n0 4\n4 2\n1 4\n");
    person.done("graph layout chain.txt --style value_chain --out p.f32");
    let at = positions(&person, "p.f32");
    assert!([3, 1, 0, 4, 2].windows(2).all(|pair| at[pair[0]][0] < at[pair[1]][0]), "{at:?}");
}

#[test]
fn phases_add_up_to_the_layout() {
    let person = prepared();
    let said = person.done("graph layout g.txt --style organic --out a.f32 --json");
    let done: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((&done["schema"], &done["nodes"], &done["lines"]), (&1.into(), &12.into(), &13.into()));
    let phases: f64 =
        done["phases"].as_array().unwrap().iter().map(|phase| phase["milliseconds"].as_f64().unwrap()).sum();
    assert!((phases - done["layout_milliseconds"].as_f64().unwrap()).abs() < 1e-6, "{said}");
    assert!((0.0..=1.0).contains(&done["fill"].as_f64().unwrap()), "{said}");
}

#[test]
fn graphs_at_their_limits_come_out() {
    let person = Person::new();
    let star = format!("300 299\n{}", (1..300).fold(String::new(), |all, node| all + &format!("0 {node}\n")));
    for (name, text, nodes) in [
        ("none.txt", "0 0\n", 0),
        ("one.txt", "1 0\n", 1),
        ("loop.txt", "2 3\n0 0\n0 1\n1 0\n", 2),
        ("dust.txt", "40 0\n", 40),
        ("star.txt", star.as_str(), 300),
    ] {
        person.file(name, text);
        for style in ["organic", "rings", "value_chain"] {
            person.done(&format!("graph layout {name} --style {style} --out p.f32"));
            let at = positions(&person, "p.f32");
            assert_eq!((at.len(), overlaps(&at, [100.0, 30.0])), (nodes, 0), "{name} {style}");
        }
    }
}

#[test]
fn bad_input_is_one_sentence_and_writes_nothing() {
    let person = prepared();
    person.file("no_head.txt", "hello\n");
    person.file("short.txt", "3 2\n0 1\n");
    person.file("letter.txt", "3 1\n0 b\n");
    person.file("range.txt", "3 1\n0 3\n");
    person.file("few.json", "[0, 1]");
    let organic = "--style organic --out p.f32";
    for (line, code, parts) in [
        (format!("graph layout no_head.txt {organic}"), 1, vec!["no_head.txt, line 1", "'hello'", "\"n m\""]),
        (format!("graph layout short.txt {organic}"), 1, vec!["short.txt", "1 line", "2 lines"]),
        (format!("graph layout letter.txt {organic}"), 1, vec!["letter.txt, line 2", "'0 b'"]),
        (format!("graph layout range.txt {organic}"), 1, vec!["range.txt, line 2", "'0 3'", "0 to 2"]),
        (format!("graph layout none.txt {organic}"), 1, vec!["none.txt", "no file of this name"]),
        (format!("graph layout . {organic}"), 1, vec!["it is a folder"]),
        (format!("graph layout g.txt {organic} --groups few.json"), 1, vec!["few.json", "2 groups", "12 nodes"]),
        ("graph layout g.txt --style organic --out g.txt".into(), 1, vec!["g.txt is the graph itself"]),
        ("graph layout g.txt --style organic --out no/p.f32".into(), 1, vec!["no/p.f32 could not be written"]),
        (format!("graph layout g.txt {organic} --box 0x0"), 2, vec!["0x0", "100x30"]),
        (format!("graph layout g.txt {organic} --box NaNx3"), 2, vec!["NaNx3", "100x30"]),
        (format!("graph layout g.txt {organic} --box -5x3"), 2, vec!["-5x3", "100x30"]),
        (format!("graph layout g.txt {organic} --separate 1.5"), 2, vec!["1.5", "0 to 1"]),
        (format!("graph layout g.txt {organic} --separate -1"), 2, vec!["-1", "0 to 1"]),
        (format!("graph layout g.txt {organic} --separate NaN"), 2, vec!["NaN", "0 to 1"]),
        (format!("graph layout g.txt {organic} --model magic"), 2, vec!["magic", "stress"]),
        ("graph layout g.txt --style by_kind --out p.f32".into(), 1, vec!["kinds", "--groups"]),
        ("graph layout g.txt --style cloud --out p.f32".into(), 2, vec!["cloud", "organic"]),
        ("graph measures letter.txt --json".into(), 1, vec!["letter.txt, line 2", "'0 b'"]),
    ] {
        let ended = person.run(&line);
        assert_eq!(ended.code, code, "ecotone {line}\n{}", ended.refusal);
        for part in parts {
            assert!(ended.refusal.contains(part), "ecotone {line}\nexpected: {part}\nfound: {}", ended.refusal);
        }
        assert!(!person.path("p.f32").exists(), "ecotone {line}");
    }
    assert_eq!(std::fs::read_to_string(person.path("g.txt")).unwrap(), RINGS);
}

#[test]
fn measures_of_two_rings() {
    let person = prepared();
    let measured: Value = serde_json::from_str(&person.done("graph measures g.txt --json")).unwrap();
    let whole = &measured["whole"];
    assert_eq!((&whole["bridges"], &whole["communities"]), (&serde_json::json!([[0, 6]]), &2.into()));
    assert_eq!((&whole["components"], &whole["reciprocity"]), (&1.into(), &Value::Null));
    assert!((whole["density"].as_f64().unwrap() - 13.0 / 66.0).abs() < 1e-12);
    // Node 0 stands between its ring's other five and the other ring's six, and between neighbors of its own ring.
    let of = |node: usize, key: &str| measured["nodes"][node][key].clone();
    assert_eq!((of(0, "degree"), of(0, "degree_in")), (3.into(), Value::Null));
    assert_eq!((of(0, "articulation_point"), of(3, "articulation_point")), (true.into(), false.into()));
    assert_eq!((of(0, "core"), of(1, "community")), (2.into(), of(5, "community")));
    assert_ne!(of(1, "community"), of(7, "community"));
    assert_eq!(of(0, "betweenness").as_f64(), Some(30.0 + 2.0));
    assert!((of(0, "betweenness_share").as_f64().unwrap() - 32.0 / 55.0).abs() < 1e-12);
    let table = person.done("graph measures g.txt");
    assert!(table.starts_with("node") && table.contains("1 bridge;"), "{table}");
}

#[test]
fn directed_lines_are_read_from_their_first_node() {
    let person = Person::new();
    person.file("d.txt", "3 3\n0 1\n1 0\n1 2\n");
    let measured: Value = serde_json::from_str(&person.done("graph measures d.txt --directed --json")).unwrap();
    let both =
        |node: usize| (measured["nodes"][node]["degree_in"].clone(), measured["nodes"][node]["degree_out"].clone());
    assert_eq!([both(0), both(1), both(2)], [(1.into(), 1.into()), (1.into(), 2.into()), (1.into(), 0.into())]);
    assert!((measured["whole"]["reciprocity"].as_f64().unwrap() - 2.0 / 3.0).abs() < 1e-12);
}
