//! Rows that are tasks of motions. A task is known by its id, else by its motion and exact name.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::{Audience, ContactId, Date, MotionId, Name, Phase, PhaseId, Task, TaskId, TaskOwner, Workspace};
use uuid::Uuid;

use crate::matching::ByName;
use crate::nouns::accounts::{taken, with_own_ids};
use crate::nouns::actuals;
use crate::nouns::owner::{NEW_MAX, Owners};
use crate::plan::policy::Policies;
use crate::plan::{Options, Plan, Work, check_new};
use crate::table::row::{self, Row};
use crate::values::date::DateReader;
use crate::{ImportError, Reject};

/// A row's cells, read. What is not given leaves a task as it is.
struct Draft {
    row: usize,
    id: Option<Uuid>,
    motion: MotionId,
    name: Name,
    phase: Option<Name>,
    owner: Option<TaskOwner>,
    start: Option<Date>,
    due: Option<Date>,
    done: Option<bool>,
    effort_days: Option<f64>,
    notes: Option<String>,
    notes_audience: Option<Audience>,
}

/// Adds what the table's rows would do to the plan.
pub fn fill(plan: &mut Plan, workspace: &Workspace, options: &Options, work: &mut Work<'_>) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let rows = plan.rows_of(&table, options);
    let mut reader = Reader {
        motions: actuals::motions(workspace),
        ids: workspace.motions.iter().map(|motion| motion.id).collect(),
        starts: row::dates(&rows, "start", options.dates),
        dues: row::dates(&rows, "due", options.dates),
        contacts: contacts(workspace),
        owners: Owners::of(workspace),
    };
    let mut drafts = Vec::with_capacity(rows.len());
    for (index, row) in rows.into_iter().enumerate() {
        work.look_up(index)?;
        match reader.read(row, work.new_id) {
            Ok(draft) => drafts.push(draft),
            Err(reject) => plan.rejects.push(reject),
        }
    }
    check_new(plan, "owner", reader.owners.new.len(), NEW_MAX, "owner")?;
    plan.new_people = reader.owners.new;
    let drafts = with_own_ids(plan, drafts, |draft| (draft.row, draft.id, None));
    Placing::of(workspace, &options.policies).place(plan, drafts, work);
    Ok(())
}

/// Contacts by "Name (Partner)" and, where only one bears it, by name.
fn contacts(workspace: &Workspace) -> HashMap<String, Option<ContactId>> {
    let mut contacts: HashMap<String, Option<ContactId>> = HashMap::new();
    for contact in &workspace.contacts {
        let partner = workspace.organization(contact.organization).map(|partner| partner.name.as_str());
        let whole = format!("{} ({})", contact.name, partner.unwrap_or_default());
        for name in [whole, contact.name.to_string()] {
            contacts.entry(name).and_modify(|one| *one = None).or_insert(Some(contact.id));
        }
    }
    contacts
}

struct Reader<'w> {
    motions: ByName<'w, MotionId>,
    ids: HashSet<MotionId>,
    starts: DateReader,
    dues: DateReader,
    contacts: HashMap<String, Option<ContactId>>,
    owners: Owners,
}

impl Reader<'_> {
    fn read(&mut self, row: Row<'_>, new_id: &mut dyn FnMut() -> Uuid) -> Result<Draft, Reject> {
        let given = row.given("motion_id").and_then(|id| Uuid::parse_str(id).ok()).map(MotionId);
        let motion = match given.filter(|id| self.ids.contains(id)) {
            Some(motion) => motion,
            None => self.motions.one(row, "motion")?,
        };
        let name = row.name("name", "the task's name")?;
        let phase = row.given("phase").map(|_| row.name("phase", "a phase")).transpose()?;
        let (start, due) = (row.date("start", self.starts)?, row.date("due", self.dues)?);
        if let (Some(start), Some(due)) = (start, due)
            && due < start
        {
            return Err(row.reject("due", format!("a day not before {start}")));
        }
        let notes_audience = row.given("notes_audience").map(|_| row.choice("notes_audience")).transpose()?;
        let (done, effort_days) = (row.yes("done")?, row.maybe_number("effort_days", 0.0, 10_000.0)?);
        Ok(Draft {
            row: row.number(),
            id: row.given("id").and_then(|id| Uuid::parse_str(id).ok()),
            motion,
            name,
            phase,
            // A new person is made last, so that a refused row brings none.
            owner: self.owner(row, new_id)?,
            start,
            due,
            done,
            effort_days,
            notes: row.prose("notes").map(str::to_owned),
            notes_audience,
        })
    }

    /// One of us before somebody at a partner; a name that neither has becomes one of us.
    fn owner(&mut self, row: Row<'_>, new_id: &mut dyn FnMut() -> Uuid) -> Result<Option<TaskOwner>, Reject> {
        let contact =
            row.given("owner").filter(|name| !self.owners.knows(name)).and_then(|name| self.contacts.get(name));
        match contact {
            Some(Some(contact)) => Ok(Some(TaskOwner::Contact(*contact))),
            Some(None) => {
                let advice = "several contacts have this name; write the partner behind it, as in Bo (Acme)";
                Err(row.reject("owner", "the name of one contact").advise(advice))
            }
            None => Ok(self.owners.read(row, "owner", new_id)?.map(TaskOwner::from)),
        }
    }
}

