//! A workshop's worth of editing through the API, undone step by step to the first state and redone to the last.

use serde_json::{Value, json};

use crate::joint_work::Page;

const EDITS: usize = 200;
const SEED: u64 = 2026;

/// Numbers by `SplitMix64` (Steele, Lea and Flood, 2014): the same edits on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    fn of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// The id of one of these rows; null where there are none, which is refused.
    fn id(&mut self, rows: &Value) -> Value {
        let rows = rows.as_array().unwrap();
        if rows.is_empty() { Value::Null } else { self.of(rows)["id"].clone() }
    }

    fn text(&mut self) -> String {
        format!("{} {}", self.of(&["Fair", "株式会社", "*#$", "Plan é", "<b>"]), self.below(1000))
    }

    fn euros(&mut self) -> Value {
        json!({ "amount": format!("{}.{:02}", self.below(20_000), self.below(100)), "currency": "EUR" })
    }

    fn day(&mut self) -> String {
        format!("2026-{:02}-{:02}", 1 + self.below(12), 1 + self.below(28))
    }

    fn audience(&mut self) -> &'static str {
        self.of::<&str>(&["internal", "client", "partner"])
    }
}

/// What there is to edit.
struct There {
    motion: Value,
    partners: Value,
    us: Value,
}

impl There {
    fn now(page: &Page, dice: &mut Dice) -> Self {
        let list = |what| page.bench.app.listing(&page.bench.window, what).unwrap().json();
        let motions = list(api::Listed::Motions)["motions"].clone();
        let motion = dice.id(&motions);
        let partners = page.done("partners", json!({}));
        let us = page.done("workspace_state", json!({}))["us"].clone();
        Self { motion, partners, us }
    }
}

/// One edit: a command and its request. Many are refused for what there is at the time, and then change nothing.
fn edit(page: &Page, dice: &mut Dice) -> (&'static str, Value) {
    let there = There::now(page, dice);
    match dice.below(4) {
        0 => motions(page, dice, &there),
        1 => money(page, dice, &there),
        2 => joint(page, dice, &there),
        _ => network(page, dice, &there),
    }
}

fn motions(page: &Page, dice: &mut Dice, there: &There) -> (&'static str, Value) {
    let motion = &there.motion;
    let tasks = || page.call("motion", json!({ "id": motion })).map_or(json!([]), |found| found["tasks"].clone());
    match dice.below(9) {
        0 => {
            let kind = dice.of(&["co_created", "referral", "affiliate_program"]);
            let playbook = (dice.below(2) == 0).then(|| json!({ "key": kind, "form": "full" }));
            let partners = [dice.id(&there.partners)];
            let (name, budget) = (dice.text(), dice.euros());
            let motion = json!({ "name": name, "kind": kind, "partners": partners, "start": dice.day(),
                "end": "2027-01-31", "budget": budget, "owner": null, "playbook": playbook });
            ("motion_add", motion)
        }
        1 => {
            let change = match dice.below(4) {
                0 => json!({ "field": "name", "value": dice.text() }),
                1 => json!({ "field": "objective", "value": dice.text() }),
                2 => json!({ "field": "dates", "value": { "start": dice.day(), "end": "2027-02-28" } }),
                _ => json!({ "field": "partners", "value": [dice.id(&there.partners), dice.id(&there.partners)] }),
            };
            ("motion_update", json!({ "id": motion, "change": change }))
        }
        2 if dice.below(4) == 0 => ("motion_delete", json!({ "id": motion })),
        2 | 3 => {
            let task = json!({ "motion": motion, "name": dice.text(), "phase": null, "owner": { "function": "sales" },
                "start": null, "due": dice.day(), "effort_days": dice.below(20) });
            ("task_add", task)
        }
        4 => ("task_done", json!({ "id": dice.id(&tasks()), "done": dice.below(2) == 0 })),
        5 => {
            let change = json!({ "field": "notes", "value": dice.text() });
            ("task_update", json!({ "id": dice.id(&tasks()), "change": change }))
        }
        6 => ("task_delete", json!({ "id": dice.id(&tasks()) })),
        7 => ("milestone_add", json!({ "motion": motion, "name": dice.text(), "date": dice.day() })),
        _ => {
            let health = dice.of(&["on_track", "at_risk", "behind"]);
            ("motion_health_set", json!({ "id": motion, "health": health, "reason": dice.text() }))
        }
    }
}

