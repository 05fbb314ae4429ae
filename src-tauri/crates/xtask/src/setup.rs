//! Making a machine ready.
//!
//! Owns: what each command needs before it can work. Must not know: how it is installed.

use std::process::Command;

use crate::process::{first_line, must};
use crate::stop::Stop;
use crate::{npm, packages, place, readers};

/// For building and running.
pub fn for_run() -> Result<(), Stop> {
    packages::ensure(packages::BUILD)?;
    node()?;
    npm::ensure()
}

/// For testing.
pub fn for_test() -> Result<(), Stop> {
    packages::ensure(&[packages::BUILD, packages::TEST].concat())?;
    node()?;
    npm::ensure()?;
    components()?;
    readers::ensure()?;
    browser()
}

fn node() -> Result<(), Stop> {
    let found = first_line("node", &["--version"]);
    let major = found.as_deref().and_then(|text| text.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    match (found, major) {
        (Some(_), Some(20..)) => Ok(()),
        (Some(text), _) => {
            Err(Stop::because(format!("Node 20 or newer is needed, found {text}. Install it and try again.")))
        }
        (None, _) => Err(Stop::because("Node was not found. Install Node 20 or newer and try again.")),
    }
}

/// A minimal Rust has neither.
fn components() -> Result<(), Stop> {
    for (name, check) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if first_line("cargo", &[check, "--version"]).is_none() {
            let mut rustup = Command::new("rustup");
            rustup.args(["component", "add", name]);
            must(rustup)?;
        }
    }
    Ok(())
}

/// Playwright's own browser belongs to the installed modules: new modules fetch it again.
fn browser() -> Result<(), Stop> {
    let fetched = place::ui().join("node_modules/.ecotone-browser");
    if packages::has_chromium() || fetched.exists() {
        return Ok(());
    }
    must(npm::tool("playwright", &["install", "--with-deps", "chromium"]))?;
    std::fs::write(&fetched, "").map_err(|error| Stop::because(format!("{}: {error}", fetched.display())))
}
