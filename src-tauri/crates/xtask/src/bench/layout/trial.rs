//! Running one program on one graph.
//!
//! Owns: repeats, the one core, time limits, scoring. Must not know: what is compared with what.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::contest::{Contest, How, Program, Ran, Row};
use super::figures::{Figure, Scores, Times, edit, peer_times, phases, scores};
use super::graphs::{Files, folder};
use super::peers::{Peers, last_line};
use crate::process::{first_line, logged};
use crate::stop::Stop;
use crate::{place, process};

/// Runs of each program, as long as they fit into the budget.
const REPEATS: usize = 5;
/// After so much time no further run is begun.
const BUDGET: Duration = Duration::from_secs(5);
/// Longest time for one program.
const LIMIT: Duration = Duration::from_mins(4);
/// The line that `processor.py` adds.
const PROCESSOR: &str = "processor";
/// How often the example of measures measures.
const RUNS_OF_EXAMPLE: f64 = 5.0;
/// Width and height of the boxes of every graph here.
const BOX: &str = "100x30";

/// What is needed to run programs.
pub struct Bench {
    peers: Peers,
    folder: PathBuf,
    core: Option<String>,
}

impl Bench {
    /// Works in `folder`.
    pub fn new(peers: Peers, folder: PathBuf) -> Self {
        Self { peers, folder, core: last_core() }
    }

    /// Runs each program, one after the other.
    pub fn run(&self, contest: &Contest) -> Result<Vec<Row>, Stop> {
        let files = contest.graph.files(&self.folder, &self.peers.python())?;
        let mut rows = Vec::new();
        for program in &contest.programs {
            eprintln!("{} · {} …", contest.title, program.name);
            let outcome = self.try_one(program, &files)?;
            rows.push(Row { program: program.name, is_ours: program.how.is_ours(), outcome });
        }
        Ok(rows)
    }

    /// What the program did; inside, why it did not.
    fn try_one(&self, program: &Program, files: &Files) -> Result<Result<Ran, String>, Stop> {
        let out = self.folder.join("positions.f32");
        // The one of the run before; at first there is none.
        let _ = std::fs::remove_file(&out);
        match program.how {
            How::Python(script, peer) => {
                self.peer(self.peers.python().as_os_str(), &folder().join(script), peer, files, &out)
            }
            How::Node(peer) => self.peer(OsStr::new("node"), &self.peers.npm_script(), peer, files, &out),
            How::Ours(arguments) => self.layout(arguments, files, &out),
            How::OurWorkspace => self.workspace(files),
            How::OurBetweenness => self.betweenness(files),
            How::OurEdit(mode) => self.edit(mode, files, &out),
        }
    }

    fn peer(
        &self,
        program: &OsStr,
        script: &Path,
        peer: &str,
        files: &Files,
        out: &Path,
    ) -> Result<Result<Ran, String>, Stop> {
        let mut command = self.pinned(program);
        command.arg(script).arg(peer).arg(&files.graph).args(["--box", BOX]);
        // Dot needs the tiers; the others must not be told the groups, as ours is not.
        if peer == "dot" {
            command.arg("--groups").arg(&files.groups);
        }
        command
            .args(["--repeats", &REPEATS.to_string(), "--budget", &BUDGET.as_secs().to_string()])
            .arg("--out")
            .arg(out);
        let text = match self.text(command)? {
            Ok(text) => text,
            Err(reason) => return Ok(Err(reason)),
        };
        let Some(times) = peer_times(&text) else { return Ok(Err("it printed no times".into())) };
        let scores = if out.exists() { self.score(files, out)? } else { Scores::new() };
        Ok(Ok(Ran { times, scores, note: String::new() }))
    }

    fn layout(&self, arguments: &[&str], files: &Files, out: &Path) -> Result<Result<Ran, String>, Stop> {
        let make = || {
            let mut command = self.ours("ecotone");
            command.args(["graph", "layout"]).arg(&files.graph).args(arguments).arg("--out").arg(out);
            command
        };
        Ok(match self.repeated(make, "layout")? {
            Ok(ran) => Ok(Ran { scores: self.score(files, out)?, ..ran }),
            Err(reason) => Err(reason),
        })
    }

    fn workspace(&self, files: &Files) -> Result<Result<Ran, String>, Stop> {
        let make = || {
            let mut command = self.ours("ecotone");
            command.arg("layout").arg(&files.graph).args(["--style", "organic", "--dry-run"]);
            command
        };
        self.repeated(make, "all")
    }

    fn betweenness(&self, files: &Files) -> Result<Result<Ran, String>, Stop> {
        let mut command = self.ours("examples/measures");
        command.arg(&files.graph).arg("betweenness Undirected");
        Ok(self.text(command)?.and_then(|text| {
            let best = text.lines().find_map(|line| line.trim().split_once(" ms")?.0.parse().ok());
            let process = phase(&phases(&text), PROCESSOR).map(|time| time / RUNS_OF_EXAMPLE);
            let time = best.zip(process).map(|(best, process): (f64, f64)| best.min(process));
            let times = Times::of(time.into_iter().collect()).ok_or("it printed no time")?;
            Ok(Ran { times, scores: Scores::new(), note: "best of five runs in one process".into() })
        }))
    }

