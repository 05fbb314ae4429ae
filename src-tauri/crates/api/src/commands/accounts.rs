//! Accounts, their deals, and what partners did in them.

use domain::{Account, Date, Deal, DealStage, Touch, TouchId, check_share};
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, Refusal, WindowId};

/// Every account.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<AccountRow>, ErrorReply> {
    Ok(app.loaded(window)?.account_rows())
}

/// Every deal with its touches.
pub fn deals(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<DealRow>, ErrorReply> {
    Ok(app.loaded(window)?.deal_rows())
}

/// Adds an account.
pub fn add(app: &App, window: &WindowId, request: AccountAdd) -> Result<AccountAdded, ErrorReply> {
    app.loaded(window)?;
    let account = Account { id: app.host.new_id().into(), name: request.name, domain: None, target: false };
    let id = account.id;
    let sentence = format!("Added account {}", account.name);
    let step = Step { command: "account_add".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.insert(&account)?))?;
    Ok(AccountAdded { id })
}

/// Changes one field of an account.
pub fn update(app: &App, window: &WindowId, request: AccountUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = loaded.account(request.id)?;
    let mut account = before.clone();
    let sentence = match request.change {
        AccountChange::Name(name) => {
            let sentence = format!("Renamed account {} to {name}", before.name);
            account.name = name;
            sentence
        }
        AccountChange::Domain(domain) => {
            account.domain = domain.not_blank();
            format!("Changed domain of account {}", before.name)
        }
        AccountChange::Target(target) => {
            account.target = target;
            format!("{} {} the target accounts", before.name, if target { "joined" } else { "left" })
        }
    };
    if account == *before {
        return Ok(Nothing {});
    }
    let step = Step { command: "account_update".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&account)?))?;
    Ok(Nothing {})
}

/// Deletes accounts with their deals.
pub fn delete(app: &App, window: &WindowId, request: AccountsRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let names = request.ids.iter().map(|id| Ok(loaded.account(*id)?.name.as_str()));
    let sentence = deleted("account", &names.collect::<Result<Vec<_>, ErrorReply>>()?);
    let Some(sentence) = sentence else { return Ok(Nothing {}) };
    let step = Step { command: "accounts_delete".into(), args: json!({ "ids": request.ids }), sentence };
    app.step(window, step, move |edit| Ok(request.ids.iter().try_for_each(|id| edit.delete::<Account>(id))?))?;
    Ok(Nothing {})
}

/// Adds a deal, open from today on.
pub fn add_deal(app: &App, window: &WindowId, request: DealAdd) -> Result<DealAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let account = loaded.account(request.account)?;
    let sentence = format!("Added deal {} with {}", request.name, account.name);
    let deal = Deal {
        id: app.host.new_id().into(),
        account: account.id,
        name: request.name,
        amount: request.amount,
        stage: DealStage::Open,
        opened: app.host.today(),
        closed: None,
        motion: None,
        probability: None,
        next_step: String::new(),
        expected_close: None,
    };
    let id = deal.id;
    let step = Step { command: "deal_add".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.insert(&deal)?))?;
    Ok(DealAdded { id })
}

/// Changes one field of a deal.
pub fn update_deal(app: &App, window: &WindowId, request: DealUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = loaded.deal(request.id)?;
    let mut deal = before.clone();
    let what = change_deal(&loaded, &mut deal, request.change, app.host.today())?;
    if deal == *before {
        return Ok(Nothing {});
    }
    if let Some(closed) = deal.closed.filter(|closed| *closed < deal.opened) {
        return Err(ErrorReply::refused(format!(
            "{} closes on {closed}, before it was opened on {}: correct one of the two days.",
            before.name, deal.opened
        )));
    }
    let sentence = match what {
        "name" => format!("Renamed deal {} to {}", before.name, deal.name),
        "stage" => format!("Marked deal {} {}", before.name, stage_word(deal.stage)),
        what => format!("Changed {what} of deal {}", before.name),
    };
    let step = Step { command: "deal_update".into(), args: json!({ "id": request.id, "field": what }), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&deal)?))?;
    Ok(Nothing {})
}

