//! Saved map views, where things lie in them, and the scenes of a workshop.

use serde::{Deserialize, Serialize};

use crate::{Name, OrganizationId, SceneId, ViewId};

/// A saved map view. Each layout style has one default view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Its id.
    pub id: ViewId,
    /// As typed.
    pub name: Name,
    /// `organic`, `rings`, `value_chain` or `by_kind`.
    pub style: String,
    /// The one that its style opens with.
    pub is_default: bool,
    /// Filter, camera and encodings as JSON.
    pub settings: String,
}

/// Where an organization lies in a view, in map units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Placement {
    /// The view.
    pub view: ViewId,
    /// The organization.
    pub organization: OrganizationId,
    /// To the right.
    pub x: f64,
    /// Downward.
    pub y: f64,
    /// Put there by hand: layouts leave it alone.
    pub pinned: bool,
}

/// A view in a workshop's order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scene {
    /// Its id.
    pub id: SceneId,
    /// What is shown.
    pub view: Option<ViewId>,
    /// As typed.
    pub title: Name,
    /// Speaker's notes.
    pub notes: String,
    /// Minutes planned.
    pub minutes: u32,
    /// Place in the order, from 0.
    pub position: u32,
}

impl View {
    /// The view that a new workspace opens with.
    pub fn first(id: ViewId) -> Option<Self> {
        let name = Name::parse("Organic").ok()?;
        Some(Self { id, name, style: "organic".into(), is_default: true, settings: "{}".into() })
    }
}
