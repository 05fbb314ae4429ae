//! How well a partner fits the partner that we are looking for, from what people answered. Owns: the criteria that a
//! workspace begins with, the four questions of the quick gate, and how both are judged. Must not know: how answers are
//! asked for, the lens (fit is a wish, depth is what is).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Key, Name, OrganizationId, Weight};

/// Most that a criterion can weigh; 0 leaves it out.
pub const WEIGHT_MAX: u32 = 5;

/// The least share of the profile's weight that must be answered: below it the fit is Unknown.
pub const ANSWERED_LEAST: f64 = 0.5;

/// One line of the ideal-partner profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FitCriterion {
    /// Its key.
    pub key: Key,
    /// As shown.
    pub name: Name,
    /// What is asked about a partner.
    pub question: String,
    /// 0 to [`WEIGHT_MAX`].
    pub weight: u32,
    /// Place in the profile.
    pub position: u32,
}

/// What was answered about a partner for a criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FitAnswer {
    /// Whose.
    pub organization: OrganizationId,
    /// For which criterion.
    pub criterion: Key,
    /// 1 (not at all) to 5 (fully); none is unanswered.
    pub score: Option<Weight>,
    /// How it is known.
    pub note: String,
}

/// The four questions that are asked before any scoring, in the order of their words in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum GateQuestion {
    Economics,
    Introduction,
    NamedAccounts,
    RightCustomers,
}

impl GateQuestion {
    /// In the order of asking.
    pub const ALL: [Self; 4] = [Self::RightCustomers, Self::NamedAccounts, Self::Introduction, Self::Economics];

    /// As asked.
    pub const fn words(self) -> &'static str {
        match self {
            Self::RightCustomers => "Do they have the right customers?",
            Self::NamedAccounts => "Can we name three accounts to win together?",
            Self::Introduction => "Do we know who introduces us?",
            Self::Economics => "Do the economics work for both?",
        }
    }
}

/// What was answered about a partner at the gate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GateAnswer {
    /// Whose.
    pub organization: OrganizationId,
    /// To which question.
    pub question: GateQuestion,
    /// Yes or no; none is unanswered.
    pub answer: Option<bool>,
    /// Names, the introducer, the figures.
    pub note: String,
}

/// What the gate says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// Four times yes.
    Passed,
    /// At least one no.
    Failed,
    /// No no so far, and something unanswered.
    Open,
}

/// How well a partner fits, and how that is made up.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// 1 to 5: the weighted mean of what is answered; none is Unknown.
    pub mean: Option<f64>,
    /// (weight, score) of each answered criterion that counts, in the profile's order.
    pub answered: Vec<(u32, u32)>,
    /// Weight of the whole profile.
    pub weight: u32,
}

impl Fit {
    /// Weight of what is answered.
    pub fn answered_weight(&self) -> u32 {
        self.answered.iter().map(|(weight, _)| weight).sum()
    }

    /// Share of the profile's weight that is answered, 0 to 1.
    pub fn share(&self) -> f64 {
        if self.weight == 0 { 0.0 } else { f64::from(self.answered_weight()) / f64::from(self.weight) }
    }

    /// Σ weight × score of what is answered.
    pub fn points(&self) -> u32 {
        self.answered.iter().map(|(weight, score)| weight * score).sum()
    }
}

/// The fit of one partner: Σ weight × score ÷ Σ weight over the answered criteria. Unknown while less than half of the
/// profile's weight is answered ([`ANSWERED_LEAST`]), so that one good answer makes nobody an ideal partner. What is
/// unanswered counts neither for nor against; a criterion of weight 0 and an answer without a criterion do not count.
pub fn fit<'a>(criteria: &[FitCriterion], answers: impl IntoIterator<Item = &'a FitAnswer>) -> Fit {
    let scores: Vec<(&Key, u32)> = answers
        .into_iter()
        .filter_map(|answer| Some((&answer.criterion, u32::from(u8::from(answer.score?)))))
        .collect();
    let score = |key: &Key| scores.iter().find(|(other, _)| *other == key).map(|(_, score)| *score);
    let counted = criteria.iter().filter(|criterion| criterion.weight > 0);
    let answered = counted.clone().filter_map(|criterion| Some((criterion.weight, score(&criterion.key)?))).collect();
    let mut fit = Fit { mean: None, answered, weight: counted.map(|criterion| criterion.weight).sum() };
    // In whole numbers, so that exactly half is enough on every machine.
    if fit.weight > 0 && 2 * fit.answered_weight() >= fit.weight {
        fit.mean = Some(f64::from(fit.points()) / f64::from(fit.answered_weight()));
    }
    fit
}

/// What the four answers amount to.
pub fn gate<'a>(answers: impl IntoIterator<Item = &'a GateAnswer>) -> Gate {
    let mut yes = 0;
    for answer in answers {
        match answer.answer {
            Some(false) => return Gate::Failed,
            Some(true) => yes += 1,
            None => {}
        }
    }
    if yes >= GateQuestion::ALL.len() { Gate::Passed } else { Gate::Open }
}

