//! Partners that may be one: which pairs, side by side, and what merging would move.

use std::collections::BTreeSet;

use domain::{Character, NotDuplicate, Organization, OrganizationId, SignalSubject};
use import::matching::duplicates::{Pair, duplicates};

use super::Loaded;
use super::partners::standing_on_map;
use crate::ErrorReply;
use crate::wire::*;

/// So many pairs travel at once; nobody looks at more in one sitting.
const MOST_PAIRS: usize = 500;

impl Loaded {
    /// Pairs that may be one and that nobody has said are two, the best evidence first.
    pub(crate) fn duplicate_pairs(&self) -> Vec<Pair> {
        let two: BTreeSet<_> = self.expected.not_duplicates.iter().map(|pair| (pair.first, pair.second)).collect();
        let mut pairs = duplicates(&self.expected);
        pairs.retain(|pair| {
            let pair = NotDuplicate::of(pair.first, pair.second);
            !two.contains(&(pair.first, pair.second))
        });
        pairs
    }

    pub(crate) fn duplicates_view(&self) -> DuplicatesView {
        let pairs = self.duplicate_pairs();
        let name = |id| self.expected.organization(id).map(|row| row.name.to_string()).unwrap_or_default();
        DuplicatesView {
            total: u32::try_from(pairs.len()).unwrap_or(u32::MAX),
            pairs: pairs
                .into_iter()
                .take(MOST_PAIRS)
                .map(|pair| DuplicatePair {
                    first: pair.first,
                    first_name: name(pair.first),
                    second: pair.second,
                    second_name: name(pair.second),
                    evidence: pair.evidence,
                })
                .collect(),
        }
    }

    pub(crate) fn pair_view(&self, first: OrganizationId, second: OrganizationId) -> Result<PairView, ErrorReply> {
        let (first, second) = (self.organization(first)?, self.organization(second)?);
        let holdings = [self.holdings(first, second), self.holdings(second, first)];
        let us = self.expected.settings.us;
        let stays = match (first.id == us, second.id == us) {
            (true, _) => first.id,
            (_, true) => second.id,
            _ if holdings[1].moved() > holdings[0].moved() => second.id,
            _ => first.id,
        };
        let [held_first, held_second] = holdings;
        let side = |row: &Organization, held: Holdings| PairSide {
            id: row.id,
            name: row.name.to_string(),
            kind: row.kind.clone(),
            character: self
                .assessment
                .organization(row.id)
                .map_or(Character::Unknown, |s| standing_on_map(s).character),
            is_us: row.id == us,
            moves: held.moves,
            drops: held.drops,
        };
        Ok(PairView {
            sides: [side(first, held_first), side(second, held_second)],
            facts: self.facts_of_both(first, second),
            stays,
        })
    }

    fn facts_of_both(&self, first: &Organization, second: &Organization) -> Vec<PairFact> {
        let mut facts = Vec::new();
        let mut fact = |name: &str, joins: bool, of: &dyn Fn(&Organization) -> String| {
            let values = [of(first), of(second)];
            if values.iter().any(|value| !value.is_empty()) {
                facts.push(PairFact { name: name.to_owned(), values, joins });
            }
        };
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let kind = |row: &Organization| self.organization_kind(&row.kind).map(|kind| kind.name.to_string());
        fact("Kind", false, &|row| kind(row).unwrap_or_else(|_| row.kind.to_string()));
        fact("Also called", true, &|row| self.further_names(row.id).join(", "));
        fact("Website", false, &|row| text(&row.website));
        fact("Stage", false, &|row| {
            let stage = row.stage.as_ref().map(|key| self.stage(key).map_or(key.to_string(), |s| s.name.to_string()));
            stage.unwrap_or_default()
        });
        fact("Tier", false, &|row| text(&row.tier));
        fact("Owner", false, &|row| self.owner_words(row.owner));
        fact("Group", false, &|row| text(&row.group));
        fact("Regions", true, &|row| self.regions_of(row).join(", "));
        fact("Segments", true, &|row| joined(self.segments_of(row.id)));
        fact("Tags", true, &|row| joined(self.tags_of(row.id).filter_map(|id| self.tag(id).ok()).map(|tag| &tag.name)));
        fact("Partner since", false, &|row| row.since.map(|day| day.to_string()).unwrap_or_default());
        for field in self.partner_fields() {
            fact(field.name.as_str(), false, &|row| {
                let own = |value: &&domain::CustomValue| value.row == row.id.0 && value.field == field.key;
                let value = self.expected.custom_values.iter().find(own);
                value.map(|value| field.words(&value.value).join(", ")).unwrap_or_default()
            });
        }
        fact("Notes", true, &|row| row.notes.clone());
        facts
    }

