//! What is handed over says nothing that only a narrower audience may read.

use std::fs;

use domain::*;
use store::WorkspaceFile;

use crate::sample::{full, id, origin};

const AUDIENCES: [Audience; 3] = [Audience::Internal, Audience::Client, Audience::Partner];
const PLACES: [&str; 13] = [
    "objective",
    "reason",
    "task",
    "risk",
    "answer",
    "note",
    "line",
    "difference",
    "fund",
    "proof",
    "goal",
    "account",
    "plan",
];

/// One marker in every text that has an audience, for each audience; whoever may see less finds it nowhere in the bytes.
#[test]
fn what_is_handed_over_says_nothing_of_a_narrower_audience() {
    let mut workspace = full(false);
    for (audience, number) in AUDIENCES.into_iter().zip([600, 700, 800]) {
        mark(&mut workspace, audience, number);
        mark_joint_plan(&mut workspace, audience, number);
    }
    workspace.locked_plans[0].content = "{\"everything\":\"MARK-locked-Internal-\"}".into();
    let folder = tempfile::tempdir().unwrap();
    let file = WorkspaceFile::create(&folder.path().join("plan.ecotone"), &workspace, &origin(), None).unwrap();
    for audience in AUDIENCES {
        let to = folder.path().join(format!("{audience:?}.ecotone"));
        file.hand_over(&to, audience).unwrap();
        let bytes = fs::read(&to).unwrap();
        let readable = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
        for of in AUDIENCES {
            for place in PLACES {
                assert_eq!(readable(&marker(place, of)), of >= audience, "{place} of {of:?} for {audience:?}");
            }
        }
        assert_eq!(readable("MARK-locked-Internal-"), audience == Audience::Internal);
        let handed = WorkspaceFile::open(&to, None).unwrap().read().unwrap();
        assert_eq!(
            handed.capacities.is_empty(),
            audience > Audience::Internal,
            "how much time we have is ours to know"
        );
    }
}

fn marker(what: &str, audience: Audience) -> String {
    format!("MARK-{what}-{audience:?}-")
}

/// A motion with its risk, note, cost and fund.
fn mark(workspace: &mut Workspace, audience: Audience, number: u128) {
    let sample = full(false);
    let text = |what: &str| marker(what, audience);
    let named = |what: &str| Name::parse(&text(what)).unwrap();
    let motion = Motion {
        id: id(number),
        objective: text("objective"),
        objective_audience: audience,
        health_reason: text("reason"),
        health_audience: audience,
        ..sample.motions[0].clone()
    };
    workspace.tasks.push(Task {
        id: id(number + 20),
        notes: text("task"),
        notes_audience: audience,
        ..sample.tasks[0].clone()
    });
    workspace.risks.push(Risk {
        id: id(number + 1),
        motion: motion.id,
        what: text("risk"),
        answer: text("answer"),
        audience,
        ..sample.risks[0].clone()
    });
    workspace.motion_notes.push(MotionNote {
        id: id(number + 2),
        text: text("note"),
        audience,
        ..sample.motion_notes[0].clone()
    });
    let line = BudgetLine { id: id(number + 3), name: named("line"), audience, ..sample.budget_lines[0].clone() };
    workspace.scenario_differences.push(ScenarioDifference {
        id: id(number + 4),
        table: "budget_line".into(),
        row: line.id.0,
        column: "planned_minor".into(),
        value: format!("\"{}\"", text("difference")),
        ..sample.scenario_differences[0].clone()
    });
    workspace.budget_lines.push(line);
    workspace.funds.push(Fund {
        id: id(number + 5),
        name: named("fund"),
        proof: text("proof"),
        audience,
        ..sample.funds[0].clone()
    });
    workspace.motions.push(motion);
}

/// Texts, an account and an objective of a joint plan.
fn mark_joint_plan(workspace: &mut Workspace, audience: Audience, number: u128) {
    let sample = full(false);
    let text = |what: &str| marker(what, audience);
    let named = |what: &str| Name::parse(&text(what)).unwrap();
    let partner = sample.organizations[1].id;
    workspace.joint_objectives.push(JointObjective {
        id: id(number + 6),
        name: named("goal"),
        audience,
        ..sample.joint_objectives[0].clone()
    });
    let account = Account { id: id(number + 7), ..sample.accounts[0].clone() };
    workspace.joint_plan_accounts.push(JointPlanAccount {
        organization: partner,
        account: account.id,
        note: text("account"),
        audience,
    });
    workspace.accounts.push(account);
    let field = match audience {
        Audience::Internal => JointPlanField::Threats,
        Audience::Client => JointPlanField::Cadence,
        Audience::Partner => JointPlanField::WhyUsTogether,
    };
    workspace.joint_plan_texts.push(JointPlanText { organization: partner, field, text: text("plan"), audience });
}
