//! The closed world that Typst sees: the embedded templates, the document's data, pictures and fonts, and the document's
//! own day. There is no file system, package or network behind it.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::Date;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::PressError;
use crate::content::Content;
use crate::fonts::Fonts;

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../../assets/plan/", $name)))),*]
    };
}

static TEMPLATES: [(&str, &str); 18] = templates![
    "main.typ",
    "look.typ",
    "text.typ",
    "parts.typ",
    "timeline.typ",
    "cover.typ",
    "summary.typ",
    "partners.typ",
    "motions.typ",
    "outcomes.typ",
    "method.typ",
    "strategy.typ",
    "map.typ",
    "profiles.typ",
    "tables.typ",
    "prose.typ",
    "brief.typ",
    "chapter.typ",
];

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Parsed once, since they never change.
static SOURCES: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    let named = TEMPLATES.iter().filter_map(|(name, text)| Some((file_id(name)?, *text)));
    named.map(|(id, text)| (id, Source::new(id, text.to_owned()))).collect()
});

/// One document's world.
pub struct ClosedWorld {
    main: FileId,
    files: HashMap<FileId, Bytes>,
    fonts: &'static Fonts,
    today: Option<Datetime>,
}

impl ClosedWorld {
    /// The world of `content` on `date`.
    pub fn new(content: Content, date: Date) -> Result<Self, PressError> {
        let missing = |name: &str| PressError::Data { detail: format!("'{name}' is no name of a virtual file") };
        let mut files = HashMap::new();
        for (name, bytes) in content.files {
            let id = file_id(&name).ok_or_else(|| missing(&name))?;
            files.insert(id, Bytes::new(bytes));
        }
        let main = file_id(content.main).ok_or_else(|| missing(content.main))?;
        Ok(Self { main, files, fonts: content.fonts, today: datetime(date) })
    }
}

/// The date as Typst has it.
pub fn datetime(date: Date) -> Option<Datetime> {
    Datetime::from_ymd(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// What Typst said, one line each, with the template and line it points at.
pub fn describe(world: &ClosedWorld, diagnostics: &[SourceDiagnostic]) -> String {
    let lines = diagnostics.iter().map(|diagnostic| {
        let mut line = place(world, diagnostic).unwrap_or_default();
        line.push_str(&diagnostic.message);
        for hint in &diagnostic.hints {
            line.push_str(" (");
            line.push_str(&hint.v);
            line.push(')');
        }
        line
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn place(world: &ClosedWorld, diagnostic: &SourceDiagnostic) -> Option<String> {
    let id = diagnostic.span.id()?;
    let line = world.source(id).ok().and_then(|source| {
        let range = typst::WorldExt::range(world, diagnostic.span)?;
        source.lines().byte_to_line(range.start)
    });
    let name = id.vpath().get_without_slash();
    Some(line.map_or_else(|| format!("{name}: "), |line| format!("{name}:{}: ", line + 1)))
}

fn file_id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

impl World for ClosedWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