fn money(page: &Page, dice: &mut Dice, there: &There) -> (&'static str, Value) {
    let motion = &there.motion;
    let money = page.call("motion_money", json!({ "id": motion })).unwrap_or(json!({ "lines": [], "followable": [] }));
    let line = dice.id(&money["lines"]);
    let follow = money["followable"].as_array().unwrap().first();
    let follow = follow.map(|each| json!({ "projection": each["projection"], "rate": 0.08 }));
    let fund = dice.id(&page.done("funds", json!({})));
    match dice.below(10) {
        0 | 1 => {
            let follow = follow.filter(|_| dice.below(2) == 0);
            let planned = dice.euros();
            let line = json!({ "motion": motion, "name": dice.text(), "planned": planned, "follow": follow });
            ("budget_line_add", line)
        }
        2..=4 => {
            let change = match dice.below(5) {
                0 => json!({ "field": "planned", "value": dice.euros() }),
                1 => json!({ "field": "spent", "value": dice.euros() }),
                2 => json!({ "field": "follow", "value": follow.filter(|_| dice.below(2) == 0) }),
                3 => json!({ "field": "audience", "value": dice.audience() }),
                _ => {
                    let part =
                        json!({ "organization": dice.id(&there.partners), "part": { "percent": dice.below(100) } });
                    let amount = json!({ "organization": there.us, "part": { "amount": dice.euros() } });
                    json!({ "field": "shares", "value": [part, amount] })
                }
            };
            ("budget_line_update", json!({ "id": line, "change": change }))
        }
        5 => ("budget_line_delete", json!({ "id": line })),
        6 => {
            let giver = dice.id(&there.partners);
            let fund = json!({ "name": dice.text(), "giver": giver, "motion": motion, "amount": dice.euros(),
                "accrued": dice.below(2) == 0 });
            ("fund_add", fund)
        }
        7 => {
            let of = dice.of(&["requested", "approved", "spent", "claim_by", "expires"]);
            let day = json!({ "field": "day", "value": { "of": of, "day": dice.day() } });
            ("fund_update", json!({ "id": fund, "change": day }))
        }
        8 => ("fund_delete", json!({ "id": fund })),
        _ => {
            let projection = json!({ "motion": motion, "metric": dice.of(&["revenue", "orders"]), "from": "2026-03",
                "months": 1 + dice.below(12), "model": "s_curve", "total": dice.below(90_000).to_string() });
            ("projection_set", projection)
        }
    }
}