/// Deletes deals with their touches.
pub fn delete_deals(app: &App, window: &WindowId, request: DealsRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let names = request.ids.iter().map(|id| Ok(loaded.deal(*id)?.name.as_str()));
    let sentence = deleted("deal", &names.collect::<Result<Vec<_>, ErrorReply>>()?);
    let Some(sentence) = sentence else { return Ok(Nothing {}) };
    let step = Step { command: "deals_delete".into(), args: json!({ "ids": request.ids }), sentence };
    app.step(window, step, move |edit| Ok(request.ids.iter().try_for_each(|id| edit.delete::<Deal>(id))?))?;
    Ok(Nothing {})
}

/// Writes a partner's part in a deal, or a new one.
pub fn set_touch(app: &App, window: &WindowId, request: TouchSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let deal = loaded.deal(request.deal)?;
    let partner = loaded.organization(request.organization)?;
    if partner.id == loaded.expected.settings.us {
        return Err(ErrorReply::refused(format!("{} is us: choose the partner who had a part in it.", partner.name)));
    }
    let before = request.id.map(|id| loaded.touch(id)).transpose()?;
    let touch = Touch {
        id: before.map_or_else(|| TouchId::from(app.host.new_id()), |before| before.id),
        deal: deal.id,
        organization: partner.id,
        kind: request.kind,
        date: request.date,
        share: request.share,
        evidence: request.evidence.not_blank().unwrap_or_default(),
        motion: before.and_then(|before| before.motion),
    };
    if before == Some(&touch) {
        return Ok(Nothing {});
    }
    let others = loaded.expected.touches.iter().filter(|other| other.deal == deal.id && other.id != touch.id);
    let former = before.filter(|before| before.deal == deal.id).map(|before| before.share);
    check_share(touch.share, former, others.map(|other| other.share))
        .map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
    let verb = if before.is_some() { "Changed" } else { "Added" };
    let sentence = format!("{verb} the part of {} in deal {}", partner.name, deal.name);
    let step = Step { command: "touch_set".into(), args: json!({ "id": touch.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&touch)?))?;
    Ok(Nothing {})
}

/// Deletes a partner's part in a deal.
pub fn delete_touch(app: &App, window: &WindowId, request: TouchRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let touch = loaded.touch(request.id)?;
    let partner = &loaded.organization(touch.organization)?.name;
    let sentence = format!("Deleted the part of {partner} in deal {}", loaded.deal(touch.deal)?.name);
    let step = Step { command: "touch_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Touch>(&request.id)?))?;
    Ok(Nothing {})
}

/// Answers what was changed.
fn change_deal(loaded: &Loaded, deal: &mut Deal, change: DealChange, today: Date) -> Result<&'static str, ErrorReply> {
    Ok(match change {
        DealChange::Account(id) => {
            deal.account = loaded.account(id)?.id;
            "account"
        }
        DealChange::Name(name) => {
            deal.name = name;
            "name"
        }
        DealChange::Amount(amount) => {
            deal.amount = amount;
            "amount"
        }
        DealChange::Stage(stage) => {
            deal.stage = stage;
            deal.closed = if stage == DealStage::Open { None } else { deal.closed.or(Some(today.max(deal.opened))) };
            "stage"
        }
        DealChange::Opened(day) => {
            deal.opened = day;
            "the opening day"
        }
        DealChange::Closed(day) => {
            if day.is_some() == (deal.stage == DealStage::Open) {
                let stage = stage_word(deal.stage);
                return Err(ErrorReply::refused(match day {
                    Some(_) => format!("{} is open: mark it won or lost, then set the day.", deal.name),
                    None => format!(
                        "{} is {stage}, so it closed on some day: mark it open to take the day away.",
                        deal.name
                    ),
                }));
            }
            deal.closed = day;
            "the closing day"
        }
        DealChange::Motion(motion) => {
            deal.motion = motion.map(|id| Ok::<_, ErrorReply>(loaded.motion(id)?.id)).transpose()?;
            "motion"
        }
    })
}

