//! Measures of shapes whose answers are known, and what holds for any network.

#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::float_cmp,
    reason = "small graphs; a fixture that cannot be read fails the test; figures that must be the same to the bit"
)]

use layout::measures::{
    Network, NetworkError, Reading, betweenness, closeness, communities, core_numbers, cuts, degrees, density,
    eigenvector, introduction_path, modularity, most_betweenness, reach, reciprocity,
};
use proptest::prelude::*;

const READINGS: [Reading; 2] = [Reading::Directed, Reading::Undirected];

fn network(node_count: usize, lines: &[(u32, u32)]) -> Network {
    Network::new(node_count, lines).unwrap()
}

fn star(leaves: u32) -> Network {
    network(leaves as usize + 1, &(1..=leaves).map(|leaf| (0, leaf)).collect::<Vec<_>>())
}

fn path(count: u32) -> Network {
    network(count as usize, &(1..count).map(|node| (node - 1, node)).collect::<Vec<_>>())
}

#[test]
fn nothing_and_nobody_have_finite_measures() {
    for count in [0, 1, 2] {
        let dust = network(count, &[]);
        for reading in READINGS {
            assert_eq!(betweenness(&dust, reading), vec![0.0; count]);
            assert_eq!(closeness(&dust, reading), vec![0.0; count]);
            assert_eq!(reach(&dust, reading, 3), vec![0.0; count]);
            assert!(density(&dust, reading).abs() < f64::EPSILON);
            assert!(eigenvector(&dust, reading).unwrap().iter().all(|figure| figure.is_finite()));
        }
        assert_eq!(reciprocity(&dust), None);
        assert_eq!(core_numbers(&dust), vec![0; count]);
        assert_eq!(cuts(&dust), cuts(&network(0, &[])));
        let found = communities(&dust, 1);
        assert_eq!((found.of_node.len(), found.count as usize), (count, count));
        assert!(found.modularity.abs() < f64::EPSILON);
    }
}

#[test]
fn a_line_to_nowhere_is_said() {
    let error = Network::new(3, &[(0, 1), (1, 3)]).unwrap_err();
    assert_eq!(error, NetworkError::NoSuchNode { line: 1, node: 3, node_count: 3 });
    assert!(error.to_string().contains("node 3"));
}

#[test]
fn repeated_lines_count_once_and_loops_not_at_all() {
    let plain = network(3, &[(0, 1), (1, 2)]);
    let noisy = network(3, &[(1, 2), (0, 1), (0, 1), (2, 2), (1, 2), (0, 0)]);
    assert_eq!(degrees(&plain), degrees(&noisy));
    assert_eq!(cuts(&noisy).bridges, [(0, 1), (1, 2)]);
    for reading in READINGS {
        assert_eq!(betweenness(&plain, reading), betweenness(&noisy, reading));
        assert_eq!(plain.line_count(reading), noisy.line_count(reading));
    }
}

#[test]
fn the_center_of_a_large_star_is_between_all_others() {
    let star = star(9_999);
    let between = betweenness(&star, Reading::Undirected);
    assert_eq!(between[0], most_betweenness(10_000, Reading::Undirected));
    assert!(between[1..].iter().all(|&figure| figure == 0.0));
    assert_eq!(cuts(&star).articulation_points, [0]);
    assert_eq!(cuts(&star).bridges.len(), 9_999);
    assert_eq!(core_numbers(&star), vec![1; 10_000]);
    assert_eq!(communities(&star, 7).count, 1);
    assert_eq!(introduction_path(&star, Reading::Undirected, 5, 9_000), Some(vec![5, 0, 9_000]));
    assert_eq!(introduction_path(&star, Reading::Directed, 5, 9_000), None);
}

#[test]
fn a_long_path_does_not_exhaust_the_stack() {
    let count = 100_000;
    let path = path(count);
    assert_eq!(cuts(&path).articulation_points.len(), count as usize - 2);
    assert_eq!(cuts(&path).bridges.len(), count as usize - 1);
    assert_eq!(core_numbers(&path), vec![1; count as usize]);
    assert_eq!(introduction_path(&path, Reading::Directed, 0, count - 1), Some((0..count).collect()));
    assert!(communities(&path, 1).modularity > 0.98);
    assert_eq!(reach(&path, Reading::Directed, 1)[count as usize - 1], 0.0);
}

