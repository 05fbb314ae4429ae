//! The schedule of a plan: which motions wait for which, what is critical, how far each may slip, and what cannot go as it
//! is dated.
//!
//! Owns: which motions and steps count, what is a conflict, and what moves along when something moves. Must not know how any
//! of it is drawn. The method itself is in [`network`].

pub mod capacity;
pub mod circle;
pub mod moving;
pub mod network;
pub mod steps;

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use self::circle::CircularPlan;
use self::network::{Activity, Before};
use self::steps::{BrokenStep, ScheduledStep};
use crate::budget::is_planned;
use crate::{
    DependencyId, Function, Month, Motion, MotionId, MotionStatus, OrganizationId, Owner, Task, TaskOwner, Workspace,
};

/// More motions than this at the same time with one partner are a conflict: its people are as few as ours.
pub const MOST_AT_ONCE: usize = 3;

/// A plan's motions in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    /// In the workspace's order.
    pub motions: Vec<ScheduledMotion>,
    /// Dated tasks and milestones of these, in the workspace's order.
    pub steps: Vec<ScheduledStep>,
    /// Dependencies whose dates contradict them.
    pub broken: Vec<BrokenDependency>,
    /// The same between tasks and milestones.
    pub broken_steps: Vec<BrokenStep>,
    /// Partners in too many motions at once.
    pub crowded: Vec<Crowd>,
    /// Days of work, by function and month.
    pub loads: BTreeMap<(Function, Month), f64>,
}

/// A motion as early and as late as dependencies let it be. Days are inclusive, as a motion's own are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduledMotion {
    /// Which.
    pub motion: MotionId,
    /// First day, as early as can be but not before it is planned to begin.
    pub early_start: Date,
    /// Last day of that.
    pub early_end: Date,
    /// First day, as late as can be without moving the end of what hangs together with it.
    pub late_start: Date,
    /// Last day of that.
    pub late_end: Date,
    /// Days that it may slip before that end slips.
    pub slack: i64,
    /// Days that it may slip before any other motion does.
    pub free_slack: i64,
    /// It waits for others or others for it, and a day lost here is lost at the end.
    pub critical: bool,
}

/// A motion that is dated to begin before the one that it waits for has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenDependency {
    /// Which.
    pub dependency: DependencyId,
    /// The one that waits.
    pub motion: MotionId,
    /// The one that it waits for.
    pub after: MotionId,
    /// By how many days it begins too early.
    pub days: i64,
}

/// A time in which a partner is in more than [`MOST_AT_ONCE`] motions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crowd {
    /// The partner.
    pub organization: OrganizationId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// All motions with it in that time, in the workspace's order.
    pub motions: Vec<MotionId>,
}

/// The schedule of everything that is planned: switched off and dropped motions do not count.
///
/// # Errors
///
/// Motions, tasks or milestones that wait for each other in a circle.
pub fn of(workspace: &Workspace) -> Result<Schedule, CircularPlan> {
    let motions: Vec<&Motion> = workspace.motions.iter().filter(|motion| is_planned(motion)).collect();
    let places: BTreeMap<MotionId, usize> = motions.iter().enumerate().map(|(at, motion)| (motion.id, at)).collect();
    let Some(first) = motions.iter().map(|motion| motion.start).min() else {
        return Ok(Schedule {
            motions: vec![],
            steps: vec![],
            broken: vec![],
            broken_steps: vec![],
            crowded: vec![],
            loads: BTreeMap::new(),
        });
    };
    let mut activities: Vec<Activity> = motions.iter().map(|motion| activity(motion, first)).collect();
    let mut joined = vec![false; motions.len()];
    let mut broken = Vec::new();
    for dependency in &workspace.dependencies {
        let (Some(&at), Some(&before)) = (places.get(&dependency.motion), places.get(&dependency.after)) else {
            continue;
        };
        activities[at].after.push(Before { at: before, lag: 0 });
        joined[at] = true;
        joined[before] = true;
        let days = days_between(motions[at].start, motions[before].end) + 1;
        if days > 0 {
            let (motion, after) = (dependency.motion, dependency.after);
            broken.push(BrokenDependency { dependency: dependency.id, motion, after, days });
        }
    }
    let times = network::times(&activities)
        .map_err(|circle| CircularPlan(circle.0.iter().map(|&at| motions[at].name.clone()).collect()))?;
    let day = |days: i64| later(first, days);
    let scheduled = motions.iter().zip(&times).zip(&joined).map(|((motion, times), joined)| ScheduledMotion {
        motion: motion.id,
        early_start: day(times.early_start),
        early_end: day(times.early_finish - 1),
        late_start: day(times.late_start),
        late_end: day(times.late_finish - 1),
        slack: times.total_slack,
        free_slack: times.free_slack,
        critical: *joined && times.total_slack == 0,
    });
    let (steps, broken_steps) = steps::of(workspace, &places)?;
    Ok(Schedule {
        motions: scheduled.collect(),
        steps,
        broken,
        broken_steps,
        crowded: crowds(workspace, &motions, &places),
        loads: loads(workspace, &places),
    })
}

