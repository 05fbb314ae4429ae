//! `cargo xtask bench simulate`: 10,000 simulated runs of 50 motions beside the same model in NumPy, in one session.
//!
//! Owns: the order, the table and what has to hold. Must not know: what is simulated.

use std::process::{Command, ExitCode, Stdio};

use super::layout::Peers;
use crate::process::{cargo, command};
use crate::setup;
use crate::stop::Stop;

const SCRIPT: &str = "tests/bench/simulate.py";

/// Threads in words, the bench's name for them, and how many times faster than NumPy they have to be.
const HELD: [(&str, &str, f64); 2] = [("two threads", "two_threads", 5.0), ("one thread", "one_thread", 2.5)];

/// How far the simulated figures may lie apart: 10,000 runs of other random numbers each leave about half of that.
const APART: f64 = 0.02;

/// A name and a figure.
type Said = Vec<(String, f64)>;

/// Runs both and prints seconds and ratios. Fails when a ratio is too small, or the two do not simulate the same.
pub fn run() -> Result<ExitCode, Stop> {
    setup::for_run()?;
    let peers = Peers::install_for_python()?;
    let ours = said(cargo("bench -q -p forecast --bench simulate"))?;
    let mut script = command(peers.python());
    script.arg(SCRIPT);
    let theirs = said(script)?;

    let seconds = figure(&theirs, "seconds")?;
    println!("{:<28} {:>10} {:>10} {:>10}", "50 motions, 10,000 runs", "seconds", "times", "at least");
    println!("{:<28} {seconds:>10.3}   (drawing: {:.3})", "NumPy", figure(&theirs, "drawing")?);
    let mut holds = true;
    for (words, name, least) in HELD {
        let own = figure(&ours, name)?;
        holds &= seconds >= least * own;
        println!("{words:<28} {own:>10.3} {:>10.1} {least:>10.1}", seconds / own);
    }
    for (name, found) in ours.iter().filter(|(name, _)| HELD.iter().all(|(_, timed, _)| timed != name)) {
        let expect = figure(&theirs, name)?;
        let near = (found - expect).abs() <= APART * expect.abs();
        holds &= near;
        println!("{name:<28} {found:>10.0} {expect:>10.0} {:>10}", if near { "near" } else { "apart" });
    }
    Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The lines "name figure" that a program prints.
fn said(mut program: Command) -> Result<Said, Stop> {
    let output = program
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Stop::because(format!("{program:?} did not start: {error}")))?;
    if !output.status.success() {
        return Err(Stop::because(format!("{program:?} failed ({}); see above.", output.status)));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let line = |line: &str| line.split_once(' ').and_then(|(name, text)| Some((name.to_owned(), text.parse().ok()?)));
    Ok(text.lines().filter_map(line).collect())
}

fn figure(said: &Said, name: &str) -> Result<f64, Stop> {
    let found = said.iter().find(|(candidate, _)| candidate == name);
    found.map(|(_, figure)| *figure).ok_or_else(|| Stop::because(format!("The bench did not tell '{name}'.")))
}
