//! Accounts, deals and touches.

use domain::{AccountId, DealId, TouchId};

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
});

table!(Touch, "touch", TouchId, keys 1, order "id", {
    id: "id",
    deal: "deal",
    organization: "organization",
    kind: "kind",
    date: "date",
    share: "share",
    evidence: "evidence",
});
