//! The plan as a document: its outline, its pages, its export.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use domain::{DocumentScenario, PlanDocumentId, ScenarioId, SectionContent, SectionKind, StandIns, Workspace};
use press::{DocumentInput, Phase, PressError};

use super::documents::found;
use crate::files::write_whole;
use crate::loaded::{Earlier, Loaded, Pages, Printed, Writer, told_in};
use crate::open::OpenWorkspace;
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, Refusal, WindowId};

/// What the screen says beside the page.
pub fn view(app: &App, window: &WindowId, request: DocumentChoice) -> Result<DocumentView, ErrorReply> {
    let open = app.open_in(window)?;
    let loaded = open.loaded(app.host.today())?;
    let id = chosen(&loaded, request.id)?;
    // The screen is ours: it tells of partners by their names, whatever is printed.
    let printed =
        Printed { stand_ins: None, ..printed(&loaded, &DocumentPrint { document: id, ..DocumentPrint::default() })? };
    let seen = open.shown.of(&loaded, &printed)?;
    let writer = Writer::new(&seen, &printed)?;
    let section = |kind: SectionKind| {
        let (name, note) = writer.told(kind);
        DocumentSection { kind, name, note, takes_heading: kind.takes_heading(), plain: kind.plain() }
    };
    let finding = |open: crate::loaded::OpenFinding| DocumentFinding {
        section: open.section,
        finding: open.finding,
        changed: open.changed,
    };
    let accent = press::readable(printed.settings.accent.as_str());
    Ok(DocumentView {
        id,
        name: id.map(|id| found(&loaded, id).map(|saved| saved.name.to_string())).transpose()?.unwrap_or_default(),
        title: writer.title(),
        audience: printed.audience,
        language: printed.language.clone(),
        settings: printed.settings.clone(),
        sections: SectionKind::ALL.into_iter().map(section).collect(),
        findings: writer.open_findings().into_iter().map(finding).collect(),
        left_out: loaded.left_out_of(&seen),
        accent: DocumentAccent { contrast: press::contrast_on_white(&accent), printed: accent },
        logos: logos(&open, &seen)?,
        languages: press::LANGUAGES.map(str::to_owned).to_vec(),
    })
}

/// Lays the document out and tells its pages.
pub fn pages(app: &App, window: &WindowId, request: DocumentChoice) -> Result<DocumentPages, ErrorReply> {
    let pages = laid_out(app, window, request.id)?;
    let printed_kinds = pages.settings.outline.iter().filter(|section| section.on);
    let kinds: Vec<SectionKind> = printed_kinds.map(|section| section.content.kind()).collect();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let section = |pages: press::SectionPages| {
        Some(SectionPages { kind: *kinds.get(pages.at)?, first: number(pages.first), last: number(pages.last) })
    };
    Ok(DocumentPages {
        count: number(pages.compiled.page_count()),
        sections: pages.compiled.sections().into_iter().filter_map(section).collect(),
        waiting: pages
            .waiting
            .iter()
            .map(|(kind, sentence)| SectionWaiting { kind: *kind, sentence: sentence.clone() })
            .collect(),
        missing: pages.compiled.missing_characters().iter().collect(),
    })
}

/// A page as a PNG.
pub fn page(app: &App, window: &WindowId, request: PageRequest) -> Result<Vec<u8>, ErrorReply> {
    let pages = laid_out(app, window, request.document)?;
    #[expect(clippy::cast_possible_truncation, reason = "points of a page")]
    let width = press::page_size(pages.settings.paper)[0] as f32;
    let scale = request.width.clamp(60, 4000) as f32 / width;
    pages.compiled.page_png(request.page as usize, scale).map_err(|error| refusal(&error))
}

/// Asks where, then writes the PDF. Cancelled work leaves nothing behind.
pub fn export(app: &App, window: &WindowId, request: ExportRequest) -> Result<Option<FileWritten>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let document = chosen(&loaded, request.document)?;
    let print = DocumentPrint { document, ..DocumentPrint::default() };
    let name = format!("{}.pdf", loaded.document_title());
    let Some(path) = app.host.ask_save(window, FileKind::Pdf, &name) else { return Ok(None) };
    let written = app.write_document(window, &path, &print, &request.job);
    app.jobs.end(&request.job);
    written?;
    app.written(window, &path).map(Some)
}

