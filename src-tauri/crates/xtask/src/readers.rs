//! Programs that judge a PDF as a screen reader has it. They run in Python, in an environment of their own in the cache.
//!
//! Owns: their versions and how they are installed. Must not know: what they find.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{first_line, must};
use crate::stop::Stop;
use crate::{packages, place};

/// Every package by its version, also those that others bring.
const LIST: &str = "tests/it/pdf/requirements.txt";
/// A copy of the list that an installation was made from.
const STAMP: &str = "installed";
/// Tests find the programs by it.
pub const VARIABLE: &str = "ECOTONE_PDF_READERS";

/// The folder with the programs.
pub fn folder() -> PathBuf {
    home().join(if cfg!(windows) { "Scripts" } else { "bin" })
}

/// Installs them when the list has changed since, or when the interpreter is gone.
pub fn ensure() -> Result<(), Stop> {
    let list = place::root().join(LIST);
    let wanted = std::fs::read(&list).map_err(|error| said(&list, &error))?;
    let works = || first_line(&folder().join("python").to_string_lossy(), &["-c", "print(1)"]).is_some();
    let stamp = home().join(STAMP);
    if std::fs::read(&stamp).is_ok_and(|found| found == wanted) && works() {
        return Ok(());
    }
    let python = if cfg!(windows) { "python" } else { "python3" };
    if first_line(python, &["-c", "import ensurepip; print(1)"]).is_none() {
        packages::ensure(&["python3-venv"])?;
    }
    println!("Installing programs that read PDFs");
    let mut make = Command::new(python);
    make.args(["-m", "venv", "--clear"]).arg(home());
    must(make)?;
    let mut pip = Command::new(folder().join("python"));
    // Wheels alone: nothing is compiled, and no package runs its own installation.
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]);
    pip.arg("--requirement").arg(&list);
    must(pip)?;
    std::fs::write(&stamp, wanted).map_err(|error| said(&stamp, &error))
}

fn home() -> PathBuf {
    place::cache().join("pdf-readers")
}

fn said(path: &Path, error: &std::io::Error) -> Stop {
    Stop::because(format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_has_its_version() {
        let list = std::fs::read_to_string(place::root().join(LIST)).unwrap();
        let pins: Vec<&str> = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
        assert!(pins.len() > 2 && pins.iter().all(|pin| pin.contains("==")), "{pins:?}");
    }
}
