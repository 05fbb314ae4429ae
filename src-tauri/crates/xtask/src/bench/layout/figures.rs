//! The figures of a run, and how they are read from what programs print.
//!
//! Owns: the names of figures, times, JSON of one level. Must not know: who printed it.

use std::collections::BTreeMap;

/// Something that is measured of a drawing or of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// Best time of the call alone, in milliseconds.
    Milliseconds,
    /// How far distances are from the graph's.
    Stress,
    /// Crossing pairs of lines, of 100 that could cross.
    Cross,
    /// Share of near nodes of the same group.
    Purity,
    /// Overlapping pairs of boxes, per node.
    Overlaps,
    /// Part of the ground that boxes cover.
    Fill,
    /// How far the other nodes went, in percent of the diagonal.
    Drift,
    /// Stress after a change over stress before.
    StressRatio,
}

impl Figure {
    /// Those that are scored, with their keys.
    pub const SCORED: [(Self, &'static str); 7] = [
        (Self::Stress, "stress"),
        (Self::Cross, "cross"),
        (Self::Purity, "purity"),
        (Self::Overlaps, "overlaps"),
        (Self::Fill, "fill"),
        (Self::Drift, "drift"),
        (Self::StressRatio, "stress_ratio"),
    ];

    /// As it stands in tables and CSV.
    pub fn key(self) -> &'static str {
        Self::SCORED.iter().find(|(figure, _)| *figure == self).map_or("ms", |(_, key)| key)
    }

    /// As many decimals as two programs are told apart by.
    pub fn text(self, value: f64) -> String {
        match self {
            Self::Milliseconds => milliseconds(value),
            Self::Stress | Self::Drift | Self::StressRatio => format!("{value:.4}"),
            Self::Cross | Self::Overlaps => format!("{value:.3}"),
            Self::Purity | Self::Fill => format!("{value:.2}"),
        }
    }
}

/// Scores by figure.
pub type Scores = BTreeMap<Figure, f64>;

/// Times of a call, in milliseconds.
#[derive(Debug, Clone, PartialEq)]
pub struct Times(Vec<f64>);

impl Times {
    /// Of some runs; none without a run.
    pub fn of(mut runs: Vec<f64>) -> Option<Self> {
        runs.sort_by(f64::total_cmp);
        (!runs.is_empty()).then_some(Self(runs))
    }

    /// The run that was disturbed least.
    pub fn best(&self) -> f64 {
        self.0.first().copied().unwrap_or(f64::NAN)
    }

    /// The one in the middle; of two, the better.
    pub fn median(&self) -> f64 {
        self.0.get(self.0.len().saturating_sub(1) / 2).copied().unwrap_or(f64::NAN)
    }

    /// How many.
    pub fn runs(&self) -> usize {
        self.0.len()
    }
}

/// Three digits, whatever the size.
pub fn milliseconds(value: f64) -> String {
    let decimals = if value < 10.0 { 2 } else { usize::from(value < 100.0) };
    format!("{value:.decimals$}")
}

/// Processor times from a peer's lines `ms WALL CPU`: what it waited for the core on a busy machine is not its own.
pub fn peer_times(text: &str) -> Option<Times> {
    let time = |line: &str| line.strip_prefix("ms ")?.split_whitespace().nth(1)?.parse().ok();
    Times::of(text.lines().filter_map(time).collect())
}

/// Our own lines `NAME NUMBER ms`, in their order.
pub fn phases(text: &str) -> Vec<(String, f64)> {
    let phase = |line: &str| {
        let (name, number) = line.trim().strip_suffix(" ms")?.rsplit_once(char::is_whitespace)?;
        Some((name.trim().to_owned(), number.parse().ok()?))
    };
    text.lines().filter_map(phase).collect()
}

