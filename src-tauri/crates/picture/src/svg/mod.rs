//! A display list as an SVG file: for export, and for the PDF, which keeps it as vectors.
//!
//! Owns: escaping and the shapes of SVG. Must not know: what the picture shows.

mod badge;
mod declutter;
mod layer;
mod line;
mod ranges;
mod shapes;
mod words;

use std::fmt::Write as _;

use crate::map::Legend;
use crate::{DisplayList, Item, ItemId, Paint, Stroke, Theme};
use declutter::Shown;
use layer::Layers;

/// How letters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    /// As text.
    #[default]
    Text,
    /// As text for usvg, which Typst draws with: it takes a weight that is no whole hundred for regular, and of a line in
    /// several scripts it loses letters unless each piece names its font. A line that has more glyphs than letters is drawn
    /// as shapes.
    Usvg,
    /// As shapes, for readers that choose fonts of their own; the file then has no text in it.
    Outlined,
}

/// How to write.
#[derive(Debug, Clone, PartialEq)]
pub struct SvgOptions {
    /// Width of the picture in pixels or points; none takes the bounds' own.
    pub width: Option<f32>,
    /// Height; none follows from the width and the bounds.
    pub height: Option<f32>,
    /// Paint the canvas color behind everything.
    pub background: bool,
    /// The family named in every text.
    pub family: String,
    /// Smallest text, in the unit of `width`; 0 lets text shrink with the picture. Labels that no longer fit then are
    /// left out: see [`left_out`].
    pub min_text: f32,
    /// The map as the window shows it at this width, in place of `min_text`: names keep sizes that can be read, and
    /// those that wait there for a closer look are left out.
    pub as_on_screen: bool,
    /// How letters are written.
    pub letters: Letters,
    /// Drawn along the foot, at its own size; a given height includes it.
    pub legend: Option<Legend>,
}

impl Default for SvgOptions {
    fn default() -> Self {
        Self {
            width: None,
            height: None,
            background: false,
            family: crate::fonts::FAMILIES.join(", "),
            min_text: 0.0,
            as_on_screen: false,
            letters: Letters::Text,
            legend: None,
        }
    }
}

/// Writes `list` as a whole SVG document. Lines that wait for a pointer are left out: paper has none.
pub fn write(list: &DisplayList, theme: Theme, options: &SvgOptions) -> String {
    let width = options.width.unwrap_or(list.bounds.w.max(1.0));
    let strip = options.legend.as_ref().map(|legend| legend.strip(width));
    let below = strip.as_ref().map_or(0.0, |strip| strip.bounds.h);
    let height = options.height.map(|height| (height - below).max(1.0));
    let frame = Frame::new(list, options.width, height);
    let mut writer = Writer {
        out: String::new(),
        theme,
        frame,
        family: escape(&options.family),
        letters: options.letters,
        layers: Layers::default(),
    };
    writer.open(&list.alt, [frame.width, frame.height + below], options.background);
    writer.list(list, declutter::labels(list, &frame, options));
    if let Some(strip) = &strip {
        writer.frame = Frame::new(strip, Some(frame.width), Some(below));
        let _ = writeln!(writer.out, "<g id=\"legend\" transform=\"translate(0 {})\">", number(frame.height));
        let shown = declutter::labels(strip, &writer.frame, &SvgOptions::default());
        writer.list(strip, shown);
        writer.out.push_str("</g>\n");
    }
    writer.out.push_str("</svg>\n");
    writer.out
}

/// What has a label that [`write`] would leave out with these options, in the order of the list.
pub fn left_out(list: &DisplayList, options: &SvgOptions) -> Vec<ItemId> {
    let labels = declutter::labels(list, &Frame::new(list, options.width, options.height), options);
    let hidden = list.items.iter().zip(labels).filter_map(|(item, label)| match item {
        Item::Label { id, .. } if label.is_none() => id.clone(),
        _ => None,
    });
    hidden.collect()
}

/// From units of the list to those of the file.
#[derive(Debug, Clone, Copy)]
struct Frame {
    origin: [f32; 2],
    scale: f32,
    /// What a pixel of the list becomes: never more than itself.
    px: f32,
    width: f32,
    height: f32,
}

