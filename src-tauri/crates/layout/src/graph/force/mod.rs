//! Groups pulled apart: `ForceAtlas2` (Jacomy, Venturini, Heymann, Bastian 2014), toward `LinLog` (Noack 2007).
//!
//! Owns: the forces and the steps. Everyone pushes everyone by the product of their degrees over the distance; lines
//! pull by their length (`ForceAtlas2`) or all alike (`LinLog`), or in between. Differs from the paper in the step: each
//! node moves by its force over its mass with some of its last move kept, which settles a drawing that starts near its
//! end in few rounds and needs no global speed. Must not know: boxes, zones.

pub(crate) mod bodies;
pub(crate) mod tree;

pub(super) use bodies::Bodies;

use super::{
    Cancelled, Graph, Phase,
    progress::{Watch, tell},
};
use bodies::Near;
use tree::{Tree, by_place};

/// What the forces aim at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forces {
    /// 0 pulls by a line's length (`ForceAtlas2`), 1 by no more than its presence (`LinLog`), -1 by its length's square
    /// (Fruchterman, Reingold 1991), and in between.
    pub linlog: f64,
    /// How strongly members of a group are drawn to its middle; 0 not at all.
    pub grouping: f64,
    /// Rounds.
    pub rounds: usize,
}

/// Moves `at`, a drawing of a connected graph, toward the balance of the forces. A mean line becomes about one unit.
/// `groups` is empty, or names each node's group by a number.
pub fn force(
    graph: &Graph,
    at: &mut [[f64; 2]],
    groups: &[u32],
    forces: Forces,
    watch: Watch<'_>,
) -> Result<(), Cancelled> {
    settle(&Bodies::new(graph, groups), at, forces, REACH, watch)
}

/// Farthest that a node goes in the first round, in mean lines; less in later ones.
pub(super) const REACH: f64 = 1.5;

/// As [`force`], with nodes going no farther than `reach` in the first round.
pub(super) fn settle(
    bodies: &Bodies,
    at: &mut [[f64; 2]],
    forces: Forces,
    reach: f64,
    watch: Watch<'_>,
) -> Result<(), Cancelled> {
    let order = by_place(at);
    let near = Near::new(bodies, &order);
    if near.lines.is_empty() {
        return Ok(());
    }
    let mut spots: Vec<[f64; 2]> = order.iter().map(|&node| at[node as usize]).collect();
    to_unit_lines(&mut spots, &near.lines);
    let repulsion = balance(&spots, &near, forces.linlog);
    let mut tree = Tree::new(spots.len());
    let mut pulls = vec![[0.0_f64; 2]; spots.len()];
    let mut moves = vec![[0.0_f64; 2]; spots.len()];
    for round in 0..forces.rounds {
        tell(watch, Phase::Force, round, forces.rounds)?;
        tree.sort(&spots, &near.masses);
        tell(watch, Phase::Force, round, forces.rounds)?;
        tree.follow(&spots);
        tree.pushes(|node, push| {
            pulls[node] = push.map(|value| f64::from(value) * repulsion * near.masses[node]);
        });
        tell(watch, Phase::Force, round, forces.rounds)?;
        pull_lines(&spots, &near.lines, forces.linlog, &mut pulls);
        if forces.grouping > 0.0 && !near.groups.is_empty() {
            pull_groups(&spots, &near, forces.grouping, &mut pulls);
        }
        let far = reach * (1.0 - round as f64 / forces.rounds as f64);
        for (node, at) in spots.iter_mut().enumerate() {
            step(at, &mut moves[node], pulls[node].map(|pull| pull / near.inertia[node]), far);
        }
    }
    for (&node, &spot) in order.iter().zip(&spots) {
        at[node as usize] = spot;
    }
    Ok(())
}

/// How much of a node's last move it keeps.
const KEPT: f64 = 0.6;

fn step(at: &mut [f64; 2], kept: &mut [f64; 2], pull: [f64; 2], far: f64) {
    let wish = [KEPT * kept[0] + 0.4 * pull[0], KEPT * kept[1] + 0.4 * pull[1]];
    let long = (wish[0] * wish[0] + wish[1] * wish[1]).sqrt();
    let short = (far / long.max(1e-12)).min(1.0);
    *kept = wish.map(|value| value * short);
    at[0] += kept[0];
    at[1] += kept[1];
}

/// A line's pull over its length.
#[inline]
fn stiffness(length: f64, linlog: f64) -> f64 {
    if linlog < 0.0 {
        return (1.0 + linlog) - linlog * length;
    }
    (1.0 - linlog) + linlog * 1.2 / (0.2 + length)
}

fn pull_lines(at: &[[f64; 2]], lines: &[(u32, u32, f64)], linlog: f64, pulls: &mut [[f64; 2]]) {
    for &(a, b, weight) in lines {
        let (a, b) = (a as usize, b as usize);
        let (dx, dy) = (at[b][0] - at[a][0], at[b][1] - at[a][1]);
        let by = weight * if linlog == 0.0 { 1.0 } else { stiffness((dx * dx + dy * dy).sqrt(), linlog) };
        pulls[a] = [pulls[a][0] + by * dx, pulls[a][1] + by * dy];
        pulls[b] = [pulls[b][0] - by * dx, pulls[b][1] - by * dy];
    }
}

