//! The ideal-partner profile and what was answered about partners. A workspace without a profile of its own has no rows.

use domain::{FitAnswer, FitCriterion, GateAnswer, Workspace};

use super::{head, organization_id, organization_name, sorted, word};

/// The profile in its order.
pub(super) fn criteria(workspace: &Workspace) -> Vec<Vec<String>> {
    let row = |criterion: &FitCriterion| {
        let FitCriterion { key, name, question, weight, .. } = criterion;
        vec![key.to_string(), name.to_string(), question.clone(), weight.to_string()]
    };
    std::iter::once(head(&["Key", "Name", "Question", "Weight"]))
        .chain(workspace.fit_criteria.iter().map(row))
        .collect()
}

/// Answers to it, by partner.
pub(super) fn answers(workspace: &Workspace) -> Vec<Vec<String>> {
    let name = |answer: &FitAnswer| {
        let criterion = workspace.fit_criteria.iter().find(|criterion| criterion.key == answer.criterion);
        criterion.map(|criterion| criterion.name.to_string()).unwrap_or_default()
    };
    let row = |answer: &FitAnswer| {
        vec![
            organization_id(workspace, answer.organization),
            organization_name(workspace, answer.organization),
            name(answer),
            answer.score.map(|score| u8::from(score).to_string()).unwrap_or_default(),
            answer.note.clone(),
        ]
    };
    sorted(
        head(&["Partner ID", "Partner", "Criterion", "Score", "Note"]),
        workspace.fit_answers.iter().map(row).collect(),
    )
}

/// Answers at the gate, by partner.
pub(super) fn gate(workspace: &Workspace) -> Vec<Vec<String>> {
    let row = |given: &GateAnswer| {
        let answer = given.answer.map(|yes| if yes { "yes" } else { "no" }).unwrap_or_default();
        vec![
            organization_id(workspace, given.organization),
            organization_name(workspace, given.organization),
            word(given.question),
            answer.to_owned(),
            given.note.clone(),
        ]
    };
    sorted(
        head(&["Partner ID", "Partner", "Question", "Answer", "Note"]),
        workspace.gate_answers.iter().map(row).collect(),
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::rehearsal::Rehearsal;

    #[test]
    fn the_profile_and_its_answers_stand_in_tables_of_their_own() {
        let rehearsal = Rehearsal::new();
        let partner = rehearsal.partner("=Fernhill", None);
        let answer = json!({ "organization": partner, "criterion": "human", "score": 5, "note": "-1" });
        rehearsal.call("fit_answer_set", &answer).unwrap();
        let gate = json!({ "organization": partner, "question": "economics", "answer": false, "note": "" });
        rehearsal.call("gate_answer_set", &gate).unwrap();
        let loaded = rehearsal.app.loaded(&rehearsal.window).unwrap();
        let tables = super::super::tables(&loaded);
        let rows = |name: &str| &tables.iter().find(|table| table.name == name).unwrap().rows;
        assert_eq!(rows("fit_criteria").len(), 10);
        assert_eq!(rows("fit_criteria")[1][..2], ["strategic", "Strategic"]);
        let id = partner.to_string();
        assert_eq!(rows("fit_answers")[1], [id.as_str(), "'=Fernhill", "Human", "5", "'-1"]);
        assert_eq!(rows("gate_answers")[1], [id.as_str(), "'=Fernhill", "economics", "no", ""]);
    }
}