/// Asks long work to stop.
pub fn cancel(app: &App, _: &WindowId, request: CancelRequest) -> Result<Nothing, ErrorReply> {
    app.jobs.cancel(&request.job);
    Ok(Nothing {})
}

impl App {
    /// Writes the plan of `window` as PDF. Answers what its reader should know before handing it on: findings that nobody
    /// has accepted, headings that the data has left behind, sections that have nothing to print.
    pub fn export_document(
        &self,
        window: &WindowId,
        path: &Path,
        print: &DocumentPrint,
    ) -> Result<Vec<String>, ErrorReply> {
        self.write_document(window, path, print, "export")
    }

    /// What the press is handed for a document.
    pub fn document_input(&self, window: &WindowId, print: &DocumentPrint) -> Result<DocumentInput, ErrorReply> {
        let open = self.open_in(window)?;
        let loaded = open.loaded(self.host.today())?;
        let printed = printed(&loaded, print)?;
        let seen = open.shown.of(&loaded, &printed)?;
        Writer::new(&seen, &printed)?.input(&open)
    }

    fn write_document(
        &self,
        window: &WindowId,
        path: &Path,
        print: &DocumentPrint,
        job: &str,
    ) -> Result<Vec<String>, ErrorReply> {
        let open = self.open_in(window)?;
        let loaded = open.loaded(self.host.today())?;
        let printed = printed(&loaded, print)?;
        let seen = open.shown.of(&loaded, &printed)?;
        let writer = Writer::new(&seen, &printed)?;
        if self.progress(window, job, "Drawing the map", 0, 4).is_break() {
            return Err(cancelled());
        }
        let input = writer.input(&open)?;
        let told = |progress: press::Progress| -> ControlFlow<()> {
            self.progress(window, job, phase_words(progress.phase), progress.done + 1, progress.total + 2)
        };
        let compiled = press::compile(&input, &told).map_err(|error| refusal(&error))?;
        if told(press::Progress { phase: Phase::Write, done: 2, total: 3 }).is_break() {
            return Err(cancelled());
        }
        let pdf = compiled.pdf().map_err(|error| refusal(&error))?;
        write_whole(path, &pdf)?;
        let waiting = writer.waiting(&compiled).into_iter().map(|(kind, sentence)| {
            let (waits, add) = sentence.split_once(':').unwrap_or((&sentence, ""));
            format!("{waits}, {}:{add}", kind.key())
        });
        Ok(writer.open_findings().iter().map(open_words).chain(waiting).collect())
    }
}

/// Organizations with a logo, by name.
fn logos(open: &OpenWorkspace, seen: &Loaded) -> Result<Vec<DocumentLogo>, ErrorReply> {
    let known = open.logos()?;
    let with_logo = seen.workspace.organizations.iter().filter(|row| known.contains_key(&row.id));
    let mut logos: Vec<DocumentLogo> =
        with_logo.map(|row| DocumentLogo { id: row.id, name: row.name.to_string() }).collect();
    logos.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    Ok(logos)
}

/// The document's pages, laid out once between two changes. A change that comes meanwhile is laid out at once instead.
fn laid_out(app: &App, window: &WindowId, wanted: Option<PlanDocumentId>) -> Result<Arc<Pages>, ErrorReply> {
    let open = app.open_in(window)?;
    loop {
        let loaded = open.loaded(app.host.today())?;
        let document = chosen(&loaded, wanted)?;
        let pages = loaded.laid_out.pages(document, || {
            let printed = printed(&loaded, &DocumentPrint { document, ..DocumentPrint::default() })?;
            let seen = open.shown.of(&loaded, &printed)?;
            let writer = Writer::new(&seen, &printed)?;
            let input = writer.input(&open)?;
            let go_on = |_| if open.has_left(&loaded) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
            let compiled = press::compile(&input, &go_on).map_err(|error| refusal(&error))?;
            let waiting = writer.waiting(&compiled);
            Ok(Pages { settings: printed.settings.clone(), compiled, waiting })
        });
        match pages {
            Err(error) if error.code == Refusal::Cancelled => {}
            answer => return answer,
        }
    }
}

