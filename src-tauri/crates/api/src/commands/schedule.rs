//! When motions can happen, what is critical, and what cannot go as it is dated.

use std::collections::BTreeMap;

use domain::schedule::capacity::{self, Overload};
use domain::schedule::steps::{BrokenStep, ScheduledStep};
use domain::schedule::{self, BrokenDependency, Crowd, ScheduledMotion};
use domain::{Function, Month, MotionId, Name, TaskOrMilestone};
use picture::format::date;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, Refusal, WindowId};

/// The schedule of the chosen scenario.
pub fn view(app: &App, window: &WindowId, _: Nothing) -> Result<ScheduleView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let schedule = schedule::of(&loaded.workspace).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
    let names = names(&loaded);
    let mut motions: Vec<ScheduledMotionView> = schedule.motions.iter().map(|each| motion(&names, each)).collect();
    motions.sort_by_key(|motion| (motion.early_start, motion.early_end));
    let steps = Steps::of(&loaded, &names);
    let mut step_views: Vec<ScheduledStepView> = schedule.steps.iter().map(|each| steps.scheduled(each)).collect();
    step_views.sort_by(|a, b| (a.early_start, a.early_end, &a.name).cmp(&(b.early_start, b.early_end, &b.name)));
    Ok(ScheduleView {
        steps: step_views,
        broken_steps: schedule.broken_steps.iter().filter_map(|each| steps.broken(each)).collect(),
        critical: motions.iter().filter(|motion| motion.critical).map(|motion| motion.id).collect(),
        motions,
        broken: schedule.broken.iter().map(|each| broken(&names, each)).collect(),
        crowded: schedule.crowded.iter().map(|each| crowd(&loaded, each)).collect::<Result<_, _>>()?,
        overloads: capacity::overloads(&schedule.loads, &loaded.workspace.capacities, loaded.workspace.settings.us)
            .into_iter()
            .map(overload)
            .collect(),
        loads: loads(schedule.loads),
    })
}

fn names(loaded: &Loaded) -> BTreeMap<MotionId, &str> {
    loaded.workspace.motions.iter().map(|motion| (motion.id, motion.name.as_str())).collect()
}

fn motion(names: &BTreeMap<MotionId, &str>, found: &ScheduledMotion) -> ScheduledMotionView {
    ScheduledMotionView {
        id: found.motion,
        name: name(names, found.motion),
        early_start: found.early_start,
        early_end: found.early_end,
        late_start: found.late_start,
        late_end: found.late_end,
        slack: found.slack,
        free_slack: found.free_slack,
        critical: found.critical,
    }
}

/// Tasks and milestones with their names and motions.
struct Steps<'w> {
    names: BTreeMap<TaskOrMilestone, (&'w Name, MotionId)>,
    motions: &'w BTreeMap<MotionId, &'w str>,
}

impl<'w> Steps<'w> {
    fn of(loaded: &'w Loaded, motions: &'w BTreeMap<MotionId, &'w str>) -> Self {
        let workspace = &loaded.workspace;
        let tasks = workspace.tasks.iter().map(|row| (TaskOrMilestone::Task(row.id), (&row.name, row.motion)));
        let milestones = workspace.milestones.iter();
        let milestones = milestones.map(|row| (TaskOrMilestone::Milestone(row.id), (&row.name, row.motion)));
        Self { names: tasks.chain(milestones).collect(), motions }
    }

    fn name(&self, step: TaskOrMilestone) -> String {
        self.names.get(&step).map(|(name, _)| name.to_string()).unwrap_or_default()
    }

    fn scheduled(&self, found: &ScheduledStep) -> ScheduledStepView {
        ScheduledStepView {
            step: found.step,
            name: self.name(found.step),
            motion: found.motion,
            motion_name: name(self.motions, found.motion),
            early_start: found.early_start,
            early_end: found.early_end,
            late_start: found.late_start,
            late_end: found.late_end,
            slack: found.slack,
            free_slack: found.free_slack,
            critical: found.critical,
        }
    }

    fn broken(&self, found: &BrokenStep) -> Option<BrokenStepView> {
        let (waits, motion) = *self.names.get(&found.waits)?;
        let words = format!(
            "{} of {} comes {} before {} lets it",
            waits,
            name(self.motions, motion),
            days(found.days),
            self.name(found.after)
        );
        let BrokenStep { dependency, waits, after, days } = *found;
        Some(BrokenStepView { id: dependency, waits, after, motion, days, words })
    }
}

fn days(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

fn broken(names: &BTreeMap<MotionId, &str>, found: &BrokenDependency) -> BrokenDependencyView {
    let days = days(found.days);
    let words = format!("{} begins {days} before {} has ended", name(names, found.motion), name(names, found.after));
    BrokenDependencyView { id: found.dependency, motion: found.motion, after: found.after, days: found.days, words }
}

fn crowd(loaded: &Loaded, found: &Crowd) -> Result<CrowdView, ErrorReply> {
    let partner = &loaded.organization(found.organization)?.name;
    let when = if found.from == found.to {
        format!("on {}", date(found.from))
    } else {
        format!("from {} to {}", date(found.from), date(found.to))
    };
    Ok(CrowdView {
        organization: found.organization,
        from: found.from,
        to: found.to,
        words: format!("{partner} is in {} motions at once {when}", found.motions.len()),
        motions: found.motions.clone(),
    })
}

fn loads(loads: BTreeMap<(Function, Month), f64>) -> Vec<LoadView> {
    let mut views: Vec<LoadView> =
        loads.into_iter().map(|((function, month), days)| LoadView { month, function, days }).collect();
    views.sort_by_key(|view| view.month);
    views
}

fn overload(found: Overload) -> OverloadView {
    let Overload { function, month, days, capacity } = found;
    let words = format!(
        "{} has {} of work in {} {}, and {}",
        function.name(),
        day_words(days),
        month.name(),
        month.year(),
        day_words(capacity)
    );
    OverloadView { month, function, days, capacity, words }
}

/// One decimal at most.
fn day_words(days: f64) -> String {
    let text = format!("{days:.1}");
    let figure = text.trim_end_matches('0').trim_end_matches('.');
    format!("{figure} {}", if figure == "1" { "day" } else { "days" })
}

fn name(names: &BTreeMap<MotionId, &str>, id: MotionId) -> String {
    names.get(&id).map_or_else(String::new, ToString::to_string)
}
