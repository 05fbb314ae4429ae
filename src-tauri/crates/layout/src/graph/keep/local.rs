//! A few nodes among many that stand still find their places.
//!
//! Owns: what a free node feels. Where forces drew the rest, a new node feels the same balance: everyone's push and its
//! lines' pull; where distances are true, it lowers the stress to the nodes up to two hops away (majorization, Gansner,
//! Koren, North 2004). A node that had a place feels new neighbors only, and little. Must not know: boxes.

use super::{
    super::{
        component::is_by_force,
        force::{length, tree::Tree},
    },
    Cancelled, Free, Graph, Options, Phase, Watch, tell,
};

/// Rounds.
pub(super) const ROUNDS: usize = 8;

/// Farthest that a new node goes in the first round, in mean lines.
const REACH: f64 = 0.5;

/// Farthest that a node one hop away ends from where it was, in mean lines.
const LEASH: f64 = 0.03;

/// Most nodes two hops away that a node looks at.
const SECOND_HOPS: usize = 200;

/// Lets the free nodes find their places.
pub(super) fn settle(
    graph: &Graph,
    at: &mut [[f64; 2]],
    free: &[Free],
    options: &Options,
    watch: Watch<'_>,
) -> Result<(), Cancelled> {
    let Some(unit) = unit(graph, at, free) else { return Ok(()) };
    part_equals(at, free, unit);
    let field = if is_by_force(graph, options) { Some(Field::new(graph, at, free)) } else { None };
    for round in 0..ROUNDS {
        tell(watch, Phase::Force, round, ROUNDS)?;
        let far = REACH * (1.0 - round as f64 / ROUNDS as f64) * unit;
        for Free { node, home } in free.iter().copied() {
            let wish = match (home, &field) {
                (Some(_), _) => toward_new(graph, at, free, node),
                (None, Some(field)) => field.wish(graph, at, node),
                (None, None) => less_stress(graph, at, node, unit),
            };
            let there = within(at[node], wish, far);
            at[node] = home.map_or(there, |home| within(home, [there[0] - home[0], there[1] - home[1]], LEASH * unit));
        }
    }
    Ok(())
}

/// The mean length of lines between nodes that stand still, or of all if there are none.
fn unit(graph: &Graph, at: &[[f64; 2]], free: &[Free]) -> Option<f64> {
    let mut moves = vec![false; at.len()];
    for free in free {
        moves[free.node] = true;
    }
    let mean = |lines: &mut dyn Iterator<Item = (u32, u32)>| {
        let (sum, count) = lines.fold((0.0, 0.0), |(sum, count), (a, b)| (sum + length(at, a, b), count + 1.0));
        (sum > 0.0).then(|| sum / count)
    };
    let still = &mut graph.lines().filter(|&(a, b)| !moves[a as usize] && !moves[b as usize]);
    mean(still).or_else(|| mean(&mut graph.lines()))
}

/// New nodes begin a hair apart from one another and from their neighbors, so that pushes have a direction.
fn part_equals(at: &mut [[f64; 2]], free: &[Free], unit: f64) {
    for (index, free) in free.iter().filter(|free| free.home.is_none()).enumerate() {
        // The golden angle gives any count of neighbors in the list different directions (Vogel 1979).
        let (sine, cosine) = libm::sincos(2.399_963 * index as f64);
        at[free.node] = [at[free.node][0] + 0.02 * unit * cosine, at[free.node][1] + 0.02 * unit * sine];
    }
}

/// Everyone's push, as everyone stood at first.
struct Field {
    tree: Tree,
    repulsion: f64,
}

impl Field {
    /// The repulsion that balances the drawing as it is: against the virial of its lines.
    fn new(graph: &Graph, at: &[[f64; 2]], free: &[Free]) -> Self {
        let masses: Vec<f64> = (0..graph.len()).map(|node| mass(graph, node)).collect();
        let mut tree = Tree::new(at.len());
        tree.sort(at, &masses);
        tree.follow(at);
        let mut is_new = vec![false; at.len()];
        free.iter().filter(|free| free.home.is_none()).for_each(|free| is_new[free.node] = true);
        let old = graph.lines().filter(|&(a, b)| !is_new[a as usize] && !is_new[b as usize]);
        let pull: f64 = old.map(|(a, b)| length(at, a, b)).map(|long| long * long).sum();
        let (total, squares) = masses.iter().fold((0.0, 0.0), |sums, mass| (sums.0 + mass, sums.1 + mass * mass));
        Self { tree, repulsion: 2.0 * pull / (total * total - squares).max(1.0) }
    }

    fn wish(&self, graph: &Graph, at: &[[f64; 2]], node: usize) -> [f64; 2] {
        let push = self.tree.push_at(at[node].map(|value| value as f32), node);
        let strength = self.repulsion * mass(graph, node);
        let pull = graph.neighbors(node).iter().fold(push.map(|push| f64::from(push) * strength), |pull, &other| {
            let other = at[other as usize];
            [pull[0] + other[0] - at[node][0], pull[1] + other[1] - at[node][1]]
        });
        pull.map(|pull| pull / mass(graph, node))
    }
}

fn mass(graph: &Graph, node: usize) -> f64 {
    graph.degree(node) as f64 + 1.0
}

/// The pull of new neighbors on a node that had a place.
fn toward_new(graph: &Graph, at: &[[f64; 2]], free: &[Free], node: usize) -> [f64; 2] {
    let is_new = |other: usize| {
        free.binary_search_by_key(&other, |free| free.node).is_ok_and(|index| free[index].home.is_none())
    };
    let beside = graph.neighbors(node).iter().map(|&other| other as usize).filter(|&other| is_new(other));
    let pull = beside
        .fold([0.0; 2], |pull, other| [pull[0] + at[other][0] - at[node][0], pull[1] + at[other][1] - at[node][1]]);
    pull.map(|pull| pull / mass(graph, node))
}

/// The way to the place of least stress to the nodes one and two hops away, were these to stay.
fn less_stress(graph: &Graph, at: &[[f64; 2]], node: usize, unit: f64) -> [f64; 2] {
    let mut sum = [0.0; 3];
    let mut add = |other: usize, hops: f64| {
        let (dx, dy) = (at[node][0] - at[other][0], at[node][1] - at[other][1]);
        let by = hops * unit / (dx * dx + dy * dy).sqrt().max(1e-9 * unit);
        let weight = 1.0 / (hops * hops);
        sum = [sum[0] + weight * (at[other][0] + by * dx), sum[1] + weight * (at[other][1] + by * dy), sum[2] + weight];
    };
    let beside = graph.neighbors(node);
    for &other in beside {
        add(other as usize, 1.0);
    }
    let second = beside.iter().flat_map(|&other| graph.neighbors(other as usize));
    let second = second.filter(|&&other| other as usize != node && beside.binary_search(&other).is_err());
    second.take(SECOND_HOPS).for_each(|&other| add(other as usize, 2.0));
    if sum[2] > 0.0 { [sum[0] / sum[2] - at[node][0], sum[1] / sum[2] - at[node][1]] } else { [0.0; 2] }
}

fn within(from: [f64; 2], wish: [f64; 2], far: f64) -> [f64; 2] {
    let long = (wish[0] * wish[0] + wish[1] * wish[1]).sqrt();
    let short = (far / long.max(1e-12)).min(1.0);
    [from[0] + short * wish[0], from[1] + short * wish[1]]
}
