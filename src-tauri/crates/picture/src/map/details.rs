//! The map in parts, for paper: where a page is too small for every name, each part shows some of the organizations with
//! all of their names.
//!
//! Owns: who comes on which part. Must not know: pages, or how many there are of them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::svg::{SvgOptions, left_out};
use crate::{DisplayList, Item, Rect};

/// Around a part, in pixels: names may be written larger than they were measured.
const MARGIN: f32 = 26.0;
/// How often the room of a part is worked out anew.
const ROUNDS: usize = 8;

/// Divides a map until every name fits on its part, at most into `most` parts: where these are too few, the part that
/// leaves out most names is divided first. `size` answers how large a picture of these bounds is written; names are
/// `min_text` at least. A map whose names all fit has no parts.
pub fn details(list: &DisplayList, size: &dyn Fn(Rect) -> [f32; 2], min_text: f32, most: usize) -> Vec<DisplayList> {
    let nodes: Vec<(&str, [f32; 2])> = list.items.iter().filter_map(node).collect();
    let drawn = |members: Vec<usize>| {
        let part = part(list, &nodes, &members, size);
        let [width, height] = size(part.bounds);
        let options = SvgOptions { width: Some(width), height: Some(height), min_text, ..SvgOptions::default() };
        // Nobody stands alone and without a name.
        let unnamed = if members.len() > 1 { left_out(&part, &options).len() } else { 0 };
        (members, unnamed, part)
    };
    let mut parts = vec![drawn((0..nodes.len()).collect())];
    while parts.len() < most {
        let worst = parts.iter().enumerate().max_by_key(|(place, (_, unnamed, _))| (*unnamed, Reverse(*place)));
        let Some(place) = worst.filter(|(_, (_, unnamed, _))| *unnamed > 0).map(|(place, _)| place) else { break };
        let (members, ..) = parts.remove(place);
        // Both stay where they were whole, so that pages follow each other as neighbors do.
        let [first, second] = halves(&nodes, &members, size).map(drawn);
        parts.splice(place..place, [first, second]);
    }
    if parts.len() < 2 {
        return Vec::new();
    }
    parts.into_iter().map(|(_, _, part)| part).collect()
}

/// Who is shown on a part, in the order of the list.
pub fn names(part: &DisplayList) -> Vec<&str> {
    part.items
        .iter()
        .filter_map(|item| if let Item::Node { name, .. } = item { Some(name.as_str()) } else { None })
        .collect()
}

fn node(item: &Item) -> Option<(&str, [f32; 2])> {
    if let Item::Node { id, at, .. } = item { Some((id, *at)) } else { None }
}

/// Two halves of the same number, one beside the other or one above the other: whichever are shown larger.
fn halves(nodes: &[(&str, [f32; 2])], members: &[usize], size: &dyn Fn(Rect) -> [f32; 2]) -> [Vec<usize>; 2] {
    // The words beside a node are wider than high, so that rows are left whole where both ways are alike.
    let ways = [1, 0].map(|axis| {
        let mut first = members.to_vec();
        first.sort_by(|a, b| nodes[*a].1[axis].total_cmp(&nodes[*b].1[axis]).then(a.cmp(b)));
        let second = first.split_off(first.len() / 2);
        [first, second]
    });
    let shown = |half: &Vec<usize>| {
        let points = half.iter().map(|member| nodes[*member].1).map(|[x, y]| Rect { x, y, w: 0.0, h: 0.0 });
        let room = points.reduce(|all, point| all.with(&point)).map(|all| grown(&all, MARGIN / 2.0));
        room.map_or(0.0, |room| size(room)[0] / room.w)
    };
    let [rows, columns] = ways;
    let least = |way: &[Vec<usize>; 2]| shown(&way[0]).min(shown(&way[1]));
    if least(&columns) > least(&rows) * 1.1 { columns } else { rows }
}

/// The organizations of `members` with their names, the lines that reach them, and the ground under them.
fn part(
    list: &DisplayList,
    nodes: &[(&str, [f32; 2])],
    members: &[usize],
    size: &dyn Fn(Rect) -> [f32; 2],
) -> DisplayList {
    let shown: BTreeSet<&str> = members.iter().map(|member| nodes[*member].0).collect();
    let places: BTreeMap<[u32; 2], &str> = nodes.iter().map(|(id, at)| (at.map(f32::to_bits), *id)).collect();
    let reaches = |end: Option<&[f32; 2]>| {
        end.and_then(|at| places.get(&at.map(f32::to_bits))).is_some_and(|id| shown.contains(id))
    };
    let own = |item: &Item| match item {
        Item::Node { id, .. } | Item::Label { id: Some(id), .. } => shown.contains(id.as_str()),
        _ => false,
    };
    let of_members: Vec<&Item> = list.items.iter().filter(|item| own(item)).collect();
    let (bounds, zoom) = room(&of_members, size).unwrap_or((list.bounds, 1.0));
    let within = |rect: &Rect| {
        rect.x >= bounds.x
            && rect.y >= bounds.y
            && rect.x + rect.w <= bounds.x + bounds.w
            && rect.y + rect.h <= bounds.y + bounds.h
    };
    let keep = |item: &&Item| match item {
        Item::Node { .. } | Item::Label { id: Some(_), .. } => own(item),
        // What is drawn around an organization goes with it.
        Item::Mark { at, .. } => reaches(Some(at)),
        Item::Path { id: Some(_), points, .. } => reaches(points.first()) || reaches(points.last()),
        // The ground's own words may stand where this part is full.
        Item::Label { id: None, .. } => area(item, zoom).is_some_and(|area| within(&area) && members.len() > 6),
        _ => true,
    };
    let mut items: Vec<Item> = list.items.iter().filter(keep).cloned().collect();
    for item in &mut items {
        // A page cannot be zoomed: what would wait for that stands wherever it fits.
        if let Item::Label { id: Some(_), from_scale, .. } = item {
            *from_scale = 0.0;
        }
    }
    DisplayList { bounds, items, ..list.clone() }
}

