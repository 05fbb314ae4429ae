//! When something last happened with each partner: a motion, a deal, a figure, a signal, an entry in the log. Must not know
//! what it is worth.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::{MotionStatus, OrganizationId, RelationshipId, SignalSubject, Workspace};

/// The last day of each partner, up to `today`.
pub(super) fn last(workspace: &Workspace, today: Date) -> HashMap<OrganizationId, Date> {
    let mut last: HashMap<OrganizationId, Date> = HashMap::new();
    let mut note = |organization: OrganizationId, day: Date| {
        let day = day.min(today);
        let known = last.entry(organization).or_insert(day);
        *known = day.max(*known);
    };
    let started = |status| matches!(status, MotionStatus::Running | MotionStatus::Paused | MotionStatus::Done);
    let motions: HashMap<_, Date> = workspace
        .motions
        .iter()
        .filter(|motion| motion.active && started(motion.status) && motion.start <= today)
        .map(|motion| (motion.id, motion.end))
        .collect();
    for part in &workspace.motion_partners {
        if let Some(end) = motions.get(&part.motion) {
            note(part.organization, *end);
        }
    }
    for touch in workspace.touches.iter().filter(|touch| touch.date <= today) {
        note(touch.organization, touch.date);
    }
    for actual in &workspace.actuals {
        if let Some(organization) = actual.organization.filter(|_| actual.month.first_day() <= today) {
            note(organization, actual.month.last_day());
        }
    }
    for activity in workspace.activities.iter().filter(|activity| activity.date <= today) {
        note(activity.organization, activity.date);
    }
    let ends: HashMap<RelationshipId, OrganizationId> =
        workspace.relationships.iter().filter_map(|row| Some((row.id, row.partner(workspace.settings.us)?))).collect();
    for signal in workspace.signals.iter().filter(|signal| signal.date <= today) {
        let about = match signal.subject {
            SignalSubject::Organization(id) => Some(id),
            SignalSubject::Relationship(id) => ends.get(&id).copied(),
        };
        if let Some(organization) = about {
            note(organization, signal.date);
        }
    }
    last
}
