//! Erasing a person leaves no trace in the file, its history or its backups.

use std::{fs, path::Path};

use domain::{Contact, ImportMapping, LockedPlan, Organization, Owner, Person};
use store::{BackupPolicy, BackupReason, Erased, ImportBatch, Origin, StoreError, WorkspaceFile, backups};

use crate::sample::{PARTNER, full, id, name, origin, step};

fn readable(path: &Path, word: &str) -> bool {
    fs::read(path).unwrap().windows(word.len()).any(|window| window == word.as_bytes())
}

/// What imports keep of a file may name anybody who stood in it.
#[test]
fn an_erased_person_is_gone_from_what_imports_keep() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ecotone");
    let mut workspace = full(false);
    workspace.people[0].name = name("Ada \"Quoted\" Lovelace");
    let person = workspace.people[0].id;
    let plain = workspace.import_mappings[0].clone();
    let other = |number, name: &str, signature: &str, settings: &str| ImportMapping {
        id: id(number),
        name: name.into(),
        signature: signature.into(),
        settings: settings.into(),
        ..plain.clone()
    };
    workspace.import_mappings.extend([
        other(91, "x.csv", "name", r#"{"set":{"owner":"Ada \"Quoted\" Lovelace"}}"#),
        other(92, "x.csv", "ada \"quoted\" lovelace name", "{}"),
        other(93, "Ada \"Quoted\" Lovelace.csv", "name", "{}"),
    ]);
    let mut file = WorkspaceFile::create(&path, &workspace, &origin(), None).unwrap();
    let batch = |number, file_name: &str| ImportBatch {
        id: id(number),
        file_name: file_name.into(),
        kind: "organizations".into(),
        time: origin().now,
        rows: b"MARKED;ROW".to_vec(),
    };
    let batches = [batch(300, "partners.csv"), batch(301, "Ada \"Quoted\" Lovelace.csv")];
    file.step::<_, StoreError>(step("Imported"), &origin(), |edit| batches.iter().try_for_each(|row| edit.insert(row)))
        .unwrap();

    file.erase(Erased::Person(person), &origin()).unwrap();
    assert_eq!(file.read().unwrap().import_mappings, [plain]);
    let left: Vec<_> = file.all::<ImportBatch>().unwrap().into_iter().map(|b| (b.file_name, b.rows)).collect();
    let expect = ["partners.csv", "An erased file"].map(|name| (name.to_owned(), Vec::new()));
    assert!(expect.iter().all(|batch| left.contains(batch)), "{left:?}");
    assert!(left.iter().all(|(_, rows)| rows.is_empty()), "{left:?}");
    assert!(file.check().unwrap().is_clean());
    file.close(origin().now).unwrap();
    assert!(!readable(&path, "Lovelace") && !readable(&path, "lovelace"));
}

#[test]
fn an_erased_person_is_gone_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ecotone");
    let policy = BackupPolicy { folder: folder.path().join("backups") };
    let mut workspace = full(false);
    workspace.people[0].name = name("Ada \"Quoted\" Lovelace");
    workspace.contacts[0].name = name("Grace Hopper");
    let ada = workspace.people[0].clone();
    let locked = workspace.locked_plans[0].clone();
    workspace.locked_plans = vec![LockedPlan::of(&workspace, locked.id, locked.name, locked.date).unwrap()];
    workspace.locked_plans.push(LockedPlan {
        id: id(990),
        content: "Ada, cut short".into(),
        ..workspace.locked_plans[0].clone()
    });
    let author = Origin { author: ada.name.to_string(), ..origin() };
    let mut file = WorkspaceFile::create(&path, &workspace, &author, Some(policy.clone())).unwrap();
    let named = store::Step { args: serde_json::json!({ "owner": ada.name }), ..step("Named Grace Hopper") };
    let renamed = Person { email: Some("lovelace@example".into()), ..ada.clone() };
    file.step::<_, StoreError>(named, &author, |edit| edit.update(&renamed)).unwrap();
    file.backup_now(BackupReason::Import, origin().now).unwrap();

    let nobody = Origin { author: String::new(), ..origin() };
    file.erase(Erased::Person(ada.id), &nobody).unwrap();
    file.erase(Erased::Contact(id(11)), &nobody).unwrap();
    assert_eq!(file.get::<Contact>(&id(11)).unwrap(), None);
    assert_eq!(file.get::<Person>(&ada.id).unwrap(), None);
    assert_eq!(file.get::<Organization>(&PARTNER).unwrap().unwrap().owner, None::<Owner>);
    let [plan] = &file.read().unwrap().locked_plans[..] else { panic!("one that nobody can read is gone") };
    let then = plan.workspace().unwrap();
    assert_eq!((then.people.len(), then.contacts.len(), then.organization(PARTNER).unwrap().owner), (0, 0, None));
    assert_eq!((then.risks[0].owner, then.motions.len()), (None, 2));
    assert_eq!((file.can_undo(), file.can_redo()), (None, None));
    let sentences: Vec<String> = file.history().unwrap().into_iter().map(|entry| entry.sentence).collect();
    let erased = "A change whose record was erased";
    assert_eq!(sentences, ["Created workspace Plan", erased, "Erased a person", "Erased a person"]);
    assert!(matches!(file.erase(Erased::Person(ada.id), &origin()), Err(StoreError::Missing { .. })));
    let partner = crate::sample::organization(100, "Partner 100");
    file.step(step("Added partner 100"), &nobody, |edit| edit.insert(&partner)).unwrap();
    assert_eq!(file.undo(&nobody).unwrap(), "Added partner 100");
    assert!(file.check().unwrap().is_clean());
    file.close(origin().now).unwrap();

    let left: Vec<_> = backups(&policy, &path).into_iter().map(|backup| backup.path).chain([path.clone()]).collect();
    assert_eq!(left.len(), 3, "the backup of the second erasing, the one of closing, and the file");
    for file in left {
        for word in ["Lovelace", "lovelace", "Grace", "Ada"] {
            assert!(!readable(&file, word), "{word} in {}", file.display());
        }
    }
    let file = WorkspaceFile::open(&path, None).unwrap();
    assert_eq!(file.can_redo().as_deref(), Some("Added partner 100"));
}
