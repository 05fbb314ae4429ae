//! From input to laid-out pages, and from pages to bytes.

use std::ops::ControlFlow;

use domain::Date;
use typst::foundations::Smart;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::PressError;
use crate::content::{self, Content};
use crate::input::{BriefInput, DocumentInput};
use crate::sections::{self, SectionPages};
use crate::world::{self, ClosedWorld};

/// What the press is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The step.
    pub phase: Phase,
    /// Steps done before it.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
}

/// A step of making a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Content is made ready.
    Prepare,
    /// Pages are laid out; the longest step.
    LayOut,
    /// The PDF is written.
    Write,
}

/// A document whose pages are laid out.
pub struct Compiled {
    world: ClosedWorld,
    pages: PagedDocument,
    missing: Vec<char>,
    ident: String,
    date: Date,
}

/// Lays out the pages of `input`. `progress` hears of each step before it begins and may stop there.
pub fn compile(input: &DocumentInput, progress: &dyn Fn(Progress) -> ControlFlow<()>) -> Result<Compiled, PressError> {
    announce(progress, Phase::Prepare)?;
    let content = content::prepare(input)?;
    announce(progress, Phase::LayOut)?;
    let mut compiled = lay_out(content, input.date)?;
    compiled.ident = format!("ecotone plan: {} / {} / {}", input.workspace, input.title, input.date);
    Ok(compiled)
}

/// Lays out the one page of a brief.
pub fn compile_brief(input: &BriefInput) -> Result<Compiled, PressError> {
    let mut compiled = lay_out(content::prepare_brief(input)?, input.date)?;
    if compiled.page_count() != 1 {
        let detail = format!("a brief has one page, this one {}", compiled.page_count());
        return Err(PressError::Layout { detail });
    }
    compiled.ident = format!("ecotone brief: {} / {} / {}", input.us, input.partner, input.date);
    Ok(compiled)
}

fn lay_out(content: Content, date: Date) -> Result<Compiled, PressError> {
    let missing = content.missing.clone();
    let world = ClosedWorld::new(content, date)?;
    let output = typst::compile::<PagedDocument>(&world).output;
    // Keeps what the next few pages of a live preview can use again, and frees the rest.
    typst::comemo::evict(3);
    match output {
        Ok(pages) => Ok(Compiled { world, pages, missing, ident: String::new(), date }),
        Err(errors) => Err(PressError::Layout { detail: world::describe(&world, &errors) }),
    }
}

impl Compiled {
    /// The document as a tagged PDF that keeps PDF/UA-1 and PDF/A-2a. The same input gives the same bytes.
    pub fn pdf(&self) -> Result<Vec<u8>, PressError> {
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|error| PressError::Standard { detail: error.message().to_string() })?;
        let options = PdfOptions {
            ident: Smart::Custom(self.ident.clone()),
            creator: Smart::Custom(Some("Ecotone".to_owned())),
            timestamp: world::datetime(self.date).map(Timestamp::new_utc),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.pages, &options)
            .map_err(|errors| PressError::Standard { detail: world::describe(&self.world, &errors) })
    }

    /// A page as PNG, `page` counted from 1.
    pub fn page_png(&self, page: usize, pixels_per_point: f32) -> Result<Vec<u8>, PressError> {
        if !(0.1..=10.0).contains(&pixels_per_point) {
            return Err(PressError::Scale { pixels_per_point: pixels_per_point.to_string() });
        }
        let pages = self.page_count();
        let found = page.checked_sub(1).and_then(|index| self.pages.pages().get(index));
        let found = found.ok_or(PressError::NoSuchPage { page, pages })?;
        let options = RenderOptions { pixel_per_pt: Scalar::new(f64::from(pixels_per_point)), render_bleed: false };
        typst_render::render(found, &options)
            .encode_png()
            .map_err(|error| PressError::Data { detail: format!("page {page} as PNG: {error}") })
    }

    /// The pages as Typst has them.
    #[cfg(test)]
    pub(crate) fn pages(&self) -> &[typst_layout::Page] {
        self.pages.pages()
    }

    /// How many pages there are.
    pub fn page_count(&self) -> usize {
        self.pages.pages().len()
    }

    /// Where each printed section stands, in order. One that has nothing to say has no page and is left out.
    pub fn sections(&self) -> Vec<SectionPages> {
        sections::of(&self.pages)
    }

    /// Characters that no bundled font can show, so that a mark stands in their place; each once, in order.
    pub fn missing_characters(&self) -> &[char] {
        &self.missing
    }
}

/// Makes the whole document as a PDF.
pub fn document(input: &DocumentInput, progress: &dyn Fn(Progress) -> ControlFlow<()>) -> Result<Vec<u8>, PressError> {
    let compiled = compile(input, progress)?;
    announce(progress, Phase::Write)?;
    compiled.pdf()
}

fn announce(progress: &dyn Fn(Progress) -> ControlFlow<()>, phase: Phase) -> Result<(), PressError> {
    match progress(Progress { phase, done: phase as u32, total: 3 }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(PressError::Cancelled),
    }
}
