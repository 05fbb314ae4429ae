//! What a contest is: programs on one graph, and the lines that ours must hold against them.
//!
//! Owns: how a line is judged, when a peer counts as beaten. Must not know: how programs are run or shown.

use super::figures::{Figure, Scores, Times, milliseconds};
use super::graphs::Graph;

/// Programs on one graph.
#[derive(Debug)]
pub struct Contest {
    /// The class.
    pub title: String,
    /// What they all get.
    pub graph: Graph,
    /// The first of ours is the one that peers are compared with.
    pub programs: Vec<Program>,
    /// What ours is held to.
    pub bounds: Vec<Bound>,
}

/// One program with its settings.
#[derive(Debug, Clone, Copy)]
pub struct Program {
    /// As the table names it.
    pub name: &'static str,
    /// How it is run.
    pub how: How,
}

/// How a program is run.
#[derive(Debug, Clone, Copy)]
pub enum How {
    /// A program of a script in `tests/bench/layout`.
    Python(&'static str, &'static str),
    /// A program of `tests/bench/layout/npm/peers.mjs`.
    Node(&'static str),
    /// `ecotone graph layout` with these arguments.
    Ours(&'static [&'static str]),
    /// Our betweenness.
    OurBetweenness,
    /// 1 % of the nodes taken out and put back, by this mode of the layout's example.
    OurEdit(&'static str),
    /// `ecotone layout` on the workspace of the CNCF's organizations.
    OurWorkspace,
}

impl How {
    /// Whether it is Ecotone.
    pub fn is_ours(self) -> bool {
        !matches!(self, Self::Python(..) | Self::Node(_))
    }
}

/// How one program did.
#[derive(Debug)]
pub struct Row {
    /// Its name.
    pub program: &'static str,
    /// Whether it is Ecotone.
    pub is_ours: bool,
    /// Times and scores, or why there are none.
    pub outcome: Result<Ran, String>,
}

/// A program that came to its end.
#[derive(Debug)]
pub struct Ran {
    /// Of the layout call alone.
    pub times: Times,
    /// Of the drawing.
    pub scores: Scores,
    /// What else is to be said, such as the time of each phase.
    pub note: String,
}

impl Row {
    /// One of its figures.
    pub fn figure(&self, figure: Figure) -> Option<f64> {
        let ran = self.outcome.as_ref().ok()?;
        if figure == Figure::Milliseconds { Some(ran.times.best()) } else { ran.scores.get(&figure).copied() }
    }
}

/// A line that one of our programs is held to.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    /// Whether the bench fails without.
    pub is_must: bool,
    /// Which of ours.
    pub who: &'static str,
    /// What is looked at.
    pub figure: Figure,
    /// Where it has to lie.
    pub rule: Rule,
}

