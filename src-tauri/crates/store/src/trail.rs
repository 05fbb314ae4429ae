//! Which steps are done and which are undone: the two piles that the history adds up to.

use rusqlite::Connection;

use crate::{StoreError, field::Reader, history::HistoryKind};

/// A step that can be taken back or brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub seq: i64,
    pub sentence: String,
}

/// The two piles.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    done: Vec<Mark>,
    undone: Vec<Mark>,
    last_seq: i64,
}

impl Trail {
    /// Adds up the history of a file.
    pub(crate) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let mut statement = connection
            .prepare("SELECT seq, kind, target_seq, sentence, changeset IS NOT NULL FROM history ORDER BY seq")?;
        let mut rows = statement.query([])?;
        let mut trail = Self::default();
        while let Some(row) = rows.next()? {
            let mut reader = Reader::new("history", row);
            let seq = reader.take()?;
            let kind = HistoryKind::of(&reader.take::<String>()?)?;
            let target: Option<i64> = reader.take()?;
            let (sentence, has_changeset) = reader.take()?;
            let mark = Mark { seq: target.unwrap_or(seq), sentence };
            match kind {
                HistoryKind::Do if has_changeset => trail.done(seq, mark.sentence),
                HistoryKind::Do => trail = Self::default(),
                HistoryKind::Undo => trail.undone(&mark),
                HistoryKind::Redo => trail.redone(&mark),
            }
            trail.last_seq = seq;
        }
        Ok(trail)
    }

    pub(crate) fn next_seq(&self) -> i64 {
        self.last_seq + 1
    }

    pub(crate) fn last_done(&self) -> Option<&Mark> {
        self.done.last()
    }

    pub(crate) fn last_undone(&self) -> Option<&Mark> {
        self.undone.last()
    }

    /// A new step ends redo.
    pub(crate) fn done(&mut self, seq: i64, sentence: String) {
        self.done.push(Mark { seq, sentence });
        self.undone.clear();
        self.last_seq = seq;
    }

    pub(crate) fn undone(&mut self, mark: &Mark) {
        self.done.pop();
        self.undone.push(mark.clone());
        self.last_seq += 1;
    }

    pub(crate) fn redone(&mut self, mark: &Mark) {
        self.undone.pop();
        self.done.push(mark.clone());
        self.last_seq += 1;
    }
}
