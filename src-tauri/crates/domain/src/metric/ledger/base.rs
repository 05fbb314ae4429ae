//! How each kind of count makes a period's figure: month by month, by the end, or of the period as a whole. Must not know
//! formulas.

use super::{BEFORE, Ledger};
use crate::metric::evaluate::Base;
use crate::metric::formula::{Cases, Missing, Worked};
use crate::metric::line::{Line, Lines};
use crate::metric::sheet::{Cell, within};
use crate::{Count, FiscalYear, Metric, MetricOrigin, Month};

/// The count of a metric that is counted in deals: where deals are known, none is a nought. Weighted pipeline is not among
/// them: open deals of which nobody says how likely they are make it unknown.
pub(super) fn by_deals(metric: &Metric) -> Option<Count> {
    match metric.origin {
        MetricOrigin::Counted(count) if count <= Count::WonTargetAccounts && count != Count::WeightedPipeline => {
            Some(count)
        }
        _ => None,
    }
}

impl Base for Ledger {
    fn base(&self, metric: &Metric, lines: &Lines, first: Month, last: Month) -> Worked {
        let MetricOrigin::Counted(count) = metric.origin else {
            return self.sheet.sum_up(metric, lines, first, last);
        };
        let counted = match count {
            Count::WonTargetAccounts | Count::RecruitedPartners | Count::ActivatedPartners => {
                self.by_the_end(metric, lines, last)
            }
            Count::TargetAccounts | Count::Affiliates => self.constant(metric, &Lines::All),
            Count::WeightGiven | Count::WeightGot => self.constant(metric, lines),
            Count::MarketSize => self.market(metric, first, last),
            Count::ActivePartners => self.distinct.active(lines, last),
            Count::EngagedAffiliates => self.distinct.engaged(lines, first, last),
            Count::Concentration => self.distinct.concentration(lines, first, last),
            Count::TopThreeShare => self.distinct.top_three(lines, first, last),
            _ => return self.flow(metric, lines, first, last),
        };
        if counted.figure == Err(Missing::NoFigure) { self.sheet.sum_up(metric, lines, first, last) } else { counted }
    }
}

impl Ledger {
    /// What happens month by month: where deals are known, none is a nought.
    fn flow(&self, metric: &Metric, lines: &Lines, first: Month, last: Month) -> Worked {
        let sum = self.sheet.sum_up(metric, lines, first, last);
        let known = self.known.is_some_and(|(begin, end)| first <= end && begin <= last) && by_deals(metric).is_some();
        if sum.figure == Err(Missing::NoFigure) && known { Worked { figure: Ok(0.0), ..sum } } else { sum }
    }

    /// Everything up to the end of the period, whenever it happened.
    fn by_the_end(&self, metric: &Metric, lines: &Lines, last: Month) -> Worked {
        let Some(cells) = self.sheet.cells(&metric.key) else {
            let known = self.known.is_some_and(|(begin, _)| begin <= last);
            let figure = if known { Ok(0.0) } else { Err(Missing::NoFigure) };
            return Worked { figure, cases: Cases::Fewest(0) };
        };
        let chosen = within(cells, BEFORE, last).filter(|((_, line), _)| lines.has(*line));
        let sum = chosen.fold(Cell::default(), |sum, (_, cell)| sum.plus(*cell));
        Worked { figure: Ok(self.sheet.units(sum)), cases: Cases::Fewest(sum.cases) }
    }

    /// What has no date.
    fn constant(&self, metric: &Metric, lines: &Lines) -> Worked {
        let cells = self.sheet.cells(&metric.key).into_iter().flatten();
        let mut undated = cells.filter(|((month, line), _)| *month == BEFORE && lines.has(*line)).peekable();
        if undated.peek().is_none() {
            return Worked::NOTHING;
        }
        let sum = undated.fold(Cell::default(), |sum, (_, cell)| sum.plus(*cell));
        Worked { figure: Ok(self.sheet.units(sum)), cases: Cases::Fewest(sum.cases) }
    }

    /// The market of a period that is made of whole fiscal years, each of which has a figure.
    fn market(&self, metric: &Metric, first: Month, last: Month) -> Worked {
        let months = last.since(first) + 1;
        if months <= 0 || months % 12 != 0 || first.number() != self.fiscal_first_month {
            return Worked::NOTHING;
        }
        let Some(cells) = self.sheet.cells(&metric.key) else { return Worked::NOTHING };
        let mut sum = Cell::default();
        for year in 0..months / 12 {
            let end = FiscalYear::of(first.plus(12 * year), self.fiscal_first_month).last();
            let Some(cell) = cells.get(&(end, Line::Outside)) else { return Worked::NOTHING };
            sum = sum.plus(*cell);
        }
        Worked { figure: Ok(self.sheet.units(sum)), cases: Cases::Fewest(sum.cases) }
    }
}
