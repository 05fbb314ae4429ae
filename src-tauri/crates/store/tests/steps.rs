//! Steps, undo and redo as a person meets them.

use domain::{Organization, Person, Relationship};
use store::{Change, HistoryKind, StoreError, WorkspaceFile};

use crate::sample::{LINE, PARTNER, add, blank, file_with, full, id, name, organization, origin, step};

fn sentences(file: &WorkspaceFile) -> Vec<(HistoryKind, Option<i64>, String)> {
    file.history().unwrap().into_iter().map(|entry| (entry.kind, entry.target_seq, entry.sentence)).collect()
}

#[test]
fn the_history_reads_as_sentences_and_is_never_rewritten() {
    use HistoryKind::{Do, Redo, Undo};
    let (_folder, mut file) = file_with(&blank());
    add(&mut file, 100).unwrap();
    add(&mut file, 101).unwrap();
    file.undo(&origin()).unwrap();
    file.redo(&origin()).unwrap();
    file.undo(&origin()).unwrap();
    add(&mut file, 102).unwrap();
    let expect = [
        (Do, None, "Created workspace Plan"),
        (Do, None, "Added partner 100"),
        (Do, None, "Added partner 101"),
        (Undo, Some(3), "Added partner 101"),
        (Redo, Some(3), "Added partner 101"),
        (Undo, Some(3), "Added partner 101"),
        (Do, None, "Added partner 102"),
    ]
    .map(|(kind, target, sentence)| (kind, target, sentence.to_owned()));
    assert_eq!(sentences(&file), expect);
    let entry = file.history().unwrap().pop().unwrap();
    assert_eq!((entry.seq, entry.command.as_str(), entry.args.as_str()), (7, "test", "{\"n\":1}"));
    assert_eq!((entry.author.as_str(), entry.time), ("Ada", origin().now));
}

#[test]
fn undo_survives_closing_and_a_new_step_ends_redo() {
    let (folder, mut file) = file_with(&blank());
    let path = folder.path().join("plan.ecotone");
    for number in 100..105 {
        add(&mut file, number).unwrap();
    }
    file.undo(&origin()).unwrap();
    file.close(origin().now).unwrap();
    let mut file = WorkspaceFile::open(&path, None).unwrap();
    assert_eq!(file.can_undo().as_deref(), Some("Added partner 103"));
    assert_eq!(file.can_redo().as_deref(), Some("Added partner 104"));
    file.undo(&origin()).unwrap();
    drop(file);
    let mut file = WorkspaceFile::open(&path, None).unwrap();
    assert_eq!(file.redo(&origin()).unwrap(), "Added partner 103");
    add(&mut file, 200).unwrap();
    assert_eq!(file.can_redo(), None);
    assert!(matches!(file.redo(&origin()), Err(StoreError::NothingToRedo)));
    for _ in 0..5 {
        file.undo(&origin()).unwrap();
    }
    assert_eq!(file.read().unwrap(), blank());
    assert_eq!(file.can_undo(), None);
    assert!(matches!(file.undo(&origin()), Err(StoreError::NothingToUndo)));
}

#[test]
fn a_step_that_changes_nothing_leaves_no_line() {
    let workspace = full(false);
    let (_folder, mut file) = file_with(&workspace);
    file.step(step("Saved settings"), &origin(), |edit| edit.update(&workspace.settings)).unwrap();
    file.step(step("Saved a budget"), &origin(), |edit| edit.update(&workspace.budget_lines[0])).unwrap();
    file.step(step("Came and went"), &origin(), |edit| {
        edit.insert(&organization(100, "Brief"))?;
        edit.delete::<Organization>(&id(100))
    })
    .unwrap();
    assert_eq!(file.history().unwrap().len(), 1);
    assert_eq!(file.can_undo(), None);
}

#[test]
fn a_step_that_fails_leaves_nothing() {
    #[derive(Debug)]
    struct NotToday;
    impl From<StoreError> for NotToday {
        fn from(_: StoreError) -> Self {
            Self
        }
    }
    let (_folder, mut file) = file_with(&blank());
    let before = file.content_hash().unwrap();
    let failed = file.step(step("Half"), &origin(), |edit| {
        edit.insert(&organization(100, "Half"))?;
        Err::<(), NotToday>(NotToday)
    });
    assert!(failed.is_err());
    assert_eq!((file.content_hash().unwrap(), file.history().unwrap().len()), (before, 1));
    add(&mut file, 100).unwrap();
}

