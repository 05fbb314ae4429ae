//! Rows that are organizations. Each row is its own: rows of one file never merge, and only an exact name that is
//! unique in the file and in the workspace is taken for the organization that is there.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use domain::{Date, Key, Name, Organization, OrganizationId, Owner, Workspace};
use uuid::Uuid;

use crate::matching::domain::domain;
use crate::matching::identity::{FILE, ForeignIds, Identities, is_graph};
use crate::matching::name::normalized;
use crate::nouns::belongings::{self, Belongings};
use crate::nouns::kinds::{self, OrganizationKinds, Stages};
use crate::nouns::owner::{self, Owners};
use crate::plan::doubt::{Answers, Question, doubt, parts};
use crate::plan::policy::Policies;
use crate::plan::{Options, Plan, Work, check_new};
use crate::table::row::{self, Row};
use crate::words::{count, list, shown};
use crate::{ImportError, Reject};

/// How many organizations of one name are compared with a row of that name.
const COMPARED: usize = 64;

/// A row's cells, read. What is not given leaves an organization as it is.
#[derive(Clone)]
struct Draft {
    row: usize,
    us: bool,
    id: Option<Uuid>,
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
    belongings: Belongings,
}

/// Adds what the table's rows would do to the plan.
pub fn fill(plan: &mut Plan, workspace: &Workspace, options: &Options, work: &mut Work<'_>) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let rows = plan.rows_of(&table, options);
    let mut reader = Reader {
        dates: row::dates(&rows, "since", options.dates),
        kinds: OrganizationKinds::of(workspace),
        stages: Stages::of(workspace),
        owners: Owners::of(workspace),
        belongings: belongings::Reader::of(&rows, &table.columns.custom, options.dates),
    };
    let mut drafts = Vec::with_capacity(rows.len());
    let mut us_row = None;
    for (index, row) in rows.into_iter().enumerate() {
        work.look_up(index)?;
        let draft = reader.read(row, work.new_id);
        match draft.and_then(|draft| check_us(&draft, row, workspace, &mut us_row).map(|()| draft)) {
            Ok(draft) => drafts.push(draft),
            Err(reject) => plan.rejects.push(reject),
        }
    }
    check_new(plan, "kind", reader.kinds.new.len(), kinds::NEW_MAX, "kind of organization")?;
    check_new(plan, "stage", reader.stages.new.len(), kinds::NEW_MAX, "lifecycle stage")?;
    check_new(plan, "owner", reader.owners.new.len(), owner::NEW_MAX, "owner")?;
    let drafts = ask_about_several(plan, drafts, &options.answers);
    let other = if drafts.iter().any(|draft| draft.kind.is_none()) { reader.kinds.resolve("Other").ok() } else { None };
    place(plan, workspace, drafts, other.as_ref(), options, work)?;
    learn(plan, reader);
    Ok(())
}

/// New words come in only with a row that was placed: a refused row brings none.
fn learn(plan: &mut Plan, reader: Reader<'_>) {
    let placed = || plan.new_organizations.iter().chain(&plan.changed_organizations);
    let kinds: HashSet<&Key> = placed().map(|row| &row.kind).collect();
    let stages: HashSet<&Key> = placed().filter_map(|row| row.stage.as_ref()).collect();
    let owners: HashSet<Owner> = placed().filter_map(|row| row.owner).collect();
    let new_kinds = reader.kinds.new.into_iter().filter(|kind| kinds.contains(&kind.key)).collect();
    let new_stages = reader.stages.new.into_iter().filter(|stage| stages.contains(&stage.key)).collect();
    let new_people =
        reader.owners.new.into_iter().filter(|person| owners.contains(&Owner::Person(person.id))).collect();
    (plan.new_organization_kinds, plan.new_stages, plan.new_people) = (new_kinds, new_stages, new_people);
}

