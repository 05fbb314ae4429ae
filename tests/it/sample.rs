//! The sample workspace tells one story: the same money, months and partners on every screen. Each figure is added up here
//! a second time, row by row, and has to meet what the rules answer.

use std::collections::{BTreeMap, BTreeSet};

use domain::revenue::won_by_partner;
use domain::{
    Assessment, Character, CostBehavior, Currency, Date, Deal, DealStage, Figure, Key, Ledger, Line, Lines, Metric,
    MetricSide, Month, Motion, MotionId, OverMonths, OverMotions, TouchKind, Workspace, apply_scenario, assess,
    balance, budget, unusable_differences,
};
use forecast::{Planned, in_scenario, outcome};
use uuid::Uuid;

fn sample() -> (Workspace, Date) {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Uuid::from_u128(next)
    };
    let read = import::template::embedded("sample").unwrap().read(&mut new_id).unwrap();
    (read.workspace, read.today.unwrap())
}

fn assessed() -> (Workspace, Assessment) {
    let (workspace, today) = sample();
    let assessment = assess(&workspace, today);
    (workspace, assessment)
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn half_year() -> impl Iterator<Item = Month> {
    month("2026-01").to(month("2026-06"))
}

fn near(left: f64, right: f64) -> bool {
    (left - right).abs() < 1e-6
}

/// What a motion, or all of them, measured of a metric in a month.
fn figure(workspace: &Workspace, lines: &Lines, metric: &str, at: Month) -> f64 {
    ledger(workspace).value(&key(metric), lines, at, at).figure.unwrap_or(0.0)
}

fn value(workspace: &Workspace, metric: &str, lines: &Lines, first: &str, last: &str) -> Option<f64> {
    ledger(workspace).value(&key(metric), lines, month(first), month(last)).figure
}

fn ledger(workspace: &Workspace) -> Ledger {
    Ledger::of(workspace, sample().1)
}

fn key(metric: &str) -> Key {
    Key::parse(metric).unwrap()
}

fn affiliate_motions(workspace: &Workspace) -> BTreeSet<MotionId> {
    let affiliate = |motion: &&Motion| motion.kind.as_str() == "affiliate_program";
    workspace.motions.iter().filter(affiliate).map(|motion| motion.id).collect()
}

#[test]
fn it_holds_what_the_start_screen_promises() {
    let (workspace, _) = sample();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for partner in workspace.partners() {
        *kinds.entry(partner.kind.as_str()).or_default() += 1;
    }
    let expect = [("affiliate", 14), ("brand", 8), ("reseller", 8), ("tech_integration", 15)];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), expect);
    assert_eq!((workspace.relationships.len(), workspace.motions.len(), workspace.scenarios.len()), (60, 12, 3));
    assert_eq!((workspace.accounts.len(), workspace.deals.len()), (60, 44));
    let lanes: BTreeSet<&Key> = workspace.motions.iter().map(|motion| &motion.kind).collect();
    assert_eq!(lanes.len(), 5);
    let months: BTreeSet<Month> = workspace.actuals.iter().map(|actual| actual.month).collect();
    assert_eq!(months.into_iter().collect::<Vec<_>>(), half_year().collect::<Vec<_>>());
}

#[test]
fn its_characters_come_from_the_rules() {
    let (workspace, assessment) = assessed();
    let counts = [Character::Strategic, Character::Ecotone, Character::Transactional, Character::Unknown];
    assert_eq!(counts.map(|character| assessment.count(character)), [14, 6, 19, 6]);
    assert_eq!(assessment.known.to_string(), "26 by evidence, 13 by judgment, 6 unknown; rules v1");
    for relationship in &assessment.relationships {
        for aspect in &relationship.aspects {
            assert!(!aspect.sentence(&workspace).is_empty());
        }
    }
}

