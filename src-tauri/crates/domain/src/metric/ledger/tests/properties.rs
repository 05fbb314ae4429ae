use super::*;
use crate::{DealId, Touch};

/// A deal: account, cents, stage, days of opening and closing after 1 January, motion, dollars.
type AnyDeal = (usize, i64, u8, i64, Option<i64>, Option<usize>, bool);
/// A touch: deal, partner, kind, day, motion, share.
type AnyTouch = (usize, usize, u8, i64, Option<usize>, f64);
/// An actual: motion, partner, metric, month, cents, dollars.
type AnyActual = (Option<usize>, usize, usize, i32, i64, bool);

const TYPED: [&str; 8] =
    ["revenue", "sourced_revenue", "pipeline", "affiliate_revenue", "affiliate_cost", "commission", "orders", "clicks"];

fn deals() -> impl Strategy<Value = Vec<AnyDeal>> {
    let deal = (
        0..4_usize,
        0..1_000_000_i64,
        0..3_u8,
        0..300_i64,
        prop::option::of(0..300_i64),
        prop::option::of(0..3_usize),
        prop::bool::weighted(0.2),
    );
    prop::collection::vec(deal, 0..12)
}

fn touches() -> impl Strategy<Value = Vec<AnyTouch>> {
    prop::collection::vec(
        (0..12_usize, 0..3_usize, 0..3_u8, -60..300_i64, prop::option::of(0..3_usize), 0.0..0.6_f64),
        0..16,
    )
}

fn actuals() -> impl Strategy<Value = Vec<AnyActual>> {
    let actual = (
        prop::option::of(0..3_usize),
        0..3_usize,
        0..TYPED.len(),
        0..12_i32,
        -10_000..1_000_000_i64,
        prop::bool::weighted(0.2),
    );
    prop::collection::vec(actual, 0..16)
}

/// A workspace with three motions and partners, a rate for half of the year, and all of these.
fn workspace(deals: &[AnyDeal], touches: &[AnyTouch], actuals: &[AnyActual]) -> (Workspace, Vec<MotionId>) {
    let mut fixture = Fixture::new();
    let usd = Currency::parse("USD").unwrap();
    let partners = ["P", "Q", "R"].map(|name| fixture.partner(name));
    let motions: Vec<MotionId> =
        (0..3).map(|_| fixture.motion("referral", date(2026, 1, 1), date(2026, 12, 31), &partners)).collect();
    let day = |days: i64| date(2026, 1, 1).saturating_add(jiff::Span::new().days(days));
    let currency = |dollars: bool| if dollars { usd } else { Currency::EUR };
    let mut ids: Vec<DealId> = Vec::new();
    for &(account, minor, stage, opened, closed, motion, dollars) in deals {
        let stage = [DealStage::Open, DealStage::Won, DealStage::Lost][usize::from(stage)];
        ids.push(fixture.deal(stage, minor, day(opened), closed.map(|days| day(opened + days))));
        let deal = fixture.workspace.deals.last_mut().unwrap();
        deal.motion = motion.map(|index| motions[index]);
        deal.amount.currency = currency(dollars);
        let first = ids.len().checked_sub(account + 2).map(|index| fixture.workspace.deals[index].account);
        if let Some(account) = first {
            fixture.workspace.deals.last_mut().unwrap().account = account;
        }
    }
    for &(deal, partner, kind, days, motion, share) in touches {
        let Some(&deal) = ids.get(deal) else { continue };
        let kind = [TouchKind::Sourced, TouchKind::Influenced, TouchKind::Delivered][usize::from(kind)];
        fixture.touch(deal, partners[partner], kind, day(days), share);
        fixture.workspace.touches.last_mut().unwrap().motion = motion.map(|index| motions[index]);
    }
    for &(motion, partner, metric, at, minor, dollars) in actuals {
        let metric = TYPED[metric];
        let money = !matches!(metric, "orders" | "clicks");
        let figure = if money {
            Figure::Money(Money { minor, currency: currency(dollars) })
        } else {
            Figure::Number((minor / 100) as f64)
        };
        let at = month("2026-01").plus(at).to_string();
        fixture.actual((motion.map(|index| motions[index]), Some(partners[partner])), metric, &at, figure);
    }
    let id = fixture.id();
    let rate =
        ExchangeRate { id, from: usd, to: Currency::EUR, rate: 0.91, date: date(2026, 6, 1), source: "ECB".into() };
    fixture.workspace.exchange_rates.push(rate);
    (fixture.workspace, motions)
}

