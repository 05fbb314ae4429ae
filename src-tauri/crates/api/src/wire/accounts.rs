//! Accounts, their deals, and what partners did in them.

use domain::{AccountId, Date, DealId, DealStage, Money, MotionId, Name, OrganizationId, TouchId, TouchKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// An account as the table shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct AccountRow {
    pub id: AccountId,
    pub name: String,
    pub domain: Option<String>,
    pub target: bool,
    pub deals: u32,
    /// What its open deals come to: one sum for each currency.
    pub open: Vec<Money>,
    /// What was won.
    pub won: Vec<Money>,
    /// Names of those who had a part in its deals.
    pub partners: Vec<String>,
}

/// A new account.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct AccountAdd {
    pub name: Name,
}

/// The new account's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct AccountAdded {
    pub id: AccountId,
}

/// A field of an account with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum AccountChange {
    Name(Name),
    Domain(Text),
    Target(bool),
}

/// One account, changed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct AccountUpdate {
    pub id: AccountId,
    pub change: AccountChange,
}

/// Accounts to delete, with their deals.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct AccountsRequest {
    pub ids: Vec<AccountId>,
}

/// A deal with what partners did in it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DealRow {
    pub id: DealId,
    pub account: AccountId,
    pub account_name: String,
    pub name: String,
    pub amount: Money,
    pub stage: DealStage,
    #[ts(type = "string")]
    pub opened: Date,
    #[ts(type = "string | null")]
    pub closed: Option<Date>,
    pub motion: Option<MotionId>,
    pub motion_name: Option<String>,
    /// The earliest first.
    pub touches: Vec<TouchRow>,
}

/// A partner's part in a deal.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TouchRow {
    pub id: TouchId,
    pub organization: OrganizationId,
    pub organization_name: String,
    pub kind: TouchKind,
    #[ts(type = "string")]
    pub date: Date,
    /// 0 to 1.
    pub share: f64,
    pub evidence: String,
}

/// A new deal, open from today on.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DealAdd {
    pub account: AccountId,
    pub name: Name,
    pub amount: Money,
}

/// The new deal's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DealAdded {
    pub id: DealId,
}

/// A field of a deal with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum DealChange {
    Account(AccountId),
    Name(Name),
    Amount(Money),
    /// Won and lost deals without a closing day are closed today; an open one has none.
    Stage(DealStage),
    Opened(#[ts(type = "string")] Date),
    Closed(#[ts(type = "string | null")] Option<Date>),
    Motion(Option<MotionId>),
}

/// One deal, changed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DealUpdate {
    pub id: DealId,
    pub change: DealChange,
}

/// Deals to delete.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DealsRequest {
    pub ids: Vec<DealId>,
}

/// A touch as it shall be: a new one without an id.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TouchSet {
    pub id: Option<TouchId>,
    pub deal: DealId,
    pub organization: OrganizationId,
    pub kind: TouchKind,
    #[ts(type = "string")]
    pub date: Date,
    /// 0 to 1; those of a deal add up to at most 1.
    pub share: f64,
    pub evidence: Text,
}

/// One touch.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TouchRequest {
    pub id: TouchId,
}
