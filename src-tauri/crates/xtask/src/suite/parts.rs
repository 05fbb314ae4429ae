//! The parts of the suite: what each runs.
//!
//! Owns: the steps, in order. Must not know: how they are run and counted.

use std::process::Command;

use super::{Proof, Step};
use crate::count::Runner;
use crate::process::{cargo, command};
use crate::screen::Screen;
use crate::stop::Stop;
use crate::{npm, place, readers};

/// In this order: the shell can only be compiled once the page is built.
const PARTS: [&str; 4] = ["ui", "rust", "e2e", "window"];

/// A part that is ready to run.
pub struct Started {
    /// What to run.
    pub steps: Vec<Step>,
    /// Kept until the last step has ended.
    _screen: Option<Screen>,
}

/// The parts that were named, in the suite's order; without a name all of them.
pub fn chosen(names: &[String]) -> Result<Vec<&'static str>, Stop> {
    if let Some(unknown) = names.iter().find(|name| !PARTS.contains(&name.as_str())) {
        return Err(Stop::because(format!("There is no part '{unknown}'. The parts are: {}.", PARTS.join(", "))));
    }
    let wanted = |part: &&str| names.is_empty() || names.iter().any(|name| name == part);
    Ok(PARTS.into_iter().filter(wanted).collect())
}

/// Makes a part ready.
pub fn start(part: &str) -> Result<Started, Stop> {
    let screen = if part == "window" { Some(Screen::start()?) } else { None };
    let steps = match (part, &screen) {
        ("ui", _) => ui(),
        ("rust", _) => rust(),
        ("window", Some(screen)) => window(screen)?,
        _ => e2e(),
    };
    Ok(Started { steps, _screen: screen })
}

fn ui() -> Vec<Step> {
    vec![
        check("lint", npm::script("lint")),
        check("types", npm::script("check")),
        tests("unit tests", Runner::Vitest, npm::script("test")),
        page(),
    ]
}

fn rust() -> Vec<Step> {
    // The shell is apart: with it, one set of features for all would compile Tauri a second time.
    const CORE: &str = "--workspace --exclude ecotone-desktop --features ecotone-cli/serve";
    const SHELL: &str = "-p ecotone-desktop --features custom-protocol,answers";
    vec![
        check("format", cargo("fmt --all --check")),
        page(),
        check("clippy", cargo(&format!("clippy {CORE} --all-targets -- -D warnings"))),
        check("clippy of the shell", cargo(&format!("clippy {SHELL} --all-targets -- -D warnings"))),
        tests("tests", Runner::Cargo, repeatable(cargo(&format!("test {CORE} --no-fail-fast")))),
        tests("tests of the shell", Runner::Cargo, repeatable(cargo(&format!("test {SHELL}")))),
    ]
}

/// Property tests try the same cases at each landing, so that what fails here fails for everybody; set the variable to
/// try others.
fn repeatable(mut command: Command) -> Command {
    const SEED: &str = "PROPTEST_RNG_SEED";
    if std::env::var_os(SEED).is_none() {
        command.env(SEED, "2026");
    }
    command.env(readers::VARIABLE, readers::folder());
    command
}

fn e2e() -> Vec<Step> {
    let mut playwright = npm::tool("playwright", &["test", "--config", "../tests/e2e/playwright.config.ts"]);
    playwright.env("ECOTONE", place::program("debug", "ecotone"));
    let format = npm::tool("prettier", &["--config", ".prettierrc", "--check", "../tests/e2e/**/*.{ts,mjs}"]);
    vec![
        check("format of the tests", format),
        page(),
        build("program", serving("dev")),
        tests("in the browser", Runner::Playwright, playwright),
    ]
}

fn window(screen: &Screen) -> Result<Vec<Step>, Stop> {
    let mut node = command("dbus-run-session");
    node.args(["--", "node", "--test", "--test-reporter=spec"]).args(window_tests()?);
    node.env("ECOTONE_DESKTOP", place::program("debug", "ecotone-desktop"));
    node.env("ECOTONE_DRAG_SOURCE", place::program("debug/examples", "drag_source"));
    screen.show(&mut node);
    Ok(vec![page(), build("program", driven()), tests("in the real window", Runner::Node, node)])
}

/// The command line with its host for browsers, which no package ships.
pub fn serving(profile: &str) -> Command {
    cargo(&format!("build -p ecotone-cli --features serve --profile {profile}"))
}

/// The program with its page inside, and with dialogs that a test can answer, which no package has. Beside it what files
/// are dragged out of.
pub fn driven() -> Command {
    cargo("build -p ecotone-desktop --bins --examples --features custom-protocol,answers")
}

fn window_tests() -> Result<Vec<std::path::PathBuf>, Stop> {
    let folder = place::root().join("tests/e2e/window");
    let entries =
        std::fs::read_dir(&folder).map_err(|error| Stop::because(format!("{}: {error}", folder.display())))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}

/// The page, which the shell embeds and `ecotone serve` sends.
fn page() -> Step {
    build("page", npm::script("build"))
}

fn build(name: &'static str, command: Command) -> Step {
    Step { name, command: quiet(command), proof: Proof::Build }
}

fn check(name: &'static str, command: Command) -> Step {
    Step { name, command: quiet(command), proof: Proof::Check }
}

fn tests(name: &'static str, runner: Runner, command: Command) -> Step {
    Step { name, command: quiet(command), proof: Proof::Tests(runner) }
}

/// Everything goes into a file.
fn quiet(mut command: Command) -> Command {
    command.env("NO_COLOR", "1").env_remove("FORCE_COLOR").env("CARGO_TERM_COLOR", "never").env("CI", "1");
    command
}
