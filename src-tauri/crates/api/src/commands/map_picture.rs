//! The map as a picture: written to a file, or given to the page to copy.
//!
//! Owns: what is drawn for whom, in which format. Must not know: pixels (`press`), shapes (`picture`).

use std::path::Path;

use picture::svg::{SvgOptions, write};

use super::document::{cancelled, refusal};
use super::map::draw;
use crate::files::write_whole;
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, WindowId};

/// The narrowest and the widest picture: a stamp, and four large screens.
const WIDTHS: (f32, f32) = (100.0, 16_384.0);

/// Asks where, then writes the picture.
pub fn export(app: &App, window: &WindowId, request: MapExport) -> Result<Option<FileWritten>, ErrorReply> {
    let (kind, ending) = match request.picture.format {
        PictureFormat::Svg => (FileKind::Svg, "svg"),
        PictureFormat::Png => (FileKind::Png, "png"),
    };
    let name = format!("{} map.{ending}", app.loaded(window)?.workspace.settings.name);
    let Some(path) = app.host.ask_save(window, kind, &name) else { return Ok(None) };
    let stopped = app.progress(window, &request.job, "Drawing the map", 0, 1).is_break();
    let written = if stopped { Err(cancelled()) } else { app.export_map(window, &path, &request.picture) };
    app.jobs.end(&request.job);
    written?;
    app.written(window, &path).map(Some)
}

/// The picture itself.
pub fn picture(app: &App, window: &WindowId, request: MapPicture) -> Result<Vec<u8>, ErrorReply> {
    app.map_picture(window, &request)
}

impl App {
    /// Writes the map of `window` as a picture.
    pub fn export_map(&self, window: &WindowId, path: &Path, picture: &MapPicture) -> Result<(), ErrorReply> {
        write_whole(path, &self.map_picture(window, picture)?)
    }

    fn map_picture(&self, window: &WindowId, picture: &MapPicture) -> Result<Vec<u8>, ErrorReply> {
        let open = self.open_in(window)?;
        let loaded = open.loaded(self.host.today())?;
        let (list, legend, _) = draw(&open, &loaded, &picture.look, true)?;
        let width = picture.width.filter(|width| width.is_finite()).map(|width| width.clamp(WIDTHS.0, WIDTHS.1));
        let options =
            SvgOptions { width, background: true, as_on_screen: true, legend: Some(legend), ..SvgOptions::default() };
        match picture.format {
            PictureFormat::Svg => Ok(write(&list, picture.theme, &options).into_bytes()),
            PictureFormat::Png => {
                press::picture_png(&list, picture.theme, &options, picture.scale).map_err(|error| refusal(&error))
            }
        }
    }

    /// The look that a saved view keeps, by its name.
    pub fn saved_look(&self, window: &WindowId, name: &str) -> Result<MapRequest, ErrorReply> {
        let loaded = self.loaded(window)?;
        let views: Vec<SavedView> = loaded.expected.views.iter().filter_map(super::views::saved).collect();
        let view = views.iter().find(|view| view.name == name).ok_or_else(|| {
            let mut names: Vec<&str> = views.iter().map(|view| view.name.as_str()).collect();
            names.sort_unstable();
            let names = names.join("', '");
            ErrorReply::refused(format!("There is no view '{name}'. The views are: '{names}'."))
        })?;
        let settings = view.settings.clone();
        Ok(MapRequest { style: view.style, view: Some(view.id), settings, ..MapRequest::default() })
    }
}
