//! Relationships as lines: thick and solid where strategic, thin and dashed where not.
//!
//! Owns: how a line looks and bends. Must not know: where its ends come from, how ways around others are found
//! (`layout`).

use std::collections::BTreeMap;

use domain::{Character, OrganizationId};

use super::face::{Face, RING_US, is_crowded};
use super::{Arrangement, Backdrop, MapInput, MapLine, badges};
use crate::{Change, Item, Paint, Stroke, shape};

/// More partners than this and the spokes that carry least wait for hover and selection.
const SPOKES_MAX: usize = 30;
/// How far lines between partners and parallel lines bow, in parts of their length.
const BOW: f32 = 0.12;
const BOW_APART: f32 = 0.16;
/// Lines that are led around others turn softly, but keep off the corners they turn at.
const CORNER: f32 = 5.0;
/// Between parallel lines that are led the same way around.
const APART: f32 = 3.0;
/// What is no longer there.
const GONE: f32 = 0.45;

struct End<'a> {
    name: &'a str,
    at: [f32; 2],
    reach: f32,
    us: bool,
    /// In a tray, whose lines would only cross the map.
    waits: bool,
}

/// All lines, the quiet ones first.
pub(super) fn lines(input: &MapInput, faces: &[Face], places: &Arrangement) -> Vec<Item> {
    let ends = ends(input, faces, places);
    let parallel = parallel(input);
    let routes = routes(input, faces, places);
    let in_lanes = matches!(places.backdrop, Backdrop::Lanes(_));
    // On paper thin spokes are drawn, but no page can show the lines of a crowd.
    let large = input.quiet && input.nodes.len() > SPOKES_MAX + 1;
    let crowded = is_crowded(faces);
    let mut items: Vec<(bool, u8, Item)> = input
        .lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| {
            let (from, to) = (ends.get(&line.from)?, ends.get(&line.to)?);
            let spoke = from.us || to.us;
            let quiet = from.waits || to.waits || is_light(line, spoke, large, crowded);
            let quiet = quiet && line.change.is_none();
            let (place, count) = parallel[index];
            let bow = bow(line, from, to, (place, count), in_lanes);
            let around = routes.get(index).filter(|route| !route.is_empty());
            let bends = around.map_or(Bends::Bow(bow), |route| Bends::Around(shifted(route, (place, count))));
            let item = path(line, from, to, bends, spoke, quiet);
            let item = if input.quiet { item } else { titled(item, line, from, to) };
            Some((!quiet, rank(line.character), item))
        })
        .collect();
    items.sort_by_key(|(loud, rank, _)| (*loud, *rank));
    items.into_iter().map(|(_, _, item)| item).collect()
}

fn ends<'a>(input: &'a MapInput, faces: &[Face], places: &Arrangement) -> BTreeMap<OrganizationId, End<'a>> {
    let nodes = input.nodes.iter().zip(faces).zip(&places.positions);
    nodes
        .map(|((node, face), (x, y))| {
            let (above, below, side) = shape::reach(face.shape, face.r);
            let reach = if node.us { RING_US } else { (above + below + 2.0 * side) / 4.0 };
            let waits = face.in_tray || face.in_field;
            (node.id, End { name: &node.name, at: [*x as f32, *y as f32], reach: reach + 3.0, us: node.us, waits })
        })
        .collect()
}

/// How each line goes around others, where nodes stand in lanes; nothing in other styles.
fn routes(input: &MapInput, faces: &[Face], places: &Arrangement) -> Vec<layout::Route> {
    let Backdrop::Lanes(lanes) = &places.backdrop else { return Vec::new() };
    let index: BTreeMap<OrganizationId, usize> =
        input.nodes.iter().enumerate().map(|(index, node)| (node.id, index)).collect();
    let node = |id: &OrganizationId| index.get(id).copied().unwrap_or(usize::MAX);
    let pairs: Vec<(usize, usize)> = input.lines.iter().map(|line| (node(&line.from), node(&line.to))).collect();
    let sizes: Vec<layout::NodeBox> = faces.iter().map(|face| face.size).collect();
    let radii: Vec<f64> = faces.iter().map(|face| f64::from(face.r)).collect();
    let lanes: Vec<layout::Rect> = lanes.iter().map(|lane| lane.rect).collect();
    let positions = &places.positions[..];
    layout::routes(&layout::RoutesInput { lanes: &lanes, positions, sizes: &sizes, radii: &radii, lines: &pairs })
}

/// The bends of one of several parallel lines, to the nearest half of a unit: nobody sees more of them.
fn shifted(route: &layout::Route, (place, count): (usize, usize)) -> Vec<[f32; 2]> {
    let by = APART * (place as f32 - (count - 1) as f32 / 2.0);
    let half = |value: f64| ((value as f32 + by) * 2.0).round() / 2.0;
    route.iter().map(|&(x, y)| [half(x), half(y)]).collect()
}

