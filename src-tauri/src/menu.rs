//! The native menu.
//!
//! Owns: its entries and their keys. Must not know: what an entry does; the page's action of the same id runs it.
//!
//! The menu owns every key listed here: GTK gives a key to the menu before the page sees it. The page binds the same
//! keys only for the browser, which has no such menu. Single letters are never listed, they belong to text fields.

use std::sync::Arc;

use api::{App, Event, WindowId};
use tauri::menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Manager, WebviewWindow, Wry, async_runtime};

use crate::{edit, host, recent};

const QUIT: &str = "program.quit";
const CLOSE_WINDOW: &str = "window.close";

/// One line of a menu.
enum Line {
    /// Always there.
    Always(&'static str, &'static str, &'static str),
    /// Grey until a workspace is open.
    Workspace(&'static str, &'static str, &'static str),
    /// Open Recent.
    Recent,
    /// Cut, Copy, Paste and Select All.
    Clipboard,
    Separator,
}

use Line::{Always, Clipboard, Recent, Separator, Workspace};

/// Menus with their lines: the action's id, the text, the key.
const MENUS: &[(&str, &[Line])] = &[
    (
        "&File",
        &[
            Always("workspace.new", "&New Workspace…", "CmdOrCtrl+N"),
            Always("workspace.open", "&Open…", "CmdOrCtrl+O"),
            Recent,
            Always("workspace.open_sample", "Open the Sa&mple", ""),
            Separator,
            Workspace("workspace.import", "&Import…", "CmdOrCtrl+I"),
            Workspace("workspace.save_copy", "&Save a Copy…", "CmdOrCtrl+S"),
            Workspace("workspace.hand_over", "Save a Copy for a Clien&t…", ""),
            Workspace("document.export_pdf", "&Export PDF…", "CmdOrCtrl+E"),
            Workspace("report.export", "Export &Report…", ""),
            Separator,
            Workspace("workspace.close", "&Close Workspace", "CmdOrCtrl+W"),
            Always(CLOSE_WINDOW, "Close W&indow", "CmdOrCtrl+Shift+W"),
            Always(QUIT, "&Quit", "CmdOrCtrl+Q"),
        ],
    ),
    (
        "&Edit",
        &[
            // Undo is never grey: in a text field it takes back typing.
            Always("edit.undo", "&Undo", "CmdOrCtrl+Z"),
            Always("edit.redo", "&Redo", "CmdOrCtrl+Shift+Z"),
            Separator,
            Clipboard,
            Separator,
            Workspace("edit.find", "&Find", "CmdOrCtrl+F"),
            Separator,
            Always("settings.open", "&Settings", "CmdOrCtrl+Comma"),
        ],
    ),
    (
        "&View",
        &[
            Workspace("view.map", "&Map", "CmdOrCtrl+1"),
            Workspace("view.partners", "&Partners", "CmdOrCtrl+2"),
            Workspace("view.motions", "Mo&tions", "CmdOrCtrl+3"),
            Workspace("view.outcomes", "&Outcomes", "CmdOrCtrl+4"),
            Workspace("view.document", "&Document", "CmdOrCtrl+5"),
            Separator,
            Always("palette.open", "&Command Palette…", "CmdOrCtrl+K"),
            Always("view.theme", "Switch &Light and Dark", "CmdOrCtrl+Shift+L"),
        ],
    ),
    ("&Help", &[Always("help.shortcuts", "&Keyboard Shortcuts", "CmdOrCtrl+/")]),
];

/// Builds the menu of every window.
pub fn build(handle: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(handle)?;
    #[cfg(target_os = "macos")]
    menu.append(&program_menu(handle)?)?;
    for (title, lines) in MENUS {
        let submenu = Submenu::new(handle, title, true)?;
        for line in *lines {
            match line {
                Always(id, text, key) => submenu.append(&entry(handle, id, text, key, true)?)?,
                Workspace(id, text, key) => submenu.append(&entry(handle, id, text, key, false)?)?,
                Recent => submenu.append(&recent::submenu(handle)?)?,
                Clipboard => append_all(&submenu, &edit::items(handle)?)?,
                Separator => submenu.append(&PredefinedMenuItem::separator(handle)?)?,
            }
        }
        menu.append(&submenu)?;
    }
    Ok(menu)
}

fn entry(handle: &AppHandle, id: &str, text: &str, key: &str, enabled: bool) -> tauri::Result<MenuItem<Wry>> {
    MenuItem::with_id(handle, id, text, enabled, Some(key).filter(|key| !key.is_empty()))
}

/// Greys out what makes no sense without a workspace.
pub fn set_workspace_open(handle: &AppHandle, open: bool) -> tauri::Result<()> {
    let Some(menu) = handle.menu() else { return Ok(()) };
    for submenu in menu.items()?.iter().filter_map(|item| item.as_submenu()) {
        for item in submenu.items()? {
            if let Some(entry) = item.as_menuitem().filter(|entry| needs_workspace(entry.id().as_ref())) {
                entry.set_enabled(open)?;
            }
        }
    }
    Ok(())
}

/// Runs the entry that was chosen.
pub fn chosen(handle: &AppHandle, id: &str) {
    let Some(window) = front_window(handle) else { return };
    if id == QUIT {
        handle.exit(0);
    } else if id == CLOSE_WINDOW {
        // A window that is closing already needs no second request.
        let _ = window.close();
    } else if let Some(recent_handle) = recent::chosen(id) {
        let (app, handle) = (Arc::clone(handle.state::<Arc<App>>().inner()), handle.clone());
        let window = WindowId(window.label().to_owned());
        async_runtime::spawn_blocking(move || recent::open(&handle, &app, &window, &recent_handle));
    } else if !edit::run(&window, id) {
        let window = WindowId(window.label().to_owned());
        host::emit(handle, Some(&window), &Event::Menu { action: id.to_owned() });
    }
}

/// The window that has the keyboard. GTK's menu takes the focus while it is open, so there may be none for a moment.
fn front_window(handle: &AppHandle) -> Option<WebviewWindow> {
    let windows = handle.webview_windows();
    let focused = windows.values().find(|window| window.is_focused().unwrap_or(false));
    focused.or_else(|| windows.values().next()).cloned()
}

fn needs_workspace(id: &str) -> bool {
    MENUS.iter().flat_map(|(_, lines)| *lines).any(|line| matches!(line, Workspace(found, ..) if *found == id))
}

fn append_all(submenu: &Submenu<Wry>, items: &[Box<dyn IsMenuItem<Wry>>]) -> tauri::Result<()> {
    items.iter().try_for_each(|item| submenu.append(item.as_ref()))
}

/// The menu that every program has first on macOS.
#[cfg(target_os = "macos")]
fn program_menu(handle: &AppHandle) -> tauri::Result<Submenu<Wry>> {
    let about = PredefinedMenuItem::about(handle, None, None)?;
    let hide = PredefinedMenuItem::hide(handle, None)?;
    let quit = PredefinedMenuItem::quit(handle, None)?;
    Submenu::with_items(handle, "Ecotone", true, &[&about, &hide, &quit])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    fn entries() -> Vec<(&'static str, &'static str)> {
        let lines = MENUS.iter().flat_map(|(_, lines)| *lines);
        lines
            .filter_map(
                |line| if let Always(id, _, key) | Workspace(id, _, key) = line { Some((*id, *key)) } else { None },
            )
            .collect()
    }

    #[test]
    fn every_entry_has_its_own_id_and_key() {
        let entries = entries();
        let ids: BTreeSet<_> = entries.iter().map(|(id, _)| id).collect();
        let keyed: Vec<_> = entries.iter().map(|(_, key)| key).filter(|key| !key.is_empty()).collect();
        let keys: BTreeSet<_> = keyed.iter().collect();
        assert_eq!((ids.len(), keys.len()), (entries.len(), keyed.len()));
    }

    #[test]
    fn no_key_is_a_letter_alone() {
        for (id, key) in entries() {
            assert!(
                key.is_empty() || key.starts_with("CmdOrCtrl+"),
                "{id} is bound to {key}, which a text field needs"
            );
        }
    }

    #[test]
    fn every_entry_has_its_action_on_the_page() {
        let sources = sources(Path::new("ui/src"));
        for (id, _) in entries().into_iter().filter(|(id, _)| ![QUIT, CLOSE_WINDOW].contains(id)) {
            let screen = id.strip_prefix("view.").is_some_and(|name| sources.contains(&format!("screen: '{name}'")));
            assert!(screen || sources.contains(&format!("id: '{id}'")), "no action of the page has the id {id}");
        }
    }

    fn sources(folder: &Path) -> String {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| if path.is_dir() { sources(&path) } else { text(&path) }).collect()
    }

    fn text(path: &Path) -> String {
        if path.extension().is_some_and(|ending| ending == "ts") {
            std::fs::read_to_string(path).unwrap()
        } else {
            String::new()
        }
    }
}
