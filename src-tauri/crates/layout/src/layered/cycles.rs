//! Which lines to turn so that no way leads back to where it began.
//!
//! Owns: strong components (Tarjan 1972) and the greedy sequence inside them (Eades, Lin, Smyth 1993). Only a line
//! that lies on a cycle is ever turned. Must not know: layers, positions.

use super::rows::Rows;
use std::{cmp::Reverse, collections::BTreeSet};

/// For each line, whether it is turned.
pub(super) fn turned(nodes: usize, lines: &[(u32, u32)]) -> Vec<bool> {
    let strong = strong_components(&Rows::new(nodes, lines.iter().copied()), nodes);
    let on_cycle = |&(a, b): &(u32, u32)| a != b && strong[a as usize] == strong[b as usize];
    let inside: Vec<(u32, u32)> = lines.iter().copied().filter(on_cycle).collect();
    let place = if inside.is_empty() { vec![0; nodes] } else { sequence(nodes, &inside) };
    lines.iter().map(|line| on_cycle(line) && place[line.0 as usize] > place[line.1 as usize]).collect()
}

/// The number of each node's strong component.
fn strong_components(next: &Rows, nodes: usize) -> Vec<u32> {
    const UNSEEN: u32 = u32::MAX;
    let (mut found, mut low, mut strong) = (vec![UNSEEN; nodes], vec![0; nodes], vec![UNSEEN; nodes]);
    let (mut open, mut path, mut count, mut components) = (Vec::new(), Vec::new(), 0, 0);
    for start in 0..nodes as u32 {
        if found[start as usize] != UNSEEN {
            continue;
        }
        path.push((start, 0));
        while let Some(&(node, tried)) = path.last() {
            let at = node as usize;
            if tried == 0 {
                (found[at], low[at]) = (count, count);
                count += 1;
                open.push(node);
            }
            if let Some(&to) = next.of(node).get(tried) {
                if let Some(step) = path.last_mut() {
                    step.1 += 1;
                }
                if found[to as usize] == UNSEEN {
                    path.push((to, 0));
                } else if strong[to as usize] == UNSEEN {
                    low[at] = low[at].min(found[to as usize]);
                }
                continue;
            }
            path.pop();
            if let Some(&(parent, _)) = path.last() {
                low[parent as usize] = low[parent as usize].min(low[at]);
            }
            if low[at] == found[at] {
                while let Some(member) = open.pop() {
                    strong[member as usize] = components;
                    if member == node {
                        break;
                    }
                }
                components += 1;
            }
        }
    }
    strong
}

/// Each node's place in a sequence that few lines run against: what only takes goes to the end, what only gives to the
/// front, and else what gives the most beyond what it takes.
fn sequence(nodes: usize, lines: &[(u32, u32)]) -> Vec<u32> {
    let next = Rows::new(nodes, lines.iter().copied());
    let previous = Rows::new(nodes, lines.iter().map(|&(a, b)| (b, a)));
    let mut gives: Vec<i64> = (0..nodes as u32).map(|node| next.of(node).len() as i64).collect();
    let mut takes: Vec<i64> = (0..nodes as u32).map(|node| previous.of(node).len() as i64).collect();
    // What only takes comes first in the queue, then what only gives, then the others by how much more they give.
    let rank = |gives: i64, takes: i64| match (gives, takes) {
        (0, _) => (0, Reverse(0)),
        (_, 0) => (1, Reverse(0)),
        _ => (2, Reverse(gives - takes)),
    };
    let mut queue: BTreeSet<_> = (0..nodes).map(|node| (rank(gives[node], takes[node]), node as u32)).collect();
    let mut place = vec![0; nodes];
    let (mut first, mut last) = (0, nodes as u32);
    while let Some(((kind, _), node)) = queue.pop_first() {
        if kind == 0 {
            last -= 1;
            place[node as usize] = last;
        } else {
            place[node as usize] = first;
            first += 1;
        }
        for (neighbors, counts_takes) in [(next.of(node), true), (previous.of(node), false)] {
            for &neighbor in neighbors {
                let at = neighbor as usize;
                if queue.remove(&(rank(gives[at], takes[at]), neighbor)) {
                    let count = if counts_takes { &mut takes[at] } else { &mut gives[at] };
                    *count -= 1;
                    queue.insert((rank(gives[at], takes[at]), neighbor));
                }
            }
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::turned;
    use crate::graph::seed::Seeded;

    fn is_acyclic(nodes: usize, lines: &[(u32, u32)]) -> bool {
        let mut takes = vec![0; nodes];
        for line in lines {
            takes[line.1 as usize] += 1;
        }
        let mut free: Vec<u32> = (0..nodes as u32).filter(|&node| takes[node as usize] == 0).collect();
        let mut seen = 0;
        while let Some(node) = free.pop() {
            seen += 1;
            for line in lines.iter().filter(|line| line.0 == node) {
                takes[line.1 as usize] -= 1;
                if takes[line.1 as usize] == 0 {
                    free.push(line.1);
                }
            }
        }
        seen == nodes
    }

    #[test]
    fn turns_few_lines_and_none_off_a_cycle() {
        for (lines, expect) in [
            (vec![(0, 1), (1, 2), (2, 0), (2, 3)], 1),
            (vec![(0, 1), (1, 2), (0, 2), (3, 0)], 0),
            (vec![(0, 1), (1, 0), (1, 2), (2, 1)], 2),
            (vec![(3, 2), (2, 1), (1, 0)], 0),
        ] {
            let turned = turned(4, &lines);
            assert_eq!(turned.iter().filter(|turned| **turned).count(), expect, "{lines:?}");
        }
    }

    #[test]
    fn leaves_no_cycle() {
        let mut seeded = Seeded::new(5);
        for nodes in 2..40 {
            let lines: Vec<(u32, u32)> = (0..3 * nodes)
                .map(|_| (seeded.below(nodes) as u32, seeded.below(nodes) as u32))
                .filter(|(a, b)| a != b)
                .collect();
            let turned = turned(nodes, &lines);
            let straight: Vec<_> =
                lines.iter().zip(&turned).map(|(&(a, b), &turned)| if turned { (b, a) } else { (a, b) }).collect();
            assert!(is_acyclic(nodes, &straight));
            // Half the lines less a sixth of the nodes is what the method promises.
            assert!(turned.iter().filter(|turned| **turned).count() <= lines.len() / 2 - nodes / 6 + 1);
        }
    }
}
