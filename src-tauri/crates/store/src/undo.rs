//! Undo and redo: new steps that apply what an older step recorded.

use rusqlite::{Connection, OptionalExtension};

use crate::{
    Origin, StoreError, WorkspaceFile,
    changeset::Changeset,
    history::{HistoryKind, NewEntry},
    step::Transaction,
    trail::Mark,
};

impl WorkspaceFile {
    /// Takes the last step back, as a step of its own. Answers with the sentence of the step taken back.
    pub fn undo(&mut self, origin: &Origin) -> Result<String, StoreError> {
        let mark = self.trail.last_done().cloned().ok_or(StoreError::NothingToUndo)?;
        self.replay(&mark, HistoryKind::Undo, origin)?;
        self.trail.undone(&mark);
        Ok(mark.sentence)
    }

    /// Brings the last undone step back, as a step of its own. Answers with that step's sentence.
    pub fn redo(&mut self, origin: &Origin) -> Result<String, StoreError> {
        let mark = self.trail.last_undone().cloned().ok_or(StoreError::NothingToRedo)?;
        self.replay(&mark, HistoryKind::Redo, origin)?;
        self.trail.redone(&mark);
        Ok(mark.sentence)
    }

    /// The sentence of the step that [`Self::undo`] would take back.
    pub fn can_undo(&self) -> Option<String> {
        self.trail.last_done().map(|mark| mark.sentence.clone())
    }

    /// The number of that step.
    pub fn last_step(&self) -> Option<i64> {
        self.trail.last_done().map(|mark| mark.seq)
    }

    /// The sentence of the step that [`Self::redo`] would bring back.
    pub fn can_redo(&self) -> Option<String> {
        self.trail.last_undone().map(|mark| mark.sentence.clone())
    }

    fn replay(&mut self, mark: &Mark, kind: HistoryKind, origin: &Origin) -> Result<(), StoreError> {
        self.refuse_when_poisoned()?;
        let recorded = recorded(&self.connection, mark, self.barrier)?;
        let changeset = match kind {
            HistoryKind::Undo => self.guarded(recorded.inverted())?,
            HistoryKind::Do | HistoryKind::Redo => recorded,
        };
        let transaction = self.guarded(Transaction::begin(&self.connection))?;
        let conflict = || StoreError::UndoConflict { sentence: mark.sentence.clone() };
        match changeset.apply(&self.connection) {
            Ok(true) => {}
            Ok(false) => return Err(conflict()),
            Err(error) => {
                let refused = matches!(
                    error.sqlite_error_code(),
                    Some(rusqlite::ErrorCode::OperationAborted | rusqlite::ErrorCode::ConstraintViolation)
                );
                return if refused { Err(conflict()) } else { self.guarded(Err(error)) };
            }
        }
        let entry = NewEntry {
            kind,
            target_seq: Some(mark.seq),
            command: if kind == HistoryKind::Undo { "undo" } else { "redo" },
            args: "{}",
            sentence: &mark.sentence,
            origin,
            changeset: Some(&changeset),
        };
        self.finish(transaction, &entry)?;
        self.changed(&changeset, origin.now);
        Ok(())
    }
}

fn recorded(connection: &Connection, mark: &Mark, barrier: i64) -> Result<Changeset, StoreError> {
    let packed: Option<Vec<u8>> = connection
        .prepare_cached("SELECT changeset FROM history WHERE seq = ?1 AND schema_version >= ?2")?
        .query_row([mark.seq, barrier], |row| row.get(0))
        .optional()?
        .flatten();
    packed.map_or_else(
        || Err(StoreError::Barrier { sentence: mark.sentence.clone() }),
        |packed| Changeset::unpacked(&packed),
    )
}