/// Where rows go among the tasks that there are.
struct Placing<'w> {
    policies: &'w Policies,
    by_id: HashMap<TaskId, &'w Task>,
    by_name: HashMap<(MotionId, &'w str), Vec<&'w Task>>,
    phases: HashMap<(MotionId, Name), PhaseId>,
    next_phase: HashMap<MotionId, u32>,
    next_task: HashMap<(MotionId, Option<PhaseId>), u32>,
    seen: HashMap<TaskId, usize>,
}

impl<'w> Placing<'w> {
    fn of(workspace: &'w Workspace, policies: &'w Policies) -> Self {
        let mut placing = Self {
            policies,
            by_id: workspace.tasks.iter().map(|task| (task.id, task)).collect(),
            by_name: HashMap::new(),
            phases: workspace.phases.iter().map(|row| ((row.motion, row.name.clone()), row.id)).collect(),
            next_phase: HashMap::new(),
            next_task: HashMap::new(),
            seen: HashMap::new(),
        };
        for task in &workspace.tasks {
            placing.by_name.entry((task.motion, task.name.as_str())).or_default().push(task);
            let next = placing.next_task.entry((task.motion, task.phase)).or_default();
            *next = (*next).max(task.position + 1);
        }
        for phase in &workspace.phases {
            let next = placing.next_phase.entry(phase.motion).or_default();
            *next = (*next).max(phase.position + 1);
        }
        placing
    }

    fn place(&mut self, plan: &mut Plan, drafts: Vec<Draft>, work: &mut Work<'_>) {
        for draft in drafts {
            let old = match self.known(&draft) {
                Ok(old) => old,
                Err(reject) => {
                    plan.rejects.push(reject);
                    continue;
                }
            };
            let phase = draft.phase.clone().map(|name| self.phase(plan, draft.motion, name, work));
            let Some(old) = old else {
                let next = self.next_task.entry((draft.motion, phase)).or_default();
                let id = draft.id.map_or_else(|| TaskId((work.new_id)()), TaskId);
                plan.new_tasks.push(draft.into_new(id, phase, *next));
                *next += 1;
                continue;
            };
            if let Some(earlier) = self.seen.insert(old.id, draft.row) {
                plan.rejects.push(taken(draft.row, draft.name.as_str(), earlier));
                continue;
            }
            let changed = draft.applied_to(old, phase, self.policies);
            if changed == *old {
                plan.unchanged += 1;
            } else {
                plan.changed_tasks.push(changed);
            }
        }
    }

    /// The task that a row means: a new name may be several tasks' at once only where none is there yet.
    fn known(&self, draft: &Draft) -> Result<Option<&'w Task>, Reject> {
        if let Some(own) = draft.id.and_then(|id| self.by_id.get(&TaskId(id))) {
            return Ok(Some(own));
        }
        let named = self.by_name.get(&(draft.motion, draft.name.as_str())).map_or(&[][..], Vec::as_slice);
        match named {
            _ if draft.id.is_some() => Ok(None),
            [] => Ok(None),
            [one] => Ok(Some(one)),
            several => {
                let advice = format!("{} tasks of this motion have this name; name it by its id", several.len());
                let expected = "a name that stands for one task only";
                Err(Reject::new(draft.row, Some("name"), draft.name.as_str(), expected).advise(advice))
            }
        }
    }

    /// The phase of this name, which is made where the motion has none.
    fn phase(&mut self, plan: &mut Plan, motion: MotionId, name: Name, work: &mut Work<'_>) -> PhaseId {
        if let Some(id) = self.phases.get(&(motion, name.clone())) {
            return *id;
        }
        let id = PhaseId((work.new_id)());
        let next = self.next_phase.entry(motion).or_default();
        plan.new_phases.push(Phase { id, motion, name: name.clone(), position: *next });
        *next += 1;
        self.phases.insert((motion, name), id);
        id
    }
}

impl Draft {
    fn applied_to(&self, old: &Task, phase: Option<PhaseId>, policies: &Policies) -> Task {
        let start = policies.option("start", &self.start, &old.start);
        // Where one side's first day and the other's last day are taken, they need not fit.
        let due = policies.option("due", &self.due, &old.due).map(|due| start.map_or(due, |start| due.max(start)));
        Task {
            id: old.id,
            motion: old.motion,
            name: policies.value("name", &Some(self.name.clone()), &old.name, false),
            owner: policies.option("owner", &self.owner, &old.owner),
            start,
            due,
            done: policies.value("done", &self.done, &old.done, false),
            effort_days: policies.option("effort_days", &self.effort_days, &old.effort_days),
            // A phase belongs to its motion, and a task stays in its own.
            phase: if old.motion == self.motion { policies.option("phase", &phase, &old.phase) } else { old.phase },
            notes: policies.value("notes", &self.notes, &old.notes, old.notes.is_empty()),
            notes_audience: policies.value("notes_audience", &self.notes_audience, &old.notes_audience, false),
            position: old.position,
        }
    }

    fn into_new(self, id: TaskId, phase: Option<PhaseId>, position: u32) -> Task {
        Task {
            id,
            motion: self.motion,
            name: self.name,
            owner: self.owner,
            start: self.start,
            due: self.due,
            done: self.done.unwrap_or(false),
            effort_days: self.effort_days,
            phase,
            notes: self.notes.unwrap_or_default(),
            notes_audience: self.notes_audience.unwrap_or(Audience::Internal),
            position,
        }
    }
}
