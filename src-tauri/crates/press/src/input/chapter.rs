//! A section that is made of parts in a row.

use domain::Character;
use serde::{Deserialize, Serialize};

use super::{Chart, Reading, Table};

/// A section of charts, tables and short texts. Without a lead and parts, it says what it waits for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Chapter {
    /// The page's finding.
    pub heading: Option<String>,
    /// A sentence or two under the heading; may be empty.
    pub lead: String,
    /// In order.
    pub parts: Vec<Part>,
}

/// A part of a [`Chapter`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "snake_case")]
pub enum Part {
    /// What follows is about one partner, under its name; the second one begins a page.
    Opening(PartOpening),
    /// What can be said in a word or two, in a row.
    Facts(Vec<Reading>),
    /// Texts that somebody wrote, each under its own small heading.
    Texts(Vec<Reading>),
    /// Rows of finished texts.
    Table(Table),
    /// A picture.
    Chart(Chart),
}

/// The name over some parts of a [`Chapter`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartOpening {
    /// As typed.
    pub title: String,
    /// A sentence under it; may be empty.
    pub lead: String,
    /// What it is for us; none where the reader is not told.
    pub character: Option<Character>,
}
