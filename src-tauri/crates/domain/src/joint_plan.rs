//! The joint business plan of us and one partner, across motions. Owns what it consists of and that a year's target is the
//! sum of its quarters; must not know which motions serve it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::split_exactly;
use crate::{AccountId, Audience, Currency, JointObjectiveId, Key, Name, OrganizationId};

/// One text of a partner's joint plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JointPlanText {
    /// The partner.
    pub organization: OrganizationId,
    /// Which text.
    pub field: JointPlanField,
    /// As typed.
    pub text: String,
    /// Who may read it.
    pub audience: Audience,
}

/// The texts of a joint plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum JointPlanField {
    WhyUsTogether,
    ValueProposition,
    TargetSegments,
    Enablement,
    Certification,
    Cadence,
    OurSponsor,
    TheirSponsor,
    ExitTerms,
    Strengths,
    Weaknesses,
    Opportunities,
    Threats,
}

impl JointPlanField {
    /// All texts, in the order of the plan.
    pub const ALL: [Self; 13] = [
        Self::WhyUsTogether,
        Self::ValueProposition,
        Self::TargetSegments,
        Self::Enablement,
        Self::Certification,
        Self::Cadence,
        Self::OurSponsor,
        Self::TheirSponsor,
        Self::ExitTerms,
        Self::Strengths,
        Self::Weaknesses,
        Self::Opportunities,
        Self::Threats,
    ];

    /// On the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::WhyUsTogether => "Why us together",
            Self::ValueProposition => "Joint value proposition",
            Self::TargetSegments => "Target segments",
            Self::Enablement => "Enablement",
            Self::Certification => "Certification",
            Self::Cadence => "Cadence",
            Self::OurSponsor => "Our sponsor",
            Self::TheirSponsor => "Their sponsor",
            Self::ExitTerms => "Exit terms",
            Self::Strengths => "Strengths",
            Self::Weaknesses => "Weaknesses",
            Self::Opportunities => "Opportunities",
            Self::Threats => "Threats",
        }
    }
}

/// An account that both want to win.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JointPlanAccount {
    /// The partner.
    pub organization: OrganizationId,
    /// The account.
    pub account: AccountId,
    /// How it is to be won.
    pub note: String,
    /// Who may see that it is named.
    pub audience: Audience,
}

/// Something that both want to reach in a fiscal year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JointObjective {
    /// Its id.
    pub id: JointObjectiveId,
    /// The partner.
    pub organization: OrganizationId,
    /// What it is for.
    pub kind: ObjectiveKind,
    /// In words.
    pub name: Name,
    /// The metric that it is measured by; without one it is words alone, or things counted by hand.
    pub metric: Option<Key>,
    /// The fiscal year, by the calendar year in which it ends.
    pub year: i32,
    /// What is to be reached.
    pub target: Option<QuarterTarget>,
    /// Who may see it.
    pub audience: Audience,
    /// Place in lists, from 0.
    pub position: u32,
}

/// What an objective is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum ObjectiveKind {
    Objective,
    Enablement,
    Certification,
}

/// A year's target in four quarters. Whole units only, so that the quarters always add up to the year exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarterTarget {
    /// Of money; without one the target counts whole things.
    pub currency: Option<Currency>,
    /// The four quarters of the fiscal year: minor units of the currency, or things. None is below zero.
    pub quarters: [i64; 4],
}

/// Largest target, so that four of them still are an exact number on the page.
pub const TARGET_MAX: i64 = 2_000_000_000_000_000;

impl QuarterTarget {
    /// A year's target, split evenly: what does not divide by four goes to the first quarters.
    pub fn even(year: i64, currency: Option<Currency>) -> Self {
        Self { currency, quarters: [0; 4] }.of_year(year)
    }

    /// The year's target.
    pub fn year(&self) -> i64 {
        self.quarters.iter().sum()
    }

    /// Another target for the year, its quarters in the proportion that they have.
    #[must_use]
    pub fn of_year(&self, year: i64) -> Self {
        let year = year.clamp(0, TARGET_MAX);
        let weights = if self.year() == 0 { [1.0; 4] } else { self.quarters.map(|quarter| quarter as f64) };
        let mut quarters = [0; 4];
        for (quarter, part) in quarters.iter_mut().zip(split_exactly(year, &weights)) {
            *quarter = part;
        }
        Self { quarters, ..*self }
    }

    /// Another target for one quarter, counted from 0. The others stay, so the year's target changes with it.
    #[must_use]
    pub fn of_quarter(&self, quarter: usize, target: i64) -> Self {
        let mut changed = *self;
        if let Some(own) = changed.quarters.get_mut(quarter) {
            *own = target.clamp(0, TARGET_MAX);
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_year_is_split_into_quarters() {
        let even = QuarterTarget::even(10, None);
        for (found, quarters, year) in [
            (even, [3, 3, 2, 2], 10),
            (even.of_quarter(3, 5), [3, 3, 2, 5], 13),
            (even.of_quarter(3, 5).of_year(26), [6, 6, 4, 10], 26),
            (even.of_year(0), [0; 4], 0),
            (even.of_quarter(0, -7), [0, 3, 2, 2], 7),
        ] {
            assert_eq!((found.quarters, found.year()), (quarters, year));
        }
    }

    proptest! {
        #[test]
        fn quarters_always_add_up_to_the_year(
            years in prop::collection::vec(0..TARGET_MAX, 1..4),
            edits in prop::collection::vec((0..4_usize, 0..TARGET_MAX), 0..6),
            last in 0..TARGET_MAX,
        ) {
            let mut target = QuarterTarget::even(years[0], Some(Currency::EUR));
            for (quarter, value) in edits {
                target = target.of_quarter(quarter, value);
                prop_assert_eq!(target.quarters[quarter], value);
            }
            let target = target.of_year(last);
            prop_assert_eq!(target.year(), last);
            prop_assert!(target.quarters.iter().all(|quarter| *quarter >= 0));
        }
    }
}
