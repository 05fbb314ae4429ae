//! Base figures by metric, month and line, and how they add up. Planned and measured figures lie in a sheet alike. Must not
//! know where they come from.

use std::collections::{BTreeMap, BTreeSet};

use super::formula::{Cases, Missing, Worked};
use super::library::Library;
use super::line::{Line, Lines};
use crate::{Key, Metric, MetricOrigin, Month, OverMonths, OverMotions};

/// What stands in one month and line: money in minor units and other figures apart, so that cents add up exactly.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Cell {
    /// Money of the workspace's currency, in minor units.
    pub minor: i64,
    /// Everything else, and money that is not kept to the cent (planned figures), in whole units.
    pub number: f64,
    /// How many cases it was added up from; nought where nobody says.
    pub cases: u32,
}

/// The cells of one metric.
pub type Cells = BTreeMap<(Month, Line), Cell>;

/// Base figures of every metric.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    cells: BTreeMap<Key, Cells>,
    minor_per_unit: f64,
}

/// Where the parts of a formula have figures.
#[derive(Debug, Default)]
struct Parts {
    here: BTreeSet<(Month, Line)>,
    anywhere: BTreeSet<Month>,
    /// Measured outside of motions.
    outside: BTreeSet<Month>,
}

impl Cell {
    /// Both added.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            minor: self.minor.saturating_add(other.minor),
            number: self.number + other.number,
            cases: self.cases.saturating_add(other.cases),
        }
    }
}

impl Sheet {
    /// An empty one in a currency with so many minor units in a whole one.
    pub fn new(minor_per_unit: i64) -> Self {
        Self { cells: BTreeMap::new(), minor_per_unit: minor_per_unit as f64 }
    }

    /// Adds to a cell.
    pub fn add(&mut self, metric: &Key, month: Month, line: Line, cell: Cell) {
        if !self.cells.contains_key(metric) {
            self.cells.insert(metric.clone(), Cells::new());
        }
        if let Some(cells) = self.cells.get_mut(metric) {
            let sum = cells.entry((month, line)).or_default();
            *sum = sum.plus(cell);
        }
    }

    /// A metric's own cells.
    pub fn cells(&self, metric: &Key) -> Option<&Cells> {
        self.cells.get(metric)
    }

    /// A cell in whole units.
    pub fn units(&self, cell: Cell) -> f64 {
        cell.minor as f64 / self.minor_per_unit + cell.number
    }

    /// Takes out the own figures of formulas wherever one of their parts has a figure: there the formula counts. A part that
    /// was measured outside of motions may be anybody's, so a motion's own figure of that month gives way to it too, and so
    /// does an own figure outside to a part of any motion: nothing is counted twice.
    pub fn give_way(&mut self, library: &Library) -> Vec<(Key, Month, Line, Cell)> {
        let worked_out: Vec<Key> =
            self.cells.keys().filter(|key| matches!(library.formula(key), Some(Ok(_)))).cloned().collect();
        let mut taken = Vec::new();
        for key in worked_out {
            let parts = self.parts(library, &key);
            let Some(own) = self.cells.get_mut(&key) else { continue };
            own.retain(|&(month, line), cell| {
                let gives = parts.here.contains(&(month, line))
                    || parts.outside.contains(&month)
                    || (line == Line::Outside && parts.anywhere.contains(&month));
                if gives {
                    taken.push((key.clone(), month, line, *cell));
                }
                !gives
            });
        }
        taken
    }

    fn parts(&self, library: &Library, key: &Key) -> Parts {
        let mut parts = Parts::default();
        for leaf in library.leaves(key) {
            let measured = library.metric(&leaf).is_some_and(|metric| metric.origin == MetricOrigin::Measured);
            for &(month, line) in self.cells.get(&leaf).into_iter().flat_map(BTreeMap::keys) {
                parts.here.insert((month, line));
                parts.anywhere.insert(month);
                if measured && line == Line::Outside {
                    parts.outside.insert(month);
                }
            }
        }
        parts
    }

