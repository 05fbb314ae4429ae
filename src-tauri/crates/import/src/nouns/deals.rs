//! Rows that are deals: an account's opportunities, and what partners did in them where a column says it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use domain::{
    Account, AccountId, Currency, Date, Deal, DealId, DealStage, Money, MotionId, Name, OrganizationId, Touch, TouchId,
    TouchKind, Workspace,
};
use uuid::Uuid;

use super::accounts::{Accounts, Named, remember, spelled, taken, with_own_ids};
use super::outcome::{stage, touch};
use super::progress::{Known, Progress, ProgressReader};
use super::{actuals, relationships};
use crate::matching::ByName;
use crate::matching::claims::{Called, Claim, Sought, claims};
use crate::matching::identity::{FILE, ForeignIds, Identities};
use crate::matching::name::normalized;
use crate::plan::doubt::{Answers, Question, doubt};
use crate::plan::policy::Policies;
use crate::plan::{Options, Plan, Work};
use crate::table::row::{self, Row};
use crate::values::date::DateReader;
use crate::values::figure;
use crate::values::number::NumberReader;
use crate::words::{count, list, shown};
use crate::{ImportError, Reject};

/// A row's cells, read.
struct Draft {
    row: usize,
    id: Option<Uuid>,
    foreign: Option<String>,
    account: Name,
    account_id: Option<String>,
    name: Name,
    amount: Option<Money>,
    stage: DealStage,
    opened: Date,
    closed: Option<Date>,
    motion: Option<MotionId>,
    partners: Vec<String>,
    touch: TouchKind,
    touch_date: Option<Date>,
    share: Option<f64>,
    progress: Progress,
}

struct Reader<'w> {
    currency: Currency,
    opened: DateReader,
    closed: DateReader,
    touched: DateReader,
    numbers: NumberReader,
    shares: NumberReader,
    whole_percents: bool,
    progress: ProgressReader,
    motions: ByName<'w, MotionId>,
}

/// Adds what the table's rows would do to the plan.
pub fn fill(plan: &mut Plan, workspace: &Workspace, options: &Options, work: &mut Work<'_>) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let rows = plan.rows_of(&table, options);
    let reader = Reader {
        currency: workspace.settings.currency,
        opened: row::dates(&rows, "opened", options.dates),
        closed: row::dates(&rows, "closed", options.dates),
        touched: row::dates(&rows, "touch_date", options.dates),
        numbers: row::numbers(&rows, |row| row.text("amount")),
        shares: row::numbers(&rows, |row| row.text("share")),
        whole_percents: row::whole_percents(&rows, "share", &|_| true),
        progress: ProgressReader::of(&rows, options.dates),
        motions: actuals::motions(workspace),
    };
    let (mut drafts, mut unknown_motions) = (Vec::with_capacity(rows.len()), BTreeSet::new());
    for (index, row) in rows.into_iter().enumerate() {
        work.look_up(index)?;
        match reader.read(row) {
            Ok(draft) => {
                unknown_motions.extend(row.given("motion").filter(|_| draft.motion.is_none()).map(str::to_owned));
                drafts.push(draft);
            }
            Err(reject) => plan.rejects.push(reject),
        }
    }
    let drafts = with_own_ids(plan, drafts, |draft| (draft.row, draft.id, draft.foreign.as_deref()));
    let mut writer = Writer::of(workspace, plan, options, work)?;
    let without_amount = drafts.iter().filter(|draft| draft.amount.is_none()).count();
    writer.write_all(plan, drafts, work);
    writer.remark(plan);
    if !unknown_motions.is_empty() {
        let names = list(unknown_motions.iter().map(String::as_str), 8);
        let motions = count(unknown_motions.len(), "motion", "motions");
        plan.remarks.push(format!("{motions} named in deals but not one of this workspace's, so left out: {names}."));
    }
    if without_amount > 0 {
        let deals = count(without_amount, "deal without an amount counts", "deals without an amount count");
        plan.remarks.push(format!("{deals} as nothing."));
    }
    Ok(())
}

