//! The timeline as it is drawn: which motions and tasks, in which lanes, over which days.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use domain::{
    Audience, Character, MetricSide, Motion, MotionId, MotionStatus, PhaseId, Task, TaskId, TaskOrMilestone, schedule,
};
use picture::DisplayList;
use picture::timeline::{
    END, RowId, TimelineInput, TimelineLane, TimelineMilestone, TimelineRow, TimelineSlack, TimelineStep, TimelineTask,
    draw,
};

use super::Loaded;
use super::lanes::Lane;
use crate::wire::*;
use crate::{ErrorReply, Refusal};

/// Widths of a day: ten years on a small screen, and an hour told from the next.
const PER_DAY: (f32, f32) = (0.05, 80.0);
/// The widest picture in pixels; what lies behind it is another picture.
const WIDEST: f32 = 40_000.0;
/// Room for names in a picture without a table beside it.
const NAMES: f32 = 240.0;

impl Loaded {
    pub(crate) fn timeline_view(&self, request: &TimelineRequest) -> Result<TimelineView, ErrorReply> {
        let lanes = self.lanes(request.by);
        let input = self.timeline_input(request, &lanes)?;
        let picture = draw(&input);
        let tasks: BTreeMap<TaskId, (&Task, String)> = request.open.iter().flat_map(|id| self.in_phases(*id)).collect();
        let mut rows: Vec<TimelineRowView> = Vec::new();
        let mut bands = picture.rows.iter().peekable();
        for (place, (lane, head)) in lanes.iter().zip(&picture.lanes).enumerate() {
            let row = |motion, task, y, height| TimelineRowView { lane: lane.key.clone(), motion, task, y, height };
            rows.push(row(None, None, head.y, head.height));
            while let Some(band) = bands.next_if(|band| band.lane == place) {
                match band.id {
                    RowId::Motion(id) => rows.push(row(Some(id), None, band.y, band.height)),
                    RowId::Task(id) => {
                        let Some((task, phase)) = tasks.get(&id) else { continue };
                        let view = self.timeline_task(task, phase);
                        rows.push(row(Some(task.motion), Some(view), band.y, band.height));
                    }
                }
            }
        }
        Ok(TimelineView {
            body: picture.body,
            head: picture.head,
            head_height: picture.header_height,
            from: input.from,
            to: input.to,
            per_day: picture.per_day,
            rows,
        })
    }

    /// The same as a picture of its own, with names at its left. Others than us see what is proposed to them: no ideas or
    /// drafts, nothing dropped, and not how far anything may slip.
    pub(crate) fn timeline_picture(
        &self,
        request: &TimelineRequest,
        audience: Audience,
    ) -> Result<DisplayList, ErrorReply> {
        let ours = audience == Audience::Internal;
        let mut lanes = self.lanes(request.by);
        for lane in &mut lanes {
            lane.motions.retain(|motion| ours || is_proposed(motion));
        }
        lanes.retain(|lane| !lane.motions.is_empty());
        let request = TimelineRequest { slack: request.slack && ours, ..request.clone() };
        let mut input = self.timeline_input(&request, &lanes)?;
        input.names = NAMES;
        input.width += NAMES + END;
        Ok(draw(&input).whole())
    }

    /// What the timeline is drawn from: without room for names, which a table beside it has.
    fn timeline_input(&self, request: &TimelineRequest, lanes: &[Lane<'_>]) -> Result<TimelineInput, ErrorReply> {
        if request.from > request.to {
            return Err(ErrorReply::refused(format!(
                "The timeline would end on {}, before it begins on {}: swap the two days.",
                request.to, request.from
            )));
        }
        let per_day = if request.per_day.is_finite() { request.per_day.clamp(PER_DAY.0, PER_DAY.1) } else { 1.0 };
        let days = u64::from((request.to - request.from).get_days().unsigned_abs()).min(longest(per_day));
        let to = request.from.saturating_add(Duration::from_hours(days * 24));
        let collapsed: BTreeSet<&str> = request.collapsed.iter().map(String::as_str).collect();
        let open: BTreeSet<MotionId> = request.open.iter().copied().collect();
        let slack = if request.slack { self.slack()? } else { BTreeMap::new() };
        let lane = |lane: &Lane<'_>| TimelineLane {
            name: lane.name.clone(),
            tactical: lane.side == Some(MetricSide::Tactical),
            collapsed: collapsed.contains(lane.key.as_str()),
            rows: lane.motions.iter().map(|motion| self.timeline_row(motion, &open, &slack)).collect(),
        };
        Ok(TimelineInput {
            lanes: lanes.iter().map(lane).collect(),
            dependencies: self.workspace.dependencies.iter().map(|each| (each.after, each.motion)).collect(),
            step_dependencies: self
                .workspace
                .task_dependencies
                .iter()
                .map(|row| (step(row.after), step(row.waits)))
                .collect(),
            from: request.from,
            to,
            fiscal_first_month: self.workspace.settings.fiscal_first_month,
            today: Some(self.today),
            width: (days + 1) as f32 * per_day,
            names: 0.0,
        })
    }

