//! Draws rings, lanes and quadrants of a folder of tables or a plain graph as SVG, with times: for looking at them.
//!
//! usage: `styles rings|lanes|quadrants FOLDER|GRAPH.txt OUT.svg [repeats [keep]]`, where the folder has organizations.csv
//! (or partners.csv) and relationships.csv; with `keep` each repeat keeps to the places of the one before

use layout::{ByKindInput, Form, Node, NodeBox, Point, Rect, RingsInput, Zone, by_kind, rings};
use std::{collections::BTreeMap, error::Error, fmt::Write, fs, ops::ControlFlow, path::Path, time::Instant};

const ASPECT: f64 = 1.4;
const COLORS: [&str; 6] = ["#5b3fbf", "#1d82cf", "#a06f00", "#c3266f", "#3a7d44", "#666"];

/// What is drawn: nodes, the number of each node's ring, lines, us.
struct Case {
    nodes: Vec<Node>,
    ring: Vec<Option<u32>>,
    edges: Vec<(usize, usize)>,
    us: Option<usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |index: usize, or: &'static str| words.get(index).map_or(or, String::as_str);
    let path = Path::new(word(1, ""));
    let mut case = if path.is_dir() { tables(path)? } else { graph(path)? };
    let mut svg = String::new();
    for _ in 0..word(3, "1").parse()? {
        let start = Instant::now();
        let places;
        (svg, places) = match word(0, "rings") {
            "rings" => draw_rings(&case, start)?,
            "lanes" => draw_kinds(&case, Form::Lanes, start)?,
            _ => draw_kinds(&case, Form::Quadrants, start)?,
        };
        if word(4, "") == "keep" {
            case.nodes.iter_mut().zip(places).for_each(|(node, at)| node.previous = Some(at));
        }
    }
    fs::write(word(2, "styles.svg"), svg)?;
    Ok(())
}

