//! Motions and what is inside them: partners, tasks, milestones, dependencies, budget lines with their payers, funds.

use domain::{
    Audience, BudgetLine, BudgetLineId, BudgetShare, Dependency, Fund, Milestone, Motion, MotionId, MotionPartner,
    Task, TaskOwner, Workspace,
};
use uuid::Uuid;

use super::TemplateError;
use super::tables::Tables;
use crate::Reject;
use crate::columns::field::Field;
use crate::nouns::actuals;
use crate::nouns::owner::Owners;
use crate::nouns::relationships;
use crate::table::row::Row;
use crate::words::folded;

static MOTIONS: [Field; 9] = [
    Field::needed("name"),
    Field::needed("kind"),
    Field::needed("status"),
    Field::needed("health"),
    Field::plain("objective"),
    Field::needed("start"),
    Field::needed("end"),
    Field::plain("owner"),
    Field::plain("active"),
];
static MOTION_PARTNERS: [Field; 3] = [Field::needed("motion"), Field::needed("partner"), Field::plain("role")];
static TASKS: [Field; 7] = [
    Field::needed("motion"),
    Field::needed("name"),
    Field::plain("owner"),
    Field::plain("start"),
    Field::plain("due"),
    Field::plain("done"),
    Field::plain("effort_days"),
];
static MILESTONES: [Field; 4] =
    [Field::needed("motion"), Field::needed("name"), Field::needed("date"), Field::plain("reached")];
static DEPENDENCIES: [Field; 2] = [Field::needed("motion"), Field::needed("after")];
static BUDGET_LINES: [Field; 7] = [
    Field::needed("motion"),
    Field::needed("name"),
    Field::needed("behavior"),
    Field::needed("currency"),
    Field::needed("planned"),
    Field::plain("committed"),
    Field::plain("spent"),
];
static BUDGET_SHARES: [Field; 4] =
    [Field::needed("motion"), Field::needed("line"), Field::needed("payer"), Field::needed("share")];
static FUNDS: [Field; 13] = [
    Field::needed("name"),
    Field::plain("motion"),
    Field::needed("giver"),
    Field::plain("accrued"),
    Field::needed("amount"),
    Field::needed("currency"),
    Field::plain("requested"),
    Field::plain("approved"),
    Field::plain("spent"),
    Field::plain("claimed"),
    Field::plain("claim_by"),
    Field::plain("reimbursed"),
    Field::plain("expires"),
];

