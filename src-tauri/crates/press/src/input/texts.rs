//! Pages of tables, of definitions, and of somebody's own words.

use serde::{Deserialize, Serialize};

use super::Table;

/// A page of tables. With none, it says what it waits for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Tables {
    /// The page's finding.
    pub heading: Option<String>,
    /// A sentence or two under the heading; may be empty.
    pub lead: String,
    /// In order.
    pub tables: Vec<Table>,
}

/// A metric in the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// "ROAS".
    pub name: String,
    /// What it is.
    pub definition: String,
    /// How it is worked out, in names; may be empty.
    pub formula: String,
    /// Unit, basis, side, source: one small line; may be empty.
    pub note: String,
}

/// A page of somebody's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TextPage {
    /// Over it; empty takes the text's first heading.
    pub title: String,
    /// In Markdown (`CommonMark` with tables and strikethrough). HTML in it is printed as it was typed.
    pub markdown: String,
}
