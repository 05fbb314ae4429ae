//! Where the points of a display list lie in a file that was made of it.

use picture::{DisplayList, Item};
use roxmltree::Node;

/// How far apart two lengths may be, in points: a file has two decimals, and most sums a few of them.
pub const TOUCH: f64 = 0.03;

/// From units of the list to points of the file.
#[derive(Debug, Clone, Copy)]
pub struct Placing {
    origin: [f64; 2],
    scale: f64,
    /// What a pixel of the list becomes: sizes never grow beyond themselves.
    pub pixel: f64,
    /// How far apart two lengths may be.
    pub touch: f64,
}

impl Placing {
    /// The whole list on a page of this size.
    pub fn of_whole(list: &DisplayList, size: [f64; 2]) -> Self {
        let bounds = list.bounds;
        let (w, h) = (f64::from(bounds.w), f64::from(bounds.h));
        let scale = (size[0] / w).min(size[1] / h);
        let left = |from: f32, whole: f64, size: f64| f64::from(from) - (size / scale - whole) / 2.0;
        let origin = [left(bounds.x, w, size[0]), left(bounds.y, h, size[1])];
        Self { origin, scale, pixel: scale.min(1.0), touch: TOUCH }
    }

    /// A part of the list: nothing says which, so it is found by two places on its ground, or on its ground and of a node,
    /// that lie far apart.
    pub fn of_part(list: &DisplayList, root: Node<'_, '_>) -> Option<Self> {
        let mut pairs = ground(list, root);
        pairs.extend(list.items.iter().filter_map(|item| match item {
            Item::Node { id, at, .. } => Some((at.map(f64::from), node(root, id)?)),
            _ => None,
        }));
        let first = *pairs.first()?;
        let apart = |one: [f64; 2], other: [f64; 2]| (one[0] - other[0]).hypot(one[1] - other[1]);
        let far = pairs.iter().max_by(|a, b| apart(a.0, first.0).total_cmp(&apart(b.0, first.0)))?;
        let scale = apart(far.1, first.1) / apart(far.0, first.0);
        let origin = [first.0[0] - first.1[0] / scale, first.0[1] - first.1[1] / scale];
        // What the two points are off by grows with the distance from them.
        scale.is_finite().then_some(Self { origin, scale, pixel: scale.min(1.0), touch: 4.0 * TOUCH })
    }

    pub fn at(&self, point: [f32; 2]) -> [f64; 2] {
        [(f64::from(point[0]) - self.origin[0]) * self.scale, (f64::from(point[1]) - self.origin[1]) * self.scale]
    }

    /// A length in units of the list.
    pub fn long(&self, units: f32) -> f64 {
        f64::from(units) * self.scale
    }

    /// A length in pixels.
    pub fn sized(&self, pixels: f32) -> f64 {
        f64::from(pixels) * self.pixel
    }
}

/// Two points of the list and of the file: ends of the first zone, ring or lane.
fn ground(list: &DisplayList, root: Node<'_, '_>) -> Vec<([f64; 2], [f64; 2])> {
    let first = |tag: &str| root.descendants().find(|element| element.has_tag_name(tag));
    let found = list.items.iter().find_map(|item| match item {
        Item::Ellipse { at, rx, .. } => {
            let drawn = first("ellipse")?;
            let (x, y, reach) = (length(drawn, "cx"), length(drawn, "cy"), length(drawn, "rx"));
            let ends = [[at[0] - rx, at[1]], [at[0] + rx, at[1]]];
            Some(ends.map(|end| end.map(f64::from)).into_iter().zip([[x - reach, y], [x + reach, y]]))
        }
        Item::Rect { rect, .. } => {
            let drawn = first("rect")?;
            let (x, y) = (length(drawn, "x"), length(drawn, "y"));
            let ends = [[rect.x, rect.y], [rect.x + rect.w, rect.y + rect.h]];
            let drawn = [[x, y], [x + length(drawn, "width"), y + length(drawn, "height")]];
            Some(ends.map(|end| end.map(f64::from)).into_iter().zip(drawn))
        }
        _ => None,
    });
    found.into_iter().flatten().collect()
}

/// The center of a node's shape, when it has one that all of its outline is equally far from.
fn node(root: Node<'_, '_>, id: &str) -> Option<[f64; 2]> {
    let id = id.replace(':', "-");
    let group = root.descendants().find(|element| element.attribute("id") == Some(&id))?;
    let circle = group.children().find(|element| element.has_tag_name("circle"))?;
    Some([length(circle, "cx"), length(circle, "cy")])
}

/// The number in an attribute; not a number where it has none.
pub fn length(element: Node<'_, '_>, attribute: &str) -> f64 {
    element.attribute(attribute).and_then(|text| text.parse().ok()).unwrap_or(f64::NAN)
}