#[test]
fn a_step_says_what_it_touched_and_may_say_so_at_its_end() {
    let workspace = full(false);
    let (_folder, mut file) = file_with(&workspace);
    let person = Person { email: None, ..workspace.people[0].clone() };
    let count = file
        .step::<_, StoreError>(step("?"), &origin(), |edit| {
            edit.update(&person)?;
            edit.insert(&organization(100, "New"))?;
            edit.delete::<domain::Placement>(&(workspace.views[0].id, PARTNER))?;
            edit.say("Did three things");
            Ok(edit.all::<Organization>()?.len())
        })
        .unwrap();
    assert_eq!(count, 3);
    assert_eq!(file.can_undo().as_deref(), Some("Did three things"));
    let change = |table: &str, id: String| Change { table: table.into(), id };
    let mut found = file.changes().to_vec();
    found.sort();
    assert_eq!(
        found,
        [
            change("organization", "00000000-0000-0000-0000-000000000064".into()),
            change("person", person.id.to_string()),
            change("placement", format!("{}/{PARTNER}", workspace.views[0].id)),
        ]
    );
    let after_step = file.changes().len();
    file.undo(&origin()).unwrap();
    assert_eq!(file.changes().len(), after_step);
}

#[test]
fn an_organization_added_and_used_in_one_step_goes_in_any_order() {
    let workspace = full(false);
    let (_folder, mut file) = file_with(&blank());
    file.step::<_, StoreError>(step("Backwards"), &origin(), |edit| {
        edit.insert(&workspace.value_exchanges[0])?;
        edit.insert(&workspace.relationships[0])?;
        edit.insert(&workspace.relationship_kinds[workspace.relationship_kinds.len() - 1])?;
        edit.insert(&organization(2, "Acme"))
    })
    .unwrap();
    file.undo(&origin()).unwrap();
    assert_eq!(file.read().unwrap(), blank());
}

#[test]
fn an_undo_that_no_longer_fits_is_refused_whole() {
    let (folder, mut file) = file_with(&blank());
    let path = folder.path().join("plan.ecotone");
    file.step::<_, StoreError>(step("Added two"), &origin(), |edit| {
        edit.insert(&organization(100, "One"))?;
        edit.insert(&organization(101, "Two"))
    })
    .unwrap();
    drop(file);
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute("UPDATE organization SET name = 'Changed elsewhere' WHERE name = 'Two'", []).unwrap();
    drop(other);
    let mut file = WorkspaceFile::open(&path, None).unwrap();
    let refused = file.undo(&origin()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "'Added two' cannot be taken back, because the file no longer holds what it changed: nothing was changed"
    );
    assert_eq!((file.read().unwrap().organizations.len(), file.history().unwrap().len()), (3, 2));
    assert_eq!(file.can_undo().as_deref(), Some("Added two"));
    add(&mut file, 200).unwrap();
    assert_eq!(file.undo(&origin()).unwrap(), "Added partner 200");
}

#[test]
fn the_history_of_one_partner_holds_what_touched_it() {
    let workspace = full(false);
    let (_folder, mut file) = file_with(&workspace);
    let partner = workspace.organization(PARTNER).unwrap().clone();
    let renamed = Organization { name: name("Renamed"), ..partner };
    file.step(step("Renamed it"), &origin(), |edit| edit.update(&renamed)).unwrap();
    add(&mut file, 900).unwrap();
    file.step(step("Deleted its line"), &origin(), |edit| edit.delete::<Relationship>(&LINE)).unwrap();
    let of = |most| {
        let entries = file.history_of(&[PARTNER.to_string()], most).unwrap();
        entries.into_iter().map(|entry| entry.sentence).collect::<Vec<_>>()
    };
    assert_eq!(of(10), ["Deleted its line", "Renamed it"]);
    assert_eq!(of(1), ["Deleted its line"]);
}

/// A damaged or hostile line of the history hides only itself.
#[test]
fn steps_that_cannot_be_read_are_left_out_of_the_history_of_one_partner() {
    let workspace = full(false);
    let (_folder, mut file) = file_with(&workspace);
    let partner = workspace.organization(PARTNER).unwrap().clone();
    for title in ["First", "Second", "Third"] {
        let renamed = Organization { name: name(title), ..partner.clone() };
        file.step(step(title), &origin(), |edit| edit.update(&renamed)).unwrap();
    }
    let path = file.path().to_owned();
    file.close(origin().now).unwrap();
    let plain = rusqlite::Connection::open(&path).unwrap();
    plain.execute("UPDATE history SET changeset = x'00ff' WHERE sentence = 'Third'", []).unwrap();
    drop(plain);
    let file = WorkspaceFile::open(&path, None).unwrap();
    let entries = file.history_of(&[PARTNER.to_string()], 10).unwrap();
    let sentences: Vec<_> = entries.into_iter().map(|entry| entry.sentence).collect();
    assert_eq!(sentences, ["Second", "First"]);
}