/// The numbers of a JSON object of one level on a line of its own; other values and lines are left out.
pub fn scores(text: &str) -> Scores {
    let line = text.lines().find(|line| line.starts_with('{')).unwrap_or_default();
    let inner = line.trim().trim_start_matches('{').trim_end_matches('}');
    let entry = |part: &str| {
        let (key, value) = part.split_once(':')?;
        let (figure, _) = *Figure::SCORED.iter().find(|(_, name)| *name == key.trim().trim_matches('"'))?;
        Some((figure, value.trim().parse().ok()?))
    };
    inner.split(',').filter_map(entry).collect()
}

/// Our line `added back: drift 0.0018 %, stress 1.0002 of before, 2.92 ms`: the time and the scores.
pub fn edit(text: &str) -> Option<(f64, Scores)> {
    let line = text.lines().find_map(|line| line.strip_prefix("added back: "))?;
    let words: Vec<&str> = line.split_whitespace().collect();
    let after = |name: &str| words.iter().position(|word| *word == name).and_then(|at| words.get(at + 1)?.parse().ok());
    let scores = [(Figure::Drift, after("drift")?), (Figure::StressRatio, after("stress")?)];
    Some((after("before,")?, scores.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn best_and_median_of_the_runs() {
        let check = |runs: &[f64], expect: Option<(f64, f64, usize)>| {
            let found = Times::of(runs.to_vec()).map(|times| (times.best(), times.median(), times.runs()));
            assert_eq!(found, expect, "{runs:?}");
        };
        check(&[], None);
        check(&[7.0], Some((7.0, 7.0, 1)));
        check(&[9.0, 7.0], Some((7.0, 7.0, 2)));
        check(&[9.0, 7.0, 8.0, 30.0, 7.5], Some((7.0, 8.0, 5)));
    }

    #[test]
    fn a_peers_time_is_the_processors() {
        let times = peer_times("loading\nms 31.1 30.5\nms 90.0 21.5\n").unwrap();
        assert_eq!((times.best(), times.runs()), (21.5, 2));
        assert_eq!(peer_times("ModuleNotFoundError: ms 1 2\nms 5\nms x y"), None);
    }

    #[test]
    fn our_phases_are_read() {
        let text = "reading            0.3 ms\n  force           11.8 ms\nlayout            12.3 ms\nwriting  0.1 ms\n\
                    Wrote p.f32: 300 nodes, 600 lines. Boxes fill 0.31 of the ground.\n";
        let expect = [("reading", 0.3), ("force", 11.8), ("layout", 12.3), ("writing", 0.1)];
        assert_eq!(phases(text), expect.map(|(name, value)| (name.to_owned(), value)));
    }

    #[test]
    fn an_edit_is_read() {
        let line = "added back: drift 0.0018 %, stress 1.0002 of before, 2.92 ms";
        let found = edit(&format!("288 ms, by phase {{}}\n{line}\nprocessor 300 ms\n"));
        assert_eq!(found, Some((2.92, [(Figure::Drift, 0.0018), (Figure::StressRatio, 1.0002)].into())));
        assert_eq!(edit("added back: drift NONE %, stress 1.0 of before, 2.92 ms"), None);
        assert_eq!(edit(""), None);
    }

    #[test]
    fn scores_are_read() {
        let text = "update  5.1 ms\n{\"stress\": 0.15011, \"cross\": 1.0, \"fill\": 2e-05, \"overlaps\": NaN, \"note\": \"a:b\"}\n";
        let found = scores(text);
        assert_eq!(found.get(&Figure::Stress), Some(&0.15011));
        assert_eq!(found.get(&Figure::Fill), Some(&2e-5));
        assert!(found[&Figure::Overlaps].is_nan());
        assert_eq!(found.len(), 4);
        assert!(scores("stress: 0.1, cross: 2\n").is_empty());
    }

    #[test]
    fn milliseconds_keep_three_digits() {
        for (value, expect) in [(0.123, "0.12"), (9.0, "9.00"), (12.34, "12.3"), (123.4, "123"), (9156.2, "9156")] {
            assert_eq!(milliseconds(value), expect);
        }
    }
}
