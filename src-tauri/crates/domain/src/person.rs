//! People: ours, and our contacts at partners.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ContactId, Name, OrganizationId, PersonId};

/// One of us.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// As typed.
    pub name: Name,
    /// What the person does.
    pub function: Function,
    /// E-mail address, as given.
    pub email: Option<String>,
}

/// Somebody at a partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// Where the contact works.
    pub organization: OrganizationId,
    /// As typed.
    pub name: Name,
    /// Role there.
    pub role: Option<String>,
    /// E-mail address, as given.
    pub email: Option<String>,
    /// Telephone number, as given.
    pub phone: Option<String>,
}

/// A function of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Function {
    Marketing,
    Sales,
    Product,
    Executive,
    Performance,
    Partnerships,
    Operations,
}

impl Function {
    /// All functions, in the order of lists.
    pub const ALL: [Self; 7] = [
        Self::Marketing,
        Self::Sales,
        Self::Product,
        Self::Executive,
        Self::Performance,
        Self::Partnerships,
        Self::Operations,
    ];

    /// On the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Marketing => "Marketing",
            Self::Sales => "Sales",
            Self::Product => "Product",
            Self::Executive => "Executive",
            Self::Performance => "Performance",
            Self::Partnerships => "Partnerships",
            Self::Operations => "Operations",
        }
    }
}

/// Who looks after something: a person or a whole function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// One of us.
    Person(PersonId),
    /// "Marketing lead".
    Function(Function),
}
