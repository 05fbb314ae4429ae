//! The joint business plan with a partner, changed field by field.

use domain::joint_plan::TARGET_MAX;
use domain::{
    Figure, FiscalYear, JointObjective, JointPlanAccount, JointPlanText, Metric, MetricUnit, Month, OrganizationId,
    QuarterTarget,
};
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Objectives of one plan: more than anybody pursues.
const OBJECTIVES_MAX: usize = 100;

/// The plan with a partner.
pub fn view(app: &App, window: &WindowId, request: PartnerRequest) -> Result<JointPlan, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.joint_plan(partner(&loaded, request.id)?))
}

/// Writes one text of a plan; an empty one goes.
pub fn set_text(app: &App, window: &WindowId, request: JointPlanTextSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = partner(&loaded, request.organization)?;
    let (id, field) = (partner.id, request.field);
    let own = |row: &JointPlanText| row.organization == id && row.field == field;
    let there = loaded.expected.joint_plan_texts.iter().any(own);
    let args = json!({ "organization": id, "field": field });
    let what = format!("{} of the joint plan with {}", field.name(), partner.name);
    let Some(text) = request.text.not_blank() else {
        if there {
            let step = Step { command: "joint_plan_text_set".into(), args, sentence: format!("Emptied {what}") };
            app.step(window, step, move |edit| Ok(edit.delete::<JointPlanText>(&(id, field))?))?;
        }
        return Ok(Nothing {});
    };
    let row = JointPlanText { organization: id, field, text, audience: request.audience };
    let step = Step { command: "joint_plan_text_set".into(), args, sentence: format!("Changed {what}") };
    app.step(window, step, move |edit| Ok(edit.put(&row)?))?;
    Ok(Nothing {})
}

/// Names an account that both want to win, or changes what is said of it.
pub fn set_account(app: &App, window: &WindowId, request: JointPlanAccountSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = partner(&loaded, request.organization)?;
    let account = loaded.account(request.account)?;
    let row = JointPlanAccount {
        organization: partner.id,
        account: account.id,
        note: request.note.not_blank().unwrap_or_default(),
        audience: request.audience,
    };
    let sentence = format!("Named {} in the joint plan with {}", account.name, partner.name);
    let args = json!({ "organization": partner.id, "account": account.id });
    let step = Step { command: "joint_plan_account_set".into(), args, sentence };
    app.step(window, step, move |edit| Ok(edit.put(&row)?))?;
    Ok(Nothing {})
}

/// Takes an account out of a plan.
pub fn delete_account(app: &App, window: &WindowId, request: JointPlanAccountRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = partner(&loaded, request.organization)?;
    let account = loaded.account(request.account)?;
    let sentence = format!("Took {} out of the joint plan with {}", account.name, partner.name);
    let id = (partner.id, account.id);
    let args = json!({ "organization": partner.id, "account": account.id });
    let step = Step { command: "joint_plan_account_delete".into(), args, sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<JointPlanAccount>(&id)?))?;
    Ok(Nothing {})
}

/// Adds an objective after the others.
pub fn add_objective(
    app: &App,
    window: &WindowId,
    request: JointObjectiveAdd,
) -> Result<JointObjectiveAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = partner(&loaded, request.organization)?;
    let others = loaded.plan_objectives(partner.id);
    if others.len() >= OBJECTIVES_MAX {
        return Err(ErrorReply::refused(format!("There are {OBJECTIVES_MAX} objectives already: delete one first.")));
    }
    let metric = request.metric.as_ref().map(|key| loaded.metric(key)).transpose()?;
    let nothing_yet = QuarterTarget { currency: None, quarters: [0; 4] };
    let objective = JointObjective {
        id: app.host.new_id().into(),
        organization: partner.id,
        kind: request.kind,
        name: request.name,
        metric: request.metric.clone(),
        year: fiscal_year(&loaded, request.year)?,
        target: request.target.map(|figure| target(metric, nothing_yet, figure)).transpose()?,
        audience: domain::Audience::Internal,
        position: others.last().map_or(0, |last| last.position + 1),
    };
    let id = objective.id;
    let sentence = format!("Added objective {} to the joint plan with {}", objective.name, partner.name);
    let step = Step { command: "joint_objective_add".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.insert(&objective)?))?;
    Ok(JointObjectiveAdded { id })
}

