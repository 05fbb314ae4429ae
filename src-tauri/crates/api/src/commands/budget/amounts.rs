//! Amounts of a budget line: in its currency, not below zero, and split so that no payer pays more than there is.

use std::collections::BTreeSet;

use domain::{BudgetLine, BudgetShare, CostBehavior, Currency, Money};
use picture::format::money;

use super::seen;
use crate::ErrorReply;
use crate::loaded::Loaded;
use crate::wire::{LineShare, SharePart};

/// The payers of a line as rows, once they make sense together.
pub(super) fn split(loaded: &Loaded, line: &BudgetLine, shares: &[LineShare]) -> Result<Vec<BudgetShare>, ErrorReply> {
    let mut payers = BTreeSet::new();
    let mut rows = Vec::new();
    for share in shares {
        let payer = loaded.organization(share.organization)?;
        if !payers.insert(payer.id) {
            return Err(ErrorReply::refused(format!("{} stands twice among the payers: name it once.", payer.name)));
        }
        let (part, amount_minor) = match share.part {
            SharePart::Percent(percent) if percent.is_finite() && (0.0..=100.0).contains(&percent) => {
                (percent / 100.0, None)
            }
            SharePart::Percent(percent) => {
                return Err(ErrorReply::refused(format!("{} cannot pay {percent} %: type 0 to 100.", payer.name)));
            }
            SharePart::Amount(amount) => (0.0, Some(in_currency(line, not_below_zero(amount)?)?)),
        };
        rows.push(BudgetShare { organization: payer.id, share: part, amount_minor });
    }
    let percent: f64 = rows.iter().map(|row| row.share * 100.0).sum();
    if percent > 100.0 + 1e-9 {
        return Err(ErrorReply::refused(format!(
            "The payers' parts come to {percent:.2} %, more than the whole: take something away. What is left we pay."
        )));
    }
    amounts_fit(&BudgetLine { shares: rows.clone(), planned_minor: seen(loaded, line), ..line.clone() })?;
    Ok(rows)
}

/// Agreed amounts of a fixed line are no more than the line. One that follows a projection may fall below them.
pub(super) fn amounts_fit(line: &BudgetLine) -> Result<(), ErrorReply> {
    let agreed = line.shares.iter().filter_map(|share| share.amount_minor).fold(0, i64::saturating_add);
    if line.behavior == CostBehavior::Variable || agreed <= line.planned_minor {
        return Ok(());
    }
    Err(ErrorReply::refused(format!(
        "The payers' amounts come to {}, and {} is planned at {}: lower an amount or plan more.",
        money(line.money(agreed)),
        line.name,
        money(line.planned())
    )))
}

/// An amount that is paid or given.
pub(in crate::commands) fn not_below_zero(amount: Money) -> Result<Money, ErrorReply> {
    if amount.minor >= 0 {
        return Ok(amount);
    }
    Err(ErrorReply::refused(format!("{} is below zero: type an amount from 0 upwards.", money(amount))))
}

/// The minor units of an amount that is in the line's currency.
pub(super) fn in_currency(line: &BudgetLine, amount: Money) -> Result<i64, ErrorReply> {
    let own: Currency = line.currency;
    if amount.currency == own {
        return Ok(amount.minor);
    }
    Err(ErrorReply::refused(format!(
        "{} is in {own}, and {} is not: type the amount in {own}, or add a line in {}.",
        line.name,
        money(amount),
        amount.currency
    )))
}
