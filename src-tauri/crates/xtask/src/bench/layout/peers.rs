//! The programs that Ecotone is measured against.
//!
//! Owns: how they are installed into the cache, each by its own registry's client. Must not know: what they do.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::graphs::folder;
use crate::process::{first_line, logged};
use crate::stop::Stop;
use crate::{packages, place};

/// Longest time for one installation; one of them is compiled.
const LIMIT: Duration = Duration::from_mins(5);
/// A copy of the list that an installation was made from.
const STAMP: &str = "installed";
/// Ends well where a virtual environment can be made and a package be compiled.
const CAN_BUILD: &str = "import ensurepip, os, sysconfig; print(os.stat(sysconfig.get_path('include') + '/Python.h'))";

/// Installed programs.
#[derive(Debug)]
pub struct Peers {
    folder: PathBuf,
    /// What could not be installed, and why.
    pub missing: Vec<String>,
}

impl Peers {
    /// Installs what is not there yet. What cannot be installed is noted, and the bench goes on without it.
    pub fn install() -> Result<Self, Stop> {
        let mut peers = Self::none()?;
        if let Err(stop) = packages::ensure(&["graphviz"]) {
            peers.missing.push(format!("graphviz: {stop}"));
        }
        peers.install_python()?;
        peers.install_npm()?;
        Ok(peers)
    }

    /// Installs what runs in Python alone.
    pub fn install_for_python() -> Result<Self, Stop> {
        let mut peers = Self::none()?;
        peers.install_python()?;
        Ok(peers)
    }

    fn none() -> Result<Self, Stop> {
        let folder = place::cache().join("peers");
        std::fs::create_dir_all(&folder).map_err(|error| said(&folder, &error))?;
        Ok(Self { folder, missing: Vec::new() })
    }

    /// The interpreter that has the packages for Python.
    pub fn python(&self) -> PathBuf {
        self.folder.join("python/bin/python")
    }

    /// The script that runs packages from npm.
    pub fn npm_script(&self) -> PathBuf {
        self.folder.join("npm/peers.mjs")
    }

    /// Names and versions, as far as they are pinned or can be asked for.
    pub fn versions() -> Vec<String> {
        let requirements = std::fs::read_to_string(folder().join("requirements.txt")).unwrap_or_default();
        let npm = std::fs::read_to_string(folder().join("npm/package.json")).unwrap_or_default();
        let mut versions: Vec<String> = pins(&requirements).map(|pin| pin.replace("==", " ")).collect();
        versions.extend(dependencies(&npm));
        versions.extend(graphviz_version());
        versions
    }

    fn install_python(&mut self) -> Result<(), Stop> {
        let list = folder().join("requirements.txt");
        let wanted = std::fs::read_to_string(&list).map_err(|error| said(&list, &error))?;
        let (home, python) = (self.folder.join("python"), self.python());
        let works = first_line(&python.to_string_lossy(), &["-c", "print(1)"]).is_some();
        if works && std::fs::read_to_string(home.join(STAMP)).is_ok_and(|found| found == wanted) {
            return Ok(());
        }
        if first_line("python3", &["-c", CAN_BUILD]).is_none() {
            packages::ensure(&["python3-venv", "python3-dev", "g++"])?;
        }
        if !works {
            let mut make = Command::new("python3");
            make.args(["-m", "venv", "--clear"]).arg(&home);
            self.install_one(make, "Python's virtual environment")?;
        }
        let before = self.missing.len();
        // One by one: a package that cannot be had must not take the others with it.
        for pin in pins(&wanted) {
            println!("Installing {}", pin.replace("==", " "));
            let mut pip = Command::new(&python);
            pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", pin]);
            self.install_one(pip, pin)?;
        }
        self.stamp(&home.join(STAMP), &wanted, before)
    }