/// Changes one thing about an objective.
pub fn update_objective(app: &App, window: &WindowId, request: JointObjectiveUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = loaded.joint_objective(request.id)?;
    let mut objective = before.clone();
    let metric = before.metric.as_ref().map(|key| loaded.metric(key)).transpose()?;
    let had = before.target.unwrap_or(QuarterTarget { currency: None, quarters: [0; 4] });
    let what = match request.change {
        JointObjectiveChange::Kind(kind) => {
            objective.kind = kind;
            "kind"
        }
        JointObjectiveChange::Name(name) => {
            objective.name = name;
            "name"
        }
        JointObjectiveChange::Metric(key) => {
            let new = key.as_ref().map(|key| loaded.metric(key)).transpose()?;
            let unit = |metric: Option<&Metric>| metric.map(|metric| metric.unit);
            if new.is_some() && unit(new) != unit(metric) {
                objective.target = None;
            }
            objective.metric = key;
            "metric"
        }
        JointObjectiveChange::Year(year) => {
            objective.year = fiscal_year(&loaded, Some(year))?;
            "year"
        }
        JointObjectiveChange::Target(figure) => {
            objective.target = figure.map(|figure| target(metric, had, figure)).transpose()?;
            "target"
        }
        JointObjectiveChange::Quarter(set) => {
            objective.target = Some(quarter(metric, had, set)?);
            "quarters"
        }
        JointObjectiveChange::Audience(audience) => {
            objective.audience = audience;
            "audience"
        }
    };
    let step = Step {
        command: "joint_objective_update".into(),
        args: json!({ "id": request.id, "field": what }),
        sentence: format!("Changed {what} of objective {}", before.name),
    };
    app.step(window, step, move |edit| Ok(edit.update(&objective)?))?;
    Ok(Nothing {})
}

/// Deletes an objective.
pub fn delete_objective(app: &App, window: &WindowId, request: JointObjectiveRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted objective {}", loaded.joint_objective(request.id)?.name);
    let step = Step { command: "joint_objective_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<JointObjective>(&request.id)?))?;
    Ok(Nothing {})
}

fn partner(loaded: &Loaded, id: OrganizationId) -> Result<&domain::Organization, ErrorReply> {
    if id == loaded.expected.settings.us {
        return Err(ErrorReply::refused("A joint plan is one with a partner: choose a partner."));
    }
    loaded.organization(id)
}

/// Years that months can be written in.
fn fiscal_year(loaded: &Loaded, year: Option<i32>) -> Result<i32, ErrorReply> {
    let Some(year) = year else { return Ok(loaded.fiscal_year().year) };
    let first_month = loaded.expected.settings.fiscal_first_month;
    if Month::new(year, 1).is_ok() && Month::new(FiscalYear { year, first_month }.first().year(), 1).is_ok() {
        return Ok(year);
    }
    Err(ErrorReply::refused(format!("{year} is no fiscal year: type one such as {}.", loaded.fiscal_year().year)))
}

fn target(metric: Option<&Metric>, had: QuarterTarget, figure: Figure) -> Result<QuarterTarget, ErrorReply> {
    let (units, currency) = units(metric, figure)?;
    Ok(QuarterTarget { currency, ..had }.of_year(units))
}

fn quarter(metric: Option<&Metric>, had: QuarterTarget, set: QuarterSet) -> Result<QuarterTarget, ErrorReply> {
    let (units, currency) = units(metric, set.target)?;
    if had.year() != 0 && currency != had.currency {
        return Err(ErrorReply::refused(
            "The quarters of a year are all in one currency: change the year's target first.",
        ));
    }
    let place = usize::from(set.quarter).checked_sub(1).filter(|place| *place < 4);
    let place = place.ok_or_else(|| ErrorReply::refused("A year has the quarters 1 to 4."))?;
    Ok(QuarterTarget { currency, ..had }.of_quarter(place, units))
}

/// Whole units: cents of money, or things.
#[allow(clippy::cast_possible_truncation, reason = "whole and within TARGET_MAX")]
fn units(metric: Option<&Metric>, figure: Figure) -> Result<(i64, Option<domain::Currency>), ErrorReply> {
    let unit = metric.map(|metric| metric.unit);
    if let (Some(metric), Some(MetricUnit::Ratio | MetricUnit::Percent | MetricUnit::Score)) = (metric, unit) {
        return Err(ErrorReply::refused(format!(
            "{} is a ratio, which does not divide into quarters: write the target into the objective's name.",
            metric.name
        )));
    }
    let (units, currency) = match figure {
        Figure::Money(money) if unit != Some(MetricUnit::Count) => (money.minor, Some(money.currency)),
        Figure::Number(number) if unit != Some(MetricUnit::Money) => {
            if number.fract() != 0.0 || !number.is_finite() {
                return Err(ErrorReply::refused(format!("{number} is not whole: a target counts whole things.")));
            }
            (number.clamp(-1.0, TARGET_MAX as f64 + 1.0) as i64, None)
        }
        Figure::Money(_) => {
            return Err(ErrorReply::refused("This metric counts things: type a number without a currency."));
        }
        Figure::Number(_) => {
            return Err(ErrorReply::refused("This metric is money: type an amount with its currency."));
        }
    };
    if (0..=TARGET_MAX).contains(&units) {
        return Ok((units, currency));
    }
    Err(ErrorReply::refused(format!("A target lies between 0 and {TARGET_MAX}: type one that can be reached.")))
}
