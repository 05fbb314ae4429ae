//! A workspace that names no partner: each is called by its kind and a number ("Reseller 1"), the same everywhere.
//!
//! Owns: who is called what, and where names stand in a workspace. Must not know: where they are printed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::OrganizationNames;
use crate::text::NAME_MAX;
use crate::{Name, Organization, OrganizationId, Workspace};

/// Shorter first words of names are too often words of the language.
const SHORT_FORM_MIN: usize = 4;

/// Whose kind is named after a company; the same word in every language of documents.
const ANYBODY: &str = "Partner";

/// What partners are called where their names are not to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandIns {
    names: OrganizationNames,
    instead: BTreeMap<OrganizationId, Name>,
}

impl StandIns {
    /// For the partners of `workspaces`, today's first. Our name stays, and so do those that `kept` names (the client's), and
    /// placeholders, which are words for a wish.
    pub fn of(workspaces: &[&Workspace], kept: &[&str]) -> Self {
        let mut names = OrganizationNames::default();
        let mut by_id: BTreeMap<OrganizationId, (&Organization, &Workspace)> = BTreeMap::new();
        let mut own = BTreeSet::new();
        for workspace in workspaces {
            let all = OrganizationNames::of(workspace);
            own.extend(kept.iter().flat_map(|text| all.named_in(text)));
            own.insert(workspace.settings.us);
            own.extend(workspace.organizations.iter().filter(|row| row.placeholder).map(|row| row.id));
            names.learn(all);
            for row in &workspace.organizations {
                by_id.entry(row.id).or_insert((row, workspace));
            }
        }
        let taken: BTreeSet<&str> = by_id.values().map(|(row, _)| row.name.as_str()).collect();
        let mut last: BTreeMap<&str, u32> = BTreeMap::new();
        let mut instead = BTreeMap::new();
        for (row, workspace) in by_id.values().filter(|(row, _)| !own.contains(&row.id)) {
            let kind = workspace.organization_kinds.iter().find(|kind| kind.key == row.kind);
            let kind = kind.map_or(row.kind.as_str(), |kind| kind.name.as_str());
            let kind = if names_others(&names, &own, kind) { ANYBODY } else { kind };
            if let Some(name) = next_name(kind, last.entry(kind).or_default(), &taken) {
                names.know(name.as_str(), row.id);
                instead.insert(row.id, name);
            }
        }
        let short = short_forms(&by_id, &own, workspaces);
        for (form, id) in short {
            names.know_as_capitalized(&form, id);
        }
        Self { names, instead }
    }

    /// A text with the stand-ins in the place of names.
    #[must_use]
    pub fn worded(&self, text: &str) -> String {
        let instead = |ids: &[OrganizationId]| {
            let named: Option<Vec<&Name>> = ids.iter().map(|id| self.instead.get(id)).collect();
            // One of that name may be read: all may.
            named?.first().map(|name| name.as_str())
        };
        self.names.replaced(text, instead)
    }

    /// Whether a partner's own name is not to be read.
    pub fn hides(&self, organization: OrganizationId) -> bool {
        self.instead.contains_key(&organization)
    }

    /// The same workspace with the stand-ins wherever a picture would name somebody, and without what leads to a name: sites,
    /// former names, a partner's people.
    #[must_use]
    pub fn hide(&self, mut workspace: Workspace) -> Workspace {
        for row in &mut workspace.organizations {
            if let Some(name) = self.instead.get(&row.id) {
                row.name = name.clone();
                row.website = None;
            }
            for text in [&mut row.tier, &mut row.group, &mut row.region].into_iter().flatten() {
                *text = self.worded(text);
            }
        }
        workspace.organization_aliases.retain(|row| !self.hides(row.organization));
        for contact in workspace.contacts.iter_mut().filter(|contact| self.instead.contains_key(&contact.organization))
        {
            let name = contact.role.as_deref().and_then(|role| Name::parse(&self.worded(role)).ok());
            if let Some(name) = name.or_else(|| self.instead.get(&contact.organization).cloned()) {
                contact.name = name;
            }
            contact.email = None;
            contact.phone = None;
        }
        for kind in &mut workspace.organization_kinds {
            if let Ok(name) = Name::parse(ANYBODY)
                && self.worded(kind.name.as_str()) != kind.name.as_str()
            {
                kind.name = name;
            }
        }
        let typed = workspace
            .motions
            .iter_mut()
            .map(|row| &mut row.name)
            .chain(workspace.scenarios.iter_mut().map(|row| &mut row.name))
            .chain(workspace.drivers.iter_mut().map(|row| &mut row.name))
            .chain(workspace.metrics.iter_mut().map(|row| &mut row.name))
            .chain(workspace.tags.iter_mut().map(|row| &mut row.name));
        for name in typed {
            // A stand-in is short: what is longer than a name may be stays only where nothing was replaced.
            let worded: String = self.worded(name.as_str()).chars().take(NAME_MAX).collect();
            if let Ok(worded) = Name::parse(&worded) {
                *name = worded;
            }
        }
        workspace
    }
}

