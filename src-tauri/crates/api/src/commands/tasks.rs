//! The tasks of a motion: added, changed, ordered and deleted.

use std::collections::BTreeSet;

use domain::{Audience, ChecklistItem, ChecklistItemId, PhaseId, Task, TaskOwner};
use serde_json::json;
use store::{Edit, Step};

use crate::loaded::{Loaded, gone};
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Most lines of a checklist.
const CHECKLIST_MAX: usize = 200;

/// Adds a task behind the others of its phase.
pub fn add(app: &App, window: &WindowId, request: TaskAdd) -> Result<TaskAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let motion = loaded.motion(request.motion)?;
    check_phase(&loaded, motion.id, request.phase)?;
    check_owner(&loaded, request.owner)?;
    check_dates(TaskDates { start: request.start, due: request.due })?;
    let others = loaded.expected.tasks.iter().filter(|task| task.motion == motion.id && task.phase == request.phase);
    let task = Task {
        id: app.host.new_id().into(),
        motion: motion.id,
        name: request.name,
        owner: request.owner,
        start: request.start,
        due: request.due,
        done: false,
        effort_days: check_effort(request.effort_days)?,
        phase: request.phase,
        notes: String::new(),
        notes_audience: Audience::Internal,
        position: others.map(|task| task.position + 1).max().unwrap_or(0),
    };
    let id = task.id;
    let sentence = format!("Added task {} to {}", task.name, motion.name);
    let args = json!({ "motion": motion.id, "name": task.name });
    app.step(window, Step { command: "task_add".into(), args, sentence }, move |edit| {
        edit.insert(&task)?;
        Ok(TaskAdded { id })
    })
}

/// Changes one field of a task.
pub fn update(app: &App, window: &WindowId, request: TaskUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut task = loaded.task(request.id)?.clone();
    let name = task.name.clone();
    let sentence = |what: &str| format!("Changed {what} of task {name}");
    let mut checklist = None;
    let (field, sentence) = match request.change {
        TaskChange::Name(new) => {
            let said = format!("Renamed task {name} to {new}");
            task.name = new;
            ("name", said)
        }
        TaskChange::Owner(owner) => {
            check_owner(&loaded, owner)?;
            task.owner = owner;
            ("owner", sentence("the owner"))
        }
        TaskChange::Dates(dates) => {
            check_dates(dates)?;
            (task.start, task.due) = (dates.start, dates.due);
            ("dates", sentence("the dates"))
        }
        TaskChange::Done(done) => {
            task.done = done;
            ("done", done_sentence(&task))
        }
        TaskChange::Effort(days) => {
            task.effort_days = check_effort(days)?;
            ("effort", sentence("the effort"))
        }
        TaskChange::Notes(text) => {
            task.notes = text.into_string();
            ("notes", sentence("the notes"))
        }
        TaskChange::NotesAudience(audience) => {
            task.notes_audience = audience;
            ("notes_audience", sentence("who may read the notes"))
        }
        TaskChange::Checklist(lines) => {
            checklist = Some(Checklist::of(app, &loaded, &task, lines)?);
            ("checklist", sentence("the checklist"))
        }
    };
    let step = Step { command: "task_update".into(), args: json!({ "id": request.id, "field": field }), sentence };
    app.step(window, step, move |edit| match checklist {
        Some(checklist) => checklist.write(edit),
        None => Ok(edit.update(&task)?),
    })?;
    Ok(Nothing {})
}

/// Ticks a task, or takes the tick away.
pub fn set_done(app: &App, window: &WindowId, request: TaskDone) -> Result<Nothing, ErrorReply> {
    update(app, window, TaskUpdate { id: request.id, change: TaskChange::Done(request.done) })
}

