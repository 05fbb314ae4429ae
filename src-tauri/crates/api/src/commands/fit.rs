//! The ideal-partner profile and what is answered about a partner.

use std::collections::BTreeSet;

use domain::{FitAnswer, FitCriterion, GateAnswer, Key, fit};
use serde_json::json;
use store::{Edit, Step, StoreError};

use super::organizations::missing;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Lines of a profile: more than anyone answers.
const CRITERIA_MAX: usize = 40;

/// How well one partner fits.
pub fn view(app: &App, window: &WindowId, request: PartnerRequest) -> Result<FitView, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.fit_view(loaded.organization(request.id)?.id))
}

/// The profile in its order.
pub fn profile(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<FitCriterionView>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let answers = |key: &Key| loaded.expected.fit_answers.iter().filter(|answer| answer.criterion == *key).count();
    let line = |criterion: FitCriterion| FitCriterionView {
        answers: u32::try_from(answers(&criterion.key)).unwrap_or(u32::MAX),
        key: criterion.key,
        name: criterion.name.to_string(),
        question: criterion.question,
        weight: criterion.weight,
    };
    Ok(loaded.fit_profile().into_iter().map(line).collect())
}

/// Writes the whole profile as one step.
pub fn set_profile(app: &App, window: &WindowId, request: FitProfileSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = loaded.fit_profile();
    let after = changed_profile(&before, request.criteria)?;
    if after == before {
        return Ok(Nothing {});
    }
    let kept: BTreeSet<&Key> = after.iter().map(|criterion| &criterion.key).collect();
    let gone = loaded.expected.fit_criteria.iter().map(|criterion| criterion.key.clone());
    let gone: Vec<Key> = gone.filter(|key| !kept.contains(key)).collect();
    let step = Step {
        command: "fit_profile_set".into(),
        args: json!({ "criteria": after.len() }),
        sentence: "Changed the ideal-partner profile".into(),
    };
    app.step(window, step, move |edit| {
        gone.iter().try_for_each(|key| edit.delete::<FitCriterion>(key))?;
        Ok(after.iter().try_for_each(|criterion| edit.put(criterion))?)
    })?;
    Ok(Nothing {})
}

/// Writes an answer about a partner, or takes it away.
pub fn set_answer(app: &App, window: &WindowId, request: FitAnswerSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = loaded.organization(request.organization)?;
    let profile = loaded.fit_profile();
    let criterion = profile.iter().find(|criterion| criterion.key == request.criterion).ok_or_else(|| {
        ErrorReply::refused("This criterion is no longer in the profile: somebody deleted it or undid its step.")
    })?;
    let before = loaded.fit_answers(partner.id).iter().find(|answer| answer.criterion == criterion.key).cloned();
    let note = request.note.not_blank().unwrap_or_default();
    let after = FitAnswer { organization: partner.id, criterion: criterion.key.clone(), score: request.score, note };
    let is_empty = after.score.is_none() && after.note.is_empty();
    if before.as_ref() == Some(&after) || before.is_none() && is_empty {
        return Ok(Nothing {});
    }
    let step = Step {
        command: "fit_answer_set".into(),
        args: json!({ "organization": partner.id, "criterion": criterion.key }),
        sentence: format!("Answered “{}” about the fit of {}", criterion.name, partner.name),
    };
    let own = own_profile(&loaded, profile);
    app.step(window, step, move |edit| {
        if is_empty {
            return Ok(edit.delete::<FitAnswer>(&(after.organization, after.criterion))?);
        }
        keep_profile(edit, &own)?;
        Ok(edit.put(&after)?)
    })?;
    Ok(Nothing {})
}

/// Writes an answer at the gate, or takes it away.
pub fn set_gate(app: &App, window: &WindowId, request: GateAnswerSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let partner = loaded.organization(request.organization)?;
    let before = loaded.gate_answers(partner.id).iter().find(|given| given.question == request.question).cloned();
    let note = request.note.not_blank().unwrap_or_default();
    let after = GateAnswer { organization: partner.id, question: request.question, answer: request.answer, note };
    let is_empty = after.answer.is_none() && after.note.is_empty();
    if before.as_ref() == Some(&after) || before.is_none() && is_empty {
        return Ok(Nothing {});
    }
    let step = Step {
        command: "gate_answer_set".into(),
        args: json!({ "organization": partner.id, "question": request.question }),
        sentence: format!("Answered “{}” about {}", request.question.words(), partner.name),
    };
    app.step(window, step, move |edit| {
        if is_empty {
            return Ok(edit.delete::<GateAnswer>(&(after.organization, after.question))?);
        }
        Ok(edit.put(&after)?)
    })?;
    Ok(Nothing {})
}

/// The built-in profile becomes the workspace's own with the first answer to it, so that a later version of the
/// built-in one changes no judgment.
fn own_profile(loaded: &Loaded, profile: Vec<FitCriterion>) -> Vec<FitCriterion> {
    if loaded.expected.fit_criteria.is_empty() { profile } else { Vec::new() }
}

