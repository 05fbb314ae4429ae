//! Names of companies in texts: a page for one partner speaks of no other.
//!
//! Owns: where a name stands in a text. Must not know: whose text it is.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::{OrganizationId, Workspace};

/// The names of every organization, former ones too, to be found in texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganizationNames {
    /// By first letter, the longest first: "Nordlys Cloud" is not "Nordlys".
    by_letter: BTreeMap<char, Vec<Known>>,
}

/// A name as it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    /// In small letters, but for a name that is only known as it is capitalized.
    letters: Vec<char>,
    as_capitalized: bool,
    organization: OrganizationId,
}

impl OrganizationNames {
    /// Those of `workspace`.
    pub fn of(workspace: &Workspace) -> Self {
        let names = workspace.organizations.iter().map(|row| (row.name.as_str(), row.id));
        let former = workspace.organization_aliases.iter().map(|row| (row.name.as_str(), row.organization));
        Self::from_pairs(names.chain(former))
    }

    fn from_pairs<'a>(names: impl Iterator<Item = (&'a str, OrganizationId)>) -> Self {
        let mut all = Self::default();
        names.for_each(|(name, organization)| all.know(name, organization));
        all
    }

    /// Knows those of `others` too.
    pub(super) fn learn(&mut self, others: Self) {
        others.by_letter.into_values().flatten().for_each(|name| self.add(name));
    }

    /// Knows one more name.
    pub(super) fn know(&mut self, name: &str, organization: OrganizationId) {
        let letters = name.trim().chars().map(small).collect();
        self.add(Known { letters, as_capitalized: false, organization });
    }

    /// Knows `name` where it is capitalized in just this way: a short form that could be an ordinary word.
    pub(super) fn know_as_capitalized(&mut self, name: &str, organization: OrganizationId) {
        self.add(Known { letters: name.chars().collect(), as_capitalized: true, organization });
    }

    fn add(&mut self, name: Known) {
        let Some(first) = name.letters.first() else { return };
        let names = self.by_letter.entry(small(*first)).or_default();
        let at = names.partition_point(|other| other.letters.len() >= name.letters.len());
        names.insert(at, name);
    }

    /// `text` with every name but those of `own` replaced by `instead`, however it is capitalized.
    #[must_use]
    pub fn only(&self, own: &[OrganizationId], text: &str, instead: &str) -> String {
        self.replaced(text, |ids| (!ids.iter().any(|id| own.contains(id))).then_some(instead))
    }

    /// `text` with what `instead` says of those whose name stands there: nothing keeps the name.
    pub(super) fn replaced<'a>(&self, text: &str, instead: impl Fn(&[OrganizationId]) -> Option<&'a str>) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut said = String::with_capacity(text.len());
        let mut at = 0;
        while at < letters.len() {
            let found = self.at(&letters, at);
            match found.as_ref().map(|(length, ids)| (*length, instead(ids))) {
                Some((_, Some(words))) => said.push_str(words),
                Some((length, None)) => said.extend(&letters[at..at + length]),
                None => said.push(letters[at]),
            }
            at += found.map_or(1, |(length, _)| length);
        }
        said
    }

    /// Whose names stand in a text.
    pub(super) fn named_in(&self, text: &str) -> BTreeSet<OrganizationId> {
        let named = RefCell::new(BTreeSet::new());
        let _as_it_was = self.replaced(text, |ids| {
            named.borrow_mut().extend(ids);
            None
        });
        named.into_inner()
    }

    /// The longest name that stands at a place, and whose it is.
    fn at(&self, letters: &[char], at: usize) -> Option<(usize, Vec<OrganizationId>)> {
        if at > 0 && is_joined(letters[at - 1], letters[at]) {
            return None;
        }
        let stands = |name: &Known| {
            let rest = letters.get(at..at + name.letters.len())?;
            let ends = letters.get(at + rest.len()).is_none_or(|next| !is_joined(rest[rest.len() - 1], *next));
            let as_written = |letter: &char| if name.as_capitalized { *letter } else { small(*letter) };
            (ends && rest.iter().map(as_written).eq(name.letters.iter().copied())).then_some(rest.len())
        };
        let names = self.by_letter.get(&small(letters[at]))?;
        let length = names.iter().find_map(stands)?;
        let of_all = names.iter().filter(|name| stands(name) == Some(length)).map(|name| name.organization);
        Some((length, of_all.collect()))
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
