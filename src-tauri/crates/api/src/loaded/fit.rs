//! How well partners fit, as their pages, the table and filters show it.

use domain::{Fit, FitAnswer, FitCriterion, GateAnswer, GateQuestion, OrganizationId, fit};

use super::Loaded;
use super::partners::own;
use crate::wire::*;

impl Loaded {
    /// The workspace's profile, or the built-in one.
    pub(crate) fn fit_profile(&self) -> Vec<FitCriterion> {
        FitCriterion::profile(&self.expected.fit_criteria)
    }

    /// What was answered about a partner.
    pub(crate) fn fit_answers(&self, partner: OrganizationId) -> &[FitAnswer] {
        own(&self.expected.fit_answers, partner, |row| row.organization)
    }

    /// What was answered about a partner at the gate.
    pub(crate) fn gate_answers(&self, partner: OrganizationId) -> &[GateAnswer] {
        own(&self.expected.gate_answers, partner, |row| row.organization)
    }

    /// Everything that a partner's page shows of its fit.
    pub(crate) fn fit_view(&self, partner: OrganizationId) -> FitView {
        let profile = self.fit_profile();
        let (answers, gates) = (self.fit_answers(partner), self.gate_answers(partner));
        let judged = fit::fit(&profile, answers);
        let line = |criterion: &FitCriterion| {
            let answer = answers.iter().find(|answer| answer.criterion == criterion.key);
            FitLine {
                criterion: criterion.key.clone(),
                name: criterion.name.to_string(),
                question: criterion.question.clone(),
                weight: criterion.weight,
                score: answer.and_then(|answer| answer.score),
                note: answer.map(|answer| answer.note.clone()).unwrap_or_default(),
            }
        };
        let question = |question: GateQuestion| {
            let given = gates.iter().find(|given| given.question == question);
            GateLine {
                question,
                words: question.words().to_owned(),
                answer: given.and_then(|given| given.answer),
                note: given.map(|given| given.note.clone()).unwrap_or_default(),
            }
        };
        FitView {
            mean: judged.mean,
            formula: formula(&judged),
            answered_weight: judged.answered_weight(),
            weight: judged.weight,
            lines: profile.iter().map(line).collect(),
            gate: fit::gate(gates),
            questions: GateQuestion::ALL.into_iter().map(question).collect(),
        }
    }
}

/// "(3 × 4 + 2 × 5) ÷ 5 = 4.4"; nothing while nothing is answered.
fn formula(fit: &Fit) -> String {
    let weight = fit.answered_weight();
    if weight == 0 {
        return String::new();
    }
    let terms: Vec<String> = fit.answered.iter().map(|(weight, score)| format!("{weight} × {score}")).collect();
    format!("({}) ÷ {weight} = {:.1}", terms.join(" + "), f64::from(fit.points()) / f64::from(weight))
}
