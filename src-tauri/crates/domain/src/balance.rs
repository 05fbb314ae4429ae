//! The balance of a portfolio: how much of it is strategy and how much tactic, seen four ways. Must not know revenue, whose
//! two sides are never added.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::budget::{by_character, is_planned};
use crate::{Assessment, Character, MotionAssessment, Workspace};

/// Something divided by character.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct Split {
    /// Strategy.
    pub strategic: f64,
    /// In between.
    pub ecotone: f64,
    /// Tactic.
    pub tactical: f64,
    /// Not known.
    pub unknown: f64,
}

impl Split {
    /// Adds to one side.
    pub fn add(&mut self, character: Character, amount: f64) {
        match character {
            Character::Strategic => self.strategic += amount,
            Character::Ecotone => self.ecotone += amount,
            Character::Transactional => self.tactical += amount,
            Character::Unknown => self.unknown += amount,
        }
    }

    /// All of it.
    pub fn total(&self) -> f64 {
        self.strategic + self.ecotone + self.tactical + self.unknown
    }

    /// The strategic part of all of it; none of nothing.
    pub fn strategic_share(&self) -> Option<f64> {
        crate::portfolio::ratio(self.strategic, self.total())
    }
}

/// The four ways. Money and effort go by the kind of their motion; motions also by evidence, because the two differ.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct Balance {
    /// Planned budget in the workspace's currency, in whole units.
    pub budget: Split,
    /// Days of our work in tasks.
    pub effort: Split,
    /// Motions by what their kind promises.
    pub by_kind: Split,
    /// Motions by what is planned and recorded.
    pub by_evidence: Split,
}

/// Weighs the portfolio. Motions that are switched off or dropped weigh nothing.
pub fn balance(workspace: &Workspace, assessment: &Assessment) -> Balance {
    let mut balance = Balance::default();
    let kind = |motion: &MotionAssessment| motion.by_kind;
    let budget = by_character(workspace, assessment, kind);
    let currency = workspace.settings.currency;
    balance.budget = Split {
        strategic: budget.strategic.of(currency).to_f64(),
        ecotone: budget.ecotone.of(currency).to_f64(),
        tactical: budget.tactical.of(currency).to_f64(),
        unknown: budget.unknown.of(currency).to_f64(),
    };
    let mut days = std::collections::BTreeMap::new();
    for task in &workspace.tasks {
        *days.entry(task.motion).or_insert(0.0) += task.effort_days.unwrap_or(0.0);
    }
    for motion in workspace.motions.iter().filter(|motion| is_planned(motion)) {
        let Some(assessed) = assessment.motion(motion.id) else { continue };
        balance.effort.add(assessed.by_kind, days.get(&motion.id).copied().unwrap_or(0.0));
        balance.by_kind.add(assessed.by_kind, 1.0);
        balance.by_evidence.add(assessed.by_evidence, 1.0);
    }
    balance
}