/// "Acme / Beta" in one cell may be two partners: nobody but a person can tell. Where they said so, what tells one
/// company from others stays with the first.
fn ask_about_several(plan: &mut Plan, drafts: Vec<Draft>, answers: &Answers) -> Vec<Draft> {
    let mut all = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let parts = parts(draft.name.as_str());
        let names: Vec<Name> = parts.iter().filter_map(|part| Name::parse(part).ok()).collect();
        if parts.len() < 2 || draft.us || names.len() < parts.len() {
            all.push(draft);
            continue;
        }
        let (row, name) = (draft.row, draft.name.as_str().to_owned());
        let answer = answers.several.get(&name).copied();
        plan.questions.push(Question::Several { row, name, parts, answer });
        if answer != Some(true) {
            all.push(draft);
            continue;
        }
        for (place, name) in names.into_iter().enumerate() {
            let mut one = Draft { name, ..draft.clone() };
            if place > 0 {
                (one.id, one.website, one.belongings.foreign) = (None, None, None);
            }
            all.push(one);
        }
    }
    all
}

struct Reader<'w> {
    dates: crate::values::date::DateReader,
    kinds: OrganizationKinds<'w>,
    stages: Stages<'w>,
    owners: Owners,
    belongings: belongings::Reader<'w>,
}

impl Reader<'_> {
    fn read(&mut self, row: Row<'_>, new_id: &mut dyn FnMut() -> Uuid) -> Result<Draft, Reject> {
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

/// How a row was found to be an organization that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// By an id: the file may rename it.
    Id,
    /// By the same name.
    Name,
    /// By evidence: the name that is there stays, the file's is remembered.
    Evidence,
    /// By a further name of one that an earlier row is: a person made them one.
    Again,
    /// By the id of one that an earlier row is.
    Taken,
}

/// Decides for each draft whether it is new, a change, or there already.
fn place(
    plan: &mut Plan,
    workspace: &Workspace,
    drafts: Vec<Draft>,
    other: Option<&Key>,
    options: &Options,
    work: &mut Work<'_>,
) -> Result<(), ImportError> {
    let system = plan.table.columns.profile.map_or(FILE, |profile| profile.system);
    let finding = Finding::of(workspace, &drafts, options, system, work)?;
    let found = finding.all(&drafts, work)?;
    let mut writer = belongings::Writer::of(workspace, &options.policies, system);
    let mut repeated = Repeated::default();
    let mut again: Vec<String> = Vec::new();
    let mut foreign: HashMap<String, usize> = HashMap::new();
    let mut own_ids: HashMap<Uuid, usize> = HashMap::new();
    let mut taken_ids: HashSet<Uuid> = workspace.organizations.iter().map(|row| row.id.0).collect();
    for (index, (draft, found)) in drafts.into_iter().zip(found).enumerate() {
        work.look_up(index)?;
        if let Some(id) = &draft.belongings.foreign
            && let Some(row) = foreign.insert(id.clone(), draft.row)
        {
            let advice = format!("row {row} has this id already; keep one of them");
            plan.rejects.push(Reject::new(draft.row, Some("id"), id, "an id that only one row has").advise(advice));
            continue;
        }
        if let Some(id) = draft.id
            && let Some(row) = own_ids.insert(id, draft.row)
        {
            let advice = format!("row {row} has this id already; keep one of them");
            let id = id.to_string();
            plan.rejects.push(Reject::new(draft.row, Some("id"), &id, "an id that only one row has").advise(advice));
            continue;
        }
        if let Some((organization, Found::Taken)) = found {
            let advice = format!(
                "an earlier row is '{}' by its id already; keep one of them",
                shown(organization.name.as_str())
            );
            let id = draft.id.map(|id| id.to_string()).unwrap_or_default();
            plan.rejects.push(Reject::new(draft.row, Some("id"), &id, "an id that only one row has").advise(advice));
            continue;
        }
        if let Some((organization, Found::Again)) = found {
            plan.unchanged += 1;
            again.push(format!("{} ({})", draft.name, organization.name));
            continue;
        }
        if let Some((organization, by)) = found {
            let mut changed = draft.applied_to(organization, &options.policies);
            let mut further = false;
            if by != Found::Id && changed.name != organization.name {
                changed.name = organization.name.clone();
                further |= by == Found::Evidence && writer.write_alias(plan, organization.id, draft.name.clone());
            }
            if finding.answers.other(draft.name.as_str()) == Some(organization.id.0) {
                finding.may_be(plan, &draft, organization, None);
            }
            further |= writer.write(plan, organization.id, draft.belongings, work.new_id);
            match (changed == *organization, further) {
                (true, false) => plan.unchanged += 1,
                (true, true) => plan.changed_beside += 1,
                (false, _) => plan.changed_organizations.push(changed),
            }
            continue;
        }
        finding.doubt(plan, &draft, &mut repeated, work)?;
        let id = draft.id.filter(|id| taken_ids.insert(*id)).unwrap_or_else(|| (work.new_id)());
        writer.write(plan, OrganizationId(id), draft.belongings.clone(), work.new_id);
        let kind = draft.kind.clone().or_else(|| other.cloned());
        plan.new_organizations.extend(kind.map(|kind| draft.into_new(OrganizationId(id), kind)));
    }
    if !again.is_empty() {
        let rows = count(again.len(), "row was left out: it is", "rows were left out: they are");
        let names = list(again.iter().map(String::as_str), 8);
        plan.remarks.push(format!("{rows} known as another name of what an earlier row is: {names}."));
    }
    plan.remarks.extend(repeated.remark());
    Ok(())
}