#[test]
fn its_budget_adds_up_by_motion_by_payer_and_by_character() {
    let (workspace, assessment) = assessed();
    let planned: i64 = workspace.budget_lines.iter().map(|line| line.planned_minor).sum();
    assert_eq!(planned, 92_200_000);
    let budgets = budget::by_motion(&workspace);
    let by_motion: i64 = budgets.iter().map(|budget| budget.planned.of(Currency::EUR).minor).sum();
    assert_eq!(by_motion, planned);
    for budget in &budgets {
        let paid: i64 = budget.payers.iter().map(|(_, part)| part.of(Currency::EUR).minor).sum();
        assert_eq!(paid, budget.planned.of(Currency::EUR).minor);
        let [planned, committed, spent] =
            [&budget.planned, &budget.committed, &budget.spent].map(|amounts| amounts.of(Currency::EUR).minor);
        assert!(committed <= planned && spent <= planned, "{spent} spent of {planned}");
    }
    let split = budget::by_character(&workspace, &assessment, |motion| motion.by_kind);
    let minor = |amounts: &domain::Amounts| amounts.of(Currency::EUR).minor;
    assert_eq!((minor(&split.strategic), minor(&split.tactical)), (56_800_000, 35_400_000));
    assert_eq!(minor(&split.ecotone) + minor(&split.unknown), 0);
}

#[test]
fn its_balance_weighs_the_same_motions_four_ways() {
    let (workspace, assessment) = assessed();
    let balance = balance::balance(&workspace, &assessment);
    let days: f64 = workspace.tasks.iter().filter_map(|task| task.effort_days).sum();
    assert!(near(balance.effort.total(), days));
    assert!(near(balance.budget.total(), 922_000.0));
    assert_eq!((balance.by_kind.strategic, balance.by_kind.tactical), (10.0, 2.0));
    assert_eq!(
        (balance.by_evidence.strategic, balance.by_evidence.ecotone, balance.by_evidence.tactical),
        (7.0, 3.0, 2.0)
    );
    assert!(near(balance.by_kind.total(), 12.0) && near(balance.by_evidence.total(), 12.0));
}

/// Whole units won in a month with a partner that sourced the deal, or one that advanced it: deal by deal.
fn won(workspace: &Workspace, at: Month, sourced: bool, of: impl Fn(&Deal) -> bool) -> f64 {
    let partners = |deal: &Deal, kind| workspace.touches.iter().any(|row| row.deal == deal.id && row.kind == kind);
    let wanted = |deal: &&Deal| {
        let by_partner = partners(deal, TouchKind::Sourced);
        let part = if sourced { by_partner } else { !by_partner && partners(deal, TouchKind::Influenced) };
        deal.stage == DealStage::Won && deal.closed.is_some_and(|day| Month::of(day) == at) && part && of(deal)
    };
    workspace.deals.iter().filter(wanted).map(|deal| deal.amount.to_f64()).sum()
}

#[test]
fn its_strategic_actuals_are_its_deals() {
    let (workspace, _) = sample();
    for at in half_year() {
        for (metric, sourced) in [("revenue", false), ("sourced_revenue", true)] {
            for motion in &workspace.motions {
                let expect = won(&workspace, at, sourced, |deal| deal.motion == Some(motion.id));
                let found = figure(&workspace, &Lines::one(Line::Motion(motion.id)), metric, at);
                assert!(near(found, expect), "{} {metric} {at}: {found}, deals {expect}", motion.name);
            }
            let expect = won(&workspace, at, sourced, |_| true);
            assert!(near(figure(&workspace, &Lines::All, metric, at), expect), "{metric} {at}");
        }
    }
}

#[test]
fn its_partners_share_every_deal_once() {
    let (workspace, _) = sample();
    let (first, last) = (month("2026-01").first_day(), month("2026-06").last_day());
    let shared: f64 = won_by_partner(&workspace, first, last).values().map(|money| money.to_f64()).sum();
    let half = |metric| value(&workspace, metric, &Lines::All, "2026-01", "2026-06").unwrap();
    assert!(shared > 0.0 && shared <= half("partner_revenue") + 1e-6);
    let raw: f64 =
        workspace.deals.iter().filter(|deal| deal.stage == DealStage::Won).map(|deal| deal.amount.to_f64()).sum();
    assert!(near(half("won_revenue"), raw));
    for deal in &workspace.deals {
        let touches: Vec<_> = workspace.touches.iter().filter(|touch| touch.deal == deal.id).collect();
        assert!(touches.iter().map(|touch| touch.share).sum::<f64>() <= 1.0 + 1e-9, "{}", deal.name);
        assert!(deal.closed.is_none_or(|closed| closed > deal.opened), "{}", deal.name);
        assert_eq!(deal.stage == DealStage::Open, deal.closed.is_none(), "{}", deal.name);
    }
}