#[test]
fn more_paths_than_an_f64_can_count_are_shared_rightly() {
    // Diamonds in a row double the paths each time: 2^1500 from end to end.
    let diamonds = 1_500;
    let lines: Vec<(u32, u32)> = (0..diamonds)
        .flat_map(|diamond| {
            let first = 3 * diamond;
            [(first, first + 1), (first, first + 2), (first + 1, first + 3), (first + 2, first + 3)]
        })
        .collect();
    let between = betweenness(&network(3 * diamonds as usize + 1, &lines), Reading::Directed);
    for diamond in 0..diamonds {
        // Half of the pairs with one end before the diamond's two sides and the other behind them.
        let before = f64::from(3 * diamond + 1);
        let after = f64::from(3 * (diamonds - diamond - 1) + 1);
        let found = between[3 * diamond as usize + 1];
        let expected = before * after / 2.0;
        assert!((found - expected).abs() <= 1e-9 * expected, "diamond {diamond}: {found}, expected {expected}");
    }
}

#[test]
fn of_equally_short_introductions_the_first_by_number_is_taken() {
    let square = network(5, &[(0, 3), (0, 1), (0, 2), (3, 4), (2, 4), (1, 4)]);
    assert_eq!(introduction_path(&square, Reading::Directed, 0, 4), Some(vec![0, 1, 4]));
    assert_eq!(introduction_path(&square, Reading::Undirected, 4, 0), Some(vec![4, 1, 0]));
    assert_eq!(introduction_path(&square, Reading::Directed, 2, 2), Some(vec![2]));
    assert_eq!(introduction_path(&square, Reading::Directed, 0, 5), None);
}

