//! Files of a known make: what tells them, and which of their columns hold which field. A table, and nothing but a table:
//! the same engine reads every one.

mod crm;
mod graphs;
mod lists;
mod networks;
mod reports;

use crate::Noun;

/// A make of file.
#[derive(Debug, PartialEq, Eq)]
pub struct Profile {
    /// As `--profile` names it.
    pub key: &'static str,
    /// For a person.
    pub name: &'static str,
    /// What its rows are.
    pub noun: Noun,
    /// The program whose ids it carries.
    pub system: &'static str,
    /// Column names, folded, that tell it: one of each group has to be there.
    pub signature: &'static [&'static [&'static str]],
    /// Columns, folded, and the field that each holds; the earlier wins where a file has both.
    pub columns: &'static [(&'static str, &'static str)],
    /// What holds for every row where no column says it.
    pub constants: &'static [(&'static str, &'static str)],
    /// Its companies are customers: they become partners only by a property that a person picks.
    pub is_crm: bool,
    /// It is a report of a network: its rows are added up to figures by month.
    pub report: Option<Report>,
}

/// What is special about a report.
#[derive(Debug, PartialEq, Eq, Default)]
pub struct Report {
    /// Columns whose folded names begin so are orders of one type each, where none has all of them.
    pub split_orders: Option<&'static str>,
}

/// Every profile; of two that fit, the one with more in its signature is taken, then the earlier.
pub fn all() -> impl Iterator<Item = &'static Profile> {
    crm::PROFILES
        .iter()
        .chain(networks::PROFILES)
        .chain(reports::PROFILES)
        .chain(graphs::PROFILES)
        .chain(lists::PROFILES)
}

/// The profile of this key that holds rows of `noun`; its other rows where it has none of those.
pub fn find(key: &str, noun: Noun) -> Option<&'static Profile> {
    let named = || all().filter(|profile| profile.key == key);
    named().find(|profile| profile.noun == noun).or_else(|| named().next())
}

/// The make of a file with these column names.
pub fn recognize(names: &[String], noun: Noun) -> Option<&'static Profile> {
    let fits = |profile: &&Profile| {
        let mut groups = profile.signature.iter();
        groups.all(|group| group.iter().any(|word| names.iter().any(|name| name == word)))
    };
    let is_of = |profile: &&Profile| {
        profile.noun == noun || profile.is_crm && noun == Noun::Organizations && profile.noun == Noun::Accounts
    };
    let mut best: Option<&'static Profile> = None;
    for profile in all().filter(is_of).filter(fits) {
        if best.is_none_or(|best| profile.signature.len() > best.signature.len()) {
            best = Some(profile);
        }
    }
    best
}

impl Profile {
    /// The columns that hold a field, the better first. Customers read as partners keep their fields of the same meaning.
    pub fn columns_of(&self, field: &str, noun: Option<Noun>) -> Vec<&'static str> {
        let field = self.translated(field, noun);
        self.columns.iter().filter(|(_, own)| *own == field).map(|(column, _)| *column).collect()
    }

    /// What a field is in every row.
    pub fn constant(&self, field: &str, noun: Option<Noun>) -> Option<&'static str> {
        let field = self.translated(field, noun);
        self.constants.iter().find(|(own, _)| *own == field).map(|(_, value)| *value)
    }

    fn translated<'f>(&self, field: &'f str, noun: Option<Noun>) -> &'f str {
        let as_partners = self.noun == Noun::Accounts && noun == Some(Noun::Organizations);
        if as_partners && field == "website" { "domain" } else { field }
    }
}
