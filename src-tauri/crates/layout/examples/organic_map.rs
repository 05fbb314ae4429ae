//! Lays out an ecosystem with us in the center and prints what the map is like: for trying the organic style on real
//! and made-up ecosystems.
//!
//! usage: `organic_map FOLDER|made:NODES:SEED [OUT.svg]`; FOLDER has partners.csv or organizations.csv, and
//! relationships.csv. Depths are drawn by a fixed rule from the names.

#![allow(clippy::cast_possible_truncation, reason = "counts of a trial")]

use layout::{Node, NodeBox, OrganicInput, Point, Zone, organic};
use std::{collections::BTreeMap, error::Error, fmt::Write as _, fs, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let source = words.first().map_or("", String::as_str);
    let input = match source.strip_prefix("made:").and_then(|made| made.split_once(':')) {
        Some((nodes, seed)) => made(nodes.parse()?, seed.parse()?),
        None => read(source)?,
    };
    let begin = Instant::now();
    let places = organic(&input);
    let took = begin.elapsed().as_secs_f64() * 1e3;
    let zoned = |index: usize| !matches!(input.nodes[index].zone, Zone::Us | Zone::Unknown | Zone::Unlinked);
    let lines: Vec<_> = input.edges.iter().copied().filter(|&(a, b)| zoned(a) && zoned(b)).collect();
    let long: f64 = lines.iter().map(|&(a, b)| far(places.positions[a], places.positions[b])).sum();
    println!(
        "{} nodes, {} lines between partners: {took:.1} ms, mean line {:.0} of height {:.0}, crossings {:.2} %, purity {:.2}, fill {:.3}",
        input.nodes.len(),
        lines.len(),
        long / lines.len().max(1) as f64,
        places.bounds.h,
        crossings(&lines, &places.positions),
        purity(&input, &places.positions),
        places.fill
    );
    if let Some(out) = words.get(1) {
        fs::write(out, svg(&input, &places))?;
    }
    Ok(())
}

fn far(a: Point, b: Point) -> f64 {
    libm::hypot(a.0 - b.0, a.1 - b.1)
}

fn crossings(lines: &[(usize, usize)], at: &[Point]) -> f64 {
    let side = |a: Point, b: Point, c: Point| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    let (mut found, mut all) = (0_usize, 0_usize);
    for (index, &(a, b)) in lines.iter().enumerate() {
        for &(c, d) in lines[index + 1..].iter().filter(|&&(c, d)| a != c && a != d && b != c && b != d) {
            all += 1;
            let [a, b, c, d] = [a, b, c, d].map(|node| at[node]);
            found += usize::from(side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0);
        }
    }
    100.0 * found as f64 / all.max(1) as f64
}

fn purity(input: &OrganicInput, at: &[Point]) -> f64 {
    let members: Vec<usize> =
        (0..at.len()).filter(|&i| input.nodes[i].group.is_some() && input.nodes[i].depth.is_some()).collect();
    let near = |&one: &usize| {
        let mut others: Vec<usize> = members.iter().copied().filter(|&other| other != one).collect();
        others.sort_by(|&a, &b| far(at[one], at[a]).total_cmp(&far(at[one], at[b])));
        others.truncate(4);
        others.iter().filter(|&&other| input.nodes[other].group == input.nodes[one].group).count() as f64
            / others.len().max(1) as f64
    };
    members.iter().map(near).sum::<f64>() / members.len().max(1) as f64
}

fn node(key: u128, name: &str, us: bool, chance: u64, group: Option<String>, kind: usize, many: bool) -> Node {
    let depth = (chance % 1000) as f64 / 200.0;
    let zone = match depth {
        _ if us => Zone::Us,
        _ if (chance / 1000).is_multiple_of(10) => Zone::Unknown,
        depth if depth < 2.0 => Zone::Transactional,
        depth if depth < 3.0 => Zone::Ecotone,
        _ => Zone::Strategic,
    };
    let size = if many {
        NodeBox { half_width: 12.0, above: 12.0, below: 12.0 }
    } else {
        NodeBox { half_width: (name.chars().count() as f64 * 3.2).clamp(18.0, 62.0), above: 17.0, below: 36.0 }
    };
    let depth = (zone != Zone::Unknown).then_some(if us { 5.0 } else { depth });
    Node { key, name: name.into(), size, depth, zone, group, kind, pinned: None, previous: None }
}

/// Golden-ratio hashing: the same chance for the same number.
fn chance(of: u64) -> u64 {
    let mut mixed = of.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^ (mixed >> 27)
}

fn of(nodes: Vec<Node>, edges: Vec<(usize, usize)>) -> OrganicInput {
    let captions = [NodeBox { half_width: 70.0, above: 12.0, below: 20.0 }; 3];
    OrganicInput { nodes, edges, bounds: (2.0, 3.0), aspect: 1.45, captions, ..OrganicInput::default() }
}

