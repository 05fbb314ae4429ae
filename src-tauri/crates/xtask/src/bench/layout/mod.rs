//! `cargo xtask bench layout`: the layout engine beside its peers, on the same graphs, in one session.
//!
//! Owns: the order of things, from the peers' installation to the table. Must not know: how a peer is run, how a
//! drawing is scored.

mod contest;
mod contests;
mod figures;
mod graphs;
mod options;
mod peers;
mod report;
mod siblings;
mod trial;
mod workspace;

pub use options::Options;
pub use peers::Peers;

use std::process::ExitCode;

use self::contest::Contest;
use self::trial::Bench;
use crate::process::{cargo, must};
use crate::stop::Stop;
use crate::{place, setup};

/// Runs every contest and prints how each ended; fails when a line that must hold does not.
pub fn run(options: &Options) -> Result<ExitCode, Stop> {
    setup::for_run()?;
    must(cargo("build --release -p ecotone-cli"))?;
    must(cargo("build --release -p layout --examples"))?;
    let peers = Peers::install()?;
    let folder =
        place::fresh("bench/layout").map_err(|error| Stop::because(format!("The folder for runs: {error}")))?;
    let contests = contests(options);
    println!("\n{}", report::head(&peers));
    let bench = Bench::new(peers, folder.clone());
    let mut csv = report::CSV_HEAD.to_owned();
    let mut failed = Vec::new();
    for contest in &contests {
        let rows = bench.run(contest)?;
        let verdicts = contest.verdicts(&rows);
        println!("\n{}", report::table(contest, &rows, &verdicts));
        csv += &report::csv(contest, &rows, &verdicts);
        failed.extend(verdicts.iter().filter(|verdict| verdict.is_failure()).map(|verdict| (contest, verdict.clone())));
    }
    let path = folder.with_extension("csv");
    std::fs::write(&path, csv).map_err(|error| Stop::because(format!("{}: {error}", path.display())))?;
    println!("\n{}\nWritten to {}", report::summary(&failed), path.display());
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn contests(options: &Options) -> Vec<Contest> {
    let mut contests = if options.siblings > 0 { Vec::new() } else { contests::named(options.slow) };
    contests.extend((1..=options.siblings).flat_map(siblings::of));
    contests.retain(|contest| options.only.as_ref().is_none_or(|part| contest.title.contains(part.as_str())));
    contests
}
