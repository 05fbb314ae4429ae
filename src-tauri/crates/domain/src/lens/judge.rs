//! What a person means who says that a relationship is of another character: the lens that says so. Must not know who
//! says it or why.

use super::character::{ENOUGH, MOST, PASS, character, depth, one_decimal};
use crate::{Aspect, Bounds, Character, Lens};

/// One decimal, as aspects are written.
const STEP: f64 = 0.1;

/// The aspects to overrule so that `lens` has the character `wanted` at a depth near `asked`, clear of the bound that it
/// crosses. All known aspects move alike; unknown ones are filled in only where too little is known, or where strategic
/// needs them. None where the bounds leave no room for that character.
pub fn judged(lens: &Lens, wanted: Character, asked: f64, bounds: Bounds) -> Option<Lens> {
    let goal = judged_depth(wanted, asked, bounds)?;
    let least = |aspect: Aspect| {
        let shared = matches!(aspect, Aspect::RelationshipType | Aspect::ValueExchange);
        if shared && wanted == Character::Strategic { one_decimal((bounds.upper + PASS).min(MOST)) } else { 0.0 }
    };
    let mut meant = *lens;
    let few = Aspect::ALL.iter().filter(|aspect| lens.get(**aspect).is_some()).count() < ENOUGH;
    for aspect in Aspect::ALL {
        let needed = few || least(aspect) > 0.0;
        let value = lens.get(aspect).or(needed.then_some(goal));
        meant.set(aspect, value.map(|value| one_decimal(value.clamp(0.0, MOST))));
    }
    shift(&mut meant, goal, |_| 0.0);
    for aspect in Aspect::ALL {
        meant.set(aspect, meant.get(aspect).map(|value| value.max(least(aspect))));
    }
    shift(&mut meant, goal, least);
    (character(&meant, bounds) == wanted).then(|| changed(lens, &meant))
}

/// A depth that is clear of the bounds of `wanted`, as near to `asked` as can be. None where there is none.
pub fn judged_depth(wanted: Character, asked: f64, bounds: Bounds) -> Option<f64> {
    let clear = PASS.min((bounds.upper - bounds.lower) / 2.0);
    let (from, to) = match wanted {
        Character::Strategic => ((bounds.upper + PASS).min(MOST), MOST),
        Character::Ecotone => (bounds.lower + clear, bounds.upper - clear),
        Character::Transactional => (0.0, (bounds.lower - PASS).max(0.0)),
        Character::Unknown => return None,
    };
    (from <= to).then(|| one_decimal(asked.clamp(from, to)))
}

/// Moves all known aspects by one decimal at a time until their mean is `goal`; those at an end stay there.
fn shift(lens: &mut Lens, goal: f64, least: impl Fn(Aspect) -> f64) {
    let known = || Aspect::ALL.into_iter();
    // Six aspects of fifty steps each: it always ends.
    for _ in 0..300 {
        let Some(now) = depth(lens) else { return };
        if (now - goal).abs() < STEP / 2.0 {
            return;
        }
        let by = if now < goal { STEP } else { -STEP };
        let room = |value: f64, aspect| if by > 0.0 { value < MOST } else { value > least(aspect) + STEP / 2.0 };
        for aspect in known() {
            if let Some(value) = lens.get(aspect).filter(|value| room(*value, aspect)) {
                lens.set(aspect, Some(one_decimal((value + by).clamp(0.0, MOST))));
            }
        }
        if known().all(|aspect| lens.get(aspect).is_none_or(|value| !room(value, aspect))) {
            return;
        }
    }
}

fn changed(before: &Lens, after: &Lens) -> Lens {
    let mut overrule = Lens::default();
    for aspect in Aspect::ALL {
        if before.get(aspect) != after.get(aspect) {
            overrule.set(aspect, after.get(aspect));
        }
    }
    overrule
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lens::character::settle;

    const BOUNDS: Bounds = Bounds { lower: 2.0, upper: 3.0 };

    fn over(lens: &Lens, overrule: &Lens) -> Lens {
        let mut all = *lens;
        for aspect in Aspect::ALL {
            all.set(aspect, overrule.get(aspect).or(lens.get(aspect)));
        }
        all
    }

    #[test]
    fn says_what_was_meant_with_a_depth_near_what_was_asked() {
        let tactic = Lens::of([0.8, 1.2, 0.4, 1.0, 0.6, 1.4]);
        let deep = Lens::of([4.3, 4.6, 4.1, 3.4, 2.2, 3.8]);
        let few = Lens { focus: Some(1.0), ..Lens::default() };
        let lopsided = Lens { relationship_type: None, value_exchange: Some(0.5), ..deep };
        for (lens, wanted, asked, depth_is) in [
            (tactic, Character::Ecotone, 2.5, 2.5),
            (tactic, Character::Ecotone, 2.0, 2.2),
            (tactic, Character::Strategic, 3.6, 3.6),
            (deep, Character::Transactional, 1.9, 1.8),
            (deep, Character::Ecotone, 9.0, 2.8),
            (few, Character::Strategic, 4.0, 4.0),
            (Lens::default(), Character::Transactional, 1.0, 1.0),
            (lopsided, Character::Strategic, 3.3, 3.3),
        ] {
            let overrule = judged(&lens, wanted, asked, BOUNDS).unwrap();
            let meant = over(&lens, &overrule);
            assert_eq!((character(&meant, BOUNDS), depth(&meant)), (wanted, Some(depth_is)), "{lens:?} as {wanted:?}");
            for previous in [Character::Transactional, Character::Ecotone, Character::Strategic] {
                assert_eq!(settle(Some(previous), &meant, BOUNDS), wanted, "{lens:?} from {previous:?}");
            }
        }
    }

    #[test]
    fn leaves_alone_what_need_not_change() {
        let lens = Lens { focus: Some(3.6), scales_by: Some(3.4), involvement: Some(3.5), ..Lens::default() };
        let overrule = judged(&lens, Character::Ecotone, 2.6, BOUNDS).unwrap();
        assert_eq!((overrule.relationship_type, overrule.success_metrics), (None, None), "the unknown stays unknown");
        let shallow = Lens { relationship_type: Some(1.0), ..Lens::of([4.0; 6]) };
        let overrule = judged(&shallow, Character::Strategic, 3.5, BOUNDS).unwrap();
        assert_eq!(overrule.relationship_type, Some(3.2), "clear of the bound as the depth is");
    }

    #[test]
    fn has_no_lens_where_the_bounds_leave_no_room() {
        let open = Bounds { lower: 0.0, upper: 3.0 };
        assert_eq!(judged(&Lens::of([4.0; 6]), Character::Transactional, 1.0, open), None);
        assert_eq!(judged(&Lens::of([4.0; 6]), Character::Unknown, 1.0, BOUNDS), None);
    }
}
