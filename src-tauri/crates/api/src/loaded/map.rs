//! The map's twin in words.

use std::collections::{BTreeSet, HashMap};

use domain::{Character, OrganizationId, Relationship, RelationshipStatus};

use super::Loaded;
use crate::wire::*;

impl Loaded {
    /// The partners shown by kind and name, with its relationships in words.
    pub(crate) fn outline(&self, shown: &BTreeSet<OrganizationId>) -> Vec<OutlineGroup> {
        let mut lines: HashMap<OrganizationId, Vec<&Relationship>> = HashMap::new();
        for relationship in self.workspace.relationships.iter().filter(|r| r.status != RelationshipStatus::Ended) {
            lines.entry(relationship.from).or_default().push(relationship);
            lines.entry(relationship.to).or_default().push(relationship);
        }
        let group = |kind: &domain::OrganizationKind| {
            let members =
                self.workspace.partners().filter(|partner| partner.kind == kind.key && shown.contains(&partner.id));
            let mut partners: Vec<OutlinePartner> = members
                .map(|partner| OutlinePartner {
                    id: partner.id,
                    name: partner.name.to_string(),
                    character: self.assessment.organization(partner.id).map_or(Character::Unknown, |o| o.character),
                    relationships: self
                        .relationships_in_words(lines.get(&partner.id).map_or(&[], Vec::as_slice), partner.id),
                    placeholder: partner.placeholder,
                })
                .collect();
            partners.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
            OutlineGroup { kind: kind.key.clone(), name: kind.name.to_string(), partners }
        };
        self.workspace.organization_kinds.iter().map(group).filter(|group| !group.partners.is_empty()).collect()
    }
}
