//! Motions and tasks as tables that are read back.

use std::collections::BTreeMap;

use domain::{Motion, Task};
use import::{OWN_ID, joined};

use super::{head, sorted, word};
use crate::loaded::Loaded;

/// Every motion with the names of its partners.
pub(super) fn motions(loaded: &Loaded) -> Vec<Vec<String>> {
    let names = head(&[
        OWN_ID,
        "Name",
        "Kind",
        "Status",
        "Health",
        "Objective",
        "Objective audience",
        "Health reason",
        "Health audience",
        "Start",
        "End",
        "Owner",
        "Active",
        "Partners",
    ]);
    let row = |motion: &Motion| {
        let partners = loaded.partner_names(motion.id);
        vec![
            motion.id.to_string(),
            motion.name.to_string(),
            motion.kind.to_string(),
            word(motion.status),
            word(motion.health),
            motion.objective.clone(),
            word(motion.objective_audience),
            motion.health_reason.clone(),
            word(motion.health_audience),
            motion.start.to_string(),
            motion.end.to_string(),
            loaded.owner_words(motion.owner),
            if motion.active { String::new() } else { "no".to_owned() },
            joined(partners.iter().map(String::as_str)),
        ]
    };
    sorted(names, loaded.expected.motions.iter().map(row).collect())
}

/// Every task of each motion in turn, as the motion orders them: read into another workspace, they keep their order.
pub(super) fn tasks(loaded: &Loaded) -> Vec<Vec<String>> {
    let names = head(&[
        OWN_ID,
        "Name",
        "Motion",
        "Motion ID",
        "Phase",
        "Owner",
        "Start",
        "Due",
        "Done",
        "Effort days",
        "Notes",
        "Notes audience",
    ]);
    let workspace = &loaded.expected;
    let phases: BTreeMap<_, _> = workspace.phases.iter().map(|phase| (phase.id, &phase.name)).collect();
    let row = |motion: &Motion, task: &Task| {
        let day = |day: Option<domain::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let phase = task.phase.and_then(|id| phases.get(&id));
        vec![
            task.id.to_string(),
            task.name.to_string(),
            motion.name.to_string(),
            motion.id.to_string(),
            phase.map(ToString::to_string).unwrap_or_default(),
            loaded.task_owner_words(task.owner),
            day(task.start),
            day(task.due),
            if task.done { "yes".to_owned() } else { String::new() },
            task.effort_days.map(|days| days.to_string()).unwrap_or_default(),
            task.notes.clone(),
            word(task.notes_audience),
        ]
    };
    let mut motions: Vec<&Motion> = workspace.motions.iter().collect();
    motions.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let rows = motions
        .into_iter()
        .flat_map(|motion| loaded.tasks_of(motion.id).into_iter().map(|task| row(motion, task)).collect::<Vec<_>>());
    std::iter::once(names).chain(rows).collect()
}
