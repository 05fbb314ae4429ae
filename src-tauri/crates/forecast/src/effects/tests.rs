use proptest::prelude::*;

use super::*;

fn stage(planned: f64, shifted: f64, actual: f64) -> Stage {
    Stage { planned, shifted, actual }
}

fn check(chain: &[Stage], expect: &[(Cause, i64)]) {
    let found = effects(chain, 100.0);
    let list: Vec<(Cause, i64)> = found.effects.iter().map(|effect| (effect.cause, effect.minor)).collect();
    assert_eq!(list, expect);
    assert_eq!(expect.iter().map(|effect| effect.1).sum::<i64>(), found.variance());
}

#[test]
fn a_funnel_is_explained_from_the_top() {
    use Cause::{Rate, Timing, Volume};
    // 1,000 clicks of which 2 % order for 50 each were planned; 1,200 clicks, 1.5 % and 60 came.
    check(
        &[stage(1000.0, 1000.0, 1200.0), stage(20.0, 20.0, 18.0), stage(1000.0, 1000.0, 1080.0)],
        &[(Volume(0), 20_000), (Rate(1), -30_000), (Rate(2), 18_000)],
    );
    // Half of it is late; the rest is as planned.
    check(&[stage(10.0, 5.0, 5.0), stage(100.0, 50.0, 50.0)], &[(Timing, -5_000)]);
    // Clicks were not planned: they take no part, and orders are the volume.
    check(
        &[stage(0.0, 0.0, 700.0), stage(20.0, 20.0, 10.0), stage(100.0, 100.0, 40.0)],
        &[(Volume(1), -5_000), (Rate(2), -1_000)],
    );
    // Nothing was planned at all; refunds.
    check(&[stage(0.0, 0.0, 3.0), stage(0.0, 0.0, -12.34)], &[(Volume(1), -1_234)]);
    check(&[stage(5.0, 5.0, 0.0), stage(50.0, 50.0, 7.0)], &[(Volume(0), -5_000), (Rate(1), 700)]);
    check(&[], &[]);
}

#[test]
fn a_beginning_is_compared_where_both_are_known() {
    assert_eq!(later([(None, Some(3)), (Some(2), Some(5)), (Some(1), Some(1))]), 3);
    assert_eq!(later([(Some(4), None), (Some(4), Some(2))]), -2);
    assert_eq!(later([]), 0);
}

#[test]
fn lines_together_make_the_portfolio() {
    let lines = [0.333, 0.333, 0.333].map(|planned| effects(&[stage(planned, planned, 2.0 * planned)], 100.0));
    let whole = Effects::together(&lines, 0.999, 1.998, 100.0);
    // Three lines of 33 cents over, against a whole of 100.
    let expect = [(Cause::Volume(0), 100)].map(|(cause, minor)| Effect { cause, minor });
    assert_eq!((whole.planned, whole.actual, whole.effects.as_slice()), (100, 200, expect.as_slice()));
}

fn figure() -> impl Strategy<Value = f64> {
    prop_oneof![2 => Just(0.0), 6 => -1e7..1e7_f64, 1 => -1e300..1e300_f64, 1 => Just(f64::MIN_POSITIVE), 1 => Just(1e-300)]
}

proptest! {
    /// Whatever the funnel: no cent is lost, none is made.
    #[test]
    fn effects_add_up_exactly(
        chains in proptest::collection::vec(
            proptest::collection::vec((figure(), figure(), figure()), 1..7), 1..5
        ),
        per_unit in prop_oneof![Just(1.0), Just(100.0), Just(1000.0)],
    ) {
        let of = |chain: &Vec<(f64, f64, f64)>| {
            let stages: Vec<Stage> = chain.iter().map(|(p, s, a)| stage(*p, *s, *a)).collect();
            effects(&stages, per_unit)
        };
        let lines: Vec<Effects> = chains.iter().map(of).collect();
        for line in &lines {
            prop_assert_eq!(line.planned + line.effects.iter().map(|effect| effect.minor).sum::<i64>(), line.actual);
        }
        let ends = |pick: fn(&(f64, f64, f64)) -> f64| chains.iter().filter_map(|chain| chain.last().map(pick)).sum::<f64>();
        let whole = Effects::together(&lines, ends(|last| last.0), ends(|last| last.2), per_unit);
        prop_assert_eq!(whole.planned + whole.effects.iter().map(|effect| effect.minor).sum::<i64>(), whole.actual);
    }
}