/// Whether a text names somebody else than `own`.
fn names_others(names: &OrganizationNames, own: &BTreeSet<OrganizationId>, text: &str) -> bool {
    names.named_in(text).iter().any(|id| !own.contains(id))
}

/// The next number of a kind that nobody is called by.
fn next_name(kind: &str, last: &mut u32, taken: &BTreeSet<&str>) -> Option<Name> {
    loop {
        *last += 1;
        let name = format!("{kind} {last}");
        if !taken.contains(name.as_str()) {
            return Name::parse(&name).ok();
        }
    }
}

/// First words by which people call a company ("Cinder" for Cinder CDP): words that no other name holds, and that the
/// workspace never writes in small letters.
fn short_forms(
    all: &BTreeMap<OrganizationId, (&Organization, &Workspace)>,
    own: &BTreeSet<OrganizationId>,
    workspaces: &[&Workspace],
) -> Vec<(String, OrganizationId)> {
    let words_of = |name: &str| -> Vec<String> { words(name).map(str::to_owned).collect() };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (row, workspace) in all.values() {
        let kinds = workspace.organization_kinds.iter().filter(|kind| kind.key == row.kind);
        let in_name: BTreeSet<String> = words_of(row.name.as_str()).into_iter().collect();
        let in_kind = kinds.flat_map(|kind| words_of(kind.name.as_str()));
        for word in in_name.into_iter().chain(in_kind) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut ordinary = BTreeSet::new();
    for workspace in workspaces {
        let texts = Workspace { locked_plans: Vec::new(), ..(*workspace).clone() };
        if let Ok(value) = serde_json::to_value(texts) {
            small_words(&value, &mut ordinary);
        }
    }
    let accounts = workspaces.iter().flat_map(|workspace| &workspace.accounts);
    let accounts: BTreeSet<String> = accounts.flat_map(|account| words_of(account.name.as_str())).collect();
    let form = |(id, (row, _)): (&OrganizationId, &(&Organization, &Workspace))| {
        let words = words_of(row.name.as_str());
        let first = words.first().filter(|_| words.len() > 1 && !own.contains(id))?;
        let is_name = first.chars().count() >= SHORT_FORM_MIN && first.chars().next().is_some_and(char::is_uppercase);
        let alone = counts.get(first) == Some(&1) && !accounts.contains(first);
        (is_name && alone && !ordinary.contains(&first.to_lowercase())).then(|| (first.clone(), *id))
    };
    all.iter().filter_map(form).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn small_words(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            // In running text: an address or a key is written small whatever it names.
            let running = text.split(char::is_whitespace).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
            let running = running.filter(|_| text.contains(char::is_whitespace));
            let small = running.filter(|word| word.chars().all(char::is_lowercase));
            found.extend(small.filter(|word| !word.is_empty()).map(str::to_owned));
        }
        Value::Array(items) => items.iter().for_each(|item| small_words(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| small_words(field, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Fixture;

    fn named(names: &[(&str, &'static str)]) -> Workspace {
        let mut fixture = Fixture::new();
        for (name, kind) in names {
            let id = fixture.partner(name);
            let row = fixture.workspace.organizations.iter_mut().find(|row| row.id == id).unwrap();
            row.kind = crate::Key::literal(kind);
            row.website = Some(format!("https://{}.example", name.to_lowercase()));
        }
        fixture.workspace
    }

    #[test]
    fn each_partner_is_called_by_its_kind_and_a_number() {
        let mut workspace = named(&[
            ("Nordlys Digital", "reseller"),
            ("Cinder CDP", "tech_integration"),
            ("Retail Radar", "affiliate"),
            ("Brand", "brand"),
            ("Brand 1", "brand"),
            ("Kessel", "reseller"),
            ("a rival of Kessel", "brand"),
        ]);
        workspace.organizations.last_mut().unwrap().placeholder = true;
        workspace.organizations[1].notes = "They sell to retail chains".into();
        let us = workspace.us().unwrap().name.to_string();
        let stand_ins = StandIns::of(&[&workspace], &["Kessel GmbH", ""]);
        for (text, expect) in [
            ("NORDLYS DIGITAL resells", "Reseller 1 resells"),
            ("Nordlys can sell alone, and nordlys too", "Reseller 1 can sell alone, and nordlys too"),
            ("Cinder audience activation", "Technology 1 audience activation"),
            ("Retail stores read Retail Radar", "Retail stores read Affiliate 1"),
            ("Brand, Brand 1 and Kessel", "Partner 1, Partner 2 and Kessel"),
            ("a rival of Kessel", "a rival of Kessel"),
            ("", ""),
        ] {
            assert_eq!(stand_ins.worded(text), expect, "{text}");
        }
        assert_eq!(stand_ins.worded(&us), us);
        let hidden = stand_ins.hide(workspace.clone());
        let names: Vec<&str> = hidden.organizations.iter().map(|row| row.name.as_str()).collect();
        let expect =
            [&us, "Reseller 1", "Technology 1", "Affiliate 1", "Partner 1", "Partner 2", "Kessel", "a rival of Kessel"];
        assert_eq!(names, expect);
        assert!(hidden.organizations[1].website.is_none() && hidden.organizations[6].website.is_some());
    }
}