impl Frame {
    fn new(list: &DisplayList, width: Option<f32>, height: Option<f32>) -> Self {
        let bounds = list.bounds;
        let (w, h) = (bounds.w.max(1.0), bounds.h.max(1.0));
        let scale = match (width, height) {
            (Some(width), Some(height)) => (width / w).min(height / h),
            (Some(width), None) => width / w,
            (None, Some(height)) => height / h,
            (None, None) => 1.0,
        };
        let (width, height) = (width.unwrap_or(w * scale), height.unwrap_or(h * scale));
        // What the other side leaves over is shared by both edges.
        let origin = [bounds.x - (width / scale - w) / 2.0, bounds.y - (height / scale - h) / 2.0];
        Self { origin, scale, px: scale.min(1.0), width, height }
    }

    fn at(&self, point: [f32; 2]) -> [f32; 2] {
        [(point[0] - self.origin[0]) * self.scale, (point[1] - self.origin[1]) * self.scale]
    }
}

struct Writer {
    out: String,
    theme: Theme,
    frame: Frame,
    family: String,
    letters: Letters,
    /// Ids given so far, so that each is given once.
    layers: Layers,
}

impl Writer {
    fn open(&mut self, alt: &str, [width, height]: [f32; 2], background: bool) {
        let (width, height) = (number(width), number(height));
        let alt = escape(alt);
        let _ = writeln!(
            self.out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{alt}</title>"
        );
        if background {
            let fill = self.theme.token("canvas").hex();
            let _ = writeln!(self.out, "<rect id=\"canvas\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>");
        }
    }

    /// Everything that paper shows, in layers that say what they hold.
    fn list(&mut self, list: &DisplayList, labels: Vec<Option<Shown>>) {
        let mut open = "";
        for (item, label) in list.items.iter().zip(labels) {
            let waits = matches!(item, Item::Path { quiet: true, .. });
            if waits || (matches!(item, Item::Label { .. }) && label.is_none()) {
                continue;
            }
            let layer = layer::of(item);
            if open != layer {
                self.out.push_str(if open.is_empty() { "" } else { "</g>\n" });
                open = layer;
                let id = self.layers.unique(layer);
                let _ = writeln!(self.out, "<g id=\"{id}\">");
            }
            self.item(item, list, label);
        }
        self.out.push_str(if open.is_empty() { "" } else { "</g>\n" });
    }

    fn item(&mut self, item: &Item, list: &DisplayList, label: Option<Shown>) {
        match item {
            Item::Ellipse { at, rx, ry, fill, stroke } => {
                let [x, y] = self.frame.at(*at).map(number);
                let (rx, ry) = (number(rx * self.frame.scale), number(ry * self.frame.scale));
                let paint = self.paint(fill.as_ref(), stroke.as_ref());
                let _ = writeln!(self.out, "<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\"{paint}/>");
            }
            Item::Rect { .. } => self.rect(item),
            Item::Path { .. } => self.path(item),
            Item::Node { .. } => self.node(item, &list.rasters),
            Item::Mark { .. } => self.mark(item),
            Item::Label { .. } => {
                if let Some(shown) = label {
                    self.label(item, shown);
                }
            }
        }
    }

    /// The attributes of a fill and a stroke.
    fn paint(&self, fill: Option<&Paint>, stroke: Option<&Stroke>) -> String {
        let mut text = self.color("fill", fill);
        if let Some(stroke) = stroke {
            text += &self.color("stroke", Some(&stroke.paint));
            let _ = write!(text, " stroke-width=\"{}\"", number(stroke.width * self.frame.px));
            if !stroke.dash.is_empty() {
                let dash: Vec<String> = stroke.dash.iter().map(|length| number(length * self.frame.px)).collect();
                let _ = write!(text, " stroke-dasharray=\"{}\"", dash.join(" "));
            }
        }
        text
    }

    fn color(&self, attribute: &str, paint: Option<&Paint>) -> String {
        let Some(paint) = paint else { return format!(" {attribute}=\"none\"") };
        let color = self.theme.resolve(paint);
        let mut text = format!(" {attribute}=\"{}\"", color.hex());
        if color.opacity < 0.999 {
            let _ = write!(text, " {attribute}-opacity=\"{}\"", number(color.opacity));
        }
        text
    }
}

/// At most two decimals.
fn number(value: f32) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

/// Text for content and attributes; what XML 1.0 cannot hold is left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}
