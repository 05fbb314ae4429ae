//! `budget add`, `budget set` and `lock`.

use api::commands::{self, locked_plans};
use api::wire::{BudgetLineAdd, BudgetLineChange, Follow, LineShare, PlanLock, SharePart};
use api::{ErrorReply, Refusal};
use domain::{Audience, BudgetLineId, Currency, Key, Money, MotionId, Name};

use super::Session;
use crate::arguments::{Budget, BudgetAdd, BudgetSet, Lock};

impl Session {
    pub(super) fn budget(&self, command: Budget) -> Result<(), ErrorReply> {
        match command {
            Budget::Add(add) => self.add_line(add)?,
            Budget::Set(set) => self.set_line(&set)?,
        }
        self.say_last()
    }

    pub(super) fn lock(&self, lock: Lock) -> Result<(), ErrorReply> {
        self.open(&lock.file)?;
        locked_plans::lock(&self.app, &self.window, PlanLock { name: lock.name })?;
        self.say_last()
    }

    fn add_line(&self, add: BudgetAdd) -> Result<(), ErrorReply> {
        self.open(&add.file)?;
        let motion = self.app.motion_named(&self.window, &add.motion)?;
        let currency = match add.currency {
            Some(currency) => currency,
            None => self.app.money_typed(&self.window, "0")?.currency,
        };
        let planned = add.planned.map_or(Ok(Money::zero(currency)), |planned| amount(&planned, currency))?;
        let follow = add.follow.map(|(metric, rate)| self.follow(motion, &metric, &rate)).transpose()?;
        let request = BudgetLineAdd { motion, name: add.name.0, planned, follow };
        commands::budget::add(&self.app, &self.window, request)?;
        Ok(())
    }

    fn set_line(&self, set: &BudgetSet) -> Result<(), ErrorReply> {
        self.open(&set.file)?;
        let motion = self.app.motion_named(&self.window, &set.motion)?;
        let id = self.app.budget_line_named(&self.window, motion, &set.line)?;
        let currency = self.currency_of(motion, id)?;
        let mut payers = Vec::new();
        let mut changes = Vec::new();
        for (field, value) in &set.fields {
            match field.as_str() {
                "payer" if value.is_empty() => payers.push(None),
                "payer" => payers.push(Some(self.payer(value, currency)?)),
                _ => changes.push(self.change(motion, currency, field, value)?),
            }
        }
        if !payers.is_empty() {
            changes.push(BudgetLineChange::Shares(payers.into_iter().flatten().collect()));
        }
        self.app.set_budget_line(&self.window, id, changes)
    }

    fn change(
        &self,
        motion: MotionId,
        currency: Currency,
        field: &str,
        value: &str,
    ) -> Result<BudgetLineChange, ErrorReply> {
        Ok(match field {
            "name" => BudgetLineChange::Name(Name::parse(value).map_err(|error| refusal(&error))?),
            "planned" => BudgetLineChange::Planned(amount(value, currency)?),
            "committed" => BudgetLineChange::Committed(amount(value, currency)?),
            "spent" => BudgetLineChange::Spent(amount(value, currency)?),
            "fixed" if value == "yes" => BudgetLineChange::Follow(None),
            "follow" => {
                let (metric, rate) = value.split_once(':').ok_or_else(|| {
                    ErrorReply::refused(format!("'{value}' is no metric with a rate: write affiliate_revenue:8%."))
                })?;
                BudgetLineChange::Follow(Some(self.follow(motion, metric, rate)?))
            }
            "audience" => BudgetLineChange::Audience(match value {
                "internal" => Audience::Internal,
                "client" => Audience::Client,
                "partner" => Audience::Partner,
                _ => {
                    let sentence = format!("'{value}' is no audience: write internal, client or partner.");
                    return Err(ErrorReply::refused(sentence));
                }
            }),
            _ => {
                return Err(ErrorReply::refused(format!(
                    "A budget line has no '{field}={value}': set name, planned, committed, spent, fixed=yes, follow, \
                     audience or payer."
                )));
            }
        })
    }

    fn follow(&self, motion: MotionId, metric: &str, rate: &str) -> Result<Follow, ErrorReply> {
        let metric = Key::parse(metric).map_err(|error| refusal(&error))?;
        let projection = self.app.projection_of(&self.window, motion, &metric)?;
        let (digits, whole) = rate.strip_suffix('%').map_or((rate, 1.0), |digits| (digits, 100.0));
        let number = digits.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        let number = number.ok_or_else(|| ErrorReply::refused(format!("'{rate}' is no rate: write 8% or 50.")))?;
        Ok(Follow { projection, rate: number / whole })
    }

    /// `NAME:40%` or `NAME:5000`; a name may hold colons.
    fn payer(&self, typed: &str, currency: Currency) -> Result<LineShare, ErrorReply> {
        let (name, part) = typed.rsplit_once(':').ok_or_else(|| {
            ErrorReply::refused(format!("'{typed}' is no payer with its part: write NAME:40% or NAME:5000."))
        })?;
        let organization = self.app.organization_named(&self.window, name)?;
        let part =
            match part.strip_suffix('%') {
                Some(percent) => SharePart::Percent(percent.trim().parse().map_err(|_| {
                    ErrorReply::refused(format!("'{part}' is no part: write a percentage such as 40%."))
                })?),
                None => SharePart::Amount(amount(part, currency)?),
            };
        Ok(LineShare { organization, part })
    }

    fn currency_of(&self, motion: MotionId, line: BudgetLineId) -> Result<Currency, ErrorReply> {
        let money = commands::budget::view(&self.app, &self.window, api::wire::MotionRequest { id: motion })?;
        let line = money.lines.into_iter().find(|view| view.id == line);
        line.map(|line| line.planned.currency).ok_or_else(|| ErrorReply::refused("This budget line is gone."))
    }
}

fn amount(typed: &str, currency: Currency) -> Result<Money, ErrorReply> {
    Money::parse(typed.trim(), currency).map_err(|error| refusal(&error))
}

fn refusal(error: &(dyn std::error::Error + 'static)) -> ErrorReply {
    ErrorReply::from_error(Refusal::Refused, error)
}
