//! Arrangements of earlier states of the map: what is undone, or shown again, returns to where it lay.
//!
//! Owns: which state had which arrangement. Must not know: how one is found, or why the state changed.

use std::collections::{BTreeMap, VecDeque};

use domain::OrganizationId;
use layout::Zones;
use picture::map::{MapInput, Standing};

/// So many states; an undo seldom goes farther back before something new is done.
const MOST: usize = 16;

/// Where organizations lie.
pub(crate) type Spots = BTreeMap<OrganizationId, (f64, f64)>;

/// What decides an arrangement that begins from nothing: who is shown with which depth, and which places the file keeps.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct State {
    shown: Vec<(OrganizationId, Standing)>,
    pub(crate) kept: Spots,
}

impl State {
    pub(crate) fn new(input: &MapInput, kept: Spots) -> Self {
        Self { shown: input.nodes.iter().map(|node| (node.id, node.standing)).collect(), kept }
    }
}

/// The last few states that were left, the newest first.
#[derive(Debug, Default)]
pub(crate) struct Earlier(VecDeque<(State, Spots, Option<Zones>)>);

impl Earlier {
    /// A state is left.
    pub(crate) fn keep(&mut self, state: State, spots: Spots, zones: Option<Zones>) {
        self.0.retain(|(other, ..)| *other != state);
        self.0.push_front((state, spots, zones));
        self.0.truncate(MOST);
    }

    /// How the map was arranged when it was in this state last.
    pub(crate) fn find(&self, state: &State) -> Option<(Spots, Option<Zones>)> {
        self.0.iter().find(|(other, ..)| other == state).map(|(_, spots, zones)| (spots.clone(), *zones))
    }

    /// Everyone was laid out anew: no state returns to what was before.
    pub(crate) fn forget(&mut self) {
        self.0.clear();
    }
}
