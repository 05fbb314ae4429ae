//! Partners as the table and the inspector show them.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Aspect, Character, CustomField, CustomValue, Direction, FitCriterion, Money, Name, Organization,
    OrganizationAssessment, OrganizationId, Owner, Relationship, RelationshipAssessment, RelationshipStatus, Source,
    Standing, TagId, Workspace,
};
use picture::Language;

use super::Loaded;
use crate::wire::*;

/// An owner in words.
pub(crate) fn owner_label(workspace: &Workspace, owner: Owner, language: Language) -> String {
    match owner {
        Owner::Function(function) => language.say(&format!("{} lead", function.name())).to_owned(),
        Owner::Person(id) => workspace
            .people
            .iter()
            .find(|person| person.id == id)
            .map(|person| person.name.to_string())
            .unwrap_or_default(),
    }
}

/// Rows of the table, with what is looked up for all of them once.
pub(crate) struct Rows<'a> {
    loaded: &'a Loaded,
    custom: BTreeMap<uuid::Uuid, Vec<&'a CustomValue>>,
    profile: Vec<FitCriterion>,
    plans: BTreeMap<OrganizationId, f64>,
    /// Those whom lines join to us, but none that is active: an idea, talks or what has ended has no character.
    inactive: BTreeSet<OrganizationId>,
}

impl Rows<'_> {
    /// One row.
    pub(crate) fn of(&self, partner: &Organization) -> PartnerRow {
        let loaded = self.loaded;
        let standing = loaded.assessment.organization(partner.id);
        let lens = standing
            .and_then(|s| s.relationship)
            .and_then(|id| loaded.assessment.relationship(id))
            .map(domain::RelationshipAssessment::lens);
        let lens = Aspect::ALL.map(|aspect| lens.and_then(|lens| lens.get(aspect)));
        let custom = self.custom.get(&partner.id.0).into_iter().flatten();
        let character = standing.map_or(Character::Unknown, |s| s.character);
        let sorted = character != Character::Unknown || partner.placeholder;
        PartnerRow {
            id: partner.id,
            name: partner.name.to_string(),
            kind: partner.kind.clone(),
            character,
            tier: partner.tier.clone(),
            stage: partner.stage.clone(),
            owner: partner.owner,
            group: partner.group.clone(),
            depth: standing.and_then(|s| s.depth),
            lowest: standing.and_then(|s| s.lowest).map(|(aspect, value)| AspectValue { aspect, value }),
            known: u8::try_from(lens.iter().flatten().count()).unwrap_or(0),
            lens,
            placeholder: partner.placeholder,
            sortable: !sorted && !self.inactive.contains(&partner.id),
            actual: loaded.won_with(partner.id).map(Money::to_f64),
            plan: self.plans.get(&partner.id).copied(),
            fit: domain::fit::fit(&self.profile, loaded.fit_answers(partner.id)).mean,
            regions: loaded.regions_of(partner),
            segments: loaded.segments_of(partner.id).map(ToString::to_string).collect(),
            tags: loaded.tags_of(partner.id).collect(),
            custom: custom.map(|value| (value.field.clone(), value.value.clone())).collect(),
            active: partner.active,
            base: loaded.partner_base(partner),
        }
    }
}

