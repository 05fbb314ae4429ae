//! Backups and copies.

use std::fs;

use domain::{Audience, Key};
use jiff::{SignedDuration, Timestamp};
use store::{BackupPolicy, BackupReason, StoreError, WorkspaceFile, backups, restore_backup};
use tempfile::TempDir;

use crate::sample::{add, full, id, origin};

/// A file with a folder for its backups.
fn backed_up() -> (TempDir, BackupPolicy, WorkspaceFile) {
    let folder = tempfile::tempdir().unwrap();
    let policy = BackupPolicy { folder: folder.path().join("data/backups") };
    let path = folder.path().join("plan.ecotone");
    let file = WorkspaceFile::create(&path, &full(false), &origin(), Some(policy.clone())).unwrap();
    (folder, policy, file)
}

fn after(minutes: i64) -> Timestamp {
    origin().now + SignedDuration::from_mins(minutes)
}

#[test]
fn a_change_is_backed_up_after_ten_minutes_and_on_close() {
    let (folder, policy, mut file) = backed_up();
    let path = folder.path().join("plan.ecotone");
    assert_eq!(file.backup_if_due(after(9)).unwrap(), None);
    assert!(file.backup_if_due(after(10)).unwrap().is_some(), "the new file itself");
    assert_eq!(file.backup_if_due(after(30)).unwrap(), None, "nothing changed since");
    add(&mut file, 100).unwrap();
    let hash = file.content_hash().unwrap();
    file.close(after(31)).unwrap();
    let found = backups(&policy, &path);
    assert_eq!(found.iter().map(|backup| backup.time).collect::<Vec<_>>(), [after(31), after(10)]);
    assert!(found[0].path.ends_with("20261123T123100Z-1-close.ecotone"), "{found:?}");
    let backup = WorkspaceFile::open(&found[0].path, None).unwrap();
    assert_eq!((backup.content_hash().unwrap(), backup.can_undo()), (hash, Some("Added partner 100".into())));
    drop(backup);
    WorkspaceFile::open(&path, Some(policy.clone())).unwrap().close(after(60)).unwrap();
    assert_eq!(backups(&policy, &path).len(), 2, "nothing changed, so nothing new");
}

