//! Any metric's figure in any lines and months, from base figures: ratios are ratios of sums, and a figure below its metric's
//! floor is Unknown. The same rules serve what was measured and what is planned. Must not know where base figures come from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::formula::{Cases, Missing, Worked};
use super::library::Library;
use super::line::Lines;
use super::sheet::kind;
use crate::{Key, Metric, Month, OverMonths};

/// Where evaluating finds the figures that are not worked out by a formula.
pub trait Base {
    /// A metric's own figure in `lines` from `first` to `last`, both included: measured or counted. For a metric with a
    /// formula: what was typed where none of its parts has a figure.
    fn base(&self, metric: &Metric, lines: &Lines, first: Month, last: Month) -> Worked;
}

/// A metric's figure, in whole units, with the number of cases that it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Value {
    /// The figure; none where [`Value::missing`] says why.
    pub figure: Option<f64>,
    /// Why there is none.
    pub missing: Option<Missing>,
    /// How many cases it rests on: deals, partners, orders; nought where nobody says.
    pub cases: u32,
}

impl Value {
    /// Of what was worked out, or Unknown below `floor` cases.
    fn of(worked: Worked, floor: u32) -> Self {
        let cases = worked.count();
        let enough = cases >= floor;
        match worked.figure {
            Ok(figure) if enough => Self { figure: Some(figure), missing: None, cases },
            Ok(_) => Self { figure: None, missing: Some(Missing::BelowFloor), cases },
            Err(missing) => Self { figure: None, missing: Some(missing), cases },
        }
    }
}

/// The figure of the metric `key` in `lines` from `first` to `last`, both included.
pub fn evaluate(library: &Library, base: &dyn Base, key: &Key, lines: &Lines, first: Month, last: Month) -> Value {
    let floor = library.metric(key).map_or(0, |metric| metric.floor);
    Value::of(work_out(library, base, key, lines, first, last), floor)
}

/// The same without the floor: as formulas use their parts, and as a plan is worked out, which rests on no cases.
pub fn work_out(library: &Library, base: &dyn Base, key: &Key, lines: &Lines, first: Month, last: Month) -> Worked {
    Evaluation { library, base, lines, first, last, known: BTreeMap::new() }.of(key)
}

struct Evaluation<'a> {
    library: &'a Library,
    base: &'a dyn Base,
    lines: &'a Lines,
    first: Month,
    last: Month,
    /// A part that several formulas share is worked out once.
    known: BTreeMap<Key, Worked>,
}

impl Evaluation<'_> {
    fn of(&mut self, key: &Key) -> Worked {
        if let Some(known) = self.known.get(key) {
            return *known;
        }
        let library = self.library;
        let Some(metric) = library.metric(key) else { return Worked::NOTHING };
        let own = self.base.base(metric, self.lines, self.first, self.last);
        let worked = match library.formula(key) {
            None => own,
            Some(Err(_)) => Worked { figure: Err(Missing::WrongFormula), cases: kind(metric, 0) },
            Some(Ok(formula)) => {
                let worked = formula.work_out(&mut |part| self.of(part));
                joined(metric, worked, own)
            }
        };
        self.known.insert(key.clone(), worked);
        worked
    }
}

/// A formula's figure and what was typed beside it: sums add the months that only typing covers; of anything else a typed
/// figure counts only where the formula has none at all.
pub(super) fn joined(metric: &Metric, worked: Worked, own: Worked) -> Worked {
    match (worked.figure, own.figure) {
        (Err(Missing::NoFigure), Ok(_)) => own,
        (Ok(figure), Ok(typed)) if metric.over_months == OverMonths::Sum => {
            Worked { figure: Ok(figure + typed), cases: Cases::Sum(worked.count().saturating_add(own.count())) }
        }
        _ => worked,
    }
}
