//! The steps inside a motion, and playbooks.

use domain::{ChecklistItemId, DependencyId, Key, MilestoneId, MotionId, PhaseId, TaskId};

use crate::row::table;

table!(Phase, "phase", PhaseId, keys 1, order "id", {
    id: "id",
    motion: "motion",
    name: "name",
    position: "position",
});

table!(Task, "task", TaskId, keys 1, order "id", {
    id: "id",
    motion: "motion",
    name: "name",
    owner: "owner_person" "owner_function" "owner_contact",
    start: "start",
    due: "due",
    done: "done",
    effort_days: "effort_days",
    phase: "phase",
    notes: "notes",
    notes_audience: "notes_audience",
    position: "position",
});

table!(ChecklistItem, "checklist_item", ChecklistItemId, keys 1, order "id", {
    id: "id",
    task: "task",
    position: "position",
    text: "text",
    done: "done",
});

table!(Milestone, "milestone", MilestoneId, keys 1, order "id", {
    id: "id",
    motion: "motion",
    name: "name",
    date: "date",
    reached: "reached",
});

table!(TaskDependency, "task_dependency", DependencyId, keys 1, order "id", {
    id: "id",
    waits: "task" "milestone",
    after: "after_task" "after_milestone",
    lag_days: "lag_days",
});

table!(MotionMetric, "motion_metric", (MotionId, Key), keys 2, order "motion, metric", {
    motion: "motion",
    metric: "metric",
    position: "position",
});

table!(SavedPlaybook, "playbook", Key, keys 1, order "\"key\"", {
    key: "key",
    name: "name",
    kind: "kind",
    content: "content",
});
