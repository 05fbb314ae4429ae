//! Kinds and stages by the words that people use; unknown words become kinds of the workspace.

use std::collections::HashMap;

use domain::{Glyph, Key, Name, NameError, OrganizationKind, RelationshipKind, Shape, Stage, Workspace};

use crate::words::folded;

/// More new kinds than this in one file are no kinds.
pub const NEW_MAX: usize = 50;

/// What people write for the kinds that every workspace begins with.
const ORGANIZATION_WORDS: [(&str, &[&str]); 4] = [
    ("brand", &["brand", "brands"]),
    (
        "tech_integration",
        &["technology", "tech", "techintegration", "technologyintegration", "integration", "integrations", "isv"],
    ),
    ("reseller", &["reseller", "resellers", "var", "valueaddedreseller"]),
    ("affiliate", &["affiliate", "affiliates", "publisher", "publishers"]),
];

/// Colors for new kinds: apart from each other, from the first four kinds and from pine and clay, which mean something.
const COLORS: [&str; 6] = ["#1E7F86", "#7A3E78", "#6F7A1F", "#3B4FA8", "#5B6B7A", "#A8543F"];

/// Shapes, those that no kind has at first in front.
const SHAPES: [Shape; 6] =
    [Shape::Hexagon, Shape::Pentagon, Shape::Circle, Shape::RoundedSquare, Shape::Diamond, Shape::Triangle];

/// A word without the "partner" that people add to it.
fn bare(text: &str) -> String {
    let word = folded(text);
    let bare = ["partners", "partner"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(&word);
    match (bare.is_empty(), word.is_empty()) {
        (false, _) => bare.to_owned(),
        (true, false) => word,
        // Nothing but punctuation is still a word of its own.
        (true, true) => text.trim().to_lowercase(),
    }
}

/// Whether a word in the column of kinds says that the row is us.
pub fn is_us(text: &str) -> bool {
    matches!(folded(text).as_str(), "ourorganisation" | "ourorganization" | "ourcompany" | "ourselves" | "us")
}

/// Kinds of organization, those of the workspace and new ones.
pub struct OrganizationKinds<'w> {
    known: &'w [OrganizationKind],
    by_word: HashMap<String, Key>,
    /// Those that the workspace has not.
    pub new: Vec<OrganizationKind>,
}

impl<'w> OrganizationKinds<'w> {
    /// The kinds of `workspace`.
    pub fn of(workspace: &'w Workspace) -> Self {
        let known = &workspace.organization_kinds;
        let mut by_word = HashMap::new();
        for (key, words) in ORGANIZATION_WORDS {
            for kind in known.iter().filter(|kind| kind.key.as_str() == key) {
                by_word.extend(words.iter().map(|word| ((*word).to_owned(), kind.key.clone())));
            }
        }
        for kind in known {
            by_word.insert(bare(kind.key.as_str()), kind.key.clone());
            by_word.insert(bare(kind.name.as_str()), kind.key.clone());
        }
        Self { known, by_word, new: Vec::new() }
    }

    /// The kind that `text` means, made if there is none.
    pub fn resolve(&mut self, text: &str) -> Result<Key, NameError> {
        let word = bare(text);
        if let Some(key) = self.by_word.get(&word) {
            return Ok(key.clone());
        }
        let name = Name::parse(text)?;
        let all = || self.known.iter().chain(&self.new);
        let key = Key::from_name(text, |key| all().any(|kind| kind.key.as_str() == key));
        let count = self.known.len() + self.new.len();
        let shape = SHAPES.into_iter().find(|shape| all().all(|kind| kind.shape != *shape));
        let color = COLORS.into_iter().find(|color| all().all(|kind| kind.color != *color));
        let kind = OrganizationKind {
            key: key.clone(),
            name,
            shape: shape.unwrap_or(SHAPES[count % SHAPES.len()]),
            glyph: glyph(&word),
            color: color.unwrap_or(COLORS[count % COLORS.len()]).to_owned(),
            position: next_position(all().map(|kind| kind.position)),
        };
        self.new.push(kind);
        self.by_word.insert(word, key.clone());
        Ok(key)
    }
}

