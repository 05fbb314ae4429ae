//! A copy of the workspace for somebody else.
//!
//! Owns: for whom there is one. Must not know: what each may see (`domain`), how the copy is made clean (`store`).

use std::path::Path;

use domain::Audience;

use crate::wire::*;
use crate::{App, ErrorReply, FileKind, WindowId};

/// Asks where, then writes the copy.
pub fn hand_over(app: &App, window: &WindowId, request: HandOver) -> Result<Option<FileWritten>, ErrorReply> {
    refuse_ourselves(request.audience)?;
    let open = app.open_in(window)?;
    let name = open.file_name();
    let name = name.strip_suffix(".ecotone").unwrap_or(&name);
    let reader = if request.audience == Audience::Partner { "partner" } else { "client" };
    let suggested = format!("{name} for a {reader}.ecotone");
    let Some(path) = app.host.ask_save(window, FileKind::Workspace, &suggested) else { return Ok(None) };
    app.hand_over(window, &path, request.audience)?;
    app.written(window, &path).map(Some)
}

impl App {
    /// Writes a copy of the workspace of `window` that holds only what `audience` may see, without history.
    pub fn hand_over(&self, window: &WindowId, path: &Path, audience: Audience) -> Result<(), ErrorReply> {
        refuse_ourselves(audience)?;
        let to = path.to_owned();
        Ok(self.open_in(window)?.handle.with(move |file| file.hand_over(&to, audience))??)
    }
}

fn refuse_ourselves(audience: Audience) -> Result<(), ErrorReply> {
    match audience {
        Audience::Internal => Err(ErrorReply::refused(
            "A workspace is handed over to a client or a partner: choose one of them, or save a copy that holds everything.",
        )),
        Audience::Client | Audience::Partner => Ok(()),
    }
}