/// Deletes a task with its checklist and dependencies.
pub fn delete(app: &App, window: &WindowId, request: TaskRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted task {}", loaded.task(request.id)?.name);
    let step = Step { command: "task_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Task>(&request.id)?))?;
    Ok(Nothing {})
}

/// Puts a task into a phase, before another task or behind all.
pub fn place(app: &App, window: &WindowId, request: TaskMove) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let task = loaded.task(request.id)?;
    check_phase(&loaded, task.motion, request.phase)?;
    let tasks = loaded.tasks_of(task.motion);
    let mut order: Vec<&Task> =
        tasks.into_iter().filter(|other| other.phase == request.phase && other.id != task.id).collect();
    let at = match request.before {
        Some(before) => order.iter().position(|other| other.id == before).ok_or_else(|| gone("task"))?,
        None => order.len(),
    };
    order.insert(at, task);
    let placed = (0..).zip(order).map(|(position, task)| Task { position, phase: request.phase, ..task.clone() });
    let changed: Vec<Task> = placed.filter(|placed| loaded.task(placed.id).is_ok_and(|old| old != placed)).collect();
    let sentence = format!("Moved task {}", task.name);
    let step = Step { command: "task_move".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(changed.iter().try_for_each(|task| edit.update(task))?))?;
    Ok(Nothing {})
}

fn done_sentence(task: &Task) -> String {
    format!("{} task {}", if task.done { "Finished" } else { "Reopened" }, task.name)
}

fn check_phase(loaded: &Loaded, motion: domain::MotionId, phase: Option<PhaseId>) -> Result<(), ErrorReply> {
    match phase {
        Some(id) if loaded.phase(id)?.motion != motion => {
            Err(ErrorReply::refused("This phase belongs to another motion: choose one of the task's own motion."))
        }
        _ => Ok(()),
    }
}

fn check_owner(loaded: &Loaded, owner: Option<TaskOwner>) -> Result<(), ErrorReply> {
    let workspace = &loaded.expected;
    match owner {
        Some(TaskOwner::Person(id)) if workspace.people.iter().all(|person| person.id != id) => Err(gone("person")),
        Some(TaskOwner::Contact(id)) if workspace.contacts.iter().all(|contact| contact.id != id) => {
            Err(gone("contact"))
        }
        _ => Ok(()),
    }
}

fn check_dates(dates: TaskDates) -> Result<(), ErrorReply> {
    match (dates.start, dates.due) {
        (Some(start), Some(due)) if due < start => Err(ErrorReply::refused(format!(
            "The task is due on {due}, before it starts on {start}: swap the two days."
        ))),
        _ => Ok(()),
    }
}

fn check_effort(days: Option<f64>) -> Result<Option<f64>, ErrorReply> {
    match days {
        Some(days) if !(0.0..=10_000.0).contains(&days) => {
            Err(ErrorReply::refused(format!("An effort of {days} days is no effort: type 0 to 10,000.")))
        }
        other => Ok(other),
    }
}

/// A checklist as it shall be.
struct Checklist {
    lines: Vec<ChecklistItem>,
    gone: Vec<ChecklistItemId>,
}

impl Checklist {
    fn of(app: &App, loaded: &Loaded, task: &Task, lines: Vec<ChecklistLine>) -> Result<Self, ErrorReply> {
        if lines.len() > CHECKLIST_MAX {
            return Err(ErrorReply::refused(format!(
                "A checklist of {} lines is too long: keep it to {CHECKLIST_MAX}, or make tasks of them.",
                lines.len()
            )));
        }
        let had: BTreeSet<ChecklistItemId> =
            loaded.expected.checklist_items.iter().filter(|item| item.task == task.id).map(|item| item.id).collect();
        let mut left = had.clone();
        let mut wanted = Vec::with_capacity(lines.len());
        for (position, line) in (0..).zip(lines) {
            let id = match line.id {
                Some(id) if left.remove(&id) => id,
                Some(_) => return Err(gone("line of the checklist")),
                None => app.host.new_id().into(),
            };
            wanted.push(ChecklistItem { id, task: task.id, position, text: line.text, done: line.done });
        }
        Ok(Self { lines: wanted, gone: left.into_iter().collect() })
    }

    fn write(&self, edit: &mut Edit<'_>) -> Result<(), ErrorReply> {
        for id in &self.gone {
            edit.delete::<ChecklistItem>(id)?;
        }
        Ok(self.lines.iter().try_for_each(|line| edit.put(line))?)
    }
}
