//! The legend along the map's foot: what is shown, how often, and how it is known.

use domain::{Character, Key};
use serde::Serialize;
use ts_rs::TS;

use super::{Known, MapInput};
use crate::format;

/// The legend.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Legend {
    /// Kinds that occur, in their order.
    pub kinds: Vec<LegendKind>,
    /// All four characters: Strategic, Ecotone, Transactional, Unknown.
    pub characters: Vec<LegendCharacter>,
    /// "31 by evidence · 8 by judgment · 6 unknown".
    pub foot: String,
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

/// Counts what the map shows; we ourselves are not counted.
pub fn legend(input: &MapInput) -> Legend {
    let partners = || input.nodes.iter().filter(|node| !node.us);
    let count = |test: &dyn Fn(&super::MapNode) -> bool| {
        u32::try_from(partners().filter(|node| test(node)).count()).unwrap_or(u32::MAX)
    };
    let kinds = input.kinds.iter().enumerate().map(|(index, kind)| LegendKind {
        key: kind.key.clone(),
        name: kind.name.as_str().to_owned(),
        shape: kind.shape,
        glyph: kind.glyph,
        color: kind.color.clone(),
        count: count(&|node| node.kind == index),
    });
    let characters =
        [Character::Strategic, Character::Ecotone, Character::Transactional, Character::Unknown].map(|character| {
            LegendCharacter {
                character,
                name: character_name(character).to_owned(),
                count: count(&|node| node.standing.character == character),
            }
        });
    let known = |known: Known| format::count(count(&|node| node.standing.known == known).into());
    Legend {
        kinds: kinds.filter(|kind| kind.count > 0).collect(),
        characters: characters.to_vec(),
        foot: format!(
            "{} by evidence · {} by judgment · {} unknown",
            known(Known::Evidence),
            known(Known::Judgment),
            known(Known::Unknown)
        ),
    }
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
