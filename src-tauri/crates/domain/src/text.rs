//! Text that people type: names and keys. Both are checked once, where they come in, and are plain data ever after.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest name kept, in characters. Long enough for any legal name, short enough that no screen stalls on one.
pub const NAME_MAX: usize = 10_000;

/// A name as a person typed it: trimmed, not empty, without control characters, at most [`NAME_MAX`] characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Name(String);

/// Why a text is no name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing but white space.
    #[error("a name is empty: type at least one character")]
    Empty,
    /// Longer than [`NAME_MAX`].
    #[error("a name has {0} characters: keep it to {NAME_MAX}")]
    TooLong(usize),
    /// A line break, a tab or another control character.
    #[error("a name holds a line break or another control character: write it on one line")]
    Control,
}

impl Name {
    /// Checks `text` and trims white space at both ends.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let text = text.trim();
        let length = text.chars().count();
        if text.is_empty() {
            Err(NameError::Empty)
        } else if length > NAME_MAX {
            Err(NameError::TooLong(length))
        } else if text.chars().any(char::is_control) {
            Err(NameError::Control)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// The name as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Name {
    type Error = NameError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The stable name of a kind, stage, metric or custom field inside a workspace: 1 to 64 of `a-z`, `0-9` and `_`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Key(String);

/// A text that is no [`Key`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no key: use 1 to 64 lower-case letters, digits and _")]
pub struct KeyError(pub String);

impl Key {
    /// Checks `text` without changing it.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let fits = (1..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if fits { Ok(Self(text.to_owned())) } else { Err(KeyError(text.chars().take(80).collect())) }
    }

    /// A key made from a name ("Member of" gives `member_of`) that `taken` does not hold yet; a name without any Latin
    /// letter or digit gives `kind`, `kind_2`, ….
    pub fn from_name(name: &str, taken: impl Fn(&str) -> bool) -> Self {
        let mut base = String::new();
        for c in name.chars().flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                base.push(c);
            } else if !base.is_empty() && !base.ends_with('_') {
                base.push('_');
            }
        }
        base.truncate(56);
        let base = base.trim_end_matches('_');
        let base = if base.is_empty() { "kind" } else { base };
        let mut key = base.to_owned();
        let mut number = 1;
        while taken(&key) {
            number += 1;
            key = format!("{base}_{number}");
        }
        Self(key)
    }

    /// A key written in the program itself.
    ///
    /// # Panics
    /// When `text` is no key.
    #[allow(clippy::panic, reason = "a wrong literal is a bug that every run of the tests would show")]
    pub fn literal(text: &'static str) -> Self {
        Self::parse(text).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The key's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Key {
    type Error = KeyError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_trimmed_and_keep_everything_else() {
        for (input, expect) in [
            ("  Acme ", Ok("Acme")),
            ("*x* #eval(\"1\")", Ok("*x* #eval(\"1\")")),
            ("株式会社", Ok("株式会社")),
            ("   ", Err(NameError::Empty)),
            ("a\nb", Err(NameError::Control)),
        ] {
            assert_eq!(Name::parse(input).as_ref().map(Name::as_str), expect.as_ref().copied());
        }
        assert_eq!(Name::parse(&"x".repeat(NAME_MAX + 1)), Err(NameError::TooLong(NAME_MAX + 1)));
    }

    #[test]
    fn keys_come_from_names() {
        for (name, taken, expect) in [
            ("Member of", vec![], "member_of"),
            ("  C++ / C#  ", vec![], "c_c"),
            ("Member of", vec!["member_of", "member_of_2"], "member_of_3"),
            ("株式会社", vec!["kind"], "kind_2"),
        ] {
            assert_eq!(Key::from_name(name, |key| taken.contains(&key)).as_str(), expect);
        }
    }
}
