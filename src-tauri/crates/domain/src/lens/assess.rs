//! Looks at a whole workspace through the lens. Owns the order of the steps; must not know any rule.

use jiff::civil::Date;

use super::evidence::Evidence;
use super::{Known, MotionAssessment, OrganizationAssessment, RelationshipAssessment, known, motions, relationships};
use crate::{Character, MotionId, OrganizationId, RelationshipId, Workspace};

/// A workspace through the lens. Each list has the workspace's order.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Every relationship, those between partners included.
    pub relationships: Vec<RelationshipAssessment>,
    /// Every organization, us included.
    pub organizations: Vec<OrganizationAssessment>,
    /// Every motion.
    pub motions: Vec<MotionAssessment>,
    /// How the partners' characters are known.
    pub known: Known,
}

/// Judges `workspace` as of `today`: only activity of the 12 months before counts, never age.
pub fn assess(workspace: &Workspace, today: Date) -> Assessment {
    let evidence = Evidence::gather(workspace, today);
    let relationships = relationships::all(workspace, &evidence);
    let organizations = known::all(workspace, &relationships, &evidence);
    let motions = motions::all(workspace, &evidence, &relationships);
    let known = known::count(&organizations, workspace.settings.lens_rules);
    Assessment { relationships, organizations, motions, known }
}

impl Assessment {
    /// One relationship's.
    pub fn relationship(&self, id: RelationshipId) -> Option<&RelationshipAssessment> {
        find(&self.relationships, |assessment| assessment.relationship, &id)
    }

    /// One organization's.
    pub fn organization(&self, id: OrganizationId) -> Option<&OrganizationAssessment> {
        find(&self.organizations, |assessment| assessment.organization, &id)
    }

    /// One motion's.
    pub fn motion(&self, id: MotionId) -> Option<&MotionAssessment> {
        find(&self.motions, |assessment| assessment.motion, &id)
    }

    /// How many partners have this character; the unknown ones include those outside the zones.
    pub fn count(&self, character: Character) -> usize {
        let partners = self.organizations.iter().filter(|organization| organization.standing != super::Standing::Us);
        partners.filter(|organization| organization.character == character).count()
    }
}

/// Lists are sorted by id, as the workspace's are.
fn find<'a, T, K: Ord>(list: &'a [T], key: impl Fn(&T) -> K, id: &K) -> Option<&'a T> {
    list.binary_search_by(|item| key(item).cmp(id)).ok().map(|index| &list[index])
}

#[cfg(test)]
mod tests;
