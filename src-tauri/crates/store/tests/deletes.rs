//! What goes when something goes, and what stays.

use domain::*;
use store::{Row, StoreError, WorkspaceFile};

use crate::sample::{LINE, MOTION, PARTNER, US, file_with, full, id, key, origin, step};

fn delete<R: Row>(file: &mut WorkspaceFile, id: &R::Id) -> Result<(), StoreError> {
    file.step(step("Deleted"), &origin(), |edit| edit.delete::<R>(id))
}

/// Deletes from a full workspace; the file stays whole, and undo brings every row back.
fn check_delete<R: Row>(id: &R::Id, look: impl FnOnce(&Workspace)) {
    let workspace = full(false);
    let (_folder, mut file) = file_with(&workspace);
    delete::<R>(&mut file, id).unwrap();
    assert!(file.get::<R>(id).unwrap().is_none());
    look(&file.read().unwrap());
    assert_eq!(file.check().unwrap().findings, [""; 0]);
    file.undo(&origin()).unwrap();
    assert_eq!(file.read().unwrap(), workspace);
}

#[test]
fn an_organization_takes_its_lines_and_figures_along() {
    check_delete::<Organization>(&PARTNER, |left| {
        assert_eq!((left.relationships.len(), left.value_exchanges.len(), left.overrules.len()), (0, 0, 0));
        assert_eq!((left.signals.len(), left.touches.len(), left.contacts.len()), (0, 0, 0));
        assert_eq!((left.placements.len(), left.motion_partners.len(), left.funds.len()), (0, 0, 0));
        assert_eq!((left.fit_answers.len(), left.gate_answers.len(), left.fit_criteria.len()), (0, 0, 1));
        assert_eq!(left.not_duplicates, []);
        assert_eq!(left.budget_lines[0].shares, [BudgetShare { organization: US, share: 0.5, amount_minor: None }]);
        assert_eq!((left.motions.len(), left.actuals.len(), left.deals.len()), (2, 2, 1));
        assert_eq!(left.tasks[0].owner, None, "whoever did it there is gone");
        assert_eq!((left.raci.len(), left.joint_plan_texts.len(), left.joint_plan_accounts.len()), (0, 0, 0));
        assert_eq!((left.joint_objectives.len(), left.capacities.len(), left.risks.len()), (0, 1, 1));
    });
}

#[test]
fn a_figure_of_a_motion_outlives_its_organization() {
    let mut workspace = full(false);
    workspace.actuals[0].organization = Some(PARTNER);
    workspace.actuals[1].motion = None;
    workspace.actuals[1].organization = Some(PARTNER);
    let (_folder, mut file) = file_with(&workspace);
    delete::<Organization>(&mut file, &PARTNER).unwrap();
    let left = file.read().unwrap().actuals;
    assert_eq!(left, [Actual { organization: None, ..workspace.actuals[0].clone() }]);
}

#[test]
fn a_motion_takes_its_steps_money_and_figures_along() {
    check_delete::<Motion>(&MOTION, |left| {
        assert_eq!((left.tasks.len(), left.milestones.len(), left.dependencies.len()), (0, 0, 0));
        assert_eq!((left.phases.len(), left.checklist_items.len(), left.task_dependencies.len()), (0, 0, 0));
        assert_eq!((left.motion_metrics.len(), left.playbooks.len()), (0, 1), "a playbook outlives its motion");
        assert_eq!((left.budget_lines.len(), left.projections.len(), left.actuals.len()), (0, 0, 0));
        assert_eq!((left.deals[0].motion, left.funds[0].motion), (None, None));
        assert_eq!((left.raci.len(), left.risks.len(), left.motion_notes.len()), (0, 0, 0));
        assert_eq!(left.scenario_differences, [], "a difference of a projection that is gone is gone");
        assert_eq!(left.scenarios.len(), 1);
    });
}

#[test]
fn a_cost_outlives_the_projection_that_it_follows() {
    let mut workspace = full(false);
    workspace.budget_lines[0].projection = Some(id(50));
    let (_folder, mut file) = file_with(&workspace);
    delete::<Projection>(&mut file, &id(50)).unwrap();
    assert_eq!(file.read().unwrap().budget_lines[0].projection, None);
    file.undo(&origin()).unwrap();
    assert_eq!(file.read().unwrap(), workspace);
}

