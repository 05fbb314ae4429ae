//! `cargo xtask bench import`: a hundred thousand organizations go in, in release, beside `sqlite3`'s own import of the
//! same file; a report of a million transactions; then imports that are cancelled.
//!
//! Owns: the file, what is timed, and the most memory that a process took. Must not know: how Ecotone imports.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::process::{cargo, must};
use crate::stop::Stop;
use crate::{place, setup};

const ROWS: u32 = 100_000;

/// Writes the file, imports it twice, and prints rows per second and the most memory taken.
pub fn run() -> Result<ExitCode, Stop> {
    setup::for_run()?;
    must(cargo("build --release -p ecotone-cli"))?;
    let folder =
        place::fresh("bench/import").map_err(|error| Stop::because(format!("The folder for the bench: {error}")))?;
    let table = folder.join("organizations.csv");
    std::fs::write(&table, rows()).map_err(|error| Stop::because(format!("The table: {error}")))?;
    let (file, peer) = (folder.join("bench.ecotone"), folder.join("peer.sqlite"));
    let ecotone = |arguments: &[&str]| {
        let mut command = Command::new(place::program("release", "ecotone"));
        command.args(arguments);
        command
    };
    let (file, table_name) = (file.to_string_lossy().into_owned(), table.to_string_lossy().into_owned());
    timed(ecotone(&["new", &file, "--us", "Tidewater"]))?;
    println!("{:<28} {:>10} {:>12} {:>12}", format!("{ROWS} organizations"), "seconds", "rows/s", "peak MB");
    let import = ["import", &file, &table_name, "--as", "organizations"];
    print("ecotone import", ROWS, timed(ecotone(&import))?);
    print("ecotone import again", ROWS, timed(ecotone(&import))?);
    let mut sqlite = Command::new("sqlite3");
    sqlite.arg(&peer).arg(".mode csv").arg(format!(".import \"{table_name}\" organizations"));
    print("sqlite3 .import", ROWS, timed(sqlite)?);
    super::report::run(&folder)?;
    let other = folder.join("cancelled.ecotone").to_string_lossy().into_owned();
    timed(ecotone(&["new", &other, "--us", "Tidewater"]))?;
    let mut cancelled = cargo("bench -q -p api --bench cancel --");
    cancelled.args([&other, &table_name]);
    must(cancelled)?;
    Ok(ExitCode::SUCCESS)
}

/// Names that look like names, and every column that an organization has.
fn rows() -> String {
    let kinds = ["Brand", "Reseller", "Technology", "Affiliate"];
    let mut text = "Name,Website,Kind,Tier,Group,Region,Since,Notes\n".to_owned();
    for row in 0..ROWS {
        let kind = kinds[row as usize % kinds.len()];
        let (word, tier, day) = (row.wrapping_mul(2_654_435_761), row % 3 + 1, row % 28 + 1);
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "Partner {word:08x} {row},https://www.partner-{row}.example,{kind},{tier},Group {},Region {},2024-03-{day:02},\"Note, {row}\"",
            row % 40,
            row % 12
        );
    }
    text
}

/// Runs to the end, watching the memory of the process and its children.
pub(super) fn timed(mut command: Command) -> Result<(Duration, u64), Stop> {
    let begun = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .spawn()
        .map_err(|error| Stop::because(format!("{} did not start: {error}", command.get_program().display())))?;
    let mut peak = 0;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok((begun.elapsed(), peak)),
            Ok(Some(status)) => return Err(Stop::because(format!("The command failed ({status}); see above."))),
            Ok(None) => peak = peak.max(memory(child.id())),
            Err(error) => return Err(Stop::because(format!("The command was lost: {error}"))),
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Resident memory of a process and its children, in kilobytes; 0 where the system does not tell.
fn memory(process: u32) -> u64 {
    let folder = format!("/proc/{process}");
    let status = std::fs::read_to_string(Path::new(&folder).join("status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let own: u64 = line.and_then(|line| line.split_whitespace().next()).and_then(|kb| kb.parse().ok()).unwrap_or(0);
    let children = std::fs::read_to_string(format!("{folder}/task/{process}/children")).unwrap_or_default();
    own + children.split_whitespace().filter_map(|child| child.parse().ok()).map(memory).sum::<u64>()
}

pub(super) fn print(name: &str, rows: u32, (taken, peak): (Duration, u64)) {
    let seconds = taken.as_secs_f64();
    println!("{name:<28} {seconds:>10.2} {:>12.0} {:>12}", f64::from(rows) / seconds, peak / 1024);
}
