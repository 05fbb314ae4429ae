//! Which labels a picture shows that cannot be zoomed: what fits on a page, or what a window shows at this scale.
//!
//! Owns: the choice. Must not know: how labels are written.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::Glyph;

use super::ranges::{self, Body, Text};
use super::{Frame, SvgOptions};
use crate::{Align, DisplayList, Item, Rect, text};

/// How a label is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shown {
    /// By how much its text is magnified.
    pub(super) magnified: f32,
    /// What of its offset lies inside its node, and is not magnified with the text.
    pub(super) rim: f32,
}

impl Shown {
    /// How far below its anchor the first baseline lies, in the file's units.
    pub(super) fn baseline(self, dy: f32, px: f32) -> f32 {
        self.rim * px + (dy - self.rim) * px * self.magnified
    }
}

/// How each label is written; none for one that is left out (and for all other items).
pub(super) fn labels(list: &DisplayList, frame: &Frame, options: &SvgOptions) -> Vec<Option<Shown>> {
    if options.as_on_screen { on_screen(list, frame) } else { on_paper(list, frame, options.min_text) }
}

/// A shape seldom fills the corners of its box; we ourselves have a ring around.
const BODY: f64 = 0.88;
const BODY_US: f64 = 1.2;

/// What a window shows at this scale: what has a range of scales that this one lies in.
fn on_screen(list: &DisplayList, frame: &Frame) -> Vec<Option<Shown>> {
    let mut bodies = Vec::new();
    let mut owners = BTreeMap::new();
    for item in &list.items {
        let Item::Node { id, at, r, glyph, .. } = item else { continue };
        owners.insert(id.as_str(), bodies.len());
        let part = if *glyph == Glyph::Us { BODY_US } else { BODY };
        bodies.push(Body { x: at[0].into(), y: at[1].into(), r: f64::from(*r) * part });
    }
    let radii = radii(list);
    let rim = |id: &Option<String>, dy: f32| rim(&radii, id.as_deref(), dy);
    let texts = list.items.iter().enumerate().filter_map(|(index, item)| {
        let Item::Label { id, at, dx, dy, size, align, font_size, from_scale, priority, .. } = item else {
            return None;
        };
        let text = Text {
            at: at.map(f64::from),
            dx: (*dx).into(),
            dy: (*dy).into(),
            size: size.map(f64::from),
            align: *align,
            font_size: (*font_size).into(),
            from_scale: (*from_scale).into(),
            priority: *priority,
            rim: rim(id, *dy).into(),
            owner: id.as_deref().and_then(|id| owners.get(id)).copied(),
        };
        Some((index, text))
    });
    let (indices, texts): (Vec<usize>, Vec<Text>) = texts.unzip();
    let mut shown = vec![None; list.items.len()];
    for ((index, text), from) in indices.into_iter().zip(&texts).zip(ranges::first_scales(&texts, &bodies)) {
        if from <= f64::from(frame.scale) {
            let ratio = ranges::text_ratio(text.font_size, f64::from(frame.px));
            shown[index] = Some(Shown { magnified: ratio as f32 / frame.px.max(1e-6), rim: text.rim as f32 });
        }
    }
    shown
}

/// What fits on a page by priority.
fn on_paper(list: &DisplayList, frame: &Frame, min_text: f32) -> Vec<Option<Shown>> {
    let mut order: Vec<usize> = (0..list.items.len()).collect();
    order.sort_by_key(|&index| Reverse(priority(&list.items[index])));
    let nodes: Vec<(&str, Rect)> = list.items.iter().filter_map(|item| node(item, frame)).collect();
    let radii = radii(list);
    let mut placed: Vec<Rect> = Vec::new();
    let mut shown = vec![None; list.items.len()];
    for index in order {
        let Item::Label { id, font_size, priority, from_scale, dy, .. } = &list.items[index] else { continue };
        if *from_scale > frame.scale {
            continue;
        }
        let magnified = (min_text / (font_size * frame.px).max(0.01)).max(1.0);
        let rim = rim(&radii, id.as_deref(), *dy);
        let written = Shown { magnified, rim };
        if *priority == 0 {
            // Grown beyond what layout kept free, it has to keep others off.
            placed.extend(area(&list.items[index], frame, written).filter(|_| magnified > 1.0));
            shown[index] = Some(written);
            continue;
        }
        let Some(rect) = area(&list.items[index], frame, written) else { continue };
        let own = id.as_deref().unwrap_or("");
        // Grown beyond the picture's edge it would be cut off.
        let free = (magnified <= 1.0 || is_inside(&rect, frame))
            && placed.iter().all(|other| apart(&rect, other))
            && nodes.iter().all(|(id, other)| *id == own || apart(&rect, other));
        if free {
            placed.push(rect);
            shown[index] = Some(written);
        }
    }
    shown
}

fn is_inside(rect: &Rect, frame: &Frame) -> bool {
    rect.x >= 0.0 && rect.y >= 0.0 && rect.x + rect.w <= frame.width && rect.y + rect.h <= frame.height
}

/// What is always shown comes first.
fn priority(item: &Item) -> u32 {
    match item {
        Item::Label { priority: 0, .. } => u32::MAX,
        Item::Label { priority, .. } => *priority,
        _ => 0,
    }
}

fn node<'a>(item: &'a Item, frame: &Frame) -> Option<(&'a str, Rect)> {
    let Item::Node { id, at, r, .. } = item else { return None };
    let ([x, y], r) = (frame.at(*at), r * frame.px * 0.9);
    Some((id, Rect { x: x - r, y: y - r, w: 2.0 * r, h: 2.0 * r }))
}

/// What of a label's offset lies inside its node.
fn rim(radii: &BTreeMap<&str, f32>, id: Option<&str>, dy: f32) -> f32 {
    id.and_then(|id| radii.get(id)).map_or(0.0, |r| r.min(dy.abs()) * dy.signum())
}

/// The radius of each node.
fn radii(list: &DisplayList) -> BTreeMap<&str, f32> {
    let mut radii = BTreeMap::new();
    for item in &list.items {
        if let Item::Node { id, r, .. } = item {
            radii.insert(id.as_str(), *r);
        }
    }
    radii
}

fn area(item: &Item, frame: &Frame, shown: Shown) -> Option<Rect> {
    let Item::Label { at, dx, dy, size, align, font_size, .. } = item else { return None };
    let px = frame.px * shown.magnified;
    let [x, y] = frame.at(*at);
    let (w, h) = (size[0] * px, size[1] * px);
    let left = match align {
        Align::Start => 0.0,
        Align::Center => w / 2.0,
        Align::End => w,
    };
    Some(Rect { x: x + dx * px - left, y: y + shown.baseline(*dy, frame.px) - font_size * text::ASCENT * px, w, h })
}

fn apart(a: &Rect, b: &Rect) -> bool {
    a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h
}
