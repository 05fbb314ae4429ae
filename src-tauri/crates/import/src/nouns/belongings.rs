//! What a row says of an organization beside its own fields: a contact, tags, values of the workspace's own fields, and
//! the id that another program gives it.

use std::collections::{HashMap, HashSet};

use domain::{
    Contact, ContactId, CustomField, CustomKind, CustomValue, ForeignId, Key, Name, OrganizationAlias, OrganizationId,
    OrganizationTag, Tag, TagId, Workspace,
};
use uuid::Uuid;

use crate::Reject;
use crate::columns::Ground;
use crate::matching::identity::is_graph;
use crate::plan::Plan;
use crate::plan::policy::{OnConflict, Policies};
use crate::table::row::{self, Row};
use crate::values::date::{DateOrder, DateReader};
use crate::values::number::NumberReader;
use crate::values::several::{BETWEEN, parted};
use crate::words::{folded, list};

/// What one row says beside its fields.
#[derive(Debug, Clone, Default)]
pub struct Belongings {
    contact: Option<ContactDraft>,
    tags: Vec<Name>,
    custom: Vec<(Key, String)>,
    /// The id in the program that it comes from.
    pub foreign: Option<String>,
}

#[derive(Debug, Clone)]
struct ContactDraft {
    name: Name,
    role: Option<String>,
    email: Option<String>,
    phone: Option<String>,
}

/// Reads what belongs to rows, column by column.
pub struct Reader<'t> {
    custom: Vec<(&'t CustomField, usize, Option<DateReader>, Option<NumberReader>)>,
}

impl<'t> Reader<'t> {
    /// Decides the formats of the own fields' columns.
    pub fn of(rows: &[Row<'t>], custom: &'t [(CustomField, usize, Ground)], order: Option<DateOrder>) -> Self {
        let own = |(field, place, _): &'t (CustomField, usize, Ground)| {
            let cells = || rows.iter().map(|row| row.cell(*place));
            let days = (field.kind == CustomKind::Date).then(|| DateReader::decide(cells(), order));
            let numbers = matches!(field.kind, CustomKind::Number | CustomKind::Money);
            (field, *place, days, numbers.then(|| row::numbers(rows, |row| row.cell(*place))))
        };
        Self { custom: custom.iter().map(own).collect() }
    }

    /// What one row says.
    pub fn read(&self, row: Row<'_>) -> Result<Belongings, Reject> {
        let tags = parted(row.text("tags"), &[';', '|', '\n', ',']);
        let tags = tags.iter().map(|tag| Name::parse(tag)).collect::<Result<Vec<_>, _>>();
        let tags = tags.map_err(|error| row.reject("tags", "tags with ; between them").advise(error.to_string()))?;
        let mut custom = Vec::new();
        for (field, place, days, numbers) in &self.custom {
            if !row.cell(*place).is_empty() || row.is_ours() && !row.prose_at(*place).is_empty() {
                custom.push((field.key.clone(), own_value(row, field, *place, *days, *numbers)?));
            }
        }
        let foreign =
            row.line("foreign_id")?.or(row.given("id").filter(|id| Uuid::parse_str(id).is_err()).map(str::to_owned));
        Ok(Belongings { contact: contact(row)?, tags, custom, foreign })
    }
}

fn contact(row: Row<'_>) -> Result<Option<ContactDraft>, Reject> {
    let (name, email) = (row.line("contact_name")?, row.line("contact_email")?);
    let Some(called) = name.or_else(|| email.clone()) else { return Ok(None) };
    let name = Name::parse(&called).map_err(|error| row.reject("contact_name", "a name").advise(error.to_string()))?;
    Ok(Some(ContactDraft { name, role: row.line("contact_role")?, email, phone: row.line("contact_phone")? }))
}