fn activity(motion: &Motion, first: Date) -> Activity {
    Activity {
        length: days_between(motion.start, motion.end) + 1,
        not_before: days_between(first, motion.start),
        after: Vec::new(),
    }
}

/// Times in which a partner has too much to do at once, each as long as the same motions go on together. What is done takes
/// nobody's time.
fn crowds(workspace: &Workspace, motions: &[&Motion], places: &BTreeMap<MotionId, usize>) -> Vec<Crowd> {
    let mut with: BTreeMap<OrganizationId, Vec<&Motion>> = BTreeMap::new();
    for part in &workspace.motion_partners {
        let motion = places.get(&part.motion).map(|&at| motions[at]);
        if let Some(motion) = motion.filter(|motion| motion.status != MotionStatus::Done) {
            with.entry(part.organization).or_default().push(motion);
        }
    }
    let mut crowds = Vec::new();
    for (organization, mut motions) in with {
        motions.sort_by_key(|motion| places.get(&motion.id));
        let mut edges: Vec<Date> = motions.iter().flat_map(|motion| [motion.start, later(motion.end, 1)]).collect();
        edges.sort_unstable();
        edges.dedup();
        for span in edges.windows(2) {
            let (from, to) = (span[0], later(span[1], -1));
            let at_once: Vec<MotionId> =
                motions.iter().filter(|motion| motion.start <= from && motion.end >= to).map(|m| m.id).collect();
            if at_once.len() > MOST_AT_ONCE {
                crowds.push(Crowd { organization, from, to, motions: at_once });
            }
        }
    }
    crowds
}

/// A task's effort spreads evenly over its days; what is done or undated loads nobody.
fn loads(workspace: &Workspace, places: &BTreeMap<MotionId, usize>) -> BTreeMap<(Function, Month), f64> {
    let mut loads = BTreeMap::new();
    for task in workspace.tasks.iter().filter(|task| !task.done && places.contains_key(&task.motion)) {
        let function = task.owner.and_then(TaskOwner::ours).and_then(|owner| function_of(workspace, owner));
        let (Some(function), Some(effort), Some((start, due))) = (function, task.effort_days, span(task)) else {
            continue;
        };
        let days = days_between(start, due) + 1;
        for month in Month::of(start).to(Month::of(due)) {
            let within = days_between(start.max(month.first_day()), due.min(month.last_day())) + 1;
            *loads.entry((function, month)).or_insert(0.0) += effort * within as f64 / days as f64;
        }
    }
    loads
}

/// The function that an owner belongs to.
pub fn function_of(workspace: &Workspace, owner: Owner) -> Option<Function> {
    match owner {
        Owner::Function(function) => Some(function),
        Owner::Person(id) => workspace.people.iter().find(|person| person.id == id).map(|person| person.function),
    }
}

/// A task with one day has just that day.
fn span(task: &Task) -> Option<(Date, Date)> {
    let start = task.start.or(task.due)?;
    let due = task.due.unwrap_or(start);
    (start <= due).then_some((start, due))
}

pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span: Span| i64::from(span.get_days()))
}

/// Dates of a plan lie far from the calendar's ends.
fn later(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

#[cfg(test)]
mod tests;
