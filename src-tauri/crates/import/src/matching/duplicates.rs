//! "These may be the same": organizations that share a domain or a name but for its spelling, with the evidence.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;

use domain::{Organization, OrganizationId, Workspace};

use super::domain::domain;
use super::fuzzy::Alike;
use super::name::normalized;

/// Two organizations that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The one that is known longer.
    pub first: OrganizationId,
    /// The other.
    pub second: OrganizationId,
    /// Why, in words.
    pub evidence: Vec<String>,
}

/// A domain or name that more bear than this tells nothing of any two of them.
const SHARED_MOST: usize = 5;

/// Every pair, the best evidence first.
pub fn duplicates(workspace: &Workspace) -> Vec<Pair> {
    let all: Vec<&Organization> = workspace.organizations.iter().filter(|row| !row.placeholder).collect();
    let names: Vec<String> = all.iter().map(|row| normalized(row.name.as_str())).collect();
    let mut found: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    let Ok(alike) = Alike::of(names.iter().collect(), |_| Ok::<_, Infallible>(()));
    for (place, name) in names.iter().enumerate() {
        for near in alike.near(name).into_iter().take_while(|near| *near < place) {
            let evidence = "names that differ by one letter".to_owned();
            found.entry((near, place)).or_default().push(evidence);
        }
    }
    let shared = |keys: &mut dyn Iterator<Item = (usize, String)>,
                  words: &dyn Fn(&str) -> String,
                  found: &mut BTreeMap<(usize, usize), Vec<String>>| {
        let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
        keys.for_each(|(place, key)| bearers.entry(key).or_default().push(place));
        for (key, places) in bearers.iter().filter(|(_, places)| (2..=SHARED_MOST).contains(&places.len())) {
            for (index, &first) in places.iter().enumerate() {
                for &second in &places[index + 1..] {
                    found.entry((first, second)).or_default().push(words(key));
                }
            }
        }
    };
    let mut domains =
        all.iter().enumerate().filter_map(|(place, row)| Some((place, row.website.as_deref().and_then(domain)?)));
    shared(&mut domains, &|domain| format!("the same domain {domain}"), &mut found);
    let mut spelled =
        names.iter().enumerate().filter(|(_, name)| !name.is_empty()).map(|(at, name)| (at, name.clone()));
    shared(&mut spelled, &|_| "the same name but for its spelling".to_owned(), &mut found);
    let mut aliases = workspace.organization_aliases.iter().filter_map(|alias| {
        let place = all.binary_search_by_key(&alias.organization, |row| row.id).ok()?;
        Some((place, normalized(alias.name.as_str())))
    });
    let mut with_names = names.iter().cloned().enumerate().chain(aliases.by_ref());
    let mut by_alias = BTreeMap::new();
    shared(&mut with_names, &|_| "a name that the other bore".to_owned(), &mut by_alias);
    for (pair, evidence) in by_alias {
        if pair.0 != pair.1 {
            found.entry(pair).or_insert(evidence);
        }
    }
    let mut pairs: Vec<Pair> = found
        .into_iter()
        .map(|((first, second), mut evidence)| {
            evidence.sort();
            evidence.dedup();
            Pair { first: all[first].id, second: all[second].id, evidence }
        })
        .collect();
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.evidence.len()));
    pairs
}
