//! Market development money: funds and where they stand.

use domain::{Audience, Date, FundId, FundStatus, FundStep, Money, MotionId, Name, OrganizationId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// A fund and where it stands today.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FundView {
    pub id: FundId,
    pub name: String,
    pub motion: Option<MotionId>,
    pub motion_name: Option<String>,
    pub giver: OrganizationId,
    pub giver_name: String,
    /// Earned by volume rather than granted.
    pub accrued: bool,
    pub amount: Money,
    #[ts(type = "string | null")]
    pub requested: Option<Date>,
    #[ts(type = "string | null")]
    pub approved: Option<Date>,
    #[ts(type = "string | null")]
    pub spent: Option<Date>,
    #[ts(type = "string | null")]
    pub claimed: Option<Date>,
    #[ts(type = "string | null")]
    pub claim_by: Option<Date>,
    #[ts(type = "string | null")]
    pub reimbursed: Option<Date>,
    #[ts(type = "string | null")]
    pub expires: Option<Date>,
    pub proof: String,
    pub audience: Audience,
    pub status: FundStatus,
    /// What must be done next by a day.
    pub next: Option<FundStep>,
    #[ts(type = "string | null")]
    pub next_by: Option<Date>,
    /// "claim by 12 May, 8 days left".
    pub words: String,
}

/// A new fund.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FundAdd {
    pub name: Name,
    pub giver: OrganizationId,
    pub motion: Option<MotionId>,
    pub amount: Money,
    pub accrued: bool,
}

/// A new fund's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FundAdded {
    pub id: FundId,
}

/// One fund.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FundRequest {
    pub id: FundId,
}

/// One thing about a fund, changed in one step.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FundUpdate {
    pub id: FundId,
    pub change: FundChange,
}

/// A field with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum FundChange {
    Name(Name),
    Giver(OrganizationId),
    Motion(Option<MotionId>),
    Amount(Money),
    Accrued(bool),
    /// The day of a claim needs a proof.
    Day(FundDaySet),
    Proof(Text),
    Audience(Audience),
}

/// A day of a fund's life; none takes it away.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FundDaySet {
    pub of: FundDay,
    #[ts(type = "string | null")]
    pub day: Option<Date>,
}

/// The days of a fund's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum FundDay {
    Requested,
    Approved,
    Spent,
    Claimed,
    ClaimBy,
    Reimbursed,
    Expires,
}
