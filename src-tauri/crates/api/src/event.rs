//! What windows are told without asking.

use serde::Serialize;
use ts_rs::TS;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// Rows changed: every window refetches what it shows.
    Changed {
        /// What changed.
        tags: Vec<Tag>,
    },
    /// The window works on another workspace now, or on none.
    WorkspaceSwitched,
    /// Long work moved on.
    Progress {
        /// The id that the page gave.
        job: String,
        /// In words ("Drawing the map").
        phase: String,
        /// Steps done.
        done: u32,
        /// Steps in all.
        total: u32,
    },
    /// A menu entry was chosen: the page runs its action of that id.
    Menu {
        /// An action's id, for example `edit.undo`.
        action: String,
    },
    /// A table was dropped on the window and waits: `import_open` opens it.
    TableDropped {
        /// Its name, without its folder.
        file_name: String,
    },
    /// Something the person should know that no command asked for, such as a file that could not be opened.
    Notice {
        /// What and what to do.
        error: crate::ErrorReply,
    },
}

/// A table, and the row where one row changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Tag {
    /// The table's name in the store.
    pub table: String,
    /// The row's id.
    pub id: Option<String>,
}

impl Tag {
    /// Any row of a table.
    pub fn table(table: &str) -> Self {
        Self { table: table.to_owned(), id: None }
    }
}
