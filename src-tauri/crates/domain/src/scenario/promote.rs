//! A scenario that becomes what is expected. Must not know how rows are written.

use jiff::civil::Date;

use super::apply::written;
use super::column::same_as_expected;
use crate::{OverruleId, ScenarioId, Workspace};

/// The workspace with a scenario as its Expected one: the differences stand in the rows, a lens as a judgment of `today`
/// that names the scenario, and the scenario is gone with those of its differences that fit nothing. Other scenarios keep
/// what they set themselves; what has come to be the same as Expected is no difference any more.
#[must_use]
pub fn promoted(
    workspace: &Workspace,
    scenario: ScenarioId,
    today: Date,
    new_id: &mut dyn FnMut() -> OverruleId,
) -> Workspace {
    let mut changed = written(workspace, scenario).0;
    let judged = workspace.overrules.len();
    let name = workspace.scenarios.iter().find(|one| one.id == scenario).map(|one| one.name.to_string());
    for index in judged..changed.overrules.len() {
        let relationship = changed.overrules[index].relationship;
        let earlier = workspace.overrules.iter().filter(|one| one.relationship == relationship).map(|one| one.date);
        // The last word on the relationship, even where somebody dated a judgment ahead.
        let date = earlier.max().map_or(today, |last| last.max(today));
        let judgment = &mut changed.overrules[index];
        judgment.id = new_id();
        judgment.date = date;
        judgment.reason = format!("From the scenario “{}”", name.as_deref().unwrap_or_default());
    }
    changed.scenarios.retain(|one| one.id != scenario);
    changed.scenario_differences.retain(|one| one.scenario != scenario);
    let others: Vec<ScenarioId> = changed.scenarios.iter().map(|one| one.id).collect();
    let same: Vec<_> = others.into_iter().flat_map(|other| same_as_expected(&changed, other)).collect();
    changed.scenario_differences.retain(|one| !same.contains(&one.id));
    changed
}

#[cfg(test)]
mod tests;
