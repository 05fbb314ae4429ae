//! `cargo xtask bench document`: the plan as a PDF in a fresh process, in release, beside `WeasyPrint` with the same text and
//! pictures; and the same bytes from a build for developing.
//!
//! Owns: what is printed, the bounds that it keeps, and how runs are made comparable. Must not know: how a page is made.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use super::import::timed;
use super::layout::Peers;
use crate::process::{cargo, must};
use crate::stop::Stop;
use crate::{packages, place, setup};

const SCRIPT: &str = "tests/bench/document.py";
/// The middle of these counts: one slow run says something about the machine, not about the program.
const RUNS: usize = 5;
/// The day that every document speaks of.
const DAY: &str = "2026-11-23";

/// A workspace, and what its document has to keep.
struct Plan {
    name: &'static str,
    most: Duration,
    /// Megabytes.
    memory: u64,
    pages: u32,
    charts: &'static [&'static str],
}

const PLANS: [Plan; 2] = [
    Plan {
        name: "sample",
        most: Duration::from_secs(1),
        memory: 400,
        pages: 30,
        charts: &["cumulative", "waterfall", "scenarios", "tornado"],
    },
    Plan { name: "cncf", most: Duration::from_secs(5), memory: 400, pages: 30, charts: &[] },
];

/// Times both documents and both printers. Fails when a bound is not kept, or the builds print different bytes.
pub fn run() -> Result<ExitCode, Stop> {
    setup::for_run()?;
    packages::ensure(&["poppler-utils", "libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"])?;
    must(cargo("build --release -p ecotone-cli"))?;
    must(cargo("build -p ecotone-cli"))?;
    let peers = Peers::install_for_python()?;
    let folder = place::fresh("bench/document").map_err(|error| Stop::because(format!("The folder: {error}")))?;
    workspaces(&folder)?;
    println!("{:<24} {:>8} {:>10} {:>10} {:>8}", "document", "pages", "seconds", "peak MB", "times");
    let mut holds = true;
    for plan in PLANS {
        let pdf = folder.join(format!("{}.pdf", plan.name));
        let (taken, peak) = median(RUNS, || export(&folder, "release", plan.name, &pdf))?;
        let pages = pages(&pdf);
        let (seconds, megabytes) = (taken.as_secs_f64(), peak / 1024);
        println!("{:<24} {pages:>8} {seconds:>10.2} {megabytes:>10}", plan.name);
        holds &= taken <= plan.most && megabytes <= plan.memory && pages >= plan.pages;
        let (theirs, their_peak) = beside(&peers, &folder, &plan)?;
        let times = theirs.as_secs_f64() / seconds;
        println!(
            "{:<24} {:>8} {:>10.2} {:>10} {times:>8.1}",
            "  WeasyPrint",
            "",
            theirs.as_secs_f64(),
            their_peak / 1024
        );
        let developed = folder.join("developed.pdf");
        timed(export(&folder, "debug", plan.name, &developed))?;
        let same = std::fs::read(&developed).ok() == std::fs::read(&pdf).ok();
        println!(
            "  {}",
            if same { "the same bytes from a build for developing" } else { "OTHER BYTES from a build for developing" }
        );
        holds &= same;
    }
    Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn ecotone(profile: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(place::program(profile, "ecotone"));
    command.args(arguments);
    command
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn workspaces(folder: &Path) -> Result<(), Stop> {
    let data = place::root().join("tests/fixtures/cncf");
    let (sample, cncf) = (text(&folder.join("sample.ecotone")), text(&folder.join("cncf.ecotone")));
    let (partners, lines) = (text(&data.join("partners.csv")), text(&data.join("relationships.csv")));
    for arguments in [
        &["new", &sample, "--template", "sample"][..],
        &["new", &cncf, "--us", "Cloud Native Computing Foundation"],
        &["import", &cncf, &partners, "--as", "organizations"],
        &["import", &cncf, &lines, "--as", "relationships"],
    ] {
        timed(ecotone("release", arguments))?;
    }
    Ok(())
}

fn export(folder: &Path, profile: &str, name: &str, pdf: &Path) -> Command {
    let (file, pdf) = (text(&folder.join(format!("{name}.ecotone"))), pdf.to_string_lossy());
    ecotone(profile, &["export", &file, "document", "--date", DAY, "--today", DAY, "--out", &pdf])
}

/// The same text and pictures by `WeasyPrint`.
fn beside(peers: &Peers, folder: &Path, plan: &Plan) -> Result<(Duration, u64), Stop> {
    let (pdf, words) = (folder.join(format!("{}.pdf", plan.name)), folder.join(format!("{}.txt", plan.name)));
    let mut reader = Command::new("pdftotext");
    reader.arg("-layout").arg(pdf).arg(&words);
    must(reader)?;
    let file = text(&folder.join(format!("{}.ecotone", plan.name)));
    let map = text(&folder.join(format!("{}-map.svg", plan.name)));
    timed(ecotone("release", &["export", &file, "map", "--out", &map]))?;
    let mut pictures = vec![map];
    for kind in plan.charts {
        let chart = text(&folder.join(format!("{}-{kind}.svg", plan.name)));
        timed(ecotone("release", &["export", &file, "chart", "--kind", kind, "--metric", "revenue", "--out", &chart]))?;
        pictures.push(chart);
    }
    let out = folder.join("weasyprint.pdf");
    median(1, || {
        let mut python = Command::new(peers.python());
        python.arg(place::root().join(SCRIPT)).arg(&words).arg(&out).args(&pictures);
        python
    })
}

fn median(runs: usize, command: impl Fn() -> Command) -> Result<(Duration, u64), Stop> {
    let mut taken = Vec::new();
    for _ in 0..runs {
        taken.push(timed(command())?);
    }
    let peak = taken.iter().map(|(_, peak)| *peak).max().unwrap_or(0);
    taken.sort();
    Ok((taken[runs / 2].0, peak))
}

fn pages(pdf: &Path) -> u32 {
    let mut reader = Command::new("pdfinfo");
    let output = reader.arg(pdf).output().map(|output| output.stdout).unwrap_or_default();
    let output = String::from_utf8_lossy(&output).into_owned();
    let line = output.lines().find_map(|line| line.strip_prefix("Pages:"));
    line.and_then(|count| count.trim().parse().ok()).unwrap_or(0)
}
