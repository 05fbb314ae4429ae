//! One row that is an organization, read cell by cell. Must not know which organization it is.

use domain::{Date, Key, Name, Organization, OrganizationId, Owner, Workspace};
use uuid::Uuid;

use crate::Reject;
use crate::nouns::belongings::{self, Belongings};
use crate::nouns::kinds::{self, OrganizationKinds, Stages};
use crate::nouns::owner::Owners;
use crate::plan::policy::Policies;
use crate::table::row::Row;
use crate::words::shown;

/// A row's cells, read. What is not given leaves an organization as it is.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) row: usize,
    pub(super) us: bool,
    pub(super) id: Option<Uuid>,
    pub(super) name: Name,
    pub(super) kind: Option<Key>,
    pub(super) stage: Option<Key>,
    pub(super) owner: Option<Owner>,
    pub(super) tier: Option<String>,
    pub(super) group: Option<String>,
    pub(super) region: Option<String>,
    pub(super) website: Option<String>,
    pub(super) since: Option<Date>,
    pub(super) notes: Option<String>,
    pub(super) placeholder: Option<bool>,
    pub(super) active: Option<bool>,
    pub(super) belongings: Belongings,
}

impl Draft {
    /// The organization as the row would leave it.
    pub(super) fn applied_to(&self, old: &Organization, policies: &Policies) -> Organization {
        let text = |field: &str, new: &Option<String>, old: &Option<String>| policies.option(field, new, old);
        Organization {
            id: old.id,
            name: policies.value("name", &Some(self.name.clone()), &old.name, false),
            kind: policies.value("kind", &self.kind, &old.kind, false),
            stage: policies.option("stage", &self.stage, &old.stage),
            tier: text("tier", &self.tier, &old.tier),
            owner: policies.option("owner", &self.owner, &old.owner),
            group: text("group", &self.group, &old.group),
            region: text("region", &self.region, &old.region),
            website: text("website", &self.website, &old.website),
            since: policies.option("since", &self.since, &old.since),
            notes: policies.value("notes", &self.notes, &old.notes, old.notes.is_empty()),
            placeholder: policies.value("placeholder", &self.placeholder, &old.placeholder, false),
            active: policies.value("active", &self.active, &old.active, false),
        }
    }

    /// The organization that the row alone makes.
    pub(super) fn into_new(self, id: OrganizationId, kind: Key) -> Organization {
        Organization {
            id,
            name: self.name,
            kind,
            stage: self.stage,
            tier: self.tier,
            owner: self.owner,
            group: self.group,
            region: self.region,
            website: self.website,
            since: self.since,
            notes: self.notes.unwrap_or_default(),
            placeholder: self.placeholder.unwrap_or(false),
            active: self.active.unwrap_or(true),
        }
    }
}

/// What cells are read with: dates as the file writes them, and the words of the workspace.
pub(super) struct Reader<'w> {
    pub(super) dates: crate::values::date::DateReader,
    pub(super) kinds: OrganizationKinds<'w>,
    pub(super) stages: Stages<'w>,
    pub(super) owners: Owners,
    pub(super) belongings: belongings::Reader<'w>,
}

impl Reader<'_> {
    pub(super) fn read(&mut self, row: Row<'_>, new_id: &mut dyn FnMut() -> Uuid) -> Result<Draft, Reject> {
        let kind = row.given("kind");
        let us = kind.is_some_and(kinds::is_us);
        let mut draft = Draft {
            row: row.number(),
            us,
            id: row.given("id").and_then(|id| Uuid::parse_str(id).ok()),
            name: row.name("name", "the partner's name")?,
            kind: None,
            stage: None,
            owner: None,
            tier: row.line("tier")?,
            group: row.line("group")?,
            region: row.line("region")?,
            website: row.line("website")?,
            since: row.date("since", self.dates)?,
            notes: row.prose("notes").map(str::to_owned),
            placeholder: row.yes("placeholder")?,
            active: row.yes("active")?,
            belongings: self.belongings.read(row)?,
        };
        // New words are made last, so that a refused row brings none.
        draft.owner = self.owners.read(row, "owner", new_id)?;
        let wrong = |field: &'static str| {
            move |error: domain::NameError| row.reject(field, "one line of text").advise(error.to_string())
        };
        draft.stage = row.given("stage").map(|text| self.stages.resolve(text)).transpose().map_err(wrong("stage"))?;
        draft.kind = kind.filter(|_| !us).map(|text| self.kinds.resolve(text)).transpose().map_err(wrong("kind"))?;
        Ok(draft)
    }
}

/// A row that says it is us has to bear our name, and only one may.
pub(super) fn check_us(
    draft: &Draft,
    row: Row<'_>,
    workspace: &Workspace,
    us_row: &mut Option<usize>,
) -> Result<(), Reject> {
    if !draft.us {
        return Ok(());
    }
    if let Some(other) = us_row {
        let advice = format!("row {other} is our organization already");
        return Err(row.reject("kind", "one row for our own organization").advise(advice));
    }
    let ours = workspace.us().map(|us| &us.name);
    if ours != Some(&draft.name) {
        let name = ours.map(ToString::to_string).unwrap_or_default();
        let advice = "the row says that this is our own organization; give both the same name, or the row another kind";
        return Err(row.reject("name", format!("'{}', the name of us in this workspace", shown(&name))).advise(advice));
    }
    *us_row = Some(draft.row);
    Ok(())
}
