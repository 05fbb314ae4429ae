//! Cut, Copy, Paste and Select All in the menu.
//!
//! Owns: making them work on each system. Must not know: what is selected.

use tauri::menu::IsMenuItem;
use tauri::{AppHandle, WebviewWindow, Wry};

type Items = Vec<Box<dyn IsMenuItem<Wry>>>;

/// The entries. GTK's menu has no such commands of its own, so `WebKitGTK` is told.
#[cfg(target_os = "linux")]
pub fn items(handle: &AppHandle) -> tauri::Result<Items> {
    let mut items: Items = Vec::new();
    for (id, _, text, key) in COMMANDS {
        items.push(Box::new(tauri::menu::MenuItem::with_id(handle, id, text, true, Some(key))?));
    }
    Ok(items)
}

/// The entries, which the system brings along.
#[cfg(not(target_os = "linux"))]
pub fn items(handle: &AppHandle) -> tauri::Result<Items> {
    use tauri::menu::PredefinedMenuItem as Item;
    Ok(vec![
        Box::new(Item::cut(handle, None)?),
        Box::new(Item::copy(handle, None)?),
        Box::new(Item::paste(handle, None)?),
        Box::new(Item::select_all(handle, None)?),
    ])
}

/// Runs the entry `id`; false when it is not one of these.
#[cfg(target_os = "linux")]
pub fn run(window: &WebviewWindow, id: &str) -> bool {
    use webkit2gtk::WebViewExt;

    let Some((_, command, ..)) = COMMANDS.iter().find(|(found, ..)| *found == id) else { return false };
    if let Err(error) = window.with_webview(move |webview| webview.inner().execute_editing_command(command)) {
        eprintln!("ecotone-desktop: '{command}' did not reach the page: {error}");
    }
    true
}

/// Runs the entry `id`; false when it is not one of these.
#[cfg(not(target_os = "linux"))]
pub fn run(_window: &WebviewWindow, _id: &str) -> bool {
    false
}

/// Id, `WebKitGTK`'s editing command, text, key.
#[cfg(target_os = "linux")]
const COMMANDS: [(&str, &str, &str, &str); 4] = [
    ("edit.cut", "Cut", "Cu&t", "Ctrl+X"),
    ("edit.copy", "Copy", "&Copy", "Ctrl+C"),
    ("edit.paste", "Paste", "&Paste", "Ctrl+V"),
    ("edit.select_all", "SelectAll", "Select &All", "Ctrl+A"),
];
