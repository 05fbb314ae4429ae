//! Native file dialogs and message boxes.
//!
//! Owns: asking a person for a file. Must not know: what is done with it.

use std::path::{Path, PathBuf};
use std::sync::mpsc;

use api::{FileKind, WindowId};
use rfd::{AsyncFileDialog, AsyncMessageDialog, FileHandle, MessageButtons, MessageDialogResult, MessageLevel};
use tauri::{AppHandle, Manager, WebviewWindow, async_runtime};

/// Asks for an existing file. Blocks until answered: never call it on the main thread.
pub fn ask_open(handle: &AppHandle, window: &WindowId, kind: FileKind) -> Option<PathBuf> {
    #[cfg(feature = "answers")]
    if let Some(answers) = crate::answers::prepared() {
        return answers.next();
    }
    let (filter, _) = kind.filter();
    answer(handle, window, move |dialog| dialog.add_filter(filter, kind.endings()).pick_file())
}

/// Asks where to write a file. Blocks until answered: never call it on the main thread.
pub fn ask_save(handle: &AppHandle, window: &WindowId, kind: FileKind, suggested: &str) -> Option<PathBuf> {
    #[cfg(feature = "answers")]
    if let Some(answers) = crate::answers::prepared() {
        return answers.next();
    }
    let (filter, ending) = kind.filter();
    let suggested = suggested.to_owned();
    let chosen = answer(handle, window, move |dialog| {
        dialog.add_filter(filter, &[ending]).set_file_name(suggested).save_file()
    })?;
    let path = with_ending(chosen.clone(), ending);
    // The dialog has asked about the name that was typed, not about the one that came of it.
    if path != chosen && path.exists() && !replace(handle, window, &path) { None } else { Some(path) }
}

/// Asks for a folder to write into. Blocks until answered: never call it on the main thread.
pub fn ask_folder(handle: &AppHandle, window: &WindowId) -> Option<PathBuf> {
    #[cfg(feature = "answers")]
    if let Some(answers) = crate::answers::prepared() {
        return answers.next();
    }
    answer(handle, window, AsyncFileDialog::pick_folder)
}

/// Says that something failed before the page can say it.
pub fn say(message: String) {
    let shown = AsyncMessageDialog::new().set_level(MessageLevel::Error).set_title("Ecotone").set_description(message);
    async_runtime::spawn(shown.show());
}

fn replace(handle: &AppHandle, window: &WindowId, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let question = format!("'{name}' is already there. Replace it?");
    let said = on_main_thread(handle, window, move |parent| {
        let dialog = AsyncMessageDialog::new().set_level(MessageLevel::Warning).set_title("Ecotone");
        let dialog = dialog.set_description(question).set_buttons(MessageButtons::YesNo);
        match &parent {
            Some(parent) => dialog.set_parent(parent).show(),
            None => dialog.show(),
        }
    });
    said == Some(MessageDialogResult::Yes)
}

/// Shows a file dialog above its window and waits for the answer.
fn answer<F>(
    handle: &AppHandle,
    window: &WindowId,
    ask: impl FnOnce(AsyncFileDialog) -> F + Send + 'static,
) -> Option<PathBuf>
where
    F: Future<Output = Option<FileHandle>> + Send + 'static,
{
    let shown = on_main_thread(handle, window, move |parent| match &parent {
        Some(parent) => ask(AsyncFileDialog::new().set_parent(parent)),
        None => ask(AsyncFileDialog::new()),
    });
    shown.flatten().map(|file| file.path().to_owned())
}

/// Toolkits want their dialogs made on the main thread; the wait for the answer happens on this one.
fn on_main_thread<F: Future + Send + 'static>(
    handle: &AppHandle,
    window: &WindowId,
    show: impl FnOnce(Option<WebviewWindow>) -> F + Send + 'static,
) -> Option<F::Output> {
    let (send, receive) = mpsc::channel();
    let parent = handle.get_webview_window(&window.0);
    let made = handle.run_on_main_thread(move || {
        // The receiver is gone only when the program is ending.
        let _ = send.send(show(parent));
    });
    made.ok()?;
    Some(async_runtime::block_on(receive.recv().ok()?))
}

/// GTK leaves out the ending that a person did not type.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    match path.file_name() {
        Some(name) if !path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending)) => {
            let mut name = name.to_owned();
            name.push(".");
            name.push(ending);
            path.with_file_name(name)
        }
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_an_ending_gets_one() {
        assert_eq!(with_ending("/a/plan".into(), "pdf"), PathBuf::from("/a/plan.pdf"));
        assert_eq!(with_ending("/a/plan.PDF".into(), "pdf"), PathBuf::from("/a/plan.PDF"));
        assert_eq!(with_ending("/a/plan.v2".into(), "pdf"), PathBuf::from("/a/plan.v2.pdf"));
        assert_eq!(with_ending("/a.b/plan".into(), "ecotone"), PathBuf::from("/a.b/plan.ecotone"));
    }
}
