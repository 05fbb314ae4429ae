//! Rows that are deals: an account's opportunities, and what partners did in them where a column says it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use domain::{
    Account, AccountId, Currency, Date, Deal, DealId, DealStage, Money, MotionId, Name, OrganizationId, Touch, TouchId,
    TouchKind, Workspace,
};
use uuid::Uuid;

use super::accounts::{Accounts, remember};
use super::{actuals, relationships};
use crate::matching::ByName;
use crate::matching::identity::{ForeignIds, Identities};
use crate::matching::name::normalized;
use crate::plan::policy::Policies;
use crate::plan::{Options, Plan, Work};
use crate::table::row::{self, Row};
use crate::values::date::DateReader;
use crate::values::figure;
use crate::values::number::NumberReader;
use crate::words::{count, folded, list, shown};
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
}

struct Reader<'w> {
    currency: Currency,
    opened: DateReader,
    closed: DateReader,
    touched: DateReader,
    numbers: NumberReader,
    shares: NumberReader,
    whole_percents: bool,
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
        numbers: NumberReader::decide(rows.iter().map(|row| row.text("amount"))),
        shares: NumberReader::decide(rows.iter().map(|row| row.text("share"))),
        whole_percents: figure::are_percents(rows.iter().map(|row| row.text("share"))),
        motions: actuals::motions(workspace),
    };
    let mut writer = Writer::of(workspace, plan, options, work)?;
    let mut without_amount = 0;
    for (index, row) in rows.into_iter().enumerate() {
        work.look_up(index)?;
        match reader.read(row) {
            Ok(draft) => {
                without_amount += usize::from(draft.amount.is_none());
                writer.write(plan, draft, work);
            }
            Err(reject) => plan.rejects.push(reject),
        }
    }
    writer.remark(plan);
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

/// Won and lost by the program's own marks, else by the stage's words; every other stage is open.
fn stage(row: Row<'_>) -> Result<DealStage, Reject> {
    if row.yes("is_won")?.unwrap_or(false) {
        return Ok(DealStage::Won);
    }
    if row.yes("is_lost")?.unwrap_or(false) {
        return Ok(DealStage::Lost);
    }
    let words = folded(row.text("stage"));
    if words.is_empty() {
        return Err(row.reject("stage", "a stage such as open, won or lost"));
    }
    let any = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    Ok(match () {
        () if any(&["lost", "verloren", "abandoned", "disqualified"]) => DealStage::Lost,
        () if any(&["won", "gewonnen"]) => DealStage::Won,
        () => DealStage::Open,
    })
}

fn touch(row: Row<'_>) -> Result<TouchKind, Reject> {
    match folded(row.text("touch")).as_str() {
        "" | "influenced" | "influence" | "assisted" => Ok(TouchKind::Influenced),
        "sourced" | "source" | "referred" | "referral" | "registered" => Ok(TouchKind::Sourced),
        "delivered" | "delivery" | "implemented" | "implementation" | "services" => Ok(TouchKind::Delivered),
        _ => Err(row.reject("touch", "sourced, influenced or delivered")),
    }
}

/// Writes deals, their accounts and touches into a plan.
struct Writer<'w> {
    /// Deals that the file's program knows by an id.
    abroad: HashSet<Uuid>,
    policies: &'w Policies,
    currency: Currency,
    system: &'static str,
    file: String,
    accounts: Accounts<'w>,
    new_accounts: HashMap<String, AccountId>,
    foreign: ForeignIds<'w>,
    by_id: HashMap<Uuid, &'w Deal>,
    /// By account and name; none where several bear it.
    by_name: HashMap<(AccountId, String), Option<&'w Deal>>,
    claimed: HashSet<DealId>,
    partners: ByName<'w, OrganizationId>,
    identities: Identities,
    touches: HashSet<(DealId, OrganizationId)>,
    unknown_partners: BTreeSet<String>,
}

