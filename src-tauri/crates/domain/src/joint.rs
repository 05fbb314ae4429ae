//! How two companies work on one motion: which function does what on which side, what may go wrong, what was decided.
//! Must not know of money or dates of work.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Audience, Function, MotionId, MotionNoteId, OrganizationId, Owner, RiskId, Weight};

/// Roles of partners that are offered; a workspace may use words of its own.
pub const ROLES: [&str; 5] = ["Lead", "Co-author", "Co-sell", "Promoter", "Host"];

/// The part that a function of ours, or of a partner, has in a motion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Raci {
    /// The motion.
    pub motion: MotionId,
    /// Us or a partner.
    pub organization: OrganizationId,
    /// Its function.
    pub function: Function,
    /// What it does.
    pub letter: RaciLetter,
}

/// Who does it, who answers for it, who is asked, who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum RaciLetter {
    Responsible,
    Accountable,
    Consulted,
    Informed,
}

/// What may go wrong in a motion, and what is done about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Risk {
    /// Its id.
    pub id: RiskId,
    /// The motion.
    pub motion: MotionId,
    /// What may happen.
    pub what: String,
    /// How likely, 1 to 5.
    pub likelihood: Weight,
    /// How bad, 1 to 5.
    pub impact: Weight,
    /// What is done about it.
    pub answer: String,
    /// Who watches it.
    pub owner: Option<Owner>,
    /// Still to be watched.
    pub open: bool,
    /// Who may see it.
    pub audience: Audience,
}

impl Risk {
    /// Likelihood × impact, 1 to 25.
    pub fn exposure(&self) -> u8 {
        u8::from(self.likelihood) * u8::from(self.impact)
    }
}

/// Something said about a motion on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MotionNote {
    /// Its id.
    pub id: MotionNoteId,
    /// The motion.
    pub motion: MotionId,
    /// When.
    pub date: Date,
    /// What it is.
    pub kind: NoteKind,
    /// What was said.
    pub text: String,
    /// Who may read it.
    pub audience: Audience,
}

/// What a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum NoteKind {
    Decision,
    Meeting,
    Note,
}

/// How one side's parts fall short: nobody answers for the motion, or more than one function does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RaciGap {
    /// Functions have parts, but none answers for the motion.
    NobodyAccountable,
    /// So many functions answer for the motion; one should.
    SeveralAccountable(usize),
}

/// What is wrong with the parts of one motion, on both sides together: one function answers for it.
pub fn raci_gap<'a>(parts: impl Iterator<Item = &'a Raci>) -> Option<RaciGap> {
    let letters: Vec<RaciLetter> = parts.map(|part| part.letter).collect();
    match letters.iter().filter(|letter| **letter == RaciLetter::Accountable).count() {
        0 if !letters.is_empty() => Some(RaciGap::NobodyAccountable),
        0 | 1 => None,
        several => Some(RaciGap::SeveralAccountable(several)),
    }
}

#[cfg(test)]
mod tests {
    use super::RaciLetter::{Accountable, Consulted, Responsible};
    use super::*;

    #[test]
    fn one_function_answers_for_a_motion() {
        for (letters, expect) in [
            (&[][..], None),
            (&[Accountable, Responsible], None),
            (&[Responsible, Consulted], Some(RaciGap::NobodyAccountable)),
            (&[Accountable, Accountable], Some(RaciGap::SeveralAccountable(2))),
        ] {
            let part = |(&letter, function): (&RaciLetter, Function)| Raci {
                motion: uuid::Uuid::nil().into(),
                organization: uuid::Uuid::nil().into(),
                function,
                letter,
            };
            let parts: Vec<Raci> = letters.iter().zip(Function::ALL).map(part).collect();
            assert_eq!(raci_gap(parts.iter()), expect, "{letters:?}");
        }
    }
}
