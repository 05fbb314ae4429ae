//! Why a command cannot go on.
//!
//! Owns: one sentence for the person at the terminal. Must not know: who says it.

use std::fmt;

/// A sentence that says what is wrong and what to do.
#[derive(Debug)]
pub struct Stop(String);

impl Stop {
    /// Stops with a sentence.
    pub fn because(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
