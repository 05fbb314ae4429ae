//! What a caller of the graph engine gets, also for graphs nobody would draw.

#[path = "graph/keep.rs"]
mod keep;
#[path = "graph/large.rs"]
mod large;

use layout::graph::{Cancelled, Graph, Layout, Model, Options, Progress, layout_graph};
use std::{ops::ControlFlow, thread};

const BOX: [f64; 2] = [100.0, 30.0];

fn go(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn graph(nodes: u32, lines: impl IntoIterator<Item = (u32, u32)>) -> Graph {
    Graph::new(nodes as usize, &lines.into_iter().collect::<Vec<_>>()).unwrap()
}

fn star(nodes: u32) -> Graph {
    graph(nodes, (1..nodes).map(|node| (0, node)))
}

/// A ring with chords that a fixed rule draws: connected, neither thin nor regular.
fn chords(nodes: u32) -> Graph {
    graph(nodes, (0..nodes).flat_map(|node| [(node, (node + 1) % nodes), (node, node * 7 % nodes), (node, node / 3)]))
}

/// Pairs of boxes that overlap once places are rounded to single precision, as files and the screen have them.
#[allow(clippy::cast_possible_truncation, reason = "that is the rounding")]
fn overlaps(layout: &Layout, sizes: &[[f64; 2]]) -> usize {
    let at = layout.at.iter().map(|at| at.map(|value| f64::from(value as f32))).collect();
    let layout = Layout { at, ..*layout };
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    let left = |node: usize| layout.at[node][0] - sizes[node][0] / 2.0;
    order.sort_by(|&a, &b| left(a).total_cmp(&left(b)));
    let mut found = 0;
    for (index, &a) in order.iter().enumerate() {
        let right = layout.at[a][0] + sizes[a][0] / 2.0;
        let beside = order[index + 1..].iter().take_while(|&&b| left(b) < right);
        found += beside
            .filter(|&&b| (layout.at[a][1] - layout.at[b][1]).abs() < f64::midpoint(sizes[a][1], sizes[b][1]))
            .count();
    }
    found
}

#[test]
fn frees_every_box_of_any_graph() {
    let cases: Vec<(&str, Graph)> = vec![
        ("empty", graph(0, [])),
        ("one node", graph(1, [])),
        ("two nodes", graph(2, [])),
        ("two equal nodes", graph(2, [(0, 1), (1, 0)])),
        ("loops and parallel lines", graph(3, [(0, 0), (0, 1), (0, 1), (1, 0), (1, 2), (2, 2)])),
        ("only loops", graph(3, (0..3).map(|node| (node, node)))),
        ("path of 300", graph(300, (1..300).map(|node| (node - 1, node)))),
        ("clique of 300", graph(300, (0..300).flat_map(|a| (0..a).map(move |b| (a, b))))),
        ("star of 10,000", star(10_000)),
        ("dust of 5,000", graph(5_000, [])),
        ("pairs", graph(400, (0..200).map(|node| (2 * node, 2 * node + 1)))),
        ("chords", chords(700)),
    ];
    for (name, graph) in cases {
        for model in [Model::Auto, Model::Stress].into_iter().take(if graph.len() > 5_000 { 1 } else { 2 }) {
            let sizes = vec![BOX; graph.len()];
            let options = Options { model, boxes: sizes.clone(), ..Options::default() };
            let layout = layout_graph(&graph, &options, &go).unwrap();
            assert_eq!(layout.at.len(), graph.len());
            assert!(layout.at.iter().flatten().all(|value| value.is_finite()), "{name}");
            assert_eq!((overlaps(&layout, &sizes), layout.overlapping_pins), (0, 0), "{name}, {model:?}");
            assert!(graph.len() < 100 || fill(&layout, &sizes) > 0.15, "{name}: {}", fill(&layout, &sizes));
        }
    }
}

fn fill(layout: &Layout, sizes: &[[f64; 2]]) -> f64 {
    let covered: f64 = sizes.iter().map(|size| size[0] * size[1]).sum();
    let side = |axis: usize| {
        let mut values: Vec<f64> = layout.at.iter().map(|at| at[axis]).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() * 99 / 100] - values[values.len() / 100]
    };
    covered / (side(0) * side(1))
}

