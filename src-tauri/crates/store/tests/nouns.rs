//! Every noun goes in, comes back as it was, can be replaced, and can be taken back.

use domain::*;
use store::{Edit, ImportBatch, StoreError, WorkspaceFile};

use crate::sample::{PARTNER, blank, file_with, full, id, origin, step};

macro_rules! every_list {
    ($each:ident: $($list:ident)*) => {
        /// Runs the edit for every row of every list.
        fn $each(edit: &Edit<'_>, workspace: &Workspace) -> Result<(), StoreError> {
            $(
                for row in &workspace.$list {
                    edit.put(row)?;
                }
            )*
            edit.update(&workspace.settings)
        }
    };
}
every_list! {
    put_all: organization_kinds relationship_kinds motion_kinds stages metrics organizations tags organization_tags custom_fields
    custom_values relationships value_exchanges
    signals overrules people contacts accounts deals touches motions motion_partners tasks milestones dependencies
    budget_lines funds projections actuals scenarios scenario_differences locked_plans views placements scenes
    plan_documents organization_regions organization_segments activities renewals
    organization_aliases foreign_ids import_mappings
    fit_criteria fit_answers gate_answers
    not_duplicates value_kinds commissions held_characters
    phases checklist_items task_dependencies motion_metrics playbooks
    raci risks motion_notes joint_plan_texts joint_plan_accounts joint_objectives capacities
    drivers projection_inputs projection_figures actual_reports exchange_rates market_figures variance_reasons
    deal_stage_entries account_activities
    correlation_groups correlation_members targets reforecast_choices
}

#[test]
fn a_new_file_holds_what_it_was_given() {
    for workspace in [blank(), full(false), full(true)] {
        let (folder, file) = file_with(&workspace);
        assert_eq!(file.read().unwrap(), workspace);
        drop(file);
        let file = WorkspaceFile::open(&folder.path().join("plan.ecotone"), None).unwrap();
        assert_eq!(file.read().unwrap(), workspace);
    }
}

#[test]
fn every_noun_is_added_replaced_and_taken_back() {
    let (blank, first, second) = (blank(), full(false), full(true));
    let (_folder, mut file) = file_with(&blank);
    file.step(step("Filled"), &origin(), |edit| put_all(edit, &first)).unwrap();
    assert_eq!(file.read().unwrap(), first);
    file.step(step("Replaced"), &origin(), |edit| put_all(edit, &second)).unwrap();
    assert_eq!(file.read().unwrap(), second);
    for (sentence, expect) in [("Replaced", &first), ("Filled", &blank)] {
        assert_eq!(file.undo(&origin()).unwrap(), sentence);
        assert_eq!(&file.read().unwrap(), expect);
    }
    for (sentence, expect) in [("Filled", &first), ("Replaced", &second)] {
        assert_eq!(file.redo(&origin()).unwrap(), sentence);
        assert_eq!(&file.read().unwrap(), expect);
    }
    assert_eq!(file.check().unwrap().findings, [""; 0]);
}

#[test]
fn one_row_is_found_by_its_id() {
    let workspace = full(false);
    let (_folder, file) = file_with(&workspace);
    assert_eq!(file.get::<Organization>(&PARTNER).unwrap().as_ref(), workspace.organization(PARTNER));
    assert_eq!(file.get::<Settings>(&()).unwrap(), Some(workspace.settings));
    assert_eq!(file.get::<BudgetLine>(&id(40)).unwrap().as_ref(), workspace.budget_lines.first());
    assert_eq!(
        file.get::<Placement>(&(workspace.views[0].id, PARTNER)).unwrap().as_ref(),
        workspace.placements.first()
    );
    assert_eq!(file.get::<Motion>(&id(999)).unwrap(), None);
    assert_eq!(file.all::<Stage>().unwrap(), workspace.stages);
}

#[test]
fn an_import_batch_keeps_its_source_rows() {
    let (_folder, mut file) = file_with(&blank());
    let batch = ImportBatch {
        id: id(70),
        file_name: "../a b.csv".into(),
        kind: "actuals".into(),
        time: origin().now,
        rows: b"[\"a\",\"b\"]".repeat(10_000),
    };
    file.step(step("Imported"), &origin(), |edit| edit.insert(&batch)).unwrap();
    assert_eq!(file.get::<ImportBatch>(&batch.id).unwrap(), Some(batch));
}

#[test]
fn a_row_that_breaks_a_rule_is_refused_in_words() {
    let workspace = full(false);
    let (_folder, mut file) = file_with(&workspace);
    let before = file.content_hash().unwrap();
    let placement = Placement { x: f64::NAN, ..workspace.placements[0] };
    let motion = Motion { end: workspace.motions[0].start.yesterday().unwrap(), ..workspace.motions[0].clone() };
    let actual = Actual { motion: None, organization: None, ..workspace.actuals[0].clone() };
    let stranger = Contact { organization: id(999), ..workspace.contacts[0].clone() };
    let unknown_kind = Organization { kind: Key::literal("nothing"), ..workspace.organizations[1].clone() };
    let refused = [
        file.step(step(""), &origin(), |edit| edit.update(&placement)),
        file.step(step(""), &origin(), |edit| edit.update(&motion)),
        file.step(step(""), &origin(), |edit| edit.update(&actual)),
        file.step(step(""), &origin(), |edit| edit.update(&stranger)),
        file.step(step(""), &origin(), |edit| edit.update(&unknown_kind)),
        file.step(step(""), &origin(), |edit| edit.insert(&workspace.people[0])),
        file.step(step(""), &origin(), |edit| edit.update(&Person { id: id(998), ..workspace.people[0].clone() })),
    ]
    .map(|result| result.unwrap_err().to_string());
    let expect = [
        "a placement was refused (the figure in x is not a finite number)",
        "a motion was refused (a motion ends no earlier than it starts)",
        "an actual was refused (an actual has a motion or an organization)",
        "a contact points to an organization that is not in this workspace",
        "an organization points to an organization kind that is not in this workspace",
        "there is already a person with the id 00000000-0000-0000-0000-00000000000a",
        "there is no person with the id 00000000-0000-0000-0000-0000000003e6",
    ];
    for (found, expect) in refused.iter().zip(expect) {
        assert!(found.starts_with(expect), "{found}");
    }
    assert_eq!(file.content_hash().unwrap(), before);
    assert_eq!(file.history().unwrap().len(), 1);
    crate::sample::add(&mut file, 100).unwrap();
}