    /// What else an organization is called.
    pub(crate) fn further_names(&self, id: OrganizationId) -> Vec<String> {
        let own = self.expected.organization_aliases.iter().filter(|alias| alias.organization == id);
        own.map(|alias| alias.name.to_string()).collect()
    }

    /// What merging `goes` into `stays` moves, as `importing::merge` does it.
    fn holdings(&self, goes: &Organization, stays: &Organization) -> Holdings {
        let (gone, kept, rows) = (goes.id, stays.id, &self.expected);
        let mut held = Holdings::default();
        let lines = rows.relationships.iter().filter(|line| line.from == gone || line.to == gone);
        let (between, others): (Vec<_>, Vec<_>) = lines.partition(|line| line.from == kept || line.to == kept);
        held.moves(others.len(), "relationship", "relationships");
        held.drops(between.len(), "relationship between the two", "relationships between the two");
        let about = SignalSubject::Organization(gone);
        held.moves(rows.signals.iter().filter(|row| row.subject == about).count(), "signal", "signals");
        let motions = rows.motion_partners.iter().filter(|row| row.organization == gone);
        let in_both = |row: &&domain::MotionPartner| {
            rows.motion_partners.iter().any(|own| own.motion == row.motion && own.organization == kept)
        };
        let (both, alone): (Vec<_>, Vec<_>) = motions.partition(in_both);
        held.moves(alone.len(), "motion", "motions");
        held.drops(both.len(), "role in a motion that both share", "roles in motions that both share");
        let actuals = rows.actuals.iter().filter(|row| row.organization == Some(gone)).count();
        held.moves(actuals, "actual", "actuals");
        held.moves(
            rows.touches.iter().filter(|row| row.organization == gone).count(),
            "part in a deal",
            "parts in deals",
        );
        held.moves(rows.funds.iter().filter(|row| row.giver == gone).count(), "fund", "funds");
        let pays = |row: &&domain::BudgetLine| row.shares.iter().any(|share| share.organization == gone);
        let shares = rows.budget_lines.iter().filter(pays).count();
        held.moves(shares, "share of a budget", "shares of budgets");
        let contacts = rows.contacts.iter().filter(|row| row.organization == gone).count();
        held.moves(contacts, "contact", "contacts");
        let log = rows.activities.iter().filter(|row| row.organization == gone).count();
        held.moves(log, "entry of the log", "entries of the log");
        let answered = rows.fit_answers.iter().filter(|row| row.organization == gone).count()
            + rows.gate_answers.iter().filter(|row| row.organization == gone).count();
        held.moves(answered, "answer about fit", "answers about fit");
        let ids = rows.foreign_ids.iter().filter(|row| row.noun == "organization" && row.row == gone.0).count();
        held.moves(ids, "id of another program", "ids of other programs");
        if !goes.notes.is_empty() {
            held.moves.push("notes".to_owned());
        }
        held
    }
}

/// What one of the two holds.
#[derive(Default)]
struct Holdings {
    moves: Vec<String>,
    drops: Vec<String>,
    rows: usize,
}

impl Holdings {
    fn moved(&self) -> usize {
        self.rows
    }

    fn moves(&mut self, rows: usize, one: &str, many: &str) {
        self.rows += rows;
        if rows > 0 {
            self.moves.push(counted(rows, one, many));
        }
    }

    fn drops(&mut self, rows: usize, one: &str, many: &str) {
        if rows > 0 {
            self.drops.push(counted(rows, one, many));
        }
    }
}

/// "1 motion", "1,200 motions".
fn counted(rows: usize, one: &str, many: &str) -> String {
    let number = picture::format::count(u64::try_from(rows).unwrap_or(u64::MAX));
    format!("{number} {}", if rows == 1 { one } else { many })
}

fn joined<T: ToString>(words: impl Iterator<Item = T>) -> String {
    words.map(|word| word.to_string()).collect::<Vec<_>>().join(", ")
}
