//! Playbooks: listed, saved from a motion, deleted, written to a file and read from one.

use std::path::Path;

use domain::playbook::of_motion;
use domain::{Key, Name, Playbook, SavedPlaybook};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Step;

use crate::files::{file_name, write_whole};
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, Refusal, WindowId};

const SCHEMA: u32 = 1;
const FORMAT: &str = "ecotone playbook";
/// Longest file that is read; a playbook of the largest size allowed is far shorter.
const BYTES_MAX: u64 = 4 * 1024 * 1024;

/// A playbook as a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaybookFile {
    schema: u32,
    format: String,
    playbook: Playbook,
}

/// Those that come with the program, then those that were saved.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<PlaybookView>, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.playbooks().into_iter().map(|offered| loaded.playbook_view(offered)).collect())
}

/// Keeps a motion as a playbook. One that was saved under the same name is replaced.
pub fn save(app: &App, window: &WindowId, request: PlaybookSave) -> Result<PlaybookSaved, ErrorReply> {
    let loaded = app.loaded(window)?;
    let motion = loaded.motion(request.motion)?;
    let key = free_key(&loaded, &request.name);
    let playbook = of_motion(&loaded.expected, motion, key, request.name);
    let sentence = format!("Saved {} as the playbook {}", motion.name, playbook.name);
    keep(app, window, "playbook_save", sentence, &playbook)
}

/// Deletes a saved playbook.
pub fn delete(app: &App, window: &WindowId, request: PlaybookRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let Some(row) = loaded.expected.playbooks.iter().find(|row| row.key == request.key) else {
        let playbook = loaded.playbook(&request.key)?;
        return Err(ErrorReply::refused(format!(
            "The playbook {} comes with the program and cannot be deleted.",
            playbook.name
        )));
    };
    let sentence = format!("Deleted the playbook {}", row.name);
    let step = Step { command: "playbook_delete".into(), args: json!({ "key": request.key }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<SavedPlaybook>(&request.key)?))?;
    Ok(Nothing {})
}

/// Asks where, then writes a playbook for others.
pub fn export(app: &App, window: &WindowId, request: PlaybookRequest) -> Result<Option<FileWritten>, ErrorReply> {
    let name = app.loaded(window)?.playbook(&request.key)?.name;
    let Some(path) = app.host.ask_save(window, FileKind::Playbook, &format!("{name}.json")) else { return Ok(None) };
    app.export_playbook(window, &path, &request.key)?;
    app.written(window, &path).map(Some)
}

/// Asks for a file, then keeps the playbook in it.
pub fn import(app: &App, window: &WindowId, _: Nothing) -> Result<Option<PlaybookSaved>, ErrorReply> {
    app.loaded(window)?;
    let Some(path) = app.host.ask_open(window, FileKind::Playbook) else { return Ok(None) };
    let _turn = app.write_turn();
    app.import_playbook(window, &path).map(Some)
}

impl App {
    /// Writes a playbook as JSON.
    pub fn export_playbook(&self, window: &WindowId, path: &Path, key: &Key) -> Result<(), ErrorReply> {
        let playbook = self.loaded(window)?.playbook(key)?;
        let file = PlaybookFile { schema: SCHEMA, format: FORMAT.to_owned(), playbook };
        let json = serde_json::to_vec_pretty(&file).map_err(|e| ErrorReply::from_error(Refusal::NotWritten, &e))?;
        write_whole(path, &json)
    }

    /// Keeps the playbook that [`Self::export_playbook`] wrote. One that was saved under the same name is replaced.
    pub fn import_playbook(&self, window: &WindowId, path: &Path) -> Result<PlaybookSaved, ErrorReply> {
        let name = file_name(path);
        let cannot = |reason: String| ErrorReply::refused(format!("{name} cannot be read as a playbook: {reason}."));
        let about = std::fs::metadata(path).map_err(|_| cannot("no file of this name is there".to_owned()))?;
        if about.len() > BYTES_MAX {
            return Err(cannot("it is larger than any playbook".to_owned()));
        }
        let bytes = std::fs::read(path).map_err(|error| cannot(error.to_string()))?;
        let file: PlaybookFile = serde_json::from_slice(&bytes)
            .map_err(|error| cannot(format!("{error}; export one with 'export FILE playbook' to see how it looks")))?;
        if file.schema != SCHEMA || file.format != FORMAT {
            return Err(cannot("it was written by another version of this program".to_owned()));
        }
        let mut playbook = file.playbook;
        playbook.check().map_err(|error| cannot(error.to_string()))?;
        let loaded = self.loaded(window)?;
        loaded.motion_kind(&playbook.kind)?;
        playbook.key = free_key(&loaded, &playbook.name);
        let sentence = format!("Imported the playbook {}", playbook.name);
        keep(self, window, "playbook_import", sentence, &playbook)
    }

    /// The kind of motion that a playbook is for.
    pub fn playbook_kind(&self, window: &WindowId, key: &Key) -> Result<Key, ErrorReply> {
        Ok(self.loaded(window)?.playbook(key)?.kind)
    }

    /// A playbook's key by key or exact name.
    pub fn playbook_named(&self, window: &WindowId, typed: &str) -> Result<Key, ErrorReply> {
        let loaded = self.loaded(window)?;
        let offered = loaded.playbooks();
        let named = |of: &dyn Fn(&Playbook) -> bool| {
            offered.iter().map(|offered| &offered.playbook).find(|playbook| of(playbook)).map(|found| found.key.clone())
        };
        let found = named(&|playbook| playbook.key.as_str() == typed)
            .or_else(|| named(&|playbook| playbook.name.as_str() == typed));
        found.ok_or_else(|| {
            let known: Vec<&str> = offered.iter().map(|offered| offered.playbook.key.as_str()).collect();
            ErrorReply::refused(format!("There is no playbook '{typed}': choose one of {}.", known.join(", ")))
        })
    }
}

/// The key of the one that was saved under this name, or a new one.
fn free_key(loaded: &Loaded, name: &Name) -> Key {
    let saved = &loaded.expected.playbooks;
    if let Some(same) = saved.iter().find(|row| row.name == *name) {
        return same.key.clone();
    }
    let built_in = Playbook::built_in();
    Key::from_name(name.as_str(), |key| {
        saved.iter().any(|row| row.key.as_str() == key) || built_in.iter().any(|book| book.key.as_str() == key)
    })
}

fn keep(
    app: &App,
    window: &WindowId,
    command: &str,
    sentence: String,
    playbook: &Playbook,
) -> Result<PlaybookSaved, ErrorReply> {
    playbook.check().map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
    let content = serde_json::to_string(playbook).map_err(|e| ErrorReply::from_error(Refusal::NotWritten, &e))?;
    let (key, name, kind) = (playbook.key.clone(), playbook.name.clone(), playbook.kind.clone());
    let saved = PlaybookSaved { key: key.clone(), name: name.to_string() };
    let row = SavedPlaybook { key, name, kind, content };
    let step = Step { command: command.into(), args: json!({ "key": row.key, "name": row.name }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&row)?))?;
    Ok(saved)
}
