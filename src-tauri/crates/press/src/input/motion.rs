//! What a motion's page says.

use domain::{Character, Date, Shape};
use serde::{Deserialize, Serialize};

use super::Table;

/// A motion's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MotionPage {
    /// As typed.
    pub name: String,
    /// The kind's name ("Joint GTM with integrations").
    pub kind: String,
    /// Strategy or tactic.
    pub character: Character,
    /// "Running".
    pub status: String,
    /// "On track"; empty before it runs.
    pub health: String,
    /// What for; may be empty.
    pub objective: String,
    /// Who looks after it; may be empty.
    pub owner: String,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Both as text ("1 March to 31 October 2026").
    pub span: String,
    /// Who takes part.
    pub partners: Vec<PartnerPart>,
    /// Which of our functions take part.
    pub functions: Vec<FunctionPart>,
    /// Its steps; those with a day become bars of the timeline, all are listed.
    pub tasks: Vec<TaskRow>,
    /// Its dated marks.
    pub milestones: Vec<MilestoneMark>,
    /// What it costs and who pays.
    pub budget: Option<Budget>,
    /// What it is expected to bring, and whatever else belongs in a table there.
    pub tables: Vec<Table>,
}

/// A partner's part in a motion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartnerPart {
    /// As typed.
    pub name: String,
    /// In words; may be empty.
    pub role: String,
    /// Shape of its kind.
    pub shape: Shape,
    /// Color of its kind: a token of the design or `#rrggbb`.
    pub color: String,
}

/// A function's part in a motion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FunctionPart {
    /// "Marketing".
    pub name: String,
    /// "leads"; may be empty.
    pub part: String,
}

/// A step of a motion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskRow {
    /// As typed.
    pub name: String,
    /// Who does it; may be empty.
    pub owner: String,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub due: Option<Date>,
    /// Its days as text ("Feb to 14 April"); may be empty.
    pub span: String,
    /// How much is done, 0 to 1; none where nobody said.
    pub progress: Option<f64>,
}

/// A dated mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MilestoneMark {
    /// As typed.
    pub name: String,
    /// When.
    pub date: Date,
    /// The same as text ("14 April").
    pub date_text: String,
    /// Reached.
    pub reached: bool,
}

/// What a motion costs.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Budget {
    /// All of it, planned ("€118k").
    pub total: String,
    /// Line by line; may be empty.
    pub lines: Vec<BudgetRow>,
    /// What the lines come to, one for each currency; may be empty.
    pub totals: Vec<BudgetRow>,
    /// Who pays how much, largest first.
    pub payers: Vec<Payer>,
}

/// A line of a budget. Empty amounts print as a dash.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BudgetRow {
    /// As typed.
    pub name: String,
    /// "Fixed".
    pub behavior: String,
    /// Planned.
    pub planned: String,
    /// Committed.
    pub committed: String,
    /// Spent.
    pub spent: String,
}

/// Who pays which part of a budget.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Payer {
    /// As typed.
    pub name: String,
    /// Its part ("€59k").
    pub amount: String,
    /// Its part of the whole, 0 to 1.
    pub share: f64,
    /// Color of its kind (`kind-us` for us).
    pub color: String,
}
