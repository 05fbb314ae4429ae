//! The plan as a PDF: its outline, its first page, its export.

use std::ops::ControlFlow;
use std::path::Path;

use press::{Phase, PressError};

use crate::files::write_whole;
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, Refusal, WindowId};

/// What the screen says beside the page.
pub fn view(app: &App, window: &WindowId, _: Nothing) -> Result<DocumentView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    let section = |name: &str, note: String| DocumentSection { name: name.to_owned(), note };
    let workspace = &loaded.workspace;
    let sections = vec![
        section("Cover", loaded.document_title()),
        section("Executive summary", "Key figures and findings".into()),
        section("Ecosystem map", count(workspace.partners().count(), "partner", "partners")),
        section("Partners", count(loaded.kinds_in_use(), "kind", "kinds")),
        section("Motions", count(workspace.motions.iter().filter(|motion| motion.active).count(), "page", "pages")),
        section("Outcomes", "Projected against actual".into()),
        section("Sources and method", "Definitions and rules".into()),
    ];
    Ok(DocumentView { title: loaded.document_title(), sections })
}

/// The first page as a PNG.
pub fn preview(app: &App, window: &WindowId, request: PreviewRequest) -> Result<Vec<u8>, ErrorReply> {
    /// Width of A4 in points.
    const PAGE: f32 = 595.28;
    #[allow(clippy::cast_precision_loss, reason = "at most 3,000")]
    let scale = request.width.clamp(100, 3000) as f32 / PAGE;
    let open = app.open_in(window)?;
    let loaded = open.loaded(app.host.today())?;
    let page = press::first_page_png(&loaded.document_input(&open, false)?, scale);
    page.map_err(|error| refusal(&error))
}

/// Asks where, then writes the PDF. Cancelled work leaves nothing behind.
pub fn export(app: &App, window: &WindowId, request: ExportRequest) -> Result<Option<FileWritten>, ErrorReply> {
    let name = format!("{}.pdf", app.loaded(window)?.document_title());
    let Some(path) = app.host.ask_save(window, FileKind::Pdf, &name) else { return Ok(None) };
    let written = app.write_document(window, &path, &request.job);
    app.jobs.end(&request.job);
    written?;
    crate::exchange::written(&path).map(Some)
}

/// Asks long work to stop.
pub fn cancel(app: &App, _: &WindowId, request: CancelRequest) -> Result<Nothing, ErrorReply> {
    app.jobs.cancel(&request.job);
    Ok(Nothing {})
}

impl App {
    /// Writes the plan of `window` as PDF.
    pub fn export_document(&self, window: &WindowId, path: &Path) -> Result<(), ErrorReply> {
        self.write_document(window, path, "export")
    }

    fn write_document(&self, window: &WindowId, path: &Path, job: &str) -> Result<(), ErrorReply> {
        let open = self.open_in(window)?;
        let loaded = open.loaded(self.host.today())?;
        if self.progress(window, job, "Drawing the map", 0, 4).is_break() {
            return Err(cancelled());
        }
        let input = loaded.document_input(&open, true)?;
        let told = |progress: press::Progress| -> ControlFlow<()> {
            self.progress(window, job, phase_words(progress.phase), progress.done + 1, progress.total + 2)
        };
        let pdf = press::document(&input, &told).map_err(|error| refusal(&error))?;
        write_whole(path, &pdf)
    }
}

/// What to say of work that was asked to stop.
pub(super) fn cancelled() -> ErrorReply {
    ErrorReply::new(Refusal::Cancelled, "The export was cancelled; no file was written.")
}

/// The press keeps what Typst said in its errors' details.
pub(super) fn refusal(error: &PressError) -> ErrorReply {
    let mut reply = ErrorReply::from_error(Refusal::Refused, error);
    match error {
        PressError::Cancelled => return cancelled(),
        PressError::Layout { detail } | PressError::Standard { detail } | PressError::Data { detail } => {
            reply.detail.clone_from(detail);
        }
        _ => {}
    }
    reply
}

fn phase_words(phase: Phase) -> &'static str {
    match phase {
        Phase::Prepare => "Reading the workspace",
        Phase::LayOut => "Laying out pages",
        Phase::Write => "Writing the PDF",
    }
}
