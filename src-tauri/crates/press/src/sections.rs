//! Which pages each section of a laid-out document takes. The template marks where a section begins (`main.typ`), so that
//! nothing is looked for in its text.

use std::num::NonZeroUsize;

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// What the template marks a beginning with.
const MARK: &str = "section-begins";

/// The pages of a section, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionPages {
    /// Its place in the outline of the input, counted from 0.
    pub at: usize,
    /// Where it begins.
    pub first: usize,
    /// Where it ends. The next section may share this page.
    pub last: usize,
}

/// In the order of the pages.
pub fn of(pages: &PagedDocument) -> Vec<SectionPages> {
    let Some(label) = Label::new(PicoStr::intern(MARK)) else { return Vec::new() };
    let introspector = pages.introspector();
    let begins = introspector.query(&Selector::Label(label)).into_iter().filter_map(|mark| {
        let page = introspector.page(mark.location()?).map_or(1, NonZeroUsize::get);
        match mark.to_packed::<MetadataElem>()?.value {
            Value::Int(at) => Some((usize::try_from(at).ok()?, page)),
            _ => None,
        }
    });
    let begins: Vec<(usize, usize)> = begins.collect();
    let next = begins.iter().skip(1).map(|(_, page)| page - 1).chain([pages.pages().len()]);
    begins.iter().zip(next).map(|(&(at, first), last)| SectionPages { at, first, last: last.max(first) }).collect()
}
