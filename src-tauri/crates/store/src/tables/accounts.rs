//! Accounts, deals and touches.

use domain::{AccountActivityId, AccountId, DealId, Name, TouchId};

use crate::row::table;

table!(Account, "account", AccountId, keys 1, order "id", {
    id: "id",
    name: "name",
    domain: "domain",
    target: "target",
});

table!(Deal, "deal", DealId, keys 1, order "id", {
    id: "id",
    account: "account",
    name: "name",
    amount: "amount_minor" "amount_currency",
    stage: "stage",
    opened: "opened",
    closed: "closed",
    motion: "motion",
    probability: "probability",
    next_step: "next_step",
    expected_close: "expected_close",
});

table!(DealStageEntry, "deal_stage_entry", (DealId, Name), keys 2, order "deal, stage", {
    deal: "deal",
    stage: "stage",
    entered: "entered",
});

table!(AccountActivity, "account_activity", AccountActivityId, keys 1, order "id", {
    id: "id",
    account: "account",
    date: "date",
    what: "what",
});

table!(Touch, "touch", TouchId, keys 1, order "id", {
    id: "id",
    deal: "deal",
    organization: "organization",
    kind: "kind",
    date: "date",
    share: "share",
    evidence: "evidence",
    motion: "motion",
});
