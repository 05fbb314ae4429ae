//! How many days a function has in a month.

use serde::{Deserialize, Serialize};

use crate::{Function, OrganizationId};

/// The days in each month that a function of ours, or of a partner as far as it is known, has for joint work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Capacity {
    /// Us or a partner.
    pub organization: OrganizationId,
    /// Its function.
    pub function: Function,
    /// Days a month.
    pub days: f64,
}
