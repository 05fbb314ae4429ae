//! What else a row is known by: other names, the ids of other programs, and how a file's columns were mapped last time.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{ImportBatchId, ImportMappingId, Name, OrganizationId};

/// Another name of an organization, from a merge or from a file that spells it differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationAlias {
    /// Whose.
    pub organization: OrganizationId,
    /// As typed.
    pub name: Name,
}

/// Two organizations that look like one and are two: a person said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotDuplicate {
    /// The one with the lower id.
    pub first: OrganizationId,
    /// The other.
    pub second: OrganizationId,
}

impl NotDuplicate {
    /// The two in their order.
    #[must_use]
    pub fn of(one: OrganizationId, other: OrganizationId) -> Self {
        Self { first: one.min(other), second: one.max(other) }
    }
}

/// The id that another program gives to a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignId {
    /// The table of the row (`organization`, `account`, `deal`).
    pub noun: String,
    /// The other program (`hubspot`), or `file` where no one knows it.
    pub system: String,
    /// The id there.
    pub value: String,
    /// The row here.
    pub row: Uuid,
}

/// How the columns of a file were mapped, to recognize the next file of its make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportMapping {
    /// Its id.
    pub id: ImportMappingId,
    /// What its rows were imported as.
    pub noun: String,
    /// The column names, folded and sorted.
    pub signature: String,
    /// The name of the last file.
    pub name: String,
    /// What was said about the file, as JSON.
    pub settings: String,
    /// The last file, to tell what is missing from the next one.
    pub batch: Option<ImportBatchId>,
}
