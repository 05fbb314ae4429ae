//! Rows that are accounts: companies that we sell to. They never come onto the map.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::{Account, AccountId, ForeignId, Name, Workspace};
use uuid::Uuid;

use crate::matching::claims::{Called, Claim, Sought, claims};
use crate::matching::domain::domain;
use crate::matching::identity::{FILE, ForeignIds};
use crate::matching::name::normalized;
use crate::plan::doubt::{Answers, doubt};
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
    all: &'w [Account],
    places: HashMap<Uuid, usize>,
    foreign: ForeignIds<'w>,
    by_exact: HashMap<&'w str, Vec<usize>>,
    by_spelling: HashMap<String, Vec<usize>>,
    /// None where several bear it.
    by_domain: HashMap<String, Option<usize>>,
}

/// How many accounts a name stands for.
pub enum Named<'w> {
    /// This one.
    One(&'w Account),
    /// Several, so nobody can tell which.
    Several(usize),
    /// None, though other spellings of it may be there.
    Nobody,
}

impl<'w> Accounts<'w> {
    /// Those of `workspace`.
    pub fn of(workspace: &'w Workspace) -> Self {
        let (mut by_exact, mut by_spelling) = (HashMap::<_, Vec<usize>>::new(), HashMap::<_, Vec<usize>>::new());
        let mut by_domain = HashMap::new();
        for (place, account) in workspace.accounts.iter().enumerate() {
            by_exact.entry(account.name.as_str()).or_default().push(place);
            by_spelling.entry(spelled(account.name.as_str())).or_default().push(place);
            if let Some(domain) = account.domain.as_deref().and_then(domain) {
                by_domain.entry(domain).and_modify(|bearer| *bearer = None).or_insert(Some(place));
            }
        }
        let places = workspace.accounts.iter().enumerate().map(|(place, account)| (account.id.0, place)).collect();
        let foreign = ForeignIds::of(workspace, "account");
        Self { all: &workspace.accounts, places, foreign, by_exact, by_spelling, by_domain }
    }

    /// By an id, here or in another program; a file's own numbers hold only where the name agrees.
    pub fn by_id(&self, system: &str, id: &str, name: &str) -> Option<&'w Account> {
        self.place_by_id(system, id, name).map(|place| &self.all[place])
    }

    fn place_by_id(&self, system: &str, id: &str, name: &str) -> Option<usize> {
        let own = Uuid::parse_str(id).ok().and_then(|id| self.places.get(&id));
        let agrees = |id: Uuid| {
            let known = self.places.get(&id).map(|place| self.all[*place].name.as_str());
            known.is_some_and(|known| spelled(known) == spelled(name))
        };
        own.or_else(|| self.places.get(&self.foreign.find_agreeing(system, id, agrees)?)).copied()
    }

    /// Whom a file's number that this account has means.
    fn namesake(&self, system: &str, draft: &Draft) -> Option<&'w Account> {
        let id = self.foreign.find(system, draft.foreign.as_deref()?)?;
        self.places.get(&id).map(|place| &self.all[*place])
    }

    /// Those of exactly this name, else the one with it but for its spelling.
    pub fn by_name(&self, name: &str) -> Named<'w> {
        match (self.by_exact.get(name).map(Vec::as_slice), self.by_spelling.get(&spelled(name)).map(Vec::as_slice)) {
            (Some([one]), _) | (None, Some([one])) => Named::One(&self.all[*one]),
            (Some(several), _) => Named::Several(several.len()),
            (None, _) => Named::Nobody,
        }
    }

    /// Whether any account is called so but for its spelling.
    pub fn is_borne(&self, name: &str) -> bool {
        self.by_spelling.contains_key(&spelled(name))
    }
}

/// What spellings of one name have in common; a name of nothing but marks is its own.
pub fn spelled(name: &str) -> String {
    Some(normalized(name)).filter(|text| !text.is_empty()).unwrap_or_else(|| name.to_owned())
}

/// The rows whose ids no earlier row of the file has; the others are refused. Each row gives its number, its own id and
/// the one in the program that it comes from.
pub fn with_own_ids<D>(
    plan: &mut Plan,
    drafts: Vec<D>,
    ids: impl Fn(&D) -> (usize, Option<Uuid>, Option<&str>),
) -> Vec<D> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut kept = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let (row, own, foreign) = ids(&draft);
        let own = own.map(|id| id.to_string());
        let earlier = [own.as_deref(), foreign].into_iter().flatten().find_map(|id| Some((id, *seen.get(id)?)));
        if let Some((id, earlier)) = earlier {
            plan.rejects.push(taken(row, id, earlier));
            continue;
        }
        seen.extend([own.as_deref(), foreign].into_iter().flatten().map(|id| (id.to_owned(), row)));
        kept.push(draft);
    }
    kept
}

/// A row whose id an earlier one has.
pub fn taken(row: usize, id: &str, earlier: usize) -> Reject {
    let advice = format!("row {earlier} has this id already; keep one of them");
    Reject::new(row, Some("id"), id, "an id that only one row has").advise(advice)
}

