//! Partners: in the table of their kind, and one by one.

use std::cmp::Reverse;

use domain::{
    Aspect, Audience, Character, Direction, Organization, OrganizationKind, ProfilesOf, Relationship, SectionContent,
    SectionKind, ValueExchange,
};
use press::{PartnerGroup, PartnerRow, Profile, Reading, Value};

use super::{Writer, in_list};

/// Most profiles of one document.
const PROFILES_MAX: usize = 200;

impl Writer<'_> {
    pub(super) fn partner_groups(&self) -> Vec<PartnerGroup> {
        if self.section(SectionKind::Partners).is_none() {
            return Vec::new();
        }
        let group = |kind: &OrganizationKind| PartnerGroup {
            kind: kind.name.to_string(),
            shape: kind.shape,
            color: kind.color.clone(),
            rows: self.deepest_first(|partner| partner.kind == kind.key).map(|partner| self.row(partner)).collect(),
        };
        let kinds = &self.loaded.workspace.organization_kinds;
        kinds.iter().map(group).filter(|group| !group.rows.is_empty()).collect()
    }

    /// Active partners by depth, then by name.
    pub(super) fn deepest_first(&self, of: impl Fn(&Organization) -> bool) -> impl Iterator<Item = &Organization> {
        let depth = |partner: &Organization| {
            self.loaded.assessment.organization(partner.id).and_then(|standing| standing.depth).unwrap_or(-1.0)
        };
        let mut partners: Vec<&Organization> =
            self.loaded.workspace.partners().filter(|partner| partner.active && of(partner)).collect();
        partners.sort_by(|a, b| {
            let names = || in_list(a.name.as_str()).cmp(&in_list(b.name.as_str()));
            depth(b).total_cmp(&depth(a)).then_with(names).then_with(|| a.id.cmp(&b.id))
        });
        partners.into_iter()
    }

    fn row(&self, partner: &Organization) -> PartnerRow {
        PartnerRow {
            name: partner.name.to_string(),
            character: self.character(partner),
            tier: partner.tier.clone().unwrap_or_default(),
            stage: self.stage(partner),
            owner: self.loaded.owner_words(partner.owner),
            depth: self.depth(partner),
        }
    }

    pub(super) fn character(&self, partner: &Organization) -> Character {
        self.loaded.assessment.organization(partner.id).map_or(Character::Unknown, |standing| standing.character)
    }

    pub(super) fn stage(&self, partner: &Organization) -> String {
        let key = partner.stage.as_ref();
        let stage = key.and_then(|key| self.loaded.workspace.stages.iter().find(|stage| stage.key == *key));
        stage.map(|stage| stage.name.to_string()).unwrap_or_default()
    }

    /// "3.7, lowest: success metrics 2.2". A partner is not shown how deep we judge partnerships to be.
    pub(super) fn depth(&self, partner: &Organization) -> String {
        let standing = self.loaded.assessment.organization(partner.id);
        let Some(depth) = standing.and_then(|standing| standing.depth).filter(|_| self.shows_lens()) else {
            return String::new();
        };
        match standing.and_then(|standing| standing.lowest) {
            Some((aspect, value)) => {
                let name = self.aspect_bar(aspect, None).name;
                let name = self.language.within(&name);
                self.words.say(
                    "depth_lowest",
                    &[
                        ("depth", &self.language.decimal(depth, 1)),
                        ("aspect", &name),
                        ("value", &self.language.decimal(value, 1)),
                    ],
                )
            }
            None => self.language.decimal(depth, 1),
        }
    }

    fn shows_lens(&self) -> bool {
        self.printed.audience < Audience::Partner
    }

    pub(super) fn profiles(&self) -> Vec<Profile> {
        let Some(section) = self.section(SectionKind::Profiles) else { return Vec::new() };
        let SectionContent::Profiles { of, aspects } = section.content else { return Vec::new() };
        let wanted = |partner: &Organization| match (of, self.character(partner)) {
            (ProfilesOf::Everyone, _) | (_, Character::Strategic) => true,
            (ProfilesOf::StrategicAndEcotone, character) => character == Character::Ecotone,
            (ProfilesOf::Strategic, _) => false,
        };
        self.deepest_first(wanted).take(PROFILES_MAX).map(|partner| self.profile(partner, aspects)).collect()
    }

    fn profile(&self, partner: &Organization, aspects: bool) -> Profile {
        let loaded = self.loaded;
        let kind = loaded.workspace.organization_kinds.iter().find(|kind| kind.key == partner.kind);
        let deciding = loaded.assessment.organization(partner.id).and_then(|standing| standing.relationship);
        let lens = deciding.and_then(|id| loaded.assessment.relationship(id)).map(domain::RelationshipAssessment::lens);
        let bars = |lens: domain::Lens| Aspect::ALL.map(|aspect| self.aspect_bar(aspect, lens.get(aspect))).into();
        Profile {
            name: partner.name.to_string(),
            kind: kind.map(|kind| kind.name.to_string()).unwrap_or_default(),
            shape: kind.map_or(domain::Shape::Circle, |kind| kind.shape),
            color: kind.map(|kind| kind.color.clone()).unwrap_or_default(),
            character: self.character(partner),
            facts: self.facts(partner),
            relationships: self.between_us(partner).map(|line| self.relation(partner, line)).collect(),
            aspects: lens.filter(|_| aspects && self.shows_lens()).map(bars).unwrap_or_default(),
            gives: self.values(partner, Direction::Give),
            gets: self.values(partner, Direction::Get),
            motions: self.joint_motions(partner),
        }
    }

    fn facts(&self, partner: &Organization) -> Vec<Reading> {
        let facts = [
            ("stage", self.stage(partner)),
            ("tier", partner.tier.clone().unwrap_or_default()),
            ("owner", self.loaded.owner_words(partner.owner)),
            ("depth", self.depth(partner)),
            ("region", self.loaded.regions_of(partner).join(", ")),
            ("since", partner.since.map(|day| self.words.month(day)).unwrap_or_default()),
            ("website", partner.website.as_deref().map(bare).unwrap_or_default().to_owned()),
        ];
        let said = facts.into_iter().filter(|(_, text)| !text.is_empty());
        said.map(|(key, text)| Reading { title: self.words.get(key).to_owned(), text }).collect()
    }

    /// The relationships that count, with us alone.
    pub(super) fn between_us(&self, partner: &Organization) -> impl Iterator<Item = &Relationship> {
        let (us, id) = (self.loaded.workspace.settings.us, partner.id);
        let lines = self.loaded.workspace.relationships.iter();
        lines.filter(move |line| line.partner(us) == Some(id) && line.status.counts())
    }

    /// "integrates with Tidewater".
    pub(super) fn relation(&self, partner: &Organization, line: &Relationship) -> String {
        let kind = self.loaded.workspace.relationship_kinds.iter().find(|kind| kind.key == line.kind);
        let reading = kind.map(|kind| if line.from == partner.id { &kind.forward } else { &kind.reverse });
        let us = self.loaded.organization_name(self.loaded.workspace.settings.us);
        reading.map_or_else(|| line.kind.to_string(), |reading| format!("{reading} {us}"))
    }

    pub(super) fn values(&self, partner: &Organization, direction: Direction) -> Vec<Value> {
        let value = |value: &ValueExchange| Value { text: self.value_words(value), weight: value.weight.into() };
        self.exchanged(partner, direction).into_iter().map(value).collect()
    }

    /// What flows between us, the weightiest first.
    pub(super) fn exchanged(&self, partner: &Organization, direction: Direction) -> Vec<&ValueExchange> {
        let lines: Vec<_> = self.between_us(partner).map(|line| line.id).collect();
        let exchanges = self.loaded.workspace.value_exchanges.iter();
        let mut values: Vec<_> =
            exchanges.filter(|value| value.direction == direction && lines.contains(&value.relationship)).collect();
        values.sort_by_key(|value| (Reverse(value.weight), value.id));
        values
    }

    /// What it is, or else its kind.
    pub(super) fn value_words(&self, value: &ValueExchange) -> String {
        if !value.what.is_empty() {
            return value.what.clone();
        }
        self.loaded.value_kind(&value.kind).map_or_else(|_| value.kind.to_string(), |kind| kind.name.to_string())
    }

    pub(super) fn joint_motions(&self, partner: &Organization) -> Vec<usize> {
        let parts = &self.loaded.workspace.motion_partners;
        let takes_part = |motion| parts.iter().any(|part| part.motion == motion && part.organization == partner.id);
        let places = self.motions.iter().enumerate();
        places.filter(|(_, motion)| takes_part(motion.id)).map(|(at, _)| at).collect()
    }
}

/// An address without its scheme, which a reader does not need.
fn bare(address: &str) -> &str {
    let address = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    address.trim_end_matches('/')
}