fn draw_rings(case: &Case, start: Instant) -> Result<(String, Vec<Point>), Box<dyn Error>> {
    let count = case.ring.iter().flatten().max().map_or(0, |most| *most as usize + 1);
    let mut captions = vec![NodeBox { half_width: 30.0, above: 12.0, below: 6.0 }; count];
    captions.iter_mut().take(1).for_each(|caption| *caption = NodeBox::default());
    let input = RingsInput {
        nodes: case.nodes.clone(),
        edges: case.edges.clone(),
        us: case.us,
        ring: case.ring.clone(),
        captions,
        aspect: ASPECT,
    };
    let drawn = rings(&input, &|_| ControlFlow::Continue(()))?;
    println!(
        "{:.1} ms, {} crossings, fill {:.3}, strayed {:?}",
        start.elapsed().as_secs_f64() * 1e3,
        drawn.crossings,
        drawn.fill,
        drawn.strayed
    );
    let mut under = String::new();
    for ring in &drawn.rings {
        let (rx, ry) = ring.outer;
        write!(under, r##"<ellipse rx="{rx}" ry="{ry}" fill="none" stroke="#bbb" stroke-dasharray="3 4"/>"##)?;
        let (x, y) = ring.caption;
        write!(under, r##"<text x="{x}" y="{y}" fill="#06584a">Ring {}</text>"##, ring.number)?;
    }
    drawn.outside.iter().try_for_each(|outside| frame(&mut under, outside))?;
    Ok((svg(case, &drawn.positions, &drawn.bounds, &under)?, drawn.positions))
}

fn draw_kinds(case: &Case, form: Form, start: Instant) -> Result<(String, Vec<Point>), Box<dyn Error>> {
    let input =
        ByKindInput { nodes: case.nodes.clone(), edges: case.edges.clone(), form, heading: 32.0, aspect: ASPECT };
    let drawn = by_kind(&input, &|_| ControlFlow::Continue(()))?;
    println!(
        "{:.1} ms, fill {:.3}, strayed {:?}, bounds {:?}",
        start.elapsed().as_secs_f64() * 1e3,
        drawn.fill,
        drawn.strayed,
        drawn.bounds
    );
    let mut under = String::new();
    for block in &drawn.blocks {
        frame(&mut under, &block.rect)?;
        let (x, y) = (block.rect.x + 12.0, block.rect.y + 21.0);
        write!(under, r#"<text x="{x}" y="{y}" text-anchor="start" font-weight="bold">Kind {}</text>"#, block.kind)?;
        for (name, rect) in &block.groups {
            frame(&mut under, rect)?;
            let (x, y) = (rect.x + 8.0, rect.y + 13.0);
            write!(under, r##"<text x="{x}" y="{y}" text-anchor="start" fill="#777">{}</text>"##, plain(name))?;
        }
    }
    Ok((svg(case, &drawn.positions, &drawn.bounds, &under)?, drawn.positions))
}

fn frame(svg: &mut String, Rect { x, y, w, h }: &Rect) -> std::fmt::Result {
    write!(svg, r##"<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="10" fill="#0658490a" stroke="#ccc"/>"##)
}

fn svg(case: &Case, at: &[Point], bounds: &Rect, under: &str) -> Result<String, std::fmt::Error> {
    let Rect { x, y, w, h } = *bounds;
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{} {} {} {}" font-family="sans-serif" font-size="11" text-anchor="middle"><rect x="-99999" y="-99999" width="199999" height="199999" fill="#fbfbfa"/>{under}"##,
        x - 10.0,
        y - 10.0,
        w + 20.0,
        h + 20.0
    );
    for &(a, b) in &case.edges {
        let ((x1, y1), (x2, y2)) = (at[a], at[b]);
        let color = if case.us == Some(a) || case.us == Some(b) { "#c8d6d2" } else { "#8a8f99" };
        write!(svg, r#"<path d="M{x1} {y1}L{x2} {y2}" stroke="{color}" fill="none"/>"#)?;
    }
    for (index, (node, (x, y))) in case.nodes.iter().zip(at).enumerate() {
        let color = if case.us == Some(index) { "#111" } else { COLORS[node.kind % COLORS.len()] };
        let Rect { x: left, y: top, w, h } = Rect {
            x: x - node.size.half_width,
            y: y - node.size.above,
            w: 2.0 * node.size.half_width,
            h: node.size.above + node.size.below,
        };
        write!(svg, r##"<rect x="{left}" y="{top}" width="{w}" height="{h}" fill="none" stroke="#0001"/>"##)?;
        write!(svg, r#"<circle cx="{x}" cy="{y}" r="{}" fill="{color}"/>"#, node.size.above - 4.0)?;
        write!(svg, r#"<text x="{x}" y="{}">{}</text>"#, y + node.size.below - 6.0, plain(&node.name))?;
    }
    svg.push_str("</svg>");
    Ok(svg)
}

/// Names are hostile: only letters, digits and spaces are drawn.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric() || *letter == ' ').collect()
}

fn node(index: usize, name: &str, kind: usize, group: Option<String>) -> Node {
    let half_width = (name.chars().count() as f64 * 3.2).clamp(18.0, 70.0);
    let size = NodeBox { half_width, above: 18.0, below: 34.0 };
    let key = index as u128;
    Node {
        key,
        name: name.to_owned(),
        size,
        depth: None,
        zone: Zone::Unknown,
        group,
        kind,
        pinned: None,
        previous: None,
    }
}

fn tables(folder: &Path) -> Result<Case, Box<dyn Error>> {
    let file =
        ["organizations.csv", "partners.csv"].map(|name| folder.join(name)).into_iter().find(|path| path.exists());
    let mut reader = csv::Reader::from_path(file.ok_or("no table of partners")?)?;
    let heads = reader.headers()?.clone();
    let column = |names: &[&str]| heads.iter().position(|head| names.contains(&head));
    let (name, kind) = (column(&["Name", "Partner Company"]), column(&["Kind", "Partner Type"]));
    let (tier, group) = (column(&["Tier"]), column(&["Group", "Category"]));
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut tiers: Vec<String> =
        ["1", "2", "3", "Platinum", "Gold", "Graduated", "Silver", "Incubating", "Sandbox"].map(String::from).to_vec();
    let mut case = Case { nodes: Vec::new(), ring: Vec::new(), edges: Vec::new(), us: None };
    for row in reader.records() {
        let row = row?;
        let cell = |column: Option<usize>| column.and_then(|column| row.get(column)).unwrap_or("").to_owned();
        let next = kinds.len();
        let kind = *kinds.entry(cell(kind)).or_insert(next);
        let group = Some(cell(group)).filter(|group| !group.is_empty() && group != "Member");
        case.nodes.push(node(case.nodes.len(), &cell(name), kind, group));
        let tier = cell(tier);
        if !tier.is_empty() && !tiers.contains(&tier) {
            tiers.push(tier.clone());
        }
        case.ring.push(tiers.iter().zip(1..).find(|(name, _)| **name == tier).map(|(_, place)| place));
    }
    let mut reader = csv::Reader::from_path(folder.join("relationships.csv"))?;
    let mut index: BTreeMap<String, usize> =
        case.nodes.iter().enumerate().map(|(i, node)| (node.name.clone(), i)).collect();
    for row in reader.records() {
        let row = row?;
        let mut end = |column: usize| {
            let name = row.get(column).unwrap_or("");
            *index.entry(name.to_owned()).or_insert_with(|| {
                case.nodes.push(node(case.nodes.len(), name, 5, None));
                case.ring.push(None);
                case.nodes.len() - 1
            })
        };
        case.edges.push((end(0), end(1)));
    }
    let mut degree = vec![0; case.nodes.len()];
    case.edges.iter().for_each(|&(a, b)| {
        degree[a] += 1;
        degree[b] += 1;
    });
    case.us = (0..case.nodes.len()).max_by_key(|&node| degree[node]);
    Ok(case)
}

fn graph(path: &Path) -> Result<Case, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let numbers: Vec<u32> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let count = numbers.first().copied().unwrap_or(0) as usize;
    let lines: Vec<(u32, u32)> =
        numbers.get(2..).unwrap_or(&[]).chunks_exact(2).map(|line| (line[0], line[1])).collect();
    let drawn = layout::graph::Graph::new(count, &lines)?;
    let us = (0..count).max_by_key(|&node| drawn.degree(node));
    let ring = us
        .map_or(Vec::new(), |us| drawn.hops(us).0.into_iter().map(|hops| (hops != u32::MAX).then_some(hops)).collect());
    let edges = lines.iter().map(|&(a, b)| (a as usize, b as usize)).collect();
    let nodes = (0..count).map(|index| node(index, &format!("Partner {index}"), index % 4, None)).collect();
    Ok(Case { nodes, ring, edges, us })
}
