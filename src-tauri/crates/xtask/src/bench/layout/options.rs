//! What may follow `bench layout`.
//!
//! Owns: the words and their meaning. Must not know: what comes of them.

use crate::stop::Stop;

const USAGE: &str = "usage: cargo xtask bench layout [--all] [--siblings N] [--only PART-OF-A-TITLE]";

/// Which contests are run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// With the peers that take minutes.
    pub slow: bool,
    /// Instead of the named graphs, so many others of each kind.
    pub siblings: u32,
    /// Only contests whose title has this in it.
    pub only: Option<String>,
}

impl Options {
    /// Reads the words.
    pub fn read(words: &[String]) -> Result<Self, Stop> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match (word.as_str(), words.as_slice().first()) {
                ("--all", _) => options.slow = true,
                ("--siblings", Some(count)) => {
                    options.siblings = count.parse().ok().filter(|count| *count > 0).ok_or_else(|| {
                        Stop::because(format!("--siblings: found '{count}', expected a number from 1.\n{USAGE}"))
                    })?;
                    words.next();
                }
                ("--only", Some(part)) => {
                    options.only = Some((*part).clone());
                    words.next();
                }
                _ => return Err(Stop::because(format!("'{word}' is not understood here.\n{USAGE}"))),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn words_are_read() {
        let check = |line: &str, expect: Option<Options>| {
            let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
            assert_eq!(Options::read(&words).ok(), expect, "{line}");
        };
        check("", Some(Options::default()));
        check("--all --siblings 3", Some(Options { slow: true, siblings: 3, only: None }));
        check("--only g5k", Some(Options { only: Some("g5k".into()), ..Options::default() }));
        check("--siblings", None);
        check("--siblings none", None);
        check("--siblings 0", None);
        check("--quick", None);
    }
}
