//! What flows on each relationship, added up by weight. Must not know what a sum is
//! worth.

use std::collections::HashMap;

use crate::{Direction, Key, RelationshipId, ValueKind, Workspace};

/// More kinds of value than a person would tell apart are not counted, so that a hostile file cannot make counting slow.
const ENOUGH_KINDS: usize = 32;

/// What flows on one relationship, by weight.
#[derive(Debug, Clone, Default)]
pub(super) struct Values {
    /// Weight of what we give, other than money.
    pub give: f64,
    /// Weight of what we get, other than money.
    pub get: f64,
    /// Weight of money: commission, fees, discounts.
    pub money: f64,
    /// Weight of all that we give, money included.
    pub all_give: f64,
    /// Weight of all that we get, money included.
    pub all_get: f64,
    /// Different kinds other than money.
    pub kinds: usize,
}

/// Adds up every value exchange, by relationship.
pub(super) fn gather(workspace: &Workspace) -> HashMap<RelationshipId, Values> {
    let kinds = if workspace.value_kinds.is_empty() { ValueKind::built_in() } else { workspace.value_kinds.clone() };
    let money: Vec<&Key> = kinds.iter().filter(|kind| kind.money).map(|kind| &kind.key).collect();
    let mut places: HashMap<RelationshipId, usize> = HashMap::with_capacity(workspace.relationships.len());
    let mut sums: Vec<(RelationshipId, Values, Vec<&Key>)> = Vec::new();
    for exchange in &workspace.value_exchanges {
        let place = *places.entry(exchange.relationship).or_insert_with(|| {
            sums.push((exchange.relationship, Values::default(), Vec::new()));
            sums.len() - 1
        });
        let (_, values, kinds) = &mut sums[place];
        let weight = f64::from(u8::from(exchange.weight));
        let money = money.contains(&&exchange.kind);
        match exchange.direction {
            Direction::Give => values.all_give += weight,
            Direction::Get => values.all_get += weight,
        }
        match exchange.direction {
            _ if money => values.money += weight,
            Direction::Give => values.give += weight,
            Direction::Get => values.get += weight,
        }
        if !money && kinds.len() < ENOUGH_KINDS && !kinds.contains(&&exchange.kind) {
            kinds.push(&exchange.kind);
            values.kinds += 1;
        }
    }
    sums.into_iter().map(|(relationship, values, _)| (relationship, values)).collect()
}
