//! Relationships and what is known of them.

use domain::{OverruleId, RelationshipId, SignalId, ValueExchangeId};

use crate::row::table;

table!(Relationship, "relationship", RelationshipId, keys 1, order "id", {
    id: "id",
    from: "from",
    to: "to",
    kind: "kind",
    status: "status",
    since: "since",
    tier: "tier",
    strength: "strength",
    commission: "commission",
    notes: "notes",
});

table!(ValueExchange, "value_exchange", ValueExchangeId, keys 1, order "id", {
    id: "id",
    relationship: "relationship",
    direction: "direction",
    kind: "kind",
    what: "what",
    weight: "weight",
    position: "position",
});

table!(Signal, "signal", SignalId, keys 1, order "id", {
    id: "id",
    subject: "organization" "relationship",
    kind: "kind",
    value: "value",
    source: "source",
    date: "date",
});

table!(Overrule, "overrule", OverruleId, keys 1, order "id", {
    id: "id",
    relationship: "relationship",
    lens: "focus" "relationship_type" "value_exchange" "scales_by" "success_metrics" "involvement",
    reason: "reason",
    date: "date",
});