impl<'w> Writer<'w> {
    fn of(workspace: &'w Workspace, plan: &Plan, options: &'w Options, work: &Work<'_>) -> Result<Self, ImportError> {
        let mut by_name: HashMap<(AccountId, String), Option<&'w Deal>> = HashMap::new();
        for deal in &workspace.deals {
            let key = (deal.account, normalized(deal.name.as_str()));
            by_name.entry(key).and_modify(|bearer| *bearer = None).or_insert(Some(deal));
        }
        let system = plan.table.columns.profile.map_or("file", |profile| profile.system);
        let own = workspace.foreign_ids.iter().filter(|id| id.noun == "deal" && id.system == system);
        Ok(Self {
            abroad: own.map(|id| id.row).collect(),
            policies: &options.policies,
            currency: workspace.settings.currency,
            system,
            file: shown(&plan.file),
            accounts: Accounts::of(workspace),
            new_accounts: HashMap::new(),
            foreign: ForeignIds::of(workspace, "deal"),
            by_id: workspace.deals.iter().map(|deal| (deal.id.0, deal)).collect(),
            by_name,
            claimed: HashSet::new(),
            partners: relationships::organizations(workspace),
            identities: Identities::of(workspace, work)?,
            touches: workspace.touches.iter().map(|touch| (touch.deal, touch.organization)).collect(),
            unknown_partners: BTreeSet::new(),
        })
    }

    fn write(&mut self, plan: &mut Plan, draft: Draft, work: &mut Work<'_>) {
        let account = self.account(plan, &draft, work);
        let own = draft.id.and_then(|id| self.by_id.get(&id).copied());
        let foreign = || self.by_id.get(&self.foreign.find(self.system, draft.foreign.as_deref()?)?).copied();
        let named = || self.by_name.get(&(account, normalized(draft.name.as_str()))).copied().flatten();
        let found = own
            .or_else(foreign)
            .or_else(|| named().filter(|_| draft.foreign.is_none() || !self.is_known_abroad(named())));
        let found = found.filter(|deal| self.claimed.insert(deal.id));
        let (id, is_changed) = if let Some(old) = found {
            let changed = draft.applied_to(old, account, self.policies);
            let is_changed = changed != *old;
            if is_changed {
                plan.changed_deals.push(changed);
            }
            (old.id, Some(is_changed))
        } else {
            let id = DealId(draft.id.filter(|id| !self.by_id.contains_key(id)).unwrap_or_else(|| (work.new_id)()));
            plan.new_deals.push(draft.new_deal(id, account, self.currency));
            (id, None)
        };
        let touched = self.touch(plan, &draft, id, work);
        match (is_changed, touched) {
            (Some(false), false) => plan.unchanged += 1,
            (Some(false), true) => plan.changed_beside += 1,
            _ => {}
        }
        remember(plan, &self.foreign, "deal", self.system, draft.foreign, id.0, draft.row);
    }

    /// A deal that the other program knows by another id is another deal.
    fn is_known_abroad(&self, deal: Option<&Deal>) -> bool {
        let Some(deal) = deal else { return false };
        self.abroad.contains(&deal.id.0)
    }

    /// The deal's account; one that the workspace has not is made.
    fn account(&mut self, plan: &mut Plan, draft: &Draft, work: &mut Work<'_>) -> AccountId {
        let by_id = draft.account_id.as_deref().and_then(|id| self.accounts.by_id(self.system, id));
        if let Some(account) = by_id.or_else(|| self.accounts.by_name(draft.account.as_str())) {
            return account.id;
        }
        *self.new_accounts.entry(normalized(draft.account.as_str())).or_insert_with(|| {
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
        let share = draft.share.unwrap_or(1.0) / partners.len().max(1) as f64;
        let mut is_new = false;
        for organization in partners {
            if !self.touches.insert((deal, organization)) {
                continue;
            }
            is_new = true;
            plan.new_touches.push(Touch {
                id: TouchId((work.new_id)()),
                deal,
                organization,
                kind: draft.touch,
                date: draft.touch_date.unwrap_or(draft.opened),
                share,
                evidence: format!("{}, row {}", self.file, draft.row),
            });
        }
        is_new
    }

    fn remark(&self, plan: &mut Plan) {
        if self.unknown_partners.is_empty() {
            return;
        }
        let names = list(self.unknown_partners.iter().map(String::as_str), 8);
        let partners = count(self.unknown_partners.len(), "partner", "partners");
        plan.questions.push(format!(
            "{partners} named in deals {} not in this workspace, so their part in them was left out: {names}. Add them and \
             import the file again.",
            if self.unknown_partners.len() == 1 { "is" } else { "are" }
        ));
    }
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
        }
    }
}
