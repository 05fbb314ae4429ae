//! The ideal-partner profile and what was answered about partners.

use domain::{FitAnswer, FitCriterion, GateAnswer, Key, Weight, Workspace};

use super::TemplateError;
use super::tables::Tables;
use crate::columns::field::Field;
use crate::nouns::relationships;

static CRITERIA: [Field; 3] = [Field::needed("name"), Field::plain("question"), Field::needed("weight")];
static ANSWERS: [Field; 4] =
    [Field::needed("partner"), Field::needed("criterion"), Field::plain("score"), Field::plain("note")];
static GATE: [Field; 4] =
    [Field::needed("partner"), Field::needed("question"), Field::plain("answer"), Field::plain("note")];

/// Criteria, then the answers to them and at the gate. Answers without criteria are to the built-in ones.
pub fn read(tables: Tables<'_>, workspace: &mut Workspace) -> Result<(), TemplateError> {
    let mut taken: Vec<Key> = Vec::new();
    let criteria = tables.read("fit_criteria.csv", &CRITERIA, |row| {
        let name = row.plain_name("name")?;
        let key = Key::from_name(name.as_str(), |key| taken.iter().any(|other| other.as_str() == key));
        taken.push(key.clone());
        let weight = row.text("weight").parse().ok().filter(|weight| *weight <= domain::fit::WEIGHT_MAX);
        Ok(FitCriterion {
            key,
            name,
            question: row.text("question").to_owned(),
            weight: weight.ok_or_else(|| row.reject("weight", "a whole number from 0 to 5"))?,
            position: u32::try_from(taken.len() - 1).unwrap_or(u32::MAX),
        })
    })?;
    let profile = FitCriterion::profile(&criteria);
    let partners = relationships::organizations(workspace);
    let answers = tables.read("fit_answers.csv", &ANSWERS, |row| {
        let criterion = profile.iter().find(|criterion| criterion.name.as_str() == row.text("criterion"));
        let score =
            row.given("score").map(|text| text.parse::<u8>().ok().and_then(|score| Weight::try_from(score).ok()));
        Ok(FitAnswer {
            organization: partners.one(row, "partner")?,
            criterion: criterion.ok_or_else(|| row.reject("criterion", "the name of a criterion"))?.key.clone(),
            score: score
                .map(|score| score.ok_or_else(|| row.reject("score", "a whole number from 1 to 5")))
                .transpose()?,
            note: row.text("note").to_owned(),
        })
    })?;
    let gate = tables.read("gate_answers.csv", &GATE, |row| {
        Ok(GateAnswer {
            organization: partners.one(row, "partner")?,
            question: row.choice("question")?,
            answer: row.yes("answer")?,
            note: row.text("note").to_owned(),
        })
    })?;
    // What is answered is kept with the profile that it answers.
    workspace.fit_criteria = if answers.is_empty() { criteria } else { profile };
    workspace.fit_answers = answers;
    workspace.gate_answers = gate;
    workspace.fit_answers.sort_by(|a, b| (a.organization, &a.criterion).cmp(&(b.organization, &b.criterion)));
    workspace.gate_answers.sort_by_key(|row| (row.organization, row.question));
    Ok(())
}
