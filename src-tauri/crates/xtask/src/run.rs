//! `cargo xtask run`: from a bare machine to the open window.
//!
//! Owns: the order of steps. Must not know: what the program does.

use std::process::ExitCode;

use crate::process::{cargo, command, must};
use crate::stop::Stop;
use crate::{npm, place, setup};

/// Sets up, builds and opens the window on the sample, or with the arguments given.
pub fn run(arguments: &[String]) -> Result<ExitCode, Stop> {
    setup::for_run()?;
    if !has_screen() {
        return Err(Stop::because(
            "There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). The same work without one:\n  \
             cargo run -p ecotone-cli -- new sample.ecotone --template sample\n  \
             cargo run -p ecotone-cli -- export sample.ecotone document --out plan.pdf",
        ));
    }
    must(npm::script("build"))?;
    must(cargo("build -p ecotone-desktop --features custom-protocol"))?;
    let mut program = command(place::program("debug", "ecotone-desktop"));
    if arguments.is_empty() {
        program.arg("--sample");
    } else if let Ok(here) = std::env::current_dir() {
        program.args(arguments).current_dir(here);
    }
    let status = program.status().map_err(|error| Stop::because(format!("The window did not open: {error}")))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn has_screen() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