/// Everything that rows are looked up by.
struct Finding<'w> {
    workspace: &'w Workspace,
    policies: &'w Policies,
    answers: &'w Answers,
    system: &'static str,
    foreign: ForeignIds<'w>,
    identities: Identities<'w>,
    names: HashMap<String, usize>,
    spellings: HashMap<String, usize>,
    domains: HashMap<String, usize>,
}

impl<'w> Finding<'w> {
    fn of(
        workspace: &'w Workspace,
        drafts: &[Draft],
        options: &'w Options,
        system: &'static str,
        work: &Work<'_>,
    ) -> Result<Self, ImportError> {
        let mut finding = Self {
            workspace,
            policies: &options.policies,
            answers: &options.answers,
            system,
            foreign: ForeignIds::of(workspace, "organization"),
            identities: Identities::of(workspace, work)?,
            names: HashMap::new(),
            spellings: HashMap::new(),
            domains: HashMap::new(),
        };
        for (index, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.us) {
            work.look_up(index)?;
            *finding.names.entry(draft.name.as_str().to_owned()).or_default() += 1;
            *finding.spellings.entry(normalized(draft.name.as_str())).or_default() += 1;
            if let Some(domain) = draft.website.as_deref().and_then(domain) {
                *finding.domains.entry(domain).or_default() += 1;
            }
        }
        Ok(finding)
    }

    /// Which organization each draft is: by ids and equal names first, so that nothing weaker takes it away from them.
    fn all(
        &self,
        drafts: &[Draft],
        work: &mut Work<'_>,
    ) -> Result<Vec<Option<(&'w Organization, Found)>>, ImportError> {
        let mut known: HashMap<&str, VecDeque<&'w Organization>> = HashMap::new();
        for organization in &self.workspace.organizations {
            // A partner may bear our name; only a row that says so is us.
            if organization.id != self.workspace.settings.us {
                known.entry(organization.name.as_str()).or_default().push_back(organization);
            }
        }
        let mut found = Vec::with_capacity(drafts.len());
        let mut claimed: HashSet<OrganizationId> = HashSet::new();
        let by_id = |draft: &Draft| {
            let own = draft.id.and_then(|id| self.workspace.organization(id.into()));
            own.or_else(|| {
                let value = draft.belongings.foreign.as_deref()?;
                self.by_foreign(draft, value)
            })
        };
        for (index, draft) in drafts.iter().enumerate() {
            work.look_up(index)?;
            let claim = if draft.us { self.workspace.us() } else { by_id(draft) };
            found.push(claim.map(|organization| {
                let is_first = claimed.insert(organization.id);
                (organization, if is_first { Found::Id } else { Found::Taken })
            }));
        }
        for list in known.values_mut() {
            list.retain(|organization| !claimed.contains(&organization.id));
        }
        for (index, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.us) {
            work.look_up(index)?;
            if found[index].is_some() {
                continue;
            }
            let in_file = self.names.get(draft.name.as_str()).copied().unwrap_or(0);
            found[index] = match known.get_mut(draft.name.as_str()) {
                Some(candidates) if in_file == 1 && candidates.len() == 1 => candidates.pop_front(),
                Some(candidates) => take_equal(candidates, draft, self.policies),
                None => None,
            }
            .filter(|organization| claimed.insert(organization.id))
            .map(|organization| (organization, Found::Name));
        }
        for (index, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.us) {
            work.look_up(index)?;
            if found[index].is_none() {
                found[index] = self
                    .by_evidence(draft)
                    .filter(|id| *id != self.workspace.settings.us)
                    .and_then(|id| self.workspace.organization(id))
                    .and_then(|organization| {
                        let is_alias = self.identities.by_alias(draft.name.as_str()) == Some(organization.id);
                        let is_first = claimed.insert(organization.id);
                        let by = if is_first { Found::Evidence } else { Found::Again };
                        (is_first || is_alias).then_some((organization, by))
                    });
            }
        }
        Ok(found)
    }

