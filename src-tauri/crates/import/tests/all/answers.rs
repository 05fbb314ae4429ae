//! What only a person can tell: asked, answered, and not asked of the next file of the same make.

use import::{Answers, Noun, Options, Plan, Source, look, plan, readers};
use uuid::Uuid;

use crate::{blank, ids, read};

/// Plans and applies a file as the window does: what was said of its make before is said again.
fn next(workspace: &mut domain::Workspace, text: &str, options: Options, new_id: &mut dyn FnMut() -> Uuid) -> Plan {
    let source = Source { name: "file.csv", bytes: text.as_bytes() };
    let book = readers::read(source, &options.reading).unwrap();
    let options = match look::earlier(&book, options.noun, workspace) {
        Some(saved) => look::recall(options, saved),
        None => options,
    };
    let plan = plan(source, &options, workspace, new_id).unwrap();
    plan.apply_to(workspace);
    workspace.import_mappings = plan.mapping.clone().into_iter().collect();
    plan
}

fn names(workspace: &domain::Workspace) -> Vec<String> {
    let us = workspace.settings.us;
    workspace.organizations.iter().filter(|row| row.id != us).map(|row| row.name.to_string()).collect()
}

#[test]
fn a_cell_is_one_name_or_several_as_a_person_says_once() {
    const TEXT: &str = "Ref,Name,Website,Tier\n7,Alpha / Omega,alpha.example,Gold\n";
    for (answer, expect, open) in [
        (None, &["Alpha / Omega"][..], true),
        (Some(false), &["Alpha / Omega"], false),
        (Some(true), &["Alpha", "Omega"], false),
    ] {
        let mut new_id = ids();
        let mut workspace = blank("Tidewater", &mut new_id);
        let answers = Answers {
            several: answer.map(|several| ("Alpha / Omega".to_owned(), several)).into_iter().collect(),
            ..Answers::default()
        };
        let options = Options { answers, ..Options::new(Noun::Organizations) };
        let first = next(&mut workspace, TEXT, options, &mut new_id);
        assert_eq!(
            (names(&workspace), first.questions[0].is_open()),
            (expect.iter().map(ToString::to_string).collect(), open)
        );
        let last = workspace.organizations.last().unwrap();
        assert_eq!(last.tier.as_deref(), Some("Gold"), "every part has what the row says");
        assert_eq!(last.website.is_some(), expect.len() == 1, "a site is one company's");
        let again = next(&mut workspace, TEXT, Options::new(Noun::Organizations), &mut new_id);
        assert!(again.changes_nothing(), "{:?}", again.summary());
        assert_eq!(again.questions[0].is_open(), open, "{answer:?}");
        assert_eq!(again.summary().iter().any(|line| line.contains("several partners")), open);
    }
}

#[test]
fn a_possible_duplicate_is_the_other_or_its_own_as_a_person_says() {
    let deal = |name: &str| format!("Account,Name,Stage,Amount,Opened\nAcme,{name},open,5,2026-01-31\n");
    let (pilot, slip) = (deal("Pilot\nAcme,pilot"), deal("PILOT"));
    for (noun, before, text, name) in [
        (Noun::Organizations, "Name,Tier\nBumblebee,Gold\n", "Name,Tier\nBumblebea,Silver\n", "Bumblebea"),
        (Noun::Accounts, "Name,Target\nAcme GmbH,no\nACME,no\n", "Name,Target\nacme inc,yes\n", "acme inc"),
        (Noun::Deals, &pilot.replace("\nAcme,pilot,", ",open,1,2026-01-31\nAcme,pilot,"), &slip, "PILOT"),
    ] {
        for same in [None, Some(true), Some(false)] {
            let mut new_id = ids();
            let mut workspace = blank("Tidewater", &mut new_id);
            read(&mut workspace, before, noun, &mut new_id).unwrap();
            let asked =
                plan(Source { name: "file.csv", bytes: text.as_bytes() }, &Options::new(noun), &workspace, &mut new_id)
                    .unwrap();
            let [found] = &asked.possible_duplicates[..] else { panic!("{noun:?}: {:?}", asked.possible_duplicates) };
            assert_eq!((found.name.as_str(), found.answer), (name, None));
            let answer = same.map(|same| (name.to_owned(), same.then_some(found.other)));
            let answers = Answers { same: answer.into_iter().collect(), ..Answers::default() };
            let done = next(&mut workspace, text, Options { answers, ..Options::new(noun) }, &mut new_id);
            let (added, changed) = if same == Some(true) { (0, 1) } else { (1, 0) };
            assert_eq!((done.counts().added, done.counts().changed), (added, changed), "{noun:?} {same:?}");
            assert_eq!(done.possible_duplicates[0].answer, same, "an answer can be taken back");
            let again = next(&mut workspace, text, Options::new(noun), &mut new_id);
            assert!(again.changes_nothing(), "{noun:?} {same:?}: {:?}", again.summary());
        }
    }
}

#[test]
fn two_graphs_that_count_their_nodes_alike_do_not_mix() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let edges = "Source,Target,Type,Weight\n1,2,Directed,1\n";
    let ends = |workspace: &domain::Workspace| {
        let line = workspace.relationships.last().unwrap();
        [line.from, line.to].map(|id| workspace.organization(id).unwrap().name.to_string())
    };
    for (nodes, expect) in
        [("Id,Label\n1,Acme\n2,Beta\n", ["Acme", "Beta"]), ("Id,Label\n1,Corvus\n2,Drossel\n", ["Corvus", "Drossel"])]
    {
        let found = read(&mut workspace, nodes, Noun::Organizations, &mut new_id).unwrap();
        assert_eq!((found.counts().added, found.possible_duplicates.len()), (2, 0), "{nodes}");
        read(&mut workspace, edges, Noun::Relationships, &mut new_id).unwrap();
        assert_eq!(ends(&workspace), expect);
        assert!(read(&mut workspace, nodes, Noun::Organizations, &mut new_id).unwrap().changes_nothing());
    }
    assert_eq!((workspace.relationships.len(), names(&workspace).len()), (2, 4));
}
