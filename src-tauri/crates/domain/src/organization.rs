//! Organizations, and the vocabulary a workspace keeps for them: kinds and lifecycle stages.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Key, Name, OrganizationId, Owner};

/// A node of the map. Which organization is *us* is the workspace's setting, so that there is always exactly one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// As a person typed it. Two organizations may share a name.
    pub name: Name,
    /// Primary kind: a key of [`OrganizationKind`].
    pub kind: Key,
    /// Lifecycle stage: a key of [`Stage`].
    pub stage: Option<Key>,
    /// Tier as the program names it ("1", "Platinum").
    pub tier: Option<String>,
    /// Who looks after it.
    pub owner: Option<Owner>,
    /// The group that it stands in on the map ("DACH channel").
    pub group: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// Address of its site, as given.
    pub website: Option<String>,
    /// With us since.
    pub since: Option<Date>,
    /// Notes, Markdown.
    pub notes: String,
    /// A wish, not a company yet: "a payment partner in DACH".
    pub placeholder: bool,
    /// Still worked with. A scenario may switch it off.
    pub active: bool,
}

/// A further region of an organization, beside its main one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OrganizationRegion {
    pub organization: OrganizationId,
    pub region: Name,
}

/// A market segment that an organization serves ("Fashion", "Mid-market").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OrganizationSegment {
    pub organization: OrganizationId,
    pub segment: Name,
}

/// An organization's logo. Always a PNG: vector files could hold scripts and links. It is no part of
/// [`crate::Workspace`], which is read anew after every step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationLogo {
    /// Whose.
    pub organization: OrganizationId,
    /// The file.
    pub png: Vec<u8>,
}

/// A primary kind of organization.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct OrganizationKind {
    /// Its key.
    pub key: Key,
    /// On the screen, singular ("Technology").
    pub name: Name,
    /// The node's shape.
    pub shape: Shape,
    /// The picture inside the node.
    pub glyph: Glyph,
    /// A color token of the design (`kind-brand`) or `#rrggbb`.
    pub color: String,
    /// Place in lists, from 0.
    pub position: u32,
}

/// Node shapes, all drawn with equal area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Shape {
    Circle,
    RoundedSquare,
    Diamond,
    Triangle,
    Hexagon,
    Pentagon,
}

/// Pictures that a node can carry, named as in the icon set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Glyph {
    Us,
    ShoppingBag,
    Plug,
    Store,
    Megaphone,
    Building,
    Handshake,
    Wrench,
    None,
}

/// A lifecycle stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Stage {
    /// Its key.
    pub key: Key,
    /// On the screen.
    pub name: Name,
    /// Place in the lifecycle, from 0.
    pub position: u32,
}

impl Organization {
    /// An organization of which only the name and the kind are known.
    pub fn named(id: OrganizationId, name: Name, kind: Key) -> Self {
        Self {
            id,
            name,
            kind,
            stage: None,
            tier: None,
            owner: None,
            group: None,
            region: None,
            website: None,
            since: None,
            notes: String::new(),
            placeholder: false,
            active: true,
        }
    }
}

impl OrganizationKind {
    /// The four kinds that every workspace begins with.
    pub fn built_in() -> Vec<Self> {
        [
            ("brand", "Brand", Shape::Circle, Glyph::ShoppingBag, "kind-brand"),
            ("tech_integration", "Technology", Shape::RoundedSquare, Glyph::Plug, "kind-tech"),
            ("reseller", "Reseller", Shape::Diamond, Glyph::Store, "kind-reseller"),
            ("affiliate", "Affiliate", Shape::Triangle, Glyph::Megaphone, "kind-affiliate"),
        ]
        .into_iter()
        .zip(0..)
        .filter_map(|((key, name, shape, glyph, color), position)| {
            Some(Self {
                key: Key::literal(key),
                name: Name::parse(name).ok()?,
                shape,
                glyph,
                color: color.into(),
                position,
            })
        })
        .collect()
    }
}

impl Stage {
    /// The stages that every workspace begins with.
    pub fn built_in() -> Vec<Self> {
        ["identify", "recruit", "onboard", "enable", "active", "grow", "dormant", "exit"]
            .into_iter()
            .zip(0..)
            .filter_map(|(key, position)| {
                let name = format!("{}{}", key[..1].to_uppercase(), &key[1..]);
                Some(Self { key: Key::literal(key), name: Name::parse(&name).ok()?, position })
            })
            .collect()
    }
}