/// Everything about motions.
pub fn read(
    tables: Tables<'_>,
    workspace: &mut Workspace,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<(), TemplateError> {
    workspace.motions = motions(tables, workspace, new_id)?;
    parts(tables, workspace, new_id)?;
    money(tables, workspace, new_id)
}

fn motions(
    tables: Tables<'_>,
    workspace: &Workspace,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<Vec<Motion>, TemplateError> {
    let mut owners = Owners::of(workspace);
    tables.read("motions.csv", &MOTIONS, |row| {
        let kind = folded(row.text("kind"));
        let known = |kind_row: &&domain::MotionKind| {
            folded(kind_row.key.as_str()) == kind || folded(kind_row.name.as_str()) == kind
        };
        let kind = workspace.motion_kinds.iter().find(known).ok_or_else(|| {
            let kinds = workspace.motion_kinds.iter().map(|kind| kind.key.as_str());
            row.reject("kind", format!("a kind of motion: {}", crate::words::list(kinds, 12)))
        })?;
        let (start, end) = (row.day("start")?, row.day("end")?);
        if end < start {
            return Err(row.reject("end", format!("a day not before {start}")));
        }
        Ok(Motion {
            id: new_id().into(),
            name: row.plain_name("name")?,
            kind: kind.key.clone(),
            status: row.choice("status")?,
            health: row.choice("health")?,
            objective: row.text("objective").to_owned(),
            start,
            end,
            owner: known_owner(&mut owners, row)?,
            active: row.flag("active", true)?,
            health_reason: String::new(),
            health_audience: Audience::Internal,
            objective_audience: Audience::Partner,
        })
    })
}

/// A function, or a person who is in the workspace already.
fn known_owner(owners: &mut Owners, row: Row<'_>) -> Result<Option<domain::Owner>, Reject> {
    let owner = owners.read(row, "owner", &mut Uuid::nil)?;
    if owners.new.is_empty() { Ok(owner) } else { Err(row.reject("owner", "a function or a person of people.csv")) }
}

fn parts(tables: Tables<'_>, workspace: &mut Workspace, new_id: &mut dyn FnMut() -> Uuid) -> Result<(), TemplateError> {
    let names = actuals::motions(workspace);
    let organizations = relationships::organizations(workspace);
    let mut owners = Owners::of(workspace);
    let motion_partners = tables.read("motion_partners.csv", &MOTION_PARTNERS, |row| {
        let (motion, organization) = (names.one(row, "motion")?, organizations.one(row, "partner")?);
        Ok(MotionPartner { motion, organization, role: row.text("role").to_owned() })
    })?;
    let tasks = tables.read("tasks.csv", &TASKS, |row| {
        Ok(Task {
            id: new_id().into(),
            motion: names.one(row, "motion")?,
            name: row.plain_name("name")?,
            owner: known_owner(&mut owners, row)?.map(TaskOwner::from),
            start: row.maybe_day("start")?,
            due: row.maybe_day("due")?,
            done: row.flag("done", false)?,
            effort_days: row.maybe_number("effort_days", 0.0, 10_000.0)?,
            phase: None,
            notes: String::new(),
            notes_audience: Audience::Internal,
            position: 0,
        })
    })?;
    let milestones = tables.read("milestones.csv", &MILESTONES, |row| {
        let (motion, name) = (names.one(row, "motion")?, row.plain_name("name")?);
        Ok(Milestone {
            id: new_id().into(),
            motion,
            name,
            date: row.day("date")?,
            reached: row.flag("reached", false)?,
        })
    })?;
    let dependencies = tables.read("dependencies.csv", &DEPENDENCIES, |row| {
        let (motion, after) = (names.one(row, "motion")?, names.one(row, "after")?);
        if motion == after {
            return Err(row.reject("after", "another motion"));
        }
        Ok(Dependency { id: new_id().into(), motion, after })
    })?;
    workspace.motion_partners = motion_partners;
    workspace.tasks = tasks;
    workspace.milestones = milestones;
    workspace.dependencies = dependencies;
    Ok(())
}

fn money(tables: Tables<'_>, workspace: &mut Workspace, new_id: &mut dyn FnMut() -> Uuid) -> Result<(), TemplateError> {
    let names = actuals::motions(workspace);
    let organizations = relationships::organizations(workspace);
    let mut lines = tables.read("budget_lines.csv", &BUDGET_LINES, |row| {
        let currency = row.currency("currency")?;
        let amount = |field| row.amount(field, currency).map(|money| money.minor);
        Ok(BudgetLine {
            id: new_id().into(),
            motion: names.one(row, "motion")?,
            name: row.plain_name("name")?,
            behavior: row.choice("behavior")?,
            currency,
            planned_minor: amount("planned")?,
            committed_minor: amount("committed")?,
            spent_minor: amount("spent")?,
            shares: Vec::new(),
            projection: None,
            rate: None,
            audience: Audience::Partner,
        })
    })?;
    let shares = tables.read("budget_shares.csv", &BUDGET_SHARES, |row| {
        let line = budget_line(&lines, names.one(row, "motion")?, row, "line")?;
        let (organization, share) = (organizations.one(row, "payer")?, row.number_in("share", 0.0, 1.0)?);
        Ok((line, BudgetShare { organization, share, amount_minor: None }))
    })?;
    for (id, share) in shares {
        if let Some(line) = lines.iter_mut().find(|line| line.id == id) {
            line.shares.push(share);
        }
    }
    if let Some(line) = lines.iter().find(|line| !adds_up(line)) {
        let reason = format!("the shares of '{}' do not add up to 1", line.name);
        return Err(TemplateError::Row { file: "budget_shares.csv".to_owned(), reason });
    }
    let funds = tables.read("funds.csv", &FUNDS, |row| {
        Ok(Fund {
            id: new_id().into(),
            motion: names.given(row, "motion")?,
            giver: organizations.one(row, "giver")?,
            name: row.plain_name("name")?,
            accrued: row.flag("accrued", false)?,
            amount: row.amount("amount", row.currency("currency")?)?,
            requested: row.maybe_day("requested")?,
            approved: row.maybe_day("approved")?,
            spent: row.maybe_day("spent")?,
            claimed: row.maybe_day("claimed")?,
            claim_by: row.maybe_day("claim_by")?,
            reimbursed: row.maybe_day("reimbursed")?,
            expires: row.maybe_day("expires")?,
            proof: String::new(),
            audience: Audience::Partner,
        })
    })?;
    workspace.budget_lines = lines;
    workspace.funds = funds;
    Ok(())
}

fn adds_up(line: &BudgetLine) -> bool {
    let sum: f64 = line.shares.iter().map(|share| share.share).sum();
    line.shares.is_empty() || (sum - 1.0).abs() < 1e-6
}

/// The line of a motion that a field names.
pub fn budget_line(lines: &[BudgetLine], motion: MotionId, row: Row<'_>, field: &str) -> Result<BudgetLineId, Reject> {
    let mut named = lines.iter().filter(|line| line.motion == motion && line.name.as_str() == row.text(field));
    match (named.next(), named.next()) {
        (Some(line), None) => Ok(line.id),
        _ => Err(row.reject(field, "the name of one budget line of that motion")),
    }
}
