//! What holds for every projection model whatever goes in, and what is refused in which words.

#![allow(clippy::unwrap_used, reason = "a refusal where none is due fails the test")]

use std::num::NonZeroU32;

use forecast::models::{Bass, Cohort, Even, Funnel, Gompertz, Ramp, SCurve, Seasonal, Shares, range_months};
use forecast::{InputError, Range};
use proptest::prelude::*;

const FUNNEL: Funnel = Funnel {
    reach: 1000.0,
    lead_rate: 0.1,
    opportunity_rate: 0.5,
    win_rate: 0.2,
    deal_size: 100.0,
    lead_lag: 0,
    opportunity_lag: 1,
    win_lag: 2,
    capacity: None,
};

fn near(found: f64, expect: f64) -> bool {
    (found - expect).abs() <= 1e-9 * expect.abs().max(1.0)
}

#[test]
fn an_input_that_cannot_be_is_refused_in_one_sentence() {
    let cohort = Cohort { members: 5.0, growth: 0.0, worth: 1.0, retention: 0.9, term: None };
    let season = |count| Seasonal { last_year: vec![1.0; count], growth: 0.0 };
    for (answer, sentence) in [
        (Even { total: f64::NAN }.months(3), "The total is NaN, but has to be a number: correct it"),
        (Even { total: 1.0 }.months(0), "A projection cannot have 0 months: choose 1 to 120"),
        (Ramp { first: 1.0, last: 2.0 }.months(121), "A projection cannot have 121 months: choose 1 to 120"),
        (
            SCurve { steepness: 0.0, ..SCurve::of(1.0) }.months(3),
            "The steepness is 0, but has to be between 0.1 and 100: correct it",
        ),
        (
            Gompertz { ceiling: 9.0, displacement: 1.0, rate: -0.5 }.months(3),
            "The rate is -0.5, but has to be 0 or more: correct it",
        ),
        (
            Bass { market: 9.0, innovation: f64::INFINITY, imitation: 0.1 }.months(3),
            "The innovation is inf, but has to be 0 or more: correct it",
        ),
        (
            Cohort { retention: 1.2, ..cohort }.months(3),
            "The retention is 1.2, but has to be between 0 and 1: correct it",
        ),
        (
            Cohort { growth: 1e6, ..cohort }.months(60),
            "These inputs lead to figures too large to count: lower the growth or the amounts",
        ),
        (season(5).months(6), "Last year has 5 of its 12 months, but 6 are projected: enter the missing ones"),
        (season(13).months(6), "The number of figures of last year is 13, but has to be 12: give one for each"),
        (Shares { total: 1.0, weights: vec![] }.months(2), "There are no weights: enter at least one"),
        (
            Shares { total: 1.0, weights: vec![0.0; 2] }.months(2),
            "Every weight of the split is 0: give at least one month a weight",
        ),
        (
            Funnel { win_rate: 25.0, ..FUNNEL }.months(2).map(|stages| stages.wins),
            "The win rate is 25, but has to be between 0 and 1: correct it",
        ),
        (
            Funnel { capacity: Some(-1.0), ..FUNNEL }.months(2).map(|stages| stages.wins),
            "The capacity is -1, but has to be 0 or more: correct it",
        ),
    ] {
        assert_eq!(answer.unwrap_err().to_string(), sentence);
    }
}

#[test]
fn without_innovation_nobody_adopts() {
    assert_eq!(Bass { market: 100.0, innovation: 0.0, imitation: 0.5 }.months(3).unwrap(), [0.0; 3]);
}

#[test]
fn leads_over_capacity_wait_for_the_next_month() {
    let stages = Funnel { capacity: Some(60.0), ..FUNNEL }.months_of(&[1000.0, 0.0, 0.0, 900.0]).unwrap();
    assert_eq!(stages.leads, [100.0, 0.0, 0.0, 90.0]);
    assert_eq!(stages.worked, [60.0, 40.0, 0.0, 60.0]);
    assert_eq!(stages.waiting, [40.0, 0.0, 0.0, 30.0]);
    assert_eq!(stages.opportunities, [0.0, 30.0, 20.0, 0.0]);
    assert_eq!(stages.wins, [0.0, 0.0, 0.0, 6.0]);
    assert_eq!(stages.value, [0.0, 0.0, 0.0, 600.0]);
}

#[test]
fn a_range_puts_every_input_at_its_worse_end() {
    // More churn is worse: its high end belongs to the low months.
    let members = Range { low: 8.0, mid: 10.0, high: 15.0 };
    let churn = Range { low: 0.0, mid: 0.5, high: 1.0 };
    let model = |inputs: &[f64]| {
        Cohort { members: inputs[0], growth: 0.0, worth: 1.0, retention: 1.0 - inputs[1], term: None }.months(2)
    };
    let months = range_months(&[members, churn], model).unwrap();
    assert_eq!(months, [members, Range { low: 8.0, mid: 15.0, high: 30.0 }]);
    let falling = Range { low: 3.0, mid: 2.0, high: 4.0 };
    assert_eq!(range_months(&[falling, churn], model), Err(InputError::Order { low: 3.0, mid: 2.0, high: 4.0 }));
}

