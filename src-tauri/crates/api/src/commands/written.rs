//! A file that was just written: opened, or shown where it lies.

use std::path::Path;

use crate::files::file_name;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Opens it with the program that this computer has for such files.
pub fn open(app: &App, window: &WindowId, request: WrittenRequest) -> Result<Nothing, ErrorReply> {
    let path = app.find_written(window, &request.token)?;
    app.host.open_file(&path).map_err(|error| cannot("opened", &path, &error))?;
    Ok(Nothing {})
}

/// Shows it in this computer's file manager.
pub fn show(app: &App, window: &WindowId, request: WrittenRequest) -> Result<Nothing, ErrorReply> {
    let path = app.find_written(window, &request.token)?;
    app.host.show_file(&path).map_err(|error| cannot("shown", &path, &error))?;
    Ok(Nothing {})
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> ErrorReply {
    let folder = path.parent().unwrap_or(path).display();
    let mut reply =
        ErrorReply::refused(format!("{} could not be {what} from here: it lies in {folder}.", file_name(path)));
    reply.detail = error.to_string();
    reply
}

#[cfg(test)]
mod tests {
    use crate::WindowId;
    use crate::rehearsal::Rehearsal;
    use crate::wire::WrittenRequest;

    #[test]
    fn only_the_window_that_wrote_a_file_can_ask_for_it_and_only_while_it_is_there() {
        let rehearsal = Rehearsal::new();
        let (app, window) = (&rehearsal.app, WindowId("one".into()));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.pdf");
        std::fs::write(&path, "pdf").unwrap();
        let token = app.written(&window, &path).unwrap().token;
        assert_eq!(app.find_written(&window, &token).unwrap(), path);
        let ask = |window: &WindowId, token: &str| {
            super::open(app, window, WrittenRequest { token: token.into() }).unwrap_err().message
        };
        assert!(ask(&WindowId("two".into()), &token).contains("long ago"));
        assert!(ask(&window, "/etc/passwd").contains("long ago"));
        assert!(ask(&window, &token).contains("plan.pdf could not be opened from here"), "this host opens nothing");
        std::fs::remove_file(&path).unwrap();
        assert!(ask(&window, &token).contains("plan.pdf is no longer where it was written"));
    }
}
