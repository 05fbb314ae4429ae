//! What charts of rows and panels say and how they look, for a few inputs.

use super::words::{fills, has};
use super::*;

#[test]
fn panels_say_how_far_from_plan_they_are() {
    let panel = |name: &str, plan: f64, actual: Option<f64>| MultiplesPanel {
        id: format!("motion:{name}"),
        name: name.into(),
        projected: (1..=12).map(|month| Some(plan * f64::from(month))).collect(),
        actual: actual.into_iter().map(Some).collect(),
    };
    let picture = multiples(&MultiplesInput {
        measure: revenue(),
        frame: Frame::new(460.0, 260.0),
        first: Month::new(2026, 1).unwrap(),
        panels: vec![
            panel("Peak Season Playbook", 100e3, Some(110e3)),
            panel("Native order sync", 100e3, Some(93e3)),
            panel("A name that is far too long for the little room that it has", 100e3, Some(100e3)),
            panel("No plan", 0.0, Some(5e3)),
            panel("Not begun", 50e3, None),
        ],
    });
    has(
        &picture,
        &["+10% to plan", "−7% to plan", "on plan", "+€5k to plan", "nothing measured", "One scale: €0 to €1.2M"],
    );
    let cut = picture.list.items.iter().find_map(|item| match item {
        Item::Label { title: Some(title), lines, .. } => Some((lines[0].clone(), title.clone())),
        _ => None,
    });
    let (shown, whole) = cut.unwrap();
    assert!(shown.ends_with('…') && whole.starts_with("A name that is far too long"));
    assert_eq!(picture.plot.panels.len(), 5);
    assert!(
        picture
            .list
            .alt
            .contains("3 of 4 on plan or better. From Peak Season Playbook +€10k to Native order sync −€7k."),
        "{}",
        picture.list.alt
    );
}

#[test]
fn rows_say_actual_and_plan() {
    let row = |name: &str, actual, target| BulletRow {
        id: format!("metric:{name}"),
        measure: Measure { name: name.into(), ..revenue() },
        actual,
        target,
    };
    let picture = bullet(&BulletInput {
        title: "Strategy to 31 May".into(),
        frame: Frame::new(360.0, 200.0),
        rows: vec![
            row("Revenue", Some(562e3), Some(Projected { low: Some(480e3), mid: 540e3, high: Some(600e3) })),
            row("Pipeline", None, Some(Projected::certain(1e6))),
        ],
    });
    has(&picture, &["Revenue", "€562k", "plan €540k", "Pipeline", "—", "plan €1M"]);
    assert_eq!(
        picture.list.alt,
        "Strategy to 31 May. 1 of 1 on plan or better. Revenue: €562k, plan €540k. Pipeline: nothing measured, plan €1M."
    );
}

#[test]
fn ranked_rows_carry_variance_and_share() {
    let row = |name: &str, planned: f64, actual: Option<f64>| RankedRow {
        id: format!("motion:{name}"),
        name: name.into(),
        planned: Some(planned),
        actual,
    };
    let picture = ranked(&RankedInput {
        measure: revenue(),
        frame: Frame::new(480.0, 160.0),
        rows: vec![
            row("Playbook", 560e3, Some(618e3)),
            row("Introductions", 130e3, Some(107e3)),
            row("New", 0.0, Some(5e3)),
            row("Silent", 50e3, None),
        ],
    });
    has(&picture, &["Playbook", "+58", "+10%", "−23", "−18%", "€k to plan", "+5", "—"]);
    assert_eq!(fills(&series(&picture, "motion:")), ["c-up", "c-down", "c-up"]);
    let alt = &picture.list.alt;
    assert!(
        alt.contains("2 of 3 on plan or better. Most above plan: Playbook, +€58k. Least: Introductions, −€23k."),
        "{alt}"
    );
}

#[test]
fn scenarios_stand_against_the_first() {
    let row = |name: &str, low, mid, high| ScenarioRow {
        id: format!("scenario:{name}"),
        name: name.into(),
        outcome: Some(Projected { low: Some(low), mid, high: Some(high) }),
    };
    let picture = scenarios(&ScenariosInput {
        measure: Measure { name: "Revenue by December".into(), ..revenue() },
        frame: Frame::new(240.0, 160.0),
        rows: vec![row("Expected", 6.8e6, 8.4e6, 10.2e6), row("Lose top reseller", 4.9e6, 6.2e6, 7.7e6)],
    });
    has(&picture, &["Expected", "€8.4M", "Lose top reseller", "€6.2M", "4", "€12M"]);
    assert_eq!(
        picture.list.alt,
        "Revenue by December by scenario. Expected comes out highest. Expected: €8.4M, range €6.8M to €10.2M. Lose top \
         reseller: €6.2M, range €4.9M to €7.7M."
    );
    let dotted =
        |item: &&Item| matches!(item, Item::Path { stroke: Some(stroke), .. } if stroke.paint.color == "text-3");
    assert_eq!(picture.list.items.iter().filter(dotted).count(), 1, "the first one's middle through the other");
}

