//! Which labels fit on a page that cannot be zoomed.
//!
//! Owns: the choice by priority. Must not know: how labels are written.

use std::cmp::Reverse;

use super::Frame;
use crate::{Align, DisplayList, Item, Rect, text};

/// For each item, by how much its text is magnified; none for a label that is left out (and for all other items).
pub(super) fn labels(list: &DisplayList, frame: &Frame, min_text: f32) -> Vec<Option<f32>> {
    let mut order: Vec<usize> = (0..list.items.len()).collect();
    order.sort_by_key(|&index| Reverse(priority(&list.items[index])));
    let nodes: Vec<(&str, Rect)> = list.items.iter().filter_map(|item| node(item, frame)).collect();
    let mut placed: Vec<Rect> = Vec::new();
    let mut shown = vec![None; list.items.len()];
    for index in order {
        let Item::Label { id, font_size, priority, from_scale, .. } = &list.items[index] else { continue };
        if *from_scale > frame.scale {
            continue;
        }
        let magnified = (min_text / (font_size * frame.px).max(0.01)).max(1.0);
        if *priority == 0 {
            // Grown beyond what layout kept free, it has to keep others off.
            placed.extend(area(&list.items[index], frame, magnified).filter(|_| magnified > 1.0));
            shown[index] = Some(magnified);
            continue;
        }
        let Some(rect) = area(&list.items[index], frame, magnified) else { continue };
        let own = id.as_deref().unwrap_or("");
        let free = placed.iter().all(|other| apart(&rect, other))
            && nodes.iter().all(|(id, other)| *id == own || apart(&rect, other));
        if free {
            placed.push(rect);
            shown[index] = Some(magnified);
        }
    }
    shown
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

fn area(item: &Item, frame: &Frame, magnified: f32) -> Option<Rect> {
    let Item::Label { at, dx, dy, size, align, font_size, .. } = item else { return None };
    let px = frame.px * magnified;
    let [x, y] = frame.at(*at);
    let (w, h) = (size[0] * px, size[1] * px);
    let left = match align {
        Align::Start => 0.0,
        Align::Center => w / 2.0,
        Align::End => w,
    };
    Some(Rect { x: x + dx * px - left, y: y + (dy - font_size * text::ASCENT) * px, w, h })
}

fn apart(a: &Rect, b: &Rect) -> bool {
    a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h
}
