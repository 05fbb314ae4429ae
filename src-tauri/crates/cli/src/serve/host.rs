//! The test host: answers dialogs from the queue, hands events to the open streams.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::{Event, FileKind, Host, WindowId};
use domain::Date;
use tokio::sync::broadcast;

use super::answers::Answers;

/// An event for one window, or for all.
#[derive(Clone)]
pub struct Sent {
    pub window: Option<WindowId>,
    pub json: String,
}

/// See the module.
pub struct TestHost {
    pub answers: Answers,
    pub events: broadcast::Sender<Sent>,
    today: Option<Date>,
}

/// More events than any test leaves unread.
const EVENTS_KEPT: usize = 1024;

impl TestHost {
    pub fn new(today: Option<Date>) -> Self {
        Self { answers: Answers::default(), events: broadcast::channel(EVENTS_KEPT).0, today }
    }
}

/// `App` owns its host; the HTTP side needs the same one.
pub struct SharedHost(pub Arc<TestHost>);

impl Host for SharedHost {
    fn ask_open(&self, _: &WindowId, _: FileKind) -> Option<PathBuf> {
        self.0.answers.next()
    }

    fn ask_save(&self, _: &WindowId, _: FileKind, _: &str) -> Option<PathBuf> {
        self.0.answers.next()
    }

    fn ask_folder(&self, _: &WindowId) -> Option<PathBuf> {
        self.0.answers.next()
    }

    fn open_file(&self, _: &Path) -> std::io::Result<()> {
        Ok(())
    }

    fn show_file(&self, _: &Path) -> std::io::Result<()> {
        Ok(())
    }

    fn emit(&self, window: Option<&WindowId>, event: &Event) {
        if let Ok(json) = serde_json::to_string(event) {
            // Fails only when no page listens.
            let _heard = self.0.events.send(Sent { window: window.cloned(), json });
        }
    }

    fn today(&self) -> Date {
        self.0.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    fn new_id(&self) -> uuid::Uuid {
        uuid::Uuid::now_v7()
    }
}
