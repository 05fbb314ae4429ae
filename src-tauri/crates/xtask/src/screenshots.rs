//! `cargo xtask screenshots`: pictures of every screen.
//!
//! Owns: building what the script photographs. Must not know: which screens there are.

use std::process::ExitCode;

use crate::process::must;
use crate::stop::Stop;
use crate::{npm, place, setup, suite};

/// Builds the page and its host, and lets the script take the pictures.
pub fn run() -> Result<ExitCode, Stop> {
    setup::for_test()?;
    must(npm::script("build"))?;
    must(suite::serving("dev"))?;
    let config = "../tests/e2e/playwright.config.ts";
    let mut playwright = npm::tool("playwright", &["test", "--config", config]);
    playwright.env("ECOTONE", place::program("debug", "ecotone"));
    playwright.env("ECOTONE_SCREENSHOTS", place::root().join("assets/screenshots"));
    must(playwright)?;
    Ok(ExitCode::SUCCESS)
}
