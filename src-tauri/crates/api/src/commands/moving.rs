//! Moving motions, tasks and milestones in time, with what is inside them and, if wanted, with what waits for them.

use std::collections::BTreeMap;

use domain::schedule::moving::{PlanItem, Shift, moves};
use domain::{Date, Milestone, Motion, Task, Workspace};
use jiff::ToSpan;
use serde_json::json;
use store::Step;

use crate::differing::Differing;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Most days that anything moves at once.
const DAYS_MAX: i32 = 36_500;

/// What would move if this moved, itself aside.
pub fn preview(app: &App, window: &WindowId, request: PlanMoveAsk) -> Result<PlanMovePreview, ErrorReply> {
    let loaded = app.loaded(window)?;
    let moved = Moved::of(&loaded, request, true)?;
    let plan = plan(&loaded, request.what);
    let own = loaded.motion_of(request.what);
    let is_own = |item: PlanItem| item == request.what || (own == loaded.motion_of(item) && is_motion(request.what));
    let inside = moved.shifts.keys().filter(|item| **item != request.what && is_own(**item)).count();
    let also = moved.shifts.iter().filter(|(item, _)| !is_own(**item) && !moved.goes_with_its_motion(&loaded, **item));
    Ok(PlanMovePreview {
        inside: u32::try_from(inside).unwrap_or(u32::MAX),
        also: also.filter_map(|(item, shift)| view(&loaded, plan, *item, *shift)).collect(),
    })
}

/// Moves something, as one step. In a scenario, motions move only there, with the open steps inside them; steps that wait in
/// other motions stay.
pub fn apply(app: &App, window: &WindowId, request: PlanMove) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let PlanMove { what, start_days, end_days, with_waiting } = request;
    let moved = Moved::of(&loaded, PlanMoveAsk { what, start_days, end_days }, with_waiting)?;
    let (motions, tasks, milestones) = moved.rows(plan(&loaded, what));
    let others = moved.shifts.keys().filter(|item| is_motion(**item) && **item != what).count();
    let sentence = sentence(&loaded, &request, others);
    let args = json!({ "what": what, "start_days": start_days, "end_days": end_days, "with_waiting": with_waiting });
    if let Some(scenario) = loaded.scenario.filter(|_| is_motion(what)) {
        let mut differing = Differing::new(app, &loaded, scenario);
        for motion in &motions {
            differing.set("motion", motion.id.0, "start", &json!(motion.start));
            differing.set("motion", motion.id.0, "end", &json!(motion.end));
        }
        let differences = differing.unchecked();
        let sentence = format!("{sentence} in {}", loaded.scenario_name());
        let step = Step { command: "plan_move".into(), args, sentence };
        app.step(window, step, move |edit| Ok(differences.write(edit)?))?;
        return Ok(Nothing {});
    }
    // A step inside a motion has no dates of its own in a scenario.
    let sentence = if loaded.scenario.is_some() { format!("{sentence} in every scenario") } else { sentence };
    app.step(window, Step { command: "plan_move".into(), args, sentence }, move |edit| {
        motions.iter().try_for_each(|row| edit.update(row))?;
        tasks.iter().try_for_each(|row| edit.update(row))?;
        Ok(milestones.iter().try_for_each(|row| edit.update(row))?)
    })?;
    Ok(Nothing {})
}

fn sentence(loaded: &Loaded, request: &PlanMove, others: usize) -> String {
    let name = loaded.item_words(request.what, None);
    let days = |days: i32| if days.abs() == 1 { "1 day".to_owned() } else { format!("{} days", days.abs()) };
    let later = |days: i32| if days < 0 { "earlier" } else { "later" };
    let with = match others {
        0 => String::new(),
        1 => ", and one motion that waits".to_owned(),
        count => format!(", and {count} motions that wait"),
    };
    let PlanMove { start_days, end_days, .. } = *request;
    if start_days == end_days {
        format!("Moved {name} {} {}{with}", days(end_days), later(end_days))
    } else if start_days == 0 {
        format!("Ended {name} {} {}{with}", days(end_days), later(end_days))
    } else if end_days == 0 {
        format!("Started {name} {} {}{with}", days(start_days), later(start_days))
    } else {
        format!("Changed the dates of {name}{with}")
    }
}

fn is_motion(item: PlanItem) -> bool {
    matches!(item, PlanItem::Motion(_))
}

struct Moved {
    shifts: BTreeMap<PlanItem, Shift>,
}

