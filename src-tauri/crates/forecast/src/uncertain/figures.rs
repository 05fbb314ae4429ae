//! What a metric is in one run. Must not know how the run's values were drawn.

use domain::metric::evaluate::{Base, work_out};
use domain::metric::formula::{Cases, Worked};
use domain::{Key, Lines, Metric, Missing, Month};

use super::drivers::Drivers;
use super::leaves::{Leaf, Leaves};
use crate::input::InputError;
use crate::simulation::RunFigures;

impl Leaves<'_> {
    /// The months alone and to date, with each driver at its value.
    pub(super) fn figures(
        &self,
        drivers: &Drivers,
        values: &[f64],
        run: &mut RunFigures<'_>,
    ) -> Result<(), InputError> {
        if let [leaf] = self.all.as_slice()
            && leaf.key == self.metric
        {
            leaf.add(drivers, values, run)?;
            leaf.erase(run);
            return Ok(());
        }
        let mut rows = vec![0.0; 2 * self.months * self.all.len()];
        for (leaf, row) in self.all.iter().zip(rows.chunks_exact_mut(2 * self.months)) {
            let (months, to_date) = row.split_at_mut(self.months);
            leaf.add(drivers, values, &mut RunFigures { months, to_date })?;
        }
        for month in 0..self.months {
            run.months[month] = self.worked_out(&rows, month, false);
            run.to_date[month] = self.worked_out(&rows, month, true);
        }
        Ok(())
    }

    fn worked_out(&self, rows: &[f64], month: usize, to_date: bool) -> f64 {
        let base = OneFigure { leaves: self, rows, month, to_date };
        // The base knows its month; the period is not looked at.
        let any = Month::FIRST;
        work_out(self.library, &base, &self.metric, &Lines::All, any, any).figure.unwrap_or(f64::NAN)
    }
}

impl Leaf<'_> {
    fn add(&self, drivers: &Drivers, values: &[f64], run: &mut RunFigures<'_>) -> Result<(), InputError> {
        for part in &self.parts {
            let own = drivers.months(part, values)?;
            for ((own_month, month), weight) in part.months.iter().zip(&part.alone) {
                run.months[*month] += weight * own[*own_month];
            }
            for (to_date, weights) in run.to_date.iter_mut().zip(&part.to_date) {
                *to_date += part
                    .months
                    .iter()
                    .zip(weights)
                    .map(|((own_month, _), weight)| weight * own[*own_month])
                    .sum::<f64>();
            }
        }
        if self.adds {
            run.sum_up();
        }
        Ok(())
    }

    /// A month without a planned figure has none in any run.
    fn erase(&self, run: &mut RunFigures<'_>) {
        for (figures, has) in [(&mut *run.months, &self.has.0), (&mut *run.to_date, &self.has.1)] {
            figures.iter_mut().zip(has).filter(|(_, has)| !**has).for_each(|(figure, _)| *figure = f64::NAN);
        }
    }
}

/// One month of one run as what formulas are worked out from.
struct OneFigure<'a> {
    leaves: &'a Leaves<'a>,
    rows: &'a [f64],
    month: usize,
    to_date: bool,
}

impl Base for OneFigure<'_> {
    fn base(&self, metric: &Metric, _: &Lines, _: Month, _: Month) -> Worked {
        let nothing = Worked { figure: Err(Missing::NoFigure), cases: Cases::Sum(0) };
        let Some(place) = self.place(&metric.key) else { return nothing };
        let leaf = &self.leaves.all[place];
        let has = if self.to_date { &leaf.has.1 } else { &leaf.has.0 };
        if !has[self.month] {
            return nothing;
        }
        let row = 2 * self.leaves.months * place + if self.to_date { self.leaves.months } else { 0 };
        Worked { figure: Ok(self.rows[row + self.month]), cases: Cases::Sum(0) }
    }
}

impl OneFigure<'_> {
    fn place(&self, key: &Key) -> Option<usize> {
        self.leaves.all.binary_search_by(|leaf| leaf.key.cmp(key)).ok()
    }
}