/// For each line, its place among those that join the same two, and how many those are.
fn parallel(input: &MapInput) -> Vec<(usize, usize)> {
    let pair = |line: &MapLine| (line.from.min(line.to), line.from.max(line.to));
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    let places: Vec<usize> = input
        .lines
        .iter()
        .map(|line| {
            let count = counts.entry(pair(line)).or_default();
            *count += 1;
            *count - 1
        })
        .collect();
    input.lines.iter().zip(places).map(|(line, place)| (place, counts[&pair(line)])).collect()
}

/// Does a line carry so little that it waits for hover and selection? Strategic spokes never do.
fn is_light(line: &MapLine, spoke: bool, large: bool, crowded: bool) -> bool {
    let thin = matches!(line.character, Character::Transactional | Character::Unknown);
    (large && thin && spoke) || (crowded && !(spoke && line.character == Character::Strategic))
}

fn rank(character: Character) -> u8 {
    match character {
        Character::Unknown => 0,
        Character::Transactional => 1,
        Character::Ecotone => 2,
        Character::Strategic => 3,
    }
}

/// How far the line bows to the side that is left of its lesser end's view, in parts of its length.
fn bow(line: &MapLine, from: &End<'_>, to: &End<'_>, (place, count): (usize, usize), in_lanes: bool) -> f32 {
    if count > 1 {
        let turned = if line.from < line.to { 1.0 } else { -1.0 };
        return turned * BOW_APART * (place as f32 - (count - 1) as f32 / 2.0);
    }
    if from.us || to.us || in_lanes {
        return 0.0;
    }
    // Away from us, so that lines between partners go round the center.
    let middle = [f32::midpoint(from.at[0], to.at[0]), f32::midpoint(from.at[1], to.at[1])];
    let normal = [from.at[1] - to.at[1], to.at[0] - from.at[0]];
    if normal[0] * middle[0] + normal[1] * middle[1] < 0.0 { -BOW } else { BOW }
}

/// How a line leaves the straight way.
enum Bends {
    /// To one side, in parts of its length.
    Bow(f32),
    /// Around others.
    Around(Vec<[f32; 2]>),
}

fn path(line: &MapLine, from: &End<'_>, to: &End<'_>, bends: Bends, spoke: bool, quiet: bool) -> Item {
    let (bow, around) = match bends {
        Bends::Bow(bow) => (bow, Vec::new()),
        Bends::Around(points) => (0.0, points),
    };
    let (dx, dy) = (to.at[0] - from.at[0], to.at[1] - from.at[1]);
    let middle = [f32::midpoint(from.at[0], to.at[0]), f32::midpoint(from.at[1], to.at[1])];
    // A control point lies twice as far out as the curve reaches.
    let bend = (bow != 0.0).then(|| [middle[0] - dy * bow * 2.0, middle[1] + dx * bow * 2.0]);
    let mut stroke = stroke(line, spoke);
    let change = line.change.map(|change| badges::line_change(change, stroke.width));
    if line.change == Some(Change::Gone) {
        stroke.paint.opacity *= GONE;
    }
    Item::Path {
        id: Some(format!("relationship:{}", line.id)),
        corner: (!around.is_empty()).then_some(CORNER),
        points: [from.at].into_iter().chain(around).chain([to.at]).collect(),
        bend,
        fill: None,
        stroke: Some(stroke),
        arrow: !line.symmetric,
        trim: [from.reach, to.reach],
        quiet,
        title: None,
        change,
    }
}

/// On paper a line can say what it is; the screen has words for it elsewhere.
fn titled(mut item: Item, line: &MapLine, from: &End<'_>, to: &End<'_>) -> Item {
    if let (Item::Path { title, .. }, Some(reading)) = (&mut item, &line.reading) {
        *title = Some(format!("{} {reading} {}", from.name, to.name));
    }
    item
}

fn stroke(line: &MapLine, spoke: bool) -> Stroke {
    let color = |own: &'static str| if spoke { own } else { "edge-partner" };
    let weight = f32::from(line.weight.unwrap_or(3).clamp(1, 5) - 1) / 4.0;
    let thick = if spoke { 2.0 + 3.0 * weight } else { 1.5 + weight };
    let (paint, width, dash): (_, _, &[f32]) = match line.character {
        Character::Strategic => {
            (Paint::plain(color("edge-strategy")).faded(if spoke { 0.9 } else { 0.75 }), thick, &[])
        }
        Character::Ecotone => (Paint::plain(color("ecotone")).faded(0.7), 1.9, &[10.0, 4.0]),
        Character::Transactional => (Paint::plain(color("edge-tactic")).faded(0.75), 1.25, &[3.0, 4.0]),
        Character::Unknown => (Paint::plain("edge-partner").faded(0.6), 1.25, &[]),
    };
    Stroke { paint, width, dash: dash.to_vec() }
}
