//! Who can we grow with: partners that are not strategic yet, the nearest first, with what holds each back.

use domain::{Audience, Character, Organization, SectionKind, Signal, SignalSubject};
use press::{Chapter, Column};

use super::table;
use crate::loaded::document::Writer;

/// Rows: more are a list, no answer.
const SHOWN_MAX: usize = 12;

impl Writer<'_> {
    /// A partner is told nothing of how near we hold it or others to be.
    pub(super) fn growth(&self) -> Chapter {
        if self.printed.audience >= Audience::Partner {
            return Chapter::default();
        }
        let words = self.words;
        let candidates: Vec<&Organization> = self.could_grow().take(SHOWN_MAX).collect();
        let fits = candidates.iter().any(|partner| self.fit(partner).is_some());
        let mut columns = vec![
            Column::words(words.get("partner")),
            Column::words(words.get("character")),
            Column::words(words.get("depth")),
            Column::words(words.get("growth_signs")),
        ];
        if fits {
            columns.push(Column::figures(words.get("growth_fit")).strong());
        }
        let row = |partner: &&Organization| {
            let fit = fits.then(|| self.fit(partner).map(|mean| self.language.decimal(mean, 1)).unwrap_or_default());
            let character = words.get(character_key(self.character(partner))).to_owned();
            let said = [partner.name.to_string(), character, self.depth(partner), self.signs(partner)];
            said.into_iter().chain(fit).collect()
        };
        let part = table("", columns, candidates.iter().map(row).collect());
        let lead = if part.is_some() { words.get("growth_lead").to_owned() } else { String::new() };
        Chapter { heading: self.heading(SectionKind::Growth), lead, parts: part.into_iter().collect() }
    }

    /// Active companies of known depth that are not strategic, the deepest first.
    pub(in crate::loaded::document) fn could_grow(&self) -> impl Iterator<Item = &Organization> {
        self.deepest_first(|partner| {
            let character = self.character(partner);
            !partner.placeholder && matches!(character, Character::Ecotone | Character::Transactional)
        })
    }

    /// Only in a workspace in which fit is ours to see.
    fn fit(&self, partner: &Organization) -> Option<f64> {
        domain::fit::fit(&self.loaded.fit_profile(), self.loaded.fit_answers(partner.id)).mean
    }

    /// What was observed of it and of its relationships, the newest two.
    fn signs(&self, partner: &Organization) -> String {
        let lines: Vec<_> = self.between_us(partner).map(|line| line.id).collect();
        let about = |signal: &&Signal| match signal.subject {
            SignalSubject::Organization(id) => id == partner.id,
            SignalSubject::Relationship(id) => lines.contains(&id),
        };
        let mut signals: Vec<&Signal> = self.loaded.workspace.signals.iter().filter(about).collect();
        signals.sort_by(|a, b| b.date.cmp(&a.date).then(a.id.cmp(&b.id)));
        let said = |signal: &Signal| {
            if signal.value.is_empty() { signal.kind.as_str().replace('_', " ") } else { signal.value.clone() }
        };
        signals.into_iter().take(2).map(said).collect::<Vec<_>>().join("; ")
    }
}

/// In the words' table.
pub(in crate::loaded::document) fn character_key(character: Character) -> &'static str {
    match character {
        Character::Strategic => "strategic",
        Character::Ecotone => "ecotone",
        Character::Transactional => "transactional",
        Character::Unknown => "unknown",
    }
}
