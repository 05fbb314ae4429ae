//! What a word must keep off.
//!
//! Owns: where boxes, bars and lines meet. Must not know: what they stand for.

use super::strokes;
use crate::{Item, Rect};

/// Pixels kept between a word and what is beside it.
const GAP: f32 = 1.0;

/// Does a word in `area` that names `id` lie on this item where that would be hard to read? On words, on filled bars and
/// marks of another id, and, if `lines` count too, on lines.
pub(super) fn meets(item: &Item, area: &Rect, id: Option<&str>, lines: bool) -> bool {
    match item {
        Item::Label { .. } => item.label_area().is_some_and(|label| overlap(&label, area)),
        Item::Rect { id: own, rect, fill: Some(fill), .. } => {
            own.is_some() && !strokes::pale(fill) && own.as_deref() != id && overlap(rect, area)
        }
        Item::Mark { at, r, .. } => overlap(&Rect { x: at[0] - r, y: at[1] - r, w: 2.0 * r, h: 2.0 * r }, area),
        Item::Path { id: Some(_), points, stroke: Some(_), .. } if lines => {
            points.windows(2).any(|pair| pair.first().zip(pair.last()).is_some_and(|(a, b)| crosses(*a, *b, area)))
        }
        _ => false,
    }
}

pub(super) fn holds(bounds: &Rect, area: &Rect) -> bool {
    area.x >= bounds.x
        && area.y >= bounds.y
        && area.x + area.w <= bounds.x + bounds.w
        && area.y + area.h <= bounds.y + bounds.h
}

pub(super) fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x - GAP < b.x + b.w && b.x - GAP < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/// Does the line from `a` to `b` pass through the rectangle (Liang and Barsky, 1984)?
fn crosses(a: [f32; 2], b: [f32; 2], area: &Rect) -> bool {
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for (start, step, low, high) in [
        (a[0], b[0] - a[0], area.x - GAP, area.x + area.w + GAP),
        (a[1], b[1] - a[1], area.y - GAP, area.y + area.h + GAP),
    ] {
        if step == 0.0 {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (enter, leave) = ((low - start) / step, (high - start) / step);
        from = from.max(enter.min(leave));
        to = to.min(enter.max(leave));
    }
    from <= to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_boxes_or_pass_them() {
        let area = Rect { x: 10.0, y: 10.0, w: 20.0, h: 10.0 };
        for (a, b, expect) in [
            ([0.0, 15.0], [40.0, 15.0], true),
            ([0.0, 0.0], [40.0, 30.0], true),
            ([0.0, 30.0], [40.0, 30.0], false),
            ([0.0, 20.0], [8.0, 40.0], false),
            ([15.0, 15.0], [16.0, 16.0], true),
            ([20.0, 0.0], [20.0, 5.0], false),
        ] {
            assert_eq!(crosses(a, b, &area), expect, "{a:?} {b:?}");
        }
    }
}
