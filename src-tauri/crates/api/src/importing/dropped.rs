//! Files dropped on a window: a workspace opens there, a table waits for the import assistant, the rest is refused in
//! words.
//!
//! Must not know: how a drop reaches the program, or what the page does when it hears of it.

use std::path::{Path, PathBuf};

use crate::files::file_name;
use crate::{App, ErrorReply, Event, FileKind, Refusal, WindowId};

/// Workbooks that nothing can be imported from, each for a reason that reading it tells.
const REFUSED_WORKBOOKS: [&str; 4] = ["xlsm", "xls", "xlsb", "ods"];

impl App {
    /// Takes what was dropped on `window`.
    pub fn take_dropped(&self, window: &WindowId, paths: &[PathBuf]) -> Result<(), ErrorReply> {
        let [path] = paths else {
            return Err(ErrorReply::refused(format!(
                "{} files were dropped: drop one workspace or one table at a time.",
                paths.len()
            )));
        };
        if has_ending(path, FileKind::Workspace.endings()) {
            return self.open_path(window, path);
        }
        let file_name = file_name(path);
        if !has_ending(path, FileKind::Table.endings()) && !has_ending(path, &REFUSED_WORKBOOKS) {
            return Err(ErrorReply::refused(format!(
                "{file_name} cannot be dropped here: drop a workspace (.ecotone), or a table to import (.csv, .tsv, \
                 .txt or .xlsx)."
            )));
        }
        if self.find(window).is_none() {
            return Err(ErrorReply::new(
                Refusal::NoWorkspace,
                format!("No workspace is open to import {file_name} into: open or make one, then drop the file again."),
            ));
        }
        self.imports.keep_dropped(window, path.clone());
        self.host.emit(Some(window), &Event::TableDropped { file_name });
        Ok(())
    }

    /// The file that was dropped on `window` last and was not opened yet.
    pub(crate) fn dropped_on(&self, window: &WindowId) -> Result<PathBuf, ErrorReply> {
        self.imports.dropped(window).ok_or_else(|| {
            ErrorReply::new(Refusal::BadRequest, "The dropped file is no longer waiting: drop it again.")
        })
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|found| endings.iter().any(|ending| found.eq_ignore_ascii_case(ending)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::rehearsal::Rehearsal;

    #[test]
    fn what_is_dropped_is_opened_imported_or_refused_in_words() {
        let cases: [(&[&str], Option<&str>); 8] = [
            (&["list.csv"], None),
            (&["LIST.TSV"], None),
            (&["book.XLSX"], None),
            (&["macro.xlsm"], None),
            (&["plan.pdf"], Some("plan.pdf cannot be dropped here")),
            (&["folder"], Some("folder cannot be dropped here")),
            (&["a.csv", "b.csv"], Some("2 files were dropped")),
            (&["none.ecotone"], Some("none.ecotone")),
        ];
        let rehearsal = Rehearsal::new();
        for (names, expect) in cases {
            let paths: Vec<_> = names.iter().map(|name| rehearsal.folder.path().join(name)).collect();
            let refused = rehearsal.app.take_dropped(&rehearsal.window, &paths).err().map(|error| error.message);
            assert_eq!(refused.is_some(), expect.is_some(), "{names:?}: {refused:?}");
            assert!(refused.unwrap_or_default().contains(expect.unwrap_or_default()), "{names:?}");
        }
    }

    #[test]
    fn a_dropped_table_is_opened_once_and_a_dropped_workspace_at_once() {
        let rehearsal = Rehearsal::new();
        let other = rehearsal.open_new(&WindowId("second".into()), "other.ecotone");
        let table = rehearsal.folder.path().join("partners.csv");
        std::fs::write(&table, "name,kind\nAcme,brand\n").unwrap();
        rehearsal.app.take_dropped(&rehearsal.window, std::slice::from_ref(&table)).unwrap();
        let open = || rehearsal.call("import_open", &json!({ "job": "read", "dropped": true }));
        assert_eq!(open().unwrap()["file_name"], "partners.csv");
        assert!(open().unwrap_err().message.contains("drop it again"));
        rehearsal.app.take_dropped(&rehearsal.window, &[other]).unwrap();
        assert_eq!(rehearsal.app.open_in(&rehearsal.window).unwrap().file_name(), "other.ecotone");
        let nowhere = rehearsal.app.take_dropped(&WindowId("third".into()), &[table]).unwrap_err();
        assert_eq!(nowhere.code, Refusal::NoWorkspace);
    }
}
