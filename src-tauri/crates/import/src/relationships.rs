//! Rows that are relationships. Both ends are named exactly; each row is its own line, however many join a pair.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use domain::{Date, Key, OrganizationId, Relationship, RelationshipId, RelationshipStatus, Weight, Workspace};
use uuid::Uuid;

use crate::date::DateReader;
use crate::kinds::{self, RelationshipKinds};
use crate::matching::ByName;
use crate::plan::{Plan, check_new};
use crate::row::{self, Row};
use crate::words::folded;
use crate::{ImportError, Reject};

/// How many relationships of one pair and kind are compared with a row.
const COMPARED: usize = 64;

/// A row's cells, read. What is not given leaves a relationship as it is.
struct Draft {
    from: OrganizationId,
    to: OrganizationId,
    kind: Key,
    status: Option<RelationshipStatus>,
    since: Option<Date>,
    tier: Option<String>,
    strength: Option<Weight>,
    commission: Option<String>,
    notes: Option<String>,
}

/// One pair and kind, the ends in order of id where the kind has no direction.
type Line = (OrganizationId, OrganizationId, Key);

/// The organizations of `workspace` by name.
pub fn organizations(workspace: &Workspace) -> ByName<'_, OrganizationId> {
    ByName::of(
        workspace.organizations.iter().map(|organization| (&organization.name, organization.id)),
        ("one organization of this workspace", "organizations"),
        "add it first, or import the organizations before",
    )
}

/// Adds what the table's rows would do to the plan.
pub fn fill(plan: &mut Plan, workspace: &Workspace, new_id: &mut dyn FnMut() -> Uuid) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let rows = row::fitting(&table, &mut plan.rejects);
    let organizations = organizations(workspace);
    let dates = row::dates(&rows, "since");
    let mut kinds = RelationshipKinds::of(workspace);
    let mut drafts = Vec::with_capacity(rows.len());
    for row in rows {
        match read(row, &organizations, dates, &mut kinds) {
            Ok(draft) => drafts.push(draft),
            Err(reject) => plan.rejects.push(reject),
        }
    }
    check_new(plan, "kind", kinds.new.len(), kinds::NEW_MAX, "kind of relationship")?;
    place(plan, workspace, drafts, &kinds, new_id);
    plan.new_relationship_kinds = kinds.new;
    Ok(())
}

fn read(
    row: Row<'_>,
    organizations: &ByName<'_, OrganizationId>,
    dates: DateReader,
    kinds: &mut RelationshipKinds<'_>,
) -> Result<Draft, Reject> {
    let (from, to) = (organizations.one(row, "from")?, organizations.one(row, "to")?);
    if from == to {
        return Err(row.reject("to", "another organization than the line begins with"));
    }
    let (status, strength) = (status(row)?, strength(row)?);
    let (since, tier, commission) = (row.date("since", dates)?, row.line("tier")?, row.line("commission")?);
    let kind = row.name("kind", "a kind of relationship such as 'resells'")?;
    // A new kind is made last, so that a refused row brings none.
    let resolved = kinds.resolve(kind.as_str());
    let (kind, reversed) =
        resolved.map_err(|error| row.reject("kind", "a kind of relationship").advise(error.to_string()))?;
    let (from, to) = if reversed { (to, from) } else { (from, to) };
    let notes = row.given("notes").map(str::to_owned);
    Ok(Draft { from, to, kind, status, since, tier, strength, commission, notes })
}

fn status(row: Row<'_>) -> Result<Option<RelationshipStatus>, Reject> {
    let Some(text) = row.given("status") else { return Ok(None) };
    match folded(text).as_str() {
        "idea" => Ok(RelationshipStatus::Idea),
        "intalks" | "talks" | "testing" => Ok(RelationshipStatus::InTalks),
        "active" => Ok(RelationshipStatus::Active),
        "atrisk" | "paused" => Ok(RelationshipStatus::AtRisk),
        "ended" | "inactive" => Ok(RelationshipStatus::Ended),
        _ => Err(row.reject("status", "idea, in talks, active, at risk or ended")),
    }
    .map(Some)
}

fn strength(row: Row<'_>) -> Result<Option<Weight>, Reject> {
    let Some(text) = row.given("strength") else { return Ok(None) };
    let weight = text.parse::<u8>().ok().and_then(|number| Weight::try_from(number).ok());
    weight.map(Some).ok_or_else(|| row.reject("strength", "a whole number from 1 to 5"))
}

/// Decides for each draft whether it is new, a change, or there already: first those that change nothing, then in order,
/// so that a file with a line twice finds both again.
fn place(
    plan: &mut Plan,
    workspace: &Workspace,
    drafts: Vec<Draft>,
    kinds: &RelationshipKinds<'_>,
    new_id: &mut dyn FnMut() -> Uuid,
) {
    let line = |from: OrganizationId, to: OrganizationId, kind: &Key| -> Line {
        let swap = kinds.is_symmetric(kind) && to < from;
        if swap { (to, from, kind.clone()) } else { (from, to, kind.clone()) }
    };
    let mut known: HashMap<Line, VecDeque<&Relationship>> = HashMap::new();
    for relationship in &workspace.relationships {
        let line = line(relationship.from, relationship.to, &relationship.kind);
        known.entry(line).or_default().push_back(relationship);
    }
    let mut open = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let candidates = known.get_mut(&line(draft.from, draft.to, &draft.kind));
        let equal = |old: &&Relationship| draft.applied_to(old) == **old;
        let found = candidates.and_then(|candidates| {
            candidates.iter().take(COMPARED).position(equal).and_then(|place| candidates.remove(place))
        });
        match found {
            Some(_) => plan.unchanged += 1,
            None => open.push(draft),
        }
    }
    for draft in open {
        let candidates = known.get_mut(&line(draft.from, draft.to, &draft.kind));
        match candidates.and_then(VecDeque::pop_front) {
            Some(old) => plan.changed_relationships.push(draft.applied_to(old)),
            None => plan.new_relationships.push(draft.into_new(RelationshipId(new_id()))),
        }
    }
}

impl Draft {
    fn applied_to(&self, old: &Relationship) -> Relationship {
        Relationship {
            id: old.id,
            from: old.from,
            to: old.to,
            kind: old.kind.clone(),
            status: self.status.unwrap_or(old.status),
            since: self.since.or(old.since),
            tier: self.tier.clone().or_else(|| old.tier.clone()),
            strength: self.strength.or(old.strength),
            commission: self.commission.clone().or_else(|| old.commission.clone()),
            notes: self.notes.clone().unwrap_or_else(|| old.notes.clone()),
        }
    }

    fn into_new(self, id: RelationshipId) -> Relationship {
        Relationship {
            id,
            from: self.from,
            to: self.to,
            kind: self.kind,
            status: self.status.unwrap_or(RelationshipStatus::Active),
            since: self.since,
            tier: self.tier,
            strength: self.strength,
            commission: self.commission,
            notes: self.notes.unwrap_or_default(),
        }
    }
}
