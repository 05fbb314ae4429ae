//! The page's own dependencies.
//!
//! Owns: when `npm ci` is needed, and running the scripts of `ui/package.json`. Must not know: what they do.

use std::path::Path;
use std::process::Command;

use crate::place;
use crate::process::{command, must};
use crate::stop::Stop;

/// A copy of the lock file that the installed modules were made from.
const STAMP: &str = ".ecotone-lock";

/// Installs the modules when the lock file has changed since.
pub fn ensure() -> Result<(), Stop> {
    let (lock, modules) = (place::ui().join("package-lock.json"), place::ui().join("node_modules"));
    let wanted = std::fs::read(&lock).map_err(|error| Stop::because(format!("{}: {error}", lock.display())))?;
    if std::fs::read(modules.join(STAMP)).is_ok_and(|found| found == wanted) {
        return link(&modules);
    }
    println!("Installing the page's modules");
    must(in_ui("npm", &["ci", "--no-audit", "--no-fund"]))?;
    std::fs::write(modules.join(STAMP), wanted).map_err(|error| Stop::because(format!("{STAMP}: {error}")))?;
    link(&modules)
}

/// A script of `ui/package.json`.
pub fn script(name: &str) -> Command {
    in_ui("npm", &["run", "--silent", name])
}

/// A program that the modules bring.
pub fn tool(name: &str, arguments: &[&str]) -> Command {
    in_ui("npx", &[&["--no-install", name], arguments].concat())
}

fn in_ui(program: &str, arguments: &[&str]) -> Command {
    let mut command = command(if cfg!(windows) { format!("{program}.cmd") } else { program.to_owned() });
    command.args(arguments).current_dir(place::ui());
    command
}

/// The tests in `tests/e2e` are outside of `ui/` and find the same modules through this link.
fn link(modules: &Path) -> Result<(), Stop> {
    let link = place::root().join("tests/e2e/node_modules");
    if link.exists() {
        return Ok(());
    }
    #[cfg(unix)]
    let made = std::os::unix::fs::symlink(Path::new("../../ui/node_modules"), &link).map(|()| modules);
    #[cfg(windows)]
    let made = std::os::windows::fs::symlink_dir(modules, &link);
    made.map(drop).map_err(|error| Stop::because(format!("{} could not be linked: {error}", link.display())))
}
