//! `cargo xtask screenshots`: pictures of every screen, and of every page of the sample's plan.
//!
//! Owns: building what the script photographs. Must not know: which screens there are.

use std::path::Path;
use std::process::ExitCode;

use crate::process::{command, must};
use crate::screen::Screen;
use crate::stop::Stop;
use crate::{npm, place, setup, suite};

/// A day in the middle of what the sample has planned and measured.
const SAMPLE_TODAY: &str = "2026-06-30";

/// Builds the page and its hosts, lets the script take the pictures, and photographs the real window.
pub fn run() -> Result<ExitCode, Stop> {
    setup::for_test()?;
    must(npm::script("build"))?;
    must(suite::serving("dev"))?;
    must(suite::driven())?;
    let pictures = place::root().join("assets/screenshots");
    pages(&pictures.join("plan"))?;
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

/// The sample's plan as its client gets it, on paper and as slides: a picture for each page, in place of those that are there.
fn pages(pictures: &Path) -> Result<(), Stop> {
    let because = |error: std::io::Error| Stop::because(format!("The pictures of the plan's pages: {error}"));
    let folder = place::fresh("plan").map_err(because)?;
    let workspace = folder.join("sample.ecotone");
    let ecotone = || command(place::program("debug", "ecotone"));
    let mut new = ecotone();
    new.arg("new").arg(&workspace).args(["--template", "sample"]);
    must(new)?;
    std::fs::create_dir_all(pictures).map_err(because)?;
    for entry in std::fs::read_dir(pictures).map_err(because)? {
        let path = entry.map_err(because)?.path();
        if path.extension().is_some_and(|ending| ending == "png") {
            std::fs::remove_file(path).map_err(because)?;
        }
    }
    for (paper, name) in [("a4", "page"), ("16x9", "slide")] {
        let plan = folder.join(name).with_extension("pdf");
        let mut export = ecotone();
        export.arg("export").arg(&workspace).args(["document", "--audience", "client", "--today", SAMPLE_TODAY]);
        export.args(["--paper", paper, "--out"]).arg(&plan);
        must(export)?;
        let mut draw = command("pdftoppm");
        draw.args(["-r", "72", "-png"]).arg(&plan).arg(pictures.join(name));
        must(draw)?;
    }
    Ok(())
}
