//! A program that is killed in the middle of a step leaves all of it or none.

use std::{
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use domain::Organization;
use store::{StoreError, WorkspaceFile};

use crate::{
    holding::{child, given},
    sample::{blank, file_with, organization, origin, step},
};

/// Rows of a step, and bytes of each: more than SQLite keeps in memory, so that pages reach the file before the commit.
const PER_STEP: usize = 80;
const NOTES: usize = 60_000;

#[test]
#[ignore = "the child of the next test"]
fn child_changes_until_killed() {
    let Some(path) = given("STORE_FILE") else { return };
    let mut file = WorkspaceFile::open(&path, None).unwrap();
    loop {
        let begin = file.all::<Organization>().unwrap().len();
        file.step::<_, StoreError>(step("Many"), &origin(), |edit| {
            (begin..begin + PER_STEP).try_for_each(|number| {
                let plain = organization(1_000_000 + number as u128, "One of many");
                edit.insert(&Organization { notes: "x".repeat(NOTES), ..plain })
            })
        })
        .unwrap();
    }
}

#[test]
fn a_killed_step_is_there_whole_or_not_at_all() {
    let (folder, file) = file_with(&blank());
    let path = folder.path().join("plan.ecotone");
    drop(file);
    let (mut hot, mut seed) = (0, 11_u64);
    for round in 0..12 {
        let mut process = child("killed::child_changes_until_killed", &[("STORE_FILE", &path)])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let journal = folder.path().join("plan.ecotone-journal");
        wait_until(|| is_hot(&journal));
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        std::thread::sleep(Duration::from_millis((seed >> 33) % 400));
        process.kill().unwrap();
        process.wait().unwrap();
        hot += usize::from(is_hot(&journal));
        let mut file = WorkspaceFile::open(&path, None).unwrap();
        let organizations = file.all::<Organization>().unwrap().len();
        let history = file.history().unwrap().len();
        assert_eq!(organizations, 1 + PER_STEP * (history - 1), "round {round}");
        assert_eq!(file.check().unwrap().findings, [""; 0], "round {round}");
        if history > 12 {
            while file.can_undo().is_some() {
                file.undo(&origin()).unwrap();
            }
            drop(file);
            std::fs::remove_file(&path).unwrap();
            drop(WorkspaceFile::create(&path, &blank(), &origin(), None).unwrap());
        }
    }
    assert!(hot > 0, "no kill hit a transaction: the test tests nothing");
}

/// Whether a transaction is under way, or was cut off: an emptied journal begins with zeros.
fn is_hot(journal: &Path) -> bool {
    std::fs::read(journal).is_ok_and(|bytes| bytes.iter().take(8).any(|byte| *byte != 0))
}

/// A busy machine takes seconds to start a program.
fn wait_until(holds: impl Fn() -> bool) {
    let last = Instant::now() + Duration::from_mins(1);
    while !holds() {
        assert!(Instant::now() < last, "the child began no step");
        std::thread::sleep(Duration::from_millis(2));
    }
}