#[test]
fn everything_else_lets_go_of_what_stays() {
    check_delete::<FitCriterion>(&key("market_access"), |left| {
        assert_eq!((left.fit_answers.len(), left.gate_answers.len()), (0, 1));
    });
    check_delete::<Relationship>(&LINE, |left| {
        assert_eq!((left.value_exchanges.len(), left.signals.len(), left.overrules.len()), (0, 1, 0));
        assert_eq!((left.commissions.len(), left.held_characters.len()), (0, 0));
    });
    check_delete::<Person>(&id(10), |left| {
        assert_eq!(left.organization(PARTNER).map(|partner| partner.owner), Some(None));
        assert_eq!(left.risks[0].owner, None);
    });
    check_delete::<Contact>(&id(11), |left| assert_eq!(left.tasks[0].owner, None));
    check_delete::<Phase>(&id(33), |left| assert_eq!((left.tasks.len(), left.tasks[0].phase), (1, None)));
    check_delete::<Task>(&id(30), |left| {
        assert_eq!((left.checklist_items.len(), left.task_dependencies.len(), left.milestones.len()), (0, 0, 1));
    });
    check_delete::<Milestone>(&id(31), |left| {
        assert_eq!((left.task_dependencies.len(), left.tasks.len()), (0, 1));
    });
    check_delete::<ChecklistItem>(&id(34), |left| assert_eq!(left.tasks.len(), 1));
    check_delete::<SavedPlaybook>(&key("our_fair"), |left| assert_eq!(left.motions.len(), 2));
    check_delete::<Tag>(&id(70), |left| assert_eq!(left.organization_tags, []));
    check_delete::<CustomField>(&key("segment"), |left| assert_eq!(left.custom_values, []));
    check_delete::<Account>(&id(12), |left| {
        assert_eq!((left.deals.len(), left.touches.len(), left.joint_plan_accounts.len()), (0, 0, 0));
    });
    check_delete::<Deal>(&id(13), |left| assert_eq!((left.accounts.len(), left.touches.len()), (1, 0)));
    check_delete::<BudgetLine>(&id(40), |left| assert_eq!(left.motions.len(), 2));
    check_delete::<Projection>(&id(50), |left| assert_eq!(left.scenario_differences, []));
    check_delete::<Scenario>(&id(53), |left| assert_eq!(left.scenario_differences, []));
    check_delete::<View>(&id(90), |left| assert_eq!((left.placements.len(), left.scenes[0].view), (0, None)));
    check_delete::<MotionPartner>(&(MOTION, PARTNER), |left| {
        assert_eq!((left.motions.len(), left.raci.len()), (2, 0));
    });
}

#[test]
fn us_and_used_vocabulary_cannot_be_deleted() {
    let workspace = full(false);
    let (_folder, mut file) = file_with(&workspace);
    assert!(matches!(delete::<Organization>(&mut file, &US), Err(StoreError::UsCannotBeDeleted)));
    assert!(delete::<Settings>(&mut file, &()).is_err());
    for (refused, expect) in [
        (
            delete::<OrganizationKind>(&mut file, &key("bank")),
            "'bank' is still used (organization: 1): give those another",
        ),
        (
            delete::<RelationshipKind>(&mut file, &key("member_of")),
            "'member_of' is still used (relationship: 1): give those another",
        ),
        (delete::<MotionKind>(&mut file, &key("fair")), "'fair' is still used (motion: 2): give those another"),
        (delete::<Stage>(&mut file, &key("waiting")), "'waiting' is still used (organization: 1): give those another"),
        (delete::<Metric>(&mut file, &key("visits")), "'visits' is still used (projection: 1): give those another"),
        (delete::<Motion>(&mut file, &id(999)), "there is no motion with the id"),
    ] {
        let sentence = refused.unwrap_err().to_string();
        assert!(sentence.starts_with(expect), "{sentence}");
    }
    assert_eq!(file.read().unwrap(), workspace);
    delete::<Stage>(&mut file, &key("exit")).unwrap();
}
