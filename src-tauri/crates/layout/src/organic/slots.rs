//! The angle of each organization: kinds stand together, groups inside them, members spread over their group's sector.
//!
//! Owns: angles. Must not know: how far out a node lies or what is in its way.

use std::collections::BTreeMap;
use std::f64::consts::PI;

use crate::{GAP, Node, Zone, Zones};

/// Brands begin at the right, a little below the middle; the next kinds follow against the clock, which puts technology
/// at the top, resellers left and affiliates at the foot.
const FIRST: f64 = 20.0 / 180.0 * PI;
/// Members of a group stand this many box widths apart, if their sector has the room.
const SPREAD: f64 = 1.45;

const PLACED: [Zone; 3] = [Zone::Strategic, Zone::Ecotone, Zone::Transactional];

/// One angle for each node; those that no zone holds get 0.
pub(crate) fn angles(nodes: &[Node], zones: &Zones) -> Vec<f64> {
    let clusters = clusters(nodes);
    let first_kind = clusters.first().map(|cluster| cluster.kind);
    let mut angles = vec![0.0; nodes.len()];
    for (share, zone) in shares(nodes, &clusters).into_iter().zip(PLACED) {
        let first = clusters.iter().zip(&share).filter(|(cluster, _)| Some(cluster.kind) == first_kind);
        let mut begin = FIRST + first.map(|(_, share)| share).sum::<f64>() * PI;
        for (cluster, share) in clusters.iter().zip(&share) {
            let width = share * 2.0 * PI;
            spread(nodes, cluster, zone, zones, (begin, width), &mut angles);
            begin -= width;
        }
    }
    angles
}

struct Cluster {
    kind: usize,
    grouped: bool,
    members: Vec<usize>,
}

/// Groups, and the ungrouped of each kind, in the order of kinds (a group's kind is its commonest) and names.
fn clusters(nodes: &[Node]) -> Vec<Cluster> {
    let mut by_name: BTreeMap<(Option<&str>, usize), Vec<usize>> = BTreeMap::new();
    for (index, node) in nodes.iter().enumerate().filter(|(_, node)| PLACED.contains(&node.zone)) {
        let group = node.group.as_deref();
        by_name.entry((group, if group.is_some() { 0 } else { node.kind })).or_default().push(index);
    }
    let mut clusters: Vec<(usize, Option<&str>, Cluster)> = by_name
        .into_iter()
        .map(|((group, _), mut members)| {
            members.sort_by_key(|&index| nodes[index].key);
            let kind = commonest(members.iter().map(|&index| nodes[index].kind));
            (kind, group, Cluster { kind, grouped: group.is_some(), members })
        })
        .collect();
    clusters.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    clusters.into_iter().map(|(_, _, cluster)| cluster).collect()
}

fn commonest(kinds: impl Iterator<Item = usize>) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for kind in kinds {
        *counts.entry(kind).or_default() += 1;
    }
    counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0))).map_or(0, |(kind, _)| kind)
}

/// Each cluster's part of the circle in each zone: half what it needs in that zone, so that no side of it is crowded,
/// half what it needs on average, so that a group stands in one direction.
fn shares(nodes: &[Node], clusters: &[Cluster]) -> [Vec<f64>; 3] {
    let needs = PLACED.map(|zone| {
        let need = |cluster: &Cluster| members(nodes, cluster, zone).map(|index| width(&nodes[index])).sum();
        parts(clusters.iter().map(need).collect())
    });
    let mean = parts((0..clusters.len()).map(|cluster| needs.iter().map(|need| need[cluster]).sum()).collect());
    needs.map(|need| {
        let own = if need.iter().sum::<f64>() > 0.0 { &need } else { &mean };
        own.iter().zip(&mean).map(|(own, mean)| f64::midpoint(*own, *mean)).collect()
    })
}

/// Each as a part of their sum.
fn parts(amounts: Vec<f64>) -> Vec<f64> {
    let sum: f64 = amounts.iter().sum();
    if sum > 0.0 { amounts.into_iter().map(|amount| amount / sum).collect() } else { amounts }
}

fn spread(nodes: &[Node], cluster: &Cluster, zone: Zone, zones: &Zones, sector: (f64, f64), angles: &mut [f64]) {
    let need: f64 = members(nodes, cluster, zone).map(|index| width(&nodes[index])).sum();
    if need <= 0.0 {
        return;
    }
    let (begin, width_of_sector) = sector;
    let part = if zone == Zone::Strategic { 0.75 } else { 0.5 };
    let (x, y) = zones.point(zone, begin - width_of_sector / 2.0, part);
    let reach = libm::hypot(x, y).max(1.0);
    let used = if cluster.grouped { width_of_sector.min(need * SPREAD / reach) } else { width_of_sector };
    let mut at = begin - (width_of_sector - used) / 2.0;
    for index in members(nodes, cluster, zone) {
        let part = used * width(&nodes[index]) / need;
        angles[index] = at - part / 2.0;
        at -= part;
    }
}

fn members<'a>(nodes: &'a [Node], cluster: &'a Cluster, zone: Zone) -> impl Iterator<Item = usize> + 'a {
    cluster.members.iter().copied().filter(move |&index| nodes[index].zone == zone)
}

fn width(node: &Node) -> f64 {
    2.0 * node.size.half_width + GAP
}
