//! The command line as a host: no dialogs, no windows, the clock unless `--today` stands in for it.

use std::path::PathBuf;

use api::{Event, FileKind, Host, WindowId};
use domain::Date;

/// The command line.
pub struct CommandLine {
    pub today: Option<Date>,
}

impl Host for CommandLine {
    fn ask_open(&self, _: &WindowId, _: FileKind) -> Option<PathBuf> {
        None
    }

    fn ask_save(&self, _: &WindowId, _: FileKind, _: &str) -> Option<PathBuf> {
        None
    }

    fn ask_folder(&self, _: &WindowId) -> Option<PathBuf> {
        None
    }

    fn emit(&self, _: Option<&WindowId>, _: &Event) {}

    fn today(&self) -> Date {
        self.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    fn new_id(&self) -> uuid::Uuid {
        uuid::Uuid::now_v7()
    }
}
