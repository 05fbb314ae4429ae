//! Runs the built `ecotone` in a folder of its own, as a person would.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder that stands for a person's computer.
pub struct Person {
    folder: tempfile::TempDir,
}

/// How one command ended.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub refusal: String,
}

impl Person {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file and names it.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The command, ready to run.
    pub fn command<S: AsRef<std::ffi::OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ecotone"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path())
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_DATA_HOME")
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::null());
        command
    }

    /// Runs a command written as on a terminal; single quotes keep words together.
    pub fn run(&self, line: &str) -> Ended {
        Ended::from(self.command(words(line)).output().unwrap())
    }

    /// Runs a command that must succeed.
    pub fn done(&self, line: &str) -> String {
        let ended = self.run(line);
        assert_eq!(ended.code, 0, "ecotone {line}\n{}", ended.refusal);
        ended.out
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            refusal: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A file of this repository. Cargo runs tests in their package's folder; a path kept from building would name the clone
/// that was built first.
pub fn repository(path: &str) -> PathBuf {
    Path::new("../../..").join(path).canonicalize().unwrap()
}

fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (index, part) in line.split('\'').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}
