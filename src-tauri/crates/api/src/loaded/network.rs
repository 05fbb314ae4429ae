//! The workspace as a network: who is tied to whom now, so that they could introduce one another.
//!
//! Owns: which organizations and relationships count. Must not know: measures.

use std::collections::BTreeMap;

use domain::{Organization, OrganizationId, Relationship, RelationshipStatus};

use super::Loaded;

/// Organizations by number, and the lines between them.
pub(crate) struct Ties<'a> {
    pub(crate) organizations: Vec<&'a Organization>,
    /// Directed; symmetric relationships have one line each way.
    pub(crate) lines: Vec<(u32, u32)>,
    relationships: BTreeMap<(u32, u32), Vec<&'a Relationship>>,
    numbers: BTreeMap<OrganizationId, u32>,
}

impl Loaded {
    /// Those who can be introduced: organizations that are switched on, no wishes; relationships that are neither ideas
    /// nor ended.
    pub(crate) fn ties(&self) -> Ties<'_> {
        let workspace = &self.workspace;
        let us = workspace.settings.us;
        let organizations: Vec<&Organization> =
            workspace.organizations.iter().filter(|o| o.id == us || (o.active && !o.placeholder)).collect();
        let numbers: BTreeMap<OrganizationId, u32> = organizations.iter().map(|o| o.id).zip(0..).collect();
        let (mut lines, mut relationships) = (Vec::new(), BTreeMap::<_, Vec<&Relationship>>::new());
        for relationship in workspace.relationships.iter().filter(|relationship| stands(relationship)) {
            let Some((&from, &to)) = numbers.get(&relationship.from).zip(numbers.get(&relationship.to)) else {
                continue;
            };
            lines.push((from, to));
            if workspace.relationship_kinds.iter().any(|kind| kind.symmetric && kind.key == relationship.kind) {
                lines.push((to, from));
            }
            relationships.entry((from.min(to), from.max(to))).or_default().push(relationship);
        }
        Ties { organizations, lines, relationships, numbers }
    }
}

impl Ties<'_> {
    /// An organization's number; none where it does not count.
    pub(crate) fn number(&self, id: OrganizationId) -> Option<u32> {
        self.numbers.get(&id).copied()
    }

    /// The relationships between two organizations, by id.
    pub(crate) fn between(&self, a: u32, b: u32) -> &[&Relationship] {
        self.relationships.get(&(a.min(b), a.max(b))).map_or(&[], Vec::as_slice)
    }
}

fn stands(relationship: &Relationship) -> bool {
    !matches!(relationship.status, RelationshipStatus::Idea | RelationshipStatus::Ended)
}
