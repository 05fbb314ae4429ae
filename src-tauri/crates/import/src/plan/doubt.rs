//! What only a person can tell about a file's rows, and what they answered. Until then the careful way is taken: a name
//! stays one name, and what may be another's comes in as its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use domain::Name;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Plan;
use crate::words::shown;

/// What stands between two names in one cell.
const BETWEEN: &str = " / ";

/// What a person answered, by the name that stands in the file: the next file of this make asks no more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Whether a name stands for several.
    pub several: BTreeMap<String, bool>,
    /// The row of the workspace that a name means; none when it is its own.
    pub same: BTreeMap<String, Option<Uuid>>,
    /// Partners of a report whose figures do not count.
    pub left_out: BTreeSet<String>,
}

impl Answers {
    /// Whose the name is, where a person said that it is another's.
    pub(crate) fn other(&self, name: &str) -> Option<Uuid> {
        self.same.get(name).copied().flatten()
    }

    /// Whether nothing was answered.
    pub(super) fn is_empty(&self) -> bool {
        self.several.is_empty() && self.same.is_empty() && self.left_out.is_empty()
    }
}

/// What only a person can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// "Acme / Beta" in one cell: one partner or several?
    Several {
        /// The row in the file.
        row: usize,
        /// What stands there.
        name: String,
        /// The names that it may stand for.
        parts: Vec<String>,
        /// Whether they are several, where it was answered.
        answer: Option<bool>,
    },
    /// A partner of a network's report whom nobody knows: a new affiliate, one of the workspace, or nobody who counts?
    Publisher {
        /// The row in the file.
        row: usize,
        /// Its name, or the network's id where it gives no name.
        name: String,
        /// The make of report.
        network: &'static str,
        /// One of the workspace with nearly the same name.
        like: Option<(Uuid, String)>,
        /// Whether its figures count, where it was answered.
        counts: Option<bool>,
    },
    /// What is answered in the file or in the workspace.
    Elsewhere(String),
}

impl Question {
    /// Nobody answered yet.
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::Several { answer: Some(_), .. } | Self::Publisher { counts: Some(_), .. })
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Several { row, name, .. } => {
                write!(f, "Row {row}: '{}' may be several partners; it is taken as one name.", shown(name))
            }
            Self::Publisher { row, name, network, like, .. } => {
                let name = shown(name);
                write!(f, "Row {row}: '{name}' of {network} is no partner here; it comes in as a new affiliate.")?;
                like.as_ref().map_or(Ok(()), |(_, other)| write!(f, " It may be '{}'.", shown(other)))
            }
            Self::Elsewhere(sentence) => f.write_str(sentence),
        }
    }
}

/// The names that stand in one cell; fewer than two when it is one name.
pub(crate) fn parts(name: &str) -> Vec<String> {
    name.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A new row that may be one of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PossibleDuplicate {
    /// The row in the file.
    pub row: usize,
    /// Its name.
    pub name: String,
    /// Which one of the workspace it may be.
    pub other: Uuid,
    /// How that one is called.
    pub other_name: String,
    /// The id that another list gave to that one; none where the names are nearly the same.
    pub shared_id: Option<String>,
    /// Whether it is that one, where it was answered.
    pub answer: Option<bool>,
}

impl PossibleDuplicate {
    /// Nobody answered yet.
    pub fn is_open(&self) -> bool {
        self.answer.is_none()
    }
}

impl fmt::Display for PossibleDuplicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (row, name, other) = (self.row, shown(&self.name), shown(&self.other_name));
        match &self.shared_id {
            Some(id) => {
                write!(f, "Row {row}: '{name}' has the id '{}' that '{other}' has; it comes in as its own.", shown(id))
            }
            None => write!(f, "Row {row}: '{name}' may be '{other}'; it comes in as its own."),
        }
    }
}

/// Lists a row that may be, or was said to be, one of the workspace.
pub(crate) fn doubt(
    plan: &mut Plan,
    (row, name): (usize, &Name),
    (other, other_name): (Uuid, &Name),
    shared_id: Option<String>,
    answers: &Answers,
) {
    let (name, other_name) = (name.as_str().to_owned(), other_name.as_str().to_owned());
    let answer = answers.same.get(&name).map(Option::is_some);
    plan.possible_duplicates.push(PossibleDuplicate { row, name, other, other_name, shared_id, answer });
}
