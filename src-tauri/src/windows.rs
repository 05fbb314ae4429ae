//! Windows: how they are made and what their page may do.
//!
//! Owns: labels, the fence around the page, drops of files. Must not know: what a page shows.

use std::path::PathBuf;
use std::sync::Arc;

use api::{App, ErrorReply, Event, WindowId};
use tauri::webview::{NewWindowResponse, PermissionResponse};
use tauri::window::Color;
use tauri::{
    AppHandle, DragDropEvent, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent, async_runtime,
};

use crate::{host, recent, size};

/// Every label begins so; the page's capability names them.
const LABEL: &str = "w";
const SMALLEST: (f64, f64) = (1000.0, 640.0);
/// The light window background of the tokens, so that the first frame does not flash.
const BACKGROUND: Color = Color(0xF4, 0xF5, 0xF2, 0xFF);

/// A label that no window has.
pub fn new_label(handle: &AppHandle) -> WindowId {
    let taken = handle.webview_windows();
    let mut number = 1;
    while taken.contains_key(&format!("{LABEL}{number}")) {
        number += 1;
    }
    WindowId(format!("{LABEL}{number}"))
}

/// Opens a window under its label.
pub fn open(handle: &AppHandle, label: &WindowId) -> tauri::Result<WebviewWindow> {
    let (width, height) = size::remembered(handle);
    let window = WebviewWindowBuilder::new(handle, &label.0, WebviewUrl::App("index.html".into()))
        .title("Ecotone")
        .inner_size(width, height)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .background_color(BACKGROUND)
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .build()?;
    let (handle, this, label) = (handle.clone(), window.clone(), label.clone());
    window.on_window_event(move |event| happened(&handle, &this, &label, event));
    Ok(window)
}

/// Opens a file that the system handed over in `window`. Blocks.
#[cfg(target_os = "macos")]
pub fn open_path(handle: &AppHandle, window: &WindowId, path: &std::path::Path) {
    say_refusal(handle, window, handle.state::<Arc<App>>().open_path(window, path));
}

/// Takes files that were dropped on `window`. Blocks.
fn take_dropped(handle: &AppHandle, window: &WindowId, paths: &[PathBuf]) {
    say_refusal(handle, window, handle.state::<Arc<App>>().take_dropped(window, paths));
}

fn say_refusal(handle: &AppHandle, window: &WindowId, done: Result<(), ErrorReply>) {
    if let Err(error) = done {
        host::emit(handle, Some(window), &Event::Notice { error });
    }
}

fn happened(handle: &AppHandle, window: &WebviewWindow, label: &WindowId, event: &WindowEvent) {
    match event {
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let (handle, label, paths) = (handle.clone(), label.clone(), paths.clone());
            async_runtime::spawn_blocking(move || take_dropped(&handle, &label, &paths));
        }
        WindowEvent::Focused(true) => recent::refresh(handle, label),
        WindowEvent::CloseRequested { .. } => size::remember(handle, window),
        // Here the window is gone already: a backup may take its time.
        WindowEvent::Destroyed => handle.state::<Arc<App>>().close_window(label),
        _ => {}
    }
}

/// The page may go nowhere but to itself.
fn is_own_page(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("http", Some("localhost")) => cfg!(dev) && url.port() == Some(5173),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_stays_in_the_program() {
        let check = |url: &str, expect: bool| assert_eq!(is_own_page(&url.parse().unwrap()), expect, "{url}");
        check("tauri://localhost/index.html", true);
        check("http://tauri.localhost/", true);
        check("https://example.org/", false);
        check("https://tauri.localhost.example.org/", false);
        check("tauri://elsewhere/", false);
        check("file:///etc/passwd", false);
        check("data:text/html,hello", false);
        check("about:blank", false);
    }
}
