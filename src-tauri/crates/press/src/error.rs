//! Why a document could not be made.

/// Why a document could not be made. Each message is a sentence for a person; what Typst said is in the detail.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PressError {
    /// The caller stopped it.
    #[error("the document was cancelled, nothing was written")]
    Cancelled,
    /// No fixed words in that language.
    #[error("the document's language is '{found}', but its fixed words exist in {expected} only: choose one of these")]
    Language {
        /// What was asked for.
        found: String,
        /// What there is.
        expected: String,
    },
    /// The pages could not be laid out.
    #[error(
        "the pages could not be laid out; this is a fault of the program, the workspace is safe: copy the details and report them"
    )]
    Layout {
        /// Typst's diagnostics.
        detail: String,
    },
    /// The PDF would not be what its standard asks for.
    #[error(
        "the PDF would not keep the accessibility standard PDF/UA-1, so it was not written: copy the details and report them"
    )]
    Standard {
        /// Typst's diagnostics.
        detail: String,
    },
    /// A page was asked for that is not there.
    #[error("page {page} was asked for, but the document has {pages} pages: ask for 1 to {pages}")]
    NoSuchPage {
        /// Asked for, from 1.
        page: usize,
        /// How many there are.
        pages: usize,
    },
    /// A picture of a page could not be made.
    #[error("the page could not be drawn at {pixels_per_point} pixels per point: choose a scale from 0.1 to 10")]
    Scale {
        /// Asked for.
        pixels_per_point: String,
    },
    /// A picture would be too large.
    #[error(
        "the picture would be {width} by {height} pixels, and {most} each way are the most: choose a smaller scale or size"
    )]
    Pixels {
        /// Asked for.
        width: u32,
        /// Asked for.
        height: u32,
        /// The most.
        most: u32,
    },
    /// The input could not be handed over.
    #[error(
        "the document's content could not be prepared; this is a fault of the program: copy the details and report them"
    )]
    Data {
        /// What was wrong.
        detail: String,
    },
}

impl PressError {
    /// What lies behind the message, for "Copy details".
    pub fn detail(&self) -> Option<&str> {
        match self {
            Self::Layout { detail } | Self::Standard { detail } | Self::Data { detail } => Some(detail),
            Self::Cancelled
            | Self::Language { .. }
            | Self::NoSuchPage { .. }
            | Self::Scale { .. }
            | Self::Pixels { .. } => None,
        }
    }
}
