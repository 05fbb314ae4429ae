//! The plan in time, and in other calendars.

use serde_json::Value;

use crate::command_line::Person;

fn sample() -> Person {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person
}

#[test]
fn the_sample_s_schedule_for_programs() {
    let schedule: Value = serde_json::from_str(&sample().done("schedule w.ecotone --json")).unwrap();
    assert_eq!(schedule["schema"], 1);
    let motions = schedule["motions"].as_array().unwrap();
    let found = |name: &str| motions.iter().find(|motion| motion["name"] == name).unwrap();
    // It waits for the study, which could end ten days later.
    assert_eq!(found("Carrier bundle with Parcelwise")["critical"], true);
    assert_eq!(found("Returns Without Regret study")["slack"], 10);
    // Dated before the launch that it waits for has ended: moved behind it, and said.
    assert_eq!(found("Cinder audience activation")["early_start"], "2026-09-21");
    let words = "Cinder audience activation begins 32 days before Native order sync launch has ended";
    assert_eq!(schedule["broken"][0]["words"], words);
    assert_eq!(schedule["critical"].as_array().unwrap().len(), 3);
    assert_eq!(schedule["loads"][0]["month"], "2026-05");
}

#[test]
fn a_person_reads_conflicts_and_loads_below_the_table() {
    let said = sample().done("schedule w.ecotone");
    for expect in ["Conflict: Cinder audience activation begins 32 days before", "2026-07 Marketing: 6.87 days of work"]
    {
        assert!(said.contains(expect), "{expect}\n{said}");
    }
}

#[test]
fn the_calendar_has_the_same_entries_each_time_and_newer_ones_after_a_change() {
    let person = sample();
    person.done("export w.ecotone calendar --out all.ics");
    person.done("export w.ecotone calendar --out one.ics --motion 'Peak Season Playbook'");
    person.done("export w.ecotone calendar --out again.ics");
    let read = |name: &str| std::fs::read_to_string(person.path(name)).unwrap();
    let uids = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    let all = read("all.ics");
    assert_eq!(read("again.ics"), all);
    assert_eq!(uids(&all).len(), 73);
    assert!(uids(&read("one.ics")).iter().all(|uid| all.contains(uid)));
    assert!(all.contains("SEQUENCE:1\r\n") && !all.contains("DTSTART:"), "whole days only");

    person.done("organization set w.ecotone 'Cinder CDP' tier=2");
    person.done("export w.ecotone calendar --out later.ics");
    let later = read("later.ics");
    assert_eq!(uids(&later), uids(&all));
    assert!(later.contains("SEQUENCE:2\r\n"));
}

#[test]
fn a_plan_without_dates_has_no_calendar() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    let ended = person.run("export w.ecotone calendar --out all.ics");
    assert!(ended.code == 1 && ended.refusal.contains("No task or milestone has a date yet"), "{}", ended.refusal);
    assert!(!person.path("all.ics").exists());
}