#[test]
fn old_backups_are_thinned_out() {
    let (folder, policy, mut file) = backed_up();
    for minutes in [0, 10, 20, 60 * 5] {
        file.backup_now(BackupReason::Import, after(minutes)).unwrap();
    }
    file.backup_now(BackupReason::Import, after(60 * 5)).unwrap();
    let found = backups(&policy, &folder.path().join("plan.ecotone"));
    let names: Vec<_> = found.iter().map(|backup| backup.path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(
        names,
        ["20261123T170000Z-2-import.ecotone", "20261123T170000Z-1-import.ecotone", "20261123T122000Z-1-import.ecotone"]
    );
}

#[test]
fn a_damaged_file_names_its_newest_good_backup() {
    let (folder, policy, mut file) = backed_up();
    let path = folder.path().join("plan.ecotone");
    let good = file.backup_now(BackupReason::Import, after(0)).unwrap().unwrap();
    let bad = file.backup_now(BackupReason::Import, after(1)).unwrap().unwrap();
    let hash = file.content_hash().unwrap();
    file.close(after(2)).unwrap();
    let whole = fs::read(&bad).unwrap();
    fs::write(&bad, &whole[..whole.len() / 2]).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    match WorkspaceFile::open(&path, Some(policy)).unwrap_err() {
        StoreError::Damaged { backup: Some(backup), .. } => assert_eq!(backup, good),
        other => panic!("{other}"),
    }
    assert!(matches!(restore_backup(&good, &path), Err(StoreError::Exists { .. })));
    assert!(restore_backup(&bad, &folder.path().join("restored.ecotone")).is_err());
    restore_backup(&good, &folder.path().join("restored.ecotone")).unwrap();
    let restored = WorkspaceFile::open(&folder.path().join("restored.ecotone"), None).unwrap();
    assert_eq!(restored.content_hash().unwrap(), hash);
}

#[test]
fn without_a_folder_there_are_no_backups() {
    let (folder, mut file) = crate::sample::file_with(&full(false));
    assert_eq!(file.backup_now(BackupReason::Merge, after(0)).unwrap(), None);
    file.close(after(60)).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_saved_copy_is_whole_and_replaces_only_what_nobody_has_open() {
    let (folder, _, mut file) = backed_up();
    add(&mut file, 100).unwrap();
    let to = folder.path().join("コピー.ecotone");
    fs::write(&to, b"an older file").unwrap();
    file.save_copy(&to).unwrap();
    let mut copy = WorkspaceFile::open(&to, None).unwrap();
    assert_eq!(copy.content_hash().unwrap(), file.content_hash().unwrap());
    assert_eq!(copy.history().unwrap(), file.history().unwrap());
    assert!(matches!(file.save_copy(&to), Err(StoreError::Held { .. })));
    assert!(matches!(file.save_copy(folder.path()), Err(StoreError::Directory { .. })));
    assert!(matches!(file.save_copy(&folder.path().join("no/x.ecotone")), Err(StoreError::NotFound { .. })));
    copy.undo(&origin()).unwrap();
}

/// Views name fields, and filters the words that stand in them.
#[test]
fn views_that_are_handed_over_name_no_field_of_another_audience() {
    let mut workspace = full(false);
    let field = |key: &str, audience| domain::CustomField {
        key: Key::parse(key).unwrap(),
        audience,
        ..workspace.custom_fields[0].clone()
    };
    let fields = [
        field("secret_score", Audience::Internal),
        field("client_score", Audience::Client),
        field("open_score", Audience::Partner),
    ];
    workspace.custom_fields.extend(fields);
    let condition =
        |key: &str| format!(r#"{{"field":"custom:{key}","test":{{"is":"any_of","words":["WORD-{key}"]}}}}"#);
    let conditions = ["secret_score", "client_score", "open_score"].map(condition).join(",");
    let view = |number, style: &str, settings: String| domain::View {
        id: id(number),
        style: style.into(),
        settings,
        ..workspace.views[0].clone()
    };
    let views = [
        view(
            500,
            "halves",
            format!(
                r#"{{"filter":{{"conditions":[{conditions}]}},"color_by":"custom:secret_score","size_by":"custom:client_score","group_by":"custom:open_score","separate":0.5}}"#
            ),
        ),
        view(501, "table", r#"{"columns":["name","custom:open_score","custom:secret_score"]}"#.into()),
        view(502, "kinds", r#"{"group_by":"custom:secret_score" and more"#.into()),
    ];
    workspace.views.extend(views);
    let folder = tempfile::tempdir().unwrap();
    let file = WorkspaceFile::create(&folder.path().join("plan.ecotone"), &workspace, &origin(), None).unwrap();
    for (audience, hidden, kept) in [
        (Audience::Internal, &[][..], &["secret_score", "client_score", "open_score"][..]),
        (Audience::Client, &["secret_score"], &["client_score", "open_score"]),
        (Audience::Partner, &["secret_score", "client_score"], &["open_score"]),
    ] {
        let to = folder.path().join(format!("{audience:?}.ecotone"));
        file.hand_over(&to, audience).unwrap();
        let bytes = fs::read(&to).unwrap();
        let readable = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
        let handed = WorkspaceFile::open(&to, None).unwrap().read().unwrap();
        let halves = &handed.views.iter().find(|view| view.id == id(500)).unwrap().settings;
        let settings: serde_json::Value = serde_json::from_str(halves).unwrap();
        assert_eq!(settings["filter"]["conditions"].as_array().unwrap().len(), kept.len(), "{audience:?}");
        assert_eq!((&settings["group_by"], &settings["separate"]), (&"custom:open_score".into(), &0.5.into()));
        for key in hidden {
            assert!(!readable(key), "{key} for {audience:?}");
        }
        for key in kept {
            assert!(readable(&format!("WORD-{key}")), "{key} for {audience:?}");
        }
        let table = handed.views.iter().any(|view| view.style == "table");
        assert_eq!(table, audience == Audience::Internal, "columns are a way to work inside");
    }
}

#[test]
fn what_is_handed_over_has_no_history_no_author_and_no_internal_notes() {
    let mut workspace = full(false);
    workspace.organizations[1].notes = "INTERNAL-NOTE".into();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ecotone");
    let author = store::Origin { author: "AUTHOR-OF-IT".into(), ..origin() };
    let mut file = WorkspaceFile::create(&path, &workspace, &author, None).unwrap();
    file.step(crate::sample::step("GONE-SENTENCE"), &author, |edit| {
        edit.insert(&crate::sample::organization(100, "GONE-PARTNER"))
    })
    .unwrap();
    file.undo(&author).unwrap();
    let readable = |path: &std::path::Path, word: &str| {
        fs::read(path).unwrap().windows(word.len()).any(|window| window == word.as_bytes())
    };
    for (audience, keeps_note) in [(Audience::Internal, true), (Audience::Client, false), (Audience::Partner, false)] {
        let to = folder.path().join(format!("{audience:?}.ecotone"));
        file.hand_over(&to, audience).unwrap();
        for word in ["AUTHOR-OF-IT", "GONE-SENTENCE", "GONE-PARTNER"] {
            assert!(!readable(&to, word), "{word} for {audience:?}");
        }
        assert_eq!(readable(&to, "INTERNAL-NOTE"), keeps_note, "{audience:?}");
        let copy = WorkspaceFile::open(&to, None).unwrap();
        let handed = copy.read().unwrap();
        assert_eq!(handed.organizations.len(), 2);
        assert_eq!(handed.plan_documents.len(), usize::from(keeps_note), "an internal document");
        assert_eq!((!handed.fit_answers.is_empty(), !handed.gate_answers.is_empty()), (keeps_note, keeps_note));
        assert_eq!(!handed.not_duplicates.is_empty(), keeps_note);
        assert_eq!((copy.history().unwrap().len(), copy.can_undo()), (0, None));
    }
    assert_eq!(file.read().unwrap(), workspace, "the file itself stays as it is");
}