fn stage_word(stage: DealStage) -> &'static str {
    match stage {
        DealStage::Open => "open",
        DealStage::Won => "won",
        DealStage::Lost => "lost",
    }
}

/// "Deleted deal Checkout", "Deleted 3 deals"; nothing for none.
fn deleted(noun: &str, names: &[&str]) -> Option<String> {
    match names {
        [] => None,
        [name] => Some(format!("Deleted {noun} {name}")),
        names => Some(format!("Deleted {} {noun}s", names.len())),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::rehearsal::Rehearsal;

    fn id(answer: &Value) -> &str {
        answer["id"].as_str().unwrap()
    }

    /// An account "Nordlys" with an open deal "Rollout" over EUR 1,000.50.
    fn with_deal() -> (Rehearsal, String, String) {
        let rehearsal = Rehearsal::new();
        let account = rehearsal.call("account_add", &json!({ "name": " Nordlys " })).unwrap();
        let amount = json!({ "amount": "1000.50", "currency": "EUR" });
        let request = json!({ "account": id(&account), "name": "Rollout", "amount": amount });
        let deal = rehearsal.call("deal_add", &request).unwrap();
        (rehearsal, id(&account).to_owned(), id(&deal).to_owned())
    }

    fn deal(rehearsal: &Rehearsal) -> Value {
        rehearsal.call("deals", &json!({})).unwrap()[0].clone()
    }

    #[test]
    fn fields_of_accounts_and_deals_change_and_are_taken_back() {
        let (rehearsal, account, id) = with_deal();
        let cases: [(&str, &str, Value, &str, Value); 10] = [
            ("account", "name", json!("Nordlys AS"), "name", json!("Nordlys AS")),
            ("account", "domain", json!(" nordlys.example "), "domain", json!("nordlys.example")),
            ("account", "domain", json!("  "), "domain", Value::Null),
            ("account", "target", json!(true), "target", json!(true)),
            ("deal", "name", json!("Roll-out '; DROP TABLE deal"), "name", json!("Roll-out '; DROP TABLE deal")),
            (
                "deal",
                "amount",
                json!({"amount": "9", "currency": "JPY"}),
                "amount",
                json!({"amount": "9", "currency": "JPY"}),
            ),
            ("deal", "opened", json!("2026-01-31"), "opened", json!("2026-01-31")),
            ("deal", "stage", json!("won"), "closed", json!("2026-06-30")),
            ("deal", "closed", json!("2026-03-01"), "closed", json!("2026-03-01")),
            ("deal", "stage", json!("open"), "closed", Value::Null),
        ];
        for (noun, field, value, shown, expect) in cases {
            let row = || rehearsal.call(&format!("{noun}s"), &json!({})).unwrap()[0].clone();
            let before = row();
            let of = if noun == "deal" { &id } else { &account };
            let request = json!({ "id": of, "change": { "field": field, "value": value } });
            rehearsal.call(&format!("{noun}_update"), &request).unwrap();
            assert_eq!(row()[shown], expect, "{noun} {field}");
            if row() != before {
                rehearsal.call("undo", &json!({})).unwrap();
                assert_eq!(row(), before, "{noun} {field} undone");
                rehearsal.call("redo", &json!({})).unwrap();
            }
        }
    }

    #[test]
    fn days_that_cannot_be_are_refused_in_words() {
        let (rehearsal, _, id) = with_deal();
        let change = |field: &str, value: Value| {
            let request = json!({ "id": id, "change": { "field": field, "value": value } });
            rehearsal.call("deal_update", &request).map_err(|error| error.message)
        };
        assert!(change("closed", json!("2026-07-01")).unwrap_err().contains("mark it won or lost"));
        change("stage", json!("lost")).unwrap();
        assert!(change("closed", Value::Null).unwrap_err().contains("mark it open"));
        assert!(change("closed", json!("2026-06-01")).unwrap_err().contains("before it was opened on 2026-06-30"));
        assert!(change("opened", json!("2026-07-01")).unwrap_err().contains("before it was opened on 2026-07-01"));
        assert_eq!((&deal(&rehearsal)["closed"], &deal(&rehearsal)["stage"]), (&json!("2026-06-30"), &json!("lost")));
    }

    #[test]
    fn touches_share_a_deal_and_no_more_than_it() {
        let (rehearsal, _, id) = with_deal();
        let partners = [rehearsal.partner("Fernhill", None), rehearsal.partner("Acme", None)];
        let set = |touch: Option<&Value>, partner: usize, share: f64| {
            let request = json!({
                "id": touch, "deal": id, "organization": partners[partner], "kind": "sourced",
                "date": "2026-02-03", "share": share, "evidence": " Mail of 3 February ",
            });
            rehearsal.call("touch_set", &request).map_err(|error| error.message)
        };
        set(None, 0, 0.6).unwrap();
        assert_eq!(
            set(None, 1, 0.5).unwrap_err(),
            "The shares of this deal would add up to 110 %: there is 100 % to share, so give at most 40 %."
        );
        set(None, 1, 0.4).unwrap();
        let touches = deal(&rehearsal)["touches"].clone();
        assert_eq!(touches.as_array().unwrap().len(), 2);
        assert_eq!((&touches[0]["organization_name"], &touches[0]["share"]), (&json!("Fernhill"), &json!(0.6)));
        assert_eq!(touches[0]["evidence"], "Mail of 3 February");
        assert!(set(Some(&touches[0]["id"]), 0, 0.7).is_err());
        set(Some(&touches[0]["id"]), 0, 0.1).unwrap();
        assert_eq!(deal(&rehearsal)["touches"][0]["share"], 0.1);
        assert_eq!(rehearsal.call("accounts", &json!({})).unwrap()[0]["partners"], json!(["Acme", "Fernhill"]));
        rehearsal.call("touch_delete", &json!({ "id": touches[0]["id"] })).unwrap();
        assert_eq!(deal(&rehearsal)["touches"].as_array().unwrap().len(), 1);
        rehearsal.call("undo", &json!({})).unwrap();
        assert_eq!(deal(&rehearsal)["touches"].as_array().unwrap().len(), 2);
        let us = rehearsal.app.loaded(&rehearsal.window).unwrap().expected.settings.us;
        let ours = json!({
            "id": null, "deal": id, "organization": us, "kind": "sourced", "date": "2026-02-03", "share": 0, "evidence": "",
        });
        assert!(rehearsal.call("touch_set", &ours).unwrap_err().message.contains("is us"));
    }

    #[test]
    fn sums_keep_to_their_currencies_and_accounts_take_their_deals_along() {
        let (rehearsal, account, first) = with_deal();
        for (amount, currency) in [("500.25", "EUR"), ("700", "JPY")] {
            let amount = json!({ "amount": amount, "currency": currency });
            rehearsal.call("deal_add", &json!({ "account": account, "name": "More", "amount": amount })).unwrap();
        }
        let won = json!({ "id": first, "change": { "field": "stage", "value": "won" } });
        rehearsal.call("deal_update", &won).unwrap();
        let row = rehearsal.call("accounts", &json!({})).unwrap()[0].clone();
        let money = |amount: &str, currency: &str| json!({ "amount": amount, "currency": currency });
        assert_eq!(row["open"], json!([money("500.25", "EUR"), money("700", "JPY")]));
        assert_eq!((&row["won"], &row["deals"]), (&json!([money("1000.50", "EUR")]), &json!(3)));
        rehearsal.call("accounts_delete", &json!({ "ids": [account] })).unwrap();
        assert_eq!(rehearsal.call("deals", &json!({})).unwrap(), json!([]));
        rehearsal.call("undo", &json!({})).unwrap();
        assert_eq!(rehearsal.call("accounts", &json!({})).unwrap()[0], row);
        rehearsal.call("deals_delete", &json!({ "ids": [first] })).unwrap();
        assert_eq!(rehearsal.call("deals", &json!({})).unwrap().as_array().unwrap().len(), 2);
        assert!(rehearsal.call("deals_delete", &json!({ "ids": [first] })).unwrap_err().message.contains("no longer"));
    }
}
