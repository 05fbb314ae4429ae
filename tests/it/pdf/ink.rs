//! Where the letters of a page stand: the page is painted onto a device that keeps texts alone.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::util::TransformExt;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect, Shape};

use super::{Mark, Page, Run};

/// Outlines are given for letters of this size.
const EM: f64 = 1000.0;
/// A wider gap, in sizes of the letters, begins a new run.
const GAP: f64 = 0.45;

/// The pages with their texts.
pub fn pages(pdf: &Pdf) -> Vec<Page> {
    let cache = InterpreterCache::new();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let whole = Rect::new(0.0, 0.0, width, height);
        let transform = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(transform, whole, &cache, page.xref(), InterpreterSettings::default());
        let mut letters = Letters { windows: vec![whole], ..Letters::default() };
        interpret_page(page, &mut context, &mut letters);
        pages.push(Page { width, height, runs: letters.runs });
    }
    pages
}

#[derive(Default)]
struct Letters {
    runs: Vec<Run>,
    marks: Vec<Mark>,
    windows: Vec<Rect>,
    /// Where the last run's next letter would stand.
    pen: Point,
}

impl Letters {
    fn set(&mut self, text: &str, at: Point, ahead: Point, ink: Option<Rect>, size: f64) {
        let mark = self.marks.last().copied().unwrap_or(Mark::None);
        let goes_on = (at - self.pen).hypot() < GAP * size;
        self.pen = ahead;
        match self.runs.last_mut() {
            Some(run) if goes_on && run.mark == mark => {
                run.text.push_str(text);
                if let Some(ink) = ink {
                    run.ink = if run.ink.area() == 0.0 { ink } else { run.ink.union(ink) };
                }
            }
            _ if ink.is_none() => {}
            _ => self.runs.push(Run {
                text: text.to_owned(),
                baseline: at.y,
                ink: ink.unwrap_or_default(),
                window: self.windows.last().copied().unwrap_or_default(),
                mark,
            }),
        }
    }
}

impl<'a> Device<'a> for Letters {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        mode: &GlyphDrawMode,
    ) {
        // A halo around a letter that follows.
        if matches!(mode, GlyphDrawMode::Stroke(_)) {
            return;
        }
        let Glyph::Outline(letter) = glyph else { panic!("a letter is drawn by instructions") };
        let text = match letter.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => "\u{FFFD}".to_owned(),
        };
        let whole = transform * glyph_transform;
        let outline = whole * letter.outline();
        let ink = (!outline.elements().is_empty()).then(|| outline.bounding_box());
        let at = whole * Point::ZERO;
        let ahead = whole * Point::new(letter.advance_width().map_or(0.0, f64::from), 0.0);
        let size = (whole * Point::new(0.0, EM) - at).hypot();
        self.set(&text, at, ahead, ink, size);
    }

    fn begin_marked_content(&mut self, tag: &[u8], id: Option<i32>) {
        let inherited = self.marks.last().copied().unwrap_or(Mark::None);
        let own = if tag == b"Artifact" { Mark::Artifact } else { id.map_or(inherited, Mark::Content) };
        self.marks.push(own);
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let seen = self.windows.last().copied().unwrap_or_default();
        self.windows.push(seen.intersect(clip.path.bounding_box()));
    }

    fn pop_clip_path(&mut self) {
        self.windows.pop();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_transparency_group(&mut self) {}
}
