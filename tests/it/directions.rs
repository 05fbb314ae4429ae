//! Who may depend on what, read from the manifests.

use crate::command_line::repository;

/// Manifests that name `dependency`, by folder; the top manifest is the shell's.
fn naming(dependency: &str) -> Vec<String> {
    let mut found = Vec::new();
    let shell = std::fs::read_to_string(repository("Cargo.toml")).unwrap();
    let (_, shell) = shell.split_once("\n[package]").unwrap();
    if depends(shell, dependency) {
        found.push("shell".to_owned());
    }
    for entry in std::fs::read_dir(repository("src-tauri/crates")).unwrap() {
        let folder = entry.unwrap();
        let manifest = std::fs::read_to_string(folder.path().join("Cargo.toml")).unwrap();
        if depends(&manifest, dependency) {
            found.push(folder.file_name().into_string().unwrap());
        }
    }
    found.sort();
    found
}

fn depends(manifest: &str, dependency: &str) -> bool {
    let names = |line: &&str| line.split(['.', ' ', '=']).next() == Some(dependency);
    manifest.lines().any(|line| names(&line))
}

#[test]
fn each_heavy_part_has_one_owner() {
    for (dependency, owners) in [
        ("rusqlite", vec!["store"]),
        ("tauri", vec!["shell"]),
        ("tauri-build", vec!["shell"]),
        ("rfd", vec!["shell"]),
        ("opener", vec!["shell"]),
        ("typst", vec!["press"]),
        ("typst-pdf", vec!["press"]),
        ("typst-render", vec!["press"]),
        ("typst-layout", vec!["press"]),
        ("plotters", vec!["picture"]),
        ("api", vec!["cli", "shell"]),
        ("store", vec!["api", "cli"]),
    ] {
        assert_eq!(naming(dependency), owners, "{dependency}");
    }
}

#[test]
fn the_pure_crates_name_no_outside_world() {
    for (name, allowed) in [
        ("domain", vec!["base64", "jiff", "serde", "serde_json", "strsim", "thiserror", "ts-rs", "uuid", "winnow"]),
        ("layout", vec!["delaunator", "libm", "thiserror"]),
        ("forecast", vec!["domain", "libm", "rand_chacha", "rayon", "serde", "thiserror", "ts-rs"]),
    ] {
        let manifest = std::fs::read_to_string(repository(&format!("src-tauri/crates/{name}/Cargo.toml"))).unwrap();
        let (_, dependencies) = manifest.split_once("[dependencies]").unwrap();
        let dependencies = dependencies.split("\n[").next().unwrap();
        for line in dependencies.lines().filter(|line| !line.trim().is_empty()) {
            let dependency = line.split(['.', ' ', '=']).next().unwrap();
            assert!(allowed.contains(&dependency), "{name} depends on {dependency}");
        }
    }
}