proptest! {
    #[test]
    fn a_split_adds_up_to_its_total(
        total in -1e9..1e9_f64, count in 1..=120_u32, steepness in 0.1..=100.0, midpoint in 0.0..=1.0,
        weights in proptest::collection::vec(0.0..1e6_f64, 1..150), first in 0.01..1e3_f64,
    ) {
        // The first weight is used by every count.
        let weights = std::iter::once(first).chain(weights).collect();
        for months in [
            Even { total }.months(count).unwrap(),
            SCurve { total, steepness, midpoint }.months(count).unwrap(),
            Shares { total, weights }.months(count).unwrap(),
        ] {
            prop_assert_eq!(months.len(), count as usize);
            prop_assert!(near(months.iter().sum(), total));
            prop_assert!(months.iter().all(|figure| figure * total >= 0.0));
        }
    }

    #[test]
    fn a_ramp_meets_both_ends_and_its_middle(first in -1e9..1e9_f64, last in -1e9..1e9_f64, count in 2..=120_u32) {
        let months = Ramp { first, last }.months(count).unwrap();
        prop_assert_eq!((months[0], months[months.len() - 1]), (first, last));
        let sum = f64::from(count) * (first + last) / 2.0;
        prop_assert!((months.iter().sum::<f64>() - sum).abs() <= 1e-3);
    }

    #[test]
    fn adoption_and_growth_stay_below_their_ceiling(
        whole in 0.0..1e12_f64, a in 0.0..50.0_f64, b in 0.0..50.0_f64, tiny in 0.0..1e-200_f64, count in 1..=120_u32,
    ) {
        for months in [
            Gompertz { ceiling: whole, displacement: a * 20.0, rate: b }.months(count).unwrap(),
            Gompertz { ceiling: whole, displacement: a, rate: tiny }.months(count).unwrap(),
            Bass { market: whole, innovation: a, imitation: b }.months(count).unwrap(),
            Bass { market: whole, innovation: tiny, imitation: b }.months(count).unwrap(),
            Bass { market: whole, innovation: a, imitation: tiny }.months(count).unwrap(),
        ] {
            prop_assert!(months.iter().all(|figure| *figure >= 0.0), "{months:?}");
            prop_assert!(months.iter().sum::<f64>() <= whole * (1.0 + 1e-12), "{months:?}");
        }
    }

    #[test]
    fn with_nobody_leaving_and_no_growth_a_cohort_counts_up(
        members in 0.0..1e6_f64, worth in 0.0..1e3_f64, term in proptest::option::of(1..130_u32), count in 1..=120_u32,
    ) {
        let cohort = Cohort { members, growth: 0.0, worth, retention: 1.0, term: term.and_then(NonZeroU32::new) };
        for (month, figure) in (1..).zip(cohort.months(count).unwrap()) {
            prop_assert!(near(figure, members * worth * f64::from(term.map_or(month, |term| month.min(term)))));
        }
    }

    #[test]
    fn capacity_never_loses_a_lead(
        reach in proptest::collection::vec(0.0..1e6_f64, 1..=120), capacity in 0.0..2e5_f64, lag in 0..40_u32,
        rate in 0.0..=1.0_f64,
    ) {
        let funnel = Funnel { lead_rate: rate, lead_lag: lag, capacity: Some(capacity), ..FUNNEL };
        let stages = funnel.months_of(&reach).unwrap();
        let (mut come, mut worked) = (0.0, 0.0);
        for month in 0..reach.len() {
            come += stages.leads[month];
            worked += stages.worked[month];
            prop_assert!(near(worked + stages.waiting[month], come));
            prop_assert!(stages.worked[month] <= capacity && stages.waiting[month] >= 0.0);
            // Nobody waits while there is time to work a lead.
            prop_assert!(stages.waiting[month] <= 0.0 || stages.worked[month] >= capacity);
        }
        let open = Funnel { capacity: None, ..funnel }.months_of(&reach).unwrap();
        prop_assert!(stages.wins.iter().sum::<f64>() <= open.wins.iter().sum::<f64>() * (1.0 + 1e-12) + 1e-9);
    }

    #[test]
    fn a_range_holds_its_middle_where_all_inputs_add(
        ends in proptest::collection::vec((0.0..10.0_f64, 0.0..10.0_f64, 0.0..10.0_f64), 1..6), count in 1..=120_u32,
    ) {
        let inputs: Vec<Range> =
            ends.iter().map(|(low, a, b)| Range { low: *low, mid: low + a, high: low + a + b }).collect();
        let months = range_months(&inputs, |values| Even { total: values.iter().sum() }.months(count)).unwrap();
        prop_assert!(months.iter().all(|month| month.low <= month.mid && month.mid <= month.high));
        prop_assert!(near(months.iter().map(|month| month.low).sum(), inputs.iter().map(|input| input.low).sum()));
    }
}
