//! Motions in lanes: by kind, partner, owner's function, status or quarter.

use std::collections::BTreeMap;

use domain::{Character, FiscalYear, Function, MetricSide, Month, Motion, MotionStatus};

use super::Loaded;
use crate::wire::LaneBy;

/// Motions that belong together, by first day, name and id.
pub(crate) struct Lane<'a> {
    pub(crate) key: String,
    pub(crate) name: String,
    /// None where strategic and tactical motions stand in it.
    pub(crate) side: Option<MetricSide>,
    pub(crate) motions: Vec<&'a Motion>,
}

/// Where a lane stands among the others, its key and its name.
type Place = (i64, String, String);

impl Loaded {
    /// Lanes without a motion are left out.
    pub(crate) fn lanes(&self, by: LaneBy) -> Vec<Lane<'_>> {
        let mut lanes: BTreeMap<Place, Vec<&Motion>> = BTreeMap::new();
        for motion in self.active_motions() {
            for place in self.lanes_of(motion, by) {
                lanes.entry(place).or_default().push(motion);
            }
        }
        let mut lanes: Vec<(Place, Vec<&Motion>)> = lanes.into_iter().collect();
        lanes.sort_by(|(a, _), (b, _)| (a.0, &a.2, &a.1).cmp(&(b.0, &b.2, &b.1)));
        let lane = |((_, key, name), motions): (Place, Vec<_>)| Lane {
            side: self.lane_side(by, &motions),
            key,
            name,
            motions,
        };
        lanes.into_iter().map(lane).collect()
    }

    fn lanes_of(&self, motion: &Motion, by: LaneBy) -> Vec<Place> {
        match by {
            LaneBy::Kind => vec![self.kind_lane(motion)],
            LaneBy::Partner => self.partner_lanes(motion),
            LaneBy::Function => vec![self.function_lane(motion)],
            LaneBy::Status => vec![status_lane(motion.status)],
            LaneBy::Quarter => vec![self.quarter_lane(motion)],
        }
    }

    fn kind_lane(&self, motion: &Motion) -> Place {
        let kind = self.workspace.motion_kinds.iter().find(|kind| kind.key == motion.kind);
        let name = kind.map_or_else(|| motion.kind.to_string(), |kind| kind.name.to_string());
        (kind.map_or(i64::MAX, |kind| i64::from(kind.position)), motion.kind.to_string(), name)
    }

    fn partner_lanes(&self, motion: &Motion) -> Vec<Place> {
        let parts = self.inside.partners(&self.workspace, motion.id);
        let partners = parts.filter_map(|part| self.workspace.organization(part.organization));
        let lanes: Vec<Place> = partners.map(|partner| (0, partner.id.to_string(), partner.name.to_string())).collect();
        if lanes.is_empty() { vec![(1, "none".into(), "No partner yet".into())] } else { lanes }
    }

    fn function_lane(&self, motion: &Motion) -> Place {
        let Some(function) = motion.owner.and_then(|owner| self.function_of(owner)) else {
            return (i64::MAX, "none".into(), "Unassigned".into());
        };
        let place = Function::ALL.iter().position(|each| *each == function).unwrap_or_default();
        (i64::try_from(place).unwrap_or_default(), function.name().to_lowercase(), function.name().into())
    }

    fn quarter_lane(&self, motion: &Motion) -> Place {
        let month = Month::of(motion.start);
        let year = FiscalYear::of(month, self.workspace.settings.fiscal_first_month);
        let quarter = month.since(year.first()) / 3 + 1;
        let name = if year.first_month == 1 {
            format!("Q{quarter} {}", year.year)
        } else {
            format!("Q{quarter} FY {}", year.year)
        };
        (i64::from(year.year * 4 + quarter), format!("{}-{quarter}", year.year), name)
    }

    /// A kind's by what it is, whatever its motions are; any other lane's by its motions.
    fn lane_side(&self, by: LaneBy, motions: &[&Motion]) -> Option<MetricSide> {
        if let (LaneBy::Kind, Some(motion)) = (by, motions.first()) {
            return Some(self.kind_side(&motion.kind));
        }
        let tactical =
            motions.iter().filter(|motion| self.motion_character(motion.id) == Character::Transactional).count();
        match tactical {
            0 => Some(MetricSide::Strategic),
            all if all == motions.len() => Some(MetricSide::Tactical),
            _ => None,
        }
    }
}

fn status_lane(status: MotionStatus) -> Place {
    let (place, key, name) = match status {
        MotionStatus::Idea => (0, "idea", "Idea"),
        MotionStatus::Draft => (1, "draft", "Draft"),
        MotionStatus::Proposed => (2, "proposed", "Proposed"),
        MotionStatus::Agreed => (3, "agreed", "Agreed"),
        MotionStatus::Running => (4, "running", "Running"),
        MotionStatus::Paused => (5, "paused", "Paused"),
        MotionStatus::Done => (6, "done", "Done"),
        MotionStatus::Dropped => (7, "dropped", "Dropped"),
    };
    (place, key.into(), name.into())
}
