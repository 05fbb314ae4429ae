//! Rows that are organizations. Each row is its own: rows of one file never merge, and only an exact name that is
//! unique in the file and in the workspace is taken for the organization that is there.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use domain::{Date, Key, Name, Organization, OrganizationId, Owner, Workspace};
use uuid::Uuid;

use crate::kinds::{self, OrganizationKinds, Stages};
use crate::owner::{self, Owners};
use crate::plan::{Plan, check_new};
use crate::row::{self, Row};
use crate::words::{count, list, shown};
use crate::{ImportError, Reject};

/// How many organizations of one name are compared with a row of that name.
const COMPARED: usize = 64;

/// A row's cells, read. What is not given leaves an organization as it is.
struct Draft {
    row: usize,
    us: bool,
    name: Name,
    kind: Option<Key>,
    stage: Option<Key>,
    owner: Option<Owner>,
    tier: Option<String>,
    group: Option<String>,
    region: Option<String>,
    website: Option<String>,
    since: Option<Date>,
    notes: Option<String>,
    placeholder: Option<bool>,
    active: Option<bool>,
}

/// Adds what the table's rows would do to the plan.
pub fn fill(plan: &mut Plan, workspace: &Workspace, new_id: &mut dyn FnMut() -> Uuid) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let rows = row::fitting(&table, &mut plan.rejects);
    let mut reader = Reader {
        dates: row::dates(&rows, "since"),
        kinds: OrganizationKinds::of(workspace),
        stages: Stages::of(workspace),
        owners: Owners::of(workspace),
    };
    let mut drafts = Vec::with_capacity(rows.len());
    let mut us_row = None;
    for row in rows {
        match reader.read(row, new_id).and_then(|draft| check_us(&draft, row, workspace, &mut us_row).map(|()| draft)) {
            Ok(draft) => drafts.push(draft),
            Err(reject) => plan.rejects.push(reject),
        }
    }
    check_new(plan, "kind", reader.kinds.new.len(), kinds::NEW_MAX, "kind of organization")?;
    check_new(plan, "stage", reader.stages.new.len(), kinds::NEW_MAX, "lifecycle stage")?;
    check_new(plan, "owner", reader.owners.new.len(), owner::NEW_MAX, "owner")?;
    place(plan, workspace, drafts, &mut reader.kinds, new_id);
    plan.new_organization_kinds = reader.kinds.new;
    plan.new_stages = reader.stages.new;
    plan.new_people = reader.owners.new;
    Ok(())
}

struct Reader<'w> {
    dates: crate::date::DateReader,
    kinds: OrganizationKinds<'w>,
    stages: Stages<'w>,
    owners: Owners,
}

impl Reader<'_> {
    fn read(&mut self, row: Row<'_>, new_id: &mut dyn FnMut() -> Uuid) -> Result<Draft, Reject> {
        let kind = row.given("kind");
        let us = kind.is_some_and(kinds::is_us);
        let mut draft = Draft {
            row: row.number(),
            us,
            name: row.name("name", "the organization's name")?,
            kind: None,
            stage: None,
            owner: None,
            tier: row.line("tier")?,
            group: row.line("group")?,
            region: row.line("region")?,
            website: row.line("website")?,
            since: row.date("since", self.dates)?,
            notes: row.given("notes").map(str::to_owned),
            placeholder: row.yes("placeholder")?,
            active: row.yes("active")?,
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
fn check_us(draft: &Draft, row: Row<'_>, workspace: &Workspace, us_row: &mut Option<usize>) -> Result<(), Reject> {
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

/// Decides for each draft whether it is new, a change, or there already.
fn place(
    plan: &mut Plan,
    workspace: &Workspace,
    drafts: Vec<Draft>,
    kinds: &mut OrganizationKinds<'_>,
    new_id: &mut dyn FnMut() -> Uuid,
) {
    let us_given = drafts.iter().any(|draft| draft.us);
    let mut known: HashMap<&str, VecDeque<&Organization>> = HashMap::new();
    for organization in &workspace.organizations {
        if !(us_given && organization.id == workspace.settings.us) {
            known.entry(organization.name.as_str()).or_default().push_back(organization);
        }
    }
    let mut times: HashMap<String, usize> = HashMap::new();
    for draft in drafts.iter().filter(|draft| !draft.us) {
        *times.entry(draft.name.as_str().to_owned()).or_default() += 1;
    }
    let mut doubtful = Repeated::default();
    for draft in drafts {
        let in_file = if draft.us { 1 } else { times.get(draft.name.as_str()).copied().unwrap_or(0) };
        let candidates = known.get_mut(draft.name.as_str());
        let found = match candidates {
            _ if draft.us => workspace.us(),
            Some(candidates) if in_file == 1 && candidates.len() == 1 => candidates.pop_front(),
            Some(candidates) => take_equal(candidates, &draft),
            None => None,
        };
        if let Some(organization) = found {
            let changed = draft.applied_to(organization);
            if changed == *organization {
                plan.unchanged += 1;
            } else {
                plan.changed_organizations.push(changed);
            }
            continue;
        }
        if in_file > 1 || known.contains_key(draft.name.as_str()) {
            doubtful.note(&draft.name);
        }
        let kind = draft.kind.clone().or_else(|| kinds.resolve("Other").ok());
        plan.new_organizations.extend(kind.map(|kind| draft.into_new(OrganizationId(new_id()), kind)));
    }
    plan.remarks.extend(doubtful.remark());
}

/// Among several of one name only one that the row would not change is the row's.
fn take_equal<'w>(candidates: &mut VecDeque<&'w Organization>, draft: &Draft) -> Option<&'w Organization> {
    let equal = |organization: &&Organization| draft.applied_to(organization) == **organization;
    let place = candidates.iter().take(COMPARED).position(equal)?;
    candidates.remove(place)
}

/// Names that several rows or organizations bear.
#[derive(Default)]
struct Repeated {
    seen: HashSet<String>,
    names: Vec<String>,
    rows: usize,
}

impl Repeated {
    fn note(&mut self, name: &Name) {
        self.rows += 1;
        if self.seen.insert(name.as_str().to_owned()) {
            self.names.push(name.as_str().to_owned());
        }
    }

    fn remark(&self) -> Option<String> {
        (self.rows > 0).then(|| {
            let rows = count(self.rows, "row has a name", "rows have names");
            let names = list(self.names.iter().map(String::as_str), 5);
            format!(
                "{rows} that others have too; each was added as its own organization, so look for duplicates: {names}."
            )
        })
    }
}

impl Draft {
    fn applied_to(&self, organization: &Organization) -> Organization {
        let keep = |new: &Option<String>, old: &Option<String>| new.clone().or_else(|| old.clone());
        let old = organization;
        Organization {
            id: old.id,
            name: self.name.clone(),
            kind: self.kind.clone().unwrap_or_else(|| old.kind.clone()),
            stage: self.stage.clone().or_else(|| old.stage.clone()),
            tier: keep(&self.tier, &old.tier),
            owner: self.owner.or(old.owner),
            group: keep(&self.group, &old.group),
            region: keep(&self.region, &old.region),
            website: keep(&self.website, &old.website),
            since: self.since.or(old.since),
            notes: self.notes.clone().unwrap_or_else(|| old.notes.clone()),
            placeholder: self.placeholder.unwrap_or(old.placeholder),
            active: self.active.unwrap_or(old.active),
        }
    }

    fn into_new(self, id: OrganizationId, kind: Key) -> Organization {
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
