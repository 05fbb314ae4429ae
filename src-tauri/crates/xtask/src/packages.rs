//! What a machine needs besides Rust and Node.
//!
//! Owns: the names of system packages and how they are installed. Must not know: what needs them when.

use std::process::Command;

use crate::process::{first_line, must};
use crate::stop::Stop;

/// To build and to run.
pub const BUILD: &[&str] =
    &["pkg-config", "libwebkit2gtk-4.1-dev", "librsvg2-dev", "libclang-dev", "clang", "libgl1-mesa-dri"];
/// To test: a screen, a driver for the webview, a browser, and readers for what is exported.
pub const TEST: &[&str] = &[
    "xvfb",
    "openbox",
    "xdotool",
    "dbus-x11",
    "webkit2gtk-driver",
    "chromium",
    "poppler-utils",
    "qpdf",
    "libreoffice-calc",
    "sqlite3",
];

/// Installs what is missing of `wanted`, or says what to install.
pub fn ensure(wanted: &[&str]) -> Result<(), Stop> {
    let system = System::here();
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if system == System::Other {
        return unknown_system(wanted);
    }
    let missing = missing(&system.packages(wanted));
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing {}", missing.join(" "));
    for step in [vec!["update"], [vec!["install", "-y", "--no-install-recommends"], missing].concat()] {
        must(apt(&step)?)?;
    }
    Ok(())
}

/// Whether the browser for the tests comes from the system. On Ubuntu `chromium` is a stub that wants snap.
pub fn has_chromium() -> bool {
    System::here() != System::Ubuntu && first_line("chromium", &["--version"]).is_some()
}

#[derive(Debug, PartialEq, Eq)]
enum System {
    Debian,
    Ubuntu,
    Other,
}

impl System {
    fn here() -> Self {
        Self::of(&std::fs::read_to_string("/etc/os-release").unwrap_or_default())
    }

    fn of(release: &str) -> Self {
        let field = |name: &str| {
            let line = release.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
            line.unwrap_or_default().trim_matches('"').to_owned()
        };
        let like = format!("{} {}", field("ID"), field("ID_LIKE"));
        let is = |name: &str| like.split_whitespace().any(|word| word == name);
        if is("ubuntu") {
            Self::Ubuntu
        } else if is("debian") {
            Self::Debian
        } else {
            Self::Other
        }
    }

    fn packages<'a>(&self, wanted: &[&'a str]) -> Vec<&'a str> {
        wanted.iter().copied().filter(|name| *self != Self::Ubuntu || *name != "chromium").collect()
    }
}

fn missing<'a>(wanted: &[&'a str]) -> Vec<&'a str> {
    wanted.iter().copied().filter(|name| !is_installed(name)).collect()
}

fn is_installed(name: &str) -> bool {
    let status = first_line("dpkg-query", &["-W", "-f=${Status}", name]);
    status.is_some_and(|status| status == "install ok installed")
}

fn apt(arguments: &[&str]) -> Result<Command, Stop> {
    let root = first_line("id", &["-u"]).is_some_and(|id| id == "0");
    let line = format!("apt-get {}", arguments.join(" "));
    if !root && first_line("sudo", &["--version"]).is_none() {
        return Err(Stop::because(format!("Packages are missing, and there is no sudo. Run this as root: {line}")));
    }
    let mut command = Command::new(if root { "apt-get" } else { "sudo" });
    if !root {
        command.arg("apt-get");
    }
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

/// Elsewhere the names differ, so that a missing package can only be guessed by what it brings.
fn unknown_system(wanted: &[&str]) -> Result<(), Stop> {
    if first_line("pkg-config", &["--modversion", "webkit2gtk-4.1"]).is_some() {
        return Ok(());
    }
    let line = format!("apt-get install -y --no-install-recommends {}", wanted.join(" "));
    Err(Stop::because(format!(
        "WebKitGTK 4.1 was not found, and packages are installed by this command only on Debian and Ubuntu. There it is:\n  \
         {line}\nInstall the same under your system's names, then run this again."
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_are_told_apart() {
        let check = |release: &str, expect: System| assert_eq!(System::of(release), expect, "{release}");
        check("NAME=\"Debian\"\nID=debian\n", System::Debian);
        check("ID=ubuntu\nID_LIKE=debian\n", System::Ubuntu);
        check("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Ubuntu);
        check("ID=fedora\n", System::Other);
        check("", System::Other);
    }

    #[test]
    fn ubuntu_gets_no_snap_stub() {
        assert_eq!(System::Ubuntu.packages(&["qpdf", "chromium"]), ["qpdf"]);
        assert_eq!(System::Debian.packages(&["qpdf", "chromium"]), ["qpdf", "chromium"]);
    }
}
