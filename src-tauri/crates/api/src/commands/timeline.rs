//! The timeline: painted beside the table, or written as a picture.
//!
//! Owns: which part is drawn for whom, in which format. Must not know: pixels (`press`), shapes (`picture`).

use std::path::Path;

use picture::svg::{SvgOptions, write};

use super::document::{cancelled, refusal};
use crate::files::write_whole;
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, WindowId};

/// What is drawn, and where its rows lie.
pub fn view(app: &App, window: &WindowId, request: TimelineRequest) -> Result<TimelineView, ErrorReply> {
    app.loaded(window)?.timeline_view(&request)
}

/// Asks where, then writes the picture.
pub fn export(app: &App, window: &WindowId, request: TimelineExport) -> Result<Option<FileWritten>, ErrorReply> {
    let (kind, ending) = match request.picture.format {
        PictureFormat::Svg => (FileKind::Svg, "svg"),
        PictureFormat::Png => (FileKind::Png, "png"),
    };
    let name = format!("{} timeline.{ending}", app.loaded(window)?.workspace.settings.name);
    let Some(path) = app.host.ask_save(window, kind, &name) else { return Ok(None) };
    let stopped = app.progress(window, &request.job, "Drawing the timeline", 0, 1).is_break();
    let written = if stopped { Err(cancelled()) } else { app.export_timeline(window, &path, &request.picture) };
    app.jobs.end(&request.job);
    written?;
    app.written(window, &path).map(Some)
}

impl App {
    /// Writes the timeline of `window` as a picture.
    pub fn export_timeline(
        &self,
        window: &WindowId,
        path: &Path,
        picture: &TimelinePictureRequest,
    ) -> Result<(), ErrorReply> {
        let list = self.loaded(window)?.timeline_picture(&picture.look, picture.audience)?;
        let options = SvgOptions { background: true, ..SvgOptions::default() };
        let bytes = match picture.format {
            PictureFormat::Svg => write(&list, picture.theme, &options).into_bytes(),
            PictureFormat::Png => {
                press::picture_png(&list, picture.theme, &options, picture.scale).map_err(|error| refusal(&error))?
            }
        };
        write_whole(path, &bytes)
    }

    /// The first and the last day of the plan of `window`: its motions, and a year at least.
    pub fn whole_plan(&self, window: &WindowId) -> Result<[domain::Date; 2], ErrorReply> {
        Ok(self.loaded(window)?.whole_plan())
    }
}