#[test]
fn its_affiliate_money_is_the_same_in_budget_plan_and_actuals() {
    let (workspace, _) = sample();
    let motions = affiliate_motions(&workspace);
    let variable: Vec<_> = workspace
        .budget_lines
        .iter()
        .filter(|line| motions.contains(&line.motion) && line.behavior == CostBehavior::Variable)
        .collect();
    let spent: i64 = variable.iter().map(|line| line.spent_minor).sum();
    let planned: i64 = variable.iter().map(|line| line.planned_minor).sum();

    let measured = |metric, first, last| value(&workspace, metric, &Lines::All, first, last);
    let expected = |metric, last| {
        let planned = Planned::of(&workspace);
        let range =
            planned.value(ledger(&workspace).library(), &key(metric), &Lines::All, month("2026-01"), month(last));
        range.unwrap().mid
    };
    let cost = measured("affiliate_cost", "2026-01", "2026-06").unwrap();
    assert!(near(cost, spent as f64 / 100.0), "{cost} measured, {spent} cents spent");
    let year = expected("affiliate_cost", "2026-12");
    assert!(near(year, planned as f64 / 100.0), "{year} projected, {planned} cents planned");

    let raw = |metric: &str| -> f64 {
        let rows =
            workspace.actuals.iter().filter(|actual| actual.metric.as_str() == metric && actual.motion.is_some());
        rows.map(|actual| actual.figure.to_f64()).sum()
    };
    let roas = measured("roas", "2026-01", "2026-06").unwrap();
    assert!(near(roas, raw("affiliate_revenue") / raw("affiliate_cost")));
    assert!(near(measured("cpa", "2026-01", "2026-06").unwrap(), raw("affiliate_cost") / raw("orders")));
    assert!(near(expected("roas", "2026-06"), 4.5));
    assert_eq!(measured("roas", "2025-01", "2025-12"), None);
}

#[test]
fn its_variances_add_up_to_the_portfolio() {
    let (workspace, _) = sample();
    let (ledger, planned) = (ledger(&workspace), Planned::of(&workspace));
    let period = (month("2026-01"), month("2026-12"));
    let adding = |metric: &&Metric| metric.over_months == OverMonths::Sum && metric.over_motions == OverMotions::Sum;
    let mut compared = 0;
    for metric in workspace.metrics.iter().filter(adding) {
        let of = |lines: &Lines| outcome(&ledger, &planned, lines, &metric.key, period).unwrap();
        let all = of(&Lines::All);
        let (Some(to_date), Some(expected)) = (all.to_date, all.whole) else { continue };
        compared += 1;
        assert_eq!(to_date.month, month("2026-06"), "{}", metric.key);
        let motions = workspace.motions.iter().map(|motion| Line::Motion(motion.id));
        let lines: Vec<_> = motions.chain([Line::Shared, Line::Outside]).map(|line| of(&Lines::one(line))).collect();
        let at_june =
            |outcome: &forecast::Outcome| outcome.months[5].cumulative_projected.map_or(0.0, |range| range.mid);
        assert!(near(lines.iter().map(at_june).sum::<f64>(), to_date.projected.unwrap()), "{}", metric.key);
        assert!(near(lines.iter().filter_map(|line| line.whole).map(|range| range.mid).sum(), expected.mid));
        let measured: f64 = lines.iter().flat_map(|outcome| &outcome.months).filter_map(|month| month.actual).sum();
        assert!(near(measured, to_date.actual), "{}: {measured} and {}", metric.key, to_date.actual);
        let own = |month: &forecast::OutcomeMonth| {
            month.actual.unwrap_or(0.0) - month.projected.map_or(0.0, |range| range.mid)
        };
        let (by_month, variance): (f64, f64) = (all.months[..6].iter().map(own).sum(), to_date.variance.unwrap());
        assert!(near(by_month, variance), "{}: {by_month} and {variance}", metric.key);
    }
    assert!(compared >= 7, "{compared}");
}

