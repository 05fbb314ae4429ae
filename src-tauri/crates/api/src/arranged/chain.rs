//! The value chain of a workspace: what comes from suppliers goes through us to customers.
//!
//! Owns: which way value flows along each kind of relationship. Must not know: how columns are found.

use std::collections::BTreeMap;

use domain::{OrganizationId, RelationshipId};
use picture::map::{Lane, MapInput, lane_width};

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

/// On a map of so few, whose names may be short, every column is as wide as what it is called.
pub(super) const FEW: usize = 40;
/// Between neighboring lanes.
pub(super) const GAP: f64 = 8.0;

/// Lanes as wide as their names, as far as the gaps between them allow: columns are only as wide as their nodes.
pub(super) fn as_wide_as_named(mut lanes: Vec<Lane>) -> Vec<Lane> {
    let sides: Vec<(f64, f64)> = lanes.iter().map(|lane| (lane.rect.x, lane.rect.x + lane.rect.w)).collect();
    for (index, lane) in lanes.iter_mut().enumerate() {
        let (left, right) = sides[index];
        // Each neighbor may take half of the gap.
        let before = index.checked_sub(1).map_or(f64::INFINITY, |index| (left - sides[index].1 - GAP) / 2.0);
        let behind = sides.get(index + 1).map_or(f64::INFINITY, |next| (next.0 - right - GAP) / 2.0);
        let missing = (lane_width(&lane.name) - lane.rect.w).max(0.0) / 2.0;
        let (before, behind) = (missing.min(before.max(0.0)), missing.min(behind.max(0.0)));
        lane.rect.x -= before;
        lane.rect.w += before + behind;
    }
    lanes
}

#[cfg(test)]
mod tests {
    use layout::Rect;
    use picture::map::{Lane, lane_width};

    use super::{as_wide_as_named, column_name};

    #[test]
    fn lanes_are_as_wide_as_their_names_where_there_is_room() {
        let lane = |x: f64, w: f64, name: &str| Lane { name: name.to_owned(), rect: Rect { x, y: 0.0, w, h: 9.0 } };
        let name = "2 steps before us";
        let lanes = as_wide_as_named(vec![lane(0.0, 40.0, name), lane(400.0, 300.0, "We"), lane(720.0, 40.0, name)]);
        let sides: Vec<(f64, f64)> = lanes.iter().map(|lane| (lane.rect.x, lane.rect.x + lane.rect.w)).collect();
        assert!((sides[0].1 - sides[0].0 - lane_width(name)).abs() < 1e-9 && sides[0].0 < 0.0, "{sides:?}");
        assert_eq!(sides[1], (400.0, 700.0), "wide enough");
        assert!(sides[2].0 > 700.0 && sides[2].0 < 720.0 && sides[2].1 > 780.0, "{sides:?}");
    }

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
