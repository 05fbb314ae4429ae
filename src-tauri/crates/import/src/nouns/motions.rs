//! Rows that are motions, each with its partners. A motion is known by its id, else by its exact name.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use domain::{
    Audience, Date, Health, Key, Motion, MotionId, MotionKind, MotionPartner, MotionStatus, Name, OrganizationId,
    Owner, Workspace,
};
use uuid::Uuid;

use crate::matching::ByName;
use crate::nouns::accounts::{taken, with_own_ids};
use crate::nouns::owner::{NEW_MAX, Owners};
use crate::nouns::relationships;
use crate::plan::policy::Policies;
use crate::plan::{Options, Plan, Work, check_new};
use crate::table::row::{self, Row};
use crate::values::date::DateReader;
use crate::values::several::{BETWEEN, parted};
use crate::words::{folded, list};
use crate::{ImportError, Reject};

/// A row's cells, read. What is not given leaves a motion as it is.
struct Draft {
    row: usize,
    id: Option<Uuid>,
    name: Name,
    kind: Key,
    status: Option<MotionStatus>,
    health: Option<Health>,
    objective: Option<String>,
    objective_audience: Option<Audience>,
    health_reason: Option<String>,
    health_audience: Option<Audience>,
    start: Date,
    end: Date,
    owner: Option<Owner>,
    active: Option<bool>,
    partners: Vec<OrganizationId>,
}

/// Adds what the table's rows would do to the plan.
pub fn fill(plan: &mut Plan, workspace: &Workspace, options: &Options, work: &mut Work<'_>) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let rows = plan.rows_of(&table, options);
    let mut reader = Reader {
        kinds: &workspace.motion_kinds,
        starts: row::dates(&rows, "start", options.dates),
        ends: row::dates(&rows, "end", options.dates),
        partners: relationships::organizations(workspace),
        owners: Owners::of(workspace),
    };
    let mut drafts = Vec::with_capacity(rows.len());
    for (index, row) in rows.into_iter().enumerate() {
        work.look_up(index)?;
        match reader.read(row, work.new_id) {
            Ok(draft) => drafts.push(draft),
            Err(reject) => plan.rejects.push(reject),
        }
    }
    check_new(plan, "owner", reader.owners.new.len(), NEW_MAX, "owner")?;
    plan.new_people = reader.owners.new;
    let drafts = with_own_ids(plan, drafts, |draft| (draft.row, draft.id, None));
    place(plan, workspace, drafts, &options.policies, work);
    Ok(())
}

struct Reader<'w> {
    kinds: &'w [MotionKind],
    starts: DateReader,
    ends: DateReader,
    partners: ByName<'w, OrganizationId>,
    owners: Owners,
}

impl Reader<'_> {
    fn read(&mut self, row: Row<'_>, new_id: &mut dyn FnMut() -> Uuid) -> Result<Draft, Reject> {
        let name = row.name("name", "the motion's name")?;
        let kind = self.kind(row)?;
        let start = row.date("start", self.starts)?.ok_or_else(|| row.reject("start", "its first day"))?;
        let end = row.date("end", self.ends)?.ok_or_else(|| row.reject("end", "its last day"))?;
        if end < start {
            return Err(row.reject("end", format!("a day not before {start}")));
        }
        let status = row.given("status").map(|_| row.choice("status")).transpose()?;
        let health = row.given("health").map(|_| row.choice("health")).transpose()?;
        let audience = |field: &str| row.given(field).map(|_| row.choice(field)).transpose();
        let (objective_audience, health_audience) = (audience("objective_audience")?, audience("health_audience")?);
        let active = row.yes("active")?;
        let partners = self.partners(row)?;
        Ok(Draft {
            row: row.number(),
            id: row.given("id").and_then(|id| Uuid::parse_str(id).ok()),
            name,
            kind,
            status,
            health,
            objective: row.prose("objective").map(str::to_owned),
            objective_audience,
            health_reason: row.prose("health_reason").map(str::to_owned),
            health_audience,
            start,
            end,
            // A new person is made last, so that a refused row brings none.
            owner: self.owners.read(row, "owner", new_id)?,
            active,
            partners,
        })
    }

    /// By key or by name.
    fn kind(&self, row: Row<'_>) -> Result<Key, Reject> {
        let word = folded(row.text("kind"));
        let is_it = |kind: &&MotionKind| folded(kind.key.as_str()) == word || folded(kind.name.as_str()) == word;
        self.kinds.iter().find(is_it).map(|kind| kind.key.clone()).ok_or_else(|| {
            let known = list(self.kinds.iter().map(|kind| kind.key.as_str()), 12);
            row.reject("kind", format!("a kind of motion: {known}"))
        })
    }

    fn partners(&self, row: Row<'_>) -> Result<Vec<OrganizationId>, Reject> {
        let mut partners = BTreeSet::new();
        for name in parted(row.text("partners"), &BETWEEN) {
            match self.partners.all(&name) {
                [one] => drop(partners.insert(*one)),
                [] => {
                    let advice = format!("there is no partner '{name}'; add it first, or import the partners before");
                    return Err(row.reject("partners", "names of partners with ; between them").advise(advice));
                }
                _ => {
                    let advice = format!("several are called '{name}'; give them different names first");
                    return Err(row.reject("partners", "names that stand for one partner each").advise(advice));
                }
            }
        }
        Ok(partners.into_iter().collect())
    }
}

