//! A picture as a PNG file.
//!
//! Owns: pixels. Must not know: what is in the picture. Letters come as shapes of the bundled fonts, so that no font is
//! looked for and a name is as wide as it was measured.

use picture::svg::{Letters, SvgOptions, write};
use picture::{DisplayList, Theme};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use crate::PressError;

/// Pixels each way: four times a large screen.
pub const PIXELS_MAX: u32 = 16_384;

/// Draws `list` as [`write`] would, with `scale` pixels (1 to 4) for each of its own.
pub fn picture_png(list: &DisplayList, theme: Theme, options: &SvgOptions, scale: f32) -> Result<Vec<u8>, PressError> {
    if !(1.0..=4.0).contains(&scale) {
        return Err(PressError::Scale { pixels_per_point: scale.to_string() });
    }
    let svg = write(list, theme, &SvgOptions { letters: Letters::Outlined, ..options.clone() });
    let broken = |detail: String| PressError::Data { detail };
    let tree = usvg::Tree::from_str(&svg, &closed()).map_err(|error| broken(error.to_string()))?;
    let size = tree.size();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "casts to integers stop at their bounds"
    )]
    let pixels = |length: f32| (length.ceil() * scale).ceil() as u32;
    let (width, height) = (pixels(size.width()), pixels(size.height()));
    if width > PIXELS_MAX || height > PIXELS_MAX {
        return Err(PressError::Pixels { width, height, most: PIXELS_MAX });
    }
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| broken(format!("{width} by {height} pixels")))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| broken(error.to_string()))
}

/// Nothing outside the file is read: a link to a file or an address shows nothing.
pub(crate) fn closed() -> usvg::Options<'static> {
    let mut options = usvg::Options::default();
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    options
}

#[cfg(test)]
mod tests {
    use domain::{Glyph, Shape};
    use picture::{Align, Item, Paint, Raster, Rect, Stroke};

    use super::*;

    fn list() -> DisplayList {
        let label = |words: &str, y: f32| Item::Label {
            id: None,
            at: [50.0, y],
            dx: 0.0,
            dy: 0.0,
            lines: vec![words.into()],
            note: None,
            size: [90.0, 15.0],
            align: Align::Center,
            font_size: 12.0,
            weight: 520,
            color: Paint::plain("text"),
            halo: false,
            from_scale: 0.0,
            priority: 0,
            title: None,
        };
        let rect = |color: &str, x: f32| Item::Rect {
            id: None,
            rect: Rect { x, y: 0.0, w: 50.0, h: 20.0 },
            radius: 0.0,
            fill: Some(Paint::plain(color)),
            hatch: None,
            stroke: None,
        };
        let bounds = Rect { x: 0.0, y: 0.0, w: 100.0, h: 60.0 };
        let items = vec![
            rect("strategy", 0.0),
            rect("#123456", 50.0),
            label("Fernhill 11", 35.0),
            label("株式会社 שלום", 54.0),
        ];
        DisplayList::of(bounds, "two fields and two names".into(), items)
    }

    fn drawn(list: &DisplayList, theme: Theme, scale: f32) -> Pixmap {
        let options = SvgOptions { background: true, ..SvgOptions::default() };
        Pixmap::decode_png(&picture_png(list, theme, &options, scale).unwrap()).unwrap()
    }

    fn color(pixmap: &Pixmap, x: u32, y: u32) -> [u8; 3] {
        let pixel = pixmap.pixel(x, y).unwrap();
        [pixel.red(), pixel.green(), pixel.blue()]
    }

    #[test]
    fn colors_and_sizes_are_those_of_the_list() {
        for (theme, scale, strategy, canvas) in [
            (Theme::Light, 1, [0x0B, 0x63, 0x53], [0xFA, 0xFA, 0xF8]),
            (Theme::Dark, 2, [0x52, 0xC7, 0xAC], [0x0F, 0x15, 0x14]),
            (Theme::Projector, 4, [0x07, 0x50, 0x3F], [0xFF, 0xFF, 0xFF]),
        ] {
            let pixmap = drawn(&list(), theme, scale as f32);
            assert_eq!((pixmap.width(), pixmap.height()), (100 * scale, 60 * scale));
            assert_eq!(color(&pixmap, 10 * scale, 10 * scale), strategy);
            assert_eq!(color(&pixmap, 60 * scale, 10 * scale), [0x12, 0x34, 0x56]);
            assert_eq!(color(&pixmap, 99 * scale, 59 * scale), canvas);
        }
    }

    #[test]
    fn names_of_every_script_leave_ink_where_they_were_measured() {
        let pixmap = drawn(&list(), Theme::Light, 2.0);
        let canvas = [0xFA, 0xFA, 0xF8];
        let ink = |left: u32, right: u32, top: u32, bottom: u32| {
            let pixels = (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y)));
            pixels.filter(|(x, y)| color(&pixmap, *x, *y) != canvas).count()
        };
        for (words, top, bottom) in [("Fernhill 11", 46, 76), ("株式会社 שלום", 84, 116)] {
            let half = (0..98)
                .find(|half| f64::from(*half) >= f64::from(picture::text::measure(words, 12.0, 520)))
                .unwrap_or(98);
            assert!(ink(100 - half, 100 + half, top, bottom) > 200, "{words}");
            assert_eq!(ink(0, 97 - half, top, bottom) + ink(103 + half, 200, top, bottom), 0, "{words}");
        }
    }

    #[test]
    fn logos_are_shown_and_links_are_not_followed() {
        let mut red = Pixmap::new(4, 4).unwrap();
        red.fill(resvg::tiny_skia::Color::from_rgba8(200, 10, 10, 255));
        let logo = picture::logo::Logo::parse(&red.encode_png().unwrap()).unwrap();
        let mut list = list();
        list.items = vec![Item::Node {
            id: "organization:1".into(),
            name: "Logo".into(),
            at: [50.0, 30.0],
            shape: Shape::Circle,
            r: 20.0,
            fill: Paint::plain("kind-brand"),
            stroke: Stroke::solid("kind-brand", 2.0),
            glyph: Glyph::None,
            glyph_color: Paint::plain("text"),
            logo: Some("logo:1".into()),
            badges: Vec::new(),
            change: None,
        }];
        let raster = Raster { id: "logo:1".into(), media_type: logo.media_type().into(), data: logo.base64() };
        list.rasters = vec![raster.clone()];
        assert_eq!(color(&drawn(&list, Theme::Light, 1.0), 50, 30), [200, 10, 10]);
        assert_eq!(color(&drawn(&list, Theme::Light, 1.0), 50, 13), [0x5A, 0x41, 0xBE]);
        list.rasters = vec![Raster { media_type: "image/png;x,\"/><image href=\"file:///etc/passwd".into(), ..raster }];
        assert_eq!(color(&drawn(&list, Theme::Light, 1.0), 50, 30), [255, 255, 255]);
    }

    #[test]
    fn sizes_that_cannot_be_drawn_are_refused_in_words() {
        let huge = SvgOptions { width: Some(9_000.0), ..SvgOptions::default() };
        for (options, scale, expect) in [
            (SvgOptions::default(), 0.5, "0.5 pixels per point"),
            (SvgOptions::default(), f32::NAN, "NaN pixels per point"),
            (huge, 2.0, "18000 by 10800 pixels"),
        ] {
            let refused = picture_png(&list(), Theme::Light, &options, scale).unwrap_err().to_string();
            assert!(refused.contains(expect), "{refused}");
        }
    }
}