/// The document that is meant where none is named: the first by name, or the plain one.
pub(super) fn chosen(loaded: &Loaded, id: Option<PlanDocumentId>) -> Result<Option<PlanDocumentId>, ErrorReply> {
    if let Some(id) = id {
        return found(loaded, id).map(|document| Some(document.id));
    }
    let first = loaded.expected.plan_documents.iter().min_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    Ok(first.map(|document| document.id))
}

/// A saved document, or the plain one, with what shall differ this once.
pub(super) fn printed(loaded: &Loaded, print: &DocumentPrint) -> Result<Printed, ErrorReply> {
    let saved = print.document.map(|id| found(loaded, id)).transpose()?;
    let mut settings = saved.map(domain::PlanDocument::read_settings).unwrap_or_default();
    let kept = saved.map_or_else(|| loaded.expected.settings.language.clone(), |document| document.language.clone());
    let audience = print.audience.or(saved.map(|document| document.audience)).unwrap_or(domain::Audience::Internal);
    if let Some(path) = &print.brand {
        super::brand::read_brand(path)?.wear(&mut settings);
    }
    settings.paper = print.paper.unwrap_or(settings.paper);
    settings.date = print.date.or(settings.date);
    if let Some(sections) = &print.sections {
        settings.keep_sections(sections);
    }
    let language = print.language.clone().unwrap_or(kept);
    let since = settings.outline.iter().filter(|section| section.on).find_map(|section| match section.content {
        SectionContent::Changes { since } => Some(since),
        _ => None,
    });
    let scenario = scenario_of(loaded, print.scenario.unwrap_or(settings.scenario));
    let earlier = since.and_then(|since| loaded.earlier(since, audience, scenario).transpose()).transpose()?;
    let stand_ins = if settings.show.partner_names {
        None
    } else {
        let then = earlier.iter().map(Earlier::workspace);
        let told = std::iter::once(&loaded.expected).chain(then).cloned();
        let told: Vec<Workspace> = told.map(|workspace| told_in(workspace, &language)).collect::<Result<_, _>>()?;
        Some(StandIns::of(&told.iter().collect::<Vec<_>>(), &[&settings.client.name, &settings.preparer.name]))
    };
    let earlier = match &stand_ins {
        Some(stand_ins) => earlier.map(|earlier| earlier.hidden(stand_ins)),
        None => earlier,
    };
    Ok(Printed { audience, language, settings, scenario, stand_ins, today: loaded.today, earlier })
}

/// Whose figures are printed; none is Expected, which a scenario that is gone gives way to.
pub(crate) fn scenario_of(loaded: &Loaded, wanted: DocumentScenario) -> Option<ScenarioId> {
    match wanted {
        DocumentScenario::Chosen => loaded.scenario,
        DocumentScenario::Expected => None,
        DocumentScenario::Named(id) => {
            Some(id).filter(|id| loaded.expected.scenarios.iter().any(|scenario| scenario.id == *id))
        }
    }
}

fn open_words(open: &crate::loaded::OpenFinding) -> String {
    let section = open.section.key();
    match (open.changed, open.finding.as_str()) {
        (false, finding) => format!("Not accepted as a heading yet, {section}: {finding}."),
        (true, "") => format!("The heading of {section} was written when the data said more: read it again."),
        (true, finding) => format!("The heading of {section} was written before the data said: {finding}."),
    }
}

/// What to say of work that was asked to stop.
pub(super) fn cancelled() -> ErrorReply {
    ErrorReply::new(Refusal::Cancelled, "The export was cancelled; no file was written.")
}

/// The press keeps what Typst said in its errors' details.
pub(crate) fn refusal(error: &PressError) -> ErrorReply {
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
