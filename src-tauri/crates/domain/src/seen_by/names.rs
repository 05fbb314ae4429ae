//! Names of companies in texts: a page for one partner speaks of no other.
//!
//! Owns: where a name stands in a text. Must not know: whose text it is.

use std::collections::BTreeMap;

use crate::{OrganizationId, Workspace};

/// The names of every organization, former ones too, to be found in texts.
#[derive(Debug, Clone)]
pub struct OrganizationNames {
    /// By first letter, the longest first: "Nordlys Cloud" is not "Nordlys".
    by_letter: BTreeMap<char, Vec<(Vec<char>, OrganizationId)>>,
}

impl OrganizationNames {
    /// Those of `workspace`.
    pub fn of(workspace: &Workspace) -> Self {
        let names = workspace.organizations.iter().map(|row| (row.name.as_str(), row.id));
        let former = workspace.organization_aliases.iter().map(|row| (row.name.as_str(), row.organization));
        Self::from_pairs(names.chain(former))
    }

    fn from_pairs<'a>(names: impl Iterator<Item = (&'a str, OrganizationId)>) -> Self {
        let mut by_letter: BTreeMap<char, Vec<(Vec<char>, OrganizationId)>> = BTreeMap::new();
        for (name, id) in names {
            let letters: Vec<char> = name.trim().chars().map(small).collect();
            if let Some(first) = letters.first() {
                by_letter.entry(*first).or_default().push((letters, id));
            }
        }
        for names in by_letter.values_mut() {
            names.sort_by_key(|(letters, _)| std::cmp::Reverse(letters.len()));
        }
        Self { by_letter }
    }

    /// `text` with every name but those of `own` replaced by `instead`, however it is capitalized.
    #[must_use]
    pub fn only(&self, own: &[OrganizationId], text: &str, instead: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut said = String::with_capacity(text.len());
        let mut at = 0;
        while at < letters.len() {
            let found = self.at(&letters, at, own);
            match found {
                Some((length, true)) => said.extend(&letters[at..at + length]),
                Some((_, false)) => said.push_str(instead),
                None => said.push(letters[at]),
            }
            at += found.map_or(1, |(length, _)| length);
        }
        said
    }

    /// The longest name that stands at a place, and whether it may.
    fn at(&self, letters: &[char], at: usize, own: &[OrganizationId]) -> Option<(usize, bool)> {
        if at > 0 && is_joined(letters[at - 1], letters[at]) {
            return None;
        }
        let stands = |name: &[char]| {
            let rest = letters.get(at..at + name.len())?;
            let ends = letters.get(at + name.len()).is_none_or(|next| !is_joined(rest[rest.len() - 1], *next));
            (ends && rest.iter().map(|letter| small(*letter)).eq(name.iter().copied())).then_some(name.len())
        };
        let names = self.by_letter.get(&small(letters[at]))?;
        let length = names.iter().find_map(|(name, _)| stands(name))?;
        let is_own = |(name, id): &(Vec<char>, OrganizationId)| own.contains(id) && stands(name) == Some(length);
        Some((length, names.iter().any(is_own)))
    }
}

/// Whether two letters belong to one word. Scripts without capitals write their words together.
fn is_joined(left: char, right: char) -> bool {
    let in_word = |letter: char| letter.is_lowercase() || letter.is_uppercase() || letter.is_numeric();
    in_word(left) && in_word(right)
}

fn small(letter: char) -> char {
    let mut small = letter.to_lowercase();
    small.next().filter(|_| small.next().is_none()).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(all: &[&str]) -> (OrganizationNames, Vec<OrganizationId>) {
        let ids: Vec<OrganizationId> = (1..=all.len()).map(|at| uuid::Uuid::from_u128(at as u128).into()).collect();
        (OrganizationNames::from_pairs(all.iter().copied().zip(ids.iter().copied())), ids)
    }

    #[test]
    fn only_our_own_names_stay() {
        let (names, ids) = names(&["Tidewater", "Nordlys", "Nordlys Cloud", "Acme & Sons", "株式会社", "#eval(\"1\")"]);
        for (text, expect) in [
            ("Nordlys with Tidewater", "Nordlys with Tidewater"),
            ("Nordlys Cloud, NORDLYS CLOUD's and nordlys", "…, …'s and nordlys"),
            ("Nordlysian, not Nordlys", "Nordlysian, not Nordlys"),
            ("as acme & sons do, as Acme & Sonsbeek does", "as … do, as Acme & Sonsbeek does"),
            ("the株式会社の#eval(\"1\")", "the…の…"),
            ("", ""),
        ] {
            assert_eq!(names.only(&ids[..2], text, "…"), expect, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_holds_no_name_stays_as_it_is(text in "[a-m ,.]{0,40}") {
            let (names, _) = names(&["Zz", "Xylo"]);
            prop_assert_eq!(names.only(&[], &text, "…"), text);
        }
    }
}
