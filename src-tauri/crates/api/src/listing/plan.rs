//! Lists of the plan: tasks, playbooks, and what is due.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Listing;
use crate::loaded::Loaded;

/// Every task with where it stands, by its motion's name, then as the motion orders them.
pub(super) fn tasks(loaded: &Loaded) -> Listing {
    let workspace = &loaded.workspace;
    let mut motions: Vec<&domain::Motion> = workspace.motions.iter().collect();
    motions.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let phases: BTreeMap<_, _> = workspace.phases.iter().map(|phase| (phase.id, &phase.name)).collect();
    let row = |motion: &domain::Motion, task: &domain::Task| {
        let late = !task.done && task.due.is_some_and(|due| due < loaded.today);
        vec![
            json!(task.name),
            json!(task.id),
            json!(motion.name),
            json!(task.phase.and_then(|phase| phases.get(&phase))),
            json!(loaded.task_owner_words(task.owner)),
            json!(task.start),
            json!(task.due),
            json!(task.done),
            json!(late),
            json!(task.effort_days),
        ]
    };
    let rows = motions.iter().flat_map(|motion| {
        loaded.tasks_of(motion.id).into_iter().map(|task| row(motion, task)).collect::<Vec<Vec<Value>>>()
    });
    Listing {
        name: "tasks",
        columns: vec!["name", "id", "motion", "phase", "owner", "start", "due", "done", "late", "effort_days"],
        rows: rows.collect(),
    }
}

/// Those that come with the program first.
pub(super) fn playbooks(loaded: &Loaded) -> Listing {
    let row = |view: crate::wire::PlaybookView| {
        let playbook = view.playbook;
        vec![
            json!(playbook.key),
            json!(playbook.name),
            json!(playbook.kind),
            json!(view.built_in),
            json!(view.days),
            json!(playbook.phases),
            json!(playbook.tasks.iter().map(|task| &task.name).collect::<Vec<_>>()),
            json!(playbook.milestones.iter().map(|milestone| &milestone.name).collect::<Vec<_>>()),
            json!(playbook.metrics),
            json!(playbook.owner),
        ]
    };
    let views = loaded.playbooks().into_iter().map(|offered| loaded.playbook_view(offered));
    Listing {
        name: "playbooks",
        columns: vec!["key", "name", "kind", "built_in", "days", "phases", "tasks", "milestones", "metrics", "owner"],
        rows: views.map(row).collect(),
    }
}

/// Next steps, tasks, renewals and deadlines, the earliest first; what has no day comes last.
pub(super) fn due(loaded: &Loaded) -> Listing {
    let row = |item: crate::wire::DueItem| {
        let overdue = item.date.is_some_and(|date| date < loaded.today);
        vec![
            json!(item.date),
            json!(item.kind),
            json!(item.what),
            json!(item.organization_name),
            json!(item.motion_name),
            json!(item.owner),
            json!(overdue),
        ]
    };
    Listing {
        name: "due",
        columns: vec!["date", "kind", "what", "partner", "motion", "owner", "overdue"],
        rows: loaded.due().into_iter().map(row).collect(),
    }
}
