//! Rows that are organizations. Each row is its own: rows of one file never merge, and only an exact name that is
//! unique in the file and in the workspace is taken for the organization that is there.

mod draft;
mod finding;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::{Key, Name, OrganizationId, Owner, Workspace};
use uuid::Uuid;

use crate::matching::identity::FILE;
use crate::nouns::belongings;
use crate::nouns::kinds::{self, OrganizationKinds, Stages};
use crate::nouns::owner::{self, Owners};
use crate::plan::doubt::{Answers, Question, parts};
use crate::plan::{Options, Plan, Work, check_new};
use crate::table::row;
use crate::words::{count, list, shown};
use crate::{ImportError, Reject};

use draft::{Draft, Reader, check_us};
use finding::{Finding, Found, Repeated};

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