#[test]
fn a_waterfall_lands_where_its_steps_lead() {
    let step = |name: &str, change| WaterfallStep { id: format!("effect:{name}"), name: name.into(), change };
    let picture = waterfall(&WaterfallInput {
        measure: revenue(),
        frame: Frame::new(480.0, 200.0),
        start: ("Plan".into(), 8.4e6),
        steps: vec![step("Win rate", 310e3), step("Later start", -80e3)],
        end: "Landing".into(),
    });
    has(&picture, &["Plan", "€8.4M", "Win rate", "+€310k", "−€80k", "Landing", "€8.63M"]);
    let alt = &picture.list.alt;
    assert!(alt.contains("Landing €8.63M, €230k above plan, which is better; Win rate weighs most."), "{alt}");
    let stands: Vec<&str> = picture.table.rows.iter().map(|row| row[2].text.as_str()).collect();
    assert_eq!(stands, ["€8.4M", "€8.71M", "€8.63M", "€8.63M"]);
}

#[test]
fn a_tornado_puts_the_widest_first() {
    let driver = |name: &str, low, high| TornadoDriver { id: format!("driver:{name}"), name: name.into(), low, high };
    let picture = tornado(&TornadoInput {
        measure: revenue(),
        frame: Frame::new(480.0, 140.0),
        base: 8.4e6,
        drivers: vec![driver("Leads", 8.1e6, 8.6e6), driver("Win rate", 7.1e6, 9.9e6), driver("Broken", f64::NAN, 1.0)],
    });
    has(&picture, &["€8.4M in the middle", "€7.1M", "€9.9M", "€8.1M", "€8.6M"]);
    let names: Vec<&str> = picture.plot.panels.iter().map(|panel| panel.name.as_str()).collect();
    assert_eq!(names, ["Win rate", "Leads"]);
    assert!(picture.list.alt.contains("Win rate moves it most, by €2.8M."), "{}", picture.list.alt);
    assert_eq!(picture.table.rows.len(), 3, "the table keeps what cannot be drawn");
}

#[test]
fn a_funnel_says_what_goes_on() {
    let stage = |name: &str, unit, planned, actual| FunnelStage {
        id: format!("stage:{name}"),
        measure: Measure { name: name.into(), unit, ..revenue() },
        planned: Some(planned),
        actual: Some(actual),
    };
    let picture = funnel(&FunnelInput {
        title: "Playbook to 31 May".into(),
        frame: Frame::new(380.0, 240.0),
        stages: vec![
            stage("Leads", MetricUnit::Count, 840.0, 1_020.0),
            stage("Wins", MetricUnit::Count, 210.0, 204.0),
            stage("Value", MetricUnit::Money, 2.1e6, 2.04e6),
        ],
    });
    has(&picture, &["Leads", "1,020", "plan 840", "↓ 20% go on, plan 25%", "↓ €10k each, plan €10k", "€2.04M"]);
    assert!(picture.list.alt.contains("Value: €60k below plan, which is worse."), "{}", picture.list.alt);
}

#[test]
fn coverage_needs_enough_actuals() {
    let row = |name: &str, inside, of| CoverageRow { id: format!("model:{name}"), name: name.into(), inside, of };
    let picture = coverage(&CoverageInput {
        title: "Coverage".into(),
        frame: Frame::new(440.0, 140.0),
        expected: 0.8,
        floor: 3,
        rows: vec![row("Linear", 9, 12), row("S-curve", 2, 2)],
    });
    has(&picture, &["75%", "9 of 12", "too few", "2 of 2", "80% expected", "100%"]);
    assert_eq!(series(&picture, "model:").len(), 1, "too few make no bar");
    let alt = &picture.list.alt;
    assert!(alt.contains("11 of 14 actuals (79%) lay inside their range, where 80% are expected."), "{alt}");
}

#[test]
fn hostile_names_stay_text() {
    let name = "<script>alert(1)</script> & \"x\" \u{202e}\u{0}]]>";
    let picture = ranked(&RankedInput {
        measure: Measure { name: name.into(), ..revenue() },
        frame: Frame::new(600.0, 120.0),
        rows: vec![RankedRow { id: name.into(), name: name.into(), planned: Some(1.0), actual: Some(2.0) }],
    });
    let svg = crate::svg::write(&picture.list, crate::Theme::Light, &crate::svg::SvgOptions::default());
    let document = roxmltree::Document::parse(&svg).unwrap();
    assert!(document.descendants().all(|node| !node.has_tag_name("script")));
    let text = |node: &roxmltree::Node| node.is_text() && node.text().is_some_and(|text| text.contains("<script>"));
    assert!(document.descendants().any(|node| text(&node)), "{svg}");
}
