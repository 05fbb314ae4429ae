//! Where each organization stands, and how the map is known: "14 by evidence, 22 by judgment, 9 unknown; rules v1". Must
//! not know how a relationship is judged.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::evidence::Evidence;
use super::relationships::RelationshipAssessment;
use crate::{Aspect, Character, OrganizationId, RelationshipId, RelationshipStatus, Source, Workspace};

/// Where an organization belongs on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is us.
    Us,
    /// In the zone of its character, at its depth.
    Zone,
    /// A line to us, but its character is unknown: in the tray.
    Tray,
    /// No line to us: outside the zones.
    Outside,
}

/// An organization through the lens: its deepest active relationship with us.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrganizationAssessment {
    /// Which.
    pub organization: OrganizationId,
    /// Where it belongs on the map.
    pub standing: Standing,
    /// Of the deciding relationship.
    pub depth: Option<f64>,
    /// Of the deciding relationship, never left out beside the depth.
    pub lowest: Option<(Aspect, f64)>,
    /// Of the deciding relationship.
    pub character: Character,
    /// How that character is known.
    pub source: Source,
    /// The deciding relationship.
    pub relationship: Option<RelationshipId>,
    /// Another active relationship with us has another character: a badge.
    pub others_differ: bool,
    /// When something last happened with it: a motion, a deal, a figure, a signal, an entry in the log.
    pub last_activity: Option<Date>,
    /// An active relationship with us, and nothing in the last 12 months.
    pub dormant: bool,
}

/// How the partners' characters are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Known {
    /// Partners whose character rests on at least three aspects from evidence.
    pub evidence: u32,
    /// Partners whose character rests on judgment.
    pub judgment: u32,
    /// Partners with a line to us and no character.
    pub unknown: u32,
    /// Partners without a line to us.
    pub outside: u32,
    /// Version of the rules.
    pub rules: u32,
}

impl Known {
    /// As a sentence, when `whom` is who the lines count to: us, or whoever the map is seen from.
    pub fn told(&self, whom: &str) -> String {
        let [evidence, judgment, unknown, outside] =
            [self.evidence, self.judgment, self.unknown, self.outside].map(grouped);
        let outside = if self.outside == 0 { String::new() } else { format!(", {outside} with no line to {whom}") };
        let rules = self.rules;
        format!("{evidence} by evidence, {judgment} by judgment, {unknown} unknown{outside}; rules v{rules}")
    }
}

impl std::fmt::Display for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.told("us"))
    }
}

/// A count with its thousands told apart: 1,383.
fn grouped(count: u32) -> String {
    let digits = count.to_string();
    let comma = |(index, digit): (usize, char)| {
        let is_first_of_three = index > 0 && (digits.len() - index).is_multiple_of(3);
        is_first_of_three.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(comma).collect()
}

/// Judges every organization, in the workspace's order.
pub(super) fn all(
    workspace: &Workspace,
    relationships: &[RelationshipAssessment],
    evidence: &Evidence,
) -> Vec<OrganizationAssessment> {
    let us = workspace.settings.us;
    let places: HashMap<OrganizationId, usize> = workspace.organizations.iter().map(|o| o.id).zip(0..).collect();
    let mut organizations: Vec<OrganizationAssessment> =
        workspace.organizations.iter().map(|organization| nowhere(organization.id, us)).collect();
    let lines = workspace.relationships.iter().zip(relationships).filter_map(|(relationship, assessment)| {
        let place = *places.get(&relationship.partner(us)?)?;
        let stands = relationship.status != RelationshipStatus::Ended && workspace.organizations[place].active;
        stands.then_some((place, relationship, assessment))
    });
    let mut counting = Vec::new();
    for (place, relationship, assessment) in lines {
        let organization = &mut organizations[place];
        if organization.standing == Standing::Outside {
            organization.standing = Standing::Tray;
        }
        if relationship.status.counts() {
            organization.last_activity = evidence.last.get(&organization.organization).copied();
            organization.dormant = organization.last_activity.is_some_and(|day| day < evidence.since);
        }
        if relationship.status.counts() && assessment.depth.is_some() {
            counting.push((place, assessment.character));
            if assessment.depth > organization.depth {
                decide(organization, assessment);
            }
        }
    }
    for (place, character) in counting {
        organizations[place].others_differ |= character != organizations[place].character;
    }
    organizations
}

/// Counts how the partners' characters are known.
pub(super) fn count(organizations: &[OrganizationAssessment], rules: u32) -> Known {
    let mut known = Known { evidence: 0, judgment: 0, unknown: 0, outside: 0, rules };
    for organization in organizations {
        match (organization.standing, organization.source) {
            (Standing::Us, _) => {}
            (Standing::Outside, _) => known.outside += 1,
            (Standing::Tray, _) => known.unknown += 1,
            (Standing::Zone, Source::Evidence) => known.evidence += 1,
            (Standing::Zone, _) => known.judgment += 1,
        }
    }
    known
}

fn nowhere(organization: OrganizationId, us: OrganizationId) -> OrganizationAssessment {
    OrganizationAssessment {
        organization,
        standing: if organization == us { Standing::Us } else { Standing::Outside },
        depth: None,
        lowest: None,
        character: Character::Unknown,
        source: Source::Unknown,
        relationship: None,
        others_differ: false,
        last_activity: None,
        dormant: false,
    }
}

fn decide(organization: &mut OrganizationAssessment, deepest: &RelationshipAssessment) {
    organization.standing = Standing::Zone;
    organization.depth = deepest.depth;
    organization.lowest = deepest.lowest;
    organization.character = deepest.character;
    organization.source = if deepest.by_evidence() { Source::Evidence } else { Source::Judgment };
    organization.relationship = Some(deepest.relationship);
}

#[cfg(test)]
mod tests {
    use super::Known;

    #[test]
    fn thousands_are_told_apart() {
        let known = Known { evidence: 14, judgment: 1_383, unknown: 781, outside: 1_000_000, rules: 1 };
        let expect = "14 by evidence, 1,383 by judgment, 781 unknown, 1,000,000 with no line to us; rules v1";
        assert_eq!(known.to_string(), expect);
    }
}
