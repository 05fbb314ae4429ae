//! `cargo xtask bench`: how fast Ecotone is, in release.
//!
//! Owns: the names of the benches. Must not know: what each measures.

mod document;
mod import;
mod layout;
mod map;
mod report;
mod simulate;
mod timeline;
mod workspace;

use std::process::ExitCode;

use crate::stop::Stop;

/// Runs the named benches, or all.
pub fn run(arguments: &[String]) -> Result<ExitCode, Stop> {
    let (options, names): (Vec<_>, Vec<_>) = arguments.split_first().map_or_else(Default::default, |(first, rest)| {
        if first.starts_with('-') { (arguments.to_vec(), Vec::new()) } else { (rest.to_vec(), vec![first.as_str()]) }
    });
    match (names.as_slice(), options.as_slice()) {
        ([] | ["layout"], _) => {
            let options = layout::Options::read(&options)?;
            if names.is_empty() {
                workspace::run()?;
            }
            layout::run(&options)
        }
        (["document"], []) => document::run(),
        (["workspace"], []) => workspace::run(),
        (["import"], []) => import::run(),
        (["map"], _) => map::run(&options),
        (["timeline"], []) => timeline::run(),
        (["simulate"], []) => simulate::run(),
        _ => Err(Stop::because(format!(
            "'{}' is no bench. There are: workspace, document, import, layout [--all] [--siblings N], map [WORKSPACE …], timeline, simulate.",
            arguments.join(" ")
        ))),
    }
}
