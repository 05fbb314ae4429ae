//! What is left of the motions when partners are switched off. Must not know scenarios: an organization that is not active
//! in Expected takes its part out there too.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Metric, MetricUnit, MotionId, OrganizationId, OverMonths, Workspace};

/// The part of each motion that is left: its partners bear it in equal parts, so with one of two switched off half of it
/// is, and with all of them none. A motion without partners is ours alone and whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Remaining {
    /// Motions that lose something.
    parts: BTreeMap<MotionId, f64>,
}

impl Remaining {
    /// Of a workspace's motions.
    pub fn of(workspace: &Workspace) -> Self {
        let off: BTreeSet<OrganizationId> =
            workspace.organizations.iter().filter(|one| !one.active).map(|one| one.id).collect();
        if off.is_empty() {
            return Self::default();
        }
        let mut counts: BTreeMap<MotionId, (u32, u32)> = BTreeMap::new();
        for row in &workspace.motion_partners {
            let (left, all) = counts.entry(row.motion).or_default();
            *left += u32::from(!off.contains(&row.organization));
            *all += 1;
        }
        let lost = counts.into_iter().filter(|(_, (left, all))| left < all);
        Self { parts: lost.map(|(motion, (left, all))| (motion, f64::from(left) / f64::from(all))).collect() }
    }

    /// Of a motion, 0 to 1.
    pub fn part(&self, motion: MotionId) -> f64 {
        self.parts.get(&motion).copied().unwrap_or(1.0)
    }

    /// Of what a motion is expected to do to a metric, 0 to 1. Money and counts go with the part that is left; a rate, a
    /// score or a number of days stays what it is for as long as anybody is left.
    pub fn of_metric(&self, motion: MotionId, metric: &Metric) -> f64 {
        let part = self.part(motion);
        let shrinks =
            metric.over_months == OverMonths::Sum || matches!(metric.unit, MetricUnit::Money | MetricUnit::Count);
        if shrinks || part == 0.0 { part } else { 1.0 }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::fixture::Fixture;

    #[test]
    fn partners_bear_a_motion_in_equal_parts() {
        for (partners, off, expect) in [
            (0, &[][..], 1.0),
            (1, &[0][..], 0.0),
            (2, &[][..], 1.0),
            (2, &[1][..], 0.5),
            (4, &[0, 2, 3][..], 0.25),
            (3, &[0, 1, 2][..], 0.0),
        ] {
            let mut fixture = Fixture::new();
            let ids: Vec<_> = (0..partners).map(|_| fixture.partner("Partner")).collect();
            let motion = fixture.motion("joint_gtm", date(2026, 1, 1), date(2026, 9, 30), &ids);
            for &index in off {
                let lost: usize = index;
                let id = ids[lost];
                let row = fixture.workspace.organizations.iter_mut().find(|one| one.id == id);
                row.unwrap().active = false;
            }
            let part = Remaining::of(&fixture.workspace).part(motion);
            assert!((part - expect).abs() < 1e-12, "{partners} partners without {off:?}: {part}");
        }
    }

    #[test]
    fn rates_stay_while_anybody_is_left() {
        let mut fixture = Fixture::new();
        let (a, b) = (fixture.partner("A"), fixture.partner("B"));
        let motion = fixture.motion("joint_gtm", date(2026, 1, 1), date(2026, 9, 30), &[a, b]);
        let rate = Metric {
            unit: MetricUnit::Percent,
            over_months: OverMonths::Average,
            ..fixture.workspace.metrics[0].clone()
        };
        let switch = |fixture: &mut Fixture, id| {
            fixture.workspace.organizations.iter_mut().find(|one| one.id == id).unwrap().active = false;
            Remaining::of(&fixture.workspace).of_metric(motion, &rate)
        };
        let parts = [switch(&mut fixture, a), switch(&mut fixture, b)];
        assert!((parts[0] - 1.0).abs() < 1e-12 && parts[1].abs() < 1e-12, "{parts:?}");
    }
}
