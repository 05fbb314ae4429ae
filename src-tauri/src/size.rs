//! The window's size between two runs.
//!
//! Owns: one small file beside the person's preferences. Must not know: anything else about the window.

use std::path::PathBuf;

use api::Folders;
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager, WebviewWindow};

const FILE: &str = "window.json";
const FIRST: Size = Size { width: 1440.0, height: 900.0 };
/// A damaged file must not give a window that no screen can hold.
const LARGEST: f64 = 16_384.0;

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Size {
    width: f64,
    height: f64,
}

/// Width and height of the last window that was closed.
pub fn remembered(handle: &AppHandle) -> (f64, f64) {
    let text = std::fs::read_to_string(file(handle)).unwrap_or_default();
    let Size { width, height } = read(&text);
    (width, height)
}

/// Keeps the size of `window`, unless it fills the screen: then the size before is worth more.
pub fn remember(handle: &AppHandle, window: &WebviewWindow) {
    if window.is_maximized().unwrap_or(false) || window.is_fullscreen().unwrap_or(false) {
        return;
    }
    let (Ok(size), Ok(scale)) = (window.inner_size(), window.scale_factor()) else { return };
    let size = size.to_logical::<f64>(scale);
    let kept = Size { width: size.width, height: size.height };
    let written = serde_json::to_string(&kept).map_err(std::io::Error::from).and_then(|text| {
        let file = file(handle);
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, text)
    });
    if let Err(error) = written {
        eprintln!("ecotone-desktop: the window's size was not kept: {error}");
    }
}

fn file(handle: &AppHandle) -> PathBuf {
    handle.state::<Folders>().config.join(FILE)
}

fn read(text: &str) -> Size {
    match serde_json::from_str::<Size>(text) {
        Ok(size) if fits(size.width) && fits(size.height) => size,
        _ => FIRST,
    }
}

fn fits(length: f64) -> bool {
    (1.0..=LARGEST).contains(&length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_that_makes_no_sense_is_forgotten() {
        let check = |text: &str, expect: Size| assert_eq!(read(text), expect, "{text}");
        check(r#"{"width":1200.0,"height":800.0}"#, Size { width: 1200.0, height: 800.0 });
        check(r#"{"width":0.0,"height":800.0}"#, FIRST);
        check(r#"{"width":1e9,"height":800.0}"#, FIRST);
        check("", FIRST);
    }
}