/// A cell as the field's kind writes it.
fn own_value(
    row: Row<'_>,
    field: &CustomField,
    place: usize,
    days: Option<DateReader>,
    numbers: Option<NumberReader>,
) -> Result<String, Reject> {
    let text = row.cell(place);
    let choices = field.choices();
    let chosen = |word: &str| {
        let exact = choices.iter().find(|choice| *choice == word);
        exact.or_else(|| choices.iter().find(|choice| folded(choice) == folded(word))).cloned()
    };
    let reject = |expected: &str| row.reject_at(place, expected);
    match field.kind {
        CustomKind::Text | CustomKind::Link => Ok(row.prose_at(place).to_owned()),
        CustomKind::Date => {
            let reader = days.unwrap_or_else(|| DateReader::decide(std::iter::empty(), None));
            let day = reader.read(text);
            day.map(|day| day.to_string()).map_err(|fault| reject("a day such as 2026-03-31").advise(fault.advice()))
        }
        CustomKind::Number | CustomKind::Money => {
            let reader = numbers.unwrap_or_else(|| NumberReader::decide(std::iter::empty()));
            let short = field.kind == CustomKind::Money;
            reader
                .read(text, short)
                .map(|number| number.plain)
                .map_err(|fault| reject("a number").advise(fault.advice()))
        }
        CustomKind::Choice => {
            chosen(text).ok_or_else(|| reject(&format!("one of {}", list(choices.iter().map(String::as_str), 12))))
        }
        CustomKind::MultiChoice => {
            let taken: Option<Vec<String>> = parted(text, &BETWEEN).iter().map(|word| chosen(word)).collect();
            let taken = taken.ok_or_else(|| {
                reject(&format!("some of {}, with ; between them", list(choices.iter().map(String::as_str), 12)))
            })?;
            serde_json::to_string(&taken).map_err(|_| reject("choices"))
        }
    }
}

/// What spellings of one tag have in common. "C" and "C++" are two, and one of nothing but marks is its own.
fn tag_word(name: &str) -> String {
    let is_letter = |c: &char| c.is_alphanumeric() || matches!(c, '+' | '#');
    let word: String = name.chars().filter(is_letter).flat_map(char::to_lowercase).collect();
    Some(word).filter(|word| !word.is_empty()).unwrap_or_else(|| name.to_owned())
}

/// Writes what belongs to organizations into a plan.
pub struct Writer<'w> {
    system: &'static str,
    policies: &'w Policies,
    tags: HashMap<String, TagId>,
    next_tag: u32,
    has_tag: HashSet<(OrganizationId, TagId)>,
    contacts: HashMap<OrganizationId, Vec<&'w Contact>>,
    custom: HashMap<(&'w Key, Uuid), &'w str>,
    foreign: HashMap<(String, String), Uuid>,
    aliases: HashSet<(OrganizationId, String)>,
}

impl<'w> Writer<'w> {
    /// Knows what the workspace has already. `system` is whose ids the file carries.
    pub fn of(workspace: &'w Workspace, policies: &'w Policies, system: &'static str) -> Self {
        let mut contacts: HashMap<OrganizationId, Vec<&'w Contact>> = HashMap::new();
        for contact in &workspace.contacts {
            contacts.entry(contact.organization).or_default().push(contact);
        }
        let own = workspace.foreign_ids.iter().filter(|id| id.noun == "organization");
        Self {
            system,
            policies,
            tags: workspace.tags.iter().map(|tag| (tag_word(tag.name.as_str()), tag.id)).collect(),
            next_tag: workspace.tags.iter().map(|tag| tag.position + 1).max().unwrap_or(0),
            has_tag: workspace.organization_tags.iter().map(|own| (own.organization, own.tag)).collect(),
            contacts,
            custom: workspace.custom_values.iter().map(|own| ((&own.field, own.row), own.value.as_str())).collect(),
            foreign: own.map(|id| ((id.system.clone(), id.value.clone()), id.row)).collect(),
            aliases: workspace
                .organization_aliases
                .iter()
                .map(|a| (a.organization, a.name.as_str().to_owned()))
                .collect(),
        }
    }

