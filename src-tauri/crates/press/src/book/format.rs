//! How cells look: formats of figures by unit, heads, totals.

use std::collections::BTreeMap;

use domain::Currency;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::Unit;

/// The light tokens `text-2`, `line-2` and `surface-2`.
const HEAD: Color = Color::RGB(0x004A_5752);
const LINE: Color = Color::RGB(0x00CD_D3CC);
const GROUND: Color = Color::RGB(0x00F7_F8F5);

/// Formats are shared by cells, each made once.
#[derive(Default)]
pub(super) struct Formats {
    figures: BTreeMap<(Unit, bool, bool), Format>,
}

impl Formats {
    /// A figure; a whole one has no decimals where its unit leaves that open.
    pub(super) fn figure(&mut self, unit: Unit, whole: bool, strong: bool) -> &Format {
        self.figures.entry((unit, whole, strong)).or_insert_with(|| {
            let format = Format::new().set_num_format(number(unit, whole)).set_align(FormatAlign::Top);
            if strong { emphasized(format) } else { format }
        })
    }
}

fn number(unit: Unit, whole: bool) -> String {
    match unit {
        Unit::Money(currency) => money(currency),
        Unit::Number if whole => "#,##0".to_owned(),
        Unit::Number => "#,##0.0#".to_owned(),
        Unit::Percent => "0.0%".to_owned(),
        Unit::Change => "+0.0%;-0.0%;0.0%".to_owned(),
    }
}

/// Symbols come from a table of ours, never from a file.
fn money(currency: Currency) -> String {
    let decimals = if currency.minor_per_unit() == 1 { "" } else { ".00" };
    let digits = format!("\"{}\"#,##0{decimals}", currency.symbol());
    format!("{digits};-{digits}")
}

pub(super) fn text() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

pub(super) fn strong() -> Format {
    emphasized(Format::new().set_align(FormatAlign::Top))
}

fn emphasized(format: Format) -> Format {
    format.set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(LINE)
}

pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(16)
}

pub(super) fn heading() -> Format {
    Format::new().set_bold().set_font_size(12)
}

pub(super) fn head() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(HEAD)
        .set_background_color(GROUND)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(LINE)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
}

pub(super) fn day() -> Format {
    Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top)
}
