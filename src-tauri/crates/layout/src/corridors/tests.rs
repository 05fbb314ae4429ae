use super::{Route, RoutesInput, routes};
use crate::{NodeBox, Point, Rect};
use proptest::prelude::*;

const SIZE: NodeBox = NodeBox { half_width: 30.0, above: 12.0, below: 28.0 };
const RADIUS: f64 = 12.0;

/// Lanes of tidy rows, each with so many columns of boxes and so many nodes, and their nodes.
fn tidy(lanes: &[(usize, usize)]) -> (Vec<Rect>, Vec<Point>) {
    let (mut rects, mut at, mut left) = (Vec::new(), Vec::new(), 0.0);
    for &(columns, count) in lanes {
        let wide = columns as f64 * 68.0 - 8.0;
        rects.push(Rect { x: left - 14.0, y: -40.0, w: wide + 28.0, h: 4_000.0 });
        at.extend(
            (0..count)
                .map(|node| (left + 30.0 + (node % columns) as f64 * 68.0, 12.0 + (node / columns) as f64 * 48.0)),
        );
        left += wide + 42.0;
    }
    (rects, at)
}

fn routed(lanes: &[Rect], at: &[Point], ties: &[(usize, usize)]) -> Vec<Route> {
    let (sizes, radii) = (vec![SIZE; at.len()], vec![RADIUS; at.len()]);
    routes(&RoutesInput { lanes, positions: at, sizes: &sizes, radii: &radii, lines: ties })
}

/// The nodes whose boxes a way runs through, sampled along it.
fn met(at: &[Point], way: &[Point], [a, b]: [usize; 2]) -> Vec<usize> {
    let mut met = Vec::new();
    for pair in way.windows(2) {
        for step in 0..=400 {
            let part = f64::from(step) / 400.0;
            let (x, y) = (pair[0].0 + (pair[1].0 - pair[0].0) * part, pair[0].1 + (pair[1].1 - pair[0].1) * part);
            let inside = |node: &usize| {
                let rect = SIZE.at(at[*node]).grown(-0.5);
                (rect.x..rect.x + rect.w).contains(&x) && (rect.y..rect.y + rect.h).contains(&y)
            };
            met.extend((0..at.len()).filter(|node| *node != a && *node != b).filter(inside));
        }
    }
    met
}

fn way(at: &[Point], route: &Route, (a, b): (usize, usize)) -> Vec<Point> {
    [at[a]].into_iter().chain(route.iter().copied()).chain([at[b]]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_line_among_tidy_lanes_runs_through_another_node(
        lanes in prop::collection::vec((1..5_usize, 1..30_usize), 1..5),
        pairs in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..20),
    ) {
        let (rects, at) = tidy(&lanes);
        let lines: Vec<(usize, usize)> = pairs.iter().map(|(a, b)| (a.index(at.len()), b.index(at.len()))).collect();
        for (route, &line) in routed(&rects, &at, &lines).iter().zip(&lines) {
            let way = way(&at, route, line);
            prop_assert_eq!(met(&at, &way, [line.0, line.1]), Vec::<usize>::new(), "{:?}: {:?}", line, way);
        }
    }
}

#[test]
fn a_line_with_nothing_in_its_way_is_straight_and_both_directions_go_the_same_way() {
    let (rects, at) = tidy(&[(1, 6), (2, 12)]);
    let lines = [(0, 6), (0, 1), (0, 5), (5, 0), (2, 17), (17, 2)];
    let found = routed(&rects, &at, &lines);
    assert_eq!((found[0].len(), found[1].len()), (0, 0), "neighbors");
    assert!(
        found[2].len() == 2 && found[2].iter().all(|bend| bend.0 > 60.0),
        "around the lane, not through it: {:?}",
        found[2]
    );
    for pair in [2, 4] {
        let mut back = found[pair + 1].clone();
        back.reverse();
        assert_eq!(found[pair], back);
    }
}

#[test]
fn nonsense_leads_straight() {
    let (rects, mut at) = tidy(&[(1, 3), (1, 3)]);
    // Stands in no lane, behind others.
    at.push((1e6, at[1].1));
    assert_eq!(routed(&rects, &at, &[(0, 0), (1, 6), (9, 1)]), vec![Route::new(); 3]);
    assert_eq!(routed(&[], &[], &[(0, 1)]), [Route::new()]);
}