/// What shapes and names need, and how large they are shown in it. The larger a part is shown, the less of it words cover:
/// they keep their size.
fn room(items: &[&Item], size: &dyn Fn(Rect) -> [f32; 2]) -> Option<(Rect, f32)> {
    let mut zoom = 1.0_f32;
    let mut room = None;
    // Each time a little less is needed than was thought, so that it never becomes too small.
    for _ in 0..ROUNDS {
        let areas = items.iter().filter_map(|item| area(item, zoom));
        let bounds = grown(&areas.reduce(|all, area| all.with(&area))?, MARGIN / zoom);
        room = Some((bounds, zoom));
        zoom = (size(bounds)[0] / bounds.w.max(1.0)).max(zoom);
    }
    room
}

/// What of the map an item covers that is shown `zoom` times as large.
fn area(item: &Item, zoom: f32) -> Option<Rect> {
    match item {
        Item::Node { at, r, .. } => {
            let r = r / zoom;
            Some(Rect { x: at[0] - r, y: at[1] - r, w: 2.0 * r, h: 2.0 * r })
        }
        Item::Label { at, .. } => {
            let whole = item.label_area()?;
            let (x, y) = (at[0] + (whole.x - at[0]) / zoom, at[1] + (whole.y - at[1]) / zoom);
            Some(Rect { x, y, w: whole.w / zoom, h: whole.h / zoom })
        }
        _ => None,
    }
}

fn grown(rect: &Rect, by: f32) -> Rect {
    Rect { x: rect.x - by, y: rect.y - by, w: rect.w + 2.0 * by, h: rect.h + 2.0 * by }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Align;
    use crate::{Paint, Stroke};

    /// A row of organizations whose names are wider than the room between them, each related to the next.
    fn crowded(count: usize) -> DisplayList {
        let ink = Paint::plain("ink");
        let stroke = Stroke { paint: ink.clone(), width: 1.0, dash: Vec::new() };
        let mut items = Vec::new();
        for at in 0..count {
            let point = [at as f32 * 24.0, (at % 3) as f32 * 40.0];
            let id = format!("organization:{at}");
            items.push(Item::Path {
                id: Some(format!("relationship:{at}")),
                points: vec![point, [(at + 1) as f32 * 24.0, ((at + 1) % 3) as f32 * 40.0]],
                bend: None,
                corner: None,
                fill: None,
                stroke: Some(stroke.clone()),
                arrow: false,
                trim: [0.0; 2],
                quiet: false,
                title: None,
                change: None,
            });
            items.push(Item::Node {
                id: id.clone(),
                name: format!("Partner {at}"),
                at: point,
                shape: domain::Shape::Circle,
                r: 6.0,
                fill: ink.clone(),
                stroke: stroke.clone(),
                glyph: domain::Glyph::None,
                glyph_color: ink.clone(),
                logo: None,
                badges: Vec::new(),
                change: None,
            });
            items.push(Item::Label {
                id: Some(id),
                at: point,
                dx: 0.0,
                dy: 18.0,
                lines: vec![format!("Partner {at}")],
                note: None,
                size: [60.0, 14.0],
                align: Align::Center,
                font_size: 11.0,
                weight: 520,
                color: ink.clone(),
                halo: true,
                from_scale: 0.0,
                priority: 5,
                title: None,
            });
        }
        DisplayList::of(Rect { x: -40.0, y: -20.0, w: count as f32 * 24.0 + 80.0, h: 140.0 }, "A row.".into(), items)
    }

    fn size(bounds: Rect) -> [f32; 2] {
        let width = 500.0_f32.min(600.0 * bounds.w / bounds.h.max(1.0));
        [width, width * bounds.h / bounds.w.max(1.0)]
    }

    #[test]
    fn every_name_fits_on_a_part_and_stands_on_one_alone() {
        for count in [1, 2, 40, 120] {
            let list = crowded(count);
            let parts = details(&list, &size, 7.0, 200);
            let mut all: Vec<&str> = parts.iter().flat_map(names).collect();
            all.sort_unstable();
            all.dedup();
            let shown: usize = parts.iter().map(|part| names(part).len()).sum();
            assert_eq!(all.len(), shown, "{count}: on two parts");
            assert!(parts.is_empty() || shown == count, "{count}: {shown} shown");
            for part in &parts {
                let [width, height] = size(part.bounds);
                let options =
                    SvgOptions { width: Some(width), height: Some(height), min_text: 7.0, ..SvgOptions::default() };
                assert_eq!(left_out(part, &options), Vec::<String>::new(), "{count}");
            }
        }
        assert!(details(&crowded(120), &size, 7.0, 200).len() > 2);
    }

    #[test]
    fn parts_keep_their_lines_and_never_become_too_many() {
        let list = crowded(120);
        let parts = details(&list, &size, 7.0, 5);
        assert!(parts.len() <= 5, "{}", parts.len());
        assert_eq!(parts.iter().map(|part| names(part).len()).sum::<usize>(), 120);
        let lines = |part: &DisplayList| part.items.iter().filter(|item| matches!(item, Item::Path { .. })).count();
        assert!(parts.iter().all(|part| lines(part) >= names(part).len() - 1));
    }
}