#[test]
fn two_cliques_on_a_bridge_are_two_communities() {
    let clique = |first: u32| (first..first + 6).flat_map(move |a| (a + 1..first + 6).map(move |b| (a, b)));
    let lines: Vec<(u32, u32)> = clique(0).chain(clique(6)).chain([(2, 8)]).collect();
    let network = network(12, &lines);
    assert_eq!(communities(&network, 3).of_node, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
    assert_eq!(cuts(&network).bridges, [(2, 8)]);
    assert_eq!(cuts(&network).articulation_points, [2, 8]);
    assert_eq!(core_numbers(&network), [5; 12]);
}

/// Up to 24 nodes and 60 lines among them, loops and repeats included.
fn graphs() -> impl Strategy<Value = (usize, Vec<(u32, u32)>)> {
    (1_u32..24).prop_flat_map(|count| (Just(count as usize), proptest::collection::vec((0..count, 0..count), 0..60)))
}

fn relabeled() -> impl Strategy<Value = (usize, Vec<(u32, u32)>, Vec<u32>)> {
    graphs().prop_flat_map(|(count, lines)| {
        (Just(count), Just(lines), Just((0..count as u32).collect::<Vec<_>>()).prop_shuffle())
    })
}

proptest! {
    #[test]
    fn names_do_not_matter((count, lines, names) in relabeled()) {
        let renamed: Vec<(u32, u32)> =
            lines.iter().map(|&(from, to)| (names[from as usize], names[to as usize])).collect();
        let (before, after) = (network(count, &lines), network(count, &renamed));
        let same = |old: &[f64], new: &[f64]| {
            (0..count).all(|node| (old[node] - new[names[node] as usize]).abs() < 1e-7)
        };
        for reading in READINGS {
            prop_assert!(same(&betweenness(&before, reading), &betweenness(&after, reading)));
            prop_assert!(same(&closeness(&before, reading), &closeness(&after, reading)));
            prop_assert!(same(&reach(&before, reading, 2), &reach(&after, reading, 2)));
            prop_assert_eq!(density(&before, reading), density(&after, reading));
            if let (Some(old), Some(new)) = (eigenvector(&before, reading), eigenvector(&after, reading)) {
                prop_assert!(same(&old, &new));
            }
        }
        let (old, new) = (core_numbers(&before), core_numbers(&after));
        prop_assert!((0..count).all(|node| old[node] == new[names[node] as usize]));
        let mut points: Vec<u32> =
            cuts(&before).articulation_points.iter().map(|&node| names[node as usize]).collect();
        points.sort_unstable();
        prop_assert_eq!(points, cuts(&after).articulation_points);
    }

    #[test]
    fn sums_hold((count, lines) in graphs()) {
        let network = network(count, &lines);
        let degrees = degrees(&network);
        let ends = |of: fn(&layout::measures::Degree) -> u32| degrees.iter().map(of).sum::<u32>() as usize;
        prop_assert_eq!(ends(|degree| degree.incoming), network.line_count(Reading::Directed));
        prop_assert_eq!(ends(|degree| degree.outgoing), network.line_count(Reading::Directed));
        prop_assert_eq!(ends(|degree| degree.all), 2 * network.line_count(Reading::Undirected));
        for reading in READINGS {
            // Each ordered pair at distance d has d − 1 nodes between.
            let mut between = 0;
            for from in 0..count as u32 {
                for to in 0..count as u32 {
                    let path = introduction_path(&network, reading, from, to);
                    between += path.map_or(0, |path| path.len().saturating_sub(2));
                }
            }
            let pairs = if reading == Reading::Directed { 1.0 } else { 2.0 };
            let found = betweenness(&network, reading);
            prop_assert!((pairs * found.iter().sum::<f64>() - between as f64).abs() < 1e-7);
            prop_assert!(found.iter().all(|&figure| figure <= most_betweenness(count, reading) + 1e-9));
        }
    }

    #[test]
    fn symmetric_lines_read_the_same_either_way((count, lines) in graphs()) {
        let both: Vec<(u32, u32)> = lines.iter().flat_map(|&(from, to)| [(from, to), (to, from)]).collect();
        let network = network(count, &both);
        let halved: Vec<f64> = betweenness(&network, Reading::Directed).iter().map(|figure| figure / 2.0).collect();
        prop_assert_eq!(halved, betweenness(&network, Reading::Undirected));
        prop_assert_eq!(closeness(&network, Reading::Directed), closeness(&network, Reading::Undirected));
        prop_assert_eq!(eigenvector(&network, Reading::Directed), eigenvector(&network, Reading::Undirected));
        prop_assert_eq!(density(&network, Reading::Directed), density(&network, Reading::Undirected));
        prop_assert!(reciprocity(&network).is_none_or(|share| share == 1.0));
    }

    #[test]
    fn without_an_articulation_point_a_piece_stays_whole((count, lines) in graphs()) {
        let network_of = |lines: &[(u32, u32)]| network(count, lines);
        let pieces = |network: &Network| {
            let reached = |from: u32| {
                (0..count as u32).find(|&to| introduction_path(network, Reading::Undirected, from, to).is_some())
            };
            (0..count as u32).filter(|&node| reached(node) == Some(node)).count()
        };
        let whole = network_of(&lines);
        let (before, found) = (pieces(&whole), cuts(&whole));
        for node in 0..count as u32 {
            let rest: Vec<_> = lines.iter().copied().filter(|&(from, to)| from != node && to != node).collect();
            // The node itself becomes a piece of its own, unless it was one.
            let own = usize::from(!whole.next(node, Reading::Undirected).is_empty());
            let falls_apart = pieces(&network_of(&rest)) > before + own;
            prop_assert_eq!(falls_apart, found.articulation_points.contains(&node), "node {}", node);
        }
        for &(from, to) in &lines {
            let rest: Vec<_> =
                lines.iter().copied().filter(|&line| line != (from, to) && line != (to, from)).collect();
            let falls_apart = pieces(&network_of(&rest)) > before;
            prop_assert_eq!(falls_apart, found.bridges.contains(&(from.min(to), from.max(to))));
        }
    }

    #[test]
    fn communities_hang_together_and_a_seed_repeats_them((count, lines) in graphs(), seed in any::<u64>()) {
        let network = network(count, &lines);
        let found = communities(&network, seed);
        prop_assert_eq!(&found, &communities(&network, seed));
        prop_assert_eq!(found.modularity, modularity(&network, &found.of_node));
        let alone: Vec<u32> = (0..count as u32).collect();
        prop_assert!(found.modularity >= modularity(&network, &alone));
        let size = |group: u32| found.of_node.iter().filter(|&&other| other == group).count();
        prop_assert!((1..found.count).all(|group| size(group) <= size(group - 1) && size(group) > 0));
        let inside: Vec<_> =
            lines.iter().copied().filter(|&(a, b)| found.of_node[a as usize] == found.of_node[b as usize]).collect();
        let inner = Network::new(count, &inside).unwrap();
        for node in 0..count as u32 {
            let first = (0..count as u32).find(|&other| found.of_node[other as usize] == found.of_node[node as usize]);
            let path = introduction_path(&inner, Reading::Undirected, first.unwrap(), node);
            prop_assert!(path.is_some(), "node {} is cut off from its community", node);
        }
    }
}
