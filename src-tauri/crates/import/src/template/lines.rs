//! What hangs on organizations and relationships: value exchanges, signals, overrules, contacts; and the people first.

use std::collections::HashMap;

use domain::{
    Aspect, Contact, Key, Lens, OrganizationId, Overrule, Person, RelationshipId, Signal, SignalSubject, ValueExchange,
    Weight, Workspace,
};
use uuid::Uuid;

use super::TemplateError;
use super::tables::Tables;
use crate::Reject;
use crate::columns::field::Field;
use crate::matching::ByName;
use crate::nouns::kinds::RelationshipKinds;
use crate::nouns::relationships;
use crate::table::row::Row;

static PEOPLE: [Field; 3] = [Field::needed("name"), Field::needed("function"), Field::plain("email")];
static CONTACTS: [Field; 5] = [
    Field::needed("partner"),
    Field::needed("name"),
    Field::plain("role"),
    Field::plain("email"),
    Field::plain("phone"),
];
static VALUE_EXCHANGES: [Field; 7] = [
    Field::needed("from"),
    Field::needed("to"),
    Field::needed("relationship"),
    Field::needed("direction"),
    Field::needed("kind"),
    Field::needed("what"),
    Field::needed("weight"),
];
static SIGNALS: [Field; 8] = [
    Field::plain("partner"),
    Field::plain("from"),
    Field::plain("to"),
    Field::plain("relationship"),
    Field::needed("kind"),
    Field::needed("value"),
    Field::needed("source"),
    Field::needed("date"),
];
static OVERRULES: [Field; 11] = [
    Field::needed("from"),
    Field::needed("to"),
    Field::needed("relationship"),
    Field::plain("focus"),
    Field::plain("relationship_type"),
    Field::plain("value_exchange"),
    Field::plain("scales_by"),
    Field::plain("success_metrics"),
    Field::plain("involvement"),
    Field::needed("reason"),
    Field::needed("date"),
];

/// The relationships of a workspace, named by both ends and kind.
pub struct Lines<'w> {
    pub organizations: ByName<'w, OrganizationId>,
    kinds: RelationshipKinds<'w>,
    places: HashMap<(OrganizationId, OrganizationId, &'w Key), Vec<RelationshipId>>,
}

impl<'w> Lines<'w> {
    pub fn of(workspace: &'w Workspace) -> Self {
        let mut places: HashMap<_, Vec<RelationshipId>> = HashMap::new();
        for line in &workspace.relationships {
            places.entry((line.from, line.to, &line.kind)).or_default().push(line.id);
        }
        let organizations = relationships::organizations(workspace);
        Self { organizations, kinds: RelationshipKinds::of(workspace), places }
    }

    /// The one that `from`, `to` and `relationship` name.
    fn one(&self, row: Row<'_>) -> Result<RelationshipId, Reject> {
        let (from, to) = (self.organizations.one(row, "from")?, self.organizations.one(row, "to")?);
        self.between(row, "relationship", from, to)
    }

    /// The one between two organizations whose kind a field names.
    pub fn between(
        &self,
        row: Row<'_>,
        field: &str,
        from: OrganizationId,
        to: OrganizationId,
    ) -> Result<RelationshipId, Reject> {
        let expected = "the kind of one relationship between the two";
        let kind = self.kinds.find(row.text(field));
        let (kind, reversed) = kind.ok_or_else(|| row.reject(field, expected))?;
        let ends = if reversed { (to, from) } else { (from, to) };
        match self.places.get(&(ends.0, ends.1, &kind)).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            found => Err(row.reject(field, expected).advise(format!("there are {}", found.map_or(0, <[_]>::len)))),
        }
    }
}

/// The people, who may own what the other tables name.
pub fn people(
    tables: Tables<'_>,
    workspace: &mut Workspace,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<(), TemplateError> {
    workspace.people = tables.read("people.csv", &PEOPLE, |row| {
        let (name, function, email) = (row.plain_name("name")?, row.choice("function")?, row.line("email")?);
        Ok(Person { id: new_id().into(), name, function, email })
    })?;
    Ok(())
}

/// Contacts, value exchanges, signals and overrules.
pub fn read(
    tables: Tables<'_>,
    workspace: &mut Workspace,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<(), TemplateError> {
    let lines = Lines::of(workspace);
    let contacts = tables.read("contacts.csv", &CONTACTS, |row| {
        Ok(Contact {
            id: new_id().into(),
            organization: lines.organizations.one(row, "partner")?,
            name: row.plain_name("name")?,
            role: row.line("role")?,
            email: row.line("email")?,
            phone: row.line("phone")?,
        })
    })?;
    let mut positions: HashMap<RelationshipId, u32> = HashMap::new();
    let value_exchanges = tables.read("value_exchanges.csv", &VALUE_EXCHANGES, |row| {
        let weight = row.text("weight").parse::<u8>().ok().and_then(|weight| Weight::try_from(weight).ok());
        let relationship = lines.one(row)?;
        let next = positions.entry(relationship).or_default();
        *next += 1;
        Ok(ValueExchange {
            id: new_id().into(),
            relationship,
            direction: row.choice("direction")?,
            kind: row.key("kind")?,
            what: row.plain_name("what")?.into(),
            weight: weight.ok_or_else(|| row.reject("weight", "a whole number from 1 to 5"))?,
            position: *next - 1,
        })
    })?;
    let signals = tables.read("signals.csv", &SIGNALS, |row| {
        let subject = match lines.organizations.given(row, "partner")? {
            Some(partner) => SignalSubject::Organization(partner),
            None => SignalSubject::Relationship(lines.one(row)?),
        };
        Ok(Signal {
            id: new_id().into(),
            subject,
            kind: row.key("kind")?,
            value: row.plain_name("value")?.into(),
            source: row.text("source").to_owned(),
            date: row.day("date")?,
        })
    })?;
    let overrules = tables.read("overrules.csv", &OVERRULES, |row| {
        let mut lens = Lens::default();
        for aspect in Aspect::ALL {
            let field = aspect.name().to_lowercase().replace(' ', "_");
            lens.set(aspect, row.maybe_number(&field, 0.0, 5.0)?);
        }
        let (relationship, reason) = (lines.one(row)?, row.plain_name("reason")?.into());
        Ok(Overrule { id: new_id().into(), relationship, lens, reason, date: row.day("date")? })
    })?;
    workspace.contacts = contacts;
    workspace.value_exchanges = value_exchanges;
    workspace.signals = signals;
    workspace.overrules = overrules;
    Ok(())
}
