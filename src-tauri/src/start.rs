//! What the first window shows.
//!
//! Owns: opening the file or the sample named on the command line. Must not know: how a workspace is opened.

use std::sync::Arc;

use api::{App, ErrorReply, WindowId};
use tauri::{AppHandle, Manager};

use crate::arguments::First;
use crate::{dialogs, windows};

/// Opens the first window, with its workspace already there so that the start screen does not flash.
pub fn first_window(handle: &AppHandle, first: First) -> tauri::Result<()> {
    let label = windows::new_label(handle);
    if let Err(error) = open(&handle.state::<Arc<App>>(), &label, first) {
        eprintln!("ecotone-desktop: {error}");
        dialogs::say(error.message);
    }
    windows::open(handle, &label)?;
    Ok(())
}

fn open(app: &App, label: &WindowId, first: First) -> Result<(), ErrorReply> {
    match first {
        First::StartScreen => Ok(()),
        First::Sample => app.call(label, "workspace_open_sample", b"{}").map(drop),
        First::File(path) => app.open_path(label, &path),
    }
}

/// Opens files that macOS hands to the running program, each in a window of its own.
#[cfg(target_os = "macos")]
pub fn hand_over(handle: &AppHandle, urls: Vec<tauri::Url>) {
    for path in urls.iter().filter_map(|url| url.to_file_path().ok()) {
        let label = windows::new_label(handle);
        match windows::open(handle, &label) {
            Ok(_) => {
                let handle = handle.clone();
                tauri::async_runtime::spawn_blocking(move || windows::open_path(&handle, &label, &path));
            }
            Err(error) => eprintln!("ecotone-desktop: no window for '{}': {error}", path.display()),
        }
    }
}
