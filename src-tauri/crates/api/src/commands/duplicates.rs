//! Partners that may be one: which they are, made one, or said to be two.

use domain::NotDuplicate;
use serde_json::json;
use store::Step;

use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Every pair that may be one and that nobody has said are two.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<DuplicatesView, ErrorReply> {
    Ok(app.loaded(window)?.duplicates_view())
}

/// Two partners side by side, and what merging them would move.
pub fn pair(app: &App, window: &WindowId, request: PairRequest) -> Result<PairView, ErrorReply> {
    app.loaded(window)?.pair_view(request.first, request.second)
}

/// Makes two partners one, as one step.
pub fn merge(app: &App, window: &WindowId, request: OrganizationsMerge) -> Result<Nothing, ErrorReply> {
    app.merge_organizations(window, request.goes, request.stays)?;
    Ok(Nothing {})
}

/// Remembers that two partners are two, so that nobody is asked again.
pub fn are_two(app: &App, window: &WindowId, request: PairRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let (first, second) = (loaded.organization(request.first)?, loaded.organization(request.second)?);
    if first.id == second.id {
        return Err(ErrorReply::refused(format!("{} is one partner already: name two.", first.name)));
    }
    let pair = NotDuplicate::of(first.id, second.id);
    if loaded.expected.not_duplicates.contains(&pair) {
        return Ok(Nothing {});
    }
    let step = Step {
        command: "partners_are_two".into(),
        args: json!({ "first": pair.first, "second": pair.second }),
        sentence: format!("Said that {} and {} are two", first.name, second.name),
    };
    app.step(window, step, move |edit| Ok(edit.insert(&pair)?))?;
    Ok(Nothing {})
}

#[cfg(test)]
mod tests {
    use domain::RelationshipStatus;
    use serde_json::{Value, json};

    use crate::rehearsal::Rehearsal;

    fn pairs(rehearsal: &Rehearsal) -> Vec<(String, String)> {
        let view = rehearsal.call("duplicates", &json!({})).unwrap();
        let pairs = view["pairs"].as_array().unwrap();
        assert_eq!(view["total"], pairs.len());
        let name = |pair: &Value, key: &str| pair[key].as_str().unwrap().to_owned();
        pairs.iter().map(|pair| (name(pair, "first_name"), name(pair, "second_name"))).collect()
    }

    #[test]
    fn a_pair_that_is_two_is_asked_about_only_after_undo() {
        let rehearsal = Rehearsal::new();
        let [first, second] = ["Acme Ltd", "ACME"].map(|name| rehearsal.partner(name, None));
        let asked = [("Acme Ltd".to_owned(), "ACME".to_owned())];
        assert_eq!(pairs(&rehearsal), asked);
        // In either order; said twice it is no second step.
        for ends in [(second, first), (first, second)] {
            rehearsal.call("partners_are_two", &json!({ "first": ends.0, "second": ends.1 })).unwrap();
            assert_eq!(pairs(&rehearsal), []);
        }
        rehearsal.call("undo", &json!({})).unwrap();
        assert_eq!(pairs(&rehearsal), asked);
        let refused = rehearsal.call("partners_are_two", &json!({ "first": first, "second": first })).unwrap_err();
        assert!(refused.message.contains("one partner already"), "{}", refused.message);
    }

    #[test]
    fn what_was_said_of_one_is_said_of_the_one_that_it_became() {
        let rehearsal = Rehearsal::new();
        let [first, second, third] = ["Acme Ltd", "ACME", "Acme GmbH"].map(|name| rehearsal.partner(name, None));
        assert_eq!(pairs(&rehearsal).len(), 3);
        rehearsal.call("partners_are_two", &json!({ "first": first, "second": third })).unwrap();
        rehearsal.call("partners_are_two", &json!({ "first": first, "second": second })).unwrap();
        assert_eq!(pairs(&rehearsal), [("ACME".to_owned(), "Acme GmbH".to_owned())]);
        rehearsal.call("organizations_merge", &json!({ "goes": third, "stays": second })).unwrap();
        assert_eq!(pairs(&rehearsal), []);
        rehearsal.call("undo", &json!({})).unwrap();
        assert_eq!(pairs(&rehearsal).len(), 1);
    }

    #[test]
    fn what_moves_is_said_before() {
        let rehearsal = Rehearsal::new();
        let first = rehearsal.partner("Acme Ltd", None);
        let second = rehearsal.partner("ACME", Some(RelationshipStatus::Active));
        rehearsal.call("relationship_add", &json!({ "from": first, "to": second, "kind": "owns" })).unwrap();
        let change = json!({ "field": "notes", "value": "Met in May" });
        rehearsal.call("partners_update", &json!({ "ids": [second], "change": change })).unwrap();
        let view = rehearsal.call("duplicate_pair", &json!({ "first": first, "second": second })).unwrap();
        assert_eq!(view["stays"], json!(second), "the one of which more is known");
        let said: Vec<Value> =
            [0, 1].map(|side: usize| json!([view["sides"][side]["moves"], view["sides"][side]["drops"]])).into();
        let between = "1 relationship between the two";
        assert_eq!(said, [json!([[], [between]]), json!([["1 relationship", "notes"], [between]])]);
    }
}
