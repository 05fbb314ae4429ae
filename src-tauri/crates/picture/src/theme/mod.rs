//! The colors of the design tokens, for painters that have no style sheet.
//!
//! Owns: what a [`Paint`] looks like in each theme. Must not know: what is painted.

#[allow(clippy::unreadable_literal, reason = "colors are read by their bytes, as in the style sheet")]
mod tokens;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Paint;
use tokens::TOKENS;

/// One set of token values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
// The page calls the theme that a person prefers `Theme`.
#[ts(rename = "PictureTheme")]
#[allow(missing_docs, reason = "named as in tokens.css")]
pub enum Theme {
    Light,
    Dark,
    Projector,
    ProjectorDark,
}

/// A color as a painter needs it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "0 to 255, opacity 0 to 1")]
pub struct Color {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
    pub opacity: f32,
}

impl Theme {
    /// The value of a token (`strategy`) or of `#rrggbb`; anything else is the text color, so that nothing vanishes.
    pub fn token(self, name: &str) -> Color {
        let known = TOKENS.iter().find(|(token, _)| *token == name).map(|(_, values)| values[self as usize]);
        let written = || u32::from_str_radix(name.strip_prefix('#').filter(|hex| hex.len() == 6)?, 16).ok();
        match known.or_else(|| written().map(|rgb| (rgb << 8) | 0xFF)) {
            Some(value) => Color::from_rgba(value),
            None => self.token("text"),
        }
    }

    /// A paint with its mix into the surface and its opacity applied.
    pub fn resolve(self, paint: &Paint) -> Color {
        let color = self.token(&paint.color);
        let surface = self.token("surface");
        let mix = paint.mix.clamp(0.0, 1.0);
        Color {
            red: between(surface.red, color.red, mix),
            green: between(surface.green, color.green, mix),
            blue: between(surface.blue, color.blue, mix),
            opacity: color.opacity * paint.opacity.clamp(0.0, 1.0),
        }
    }
}

impl Color {
    fn from_rgba(value: u32) -> Self {
        let [red, green, blue, opacity] = value.to_be_bytes();
        Self { red, green, blue, opacity: f32::from(opacity) / 255.0 }
    }

    /// `#RRGGBB`, without the opacity.
    pub fn hex(&self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.red, self.green, self.blue)
    }
}

fn between(from: u8, to: u8, part: f32) -> u8 {
    (f32::from(from) + (f32::from(to) - f32::from(from)) * part).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paints_resolve_in_every_theme() {
        for (theme, paint, hex, opacity) in [
            (Theme::Light, Paint::plain("strategy"), "#0B6353", 1.0),
            (Theme::Dark, Paint::plain("strategy"), "#52C7AC", 1.0),
            (Theme::Projector, Paint::plain("#12ab34").faded(0.5), "#12AB34", 0.5),
            (Theme::Light, Paint::plain("kind-brand").mixed(0.0), "#FFFFFF", 1.0),
            (Theme::ProjectorDark, Paint::plain("no such token"), "#FFFFFF", 1.0),
            (Theme::Light, Paint::plain("#zzzzzz"), "#16201D", 1.0),
        ] {
            let color = theme.resolve(&paint);
            assert_eq!((color.hex().as_str(), color.opacity), (hex, opacity), "{paint:?}");
        }
    }

    #[test]
    fn the_table_equals_the_style_sheet() {
        let css = include_str!("../../../../../ui/src/shared/tokens.css");
        let light = css.split_once(":root {").unwrap().1.split("[data-theme").next().unwrap();
        let compared = TOKENS.iter().filter(|(name, values)| {
            let Some(written) = light.split(&format!("--{name}: #")).nth(1) else { return false };
            assert_eq!(values[0] >> 8, u32::from_str_radix(&written[..6], 16).unwrap(), "--{name}");
            true
        });
        assert!(compared.count() > 50);
    }
}
