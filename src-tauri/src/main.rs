//! The Ecotone desktop program.
//!
//! Owns: what needs a desktop, that is windows, the native menu, dialogs and the way from the page to `api`.
//! Must not know: SQL, Typst, plotters or what any command does.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod dialogs;
mod edit;
mod graphics;
mod host;
mod menu;
mod program;
mod recent;
mod rpc;
mod size;
mod start;
mod windows;

#[cfg(feature = "answers")]
mod answers;

use std::process::ExitCode;

use arguments::Request;

fn main() -> ExitCode {
    if let Some(answered) = api::answer_as_reader() {
        return answered;
    }
    match arguments::read(std::env::args_os().skip(1)) {
        Ok(Request::Show(text)) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Ok(Request::Start(first)) => start_with(first),
        Err(wrong) => {
            eprintln!("ecotone-desktop: {wrong}");
            ExitCode::from(2)
        }
    }
}

fn start_with(first: arguments::First) -> ExitCode {
    graphics::prepare();
    match program::run(first) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ecotone-desktop: {error}");
            ExitCode::FAILURE
        }
    }
}
