//! What affiliates have brought back, by the month in which they began: a commission that recurs is followed for as long as it
//! is paid, where a single month would look too good. Must not know how it is drawn.

use std::collections::BTreeMap;

use super::evaluate::{Base, work_out};
use super::formula::{Cases, Worked};
use super::ledger::Rates;
use super::library::Library;
use super::line::Lines;
use crate::{Figure, Key, Metric, Month, MotionId, OrganizationId, Workspace};

/// Affiliates whose first revenue fell into one month.
#[derive(Debug, Clone, PartialEq)]
pub struct AffiliateCohort {
    /// That month.
    pub month: Month,
    /// Revenue ÷ cost from the first month to each of their months, the first being 0 months on; none over no cost.
    pub roas: Vec<Option<f64>>,
}

/// Sums of one affiliate and month, by metric, in whole units of the workspace's currency.
type Sums = BTreeMap<Key, f64>;

/// The cohorts up to `last`, the oldest first, of one motion or of all. Only figures that name an affiliate count; money in
/// another currency counts by a given rate, and not without one. Cost is what its formula makes of its parts, and what was
/// typed for it where none of them has a figure.
pub fn affiliate_cohorts(workspace: &Workspace, motion: Option<MotionId>, last: Month) -> Vec<AffiliateCohort> {
    let library = Library::of(&workspace.metrics, &workspace.settings.metric_rules);
    let mut cohorts: BTreeMap<Month, BTreeMap<Month, (f64, f64)>> = BTreeMap::new();
    for months in sums(workspace, &library, motion, last).into_values() {
        let revenue = |sums: &Sums| sums.get(&Key::literal("affiliate_revenue")).copied().unwrap_or(0.0);
        let Some(began) = months.iter().find(|(_, sums)| revenue(sums) != 0.0).map(|(month, _)| *month) else {
            continue;
        };
        for (month, sums) in months.range(began..) {
            let together = cohorts.entry(began).or_default().entry(*month).or_default();
            *together = (together.0 + revenue(sums), together.1 + cost(&library, sums, *month));
        }
    }
    cohorts.into_iter().map(|(month, months)| AffiliateCohort { month, roas: to_date(month, &months) }).collect()
}

fn sums(
    workspace: &Workspace,
    library: &Library,
    motion: Option<MotionId>,
    last: Month,
) -> BTreeMap<OrganizationId, BTreeMap<Month, Sums>> {
    let (currency, rates) = (workspace.settings.currency, Rates::of(&workspace.exchange_rates));
    let wanted = library.tree(&Key::literal("affiliate_cost"));
    let mut sums: BTreeMap<OrganizationId, BTreeMap<Month, Sums>> = BTreeMap::new();
    let counts = |actual: &&crate::Actual| {
        actual.month <= last
            && (motion.is_none() || actual.motion == motion)
            && (actual.metric.as_str() == "affiliate_revenue" || wanted.contains(&actual.metric))
    };
    for actual in workspace.actuals.iter().filter(counts) {
        let amount = match actual.figure {
            Figure::Number(number) => Some(number),
            Figure::Money(money) => rates
                .convert(money, currency, actual.month)
                .map(|(minor, _)| minor as f64 / currency.minor_per_unit() as f64),
        };
        if let (Some(organization), Some(amount)) = (actual.organization, amount) {
            let month = sums.entry(organization).or_default().entry(actual.month).or_default();
            *month.entry(actual.metric.clone()).or_insert(0.0) += amount;
        }
    }
    sums
}

fn cost(library: &Library, sums: &Sums, month: Month) -> f64 {
    let base = OneMonth { library, sums };
    work_out(library, &base, &Key::literal("affiliate_cost"), &Lines::All, month, month).figure.unwrap_or(0.0)
}

/// One affiliate's month as what formulas are worked out from.
struct OneMonth<'a> {
    library: &'a Library,
    sums: &'a Sums,
}

