//! The project's own commands: `cargo xtask run`, `cargo xtask test` and a few more.
//!
//! Owns: setting up a machine, the order of building, running and testing, and the summary. Must not know: what
//! Ecotone does. It depends on no other crate, so that it is built in seconds on a bare machine.

mod bench;
mod count;
mod icons;
mod npm;
mod packages;
mod place;
mod process;
mod readers;
mod run;
mod screen;
mod screenshots;
mod setup;
mod stop;
mod suite;
mod tools;

use std::process::ExitCode;

use stop::Stop;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  run [ARGUMENTS]          set up, build and open the window on the sample workspace
  test [PART...]           set up and test everything, or only: rust, ui, e2e, window
  bench [NAME...]          time in release: workspace (imports and exports), document (the PDF beside WeasyPrint), import
                           (100,000 rows beside sqlite3), layout (beside its peers; --all, --siblings N), map (frames
                           in the real window and in Chromium), timeline (500 motions), simulate (10,000 runs beside
                           NumPy)
  fmt                      format everything
  bindings                 write ui/src/api/generated.ts from the command table
  icons                    make the icon sizes from assets/icons/icon.svg
  screenshots              take assets/screenshots/ from the page in a browser";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match answer(&arguments) {
        Ok(code) => code,
        Err(stop) => {
            eprintln!("xtask: {stop}");
            ExitCode::FAILURE
        }
    }
}

fn answer(arguments: &[String]) -> Result<ExitCode, Stop> {
    let (command, rest) = arguments.split_first().map_or(("--help", arguments), |(first, rest)| (first.as_str(), rest));
    match (command, rest) {
        ("run", _) => run::run(rest),
        ("test", _) => suite::run(rest),
        ("bench", _) => bench::run(rest),
        ("fmt", []) => tools::fmt(),
        ("bindings", []) => tools::bindings(),
        ("icons", []) => icons::run(),
        ("screenshots", []) => screenshots::run(),
        ("--help" | "-h" | "help", _) => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => {
            eprintln!("xtask: '{}' is no command.\n{USAGE}", arguments.join(" "));
            Ok(ExitCode::from(2))
        }
    }
}
