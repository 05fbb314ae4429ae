//! One holder for each file; a copy that is whole at every moment between steps; nothing left behind.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use store::{StoreError, WorkspaceFile};

use crate::sample::{add, blank, file_with, origin};

/// Runs an ignored test of this binary in a process of its own: closing a file there drops no lock held here.
pub fn child(test: &str, variables: &[(&str, &Path)]) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored", "--nocapture"]).envs(variables.iter().copied());
    command
}

/// A path that the parent gave, or none when somebody runs the ignored tests by hand.
pub fn given(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
#[ignore = "the child of the next test"]
fn child_is_refused() {
    let Some(path) = given("STORE_FILE") else { return };
    let error = WorkspaceFile::open(&path, None).unwrap_err();
    assert!(matches!(error, StoreError::Held { .. }), "{error}");
    assert!(error.to_string().ends_with("is open in another window or program: close it there first"));
}

#[test]
#[ignore = "the child of the next test"]
fn child_is_let_in() {
    let Some(path) = given("STORE_FILE") else { return };
    drop(WorkspaceFile::open(&path, None).unwrap());
}

#[test]
fn a_file_has_one_holder() {
    let (folder, mut file) = file_with(&blank());
    let path = folder.path().join("plan.ecotone");
    let refused = || child("holding::child_is_refused", &[("STORE_FILE", &path)]).status().unwrap().success();
    assert!(refused());
    add(&mut file, 100).unwrap();
    assert!(refused(), "after a step");
    assert!(matches!(WorkspaceFile::open(&path, None), Err(StoreError::Held { .. })));
    assert!(matches!(file.save_copy(&path), Err(StoreError::Held { .. })));
    assert!(refused(), "a refused second open here must not drop the lock");
    file.save_copy(&folder.path().join("copy.ecotone")).unwrap();
    assert!(refused(), "a copy must not drop the lock");
    file.close(origin().now).unwrap();
    assert!(child("holding::child_is_let_in", &[("STORE_FILE", &path)]).status().unwrap().success());
    drop(WorkspaceFile::open(&path, None).unwrap());
}

#[cfg(unix)]
#[test]
fn a_file_has_one_holder_under_all_its_names() {
    let (folder, file) = file_with(&blank());
    let path = folder.path().join("plan.ecotone");
    let (link, hard) = (folder.path().join("link.ecotone"), folder.path().join("hard.ecotone"));
    std::os::unix::fs::symlink(&path, &link).unwrap();
    fs::hard_link(&path, &hard).unwrap();
    for other in [&link, &hard] {
        assert!(matches!(WorkspaceFile::open(other, None), Err(StoreError::Held { .. })));
    }
    drop(file);
    let file = WorkspaceFile::open(&link, None).unwrap();
    assert_eq!(file.path(), link);
}

#[test]
#[ignore = "the child of the next test"]
fn child_copies() {
    let Some(folder) = given("STORE_FILE").and_then(|path| path.parent().map(Path::to_owned)) else { return };
    let copies = given("STORE_COPIES").unwrap();
    for (target, names) in [("alone", &["plan.ecotone"][..]), ("both", &["plan.ecotone", "plan.ecotone-journal"])] {
        fs::create_dir_all(copies.join(target)).unwrap();
        for name in names.iter().filter(|name| folder.join(name).exists()) {
            fs::copy(folder.join(name), copies.join(target).join(name)).unwrap();
        }
    }
}

/// People mail the file while it is open, with or without what lies beside it.
#[test]
fn a_copy_taken_between_steps_is_whole() {
    let (folder, mut file) = file_with(&blank());
    let path = folder.path().join("plan.ecotone");
    let copies = folder.path().join("copies");
    for number in 0..4 {
        if number > 0 {
            add(&mut file, 100 + number).unwrap();
        }
        if number == 3 {
            file.undo(&origin()).unwrap();
        }
        let variables: [(&str, &Path); 2] = [("STORE_FILE", &path), ("STORE_COPIES", &copies)];
        assert!(child("holding::child_copies", &variables).status().unwrap().success());
        for target in ["alone", "both"] {
            let copy = WorkspaceFile::open(&copies.join(target).join("plan.ecotone"), None).unwrap();
            assert_eq!(copy.content_hash().unwrap(), file.content_hash().unwrap(), "{target} after {number} steps");
            assert_eq!(copy.history().unwrap(), file.history().unwrap());
        }
        fs::remove_dir_all(&copies).unwrap();
    }
}

#[test]
fn nothing_is_left_behind() {
    let (folder, mut file) = file_with(&blank());
    let path = folder.path().join("plan.ecotone");
    add(&mut file, 100).unwrap();
    let while_open = names_in(folder.path());
    assert!(while_open.iter().all(|name| ["plan.ecotone", "plan.ecotone-journal"].contains(&name.as_str())));
    file.close(origin().now).unwrap();
    assert_eq!(names_in(folder.path()), ["plan.ecotone"]);

    let mut file = WorkspaceFile::open(&path, None).unwrap();
    add(&mut file, 101).unwrap();
    drop(file);
    assert_eq!(names_in(folder.path()), ["plan.ecotone"], "also when it is only dropped");

    fs::write(folder.path().join("plan.ecotone-journal"), [0; 4096]).unwrap();
    drop(WorkspaceFile::open(&path, None).unwrap());
    assert_eq!(names_in(folder.path()), ["plan.ecotone"], "also the emptied journal of a killed program");
}
