//! How far a deal has come: its probability, what is next, when it may close, since when it stands in its stage, and when
//! we last did something for it.

use std::collections::BTreeSet;

use domain::{AccountActivity, AccountActivityId, AccountId, Date, DealId, DealStageEntry, Name, Workspace};

use crate::Reject;
use crate::plan::{Plan, Work};
use crate::table::row::{self, Row};
use crate::values::date::{DateOrder, DateReader};
use crate::values::number::NumberReader;

/// What a row says of it; what it does not say stays as it is.
#[derive(Clone)]
pub struct Progress {
    pub probability: Option<f64>,
    pub next_step: Option<String>,
    pub expected_close: Option<Date>,
    entered: Option<(Name, Date)>,
    active: Option<Date>,
}

/// Reads the rows of one table.
pub struct ProgressReader {
    expected: DateReader,
    entered: DateReader,
    active: DateReader,
    numbers: NumberReader,
    whole_percents: bool,
}

impl ProgressReader {
    /// For these rows.
    pub fn of(rows: &[Row<'_>], dates: Option<DateOrder>) -> Self {
        Self {
            expected: row::dates(rows, "expected_close", dates),
            entered: row::dates(rows, "stage_entered", dates),
            active: row::dates(rows, "last_activity", dates),
            numbers: row::numbers(rows, |row| row.text("probability")),
            whole_percents: row::whole_percents(rows, "probability", &|_| true),
        }
    }

    /// `hoped` is the day on which an open deal shall close, where no column of its own says it.
    pub fn read(&self, row: Row<'_>, hoped: Option<Date>) -> Result<Progress, Reject> {
        let entered = row.date("stage_entered", self.entered)?;
        let stage = Name::parse(row.text("stage")).ok();
        Ok(Progress {
            probability: self.probability(row)?,
            next_step: row.given("next_step").map(str::to_owned),
            expected_close: row.date("expected_close", self.expected)?.or(hoped),
            entered: stage.zip(entered),
            active: row.date("last_activity", self.active)?,
        })
    }

    fn probability(&self, row: Row<'_>) -> Result<Option<f64>, Reject> {
        let Some(text) = row.given("probability") else { return Ok(None) };
        let reject = || row.reject("probability", "a probability such as 75% or 0.75");
        let number = self.numbers.read(text, false).map_err(|fault| reject().advise(fault.advice()))?;
        let value: f64 = number.plain.parse().map_err(|_| reject())?;
        let value = if number.percent || self.whole_percents { value / 100.0 } else { value };
        if (0.0..=1.0).contains(&value) { Ok(Some(value)) } else { Err(reject()) }
    }
}

/// What a workspace knows of it.
pub struct Known {
    entries: BTreeSet<(DealId, Name, Date)>,
    activities: BTreeSet<(AccountId, Date)>,
}

impl Known {
    /// All of `workspace`.
    pub fn of(workspace: &Workspace) -> Self {
        let entries = workspace.deal_stage_entries.iter();
        Self {
            entries: entries.map(|entry| (entry.deal, entry.stage.clone(), entry.entered)).collect(),
            activities: workspace.account_activities.iter().map(|own| (own.account, own.date)).collect(),
        }
    }

    /// Adds what is new; answers whether anything is.
    pub fn add(
        &mut self,
        plan: &mut Plan,
        progress: &Progress,
        (deal, account): (DealId, AccountId),
        work: &mut Work<'_>,
    ) -> bool {
        let mut is_new = false;
        if let Some((stage, entered)) = progress.entered.clone()
            && self.entries.insert((deal, stage.clone(), entered))
        {
            is_new = true;
            plan.deal_stage_entries.retain(|entry| (entry.deal, &entry.stage) != (deal, &stage));
            plan.deal_stage_entries.push(DealStageEntry { deal, stage, entered });
        }
        if let Some(date) = progress.active.filter(|date| self.activities.insert((account, *date))) {
            is_new = true;
            let what = plan.table.columns.profile.map_or("Last activity of a deal", |profile| profile.name);
            let what = format!("Last activity ({what})");
            let id = AccountActivityId((work.new_id)());
            plan.new_account_activities.push(AccountActivity { id, account, date, what });
        }
        is_new
    }
}