fn keep_profile(edit: &Edit<'_>, profile: &[FitCriterion]) -> Result<(), StoreError> {
    profile.iter().try_for_each(|criterion| edit.put(criterion))
}

fn changed_profile(before: &[FitCriterion], lines: Vec<FitCriterionSet>) -> Result<Vec<FitCriterion>, ErrorReply> {
    if lines.is_empty() {
        return Err(ErrorReply::refused("The profile would be empty: keep at least one criterion."));
    }
    if lines.len() > CRITERIA_MAX {
        return Err(ErrorReply::refused(format!(
            "The profile would have {} criteria: keep it to {CRITERIA_MAX}.",
            lines.len()
        )));
    }
    if lines.iter().all(|line| line.weight == 0) {
        return Err(ErrorReply::refused("Every criterion weighs 0, so nothing would count: give one at least 1."));
    }
    let mut after: Vec<FitCriterion> = Vec::new();
    for (position, line) in (0..).zip(lines) {
        if line.weight > fit::WEIGHT_MAX {
            let (name, weight) = (line.name, line.weight);
            return Err(ErrorReply::refused(format!("{name} weighs {weight}: choose 0 to {}.", fit::WEIGHT_MAX)));
        }
        if after.iter().any(|other| other.name == line.name) {
            return Err(ErrorReply::refused(format!("{} stands in the profile twice: rename one of them.", line.name)));
        }
        let key = match line.key {
            Some(key) if before.iter().any(|criterion| criterion.key == key) => key,
            Some(_) => return Err(missing("a criterion that is still there")),
            None => Key::from_name(line.name.as_str(), |key| {
                before.iter().chain(&after).any(|criterion| criterion.key.as_str() == key)
            }),
        };
        if after.iter().any(|other| other.key == key) {
            return Err(ErrorReply::refused(format!("{} came twice: send each criterion once.", line.name)));
        }
        let question = line.question.not_blank().unwrap_or_default();
        after.push(FitCriterion { key, name: line.name, question, weight: line.weight, position });
    }
    Ok(after)
}

#[cfg(test)]
mod tests {
    use domain::OrganizationId;
    use serde_json::Value;

    use super::*;
    use crate::rehearsal::Rehearsal;

    fn answer(rehearsal: &Rehearsal, partner: OrganizationId, criterion: &str, score: Option<u8>) {
        let request = json!({ "organization": partner, "criterion": criterion, "score": score, "note": "" });
        rehearsal.call("fit_answer_set", &request).unwrap();
    }

    fn fit_of(rehearsal: &Rehearsal, partner: OrganizationId) -> Value {
        rehearsal.call("fit", &json!({ "id": partner })).unwrap()
    }

    #[test]
    fn a_fit_shows_how_it_is_made_up_and_every_answer_is_taken_back() {
        let rehearsal = Rehearsal::new();
        let partner = rehearsal.partner("Fernhill", None);
        let nothing = fit_of(&rehearsal, partner);
        assert_eq!((&nothing["mean"], &nothing["formula"], &nothing["weight"]), (&Value::Null, &json!(""), &json!(22)));
        answer(&rehearsal, partner, "strategic", Some(4));
        answer(&rehearsal, partner, "market_access", Some(5));
        answer(&rehearsal, partner, "capability", Some(2));
        let unknown = fit_of(&rehearsal, partner);
        assert_eq!((&unknown["mean"], &unknown["answered_weight"]), (&Value::Null, &json!(9)));
        answer(&rehearsal, partner, "human", Some(1));
        let known = fit_of(&rehearsal, partner);
        assert_eq!(known["mean"], json!(35.0 / 11.0));
        assert_eq!(known["formula"], "(3 × 4 + 2 × 1 + 3 × 5 + 3 × 2) ÷ 11 = 3.2");
        let row = || {
            let rows = rehearsal.call("partners", &json!({})).unwrap();
            rows.as_array().unwrap().iter().find(|row| row["name"] == "Fernhill").unwrap()["fit"].clone()
        };
        assert_eq!(row(), json!(35.0 / 11.0));
        let above = |least: f64| {
            let condition = json!({ "field": "fit", "test": { "is": "between", "least": least, "most": null } });
            let filter = json!({ "filter": { "conditions": [condition] } });
            rehearsal.call("partners_passing", &filter).unwrap()
        };
        assert_eq!((above(3.0), above(3.5)), (json!([partner]), json!([])));
        rehearsal.call("undo", &json!({})).unwrap();
        assert_eq!((fit_of(&rehearsal, partner), row()), (unknown, Value::Null));
        for _ in 0..3 {
            rehearsal.call("undo", &json!({})).unwrap();
        }
        assert_eq!(fit_of(&rehearsal, partner), nothing);
        assert!(rehearsal.app.loaded(&rehearsal.window).unwrap().expected.fit_criteria.is_empty());
    }

