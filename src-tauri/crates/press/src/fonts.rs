//! The bundled fonts, and which characters they can show.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Stands for a character that no bundled font has: PDF/UA-1 forbids a glyph that means nothing.
const REPLACEMENT: char = '?';

/// The fonts, loaded once.
pub struct Fonts {
    /// What Typst chooses from.
    pub book: LazyHash<FontBook>,
    /// In the order of the book.
    pub fonts: Vec<Font>,
}

/// The bundled fonts.
pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = picture::fonts::ALL.iter().flat_map(|cut| Font::iter(Bytes::new(cut.bytes))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

impl Fonts {
    /// `text` with each character that the fonts cannot show replaced by a mark, and with those characters added to
    /// `missing`. Line ends stay; other controls become spaces, invisible characters go.
    pub fn showable(&self, text: &str, missing: &mut Vec<char>) -> String {
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' => shown.push(c),
                c if c.is_control() => shown.push(' '),
                c if is_invisible(c) => {}
                c if !is_private(c) && self.covers(c) => shown.push(c),
                c => {
                    missing.push(c);
                    shown.push(REPLACEMENT);
                }
            }
        }
        shown
    }

    fn covers(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }
}

/// Joiners, marks of direction and variation selectors: they show nothing, and a PDF that maps a glyph to some of them
/// is refused by its standard.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// PDF/A-2a forbids text in the private areas.
fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_as_typed_unless_no_font_can_show_it() {
        for (input, expect, lost) in [
            ("#eval(\"1\") *x* $a$ <b> @ref", "#eval(\"1\") *x* $a$ <b> @ref", ""),
            ("Ægir Łódź Ωmega Жук €", "Ægir Łódź Ωmega Жук €", ""),
            ("a\u{200B}b\u{FEFF}c\tD\nE", "abc D\nE", ""),
            ("株式 x שלום شركة", "株式 x שלום شركة", ""),
            ("ᚠ x", "? x", "ᚠ"),
            ("\u{E000}", "?", "\u{E000}"),
        ] {
            let mut missing = Vec::new();
            assert_eq!(FONTS.showable(input, &mut missing), expect);
            assert_eq!(missing.into_iter().collect::<String>(), lost, "{input}");
        }
    }

    #[test]
    fn each_cut_has_the_family_and_weight_that_pictures_name() {
        let cuts = FONTS.fonts.iter().map(|f| (f.info().family.as_str(), f.info().variant.weight.to_number()));
        let named = picture::fonts::ALL.iter().map(|font| (font.family, font.weight.unwrap_or(420)));
        assert_eq!(cuts.collect::<Vec<_>>(), named.collect::<Vec<_>>());
    }
}
