//! What a playbook must hold before anything is made of it: one from a file may say anything.

use super::{Playbook, PlaybookStep};
use crate::Name;
use crate::schedule::network::{self, Activity, Before};

/// Most steps of either sort, and most phases, metrics and budget lines.
const STEPS_MAX: usize = 500;
/// Longest time that anything takes or waits, in days.
const DAYS_MAX: u32 = 3650;

/// Why a playbook gives no draft.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PlaybookError {
    /// There is nothing in it.
    #[error("the playbook “{0}” has neither a task nor a milestone: give it one")]
    Empty(Name),
    /// There is too much in it.
    #[error("the playbook “{0}” has more than {STEPS_MAX} tasks or milestones: split it")]
    TooLong(Name),
    /// A place that no list of it has.
    #[error("“{step}” of the playbook names {what} number {place}, which is not there: count from 0")]
    Nowhere {
        /// The step that says so.
        step: Name,
        /// What it names.
        what: &'static str,
        /// The place.
        place: u32,
    },
    /// A step that takes no time, or ages.
    #[error("“{step}” of the playbook takes or waits {days} days: give it 1 to {DAYS_MAX}")]
    Days {
        /// The step.
        step: Name,
        /// What it says.
        days: u32,
    },
    /// A figure that is none.
    #[error(
        "“{0}” of the playbook has an effort or a share that is no figure of its kind: give a number from 0, shares that add up to at most 1"
    )]
    Figure(Name),
    /// Steps that wait for each other.
    #[error("steps of the playbook wait for each other in a circle: {}: leave one of these out", .0.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", "))]
    Circle(Vec<Name>),
}

impl Playbook {
    /// Whether a draft can be made of it.
    ///
    /// # Errors
    ///
    /// What is wrong, by the name of the step that it is wrong in.
    pub fn check(&self) -> Result<(), PlaybookError> {
        if self.tasks.is_empty() && self.milestones.is_empty() {
            return Err(PlaybookError::Empty(self.name.clone()));
        }
        let lengths =
            [self.tasks.len(), self.milestones.len(), self.phases.len(), self.metrics.len(), self.budget.len()];
        if lengths.into_iter().any(|length| length > STEPS_MAX) {
            return Err(PlaybookError::TooLong(self.name.clone()));
        }
        self.check_tasks()?;
        self.check_budget()?;
        self.times().map(drop)
    }

    /// When each step happens at the earliest, in days from the start, tasks first: a step ends where its last day is over.
    pub(super) fn times(&self) -> Result<Vec<network::Times>, PlaybookError> {
        let activities: Vec<Activity> = self.steps().map(|step| self.activity(&step)).collect::<Result<_, _>>()?;
        let names: Vec<&Name> = self.steps().map(|step| step.name).collect();
        network::times(&activities)
            .map_err(|circle| PlaybookError::Circle(circle.0.iter().map(|&at| names[at].clone()).collect()))
    }

    fn activity(&self, step: &super::Step<'_>) -> Result<Activity, PlaybookError> {
        let days = |days: u32| PlaybookError::Days { step: step.name.clone(), days };
        let before = |wait: &super::PlaybookWait| {
            let at = self.place(wait.on).ok_or_else(|| {
                let (what, place) = match wait.on {
                    PlaybookStep::Task(at) => ("task", at),
                    PlaybookStep::Milestone(at) => ("milestone", at),
                };
                PlaybookError::Nowhere { step: step.name.clone(), what, place }
            })?;
            let lag = Some(wait.lag_days).filter(|lag| *lag <= DAYS_MAX).ok_or_else(|| days(wait.lag_days))?;
            Ok(Before { at, lag: i64::from(lag) })
        };
        let offset =
            Some(step.offset_days).filter(|offset| *offset <= DAYS_MAX).ok_or_else(|| days(step.offset_days))?;
        // A milestone is reached when its day is over.
        let not_before = i64::from(offset) + i64::from(step.days == 0);
        let after = step.after.iter().map(before).collect::<Result<_, _>>()?;
        Ok(Activity { length: i64::from(step.days), not_before, after })
    }

    fn check_tasks(&self) -> Result<(), PlaybookError> {
        for task in &self.tasks {
            let step = || task.name.clone();
            if !(1..=DAYS_MAX).contains(&task.days) {
                return Err(PlaybookError::Days { step: step(), days: task.days });
            }
            if let Some(place) =
                task.phase.filter(|place| usize::try_from(*place).is_ok_and(|at| at >= self.phases.len()))
            {
                return Err(PlaybookError::Nowhere { step: step(), what: "phase", place });
            }
            if task.effort_days.is_some_and(|days| !(0.0..=f64::from(DAYS_MAX)).contains(&days))
                || task.checklist.len() > STEPS_MAX
            {
                return Err(PlaybookError::Figure(step()));
            }
        }
        Ok(())
    }

    fn check_budget(&self) -> Result<(), PlaybookError> {
        let mut sum = 0.0;
        for cost in &self.budget {
            let share = cost.share.unwrap_or(0.0);
            sum += share;
            if !(0.0..=1.0).contains(&share) || sum > 1.0 + 1e-9 {
                return Err(PlaybookError::Figure(cost.name.clone()));
            }
        }
        Ok(())
    }
}
