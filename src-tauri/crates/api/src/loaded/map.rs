//! The map's input, and its twin in words.

use std::collections::{BTreeMap, HashMap};

use domain::{Character, OrganizationId, Relationship, RelationshipStatus};
use picture::map::MapInput;

use super::Loaded;
use super::partners::standing_on_map;
use crate::wire::*;

impl Loaded {
    /// What the map is drawn from; `previous` is where nodes lay last.
    pub(crate) fn map_input(&self, previous: &BTreeMap<OrganizationId, (f64, f64)>) -> MapInput {
        let standings = self.assessment.organizations.iter().map(|o| (o.organization, standing_on_map(o))).collect();
        let characters = self.assessment.relationships.iter().map(|r| (r.relationship, r.character)).collect();
        let mut input = MapInput::of(&self.workspace, &standings, &characters);
        let pinned = self.pins(MapStyle::Organic);
        for node in &mut input.nodes {
            node.pinned = pinned.get(&node.id).copied();
            node.previous = previous.get(&node.id).copied();
            node.size = (!self.won.is_empty()).then(|| self.won_with(node.id).map_or(0.0, domain::Money::to_f64));
        }
        input
    }

    /// Every partner by kind and name, with its relationships in words.
    pub(crate) fn outline(&self) -> Vec<OutlineGroup> {
        let mut lines: HashMap<OrganizationId, Vec<&Relationship>> = HashMap::new();
        for relationship in self.workspace.relationships.iter().filter(|r| r.status != RelationshipStatus::Ended) {
            lines.entry(relationship.from).or_default().push(relationship);
            lines.entry(relationship.to).or_default().push(relationship);
        }
        let group = |kind: &domain::OrganizationKind| {
            let members = self.workspace.partners().filter(|partner| partner.kind == kind.key && partner.active);
            let mut partners: Vec<OutlinePartner> = members
                .map(|partner| OutlinePartner {
                    id: partner.id,
                    name: partner.name.to_string(),
                    character: self.assessment.organization(partner.id).map_or(Character::Unknown, |o| o.character),
                    relationships: self
                        .relationships_in_words(lines.get(&partner.id).map_or(&[], Vec::as_slice), partner.id),
                })
                .collect();
            partners.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
            OutlineGroup { kind: kind.key.clone(), name: kind.name.to_string(), partners }
        };
        self.workspace.organization_kinds.iter().map(group).filter(|group| !group.partners.is_empty()).collect()
    }
}
