//! The start screen and the person's preferences.

use domain::{Currency, Name};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the start screen shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct StartView {
    pub recent: Vec<RecentWorkspace>,
    /// The person chose not to have recent workspaces listed.
    pub recent_hidden: bool,
    pub templates: Vec<TemplateView>,
}

/// A workspace opened before.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RecentWorkspace {
    /// An opaque handle; the path stays on this side.
    pub handle: String,
    /// The workspace's name.
    pub name: String,
    /// The file's name without its folder.
    pub file_name: String,
    /// How many partners it had.
    pub partners: u32,
    /// When it was last open, UTC, RFC 3339.
    pub opened: String,
    /// The file is no longer there.
    pub missing: bool,
}

/// The ways to work of the open workspace, kept to start the next one with.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TemplateSave {
    pub name: Name,
}

/// A kept template, by its `name`.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TemplateRequest {
    pub template: String,
}

/// A workspace to start from.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TemplateView {
    /// `blank`, `sample`, `saas`, `ecommerce` or `reseller`; one that this person keeps begins with `house:`.
    pub name: String,
    pub title: String,
    pub description: String,
    pub partners: u32,
}

/// A new workspace file; where it goes is asked in a dialog.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewWorkspace {
    /// A template's name.
    pub template: String,
    /// The workspace's name.
    pub name: Name,
    /// Our own company.
    pub us: Name,
    /// Currency of new amounts.
    pub currency: Currency,
}

/// One of the recent workspaces.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RecentRequest {
    pub handle: String,
}

/// Whether recent workspaces are listed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RecentHidden {
    pub hidden: bool,
}

/// How the person at this computer likes the window. Kept beside the program, never in a workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Preferences {
    /// The colors.
    pub theme: Theme,
    /// The screen shown last.
    pub screen: String,
    /// Width of the inspector in pixels.
    pub inspector_width: u32,
    /// Name written beside each step in the history; empty by default.
    pub author: String,
}

/// The colors of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Theme {
    System,
    Light,
    Dark,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { theme: Theme::System, screen: "map".into(), inspector_width: 352, author: String::new() }
    }
}
