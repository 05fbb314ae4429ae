//! Editing on the map, many at once: each command is one step.

mod adding;
mod ground;
mod judging;
mod judgments;
mod placing;

pub use adding::{add, delete, duplicate, name_placeholder};
pub(super) use judging::graduation;
pub use judging::{judge, sort};
pub use placing::{place_many, unpin_many};

use domain::{Organization, OrganizationId};

use crate::loaded::Loaded;
use crate::{ErrorReply, Refusal};

/// The partners of a selection, each once and without us.
fn partners(loaded: &Loaded, ids: &[OrganizationId]) -> Result<Vec<Organization>, ErrorReply> {
    let us = loaded.expected.settings.us;
    let mut found: Vec<Organization> = Vec::with_capacity(ids.len());
    for id in ids.iter().filter(|id| **id != us) {
        let partner = loaded.organization(*id)?;
        if !found.iter().any(|other| other.id == partner.id) {
            found.push(partner.clone());
        }
    }
    if found.is_empty() {
        return Err(ErrorReply::refused("No partner is selected: select one on the map first."));
    }
    Ok(found)
}

/// "Acme", or "3 partners".
fn named(partners: &[Organization]) -> String {
    match partners {
        [one] => one.name.to_string(),
        several => format!("{} partners", picture::format::count(several.len() as u64)),
    }
}

fn bad(message: impl Into<String>) -> ErrorReply {
    ErrorReply::new(Refusal::BadRequest, message)
}
