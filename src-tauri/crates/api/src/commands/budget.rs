//! Budget lines: added, changed field by field, split between payers, deleted; and the workspace's currency.

mod amounts;

use domain::{Audience, BudgetLine, BudgetLineId, CostBehavior, Money, Motion, Projection};
use serde_json::json;
use store::Step;

pub(super) use self::amounts::not_below_zero;
use self::amounts::{amounts_fit, in_currency, split};
use crate::differing::Differing;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, Refusal, WindowId};

/// Lines of one motion: more than anybody reads.
const LINES_MAX: usize = 200;
/// What cannot be a rate: more than a hundredfold of money, or a million for each thing.
const RATE_MAX: f64 = 1e6;

/// Everything about the money of one motion.
pub fn view(app: &App, window: &WindowId, request: MotionRequest) -> Result<MotionMoney, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.motion_money(loaded.motion(request.id)?))
}

/// Adds a line to a motion's budget.
pub fn add(app: &App, window: &WindowId, request: BudgetLineAdd) -> Result<BudgetLineAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let motion = loaded.motion(request.motion)?;
    if loaded.expected.budget_lines.iter().filter(|line| line.motion == motion.id).count() >= LINES_MAX {
        return Err(ErrorReply::refused(format!("{} has {LINES_MAX} budget lines: delete one first.", motion.name)));
    }
    let mut line = BudgetLine {
        id: app.host.new_id().into(),
        motion: motion.id,
        name: request.name,
        behavior: CostBehavior::Fixed,
        currency: request.planned.currency,
        planned_minor: not_below_zero(request.planned)?.minor,
        committed_minor: 0,
        spent_minor: 0,
        shares: Vec::new(),
        projection: None,
        rate: None,
        audience: Audience::Partner,
    };
    if let Some(to_follow) = request.follow {
        follow(&loaded, motion, &mut line, to_follow)?;
    }
    let id = line.id;
    let sentence = format!("Added budget line {} to {}", line.name, motion.name);
    let step = Step { command: "budget_line_add".into(), args: json!({ "motion": motion.id, "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.insert(&line)?))?;
    Ok(BudgetLineAdded { id })
}

/// Changes one thing about a line.
pub fn update(app: &App, window: &WindowId, request: BudgetLineUpdate) -> Result<Nothing, ErrorReply> {
    app.set_budget_line(window, request.id, vec![request.change])?;
    Ok(Nothing {})
}

impl App {
    /// Changes a line in one step.
    pub fn set_budget_line(
        &self,
        window: &WindowId,
        id: BudgetLineId,
        changes: Vec<BudgetLineChange>,
    ) -> Result<(), ErrorReply> {
        let loaded = self.loaded(window)?;
        let before = loaded.budget_line(id)?;
        let motion = loaded.motion(before.motion)?;
        let mut line = before.clone();
        let mut only_here = None;
        let mut what = Vec::new();
        for change in changes {
            if let (BudgetLineChange::Planned(planned), Some(scenario)) = (&change, loaded.scenario) {
                let there = planned_there(&loaded, before, *planned)?;
                let mut differing = Differing::new(self, &loaded, scenario);
                differing.set("budget_line", line.id.0, "planned_minor", &json!(there));
                only_here = Some(differing.unchecked());
                what.push("planned amount");
            } else {
                what.push(apply(&loaded, motion, &mut line, change)?);
            }
        }
        let place = only_here.as_ref().map(|_| format!(" in {}", loaded.scenario_name())).unwrap_or_default();
        let step = Step {
            command: "budget_line_update".into(),
            args: json!({ "id": id, "fields": what }),
            sentence: format!("Changed {} of budget line {} of {}{place}", what.join(", "), before.name, motion.name),
        };
        self.step(window, step, move |edit| {
            edit.update(&line)?;
            Ok(only_here.iter().try_for_each(|differences| differences.write(edit))?)
        })
    }
}

/// Deletes a line.
pub fn delete(app: &App, window: &WindowId, request: BudgetLineRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let line = loaded.budget_line(request.id)?;
    let sentence = format!("Deleted budget line {} of {}", line.name, loaded.motion_name(line.motion));
    let step = Step { command: "budget_line_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<BudgetLine>(&request.id)?))?;
    Ok(Nothing {})
}

/// Changes the currency of new amounts. Amounts that are there keep theirs: no rate is known.
pub fn set_currency(app: &App, window: &WindowId, request: CurrencySet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut settings = loaded.expected.settings.clone();
    if settings.currency == request.currency {
        return Ok(Nothing {});
    }
    let sentence = format!("Changed the currency of new amounts from {} to {}", settings.currency, request.currency);
    settings.currency = request.currency;
    let step = Step { command: "currency_set".into(), args: json!({ "currency": request.currency }), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&settings)?))?;
    Ok(Nothing {})
}

/// Answers with what the changed thing is called.
fn apply(
    loaded: &Loaded,
    motion: &Motion,
    line: &mut BudgetLine,
    change: BudgetLineChange,
) -> Result<&'static str, ErrorReply> {
    Ok(match change {
        BudgetLineChange::Name(name) => {
            line.name = name;
            "name"
        }
        BudgetLineChange::Planned(planned) => {
            plan(loaded, line, planned)?;
            "planned amount"
        }
        BudgetLineChange::Committed(amount) => {
            line.committed_minor = in_currency(line, not_below_zero(amount)?)?;
            "committed amount"
        }
        BudgetLineChange::Spent(amount) => {
            line.spent_minor = in_currency(line, not_below_zero(amount)?)?;
            "spent amount"
        }
        BudgetLineChange::Follow(None) => {
            line.planned_minor = seen(loaded, line);
            (line.behavior, line.projection, line.rate) = (CostBehavior::Fixed, None, None);
            amounts_fit(line)?;
            "behavior"
        }
        BudgetLineChange::Follow(Some(to_follow)) => {
            follow(loaded, motion, line, to_follow)?;
            "behavior"
        }
        BudgetLineChange::Shares(shares) => {
            line.shares = split(loaded, line, &shares)?;
            "payers"
        }
        BudgetLineChange::Audience(audience) => {
            line.audience = audience;
            "audience"
        }
    })
}

