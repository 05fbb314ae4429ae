//! Changes typed on the command line, read by the same rules as the cells of a file.

mod plan;

use domain::{CommissionTerms, Direction, OrganizationId, RelationshipId, ValueExchange, ValueKind, Weight, Workspace};
use import::readers::{Record, Sheet};
use import::{Book, ColumnMapping, Noun, Options, Plan};
use serde_json::json;
use store::Step;

use super::refusal;
use crate::loaded::Loaded;
use crate::{App, ErrorReply, WindowId};

impl App {
    /// Sets fields of an organization as one step. A field set to nothing is emptied.
    pub fn set_organization(
        &self,
        window: &WindowId,
        id: OrganizationId,
        fields: &[(String, String)],
    ) -> Result<(), ErrorReply> {
        let loaded = self.loaded(window)?;
        let workspace = &loaded.expected;
        let old = loaded.organization(id)?;
        let (mut cells, mut emptied) = (vec![("id", id.to_string())], Vec::new());
        let name = fields.iter().find(|(field, _)| field == "name").map_or(old.name.as_str(), |(_, name)| name);
        cells.push(("name", name.to_owned()));
        for (field, value) in fields.iter().filter(|(field, _)| field != "name" && field != "id") {
            if value.is_empty() {
                emptied.push(field.as_str());
            } else {
                cells.push((field, value.clone()));
            }
        }
        let mut plan = self.typed(Noun::Organizations, &cells, workspace)?;
        refuse_new_words(&plan, workspace)?;
        let mut changed = plan.changed_organizations.pop().unwrap_or_else(|| old.clone());
        for field in emptied {
            empty(&mut changed, field)?;
        }
        if changed != *old {
            plan.changed_organizations.push(changed);
        }
        let names: Vec<&str> = fields.iter().map(|(field, _)| field.as_str()).collect();
        let sentence = format!("Changed {} of {}", names.join(", "), old.name);
        let step = Step { command: "organization_set".into(), args: json!({ "id": id, "fields": names }), sentence };
        self.write_typed(window, plan, step)
    }

    /// Relates two organizations as one step.
    pub fn relate(
        &self,
        window: &WindowId,
        from: OrganizationId,
        kind: &str,
        to: OrganizationId,
        fields: &[(String, String)],
    ) -> Result<(), ErrorReply> {
        let loaded = self.loaded(window)?;
        let workspace = &loaded.expected;
        let (first, last) = (loaded.organization(from)?, loaded.organization(to)?);
        let mut cells = vec![
            ("from", first.name.to_string()),
            ("kind", kind.to_owned()),
            ("to", last.name.to_string()),
            ("from_id", from.to_string()),
            ("to_id", to.to_string()),
        ];
        let flows = |field: &str| field == "give" || field == "get";
        let others = fields.iter().filter(|(field, _)| !flows(field));
        cells.extend(others.map(|(field, value)| (field.as_str(), value.clone())));
        if let Some((_, terms)) = fields.iter().find(|(field, _)| field == "commission") {
            let read = CommissionTerms::parse(terms, workspace.settings.currency);
            read.map_err(|error| ErrorReply::refused(format!("The commission was refused: {error}.")))?;
        }
        let mut plan = self.typed(Noun::Relationships, &cells, workspace)?;
        refuse_new_words(&plan, workspace)?;
        if let Some(relationship) = plan.new_relationships.first() {
            let id = relationship.id;
            let given = fields.iter().filter(|(field, _)| flows(field));
            let rows = (0..).zip(given).map(|(position, (side, value))| self.flow(&loaded, id, side, value, position));
            plan.new_value_exchanges = rows.collect::<Result<_, _>>()?;
        }
        let Some(relationship) = plan.new_relationships.first() else {
            return Err(ErrorReply::refused(format!(
                "{} {kind} {} already: change that relationship instead.",
                first.name, last.name
            )));
        };
        let sentence = format!("Added relationship: {}", loaded.relationship_words(relationship));
        let step = Step { command: "relationship_add".into(), args: json!({ "from": from, "to": to }), sentence };
        self.write_typed(window, plan, step)
    }

