//! What waits for what: motions for motions, tasks and milestones for tasks and milestones.

use domain::schedule::circle::{CircularPlan, check_motions, check_steps};
use domain::schedule::moving::PlanItem;
use domain::{Dependency, DependencyId, TaskDependency, TaskOrMilestone, Workspace};
use serde_json::json;
use store::Step;

use crate::loaded::{Loaded, gone};
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Most days in between.
const LAG_MAX: u32 = 3650;

/// Lets one thing wait for another. What would close a circle is refused, with its members.
pub fn add(app: &App, window: &WindowId, request: DependencyAdd) -> Result<DependencyAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let (waits, after) = (known(&loaded, request.waits)?, known(&loaded, request.after)?);
    let id = app.host.new_id().into();
    let added = Added::of(id, &request)?;
    if request.waits == request.after {
        return Err(ErrorReply::refused(format!("{waits} cannot wait for itself: choose another.")));
    }
    added.check(&loaded.expected)?;
    let sentence = format!("Let {waits} wait for {after}");
    let args = json!({ "waits": request.waits, "after": request.after, "lag_days": request.lag_days });
    app.step(window, Step { command: "dependency_add".into(), args, sentence }, move |edit| {
        match &added {
            Added::Motions(row) => edit.insert(row)?,
            Added::Steps(row) => edit.insert(row)?,
        }
        Ok(DependencyAdded { id })
    })
}

/// Changes the days between two steps.
pub fn update(app: &App, window: &WindowId, request: DependencyUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let row = loaded.expected.task_dependencies.iter().find(|row| row.id == request.id);
    let row = row.ok_or_else(|| gone("dependency"))?;
    let changed = TaskDependency { lag_days: check_lag(request.lag_days)?, ..row.clone() };
    let words = |step: TaskOrMilestone| loaded.item_words(step.into(), None);
    let sentence = format!("Let {} wait {} days after {}", words(row.waits), changed.lag_days, words(row.after));
    let step = Step { command: "dependency_update".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&changed)?))?;
    Ok(Nothing {})
}

/// Takes a dependency away.
pub fn delete(app: &App, window: &WindowId, request: DependencyRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let id = request.id;
    let motions = loaded.expected.dependencies.iter().find(|row| row.id == id);
    let motions = motions.map(|row| (PlanItem::Motion(row.motion), PlanItem::Motion(row.after)));
    let steps = loaded.expected.task_dependencies.iter().find(|row| row.id == id);
    let between_motions = motions.is_some();
    let (waits, after) =
        motions.or(steps.map(|row| (row.waits.into(), row.after.into()))).ok_or_else(|| gone("dependency"))?;
    let words = |item| loaded.item_words(item, None);
    let sentence = format!("{} no longer waits for {}", words(waits), words(after));
    let step = Step { command: "dependency_delete".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| {
        if between_motions {
            return Ok(edit.delete::<Dependency>(&id)?);
        }
        Ok(edit.delete::<TaskDependency>(&id)?)
    })?;
    Ok(Nothing {})
}

/// A row of either table.
enum Added {
    Motions(Dependency),
    Steps(TaskDependency),
}

impl Added {
    fn of(id: DependencyId, request: &DependencyAdd) -> Result<Self, ErrorReply> {
        match (request.waits, request.after) {
            (PlanItem::Motion(motion), PlanItem::Motion(after)) => {
                if request.lag_days > 0 {
                    return Err(ErrorReply::refused(
                        "Motions wait without days in between: give their tasks or milestones the days.",
                    ));
                }
                Ok(Self::Motions(Dependency { id, motion, after }))
            }
            (PlanItem::Motion(_), _) | (_, PlanItem::Motion(_)) => Err(ErrorReply::refused(
                "A motion waits for motions, a task or milestone for tasks and milestones: choose two of one sort.",
            )),
            (waits, after) => {
                let (waits, after) = (step(waits)?, step(after)?);
                Ok(Self::Steps(TaskDependency { id, waits, after, lag_days: check_lag(request.lag_days)? }))
            }
        }
    }

    /// Whether it may join those that there are.
    fn check(&self, workspace: &Workspace) -> Result<(), ErrorReply> {
        let mut workspace = workspace.clone();
        let is_there = match self {
            Self::Motions(row) => {
                let same = |other: &Dependency| (other.motion, other.after) == (row.motion, row.after);
                let is_there = workspace.dependencies.iter().any(same);
                workspace.dependencies.push(row.clone());
                is_there
            }
            Self::Steps(row) => {
                let same = |other: &TaskDependency| (other.waits, other.after) == (row.waits, row.after);
                let is_there = workspace.task_dependencies.iter().any(same);
                workspace.task_dependencies.push(row.clone());
                is_there
            }
        };
        if is_there {
            return Err(ErrorReply::refused("The one waits for the other already: nothing was changed."));
        }
        check_motions(&workspace).and_then(|()| check_steps(&workspace)).map_err(|circle| closes(&circle))
    }
}

fn closes(circle: &CircularPlan) -> ErrorReply {
    ErrorReply::refused(format!("This would close a circle: {}. Take one of these away first.", circle.words()))
}

fn step(item: PlanItem) -> Result<TaskOrMilestone, ErrorReply> {
    match item {
        PlanItem::Task(id) => Ok(TaskOrMilestone::Task(id)),
        PlanItem::Milestone(id) => Ok(TaskOrMilestone::Milestone(id)),
        PlanItem::Motion(_) => Err(gone("step")),
    }
}

/// Its name, if it is there.
fn known(loaded: &Loaded, item: PlanItem) -> Result<String, ErrorReply> {
    match item {
        PlanItem::Motion(id) => loaded.motion(id).map(drop)?,
        PlanItem::Task(id) => loaded.task(id).map(drop)?,
        PlanItem::Milestone(id) => loaded.milestone(id).map(drop)?,
    }
    Ok(loaded.item_words(item, None))
}

fn check_lag(days: u32) -> Result<u32, ErrorReply> {
    if days <= LAG_MAX {
        return Ok(days);
    }
    Err(ErrorReply::refused(format!("{days} days in between are too many: type at most {LAG_MAX}.")))
}
