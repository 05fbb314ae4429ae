//! The brand of a document.

use serde::{Deserialize, Serialize};

/// Color and logos.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brand {
    /// The color of the cover and of each page's opening, as `#rrggbb`. One that is too pale to read is made darker.
    pub accent: String,
    /// Beside the name of whom it is for.
    pub client: Option<Logo>,
    /// Beside the name of who made it.
    pub preparer: Option<Logo>,
}

/// A logo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// A PNG file.
    #[serde(skip)]
    pub png: Vec<u8>,
    /// Whose it is.
    pub name: String,
    /// Its virtual file; filled in by the press.
    #[serde(default)]
    pub(crate) file: String,
}

impl Logo {
    /// The logo of `name`.
    pub fn new(name: impl Into<String>, png: Vec<u8>) -> Self {
        Self { png, name: name.into(), file: String::new() }
    }
}

impl Default for Brand {
    /// Pine, without logos.
    fn default() -> Self {
        Self { accent: domain::Accent::default().as_str().to_owned(), client: None, preparer: None }
    }
}
