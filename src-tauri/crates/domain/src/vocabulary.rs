//! The kinds of relationships and motions that every workspace begins with, and how each is judged before there is any
//! evidence. Owns these default lenses; must not know how evidence is weighed.

use crate::{Key, Lens, MotionKind, Name, RelationshipKind};

/// One built-in kind of relationship: key, forward and reverse reading, symmetric, and its default lens in the order of
/// [`crate::Aspect::ALL`].
type RelationshipRow = (&'static str, &'static str, &'static str, bool, Option<[f64; 6]>);

const RELATIONSHIPS: [RelationshipRow; 14] = [
    ("integrates_with", "integrates with", "is integrated by", false, Some([3.2, 2.8, 3.0, 2.2, 2.0, 2.6])),
    ("resells", "resells", "is resold by", false, Some([1.8, 1.6, 1.8, 2.4, 1.6, 1.6])),
    ("distributes_for", "distributes for", "is distributed by", false, Some([1.8, 1.6, 1.8, 2.0, 1.6, 1.6])),
    ("refers_to", "refers to", "is referred by", false, Some([1.2, 1.0, 0.8, 0.8, 1.2, 1.2])),
    ("promotes", "promotes", "is promoted by", false, Some([0.6, 0.4, 0.4, 0.6, 0.4, 0.6])),
    ("implements_for", "implements for", "is implemented by", false, Some([3.0, 2.6, 2.6, 3.6, 2.4, 2.6])),
    ("embeds", "embeds", "is embedded in", false, Some([3.4, 3.0, 3.0, 2.4, 2.4, 3.0])),
    ("lists_on", "lists on", "lists", false, Some([1.4, 0.8, 1.2, 0.6, 1.0, 1.0])),
    ("co_markets_with", "co-markets with", "co-markets with", true, Some([3.4, 3.4, 3.4, 3.2, 2.6, 3.4])),
    ("co_sells_with", "co-sells with", "co-sells with", true, Some([3.6, 3.4, 3.2, 3.4, 3.8, 3.6])),
    ("allied_with", "allied with", "allied with", true, Some([4.2, 4.2, 4.0, 3.6, 3.4, 4.2])),
    ("supplies", "supplies", "is supplied by", false, Some([1.8, 1.2, 1.4, 1.0, 1.2, 1.4])),
    ("owns", "owns", "is owned by", false, Some([4.4, 5.0, 4.0, 3.0, 3.4, 4.0])),
    // A competitor is no partner: any default would place it as if it were one.
    ("competes_with", "competes with", "competes with", true, None),
];

const MOTIONS: [(&str, &str, [f64; 6]); 5] = [
    ("co_created", "Co-created content & campaigns", [4.2, 3.8, 3.8, 3.4, 3.2, 3.6]),
    ("joint_gtm", "Joint GTM with integrations", [4.0, 3.8, 3.6, 3.2, 3.6, 4.2]),
    ("referral", "Referral engines", [3.2, 3.0, 3.0, 2.8, 3.4, 3.0]),
    ("enablement", "Reseller enablement", [3.8, 3.2, 3.2, 4.4, 3.0, 3.2]),
    ("affiliate_program", "Affiliate programs", [0.8, 0.6, 0.6, 0.8, 0.4, 0.6]),
];

impl RelationshipKind {
    /// The kinds that every workspace begins with.
    pub fn built_in() -> Vec<Self> {
        RELATIONSHIPS
            .into_iter()
            .zip(0..)
            .filter_map(|((key, forward, reverse, symmetric, lens), position)| {
                Some(Self {
                    key: Key::literal(key),
                    forward: Name::parse(forward).ok()?,
                    reverse: Name::parse(reverse).ok()?,
                    symmetric,
                    default_lens: lens.map(Lens::of),
                    position,
                })
            })
            .collect()
    }
}

impl MotionKind {
    /// The five kinds that every workspace begins with, in the order of the lanes.
    pub fn built_in() -> Vec<Self> {
        MOTIONS
            .into_iter()
            .zip(0..)
            .filter_map(|((key, name, lens), position)| {
                Some(Self {
                    key: Key::literal(key),
                    name: Name::parse(name).ok()?,
                    default_lens: Lens::of(lens),
                    position,
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lens::{character, depth};
    use crate::{Bounds, Character};

    #[test]
    fn defaults_say_what_the_words_say() {
        let of = |key: &str| {
            let kind = RelationshipKind::built_in().into_iter().find(|kind| kind.key.as_str() == key).unwrap();
            kind.default_lens.map_or(Character::Unknown, |lens| character(&lens, Bounds::default()))
        };
        for (key, expect) in [
            ("promotes", Character::Transactional),
            ("refers_to", Character::Transactional),
            ("resells", Character::Transactional),
            ("integrates_with", Character::Ecotone),
            ("co_markets_with", Character::Strategic),
            ("co_sells_with", Character::Strategic),
            ("allied_with", Character::Strategic),
            ("competes_with", Character::Unknown),
        ] {
            assert_eq!(of(key), expect, "{key}");
        }
    }

    #[test]
    fn every_list_is_whole_and_in_range() {
        assert_eq!((RelationshipKind::built_in().len(), MotionKind::built_in().len()), (14, 5));
        for kind in RelationshipKind::built_in() {
            assert!(!kind.symmetric || kind.forward == kind.reverse, "{}", kind.key);
            assert!(kind.default_lens.is_none_or(|lens| depth(&lens).is_some_and(|d| (0.0..=5.0).contains(&d))));
        }
    }
}