impl Moved {
    fn of(loaded: &Loaded, ask: PlanMoveAsk, with_waiting: bool) -> Result<Self, ErrorReply> {
        let most = ask.start_days.abs().max(ask.end_days.abs());
        if most > DAYS_MAX {
            return Err(ErrorReply::refused(format!("{most} days are too many: move by at most {DAYS_MAX}.")));
        }
        let shift = Shift { start_days: ask.start_days.into(), end_days: ask.end_days.into() };
        let plan = plan(loaded, ask.what);
        let (start, end) = dates(loaded, plan, ask.what)?;
        let (new_start, new_end) = (later(start, shift.start_days), later(end, shift.end_days));
        if new_end < new_start {
            return Err(ErrorReply::refused(format!(
                "{} would end on {new_end}, before it starts on {new_start}: move it by other days.",
                loaded.item_words(ask.what, None)
            )));
        }
        let mut shifts = moves(plan, ask.what, shift, with_waiting);
        if loaded.scenario.is_some() && is_motion(ask.what) {
            let goes = |item: &PlanItem, shifts: &BTreeMap<PlanItem, Shift>| {
                let motion = loaded.motion_of(*item).map(PlanItem::Motion);
                is_motion(*item) || motion.is_some_and(|motion| shifts.contains_key(&motion))
            };
            let all = shifts.clone();
            shifts.retain(|item, _| goes(item, &all));
        }
        Ok(Self { shifts })
    }

    /// A step whose motion moves just as far needs no word of its own.
    fn goes_with_its_motion(&self, loaded: &Loaded, item: PlanItem) -> bool {
        let motion = loaded.motion_of(item).map(PlanItem::Motion).filter(|_| !is_motion(item));
        motion.is_some_and(|motion| self.shifts.get(&motion) == self.shifts.get(&item))
    }

    fn rows(&self, workspace: &Workspace) -> (Vec<Motion>, Vec<Task>, Vec<Milestone>) {
        let shift = |item: PlanItem| self.shifts.get(&item);
        let motions = workspace.motions.iter().filter_map(|row| {
            let shift = shift(PlanItem::Motion(row.id))?;
            Some(Motion {
                start: later(row.start, shift.start_days),
                end: later(row.end, shift.end_days),
                ..row.clone()
            })
        });
        let tasks = workspace.tasks.iter().filter_map(|row| {
            let shift = shift(PlanItem::Task(row.id))?;
            let start = row.start.map(|day| later(day, shift.start_days));
            Some(Task { start, due: row.due.map(|day| later(day, shift.end_days)), ..row.clone() })
        });
        let milestones = workspace.milestones.iter().filter_map(|row| {
            let shift = shift(PlanItem::Milestone(row.id))?;
            Some(Milestone { date: later(row.date, shift.end_days), ..row.clone() })
        });
        (motions.collect(), tasks.collect(), milestones.collect())
    }
}

/// Motions move as the chosen scenario sees them, the steps inside them as Expected does.
fn plan(loaded: &Loaded, what: PlanItem) -> &Workspace {
    if is_motion(what) { &loaded.workspace } else { &loaded.expected }
}

/// First and last day of something that has days.
fn dates(loaded: &Loaded, plan: &Workspace, item: PlanItem) -> Result<(Date, Date), ErrorReply> {
    match item {
        PlanItem::Motion(id) => {
            let row = loaded.motion(id)?;
            let row = plan.motions.iter().find(|seen| seen.id == id).unwrap_or(row);
            Ok((row.start, row.end))
        }
        PlanItem::Milestone(id) => {
            let row = loaded.milestone(id)?;
            let row = plan.milestones.iter().find(|seen| seen.id == id).unwrap_or(row);
            Ok((row.date, row.date))
        }
        PlanItem::Task(id) => {
            let row = loaded.task(id)?;
            let row = plan.tasks.iter().find(|seen| seen.id == id).unwrap_or(row);
            let start = row.start.or(row.due);
            let start = start.ok_or_else(|| {
                ErrorReply::refused(format!("{} has no day yet: give it one, then move it.", row.name))
            })?;
            Ok((start, row.due.unwrap_or(start)))
        }
    }
}

fn view(loaded: &Loaded, plan: &Workspace, what: PlanItem, shift: Shift) -> Option<MovedView> {
    let (start, end) = dates(loaded, plan, what).ok()?;
    Some(MovedView {
        what,
        words: loaded.item_words(what, None),
        days: shift.end_days,
        start: later(start, shift.start_days),
        end: later(end, shift.end_days),
    })
}

/// Dates of a plan lie far from the calendar's ends.
fn later(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}
