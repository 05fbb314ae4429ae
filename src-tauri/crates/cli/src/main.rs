//! The `ecotone` command: the same program as the window, without a window.
//!
//! Owns: the grammar of the command line, what is printed, and exit codes (0 done, 1 refused with one sentence on
//! standard error and nothing changed, 2 wrong usage). Must not know: SQL, Typst, Tauri; everything goes through `api`.

mod arguments;
mod host;
mod print;
mod run;
#[cfg(feature = "serve")]
mod serve;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    if let Some(answered) = api::answer_as_reader() {
        return answered;
    }
    let arguments = arguments::Arguments::parse();
    match run::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("{refusal}");
            if std::env::var_os("ECOTONE_DETAILS").is_some() {
                eprintln!("{}", refusal.detail);
            }
            ExitCode::from(1)
        }
    }
}
