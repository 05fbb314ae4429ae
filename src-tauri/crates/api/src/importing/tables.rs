//! Every table of a workspace as CSV files or one workbook: the columns that the import reads, in rows sorted by name,
//! then id. Cells that a spreadsheet would run are made harmless; reading the table again restores them.

mod fit;
mod plan;

use std::collections::BTreeMap;
use std::path::Path;

use domain::{Contact, CustomField, Figure, Organization, OrganizationId, TagId, Workspace};
use import::{OWN_ID, harmless, joined};
use uuid::Uuid;

use super::lists;
use crate::files::write_whole;
use crate::loaded::Loaded;
use crate::{App, ErrorReply, Refusal, WindowId};

/// One table: its name, and its rows with the column names first.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) rows: Vec<Vec<String>>,
}

impl App {
    /// Writes every table: into one workbook where the name ends in `.xlsx`, else as CSV files into a folder.
    pub fn export_tables(&self, window: &WindowId, out: &Path) -> Result<(), ErrorReply> {
        let loaded = self.loaded(window)?;
        let tables = tables(&loaded);
        if out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
            let sheets: Vec<(&str, &[Vec<String>])> =
                tables.iter().map(|table| (table.name, table.rows.as_slice())).collect();
            let bytes =
                press::workbook(&sheets).map_err(|error| ErrorReply::from_error(Refusal::NotWritten, &error))?;
            return write_whole(out, &bytes);
        }
        std::fs::create_dir_all(out).map_err(|error| ErrorReply::from_error(Refusal::NotWritten, &error))?;
        for table in tables {
            write_whole(&out.join(format!("{}.csv", table.name)), &import::write_csv(&table.rows))?;
        }
        Ok(())
    }
}

/// Every table, its cells harmless.
pub(crate) fn tables(loaded: &Loaded) -> Vec<Table> {
    let workspace = &loaded.expected;
    let all = [
        ("organizations", organizations(loaded)),
        ("relationships", relationships(loaded)),
        ("contacts", contacts(workspace)),
        ("accounts", accounts(workspace)),
        ("deals", deals(workspace)),
        ("touches", touches(workspace)),
        ("actuals", actuals(workspace)),
        ("motions", plan::motions(loaded)),
        ("tasks", plan::tasks(loaded)),
        ("fit_criteria", fit::criteria(workspace)),
        ("fit_answers", fit::answers(workspace)),
        ("gate_answers", fit::gate(workspace)),
    ];
    let safe =
        |rows: Vec<Vec<String>>| rows.iter().map(|row| row.iter().map(|cell| harmless(cell)).collect()).collect();
    all.into_iter().chain(lists::all(workspace)).map(|(name, rows)| Table { name, rows: safe(rows) }).collect()
}

fn organization_name(workspace: &Workspace, id: OrganizationId) -> String {
    workspace.organization(id).map(|row| row.name.to_string()).unwrap_or_default()
}

/// Us have no id in tables: every workspace has one of them, and its own.
fn organization_id(workspace: &Workspace, id: OrganizationId) -> String {
    if id == workspace.settings.us { String::new() } else { id.to_string() }
}

