//! Partners that come and go on the map: typed or pasted lists of names, copies, deletions, wishes that come true.
//!
//! Owns: which names are new. Must not know: where partners lie.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Name, Organization, OrganizationId, Relationship, RelationshipStatus};
use serde_json::json;
use store::Step;

use super::{bad, named, partners};
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Longest list of names; as many as the largest workspace has partners.
const NAMES_MAX: usize = 20_000;
/// How much of a refused line is said again.
const SHOWN: usize = 40;

/// Adds a list of names as one step. Names that are there already, or come twice, are listed and not added again; when
/// nothing is new, nothing happens.
pub fn add(app: &App, window: &WindowId, request: OrganizationsAdd) -> Result<OrganizationsAdded, ErrorReply> {
    if request.names.len() > NAMES_MAX {
        return Err(bad(format!("{} names came at once: send at most {NAMES_MAX}.", request.names.len())));
    }
    let open = app.open_in(window)?;
    let loaded = open.loaded(app.host.today())?;
    let kind = loaded.organization_kind(&request.kind)?.key.clone();
    if let Some(tie) = &request.tie {
        loaded.organization(tie.with)?;
        loaded.relationship_kind(&tie.kind)?;
    }
    let (names, mut answer) = sorted(&loaded, request.names);
    let new: Vec<Organization> = names
        .into_iter()
        .map(|name| {
            let partner = Organization::named(app.host.new_id().into(), name, kind.clone());
            Organization { placeholder: request.placeholder, ..partner }
        })
        .collect();
    answer.added = new.iter().map(placed).collect();
    if new.is_empty() {
        return Ok(answer);
    }
    let tie = |tie: &NewTie, new: OrganizationId| {
        let (from, to) = if tie.outgoing { (new, tie.with) } else { (tie.with, new) };
        related(app, from, to, tie.kind.clone())
    };
    let ties: Vec<Relationship> =
        request.tie.iter().flat_map(|each| new.iter().map(move |row| tie(each, row.id))).collect();
    let verb = if request.placeholder { "Added placeholder" } else { "Added partner" };
    let sentence = match new.as_slice() {
        [one] => format!("{verb} {}", one.name),
        several => format!("Added {}", named(several)),
    };
    let step = Step {
        command: "organizations_add".into(),
        args: json!({ "count": new.len(), "kind": kind, "tie": request.tie.map(|tie| tie.kind) }),
        sentence,
    };
    let near = request.near.filter(|at| at.iter().all(|value| value.is_finite()));
    let look = open.look();
    if let Some([x, y]) = near {
        open.put_near(&look, new.iter().map(|row| row.id), (x, y));
    }
    app.step(window, step, move |edit| {
        new.iter().try_for_each(|row| edit.insert(row))?;
        Ok(ties.iter().try_for_each(|row| edit.insert(row))?)
    })?;
    Ok(answer)
}

/// Deletes partners with everything that hangs on them, as one step.
pub fn delete(app: &App, window: &WindowId, request: OrganizationsRequest) -> Result<OrganizationsDeleted, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partners = partners(&loaded, &request.ids)?;
    let ids: BTreeSet<OrganizationId> = partners.iter().map(|partner| partner.id).collect();
    let hanging = |r: &&Relationship| ids.contains(&r.from) || ids.contains(&r.to);
    let relationships = loaded.expected.relationships.iter().filter(hanging).count();
    let sentence = match partners.as_slice() {
        [one] => format!("Deleted partner {}", one.name),
        several => format!("Deleted {}", named(several)),
    };
    let step = Step { command: "organizations_delete".into(), args: json!({ "ids": ids }), sentence };
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let deleted = OrganizationsDeleted { partners: count(ids.len()), relationships: count(relationships) };
    app.step(window, step, move |edit| {
        ids.iter().try_for_each(|id| edit.delete::<Organization>(id))?;
        Ok(deleted)
    })
}

