//! Parts, risks and notes of motions, joint plans, and capacity.

use domain::{
    AccountId, Currency, Function, JointObjectiveId, JointPlanField, MotionId, MotionNoteId, OrganizationId,
    QuarterTarget, RiskId,
};
use rusqlite::types::Value;

use crate::{
    StoreError,
    field::{Field, Reader},
    row::table,
};

table!(Raci, "raci", (MotionId, (OrganizationId, Function)), keys 3, order "motion, organization, function", {
    motion: "motion",
    organization: "organization",
    function: "function",
    letter: "letter",
});

table!(Risk, "risk", RiskId, keys 1, order "id", {
    id: "id",
    motion: "motion",
    what: "what",
    likelihood: "likelihood",
    impact: "impact",
    answer: "answer",
    owner: "owner_person" "owner_function",
    open: "open",
    audience: "audience",
});

table!(MotionNote, "motion_note", MotionNoteId, keys 1, order "id", {
    id: "id",
    motion: "motion",
    date: "date",
    kind: "kind",
    text: "text",
    audience: "audience",
});

table!(JointPlanText, "joint_plan_text", (OrganizationId, JointPlanField), keys 2, order "organization, field", {
    organization: "organization",
    field: "field",
    text: "text",
    audience: "audience",
});

table!(JointPlanAccount, "joint_plan_account", (OrganizationId, AccountId), keys 2, order "organization, account", {
    organization: "organization",
    account: "account",
    note: "note",
    audience: "audience",
});

table!(JointObjective, "joint_objective", JointObjectiveId, keys 1, order "id", {
    id: "id",
    organization: "organization",
    kind: "kind",
    name: "name",
    metric: "metric",
    year: "year",
    target: "currency" "q1" "q2" "q3" "q4",
    audience: "audience",
    position: "position",
});

table!(Capacity, "capacity", (OrganizationId, Function), keys 2, order "organization, function", {
    organization: "organization",
    function: "function",
    days: "days",
});

impl Field for Option<QuarterTarget> {
    fn put(&self, out: &mut Vec<Value>) {
        self.and_then(|target| target.currency).put(out);
        for at in 0..4 {
            self.map(|target| target.quarters[at]).put(out);
        }
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        let currency: Option<Currency> = reader.take()?;
        let mut quarters: [Option<i64>; 4] = [None; 4];
        for quarter in &mut quarters {
            *quarter = reader.take()?;
        }
        match quarters {
            [Some(q1), Some(q2), Some(q3), Some(q4)] if [q1, q2, q3, q4].iter().all(|quarter| *quarter >= 0) => {
                Ok(Some(QuarterTarget { currency, quarters: [q1, q2, q3, q4] }))
            }
            [None, None, None, None] if currency.is_none() => Ok(None),
            _ => Err(reader.wrong("four quarters, none below zero, or none at all")),
        }
    }
}
