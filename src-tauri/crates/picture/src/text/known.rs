//! Texts that were broken before: a map's names are asked for by its layout, by its picture, and again after every edit.
//!
//! Owns: what is remembered, and how much. Must not know: how text is shaped or broken.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use super::Broken;
use super::wrapped::Ruler;

/// A few times the names of the largest map; one more and all are forgotten.
const MOST: usize = 32_768;

/// By how it is written and how much room it has, then by the text.
type Known = BTreeMap<(u32, u16, u32, usize), HashMap<String, Broken>>;

static KNOWN: Mutex<(usize, Known)> = Mutex::new((0, BTreeMap::new()));

/// What `broken` answers, which is asked only for a text that is not remembered.
pub(super) fn remembered(text: &str, ruler: Ruler, broken: impl FnOnce() -> Broken) -> Broken {
    let key = (ruler.size.to_bits(), ruler.weight, ruler.width.to_bits(), ruler.lines);
    let lock = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = lock().1.get(&key).and_then(|texts| texts.get(text)) {
        return found.clone();
    }
    let broken = broken();
    let (count, known) = &mut *lock();
    if *count >= MOST {
        known.clear();
        *count = 0;
    }
    if known.entry(key).or_default().insert(text.to_owned(), broken.clone()).is_none() {
        *count += 1;
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::super::wrapped::Ruler;
    use super::super::{measure, wrap};

    #[test]
    fn what_is_remembered_is_what_would_be_found() {
        for name in ["Loopcart", "Cloud Native Computing Foundation", "株式会社パートナー", "شركة الشراكة للتسويق"]
        {
            for (size, weight, width, lines) in [(12.0, 420, 80.0, 2), (12.0, 520, 80.0, 2), (11.0, 420, 124.0, 1)] {
                let fresh = Ruler { size, weight, width, lines }.wrap(name);
                for _ in 0..2 {
                    assert_eq!(wrap(name, size, weight, width, lines), fresh, "{name}");
                }
                let widest = fresh.lines.iter().map(|line| measure(line, size, weight)).fold(0.0, f32::max);
                assert!((fresh.width - widest).abs() < 0.01, "{name}: {} and {widest}", fresh.width);
            }
        }
    }
}