/// Copies partners with their own fields and their lines, as one step. Lines between two of them join the copies; what
/// was observed, exchanged and planned with the originals stays theirs.
pub fn duplicate(
    app: &App,
    window: &WindowId,
    request: OrganizationsRequest,
) -> Result<OrganizationsAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let originals = partners(&loaded, &request.ids)?;
    let mut taken: BTreeSet<String> =
        loaded.expected.organizations.iter().map(|row| folded(row.name.as_str())).collect();
    let mut copies = BTreeMap::new();
    let mut new = Vec::new();
    for original in &originals {
        let name = numbered(original.name.as_str(), &taken)?;
        taken.insert(folded(name.as_str()));
        let copy = Organization { id: app.host.new_id().into(), name, ..original.clone() };
        copies.insert(original.id, copy.id);
        new.push(copy);
    }
    let line = |row: &Relationship| {
        let (from, to) = (copies.get(&row.from), copies.get(&row.to));
        (from.is_some() || to.is_some()).then(|| Relationship {
            id: app.host.new_id().into(),
            from: from.copied().unwrap_or(row.from),
            to: to.copied().unwrap_or(row.to),
            ..row.clone()
        })
    };
    let lines: Vec<Relationship> = loaded.expected.relationships.iter().filter_map(line).collect();
    let answer = OrganizationsAdded { added: new.iter().map(placed).collect(), ..nothing() };
    let step = Step {
        command: "organizations_duplicate".into(),
        args: json!({ "ids": request.ids }),
        sentence: format!("Duplicated {}", named(&originals)),
    };
    app.step(window, step, move |edit| {
        new.iter().try_for_each(|row| edit.insert(row))?;
        lines.iter().try_for_each(|row| edit.insert(row))?;
        Ok(answer)
    })
}

/// A wish becomes a company: its name, and no placeholder any more, as one step.
pub fn name_placeholder(app: &App, window: &WindowId, request: PlaceholderName) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = loaded.organization(request.id)?;
    let wanted = folded(request.name.as_str());
    let other =
        loaded.expected.organizations.iter().find(|row| row.id != partner.id && folded(row.name.as_str()) == wanted);
    if let Some(other) = other {
        return Err(ErrorReply::refused(format!(
            "{} is on the map already: relate it as the placeholder was, and delete the placeholder.",
            other.name
        )));
    }
    let sentence = format!("Named the placeholder “{}”: {}", partner.name, request.name);
    let step = Step { command: "placeholder_name".into(), args: json!({ "id": request.id }), sentence };
    let partner = Organization { name: request.name, placeholder: false, ..partner.clone() };
    app.step(window, step, move |edit| Ok(edit.update(&partner)?))?;
    Ok(Nothing {})
}

/// New names in their order, and an answer that lists the others.
fn sorted(loaded: &Loaded, lines: Vec<Text>) -> (Vec<Name>, OrganizationsAdded) {
    let mut answer = nothing();
    let known: BTreeMap<String, &Organization> =
        loaded.expected.organizations.iter().map(|row| (folded(row.name.as_str()), row)).collect();
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    for line in lines {
        let line = line.into_string();
        let name = match Name::parse(&line) {
            Ok(name) => name,
            Err(error) => {
                answer.refused.push(format!("“{}”: {error}.", shown(&line)));
                continue;
            }
        };
        let key = folded(name.as_str());
        if !seen.insert(key.clone()) {
            answer.repeated += 1;
        } else if let Some(row) = known.get(&key) {
            answer.already.push(placed(row));
        } else {
            names.push(name);
        }
    }
    (names, answer)
}

fn nothing() -> OrganizationsAdded {
    OrganizationsAdded { added: Vec::new(), already: Vec::new(), repeated: 0, refused: Vec::new() }
}

fn placed(row: &Organization) -> Placed {
    Placed { id: row.id, name: row.name.to_string() }
}

fn related(app: &App, from: OrganizationId, to: OrganizationId, kind: domain::Key) -> Relationship {
    Relationship {
        id: app.host.new_id().into(),
        from,
        to,
        kind,
        status: RelationshipStatus::Active,
        since: None,
        tier: None,
        strength: None,
        commission: None,
        notes: String::new(),
    }
}

/// Two spellings of one name: letters of any case, any spaces between words.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// "Acme (2)", or the first number that is free.
fn numbered(name: &str, taken: &BTreeSet<String>) -> Result<Name, ErrorReply> {
    let stem = name.rsplit_once(" (").filter(|(_, end)| {
        end.strip_suffix(')').is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
    });
    let stem = stem.map_or(name, |(stem, _)| stem);
    // Among one more numbers than there are names, one is free.
    let free = (2..taken.len() + 3).map(|number| format!("{stem} ({number})"));
    let name = free.into_iter().find(|name| !taken.contains(&folded(name))).unwrap_or_default();
    Name::parse(&name).map_err(|error| ErrorReply::from_error(crate::Refusal::Refused, &error))
}

fn shown(line: &str) -> String {
    let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = line.trim();
    if line.chars().count() <= SHOWN { line.to_owned() } else { line.chars().take(SHOWN).chain(['…']).collect() }
}