    #[test]
    fn an_answer_of_nothing_goes_and_a_note_alone_stays() {
        let rehearsal = Rehearsal::new();
        let partner = rehearsal.partner("Fernhill", None);
        let set = |score: Option<u8>, note: &str| {
            let request = json!({ "organization": partner, "criterion": "human", "score": score, "note": note });
            rehearsal.call("fit_answer_set", &request).unwrap();
            rehearsal.app.loaded(&rehearsal.window).unwrap().expected.fit_answers.len()
        };
        assert_eq!([set(None, " "), set(None, "ask Mara"), set(Some(3), ""), set(None, "")], [0, 1, 1, 0]);
        let refused = json!({ "organization": partner, "criterion": "human", "score": 6, "note": "" });
        assert!(rehearsal.call("fit_answer_set", &refused).unwrap_err().message.contains("1 to 5"));
        let gate = |answer: Option<bool>, note: &str| {
            let request =
                json!({ "organization": partner, "question": "introduction", "answer": answer, "note": note });
            rehearsal.call("gate_answer_set", &request).unwrap();
            fit_of(&rehearsal, partner)["gate"].clone()
        };
        assert_eq!([gate(Some(false), ""), gate(Some(true), "Mara"), gate(None, "")], ["failed", "open", "open"]);
        assert!(rehearsal.app.loaded(&rehearsal.window).unwrap().expected.gate_answers.is_empty());
    }

    #[test]
    fn the_profile_changes_as_one_step_and_takes_the_answers_of_what_goes_along() {
        let rehearsal = Rehearsal::new();
        let partner = rehearsal.partner("Fernhill", None);
        answer(&rehearsal, partner, "human", Some(5));
        let set = |criteria: Value| {
            rehearsal.call("fit_profile_set", &json!({ "criteria": criteria })).map_err(|error| error.message)
        };
        let line = |key: Option<&str>, name: &str, weight: u32| json!({ "key": key, "name": name, "question": "", "weight": weight });
        for (criteria, expect) in [
            (json!([]), "at least one criterion"),
            (json!([line(Some("human"), "Human", 0)]), "nothing would count"),
            (json!([line(Some("human"), "Human", 6)]), "Human weighs 6: choose 0 to 5"),
            (json!([line(None, "Human", 1), line(None, "Human", 2)]), "twice"),
            (json!([line(Some("human"), "A", 1), line(Some("human"), "B", 2)]), "came twice"),
        ] {
            let refused = set(criteria).unwrap_err();
            assert!(refused.contains(expect), "{refused}");
        }
        set(json!([line(None, "Human", 5), line(Some("capacity"), "Time and money", 1)])).unwrap();
        let profile = rehearsal.call("fit_profile", &json!({})).unwrap();
        let keys: Vec<_> = profile.as_array().unwrap().iter().map(|line| line["key"].as_str().unwrap()).collect();
        assert_eq!(keys, ["human_2", "capacity"], "a new line never takes the answers of an old one");
        assert_eq!(fit_of(&rehearsal, partner)["answered_weight"], 0);
        rehearsal.call("undo", &json!({})).unwrap();
        assert_eq!(fit_of(&rehearsal, partner)["answered_weight"], 2);
    }

    #[test]
    fn merging_two_partners_keeps_what_either_was_asked() {
        let rehearsal = Rehearsal::new();
        let [goes, stays] = [rehearsal.partner("Goes", None), rehearsal.partner("Stays", None)];
        for (partner, criterion, score) in
            [(goes, "human", 1), (goes, "capacity", 2), (stays, "human", 5), (stays, "strategic", 3)]
        {
            answer(&rehearsal, partner, criterion, Some(score));
        }
        rehearsal.app.merge_organizations(&rehearsal.window, goes, stays).unwrap();
        let fit = fit_of(&rehearsal, stays);
        let score = |criterion: &str| {
            let mut lines = fit["lines"].as_array().unwrap().iter();
            lines.find(|line| line["criterion"] == criterion).unwrap()["score"].clone()
        };
        assert_eq!([score("human"), score("capacity"), score("strategic")], [json!(5), json!(2), json!(3)]);
    }

    #[test]
    fn answers_go_out_with_the_workspace_and_come_back() {
        let rehearsal = Rehearsal::new();
        let partner = rehearsal.partner("Fernhill", None);
        answer(&rehearsal, partner, "human", Some(5));
        let gate = json!({ "organization": partner, "question": "economics", "answer": true, "note": "20 % margin" });
        rehearsal.call("gate_answer_set", &gate).unwrap();
        let before = fit_of(&rehearsal, partner);
        let out = rehearsal.folder.path().join("plan.json");
        rehearsal.app.export_workspace(&rehearsal.window, &out).unwrap();
        rehearsal.app.create_from(&rehearsal.window, &rehearsal.folder.path().join("again.ecotone"), &out).unwrap();
        assert_eq!(fit_of(&rehearsal, partner), before);
    }
}