impl Loaded {
    /// The table's rows.
    pub(crate) fn rows(&self) -> Rows<'_> {
        let fields: Vec<&domain::Key> = self.partner_fields().map(|field| &field.key).collect();
        let mut custom: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for value in self.workspace.custom_values.iter().filter(|value| fields.contains(&&value.field)) {
            custom.entry(value.row).or_default().push(value);
        }
        Rows { loaded: self, custom, profile: self.fit_profile(), plans: self.plans(), inactive: self.inactive() }
    }

    fn inactive(&self) -> BTreeSet<OrganizationId> {
        let us = self.workspace.settings.us;
        let mut inactive = BTreeSet::new();
        let mut active = BTreeSet::new();
        for line in &self.workspace.relationships {
            let set = if line.status.counts() { &mut active } else { &mut inactive };
            if line.from == us {
                set.insert(line.to);
            } else if line.to == us {
                set.insert(line.from);
            }
        }
        &inactive - &active
    }

    /// What each partner's motions were projected to influence in the fiscal year to date, divided evenly among the
    /// active partners of a motion.
    fn plans(&self) -> BTreeMap<OrganizationId, f64> {
        let revenue = domain::Key::literal("revenue");
        let (first, last) = (self.fiscal_year().first(), domain::Month::of(self.today));
        let mut plans = BTreeMap::new();
        for motion in self.workspace.motions.iter().filter(|motion| motion.active) {
            let lines = domain::Lines::one(domain::Line::Motion(motion.id));
            let planned = self.planned().value(self.ledger().library(), &revenue, &lines, first, last);
            let sum = planned.map_or(0.0, |range| range.mid);
            let active = |id| self.workspace.organization(id).is_some_and(|partner| partner.active);
            let partners = self.workspace.motion_partners.iter().filter(|p| p.motion == motion.id);
            let partners: Vec<_> = partners.filter(|p| active(p.organization)).collect();
            for partner in partners.iter().filter(|_| sum > 0.0) {
                *plans.entry(partner.organization).or_insert(0.0) += sum / partners.len() as f64;
            }
        }
        plans
    }

    /// Custom fields of partners, in order.
    pub(crate) fn partner_fields(&self) -> impl Iterator<Item = &CustomField> {
        self.expected.custom_fields.iter().filter(|field| field.noun == "organization")
    }

    pub(crate) fn custom_value(&self, field: &domain::Key, partner: OrganizationId) -> Option<&str> {
        let values = &self.expected.custom_values;
        let found = values.binary_search_by(|value| (&value.field, value.row).cmp(&(field, partner.0)));
        found.ok().map(|at| values[at].value.as_str())
    }

    /// Its tags, in the order of their ids.
    pub(crate) fn tags_of(&self, partner: OrganizationId) -> impl Iterator<Item = TagId> {
        own(&self.expected.organization_tags, partner, |row| row.organization).iter().map(|row| row.tag)
    }

    pub(crate) fn segments_of(&self, partner: OrganizationId) -> impl Iterator<Item = &Name> {
        own(&self.expected.organization_segments, partner, |row| row.organization).iter().map(|row| &row.segment)
    }

    /// Regions beside the main one.
    pub(crate) fn more_regions(&self, partner: OrganizationId) -> impl Iterator<Item = &Name> {
        own(&self.expected.organization_regions, partner, |row| row.organization).iter().map(|row| &row.region)
    }

    /// The main one first.
    pub(crate) fn regions_of(&self, partner: &Organization) -> Vec<String> {
        let main = partner.region.iter().cloned();
        main.chain(self.more_regions(partner.id).map(ToString::to_string)).collect()
    }

    pub(crate) fn partner_row(&self, partner: &Organization) -> PartnerRow {
        self.rows().of(partner)
    }

    pub(crate) fn partner_detail(&self, partner: &Organization) -> PartnerDetail {
        let standing = self.assessment.organization(partner.id);
        let deciding = standing.and_then(|s| s.relationship).and_then(|id| self.assessment.relationship(id));
        let stages = &self.workspace.stages;
        let reached = partner.stage.as_ref().and_then(|key| stages.iter().position(|stage| stage.key == *key));
        PartnerDetail {
            row: self.partner_row(partner),
            is_us: standing.is_some_and(|s| s.standing == Standing::Us),
            region: partner.region.clone(),
            website: partner.website.clone(),
            since: partner.since,
            notes: partner.notes.clone(),
            mixed: standing.is_some_and(|s| s.others_differ),
            aspects: self.aspects(deciding),
            gives: self.values(partner.id, Direction::Give),
            gets: self.values(partner.id, Direction::Get),
            reciprocity: deciding.and_then(|r| r.reciprocity),
            reciprocity_words: deciding
                .filter(|r| r.reciprocity.is_some())
                .map(|r| domain::Reciprocity::of(self.exchanges(r.relationship)).to_string()),
            dormant_since: standing.filter(|s| s.dormant).and_then(|s| s.last_activity),
            deciding: deciding.map(|r| r.relationship),
            relationships: self.relationship_rows(partner.id),
            motions: self.partner_motions(partner.id),
            influenced: self.won_with(partner.id),
            stage_reached: reached
                .and_then(|at| Some([u32::try_from(at + 1).ok()?, u32::try_from(stages.len()).ok()?])),
        }
    }

    pub(super) fn aspects(&self, known: Option<&RelationshipAssessment>) -> Vec<AspectDetail> {
        let detail = |aspect: Aspect| {
            let assessed = known.map(|known| &known.aspects[aspect as usize]);
            let (low, high) = aspect.end_words();
            AspectDetail {
                aspect,
                name: aspect.name().to_owned(),
                ends: [low.to_owned(), high.to_owned()],
                value: assessed.and_then(|a| a.value),
                source: assessed.and_then(|a| source_word(a.source)).map(str::to_owned),
                sentence: assessed.map_or_else(|| "Nothing is recorded.".to_owned(), |a| a.sentence(&self.workspace)),
                base: self.aspect_base(known.map(|known| known.relationship), aspect),
            }
        };
        Aspect::ALL.map(detail).to_vec()
    }

    /// What flows between us and a partner, in words, the weightiest first.
    fn values(&self, partner: OrganizationId, direction: Direction) -> Vec<String> {
        let us = self.workspace.settings.us;
        let ours = |r: &&Relationship| (r.from == us && r.to == partner) || (r.to == us && r.from == partner);
        let relationships: Vec<_> = self.workspace.relationships.iter().filter(ours).map(|r| r.id).collect();
        let mut values: Vec<_> = self
            .workspace
            .value_exchanges
            .iter()
            .filter(|value| value.direction == direction && relationships.contains(&value.relationship))
            .collect();
        values.sort_by(|a, b| b.weight.cmp(&a.weight).then(a.id.cmp(&b.id)));
        let words = |value: &domain::ValueExchange| match value.what.as_str() {
            "" => self.value_kind(&value.kind).map_or_else(|_| value.kind.to_string(), |kind| kind.name.to_string()),
            what => what.to_owned(),
        };
        values.into_iter().map(words).collect()
    }

    fn relationship_rows(&self, partner: OrganizationId) -> Vec<RelationshipRow> {
        let row = |relationship: &Relationship| {
            let outgoing = relationship.from == partner;
            let other = if outgoing { relationship.to } else { relationship.from };
            let kind = self.workspace.relationship_kinds.iter().find(|kind| kind.key == relationship.kind);
            let reading = kind.map(|kind| if outgoing { &kind.forward } else { &kind.reverse });
            RelationshipRow {
                id: relationship.id,
                kind: relationship.kind.clone(),
                reading: reading.map_or_else(|| relationship.kind.to_string(), ToString::to_string),
                other,
                other_name: self.workspace.organization(other).map(|o| o.name.to_string()).unwrap_or_default(),
                character: self.assessment.relationship(relationship.id).map_or(Character::Unknown, |r| r.character),
                status: relationship.status,
                outgoing,
            }
        };
        let touches = |r: &&Relationship| r.from == partner || r.to == partner;
        let mut rows: Vec<RelationshipRow> = self.workspace.relationships.iter().filter(touches).map(row).collect();
        rows.sort_by_key(|row| (row.status == RelationshipStatus::Ended, row.other != self.workspace.settings.us));
        rows
    }

    fn partner_motions(&self, partner: OrganizationId) -> Vec<PartnerMotion> {
        let takes_part =
            |id| self.workspace.motion_partners.iter().any(|p| p.motion == id && p.organization == partner);
        let motions = self.workspace.motions.iter().filter(|motion| motion.active && takes_part(motion.id));
        let row = |motion: &domain::Motion| PartnerMotion {
            id: motion.id,
            name: motion.name.to_string(),
            character: self.motion_character(motion.id),
            status: motion.status,
            health: motion.health,
        };
        motions.map(row).collect()
    }

    /// The words around a partner: "integrates with Tidewater; refers to Fernhill Commerce".
    pub(crate) fn relationships_in_words(&self, rows: &[&Relationship], partner: OrganizationId) -> String {
        let words = |relationship: &&Relationship| {
            let outgoing = relationship.from == partner;
            let kind = self.workspace.relationship_kinds.iter().find(|kind| kind.key == relationship.kind)?;
            let other = self.workspace.organization(if outgoing { relationship.to } else { relationship.from })?;
            Some(format!("{} {}", if outgoing { &kind.forward } else { &kind.reverse }, other.name))
        };
        rows.iter().filter_map(words).collect::<Vec<_>>().join("; ")
    }
}

/// Rows of one partner, in a list sorted by partner.
pub(super) fn own<T>(rows: &[T], partner: OrganizationId, of: impl Fn(&T) -> OrganizationId) -> &[T] {
    let from = rows.partition_point(|row| of(row) < partner);
    let to = rows.partition_point(|row| of(row) <= partner);
    &rows[from..to]
}

fn source_word(source: Source) -> Option<&'static str> {
    match source {
        Source::Evidence => Some("evidence"),
        Source::Judgment => Some("judgment"),
        Source::Overrule => Some("overrule"),
        Source::Unknown => None,
    }
}

/// Where an organization stands, as the map needs it.
pub(crate) fn standing_on_map(assessed: &OrganizationAssessment) -> picture::map::Standing {
    use picture::map::Known;
    picture::map::Standing {
        depth: assessed.depth,
        character: assessed.character,
        known: match assessed.standing {
            Standing::Zone if assessed.source == Source::Evidence => Known::Evidence,
            Standing::Zone => Known::Judgment,
            _ => Known::Unknown,
        },
        linked: matches!(assessed.standing, Standing::Zone | Standing::Tray),
    }
}