/// The picture that suits a kind's name, where one does.
fn glyph(word: &str) -> Glyph {
    let pictures = [
        ("agency", Glyph::Building),
        ("referral", Glyph::Handshake),
        ("alliance", Glyph::Handshake),
        ("integrator", Glyph::Wrench),
        ("service", Glyph::Wrench),
        ("consult", Glyph::Wrench),
        ("marketplace", Glyph::Store),
        ("distributor", Glyph::Store),
    ];
    pictures.into_iter().find(|(part, _)| word.contains(part)).map_or(Glyph::None, |(_, glyph)| glyph)
}

fn next_position(positions: impl Iterator<Item = u32>) -> u32 {
    positions.max().map_or(0, |last| last.saturating_add(1))
}

/// Kinds of relationship, those of the workspace and new ones.
pub struct RelationshipKinds<'w> {
    known: &'w [RelationshipKind],
    /// The kind, and whether the word reads it from its end.
    by_word: HashMap<String, (Key, bool)>,
    /// Those that the workspace has not.
    pub new: Vec<RelationshipKind>,
}

impl<'w> RelationshipKinds<'w> {
    /// The kinds of `workspace`.
    pub fn of(workspace: &'w Workspace) -> Self {
        let known = &workspace.relationship_kinds;
        let mut by_word = HashMap::new();
        for kind in known {
            by_word.insert(folded(kind.reverse.as_str()), (kind.key.clone(), !kind.symmetric));
        }
        for kind in known {
            by_word.insert(folded(kind.key.as_str()), (kind.key.clone(), false));
            by_word.insert(folded(kind.forward.as_str()), (kind.key.clone(), false));
        }
        Self { known, by_word, new: Vec::new() }
    }

    /// The kind that `text` means and whether it is read from its end ("is resold by"), made if there is none. A new kind
    /// has no default lens: a word alone is no judgment.
    pub fn resolve(&mut self, text: &str) -> Result<(Key, bool), NameError> {
        let word = Some(folded(text)).filter(|word| !word.is_empty()).unwrap_or_else(|| text.to_lowercase());
        if let Some(found) = self.by_word.get(&word) {
            return Ok(found.clone());
        }
        let forward = Name::parse(text)?;
        let reverse = Name::parse(&format!("← {text}"))?;
        let all = || self.known.iter().chain(&self.new);
        let key = Key::from_name(text, |key| all().any(|kind| kind.key.as_str() == key));
        let position = next_position(all().map(|kind| kind.position));
        self.new.push(RelationshipKind {
            key: key.clone(),
            forward,
            reverse,
            symmetric: false,
            default_lens: None,
            position,
        });
        self.by_word.insert(word, (key.clone(), false));
        Ok((key, false))
    }

    /// The kind that `text` means and whether it is read from its end, if there is one.
    pub fn find(&self, text: &str) -> Option<(Key, bool)> {
        self.by_word.get(&folded(text)).cloned()
    }

    /// Whether the kind has no beginning and no end.
    pub fn is_symmetric(&self, key: &Key) -> bool {
        self.known.iter().any(|kind| kind.key == *key && kind.symmetric)
    }
}

/// Lifecycle stages, those of the workspace and new ones.
pub struct Stages<'w> {
    known: &'w [Stage],
    by_word: HashMap<String, Key>,
    /// Those that the workspace has not.
    pub new: Vec<Stage>,
}

impl<'w> Stages<'w> {
    /// The stages of `workspace`.
    pub fn of(workspace: &'w Workspace) -> Self {
        let known = &workspace.stages;
        let words = known
            .iter()
            .flat_map(|stage| [stage.key.as_str(), stage.name.as_str()].map(|word| (folded(word), stage.key.clone())));
        Self { known, by_word: words.collect(), new: Vec::new() }
    }

    /// The stage that `text` means, made if there is none.
    pub fn resolve(&mut self, text: &str) -> Result<Key, NameError> {
        let word = Some(folded(text)).filter(|word| !word.is_empty()).unwrap_or_else(|| text.to_lowercase());
        if let Some(key) = self.by_word.get(&word) {
            return Ok(key.clone());
        }
        let name = Name::parse(text)?;
        let all = || self.known.iter().chain(&self.new);
        let key = Key::from_name(text, |key| all().any(|stage| stage.key.as_str() == key));
        let position = next_position(all().map(|stage| stage.position));
        self.new.push(Stage { key: key.clone(), name, position });
        self.by_word.insert(word, key.clone());
        Ok(key)
    }
}
