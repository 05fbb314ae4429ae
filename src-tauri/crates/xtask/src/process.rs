//! Running other programs.
//!
//! Owns: their output, their time limit and their end. Must not know: what they do.

use std::ffi::OsStr;
use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::place;
use crate::stop::Stop;

/// How long a program may take to end after it was asked to.
const PATIENCE: Duration = Duration::from_secs(10);

/// A program that works in the repository's top folder and builds into the shared target folder.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root()).env("CARGO_TARGET_DIR", place::target());
    command
}

/// `cargo` with the words of `line`.
pub fn cargo(line: &str) -> Command {
    let mut cargo = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(line.split_whitespace());
    cargo
}

/// Runs a program on this terminal; its failure stops the command.
pub fn must(mut command: Command) -> Result<(), Stop> {
    let name = name(&command);
    let status = command.status().map_err(|error| missing(&name, &error))?;
    if status.success() { Ok(()) } else { Err(Stop::because(format!("'{name}' failed ({status}); see above."))) }
}

/// The first line that a program prints; none when it is not there or fails.
pub fn first_line(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned);
    text.filter(|_| output.status.success())
}

/// Runs a program with everything it says going to `log`, for at most `limit`. A file and not a pipe: a forgotten
/// grandchild can hold a pipe open for ever.
pub fn logged(mut command: Command, log: &Path, limit: Duration) -> Result<Option<ExitStatus>, Stop> {
    let name = name(&command);
    let file = File::create(log).and_then(|file| Ok((file.try_clone()?, file)));
    let (out, err) = file.map_err(|error| Stop::because(format!("{}: {error}", log.display())))?;
    command.stdin(Stdio::null()).stdout(out).stderr(err);
    let mut running = Running::start(command).map_err(|error| missing(&name, &error))?;
    let begun = Instant::now();
    while begun.elapsed() < limit {
        if let Some(status) = running.ended() {
            return Ok(Some(status));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(None)
}

/// A program in the background, with all it started. Ends with its value.
pub struct Running {
    child: Child,
}

impl Running {
    /// Starts a program in a process group of its own.
    pub fn start(mut command: Command) -> std::io::Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        Ok(Self { child: command.spawn()? })
    }

    /// What it prints.
    pub fn output(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Asks the whole group to end.
    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.child.id());
        // A group that is gone already is what was asked for.
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Running {
    /// First politely: the webview driver leaves its browser behind when it is killed.
    fn drop(&mut self) {
        if self.ended().is_some() {
            return;
        }
        self.signal("-TERM");
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            if self.ended().is_some() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        self.signal("-KILL");
        let _ = self.child.wait();
    }
}

fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn missing(name: &str, error: &std::io::Error) -> Stop {
    Stop::because(format!("'{name}' could not be started: {error}. Is it installed?"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_takes_too_long_is_ended_with_its_children() {
        let log = std::env::temp_dir().join(format!("xtask-process-{}.log", std::process::id()));
        let mut sleeper = Command::new("sh");
        sleeper.args(["-c", "sleep 600 & echo $!; wait"]);
        assert_eq!(logged(sleeper, &log, Duration::from_millis(500)).unwrap(), None);
        let grandchild = std::fs::read_to_string(&log).unwrap();
        std::fs::remove_file(&log).unwrap();
        let state = || std::fs::read_to_string(format!("/proc/{}/stat", grandchild.trim())).unwrap_or_default();
        // A container's first process may leave it as a zombie, which is as dead.
        let is_dead = || state().is_empty() || state().contains(") Z ");
        let asked = Instant::now();
        // A busy machine takes its time until a signal is heard.
        while !is_dead() && asked.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(is_dead(), "still runs: {}", state());
    }
}
