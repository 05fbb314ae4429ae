//! Motions and tasks typed on the command line.

use domain::{Motion, MotionId, Name, Task, TaskId};
use import::{Noun, Plan};
use serde_json::json;
use store::Step;

use crate::{App, ErrorReply, WindowId};

impl App {
    /// Sets fields of a motion as one step. A field set to nothing is emptied.
    pub fn set_motion(&self, window: &WindowId, id: MotionId, fields: &[(String, String)]) -> Result<(), ErrorReply> {
        let loaded = self.loaded(window)?;
        let old = loaded.motion(id)?;
        // What a row of motions makes no sense without.
        let had = [
            ("name", old.name.to_string()),
            ("kind", old.kind.to_string()),
            ("start", old.start.to_string()),
            ("end", old.end.to_string()),
        ];
        let typed = Typed::of(("id", id.to_string()), &had, fields);
        let mut plan = self.typed(Noun::Motions, &typed.cells, &loaded.expected)?;
        refuse_new_owner(&plan)?;
        let mut changed = plan.changed_motions.pop().unwrap_or_else(|| old.clone());
        for field in typed.emptied {
            empty_motion(&mut changed, field)?;
        }
        if changed != *old {
            plan.changed_motions.push(changed);
        }
        let sentence = format!("Changed {} of motion {}", typed.names.join(", "), old.name);
        let step = Step { command: "motion_set".into(), args: json!({ "id": id, "fields": typed.names }), sentence };
        self.write_typed(window, plan, step)
    }

    /// Adds a task as one step.
    pub fn add_task(
        &self,
        window: &WindowId,
        motion: MotionId,
        name: &Name,
        fields: &[(String, String)],
    ) -> Result<(), ErrorReply> {
        let loaded = self.loaded(window)?;
        let row = loaded.motion(motion)?;
        let had = [("motion", row.name.to_string()), ("name", name.to_string())];
        let typed = Typed::of(("motion_id", motion.to_string()), &had, fields);
        let plan = self.typed(Noun::Tasks, &typed.cells, &loaded.expected)?;
        refuse_new_owner(&plan)?;
        if plan.new_tasks.is_empty() {
            return Err(ErrorReply::refused(format!(
                "{} has a task {name} already: change that one with 'task set'.",
                row.name
            )));
        }
        let sentence = format!("Added task {name} to {}", row.name);
        let step = Step { command: "task_add".into(), args: json!({ "motion": motion, "name": name }), sentence };
        self.write_typed(window, plan, step)
    }

    /// Sets fields of a task as one step. A field set to nothing is emptied.
    pub fn set_task(&self, window: &WindowId, id: TaskId, fields: &[(String, String)]) -> Result<(), ErrorReply> {
        let loaded = self.loaded(window)?;
        let old = loaded.task(id)?;
        let motion = loaded.motion(old.motion)?;
        if fields.iter().any(|(field, _)| field == "motion" || field == "motion_id") {
            return Err(ErrorReply::refused("A task stays in its motion: add it to the other one instead."));
        }
        let mut had = vec![
            ("motion", motion.name.to_string()),
            ("motion_id", motion.id.to_string()),
            ("name", old.name.to_string()),
        ];
        // So that a new first day is held against the last one, and the other way around.
        let is_open = |name: &str| fields.iter().all(|(field, _)| field != name);
        had.extend(old.start.filter(|_| is_open("start")).map(|day| ("start", day.to_string())));
        had.extend(old.due.filter(|_| is_open("due")).map(|day| ("due", day.to_string())));
        let typed = Typed::of(("id", id.to_string()), &had, fields);
        let mut plan = self.typed(Noun::Tasks, &typed.cells, &loaded.expected)?;
        refuse_new_owner(&plan)?;
        let mut changed = plan.changed_tasks.pop().unwrap_or_else(|| old.clone());
        for field in typed.emptied {
            empty_task(&mut changed, field)?;
        }
        if changed != *old {
            plan.changed_tasks.push(changed);
        }
        let sentence = format!("Changed {} of task {}", typed.names.join(", "), old.name);
        let step = Step { command: "task_set".into(), args: json!({ "id": id, "fields": typed.names }), sentence };
        self.write_typed(window, plan, step)
    }
}

/// The cells of one row, and the fields that were set to nothing.
struct Typed<'t> {
    cells: Vec<(&'t str, String)>,
    emptied: Vec<&'t str>,
    names: Vec<&'t str>,
}

impl<'t> Typed<'t> {
    /// What was typed, and of `had` what was not.
    fn of(own: (&'t str, String), had: &[(&'t str, String)], fields: &'t [(String, String)]) -> Self {
        let is_typed = |name: &str| fields.iter().any(|(field, value)| field == name && !value.is_empty());
        let kept = had.iter().filter(|(name, _)| !is_typed(name)).cloned();
        let given = fields.iter().filter(|(field, value)| *field != own.0 && !value.is_empty());
        let given = given.map(|(field, value)| (field.as_str(), value.clone()));
        let mut cells: Vec<_> = kept.chain(given).collect();
        cells.push(own);
        let emptied = fields.iter().filter(|(_, value)| value.is_empty()).map(|(field, _)| field.as_str());
        Self { cells, emptied: emptied.collect(), names: fields.iter().map(|(field, _)| field.as_str()).collect() }
    }
}

/// A file may bring new people; a typed name that nobody has is a slip.
fn refuse_new_owner(plan: &Plan) -> Result<(), ErrorReply> {
    match plan.new_people.first() {
        None => Ok(()),
        Some(person) => Err(ErrorReply::refused(format!(
            "There is nobody called '{}': write a function such as Marketing, or the exact name of a person or contact.",
            person.name
        ))),
    }
}

fn empty_motion(motion: &mut Motion, field: &str) -> Result<(), ErrorReply> {
    match field {
        "objective" => motion.objective.clear(),
        "owner" => motion.owner = None,
        _ => return Err(kept(field, "objective and owner")),
    }
    Ok(())
}

fn empty_task(task: &mut Task, field: &str) -> Result<(), ErrorReply> {
    match field {
        "phase" => task.phase = None,
        "owner" => task.owner = None,
        "start" => task.start = None,
        "due" => task.due = None,
        "effort_days" => task.effort_days = None,
        "notes" => task.notes.clear(),
        _ => return Err(kept(field, "phase, owner, start, due, effort_days and notes")),
    }
    Ok(())
}

fn kept(field: &str, others: &str) -> ErrorReply {
    ErrorReply::refused(format!("'{field}' cannot be emptied: {others} can."))
}
