//! `cargo xtask screenshots`: pictures of every screen.
//!
//! Owns: building what the script photographs. Must not know: which screens there are.

use std::process::ExitCode;

use crate::process::{command, must};
use crate::screen::Screen;
use crate::stop::Stop;
use crate::{npm, place, setup, suite};

/// Builds the page and its hosts, lets the script take the pictures, and photographs the real window.
pub fn run() -> Result<ExitCode, Stop> {
    setup::for_test()?;
    must(npm::script("build"))?;
    must(suite::serving("dev"))?;
    must(suite::driven())?;
    let pictures = place::root().join("assets/screenshots");
    let mut playwright = npm::tool("playwright", &["test", "--config", "../tests/e2e/playwright.config.ts"]);
    playwright.env("ECOTONE", place::program("debug", "ecotone")).env("ECOTONE_SCREENSHOTS", &pictures);
    must(playwright)?;
    let screen = Screen::start()?;
    let mut window = command("dbus-run-session");
    window.args(["--", "node", "tests/e2e/window/picture.mjs"]).arg(pictures.join("window.png"));
    window.env("ECOTONE_DESKTOP", place::program("debug", "ecotone-desktop"));
    screen.show(&mut window);
    must(window)?;
    Ok(ExitCode::SUCCESS)
}
