//! Kinds, stages and metrics: the words a workspace keeps, by key.

use domain::Key;

use crate::row::table;

table!(OrganizationKind, "organization_kind", Key, keys 1, order "position, \"key\"", {
    key: "key",
    name: "name",
    shape: "shape",
    glyph: "glyph",
    color: "color",
    position: "position",
});

table!(RelationshipKind, "relationship_kind", Key, keys 1, order "position, \"key\"", {
    key: "key",
    forward: "forward",
    reverse: "reverse",
    symmetric: "symmetric",
    default_lens: "has_default_lens" "focus" "relationship_type" "value_exchange" "scales_by" "success_metrics"
        "involvement",
    position: "position",
});

table!(ValueKind, "value_kind", Key, keys 1, order "position, \"key\"", {
    key: "key",
    name: "name",
    money: "money",
    position: "position",
});

table!(MotionKind, "motion_kind", Key, keys 1, order "position, \"key\"", {
    key: "key",
    name: "name",
    default_lens: "focus" "relationship_type" "value_exchange" "scales_by" "success_metrics" "involvement",
    position: "position",
});

table!(Stage, "stage", Key, keys 1, order "position, \"key\"", {
    key: "key",
    name: "name",
    position: "position",
});

table!(Metric, "metric", Key, keys 1, order "position, \"key\"", {
    key: "key",
    name: "name",
    unit: "unit",
    better: "better",
    over_months: "over_months",
    side: "side",
    basis: "basis",
    definition: "definition",
    position: "position",
});
