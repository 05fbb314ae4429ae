//! `cargo xtask bench map`: how the map keeps up with the hand, in the real window and in Chromium, in release.
//!
//! Owns: building what the script looks at, and a screen for the window. Must not know: what is measured.

use std::process::{Command, ExitCode};

use crate::process::{cargo, command, must};
use crate::screen::Screen;
use crate::stop::Stop;
use crate::{npm, place, setup, suite};

/// Prints the script's figures, first of the real window, then of Chromium; `workspaces` are named as the script names
/// them. Fails when a figure is over its bound in either.
pub fn run(workspaces: &[String]) -> Result<ExitCode, Stop> {
    setup::for_test()?;
    must(npm::script("build"))?;
    must(suite::serving("release"))?;
    must(cargo("build --release -p ecotone-desktop --features custom-protocol,answers"))?;
    let screen = Screen::start()?;
    let mut window = command("dbus-run-session");
    window.args(["--", "node"]);
    window.env("ECOTONE_DESKTOP", place::program("release", "ecotone-desktop"));
    screen.show(&mut window);
    let in_window = kept_up(window, "webkit", workspaces)?;
    let in_browser = kept_up(command("node"), "chromium", workspaces)?;
    Ok(if in_window && in_browser { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The script says itself which figure is over its bound.
fn kept_up(mut node: Command, engine: &str, workspaces: &[String]) -> Result<bool, Stop> {
    node.args(["tests/bench/map/frames.mjs", "--engine", engine]).args(workspaces);
    node.env("ECOTONE", place::program("release", "ecotone"));
    let ended = node.status().map_err(|error| Stop::because(format!("node did not start: {error}")))?;
    Ok(ended.success())
}
