//! What the map is drawn from: plain values, so that this crate need not know how depth is worked out.
//!
//! Everything here may be shown to whoever sees the picture. Notes, commissions, contacts and other internal fields have
//! no place in it; words that depend on the audience (a reason, what colors say) are chosen by whoever fills it.

use std::collections::BTreeMap;

use domain::{Bounds, Character, OrganizationId, OrganizationKind, RelationshipId, RelationshipStatus, Workspace};

use super::Style;
use crate::logo::Logo;
use crate::{Change, Language, text};

/// Everything that the map shows.
#[derive(Debug, Clone, PartialEq)]
pub struct MapInput {
    /// Every organization shown, us included.
    pub nodes: Vec<MapNode>,
    /// Every relationship shown; lines to an organization that is not shown are left out.
    pub lines: Vec<MapLine>,
    /// Whose relationships say how deep each stands, where that is not us: the node marked `us`.
    pub seen_from: Option<String>,
    /// The vocabulary that `MapNode::kind` counts in.
    pub kinds: Vec<OrganizationKind>,
    /// Where characters change.
    pub bounds: Bounds,
    /// Version of the rules that say so.
    pub rules: u32,
    /// Draw group outlines and names.
    pub groups: bool,
    /// Width of the view over its height.
    pub aspect: f64,
    /// On the screen a large map keeps transactional and unknown spokes for hover; on paper nothing can be hovered.
    pub quiet: bool,
    /// How strongly groups are kept together and apart from others, 0 to 1.
    pub separate: f64,
    /// The zones of last time, which stay while everyone fits.
    pub previous_zones: Option<layout::Zones>,
    /// Lays everyone out again, beginning where they lay last time.
    pub tidy_up: bool,
    /// How it is laid out.
    pub style: Style,
    /// What colors say; none colors by kind. Shape still says the kind; fill and dash still say the character.
    pub color_by: Option<ColorBy>,
    /// What sizes say; none says nothing of them.
    pub size_by: Option<SizeBy>,
    /// What changes are counted from ("Locked plan of 1 March"), where anything is compared.
    pub compared_with: Option<String>,
    /// The language of the map's own words. Where anything lies is the same in each.
    pub language: Language,
}

/// What colors say, in the words that the audience may read.
#[derive(Debug, Clone, PartialEq)]
pub enum ColorBy {
    /// One color for each of the first few names; the others share one.
    Categories {
        /// What is told apart ("Region").
        title: String,
        /// What [`Shade::Category`] counts in.
        names: Vec<String>,
    },
    /// The more, the stronger.
    Values {
        /// What is measured ("Betweenness").
        title: String,
        /// The least and the most, as a person reads them ("0", "€612k").
        ends: [String; 2],
    },
}

/// What one node is colored by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shade {
    /// A place in the names of [`ColorBy::Categories`].
    Category(usize),
    /// A figure of [`ColorBy::Values`].
    Value(f64),
}

/// What sizes say.
#[derive(Debug, Clone, PartialEq)]
pub struct SizeBy {
    /// What is measured ("Influenced revenue").
    pub title: String,
    /// The figure of the largest, as a person reads it ("€612k").
    pub most: String,
}

/// An organization on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapNode {
    /// Its id.
    pub id: OrganizationId,
    /// As typed.
    pub name: String,
    /// Index into [`MapInput::kinds`].
    pub kind: usize,
    /// This is us.
    pub us: bool,
    /// Depth, character and how they are known.
    pub standing: Standing,
    /// The group that it stands in.
    pub group: Option<String>,
    /// The chosen size metric; none draws every node alike.
    pub size: Option<f64>,
    /// A wish, not a company yet.
    pub placeholder: bool,
    /// Put there by hand.
    pub pinned: Option<(f64, f64)>,
    /// Where it lay last time.
    pub previous: Option<(f64, f64)>,
    /// Its own picture, in place of its kind's.
    pub logo: Option<Logo>,
    /// A person decided otherwise than the evidence.
    pub overruled: Option<Overruled>,
    /// Another active relationship with us has this character.
    pub also: Option<Character>,
    /// What [`MapInput::color_by`] speaks of.
    pub shade: Option<Shade>,
    /// How it differs from what it is compared with.
    pub change: Option<Change>,
}

