//! What a step does to characters: they change only when depth passes a bound by enough, and the step that made it so says
//! it.
//!
//! Owns: which steps are looked at, and their words. Must not know: how a character is found.

use domain::lens::{Passed, held};
use domain::{Assessment, Character, HeldCharacter, Workspace, assess};
use store::Edit;

use crate::ErrorReply;
use crate::loaded::Loaded;

/// What the lens looks at. Other tables move no character, so that typing in them stays quick.
const LOOKED_AT: [&str; 19] = [
    "activity",
    "actual",
    "budget_line",
    "commission",
    "deal",
    "metric",
    "motion",
    "motion_partner",
    "overrule",
    "person",
    "projection",
    "relationship",
    "relationship_kind",
    "settings",
    "signal",
    "task",
    "touch",
    "value_exchange",
    "value_kind",
];
/// Characters that change are named up to here.
const NAMED: usize = 2;

/// Keeps the characters that have not moved far enough to change, and adds to the step's sentence which have.
pub(crate) fn hold(edit: &mut Edit<'_>, before: &Loaded) -> Result<(), ErrorReply> {
    if !edit.touched(&LOOKED_AT) {
        return Ok(());
    }
    let expected: Option<Assessment> = before.scenario.map(|_| assess(&before.expected, before.today));
    let workspace = edit.workspace()?;
    let (kept, passed) = held(expected.as_ref().unwrap_or(&before.assessment), &workspace, before.today);
    for old in
        workspace.held_characters.iter().filter(|old| kept.iter().all(|new| new.relationship != old.relationship))
    {
        edit.delete::<HeldCharacter>(&old.relationship)?;
    }
    for new in kept.iter().filter(|new| !workspace.held_characters.contains(new)) {
        edit.put(new)?;
    }
    // Who overrules says the character already.
    if !edit.touched(&["overrule"]) {
        let told = told(&passed, &workspace);
        if !told.is_empty() {
            let sentence = format!("{}: {told}", edit.sentence());
            edit.say(sentence);
        }
    }
    Ok(())
}

/// "Fernhill integrates with Tidewater is now strategic".
pub(crate) fn told(passed: &[Passed], workspace: &Workspace) -> String {
    if passed.len() > NAMED {
        return format!("{} relationships changed character", passed.len());
    }
    passed.iter().map(|passed| one(passed, workspace)).collect::<Vec<_>>().join(", ")
}

pub(crate) fn one(passed: &Passed, workspace: &Workspace) -> String {
    let row = workspace.relationships.iter().find(|row| row.id == passed.relationship);
    let words = row.map(|row| {
        let name = |id| workspace.organization(id).map(|o| o.name.to_string()).unwrap_or_default();
        let kind = workspace.relationship_kinds.iter().find(|kind| kind.key == row.kind);
        let reading = kind.map_or_else(|| row.kind.to_string(), |kind| kind.forward.to_string());
        format!("“{} {reading} {}”", name(row.from), name(row.to))
    });
    let word = match passed.to {
        Character::Strategic => "strategic",
        Character::Ecotone => "ecotone",
        Character::Transactional => "transactional",
        Character::Unknown => "unknown",
    };
    format!("{} is now {word}", words.unwrap_or_default())
}
