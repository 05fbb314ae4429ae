//! Filters: which organizations are looked at, and by what they are told apart.
//!
//! Owns: what can be asked of an organization, and the answer given its facts. Must not know: where facts come from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Key;

/// Something that can be said of an organization: what filters ask, colors tell apart and sizes measure. Written as one
/// word (`kind`), or as a word and a key (`metric:revenue`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Field {
    Name,
    Kind,
    Stage,
    Tier,
    Owner,
    Group,
    Region,
    Segment,
    Tag,
    Character,
    /// By evidence, by judgment or unknown.
    Known,
    Placeholder,
    Depth,
    /// To the ideal-partner profile.
    Fit,
    /// Relationships, in and out.
    Degree,
    Betweenness,
    Closeness,
    Eigenvector,
    Community,
    /// Actual figures of a metric, all months together.
    Metric(Key),
    /// A field of the workspace's own.
    Custom(Key),
}

/// A text names no field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no field: use one of {list}, 'metric:KEY' or 'custom:KEY'", list = words())]
pub struct UnknownField(pub String);

/// Organizations that pass every condition.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// All must hold.
    pub conditions: Vec<Condition>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// What is asked.
    pub field: Field,
    /// What the answer must be.
    pub test: Test,
}

/// What an answer must be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum Test {
    /// At least one of these words; the empty word stands for "not set".
    AnyOf {
        /// The words, as the field writes them.
        words: Vec<String>,
    },
    /// None of these words.
    NoneOf {
        /// The words, as the field writes them.
        words: Vec<String>,
    },
    /// A figure within bounds, both included. What has no figure does not pass.
    Between {
        /// None: no lower bound.
        least: Option<f64>,
        /// None: no upper bound.
        most: Option<f64>,
    },
    /// The words hold this text, in any case.
    Contains {
        /// What to look for.
        text: String,
    },
}

/// What is known of one organization.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// Words by field; a field that is not set has none.
    pub words: BTreeMap<Field, Vec<String>>,
    /// Figures by field.
    pub figures: BTreeMap<Field, f64>,
}

impl Filter {
    /// Does an organization of these facts pass?
    pub fn passes(&self, facts: &Facts) -> bool {
        self.conditions.iter().all(|condition| condition.holds(facts))
    }
}

impl Condition {
    fn holds(&self, facts: &Facts) -> bool {
        let words = facts.words.get(&self.field).map_or(&[][..], Vec::as_slice);
        let any_of = |wanted: &[String]| {
            words.iter().any(|word| wanted.contains(word)) || words.is_empty() && wanted.iter().any(String::is_empty)
        };
        match &self.test {
            Test::AnyOf { words } => any_of(words),
            Test::NoneOf { words } => !any_of(words),
            Test::Between { least, most } => facts.figures.get(&self.field).is_some_and(|figure| {
                least.is_none_or(|least| *figure >= least) && most.is_none_or(|most| *figure <= most)
            }),
            Test::Contains { text } => {
                let text = text.to_lowercase();
                words.iter().any(|word| word.to_lowercase().contains(&text))
            }
        }
    }
}

const PLAIN: [(&str, Field); 19] = [
    ("name", Field::Name),
    ("kind", Field::Kind),
    ("stage", Field::Stage),
    ("tier", Field::Tier),
    ("owner", Field::Owner),
    ("group", Field::Group),
    ("region", Field::Region),
    ("segment", Field::Segment),
    ("tag", Field::Tag),
    ("character", Field::Character),
    ("known", Field::Known),
    ("placeholder", Field::Placeholder),
    ("depth", Field::Depth),
    ("fit", Field::Fit),
    ("degree", Field::Degree),
    ("betweenness", Field::Betweenness),
    ("closeness", Field::Closeness),
    ("eigenvector", Field::Eigenvector),
    ("community", Field::Community),
];

fn words() -> String {
    PLAIN.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
}

impl std::str::FromStr for Field {
    type Err = UnknownField;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let plain = PLAIN.iter().find(|(word, _)| *word == text).map(|(_, field)| field.clone());
        let keyed = || match text.split_once(':')? {
            ("metric", key) => Key::parse(key).ok().map(Self::Metric),
            ("custom", key) => Key::parse(key).ok().map(Self::Custom),
            _ => None,
        };
        plain.or_else(keyed).ok_or_else(|| UnknownField(text.to_owned()))
    }
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Metric(key) => write!(f, "metric:{key}"),
            Self::Custom(key) => write!(f, "custom:{key}"),
            plain => f.write_str(PLAIN.iter().find(|(_, field)| field == plain).map_or("", |(word, _)| word)),
        }
    }
}

impl TryFrom<String> for Field {
    type Error = UnknownField;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Field> for String {
    fn from(field: Field) -> Self {
        field.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        let words = [(Field::Kind, vec!["reseller"]), (Field::Tag, vec!["DACH", "Pilot"]), (Field::Name, vec!["Café"])];
        let words = words.map(|(field, words)| (field, words.into_iter().map(str::to_owned).collect()));
        let figures = [(Field::Depth, 3.2), (Field::Metric(Key::literal("revenue")), 0.0)];
        Facts { words: words.into(), figures: figures.into() }
    }

    fn check(condition: &str, expect: bool) {
        let condition: Condition = serde_json::from_str(condition).unwrap();
        let filter = Filter { conditions: vec![condition] };
        assert_eq!(filter.passes(&facts()), expect, "{filter:?}");
    }

    #[test]
    fn asks_what_is_known() {
        check(r#"{"field":"kind","test":{"is":"any_of","words":["brand","reseller"]}}"#, true);
        check(r#"{"field":"kind","test":{"is":"none_of","words":["reseller"]}}"#, false);
        check(r#"{"field":"tag","test":{"is":"any_of","words":["Pilot"]}}"#, true);
        check(r#"{"field":"region","test":{"is":"any_of","words":["", "Nordics"]}}"#, true);
        check(r#"{"field":"region","test":{"is":"none_of","words":[""]}}"#, false);
        check(r#"{"field":"depth","test":{"is":"between","least":3.2,"most":null}}"#, true);
        check(r#"{"field":"depth","test":{"is":"between","least":null,"most":3.1}}"#, false);
        check(r#"{"field":"degree","test":{"is":"between","least":null,"most":null}}"#, false);
        check(r#"{"field":"metric:revenue","test":{"is":"between","least":0,"most":0}}"#, true);
        check(r#"{"field":"name","test":{"is":"contains","text":"CAF"}}"#, true);
        assert!(Filter::default().passes(&Facts::default()));
    }

    #[test]
    fn fields_are_written_as_they_are_read() {
        let keyed = [Field::Metric(Key::literal("roas")), Field::Custom(Key::literal("segment"))];
        for field in PLAIN.into_iter().map(|(_, field)| field).chain(keyed) {
            assert_eq!(field.to_string().parse(), Ok(field));
        }
        assert_eq!("color".parse::<Field>(), Err(UnknownField("color".into())));
        assert!("custom:not a key".parse::<Field>().is_err());
    }
}
