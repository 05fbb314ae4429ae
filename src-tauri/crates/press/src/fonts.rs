//! The bundled fonts, loaded when a document has letters of theirs, and which characters they can show.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Stands for a character that no bundled font has: PDF/UA-1 forbids a glyph that means nothing.
const REPLACEMENT: char = '?';
const FAMILY_COUNT: usize = picture::fonts::FAMILIES.len();

/// The cuts of a family, by its place among those that a letter is looked up in.
fn cuts(family: usize) -> &'static [Font] {
    static CUTS: [OnceLock<Vec<Font>>; FAMILY_COUNT] = [const { OnceLock::new() }; FAMILY_COUNT];
    CUTS[family].get_or_init(|| {
        let own = picture::fonts::ALL.iter().filter(|cut| cut.family == picture::fonts::FAMILIES[family]);
        own.flat_map(|cut| Font::iter(Bytes::new(cut.bytes))).collect()
    })
}

/// The fonts of one document.
pub struct Fonts {
    /// What Typst chooses from.
    pub book: LazyHash<FontBook>,
    /// In the order of the book.
    pub fonts: Vec<Font>,
}

/// What a document's texts ask of the fonts.
#[derive(Default)]
pub struct Letters {
    /// Characters that no bundled font has, in the order in which they were met.
    pub missing: Vec<char>,
    /// The families that were needed, a bit for each; Inter always is.
    families: usize,
}

impl Letters {
    /// `text` with each character that the fonts cannot show replaced by a mark. Line ends stay; other controls become
    /// spaces, invisible characters go.
    pub fn showable(&mut self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' | ' '..='~' => shown.push(c),
                c if c.is_control() => shown.push(' '),
                c if is_invisible(c) => {}
                c if !is_private(c) && self.find(c) => shown.push(c),
                c => {
                    self.missing.push(c);
                    shown.push(REPLACEMENT);
                }
            }
        }
        shown
    }

    /// The fonts that these letters need. The same letters get the same fonts in the same order.
    pub fn fonts(&self) -> &'static Fonts {
        static SETS: [OnceLock<Fonts>; 1 << FAMILY_COUNT] = [const { OnceLock::new() }; 1 << FAMILY_COUNT];
        let needed = self.families | 1;
        SETS[needed].get_or_init(|| {
            let families = (0..FAMILY_COUNT).filter(|family| needed & (1 << family) != 0);
            let fonts: Vec<Font> = families.flat_map(cuts).cloned().collect();
            Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
        })
    }

    fn find(&mut self, c: char) -> bool {
        let covers = |font: &Font| font.info().coverage.contains(u32::from(c));
        let found = (0..FAMILY_COUNT).find(|family| cuts(*family).iter().any(covers));
        self.families |= found.map_or(0, |family| 1 << family);
        found.is_some()
    }
}

/// Joiners, marks of direction, variation selectors and tones of skin: they show nothing, and a PDF that maps a glyph to
/// some of them is refused by its standard.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}')
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
            ("🚀 ❤\u{FE0F} 🇩🇪 👍🏽 👩\u{200D}💻", "🚀 ❤ 🇩🇪 👍 👩💻", ""),
            ("ᚠ x", "? x", "ᚠ"),
            ("\u{E000}", "?", "\u{E000}"),
        ] {
            let mut letters = Letters::default();
            assert_eq!(letters.showable(input), expect);
            assert_eq!(letters.missing.into_iter().collect::<String>(), lost, "{input}");
        }
    }

    #[test]
    fn a_document_has_the_fonts_of_its_letters_alone() {
        for (text, expect) in [
            ("Ægir, Ωmega, Жук ✓", vec!["Inter"]),
            ("שלום", vec!["Inter", "Noto Sans Hebrew"]),
            ("株式 شركة", vec!["Inter", "Noto Sans Arabic", "Noto Sans CJK"]),
            ("🚀", vec!["Inter", "Noto Emoji"]),
        ] {
            let mut letters = Letters::default();
            letters.showable(text);
            let mut families: Vec<&str> =
                letters.fonts().fonts.iter().map(|font| font.info().family.as_str()).collect();
            families.dedup();
            assert_eq!(families, expect, "{text}");
        }
    }

    #[test]
    fn each_cut_has_the_family_and_weight_that_pictures_name() {
        let cuts =
            (0..FAMILY_COUNT).flat_map(cuts).map(|f| (f.info().family.as_str(), f.info().variant.weight.to_number()));
        let named = picture::fonts::ALL.iter().map(|font| (font.family, font.weight.unwrap_or(420)));
        assert_eq!(cuts.collect::<Vec<_>>(), named.collect::<Vec<_>>());
    }
}
