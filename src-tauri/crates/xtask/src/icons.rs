//! `cargo xtask icons`: the sizes of the program's icon.
//!
//! Owns: which sizes are kept. Must not know: what the icon shows.

use std::process::ExitCode;

use crate::process::must;
use crate::stop::Stop;
use crate::{npm, place, setup};

/// What `tauri.conf.json` names, and one large picture for stores and desktops.
const KEPT: [&str; 6] = ["32x32.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.icns", "icon.ico"];

/// Draws every size from the one source.
pub fn run() -> Result<ExitCode, Stop> {
    setup::for_run()?;
    let failed = |error: std::io::Error| Stop::because(format!("The icons could not be written: {error}"));
    let all = place::fresh("icons").map_err(failed)?;
    let folder = place::root().join("assets/icons");
    let source = folder.join("icon.svg");
    must(npm::tool("tauri", &["icon", &source.to_string_lossy(), "--output", &all.to_string_lossy()]))?;
    for name in KEPT {
        std::fs::copy(all.join(name), folder.join(name)).map_err(failed)?;
    }
    Ok(ExitCode::SUCCESS)
}
