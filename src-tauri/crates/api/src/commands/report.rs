//! The workspace's figures as a workbook that goes on counting.

use std::path::Path;

use domain::Audience;

use super::document::cancelled;
use crate::files::write_whole;
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, Refusal, WindowId};

/// Asks where, then writes the workbook. Cancelled work leaves nothing behind.
pub fn export(app: &App, window: &WindowId, request: ReportExport) -> Result<Option<FileWritten>, ErrorReply> {
    let name = format!("{} report.xlsx", app.loaded(window)?.document_title());
    let Some(path) = app.host.ask_save(window, FileKind::Workbook, &name) else { return Ok(None) };
    let written = app.write_report(window, &path, request.audience, &request.job);
    app.jobs.end(&request.job);
    written?;
    app.written(window, &path).map(Some)
}

impl App {
    /// Writes the report of the workspace of `window` for an audience.
    pub fn export_report(&self, window: &WindowId, path: &Path, audience: Audience) -> Result<(), ErrorReply> {
        self.write_report(window, path, audience, "export")
    }

    fn write_report(&self, window: &WindowId, path: &Path, audience: Audience, job: &str) -> Result<(), ErrorReply> {
        let loaded = self.loaded(window)?;
        let told = |phase, done| match self.progress(window, job, phase, done, 3) {
            std::ops::ControlFlow::Break(()) => Err(cancelled()),
            std::ops::ControlFlow::Continue(()) => Ok(()),
        };
        told("Working out the figures", 0)?;
        let book = loaded.report(audience);
        told("Writing the sheets", 1)?;
        let bytes = press::book(&book).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
        told("Writing the file", 2)?;
        write_whole(path, &bytes)
    }
}
