//! Where a figure belongs in the portfolio: to one motion, to several at once, or to none. Must not know figures.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{MotionId, Scope};

/// One line of the portfolio. Every figure stands in exactly one, so that the lines add up to the portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// Of no motion: an organization's own figure, a deal without a motion.
    Outside,
    /// Of two or more motions together: "shared by motions".
    Shared,
    /// Of one motion.
    Motion(MotionId),
}

/// Which lines are looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lines {
    /// The portfolio.
    All,
    /// These.
    Some(BTreeSet<Line>),
}

impl Lines {
    /// One line alone.
    pub fn one(line: Line) -> Self {
        Self::Some(BTreeSet::from([line]))
    }

    /// Whether `line` is among them.
    pub fn has(&self, line: Line) -> bool {
        match self {
            Self::All => true,
            Self::Some(lines) => lines.contains(&line),
        }
    }
}

impl From<Scope> for Lines {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::All => Self::All,
            Scope::Motion(motion) => Self::one(Line::Motion(motion)),
        }
    }
}