    /// Adds what is new; answers whether anything is.
    pub fn write(
        &mut self,
        plan: &mut Plan,
        organization: OrganizationId,
        belongings: Belongings,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> bool {
        let mut changed = false;
        if let Some(draft) = belongings.contact {
            changed |= self.write_contact(plan, organization, &draft, new_id);
        }
        for tag in belongings.tags {
            changed |= self.write_tag(plan, organization, tag, new_id);
        }
        for (field, value) in belongings.custom {
            changed |= self.write_custom(plan, organization, field, value);
        }
        if let Some(value) = belongings.foreign {
            changed |= self.write_id(plan, organization, value);
        }
        changed
    }

    /// Remembers how the file spells a name.
    pub fn write_alias(&mut self, plan: &mut Plan, organization: OrganizationId, name: Name) -> bool {
        let is_new = self.aliases.insert((organization, name.as_str().to_owned()));
        if is_new {
            plan.new_aliases.push(OrganizationAlias { organization, name });
        }
        is_new
    }

    /// An id that is new, or that a graph gives to another one than the graph before.
    fn write_id(&mut self, plan: &mut Plan, organization: OrganizationId, value: String) -> bool {
        let (noun, system) = ("organization".to_owned(), self.system.to_owned());
        let bearer = self.foreign.insert((system.clone(), value.clone()), organization.0);
        let id = ForeignId { noun, system, value, row: organization.0 };
        match bearer {
            None => plan.new_foreign_ids.push(id),
            Some(other) if other != organization.0 && is_graph(self.system) => plan.moved_foreign_ids.push(id),
            Some(_) => return false,
        }
        true
    }

    fn write_contact(
        &mut self,
        plan: &mut Plan,
        organization: OrganizationId,
        draft: &ContactDraft,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> bool {
        let same =
            |contact: &&&Contact| contact.name == draft.name || draft.email.is_some() && contact.email == draft.email;
        let ContactDraft { name, role, email, phone } = draft.clone();
        match self.contacts.get(&organization).and_then(|contacts| contacts.iter().find(same)) {
            None => {
                plan.new_contacts.push(Contact { id: ContactId(new_id()), organization, name, role, email, phone });
                true
            }
            Some(old) => {
                let pick =
                    |field: &str, new: &Option<String>, old: &Option<String>| self.policies.option(field, new, old);
                let new = Contact {
                    role: pick("contact_role", &role, &old.role),
                    email: pick("contact_email", &email, &old.email),
                    phone: pick("contact_phone", &phone, &old.phone),
                    ..(*old).clone()
                };
                let changed = new != **old;
                if changed {
                    plan.changed_contacts.push(new);
                }
                changed
            }
        }
    }

    fn write_tag(
        &mut self,
        plan: &mut Plan,
        organization: OrganizationId,
        name: Name,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> bool {
        let word = tag_word(name.as_str());
        let tag = *self.tags.entry(word).or_insert_with(|| {
            let tag = Tag { id: TagId(new_id()), name, color: None, position: self.next_tag };
            self.next_tag += 1;
            let id = tag.id;
            plan.new_tags.push(tag);
            id
        });
        let is_new = self.has_tag.insert((organization, tag));
        if is_new {
            plan.new_organization_tags.push(OrganizationTag { organization, tag });
        }
        is_new
    }

    fn write_custom(&mut self, plan: &mut Plan, organization: OrganizationId, field: Key, value: String) -> bool {
        let old = self.custom.get(&(&field, organization.0)).copied();
        let keep = match self.policies.of(field.as_str()) {
            OnConflict::File => false,
            OnConflict::Mine | OnConflict::Fill => old.is_some(),
        };
        if keep || old == Some(value.as_str()) {
            return false;
        }
        plan.custom_values.push(CustomValue { field, row: organization.0, value });
        true
    }
}