/// Adds what the table's rows would do to the plan.
pub fn fill(plan: &mut Plan, workspace: &Workspace, options: &Options, work: &mut Work<'_>) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let rows = plan.rows_of(&table, options);
    let system = table.columns.profile.map_or(FILE, |profile| profile.system);
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
    let drafts = with_own_ids(plan, drafts, |draft| (draft.row, draft.id, draft.foreign.as_deref()));
    place(plan, workspace, drafts, &accounts, system, options, work);
    Ok(())
}

/// Decides for each draft whether it is new, a change, or there already.
fn place(
    plan: &mut Plan,
    workspace: &Workspace,
    drafts: Vec<Draft>,
    accounts: &Accounts<'_>,
    system: &str,
    options: &Options,
    work: &mut Work<'_>,
) {
    let (all, policies, answers) = (&workspace.accounts, &options.policies, &options.answers);
    let claims = {
        let known: Vec<Called<String>> = all.iter().map(|account| called(&account.name)).collect();
        let is_equal = |row: usize, place: usize| drafts[row].applied_to(&all[place], policies, false) == all[place];
        claims(&sought(&drafts, accounts, system, answers), &known, &is_equal, &|_, _| true)
    };
    let rows: Vec<usize> = drafts.iter().map(|draft| draft.row).collect();
    let mut taken_ids: HashSet<Uuid> = all.iter().map(|account| account.id.0).collect();
    for (draft, claim) in drafts.into_iter().zip(claims) {
        let id = match claim {
            Claim::Taken(earlier) => {
                plan.rejects.push(taken(draft.row, draft.foreign.as_deref().unwrap_or_default(), rows[earlier]));
                continue;
            }
            Claim::ById(place) | Claim::ByName(place) => {
                let old = &all[place];
                let changed = draft.applied_to(old, policies, matches!(claim, Claim::ById(_)));
                let is_new_id = draft.foreign.as_deref().is_some_and(|id| accounts.foreign.find(system, id).is_none());
                match (changed == *old, is_new_id) {
                    (true, false) => plan.unchanged += 1,
                    (true, true) => plan.changed_beside += 1,
                    (false, _) => plan.changed_accounts.push(changed),
                }
                if answers.other(draft.name.as_str()) == Some(old.id.0) {
                    doubt(plan, (draft.row, &draft.name), (old.id.0, &old.name), None, answers);
                }
                old.id
            }
            Claim::New(like) => {
                let namesake = accounts.namesake(system, &draft);
                if let Some(other) = namesake.or_else(|| like.map(|place| &all[place])) {
                    let shared_id = draft.foreign.clone().filter(|_| namesake.is_some());
                    doubt(plan, (draft.row, &draft.name), (other.id.0, &other.name), shared_id, answers);
                }
                let id = AccountId(draft.id.filter(|id| taken_ids.insert(*id)).unwrap_or_else(|| (work.new_id)()));
                let (name, domain) = (draft.name.clone(), draft.domain.clone());
                plan.new_accounts.push(Account { id, name, domain, target: draft.target.unwrap_or(false) });
                id
            }
        };
        remember(plan, &accounts.foreign, "account", system, draft.foreign, id.0);
    }
}

fn called(name: &Name) -> Called<String> {
    Called { exact: Some(name.as_str().to_owned()), spelled: Some(spelled(name.as_str())) }
}

/// The rows by their ids, names, and the domains that exactly one on each side has.
fn sought(drafts: &[Draft], accounts: &Accounts<'_>, system: &str, answers: &Answers) -> Vec<Sought<String>> {
    let own_domain = |draft: &Draft| draft.domain.as_deref().and_then(domain);
    let mut domains: HashMap<String, usize> = HashMap::new();
    for domain in drafts.iter().filter_map(own_domain) {
        *domains.entry(domain).or_default() += 1;
    }
    let one = |draft: &Draft| {
        let own = draft.id.and_then(|id| accounts.places.get(&id).copied());
        let foreign = || accounts.place_by_id(system, draft.foreign.as_deref()?, draft.name.as_str());
        let domain = own_domain(draft).filter(|own| domains.get(own) == Some(&1));
        let told = answers.other(draft.name.as_str()).and_then(|id| accounts.places.get(&id).copied());
        let by_evidence = told.or_else(|| domain.and_then(|own| accounts.by_domain.get(&own).copied().flatten()));
        Sought { by_id: own.or_else(foreign), by_evidence, called: called(&draft.name) }
    };
    drafts.iter().map(one).collect()
}

/// Keeps the id of another program, where it is new.
pub fn remember(
    plan: &mut Plan,
    known: &ForeignIds<'_>,
    noun: &str,
    system: &str,
    value: Option<String>,
    row_here: Uuid,
) {
    let Some(value) = value.filter(|value| known.find(system, value).is_none()) else { return };
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
