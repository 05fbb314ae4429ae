//! Plans as of a date: locked, listed, compared with, deleted.

use domain::variance::{FigureShift, MoneyShift, MotionShift, variance};
use domain::{Better, LockedPlan, LockedPlanId, Money, MotionId, Name, Workspace};
use picture::format;
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// The locked plans, the newest first.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<LockedPlanView>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let view = |plan: &LockedPlan| LockedPlanView { id: plan.id, name: plan.name.to_string(), date: plan.date };
    let mut plans: Vec<LockedPlanView> = loaded.expected.locked_plans.iter().map(view).collect();
    plans.sort_by(|a, b| b.date.cmp(&a.date).then(a.name.cmp(&b.name)).then(a.id.cmp(&b.id)));
    Ok(plans)
}

/// Keeps the plan as it is today.
pub fn lock(app: &App, window: &WindowId, request: PlanLock) -> Result<LockedPlanView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let name =
        Name::parse(&request.name).map_err(|error| ErrorReply::refused(format!("The plan has no name: {error}.")))?;
    if loaded.expected.locked_plans.iter().any(|plan| plan.name == name) {
        return Err(ErrorReply::refused(format!(
            "There is a locked plan '{name}' already: give this one another name."
        )));
    }
    let id = app.host.new_id().into();
    let plan = LockedPlan::of(&loaded.expected, id, name.clone(), app.host.today())
        .map_err(|error| ErrorReply::refused(format!("The plan cannot be kept: {error}.")))?;
    let view = LockedPlanView { id, name: name.to_string(), date: plan.date };
    let step =
        Step { command: "plan_lock".into(), args: json!({ "id": id }), sentence: format!("Locked the plan {name}") };
    app.step(window, step, move |edit| Ok(edit.insert(&plan)?))?;
    Ok(view)
}

/// Deletes a locked plan; the plan of today stays as it is.
pub fn delete(app: &App, window: &WindowId, request: LockedPlanRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted the locked plan {}", plan_of(&loaded, request.id)?.name);
    let step = Step { command: "locked_plan_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<LockedPlan>(&request.id)?))?;
    Ok(Nothing {})
}

/// How the plan differs from a locked one; the chosen scenario from the same one of that day.
pub fn compare(app: &App, window: &WindowId, request: LockedPlanRequest) -> Result<PlanVarianceView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let plan = plan_of(&loaded, request.id)?;
    let then = plan
        .workspace()
        .map_err(|_| ErrorReply::refused(format!("The locked plan '{}' cannot be read: lock a new one.", plan.name)))?;
    let then = forecast::in_scenario(&then, loaded.scenario);
    let found = variance(&then, &loaded.workspace);
    let mut motions: Vec<MotionShiftView> = found.shifted.iter().map(|shift| motion_shift(&loaded, shift)).collect();
    motions.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(PlanVarianceView {
        plan: LockedPlanView { id: plan.id, name: plan.name.to_string(), date: plan.date },
        motions,
        added: named(&loaded.workspace, &found.added),
        removed: named(&then, &found.removed),
        budget: found.budget.iter().map(money_shift).collect(),
    })
}

fn plan_of(loaded: &Loaded, id: LockedPlanId) -> Result<&LockedPlan, ErrorReply> {
    let found = loaded.expected.locked_plans.iter().find(|plan| plan.id == id);
    found.ok_or_else(|| ErrorReply::refused("This locked plan is gone: choose another one from the list."))
}

fn named(workspace: &Workspace, ids: &[MotionId]) -> Vec<NamedMotion> {
    let motions = workspace.motions.iter().filter(|motion| ids.contains(&motion.id));
    let mut named: Vec<NamedMotion> =
        motions.map(|motion| NamedMotion { id: motion.id, name: motion.name.to_string() }).collect();
    named.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    named
}

fn motion_shift(loaded: &Loaded, shift: &MotionShift) -> MotionShiftView {
    let budget: Vec<MoneyShiftView> = shift.budget.iter().map(money_shift).collect();
    let projections: Vec<FigureShiftView> =
        shift.projections.iter().filter_map(|figure| figure_shift(loaded, figure)).collect();
    let days = [("starts", shift.start_days), ("ends", shift.end_days)];
    let dates = days.into_iter().filter(|(_, days)| *days != 0).map(|(verb, days)| moved(verb, days));
    let money = budget.iter().map(|shift| signed(shift.difference));
    let figures = projections.iter().map(|figure| format!("{} {}", figure.metric_name, figure.difference_text));
    MotionShiftView {
        id: shift.motion,
        name: loaded.motion_name(shift.motion),
        start_days: shift.start_days,
        end_days: shift.end_days,
        words: dates.chain(money).chain(figures).collect::<Vec<_>>().join("; "),
        budget,
        projections,
    }
}

/// "ends 12 days later".
fn moved(verb: &str, days: i64) -> String {
    let count = if days.abs() == 1 { "1 day".to_owned() } else { format!("{} days", days.abs()) };
    format!("{verb} {count} {}", if days > 0 { "later" } else { "earlier" })
}

fn signed(difference: Money) -> String {
    let sign = if difference.minor > 0 { "+" } else { "" };
    format!("{sign}{}", format::money(difference))
}

fn money_shift(shift: &MoneyShift) -> MoneyShiftView {
    let difference = Money { minor: shift.now.minor.saturating_sub(shift.then.minor), ..shift.now };
    MoneyShiftView { then: shift.then, now: shift.now, difference }
}

fn figure_shift(loaded: &Loaded, shift: &FigureShift) -> Option<FigureShiftView> {
    let metric = loaded.metric(&shift.metric).ok()?;
    let currency = loaded.workspace.settings.currency;
    let text = |figure: Option<f64>| {
        figure.map_or_else(|| "—".to_owned(), |figure| format::figure(figure, metric.unit, currency))
    };
    let difference = shift.now.unwrap_or(0.0) - shift.then.unwrap_or(0.0);
    let both = shift.now.is_some() && shift.then.is_some();
    Some(FigureShiftView {
        metric: metric.key.clone(),
        metric_name: metric.name.to_string(),
        then_text: text(shift.then),
        now_text: text(shift.now),
        difference_text: format::difference(difference, metric.unit, currency),
        better: (both && difference != 0.0).then_some((difference > 0.0) == (metric.better == Better::Higher)),
    })
}
