//! A program without a person in front of it, for tests: one window with a new workspace in a folder of its own.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::{Name, Organization, OrganizationId, RelationshipStatus};
use serde_json::{Value, json};
use store::Step;

use crate::{App, ErrorReply, Event, FileKind, Folders, Host, Reply, WindowId};

/// Answers no dialog and counts its ids.
#[derive(Default)]
struct Nobody {
    ids: AtomicU64,
}

impl Host for Nobody {
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

    fn today(&self) -> domain::Date {
        "2026-06-30".parse().unwrap()
    }

    fn now(&self) -> jiff::Timestamp {
        "2026-06-30T12:00:00Z".parse().unwrap()
    }

    fn new_id(&self) -> uuid::Uuid {
        uuid::Uuid::from_u128(
            0x0192_0000_0000_7000_8000_0000_0000_0000 + u128::from(self.ids.fetch_add(1, Ordering::Relaxed)),
        )
    }
}

/// The program, its window and the folder of both.
pub(crate) struct Rehearsal {
    pub(crate) app: App,
    pub(crate) window: WindowId,
    pub(crate) folder: tempfile::TempDir,
}

impl Rehearsal {
    /// With an empty workspace from a template.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(Box::new(Nobody::default()), Folders::under(folder.path().join("home")));
        let rehearsal = Self { app, window: WindowId("main".into()), folder };
        rehearsal.open_new(&rehearsal.window, "plan.ecotone");
        rehearsal
    }

    /// Makes a workspace and shows it in `window`.
    pub(crate) fn open_new(&self, window: &WindowId, file: &str) -> PathBuf {
        let path = self.folder.path().join(file);
        let template = import::template::templates()[0].name;
        let workspace = self.app.workspace_from_template(template, |_| ()).unwrap();
        let open = self.app.create_file(&path, workspace).unwrap();
        self.app.bind(window, open);
        path
    }

    /// Calls a command as the page does.
    pub(crate) fn call(&self, name: &str, request: &Value) -> Result<Value, ErrorReply> {
        match self.app.call(&self.window, name, request.to_string().as_bytes())? {
            Reply::Json(json) => Ok(serde_json::from_slice(&json).unwrap()),
            Reply::Bytes(bytes) => panic!("{} bytes instead of JSON", bytes.len()),
        }
    }

    /// Adds a partner, with a line to us of that status.
    pub(crate) fn partner(&self, name: &str, line: Option<RelationshipStatus>) -> OrganizationId {
        let loaded = self.app.loaded(&self.window).unwrap();
        let us = loaded.organization(loaded.expected.settings.us).unwrap().clone();
        let id = OrganizationId::from(self.app.host.new_id());
        let partner = Organization { id, name: Name::parse(name).unwrap(), ..us.clone() };
        let kind = loaded.expected.relationship_kinds[0].key.clone();
        let line = line.map(|status| domain::Relationship {
            id: self.app.host.new_id().into(),
            from: id,
            to: us.id,
            kind,
            status,
            since: None,
            tier: None,
            strength: None,
            commission: None,
            notes: String::new(),
        });
        let step = Step { command: "test".into(), args: json!({}), sentence: format!("Added {name}") };
        let write = move |edit: &mut store::Edit<'_>| {
            edit.insert(&partner)?;
            Ok(line.iter().try_for_each(|line| edit.insert(line))?)
        };
        self.app.step(&self.window, step, write).unwrap();
        id
    }
}
