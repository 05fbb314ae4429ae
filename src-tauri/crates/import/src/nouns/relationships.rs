//! Rows that are relationships. Both ends are named exactly; each row is its own line, however many join a pair.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use domain::{
    Audience, Commission, CommissionTerms, Date, Key, Name, OrganizationId, Relationship, RelationshipId,
    RelationshipStatus, Weight, Workspace,
};
use uuid::Uuid;

use crate::matching::ByName;
use crate::matching::identity::{FILE, ForeignIds, Identities, is_graph};
use crate::nouns::kinds::{self, RelationshipKinds};
use crate::plan::policy::Policies;
use crate::plan::{Options, Plan, Work, check_new};
use crate::table::row::{self, Row};
use crate::values::date::DateReader;
use crate::words::folded;
use crate::{ImportError, Reject};

/// How many relationships of one pair and kind are compared with a row.
const COMPARED: usize = 64;

/// A row's cells, read. What is not given leaves a relationship as it is.
struct Draft {
    id: Option<Uuid>,
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
        ("one partner of this workspace", "partners"),
        "add it first, or import the partners before",
    )
}

/// Adds what the table's rows would do to the plan.
pub fn fill(plan: &mut Plan, workspace: &Workspace, options: &Options, work: &mut Work<'_>) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let rows = plan.rows_of(&table, options);
    let system = table.columns.profile.map_or(FILE, |profile| profile.system);
    let ends = Ends {
        by_name: organizations(workspace),
        foreign: ForeignIds::of(workspace, "organization"),
        identities: Identities::of(workspace, work)?,
        workspace,
        system,
    };
    let dates = row::dates(&rows, "since", options.dates);
    let mut kinds = RelationshipKinds::of(workspace);
    let mut drafts = Vec::with_capacity(rows.len());
    for (index, row) in rows.into_iter().enumerate() {
        work.look_up(index)?;
        match read(row, &ends, dates, &mut kinds) {
            Ok(draft) => drafts.push(draft),
            Err(reject) => plan.rejects.push(reject),
        }
    }
    check_new(plan, "kind", kinds.new.len(), kinds::NEW_MAX, "kind of relationship")?;
    let known = with_terms(workspace);
    place(plan, &known, drafts, &kinds, &options.policies, work.new_id);
    read_terms(plan, workspace);
    plan.new_relationship_kinds = kinds.new;
    Ok(())
}

/// The organizations that lines join.
struct Ends<'w> {
    by_name: ByName<'w, OrganizationId>,
    foreign: ForeignIds<'w>,
    identities: Identities<'w>,
    workspace: &'w Workspace,
    system: &'static str,
}

impl Ends<'_> {
    /// By an id of its own column, by the exact name, by the id of the program that the file comes from, or by a further
    /// name.
    fn one(&self, row: Row<'_>, field: &str, id_field: &str) -> Result<OrganizationId, Reject> {
        let text = row.text(field);
        let own = |text: &str| {
            let id = Uuid::parse_str(text).ok()?;
            self.workspace.organization(id.into()).map(|organization| organization.id)
        };
        let agrees = |id: Uuid| {
            let known = self.workspace.organization(id.into());
            known.is_some_and(|known| self.identities.bears(known, text))
        };
        let foreign = |value: &str| {
            // A graph's edges give no name that could agree.
            let is_it = |id: Uuid| is_graph(self.system) || agrees(id);
            self.foreign.find_agreeing(self.system, value, is_it).map(OrganizationId)
        };
        let given = row.given(id_field);
        if let Some(found) = given.and_then(|id| own(id).or_else(|| foreign(id))).or_else(|| own(text)) {
            return Ok(found);
        }
        let by_name = self.by_name.one(row, field);
        if by_name.is_ok() || !self.by_name.all(text).is_empty() {
            return by_name;
        }
        foreign(text).or_else(|| self.identities.by_alias(text)).map_or(by_name, Ok)
    }
}

fn read(row: Row<'_>, ends: &Ends<'_>, dates: DateReader, kinds: &mut RelationshipKinds<'_>) -> Result<Draft, Reject> {
    let (from, to) = (ends.one(row, "from", "from_id")?, ends.one(row, "to", "to_id")?);
    if from == to {
        return Err(row.reject("to", "another organization than the line begins with"));
    }
    let (status, strength) = (status(row)?, strength(row)?);
    let (since, tier, commission) = (row.date("since", dates)?, row.line("tier")?, row.line("commission")?);
    let kind = match folded(row.text("kind")).as_str() {
        // Graph tools write how a line is drawn where others write what it is.
        "directed" | "undirected" | "mutual" if is_graph(ends.system) => {
            Name::parse("connected with").map_err(|_| row.reject("kind", "a kind of relationship"))?
        }
        _ => row.name("kind", "a kind of relationship such as 'resells'")?,
    };
    // A new kind is made last, so that a refused row brings none.
    let resolved = kinds.resolve(kind.as_str());
    let (kind, reversed) =
        resolved.map_err(|error| row.reject("kind", "a kind of relationship").advise(error.to_string()))?;
    let (from, to) = if reversed { (to, from) } else { (from, to) };
    let notes = row.prose("notes").map(str::to_owned);
    let id = row.given("id").and_then(|id| Uuid::parse_str(id).ok());
    Ok(Draft { id, from, to, kind, status, since, tier, strength, commission, notes })
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
    let weight = text.trim_end_matches(".0").parse::<u8>().ok().and_then(|number| Weight::try_from(number).ok());
    weight.map(Some).ok_or_else(|| row.reject("strength", "a whole number from 1 to 5"))
}

