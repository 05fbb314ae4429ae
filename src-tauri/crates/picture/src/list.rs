//! The display list: one flat description of a picture, from which the screen, the PDF, SVG and PNG are all painted.
//!
//! Units. `at`, `points`, `x`, `y`, `rx`, `ry`, `w`, `h` of zones, hulls, panels and paths are *units of the list* (map
//! units, or pixels for charts and timelines) and grow with zoom. Sizes that a reader must always be able to read
//! (`r`, stroke widths, dashes, text sizes, offsets `dx`/`dy`) are pixels at scale 1: a painter that zooms keeps them
//! in pixels above scale 1 and shrinks them with the scale below it.
//!
//! Painting order is the order of `items`. Colors are token names of the design, resolved by each painter for its
//! theme, so that a change of theme needs no new list.

use serde::Serialize;
use ts_rs::TS;

use crate::text;

/// A whole picture.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DisplayList {
    /// What the picture fills, with room for labels.
    pub bounds: Rect,
    /// One sentence for a screen reader and the PDF's alternative text.
    pub alt: String,
    /// Back to front.
    pub items: Vec<Item>,
    /// Raster pictures that nodes carry, each once; the window's list has none, since it keeps those that it has seen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Raster>>", optional)]
    pub rasters: Vec<Raster>,
    /// What position says, where it is not said in the picture: "Columns follow the value chain from left to right."
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub meaning: Option<String>,
}

/// A raster picture, as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Raster {
    /// What nodes call it.
    pub id: String,
    /// `image/png`, `image/jpeg` or `image/webp`.
    pub media_type: String,
    /// The file in base64.
    pub data: String,
}

/// A rectangle in units of the list; `y` grows downward.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

/// One thing to paint.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Item {
    /// A filled or outlined ellipse in units of the list: a zone of the map.
    Ellipse {
        /// Its center.
        at: [f32; 2],
        /// Half its width.
        rx: f32,
        /// Half its height.
        ry: f32,
        /// Inside.
        fill: Option<Paint>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A rectangle in units of the list: a tray, a bar, a lane.
    Rect {
        /// What it stands for, so that it can be hit.
        id: Option<ItemId>,
        /// Where.
        rect: Rect,
        /// Corner radius in pixels.
        radius: f32,
        /// Inside.
        fill: Option<Paint>,
        /// Diagonal lines of the tactic over the fill.
        hatch: Option<Paint>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// Straight or curved line through units of the list.
    Path {
        /// What it stands for, so that it can be hit.
        id: Option<ItemId>,
        /// For two points and a `bend`, the ends of a quadratic curve; else a polyline.
        points: Vec<[f32; 2]>,
        /// The curve's control point.
        bend: Option<[f32; 2]>,
        /// A polyline's bends are rounded so far inward, in units of the list, as far as their arms are long enough: by a
        /// quadratic curve around each, whose ends lie `2 corner / sin(turn / 2)` from it on both arms.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        corner: Option<f32>,
        /// Closed and filled.
        fill: Option<Paint>,
        /// The line.
        stroke: Option<Stroke>,
        /// An open arrow head at the last point.
        arrow: bool,
        /// Kept free at either end, in pixels, for the nodes that it joins.
        trim: [f32; 2],
        /// Shown only while one of its ends is hovered or selected.
        quiet: bool,
        /// What it is, in words: "Fernhill Commerce integrates with Tidewater".
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        title: Option<String>,
        /// How it differs from what it is compared with: a rim along the line and a sign at its middle.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        change: Option<ChangeMark>,
    },
    /// An organization: a shape with a glyph.
    Node {
        /// What it stands for.
        id: ItemId,
        /// Its whole name; the label may show less.
        name: String,
        /// Its center.
        at: [f32; 2],
        /// Which shape; all have the area of a circle of radius `r`.
        shape: domain::Shape,
        /// Radius in pixels.
        r: f32,
        /// Inside.
        fill: Paint,
        /// Outline.
        stroke: Stroke,
        /// The picture inside.
        glyph: domain::Glyph,
        /// The picture's color.
        glyph_color: Paint,
        /// A raster of the list, in place of the glyph: on a plate in the surface color, its side [`LOGO`] radii.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        logo: Option<String>,
        /// Small signs at its rim.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[ts(as = "Option<Vec<Badge>>", optional)]
        badges: Vec<Badge>,
        /// How it differs from what it is compared with: a rim around the shape and a sign beside it.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        change: Option<ChangeMark>,
    },
    /// A mark of a chart or timeline: a milestone, a data point.
    Mark {
        /// What it stands for.
        id: Option<ItemId>,
        /// Its center.
        at: [f32; 2],
        /// Which shape.
        shape: domain::Shape,
        /// Radius in pixels.
        r: f32,
        /// Inside.
        fill: Option<Paint>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// Text, broken into lines beforehand.
    Label {
        /// What it names.
        id: Option<ItemId>,
        /// The point that it is tied to.
        at: [f32; 2],
        /// Moved right from there, in pixels.
        dx: f32,
        /// The first baseline, moved down from there, in pixels.
        dy: f32,
        /// The lines.
        lines: Vec<String>,
        /// A last line in quiet words: of the same size, in the lightest cut and color.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        note: Option<String>,
        /// Measured width and height in pixels, for declutter, hit tests and layout checks.
        size: [f32; 2],
        /// Where the anchor lies on the text.
        align: Align,
        /// Size in pixels.
        font_size: f32,
        /// One of the four bundled cuts: 420, 520, 620, 680.
        weight: u16,
        /// Color.
        color: Paint,
        /// A rim in the canvas color behind it.
        halo: bool,
        /// Not shown at a smaller scale than this: 0 is always, 2 waits until the picture is shown at twice its size.
        from_scale: f32,
        /// Higher is placed first; 0 is always shown and never moves another away.
        priority: u32,
        /// The whole text, where the lines leave something out.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        title: Option<String>,
    },
}

/// Cut and color of a label's note.
pub const NOTE: (u16, &str) = (420, "text-3");

/// Side of a logo's plate in radii of its node, and the part of it that the picture fills.
pub const LOGO: (f32, f32) = (1.15, 0.86);

/// A small round sign at a node's rim or on a line. All measures are pixels at scale 1.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Badge {
    /// What it says, in words.
    pub title: String,
    /// Moved from the node's center or the line's middle.
    pub at: [f32; 2],
    /// Radius.
    pub r: f32,
    /// Inside.
    pub fill: Paint,
    /// Outline.
    pub stroke: Stroke,
    /// Strokes in a box of 24 by 24, as path data (width 3, round ends), 1.2 radii wide; empty for none.
    pub strokes: String,
    /// The strokes' color.
    pub color: Paint,
}

/// How something differs from what it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Not there before.
    Added,
    /// No longer there.
    Gone,
    /// There before, with other values.
    Changed,
}

