//! The thread that owns the file.

use store::{Handle, StoreError, WorkspaceFile};

use crate::sample::{add, blank, file_with, organization, origin, step};

fn handle() -> (tempfile::TempDir, Handle) {
    let folder = tempfile::tempdir().unwrap();
    let handle = Handle::create(&folder.path().join("plan.ecotone"), blank(), origin(), None).unwrap();
    (folder, handle)
}

fn count(handle: &Handle) -> usize {
    handle.with(|file| file.read().unwrap().organizations.len()).unwrap()
}

#[test]
fn clones_share_one_file_and_the_last_one_closes_it() {
    let (folder, first) = handle();
    let path = folder.path().join("plan.ecotone");
    let second = first.clone();
    let threads: Vec<_> = (0..8)
        .map(|number| {
            let handle = first.clone();
            std::thread::spawn(move || handle.with(move |file| add(file, 100 + number)).unwrap().unwrap())
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    drop(first);
    assert_eq!(count(&second), 9);
    assert!(matches!(Handle::open(&path, None), Err(StoreError::Held { .. })));
    drop(second);
    assert_eq!(count(&Handle::open(&path, None).unwrap()), 9);
}

#[test]
fn a_job_that_panics_is_taken_back_and_the_file_goes_on() {
    let (_folder, handle) = handle();
    let outcome = handle.with(|file: &mut WorkspaceFile| {
        file.step::<(), StoreError>(step("Half"), &origin(), |edit| {
            edit.insert(&organization(100, "Half"))?;
            panic!("in the middle of a step, on purpose");
        })
    });
    assert!(matches!(outcome, Err(StoreError::Panicked)));
    assert_eq!(count(&handle), 1);
    handle.with(|file| add(file, 101)).unwrap().unwrap();
    assert_eq!(count(&handle), 2);
}

#[test]
fn closing_closes_for_all_clones() {
    let (folder, handle) = handle();
    let other = handle.clone();
    handle.close().unwrap();
    assert!(matches!(other.with(|_| ()), Err(StoreError::Closed)));
    handle.close().unwrap();
    drop(WorkspaceFile::open(&folder.path().join("plan.ecotone"), None).unwrap());
}

#[test]
fn the_last_handle_may_go_inside_a_job() {
    let (folder, handle) = handle();
    let inner = handle.clone();
    let (done, wait) = std::sync::mpsc::channel();
    let other = handle.clone();
    std::thread::spawn(move || {
        let _ = other.with(move |_| {
            wait.recv().unwrap();
            drop(inner);
        });
    });
    drop(handle);
    done.send(()).unwrap();
    let path = folder.path().join("plan.ecotone");
    let opened = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        Handle::open(&path, None).is_ok()
    });
    assert!(opened);
}

#[test]
fn a_refused_file_gives_no_handle() {
    let (folder, file) = file_with(&blank());
    let path = folder.path().join("plan.ecotone");
    assert!(matches!(Handle::open(&path, None), Err(StoreError::Held { .. })));
    drop(file);
    assert!(matches!(Handle::open(folder.path(), None), Err(StoreError::Directory { .. })));
}
