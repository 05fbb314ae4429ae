//! A disk that refuses a commit: writing stops, what is there stays readable, and a copy can be saved.

#![cfg(unix)]

use std::process::Command;

use domain::Organization;
use store::{StoreError, WorkspaceFile};

use crate::{
    holding::given,
    sample::{add, blank, file_with, organization, origin, step},
};

#[test]
#[ignore = "the child of the next test, under a limit on the size of files"]
fn child_meets_the_limit() {
    let Some(path) = given("STORE_FILE") else { return };
    let mut file = WorkspaceFile::open(&path, None).unwrap();
    let before = file.content_hash().unwrap();
    let refused = file
        .step::<_, StoreError>(step("Too much"), &origin(), |edit| {
            (0..2_000).try_for_each(|number| edit.insert(&organization(1_000 + number, &"x".repeat(300))))
        })
        .unwrap_err();
    assert!(matches!(refused, StoreError::Io { .. }), "{refused}");
    assert!(file.is_poisoned());
    let stopped = add(&mut file, 100).unwrap_err().to_string();
    assert!(stopped.contains("is no longer written"), "{stopped}");
    assert!(matches!(file.undo(&origin()), Err(StoreError::Poisoned { .. })));
    assert_eq!(file.content_hash().unwrap(), before, "what is there stays readable");
    file.save_copy(&path.with_file_name("copy.ecotone")).unwrap();
}

#[test]
fn a_refused_commit_stops_writing_but_not_saving_a_copy() {
    let (folder, mut file) = file_with(&blank());
    let path = folder.path().join("plan.ecotone");
    add(&mut file, 50).unwrap();
    let hash = file.content_hash().unwrap();
    drop(file);
    let kilobytes = std::fs::metadata(&path).unwrap().len() / 1024 + 200;
    // A write beyond the limit fails like a full disk once the signal for it is ignored. The unit is 512 or 1024 bytes,
    // by shell.
    let script = format!(
        "trap '' XFSZ; ulimit -f {kilobytes}; exec \"$0\" --exact broken_disk::child_meets_the_limit --ignored"
    );
    let status = Command::new("bash")
        .arg("-c")
        .arg(script)
        .arg(std::env::current_exe().unwrap())
        .env("STORE_FILE", &path)
        .status()
        .unwrap();
    assert!(status.success());
    for name in ["plan.ecotone", "copy.ecotone"] {
        let mut file = WorkspaceFile::open(&folder.path().join(name), None).unwrap();
        assert_eq!(file.content_hash().unwrap(), hash, "{name}");
        assert_eq!(file.all::<Organization>().unwrap().len(), 2);
        file.undo(&origin()).unwrap();
    }
}
