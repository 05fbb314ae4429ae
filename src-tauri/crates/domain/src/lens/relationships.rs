//! The lens of each relationship: evidence before the default of its kind, a person's judgment before both. Must not know
//! how organizations or motions are judged.

use std::collections::{HashMap, HashSet};

use super::character::{character, depth, lowest, one_decimal, settle};
use super::evidence::Evidence;
use super::facts::Facts;
use super::reason::Reason;
use super::rules;
use super::values::Values;
use crate::{Aspect, Character, Key, Lens, Relationship, RelationshipId, Source, Workspace};

/// One aspect: its value, how it is known and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AspectAssessment {
    /// Which.
    pub aspect: Aspect,
    /// 0 to 5, one decimal.
    pub value: Option<f64>,
    /// How it is known.
    pub source: Source,
    /// Why.
    pub reason: Reason,
}

impl AspectAssessment {
    /// Why, in words: "5 kinds of value, both ways → 4.1".
    pub fn sentence(&self, workspace: &Workspace) -> String {
        self.reason.sentence(self.value, workspace)
    }
}

/// A relationship through the lens.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationshipAssessment {
    /// Which.
    pub relationship: RelationshipId,
    /// All six aspects, in their order.
    pub aspects: [AspectAssessment; 6],
    /// The mean of the known aspects.
    pub depth: Option<f64>,
    /// The lowest known aspect, never left out beside the depth.
    pub lowest: Option<(Aspect, f64)>,
    /// What it is.
    pub character: Character,
    /// The smaller weighted side of the value exchange ÷ the larger, money included.
    pub reciprocity: Option<f64>,
}

impl RelationshipAssessment {
    /// The values alone.
    pub fn lens(&self) -> Lens {
        let mut lens = Lens::default();
        for aspect in &self.aspects {
            lens.set(aspect.aspect, aspect.value);
        }
        lens
    }

    /// At least three aspects come from evidence, so that the character would be known by evidence alone.
    pub fn by_evidence(&self) -> bool {
        self.aspects.iter().filter(|aspect| aspect.source == Source::Evidence).count() >= 3
    }
}

/// Smaller weighted side of the value exchange ÷ larger; none where nothing flows.
pub fn reciprocity(give: f64, get: f64) -> Option<f64> {
    let larger = give.max(get);
    (larger > 0.0).then(|| give.min(get) / larger)
}

/// Judges every relationship, in the workspace's order.
pub(super) fn all(workspace: &Workspace, evidence: &Evidence) -> Vec<RelationshipAssessment> {
    let kinds: HashMap<&Key, usize> = workspace.relationship_kinds.iter().map(|kind| &kind.key).zip(0..).collect();
    let overruled = overrules(workspace);
    let nothing = Facts::default();
    let paid: HashSet<RelationshipId> = workspace.commissions.iter().map(|row| row.relationship).collect();
    let held: HashMap<RelationshipId, Character> =
        workspace.held_characters.iter().map(|held| (held.relationship, held.character)).collect();
    let judge = |relationship: &Relationship| {
        let partner = relationship.partner(workspace.settings.us).and_then(|id| evidence.partners.get(&id));
        let values = evidence.values.get(&relationship.id);
        let in_words = relationship.commission.is_some() || paid.contains(&relationship.id);
        let money = values.is_some_and(|values| values.money > 0.0);
        let paid = in_words || money;
        let standing = standing_values(relationship, workspace, evidence);
        let found = found(relationship, partner.unwrap_or(&nothing), values.filter(|_| standing), paid, evidence);
        let default = kinds.get(&relationship.kind).copied();
        let default_lens = default.and_then(|kind| workspace.relationship_kinds[kind].default_lens);
        let mut aspects = Aspect::ALL.map(|aspect| {
            let judged = default.zip(default_lens.and_then(|lens| lens.get(aspect)));
            let (value, source, reason) = match (found[aspect as usize], judged) {
                // Terms that are written down are a field that is filled in: they may lower the score, not raise it.
                (Some((value, reason @ Reason::Commission { signals: 0 })), Some((_, usual))) if !money => {
                    (Some(value.min(usual)), Source::Evidence, reason)
                }
                (Some((value, reason)), _) => (Some(value), Source::Evidence, reason),
                (None, Some((kind, value))) => (Some(value), Source::Judgment, Reason::Default(kind)),
                (None, None) => (None, Source::Unknown, Reason::Nothing),
            };
            AspectAssessment { aspect, value: value.map(bounded), source, reason }
        });
        for &index in overruled.get(&relationship.id).map_or(&[][..], Vec::as_slice) {
            overrule(&mut aspects, &workspace.overrules[index].lens, index);
        }
        let reciprocity = values.and_then(|v| reciprocity(v.all_give, v.all_get));
        finish(relationship.id, &aspects, reciprocity, held.get(&relationship.id).copied(), workspace)
    };
    workspace.relationships.iter().map(judge).collect()
}

