//! What a plan would do, in sentences.

use std::fmt::Write as _;

use domain::RelationshipKind;

use crate::words::{count, grouped, list, shown};
use crate::{Noun, Plan};

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
        let kinds = (!self.new_organization_kinds.is_empty()).then(|| {
            let kinds = &self.new_organization_kinds;
            let names = list(kinds.iter().map(|kind| kind.name.as_str()), 12);
            format!("{}: {names}.", count(kinds.len(), "new kind of organization", "new kinds of organization"))
        });
        let stages = (!self.new_stages.is_empty()).then(|| {
            let names = list(self.new_stages.iter().map(|stage| stage.name.as_str()), 12);
            format!("{}: {names}.", count(self.new_stages.len(), "new lifecycle stage", "new lifecycle stages"))
        });
        let people = (!self.new_people.is_empty()).then(|| {
            let names = list(self.new_people.iter().map(|person| person.name.as_str()), 8);
            format!("{} in Partnerships: {names}.", count(self.new_people.len(), "new person", "new people"))
        });
        let lines = describe(&self.new_relationship_kinds);
        [Some(first), kinds, lines, stages, people].into_iter().flatten().chain(self.remarks.iter().cloned()).collect()
    }

    fn counted(&self, number: usize) -> String {
        match self.noun {
            Noun::Organizations => count(number, "organization", "organizations"),
            Noun::Relationships => count(number, "relationship", "relationships"),
            Noun::Actuals => count(number, "actual", "actuals"),
        }
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
