//! Motions: lanes and timeline, the drawer and their changes.

use domain::{BudgetLine, CostBehavior, Health, Motion, MotionPartner, MotionStatus, Name};
use serde_json::json;
use store::{Edit, Step};

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// All motions in lanes, with their timeline.
pub fn view(app: &App, window: &WindowId, request: MotionsRequest) -> Result<MotionsView, ErrorReply> {
    Ok(app.loaded(window)?.motions_view(request.width.clamp(200.0, 8000.0)))
}

/// What the drawer shows.
pub fn detail(app: &App, window: &WindowId, request: MotionRequest) -> Result<MotionDetail, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.motion_detail(loaded.motion(request.id)?))
}

/// Adds a motion with its partners and budget.
pub fn add(app: &App, window: &WindowId, request: MotionAdd) -> Result<MotionAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    loaded.motion_kind(&request.kind)?;
    check_dates(MotionDates { start: request.start, end: request.end })?;
    let motion = Motion {
        id: app.host.new_id().into(),
        name: request.name,
        kind: request.kind,
        status: if request.start <= loaded.today { MotionStatus::Running } else { MotionStatus::Draft },
        health: Health::OnTrack,
        objective: String::new(),
        start: request.start,
        end: request.end,
        owner: request.owner,
        active: true,
    };
    let partners = partner_rows(&loaded, motion.id, &request.partners)?;
    let line = request.budget.map(|budget| budget_line(app, motion.id, budget)).transpose()?;
    let id = motion.id;
    let sentence = format!("Added motion {}", motion.name);
    let step =
        Step { command: "motion_add".into(), args: json!({ "name": motion.name, "kind": motion.kind }), sentence };
    app.step(window, step, move |edit| {
        edit.insert(&motion)?;
        partners.iter().try_for_each(|row| edit.insert(row))?;
        line.iter().try_for_each(|row| edit.insert(row))?;
        Ok(MotionAdded { id })
    })
}

/// Changes one field of a motion.
pub fn update(app: &App, window: &WindowId, request: MotionUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = loaded.motion(request.id)?;
    let mut motion = before.clone();
    let name = before.name.clone();
    let what;
    let mut others: Change = Box::new(|_| Ok(()));
    match request.change {
        MotionChange::Name(new) => (what, motion.name) = ("name", new),
        MotionChange::Kind(kind) => (what, motion.kind) = ("kind", loaded.motion_kind(&kind)?.key.clone()),
        MotionChange::Status(status) => (what, motion.status) = ("status", status),
        MotionChange::Health(health) => (what, motion.health) = ("health", health),
        MotionChange::Objective(text) => (what, motion.objective) = ("objective", text.into_string()),
        MotionChange::Owner(owner) => (what, motion.owner) = ("owner", owner),
        MotionChange::Dates(dates) => {
            check_dates(dates)?;
            (what, motion.start, motion.end) = ("dates", dates.start, dates.end);
        }
        MotionChange::Budget(budget) => {
            what = "budget";
            others = set_budget(app, &loaded, before, budget)?;
        }
        MotionChange::Partners(ids) => {
            what = "partners";
            others = set_partners(&loaded, before, &ids)?;
        }
    }
    let step = Step {
        command: "motion_update".into(),
        args: json!({ "id": request.id, "field": what }),
        sentence: format!("Changed {what} of motion {name}"),
    };
    app.step(window, step, move |edit| {
        edit.update(&motion)?;
        others(edit)
    })?;
    Ok(Nothing {})
}

/// Deletes a motion with everything inside it.
pub fn delete(app: &App, window: &WindowId, request: MotionRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted motion {}", loaded.motion(request.id)?.name);
    let step = Step { command: "motion_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Motion>(&request.id)?))?;
    Ok(Nothing {})
}

/// Ticks a task, or takes the tick away.
pub fn set_task_done(app: &App, window: &WindowId, request: TaskDone) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let task = loaded.expected.tasks.iter().find(|task| task.id == request.id);
    let mut task = task.cloned().ok_or_else(|| gone("task"))?;
    task.done = request.done;
    let sentence = format!("{} task {}", if request.done { "Finished" } else { "Reopened" }, task.name);
    let step = Step { command: "task_done".into(), args: json!({ "id": request.id, "done": request.done }), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&task)?))?;
    Ok(Nothing {})
}

fn check_dates(dates: MotionDates) -> Result<(), ErrorReply> {
    if dates.start <= dates.end {
        return Ok(());
    }
    Err(ErrorReply::refused(format!(
        "The motion ends on {}, before it starts on {}: swap the two days.",
        dates.end, dates.start
    )))
}

fn partner_rows(
    loaded: &Loaded,
    motion: domain::MotionId,
    ids: &[domain::OrganizationId],
) -> Result<Vec<MotionPartner>, ErrorReply> {
    let ids: std::collections::BTreeSet<_> = ids.iter().collect();
    ids.into_iter()
        .map(|id| {
            let partner = loaded.organization(*id)?;
            Ok(MotionPartner { motion, organization: partner.id, role: String::new() })
        })
        .collect()
}

type Change = Box<dyn FnOnce(&mut Edit<'_>) -> Result<(), ErrorReply> + Send>;

fn set_partners(loaded: &Loaded, motion: &Motion, ids: &[domain::OrganizationId]) -> Result<Change, ErrorReply> {
    let wanted = partner_rows(loaded, motion.id, ids)?;
    let had: Vec<MotionPartner> =
        loaded.expected.motion_partners.iter().filter(|row| row.motion == motion.id).cloned().collect();
    Ok(Box::new(move |edit| {
        let has = |rows: &[MotionPartner], row: &MotionPartner| rows.iter().any(|r| r.organization == row.organization);
        for row in had.iter().filter(|row| !has(&wanted, row)) {
            edit.delete::<MotionPartner>(&(row.motion, row.organization))?;
        }
        for row in wanted.iter().filter(|row| !has(&had, row)) {
            edit.insert(row)?;
        }
        Ok(())
    }))
}

fn set_budget(app: &App, loaded: &Loaded, motion: &Motion, budget: domain::Money) -> Result<Change, ErrorReply> {
    let lines: Vec<&BudgetLine> = loaded.expected.budget_lines.iter().filter(|line| line.motion == motion.id).collect();
    match lines.as_slice() {
        [] => {
            let line = budget_line(app, motion.id, budget)?;
            Ok(Box::new(move |edit| Ok(edit.insert(&line)?)))
        }
        [line] => {
            let mut line = (*line).clone();
            line.planned_minor = budget.minor;
            line.currency = budget.currency;
            Ok(Box::new(move |edit| Ok(edit.update(&line)?)))
        }
        lines => Err(ErrorReply::refused(format!(
            "{} has {} budget lines, so its budget is their sum: change the lines instead.",
            motion.name,
            lines.len()
        ))),
    }
}

fn budget_line(app: &App, motion: domain::MotionId, budget: domain::Money) -> Result<BudgetLine, ErrorReply> {
    if budget.minor < 0 {
        return Err(ErrorReply::refused("A budget cannot be below zero: type what the motion may cost."));
    }
    Ok(BudgetLine {
        id: app.host.new_id().into(),
        motion,
        name: Name::parse("Budget").map_err(|error| ErrorReply::from_error(crate::Refusal::Refused, &error))?,
        behavior: CostBehavior::Fixed,
        currency: budget.currency,
        planned_minor: budget.minor,
        committed_minor: 0,
        spent_minor: 0,
        shares: Vec::new(),
    })
}

fn gone(what: &str) -> ErrorReply {
    ErrorReply::refused(format!("This {what} is no longer there: somebody deleted it or undid its step."))
}