/// Decides for each draft whether it is new, a change, or there already: first those that change nothing, then in order,
/// so that a file with a line twice finds both again.
fn place(
    plan: &mut Plan,
    relationships: &[Relationship],
    drafts: Vec<Draft>,
    kinds: &RelationshipKinds<'_>,
    policies: &Policies,
    new_id: &mut dyn FnMut() -> Uuid,
) {
    let line = |from: OrganizationId, to: OrganizationId, kind: &Key| -> Line {
        let swap = kinds.is_symmetric(kind) && to < from;
        if swap { (to, from, kind.clone()) } else { (from, to, kind.clone()) }
    };
    let mut known: HashMap<Line, VecDeque<&Relationship>> = HashMap::new();
    for relationship in relationships {
        let line = line(relationship.from, relationship.to, &relationship.kind);
        known.entry(line).or_default().push_back(relationship);
    }
    let by_id: HashMap<RelationshipId, &Relationship> = relationships.iter().map(|row| (row.id, row)).collect();
    let mut taken: HashSet<RelationshipId> = HashSet::new();
    let mut open = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let own = draft.id.map(RelationshipId).filter(|id| taken.insert(*id)).and_then(|id| by_id.get(&id).copied());
        if let Some(old) =
            own.filter(|old| line(old.from, old.to, &old.kind) == line(draft.from, draft.to, &draft.kind))
        {
            if let Some(candidates) = known.get_mut(&line(old.from, old.to, &old.kind)) {
                candidates.retain(|other| other.id != old.id);
            }
            add_change(plan, draft.applied_to(old, policies), old);
            continue;
        }
        let candidates = known.get_mut(&line(draft.from, draft.to, &draft.kind));
        let equal = |old: &&Relationship| draft.applied_to(old, policies) == **old;
        let found = candidates.and_then(|candidates| {
            candidates.iter().take(COMPARED).position(equal).and_then(|place| candidates.remove(place))
        });
        match found {
            Some(_) => plan.unchanged += 1,
            None => open.push(draft),
        }
    }
    let mut used: HashSet<RelationshipId> = HashSet::new();
    for draft in open {
        let candidates = known.get_mut(&line(draft.from, draft.to, &draft.kind));
        if let Some(old) = candidates.and_then(VecDeque::pop_front) {
            add_change(plan, draft.applied_to(old, policies), old);
        } else {
            let id = draft.id.map(RelationshipId).filter(|id| !by_id.contains_key(id));
            let id = id.filter(|id| used.insert(*id)).unwrap_or_else(|| RelationshipId(new_id()));
            plan.new_relationships.push(draft.into_new(id));
        }
    }
}

/// The relationships with their terms in words, as a file has them.
fn with_terms(workspace: &Workspace) -> Vec<Relationship> {
    let mut rows = workspace.relationships.clone();
    for commission in &workspace.commissions {
        if let Ok(at) = rows.binary_search_by_key(&commission.relationship, |row| row.id) {
            rows[at].commission = Some(commission.terms.to_string());
        }
    }
    rows
}

/// What can be read as terms is kept as terms; other words stay as they are.
fn read_terms(plan: &mut Plan, workspace: &Workspace) {
    let currency = workspace.settings.currency;
    for row in plan.new_relationships.iter_mut().chain(&mut plan.changed_relationships) {
        let Some(Ok(terms)) = row.commission.as_deref().map(|text| CommissionTerms::parse(text, currency)) else {
            continue;
        };
        row.commission = None;
        let old = workspace.commissions.binary_search_by_key(&row.id, |old| old.relationship);
        let old = old.ok().map(|at| &workspace.commissions[at]);
        let audience = old.map_or(Audience::Internal, |old| old.audience);
        if old.is_none_or(|old| old.terms != terms) {
            plan.commissions.push(Commission { relationship: row.id, terms, audience });
        }
    }
}

fn add_change(plan: &mut Plan, changed: Relationship, old: &Relationship) {
    if changed == *old {
        plan.unchanged += 1;
    } else {
        plan.changed_relationships.push(changed);
    }
}

impl Draft {
    fn applied_to(&self, old: &Relationship, policies: &Policies) -> Relationship {
        Relationship {
            id: old.id,
            from: old.from,
            to: old.to,
            kind: old.kind.clone(),
            status: policies.value("status", &self.status, &old.status, false),
            since: policies.option("since", &self.since, &old.since),
            tier: policies.option("tier", &self.tier, &old.tier),
            strength: policies.option("strength", &self.strength, &old.strength),
            commission: policies.option("commission", &self.commission, &old.commission),
            notes: policies.value("notes", &self.notes, &old.notes, old.notes.is_empty()),
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
