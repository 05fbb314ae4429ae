//! How many days functions have.

use domain::{Function, OrganizationId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A function's days in each month.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CapacityView {
    pub organization: OrganizationId,
    pub name: String,
    pub is_us: bool,
    pub function: Function,
    /// Days a month.
    pub days: f64,
}

/// A function's days as they shall be; without days they are unknown.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CapacitySet {
    /// None: us.
    pub organization: Option<OrganizationId>,
    pub function: Function,
    /// Days a month, 0 to 1000.
    pub days: Option<f64>,
}
