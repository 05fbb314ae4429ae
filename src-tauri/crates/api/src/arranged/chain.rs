//! The value chain of a workspace: what comes from suppliers goes through us to customers.
//!
//! Owns: which way value flows along each kind of relationship, what columns are called and how wide they are drawn. Must
//! not know: how columns are found.

use std::collections::BTreeMap;

use domain::{OrganizationId, RelationshipId};
use layout::layered::Column;
use layout::{Rect, ValueChain};
use picture::Language;
use picture::map::{Lane, MapInput};

use super::lanes::our_name;
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

/// What stands in a column, counted from ours; in the outermost one, where it is cut, also who is farther away.
fn column_name(column: u32, us: Option<u32>, is_cut: bool, center: &str, language: Language) -> String {
    let more = if is_cut { "+" } else { "" };
    let said = |phrase: &str, count: u32| language.fill(phrase, &[("n", &format!("{count}{more}")), ("us", center)]);
    match us {
        None => said("Column {n}", column + 1),
        Some(us) if us == column + 1 => said("{n} step before {us}", 1),
        Some(us) if column < us => said("{n} steps before {us}", us - column),
        Some(us) if column == us + 1 => said("{n} step after {us}", 1),
        Some(us) if column > us => said("{n} steps after {us}", column - us),
        Some(_) => our_name(center, language),
    }
}

/// Between neighboring lanes, and between their boxes and their edges above and below.
const GAP: f64 = 8.0;

/// The columns as lanes, each up to the middle of the gaps beside it, and the block of those outside the chain below, up to
/// them.
pub(super) fn lanes(chain: &ValueChain, us: Option<u32>, center: &str, language: Language) -> Vec<Lane> {
    let columns = &chain.columns;
    let gap = |pair: &[Column]| pair[1].left - pair[0].right;
    let edge = columns.windows(2).map(gap).reduce(f64::min).map_or(2.0 * GAP, |gap| gap / 2.0);
    let (top, bottom) = (chain.chained.y - GAP, chain.chained.y + chain.chained.h + GAP);
    let lane = |(index, column): (usize, &Column)| {
        let before = index.checked_sub(1).map(|before| f64::midpoint(columns[before].right, column.left) + GAP / 2.0);
        let behind = columns.get(index + 1).map(|behind| f64::midpoint(column.right, behind.left) - GAP / 2.0);
        let (left, right) = (before.unwrap_or(column.left - edge), behind.unwrap_or(column.right + edge));
        let is_cut = (index == 0 && chain.cut[0]) || (index + 1 == columns.len() && chain.cut[1]);
        let name = column_name(u32::try_from(index).unwrap_or(u32::MAX), us, is_cut, center, language);
        Lane { name, rect: Rect { x: left, y: top, w: right - left, h: bottom - top } }
    };
    let mut lanes: Vec<Lane> = columns.iter().enumerate().map(lane).collect();
    if let Some(block) = chain.unlinked {
        let sides = lanes.iter().fold((block.x - GAP, block.x + block.w + GAP), |(left, right), lane| {
            (left.min(lane.rect.x), right.max(lane.rect.x + lane.rect.w))
        });
        let top = if lanes.is_empty() { block.y } else { bottom } + GAP;
        let rect = Rect { x: sides.0, y: top, w: sides.1 - sides.0, h: block.y + block.h + GAP - top };
        lanes.push(Lane { name: language.say("Outside the chain").to_owned(), rect });
    }
    lanes
}

#[cfg(test)]
mod tests {
    use layout::layered::Column;
    use layout::{Rect, ValueChain};
    use picture::Language;

    use super::{GAP, column_name, lanes};

    #[test]
    fn columns_are_counted_from_ours() {
        for (column, us, cut, center, expect) in [
            (0, Some(2), false, "us", "2 steps before us"),
            (1, Some(2), false, "us", "1 step before us"),
            (2, Some(2), false, "us", "We"),
            (2, Some(2), false, "Nordlys", "Nordlys"),
            (4, Some(2), true, "Nordlys", "2+ steps after Nordlys"),
            (3, Some(2), true, "us", "1+ step after us"),
            (0, None, false, "us", "Column 1"),
        ] {
            assert_eq!(column_name(column, us, cut, center, Language::default()), expect);
        }
    }

    #[test]
    fn lanes_meet_in_the_middle_of_the_gaps() {
        let columns = [(0.0, 100.0), (160.0, 200.0), (240.0, 300.0)];
        let chain = ValueChain {
            positions: Vec::new(),
            columns: columns.map(|(left, right)| Column { left, right }).to_vec(),
            column_of: Vec::new(),
            cut: [true, false],
            chained: Rect { x: 0.0, y: 0.0, w: 300.0, h: 80.0 },
            unlinked: Some(Rect { x: 20.0, y: 200.0, w: 400.0, h: 30.0 }),
            bounds: Rect::default(),
            fill: 0.0,
        };
        let found = lanes(&chain, Some(1), "us", Language::default());
        let sides: Vec<(f64, f64)> = found.iter().map(|lane| (lane.rect.x, lane.rect.x + lane.rect.w)).collect();
        assert_eq!(
            sides,
            [
                (-20.0, 130.0 - GAP / 2.0),
                (130.0 + GAP / 2.0, 220.0 - GAP / 2.0),
                (220.0 + GAP / 2.0, 320.0),
                (-20.0, 428.0)
            ]
        );
        assert_eq!(
            found.iter().map(|lane| lane.name.as_str()).collect::<Vec<_>>(),
            ["1+ step before us", "We", "1 step after us", "Outside the chain"]
        );
        assert!(found[..3].iter().all(|lane| (lane.rect.y, lane.rect.h) == (-GAP, 80.0 + 2.0 * GAP)));
        let outside = found[3].rect;
        assert_eq!((outside.y, outside.y + outside.h), (80.0 + 2.0 * GAP, 230.0 + GAP), "up to the columns");
    }
}
