//! Lists for the command line: one set of columns, shown as a table or as JSON.

mod filter;
mod money;
mod plan;

use std::collections::BTreeMap;

use domain::Organization;
use import::matching::duplicates::Pair;
use serde_json::{Map, Value, json};

use crate::commands::{rates, workspace};
use crate::loaded::Loaded;
use crate::wire::Nothing;
use crate::{App, ErrorReply, WindowId};

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Listed {
    Organizations,
    Relationships,
    Accounts,
    Deals,
    Duplicates,
    Motions,
    Tasks,
    Playbooks,
    Due,
    Budget,
    Funds,
    Rates,
    Outcomes,
    Metrics,
    History,
}

/// A list, sorted by name, then id; a history by its order.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    name: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Vec<Value>>,
}

impl Listing {
    /// `{"schema": 1, NAME: [{COLUMN: VALUE, …}, …]}`.
    pub fn json(&self) -> Value {
        let object = |row: &Vec<Value>| {
            let fields = self.columns.iter().zip(row).map(|(column, value)| ((*column).to_owned(), value.clone()));
            Value::Object(fields.collect::<Map<String, Value>>())
        };
        let rows: Vec<Value> = self.rows.iter().map(object).collect();
        json!({ "schema": 1, self.name: rows })
    }

    /// Only the rows that fit `conditions`: `column=value and column!=value`; `<`, `>` and `~` (holds the word) work too.
    pub fn filtered(self, conditions: &str) -> Result<Self, ErrorReply> {
        let conditions = filter::conditions(conditions, &self.columns)?;
        let rows =
            self.rows.into_iter().filter(|row| conditions.iter().all(|condition| condition.holds(row))).collect();
        Ok(Self { rows, ..self })
    }

    /// The columns' names and the rows as text, without ids.
    pub fn table(&self) -> Vec<Vec<String>> {
        let shown: Vec<usize> =
            (0..self.columns.len()).filter(|&at| self.columns[at] != "id" && self.columns[at] != "other_id").collect();
        let head = shown.iter().map(|&at| self.columns[at].replace('_', " ")).collect();
        let row = |row: &Vec<Value>| shown.iter().map(|&at| text(&row[at])).collect();
        std::iter::once(head).chain(self.rows.iter().map(row)).collect()
    }
}

impl App {
    /// Lists something of the workspace of `window`.
    pub fn listing(&self, window: &WindowId, what: Listed) -> Result<Listing, ErrorReply> {
        let loaded = self.loaded(window)?;
        match what {
            Listed::Organizations => Ok(organizations(&loaded)),
            Listed::Relationships => Ok(relationships(&loaded)),
            Listed::Accounts => Ok(accounts(&loaded)),
            Listed::Deals => Ok(deals(&loaded)),
            Listed::Duplicates => Ok(duplicates(&loaded)),
            Listed::Motions => Ok(motions(&loaded)),
            Listed::Tasks => Ok(plan::tasks(&loaded)),
            Listed::Playbooks => Ok(plan::playbooks(&loaded)),
            Listed::Due => Ok(plan::due(&loaded)),
            Listed::Budget => Ok(money::budget(&loaded)),
            Listed::Funds => Ok(money::funds(&loaded)),
            Listed::Rates => Ok(money::rates(rates::list(self, window, Nothing {})?)),
            Listed::Outcomes => Ok(outcomes(&loaded)),
            Listed::Metrics => Ok(metrics(&loaded)),
            Listed::History => self.history_listing(window),
        }
    }

    fn history_listing(&self, window: &WindowId) -> Result<Listing, ErrorReply> {
        let lines = workspace::history(self, window, Nothing {})?;
        let row = |line: crate::wire::HistoryLine| {
            vec![json!(line.seq), json!(line.time), json!(line.kind), json!(line.sentence), json!(line.author)]
        };
        Ok(Listing {
            name: "history",
            columns: vec!["seq", "time", "kind", "sentence", "author"],
            rows: lines.into_iter().map(row).collect(),
        })
    }
}

fn organizations(loaded: &Loaded) -> Listing {
    let mut all: Vec<&Organization> = loaded.workspace.organizations.iter().collect();
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let row = |organization: &Organization| {
        let standing = loaded.assessment.organization(organization.id);
        vec![
            json!(organization.name),
            json!(organization.id),
            json!(organization.kind),
            json!(standing.map(|s| s.character)),
            json!(standing.and_then(|s| s.depth)),
            json!(organization.tier),
            json!(organization.stage),
            json!(organization.owner.map(|owner| loaded.owner_words(Some(owner)))),
            json!(organization.group),
            json!(organization.region),
            json!(organization.website),
        ]
    };
    Listing {
        name: "organizations",
        columns: vec![
            "name",
            "id",
            "kind",
            "character",
            "depth",
            "tier",
            "stage",
            "owner",
            "group",
            "region",
            "website",
        ],
        rows: all.into_iter().map(row).collect(),
    }
}

