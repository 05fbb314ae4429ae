//! One item of a display list beside the element that shows it. Every rule here is the list's own (`picture::list`), not
//! the writer's.

use std::collections::BTreeMap;

use picture::{Badge, DisplayList, Item, Paint, Stroke, Theme, glyph, shape};
use roxmltree::Node;

use super::lines;
use super::placing::{Placing, length};

/// Figures in a glyph's box; in smaller nodes than this there is none.
const GLYPH_FROM: f64 = 6.0;

/// What an item says about its element.
pub struct Said<'a> {
    pub placing: Placing,
    pub list: &'a DisplayList,
    pub names: &'a BTreeMap<[u32; 2], &'a str>,
}

/// Names by where their nodes lie.
pub fn names(list: &DisplayList) -> BTreeMap<[u32; 2], &str> {
    let nodes = list.items.iter().filter_map(|item| match item {
        Item::Node { name, at, .. } => Some((at.map(f32::to_bits), name.as_str())),
        _ => None,
    });
    nodes.collect()
}

/// The id that its element has in the file.
pub fn id(item: &Item) -> Option<String> {
    let id = match item {
        Item::Label { id, .. } => id.as_ref().map(|id| format!("name-of:{id}")),
        Item::Rect { id, .. } | Item::Path { id, .. } | Item::Mark { id, .. } => id.clone(),
        Item::Node { id, .. } => Some(id.clone()),
        Item::Ellipse { .. } => None,
    }?;
    let plain = id.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' });
    Some(plain.take(120).collect())
}

/// An item in a sentence.
pub fn called(item: &Item) -> String {
    match item {
        Item::Ellipse { rx, .. } => format!("the zone {rx} wide"),
        Item::Rect { id, .. } => format!("the area {id:?}"),
        Item::Path { id, .. } => format!("the line {id:?}"),
        Item::Node { id, name, .. } => format!("the shape {id} of '{name}'"),
        Item::Mark { at, .. } => format!("the mark at {at:?}"),
        Item::Label { id, lines, .. } => format!("the label {lines:?} of {id:?}"),
    }
}

