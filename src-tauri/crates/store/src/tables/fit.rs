//! The ideal-partner profile and its answers.

use domain::{GateQuestion, Key, OrganizationId};

use crate::row::table;

table!(FitCriterion, "fit_criterion", Key, keys 1, order "position, \"key\"", {
    key: "key",
    name: "name",
    question: "question",
    weight: "weight",
    position: "position",
});

table!(FitAnswer, "fit_answer", (OrganizationId, Key), keys 2, order "organization, criterion", {
    organization: "organization",
    criterion: "criterion",
    score: "score",
    note: "note",
});

table!(GateAnswer, "gate_answer", (OrganizationId, GateQuestion), keys 2, order "organization, question", {
    organization: "organization",
    question: "question",
    answer: "answer",
    note: "note",
});