fn joint(page: &Page, dice: &mut Dice, there: &There) -> (&'static str, Value) {
    let motion = &there.motion;
    let found = page
        .call("motion_joint", json!({ "id": motion }))
        .unwrap_or(json!({ "risks": [], "notes": [], "partners": [] }));
    let partner = dice.id(&there.partners);
    let part = dice.id(&found["partners"]);
    match dice.below(10) {
        0 => ("motion_partner_update", json!({ "motion": motion, "organization": part, "role": dice.text() })),
        1 | 2 => {
            let side = if dice.below(2) == 0 { part } else { there.us.clone() };
            let letter = dice.of(&[json!("responsible"), json!("accountable"), Value::Null]).clone();
            let function = dice.of(&["marketing", "sales"]);
            ("raci_set", json!({ "motion": motion, "organization": side, "function": function, "letter": letter }))
        }
        3 => {
            let risk = json!({ "id": null, "motion": motion, "what": dice.text(), "likelihood": 1 + dice.below(5),
                "impact": 1 + dice.below(5), "answer": dice.text(), "owner": null, "open": true,
                "audience": dice.audience() });
            ("risk_set", risk)
        }
        4 => ("risk_delete", json!({ "id": dice.id(&found["risks"]) })),
        5 => {
            let note = json!({ "id": null, "motion": motion, "date": dice.day(), "kind": "decision", "text": dice.text(),
                "audience": dice.audience() });
            ("motion_note_set", note)
        }
        6 => {
            let field = dice.of(&["why_us_together", "threats"]);
            let text = if dice.below(3) == 0 { String::new() } else { dice.text() };
            let audience = dice.audience();
            let text = json!({ "organization": partner, "field": field, "text": text, "audience": audience });
            ("joint_plan_text_set", text)
        }
        7 => {
            let objective = json!({ "organization": partner, "kind": "enablement", "name": dice.text(), "metric": null,
                "year": null, "target": { "number": dice.below(500) } });
            ("joint_objective_add", objective)
        }
        8 => {
            let days = dice.below(30);
            ("capacity_set", json!({ "organization": null, "function": "marketing", "days": days }))
        }
        _ => ("plan_lock", json!({ "name": dice.text() })),
    }
}

fn network(page: &Page, dice: &mut Dice, there: &There) -> (&'static str, Value) {
    let (partner, other) = (dice.id(&there.partners), dice.id(&there.partners));
    let lines = page.bench.app.listing(&page.bench.window, api::Listed::Relationships).unwrap().json();
    let line = dice.id(&lines["relationships"]);
    match dice.below(6) {
        0 => {
            let partner =
                json!({ "name": dice.text(), "kind": "reseller", "relationship": "resells", "placeholder": false });
            ("partner_add", partner)
        }
        1 => {
            let change = json!({ "field": "name", "value": dice.text() });
            ("partners_update", json!({ "ids": [partner], "change": change }))
        }
        2 if dice.below(3) == 0 => ("partner_delete", json!({ "id": partner })),
        2 | 3 => ("relationship_add", json!({ "from": partner, "to": other, "kind": "resells" })),
        4 => {
            let change = json!({ "field": "status", "value": dice.of(&["active", "ended"]) });
            ("relationship_update", json!({ "id": line, "change": change }))
        }
        _ => ("relationship_delete", json!({ "id": line })),
    }
}

#[test]
fn two_hundred_edits_are_undone_to_the_first_state_and_redone_to_the_last() {
    let page = Page::made("reseller");
    let mut dice = Dice(SEED);
    let mut states = vec![page.bench.hash()];
    let mut kinds = std::collections::BTreeSet::new();
    let mut tries = 0;
    while states.len() <= EDITS {
        let (command, request) = edit(&page, &mut dice);
        tries += 1;
        assert!(tries < EDITS * 4, "too much is refused: {command} {request}");
        let done = page.call(command, request.clone());
        let now = page.bench.hash();
        let before = states.last().unwrap();
        if done.is_err() {
            assert_eq!(&now, before, "refused {command} {request} changed something");
        } else if now != *before {
            kinds.insert(command);
            states.push(now);
        }
    }
    assert!(kinds.len() > 25, "{kinds:?}");
    // Step by step: every state on the way is the one that was there, not only the first and the last.
    for expect in states.iter().rev().skip(1) {
        page.done("undo", json!({}));
        assert_eq!(&page.bench.hash(), expect);
    }
    let file = page.folder.path().join("w.ecotone");
    page.bench.app.close_window(&page.bench.window);
    page.bench.app.open_path(&page.bench.window, &file).unwrap();
    for expect in states.iter().skip(1) {
        page.done("redo", json!({}));
        assert_eq!(&page.bench.hash(), expect);
    }
    assert!(page.call("redo", json!({})).is_err(), "nothing is left to redo");
}
