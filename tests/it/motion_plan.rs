//! Motions planned with playbooks and tasks, on the built program.

use serde_json::Value;

use crate::command_line::Person;

fn sample() -> Person {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person
}

/// The rows of a list.
fn shown(person: &Person, what: &str) -> Vec<Value> {
    let json: Value = serde_json::from_str(&person.done(&format!("show w.ecotone {what} --json"))).unwrap();
    json[what.split(' ').next().unwrap()].as_array().unwrap().clone()
}

/// The tasks of one motion.
fn tasks(person: &Person, motion: &str) -> Vec<Value> {
    shown(person, "tasks").into_iter().filter(|task| task["motion"] == motion).collect()
}

#[test]
fn a_playbook_gives_a_draft_in_one_step() {
    let person = sample();
    let books = shown(&person, "playbooks");
    let keys: Vec<&str> = books.iter().map(|book| book["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["co_created", "joint_gtm", "referral", "enablement", "affiliate_program"]);
    assert_eq!(books[4]["metrics"], serde_json::json!(["affiliate_revenue", "affiliate_cost", "orders"]));

    let light =
        "motion add w.ecotone --name 'Light study' --playbook co_created --start 2026-09-01 --partner 'Cinder CDP'";
    assert_eq!(person.done(light).trim(), "Added motion Light study from the playbook Co-created content & campaigns.");
    assert!(tasks(&person, "Light study").is_empty(), "light has milestones only");
    let full = "motion add w.ecotone --name 'Full study' --playbook co_created --form full --start 2026-09-01 --budget 10000.01";
    person.done(full);
    let work = tasks(&person, "Full study");
    assert_eq!(work.len(), 15);
    assert_eq!((&work[0]["phase"], &work[0]["owner"]), (&"Agree".into(), &"Marketing lead".into()));
    assert_eq!((&work[0]["start"], &work[0]["due"]), (&"2026-09-01".into(), &"2026-09-07".into()));

    let motions = shown(&person, "motions");
    let motion = |name: &str| motions.iter().find(|motion| motion["name"] == name).unwrap();
    assert_eq!(motion("Light study")["end"], motion("Full study")["end"], "both forms last as long");
    assert_eq!(motion("Light study")["partners"], serde_json::json!(["Cinder CDP"]));
    assert_eq!(
        (&motion("Light study")["owner"], &motion("Light study")["status"]),
        (&"Marketing lead".into(), &"draft".into())
    );
    assert_eq!(motion("Full study")["budget"]["amount"], "10000.01", "divided to the cent");

    let schedule: Value = serde_json::from_str(&person.done("schedule w.ecotone --json")).unwrap();
    assert_eq!(schedule["broken_steps"], serde_json::json!([]));
    let steps = schedule["steps"].as_array().unwrap();
    let own: Vec<&Value> = steps.iter().filter(|step| step["motion_name"] == "Full study").collect();
    assert_eq!(own.len(), 15 + 4);
    assert!(own.iter().any(|step| step["critical"] == true) && own.iter().any(|step| step["slack"] != 0));

    person.done("export w.ecotone calendar --out full.ics --motion 'Full study'");
    let calendar = std::fs::read_to_string(person.path("full.ics")).unwrap();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 15 + 4);
    assert!(calendar.contains("DTSTART;VALUE=DATE:20260901"));
    person.done("undo w.ecotone");
    assert!(tasks(&person, "Full study").is_empty(), "one step, taken back at once");
}

#[test]
fn each_playbook_gives_a_plan_that_holds() {
    let person = sample();
    for (number, book) in shown(&person, "playbooks").iter().enumerate() {
        let key = book["key"].as_str().unwrap();
        let name = format!("P{number}");
        person.done(&format!("motion add w.ecotone --name {name} --playbook {key} --form full --start 2027-01-04"));
    }
    let schedule: Value = serde_json::from_str(&person.done("schedule w.ecotone --json")).unwrap();
    assert_eq!(schedule["broken_steps"], serde_json::json!([]));
    assert!(person.done("check w.ecotone").contains("is clean"));
}

#[test]
fn motions_and_tasks_are_changed_field_by_field_and_refused_in_words() {
    let person = sample();
    person.done("motion add w.ecotone --name Roadshow --kind joint_gtm --start 2026-07-01 --end 2026-07-31");
    person.done("motion set w.ecotone Roadshow status=agreed end=2026-08-15 owner=Sales 'objective=Meet them'");
    person.done("task add w.ecotone --motion Roadshow --name 'Book rooms' phase=Prepare owner=Marketing due=2026-06-20 effort_days=1.5");
    person.done("task add w.ecotone --motion Roadshow --name 'Print badges'");
    person.done("task set w.ecotone 'Print badges' phase=Prepare start=2026-06-22 due=2026-06-25 'notes=Two colors'");
    person.done("task done w.ecotone 'Print badges'");
    let work = tasks(&person, "Roadshow");
    let told: Vec<_> = work.iter().map(|task| (&task["name"], &task["phase"], &task["done"], &task["late"])).collect();
    let today = "--today 2026-06-30";
    assert_eq!(told[1], (&"Print badges".into(), &"Prepare".into(), &true.into(), &false.into()));
    let due = person.done(&format!("show w.ecotone due {today}"));
    assert!(due.contains("Book rooms") && !due.contains("Print badges"), "{due}");
    let late = person.done(&format!("show w.ecotone tasks --filter late=true {today}"));
    assert!(late.contains("Book rooms"), "{late}");
    person.done("task set w.ecotone 'Book rooms' owner= due=");
    person.done("task done w.ecotone 'Print badges' --not");
    assert_eq!(tasks(&person, "Roadshow").iter().filter(|task| task["done"] == true).count(), 0);

    for (line, expect) in [
        ("motion set w.ecotone Roadshow kind=party", "a kind of motion: co_created, joint_gtm"),
        ("motion set w.ecotone Roadshow end=2026-06-01", "a day not before 2026-07-01"),
        ("motion set w.ecotone Roadshow status=going", "status"),
        ("motion set w.ecotone Roadshow partners=Nobody", "there is no partner 'Nobody'"),
        ("motion set w.ecotone Roadshow name=", "'name' cannot be emptied"),
        ("task set w.ecotone 'Print badges' start=2026-06-26", "a day not before 2026-06-26"),
        ("task set w.ecotone 'Print badges' owner=Zed", "There is nobody called 'Zed'"),
        ("task set w.ecotone 'Print badges' motion=Other", "A task stays in its motion"),
        ("task add w.ecotone --motion Roadshow --name 'Print badges'", "has a task Print badges already"),
        ("task done w.ecotone 'Print'", "did you mean 'Print badges'?"),
        ("motion add w.ecotone --name X --playbook none --start 2026-01-01", "choose one of co_created, joint_gtm"),
        ("playbook delete w.ecotone referral", "comes with the program"),
    ] {
        let ended = person.run(line);
        assert!(ended.code == 1 && ended.refusal.contains(expect), "{line}\n{}", ended.refusal);
    }
    person.done("motion delete w.ecotone Roadshow");
    assert!(tasks(&person, "Roadshow").is_empty());
    assert!(person.done("check w.ecotone").contains("is clean"));
}

#[test]
fn a_motion_kept_as_a_playbook_goes_to_another_workspace() {
    let person = sample();
    person.done("motion add w.ecotone --name Engine --playbook referral --form full --start 2026-03-02");
    person.done("task set w.ecotone 'Describe whom to introduce, and when' --motion Engine due=2026-03-12");
    person.done("playbook save w.ecotone Engine --name 'Our engine'");
    person.done("export w.ecotone playbook --playbook 'Our engine' --out engine.json");
    person.done("new other.ecotone --us Quay");
    person.done("playbook import other.ecotone engine.json");
    person.done("motion add other.ecotone --name Ours --playbook our_engine --form full --start 2027-03-01");
    let json: Value = serde_json::from_str(&person.done("show other.ecotone tasks --json")).unwrap();
    let first = &json["tasks"][0];
    assert_eq!((&first["start"], &first["due"]), (&"2027-03-01".into(), &"2027-03-11".into()), "as long as it took");
    person.done("playbook delete other.ecotone our_engine");
    let books = person.done("show other.ecotone playbooks");
    assert!(!books.contains("our_engine"), "{books}");

    let text = std::fs::read_to_string(person.path("engine.json")).unwrap();
    for (from, to, expect) in [
        ("\"schema\": 1", "\"schema\": 9", "another version"),
        ("\"task\": 0", "\"task\": 700", "names task number 700"),
        ("\"referral\"", "\"parties\"", "There is no kind of motion 'parties'"),
        ("\"about\"", "\"extra\"", "unknown field"),
    ] {
        person.file("bad.json", text.replace(from, to));
        let ended = person.run("playbook import other.ecotone bad.json");
        assert!(ended.code == 1 && ended.refusal.contains(expect), "{}", ended.refusal);
    }
}

#[test]
fn motions_and_tasks_come_from_tables_and_go_back_into_them() {
    let person = sample();
    person.file(
        "motions.csv",
        "Campaign;Type;Start Date;End Date;Status;Owner;Partners\n\
         Roadshow;Joint GTM with integrations;01.07.2026;31.08.2026;agreed;Sales;Cinder CDP | Parcelwise\n\
         Clinic;enablement;13.07.2026;20.07.2026;;;\n",
    );
    person.file(
        "tasks.csv",
        "Project,Task,Section,Assignee,Start,Due date,Completed,Effort\n\
         Roadshow,Book rooms,Prepare,Marketing,2026-06-01,2026-06-10,yes,2\n\
         Roadshow,Invite,Prepare,Sales,2026-06-11,2026-06-20,,\n\
         Clinic,Teach,Run,Product,2026-07-13,2026-07-14,no,1.5\n",
    );
    let said = person.done("import w.ecotone motions.csv --as motions");
    assert!(said.contains("2 motions added") && said.contains("2 new partners of motions"), "{said}");
    let said = person.done("import w.ecotone tasks.csv --as tasks");
    assert!(said.contains("3 tasks added") && said.contains("2 new phases"), "{said}");
    let work = tasks(&person, "Roadshow");
    let told: Vec<_> = work.iter().map(|task| (task["name"].as_str().unwrap(), task["done"] == true)).collect();
    assert_eq!(told, [("Book rooms", true), ("Invite", false)]);
    for (file, noun) in [("motions.csv", "motions"), ("tasks.csv", "tasks")] {
        let said = person.done(&format!("import w.ecotone {file} --as {noun}"));
        assert!(said.contains("unchanged") && !said.contains("added"), "{said}");
    }

    person.done("export w.ecotone tables --out first");
    person.done("motion delete w.ecotone Roadshow");
    person.done("import w.ecotone first/motions.csv --as motions");
    person.done("import w.ecotone first/tasks.csv --as tasks");
    person.done("export w.ecotone tables --out again");
    for table in ["motions.csv", "tasks.csv"] {
        let read = |folder: &str| std::fs::read_to_string(person.path(folder).join(table)).unwrap();
        assert_eq!(read("again"), read("first"), "{table}");
    }

    person.file("bad.csv", "Motion,Task,Due\nNowhere,Walk,2026-01-01\nRoadshow,Invite,2026-13-01\n");
    let ended = person.run("import w.ecotone bad.csv --as tasks");
    assert!(ended.code == 1 && ended.refusal.contains("Nowhere"), "{}", ended.refusal);
}