/// A person's decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overruled {
    /// Shown on hover; whoever fills the map leaves it out where the audience may not read it.
    pub reason: Option<String>,
}

/// What an organization is for us.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Mean of the known aspects.
    pub depth: Option<f64>,
    /// By the bounds of the workspace.
    pub character: Character,
    /// How it is known.
    pub known: Known,
    /// At least one line joins it to us.
    pub linked: bool,
}

/// How a character is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Known {
    Evidence,
    Judgment,
    Unknown,
}

/// A relationship on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapLine {
    /// Its id.
    pub id: RelationshipId,
    /// Where it begins.
    pub from: OrganizationId,
    /// Where it ends.
    pub to: OrganizationId,
    /// Its own character.
    pub character: Character,
    /// How strong, 1 to 5.
    pub weight: Option<u8>,
    /// No beginning and no end.
    pub symmetric: bool,
    /// Its kind read from beginning to end ("integrates with").
    pub reading: Option<String>,
    /// How it differs from what it is compared with.
    pub change: Option<Change>,
}

impl Standing {
    /// Of an organization about which nothing is known yet.
    pub fn unknown(linked: bool) -> Self {
        Self { depth: None, character: Character::Unknown, known: Known::Unknown, linked }
    }
}

/// A longer name is cut where it stands for whom the map is seen from.
const CENTER_WIDTH: f32 = 180.0;

impl MapInput {
    /// Whom lines count to, in the words of the map: "us", or the name of whom it is seen from.
    pub fn center(&self) -> String {
        let us = || self.language.say("us").to_owned();
        self.seen_from.as_ref().map_or_else(us, |name| text::fit(name, 12.0, 620, CENTER_WIDTH))
    }

    /// The map of a whole workspace: `standings` and `characters` come from the lens; what they do not hold is unknown.
    /// Ended relationships and organizations that are switched off are left out. Positions and sizes are added after.
    pub fn of(
        workspace: &Workspace,
        standings: &BTreeMap<OrganizationId, Standing>,
        characters: &BTreeMap<RelationshipId, Character>,
    ) -> Self {
        let us = workspace.settings.us;
        let lines: Vec<MapLine> = workspace
            .relationships
            .iter()
            .filter(|r| r.status != RelationshipStatus::Ended)
            .map(|r| {
                let kind = workspace.relationship_kinds.iter().find(|kind| kind.key == r.kind);
                MapLine {
                    id: r.id,
                    from: r.from,
                    to: r.to,
                    character: characters.get(&r.id).copied().unwrap_or(Character::Unknown),
                    weight: r.strength.map(u8::from),
                    symmetric: kind.is_some_and(|kind| kind.symmetric),
                    reading: kind.map(|kind| kind.forward.as_str().to_owned()),
                    change: None,
                }
            })
            .collect();
        let linked: std::collections::BTreeSet<OrganizationId> = lines
            .iter()
            .filter_map(|line| if line.from == us { Some(line.to) } else { (line.to == us).then_some(line.from) })
            .collect();
        let nodes = workspace.organizations.iter().filter(|o| o.active || o.id == us).map(|o| MapNode {
            id: o.id,
            name: o.name.as_str().to_owned(),
            kind: workspace.organization_kinds.iter().position(|kind| kind.key == o.kind).unwrap_or(0),
            us: o.id == us,
            standing: standings.get(&o.id).copied().unwrap_or_else(|| Standing::unknown(linked.contains(&o.id))),
            group: o.group.clone(),
            size: None,
            placeholder: o.placeholder,
            pinned: None,
            previous: None,
            logo: None,
            overruled: None,
            also: None,
            shade: None,
            change: None,
        });
        Self {
            nodes: nodes.collect(),
            lines,
            seen_from: None,
            kinds: workspace.organization_kinds.clone(),
            bounds: workspace.settings.bounds,
            rules: workspace.settings.lens_rules,
            groups: true,
            aspect: 1.4,
            quiet: true,
            separate: 0.5,
            previous_zones: None,
            tidy_up: false,
            style: Style::Organic,
            color_by: None,
            size_by: None,
            compared_with: None,
            language: Language::default(),
        }
    }
}
