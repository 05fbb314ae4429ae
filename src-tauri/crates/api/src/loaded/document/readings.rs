//! Three short readings of the map: what holds, what is thin, who can grow. Each stands where enough is known to say it.

use domain::{Audience, Character, Organization, OrganizationId, OrganizationKind};
use press::Reading;

use super::Writer;
use super::findings::PARTNERS_FLOOR;

/// Partners of a kind that a sentence about the kind needs.
const KIND_FLOOR: usize = 3;
/// Partners who won something that a sentence about shares of it needs.
const WON_FLOOR: usize = 5;
/// A single partner with this part of what was won is worth a sentence.
const ALONE: f64 = 0.25;

impl Writer<'_> {
    /// None for partners: it would tell them how we hold others.
    pub(super) fn readings(&self) -> Vec<Reading> {
        if self.printed.audience >= Audience::Partner {
            return Vec::new();
        }
        let readings = [
            ("reading_holds", self.what_holds()),
            ("reading_thin", self.what_is_thin()),
            ("reading_grow", self.who_can_grow().into_iter().collect()),
        ];
        let said = readings.into_iter().filter(|(_, sentences)| !sentences.is_empty());
        said.map(|(key, sentences)| Reading { title: self.words.get(key).to_owned(), text: sentences.join(" ") })
            .collect()
    }

    fn what_holds(&self) -> Vec<String> {
        let deepest = self.kinds_counted().into_iter().filter(|(_, strategic, _)| *strategic > 0);
        // The first in the workspace's order where two are equal.
        let most = deepest.rev().max_by_key(|(_, strategic, _)| *strategic);
        let kind = most.map(|(kind, strategic, of)| self.of_kind("holds_kind", kind, strategic, of));
        let won = self.won_by();
        let all: f64 = won.iter().map(|(_, amount)| amount).sum();
        let strategic: f64 = won.iter().filter(|(id, _)| self.is_strategic(*id)).map(|(_, amount)| amount).sum();
        let share = (won.len() >= WON_FLOOR && strategic > 0.0)
            .then(|| self.words.say("holds_won", &[("percent", &self.language.percent(strategic / all))]));
        kind.into_iter().chain(share).collect()
    }

    fn what_is_thin(&self) -> Vec<String> {
        let won = self.won_by();
        let all: f64 = won.iter().map(|(_, amount)| amount).sum();
        let most = won.iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let alone = most.filter(|(_, amount)| won.len() >= WON_FLOOR && amount / all >= ALONE).map(|(id, amount)| {
            let (name, percent) = (self.loaded.organization_name(*id), self.language.percent(amount / all));
            self.words.say("thin_alone", &[("name", &name), ("percent", &percent)])
        });
        let without = self.kinds_counted().into_iter().find(|(_, strategic, _)| *strategic == 0);
        let without = without.map(|(kind, strategic, of)| self.of_kind("thin_kind", kind, strategic, of));
        let assessed = &self.loaded.assessment.organizations;
        let quiet = assessed.iter().filter(|standing| standing.dormant).count();
        let quiet = (quiet > 1).then(|| self.words.say("thin_quiet", &[("n", &quiet.to_string())]));
        alone.into_iter().chain(without).chain(quiet).take(2).collect()
    }

    fn who_can_grow(&self) -> Option<String> {
        let known = self.loaded.workspace.partners().filter(|partner| self.character(partner) != Character::Unknown);
        if known.count() < PARTNERS_FLOOR {
            return None;
        }
        let nearest = self.could_grow().next()?;
        let (name, depth) = (nearest.name.as_str(), self.depth(nearest));
        Some(self.words.say("grow_nearest", &[("name", name), ("depth", &depth)]))
    }

    fn of_kind(&self, key: &str, kind: &OrganizationKind, strategic: usize, of: usize) -> String {
        let parts = [("kind", kind.name.as_str()), ("n", &strategic.to_string()), ("of", &of.to_string())];
        self.words.say(key, &parts)
    }

    /// How many of a kind are strategic, and how many are known at all; kinds below the floor are left out.
    fn kinds_counted(&self) -> Vec<(&OrganizationKind, usize, usize)> {
        let count = |kind| {
            let known = |partner: &&Organization| {
                partner.active && partner.kind == kind && self.character(partner) != Character::Unknown
            };
            let known: Vec<&Organization> = self.loaded.workspace.partners().filter(known).collect();
            let strategic = known.iter().filter(|partner| self.character(partner) == Character::Strategic).count();
            (strategic, known.len())
        };
        let kinds = self.loaded.workspace.organization_kinds.iter().map(|kind| {
            let (strategic, of) = count(kind.key.clone());
            (kind, strategic, of)
        });
        kinds.filter(|(_, _, of)| *of >= KIND_FLOOR).collect()
    }

    /// What was won with whom this fiscal year: for us alone, as the map's sizes are.
    fn won_by(&self) -> Vec<(OrganizationId, f64)> {
        if !self.is_ours() {
            return Vec::new();
        }
        let won = self
            .loaded
            .workspace
            .partners()
            .filter_map(|partner| Some((partner.id, self.loaded.won_with(partner.id)?.to_f64())));
        won.filter(|(_, amount)| *amount > 0.0).collect()
    }

    fn is_strategic(&self, id: OrganizationId) -> bool {
        let standing = self.loaded.assessment.organization(id);
        standing.is_some_and(|standing| standing.character == Character::Strategic)
    }
}
