//! Motions: planned joint work, with its partners, dependencies and money.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Audience, BudgetLineId, Currency, DependencyId, FundId, Key, Lens, Money, MotionId, Name, OrganizationId, Owner,
    ProjectionId,
};

/// A planned joint activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Motion {
    /// Its id.
    pub id: MotionId,
    /// As typed.
    pub name: Name,
    /// A key of [`MotionKind`].
    pub kind: Key,
    /// Where it stands.
    pub status: MotionStatus,
    /// How it goes.
    pub health: Health,
    /// What for, in a sentence or two.
    pub objective: String,
    /// First day.
    pub start: Date,
    /// Last day, not before the first.
    pub end: Date,
    /// Who looks after it.
    pub owner: Option<Owner>,
    /// Switched on. A scenario may switch it off.
    pub active: bool,
    /// Why it goes as it goes.
    #[serde(default)]
    pub health_reason: String,
    /// Who may read that reason.
    #[serde(default = "Audience::us")]
    pub health_audience: Audience,
    /// Who may read the objective.
    #[serde(default = "Audience::everyone")]
    pub objective_audience: Audience,
}

/// A kind of motion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MotionKind {
    /// Its key.
    pub key: Key,
    /// On the screen, as a lane's name.
    pub name: Name,
    /// Counted as judgment until there is evidence.
    pub default_lens: Lens,
    /// Place in lists, from 0.
    pub position: u32,
}

/// Where a motion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum MotionStatus {
    Idea,
    Draft,
    Proposed,
    Agreed,
    Running,
    Paused,
    Done,
    Dropped,
}

/// How a motion goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Health {
    OnTrack,
    AtRisk,
    Behind,
}

/// A partner's part in a motion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MotionPartner {
    /// The motion.
    pub motion: MotionId,
    /// The partner.
    pub organization: OrganizationId,
    /// In words ("Co-author, data"); may be empty.
    pub role: String,
}

/// `motion` starts only after `after`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dependency {
    /// Its id.
    pub id: DependencyId,
    /// The one that waits.
    pub motion: MotionId,
    /// The one that it waits for.
    pub after: MotionId,
}

/// One planned cost of a motion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BudgetLine {
    /// Its id.
    pub id: BudgetLineId,
    /// The motion.
    pub motion: MotionId,
    /// As typed.
    pub name: Name,
    /// Fixed, or following a projection.
    pub behavior: CostBehavior,
    /// The currency of its three amounts.
    pub currency: Currency,
    /// Planned, in minor units.
    pub planned_minor: i64,
    /// Committed, in minor units.
    pub committed_minor: i64,
    /// Spent, in minor units.
    pub spent_minor: i64,
    /// Who pays which part. Empty: we pay everything.
    pub shares: Vec<BudgetShare>,
    /// What a variable line follows; without one it stays as typed.
    #[serde(default)]
    pub projection: Option<ProjectionId>,
    /// What each unit of that projection costs: a part of money (0.08 = 8 %), or whole units of the line's currency for
    /// each thing counted (50 for each lead).
    #[serde(default)]
    pub rate: Option<f64>,
    /// Who may see the line.
    #[serde(default = "Audience::everyone")]
    pub audience: Audience,
}

/// A payer's part of a budget line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BudgetShare {
    /// Who pays.
    pub organization: OrganizationId,
    /// Its part of the whole, 0 to 1; nothing where an amount is agreed.
    pub share: f64,
    /// The amount agreed instead of a part, in minor units of the line's currency.
    #[serde(default)]
    pub amount_minor: Option<i64>,
}

/// How a cost behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum CostBehavior {
    Fixed,
    Variable,
}

impl BudgetLine {
    /// The planned amount.
    pub fn planned(&self) -> Money {
        self.money(self.planned_minor)
    }

    /// An amount in the line's currency.
    pub fn money(&self, minor: i64) -> Money {
        Money { minor, currency: self.currency }
    }

    /// The part of the whole that a payer bears, 0 to 1.
    pub fn fraction(&self, share: &BudgetShare) -> f64 {
        match share.amount_minor {
            Some(_) if self.planned_minor <= 0 => 0.0,
            Some(amount) => (amount as f64 / self.planned_minor as f64).clamp(0.0, 1.0),
            None => share.share,
        }
    }
}

/// Market development money and where it is in its life: each date is set when that step was reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fund {
    /// Its id.
    pub id: FundId,
    /// The motion that it pays for.
    pub motion: Option<MotionId>,
    /// Who gives it.
    pub giver: OrganizationId,
    /// As typed.
    pub name: Name,
    /// Earned by volume rather than granted.
    pub accrued: bool,
    /// How much.
    pub amount: Money,
    /// Asked for.
    pub requested: Option<Date>,
    /// Agreed to.
    pub approved: Option<Date>,
    /// Spent.
    pub spent: Option<Date>,
    /// Claimed with proof.
    pub claimed: Option<Date>,
    /// Last day to claim.
    pub claim_by: Option<Date>,
    /// Paid back.
    pub reimbursed: Option<Date>,
    /// Lapses.
    pub expires: Option<Date>,
    /// What the claim is proved with ("invoice 4711, report of 3 May").
    #[serde(default)]
    pub proof: String,
    /// Who may see it.
    #[serde(default = "Audience::everyone")]
    pub audience: Audience,
}
