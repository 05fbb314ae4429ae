//! The planned budget of a motion as one figure, or divided as a playbook says.

use domain::money::split_exactly;
use domain::playbook::PlaybookCost;
use domain::{Audience, BudgetLine, CostBehavior, Money, Motion, MotionId, Name};

use super::Change;
use crate::loaded::Loaded;
use crate::{App, ErrorReply, Refusal};

/// The lines of a new motion: what the playbook names, with its parts of the whole, or one line for the whole.
pub(super) fn planned(
    app: &App,
    loaded: &Loaded,
    motion: MotionId,
    whole: Option<Money>,
    costs: &[PlaybookCost],
) -> Result<Vec<BudgetLine>, ErrorReply> {
    if costs.is_empty() {
        return whole.map(|whole| line(app, motion, whole)).into_iter().collect();
    }
    let whole = whole.unwrap_or(Money::zero(loaded.expected.settings.currency));
    let mut weights: Vec<f64> = costs.iter().map(|cost| cost.share.unwrap_or(0.0)).collect();
    if weights.iter().sum::<f64>() <= 0.0 {
        weights = vec![1.0; costs.len()];
    }
    let parts = split_exactly(whole.minor, &weights);
    let each = |(cost, minor): (&PlaybookCost, i64)| {
        let budget = line(app, motion, Money { minor, currency: whole.currency })?;
        Ok(BudgetLine { name: cost.name.clone(), behavior: cost.behavior, ..budget })
    };
    costs.iter().zip(parts).map(each).collect()
}

/// Sets the one line of a motion that has one line or none.
pub(super) fn set(app: &App, loaded: &Loaded, motion: &Motion, budget: Money) -> Result<Change, ErrorReply> {
    let lines: Vec<&BudgetLine> = loaded.expected.budget_lines.iter().filter(|line| line.motion == motion.id).collect();
    match lines.as_slice() {
        [] => {
            let line = line(app, motion.id, budget)?;
            Ok(Box::new(move |edit| Ok(edit.insert(&line)?)))
        }
        [line] if line.projection.is_some() => Err(ErrorReply::refused(format!(
            "The budget of {} follows a projection: change the projection or the line's rate instead.",
            motion.name
        ))),
        [line] => {
            let mut line = (*line).clone();
            line.planned_minor = budget.minor;
            line.currency = budget.currency;
            Ok(Box::new(move |edit| Ok(edit.update(&line)?)))
        }
        lines => Err(ErrorReply::refused(format!(
            "{} has {} budget lines, so its budget is their sum: change the lines instead.",
            motion.name,
            lines.len()
        ))),
    }
}

fn line(app: &App, motion: domain::MotionId, budget: domain::Money) -> Result<BudgetLine, ErrorReply> {
    if budget.minor < 0 {
        return Err(ErrorReply::refused("A budget cannot be below zero: type what the motion may cost."));
    }
    Ok(BudgetLine {
        id: app.host.new_id().into(),
        motion,
        name: Name::parse("Budget").map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?,
        behavior: CostBehavior::Fixed,
        currency: budget.currency,
        planned_minor: budget.minor,
        committed_minor: 0,
        spent_minor: 0,
        shares: Vec::new(),
        projection: None,
        rate: None,
        audience: Audience::Partner,
    })
}
