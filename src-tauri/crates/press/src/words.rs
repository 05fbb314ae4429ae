//! The fixed words of a document, one table for each language.

use std::sync::LazyLock;

use domain::Date;
use picture::{Language, Phrases};
use serde_json::{Map, Value};

use crate::PressError;

static TABLES: LazyLock<[(&str, Words); 2]> = LazyLock::new(|| {
    [
        ("en", Words::read(include_str!("../../../../assets/plan/words/en.json"))),
        ("de", Words::read(include_str!("../../../../assets/plan/words/de.json"))),
    ]
});

/// Languages in which the fixed words exist.
pub const LANGUAGES: [&str; 2] = ["en", "de"];

/// The fixed words of one language.
#[derive(Debug)]
pub struct Words {
    table: Map<String, Value>,
    /// What English says elsewhere: in pictures, of figures, in names that workspaces begin with.
    phrases: Option<Phrases>,
}

/// Where a language keeps its own phrases in its table; English has none.
const PHRASES: &str = "phrases";

/// The words of `language`.
pub fn words(language: &str) -> Result<&'static Words, PressError> {
    let found = TABLES.iter().find(|(name, _)| *name == language);
    found.map(|(_, words)| words).ok_or_else(|| PressError::Language {
        found: language.chars().take(40).collect(),
        expected: LANGUAGES.map(|name| format!("'{name}'")).join(" and "),
    })
}

impl Words {
    /// A table that cannot be read is empty, which a test would see.
    fn read(text: &str) -> Self {
        let mut table: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let phrases = table.remove(PHRASES).and_then(|phrases| serde_json::from_value(phrases).ok());
        Self { table, phrases }
    }

    /// What the language says for English phrases; none in English.
    pub fn phrases(&self) -> Option<&Phrases> {
        self.phrases.as_ref()
    }

    /// The same language for figures, pictures and built-in names.
    pub fn language(&'static self) -> Language {
        self.phrases.as_ref().map_or_else(Language::default, Language::of)
    }

    /// The words at `key`; the key itself where there are none.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.table.get(key).and_then(Value::as_str).unwrap_or(key)
    }

    /// The words at `key` with `{name}` replaced. What is put in is never read for further names.
    pub fn say(&self, key: &str, parts: &[(&str, &str)]) -> String {
        let mut said = String::new();
        let mut rest = self.get(key);
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                rest = after;
                break;
            };
            said.push_str(parts.iter().find(|(part, _)| *part == name).map_or(name, |(_, text)| text));
            rest = after;
        }
        said.push_str(rest);
        said
    }

    /// "14 April".
    pub fn day(&self, day: Date) -> String {
        self.say("day", &[("day", &day.day().to_string()), ("month", self.month_name(day.month()))])
    }

    /// "14 April 2026".
    pub fn day_with_year(&self, day: Date) -> String {
        format!("{} {}", self.day(day), day.year())
    }

    /// "April 2026".
    pub fn month(&self, day: Date) -> String {
        format!("{} {}", self.month_name(day.month()), day.year())
    }

    /// "Apr".
    pub fn short_month(&self, month: i32) -> &str {
        self.at("months", usize::try_from(month - 1).unwrap_or(0))
    }

    fn month_name(&self, month: i8) -> &str {
        self.at("month_names", usize::try_from(month - 1).unwrap_or(0))
    }

    fn at(&self, list: &str, at: usize) -> &str {
        self.table.get(list).and_then(|list| list.get(at)).and_then(Value::as_str).unwrap_or_default()
    }

    /// All of them, for the templates.
    pub(crate) fn table(&self) -> &Map<String, Value> {
        &self.table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_words_with_the_same_gaps() {
        let gaps = |text: &Value| {
            let text = text.as_str().unwrap_or_default();
            let mut names: Vec<String> =
                text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
            names.sort();
            names
        };
        let english = words("en").unwrap();
        for language in LANGUAGES {
            let other = words(language).unwrap();
            assert_eq!(other.table.keys().collect::<Vec<_>>(), english.table.keys().collect::<Vec<_>>(), "{language}");
            for (key, text) in &english.table {
                assert_eq!(gaps(&other.table[key]), gaps(text), "{language}: {key}");
            }
            let phrases = other.phrases.iter().flat_map(|phrases| &phrases.said);
            for (phrase, said) in phrases {
                assert_eq!(gaps(&said.as_str().into()), gaps(&phrase.as_str().into()), "{language}: {phrase}");
            }
            assert_eq!(other.phrases.is_none(), language == "en", "{language}: phrases that cannot be read are none");
        }
        assert!(english.table.len() > 100);
        assert!(matches!(words("xx"), Err(PressError::Language { .. })));
    }

    #[test]
    fn what_is_put_in_is_data() {
        let words = Words::read(r#"{"of": "{a} of {b}", "open": "x {a"}"#);
        for (key, parts, expect) in [
            ("of", [("a", "{b}"), ("b", "2")], "{b} of 2"),
            ("open", [("a", "1"), ("b", "2")], "x a"),
            ("gone", [("a", "1"), ("b", "2")], "gone"),
        ] {
            assert_eq!(words.say(key, &parts), expect);
        }
    }

    #[test]
    fn days_are_written_as_their_language_does() {
        let day = Date::constant(2026, 3, 14);
        for (language, expect) in [("en", "14 March 2026, Mar"), ("de", "14. März 2026, Mär")] {
            let words = words(language).unwrap();
            assert_eq!(format!("{}, {}", words.day_with_year(day), words.short_month(3)), expect);
        }
    }
}
