//! Accounts, their deals, and what partners did in them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{AccountActivityId, AccountId, DealId, Money, MotionId, Name, OrganizationId, TouchId};

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
    /// How likely it is to be won, 0 to 1, as its stage says.
    #[serde(default)]
    pub probability: Option<f64>,
    /// What happens next; empty where nothing is agreed.
    #[serde(default)]
    pub next_step: String,
    /// When it is expected to close.
    #[serde(default)]
    pub expected_close: Option<Date>,
}

/// When a deal came into a stage of the sales process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealStageEntry {
    /// The deal.
    pub deal: DealId,
    /// The stage as the sales process names it ("Proposal").
    pub stage: Name,
    /// Since when.
    pub entered: Date,
}

/// What we did with an account ourselves: a call, a visit, an offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountActivity {
    /// Its id.
    pub id: AccountActivityId,
    /// The account.
    pub account: AccountId,
    /// When.
    pub date: Date,
    /// In words; may be empty.
    pub what: String,
}

/// Where a deal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
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
    /// The motion in which the partner did it, beside the one that the deal is counted under.
    #[serde(default)]
    pub motion: Option<MotionId>,
}

/// What part a partner had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum TouchKind {
    Sourced,
    Influenced,
    Delivered,
}

/// Shares below this much of each other are the same: percentages are typed with few decimals.
const SHARE_TOLERANCE: f64 = 1e-9;

/// Why a partner cannot have a share of a deal. Figures are percentages.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ShareError {
    /// Not between nothing and all.
    #[error("A share of {0} % was given: give 0 to 100 %.")]
    NoShare(f64),
    /// More than there is.
    #[error("The shares of this deal would add up to {total} %: there is 100 % to share, so give at most {left} %.")]
    TooMuch {
        /// What they would add up to.
        total: f64,
        /// What the others leave.
        left: f64,
    },
}

/// Whether a partner can have `share` beside the shares of the deal's other touches. A share that shrinks from `before`
/// is always welcome: it mends a deal that came in with too much.
pub fn check_share(share: f64, before: Option<f64>, others: impl IntoIterator<Item = f64>) -> Result<(), ShareError> {
    if !(0.0..=1.0).contains(&share) {
        return Err(ShareError::NoShare(percent(share)));
    }
    let others: f64 = others.into_iter().sum();
    let shrinks = before.is_some_and(|before| share <= before);
    if shrinks || share == 0.0 || others + share <= 1.0 + SHARE_TOLERANCE {
        return Ok(());
    }
    Err(ShareError::TooMuch { total: percent(others + share), left: percent((1.0 - others).max(0.0)) })
}

/// With at most one decimal.
fn percent(share: f64) -> f64 {
    (share * 1000.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_of_a_deal_add_up_to_at_most_all_of_it() {
        type Case = (f64, Option<f64>, &'static [f64], Result<(), ShareError>);
        let too_much = |total, left| Err(ShareError::TooMuch { total, left });
        let cases: [Case; 11] = [
            (1.0, None, &[], Ok(())),
            (0.4, None, &[0.6], Ok(())),
            // Three tenths that no binary fraction is.
            (0.1, None, &[0.7, 0.2], Ok(())),
            (0.5, None, &[0.6], too_much(110.0, 40.0)),
            (0.3334, None, &[0.3333, 0.3334], too_much(100.0, 33.3)),
            (0.1, None, &[1.0], too_much(110.0, 0.0)),
            // Without a share anybody may be named, and what came in with too much can be mended.
            (0.0, None, &[1.2], Ok(())),
            (0.5, Some(0.8), &[0.9], Ok(())),
            (0.9, Some(0.8), &[0.9], too_much(180.0, 10.0)),
            (1.01, None, &[], Err(ShareError::NoShare(101.0))),
            (-0.2, None, &[], Err(ShareError::NoShare(-20.0))),
        ];
        for (share, before, others, expect) in cases {
            assert_eq!(check_share(share, before, others.iter().copied()), expect, "{share} beside {others:?}");
        }
        let refused = check_share(0.5, None, [0.6]).unwrap_err().to_string();
        assert_eq!(
            refused,
            "The shares of this deal would add up to 110 %: there is 100 % to share, so give at most 40 %."
        );
        assert!(check_share(f64::NAN, None, []).is_err());
    }
}