fn same(left: f64, right: f64) -> bool {
    (left - right).abs() < 0.001
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Line 3 of the issue: for every metric that adds up, in each month and in the year.
    #[test]
    fn motions_and_shared_and_outside_make_the_portfolio(deals in deals(), touches in touches(), actuals in actuals()) {
        let (workspace, motions) = workspace(&deals, &touches, &actuals);
        let ledger = Ledger::of(&workspace, TODAY);
        let lines: Vec<Lines> = motions.iter().map(|motion| Line::Motion(*motion)).chain([Line::Shared, Line::Outside])
            .map(Lines::one).collect();
        let (first, last) = (month("2025-11"), month("2027-10"));
        let sums = |metric: &&Metric| {
            metric.over_months == OverMonths::Sum && metric.over_motions == OverMotions::Sum
                || matches!(metric.origin, MetricOrigin::Counted(Count::WonTargetAccounts))
        };
        for metric in ledger.library().metrics().filter(sums) {
            let of = |lines: &Lines, first, last| ledger.value(&metric.key, lines, first, last).figure.unwrap_or(0.0);
            let total = |first, last| lines.iter().map(|line| of(line, first, last)).sum::<f64>();
            prop_assert!(same(of(&Lines::All, first, last), total(first, last)), "{}", metric.key);
            for at in ["2026-02", "2026-07"] {
                let at = month(at);
                prop_assert!(same(of(&Lines::All, at, at), total(at, at)), "{} {at}", metric.key);
            }
            if metric.over_months == OverMonths::Sum {
                let months: f64 = first.to(last).map(|at| of(&Lines::All, at, at)).sum();
                prop_assert!(same(of(&Lines::All, first, last), months), "{} by month", metric.key);
            }
        }
    }

    /// Sourced and influenced exclude each other: together they are worth no more than the deals that partners advanced.
    #[test]
    fn sourced_and_influenced_never_exceed_what_partners_touched(deals in deals(), touches in touches()) {
        let (workspace, _) = workspace(&deals, &touches, &[]);
        let ledger = Ledger::of(&workspace, TODAY);
        let (first, last) = (month("2025-11"), month("2028-12"));
        let of = |metric: &str| ledger.value(&key(metric), &Lines::All, first, last).figure.unwrap_or(0.0);
        let rates = Rates::of(&workspace.exchange_rates);
        let advanced = |touch: &Touch, deal: DealId| touch.deal == deal && touch.kind != TouchKind::Delivered;
        let touched: f64 = workspace.deals.iter()
            .filter(|deal| workspace.touches.iter().any(|touch| advanced(touch, deal.id)))
            .filter_map(|deal| {
                let closed = deal.closed.filter(|_| deal.stage == DealStage::Won)?;
                rates.convert(deal.amount, Currency::EUR, Month::of(closed))
            })
            .map(|(minor, _)| minor as f64 / 100.0)
            .sum();
        prop_assert!(same(of("revenue") + of("sourced_revenue"), touched));
        let partners: i64 = ledger.partners(&Lines::All, first, last).iter().map(|(_, minor)| minor).sum();
        prop_assert!(partners as f64 / 100.0 <= touched + 0.001);
        prop_assert!(of("pipeline") + of("sourced_pipeline") <= of("all_pipeline") + 0.001);
    }

    /// Whatever the formula text says with the numbers put in is the figure itself.
    #[test]
    fn the_numbers_put_in_give_the_figure(deals in deals(), touches in touches(), actuals in actuals()) {
        let (workspace, motions) = workspace(&deals, &touches, &actuals);
        let ledger = Ledger::of(&workspace, TODAY);
        let all = [Lines::All, Lines::one(Line::Motion(motions[0])), Lines::one(Line::Shared)];
        for lines in &all {
            for (first, last) in [("2026-01", "2026-12"), ("2026-03", "2026-03")] {
                crate::metric::explain::tests::recomputes(&ledger, lines, month(first), month(last));
            }
        }
    }
}
