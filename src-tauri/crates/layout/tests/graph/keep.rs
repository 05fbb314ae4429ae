//! What stays in the reader's mind when a graph is edited.

use crate::{BOX, chords, go, graph, overlaps, sum};
use layout::graph::{Cancelled, Graph, Layout, Options, Progress, keep, layout_graph, tidy_up};
use proptest::prelude::{ProptestConfig, any, proptest};
use std::ops::ControlFlow;

type Places = Vec<Option<[f64; 2]>>;

#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn drawn(graph: &Graph, options: &Options) -> Places {
    layout_graph(graph, options, &go).unwrap().at.into_iter().map(Some).collect()
}

fn moved(previous: &Places, layout: &Layout) -> Vec<usize> {
    (0..previous.len())
        .filter(|&node| previous[node].is_some_and(|at| at.map(f64::to_bits) != layout.at[node].map(f64::to_bits)))
        .collect()
}

/// Mean way of nodes that had a place, over the diagonal of the drawing.
fn drift(previous: &Places, layout: &Layout) -> f64 {
    let known: Vec<[f64; 2]> = previous.iter().flatten().copied().collect();
    let wide = |axis: usize| {
        let ends = known.iter().fold((f64::MAX, f64::MIN), |ends, at| (ends.0.min(at[axis]), ends.1.max(at[axis])));
        ends.1 - ends.0
    };
    let ways = previous.iter().zip(&layout.at).filter_map(|(before, at)| before.map(|from| (from, at)));
    let total: f64 = ways.map(|(from, at)| libm::hypot(from[0] - at[0], from[1] - at[1])).sum();
    total / known.len() as f64 / libm::hypot(wide(0), wide(1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// One node in a hundred goes and comes back; some nodes are pinned.
    #[test]
    fn moves_only_neighbors_of_what_comes_back(seed in any::<u64>(), nodes in 300_u32..900, boxed in any::<bool>()) {
        let graph = chords(nodes);
        let sizes = if boxed { vec![BOX; nodes as usize] } else { Vec::new() };
        let mut options = Options { seed, boxes: sizes.clone(), ..Options::default() };
        let mut previous = drawn(&graph, &options);
        options.pinned = previous.iter().enumerate().map(|(node, at)| at.filter(|_| node % 11 == 0)).collect();
        let first = usize::try_from(seed % 20).unwrap();
        let gone: Vec<usize> = (0..nodes as usize / 100).map(|index| 11 * (first + 3 * index) + 1).collect();
        for &node in &gone {
            previous[node] = None;
        }
        let layout = keep(&graph, &previous, &options, &go).unwrap();
        for node in moved(&previous, &layout) {
            assert!(gone.iter().any(|&gone| graph.neighbors(gone).contains(&u32::try_from(node).unwrap())), "{node} is far off");
            assert!(node % 11 != 0, "pin {node} moved");
        }
        assert!(drift(&previous, &layout) < 0.001, "{}", drift(&previous, &layout));
        assert_eq!((overlaps(&layout, &sizes), layout.overlapping_pins), (0, 0));
    }
}

#[test]
fn moves_nobody_when_a_node_goes() {
    let options = Options { boxes: vec![BOX; 300], ..Options::default() };
    let previous = drawn(&chords(300), &options);
    // Its number stays, its lines go: what is left keeps its place.
    let without = graph(300, chords(300).lines().filter(|&(a, b)| a != 5 && b != 5).collect::<Vec<_>>());
    let layout = keep(&without, &previous, &options, &go).unwrap();
    assert_eq!(moved(&previous, &layout), [0; 0]);
}

#[test]
fn places_new_nodes_among_their_neighbors_and_new_components_below() {
    let old = chords(200);
    let previous = drawn(&old, &Options::default());
    // 200 hangs on three neighbors, 201 on it alone; 202 and 203 know nobody else.
    let new = [(200, 3), (200, 4), (200, 5), (201, 200), (202, 203)];
    let layout = keep(&graph(204, old.lines().chain(new)), &previous, &Options::default(), &go).unwrap();
    let at = |node: usize| layout.at[node];
    let far = |a: [f64; 2], b: [f64; 2]| libm::hypot(a[0] - b[0], a[1] - b[1]);
    let middle = [0, 1].map(|axis| (at(3)[axis] + at(4)[axis] + at(5)[axis]) / 3.0);
    assert!(far(at(200), middle) < 2.0 && far(at(201), at(200)) < 2.0, "{middle:?} {:?} {:?}", at(200), at(201));
    let lowest = layout.at[..202].iter().fold(f64::MIN, |low, at| low.max(at[1]));
    assert!(at(202)[1] > lowest && at(203)[1] > lowest);
}

#[test]
fn gives_way_when_a_box_grows() {
    let mut options = Options { boxes: vec![BOX; 200], ..Options::default() };
    let previous = drawn(&chords(200), &options);
    options.boxes[7] = [300.0, 90.0];
    options.pinned = previous.iter().enumerate().map(|(node, at)| at.filter(|_| node == 7)).collect();
    let layout = keep(&chords(200), &previous, &options, &go).unwrap();
    assert_eq!((overlaps(&layout, &options.boxes), layout.at[7]), (0, previous[7].unwrap()));
    assert!((1..20).contains(&moved(&previous, &layout).len()));
}

#[test]
fn says_when_pins_overlap() {
    let pinned = vec![Some([0.0, 0.0]), Some([10.0, 5.0]), None, None];
    let options = Options { boxes: vec![BOX; 4], pinned: pinned.clone(), ..Options::default() };
    let layout = keep(&graph(4, [(0, 2), (1, 3)]), &[None, None, Some([5.0, 5.0])], &options, &go).unwrap();
    assert_eq!((layout.overlapping_pins, overlaps(&layout, &options.boxes)), (1, 1));
    assert_eq!(layout.at[..2], [[0.0, 0.0], [10.0, 5.0]]);
}

#[test]
fn draws_anew_what_never_had_a_place() {
    let options = Options { boxes: vec![BOX; 90], ..Options::default() };
    let anew = layout_graph(&chords(90), &options, &go).unwrap();
    let nowhere = vec![Some([f64::NAN, 0.0]); 90];
    assert_eq!(keep(&chords(90), &[], &options, &go).as_ref(), Ok(&anew));
    assert_eq!(tidy_up(&chords(90), &nowhere, &options, &go), Ok(anew));
    assert_eq!(keep(&graph(0, []), &[], &options, &go), Ok(Layout::default()));
}

#[test]
fn tidies_up_without_throwing_the_map_over() {
    let options = Options { boxes: vec![BOX; 400], ..Options::default() };
    let mut previous = drawn(&chords(400), &options);
    (0..4).for_each(|node| previous[node * 50] = None);
    let tidied = tidy_up(&chords(400), &previous, &options, &go).unwrap();
    assert_eq!(overlaps(&tidied, &options.boxes), 0);
    let from_scratch = layout_graph(&chords(400), &Options { seed: 9, ..options.clone() }, &go).unwrap();
    let (warm, cold) = (drift(&previous, &tidied), drift(&previous, &from_scratch));
    assert!(warm < 0.04 && warm < cold / 4.0, "{warm} {cold}");
}

#[test]
fn gives_the_same_bytes_twice_and_stops_when_asked() {
    let options = Options { boxes: vec![BOX; 300], ..Options::default() };
    let mut previous = drawn(&chords(300), &options);
    previous[9] = None;
    let stop = |_: Progress| ControlFlow::Break(());
    for edit in [keep, tidy_up] {
        let once = || sum(&edit(&chords(300), &previous, &options, &go).unwrap());
        assert_eq!(once(), once());
        assert_eq!(edit(&chords(300), &previous, &options, &stop), Err(Cancelled));
    }
}
