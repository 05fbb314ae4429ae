//! The fixed words of a document, one table for each language.

use serde_json::Value;

use crate::PressError;

const TABLES: [(&str, &str); 2] = [
    ("en", include_str!("../../../../assets/plan/words/en.json")),
    ("de", include_str!("../../../../assets/plan/words/de.json")),
];

/// Languages in which the fixed words exist.
pub const LANGUAGES: [&str; 2] = [TABLES[0].0, TABLES[1].0];

/// The words of `language`.
pub fn of(language: &str) -> Result<Value, PressError> {
    let Some((_, text)) = TABLES.iter().find(|(name, _)| *name == language) else {
        return Err(PressError::Language {
            found: language.chars().take(40).collect(),
            expected: LANGUAGES.map(|name| format!("'{name}'")).join(" and "),
        });
    };
    serde_json::from_str(text).map_err(|error| PressError::Data { detail: format!("words of '{language}': {error}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_words() {
        let keys = |language| match of(language) {
            Ok(Value::Object(words)) => words.keys().cloned().collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        for language in LANGUAGES {
            assert_eq!(keys(language), keys("en"), "{language}");
        }
        assert!(matches!(of("xx"), Err(PressError::Language { .. })));
    }
}
