//! Fields that a workspace adds to its nouns, and their values.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{Audience, Date, Key, Name};

/// A field of a workspace's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CustomField {
    /// Its key.
    pub key: Key,
    /// The table whose rows have it (`organization`).
    pub noun: String,
    /// On the screen.
    pub name: Name,
    /// What its values are.
    pub kind: CustomKind,
    /// The choices it offers, in order, as a JSON list of texts; none for other kinds.
    pub choices: Option<String>,
    /// Who may see it.
    pub audience: Audience,
    /// Place in lists, from 0.
    pub position: u32,
}

/// What the values of a custom field are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CustomKind {
    /// Any text.
    Text,
    /// A decimal number.
    Number,
    /// A decimal number of the workspace's currency.
    Money,
    /// A day.
    Date,
    /// One of the choices.
    Choice,
    /// Any of the choices, as a JSON list of texts.
    MultiChoice,
    /// An address, as given.
    Link,
}

/// What one row says in a custom field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomValue {
    /// The field.
    pub field: Key,
    /// The row of the field's noun.
    pub row: Uuid,
    /// As its kind is written.
    pub value: String,
}

impl CustomField {
    /// The choices, in order.
    pub fn choices(&self) -> Vec<String> {
        self.choices.as_deref().map(texts).unwrap_or_default()
    }

    /// A value as words to sort and filter by: one, or one for each choice taken.
    pub fn words(&self, value: &str) -> Vec<String> {
        if self.kind == CustomKind::MultiChoice { texts(value) } else { vec![value.to_owned()] }
    }

    /// A value as a number, where the field holds any.
    pub fn figure(&self, value: &str) -> Option<f64> {
        let number = || value.parse().ok().filter(|number: &f64| number.is_finite());
        matches!(self.kind, CustomKind::Number | CustomKind::Money).then(number)?
    }

    /// What a person is told to write.
    pub fn expects(&self) -> String {
        match self.kind {
            CustomKind::Text | CustomKind::Link => "write any text".to_owned(),
            CustomKind::Number | CustomKind::Money => "write a number such as 1250.50".to_owned(),
            CustomKind::Date => "write a day such as 2026-06-30".to_owned(),
            CustomKind::Choice => format!("choose one of {}", self.choices().join(", ")),
            CustomKind::MultiChoice => format!("choose any of {}", self.choices().join(", ")),
        }
    }

    /// Whether `value` is written as this field's kind is.
    pub fn accepts(&self, value: &str) -> bool {
        let choices = self.choices();
        match self.kind {
            CustomKind::Text | CustomKind::Link => true,
            CustomKind::Number | CustomKind::Money => self.figure(value).is_some(),
            CustomKind::Date => value.parse::<Date>().is_ok(),
            CustomKind::Choice => choices.iter().any(|choice| choice == value),
            CustomKind::MultiChoice => {
                let taken = serde_json::from_str::<Vec<String>>(value);
                taken.is_ok_and(|taken| taken.iter().all(|taken| choices.contains(taken)))
            }
        }
    }
}

fn texts(list: &str) -> Vec<String> {
    serde_json::from_str(list).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_their_kind_says() {
        let field = |kind| CustomField {
            key: Key::literal("field"),
            noun: "organization".into(),
            name: Name::parse("Field").unwrap(),
            kind,
            choices: Some(r#"["A","B"]"#.into()),
            audience: Audience::Internal,
            position: 0,
        };
        let cases = [
            (CustomKind::Text, "any text", true),
            (CustomKind::Link, "https://a.example", true),
            (CustomKind::Number, "12.5", true),
            (CustomKind::Number, "twelve", false),
            (CustomKind::Number, "inf", false),
            (CustomKind::Money, "-3", true),
            (CustomKind::Date, "2026-02-28", true),
            (CustomKind::Date, "2026-02-30", false),
            (CustomKind::Choice, "A", true),
            (CustomKind::Choice, "C", false),
            (CustomKind::MultiChoice, r#"["A","B"]"#, true),
            (CustomKind::MultiChoice, r#"["A","C"]"#, false),
            (CustomKind::MultiChoice, "A", false),
        ];
        for (kind, value, accepted) in cases {
            assert_eq!(field(kind).accepts(value), accepted, "{kind:?} {value}");
        }
        assert_eq!(field(CustomKind::MultiChoice).words(r#"["B","A"]"#), ["B", "A"]);
        assert_eq!(field(CustomKind::Choice).words("B"), ["B"]);
        assert_eq!(field(CustomKind::Money).figure("12.50"), Some(12.5));
        assert_eq!(field(CustomKind::Text).figure("12"), None);
    }
}
