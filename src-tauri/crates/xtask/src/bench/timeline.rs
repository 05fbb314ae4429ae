//! `cargo xtask bench timeline`: how soon 500 motions with 10,000 tasks are drawn, and how they keep up with the hand in
//! Chromium, in release.
//!
//! Owns: building what the scripts look at. Must not know: what is measured.

use std::process::{Command, ExitCode};

use crate::process::{cargo, command, must};
use crate::stop::Stop;
use crate::{npm, place, setup, suite};

const FRAMES: &str = "tests/bench/timeline/frames.mjs";

/// Prints the figures of the display list, then those of frames. Fails when one is over its bound in either.
pub fn run() -> Result<ExitCode, Stop> {
    setup::for_test()?;
    must(npm::script("build"))?;
    must(suite::serving("release"))?;
    let folder =
        place::fresh("bench/timeline").map_err(|error| Stop::because(format!("The folder for runs: {error}")))?;
    let file = folder.join("motions.ecotone");
    let mut written = frames();
    written.arg("--keep").arg(&file);
    must(written)?;
    let mut drawn = cargo("bench -q -p api --bench timeline --");
    drawn.arg(&file);
    let drawn = ended(drawn)?;
    let kept_up = ended(frames())?;
    Ok(if drawn && kept_up { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn frames() -> Command {
    let mut node = command("node");
    node.arg(FRAMES).env("ECOTONE", place::program("release", "ecotone"));
    node
}

/// What is started says itself which figure is over its bound.
fn ended(mut started: Command) -> Result<bool, Stop> {
    let status = started.status().map_err(|error| Stop::because(format!("{started:?} did not start: {error}")))?;
    Ok(status.success())
}