/// Where a figure has to lie; a name is that of a peer in the same contest.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// Not above.
    AtMost(f64),
    /// Not below.
    AtLeast(f64),
    /// Not above so many times a peer's.
    AtMostOf(f64, &'static str),
    /// Not below so many times a peer's.
    AtLeastOf(f64, &'static str),
    /// Below a peer's.
    Below(&'static str),
    /// A peer takes so many times as long, at least.
    Faster(f64, &'static str),
}

/// How a bound came out.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Whether the bench fails without.
    pub is_must: bool,
    /// The bound in words.
    pub bound: String,
    /// What was found.
    pub found: String,
    /// None when a figure is missing.
    pub held: Option<bool>,
}

impl Verdict {
    /// A line that must hold and was not seen to.
    pub fn is_failure(&self) -> bool {
        self.is_must && self.held != Some(true)
    }
}

impl Contest {
    /// Every bound with how it came out.
    pub fn verdicts(&self, rows: &[Row]) -> Vec<Verdict> {
        self.bounds.iter().map(|bound| bound.judge(rows)).collect()
    }
}

impl Bound {
    fn judge(&self, rows: &[Row]) -> Verdict {
        let of = |name: &str, figure| rows.iter().find(|row| row.program == name)?.figure(figure);
        let (key, ours) = (self.figure.key(), of(self.who, self.figure));
        let text = |value: f64| self.figure.text(value);
        let limit = |factor: f64, peer| of(peer, self.figure).map(|value| value * factor);
        let shown = |limit: Option<f64>| limit.map_or_else(|| "?".to_owned(), text);
        let both = |limit: Option<f64>, holds: fn(&f64, &f64) -> bool| Some(holds(&ours?, &limit?));
        let (bound, held) = match self.rule {
            Rule::AtMost(most) => (format!("{key} ≤ {}", text(most)), both(Some(most), f64::le)),
            Rule::AtLeast(least) => (format!("{key} ≥ {}", text(least)), both(Some(least), f64::ge)),
            Rule::AtMostOf(factor, peer) => {
                let most = limit(factor, peer);
                (format!("{key} ≤ {} ({factor}× {peer})", shown(most)), both(most, f64::le))
            }
            Rule::AtLeastOf(factor, peer) => {
                let least = limit(factor, peer);
                (format!("{key} ≥ {} ({factor}× {peer})", shown(least)), both(least, f64::ge))
            }
            Rule::Below(peer) => {
                let most = limit(1.0, peer);
                (format!("{key} < {} ({peer})", shown(most)), both(most, f64::lt))
            }
            Rule::Faster(least, peer) => {
                let ratio = ours.zip(of(peer, self.figure)).map(|(ours, peer)| peer / ours);
                let found = ratio.map_or_else(|| "?".to_owned(), |ratio| format!("{}×", milliseconds(ratio)));
                let held = ratio.map(|ratio| ratio >= least);
                let bound = format!("{}: ≥ {least}× the speed of {peer}", self.who);
                return Verdict { is_must: self.is_must, bound, found, held };
            }
        };
        Verdict { is_must: self.is_must, bound: format!("{}: {bound}", self.who), found: shown(ours), held }
    }
}

/// A peer against the first of ours: how many times as long it takes, and whether it counts as beaten: slower, with
/// stress and crossings no better than these parts, and without overlaps where it has none.
pub fn beaten(peer: &Row, ours: &Row) -> Option<(f64, bool)> {
    let ratio = peer.figure(Figure::Milliseconds)? / ours.figure(Figure::Milliseconds)?;
    let within = |figure, factor: f64| match (ours.figure(figure), peer.figure(figure)) {
        (Some(ours), Some(peer)) => ours <= factor * peer,
        // Neither is drawn: only times are compared.
        _ => true,
    };
    let clean = peer.figure(Figure::Overlaps) != Some(0.0) || ours.figure(Figure::Overlaps) == Some(0.0);
    Some((ratio, ratio > 1.0 && clean && within(Figure::Stress, 1.01) && within(Figure::Cross, 1.02)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(program: &'static str, ms: f64, scores: &[(Figure, f64)]) -> Row {
        let times = Times::of(vec![ms]).unwrap();
        let ran = Ran { times, scores: scores.iter().copied().collect(), note: String::new() };
        Row { program, is_ours: program == "ours", outcome: Ok(ran) }
    }

    fn scored(program: &'static str, ms: f64, stress: f64, cross: f64, overlaps: f64) -> Row {
        row(program, ms, &[(Figure::Stress, stress), (Figure::Cross, cross), (Figure::Overlaps, overlaps)])
    }

    #[test]
    fn bounds_are_judged() {
        let missing = Row { program: "gone", is_ours: false, outcome: Err("not installed".into()) };
        let rows = [scored("ours", 10.0, 0.15, 1.0, 0.0), scored("peer", 85.0, 0.148, 1.2, 0.0), missing];
        let check = |figure, rule, bound: &str, found: &str, held: Option<bool>| {
            let verdict = Bound { is_must: true, who: "ours", figure, rule }.judge(&rows);
            assert_eq!((verdict.bound.as_str(), verdict.found.as_str(), verdict.held), (bound, found, held));
            assert_eq!(verdict.is_failure(), held != Some(true), "{bound}");
        };
        check(Figure::Stress, Rule::AtMost(0.152), "ours: stress ≤ 0.1520", "0.1500", Some(true));
        check(Figure::Stress, Rule::AtMost(0.149), "ours: stress ≤ 0.1490", "0.1500", Some(false));
        check(Figure::Cross, Rule::AtLeast(1.0), "ours: cross ≥ 1.000", "1.000", Some(true));
        check(Figure::Stress, Rule::Below("peer"), "ours: stress < 0.1480 (peer)", "0.1500", Some(false));
        check(Figure::Cross, Rule::AtMostOf(1.02, "peer"), "ours: cross ≤ 1.224 (1.02× peer)", "1.000", Some(true));
        check(Figure::Cross, Rule::AtLeastOf(1.0, "peer"), "ours: cross ≥ 1.200 (1× peer)", "1.000", Some(false));
        let faster = |least| Rule::Faster(least, "peer");
        check(Figure::Milliseconds, faster(8.0), "ours: ≥ 8× the speed of peer", "8.50×", Some(true));
        check(Figure::Milliseconds, faster(9.0), "ours: ≥ 9× the speed of peer", "8.50×", Some(false));
        check(Figure::Milliseconds, Rule::Faster(2.0, "gone"), "ours: ≥ 2× the speed of gone", "?", None);
        check(Figure::Purity, Rule::AtLeast(0.5), "ours: purity ≥ 0.50", "?", None);
    }

    #[test]
    fn an_aim_never_fails_the_bench() {
        let rows = [scored("ours", 10.0, 0.15, 1.0, 0.0)];
        let aim = Bound { is_must: false, who: "ours", figure: Figure::Stress, rule: Rule::AtMost(0.1) };
        assert_eq!((aim.judge(&rows).held, aim.judge(&rows).is_failure()), (Some(false), false));
    }

    #[test]
    fn a_peer_is_beaten_only_by_an_equal_drawing() {
        let peer = scored("peer", 80.0, 0.15, 1.0, 0.0);
        let check = |ours: Row, expect: Option<(f64, bool)>| assert_eq!(beaten(&peer, &ours), expect, "{ours:?}");
        check(scored("ours", 10.0, 0.151, 1.02, 0.0), Some((8.0, true)));
        check(scored("ours", 10.0, 0.152, 1.0, 0.0), Some((8.0, false)));
        check(scored("ours", 10.0, 0.15, 1.03, 0.0), Some((8.0, false)));
        check(scored("ours", 10.0, 0.15, 1.0, 0.01), Some((8.0, false)));
        check(scored("ours", 160.0, 0.1, 0.5, 0.0), Some((0.5, false)));
        check(row("ours", 40.0, &[]), Some((2.0, false)));
        let timed = |ms| row("timed", ms, &[]);
        assert_eq!(beaten(&timed(80.0), &timed(40.0)), Some((2.0, true)));
        let failed = Row { program: "ours", is_ours: true, outcome: Err("no".into()) };
        assert_eq!(beaten(&peer, &failed), None);
    }
}
