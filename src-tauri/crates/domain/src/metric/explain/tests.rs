use jiff::civil::date;

use super::*;
use crate::fixture::month;
use crate::metric::ledger::EntrySource;
use crate::metric::ledger::tests::{TODAY, quarter};
use crate::{Figure, Key};

/// Every metric's formula with the numbers put in, read as a formula again, gives the figure; its sources add up to it.
pub(in crate::metric) fn recomputes(ledger: &Ledger, lines: &Lines, first: Month, last: Month) {
    for metric in ledger.library().metrics() {
        let explained = explain(ledger, &metric.key, lines, first, last).unwrap();
        let raw = work_out(ledger.library(), ledger, &metric.key, lines, first, last).figure;
        if let Some(numbers) = &explained.with_numbers {
            let again = Formula::parse(numbers).unwrap().work_out(&mut |_| Worked::NOTHING).figure;
            assert_eq!(again.ok(), raw.ok(), "{}: {numbers}", metric.key);
        } else if metric.over_months == crate::OverMonths::Sum && metric.over_motions == crate::OverMotions::Sum {
            let sum: f64 = explained.sources.iter().map(|source| source.amount).sum();
            assert!((sum - raw.unwrap_or(0.0)).abs() < 0.001, "{}: {sum} is not {raw:?}", metric.key);
        }
    }
}

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

#[test]
fn every_figure_of_the_quarter_is_recomputed_from_what_is_shown() {
    let (fixture, motions) = quarter();
    let ledger = Ledger::of(&fixture.workspace, TODAY);
    let lines = motions.map(crate::Line::Motion).into_iter().chain([crate::Line::Shared, crate::Line::Outside]);
    for lines in lines.map(Lines::one).chain([Lines::All]) {
        for month in month("2025-12").to(month("2026-07")) {
            recomputes(&ledger, &lines, month, month);
        }
        recomputes(&ledger, &lines, month("2026-01"), month("2026-12"));
    }
}

#[test]
fn formulas_show_their_numbers() {
    let (mut fixture, [m1, _]) = quarter();
    fixture.actual((Some(m1), None), "affiliate_cost", "2026-02", Figure::Number(80.5));
    let ledger = Ledger::of(&fixture.workspace, TODAY);
    for (metric, first, last, formula, numbers) in [
        ("roas", "2026-01", "2026-01", "affiliate_revenue / affiliate_cost", "2000 / 200"),
        ("affiliate_cost", "2026-01", "2026-01", "commission + network_fees + bonuses", "150 + 30 + 20"),
        ("affiliate_cost", "2026-01", "2026-02", "commission + network_fees + bonuses", "150 + 30 + 20 + 80.5"),
        ("affiliate_cost", "2026-02", "2026-02", "commission + network_fees + bonuses", "80.5"),
        ("epc", "2026-02", "2026-02", "commission / clicks", "commission / clicks"),
        ("co_sell_influence", "2026-01", "2026-03", "pipeline / all_pipeline", "500 / 1200"),
        ("win_rate_lift", "2026-01", "2026-03", "win_rate_with_partner - win_rate_without_partner", "1 - 0.5"),
    ] {
        let explained = explain(&ledger, &key(metric), &Lines::All, month(first), month(last)).unwrap();
        assert_eq!(explained.formula.as_deref(), Some(formula), "{metric}");
        assert_eq!(explained.with_numbers.as_deref(), Some(numbers), "{metric} {first} {last}");
    }
}

#[test]
fn parts_tell_their_sources_and_settings_what_they_are() {
    let (fixture, _) = quarter();
    let ledger = Ledger::of(&fixture.workspace, TODAY);
    let explained =
        explain(&ledger, &key("co_sell_influence"), &Lines::All, month("2026-01"), month("2026-03")).unwrap();
    let parts: Vec<_> = explained.parts.iter().map(|part| (part.metric.as_str(), part.figure, part.cases)).collect();
    assert_eq!(parts, [("all_pipeline", Some(1_200.0), 4), ("pipeline", Some(500.0), 2)]);
    assert_eq!(explained.parts[1].sources, [SourceSum { source: EntrySource::Deal, many: 2, amount: 500.0 }]);
    let settings: Vec<_> = explained.settings.iter().map(|used| (used.name.as_str(), used.value.as_str())).collect();
    assert_eq!(settings, [("Days from introduction to closing", "180"), ("Quiet days before an introduction", "90")]);
    let typed = explain(&ledger, &key("orders"), &Lines::All, month("2026-01"), month("2026-03")).unwrap();
    let source = EntrySource::Actual { source: "typed".into(), batch: None, confirmed: true };
    assert_eq!(typed.sources, [SourceSum { source, many: 1, amount: 20.0 }]);
    let spread = explain(&ledger, &key("concentration"), &Lines::All, month("2026-01"), month("2026-03")).unwrap();
    assert_eq!(spread.partners.iter().map(|one| one.amount).collect::<Vec<_>>(), [160.0, 40.0]);
}

#[test]
fn what_is_left_out_is_said() {
    let (mut fixture, _) = quarter();
    let usd = crate::Currency::parse("USD").unwrap();
    fixture.deal(crate::DealStage::Won, 100, date(2026, 1, 1), Some(date(2026, 2, 1)));
    fixture.workspace.deals.last_mut().unwrap().amount.currency = usd;
    let ledger = Ledger::of(&fixture.workspace, TODAY);
    let explained = explain(&ledger, &key("sourced_share"), &Lines::All, month("2026-01"), month("2026-03")).unwrap();
    let left: Vec<_> = explained.left_out.iter().map(|one| one.metric.as_str()).collect();
    assert_eq!(left, ["won_revenue"]);
}