#[test]
fn frees_boxes_of_very_different_sizes() {
    let graph = chords(400);
    let sizes: Vec<[f64; 2]> =
        (0..400).map(|node| if node % 50 == 0 { [400.0, 300.0] } else { [60.0, 20.0] }).collect();
    let layout = layout_graph(&graph, &Options { boxes: sizes.clone(), ..Options::default() }, &go).unwrap();
    assert_eq!(overlaps(&layout, &sizes), 0);
}

#[test]
fn frees_boxes_where_stress_heaps_them_up() {
    let spokes = (1..1_600).map(|node| (0, node));
    let graph = graph(1_600, spokes.chain((1..1_600).map(|node| (node, 1 + node * 37 % 1_599))));
    let sizes = vec![BOX; 1_600];
    let options = Options { model: Model::Stress, boxes: sizes.clone(), ..Options::default() };
    assert_eq!(overlaps(&layout_graph(&graph, &options, &go).unwrap(), &sizes), 0);
}

#[test]
fn leaves_free_nodes_room_between_scattered_pins() {
    let graph = chords(600);
    let place = |node: u32| [f64::from(node * 97 % 600) * 9.0, f64::from(node * 61 % 600) * 5.0];
    let pinned: Vec<_> = (0..600).map(|node| (node % 3 == 0).then(|| place(node))).collect();
    let sizes = vec![BOX; 600];
    let options = Options { boxes: sizes.clone(), pinned: pinned.clone(), ..Options::default() };
    let layout = layout_graph(&graph, &options, &go).unwrap();
    assert_eq!(overlaps(&layout, &sizes), layout.overlapping_pins);
    assert_stays(&layout, &pinned);
}

#[test]
fn bears_places_and_sizes_that_are_no_numbers() {
    let options = Options {
        boxes: vec![[f64::NAN, f64::INFINITY], [-5.0, 3.0], BOX],
        pinned: vec![Some([f64::NAN, 0.0]), None, Some([7.0, 8.0])],
        separate: f64::NAN,
        ..Options::default()
    };
    let layout = layout_graph(&graph(5, [(0, 1), (1, 2), (2, 3)]), &options, &go).unwrap();
    assert!(layout.at.iter().flatten().all(|value| value.is_finite()), "{layout:?}");
    assert_eq!(layout.at[2].map(f64::to_bits), [7.0_f64, 8.0].map(f64::to_bits));
}

#[test]
fn packs_components_beside_one_another() {
    let lines = (0..40).flat_map(|part| (0..9).map(move |node| (part * 10 + node, part * 10 + node + 1)));
    let layout = layout_graph(&graph(400, lines), &Options::default(), &go).unwrap();
    let far = layout.at.iter().flatten().fold(0.0_f64, |far, value| far.max(value.abs()));
    assert!(far < 60.0, "{far}");
}

fn assert_stays(layout: &Layout, pinned: &[Option<[f64; 2]>]) {
    for (at, pin) in layout.at.iter().zip(pinned) {
        assert_eq!(pin.unwrap_or(*at).map(f64::to_bits), at.map(f64::to_bits));
    }
}

#[test]
fn never_moves_a_pin_and_says_when_pins_overlap() {
    let graph = chords(200);
    let mut pinned = vec![None; 200];
    (0..20_u32)
        .for_each(|node| pinned[node as usize] = Some([f64::from(node % 5) * 160.0, f64::from(node / 5) * 90.0]));
    pinned[20] = Some([10.0, 5.0]);
    let sizes = vec![BOX; 200];
    let options = Options { boxes: sizes.clone(), pinned: pinned.clone(), ..Options::default() };
    let layout = layout_graph(&graph, &options, &go).unwrap();
    assert_stays(&layout, &pinned);
    assert_eq!((overlaps(&layout, &sizes), layout.overlapping_pins), (1, 1));
}