/// What a scenario plans a line at, once it may be planned so.
pub(super) fn planned_there(loaded: &Loaded, line: &BudgetLine, planned: Money) -> Result<i64, ErrorReply> {
    let mut there = line.clone();
    plan(loaded, &mut there, planned)?;
    in_currency(line, there.planned())
}

/// A planned amount; another currency only while nothing else on the line is in the old one.
fn plan(loaded: &Loaded, line: &mut BudgetLine, planned: Money) -> Result<(), ErrorReply> {
    if let Some(follows) = line.projection.and_then(|_| loaded.budget_line_view(line).follows) {
        return Err(ErrorReply::refused(format!(
            "{} is planned as {}: change its rate or the projection, or make it fixed first.",
            line.name, follows.words
        )));
    }
    let bound = line.committed_minor != 0 || line.spent_minor != 0;
    if bound || line.shares.iter().any(|share| share.amount_minor.is_some()) {
        in_currency(line, planned)?;
    }
    line.currency = planned.currency;
    line.planned_minor = not_below_zero(planned)?.minor;
    amounts_fit(line)
}

/// What the line is planned at in the Expected scenario.
fn seen(loaded: &Loaded, line: &BudgetLine) -> i64 {
    domain::budget::followed(&loaded.expected, line)
        .filter(|(projection, ..)| loaded.expected.can_follow(projection, line.currency).is_ok())
        .map_or(line.planned_minor, |(projection, _, rate)| {
            let total = crate::loaded::remaining_total(&loaded.expected, projection);
            domain::budget::implied(rate, total, line.currency).minor
        })
}

fn follow(loaded: &Loaded, motion: &Motion, line: &mut BudgetLine, to_follow: Follow) -> Result<(), ErrorReply> {
    let own = |projection: &&Projection| projection.id == to_follow.projection && projection.motion == motion.id;
    let projection = loaded.expected.projections.iter().find(own).ok_or_else(|| {
        ErrorReply::refused(format!(
            "{} has no such projection: set one under its outcomes first, then let the cost follow it.",
            motion.name
        ))
    })?;
    if !(to_follow.rate.is_finite() && (0.0..=RATE_MAX).contains(&to_follow.rate)) {
        return Err(ErrorReply::refused(
            "A rate is 0 or more: type a part such as 8 % of money, or the cost of each such as 50.",
        ));
    }
    loaded
        .expected
        .can_follow(projection, line.currency)
        .map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
    (line.behavior, line.projection, line.rate) = (CostBehavior::Variable, Some(projection.id), Some(to_follow.rate));
    line.planned_minor = seen(loaded, line);
    Ok(())
}
