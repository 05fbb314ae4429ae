//! Answers that a test has prepared: to dialogs, and to what day it is. Only in builds with the feature `answers`, which no package has.
//!
//! Owns: reading the file named by `ECOTONE_ANSWERS`, one path a line, an empty line for Cancel; and `ECOTONE_TODAY`.
//! Must not know: which dialog asks.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

static GIVEN: AtomicUsize = AtomicUsize::new(0);

/// The prepared answers.
pub struct Answers {
    file: PathBuf,
}

/// The answers of this run; none when a person answers.
pub fn prepared() -> Option<Answers> {
    std::env::var_os("ECOTONE_ANSWERS").map(|file| Answers { file: file.into() })
}

impl Answers {
    /// The next answer; none is Cancel, also when the lines have run out.
    pub fn next(&self) -> Option<PathBuf> {
        let lines = std::fs::read_to_string(&self.file).ok()?;
        let line = lines.lines().nth(GIVEN.fetch_add(1, Ordering::Relaxed))?;
        (!line.is_empty()).then(|| PathBuf::from(line))
    }
}

/// The day of this run; none when the clock tells it.
pub fn today() -> Option<domain::Date> {
    std::env::var("ECOTONE_TODAY").ok()?.parse().ok()
}
