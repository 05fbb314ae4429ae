//! The plan as a document: pages laid out by Typst, written as a tagged PDF or drawn as pictures; and single pictures as
//! PNG files.
//!
//! Owns: the document's input, its templates (`assets/plan`), the closed world that Typst sees and the PDF standards
//! that are kept. Must not know: the store, files, the network or the clock. All content goes in as data; no template
//! is ever built from it.

mod book;
mod calendar;
mod color;
mod compiled;
mod content;
mod error;
mod fonts;
mod input;
mod logo;
mod page;
mod png;
mod prose;
mod sections;
mod timeline;
mod words;
mod workbook;
mod world;

#[cfg(test)]
mod tests;

// The specimens are shared with the example, so they name the crate from outside.
#[cfg(test)]
extern crate self as press;

pub use book::{
    Area, At, Book, BookChart, BookSeries, Cell, ChartForm, Formula, Sheet, SheetName, TableArea, Unit, book,
};
pub use calendar::{CalendarDay, calendar};
pub use color::{contrast_on_white, readable};
pub use compiled::{Compiled, Phase, Progress, compile, compile_brief, document};
pub use error::PressError;
pub use input::*;
pub use logo::{LOGO_BYTES_MAX, LogoError, logo_png};
pub use page::{detail_room, fitted, map_room, page_size};
pub use png::{PIXELS_MAX, picture_png};
pub use sections::SectionPages;
pub use words::{LANGUAGES, Words, words};
pub use workbook::{WorkbookError, workbook};