impl Reader<'_> {
    fn read(&self, row: Row<'_>) -> Result<Draft, Reject> {
        let stage = stage(row)?;
        let closed = row.date("closed", self.closed)?;
        let opened = row.date("opened", self.opened)?.ok_or_else(|| row.reject("opened", "the day it was opened"))?;
        let id = row.given("id").and_then(|id| Uuid::parse_str(id).ok());
        let partners = row.text("partner").split([';', '|']).map(str::trim).filter(|name| !name.is_empty());
        Ok(Draft {
            row: row.number(),
            id,
            foreign: row.line("foreign_id")?.or(row.line("id")?.filter(|_| id.is_none())),
            account: row.name("account", "the account's name")?,
            account_id: row
                .given("account_id")
                .and_then(|ids| ids.split([';', ',']).next())
                .map(|id| id.trim().to_owned()),
            name: row.name("name", "the deal's name")?,
            amount: self.amount(row)?,
            stage,
            opened,
            // An open deal's date is a hope.
            closed: closed.filter(|_| stage != DealStage::Open).map(|day| day.max(opened)),
            motion: self.motions.given(row, "motion").ok().flatten(),
            partners: partners.map(str::to_owned).collect(),
            touch: touch(row)?,
            touch_date: row.date("touch_date", self.touched)?,
            share: self.share(row)?,
            progress: self.progress.read(row, closed.filter(|_| stage == DealStage::Open))?,
        })
    }

    fn amount(&self, row: Row<'_>) -> Result<Option<Money>, Reject> {
        let Some(text) = row.given("amount") else { return Ok(None) };
        let expected = "an amount such as 12000.50";
        let currency = row.given("currency").map_or(Ok(self.currency), Currency::parse);
        let currency =
            currency.map_err(|error| row.reject("currency", "a currency such as EUR").advise(error.to_string()))?;
        let number = self.numbers.read(text, currency.decimals() < 3);
        let number = number.map_err(|fault| row.reject("amount", expected).advise(fault.advice()))?;
        figure::money(&number, currency).map(Some).map_err(|error| row.reject("amount", expected).advise(error))
    }

    fn share(&self, row: Row<'_>) -> Result<Option<f64>, Reject> {
        let Some(text) = row.given("share") else { return Ok(None) };
        let reject = || row.reject("share", "a part such as 50% or 0.5");
        let number = self.shares.read(text, false).map_err(|fault| reject().advise(fault.advice()))?;
        let value: f64 = number.plain.parse().map_err(|_| reject())?;
        let value = if number.percent || self.whole_percents { value / 100.0 } else { value };
        if (0.0..=1.0).contains(&value) { Ok(Some(value)) } else { Err(reject()) }
    }
}

/// Writes deals, their accounts and touches into a plan.
struct Writer<'w> {
    /// Deals that the file's program knows by an id.
    abroad: HashSet<Uuid>,
    policies: &'w Policies,
    answers: &'w Answers,
    currency: Currency,
    system: &'static str,
    file: String,
    accounts: Accounts<'w>,
    new_accounts: HashMap<String, AccountId>,
    foreign: ForeignIds<'w>,
    all: &'w [Deal],
    places: HashMap<Uuid, usize>,
    used: HashSet<Uuid>,
    partners: ByName<'w, OrganizationId>,
    identities: Identities<'w>,
    touches: HashMap<(DealId, OrganizationId, TouchKind), Option<&'w Touch>>,
    unknown_partners: BTreeSet<String>,
    progress: Known,
}

impl<'w> Writer<'w> {
    fn of(workspace: &'w Workspace, plan: &Plan, options: &'w Options, work: &Work<'_>) -> Result<Self, ImportError> {
        let system = plan.table.columns.profile.map_or(FILE, |profile| profile.system);
        let own = workspace.foreign_ids.iter().filter(|id| id.noun == "deal" && id.system == system);
        Ok(Self {
            abroad: own.map(|id| id.row).collect(),
            policies: &options.policies,
            answers: &options.answers,
            currency: workspace.settings.currency,
            system,
            file: shown(&plan.file),
            accounts: Accounts::of(workspace),
            new_accounts: HashMap::new(),
            foreign: ForeignIds::of(workspace, "deal"),
            all: &workspace.deals,
            places: workspace.deals.iter().enumerate().map(|(place, deal)| (deal.id.0, place)).collect(),
            used: HashSet::new(),
            partners: relationships::organizations(workspace),
            identities: Identities::of(workspace, work)?,
            touches: workspace.touches.iter().map(|touch| (place_of(touch), Some(touch))).collect(),
            unknown_partners: BTreeSet::new(),
            progress: Known::of(workspace),
        })
    }

    fn write_all(&mut self, plan: &mut Plan, drafts: Vec<Draft>, work: &mut Work<'_>) {
        let mut with_accounts = Vec::with_capacity(drafts.len());
        for draft in drafts {
            match self.known_account(&draft) {
                Ok(account) => with_accounts.push((draft, account)),
                Err(reject) => plan.rejects.push(reject),
            }
        }
        let claims = self.claims(&with_accounts);
        let rows: Vec<usize> = with_accounts.iter().map(|(draft, _)| draft.row).collect();
        for ((draft, account), claim) in with_accounts.into_iter().zip(claims) {
            if let Claim::Taken(earlier) = claim {
                plan.rejects.push(taken(draft.row, draft.foreign.as_deref().unwrap_or_default(), rows[earlier]));
                continue;
            }
            let account = account.unwrap_or_else(|| self.new_account(plan, &draft, work));
            self.write(plan, draft, account, claim, work);
        }
    }

