//! The legend along the map's foot: what is shown, how often, and how it is known.
//!
//! Owns: the counts and their words. Must not know: how a page draws it (`strip` does, for a file).

mod strip;

use domain::{Character, Key};
use serde::Serialize;
use ts_rs::TS;

use super::{ColorBy, Known, MapInput, encoding};
use crate::{Change, Paint};

/// The legend.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Legend {
    /// Kinds that occur, in their order.
    pub kinds: Vec<LegendKind>,
    /// All four characters: Strategic, Ecotone, Transactional, Unknown.
    pub characters: Vec<LegendCharacter>,
    /// "14 by evidence, 22 by judgment, 9 unknown; rules v1".
    pub foot: String,
    /// What position says, where it is not depth.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub meaning: Option<String>,
    /// What colors say, where they do not say the kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub colors: Option<LegendColors>,
    /// What sizes say: "Size: Influenced revenue, largest €612k".
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub size: Option<String>,
    /// What differs from what is compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub changes: Option<LegendChanges>,
}

/// One kind of organization.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "as in domain::OrganizationKind")]
pub struct LegendKind {
    pub key: Key,
    pub name: String,
    pub shape: domain::Shape,
    pub glyph: domain::Glyph,
    pub color: String,
    /// How many partners.
    pub count: u32,
}

/// One character.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LegendCharacter {
    /// Which.
    pub character: Character,
    /// On the screen.
    pub name: String,
    /// How many partners.
    pub count: u32,
}

/// What colors say.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LegendColors {
    /// "Region".
    pub title: String,
    /// From the least to the most, where they are figures.
    pub entries: Vec<LegendColor>,
}

/// One color.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LegendColor {
    /// As in the picture.
    pub paint: Paint,
    /// What it stands for; empty between the ends of a scale.
    pub name: String,
    /// How many partners.
    pub count: u32,
}

/// What differs.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LegendChanges {
    /// "Locked plan of 1 March".
    pub since: String,
    /// Partners and lines that are new.
    pub added: u32,
    /// Partners and lines that are gone.
    pub gone: u32,
    /// Partners and lines with other values.
    pub changed: u32,
}

/// Counts what the map shows; we ourselves are not counted.
pub fn legend(input: &MapInput) -> Legend {
    let kinds = input.kinds.iter().enumerate().map(|(index, kind)| LegendKind {
        key: kind.key.clone(),
        name: kind.name.as_str().to_owned(),
        shape: kind.shape,
        glyph: kind.glyph,
        color: kind.color.clone(),
        count: count(input, |node| node.kind == index),
    });
    let characters =
        [Character::Strategic, Character::Ecotone, Character::Transactional, Character::Unknown].map(|character| {
            LegendCharacter {
                character,
                name: character_name(character).to_owned(),
                count: count(input, |node| node.standing.character == character),
            }
        });
    Legend {
        kinds: kinds.filter(|kind| kind.count > 0).collect(),
        characters: characters.to_vec(),
        foot: known(input).told(&input.center()),
        meaning: input.style.meaning().map(ToOwned::to_owned),
        colors: colors(input),
        size: input.size_by.as_ref().map(|size| format!("Size: {}, largest {}", size.title, size.most)),
        changes: changes(input),
    }
}

fn count(input: &MapInput, test: impl Fn(&super::MapNode) -> bool) -> u32 {
    let partners = input.nodes.iter().filter(|node| !node.us && test(node));
    u32::try_from(partners.count()).unwrap_or(u32::MAX)
}

/// How the characters of those shown are known, in the words of the lens.
fn known(input: &MapInput) -> domain::Known {
    let by = |known: Known, linked: bool| {
        count(input, |node| node.standing.known == known && (known != Known::Unknown || node.standing.linked == linked))
    };
    domain::Known {
        evidence: by(Known::Evidence, true),
        judgment: by(Known::Judgment, true),
        unknown: by(Known::Unknown, true),
        outside: by(Known::Unknown, false),
        rules: input.rules,
    }
}

fn colors(input: &MapInput) -> Option<LegendColors> {
    let title = match input.color_by.as_ref()? {
        ColorBy::Categories { title, .. } | ColorBy::Values { title, .. } => title.clone(),
    };
    let entries = encoding::entries(input).into_iter();
    Some(LegendColors {
        title,
        entries: entries.map(|(paint, name, count)| LegendColor { paint, name, count }).collect(),
    })
}

fn changes(input: &MapInput) -> Option<LegendChanges> {
    let since = input.compared_with.clone()?;
    let all = || input.nodes.iter().map(|node| node.change).chain(input.lines.iter().map(|line| line.change));
    let of = |wanted: Change| u32::try_from(all().filter(|change| *change == Some(wanted)).count()).unwrap_or(u32::MAX);
    Some(LegendChanges { since, added: of(Change::Added), gone: of(Change::Gone), changed: of(Change::Changed) })
}

/// The word of the chip.
pub fn character_name(character: Character) -> &'static str {
    match character {
        Character::Strategic => "Strategic",
        Character::Ecotone => "Ecotone",
        Character::Transactional => "Transactional",
        Character::Unknown => "Unknown",
    }
}
