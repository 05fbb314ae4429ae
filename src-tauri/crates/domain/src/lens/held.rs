//! Characters that stay although depth has moved: one changes only when depth passes a bound by 0.2. Owns which are held, and
//! which have passed; must not know what moved them.

use serde::{Deserialize, Serialize};

use super::character::{character, settle};
use super::{Assessment, assess};
use crate::{Character, RelationshipId, Workspace};

/// A character that stays although its depth alone would say another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldCharacter {
    /// Whose.
    pub relationship: RelationshipId,
    /// What it stays.
    pub character: Character,
}

/// A relationship whose character has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passed {
    /// Which.
    pub relationship: RelationshipId,
    /// What it was.
    pub from: Character,
    /// What it is.
    pub to: Character,
}

/// After a change from what `before` saw: the characters that `workspace` has to hold, in order of id, and those that have
/// changed from one known character to another.
pub fn held(before: &Assessment, workspace: &Workspace, today: jiff::civil::Date) -> (Vec<HeldCharacter>, Vec<Passed>) {
    let bounds = workspace.settings.bounds;
    let after = assess(workspace, today);
    let (mut kept, mut passed) = (Vec::new(), Vec::new());
    for now in &after.relationships {
        let lens = now.lens();
        let was = before.relationship(now.relationship).map(|was| was.character);
        let (alone, settled) = (character(&lens, bounds), settle(was, &lens, bounds));
        if settled != alone {
            kept.push(HeldCharacter { relationship: now.relationship, character: settled });
        }
        match was {
            Some(from) if from != Character::Unknown && settled != Character::Unknown && from != settled => {
                passed.push(Passed { relationship: now.relationship, from, to: settled });
            }
            _ => {}
        }
    }
    (kept, passed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Fixture, TODAY};
    use crate::{Bounds, Character::*, Lens};

    /// One relationship whose kind alone says how deep it is.
    fn at(depth: f64) -> Fixture {
        let mut fixture = Fixture::new();
        let partner = fixture.partner("Fernhill");
        fixture.relate(partner, "resells");
        set(&mut fixture.workspace, depth);
        fixture
    }

    fn set(workspace: &mut Workspace, depth: f64) {
        let kind = workspace.relationship_kinds.iter_mut().find(|kind| kind.key.as_str() == "resells").unwrap();
        kind.default_lens = Some(Lens::of([depth; 6]));
    }

    #[test]
    fn a_character_stays_until_depth_has_passed_a_bound_at_either_side() {
        // The depths that a relationship goes through, with its character at each.
        for walk in [
            &[(1.9, Transactional), (2.1, Transactional), (2.2, Ecotone), (1.9, Ecotone), (1.8, Transactional)][..],
            &[(2.9, Ecotone), (3.1, Ecotone), (3.2, Strategic), (2.9, Strategic), (2.8, Ecotone)],
            &[(1.0, Transactional), (4.0, Strategic), (1.0, Transactional)],
            &[(2.0, Ecotone), (2.1, Ecotone), (2.0, Ecotone)],
        ] {
            let mut fixture = at(walk[0].0);
            let mut before = assess(&fixture.workspace, TODAY);
            for &(depth, expect) in walk {
                set(&mut fixture.workspace, depth);
                let (kept, passed) = held(&before, &fixture.workspace, TODAY);
                let was = before.relationships[0].character;
                fixture.workspace.held_characters = kept;
                before = assess(&fixture.workspace, TODAY);
                assert_eq!(before.relationships[0].character, expect, "at {depth} in {walk:?}");
                assert_eq!(passed.len(), usize::from(was != expect), "at {depth} in {walk:?}");
            }
        }
    }

    #[test]
    fn what_is_new_or_unknown_is_not_held() {
        let fixture = at(2.1);
        let nothing = assess(&Fixture::new().workspace, TODAY);
        assert_eq!(held(&nothing, &fixture.workspace, TODAY), (Vec::new(), Vec::new()));
        let mut known = at(1.9);
        let before = assess(&known.workspace, TODAY);
        let kind = known.workspace.relationship_kinds.iter_mut().find(|kind| kind.key.as_str() == "resells").unwrap();
        kind.default_lens = Some(Lens { focus: Some(2.1), ..Lens::default() });
        assert_eq!(held(&before, &known.workspace, TODAY), (Vec::new(), Vec::new()));
    }

    #[test]
    fn moving_the_bounds_moves_nobody_within_a_little() {
        let mut fixture = at(2.1);
        let before = assess(&fixture.workspace, TODAY);
        for (lower, expect) in [(2.2, Ecotone), (2.5, Transactional)] {
            fixture.workspace.settings.bounds = Bounds { lower, upper: 3.0 };
            let (kept, _) = held(&before, &fixture.workspace, TODAY);
            fixture.workspace.held_characters = kept;
            assert_eq!(assess(&fixture.workspace, TODAY).relationships[0].character, expect, "{lower}");
        }
    }
}
