//! The value chain of a workspace: what comes from suppliers goes through us to customers.
//!
//! Owns: which way value flows along each kind of relationship. Must not know: how columns are found.

use std::collections::BTreeMap;

use domain::{OrganizationId, RelationshipId};
use picture::map::MapInput;

use crate::loaded::Loaded;

/// Built-in kinds whose relationship begins at the end nearer to customers: who resells takes from whom it resells. Kinds
/// of a person's own flow as they are read.
const FROM_THE_TAKER: [&str; 6] = ["resells", "distributes_for", "refers_to", "promotes", "implements_for", "embeds"];

/// Nothing flows between competitors.
const NO_FLOW: &str = "competes_with";

/// The map's lines as pairs of nodes, from who gives to who takes.
pub(super) fn flows(loaded: &Loaded, input: &MapInput) -> Vec<(usize, usize)> {
    let nodes: BTreeMap<OrganizationId, usize> =
        input.nodes.iter().enumerate().map(|(index, node)| (node.id, index)).collect();
    let kinds: BTreeMap<RelationshipId, &str> =
        loaded.workspace.relationships.iter().map(|row| (row.id, row.kind.as_str())).collect();
    let flow = |line: &picture::map::MapLine| {
        let (from, to) = (*nodes.get(&line.from)?, *nodes.get(&line.to)?);
        match kinds.get(&line.id).copied() {
            Some(NO_FLOW) => None,
            Some(kind) if FROM_THE_TAKER.contains(&kind) => Some((to, from)),
            _ => Some((from, to)),
        }
    };
    input.lines.iter().filter_map(flow).collect()
}

/// What stands in a column, counted from ours.
pub(super) fn column_name(column: u32, us: Option<u32>) -> String {
    let steps = |count: u32| if count == 1 { "1 step".to_owned() } else { format!("{count} steps") };
    match us {
        None => format!("Column {}", column + 1),
        Some(us) if column < us => format!("{} before us", steps(us - column)),
        Some(us) if column > us => format!("{} after us", steps(column - us)),
        Some(_) => "We".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::column_name;

    #[test]
    fn columns_are_counted_from_ours() {
        for (column, us, expect) in [
            (0, Some(2), "2 steps before us"),
            (1, Some(2), "1 step before us"),
            (2, Some(2), "We"),
            (4, Some(2), "2 steps after us"),
            (0, None, "Column 1"),
        ] {
            assert_eq!(column_name(column, us), expect);
        }
    }
}
