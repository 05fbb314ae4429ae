//! `import`: a table as one step.

use api::{ErrorReply, ImportFile, Imported};
use serde_json::{Value, json};

use super::Session;
use crate::arguments::Import;
use crate::print;

impl Session {
    pub(super) fn import(&self, import: &Import) -> Result<(), ErrorReply> {
        self.open(&import.file)?;
        let file = ImportFile {
            path: import.source.clone(),
            options: import.options(),
            rejects: import.rejects.clone(),
            dry_run: import.dry_run,
            motion: import.report.motion.clone(),
            publishers: import.report.publishers(),
        };
        let done = self.app.import(&self.window, file)?;
        if import.json {
            return print::json(&answer(&done));
        }
        done.summary.iter().for_each(|sentence| print::line(sentence));
        if import.dry_run {
            done.rejects.iter().for_each(|fault| print::line(fault));
            print::line("Nothing was written: this was a dry run.");
        }
        Ok(())
    }
}

fn answer(done: &Imported) -> Value {
    json!({
        "created": done.counts.added,
        "updated": done.counts.changed,
        "unchanged": done.counts.unchanged,
        "skipped": done.counts.skipped,
        "refused": done.counts.refused,
        "written": done.wrote,
        "summary": done.summary,
        "questions": done.questions,
        "possible_duplicates": done.possible_duplicates,
        "missing": done.missing,
        "changes": done.changes,
        "faults": done.rejects,
    })
}
