//! Every figure of the sample can be recomputed from its explanation: each metric, motion and month.

use domain::metric::formula::Worked;
use domain::metric::ledger::WhyLeftOut;
use domain::{Date, Explanation, Formula, Ledger, Line, Lines, Month, OverMonths, OverMotions, explain};
use import::template::embedded;

use crate::ids;

/// The sample's ledger with its lines: the portfolio, each motion, what motions share, and the rest.
fn sample() -> (Ledger, Vec<Lines>) {
    let template = embedded("sample").unwrap().read(&mut ids()).unwrap();
    let today = "2026-06-30".parse::<Date>().unwrap();
    let motions = template.workspace.motions.iter().map(|motion| Line::Motion(motion.id));
    let lines = motions.chain([Line::Shared, Line::Outside]).map(Lines::one).chain([Lines::All]).collect();
    (Ledger::of(&template.workspace, today), lines)
}

/// The figure as a reader would work it out: from the formula with the numbers put in, or by adding up the sources.
fn recomputed(explained: &Explanation) -> Option<f64> {
    match &explained.with_numbers {
        Some(numbers) => Formula::parse(numbers).unwrap().work_out(&mut |_| Worked::NOTHING).figure.ok(),
        None => Some(explained.sources.iter().map(|source| source.amount).sum()),
    }
}

#[test]
fn every_figure_of_the_sample_is_recomputed_from_what_is_shown() {
    let (ledger, lines) = sample();
    let month = |text| Month::parse(text).unwrap();
    let (first, last) = (month("2026-01"), month("2026-12"));
    let periods: Vec<(Month, Month)> = first.to(last).map(|at| (at, at)).chain([(first, last)]).collect();
    let mut figures = 0;
    for metric in ledger.library().metrics() {
        let adds = metric.over_months == OverMonths::Sum && metric.over_motions == OverMotions::Sum;
        for lines in &lines {
            for &(first, last) in &periods {
                let explained = explain(&ledger, &metric.key, lines, first, last).unwrap();
                let Some(figure) = explained.value.figure else { continue };
                if explained.formula.is_some() || adds {
                    let again = recomputed(&explained).unwrap();
                    let same = if explained.formula.is_some() {
                        again.to_bits() == figure.to_bits()
                    } else {
                        (again - figure).abs() < 0.005
                    };
                    assert!(
                        same,
                        "{} {first}..{last}: {again} is not {figure} ({:?})",
                        metric.key, explained.with_numbers
                    );
                    figures += 1;
                }
            }
        }
    }
    assert!(figures > 3_500, "{figures}");
}

#[test]
fn what_was_typed_in_the_sample_is_what_its_deals_say() {
    let (ledger, _) = sample();
    let said: Vec<String> = ledger
        .clashes()
        .iter()
        .map(|one| format!("{} {} typed {} counted {}", one.metric, one.month, one.typed, one.counted))
        .collect();
    // Given for an organization alone, in a month that its motion covers.
    assert_eq!(said, ["affiliate_revenue 2026-05 typed 14880 counted 122491"]);
    // No deal of the sample says how likely it is.
    assert!(ledger.left_out().iter().all(|one| one.why == WhyLeftOut::NoProbability));
}