    /// Which deal each draft is.
    fn claims(&self, drafts: &[(Draft, Option<AccountId>)]) -> Vec<Claim> {
        let called = |account: Option<AccountId>, name: &Name| Called {
            exact: account.map(|account| (account, name.as_str().to_owned())),
            spelled: account.map(|account| (account, spelled(name.as_str()))),
        };
        let known: Vec<_> = self.all.iter().map(|deal| called(Some(deal.account), &deal.name)).collect();
        let sought = |(draft, account): &(Draft, Option<AccountId>)| {
            let own = draft.id.and_then(|id| self.places.get(&id));
            let agrees = |id: Uuid| {
                let deal = self.places.get(&id).map(|place| &self.all[*place]);
                let same = |deal: &Deal| spelled(deal.name.as_str()) == spelled(draft.name.as_str());
                deal.is_some_and(|deal| Some(deal.account) == *account && same(deal))
            };
            let foreign =
                || self.places.get(&self.foreign.find_agreeing(self.system, draft.foreign.as_deref()?, agrees)?);
            let by_id = own.or_else(foreign).copied();
            let by_evidence = self.answers.other(draft.name.as_str()).and_then(|id| self.places.get(&id).copied());
            Sought { by_id, by_evidence, called: called(*account, &draft.name) }
        };
        let sought: Vec<_> = drafts.iter().map(sought).collect();
        let is_equal = |row: usize, place: usize| {
            let (draft, old) = (&drafts[row].0, &self.all[place]);
            draft.applied_to(old, old.account, self.policies) == *old
        };
        let may =
            |row: usize, place: usize| drafts[row].0.foreign.is_none() || !self.abroad.contains(&self.all[place].id.0);
        claims(&sought, &known, &is_equal, &may)
    }

    fn write(&mut self, plan: &mut Plan, draft: Draft, account: AccountId, claim: Claim, work: &mut Work<'_>) {
        let (id, is_changed) = match claim {
            Claim::ById(place) | Claim::ByName(place) => {
                let old = &self.all[place];
                let changed = draft.applied_to(old, account, self.policies);
                let is_changed = changed != *old;
                if is_changed {
                    plan.changed_deals.push(changed);
                }
                if self.answers.other(draft.name.as_str()) == Some(old.id.0) {
                    doubt(plan, (draft.row, &draft.name), (old.id.0, &old.name), None, self.answers);
                }
                (old.id, Some(is_changed))
            }
            Claim::New(_) | Claim::Taken(_) => {
                self.doubt(plan, &draft, claim);
                let own = draft.id.filter(|id| !self.places.contains_key(id) && self.used.insert(*id));
                let id = DealId(own.unwrap_or_else(|| (work.new_id)()));
                plan.new_deals.push(draft.new_deal(id, account, self.currency));
                (id, None)
            }
        };
        let touched = self.touch(plan, &draft, id, work);
        let touched = self.progress.add(plan, &draft.progress, (id, account), work) || touched;
        match (is_changed, touched) {
            (Some(false), false) => plan.unchanged += 1,
            (Some(false), true) => plan.changed_beside += 1,
            _ => {}
        }
        remember(plan, &self.foreign, "deal", self.system, draft.foreign, id.0);
    }

    /// Notes what a new deal may be the same as.
    fn doubt(&self, plan: &mut Plan, draft: &Draft, claim: Claim) {
        let id = draft.foreign.as_deref().unwrap_or_default();
        let namesake = self.foreign.find(self.system, id).and_then(|id| self.places.get(&id)).copied();
        let like = if let Claim::New(like) = claim { like } else { None };
        if let Some(other) = namesake.or(like).map(|place| &self.all[place]) {
            let shared_id = draft.foreign.clone().filter(|_| namesake.is_some());
            doubt(plan, (draft.row, &draft.name), (other.id.0, &other.name), shared_id, self.answers);
        }
    }

    /// The deal's account, if the workspace has it. Of several that bear its name nobody can tell.
    fn known_account(&self, draft: &Draft) -> Result<Option<AccountId>, Reject> {
        let name = draft.account.as_str();
        let by_id = draft.account_id.as_deref().and_then(|id| self.accounts.by_id(self.system, id, name));
        match by_id.map_or_else(|| self.accounts.by_name(name), Named::One) {
            Named::One(account) => Ok(Some(account.id)),
            Named::Nobody => Ok(None),
            Named::Several(times) => {
                let advice = format!("{times} accounts have this name; give them different names first");
                let expected = "a name that stands for one account only";
                Err(Reject::new(draft.row, Some("account"), name, expected).advise(advice))
            }
        }
    }