    fn timeline_row(
        &self,
        motion: &Motion,
        open: &BTreeSet<MotionId>,
        slack: &BTreeMap<MotionId, TimelineSlack>,
    ) -> TimelineRow {
        let milestones = self.inside.milestones(&self.workspace, motion.id).map(|each| TimelineMilestone {
            id: each.id,
            name: each.name.to_string(),
            date: each.date,
            reached: each.reached,
        });
        let base = self.motion_base(motion);
        let tasks = if open.contains(&motion.id) { self.tasks_of(motion.id) } else { Vec::new() };
        TimelineRow {
            id: motion.id,
            name: motion.name.to_string(),
            start: motion.start,
            end: motion.end,
            tactical: self.motion_character(motion.id) == Character::Transactional,
            planned: !matches!(motion.status, MotionStatus::Running | MotionStatus::Paused | MotionStatus::Done),
            progress: self.progress_of(motion.id),
            changed: base.start.is_some() || base.end.is_some(),
            milestones: milestones.collect(),
            slack: slack.get(&motion.id).copied(),
            tasks: tasks.into_iter().map(|task| self.drawn_task(task)).collect(),
        }
    }

    fn drawn_task(&self, task: &Task) -> TimelineTask {
        TimelineTask {
            id: task.id,
            name: task.name.to_string(),
            days: task.start.or(task.due).zip(task.due.or(task.start)),
            done: task.done,
            overdue: !task.done && task.due.is_some_and(|due| due < self.today),
        }
    }

    /// A motion's tasks; the first of each phase with the phase's name.
    fn in_phases(&self, motion: MotionId) -> Vec<(TaskId, (&Task, String))> {
        let names: BTreeMap<PhaseId, String> =
            self.phases_of(motion).into_iter().map(|phase| (phase.id, phase.name.to_string())).collect();
        let mut before = None;
        let mut phase_of = |task: &Task| {
            let begins = task.phase != before;
            before = task.phase;
            task.phase.filter(|_| begins).and_then(|phase| names.get(&phase).cloned()).unwrap_or_default()
        };
        self.tasks_of(motion).into_iter().map(|task| (task.id, (task, phase_of(task)))).collect()
    }

    fn timeline_task(&self, task: &Task, phase: &str) -> TimelineTaskView {
        TimelineTaskView {
            id: task.id,
            name: task.name.to_string(),
            phase: phase.to_owned(),
            owner: self.task_owner_words(task.owner),
            start: task.start,
            due: task.due,
            done: task.done,
            overdue: !task.done && task.due.is_some_and(|due| due < self.today),
        }
    }

    /// Motions that depend on something or are waited for: the others may slip as they like.
    fn slack(&self) -> Result<BTreeMap<MotionId, TimelineSlack>, ErrorReply> {
        let plan = schedule::of(&self.workspace).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
        let joined: BTreeSet<MotionId> =
            self.workspace.dependencies.iter().flat_map(|each| [each.after, each.motion]).collect();
        let slack = plan.motions.iter().filter(|each| joined.contains(&each.motion)).map(|each| {
            let slack = if each.critical { TimelineSlack::Critical } else { TimelineSlack::Until(each.late_end) };
            (each.motion, slack)
        });
        Ok(slack.collect())
    }
}

pub(super) fn is_proposed(motion: &Motion) -> bool {
    !matches!(motion.status, MotionStatus::Idea | MotionStatus::Draft | MotionStatus::Dropped)
}

fn step(end: TaskOrMilestone) -> TimelineStep {
    match end {
        TaskOrMilestone::Task(id) => TimelineStep::Task(id),
        TaskOrMilestone::Milestone(id) => TimelineStep::Milestone(id),
    }
}

fn longest(per_day: f32) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 500 and 800,000 days")]
    let days = (WIDEST / per_day) as u64;
    days
}
