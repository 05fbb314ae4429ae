//! A PDF as its readers have it: the texts of each page where their ink stands, the tags, the bookmarks and the links.
//!
//! Owns: reading the file. Must not know: what a document should hold.

mod defects;
mod ink;
mod links;
mod others;
mod tags;

use std::collections::BTreeMap;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, ObjRef};
use kurbo::Rect;

pub use defects::defects;
pub use links::{Bookmark, Link};
pub use others::said_against;
pub use tags::{Part, Tag};

/// A file that was read.
pub struct Document {
    pub pages: Vec<Page>,
    /// The root of what a screen reader hears.
    pub tags: Tag,
    pub bookmarks: Vec<Bookmark>,
    pub links: Vec<Link>,
    /// Of the texts, as the file says it ("en").
    pub language: String,
}

/// One page; lengths in points from its top left corner.
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub runs: Vec<Run>,
}

/// Letters that stand side by side.
pub struct Run {
    pub text: String,
    pub baseline: f64,
    /// What the letters fill.
    pub ink: Rect,
    /// Where they may be seen.
    pub window: Rect,
    pub mark: Mark,
}

/// What a text is for who hears the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Said where the tags name this number.
    Content(i32),
    /// Left out: repeated on every page, or decoration.
    Artifact,
    /// Forgotten.
    None,
}

impl Document {
    /// Reads a file's bytes.
    pub fn read(bytes: Vec<u8>) -> Self {
        let pdf = Pdf::new(bytes).unwrap();
        let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).unwrap();
        let pages = ink::pages(&pdf);
        let heights: Vec<f64> = pages.iter().map(|page| page.height).collect();
        let numbers = Numbers::of(&pdf);
        Self {
            tags: tags::read(&root, &numbers),
            bookmarks: links::bookmarks(&root, &numbers, &heights),
            links: links::links(&pdf, &root, &numbers, &heights),
            language: root.get("Lang").map(|text| words(&text)).unwrap_or_default(),
            pages,
        }
    }

    /// What is read out at a place in the tags.
    pub fn said(&self, page: usize, id: i32) -> String {
        let runs = self.pages[page].runs.iter().filter(|run| run.mark == Mark::Content(id));
        runs.map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// What is read out under a tag.
    pub fn heard(&self, tag: &Tag) -> String {
        tag.contents().map(|(page, id)| self.said(page, id)).collect::<Vec<_>>().join(" ")
    }
}

/// Whether it is written from right to left; a page holds such letters as they are seen, not as they are read.
fn is_right_to_left(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))
}

/// Pages by their place in the file.
struct Numbers(BTreeMap<(i32, i32), usize>);

impl Numbers {
    fn of(pdf: &Pdf) -> Self {
        let ids = pdf.pages().iter().map(|page| page.raw().obj_id().unwrap());
        Self(ids.enumerate().map(|(number, id)| ((id.obj_number, id.gen_number), number)).collect())
    }

    fn page(&self, reference: ObjRef) -> Option<usize> {
        self.0.get(&(reference.obj_number, reference.gen_number)).copied()
    }
}

/// A text that the file holds beside its pages.
fn words(text: &hayro_interpret::hayro_syntax::object::String<'_>) -> String {
    let bytes = text.as_bytes();
    match bytes.strip_prefix(b"\xfe\xff") {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}