    /// An account that the workspace has not, one for all the spellings of a name that is new to it.
    fn new_account(&mut self, plan: &mut Plan, draft: &Draft, work: &mut Work<'_>) -> AccountId {
        let name = draft.account.as_str();
        let key = if self.accounts.is_borne(name) { name.to_owned() } else { spelled(name) };
        *self.new_accounts.entry(key).or_insert_with(|| {
            let id = AccountId((work.new_id)());
            plan.new_accounts.push(Account { id, name: draft.account.clone(), domain: None, target: false });
            id
        })
    }

    /// Adds what partners did; answers whether anything is new.
    fn touch(&mut self, plan: &mut Plan, draft: &Draft, deal: DealId, work: &mut Work<'_>) -> bool {
        let mut partners = Vec::new();
        for name in &draft.partners {
            let found = match self.partners.all(name) {
                [one] => Some(*one),
                _ => self.identities.by_alias(name).or_else(|| self.identities.by_name(&normalized(name))),
            };
            match found {
                Some(id) => partners.push(id),
                None => drop(self.unknown_partners.insert(name.clone())),
            }
        }
        let parts = partners.len().max(1) as f64;
        let mut is_new = false;
        for organization in partners {
            match self.touches.insert((deal, organization, draft.touch), None) {
                Some(Some(old)) => is_new |= self.change_touch(plan, draft, old, parts),
                Some(None) => {}
                None => {
                    is_new = true;
                    plan.new_touches.push(Touch {
                        id: TouchId((work.new_id)()),
                        deal,
                        organization,
                        kind: draft.touch,
                        date: draft.touch_date.unwrap_or(draft.opened),
                        share: draft.share.unwrap_or(1.0) / parts,
                        evidence: format!("{}, row {}", self.file, draft.row),
                        motion: None,
                    });
                }
            }
        }
        is_new
    }

    /// A part that is known already is changed by what the row says of it.
    fn change_touch(&self, plan: &mut Plan, draft: &Draft, old: &Touch, parts: f64) -> bool {
        let share = draft.share.map(|share| share / parts);
        let date = self.policies.value("touch_date", &draft.touch_date, &old.date, false);
        let share = self.policies.value("share", &share, &old.share, false);
        let changed = Touch { date, share, ..old.clone() };
        let is_changed = changed != *old;
        if is_changed {
            plan.changed_touches.push(changed);
        }
        is_changed
    }

    fn remark(&self, plan: &mut Plan) {
        if self.unknown_partners.is_empty() {
            return;
        }
        let names = list(self.unknown_partners.iter().map(String::as_str), 8);
        let partners = count(self.unknown_partners.len(), "partner", "partners");
        plan.questions.push(Question::Elsewhere(format!(
            "{partners} named in deals {} not in this workspace, so their part in them was left out: {names}. Add them and \
             import the file again.",
            if self.unknown_partners.len() == 1 { "is" } else { "are" }
        )));
    }
}

fn place_of(touch: &Touch) -> (DealId, OrganizationId, TouchKind) {
    (touch.deal, touch.organization, touch.kind)
}

impl Draft {
    fn new_deal(&self, id: DealId, account: AccountId, currency: Currency) -> Deal {
        Deal {
            id,
            account,
            name: self.name.clone(),
            amount: self.amount.unwrap_or(Money::zero(currency)),
            stage: self.stage,
            opened: self.opened,
            closed: self.closed,
            motion: self.motion,
            probability: self.progress.probability,
            next_step: self.progress.next_step.clone().unwrap_or_default(),
            expected_close: self.progress.expected_close,
        }
    }

    fn applied_to(&self, old: &Deal, account: AccountId, policies: &Policies) -> Deal {
        Deal {
            id: old.id,
            account: policies.value("account", &Some(account), &old.account, false),
            name: policies.value("name", &Some(self.name.clone()), &old.name, false),
            amount: policies.value("amount", &self.amount, &old.amount, old.amount.minor == 0),
            stage: policies.value("stage", &Some(self.stage), &old.stage, false),
            opened: policies.value("opened", &Some(self.opened), &old.opened, false),
            closed: if self.stage == DealStage::Open && policies.of("stage") == crate::OnConflict::File {
                None
            } else {
                policies.option("closed", &self.closed, &old.closed)
            },
            motion: policies.option("motion", &self.motion, &old.motion),
            probability: policies.option("probability", &self.progress.probability, &old.probability),
            next_step: {
                let is_empty = old.next_step.is_empty();
                policies.value("next_step", &self.progress.next_step, &old.next_step, is_empty)
            },
            expected_close: policies.option("expected_close", &self.progress.expected_close, &old.expected_close),
        }
    }
}
