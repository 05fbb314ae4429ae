//! The pictures inside nodes, as strokes in a box of 24 by 24.
//!
//! Drawn for this program; names follow the icon set of the screen so that both say the same thing.

use domain::Glyph;

/// Every glyph with its strokes, as SVG path data. Stroke width 2, round caps and joins, no fill.
pub const ALL: [(Glyph, &str); 9] = [
    (Glyph::Us, "M3 8c2-2 4-2 6 0s4 2 6 0 4-2 6 0M3 13c2-2 4-2 6 0s4 2 6 0 4-2 6 0M3 18c2-2 4-2 6 0s4 2 6 0 4-2 6 0"),
    (Glyph::ShoppingBag, "M6 4h12l2 4v12H4V8zM4 8h16M9 12a3 3 0 0 0 6 0"),
    (Glyph::Plug, "M9 3v5M15 3v5M6 8h12v4a6 6 0 0 1-12 0zM12 18v4"),
    (Glyph::Store, "M5 4h14l2 5H3zM3 9a3 3 0 0 0 6 0 3 3 0 0 0 6 0 3 3 0 0 0 6 0M5 12v8h14v-8M10 20v-5h4v5"),
    (Glyph::Megaphone, "M3 10v4l12 4V6zM15 8c3 0 6 1 6 4s-3 4-6 4M7 15.500v4h4v-2.800"),
    (Glyph::Building, "M6 21V3h12v18M3 21h18M10 7h0M14 7h0M10 11h0M14 11h0M10 21v-5h4v5"),
    (Glyph::Handshake, "M2 7l4-2 6 3 6-3 4 2v8l-3 1M12 8l-4 4c1 2 3 2 5 0l6 5M2 15l3 1 5 4c2 1 4 0 5-1"),
    (Glyph::Wrench, "M14 7a5 5 0 0 1 6-3l-3 3v2h2l3-3a5 5 0 0 1-7 6l-8 8a2 2 0 0 1-3-3l8-8a5 5 0 0 1 2-2"),
    (Glyph::None, ""),
];

/// The strokes of one glyph; empty for none.
pub fn path(glyph: Glyph) -> &'static str {
    ALL.iter().find(|(known, _)| *known == glyph).map_or("", |(_, path)| path)
}
