//! Groups: a soft outline around the members and their labels, named once beside them.

use std::collections::BTreeMap;

use layout::{Rect, Zone};

use super::face::Face;
use super::{Arrangement, Backdrop, MapInput, Style, hull};
use crate::{Align, Item, Paint, Stroke, text};

/// A group of more members is a population, not a neighborhood; its outline would cover the map.
const MEMBERS_MAX: usize = 60;
const NAME_SIZE: f32 = 11.0;
const NAME_WEIGHT: u16 = 620;

/// What to paint for all groups, outlines and names apart.
#[derive(Default)]
pub(super) struct Groups {
    pub(super) outlines: Vec<Item>,
    pub(super) names: Vec<Item>,
}

/// Outlines of every group with two or more members in the zones.
pub(super) fn groups(input: &MapInput, faces: &[Face], places: &Arrangement) -> Groups {
    let boxes: Vec<Rect> = faces.iter().zip(&places.positions).map(|(face, at)| around(face, *at)).collect();
    let mut taken = boxes.clone();
    if let Backdrop::Zones { captions, tray, outside, .. } = &places.backdrop {
        taken.extend(captions.iter().map(|(x, y)| Rect { x: x - 60.0, y: y - 14.0, w: 120.0, h: 36.0 }));
        taken.extend(tray.iter().chain(outside).map(|field| field.rect));
    }
    let mut groups = Groups::default();
    for (name, members) in members(input, faces) {
        let own: Vec<Rect> = members.iter().map(|&index| boxes[index]).collect();
        let foreign: Vec<Rect> =
            (0..boxes.len()).filter(|index| !members.contains(index)).map(|index| boxes[index]).collect();
        groups.outlines.extend(hull::outlines(&own, &foreign).into_iter().map(|ring| outline(name, &ring)));
        if let Some((item, rect)) = label(name, &own, &taken) {
            taken.push(rect);
            groups.names.push(item);
        }
    }
    groups
}

fn members<'a>(input: &'a MapInput, faces: &[Face]) -> BTreeMap<&'a str, Vec<usize>> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, (node, face)) in input.nodes.iter().zip(faces).enumerate() {
        let placed = match face.zone {
            Zone::Strategic | Zone::Ecotone | Zone::Transactional => true,
            Zone::Unknown | Zone::Unlinked => input.style != Style::Organic,
            Zone::Us => false,
        };
        if let Some(group) = node.group.as_deref().filter(|_| placed) {
            groups.entry(group).or_default().push(index);
        }
    }
    groups.retain(|_, members| (2..=MEMBERS_MAX).contains(&members.len()));
    groups
}

fn around(face: &Face, (x, y): (f64, f64)) -> Rect {
    let size = face.size;
    Rect { x: x - size.half_width, y: y - size.above, w: 2.0 * size.half_width, h: size.above + size.below }
}

fn outline(name: &str, ring: &[hull::Point]) -> Item {
    Item::Path {
        id: Some(format!("group:{name}")),
        points: ring.iter().map(|(x, y)| [*x as f32, *y as f32]).collect(),
        bend: None,
        corner: None,
        fill: Some(Paint::plain("hull")),
        stroke: Some(Stroke::solid("hull-line", 1.0)),
        arrow: false,
        trim: [0.0, 0.0],
        quiet: false,
        title: Some(name.to_owned()),
        change: None,
    }
}

/// The name above, below or beside the member where there is room, the topmost first; none where there is none.
fn label(name: &str, members: &[Rect], taken: &[Rect]) -> Option<(Item, Rect)> {
    let shown = text::fit(name, NAME_SIZE, NAME_WEIGHT, 170.0);
    let width = f64::from(text::measure(&shown, NAME_SIZE, NAME_WEIGHT));
    let height = 15.0;
    let mut order: Vec<&Rect> = members.iter().collect();
    order.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let above = order.iter().map(|rect| (rect.x + rect.w / 2.0 - width / 2.0, rect.y - height - 4.0));
    let below = order.iter().rev().map(|rect| (rect.x + rect.w / 2.0 - width / 2.0, rect.y + rect.h + 3.0));
    let sides = order.iter().flat_map(|rect| {
        let y = rect.y + rect.h / 2.0 - height / 2.0;
        [(rect.x + rect.w + 8.0, y), (rect.x - width - 8.0, y)]
    });
    let rects = above.chain(below).chain(sides).map(|(x, y)| Rect { x, y, w: width, h: height });
    let rect = rects.into_iter().find(|rect| taken.iter().all(|other| apart(rect, other)))?;
    let item = Item::Label {
        id: Some(format!("group:{name}")),
        at: [(rect.x + width / 2.0) as f32, rect.y as f32],
        dx: 0.0,
        dy: 11.5,
        lines: vec![shown.clone()],
        note: None,
        size: [width as f32, height as f32],
        align: Align::Center,
        font_size: NAME_SIZE,
        weight: NAME_WEIGHT,
        color: Paint::plain("text-3"),
        halo: true,
        from_scale: 0.0,
        priority: 500,
        title: (shown != name).then(|| name.to_owned()),
    };
    Some((item, rect))
}

fn apart(a: &Rect, b: &Rect) -> bool {
    a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h
}