fn pull_groups(at: &[[f64; 2]], near: &Near, strength: f64, pulls: &mut [[f64; 2]]) {
    let Near { groups, masses, .. } = near;
    let count = groups.iter().fold(0, |count, &group| count.max(group as usize + 1));
    let mut middles = vec![[0.0; 3]; count];
    for ((at, &group), mass) in at.iter().zip(groups).zip(masses) {
        let middle = &mut middles[group as usize];
        *middle = [middle[0] + at[0] * mass, middle[1] + at[1] * mass, middle[2] + mass];
    }
    for (node, &group) in groups.iter().enumerate() {
        let [x, y, mass] = middles[group as usize];
        let by = strength * masses[node];
        pulls[node][0] += by * (x / mass - at[node][0]);
        pulls[node][1] += by * (y / mass - at[node][1]);
    }
}

/// Scales the drawing until its mean line is one unit.
pub(super) fn to_unit_lines(at: &mut [[f64; 2]], lines: &[(u32, u32, f64)]) {
    let (total, weights) =
        lines.iter().fold((0.0, 0.0), |sum, &(a, b, weight)| (sum.0 + weight * length(at, a, b), sum.1 + weight));
    let mean = total / weights;
    if mean > 1e-12 {
        at.iter_mut().flatten().for_each(|value| *value /= mean);
    }
}

/// The repulsion that neither blows up nor shrinks the drawing: its virial is the same in every drawing, so it is set
/// against that of the lines.
fn balance(at: &[[f64; 2]], near: &Near, linlog: f64) -> f64 {
    let virial = |&(a, b, weight): &(u32, u32, f64)| {
        let long = length(at, a, b);
        weight * long * long * stiffness(long, linlog)
    };
    let pull: f64 = near.lines.iter().map(virial).sum();
    let (total, squares) = near.masses.iter().fold((0.0, 0.0), |sums, mass| (sums.0 + mass, sums.1 + mass * mass));
    pull / ((total * total - squares) / 2.0)
}

/// How long a line is drawn.
pub(super) fn length(at: &[[f64; 2]], a: u32, b: u32) -> f64 {
    let (a, b) = (at[a as usize], at[b as usize]);
    ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{Forces, force, length};
    use crate::graph::{Graph, Progress, stress};
    use std::ops::ControlFlow;

    fn go(_: Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    /// Two cliques of eight with four lines between them: longest line inside over the shortest between.
    fn inside_over_between(linlog: f64) -> f64 {
        let mut lines = Vec::new();
        for a in 0..8 {
            lines.extend((0..a).flat_map(|b| [(a, b), (a + 8, b + 8)]));
        }
        let between = [(0, 8), (1, 9), (2, 10), (3, 11)];
        lines.extend(between);
        let graph = Graph::new(16, &lines).unwrap();
        let mut at = stress::scatter(&graph, 4);
        stress::full(&stress::Hops::new(&graph), &mut at, stress::Start::Cold, stress::ROUNDS, 4, &go).unwrap();
        force(&graph, &mut at, &[], Forces { linlog, grouping: 0.0, rounds: 100 }, &go).unwrap();
        let mean =
            |pairs: &[(u32, u32)]| pairs.iter().map(|&(a, b)| length(&at, a, b)).sum::<f64>() / pairs.len() as f64;
        mean(&lines[..56]) / mean(&between)
    }

    #[test]
    fn pulls_groups_apart_the_more_the_closer_to_linlog() {
        let ratios = [0.0, 0.5, 1.0].map(inside_over_between);
        assert!(ratios[0] < 0.6 && ratios[1] < ratios[0] && ratios[2] < ratios[1], "{ratios:?}");
    }

    #[test]
    fn draws_named_groups_together() {
        let graph = Graph::new(12, &(0..12).map(|node| (node, (node + 1) % 12)).collect::<Vec<_>>()).unwrap();
        let groups: Vec<u32> = (0..12).map(|node| node / 6).collect();
        let spread = |grouping: f64| {
            let mut at = stress::scatter(&graph, 4);
            force(&graph, &mut at, &groups, Forces { linlog: 0.0, grouping, rounds: 100 }, &go).unwrap();
            length(&at, 0, 5) / length(&at, 5, 6)
        };
        assert!(spread(2.0) < 0.7 * spread(0.0), "{} {}", spread(2.0), spread(0.0));
    }

    #[test]
    fn leaves_a_node_alone_and_bears_everyone_at_one_place() {
        let alone = Graph::new(1, &[]).unwrap();
        let mut at = vec![[2.0, 3.0]];
        force(&alone, &mut at, &[], Forces { linlog: 0.5, grouping: 0.0, rounds: 10 }, &go).unwrap();
        assert_eq!(at, [[2.0, 3.0]]);
        let pair = Graph::new(2, &[(0, 1)]).unwrap();
        let mut at = vec![[2.0, 3.0]; 2];
        force(&pair, &mut at, &[], Forces { linlog: 0.5, grouping: 0.0, rounds: 10 }, &go).unwrap();
        assert!(at.iter().flatten().all(|value| value.is_finite()));
    }
}
