//! Communities by Leiden (Traag, Waltman and van Eck 2019) for modularity (Newman and Girvan 2004).

use super::gains::{move_nodes, refine};
use super::network::Network;
use super::partition::{Partition, Weighted};
use super::shuffle::Shuffle;

/// Who belongs together.
#[derive(Clone, Debug, PartialEq)]
pub struct Communities {
    /// The community of each node, numbered from 0: the largest first, of equal ones that with the smallest node.
    pub of_node: Vec<u32>,
    /// How many communities there are.
    pub count: u32,
    /// How much denser they are inside than chance would make them.
    pub modularity: f64,
}

/// Rounds without a gain worth the time after which the search ends. Each takes the nodes in another order.
const IDLE_ROUNDS: u32 = 2;

/// The least gain in modularity that is worth another round; long, thin networks gain less than this for very long.
const LEAST_GAIN: f64 = 1e-5;

/// Groups the nodes so that modularity is high, whatever the direction of lines. Each community hangs together. The
/// same seed gives the same communities.
pub fn communities(network: &Network, seed: u64) -> Communities {
    let weighted = Weighted::new(network);
    let mut shuffle = Shuffle::new(seed);
    let mut found = Partition::alone(weighted.node_count());
    let mut best = f64::NEG_INFINITY;
    let mut idle = 0;
    while idle < IDLE_ROUNDS {
        let next = round(&weighted, found.clone(), &mut shuffle);
        let reached = modularity(network, &next.groups);
        idle = if reached > best + LEAST_GAIN { 0 } else { idle + 1 };
        if reached > best {
            (found, best) = (next, reached);
        }
    }
    by_size(&mut found);
    let count = found.groups.iter().max().map_or(0, |&last| last + 1);
    Communities { of_node: found.groups, count, modularity: best }
}

/// `Σ (inside/m − (strength/2m)²)` over the groups, lines read as undirected; 0 without lines. `groups` names the
/// group of each node by any number below the number of nodes; a larger one counts as a group of nobody else.
pub fn modularity(network: &Network, groups: &[u32]) -> f64 {
    let weighted = Weighted::new(network);
    let group_of = |node: usize| groups.get(node).copied().filter(|&group| (group as usize) < weighted.node_count());
    let mut strengths = vec![0_i64; weighted.node_count()];
    let (mut inside, mut lone) = (0_i64, 0_i128);
    for (node, &strength) in weighted.strengths.iter().enumerate() {
        let Some(group) = group_of(node) else {
            lone += i128::from(strength) * i128::from(strength);
            continue;
        };
        strengths[group as usize] += strength;
        let within = weighted.of(node as u32).iter().filter(|&&(next, _)| group_of(next as usize) == Some(group));
        inside += within.map(|&(_, weight)| weight).sum::<i64>();
    }
    if weighted.total == 0 {
        return 0.0;
    }
    let expected = strengths.iter().map(|&sum| i128::from(sum) * i128::from(sum)).sum::<i128>() + lone;
    let total = i128::from(weighted.total);
    (i128::from(inside) * total - expected) as f64 / (total * total) as f64
}

/// One iteration of Leiden: moving, refining and joining until nothing moves.
fn round(weighted: &Weighted, start: Partition, shuffle: &mut Shuffle) -> Partition {
    let mut found = start;
    move_nodes(weighted, &mut found, shuffle);
    // The part of each node, and the network of the parts, one level after the other.
    let mut parts = Partition::alone(weighted.node_count());
    let mut level: Option<Weighted> = None;
    let mut groups = found;
    loop {
        let here = level.as_ref().unwrap_or(weighted);
        groups.renumber();
        let mut refined = refine(here, &groups, shuffle);
        let count = refined.renumber();
        if count == here.node_count() {
            break;
        }
        let joined = here.joined(&refined);
        let mut above = Partition { groups: vec![0; count] };
        for (&part, &group) in refined.groups.iter().zip(&groups.groups) {
            above.groups[part as usize] = group;
        }
        parts.groups.iter_mut().for_each(|part| *part = refined.groups[*part as usize]);
        groups = above;
        move_nodes(&joined, &mut groups, shuffle);
        level = Some(joined);
    }
    Partition { groups: parts.groups.iter().map(|&part| groups.groups[part as usize]).collect() }
}

fn by_size(partition: &mut Partition) {
    partition.renumber();
    let members = partition.members();
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|&group| std::cmp::Reverse(members[group].len()));
    for (rank, group) in order.into_iter().enumerate() {
        members[group].iter().for_each(|&node| partition.groups[node as usize] = rank as u32);
    }
}
