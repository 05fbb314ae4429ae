//! The language of a picture. English phrases stand where they are used; another language has its own words for each, and
//! its own way to write figures.
//!
//! Owns: how a phrase and a figure become another language's. Must not know: any language but English.

use std::collections::BTreeMap;

use domain::{Currency, MetricUnit, Money, Month};
use serde::Deserialize;

use crate::format;

/// English, or a language with words of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Language(Option<&'static Phrases>);

/// What another language says.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// English phrase and its words, with the same gaps (`{name}`).
    pub said: BTreeMap<String, String>,
    /// How figures are written.
    pub figures: Figures,
}

/// How figures are written.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Before the decimals.
    pub decimal: char,
    /// Between groups of three digits.
    pub group: char,
    /// What follows a figure: of the English unit ("k", "%", " days"), the language's own.
    pub units: BTreeMap<String, String>,
    /// "from {low} to {high}".
    pub range: String,
}

impl Language {
    /// A language other than English.
    pub fn of(phrases: &'static Phrases) -> Self {
        Self(Some(phrases))
    }

    /// A phrase in this language; as it is in English where there are no words for it.
    pub fn say(self, english: &str) -> &str {
        self.0.and_then(|phrases| phrases.said.get(english)).map_or(english, String::as_str)
    }

    /// A phrase with its gaps filled. What is put in is never read for further gaps.
    pub fn fill(self, english: &str, parts: &[(&str, &str)]) -> String {
        let mut said = String::new();
        let mut rest = self.say(english);
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let Some((name, after)) = after.split_once('}') else { break };
            said.push_str(parts.iter().find(|(part, _)| *part == name).map_or(name, |(_, text)| text));
            rest = after;
        }
        said + rest
    }

    /// A name of ours inside a sentence: English writes it small.
    pub fn within(self, name: &str) -> String {
        if self.0.is_some() { name.to_owned() } else { name.to_lowercase() }
    }

    /// "May 2026".
    pub fn month(self, month: Month) -> String {
        format!("{} {}", self.say(month.short_name()), month.year())
    }

    /// As [`format::money`].
    pub fn money(self, money: Money) -> String {
        self.written(format::money(money))
    }

    /// As [`format::money_short`].
    pub fn money_short(self, money: Money) -> String {
        self.written(format::money_short(money))
    }

    /// As [`format::money_column`].
    pub fn money_column(self, amounts: &[Money]) -> Vec<String> {
        format::money_column(amounts).into_iter().map(|text| self.written(text)).collect()
    }

    /// As [`format::figure`].
    pub fn figure(self, value: f64, unit: MetricUnit, currency: Currency) -> String {
        self.written(format::figure(value, unit, currency))
    }

    /// As [`format::difference`].
    pub fn difference(self, value: f64, unit: MetricUnit, currency: Currency) -> String {
        self.written(format::difference(value, unit, currency))
    }

    /// As [`format::range`].
    pub fn range(self, low: f64, high: f64, unit: MetricUnit, currency: Currency) -> String {
        let english = format::range(low, high, unit, currency);
        let Some((phrases, (low, high))) = self.0.zip(english.split_once(" to ")) else { return english };
        let (low, high) = (self.written(low.to_owned()), self.written(high.to_owned()));
        phrases.figures.range.replace("{low}", &low).replace("{high}", &high)
    }

    /// As [`format::percent`].
    pub fn percent(self, part: f64) -> String {
        self.written(format::percent(part))
    }

    /// As [`format::count`].
    pub fn count(self, count: u64) -> String {
        self.written(format::count(count))
    }

    /// A figure with `decimals` decimals.
    pub fn decimal(self, value: f64, decimals: usize) -> String {
        self.written(format!("{value:.decimals$}"))
    }

    /// A figure that [`format`] wrote, as this language writes it: never anything that a person typed.
    pub fn written(self, english: String) -> String {
        match self.0 {
            Some(phrases) => phrases.figures.written(&english).unwrap_or(english),
            None => english,
        }
    }
}

impl Figures {
    /// The currency follows its figure. None where there is no digit.
    fn written(&self, english: &str) -> Option<String> {
        let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let begin = english.find(|c: char| c.is_ascii_digit())?;
        let end = english[begin..].find(|c| !digits(c)).map_or(english.len(), |length| begin + length);
        let before = &english[..begin];
        let sign = before.chars().next().filter(|c| matches!(c, '+' | '-' | '\u{2212}'));
        let symbol = before[sign.map_or(0, char::len_utf8)..].trim();
        let number: String = english[begin..end]
            .chars()
            .map(|c| match c {
                '.' => self.decimal,
                ',' => self.group,
                c => c,
            })
            .collect();
        let unit = self.unit(&english[end..]);
        let symbol = if symbol.is_empty() { String::new() } else { format!("\u{a0}{symbol}") };
        Some(format!("{}{number}{unit}{symbol}", sign.map(String::from).unwrap_or_default()))
    }

    /// A letter for thousands may stand before the unit proper ("1.2M%").
    fn unit(&self, english: &str) -> String {
        if let Some(unit) = self.units.get(english) {
            return unit.clone();
        }
        let letter = english.chars().next().map_or(0, char::len_utf8);
        let known = |part: &str| self.units.get(part).cloned().unwrap_or_else(|| part.to_owned());
        let (letter, rest) = english.split_at(letter);
        known(letter) + &known(rest)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    static GERMAN: LazyLock<Phrases> = LazyLock::new(|| {
        let text = r#"{
            "said": {"Plan to {month}": "Plan bis {month}", "May": "Mai"},
            "figures": {
                "decimal": ",", "group": ".", "range": "{low} bis {high}",
                "units": {"k": "\u00a0Tsd.", "M": "\u00a0Mio.", "%": "\u00a0%", " days": "\u00a0Tage", " of 100": "\u00a0von 100"}
            }
        }"#;
        serde_json::from_str(text).unwrap()
    });

    #[test]
    fn what_has_no_words_of_its_own_stays_english() {
        let german = Language::of(&GERMAN);
        let month = [("month", "{x}")];
        assert_eq!(
            [german.say("May"), german.say("Landing"), Language::default().say("May")],
            ["Mai", "Landing", "May"]
        );
        assert_eq!(german.fill("Plan to {month}", &month), "Plan bis {x}");
        assert_eq!(Language::default().fill("Plan to {month}", &month), "Plan to {x}");
    }

    #[test]
    fn figures_are_written_as_their_language_does() {
        let german = Language::of(&GERMAN);
        for (english, expect) in [
            ("€2.29M", "2,29\u{a0}Mio.\u{a0}€"),
            ("−€1.2k", "−1,2\u{a0}Tsd.\u{a0}€"),
            ("CHF 7k", "7\u{a0}Tsd.\u{a0}CHF"),
            ("€24,000.50", "24.000,50\u{a0}€"),
            ("+55", "+55"),
            ("11.8%", "11,8\u{a0}%"),
            ("1.2M%", "1,2\u{a0}Mio.\u{a0}%"),
            ("2,165", "2.165"),
            ("84 days", "84\u{a0}Tage"),
            ("68 of 100", "68\u{a0}von 100"),
            ("—", "—"),
        ] {
            assert_eq!(german.written(english.to_owned()), expect);
            assert_eq!(Language::default().written(english.to_owned()), english);
        }
        let range = german.range(9e5, 2.1e6, MetricUnit::Money, Currency::EUR);
        assert_eq!(range, "0,9\u{a0}Mio.\u{a0}€ bis 2,1\u{a0}Mio.\u{a0}€");
    }
}