/// From version 2 on, what is given and got counts only while something happens with the partner.
fn standing_values(relationship: &Relationship, workspace: &Workspace, evidence: &Evidence) -> bool {
    let partner = relationship.partner(workspace.settings.us);
    let lately = |id| evidence.last.get(&id).is_some_and(|day| *day >= evidence.since);
    workspace.settings.lens_rules < 2 || partner.is_none_or(lately)
}

fn found(
    relationship: &Relationship,
    partner: &Facts,
    values: Option<&Values>,
    commission: bool,
    evidence: &Evidence,
) -> [rules::Finding; 6] {
    let together = match evidence.signals.get(&relationship.id) {
        None => rules::relationship_type(partner, commission),
        Some(signals) => {
            let mut facts = partner.clone();
            facts.signals.extend(signals);
            rules::relationship_type(&facts, commission)
        }
    };
    [
        rules::focus(partner),
        together,
        values.and_then(rules::value_exchange),
        rules::scales_by(partner),
        rules::success_metrics(partner),
        rules::involvement(partner),
    ]
}

fn finish(
    relationship: RelationshipId,
    aspects: &[AspectAssessment; 6],
    reciprocity: Option<f64>,
    held: Option<Character>,
    workspace: &Workspace,
) -> RelationshipAssessment {
    let mut assessment = RelationshipAssessment {
        relationship,
        aspects: *aspects,
        depth: None,
        lowest: None,
        character: Character::Unknown,
        reciprocity,
    };
    let lens = assessment.lens();
    assessment.depth = depth(&lens);
    assessment.lowest = lowest(&lens);
    assessment.character = match held {
        Some(held) => settle(Some(held), &lens, workspace.settings.bounds),
        None => character(&lens, workspace.settings.bounds),
    };
    assessment
}

/// Places of each relationship's overrules, oldest first: the newest word on an aspect stands.
fn overrules(workspace: &Workspace) -> HashMap<RelationshipId, Vec<usize>> {
    let mut places: HashMap<RelationshipId, Vec<usize>> = HashMap::new();
    for (place, overrule) in workspace.overrules.iter().enumerate() {
        places.entry(overrule.relationship).or_default().push(place);
    }
    for list in places.values_mut() {
        list.sort_by_key(|&place| workspace.overrules[place].date);
    }
    places
}

fn overrule(aspects: &mut [AspectAssessment; 6], lens: &Lens, index: usize) {
    for aspect in aspects {
        if let Some(value) = lens.get(aspect.aspect) {
            aspect.value = Some(bounded(value));
            aspect.source = Source::Overrule;
            aspect.reason = Reason::Overrule(index);
        }
    }
}

/// One decimal from 0 to 5; what is no number counts as 0.
fn bounded(value: f64) -> f64 {
    one_decimal(if value.is_nan() { 0.0 } else { value.clamp(0.0, 5.0) })
}
