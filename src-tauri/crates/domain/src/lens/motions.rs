//! The character of each motion: by its kind, and by what is planned and recorded for it. Must not know how partners are
//! judged, but for the values they exchange with us.

use std::collections::HashMap;

use super::character::{character, depth, one_decimal};
use super::evidence::Evidence;
use super::facts::Facts;
use super::relationships::{RelationshipAssessment, partner};
use super::rules;
use crate::{Aspect, Character, Lens, MotionId, OrganizationId, Source, Workspace};

/// A motion through the lens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MotionAssessment {
    /// Which.
    pub motion: MotionId,
    /// What its kind promises.
    pub by_kind: Character,
    /// What is planned and recorded for it shows, or unknown with under three aspects.
    pub by_evidence: Character,
    /// The aspects by evidence.
    pub evidence: Lens,
    /// Their mean.
    pub depth: Option<f64>,
}

impl MotionAssessment {
    /// Evidence decides; the kind speaks until there is some.
    pub fn character(&self) -> Character {
        if self.by_evidence == Character::Unknown { self.by_kind } else { self.by_evidence }
    }
}

/// Judges every motion, in the workspace's order.
pub(super) fn all(
    workspace: &Workspace,
    evidence: &Evidence,
    relationships: &[RelationshipAssessment],
) -> Vec<MotionAssessment> {
    let exchanges = exchanges(workspace, relationships);
    let mut partners: HashMap<MotionId, Vec<f64>> = HashMap::new();
    for part in &workspace.motion_partners {
        if let Some(value) = exchanges.get(&part.organization) {
            partners.entry(part.motion).or_default().push(*value);
        }
    }
    let bounds = workspace.settings.bounds;
    let judge = |(motion, facts): (&crate::Motion, &Facts)| {
        let kind = workspace.motion_kinds.iter().find(|kind| kind.key == motion.kind);
        let mut lens = found(facts);
        lens.value_exchange = partners.get(&motion.id).map(|values| mean(values));
        MotionAssessment {
            motion: motion.id,
            by_kind: kind.map_or(Character::Unknown, |kind| character(&kind.default_lens, bounds)),
            by_evidence: character(&lens, bounds),
            evidence: lens,
            depth: depth(&lens),
        }
    };
    workspace.motions.iter().zip(&evidence.motions).map(judge).collect()
}

/// Length alone is no evidence of what a motion is for: focus speaks only where there is a budget.
fn found(facts: &Facts) -> Lens {
    let value = |finding: rules::Finding| finding.map(|(value, _)| one_decimal(value.clamp(0.0, 5.0)));
    Lens {
        focus: if facts.budgeted > 0 { value(rules::focus(facts)) } else { None },
        relationship_type: value(rules::relationship_type(facts, false)),
        value_exchange: None,
        scales_by: value(rules::scales_by(facts)),
        success_metrics: value(rules::success_metrics(facts)),
        involvement: if facts.tasks > 0 { value(rules::involvement(facts)) } else { None },
    }
}

/// The best value exchange known by evidence with each partner.
fn exchanges(workspace: &Workspace, relationships: &[RelationshipAssessment]) -> HashMap<OrganizationId, f64> {
    let mut exchanges: HashMap<OrganizationId, f64> = HashMap::new();
    for (relationship, assessment) in workspace.relationships.iter().zip(relationships) {
        let aspect = assessment.aspects[Aspect::ValueExchange as usize];
        let known = aspect.value.filter(|_| aspect.source == Source::Evidence);
        if let (Some(partner), Some(value)) = (partner(relationship, workspace.settings.us), known) {
            let best = exchanges.entry(partner).or_insert(value);
            *best = best.max(value);
        }
    }
    exchanges
}

fn mean(values: &[f64]) -> f64 {
    one_decimal(values.iter().sum::<f64>() / values.len().max(1) as f64)
}
