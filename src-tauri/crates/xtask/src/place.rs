//! Where things are.
//!
//! Owns: the folders of the repository and of this person's cache. Must not know: what lies in them.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Asked of cargo at each run: clones share one target folder, and the program may have been built in another one.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    // This crate is three folders below.
    here.ancestors().nth(3).unwrap_or(&here).to_owned()
});

/// The top of the repository.
pub fn root() -> &'static Path {
    &ROOT
}

/// The page's sources.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Where cargo builds: as set by the person, else one folder for all clones, so that a fresh clone starts warm.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| cache().join("target"), |set| root().join(set))
}

/// What all clones of this person share and can be made anew.
pub fn cache() -> PathBuf {
    let home = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = home("XDG_CACHE_HOME").or_else(|| home("HOME").map(|folder| folder.join(".cache")));
    folder.map_or_else(|| root().join("target/cache"), |folder| folder.join("ecotone"))
}

/// A program that cargo has built.
pub fn program(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Output and leftovers of one kind of run, emptied first.
pub fn fresh(name: &str) -> std::io::Result<PathBuf> {
    let folder = target().join("xtask").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
