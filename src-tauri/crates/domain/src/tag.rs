//! Tags: free words that organizations are sorted by.

use serde::{Deserialize, Serialize};

use crate::{Name, OrganizationId, TagId};

/// A word of the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// As typed.
    pub name: Name,
    /// A color token of the design or `#rrggbb`; none takes the plain one.
    pub color: Option<String>,
    /// Place in lists, from 0.
    pub position: u32,
}

/// An organization has a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationTag {
    /// The organization.
    pub organization: OrganizationId,
    /// The tag.
    pub tag: TagId,
}