fn relationships(loaded: &Loaded) -> Listing {
    let name = |id| loaded.workspace.organization(id).map(|o| o.name.as_str()).unwrap_or_default();
    let mut all: Vec<_> = loaded.workspace.relationships.iter().map(|r| (name(r.from), name(r.to), r)).collect();
    all.sort_by(|a, b| (a.0, a.1, a.2.id).cmp(&(b.0, b.1, b.2.id)));
    let row = |(from, to, relationship): (&str, &str, &domain::Relationship)| {
        let assessed = loaded.assessment.relationship(relationship.id);
        vec![
            json!(from),
            json!(relationship.kind),
            json!(to),
            json!(relationship.id),
            json!(relationship.status),
            json!(assessed.map(|r| r.character)),
            json!(assessed.and_then(|r| r.depth)),
            json!(relationship.tier),
            json!(relationship.since),
            json!(relationship.strength),
            json!(loaded.commission_words(relationship)),
        ]
    };
    Listing {
        name: "relationships",
        columns: vec![
            "from",
            "kind",
            "to",
            "id",
            "status",
            "character",
            "depth",
            "tier",
            "since",
            "strength",
            "commission",
        ],
        rows: all.into_iter().map(row).collect(),
    }
}

fn accounts(loaded: &Loaded) -> Listing {
    let mut all: Vec<&domain::Account> = loaded.workspace.accounts.iter().collect();
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let mut deals: BTreeMap<_, usize> = BTreeMap::new();
    loaded.workspace.deals.iter().for_each(|deal| *deals.entry(deal.account).or_default() += 1);
    let row = |account: &domain::Account| {
        let deals = deals.get(&account.id).copied().unwrap_or_default();
        vec![json!(account.name), json!(account.id), json!(account.domain), json!(account.target), json!(deals)]
    };
    Listing {
        name: "accounts",
        columns: vec!["name", "id", "domain", "target", "deals"],
        rows: all.into_iter().map(row).collect(),
    }
}

fn deals(loaded: &Loaded) -> Listing {
    let workspace = &loaded.workspace;
    let mut all: Vec<&domain::Deal> = workspace.deals.iter().collect();
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let accounts: BTreeMap<_, _> = workspace.accounts.iter().map(|account| (account.id, &account.name)).collect();
    let mut touching: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for touch in &workspace.touches {
        touching
            .entry(touch.deal)
            .or_default()
            .extend(workspace.organization(touch.organization).map(|partner| partner.name.as_str()));
    }
    let row = |deal: &domain::Deal| {
        let partners = touching.get(&deal.id).map_or(&[][..], Vec::as_slice);
        vec![
            json!(deal.name),
            json!(deal.id),
            json!(accounts.get(&deal.account)),
            json!(deal.amount),
            json!(deal.stage),
            json!(deal.opened),
            json!(deal.closed),
            json!(partners),
        ]
    };
    Listing {
        name: "deals",
        columns: vec!["name", "id", "account", "amount", "stage", "opened", "closed", "partners"],
        rows: all.into_iter().map(row).collect(),
    }
}

fn duplicates(loaded: &Loaded) -> Listing {
    let workspace = &loaded.expected;
    let name = |id| workspace.organization(id).map(|row| row.name.as_str()).unwrap_or_default();
    let row = |pair: Pair| {
        vec![
            json!(name(pair.first)),
            json!(name(pair.second)),
            json!(pair.first),
            json!(pair.second),
            json!(pair.evidence),
        ]
    };
    Listing {
        name: "duplicates",
        columns: vec!["name", "other", "id", "other_id", "evidence"],
        rows: loaded.duplicate_pairs().into_iter().map(row).collect(),
    }
}

fn motions(loaded: &Loaded) -> Listing {
    let mut all: Vec<&domain::Motion> = loaded.workspace.motions.iter().collect();
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let row = |motion: &domain::Motion| {
        let partners: Vec<String> = loaded.partner_names(motion.id);
        vec![
            json!(motion.name),
            json!(motion.id),
            json!(motion.kind),
            json!(loaded.motion_character(motion.id)),
            json!(motion.status),
            json!(motion.start),
            json!(motion.end),
            json!(loaded.owner_words(motion.owner)),
            json!(loaded.budget_of(motion.id)),
            json!(partners),
        ]
    };
    Listing {
        name: "motions",
        columns: vec!["name", "id", "kind", "character", "status", "start", "end", "owner", "budget", "partners"],
        rows: all.into_iter().map(row).collect(),
    }
}

fn metrics(loaded: &Loaded) -> Listing {
    let row = |metric: crate::wire::MetricRow| {
        vec![
            json!(metric.name),
            json!(metric.key),
            json!(metric.side),
            json!(metric.unit),
            json!(metric.over_months),
            json!(metric.formula),
            json!(metric.basis),
            json!(metric.source),
            json!(metric.floor),
            json!(metric.headline),
            json!(metric.value_text),
            json!(metric.definition),
        ]
    };
    let mut rows: Vec<Vec<Value>> = loaded.metric_library().metrics.into_iter().map(row).collect();
    rows.sort_by(|a, b| (a[0].as_str(), a[1].as_str()).cmp(&(b[0].as_str(), b[1].as_str())));
    Listing {
        name: "metrics",
        columns: vec![
            "name",
            "key",
            "side",
            "unit",
            "over_months",
            "formula",
            "basis",
            "source",
            "floor",
            "headline",
            "value",
            "definition",
        ],
        rows,
    }
}

fn outcomes(loaded: &Loaded) -> Listing {
    Listing {
        name: "outcomes",
        columns: vec!["motion", "id", "metric", "month", "projected", "actual", "variance"],
        rows: loaded.outcome_rows(),
    }
}

/// A value as a cell.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(string) => string.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => match (fields.get("amount"), fields.get("currency")) {
            (Some(amount), Some(currency)) => format!("{} {}", text(amount), text(currency)),
            _ => value.to_string(),
        },
        other => other.to_string(),
    }
}
