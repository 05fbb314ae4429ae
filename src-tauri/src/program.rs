//! The program from its start to its end.
//!
//! Owns: the order in which things begin and close. Must not know: menus, dialogs or commands in detail.

use std::sync::Arc;

use api::{App, Folders, WindowId};
use tauri::{AppHandle, Manager, RunEvent};

use crate::arguments::First;
use crate::host::Desktop;
use crate::{graphics, menu, rpc, size, start};

/// Why the program could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// No screen to draw on.
    #[cfg(target_os = "linux")]
    #[error(
        "Ecotone found no screen to open a window on ({0}). Start it from a desktop session, or use the command \
         `ecotone`, which needs none."
    )]
    NoScreen(String),
    /// Nowhere to keep preferences and backups.
    #[error("Ecotone found no home folder to keep backups in. Set the variable HOME to your own folder and try again.")]
    NoHome,
    /// The toolkit refused.
    #[error("Ecotone could not open its window: {0}. Starting it from a terminal shows more about the cause.")]
    Toolkit(#[from] tauri::Error),
}

/// Runs the program until its last window closes.
pub fn run(first: First) -> Result<(), StartError> {
    #[cfg(target_os = "linux")]
    {
        gtk::init().map_err(|error| StartError::NoScreen(error.to_string()))?;
        graphics::keep_letter_widths();
    }
    let folders = Folders::of_this_person().ok_or(StartError::NoHome)?;
    let program = tauri::Builder::default()
        .menu(menu::build)
        .on_menu_event(|handle, event| menu::chosen(handle, event.id().as_ref()))
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .setup(|program| {
            let handle = program.handle();
            program.manage(folders.clone());
            program.manage(Arc::new(App::new(Box::new(Desktop::new(handle.clone())), folders)));
            if let Err(error) = start::first_window(handle, first) {
                eprintln!("ecotone-desktop: {}", StartError::from(error));
                handle.exit(1);
            }
            Ok(())
        })
        .build(tauri::generate_context!("tauri.conf.json"))?;
    program.run(|handle, event| match event {
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => start::hand_over(handle, urls),
        RunEvent::Exit => close_all(handle),
        _ => {}
    });
    Ok(())
}

/// Quitting ends the program without closing its windows one by one.
fn close_all(handle: &AppHandle) {
    let app = handle.state::<Arc<App>>();
    for (label, window) in handle.webview_windows() {
        size::remember(handle, &window);
        app.close_window(&WindowId(label));
    }
}
