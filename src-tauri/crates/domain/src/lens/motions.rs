//! The character of each motion: by its kind, and by what is planned and recorded for it. Must not know how partners are
//! judged, but for the values they exchange with us.

use std::collections::HashMap;

use super::character::{character, depth, one_decimal};
use super::evidence::Evidence;
use super::facts::Facts;
use super::relationships::RelationshipAssessment;
use super::rules;
use crate::{Aspect, Character, Lens, MotionId, OrganizationId, Source, Workspace};

/// A motion through the lens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MotionAssessment {
    /// Which.
    pub motion: MotionId,
    /// What its kind promises.
    pub by_kind: Character,
    /// The mean of the aspects that its kind promises.
    pub kind_depth: Option<f64>,
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

/// How much of something is strategy, 0 to 1; the rest is tactic. Depth runs from 0 to 5, so its fifth part.
pub fn strategic_share(depth: f64) -> f64 {
    (depth / 5.0).clamp(0.0, 1.0)
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
            kind_depth: kind.and_then(|kind| depth(&kind.default_lens)),
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
        if let (Some(partner), Some(value)) = (relationship.partner(workspace.settings.us), known) {
            let best = exchanges.entry(partner).or_insert(value);
            *best = best.max(value);
        }
    }
    exchanges
}

fn mean(values: &[f64]) -> f64 {
    one_decimal(values.iter().sum::<f64>() / values.len().max(1) as f64)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::CostBehavior::{Fixed, Variable};
    use crate::assess;
    use crate::fixture::{Fixture, TODAY};

    #[test]
    fn a_fee_for_each_lead_is_as_transactional_as_a_commission() {
        let mut fixture = Fixture::new();
        let partner = fixture.partner("Acme");
        let (from, to) = (date(2026, 1, 1), date(2026, 12, 31));
        let mut program = |kind, metric, rate| {
            let motion = fixture.motion(kind, from, to, &[partner]);
            fixture.project(motion, metric, 1_000.0);
            let projection = fixture.workspace.projections.last().map(|projection| projection.id);
            fixture.line(motion, Variable, 5_000, &[]);
            let line = fixture.workspace.budget_lines.last_mut().unwrap();
            (line.projection, line.rate) = (projection, Some(rate));
            fixture.task(motion, crate::Function::Performance, TODAY, 1.0);
            motion
        };
        let referral = program("referral", "introductions", 50.0);
        let commission = program("affiliate_program", "affiliate_revenue", 0.08);
        let campaign = fixture.motion("referral", from, to, &[partner]);
        fixture.line(campaign, Fixed, 5_000, &[(partner, 0.5)]);
        let assessment = assess(&fixture.workspace, TODAY);
        let [referral, commission, campaign] =
            [referral, commission, campaign].map(|motion| *assessment.motion(motion).unwrap());
        assert_eq!(referral.evidence.focus, Some(0.0), "what follows results is performance");
        let costs = |motion: MotionAssessment| (motion.evidence.focus, motion.evidence.relationship_type);
        assert_eq!(costs(referral), costs(commission));
        assert!(costs(campaign) > costs(referral), "the kind is the same, the money is not");
        assert_eq!((referral.kind_depth, referral.by_kind), (campaign.kind_depth, campaign.by_kind));
        assert_ne!(referral.by_kind, Character::Transactional);
        assert_eq!(referral.character(), Character::Transactional, "evidence decides");
    }

    #[test]
    fn two_shares_make_a_whole() {
        for (depth, expect) in [(0.0, 0.0), (2.5, 0.5), (5.0, 1.0), (9.0, 1.0)] {
            assert!((strategic_share(depth) - expect).abs() < 1e-12);
        }
    }
}