impl Said<'_> {
    /// A sentence's end for each difference.
    pub fn differences(&self, item: &Item, element: Node<'_, '_>) -> Vec<String> {
        let mut found = Vec::new();
        match item {
            Item::Ellipse { at, rx, ry, fill, stroke } => {
                is(element, "ellipse", &mut found);
                let [x, y] = self.placing.at(*at);
                let (rx, ry) = (self.placing.long(*rx), self.placing.long(*ry));
                self.lengths(element, &[("cx", x), ("cy", y), ("rx", rx), ("ry", ry)], &mut found);
                self.painted(element, fill.as_ref(), stroke.as_ref(), &mut found);
            }
            Item::Rect { rect, fill, stroke, .. } => {
                is(element, "rect", &mut found);
                let [x, y] = self.placing.at([rect.x, rect.y]);
                let (w, h) = (self.placing.long(rect.w), self.placing.long(rect.h));
                self.lengths(element, &[("x", x), ("y", y), ("width", w), ("height", h)], &mut found);
                self.painted(element, fill.as_ref(), stroke.as_ref(), &mut found);
            }
            Item::Path { .. } => self.line(item, element, &mut found),
            Item::Node { .. } => self.node(item, element, &mut found),
            Item::Mark { at, shape, r, fill, stroke, .. } => {
                self.outline(element, (*shape, self.placing.at(*at), *r), &mut found);
                self.painted(element, fill.as_ref(), stroke.as_ref(), &mut found);
            }
            Item::Label { .. } => self.label(item, element, &mut found),
        }
        found
    }

    pub(super) fn lengths(&self, element: Node<'_, '_>, expect: &[(&str, f64)], found: &mut Vec<String>) {
        for (attribute, expect) in expect {
            let is = length(element, attribute);
            if !self.near(is, *expect) {
                found.push(format!("has {attribute} {is}, not {expect:.2}"));
            }
        }
    }

    pub(super) fn near(&self, one: f64, other: f64) -> bool {
        (one - other).abs() <= self.placing.touch
    }

    fn painted(&self, element: Node<'_, '_>, fill: Option<&Paint>, stroke: Option<&Stroke>, found: &mut Vec<String>) {
        let color = |paint: Option<&Paint>| paint.map_or("none".to_owned(), |paint| Theme::Light.resolve(paint).hex());
        let is = element.attribute("fill").unwrap_or_default();
        if is != color(fill) {
            found.push(format!("is filled {is}, not {}", color(fill)));
        }
        let Some(stroke) = stroke else { return };
        let is = element.attribute("stroke").unwrap_or_default();
        if is != color(Some(&stroke.paint)) {
            found.push(format!("is drawn in {is}, not {}", color(Some(&stroke.paint))));
        }
        self.lengths(element, &[("stroke-width", self.placing.sized(stroke.width))], found);
        let dashes = element.attribute("stroke-dasharray").unwrap_or_default();
        let dashes: Vec<f64> = dashes.split_whitespace().map(|dash| dash.parse().unwrap()).collect();
        let same = dashes.len() == stroke.dash.len()
            && dashes.iter().zip(&stroke.dash).all(|(is, dash)| self.near(*is, self.placing.sized(*dash)));
        if !same {
            found.push(format!("is dashed {dashes:?}, not {:?}", stroke.dash));
        }
    }

    /// The sides of a shape lie on the sides of the polygon with these corners, which are rounded.
    fn outline(&self, element: Node<'_, '_>, (kind, at, r): (domain::Shape, [f64; 2], f32), found: &mut Vec<String>) {
        let (corners, _) = shape::corners(kind, r);
        if corners.is_empty() {
            is(element, "circle", found);
            self.lengths(element, &[("cx", at[0]), ("cy", at[1]), ("r", self.placing.sized(r))], found);
            return;
        }
        is(element, "path", found);
        let placed = |corner: &[f32; 2]| [at[0] + self.placing.sized(corner[0]), at[1] + self.placing.sized(corner[1])];
        let corners: Vec<[f64; 2]> = corners.iter().map(placed).collect();
        let sides = lines::sides(element.attribute("d").unwrap_or_default());
        let on_its_side = |(place, side): (usize, &[[f64; 2]; 2])| {
            let ends = [corners[place], corners[(place + 1) % corners.len()]];
            side.iter().all(|point| lines::distance(*point, ends) <= self.placing.touch)
        };
        if sides.len() != corners.len() || !sides.iter().enumerate().all(on_its_side) {
            found.push(format!("is no {kind:?} around {at:.2?}: {sides:.2?}"));
        }
    }

    fn node(&self, item: &Item, element: Node<'_, '_>, found: &mut Vec<String>) {
        let Item::Node { name, at, shape, r, fill, stroke, glyph: sign, logo, badges, change, .. } = item else {
            return;
        };
        is(element, "g", found);
        let parts: Vec<Node<'_, '_>> = element.children().filter(Node::is_element).collect();
        let titled = parts.first().filter(|part| part.has_tag_name("title")).and_then(Node::text).unwrap_or_default();
        if titled != *name {
            found.push(format!("is called '{titled}'"));
        }
        let center = self.placing.at(*at);
        let mut rest = parts.iter().skip(1).copied();
        if let (Some(change), Some(rim)) = (change, change.as_ref().and_then(|_| rest.next())) {
            self.outline(rim, (*shape, center, r + change.offset), found);
        }
        match rest.next() {
            Some(body) => {
                self.outline(body, (*shape, center, *r), found);
                self.painted(body, Some(fill), Some(stroke), found);
            }
            None => found.push("has no shape".to_owned()),
        }
        let has = |test: &dyn Fn(Node<'_, '_>) -> bool| parts.iter().any(|part| test(*part));
        let drawn = glyph::path(*sign);
        let small = drawn.is_empty() || self.placing.sized(*r) < GLYPH_FROM;
        if has(&|part| part.has_tag_name("image")) != logo.is_some()
            || (logo.is_none() && !small && !has(&|part| part.attribute("d") == Some(drawn)))
        {
            found.push("has another picture in it".to_owned());
        }
        let signs: Vec<Node<'_, '_>> = parts.iter().copied().filter(|part| part.has_tag_name("g")).collect();
        let badges: Vec<&Badge> = badges.iter().chain(change.iter().map(|change| &change.badge)).collect();
        if signs.len() != badges.len() {
            found.push(format!("has {} signs, not {}", signs.len(), badges.len()));
        }
        for (sign, badge) in signs.into_iter().zip(badges) {
            self.badge(sign, center, badge, found);
        }
    }

    fn badge(&self, element: Node<'_, '_>, center: [f64; 2], badge: &Badge, found: &mut Vec<String>) {
        let child = |tag: &str| element.children().find(|part| part.has_tag_name(tag));
        let says = child("title").and_then(|title| title.text()).unwrap_or_default();
        if says != badge.title {
            found.push(format!("has a sign that says '{says}', not '{}'", badge.title));
        }
        let Some(circle) = child("circle") else { return found.push("has a sign without a circle".to_owned()) };
        let (x, y) = (center[0] + self.placing.sized(badge.at[0]), center[1] + self.placing.sized(badge.at[1]));
        self.lengths(circle, &[("cx", x), ("cy", y), ("r", self.placing.sized(badge.r))], found);
    }

    fn line(&self, item: &Item, element: Node<'_, '_>, found: &mut Vec<String>) {
        let Item::Path { id, points, bend, fill, stroke, arrow, trim, title, change, .. } = item else { return };
        let parts: Vec<Node<'_, '_>> = element.children().filter(|part| part.has_tag_name("path")).collect();
        let parts = if element.has_tag_name("path") { vec![element] } else { parts };
        let rims = usize::from(change.is_some());
        if parts.len() != 1 + rims + usize::from(*arrow) {
            return found.push(format!("is drawn in {} strokes", parts.len()));
        }
        self.painted(parts[rims], fill.as_ref(), stroke.as_ref(), found);
        let placed: Vec<[f64; 2]> = points.iter().map(|point| self.placing.at(*point)).collect();
        let way = lines::Way { points: &placed, bend: bend.map(|bend| self.placing.at(bend)) };
        let trim = trim.map(|pixels| self.placing.sized(pixels));
        let drawn = parts[rims].attribute("d").unwrap_or_default();
        if let Err(difference) = way.same(drawn, trim, self.placing.touch) {
            found.push(difference);
        }
        if let (Some(end), true) = (lines::end(drawn), *arrow) {
            let tip = lines::middle(parts[rims + 1].attribute("d").unwrap_or_default());
            if tip.is_none_or(|tip| !self.near(tip[0], end[0]) || !self.near(tip[1], end[1])) {
                found.push(format!("has its arrow at {tip:?}, not at {end:?}"));
            }
        }
        let says = element.children().find(|part| part.has_tag_name("title")).and_then(|title| title.text());
        let name = |end: Option<&[f32; 2]>| end.and_then(|at| self.names.get(&at.map(f32::to_bits))).copied();
        let joins = id.as_ref().is_some_and(|id| id.starts_with("relationship:"));
        let named = match (name(points.first()), name(points.last())) {
            (Some(from), Some(to)) if joins => says.is_some_and(|says| says.starts_with(from) && says.ends_with(to)),
            _ => says == title.as_deref(),
        };
        if !named {
            found.push(format!("says {says:?}"));
        }
    }
}

/// Whether an element has that tag.
pub fn is(element: Node<'_, '_>, tag: &str, found: &mut Vec<String>) {
    if !element.has_tag_name(tag) {
        found.push(format!("is a <{}>, not a <{tag}>", element.tag_name().name()));
    }
}