impl FitCriterion {
    /// The profile of a workspace that has none of its own.
    pub fn built_in() -> Vec<Self> {
        const LINES: [(&str, &str, &str, u32); 9] = [
            ("strategic", "Strategic", "Do both want the same from the market in the next three years?", 3),
            ("organizational", "Organizational", "Are decisions and budgets held where the work is done?", 2),
            ("operational", "Operational", "Do processes, systems and service levels go together?", 2),
            ("cultural", "Cultural", "Do both keep promises and talk openly when something fails?", 2),
            ("human", "Human", "Are there people on both sides who want this and have the time?", 2),
            ("market_access", "Market access", "Do they reach customers whom we do not reach alone?", 3),
            ("capability", "Capability", "Can they sell, build or serve what is needed?", 3),
            ("capacity", "Capacity", "Have they enough people and money for it this year?", 2),
            ("equally_important", "Equally important to both", "Is it as important to them as it is to us?", 3),
        ];
        let line = |(position, (key, name, question, weight)): (u32, (&'static str, &str, &str, u32))| {
            let name = Name::parse(name).ok()?;
            Some(Self { key: Key::literal(key), name, question: question.to_owned(), weight, position })
        };
        (0..).zip(LINES).filter_map(line).collect()
    }

    /// The workspace's own profile, or the built-in one while it has none.
    pub fn profile(own: &[Self]) -> Vec<Self> {
        if own.is_empty() { Self::built_in() } else { own.to_vec() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn criterion(key: &'static str, weight: u32) -> FitCriterion {
        let name = Name::parse(key).unwrap();
        FitCriterion { key: Key::literal(key), name, question: String::new(), weight, position: 0 }
    }

    fn answer(key: &'static str, score: u8) -> FitAnswer {
        FitAnswer {
            organization: uuid::Uuid::from_u128(1).into(),
            criterion: Key::literal(key),
            score: Weight::try_from(score).ok(),
            note: String::new(),
        }
    }

    /// (weights of a, b and c; answers, 0 is unanswered) → mean, answered share.
    #[test]
    fn the_fit_is_the_weighted_mean_of_what_is_answered_and_unknown_below_half() {
        type Case = ([u32; 3], &'static [(&'static str, u8)], Option<f64>, f64);
        let cases: [Case; 12] = [
            ([3, 2, 1], &[], None, 0.0),
            ([3, 2, 1], &[("a", 5), ("b", 5), ("c", 5)], Some(5.0), 1.0),
            ([3, 2, 1], &[("a", 1), ("b", 1), ("c", 1)], Some(1.0), 1.0),
            ([3, 2, 1], &[("a", 4), ("b", 5), ("c", 1)], Some(23.0 / 6.0), 1.0),
            // Exactly half is enough, less is not.
            ([3, 2, 1], &[("a", 4)], Some(4.0), 0.5),
            ([3, 2, 1], &[("b", 5)], None, 1.0 / 3.0),
            ([3, 2, 2], &[("a", 5)], None, 3.0 / 7.0),
            // What is unanswered counts neither for nor against.
            ([3, 2, 1], &[("a", 4), ("b", 0), ("c", 0)], Some(4.0), 0.5),
            // Without weight nothing counts.
            ([3, 0, 0], &[("a", 2), ("b", 5)], Some(2.0), 1.0),
            ([0, 0, 0], &[("a", 5)], None, 0.0),
            ([5, 5, 5], &[("gone", 5)], None, 0.0),
            ([1, 1, 1], &[("a", 2), ("c", 5)], Some(3.5), 2.0 / 3.0),
        ];
        for (number, (weights, answers, mean, share)) in cases.into_iter().enumerate() {
            let criteria: Vec<_> = ["a", "b", "c"].into_iter().zip(weights).map(|(k, w)| criterion(k, w)).collect();
            let answers: Vec<_> = answers.iter().map(|(key, score)| answer(key, *score)).collect();
            let found = fit(&criteria, &answers);
            assert_eq!((found.mean, found.share()), (mean, share), "case {number}");
        }
    }

    #[test]
    fn the_gate_needs_four_times_yes_and_one_no_shuts_it() {
        let (yes, no, none) = (Some(true), Some(false), None);
        for (answers, expect) in [
            ([none, none, none, none], Gate::Open),
            ([yes, yes, yes, none], Gate::Open),
            ([yes, yes, yes, yes], Gate::Passed),
            ([yes, yes, yes, no], Gate::Failed),
            ([none, none, no, none], Gate::Failed),
        ] {
            let organization = uuid::Uuid::from_u128(1).into();
            let given = GateQuestion::ALL.into_iter().zip(answers);
            let given: Vec<_> = given
                .map(|(question, answer)| GateAnswer { organization, question, answer, note: String::new() })
                .collect();
            assert_eq!(gate(&given), expect, "{answers:?}");
        }
        assert_eq!(gate(&[]), Gate::Open);
    }

    #[test]
    fn the_built_in_profile_is_whole_and_gives_way_to_the_workspace_s_own() {
        let built_in = FitCriterion::built_in();
        assert_eq!(built_in.len(), 9);
        assert!(built_in.iter().all(|line| (1..=WEIGHT_MAX).contains(&line.weight) && line.question.ends_with('?')));
        assert_eq!(FitCriterion::profile(&[]), built_in);
        assert_eq!(FitCriterion::profile(&[criterion("a", 1)]), [criterion("a", 1)]);
    }
}
