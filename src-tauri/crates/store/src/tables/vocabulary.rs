//! Kinds, stages and metrics: the words a workspace keeps, by key.

use domain::{Key, MetricOrigin};
use rusqlite::types::Value;

use crate::{
    StoreError,
    field::{Field, Reader},
    row::table,
    scalar::Scalar,
};

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
    over_motions: "over_motions",
    origin: "origin" "rule",
    source: "source",
    floor: "floor",
    headline: "headline",
});

/// A word, and the rule that goes with it: what is counted, or the formula.
impl Field for MetricOrigin {
    fn put(&self, out: &mut Vec<Value>) {
        let (word, rule) = match self {
            Self::Measured => ("measured", Value::Null),
            Self::Counted(count) => ("counted", count.to_value()),
            Self::Formula(formula) => ("formula", Value::Text(formula.clone())),
        };
        out.push(Value::Text(word.to_owned()));
        out.push(rule);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        match reader.take::<String>()?.as_str() {
            "measured" => reader.take::<Option<String>>().map(|_| Self::Measured),
            "counted" => reader.take().map(Self::Counted),
            "formula" => reader.take().map(Self::Formula),
            _ => Err(reader.wrong("measured, counted or formula")),
        }
    }
}
