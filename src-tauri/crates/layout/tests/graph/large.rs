//! Graphs above 20,000 nodes, which are drawn coarse first.

use crate::{go, graph, star, sum};
use layout::graph::{Cancelled, Graph, Options, Phase, Progress, layout_graph};
use std::{cell::Cell, ops::ControlFlow};

const NODES: u32 = 21_000;
const GROUP: u32 = 100;

/// Groups of a hundred, each node with two lines inside and every tenth with one outside, as a fixed rule draws them.
fn groups() -> Graph {
    let scatter = |node: u32, by: u32| node.wrapping_mul(2_654_435_761).wrapping_add(by).wrapping_mul(40_503) >> 7;
    graph(
        NODES,
        (0..NODES).flat_map(|node| {
            let first = node / GROUP * GROUP;
            let outside = if node % 10 == 0 { scatter(node, 3) % NODES } else { node };
            [(node, first + scatter(node, 1) % GROUP), (node, first + scatter(node, 2) % GROUP), (node, outside)]
        }),
    )
}

fn apart(at: &[[f64; 2]], a: usize, b: usize) -> f64 {
    libm::hypot(at[a][0] - at[b][0], at[a][1] - at[b][1])
}

#[test]
fn keeps_groups_together_and_lines_short() {
    let graph = groups();
    let layout = layout_graph(&graph, &Options::default(), &go).unwrap();
    let mean = |pairs: &mut dyn Iterator<Item = (usize, usize)>| {
        let (sum, count) = pairs.fold((0.0, 0.0), |(sum, n), (a, b)| (sum + apart(&layout.at, a, b), n + 1.0));
        sum / count
    };
    let nodes = NODES as usize;
    let anywhere = mean(&mut (0..nodes).map(|node| (node, node * 7_919 % nodes)));
    let in_a_group = mean(&mut (0..nodes).map(|node| (node, node / 100 * 100 + node * 37 % 100)));
    let lines = mean(&mut graph.lines().map(|(a, b)| (a as usize, b as usize)));
    assert!(in_a_group < 0.25 * anywhere, "{in_a_group} of {anywhere}");
    assert!(lines < 0.35 * anywhere, "{lines} of {anywhere}");
}

/// As for small graphs, the sum was written down once.
#[test]
fn gives_the_same_bytes_for_a_seed() {
    let named: Vec<u32> = (0..NODES).map(|node| node / GROUP % 7).collect();
    let options = Options { seed: 3, groups: named, ..Options::default() };
    assert_eq!(sum(&layout_graph(&groups(), &options, &go).unwrap()), EXPECTED);
}

const EXPECTED: u64 = 81_116_037_330_463_733;

#[test]
fn bears_a_hub_with_every_other_node_as_a_leaf() {
    let layout = layout_graph(&star(NODES), &Options::default(), &go).unwrap();
    assert!(layout.at.iter().flatten().all(|value| value.is_finite()));
    let longest = (1..NODES as usize).map(|node| apart(&layout.at, 0, node)).fold(0.0, f64::max);
    assert!(longest < 10.0, "{longest}");
}

#[test]
fn tells_how_far_it_is_without_going_back_and_stops_when_asked() {
    let (last, calls) = (Cell::new(0), Cell::new(0));
    let watch = |progress: Progress| {
        assert!(progress.done <= progress.total);
        if progress.phase == Phase::Force {
            assert!(progress.done >= last.get(), "{progress:?}");
            last.set(progress.done);
        }
        calls.set(calls.get() + 1);
        if calls.get() == 100 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert_eq!(layout_graph(&groups(), &Options::default(), &watch), Err(Cancelled));
    assert_eq!(calls.get(), 100);
}
