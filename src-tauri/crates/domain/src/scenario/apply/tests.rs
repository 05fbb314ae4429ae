use jiff::civil::date;

use super::*;
use crate::fixture::{Fixture, TODAY, name};
use crate::{Aspect, Character, CostBehavior, Scenario, Source, assess};

#[test]
fn differences_change_only_what_they_name() {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("Partner");
    let relationship = fixture.relate(partner, "promotes");
    let motion = fixture.motion("co_created", date(2026, 1, 1), date(2026, 9, 30), &[partner]);
    fixture.project(motion, "revenue", 1_200.0);
    fixture.line(motion, CostBehavior::Fixed, 500, &[]);
    let scenario: ScenarioId = fixture.id();
    fixture.workspace.scenarios.push(Scenario { id: scenario, name: name("Other"), position: 0 });
    let (projection, line) = (fixture.workspace.projections[0].id.0, fixture.workspace.budget_lines[0].id.0);
    let rows = [
        ("projection", projection, "total", "2400.5", true),
        ("projection", projection, "model", "\"s_curve\"", true),
        ("projection", projection, "low", "null", true),
        ("projection", projection, "input:win_rate", "0.3", true),
        ("projection", projection, "input:reach", r#"{"value":90,"low":80,"high":120}"#, true),
        ("projection", projection, "figure:2026-03", "12.5", true),
        ("projection", projection, "figure:2026-13", "12.5", false),
        ("projection", projection, "input:win_rate", "\"much\"", false),
        ("motion", motion.0, "start", "\"2026-10-15\"", true),
        ("budget_line", line, "planned_minor", "750", true),
        (
            "relationship",
            relationship.0,
            "lens",
            r#"{"focus":4,"relationship_type":4,"value_exchange":4,"scales_by":4,"success_metrics":4,"involvement":4}"#,
            true,
        ),
        ("projection", projection, "months", "0", false),
        ("projection", projection, "metric", "\"orders\"", false),
        ("motion", motion.0, "active", "1", false),
        ("motion", projection, "active", "false", false),
        ("account", motion.0, "name", "\"x\"", false),
    ];
    for (table, row, column, value, _) in rows {
        let difference = ScenarioDifference {
            id: fixture.id(),
            scenario,
            table: table.into(),
            row,
            column: column.into(),
            value: value.into(),
        };
        fixture.workspace.scenario_differences.push(difference);
    }

    let before = fixture.workspace.clone();
    let changed = apply_scenario(&fixture.workspace, scenario);
    assert_eq!(fixture.workspace, before);
    assert!((changed.projections[0].total - 2_400.5).abs() < 1e-9);
    assert_eq!(changed.projections[0].months, 12);
    let inputs: Vec<_> = changed.projection_inputs.iter().map(|row| (row.name.as_str(), row.value, row.low)).collect();
    assert_eq!(inputs, [("win_rate", 0.3, None), ("reach", 90.0, Some(80.0))]);
    assert!((changed.projection_figures[0].value - 12.5).abs() < 1e-9);
    assert_eq!((changed.motions[0].start, changed.motions[0].end), (date(2026, 10, 15), date(2026, 10, 15)));
    assert_eq!(changed.budget_lines[0].planned_minor, 750);
    let judged = assess(&changed, TODAY);
    assert_eq!(judged.relationships[0].character, Character::Strategic);
    let focus = &judged.relationships[0].aspects[Aspect::Focus as usize];
    assert_eq!(
        (focus.source, focus.sentence(&changed).as_str()),
        (Source::Overrule, "Judgment: scenario “Other” → 4.0")
    );

    let unusable = unusable_differences(&fixture.workspace, scenario);
    let expect: Vec<_> =
        before.scenario_differences.iter().zip(rows).filter(|(_, row)| !row.4).map(|(d, _)| d.id).collect();
    assert_eq!(unusable, expect);
}
