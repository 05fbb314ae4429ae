//! The words under months.

use domain::Month;

use super::frame::Span;
use super::sheet::{SIZE, Sheet, Word};
use crate::{Language, text};

/// Room that months' names take, and years below them where there are several.
pub(super) fn height(span: Span) -> f32 {
    if span.within_a_year() { 22.0 } else { 35.0 }
}

/// Writes months' names below `bottom`; `x` tells the middle of a month.
pub(super) fn write(sheet: &Sheet, span: Span, language: Language, pitch: f32, bottom: f32, x: impl Fn(usize) -> f32) {
    for MonthWord { month, word, year } in words(span, language, pitch) {
        sheet.word(&Word::new(&word).center(), &[[x(month), bottom + 15.0]]);
        if let Some(year) = year {
            sheet.word(&Word::new(&year).center().color("text-3"), &[[x(month), bottom + 28.0]]);
        }
    }
}

/// A word under a month.
#[derive(Debug, Clone, PartialEq)]
struct MonthWord {
    /// Index of the month that it stands under.
    month: usize,
    word: String,
    /// A second line below: the year, where the chart spans more than one.
    year: Option<String>,
}

/// As many months' names as have room at `pitch` pixels for each month; letters or years where names have none.
fn words(span: Span, language: Language, pitch: f32) -> Vec<MonthWord> {
    let several = !span.within_a_year();
    let said = |month: Month| language.say(month.short_name());
    let name = text::measure("May", SIZE, 420).max(if several { text::measure("2026", SIZE, 420) } else { 0.0 }) + 6.0;
    // Every month, or only those that begin a quarter, a half or a year.
    let every = [1_i32, 3, 6, 12].into_iter().find(|every| pitch * *every as f32 >= name).unwrap_or(24);
    let letters = every > 1 && !several && pitch >= 12.0;
    let words = span.months().enumerate().filter_map(|(index, month)| {
        let begins = if span.count == 1 { 0 } else { month.year() * 12 + month.number() - 1 };
        if letters {
            return Some(MonthWord { month: index, word: said(month).chars().take(1).collect(), year: None });
        }
        if begins % every != 0 {
            return None;
        }
        let year = several.then(|| month.year().to_string());
        if every >= 12 {
            return Some(MonthWord { month: index, word: year.unwrap_or_default(), year: None });
        }
        // The year stands under its first name only.
        let earlier = month.plus(-every);
        let again = index > 0 && earlier.since(span.first) >= 0 && earlier.year() == month.year();
        Some(MonthWord { month: index, word: said(month).to_owned(), year: year.filter(|_| !again) })
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_named_while_there_is_room() {
        let said = |first: (i32, i32), count, pitch| -> Vec<String> {
            let span = Span { first: Month::new(first.0, first.1).unwrap(), count };
            let said = words(span, Language::default(), pitch).into_iter();
            said.map(|word| word.word + &word.year.map(|year| format!("/{year}")).unwrap_or_default()).collect()
        };
        assert_eq!(said((2026, 11), 4, 50.0), ["Nov/2026", "Dec", "Jan/2027", "Feb"]);
        assert_eq!(said((2026, 11), 14, 20.0), ["Jan/2027", "Apr", "Jul", "Oct"]);
        assert_eq!(said((2026, 11), 60, 4.0), ["2027", "2028", "2029", "2030", "2031"]);
        assert_eq!(said((2026, 11), 1, 300.0), ["Nov"]);
        assert_eq!(said((2026, 1), 12, 16.0).concat(), "JFMAMJJASOND");
    }
}