#[test]
fn keeps_everything_pinned_as_it_is() {
    let places: Vec<[f64; 2]> = (0..50_u32).map(|node| [f64::from(node % 3), f64::from(node)]).collect();
    let pinned: Vec<_> = places.iter().copied().map(Some).collect();
    let options = Options { boxes: vec![BOX; 50], pinned, ..Options::default() };
    let layout = layout_graph(&star(50), &options, &go).unwrap();
    assert_eq!(layout.at, places);
    assert!(layout.overlapping_pins > 0);
}

fn sum(layout: &Layout) -> u64 {
    let bytes = layout.at.iter().flatten().flat_map(|value| value.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The same bytes on every machine, in every build and however many run at once: the sum was written down once.
#[test]
fn gives_the_same_bytes_for_a_seed() {
    const MODELS: [Model; 3] = [Model::Force, Model::Stress, Model::Auto];
    let sum_of = |seed: u64, model: Model| {
        let options = Options { model, seed, boxes: vec![BOX; 700], ..Options::default() };
        sum(&layout_graph(&chords(700), &options, &go).unwrap())
    };
    for threads in [1, 2, 8] {
        thread::scope(|scope| {
            let running: Vec<_> = (0..threads).map(|_| scope.spawn(|| MODELS.map(|model| sum_of(1, model)))).collect();
            for thread in running {
                assert_eq!(thread.join().unwrap(), EXPECTED);
            }
        });
    }
    assert_ne!(sum_of(1, Model::Force), sum_of(2, Model::Force));
}

const EXPECTED: [u64; 3] = [9_757_233_991_408_388_995, 1_485_114_214_678_419_412, 14_005_053_599_666_605_299];

/// Mean over pairs of how far they are drawn from their distance, at the scale that suits the drawing best.
fn stress(graph: &Graph, layout: &Layout) -> f64 {
    let mut ratios = Vec::new();
    for a in 0..graph.len() {
        let (hops, _) = graph.hops(a);
        let drawn = |b: usize| libm::hypot(layout.at[a][0] - layout.at[b][0], layout.at[a][1] - layout.at[b][1]);
        ratios.extend((0..a).map(|b| drawn(b) / f64::from(hops[b])));
    }
    let scale = ratios.iter().sum::<f64>() / ratios.iter().map(|ratio| ratio * ratio).sum::<f64>();
    let off = |ratio: &f64| (scale * ratio - 1.0) * (scale * ratio - 1.0);
    ratios.iter().map(off).sum::<f64>() / ratios.len() as f64
}

#[test]
fn opens_the_ball_that_forces_make_of_a_hub_and_its_spokes() {
    // A company with lines to two partners in three, who are joined among themselves by a fixed rule.
    let hub = (1..200).filter(|node| node % 3 != 0).map(|node| (0, node));
    let ring = (1..200).flat_map(|node| [(node, 1 + node % 199), (node, 1 + node * 37 % 199)]);
    let graph = graph(200, hub.chain(ring));
    let by = |model: Model| {
        let options = Options { model, boxes: vec![BOX; 200], ..Options::default() };
        stress(&graph, &layout_graph(&graph, &options, &go).unwrap())
    };
    let (chosen, forces, best) = (by(Model::Auto), by(Model::Force), by(Model::Stress));
    assert!(chosen < 0.9 * forces && chosen < 1.1 * best, "chosen {chosen}, forces {forces}, stress {best}");
}

#[test]
fn stops_when_asked() {
    let stop = |_: Progress| ControlFlow::Break(());
    assert_eq!(layout_graph(&star(30), &Options::default(), &stop), Err(Cancelled));
}
