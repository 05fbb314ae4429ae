//! Names that differ by one letter: added, left out, changed, or two swapped. Found by the letters left out of both
//! (deletion neighborhoods, after Mor and Fraenkel 1982), so that a long list is not compared pair by pair.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Shorter names differ by one letter from too many others.
const LETTERS_LEAST: usize = 5;
const LETTERS_MOST: usize = 60;

/// Normalized names, ready to be asked for those alike.
#[derive(Debug, Default)]
pub struct Alike {
    places: HashMap<u64, Vec<u32>>,
    names: Vec<String>,
}

impl Alike {
    /// Adds a normalized name; its number is how many were added before.
    pub fn add(&mut self, name: &str) {
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        for key in keys(name) {
            self.places.entry(key).or_default().push(number);
        }
    }

    /// The numbers of names that differ from `name` by one letter; equal ones are left out.
    pub fn near(&self, name: &str) -> Vec<usize> {
        let mut found: Vec<usize> = keys(name)
            .iter()
            .filter_map(|key| self.places.get(key))
            .flatten()
            .map(|number| *number as usize)
            .filter(|&number| self.names[number] != name && one_apart(&self.names[number], name))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The name and every name with one letter less, as hashes.
fn keys(name: &str) -> Vec<u64> {
    let letters: Vec<char> = name.chars().collect();
    if !(LETTERS_LEAST..=LETTERS_MOST).contains(&letters.len()) {
        return Vec::new();
    }
    let hash = |left_out: usize| {
        let mut hasher = DefaultHasher::new();
        for (place, letter) in letters.iter().enumerate() {
            if place != left_out {
                letter.hash(&mut hasher);
            }
        }
        hasher.finish()
    };
    let mut keys: Vec<u64> = (0..=letters.len()).map(hash).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
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
    use super::*;

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
            let mut alike = Alike::default();
            alike.add(a);
            assert_eq!(!alike.near(b).is_empty(), near, "{a} / {b}");
        }
    }
}