    fn by_foreign(&self, draft: &Draft, value: &str) -> Option<&'w Organization> {
        let row = |id: Uuid| self.workspace.organization(id.into());
        let agrees = |id: Uuid| row(id).is_some_and(|known| self.identities.bears(known, draft.name.as_str()));
        self.foreign.find_agreeing(self.system, value, agrees).and_then(row)
    }

    /// Whom the workspace knows by the id that a row of another name has.
    fn namesake(&self, draft: &Draft) -> Option<&'w Organization> {
        let value = draft.belongings.foreign.as_deref().filter(|_| !is_graph(self.system))?;
        let id = self.foreign.find(self.system, value)?;
        self.workspace.organization(id.into())
    }

    /// A further name, a domain or a normalized name that exactly one on each side bears.
    fn by_evidence(&self, draft: &Draft) -> Option<OrganizationId> {
        if self.names.get(draft.name.as_str()).copied().unwrap_or(0) > 1 {
            return None;
        }
        let told = self.answers.other(draft.name.as_str()).map(OrganizationId);
        if let Some(id) = told.or_else(|| self.identities.by_alias(draft.name.as_str())) {
            return Some(id);
        }
        let own_domain = draft.website.as_deref().and_then(domain);
        let once = |times: Option<&usize>| times == Some(&1);
        if let Some(own) = own_domain.as_ref().filter(|own| once(self.domains.get(*own)))
            && let Some(id) = self.identities.by_domain(own)
        {
            return Some(id);
        }
        let spelled = normalized(draft.name.as_str());
        let id = self.identities.by_name(&spelled).filter(|_| once(self.spellings.get(&spelled)))?;
        // Two of one name with sites of their own are two.
        let other = self.workspace.organization(id)?.website.as_deref().and_then(domain);
        (own_domain.is_none() || other.is_none() || own_domain == other).then_some(id)
    }

    /// Notes what a new organization may be the same as.
    fn doubt(
        &self,
        plan: &mut Plan,
        draft: &Draft,
        repeated: &mut Repeated,
        work: &Work<'_>,
    ) -> Result<(), ImportError> {
        if let Some(other) = self.namesake(draft) {
            self.may_be(plan, draft, other, draft.belongings.foreign.clone());
            return Ok(());
        }
        let in_file = self.names.get(draft.name.as_str()).copied().unwrap_or(0);
        let spelled = normalized(draft.name.as_str());
        let again = self.spellings.get(&spelled).is_some_and(|times| *times > 1) && !spelled.is_empty();
        if in_file > 1 || again || self.identities.is_borne(&spelled) {
            repeated.note(&draft.name);
        } else if let Some(id) = self.identities.alike(&spelled, work)?
            && let Some(other) = self.workspace.organization(id)
        {
            self.may_be(plan, draft, other, None);
        }
        Ok(())
    }

    /// Lists a row that may be, or was said to be, one of the workspace.
    fn may_be(&self, plan: &mut Plan, draft: &Draft, other: &Organization, shared_id: Option<String>) {
        doubt(plan, (draft.row, &draft.name), (other.id.0, &other.name), shared_id, self.answers);
    }
}

/// Among several of one name only one that the row would not change is the row's.
fn take_equal<'w>(
    candidates: &mut VecDeque<&'w Organization>,
    draft: &Draft,
    policies: &Policies,
) -> Option<&'w Organization> {
    let equal = |organization: &&Organization| draft.applied_to(organization, policies) == **organization;
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
    fn applied_to(&self, old: &Organization, policies: &Policies) -> Organization {
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
