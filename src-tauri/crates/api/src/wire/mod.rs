//! The shapes that travel between the page and the program. Requests refuse unknown fields.

mod accounts;
mod actuals;
mod briefs;
mod capacity;
mod document;
mod duplicates;
mod editing;
mod fields;
mod fit;
mod funds;
mod import;
mod joint_plan;
mod landing;
mod layout;
mod locked_plans;
mod map;
mod metrics;
mod motion_joint;
mod motion_money;
mod motions;
mod network;
mod organizations;
mod outcomes;
mod page;
mod plan;
mod projections;
mod rates;
mod relationships;
mod scenarios;
mod schedule;
mod simulation;
mod start;
mod tasks;
mod timeline;
mod views;
mod workspace;

pub use accounts::*;
pub use actuals::*;
pub use briefs::*;
pub use capacity::*;
pub use document::*;
pub use duplicates::*;
pub use editing::*;
pub use fields::*;
pub use fit::*;
pub use funds::*;
pub use import::*;
pub use joint_plan::*;
pub use landing::*;
pub use layout::*;
pub use locked_plans::*;
pub use map::*;
pub use metrics::*;
pub use motion_joint::*;
pub use motion_money::*;
pub use motions::*;
pub use network::*;
pub use organizations::*;
pub use outcomes::*;
pub use page::*;
pub use plan::*;
pub use projections::*;
pub use rates::*;
pub use relationships::*;
pub use scenarios::*;
pub use schedule::*;
pub use simulation::*;
pub use start::*;
pub use tasks::*;
pub use timeline::*;
pub use views::*;
pub use workspace::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// No request data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Free text of at most [`TEXT_MAX`] characters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Text(String);

/// Longest note, in characters.
pub const TEXT_MAX: usize = 100_000;

impl Text {
    /// The text.
    pub fn into_string(self) -> String {
        self.0
    }

    /// The text as it is.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text without white space at its ends, or none when nothing is left.
    pub fn not_blank(self) -> Option<String> {
        let text = self.0.trim();
        if text.is_empty() { None } else { Some(text.to_owned()) }
    }
}

impl TryFrom<String> for Text {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let length = text.chars().count();
        if length <= TEXT_MAX {
            Ok(Self(text))
        } else {
            Err(format!("a text has {length} characters: keep it to {TEXT_MAX}"))
        }
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}