    /// A metric's own figures in `lines` from `first` to `last`, each line over its months first, then over the lines.
    pub fn sum_up(&self, metric: &Metric, lines: &Lines, first: Month, last: Month) -> Worked {
        let mut by_line: BTreeMap<Line, Vec<Cell>> = BTreeMap::new();
        for (&(_, line), cell) in self.cells.get(&metric.key).into_iter().flat_map(|cells| within(cells, first, last)) {
            if lines.has(line) {
                by_line.entry(line).or_default().push(*cell);
            }
        }
        if by_line.is_empty() {
            return Worked { cases: kind(metric, 0), ..Worked::NOTHING };
        }
        let cases = by_line.values().flatten().fold(0_u32, |sum, cell| sum.saturating_add(cell.cases));
        let figure = if metric.over_months == OverMonths::Sum && metric.over_motions == OverMotions::Sum {
            self.units(by_line.values().flatten().fold(Cell::default(), |sum, cell| sum.plus(*cell)))
        } else {
            let months: Vec<f64> = by_line.values().map(|cells| self.over_months(metric.over_months, cells)).collect();
            match metric.over_motions {
                OverMotions::Sum => months.iter().sum(),
                OverMotions::Average | OverMotions::RatioOfSums => mean(&months),
            }
        };
        let figure = if figure.is_finite() { Ok(figure) } else { Err(Missing::TooLarge) };
        Worked { figure, cases: kind(metric, cases) }
    }

    fn over_months(&self, over: OverMonths, cells: &[Cell]) -> f64 {
        let figures: Vec<f64> = cells.iter().map(|cell| self.units(*cell)).collect();
        match over {
            OverMonths::Sum => self.units(cells.iter().fold(Cell::default(), |sum, cell| sum.plus(*cell))),
            OverMonths::First => figures.first().copied().unwrap_or(0.0),
            OverMonths::Last => figures.last().copied().unwrap_or(0.0),
            OverMonths::Average | OverMonths::RatioOfSums => mean(&figures),
        }
    }
}

/// Cases of a sum add up; those of anything else do not.
pub(super) fn kind(metric: &Metric, cases: u32) -> Cases {
    if metric.over_months == OverMonths::Sum { Cases::Sum(cases) } else { Cases::Fewest(cases) }
}

/// The cells from `first` to `last`, by month.
pub(super) fn within(cells: &Cells, first: Month, last: Month) -> impl Iterator<Item = (&(Month, Line), &Cell)> {
    let beyond = last.plus(1).max(first);
    cells.range((first, Line::Outside)..(beyond, Line::Outside))
}

fn mean(figures: &[f64]) -> f64 {
    if figures.is_empty() { 0.0 } else { figures.iter().sum::<f64>() / figures.len() as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MotionId;
    use crate::fixture::month;

    /// One motion has 10 and 20 in January and February, another 60 in February.
    #[test]
    fn figures_add_up_over_months_first_and_then_over_lines() {
        use OverMonths::{Average, First, Last, RatioOfSums, Sum};
        let orders = Metric::built_in().into_iter().find(|metric| metric.key.as_str() == "orders").unwrap();
        let motion = |number| Line::Motion(MotionId::from(uuid::Uuid::from_u128(number)));
        let mut sheet = Sheet::new(100);
        for (at, line, minor) in
            [("2026-01", motion(1), 1_000), ("2026-02", motion(1), 2_000), ("2026-02", motion(2), 6_000)]
        {
            sheet.add(&orders.key, month(at), line, Cell { minor, number: 0.0, cases: 1 });
        }
        for (over_months, over_motions, expect) in [
            (Sum, OverMotions::Sum, 90.0),
            (First, OverMotions::Sum, 10.0 + 60.0),
            (Last, OverMotions::Sum, 20.0 + 60.0),
            (Average, OverMotions::Sum, 15.0 + 60.0),
            (Average, OverMotions::Average, 37.5),
            (Last, OverMotions::Average, 40.0),
            (Sum, OverMotions::Average, 45.0),
            (RatioOfSums, OverMotions::RatioOfSums, 37.5),
        ] {
            let metric = Metric { over_months, over_motions, ..orders.clone() };
            let worked = sheet.sum_up(&metric, &Lines::All, month("2026-01"), month("2026-12"));
            assert_eq!((worked.figure, worked.count()), (Ok(expect), 3), "{over_months:?} {over_motions:?}");
        }
        let before = sheet.sum_up(&orders, &Lines::All, month("2025-01"), month("2025-12"));
        assert_eq!(before, Worked::NOTHING);
        let reversed = sheet.sum_up(&orders, &Lines::All, month("2026-12"), month("2026-01"));
        assert_eq!(reversed, Worked::NOTHING);
    }
}
