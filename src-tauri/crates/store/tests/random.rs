//! Random sequences of steps: undone to the start and redone to the end, also after closing.

use domain::*;
use proptest::prelude::*;
use store::{Edit, StoreError, WorkspaceFile};

use crate::sample::{PARTNER, US, file_with, full, id, key, name, organization, origin, step};

/// One change, chosen by numbers so that it meets rows that earlier ones left.
#[derive(Debug, Clone)]
enum Act {
    Add(u8),
    Rename(u8, String),
    Connect(u8, u8, u8),
    Delete(u8),
    DeleteLine(u8),
    Place(u8, i16, bool),
    Figure(u8, f64),
    DeleteMotion,
    Settings(i8),
    Many(u8),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => any::<u8>().prop_map(Act::Add),
        3 => (any::<u8>(), "[a-zäß#*=]{1,8}").prop_map(|(a, b)| Act::Rename(a, b)),
        4 => (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(a, b, c)| Act::Connect(a, b, c)),
        2 => any::<u8>().prop_map(Act::Delete),
        1 => any::<u8>().prop_map(Act::DeleteLine),
        3 => (any::<u8>(), any::<i16>(), any::<bool>()).prop_map(|(a, b, c)| Act::Place(a, b, c)),
        2 => (any::<u8>(), -1e9..1e9).prop_map(|(a, b)| Act::Figure(a, b)),
        1 => Just(Act::DeleteMotion),
        1 => (1_i8..13).prop_map(Act::Settings),
        1 => any::<u8>().prop_map(Act::Many),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

/// Small numbers, so that the same rows are met again and again.
fn partner(number: u8) -> OrganizationId {
    id(1000 + u128::from(number % 12))
}

fn run(edit: &Edit<'_>, act: &Act) -> Result<(), StoreError> {
    match act {
        Act::Add(a) => edit.put(&organization(1000 + u128::from(a % 12), &format!("Partner {a}"))),
        Act::Rename(a, text) => match edit.get::<Organization>(&partner(*a))? {
            Some(found) => edit.update(&Organization { name: name(text), ..found }),
            None => Ok(()),
        },
        Act::Connect(a, b, kind) => edit.put(&Relationship {
            id: id(2000 + u128::from(a % 4)),
            from: partner(*a),
            to: if *b < 128 { US } else { PARTNER },
            kind: key(["resells", "member_of"][usize::from(kind % 2)]),
            status: RelationshipStatus::Active,
            since: None,
            tier: None,
            strength: None,
            commission: None,
            notes: format!("{b}"),
        }),
        Act::Delete(a) => edit.delete::<Organization>(&partner(*a)),
        Act::DeleteLine(a) => edit.delete::<Relationship>(&id(2000 + u128::from(a % 4))),
        Act::Place(a, x, pinned) => {
            edit.put(&Placement { view: id(90), organization: partner(*a), x: f64::from(*x), y: 0.5, pinned: *pinned })
        }
        Act::Figure(a, value) => edit.put(&Actual {
            id: id(3000 + u128::from(a % 6)),
            motion: None,
            organization: Some(partner(*a)),
            metric: key("visits"),
            month: Month::parse("2026-03").unwrap(),
            source: "typed".into(),
            figure: Figure::Number(*value),
            batch: None,
            confirmed: true,
        }),
        Act::DeleteMotion => edit.delete::<Motion>(&id(4)),
        Act::Settings(month) => {
            let settings = edit.get::<Settings>(&())?.ok_or(StoreError::Closed)?;
            edit.update(&Settings { fiscal_first_month: i32::from(*month), ..settings })
        }
        Act::Many(a) => {
            (0..50).try_for_each(|number| edit.put(&organization(5000 + u128::from(*a) * 50 + number, "One of many")))
        }
        Act::Undo | Act::Redo => Ok(()),
    }
}

fn undo_all(file: &mut WorkspaceFile) {
    while file.can_undo().is_some() {
        file.undo(&origin()).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_steps_are_taken_back_and_brought_again(acts in prop::collection::vec(act(), 1..40)) {
        let start = full(false);
        let (folder, mut file) = file_with(&start);
        let path = folder.path().join("plan.ecotone");
        let first = file.content_hash().unwrap();
        for act in &acts {
            // Refusals (nothing to undo, a row that is not there) are part of the game: they must change nothing.
            let before = file.content_hash().unwrap();
            let outcome = match act {
                Act::Undo => file.undo(&origin()).map(|_| ()),
                Act::Redo => file.redo(&origin()).map(|_| ()),
                act => file.step(step(&format!("{act:?}")), &origin(), |edit| run(edit, act)),
            };
            if outcome.is_err() {
                prop_assert_eq!(&file.content_hash().unwrap(), &before);
            }
        }
        let last = file.content_hash().unwrap();
        let redoable = file.can_redo().is_some();
        undo_all(&mut file);
        prop_assert_eq!(&file.content_hash().unwrap(), &first);
        prop_assert_eq!(&file.read().unwrap(), &start);
        drop(file);

        let mut file = WorkspaceFile::open(&path, None).unwrap();
        prop_assert_eq!(&file.content_hash().unwrap(), &first);
        while file.can_redo().is_some() {
            file.redo(&origin()).unwrap();
        }
        if !redoable {
            prop_assert_eq!(&file.content_hash().unwrap(), &last);
        }
        prop_assert!(file.check().unwrap().is_clean());
        undo_all(&mut file);
        prop_assert_eq!(&file.content_hash().unwrap(), &first);
    }
}