    /// What is given or got, as `KIND[:WEIGHT[:NOTE]]`: `reach:3:Newsletter`. Without a weight it weighs 3.
    fn flow(
        &self,
        loaded: &Loaded,
        relationship: RelationshipId,
        side: &str,
        value: &str,
        position: u32,
    ) -> Result<ValueExchange, ErrorReply> {
        let mut parts = value.splitn(3, ':').map(str::trim);
        let word = parts.next().unwrap_or_default().to_lowercase();
        let kinds = ValueKind::all(&loaded.expected);
        let named = |kind: &&ValueKind| kind.key.as_str() == word || kind.name.as_str().to_lowercase() == word;
        let kind = kinds.iter().find(named).ok_or_else(|| {
            let known: Vec<&str> = kinds.iter().map(|kind| kind.key.as_str()).collect();
            ErrorReply::refused(format!("There is no kind of value '{word}': choose one of {}.", known.join(", ")))
        })?;
        let weight = parts.next().filter(|weight| !weight.is_empty()).unwrap_or("3");
        let weight = weight.parse::<u8>().ok().and_then(|weight| Weight::try_from(weight).ok());
        Ok(ValueExchange {
            id: self.host.new_id().into(),
            relationship,
            direction: if side == "give" { Direction::Give } else { Direction::Get },
            kind: kind.key.clone(),
            what: parts.next().unwrap_or_default().to_owned(),
            weight: weight.ok_or_else(|| {
                ErrorReply::refused(format!("'{value}' has no weight from 1 to 5: write {word}:3 or {word}:3:a note."))
            })?,
            position,
        })
    }

    /// A plan for one row of typed cells.
    fn typed(&self, noun: Noun, cells: &[(&str, String)], workspace: &Workspace) -> Result<Plan, ErrorReply> {
        let row = |number: usize, cells: Vec<&str>| Record { number, cells: cells.into() };
        let header = row(1, cells.iter().map(|(field, _)| *field).collect());
        let values = row(2, cells.iter().map(|(_, value)| value.as_str()).collect());
        let book =
            Book { sheets: vec![Sheet { rows: vec![header, values].into(), ..Sheet::default() }], ..Book::default() };
        let mapping =
            |(field, _): &(&str, String)| ColumnMapping { column: (*field).to_owned(), field: (*field).to_owned() };
        let options = Options { map: cells.iter().map(mapping).collect(), ..Options::new(noun) };
        let mut new_id = || self.host.new_id();
        let plan = import::plan_book("What was typed", &book, &options, workspace, &mut new_id, &|_| true);
        let plan = plan.map_err(|error| refusal(&error))?;
        match plan.rejects.first() {
            None => Ok(plan),
            Some(reject) => Err(ErrorReply::refused(reject.sentence())),
        }
    }

    fn write_typed(&self, window: &WindowId, mut plan: Plan, step: Step) -> Result<(), ErrorReply> {
        plan.mapping = None;
        self.write_step(window, plan, step, None, std::sync::Arc::default())
    }
}

/// A file may bring new kinds and stages; a typed word that is none is a slip.
fn refuse_new_words(plan: &Plan, workspace: &Workspace) -> Result<(), ErrorReply> {
    let known = |names: Vec<String>| names.join(", ");
    let kinds = || known(workspace.organization_kinds.iter().map(|kind| kind.key.to_string()).collect());
    let stages = || known(workspace.stages.iter().map(|stage| stage.key.to_string()).collect());
    let lines = || known(workspace.relationship_kinds.iter().map(|kind| kind.key.to_string()).collect());
    let new = plan.new_organization_kinds.first().map(|kind| ("kind of organization", kind.name.to_string(), kinds()));
    let new = new.or_else(|| plan.new_stages.first().map(|stage| ("stage", stage.name.to_string(), stages())));
    let kind = plan.new_relationship_kinds.first();
    match new.or_else(|| kind.map(|kind| ("kind of relationship", kind.forward.to_string(), lines()))) {
        None => Ok(()),
        Some((noun, word, known)) => {
            Err(ErrorReply::refused(format!("There is no {noun} '{word}': choose one of {known}.")))
        }
    }
}

fn empty(organization: &mut domain::Organization, field: &str) -> Result<(), ErrorReply> {
    match field {
        "stage" => organization.stage = None,
        "tier" => organization.tier = None,
        "owner" => organization.owner = None,
        "group" => organization.group = None,
        "region" => organization.region = None,
        "website" => organization.website = None,
        "since" => organization.since = None,
        "notes" => organization.notes.clear(),
        _ => {
            return Err(ErrorReply::refused(format!(
                "'{field}' cannot be emptied: stage, tier, owner, group, region, website, since and notes can."
            )));
        }
    }
    Ok(())
}
