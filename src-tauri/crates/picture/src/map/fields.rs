//! The panels outside the zones: "Not placed yet", and who has no line to us.

use layout::Field;

use super::MapInput;
use crate::{Align, Item, Paint, Rect, Stroke, text};

/// Both panels with their titles.
pub(super) fn fields(input: &MapInput, tray: Option<&Field>, outside: Option<&Field>) -> Vec<Item> {
    let tray = tray.into_iter().flat_map(|field| panel(input, field, input.language.say("Not placed yet"), "tray"));
    let title = input.language.fill("No line to {us} yet", &[("us", &input.center())]);
    let outside = outside.into_iter().flat_map(|field| panel(input, field, &title, "outside"));
    tray.chain(outside).collect()
}

fn panel(input: &MapInput, field: &Field, title: &str, id: &str) -> Vec<Item> {
    let scale = (field.title / layout::FIELD_TITLE) as f32;
    let rect = rect(&field.rect);
    let pad = 12.0 * scale;
    let total: usize = field.blocks.iter().map(|block| block.count).sum();
    let baseline = rect.y + 25.0 * scale;
    let mut items = vec![
        Item::Rect {
            id: Some(id.to_owned()),
            rect,
            radius: 8.0,
            fill: Some(Paint::plain("surface-2")),
            hatch: None,
            stroke: Some(Stroke::solid("line", 1.0)),
        },
        words(
            &format!("{title} · {}", input.language.count(total as u64)),
            [rect.x + pad, baseline],
            12.0 * scale,
            620,
            "text",
        ),
    ];
    if field.heading > 0.0 {
        for block in &field.blocks {
            let kind = block.kind.map(|kind| input.kinds.get(kind).map_or("", |kind| kind.name.as_str()));
            let name = kind.unwrap_or(input.language.say("Linked to one another"));
            let name = text::fit(name, 12.0, 520, 300.0);
            let y = (block.rect.y) as f32 - 7.0 * scale;
            let heading = format!("{name} · {}", input.language.count(block.count as u64));
            items.push(words(&heading, [block.rect.x as f32, y], 12.0 * scale, 520, "text-2"));
        }
    }
    items
}

fn words(words: &str, at: [f32; 2], font_size: f32, weight: u16, color: &str) -> Item {
    Item::Label {
        id: None,
        at,
        dx: 0.0,
        dy: 0.0,
        lines: vec![words.to_owned()],
        note: None,
        size: [text::measure(words, font_size, weight), text::line_height(font_size)],
        align: Align::Start,
        font_size,
        weight,
        color: Paint::plain(color),
        halo: false,
        from_scale: 0.0,
        priority: 0,
        title: None,
    }
}

fn rect(rect: &layout::Rect) -> Rect {
    Rect { x: rect.x as f32, y: rect.y as f32, w: rect.w as f32, h: rect.h as f32 }
}
