//! From six aspects to one word: depth, lowest aspect and character. Must not know where the values come from.

use crate::{Aspect, Bounds, Character, Lens};

/// Fewer known aspects than this say nothing about the whole.
pub(super) const ENOUGH: usize = 3;

/// How far depth has to pass a bound before a character that is already known changes.
pub(super) const PASS: f64 = 0.2;
/// A mean of six figures with one decimal is off by less than this: 0.2 past a bound is past it, whichever way.
const EXACT: f64 = 1e-9;
/// The deepest that a lens can be.
pub(super) const MOST: f64 = 5.0;

/// The mean of the known aspects to one decimal, or none with under three of them. One decimal, so that the figure on
/// the screen and the character never disagree.
pub fn depth(lens: &Lens) -> Option<f64> {
    let (sum, count) = known(lens).fold((0.0, 0_usize), |(sum, count), (_, value)| (sum + value, count + 1));
    (count >= ENOUGH).then(|| one_decimal(sum / count as f64))
}

/// The lowest known aspect, which stands wherever depth stands; the earlier one of equals.
pub fn lowest(lens: &Lens) -> Option<(Aspect, f64)> {
    known(lens).min_by(|a, b| a.1.total_cmp(&b.1))
}

/// The character of a lens that had none before.
pub fn character(lens: &Lens, bounds: Bounds) -> Character {
    let Some(depth) = depth(lens) else { return Character::Unknown };
    if depth < bounds.lower {
        Character::Transactional
    } else if depth >= bounds.upper && shared(lens) >= bounds.upper {
        Character::Strategic
    } else {
        Character::Ecotone
    }
}

/// The character of a lens that was `previous` before: it changes only when depth passes a bound by 0.2, so that a figure
/// that wavers about a bound does not move a partner to and fro.
pub fn settle(previous: Option<Character>, lens: &Lens, bounds: Bounds) -> Character {
    let (fallen, risen) = (EXACT - PASS, PASS - EXACT);
    // A bound near an end can be passed as far as the end.
    let moved = |lower: f64, upper: f64| Bounds {
        lower: (bounds.lower + lower).max(EXACT),
        upper: (bounds.upper + upper).min(MOST - EXACT),
    };
    match previous {
        None | Some(Character::Unknown) => character(lens, bounds),
        // Rising meets bounds that lie higher, falling meets bounds that lie lower; in between either may happen.
        Some(Character::Transactional) => character(lens, moved(risen, risen)),
        Some(Character::Strategic) => character(lens, moved(fallen, fallen)),
        Some(Character::Ecotone) => character(lens, moved(fallen, risen)),
    }
}

/// What a strategic relationship needs beside depth: the lower of relationship type and value exchange.
fn shared(lens: &Lens) -> f64 {
    lens.relationship_type.unwrap_or(0.0).min(lens.value_exchange.unwrap_or(0.0))
}

fn known(lens: &Lens) -> impl Iterator<Item = (Aspect, f64)> + '_ {
    Aspect::ALL.into_iter().filter_map(|aspect| Some((aspect, lens.get(aspect)?)))
}

/// Rounded as the screen shows it.
pub(super) fn one_decimal(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use Character::{Ecotone, Strategic, Transactional, Unknown};
    use proptest::prelude::*;

    fn lens(values: [Option<f64>; 6]) -> Lens {
        let mut lens = Lens::default();
        for (aspect, value) in Aspect::ALL.into_iter().zip(values) {
            lens.set(aspect, value);
        }
        lens
    }

    #[test]
    fn depth_and_character_follow_the_bounds() {
        let all = |value| [Some(value); 6];
        for (values, expect_depth, expect) in [
            (all(1.9), Some(1.9), Transactional),
            (all(2.0), Some(2.0), Ecotone),
            (all(2.9), Some(2.9), Ecotone),
            (all(3.0), Some(3.0), Strategic),
            // Deep, but paid by commission: not strategic.
            ([Some(4.0), Some(4.0), Some(1.0), Some(4.0), Some(4.0), Some(4.0)], Some(3.5), Ecotone),
            // Deep, but nothing known about how it is owned: not strategic either.
            ([Some(4.0), None, Some(4.0), Some(4.0), None, None], Some(4.0), Ecotone),
            ([Some(5.0), Some(5.0), None, None, None, None], None, Unknown),
            ([None; 6], None, Unknown),
        ] {
            let lens = lens(values);
            assert_eq!((depth(&lens), character(&lens, Bounds::default())), (expect_depth, expect), "{values:?}");
        }
    }

    #[test]
    fn the_mean_never_stands_without_its_lowest() {
        let lens = lens([Some(4.3), Some(4.6), None, Some(3.4), Some(2.2), Some(2.2)]);
        assert_eq!(lowest(&lens), Some((Aspect::SuccessMetrics, 2.2)));
    }

    #[test]
    fn a_known_character_changes_only_past_a_bound() {
        for (previous, value, expect) in [
            (None, 2.0, Ecotone),
            (Some(Unknown), 3.0, Strategic),
            (Some(Transactional), 2.1, Transactional),
            (Some(Transactional), 2.2, Ecotone),
            (Some(Transactional), 3.1, Ecotone),
            (Some(Transactional), 3.2, Strategic),
            (Some(Ecotone), 3.1, Ecotone),
            (Some(Ecotone), 3.2, Strategic),
            (Some(Ecotone), 1.9, Ecotone),
            (Some(Ecotone), 1.8, Transactional),
            (Some(Strategic), 2.9, Strategic),
            (Some(Strategic), 2.8, Ecotone),
            (Some(Strategic), 1.7, Transactional),
        ] {
            assert_eq!(settle(previous, &lens([Some(value); 6]), Bounds::default()), expect, "{previous:?} {value}");
        }
    }

    proptest! {
        #[test]
        fn a_settled_character_stays(values in prop::array::uniform6(prop::option::of(0.0..5.0_f64)), start in 0..4_usize) {
            let lens = lens(values.map(|value| value.map(one_decimal)));
            let previous = [Unknown, Transactional, Ecotone, Strategic][start];
            let once = settle(Some(previous), &lens, Bounds::default());
            prop_assert_eq!(settle(Some(once), &lens, Bounds::default()), once);
        }
    }
}
