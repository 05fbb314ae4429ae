//! Accounts, their deals, and what partners did in them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{AccountId, DealId, Money, MotionId, Name, OrganizationId, TouchId};

/// A company we sell to. Never a node of the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// As typed.
    pub name: Name,
    /// Domain of its site, as given.
    pub domain: Option<String>,
    /// On the list of target accounts.
    pub target: bool,
}

/// An account's opportunity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deal {
    /// Its id.
    pub id: DealId,
    /// The account.
    pub account: AccountId,
    /// As typed.
    pub name: Name,
    /// First-year contract value.
    pub amount: Money,
    /// Where it stands.
    pub stage: DealStage,
    /// Opened.
    pub opened: Date,
    /// Won or lost on.
    pub closed: Option<Date>,
    /// The motion that it is counted under.
    pub motion: Option<MotionId>,
}

/// Where a deal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum DealStage {
    Open,
    Won,
    Lost,
}

/// A partner's part in a deal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Touch {
    /// Its id.
    pub id: TouchId,
    /// The deal.
    pub deal: DealId,
    /// The partner.
    pub organization: OrganizationId,
    /// What part.
    pub kind: TouchKind,
    /// When.
    pub date: Date,
    /// Its share of the deal, 0 to 1; the shares of one deal add up to at most 1.
    pub share: f64,
    /// How it is known.
    pub evidence: String,
}

/// What part a partner had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum TouchKind {
    Sourced,
    Influenced,
    Delivered,
}
