//! Fields: organizations in tidy rows outside the zones, by kind and name.
//!
//! Owns: cells and headings of a field. Must not know: why an organization is in one.

use crate::{Field, FieldBlock, GAP, Node, Point, Rect};

/// Up to here a field's cells hold the names too.
pub const NAMED_MAX: usize = 30;
const PAD: f64 = 12.0;
/// Height of a field's title line where the picture is shown at full size.
pub const TITLE: f64 = 38.0;
/// Cell of a compact field: shapes of the smallest size with room for a name once zoomed in.
pub(super) const CELL: Point = (42.0, 34.0);

/// A field with its cells, its own top left corner at (0, 0).
pub(crate) struct Plan {
    pub(crate) field: Field,
    pub(crate) cells: Vec<(usize, Point)>,
}

/// By kind, then name, then key.
pub(crate) fn sorted(nodes: &[Node], mut members: Vec<usize>) -> Vec<usize> {
    let order = |index: &usize| (nodes[*index].kind, nodes[*index].name.to_lowercase(), nodes[*index].key);
    members.sort_by_cached_key(order);
    members
}

/// A small panel of `columns` columns, with names.
pub(crate) fn named(nodes: &[Node], members: &[usize], columns: usize) -> Plan {
    let most = |side: fn(&Node) -> f64| members.iter().map(|&index| side(&nodes[index])).fold(0.0, f64::max);
    let half = most(|node| node.size.half_width) + GAP / 2.0;
    let (above, below) = (most(|node| node.size.above), most(|node| node.size.below));
    let height = above + below + GAP;
    let cell = |place: usize| {
        let (row, column) = (place / columns, place % columns);
        (PAD + half * (2 * column + 1) as f64, TITLE + height * row as f64 + above)
    };
    let rows = members.len().div_ceil(columns);
    // Wide enough for the panel’s own title, in front of a room too.
    let width = (2.0 * PAD + 2.0 * half * columns as f64).max(284.0);
    let rect = Rect { x: 0.0, y: 0.0, w: width, h: TITLE + height * rows as f64 + PAD / 2.0 };
    Plan {
        field: Field { rect, title: TITLE, heading: 0.0, blocks: blocks(nodes, members, |_| rect), compact: false },
        cells: members.iter().enumerate().map(|(place, &index)| (index, cell(place))).collect(),
    }
}

/// A large field about `width` wide, without names; `scale` makes its words larger, as the whole picture will be small.
pub(crate) fn compact(nodes: &[Node], members: &[usize], width: f64, scale: f64) -> Plan {
    let (title, heading, pad) = (TITLE * scale, 26.0 * scale, PAD * scale);
    let columns = (((width - 2.0 * pad) / CELL.0).floor().max(1.0)) as usize;
    let mut cells = Vec::with_capacity(members.len());
    let mut rects = Vec::new();
    let mut y = title;
    for block in members.chunk_by(|a, b| nodes[*a].kind == nodes[*b].kind) {
        let top = y + heading;
        for (place, &index) in block.iter().enumerate() {
            let (row, column) = (place / columns, place % columns);
            cells.push((index, (pad + CELL.0 * (column as f64 + 0.5), top + CELL.1 * (row as f64 + 0.5))));
        }
        let height = CELL.1 * block.len().div_ceil(columns) as f64;
        rects.push(Rect { x: pad, y: top, w: CELL.0 * columns as f64, h: height });
        y = top + height + pad / 2.0;
    }
    let rect = Rect { x: 0.0, y: 0.0, w: 2.0 * pad + CELL.0 * columns as f64, h: y + pad / 2.0 };
    let field = Field { rect, title, heading, blocks: blocks(nodes, members, |block| rects[block]), compact: true };
    Plan { field, cells }
}

/// Area that a compact field of `count` takes up, words aside.
pub(crate) fn compact_area(count: usize) -> f64 {
    count as f64 * CELL.0 * CELL.1 * 1.08
}

fn blocks(nodes: &[Node], members: &[usize], rect: impl Fn(usize) -> Rect) -> Vec<FieldBlock> {
    let block = |(place, block): (usize, &[usize])| FieldBlock {
        kind: Some(nodes[block[0]].kind),
        count: block.len(),
        rect: rect(place),
    };
    members.chunk_by(|a, b| nodes[*a].kind == nodes[*b].kind).enumerate().map(block).collect()
}

impl Plan {
    /// Puts a block that is already laid out above this field's own, as wide as the wider of both.
    pub(super) fn below(mut self, block: FieldBlock, cells: Vec<(usize, Point)>) -> Self {
        let (title, heading, pad) = (self.field.title, self.field.heading, self.field.title / TITLE * PAD);
        let by = if self.cells.is_empty() { 0.0 } else { heading } + block.rect.h + pad / 2.0;
        let top = title + heading;
        for rect in self.field.blocks.iter_mut().map(|block| &mut block.rect) {
            rect.y += by;
        }
        for (_, (_, y)) in &mut self.cells {
            *y += by;
        }
        self.cells.extend(cells.into_iter().map(|(index, (x, y))| (index, (pad + x, top + y))));
        self.field.blocks.insert(0, FieldBlock { rect: Rect { x: pad, y: top, ..block.rect }, ..block });
        self.field.rect.h = self.field.rect.h.max(top) + by;
        self.field.rect.w = self.field.rect.w.max(block.rect.w + 2.0 * pad);
        self
    }

    /// Moves the whole field.
    pub(crate) fn moved(mut self, (dx, dy): Point) -> Self {
        let shift = |rect: &mut Rect| {
            rect.x += dx;
            rect.y += dy;
        };
        shift(&mut self.field.rect);
        self.field.blocks.iter_mut().for_each(|block| shift(&mut block.rect));
        self.cells.iter_mut().for_each(|(_, (x, y))| {
            *x += dx;
            *y += dy;
        });
        self
    }
}
