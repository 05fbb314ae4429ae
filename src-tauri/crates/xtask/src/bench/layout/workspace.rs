//! A real ecosystem as a workspace file.
//!
//! Owns: how it is made. Must not know: what it is laid out for.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::place;
use crate::process::must;
use crate::stop::Stop;

/// The CNCF's organizations and relationships, imported into a fresh file.
pub fn cncf(folder: &Path) -> Result<PathBuf, Stop> {
    let (file, data) = (folder.join("cncf.ecotone"), place::root().join("tests/fixtures/cncf"));
    if file.exists() {
        return Ok(file);
    }
    let ecotone = || {
        let mut command = Command::new(place::program("release", "ecotone"));
        command.stdout(Stdio::null());
        command
    };
    let mut new = ecotone();
    new.arg("new").arg(&file).args(["--us", "Cloud Native Computing Foundation"]);
    must(new)?;
    for noun in ["organizations", "relationships"] {
        let source = if noun == "organizations" { "partners.csv" } else { "relationships.csv" };
        let mut import = ecotone();
        import.arg("import").arg(&file).arg(data.join(source)).args(["--as", noun]);
        must(import)?;
    }
    Ok(file)
}
