use jiff::civil::date;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::fixture::{Fixture, TODAY, name};
use crate::{Character, CostBehavior, Driver, MetricUnit, Scenario, ScenarioDifference, apply_scenario, assess};

/// One row of each kind that can differ, and two scenarios.
struct Plan {
    fixture: Fixture,
    rows: [(&'static str, Uuid); 6],
    bold: ScenarioId,
    other: ScenarioId,
}

impl Plan {
    fn new() -> Self {
        let mut fixture = Fixture::new();
        let partner = fixture.partner("Partner");
        let relationship = fixture.relate(partner, "promotes");
        let motion = fixture.motion("co_created", date(2026, 1, 1), date(2026, 9, 30), &[partner]);
        fixture.project(motion, "revenue", 1_200.0);
        fixture.line(motion, CostBehavior::Fixed, 500, &[]);
        let driver = Driver {
            id: fixture.id(),
            name: name("Win rate"),
            unit: MetricUnit::Percent,
            value: 0.25,
            low: None,
            high: None,
            distribution: None,
        };
        let (bold, other) = (fixture.id(), fixture.id());
        fixture.workspace.scenarios = vec![
            Scenario { id: bold, name: name("Bold"), position: 0 },
            Scenario { id: other, name: name("Other"), position: 1 },
        ];
        let w = &fixture.workspace;
        let rows = [
            ("projection", w.projections[0].id.0),
            ("driver", driver.id.0),
            ("motion", motion.0),
            ("budget_line", w.budget_lines[0].id.0),
            ("organization", partner.0),
            ("relationship", relationship.0),
        ];
        fixture.workspace.drivers.push(driver);
        Self { fixture, rows, bold, other }
    }

    fn differ(&mut self, scenario: ScenarioId, table: &str, column: &str, value: &str) {
        let row = self.rows.iter().find(|row| row.0 == table).unwrap().1;
        let id = self.fixture.id();
        let (table, column, value) = (table.to_owned(), column.to_owned(), value.to_owned());
        let difference = ScenarioDifference { id, scenario, table, row, column, value };
        self.fixture.workspace.scenario_differences.push(difference);
    }

    fn promoted(&mut self, scenario: ScenarioId) -> Workspace {
        let id = self.fixture.id();
        promoted(&self.fixture.workspace, scenario, TODAY, &mut || id)
    }
}

const STRATEGIC: &str =
    r#"{"focus":4,"relationship_type":4,"value_exchange":4,"scales_by":4,"success_metrics":4,"involvement":4}"#;

#[test]
fn what_a_scenario_says_becomes_expected() {
    let mut plan = Plan::new();
    plan.differ(plan.bold, "relationship", "lens", STRATEGIC);
    plan.differ(plan.bold, "motion", "active", "false");
    plan.differ(plan.bold, "motion", "name", "\"Hostile\"");
    let expected = plan.promoted(plan.bold);
    assert!(!expected.motions[0].active);
    assert_eq!(expected.scenario_differences, []);
    assert_eq!(expected.scenarios.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Other"]);
    let judgment = &expected.overrules[0];
    assert_eq!((judgment.date, judgment.reason.as_str()), (TODAY, "From the scenario “Bold”"));
    assert_eq!(assess(&expected, TODAY).relationships[0].character, Character::Strategic);
}

#[test]
fn other_scenarios_keep_what_they_set_and_drop_what_is_no_difference_any_more() {
    let mut plan = Plan::new();
    plan.differ(plan.bold, "projection", "total", "2400");
    plan.differ(plan.bold, "budget_line", "planned_minor", "900");
    plan.differ(plan.bold, "relationship", "lens", STRATEGIC);
    plan.differ(plan.other, "projection", "total", "2400.0");
    plan.differ(plan.other, "relationship", "lens", STRATEGIC);
    plan.differ(plan.other, "budget_line", "planned_minor", "700");
    plan.differ(plan.other, "motion", "name", "\"unusable, and kept\"");
    let expected = plan.promoted(plan.bold);
    let kept: Vec<&str> = expected.scenario_differences.iter().map(|one| one.column.as_str()).collect();
    assert_eq!(kept, ["planned_minor", "name"]);
    let other = apply_scenario(&expected, plan.other);
    assert_eq!(other.budget_lines[0].planned_minor, 700);
    assert!((other.projections[0].total - 2_400.0).abs() < 1e-9);
}

#[test]
fn open_steps_go_with_a_motion_that_moves_as_a_whole() {
    let mut plan = Plan::new();
    let motion = plan.fixture.workspace.motions[0].id;
    plan.fixture.task(motion, crate::Function::Sales, date(2026, 2, 1), 1.0);
    plan.fixture.task(motion, crate::Function::Sales, date(2026, 3, 1), 1.0);
    plan.fixture.workspace.tasks[1].done = false;
    plan.differ(plan.bold, "motion", "start", "\"2026-01-11\"");
    let starts = |workspace: &Workspace| workspace.tasks.iter().map(|task| task.start.unwrap()).collect::<Vec<_>>();
    let later = apply_scenario(&plan.fixture.workspace, plan.bold);
    assert_eq!(starts(&later), [date(2026, 2, 1), date(2026, 3, 1)], "it only begins later");
    plan.differ(plan.bold, "motion", "end", "\"2026-10-10\"");
    assert_eq!(starts(&plan.promoted(plan.bold)), [date(2026, 2, 1), date(2026, 3, 11)]);
}

/// Differences of all kinds, some of them unusable.
fn differences() -> impl Strategy<Value = Vec<(&'static str, &'static str, String)>> {
    let number = || (0..1_000_000_i64).prop_map(|number| number.to_string());
    let day =
        || (0..500_i32).prop_map(|days| serde_json::json!(date(2026, 1, 1) + jiff::Span::new().days(days)).to_string());
    let yes = || any::<bool>().prop_map(|yes| yes.to_string());
    let range = (0.0..1.0_f64).prop_map(|value| format!(r#"{{"value":{value},"low":{value},"high":1}}"#));
    let of = |table, column, value: BoxedStrategy<String>| (Just(table), Just(column), value);
    let one = prop_oneof![
        of("projection", "total", number().boxed()),
        of("projection", "months", (0..130_u32).prop_map(|months| months.to_string()).boxed()),
        of("projection", "input:win_rate", range.boxed()),
        of("projection", "figure:2026-03", number().boxed()),
        of("driver", "value", number().boxed()),
        of("motion", "start", day().boxed()),
        of("motion", "end", day().boxed()),
        of("motion", "active", yes().boxed()),
        of("budget_line", "planned_minor", number().boxed()),
        of("organization", "active", yes().boxed()),
        of("relationship", "lens", Just(STRATEGIC.to_owned()).boxed()),
    ];
    // A column differs once: the store holds it so.
    prop::collection::btree_map(0..11_u8, one, 0..8)
        .prop_map(|rows| {
            rows.into_values().map(|row| ((row.0, row.1), row)).collect::<std::collections::BTreeMap<_, _>>()
        })
        .prop_map(|rows| rows.into_values().collect())
}

proptest! {
    #[test]
    fn promoting_shows_in_expected_what_the_scenario_showed(bold in differences(), other in differences()) {
        let mut plan = Plan::new();
        let (first, second) = (plan.bold, plan.other);
        for (table, column, value) in &bold {
            plan.differ(first, table, column, value);
        }
        for (table, column, value) in &other {
            plan.differ(second, table, column, value);
        }
        let before = plan.fixture.workspace.clone();
        let shown = apply_scenario(&before, first);
        let expected = plan.promoted(first);
        prop_assert_eq!(&expected.projections, &shown.projections);
        prop_assert_eq!(&expected.projection_inputs, &shown.projection_inputs);
        prop_assert_eq!(&expected.projection_figures, &shown.projection_figures);
        prop_assert_eq!(&expected.drivers, &shown.drivers);
        prop_assert_eq!(&expected.motions, &shown.motions);
        prop_assert_eq!(&expected.budget_lines, &shown.budget_lines);
        prop_assert_eq!(&expected.organizations, &shown.organizations);
        let characters = |workspace| assess(workspace, TODAY).relationships.iter().map(|one| one.character).collect::<Vec<_>>();
        prop_assert_eq!(characters(&expected), characters(&shown));
        // What the other scenario set itself shows as before; one end of a motion may push the other.
        let (was, is) = (apply_scenario(&before, second), apply_scenario(&expected, second));
        for one in before.scenario_differences.iter().filter(|one| one.scenario == second && one.column != "end") {
            let says = |workspace| crate::scenario::column_value(workspace, &one.table, one.row, &one.column);
            let usable = !crate::unusable_differences(&before, second).contains(&one.id);
            prop_assert!(!usable || says(&was) == says(&is), "{} {}", one.column, one.value);
        }
    }
}