#[test]
fn its_two_sides_never_meet_in_a_motion() {
    let (workspace, _) = sample();
    let tactical = affiliate_motions(&workspace);
    let side = |key: &Key| workspace.metrics.iter().find(|metric| metric.key == *key).unwrap().side;
    for projection in &workspace.projections {
        let expect = if tactical.contains(&projection.motion) { MetricSide::Tactical } else { MetricSide::Strategic };
        assert_eq!(side(&projection.metric), expect);
    }
}

#[test]
fn its_one_clash_is_listed_and_not_counted() {
    let (workspace, _) = sample();
    let key = key("affiliate_revenue");
    let ledger = ledger(&workspace);
    let clashes: Vec<_> = ledger.clashes().iter().filter(|clash| clash.metric == key).collect();
    assert_eq!(clashes.len(), 1);
    assert_eq!(clashes[0].month, month("2026-05"));
    let with_motion =
        workspace.actuals.iter().filter(|a| a.metric == key && a.month == month("2026-05") && a.motion.is_some());
    let sum: i64 = with_motion.map(|a| if let Figure::Money(money) = a.figure { money.minor } else { 0 }).sum();
    assert!(near(figure(&workspace, &Lines::All, "affiliate_revenue", month("2026-05")), sum as f64 / 100.0));
}

#[test]
fn its_scenarios_differ_from_expected_and_from_each_other() {
    let (workspace, today) = sample();
    let total = |workspace: &Workspace| {
        let (ledger, planned) = (ledger(workspace), Planned::of(workspace));
        let (first, last) = (month("2026-01"), month("2026-12"));
        planned.value(ledger.library(), &key("revenue"), &Lines::All, first, last).unwrap().mid
    };
    let mut totals = vec![total(&workspace)];
    for scenario in &workspace.scenarios {
        assert_eq!(unusable_differences(&workspace, scenario.id), [], "{}", scenario.name);
        totals.push(total(&in_scenario(&workspace, scenario.id)));
    }
    let totals: Vec<String> = totals.iter().map(|total| format!("{total:.0}")).collect();
    assert_eq!(totals, ["3930000", "4190000", "3490000", "3540000"]);
    let graduated =
        workspace.scenarios.iter().find(|scenario| scenario.name.as_str() == "Graduate affiliates").unwrap();
    assert_eq!(assess(&apply_scenario(&workspace, graduated.id), today).count(Character::Strategic), 16);
}

#[test]
fn its_work_lies_inside_its_motions() {
    let (workspace, today) = sample();
    let motion = |id| workspace.motions.iter().find(|motion| motion.id == id).unwrap();
    for task in &workspace.tasks {
        let motion = motion(task.motion);
        let (start, due) = (task.start.unwrap(), task.due.unwrap());
        assert!(motion.start <= start && start <= due && due <= motion.end, "{}: {}", motion.name, task.name);
        assert!(!task.done || due <= today, "{}: {}", motion.name, task.name);
    }
    for milestone in &workspace.milestones {
        let motion = motion(milestone.motion);
        assert!((motion.start..=motion.end).contains(&milestone.date), "{}: {}", motion.name, milestone.name);
        assert!(!milestone.reached || milestone.date <= today, "{}: {}", motion.name, milestone.name);
    }
    for dependency in &workspace.dependencies {
        assert!(motion(dependency.motion).start > motion(dependency.after).start);
    }
}

#[test]
fn the_templates_hold_as_many_partners_as_they_say() {
    for (name, partners, relationships) in [("saas", 18, 23), ("ecommerce", 24, 27), ("reseller", 15, 20)] {
        let mut next = 0;
        let mut new_id = || {
            next += 1;
            Uuid::from_u128(next)
        };
        let read = import::template::embedded(name).unwrap().read(&mut new_id).unwrap().workspace;
        assert_eq!((read.partners().count(), read.relationships.len()), (partners, relationships), "{name}");
        assert_eq!(read.relationship_kinds.len(), 14, "{name} uses only built-in kinds");
    }
}
