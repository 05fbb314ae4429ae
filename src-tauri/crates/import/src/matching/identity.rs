//! Which organization a row of a file is: by its own id, by the id of the program that it comes from, by its exact name,
//! by a domain or a normalized name that exactly one on each side bears. Anything less is a question, never a match.

use std::cell::OnceCell;
use std::collections::HashMap;

use domain::{ForeignId, Organization, OrganizationId, Workspace};
use uuid::Uuid;

use super::domain::domain;
use super::fuzzy::Alike;
use super::name::normalized;
use crate::ImportError;
use crate::plan::Work;

/// Whose ids a file of no known make carries: nobody's. Two such files number their rows from 1 each.
pub const FILE: &str = "file";

/// Whose ids count the nodes of one graph: its edges name them by these, and the next graph counts from 1 again. They hold
/// for the file that was imported last.
const GRAPHS: [&str; 2] = ["gephi", "kumu"];

/// Whether another file of this make gives the same ids to others.
pub fn counts_anew(system: &str) -> bool {
    system == FILE || is_graph(system)
}

/// Whether the ids of this make are those of one graph.
pub fn is_graph(system: &str) -> bool {
    GRAPHS.contains(&system)
}

/// The rows of one noun by the ids of a program.
pub struct ForeignIds<'w> {
    by_value: HashMap<(&'w str, &'w str), Uuid>,
}

impl<'w> ForeignIds<'w> {
    /// Those of `noun`.
    pub fn of(workspace: &'w Workspace, noun: &str) -> Self {
        let own = workspace.foreign_ids.iter().filter(|id| id.noun == noun);
        Self { by_value: own.map(|id: &ForeignId| ((id.system.as_str(), id.value.as_str()), id.row)).collect() }
    }

    /// The row that `system` knows by `value`. A file of no known make, or of a graph, may number its rows as another did, so its ids hold
    /// only for a row that `agrees`.
    pub fn find_agreeing(&self, system: &str, value: &str, agrees: impl Fn(Uuid) -> bool) -> Option<Uuid> {
        self.find(system, value).filter(|row| !counts_anew(system) || agrees(*row))
    }

    /// The row that `system` knows by `value`. Salesforce writes the same id with 15 letters and with 18.
    pub fn find(&self, system: &str, value: &str) -> Option<Uuid> {
        let exact = self.by_value.get(&(system, value)).copied();
        let short = value.get(..15).filter(|_| system == "salesforce" && value.len() == 18);
        exact.or_else(|| short.and_then(|short| self.by_value.get(&(system, short)).copied()))
    }
}

/// What stands for one row or for several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bearer {
    One(OrganizationId),
    Several,
}

/// The organizations of a workspace by everything that they are known by.
pub struct Identities<'w> {
    all: &'w [Organization],
    by_domain: HashMap<String, Bearer>,
    by_name: HashMap<String, Bearer>,
    by_alias: HashMap<String, Bearer>,
    /// Made for the first row that is new: it takes more than everything else here.
    alike: OnceCell<Alike<String>>,
}

impl<'w> Identities<'w> {
    /// Everyone in `workspace`. Takes a while for many, so it looks up from the work.
    pub(crate) fn of(workspace: &'w Workspace, work: &Work<'_>) -> Result<Self, ImportError> {
        let mut identities = Self {
            all: &workspace.organizations,
            by_domain: HashMap::new(),
            by_name: HashMap::new(),
            by_alias: HashMap::new(),
            alike: OnceCell::new(),
        };
        for (index, organization) in workspace.organizations.iter().enumerate() {
            work.look_up(index)?;
            identities.add(organization);
        }
        for alias in &workspace.organization_aliases {
            note(&mut identities.by_alias, alias.name.as_str().to_owned(), alias.organization);
        }
        Ok(identities)
    }

    fn add(&mut self, organization: &Organization) {
        note(&mut self.by_name, normalized(organization.name.as_str()), organization.id);
        if let Some(domain) = organization.website.as_deref().and_then(domain) {
            note(&mut self.by_domain, domain, organization.id);
        }
    }

    /// Whether the organization bears this name, but for its spelling or as a further one.
    pub fn bears(&self, organization: &Organization, name: &str) -> bool {
        normalized(organization.name.as_str()) == normalized(name) || self.by_alias(name) == Some(organization.id)
    }

    /// The one with this further name.
    pub fn by_alias(&self, name: &str) -> Option<OrganizationId> {
        one(self.by_alias.get(name))
    }

    /// The one with this domain.
    pub fn by_domain(&self, domain: &str) -> Option<OrganizationId> {
        one(self.by_domain.get(domain))
    }

    /// The one with this normalized name.
    pub fn by_name(&self, normalized: &str) -> Option<OrganizationId> {
        if normalized.is_empty() { None } else { one(self.by_name.get(normalized)) }
    }

    /// Whether anyone bears this normalized name.
    pub fn is_borne(&self, normalized: &str) -> bool {
        self.by_name.contains_key(normalized)
    }

    /// One whose name differs by a letter.
    pub(crate) fn alike(&self, name: &str, work: &Work<'_>) -> Result<Option<OrganizationId>, ImportError> {
        let alike = if let Some(made) = self.alike.get() {
            made
        } else {
            let names = self.all.iter().map(|organization| normalized(organization.name.as_str())).collect();
            let made = Alike::of(names, |done| work.look_up(done))?;
            self.alike.get_or_init(|| made)
        };
        Ok(alike.near(name).first().map(|&place| self.all[place].id))
    }
}

fn note(bearers: &mut HashMap<String, Bearer>, key: String, id: OrganizationId) {
    bearers
        .entry(key)
        .and_modify(|bearer| {
            if *bearer != Bearer::One(id) {
                *bearer = Bearer::Several;
            }
        })
        .or_insert(Bearer::One(id));
}

fn one(bearer: Option<&Bearer>) -> Option<OrganizationId> {
    match bearer {
        Some(Bearer::One(id)) => Some(*id),
        _ => None,
    }
}
