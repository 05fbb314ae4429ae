//! Small commands: format, bindings.
//!
//! Owns: the programs that they run. Must not know: what those do.

use std::process::ExitCode;

use crate::process::{cargo, must};
use crate::stop::Stop;
use crate::{npm, setup};

/// Formats Rust and the page.
pub fn fmt() -> Result<ExitCode, Stop> {
    setup::for_run()?;
    must(cargo("fmt --all"))?;
    must(npm::script("format"))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the page's types from the command table; a test fails while they are stale.
pub fn bindings() -> Result<ExitCode, Stop> {
    let mut test = cargo("test --quiet -p api generated_ts_is_fresh");
    test.env("UPDATE_BINDINGS", "1");
    must(test)?;
    Ok(ExitCode::SUCCESS)
}
