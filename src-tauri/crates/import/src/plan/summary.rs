//! What a plan would do, in sentences.

use std::fmt::Write as _;

use domain::RelationshipKind;

use crate::words::{count, grouped, list, shown};
use crate::{Noun, Plan};

/// Questions and possible duplicates in a summary; all of them are in the plan.
const DOUBTS_SHOWN: usize = 20;

impl Plan {
    /// One line for the history: `Imported 2,164 organizations from partners.csv`.
    pub fn headline(&self) -> String {
        let counts = self.counts();
        let file = shown(&self.file);
        match (counts.added, counts.changed) {
            (0, 0) => format!("Imported nothing new from {file}"),
            (0, changed) => format!("Changed {} from {file}", self.counted(changed)),
            (added, 0) => format!("Imported {} from {file}", self.counted(added)),
            (added, changed) => {
                format!(
                    "Imported {} and changed {} from {file}",
                    self.counted(added),
                    count(changed, "other", "others")
                )
            }
        }
    }

    /// What would be added, changed, left alone and refused, what the workspace would learn, and what was left out.
    pub fn summary(&self) -> Vec<String> {
        let counts = self.counts();
        let parts = [
            (counts.added, "added"),
            (counts.changed, "changed"),
            (counts.unchanged, "unchanged"),
            (counts.skipped, "skipped"),
            (counts.refused, "refused"),
        ];
        let mut parts = parts.into_iter().filter(|(number, _)| *number > 0);
        let mut first = parts.next().map_or_else(
            || format!("No {}", self.noun.name()),
            |(number, word)| format!("{} {word}", self.counted(number)),
        );
        for (number, word) in parts {
            // Writing to a String cannot fail.
            let _ = write!(first, ", {} {word}", grouped(number));
        }
        first.push('.');
        let missing = (!self.missing.is_empty()).then(|| {
            let names = list(self.missing.iter().map(String::as_str), 12);
            let rows = count(self.missing.len(), "name", "names");
            format!(
                "{rows} of the file before {} not in this one; nothing was done about it: {names}.",
                if self.missing.len() == 1 { "is" } else { "are" }
            )
        });
        let doubtful = self.possible_duplicates.iter().filter(|row| row.is_open());
        let doubts = doubtful.clone().take(DOUBTS_SHOWN).map(ToString::to_string);
        let more = doubtful.count().checked_sub(DOUBTS_SHOWN).filter(|more| *more > 0);
        let more =
            more.map(|more| format!("… and {}.", count(more, "other possible duplicate", "other possible duplicates")));
        let open = self.questions.iter().filter(|question| question.is_open());
        let asked = open.clone().take(DOUBTS_SHOWN).map(ToString::to_string);
        let unasked = open.count().checked_sub(DOUBTS_SHOWN).filter(|more| *more > 0);
        let unasked = unasked.map(|more| format!("… and {}.", count(more, "other question", "other questions")));
        std::iter::once(first)
            .chain(self.learned())
            .chain(asked)
            .chain(unasked)
            .chain(doubts)
            .chain(more)
            .chain(missing)
            .collect()
    }

    /// What the workspace would learn besides the rows, and what was guessed of the file.
    pub fn learned(&self) -> Vec<String> {
        let kinds = (!self.new_organization_kinds.is_empty()).then(|| {
            let kinds = &self.new_organization_kinds;
            let names = list(kinds.iter().map(|kind| kind.name.as_str()), 12);
            format!("{}: {names}.", count(kinds.len(), "new kind of partner", "new kinds of partner"))
        });
        let stages = (!self.new_stages.is_empty()).then(|| {
            let names = list(self.new_stages.iter().map(|stage| stage.name.as_str()), 12);
            format!("{}: {names}.", count(self.new_stages.len(), "new lifecycle stage", "new lifecycle stages"))
        });
        let people = (!self.new_people.is_empty()).then(|| {
            let names = list(self.new_people.iter().map(|person| person.name.as_str()), 8);
            format!("{} in Partnerships: {names}.", count(self.new_people.len(), "new person", "new people"))
        });
        let tags = (!self.new_tags.is_empty()).then(|| {
            let names = list(self.new_tags.iter().map(|tag| tag.name.as_str()), 12);
            format!("{}: {names}.", count(self.new_tags.len(), "new tag", "new tags"))
        });
        let beside = [
            (self.new_phases.len(), "new phase", "new phases"),
            (self.new_motion_partners.len(), "new partner of a motion", "new partners of motions"),
            (self.new_contacts.len(), "new contact", "new contacts"),
            (if self.noun == Noun::Actuals { self.new_organizations.len() } else { 0 }, "new partner", "new partners"),
            (self.new_touches.len(), "new part of a partner in a deal", "new parts of partners in deals"),
            (if self.noun == Noun::Deals { self.new_accounts.len() } else { 0 }, "new account", "new accounts"),
        ];
        let beside = beside.into_iter().filter(|(number, ..)| *number > 0);
        let beside = beside.map(|(number, one, many)| format!("{}.", count(number, one, many)));
        let lines = describe(&self.new_relationship_kinds);
        let changes = self.figure_changes.iter().take(DOUBTS_SHOWN).map(|change| format!("{change}."));
        let more = self.figure_changes.len().checked_sub(DOUBTS_SHOWN).filter(|more| *more > 0);
        let more = more.map(|more| format!("… and {}.", count(more, "other changed figure", "other changed figures")));
        let again = (self.report.is_some() && self.changes_nothing())
            .then(|| "Its rows were imported before and say nothing new: nothing changes.".to_owned());
        let beside = beside.chain(changes).chain(more).chain(again);
        let learned = [kinds, lines, stages, people, tags].into_iter().flatten().chain(beside);
        learned.chain(self.remarks.iter().cloned()).collect()
    }

    fn counted(&self, number: usize) -> String {
        let (one, many) = self.noun.words();
        count(number, one, many)
    }
}

/// How new kinds read from both ends, since nobody wrote their other reading.
fn describe(kinds: &[RelationshipKind]) -> Option<String> {
    let reading = shown(kinds.first()?.reverse.as_str());
    let number = count(kinds.len(), "new relationship kind", "new relationship kinds");
    let names = list(kinds.iter().map(|kind| kind.forward.as_str()), 12);
    let (they, have) = if kinds.len() == 1 { ("it reads", "it has") } else { ("they read", "they have") };
    Some(format!("{number}: {names}. From the other end {they} as '{reading}'; {have} no default lens."))
}
