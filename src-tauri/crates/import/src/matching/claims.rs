//! Which row that is there each row of a file is, where both sides may bear a name several times: first by an id, then the
//! one of the same name that the row would not change, then by evidence, then the last one of the name on either side, at
//! last by a spelling that one on each side has. What was claimed is never claimed again.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// How many of one name are compared with a row of that name.
const COMPARED: usize = 64;

/// What a row, of the file or of the workspace, is called.
pub struct Called<K> {
    /// As it is written; none matches nothing.
    pub exact: Option<K>,
    /// But for its spelling.
    pub spelled: Option<K>,
}

/// A row of the file.
pub struct Sought<K> {
    /// The place of the one whose id it has.
    pub by_id: Option<usize>,
    /// The place of the one that something less sure than an id tells.
    pub by_evidence: Option<usize>,
    /// Its names.
    pub called: Called<K>,
}

/// What a row of the file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// The one at this place, by its id.
    ById(usize),
    /// The one at this place, by anything else.
    ByName(usize),
    /// The one that an earlier row of the file is by its id: the place of that row.
    Taken(usize),
    /// Nobody, though the one at this place may be called alike.
    New(Option<usize>),
}

/// Decides for every row. `is_equal` says that the row would change nothing, `may` that it may be that one at all.
pub fn claims<K: Hash + Eq>(
    sought: &[Sought<K>],
    known: &[Called<K>],
    is_equal: &dyn Fn(usize, usize) -> bool,
    may: &dyn Fn(usize, usize) -> bool,
) -> Vec<Claim> {
    let mut claimant: Vec<Option<usize>> = vec![None; known.len()];
    let mut found: Vec<Claim> = vec![Claim::New(None); sought.len()];
    for (row, own) in sought.iter().enumerate() {
        let Some(place) = own.by_id else { continue };
        found[row] = match claimant[place] {
            Some(earlier) => Claim::Taken(earlier),
            None => Claim::ById(place),
        };
        claimant[place].get_or_insert(row);
    }
    let is_open = |found: &[Claim], row: usize| matches!(found[row], Claim::New(_));
    let mut exact: HashMap<&K, VecDeque<usize>> = HashMap::new();
    for (place, called) in known.iter().enumerate().filter(|(place, _)| claimant[*place].is_none()) {
        if let Some(key) = &called.exact {
            exact.entry(key).or_default().push_back(place);
        }
    }
    for (row, own) in sought.iter().enumerate() {
        let Some(places) =
            own.called.exact.as_ref().filter(|_| is_open(&found, row)).and_then(|key| exact.get_mut(&key))
        else {
            continue;
        };
        let equal = places.iter().take(COMPARED).position(|place| may(row, *place) && is_equal(row, *place));
        if let Some(place) = equal.and_then(|at| places.remove(at)) {
            (found[row], claimant[place]) = (Claim::ByName(place), Some(row));
        }
    }
    for (row, own) in sought.iter().enumerate() {
        if let Some(place) = own.by_evidence.filter(|place| is_open(&found, row) && claimant[*place].is_none()) {
            (found[row], claimant[place]) = (Claim::ByName(place), Some(row));
        }
    }
    let mut left: HashMap<&K, usize> = HashMap::new();
    for key in sought
        .iter()
        .enumerate()
        .filter(|(row, _)| is_open(&found, *row))
        .filter_map(|(_, own)| own.called.exact.as_ref())
    {
        *left.entry(key).or_default() += 1;
    }
    for places in exact.values_mut() {
        places.retain(|place| claimant[*place].is_none());
    }
    let spelled_there = bearers(known.iter().map(|called| called.spelled.as_ref()));
    let in_file = bearers(sought.iter().map(|own| own.called.spelled.as_ref()));
    for (row, own) in sought.iter().enumerate().filter(|(_, own)| own.by_id.is_none()) {
        if !is_open(&found, row) {
            continue;
        }
        let last = own.called.exact.as_ref().filter(|key| left.get(*key) == Some(&1));
        let last = last.and_then(|key| exact.get(&key)).filter(|places| places.len() == 1).map(|places| places[0]);
        let alike =
            own.called.spelled.as_ref().and_then(|key| Some((in_file.get(&key)?.1, spelled_there.get(&key)?)));
        let spelled = alike.filter(|(here, there)| *here == 1 && there.1 == 1).map(|(_, there)| there.0);
        let is_free = |place: &usize| claimant[*place].is_none() && may(row, *place);
        found[row] = match last.filter(is_free).or_else(|| spelled.filter(is_free)) {
            Some(place) => {
                claimant[place] = Some(row);
                Claim::ByName(place)
            }
            None => Claim::New(alike.map(|(_, there)| there.0)),
        };
    }
    found
}

/// For each key the first place that has it, and how many have.
fn bearers<'k, K: Hash + Eq>(keys: impl Iterator<Item = Option<&'k K>>) -> HashMap<&'k K, (usize, usize)> {
    let mut bearers: HashMap<&K, (usize, usize)> = HashMap::new();
    for (place, key) in keys.enumerate().filter_map(|(place, key)| Some((place, key?))) {
        bearers.entry(key).or_insert((place, 0)).1 += 1;
    }
    bearers
}