fn made(nodes: u64, seed: u64) -> OrganicInput {
    let rolls = |node: u64, salt: u64| chance(node ^ (seed << 32) ^ (salt << 50));
    let group = |node: u64| rolls(node, 1) % 7;
    let list = (0..nodes).map(|index| {
        let name = "A partner's name".chars().take(4 + (rolls(index, 2) % 12) as usize).collect::<String>();
        let named = (group(index) < 5).then(|| format!("group {}", group(index)));
        node(u128::from(index), &name, index == 0, rolls(index, 3), named, (group(index) % 4) as usize, nodes > 300)
    });
    let line = |index: u64| {
        let from = 1 + rolls(index, 4) % (nodes - 1);
        let near = (0..20).map(|salt| 1 + rolls(index * 31 + salt, 5) % (nodes - 1));
        let to = near.clone().find(|&to| to != from && group(to) == group(from)).or_else(|| near.clone().next_back());
        let any = 1 + rolls(index, 6) % (nodes - 1);
        (from as usize, if rolls(index, 7).is_multiple_of(5) { any } else { to.unwrap_or(any) } as usize)
    };
    let spokes = (1..nodes as usize).map(|node| (0, node));
    of(list.collect(), spokes.chain((0..nodes).map(line)).collect())
}

fn read(folder: &str) -> Result<OrganicInput, Box<dyn Error>> {
    let partners = ["partners.csv", "organizations.csv"].map(|name| format!("{folder}/{name}"));
    let path = partners.iter().find(|path| fs::exists(path).unwrap_or(false)).ok_or("no partners.csv")?;
    let mut rows = csv::Reader::from_path(path)?;
    let heads = rows.headers()?.clone();
    let column = |name: &str| heads.iter().position(|head| head == name);
    let rows: Vec<csv::StringRecord> = rows.records().collect::<Result<_, _>>()?;
    let us = column("Partner Type").is_some();
    let mut kinds = BTreeMap::new();
    let mut nodes = Vec::new();
    if !us {
        nodes.push(node(0, "Us", true, 0, None, 0, false));
    }
    for row in &rows {
        let key = nodes.len() as u128;
        let next = kinds.len();
        let kind = *kinds.entry(row[if us { 2 } else { 1 }].to_owned()).or_insert(next);
        let group = column("Group").map(|at| row[at].to_owned()).filter(|group| !group.is_empty());
        let roll = chance(row[0].bytes().fold(7, |sum, byte| sum * 31 % 1_000_003 + u64::from(byte)));
        nodes.push(node(key, &row[0], us && nodes.is_empty(), roll, group, kind, rows.len() > 300));
    }
    let names: BTreeMap<String, usize> =
        nodes.iter().zip(0..).map(|(node, index)| (node.name.clone(), index)).collect();
    let mut edges = Vec::new();
    for row in csv::Reader::from_path(format!("{folder}/relationships.csv"))?.records() {
        let row = row?;
        let end = |name: &str| names.get(name).copied().unwrap_or(0);
        edges.push((end(&row[0]), end(&row[1])));
    }
    Ok(of(nodes, edges))
}

fn svg(input: &OrganicInput, places: &layout::Organic) -> String {
    let b = places.bounds;
    let mut out = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='{} {} {} {}' font-size='11' font-family='sans-serif'>",
        b.x, b.y, b.w, b.h
    );
    for (rx, ry) in [places.zones.rim, places.zones.ecotone, places.zones.core] {
        let _ = write!(out, "<ellipse rx='{rx}' ry='{ry}' fill='#0a60' fill-opacity='.05' stroke='#ccc'/>");
    }
    for &(a, c) in input.edges.iter().filter(|&&(a, b)| a != 0 && b != 0) {
        let (a, c) = (places.positions[a], places.positions[c]);
        let _ =
            write!(out, "<line x1='{}' y1='{}' x2='{}' y2='{}' stroke='#999' stroke-width='.7'/>", a.0, a.1, c.0, c.1);
    }
    let mut names: Vec<&str> = input.nodes.iter().filter_map(|node| node.group.as_deref()).collect();
    names.sort_unstable();
    names.dedup();
    for (node, &(x, y)) in input.nodes.iter().zip(&places.positions) {
        let group = node.group.as_deref().and_then(|group| names.iter().position(|name| *name == group));
        let hue = group.map_or(0, |group| group * 360 / names.len().max(1) + 1);
        let fill = if group.is_some() { format!("hsl({hue} 60% 60%)") } else { "#bbb".into() };
        let s = node.size;
        let _ = write!(
            out,
            "<rect x='{}' y='{}' width='{}' height='{}' fill='{fill}' fill-opacity='.25'/><circle cx='{x}' cy='{y}' r='{}' fill='{fill}'/>",
            x - s.half_width,
            y - s.above,
            2.0 * s.half_width,
            s.above + s.below,
            s.above - 2.0
        );
    }
    out.push_str("</svg>");
    out
}