    /// The example edits as often as it is told, and tells the best.
    fn edit(&self, mode: &str, files: &Files, out: &Path) -> Result<Result<Ran, String>, Stop> {
        let mut command = self.ours("examples/graph_layout");
        command.arg(&files.graph).arg(out).args(["auto", "0.5", BOX, "1", &REPEATS.to_string(), mode]);
        Ok(self.text(command)?.and_then(|text| {
            let (best, scores) = edit(&text).ok_or("it printed no line 'added back: …'")?;
            let times = Times::of(vec![best]).ok_or("it printed no time")?;
            let text = |figure: Figure| scores.get(&figure).map(|value| figure.text(*value)).unwrap_or_default();
            let (drift, stress) = (text(Figure::Drift), text(Figure::StressRatio));
            let note = format!("others drift {drift} % of the diagonal, stress {stress} of before; best of five runs");
            Ok(Ran { times, scores, note })
        }))
    }

    /// Runs a program of ours that prints its phases; `whole` is the one that is compared.
    fn repeated(&self, make: impl Fn() -> Command, whole: &str) -> Result<Result<Ran, String>, Stop> {
        let (begun, mut runs) = (Instant::now(), Vec::new());
        while runs.len() < REPEATS && (runs.is_empty() || begun.elapsed() < BUDGET) {
            let text = match self.text(make())? {
                Ok(text) => text,
                Err(reason) => return Ok(Err(reason)),
            };
            let phases = phases(&text);
            let (Some(wall), Some(process)) = (phase(&phases, whole), phase(&phases, PROCESSOR)) else {
                return Ok(Err(format!("it printed no line '{whole} … ms'")));
            };
            // Neither is less than the processor time of the part that is compared, which is what peers tell.
            runs.push((wall.min(process), phases, scores(&text)));
        }
        runs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let times = Times::of(runs.iter().map(|(time, ..)| *time).collect());
        let best = runs.into_iter().next();
        Ok(times.zip(best).map_or_else(
            || Err("it did not run".into()),
            |(times, (_, phases, scores))| Ok(Ran { times, scores, note: told(&phases, whole) }),
        ))
    }

    fn score(&self, files: &Files, positions: &Path) -> Result<Scores, Stop> {
        let mut command = process::command(self.peers.python());
        command.arg(folder().join("score.py")).arg(&files.graph).arg(positions).args(["--box", BOX]);
        command.arg("--groups").arg(&files.groups);
        Ok(match self.text(command)? {
            Ok(text) => scores(&text),
            Err(reason) => return Err(Stop::because(format!("The scores could not be computed: {reason}"))),
        })
    }

    /// What a program prints; inside, why it failed.
    fn text(&self, command: Command) -> Result<Result<String, String>, Stop> {
        let log = self.folder.join("program.log");
        // One that is not there is a peer that is missing, and not the end of the bench.
        let status = match logged(command, &log, LIMIT) {
            Ok(status) => status,
            Err(stop) => return Ok(Err(stop.to_string())),
        };
        let text =
            std::fs::read_to_string(&log).map_err(|error| Stop::because(format!("{}: {error}", log.display())))?;
        Ok(match status {
            Some(status) if status.success() => Ok(text),
            Some(_) => Err(last_line(&text).to_owned()),
            None => Err(format!("ended after {} minutes", LIMIT.as_secs() / 60)),
        })
    }

    /// A program of ours, which tells the processor time of its process at the end.
    fn ours(&self, program: &str) -> Command {
        let mut command = self.pinned(self.peers.python());
        command.arg(folder().join("processor.py")).arg(place::program("release", program));
        command
    }

    /// On one core, as programs of one thread are compared with some that would take more.
    fn pinned(&self, program: impl AsRef<OsStr>) -> Command {
        let program = program.as_ref();
        let mut command = match &self.core {
            Some(core) => {
                let mut command = process::command("taskset");
                command.args([OsStr::new("-c"), OsStr::new(core), program]);
                command
            }
            None => process::command(program),
        };
        for threads in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"] {
            command.env(threads, "1");
        }
        command.env("PYTHONDONTWRITEBYTECODE", "1");
        command
    }
}

/// The number of the last core, which is the least busy one as a rule; none where programs cannot be bound to one.
fn last_core() -> Option<String> {
    let list = first_line("taskset", &["-c", "-p", &std::process::id().to_string()])?;
    let core = list.rsplit(|letter: char| !letter.is_ascii_digit()).next()?;
    (!core.is_empty()).then(|| core.to_owned())
}

fn phase(phases: &[(String, f64)], name: &str) -> Option<f64> {
    phases.iter().find(|(known, _)| known == name).map(|(_, time)| *time)
}

/// Phases but the one that is compared.
fn told(phases: &[(String, f64)], whole: &str) -> String {
    let rest = phases.iter().filter(|(name, _)| name != whole);
    rest.map(|(name, time)| format!("{name} {time}")).collect::<Vec<_>>().join(", ")
}
