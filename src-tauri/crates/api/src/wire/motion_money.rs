//! What motions cost, and who pays it.

use domain::{
    Audience, BudgetLineId, CostBehavior, Key, MetricUnit, Money, MotionId, Name, OrganizationId, ProjectionId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::FundView;

/// The money of one motion, in the chosen scenario. Currencies stand side by side: nothing is converted.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionMoney {
    pub motion: MotionId,
    /// In the order in which they were added.
    pub lines: Vec<BudgetLineView>,
    /// One for each currency.
    pub totals: Vec<BudgetTotal>,
    /// Who pays how much, one for each payer and currency; we come first.
    pub payers: Vec<PayerTotal>,
    pub funds: Vec<FundView>,
    /// What a variable line can follow.
    pub followable: Vec<Followable>,
}

/// One line of a budget.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct BudgetLineView {
    pub id: BudgetLineId,
    pub name: String,
    pub behavior: CostBehavior,
    pub follows: Option<Follows>,
    pub planned: Money,
    /// What Expected plans, where the chosen scenario plans something else.
    pub base: Option<String>,
    pub committed: Money,
    pub spent: Money,
    /// What may have been spent by now: the planned amount, or what the projection implies to date.
    pub implied: Money,
    /// What was spent beyond that; none where nothing was.
    pub over: Option<Money>,
    /// Who pays; empty: we pay everything.
    pub shares: Vec<LineShareView>,
    pub audience: Audience,
}

/// What a variable line follows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Follows {
    pub projection: ProjectionId,
    pub metric: Key,
    pub metric_name: String,
    /// A part of money (0.08), or whole units of the line's currency for each thing counted.
    pub rate: f64,
    /// "8% of Affiliate revenue (€120k)".
    pub words: String,
}

/// A payer's part of a line: a part of the whole, or an amount.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LineShareView {
    pub organization: OrganizationId,
    pub name: String,
    pub is_us: bool,
    /// 0 to 100; none where an amount is agreed.
    pub percent: Option<f64>,
    pub amount: Option<Money>,
    /// What it comes to of the planned amount, to the cent.
    pub pays: Money,
}

/// A motion's money in one currency.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct BudgetTotal {
    pub planned: Money,
    pub committed: Money,
    pub spent: Money,
    pub implied: Money,
    /// All that lines were overspent by; what others have left does not make up for it.
    pub over: Option<Money>,
}

/// What one payer pays of a motion in one currency. All payers of a currency add up to its total.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PayerTotal {
    pub organization: OrganizationId,
    pub name: String,
    pub is_us: bool,
    pub planned: Money,
    pub committed: Money,
    pub spent: Money,
}

/// A projection that a cost can follow.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Followable {
    pub projection: ProjectionId,
    pub metric: Key,
    pub metric_name: String,
    /// Money: the rate is a part of it. A count: the rate is the cost of each.
    pub unit: MetricUnit,
    pub total_text: String,
}

/// A new line: fixed, or following a projection.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct BudgetLineAdd {
    pub motion: MotionId,
    pub name: Name,
    /// Of a line that follows a projection only its currency counts.
    pub planned: Money,
    pub follow: Option<Follow>,
}

/// A projection of the line's motion, and what each unit of it costs.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Follow {
    pub projection: ProjectionId,
    /// A part of money (0.08 = 8 %), or whole units of the line's currency for each thing counted.
    pub rate: f64,
}

/// A new line's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct BudgetLineAdded {
    pub id: BudgetLineId,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct BudgetLineRequest {
    pub id: BudgetLineId,
}

/// One thing about a line, changed in one step.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct BudgetLineUpdate {
    pub id: BudgetLineId,
    pub change: BudgetLineChange,
}

/// A field with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum BudgetLineChange {
    Name(Name),
    /// In a scenario, a difference from Expected.
    Planned(Money),
    Committed(Money),
    Spent(Money),
    /// None: fixed, at what it is planned at now.
    Follow(Option<Follow>),
    /// All payers anew; none: we pay everything.
    Shares(Vec<LineShare>),
    Audience(Audience),
}

/// A payer and its part.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LineShare {
    pub organization: OrganizationId,
    pub part: SharePart,
}

/// How much a payer pays.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SharePart {
    /// 0 to 100 of the whole.
    Percent(f64),
    /// So much of it.
    Amount(Money),
}

/// The currency of new amounts.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CurrencySet {
    pub currency: domain::Currency,
}
