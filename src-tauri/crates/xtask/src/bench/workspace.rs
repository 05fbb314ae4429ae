//! `cargo xtask bench workspace`: how long the everyday work takes on a real ecosystem, in release.
//!
//! Owns: what is timed, and how runs are made comparable. Must not know: how Ecotone works.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::process::{cargo, must};
use crate::stop::Stop;
use crate::{place, setup};

/// The middle of five: one slow run says something about the machine, not about the program.
const RUNS: usize = 5;

/// Times the imports and exports of the CNCF's 2,165 organizations, each run on a fresh file.
pub fn run() -> Result<ExitCode, Stop> {
    setup::for_run()?;
    must(cargo("build --release -p ecotone-cli"))?;
    let data = place::root().join("tests/fixtures/cncf");
    let folder =
        place::fresh("bench/workspace").map_err(|error| Stop::because(format!("The folder for runs: {error}")))?;
    let mut times: Vec<(String, Vec<Duration>)> = Vec::new();
    for _ in 0..RUNS {
        for (index, (name, arguments)) in steps(&data, &folder).into_iter().enumerate() {
            let taken = time(&name, &arguments)?;
            if times.len() <= index {
                times.push((name, Vec::new()));
            }
            times[index].1.push(taken);
        }
    }
    println!("median of {RUNS}, in milliseconds");
    for (name, mut taken) in times {
        taken.sort();
        println!("{name:<24} {:>8}", taken[RUNS / 2].as_millis());
    }
    Ok(ExitCode::SUCCESS)
}

/// In order: each step works on what the ones before have made.
fn steps(data: &Path, folder: &Path) -> Vec<(String, Vec<String>)> {
    let file = folder.join("cncf.ecotone");
    // A leftover of the run before; in the first run there is none.
    let _ = std::fs::remove_file(&file);
    let text = |path: PathBuf| path.to_string_lossy().into_owned();
    let file = text(file);
    let step =
        |name: &str, arguments: &[&str]| (name.to_owned(), arguments.iter().map(|&word| word.to_owned()).collect());
    let (partners, relationships) = (text(data.join("partners.csv")), text(data.join("relationships.csv")));
    let (pdf, svg) = (text(folder.join("plan.pdf")), text(folder.join("map.svg")));
    vec![
        step("new", &["new", &file, "--us", "Cloud Native Computing Foundation"]),
        step("import organizations", &["import", &file, &partners, "--as", "organizations"]),
        step("import relationships", &["import", &file, &relationships, "--as", "relationships"]),
        step("show organizations", &["show", &file, "organizations", "--json"]),
        step("check", &["check", &file]),
        step("export map", &["export", &file, "map", "--out", &svg]),
        step("export document", &["export", &file, "document", "--out", &pdf]),
        step("undo", &["undo", &file]),
        step("redo", &["redo", &file]),
    ]
}

fn time(name: &str, arguments: &[String]) -> Result<Duration, Stop> {
    let mut command = Command::new(place::program("release", "ecotone"));
    command.args(arguments).stdout(Stdio::null());
    let begun = Instant::now();
    let status = command.status().map_err(|error| Stop::because(format!("'{name}' did not start: {error}")))?;
    let taken = begun.elapsed();
    if status.success() { Ok(taken) } else { Err(Stop::because(format!("'{name}' failed ({status}); see above."))) }
}
