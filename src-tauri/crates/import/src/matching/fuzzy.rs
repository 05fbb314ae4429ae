//! Names that differ by one letter: added, left out, changed, or two swapped. Found by the letters left out of both
//! (deletion neighborhoods, after Mor and Fraenkel 1982), so that a long list is not compared pair by pair.

/// Shorter names differ by one letter from too many others.
const LETTERS_LEAST: usize = 5;
const LETTERS_MOST: usize = 60;
/// Names that more share all letters but one with are numbered, not misspelled.
const SHARED_MOST: usize = 64;
/// The multiplier of the hashes: odd, so that no letter falls out of them.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// Normalized names, ready to be asked for those alike.
#[derive(Debug)]
pub struct Alike<S> {
    /// What is left of a name without one of its letters, as a hash, and the name's number; sorted.
    keys: Vec<(u32, u32)>,
    /// Where the keys with these first sixteen bits begin.
    begins: Vec<u32>,
    names: Vec<S>,
}

impl<S: AsRef<str>> Alike<S> {
    /// Those of `names`, each of which is told to `look_up`, since many take a while.
    pub fn of<E>(names: Vec<S>, mut look_up: impl FnMut(usize) -> Result<(), E>) -> Result<Self, E> {
        let mut found = Vec::with_capacity(names.len() * 16);
        for (place, name) in names.iter().enumerate() {
            look_up(place)?;
            let number = u32::try_from(place).unwrap_or(u32::MAX);
            found.extend(keys(name.as_ref()).into_iter().map(|key| (key, number)));
        }
        found.sort_unstable();
        let mut begins = vec![0; (1 << 16) + 1];
        for (key, _) in &found {
            begins[first_bits(*key) + 1] += 1;
        }
        for place in 1..begins.len() {
            begins[place] += begins[place - 1];
        }
        Ok(Self { keys: found, begins, names })
    }

    /// The numbers of names that differ from `name` by one letter; equal ones are left out.
    pub fn near(&self, name: &str) -> Vec<usize> {
        let mut found: Vec<usize> = keys(name).into_iter().flat_map(|key| self.sharing(key)).collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|&number| {
            let other = self.names[number].as_ref();
            other != name && one_apart(other, name)
        });
        found
    }

    fn sharing(&self, key: u32) -> impl Iterator<Item = usize> {
        let (begin, end) = (self.begins[first_bits(key)] as usize, self.begins[first_bits(key) + 1] as usize);
        let bucket = &self.keys[begin..end];
        let same = &bucket[bucket.partition_point(|(other, _)| *other < key)..];
        let length = same.iter().take(SHARED_MOST + 1).take_while(|(other, _)| *other == key).count();
        let length = if length > SHARED_MOST { 0 } else { length };
        same[..length].iter().map(|(_, number)| *number as usize)
    }
}

fn first_bits(key: u32) -> usize {
    (key >> 16) as usize
}

/// The name and every name with one letter less, as hashes: what stands before the letter is known from the one before
/// it, and what stands behind it likewise, so that a name costs as many steps as it has letters.
fn keys(name: &str) -> Vec<u32> {
    let letters: Vec<u64> = name.chars().map(|letter| u64::from(letter) + 1).collect();
    let count = letters.len();
    if !(LETTERS_LEAST..=LETTERS_MOST).contains(&count) {
        return Vec::new();
    }
    let mut behind = vec![0_u64; count + 1];
    let mut power = 1_u64;
    for place in (0..count).rev() {
        behind[place] = behind[place + 1].wrapping_add(letters[place].wrapping_mul(power));
        power = power.wrapping_mul(BASE);
    }
    // The power that the letter before the place left out has once that one is gone.
    let mut powers = vec![1_u64; count + 1];
    for place in (0..count).rev() {
        powers[place] = powers[place + 1].wrapping_mul(BASE);
    }
    let mut before = 0_u64;
    let mut keys = vec![folded_hash(behind[0])];
    for place in 0..count {
        keys.push(folded_hash(before.wrapping_mul(powers[place + 1]).wrapping_add(behind[place + 1])));
        before = before.wrapping_mul(BASE).wrapping_add(letters[place]);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Half a hash is enough: those that share it are compared letter by letter.
fn folded_hash(hash: u64) -> u32 {
    let mixed = (hash ^ (hash >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    u32::try_from(mixed >> 32).unwrap_or_default()
}

/// One letter more, less or other, or two neighbors swapped. Digits are no slips: "Studio 21" is not "Studio 31".
fn one_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let front = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let back = a[front..].iter().rev().zip(b[front..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[front..a.len() - back], &b[front..b.len() - back]);
    let is_swap = a.len() == 2 && b.len() == 2 && a[0] == b[1] && a[1] == b[0];
    let is_digit = a.iter().chain(b).any(char::is_ascii_digit);
    !is_digit && (a.len() <= 1 && b.len() <= 1 || is_swap)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use proptest::prelude::*;

    use super::*;

    fn alike<S: AsRef<str>>(names: Vec<S>) -> Alike<S> {
        match Alike::of(names, |_| Ok::<_, Infallible>(())) {
            Ok(alike) => alike,
            Err(never) => match never {},
        }
    }

    #[test]
    fn slips_are_near_and_other_names_are_not() {
        for (a, b, near) in [
            ("nordlys", "nordly", true),
            ("nordlys", "nordlyss", true),
            ("nordlys", "nordlis", true),
            ("nordlys", "nodrlys", true),
            ("nordlys", "nordlys", false),
            ("nordlys", "nordic", false),
            ("acme", "acma", false),
            ("studio 21", "studio 31", false),
        ] {
            assert_eq!(!alike(vec![a]).near(b).is_empty(), near, "{a} / {b}");
        }
    }

    #[test]
    fn a_name_that_a_hundred_share_but_for_a_letter_is_near_to_none_of_them() {
        let names: Vec<String> = ('一'..).take(100).map(|letter| format!("partner {letter}")).collect();
        assert!(alike(names).near("partner x").is_empty());
    }

    proptest! {
        #[test]
        fn a_slip_is_found_wherever_it_is(name in "[a-zäß ]{6,20}", at in 0..20_usize, other in "[a-z]", slip in 0..4) {
            let mut letters: Vec<char> = name.chars().collect();
            let at = at % (letters.len() - 1);
            let other: char = other.chars().next().unwrap();
            match slip {
                0 => drop(letters.remove(at)),
                1 => letters.insert(at, other),
                2 => letters[at] = other,
                _ => letters.swap(at, at + 1),
            }
            let slipped: String = letters.into_iter().collect();
            prop_assert_eq!(alike(vec![name.as_str()]).near(&slipped).len(), usize::from(slipped != name));
        }
    }
}
