//! Market development money: funds with their whole life.

use domain::{Audience, Fund};
use serde_json::json;
use store::Step;

use super::budget::not_below_zero;
use crate::wire::*;
use crate::{App, ErrorReply, Refusal, WindowId};

/// All funds, by name.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<FundView>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut funds: Vec<&Fund> = loaded.expected.funds.iter().collect();
    funds.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    Ok(funds.into_iter().map(|fund| loaded.fund_view(fund)).collect())
}

/// Adds a fund.
pub fn add(app: &App, window: &WindowId, request: FundAdd) -> Result<FundAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let giver = loaded.organization(request.giver)?;
    let motion = request.motion.map(|id| loaded.motion(id)).transpose()?;
    let fund = Fund {
        id: app.host.new_id().into(),
        motion: motion.map(|motion| motion.id),
        giver: giver.id,
        name: request.name,
        accrued: request.accrued,
        amount: not_below_zero(request.amount)?,
        requested: None,
        approved: None,
        spent: None,
        claimed: None,
        claim_by: None,
        reimbursed: None,
        expires: None,
        proof: String::new(),
        audience: Audience::Partner,
    };
    let id = fund.id;
    let sentence = format!("Added fund {} of {}", fund.name, giver.name);
    let step = Step { command: "fund_add".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.insert(&fund)?))?;
    Ok(FundAdded { id })
}

/// Changes one thing about a fund.
pub fn update(app: &App, window: &WindowId, request: FundUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = loaded.fund(request.id)?;
    let mut fund = before.clone();
    let what = match request.change {
        FundChange::Name(name) => {
            fund.name = name;
            "name"
        }
        FundChange::Giver(giver) => {
            fund.giver = loaded.organization(giver)?.id;
            "giver"
        }
        FundChange::Motion(motion) => {
            fund.motion = motion.map(|id| loaded.motion(id).map(|motion| motion.id)).transpose()?;
            "motion"
        }
        FundChange::Amount(amount) => {
            fund.amount = not_below_zero(amount)?;
            "amount"
        }
        FundChange::Accrued(accrued) => {
            fund.accrued = accrued;
            "source"
        }
        FundChange::Proof(proof) => {
            fund.proof = proof.not_blank().unwrap_or_default();
            "proof"
        }
        FundChange::Audience(audience) => {
            fund.audience = audience;
            "audience"
        }
        FundChange::Day(set) => set_day(&mut fund, set),
    };
    if fund.claimed.is_some() && fund.proof.is_empty() && (before.claimed.is_none() || !before.proof.is_empty()) {
        return Err(ErrorReply::refused(format!(
            "{} is claimed with proof: write down what proves it, such as an invoice's number, before the day of the \
             claim.",
            fund.name
        )));
    }
    fund.in_order().map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
    let step = Step {
        command: "fund_update".into(),
        args: json!({ "id": request.id, "field": what }),
        sentence: format!("Changed {what} of fund {}", before.name),
    };
    app.step(window, step, move |edit| Ok(edit.update(&fund)?))?;
    Ok(Nothing {})
}

/// Deletes a fund.
pub fn delete(app: &App, window: &WindowId, request: FundRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted fund {}", loaded.fund(request.id)?.name);
    let step = Step { command: "fund_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Fund>(&request.id)?))?;
    Ok(Nothing {})
}

/// Answers with what the day is called.
fn set_day(fund: &mut Fund, set: FundDaySet) -> &'static str {
    let (place, what) = match set.of {
        FundDay::Requested => (&mut fund.requested, "day of the request"),
        FundDay::Approved => (&mut fund.approved, "day of the approval"),
        FundDay::Spent => (&mut fund.spent, "day of spending"),
        FundDay::Claimed => (&mut fund.claimed, "day of the claim"),
        FundDay::ClaimBy => (&mut fund.claim_by, "last day to claim"),
        FundDay::Reimbursed => (&mut fund.reimbursed, "day of reimbursement"),
        FundDay::Expires => (&mut fund.expires, "last day"),
    };
    *place = set.day;
    what
}