impl Base for OneMonth<'_> {
    /// What was typed for a whole gives way to its parts.
    fn base(&self, metric: &Metric, _: &Lines, _: Month, _: Month) -> Worked {
        let mut parts = self.library.tree(&metric.key);
        parts.remove(&metric.key);
        match self.sums.get(&metric.key).filter(|_| parts.iter().all(|part| !self.sums.contains_key(part))) {
            Some(figure) => Worked { figure: Ok(*figure), cases: Cases::Sum(0) },
            None => Worked::NOTHING,
        }
    }
}

/// Up to the last month with a figure.
fn to_date(began: Month, months: &BTreeMap<Month, (f64, f64)>) -> Vec<Option<f64>> {
    let Some(last) = months.keys().next_back() else { return Vec::new() };
    let mut together = (0.0, 0.0);
    let at = |month: Month| {
        let own = months.get(&month).copied().unwrap_or_default();
        together = (together.0 + own.0, together.1 + own.1);
        crate::portfolio::ratio(together.0, together.1)
    };
    began.to(*last).map(at).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::fixture::{Fixture, euros, month};
    use crate::{Currency, ExchangeRate, Money};

    fn cohorts(fixture: &Fixture) -> Vec<(String, Vec<Option<f64>>)> {
        let found = affiliate_cohorts(&fixture.workspace, None, month("2026-12"));
        found.into_iter().map(|cohort| (cohort.month.to_string(), cohort.roas)).collect()
    }

    #[test]
    fn affiliates_are_followed_from_their_first_revenue() {
        let mut fixture = Fixture::new();
        let (early, late) = (fixture.partner("Early"), fixture.partner("Late"));
        for (who, metric, at, amount) in [
            (early, "affiliate_revenue", "2026-01", 100),
            (early, "affiliate_cost", "2026-01", 20),
            // A recurring commission without new revenue.
            (early, "affiliate_cost", "2026-03", 30),
            (late, "affiliate_revenue", "2026-02", 75),
            (late, "commission", "2026-02", 15),
            (late, "network_fees", "2026-02", 10),
            // The parts have figures in this month: what was typed for the whole is not added to them.
            (late, "affiliate_cost", "2026-02", 500),
        ] {
            fixture.actual((None, Some(who)), metric, at, Figure::Money(euros(amount)));
        }
        assert_eq!(
            cohorts(&fixture),
            [
                // 100 ÷ 20; the same in a month of nothing; 100 ÷ 50.
                ("2026-01".to_owned(), vec![Some(5.0), Some(5.0), Some(2.0)]),
                // 75 ÷ (15 + 10).
                ("2026-02".to_owned(), vec![Some(3.0)]),
            ]
        );
    }

    #[test]
    fn another_currency_counts_by_a_rate_and_nothing_over_nothing() {
        let mut fixture = Fixture::new();
        let partner = fixture.partner("Partner");
        let dollars = |minor: i64| {
            let currency = Currency::parse("USD").unwrap();
            Figure::Money(Money { minor, currency })
        };
        fixture.actual((None, Some(partner)), "affiliate_revenue", "2026-01", Figure::Money(euros(100)));
        assert_eq!(cohorts(&fixture), [("2026-01".to_owned(), vec![None])]);
        fixture.actual((None, Some(partner)), "commission", "2026-01", dollars(50));
        assert_eq!(cohorts(&fixture), [("2026-01".to_owned(), vec![None])], "there is no rate yet");
        let rate = ExchangeRate {
            id: fixture.id(),
            from: Currency::parse("USD").unwrap(),
            to: Currency::EUR,
            rate: 0.8,
            date: date(2026, 1, 31),
            source: "ECB".to_owned(),
        };
        fixture.workspace.exchange_rates.push(rate);
        assert_eq!(cohorts(&fixture), [("2026-01".to_owned(), vec![Some(2.5)])]);
    }
}
