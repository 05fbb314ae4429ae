//! Locked plans, read once. Must not know what they are compared with.

use std::collections::BTreeMap;

use domain::{Date, Month, MotionId};
use forecast::Planned;

use super::Loaded;

/// What was planned on a day.
pub(crate) struct LockedThen {
    pub(crate) date: Date,
    pub(crate) planned: Planned,
    /// When its motions were to begin.
    pub(crate) starts: BTreeMap<MotionId, Month>,
}

impl Loaded {
    /// Every locked plan that can be read, in its scenario of that day, the earliest first.
    pub(crate) fn locked(&self) -> &[LockedThen] {
        self.locked.get_or_init(|| {
            let read = |plan: &domain::LockedPlan| {
                let then = plan.workspace().ok()?;
                let then =
                    self.scenario.map_or_else(|| then.clone(), |scenario| forecast::in_scenario(&then, scenario));
                let starts = then.motions.iter().map(|motion| (motion.id, Month::of(motion.start))).collect();
                Some(LockedThen { date: plan.date, planned: Planned::of(&then), starts })
            };
            let mut plans: Vec<LockedThen> = self.expected.locked_plans.iter().filter_map(read).collect();
            plans.sort_by_key(|plan| plan.date);
            plans
        })
    }
}
