//! Rows that are accounts: companies that we sell to. They never come onto the map.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::{Account, AccountId, ForeignId, Name, Workspace};
use uuid::Uuid;

use crate::matching::domain::domain;
use crate::matching::identity::ForeignIds;
use crate::matching::name::normalized;
use crate::plan::policy::Policies;
use crate::plan::{Options, Plan, Work};
use crate::table::row::Row;
use crate::words::count;
use crate::{ImportError, Reject};

/// A row's cells, read.
struct Draft {
    row: usize,
    id: Option<Uuid>,
    foreign: Option<String>,
    name: Name,
    domain: Option<String>,
    target: Option<bool>,
}

/// The accounts of a workspace by everything that they are known by.
pub struct Accounts<'w> {
    by_id: HashMap<Uuid, &'w Account>,
    foreign: ForeignIds<'w>,
    /// None where several bear it.
    by_name: HashMap<String, Option<&'w Account>>,
    by_domain: HashMap<String, Option<&'w Account>>,
}

impl<'w> Accounts<'w> {
    /// Those of `workspace`.
    pub fn of(workspace: &'w Workspace) -> Self {
        let (mut by_name, mut by_domain) = (HashMap::new(), HashMap::new());
        for account in &workspace.accounts {
            let one = |bearer: &mut Option<&'w Account>| *bearer = None;
            by_name.entry(normalized(account.name.as_str())).and_modify(one).or_insert(Some(account));
            if let Some(domain) = account.domain.as_deref().and_then(domain) {
                by_domain.entry(domain).and_modify(one).or_insert(Some(account));
            }
        }
        let by_id = workspace.accounts.iter().map(|account| (account.id.0, account)).collect();
        Self { by_id, foreign: ForeignIds::of(workspace, "account"), by_name, by_domain }
    }

    /// By an id, here or in another program.
    pub fn by_id(&self, system: &str, id: &str) -> Option<&'w Account> {
        let own = Uuid::parse_str(id).ok().and_then(|id| self.by_id.get(&id));
        own.copied().or_else(|| self.by_id.get(&self.foreign.find(system, id)?).copied())
    }

    /// The one with this name but for its spelling.
    pub fn by_name(&self, name: &str) -> Option<&'w Account> {
        self.by_name.get(&normalized(name)).copied().flatten()
    }
}

/// Adds what the table's rows would do to the plan.
pub fn fill(plan: &mut Plan, workspace: &Workspace, options: &Options, work: &mut Work<'_>) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let rows = plan.rows_of(&table, options);
    let system = table.columns.profile.map_or("file", |profile| profile.system);
    let accounts = Accounts::of(workspace);
    let mut drafts: Vec<Draft> = Vec::with_capacity(rows.len());
    let mut seen: HashSet<(String, Option<String>, Option<String>)> = HashSet::new();
    let mut again = 0;
    for (index, row) in rows.into_iter().enumerate() {
        work.look_up(index)?;
        match read(row) {
            // Overlap lists name an account once for each partner: the same company with the same site and id.
            Ok(draft)
                if !seen.insert((draft.name.as_str().to_owned(), draft.domain.clone(), draft.foreign.clone())) =>
            {
                again += 1;
            }
            Ok(draft) => drafts.push(draft),
            Err(reject) => plan.rejects.push(reject),
        }
    }
    if again > 0 {
        let rows = count(again, "row names", "rows name");
        plan.remarks.push(format!("{rows} an account that an earlier row has, with the same site and id."));
        plan.unchanged += again;
    }
    let mut domains: HashMap<String, usize> = HashMap::new();
    let mut names: HashMap<String, usize> = HashMap::new();
    for draft in &drafts {
        *names.entry(normalized(draft.name.as_str())).or_default() += 1;
        if let Some(domain) = draft.domain.as_deref().and_then(domain) {
            *domains.entry(domain).or_default() += 1;
        }
    }
    let mut claimed: HashSet<AccountId> = HashSet::new();
    let mut taken: HashSet<Uuid> = workspace.accounts.iter().map(|account| account.id.0).collect();
    for draft in drafts {
        let by_id = draft.foreign.as_deref().and_then(|id| accounts.by_id(system, id));
        let by_id = draft.id.and_then(|id| accounts.by_id.get(&id).copied()).or(by_id);
        let own_domain = draft.domain.as_deref().and_then(domain).filter(|own| domains.get(own) == Some(&1));
        let by_domain = || accounts.by_domain.get(&own_domain?).copied().flatten();
        let by_name = || accounts.by_name(draft.name.as_str()).filter(|_| names[&normalized(draft.name.as_str())] == 1);
        let found = by_id.or_else(by_domain).or_else(by_name).filter(|account| claimed.insert(account.id));
        let id = if let Some(old) = found {
            let changed = draft.applied_to(old, &options.policies, by_id.is_some());
            let is_new_id = draft.foreign.as_deref().is_some_and(|id| accounts.foreign.find(system, id).is_none());
            match (changed == *old, is_new_id) {
                (true, false) => plan.unchanged += 1,
                (true, true) => plan.changed_beside += 1,
                (false, _) => plan.changed_accounts.push(changed),
            }
            old.id
        } else {
            let id = AccountId(draft.id.filter(|id| taken.insert(*id)).unwrap_or_else(|| (work.new_id)()));
            let (name, domain) = (draft.name.clone(), draft.domain.clone());
            plan.new_accounts.push(Account { id, name, domain, target: draft.target.unwrap_or(false) });
            id
        };
        remember(plan, &accounts.foreign, "account", system, draft.foreign, id.0, draft.row);
    }
    Ok(())
}

/// Keeps the id of another program, where it is new; refuses a row whose id another row of the file has.
pub fn remember(
    plan: &mut Plan,
    known: &ForeignIds<'_>,
    noun: &str,
    system: &str,
    value: Option<String>,
    row_here: Uuid,
    row: usize,
) {
    let Some(value) = value else { return };
    if known.find(system, &value).is_some() {
        return;
    }
    if !plan.foreign_seen.insert(value.clone()) {
        plan.questions.push(format!("Row {row}: an earlier row has the id '{}' already.", crate::words::shown(&value)));
        return;
    }
    plan.new_foreign_ids.push(ForeignId { noun: noun.to_owned(), system: system.to_owned(), value, row: row_here });
}

fn read(row: Row<'_>) -> Result<Draft, Reject> {
    let id = row.given("id").and_then(|id| Uuid::parse_str(id).ok());
    Ok(Draft {
        row: row.number(),
        id,
        foreign: row.line("foreign_id")?.or(row.line("id")?.filter(|_| id.is_none())),
        name: row.name("name", "the account's name")?,
        domain: row.line("domain")?,
        target: row.yes("target")?,
    })
}

impl Draft {
    fn applied_to(&self, old: &Account, policies: &Policies, renames: bool) -> Account {
        let name = policies.value("name", &Some(self.name.clone()).filter(|_| renames), &old.name, false);
        Account {
            id: old.id,
            name,
            domain: policies.option("domain", &self.domain, &old.domain),
            target: policies.value("target", &self.target, &old.target, false),
        }
    }
}
