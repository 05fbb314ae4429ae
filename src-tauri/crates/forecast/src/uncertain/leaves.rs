//! Which projections a metric rests on, and how much each of their months weighs: the rules of a ledger's sheet, once for all
//! runs. Must not know which inputs are uncertain.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Key, Library, Line, Lines, Metric, Month, OverMonths, OverMotions, Workspace};

use crate::inputs::ProjectionRows;
use crate::planned::{Counted, Planned, counted};

/// What a metric is worked out from.
pub(super) struct Leaves<'w> {
    pub library: &'w Library,
    pub metric: Key,
    /// The metrics with own planned figures, in the order of their keys.
    pub all: Vec<Leaf<'w>>,
    pub months: usize,
}

/// A metric whose own planned figures count.
pub(super) struct Leaf<'w> {
    pub key: Key,
    /// Its months add up, and so do its motions.
    pub adds: bool,
    pub parts: Vec<Part<'w>>,
    /// Whether it has a figure, by month alone and to date.
    pub has: (Vec<bool>, Vec<bool>),
}

/// One projection's part in a leaf.
pub(super) struct Part<'w> {
    pub counted: Counted<'w>,
    /// The figures typed for its months.
    pub figures: Vec<f64>,
    /// For each own month that counts: (own month, month of the period).
    pub months: Vec<(usize, usize)>,
    /// How much the projection's month weighs in the month alone.
    pub alone: Vec<f64>,
    /// How much it weighs in the figure to date, by month of the period, then by the months above; empty where months add up.
    pub to_date: Vec<Vec<f64>>,
}

impl<'w> Leaves<'w> {
    pub fn of(
        workspace: &'w Workspace,
        library: &'w Library,
        metric: &Key,
        lines: &Lines,
        (first, last): (Month, Month),
    ) -> Option<Self> {
        let (planned, rows) = (Planned::of(workspace), ProjectionRows::of(workspace));
        let months = usize::try_from(last.since(first) + 1).ok()?;
        let tree = library.tree(metric);
        let mut by_leaf: BTreeMap<&Key, Vec<Counted<'w>>> = BTreeMap::new();
        for row in counted(workspace) {
            if tree.contains(&row.projection.metric) && lines.has(Line::Motion(row.projection.motion)) {
                by_leaf.entry(&row.projection.metric).or_default().push(row);
            }
        }
        let leaf = |(key, own): (&Key, Vec<Counted<'w>>)| {
            let kept = planned.kept(key);
            let shift = |counted: &Counted<'w>, own: usize| {
                let month = counted.projection.from.plus(i32::try_from(own).ok()?);
                let inside = (first..=last).contains(&month) && kept(month, counted.projection.motion);
                inside.then(|| usize::try_from(month.since(first)).ok()).flatten()
            };
            let part = |counted: Counted<'w>| {
                let own = 0..counted.projection.months as usize;
                let months = own.filter_map(|own| Some((own, shift(&counted, own)?))).collect();
                let figures = rows.figures(counted.projection);
                Part { counted, figures, months, alone: Vec::new(), to_date: Vec::new() }
            };
            let parts: Vec<Part<'w>> = own.into_iter().map(part).filter(|part| !part.months.is_empty()).collect();
            let metric = library.metric(key)?;
            (!parts.is_empty()).then(|| Leaf::weighed(metric, parts, months))
        };
        let all: Vec<Leaf<'w>> = by_leaf.into_iter().filter_map(leaf).collect();
        (!all.is_empty()).then(|| Self { library, metric: metric.clone(), all, months })
    }
}

impl<'w> Leaf<'w> {
    fn weighed(metric: &Metric, mut parts: Vec<Part<'w>>, months: usize) -> Self {
        let adds = metric.over_months == OverMonths::Sum && metric.over_motions == OverMotions::Sum;
        let lines: Vec<(Line, BTreeSet<usize>)> = by_line(&parts);
        for part in &mut parts {
            let line = Line::Motion(part.counted.projection.motion);
            let own = lines.iter().find(|(known, _)| *known == line).map(|(_, months)| months);
            let Some(own) = own else { continue };
            let over_lines = |month: usize, to_date: bool| match metric.over_motions {
                OverMotions::Sum => 1.0,
                OverMotions::Average | OverMotions::RatioOfSums => {
                    let has = |months: &BTreeSet<usize>| {
                        if to_date { months.range(..=month).next().is_some() } else { months.contains(&month) }
                    };
                    1.0 / lines.iter().filter(|(_, months)| has(months)).count().max(1) as f64
                }
            };
            part.alone = part.months.iter().map(|(_, month)| over_lines(*month, false)).collect();
            if !adds {
                let at = |month: usize| {
                    let weight = |(_, own_month): &(usize, usize)| {
                        over_months(metric.over_months, own, *own_month, month) * over_lines(month, true)
                    };
                    part.months.iter().map(weight).collect()
                };
                part.to_date = (0..months).map(at).collect();
            }
        }
        let all: BTreeSet<usize> = lines.iter().flat_map(|(_, months)| months.iter().copied()).collect();
        let alone = (0..months).map(|month| all.contains(&month)).collect();
        let to_date = (0..months).map(|month| all.range(..=month).next().is_some()).collect();
        Self { key: metric.key.clone(), adds, parts, has: (alone, to_date) }
    }
}

/// The months in which each line has a figure.
fn by_line(parts: &[Part<'_>]) -> Vec<(Line, BTreeSet<usize>)> {
    let mut lines: BTreeMap<Line, BTreeSet<usize>> = BTreeMap::new();
    for part in parts {
        let own = part.months.iter().map(|(_, month)| *month);
        lines.entry(Line::Motion(part.counted.projection.motion)).or_default().extend(own);
    }
    lines.into_iter().collect()
}

/// What the figure of `own` weighs in that of all the line's `months` up to `month`.
fn over_months(over: OverMonths, months: &BTreeSet<usize>, own: usize, month: usize) -> f64 {
    let mut to_date = months.range(..=month);
    let counts = match over {
        OverMonths::Sum => own <= month,
        OverMonths::First => to_date.next() == Some(&own),
        OverMonths::Last => to_date.next_back() == Some(&own),
        OverMonths::Average | OverMonths::RatioOfSums => {
            let count = to_date.count().max(1);
            return if own <= month { 1.0 / count as f64 } else { 0.0 };
        }
    };
    if counts { 1.0 } else { 0.0 }
}