    fn install_npm(&mut self) -> Result<(), Stop> {
        let (source, home) = (folder().join("npm"), self.folder.join("npm"));
        std::fs::create_dir_all(&home).map_err(|error| said(&home, &error))?;
        // Modules are looked for beside the script that names them, so that scripts have to lie there too.
        for entry in std::fs::read_dir(&source).map_err(|error| said(&source, &error))?.flatten() {
            if entry.path().is_file() {
                std::fs::copy(entry.path(), home.join(entry.file_name())).map_err(|error| said(&home, &error))?;
            }
        }
        let lock = source.join("package-lock.json");
        let wanted = std::fs::read_to_string(&lock).map_err(|error| said(&lock, &error))?;
        if std::fs::read_to_string(home.join(STAMP)).is_ok_and(|found| found == wanted) {
            return Ok(());
        }
        println!("Installing the peers from npm");
        let before = self.missing.len();
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(&home);
        self.install_one(npm, "the peers from npm")?;
        self.stamp(&home.join(STAMP), &wanted, before)
    }

    /// Notes a failure with the last thing that was said.
    fn install_one(&mut self, command: Command, name: &str) -> Result<(), Stop> {
        let log = self.folder.join("install.log");
        let status = logged(command, &log, LIMIT)?;
        if status.is_none_or(|status| !status.success()) {
            let text = std::fs::read_to_string(&log).unwrap_or_default();
            self.missing.push(format!("{name}: {}", last_line(&text)));
        }
        Ok(())
    }

    /// Marks an installation as done if nothing went missing since; else the next run tries again.
    fn stamp(&self, path: &Path, wanted: &str, before: usize) -> Result<(), Stop> {
        if self.missing.len() > before {
            return Ok(());
        }
        std::fs::write(path, wanted).map_err(|error| said(path, &error))
    }
}

/// What a program said last.
pub fn last_line(text: &str) -> &str {
    text.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or("it said nothing")
}

fn said(path: &Path, error: &std::io::Error) -> Stop {
    Stop::because(format!("{}: {error}", path.display()))
}

fn pins(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|line| !line.is_empty())
}

/// Lines `"name": "1.2.3"` of a `package.json`: of those, only dependencies begin with a digit.
fn dependencies(package: &str) -> impl Iterator<Item = String> {
    package.lines().filter_map(|line| {
        let (name, version) = line.trim().trim_end_matches(',').split_once(": ")?;
        let (name, version) = (name.trim_matches('"'), version.trim_matches('"'));
        version.starts_with(|first: char| first.is_ascii_digit()).then(|| format!("{name} {version}"))
    })
}

/// It tells its version on the error channel only, so that the package is asked for it.
fn graphviz_version() -> Option<String> {
    first_line("dpkg-query", &["-W", "-f=graphviz ${Version}", "graphviz"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_lists() {
        let list = "numpy==2.4.6\n\n# for figures\nnetworkx==3.6.1  # and this\n";
        assert_eq!(pins(list).collect::<Vec<_>>(), ["numpy==2.4.6", "networkx==3.6.1"]);
        let package = "{\n  \"private\": true,\n  \"dependencies\": {\n    \"@msagl/core\": \"1.1.24\",\n    \
                       \"elkjs\": \"0.12.1\"\n  }\n}\n";
        assert_eq!(dependencies(package).collect::<Vec<_>>(), ["@msagl/core 1.1.24", "elkjs 0.12.1"]);
    }

    #[test]
    fn the_committed_lists_pin_everything() {
        let read = |name: &str| std::fs::read_to_string(folder().join(name)).unwrap();
        assert!(pins(&read("requirements.txt")).all(|pin| pin.contains("==")));
        assert!(dependencies(&read("npm/package.json")).count() > 5);
    }

    #[test]
    fn a_failure_is_told_by_its_last_line() {
        assert_eq!(
            last_line("Traceback\n  File\nModuleNotFoundError: No module named 'fa2'\n\n"),
            "ModuleNotFoundError: No module named 'fa2'"
        );
        assert_eq!(last_line("\n"), "it said nothing");
    }
}
