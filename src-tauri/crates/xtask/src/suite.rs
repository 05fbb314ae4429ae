//! Everything that is tested, in order, with one summary at the end.
//!
//! Owns: running parts, showing what failed, counting. Must not know: what each part runs.

mod parts;

pub use parts::{driven, serving};

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::count::{Count, Runner, count};
use crate::stop::Stop;
use crate::{place, process, setup};

/// Longest time for one step; a cold build of Typst takes the most.
const LIMIT: Duration = Duration::from_mins(45);

/// One step of a part.
struct Step {
    name: &'static str,
    command: Command,
    proof: Proof,
}

/// What a step shows when it ends well.
#[derive(Clone, Copy)]
enum Proof {
    /// Only that later steps can run.
    Build,
    /// One thing that holds.
    Check,
    /// As many as the runner counted.
    Tests(Runner),
}

struct Line {
    part: &'static str,
    step: &'static str,
    count: Count,
    seconds: u64,
}

/// Runs the named parts, or all.
pub fn run(names: &[String]) -> Result<ExitCode, Stop> {
    let parts = parts::chosen(names)?;
    setup::for_test()?;
    let logs = place::fresh("logs").map_err(|error| Stop::because(format!("The folder for logs: {error}")))?;
    let mut lines = Vec::new();
    for part in parts {
        println!("\n{part}");
        let started = parts::start(part)?;
        for step in started.steps {
            let is_build = matches!(step.proof, Proof::Build);
            let line = measure(part, step, &logs)?;
            report(&line);
            let failed = line.count.failed > 0;
            lines.push(line);
            // Later steps of a part stand on its builds; a stale program would answer for a broken one.
            if failed && is_build {
                break;
            }
        }
    }
    Ok(summary(&lines))
}

fn measure(part: &'static str, step: Step, logs: &Path) -> Result<Line, Stop> {
    println!("  {} …", step.name);
    let log = logs.join(format!("{part} {}.log", step.name));
    let begun = Instant::now();
    let status = process::logged(step.command, &log, LIMIT)?;
    let text = plain(&String::from_utf8_lossy(&std::fs::read(&log).unwrap_or_default()));
    let mut count = match step.proof {
        Proof::Build => Count::default(),
        Proof::Check => Count { passed: 1, ..Count::default() },
        Proof::Tests(runner) => count(runner, &text),
    };
    let well = status.is_some_and(|status| status.success());
    if !well {
        if !matches!(step.proof, Proof::Tests(_)) {
            count.passed = 0;
        }
        count.failed = count.failed.max(1);
    }
    let silent = matches!(step.proof, Proof::Tests(_)) && count == Count::default();
    if silent {
        count.failed = 1;
    }
    if count.failed + count.retried > 0 {
        println!("{text}");
    }
    if count.failed > 0 {
        match status {
            None => println!("  It was ended after {} minutes.", LIMIT.as_secs() / 60),
            Some(_) if silent => println!("  It ran no test."),
            Some(status) => println!("  It ended with {status}."),
        }
    }
    Ok(Line { part, step: step.name, count, seconds: begun.elapsed().as_secs() })
}

/// Without the color codes that some tools print even into a file.
fn plain(text: &str) -> String {
    let mut pieces = text.split("\x1b[");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |plain, piece| {
        let end = piece.find(|letter: char| letter.is_ascii_alphabetic()).map_or(piece.len(), |at| at + 1);
        plain + &piece[end..]
    })
}

fn report(line: &Line) {
    let Line { part, step, count, seconds } = line;
    let result = if count.failed > 0 { "FAILED" } else { "ok" };
    let counted = if *count == Count::default() { "built".to_owned() } else { told(count) };
    println!("  {part:<7} {step:<22} {result:<7} {counted:<24} {seconds:>5} s");
}

fn told(count: &Count) -> String {
    let Count { passed, failed, retried } = count;
    match retried {
        0 => format!("{passed} passed, {failed} failed"),
        _ => format!("{passed} passed ({retried} at a second try), {failed} failed"),
    }
}

/// The last line is the whole result, for people and for scripts.
fn summary(lines: &[Line]) -> ExitCode {
    let mut sum = Count::default();
    println!("\nSummary");
    for line in lines {
        report(line);
        sum += line.count;
    }
    println!("\n{}", told(&sum));
    if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn colors_are_left_out() {
        assert_eq!(plain("a \x1b[31mred\x1b[0m b"), "a red b");
        assert_eq!(plain("Tests \x1b[38;5;240m7 passed"), "Tests 7 passed");
        assert_eq!(plain("none"), "none");
        assert_eq!(plain("cut \x1b["), "cut ");
    }
}
