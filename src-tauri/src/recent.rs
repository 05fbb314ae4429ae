//! The submenu Open Recent, and what else of a window follows its workspace.
//!
//! Owns: its entries, the title, what is grey. Must not know: where the files are; an entry carries an opaque handle.

use std::sync::Arc;

use api::{App, ErrorReply, Event, Refusal, Reply, WindowId};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tauri::menu::{MenuItem, Submenu};
use tauri::{AppHandle, Manager, Wry, async_runtime};

use crate::{host, menu};

const SUBMENU: &str = "workspace.recent";
const PREFIX: &str = "workspace.recent:";
/// More are on the start screen.
const SHOWN: usize = 10;

/// What is read of the start screen's view.
#[derive(Deserialize)]
struct StartView {
    recent: Vec<Entry>,
    recent_hidden: bool,
}

/// What is read of the open workspace.
#[derive(Deserialize)]
struct State {
    name: String,
}

#[derive(Deserialize)]
struct Entry {
    handle: String,
    name: String,
    file_name: String,
    missing: bool,
}

/// The submenu, empty until the first [`refresh`].
pub fn submenu(handle: &AppHandle) -> tauri::Result<Submenu<Wry>> {
    Submenu::with_id(handle, SUBMENU, "Open &Recent", false)
}

/// The handle behind a chosen entry; none when the entry is another one.
pub fn chosen(id: &str) -> Option<String> {
    id.strip_prefix(PREFIX).map(str::to_owned)
}

/// Opens the workspace behind a handle in `window`. Blocks.
pub fn open(handle: &AppHandle, app: &App, window: &WindowId, recent: &str) {
    let request = serde_json::json!({ "handle": recent });
    if let Err(error) = app.call(window, "workspace_open_recent", request.to_string().as_bytes()) {
        host::emit(handle, Some(window), &Event::Notice { error });
    }
}

/// Brings the menu in step with the workspace of `window`, off the main thread: `api` may be busy.
pub fn refresh(handle: &AppHandle, window: &WindowId) {
    let (handle, window) = (handle.clone(), window.clone());
    async_runtime::spawn_blocking(move || {
        let app = Arc::clone(handle.state::<Arc<App>>().inner());
        let entries = entries(&app, &window).unwrap_or_default();
        let state: Option<State> = read(&app, &window, "workspace_state").ok().flatten();
        let on_main = handle.clone();
        // Refused only when the program is ending.
        let _ = handle.run_on_main_thread(move || {
            let shown = fill(&on_main, &entries)
                .and_then(|()| menu::set_workspace_open(&on_main, state.is_some()))
                .and_then(|()| set_title(&on_main, &window, state));
            if let Err(error) = shown {
                eprintln!("ecotone-desktop: the menu could not be brought up to date: {error}");
            }
        });
    });
}

fn entries(app: &App, window: &WindowId) -> Result<Vec<Entry>, ErrorReply> {
    let view: StartView = read(app, window, "start_view")?;
    if view.recent_hidden {
        return Ok(Vec::new());
    }
    Ok(view.recent.into_iter().filter(|entry| !entry.missing).take(SHOWN).collect())
}

fn read<T: DeserializeOwned>(app: &App, window: &WindowId, command: &str) -> Result<T, ErrorReply> {
    let json = match app.call(window, command, b"{}")? {
        Reply::Json(bytes) | Reply::Bytes(bytes) => bytes,
    };
    serde_json::from_slice(&json).map_err(|error| ErrorReply::from_error(Refusal::BadRequest, &error))
}

fn set_title(handle: &AppHandle, window: &WindowId, state: Option<State>) -> tauri::Result<()> {
    let Some(window) = handle.get_webview_window(&window.0) else { return Ok(()) };
    window.set_title(&state.map_or_else(|| "Ecotone".to_owned(), |state| format!("{} – Ecotone", state.name)))
}

fn fill(handle: &AppHandle, entries: &[Entry]) -> tauri::Result<()> {
    let Some(submenu) = find(handle)? else { return Ok(()) };
    while submenu.remove_at(0)?.is_some() {}
    for entry in entries {
        let id = format!("{PREFIX}{}", entry.handle);
        submenu.append(&MenuItem::with_id(handle, id, label(entry), true, None::<&str>)?)?;
    }
    submenu.set_enabled(!entries.is_empty())
}

fn find(handle: &AppHandle) -> tauri::Result<Option<Submenu<Wry>>> {
    let Some(menu) = handle.menu() else { return Ok(None) };
    for top in menu.items()? {
        if let Some(found) = top.as_submenu().and_then(|top| top.get(SUBMENU)) {
            return Ok(found.as_submenu().cloned());
        }
    }
    Ok(None)
}

/// An ampersand would underline the next letter.
fn label(entry: &Entry) -> String {
    format!("{} ({})", entry.name, entry.file_name).replace('&', "&&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_ampersand() {
        let (handle, file_name) = (String::new(), "a.ecotone".to_owned());
        let entry = Entry { handle, name: "Smith & Sons".into(), file_name, missing: false };
        assert_eq!(label(&entry), "Smith && Sons (a.ecotone)");
    }

    #[test]
    fn only_entries_of_this_submenu_are_recent_workspaces() {
        assert_eq!(chosen("workspace.recent:7"), Some("7".to_owned()));
        assert_eq!(chosen("workspace.open"), None);
    }
}