/// Decides for each draft whether it is new, a change, or there already.
fn place(plan: &mut Plan, workspace: &Workspace, drafts: Vec<Draft>, policies: &Policies, work: &mut Work<'_>) {
    let by_id: HashMap<MotionId, &Motion> = workspace.motions.iter().map(|motion| (motion.id, motion)).collect();
    let mut by_name: HashMap<&str, Vec<&Motion>> = HashMap::new();
    for motion in &workspace.motions {
        by_name.entry(motion.name.as_str()).or_default().push(motion);
    }
    let mut parts: HashSet<(MotionId, OrganizationId)> =
        workspace.motion_partners.iter().map(|part| (part.motion, part.organization)).collect();
    let mut seen: HashMap<MotionId, usize> = HashMap::new();
    let mut names: HashMap<Name, usize> = HashMap::new();
    for draft in drafts {
        let own = draft.id.and_then(|id| by_id.get(&MotionId(id)).copied());
        let bearers = by_name.get(draft.name.as_str()).map_or(&[][..], Vec::as_slice);
        let old = match (own, bearers) {
            (Some(own), _) => Some(own),
            (None, [one]) => Some(*one),
            (None, []) => None,
            (None, several) => {
                plan.rejects.push(ambiguous(&draft, several.len()));
                continue;
            }
        };
        let earlier = match old {
            Some(old) => seen.insert(old.id, draft.row),
            None => names.insert(draft.name.clone(), draft.row).filter(|_| draft.id.is_none()),
        };
        if let Some(earlier) = earlier {
            plan.rejects.push(taken(draft.row, draft.name.as_str(), earlier));
            continue;
        }
        let id = if let Some(old) = old {
            let changed = draft.applied_to(old, policies);
            let is_new_part = draft.partners.iter().any(|partner| !parts.contains(&(old.id, *partner)));
            match (changed == *old, is_new_part) {
                (true, false) => plan.unchanged += 1,
                (true, true) => plan.changed_beside += 1,
                (false, _) => plan.changed_motions.push(changed),
            }
            old.id
        } else {
            let id = draft.id.map_or_else(|| MotionId((work.new_id)()), MotionId);
            plan.new_motions.push(draft.new_motion(id));
            id
        };
        let new = draft.partners.iter().copied().filter(|partner| parts.insert((id, *partner)));
        let part = |organization| MotionPartner { motion: id, organization, role: String::new() };
        plan.new_motion_partners.extend(new.map(part));
    }
}

fn ambiguous(draft: &Draft, times: usize) -> Reject {
    let advice = format!("{times} motions have this name; give them different names first");
    Reject::new(draft.row, Some("name"), draft.name.as_str(), "a name that stands for one motion only").advise(advice)
}

impl Draft {
    fn applied_to(&self, old: &Motion, policies: &Policies) -> Motion {
        let start = policies.value("start", &Some(self.start), &old.start, false);
        Motion {
            id: old.id,
            name: policies.value("name", &Some(self.name.clone()), &old.name, false),
            kind: policies.value("kind", &Some(self.kind.clone()), &old.kind, false),
            status: policies.value("status", &self.status, &old.status, false),
            health: policies.value("health", &self.health, &old.health, false),
            objective: policies.value("objective", &self.objective, &old.objective, old.objective.is_empty()),
            start,
            // Where one side's first day and the other's last day are taken, they need not fit.
            end: policies.value("end", &Some(self.end), &old.end, false).max(start),
            owner: policies.option("owner", &self.owner, &old.owner),
            active: policies.value("active", &self.active, &old.active, false),
            health_reason: policies.value(
                "health_reason",
                &self.health_reason,
                &old.health_reason,
                old.health_reason.is_empty(),
            ),
            health_audience: policies.value("health_audience", &self.health_audience, &old.health_audience, false),
            objective_audience: policies.value(
                "objective_audience",
                &self.objective_audience,
                &old.objective_audience,
                false,
            ),
        }
    }

    fn new_motion(&self, id: MotionId) -> Motion {
        Motion {
            id,
            name: self.name.clone(),
            kind: self.kind.clone(),
            status: self.status.unwrap_or(MotionStatus::Draft),
            health: self.health.unwrap_or(Health::OnTrack),
            objective: self.objective.clone().unwrap_or_default(),
            start: self.start,
            end: self.end,
            owner: self.owner,
            active: self.active.unwrap_or(true),
            health_reason: self.health_reason.clone().unwrap_or_default(),
            health_audience: self.health_audience.unwrap_or(Audience::Internal),
            objective_audience: self.objective_audience.unwrap_or(Audience::Partner),
        }
    }
}