/// A [`Change`] as it looks.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChangeMark {
    /// Which.
    pub change: Change,
    /// Of a node: a line around the shape, `offset` outside its radius. Of a line: painted under it.
    pub rim: Stroke,
    /// Of a node: how far outside its radius the rim runs, in pixels.
    pub offset: f32,
    /// Its sign.
    pub badge: Badge,
}

/// What an item stands for: `organization:<uuid>`, `relationship:<uuid>`, `motion:<uuid>`, `series:actual`, ….
pub type ItemId = String;

/// A color token of the design (`strategy`, `kind-brand`) or `#rrggbb`, with opacity, or a token mixed into the surface.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Paint {
    /// Token without its two dashes, or `#rrggbb`.
    pub color: String,
    /// 0 to 1.
    pub opacity: f32,
    /// How much of the color is mixed into the surface, 0 to 1; 1 is the plain color.
    pub mix: f32,
}

/// How a line looks.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Stroke {
    /// Color.
    pub paint: Paint,
    /// Width in pixels.
    pub width: f32,
    /// On, off, … in pixels; empty is solid.
    pub dash: Vec<f32>,
}

/// Where a label's anchor lies on the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(test, derive(serde::Deserialize))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Align {
    Start,
    Center,
    End,
}

impl DisplayList {
    /// A picture without rasters, whose positions need no words.
    pub fn of(bounds: Rect, alt: String, items: Vec<Item>) -> Self {
        Self { bounds, alt, items, rasters: Vec::new(), meaning: None }
    }
}

impl Rect {
    /// The smallest rectangle around both.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = ((self.x + self.w).max(other.x + other.w), (self.y + self.h).max(other.y + other.h));
        Self { x, y, w: right - x, h: bottom - y }
    }
}

impl Item {
    /// The area of a label at scale 1; none for other items.
    pub fn label_area(&self) -> Option<Rect> {
        let Self::Label { at, dx, dy, size, align, font_size, .. } = self else { return None };
        let left = match align {
            Align::Start => 0.0,
            Align::Center => size[0] / 2.0,
            Align::End => size[0],
        };
        Some(Rect { x: at[0] + dx - left, y: at[1] + dy - font_size * text::ASCENT, w: size[0], h: size[1] })
    }
}

impl Paint {
    /// A token or `#rrggbb`, plain.
    pub fn plain(color: impl Into<String>) -> Self {
        Self { color: color.into(), opacity: 1.0, mix: 1.0 }
    }

    /// The same with another opacity.
    #[must_use]
    pub fn faded(mut self, opacity: f32) -> Self {
        self.opacity = opacity;
        self
    }

    /// The same mixed into the surface.
    #[must_use]
    pub fn mixed(mut self, mix: f32) -> Self {
        self.mix = mix;
        self
    }
}

impl Stroke {
    /// A solid line.
    pub fn solid(color: impl Into<String>, width: f32) -> Self {
        Self { paint: Paint::plain(color), width, dash: Vec::new() }
    }

    /// A dashed line.
    pub fn dashed(color: impl Into<String>, width: f32, dash: &[f32]) -> Self {
        Self { paint: Paint::plain(color), width, dash: dash.to_vec() }
    }
}