fn head(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn organizations(loaded: &Loaded) -> Vec<Vec<String>> {
    let workspace = &loaded.expected;
    let mut all: Vec<&Organization> = workspace.organizations.iter().collect();
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let mut names = head(&[
        OWN_ID,
        "Name",
        "Kind",
        "Tier",
        "Stage",
        "Owner",
        "Group",
        "Region",
        "Website",
        "Since",
        "Notes",
        "Placeholder",
        "Active",
        "Tags",
        "Contact name",
        "Contact role",
        "Contact email",
        "Contact phone",
    ]);
    let custom: Vec<_> = workspace.custom_fields.iter().filter(|field| field.noun == "organization").collect();
    names.extend(custom.iter().map(|field| field.name.to_string()));
    let beside = Beside::of(workspace);
    let row = |organization: &Organization| {
        let is_us = organization.id == workspace.settings.us;
        let kind = workspace.organization_kinds.iter().find(|kind| kind.key == organization.kind);
        let stage = organization.stage.as_ref().and_then(|key| workspace.stages.iter().find(|stage| stage.key == *key));
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        let contact = beside.contacts.get(&organization.id).copied();
        let mut cells = vec![
            organization_id(workspace, organization.id),
            organization.name.to_string(),
            if is_us {
                "Our organization".to_owned()
            } else {
                kind.map(|kind| kind.name.to_string()).unwrap_or_default()
            },
            optional(&organization.tier),
            stage.map(|stage| stage.name.to_string()).unwrap_or_default(),
            loaded.owner_words(organization.owner),
            optional(&organization.group),
            optional(&organization.region),
            optional(&organization.website),
            organization.since.map(|day| day.to_string()).unwrap_or_default(),
            organization.notes.clone(),
            if organization.placeholder { "yes".to_owned() } else { String::new() },
            if organization.active { String::new() } else { "no".to_owned() },
            beside.tags(organization.id),
            contact.map(|contact| contact.name.to_string()).unwrap_or_default(),
            contact.map(|contact| optional(&contact.role)).unwrap_or_default(),
            contact.map(|contact| optional(&contact.email)).unwrap_or_default(),
            contact.map(|contact| optional(&contact.phone)).unwrap_or_default(),
        ];
        cells.extend(custom.iter().map(|field| beside.own_value(field, organization.id)));
        cells
    };
    std::iter::once(names).chain(all.into_iter().map(row)).collect()
}

/// What belongs to organizations, by organization.
struct Beside<'w> {
    contacts: BTreeMap<OrganizationId, &'w Contact>,
    tags: BTreeMap<OrganizationId, Vec<&'w str>>,
    values: BTreeMap<(Uuid, &'w str), &'w str>,
}

impl<'w> Beside<'w> {
    fn of(workspace: &'w Workspace) -> Self {
        let names: BTreeMap<TagId, &str> = workspace.tags.iter().map(|tag| (tag.id, tag.name.as_str())).collect();
        let mut tags: BTreeMap<OrganizationId, Vec<&str>> = BTreeMap::new();
        for own in &workspace.organization_tags {
            tags.entry(own.organization).or_default().extend(names.get(&own.tag));
        }
        for names in tags.values_mut() {
            names.sort_unstable();
        }
        // Of several contacts the first is the one beside the name; all are in a table of their own.
        let contacts = workspace.contacts.iter().rev().map(|contact| (contact.organization, contact)).collect();
        let values = workspace.custom_values.iter();
        let values = values.map(|own| ((own.row, own.field.as_str()), own.value.as_str())).collect();
        Self { contacts, tags, values }
    }

    fn tags(&self, id: OrganizationId) -> String {
        self.tags.get(&id).map(|names| joined(names.iter().copied())).unwrap_or_default()
    }

    fn own_value(&self, field: &CustomField, id: OrganizationId) -> String {
        let Some(value) = self.values.get(&(id.0, field.key.as_str())) else { return String::new() };
        if field.kind == domain::CustomKind::MultiChoice {
            return joined(field.words(value).iter().map(String::as_str));
        }
        (*value).to_owned()
    }
}

fn relationships(loaded: &Loaded) -> Vec<Vec<String>> {
    let workspace = &loaded.expected;
    let names = head(&[
        OWN_ID,
        "From",
        "Relationship",
        "To",
        "Status",
        "Since",
        "Tier",
        "Strength",
        "Commission",
        "Notes",
        "From ID",
        "To ID",
    ]);
    let mut rows: Vec<Vec<String>> = workspace
        .relationships
        .iter()
        .map(|row| {
            let kind = workspace.relationship_kinds.iter().find(|kind| kind.key == row.kind);
            vec![
                row.id.to_string(),
                organization_name(workspace, row.from),
                kind.map(|kind| kind.forward.to_string()).unwrap_or_default(),
                organization_name(workspace, row.to),
                word(row.status),
                row.since.map(|day| day.to_string()).unwrap_or_default(),
                row.tier.clone().unwrap_or_default(),
                row.strength.map(|strength| u8::from(strength).to_string()).unwrap_or_default(),
                commission(workspace, row),
                row.notes.clone(),
                organization_id(workspace, row.from),
                organization_id(workspace, row.to),
            ]
        })
        .collect();
    rows.sort_by(|a, b| (&a[1], &a[3], &a[0]).cmp(&(&b[1], &b[3], &b[0])));
    rows.insert(0, names);
    rows
}

/// Terms in the words that are read back, or what a file said.
fn commission(workspace: &Workspace, relationship: &domain::Relationship) -> String {
    let rows = &workspace.commissions;
    match rows.binary_search_by_key(&relationship.id, |row| row.relationship) {
        Ok(at) => rows[at].terms.to_string(),
        Err(_) => relationship.commission.clone().unwrap_or_default(),
    }
}

fn contacts(workspace: &Workspace) -> Vec<Vec<String>> {
    let names = head(&[OWN_ID, "Name", "Role", "Email", "Phone", "Partner", "Partner ID"]);
    let row = |contact: &Contact| {
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        vec![
            contact.id.to_string(),
            contact.name.to_string(),
            optional(&contact.role),
            optional(&contact.email),
            optional(&contact.phone),
            organization_name(workspace, contact.organization),
            organization_id(workspace, contact.organization),
        ]
    };
    sorted(names, workspace.contacts.iter().map(row).collect())
}

fn accounts(workspace: &Workspace) -> Vec<Vec<String>> {
    let names = head(&[OWN_ID, "Name", "Domain", "Target"]);
    let row = |account: &domain::Account| {
        let target = if account.target { "yes" } else { "" };
        vec![
            account.id.to_string(),
            account.name.to_string(),
            account.domain.clone().unwrap_or_default(),
            target.to_owned(),
        ]
    };
    sorted(names, workspace.accounts.iter().map(row).collect())
}

fn deals(workspace: &Workspace) -> Vec<Vec<String>> {
    let names =
        head(&[OWN_ID, "Name", "Account", "Account ID", "Amount", "Currency", "Stage", "Opened", "Closed", "Motion"]);
    let accounts: BTreeMap<_, _> = workspace.accounts.iter().map(|account| (account.id, account)).collect();
    let motions: BTreeMap<_, _> = workspace.motions.iter().map(|motion| (motion.id, motion)).collect();
    let row = |deal: &domain::Deal| {
        let account = accounts.get(&deal.account);
        let motion = deal.motion.and_then(|id| motions.get(&id));
        vec![
            deal.id.to_string(),
            deal.name.to_string(),
            account.map(|account| account.name.to_string()).unwrap_or_default(),
            deal.account.to_string(),
            deal.amount.to_decimal(),
            deal.amount.currency.to_string(),
            word(deal.stage),
            deal.opened.to_string(),
            deal.closed.map(|day| day.to_string()).unwrap_or_default(),
            motion.map(|motion| motion.name.to_string()).unwrap_or_default(),
        ]
    };
    sorted(names, workspace.deals.iter().map(row).collect())
}

fn touches(workspace: &Workspace) -> Vec<Vec<String>> {
    let names = head(&[OWN_ID, "Deal", "Partner", "Part", "Date", "Share", "Evidence", "Deal ID"]);
    let deals: BTreeMap<_, _> = workspace.deals.iter().map(|deal| (deal.id, deal)).collect();
    let row = |touch: &domain::Touch| {
        let deal = deals.get(&touch.deal);
        vec![
            touch.id.to_string(),
            deal.map(|deal| deal.name.to_string()).unwrap_or_default(),
            organization_name(workspace, touch.organization),
            word(touch.kind),
            touch.date.to_string(),
            touch.share.to_string(),
            touch.evidence.clone(),
            touch.deal.to_string(),
        ]
    };
    sorted(names, workspace.touches.iter().map(row).collect())
}

fn actuals(workspace: &Workspace) -> Vec<Vec<String>> {
    let names = head(&[OWN_ID, "Month", "Partner", "Motion", "Metric", "Value", "Currency", "Source"]);
    let motions: BTreeMap<_, _> = workspace.motions.iter().map(|motion| (motion.id, motion)).collect();
    let row = |actual: &domain::Actual| {
        let motion = actual.motion.and_then(|id| motions.get(&id));
        let (value, currency) = match actual.figure {
            Figure::Money(money) => (money.to_decimal(), money.currency.to_string()),
            Figure::Number(number) => (number.to_string(), String::new()),
        };
        vec![
            actual.id.to_string(),
            actual.month.to_string(),
            actual.organization.map(|id| organization_name(workspace, id)).unwrap_or_default(),
            motion.map(|motion| motion.name.to_string()).unwrap_or_default(),
            actual.metric.to_string(),
            value,
            currency,
            actual.source.clone(),
        ]
    };
    sorted(names, workspace.actuals.iter().map(row).collect())
}

/// By the second column, which is the name, then by id.
fn sorted(names: Vec<String>, mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    rows.sort_by(|a, b| (&a[1], &a[0]).cmp(&(&b[1], &b[0])));
    rows.insert(0, names);
    rows
}
