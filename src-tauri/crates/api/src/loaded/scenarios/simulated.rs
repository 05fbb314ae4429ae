//! Where each scenario ends a fiscal year, simulated: side by side as a chart, and for the command line. Must not know how
//! anything is drawn.

use std::ops::ControlFlow;

use domain::{FiscalYear, Library, Lines, Metric, MotionId, ScenarioId};
use forecast::simulation::Band;
use forecast::{Range, Runs, UncertainPlan};
use picture::chart::{ChartPicture, Frame, Projected, ScenarioRow, ScenariosInput, scenarios};

use crate::ErrorReply;
use crate::loaded::{Asked, Loaded};

impl Loaded {
    /// Where a metric ends a fiscal year in a scenario, in `runs` runs or in as many as the workspace says; none where
    /// nothing is planned. Without an uncertain input all runs end alike.
    pub(crate) fn year_end(
        &self,
        scenario: Option<ScenarioId>,
        metric: &Metric,
        lines: &Lines,
        year: FiscalYear,
        runs: Option<u32>,
    ) -> Option<Range> {
        let seen = forecast::in_scenario(&self.expected, scenario);
        let library = Library::of(&seen.metrics, &seen.settings.metric_rules);
        let plan = UncertainPlan::of(&seen, &library, &metric.key, lines, (year.first(), year.last()))?;
        let rules = seen.settings.simulation;
        let runs = Runs { runs: runs.unwrap_or(rules.runs), seed: rules.seed, target: None };
        let simulated = plan.simulate(runs, &|_| ControlFlow::Continue(())).ok()?;
        let band: Band = simulated.fan.to_date.last().copied().flatten()?;
        Some(Range { low: band.p10, mid: band.p50, high: band.p90 })
    }

    /// The same by the workspace's rules, worked out once: a chart is drawn anew whenever its window changes its size.
    fn kept_year_end(
        &self,
        scenario: Option<ScenarioId>,
        metric: &Metric,
        motion: Option<MotionId>,
        year: FiscalYear,
    ) -> Result<Option<Range>, ErrorReply> {
        let (key, first, last) = (metric.key.clone(), year.first(), year.last());
        let asked = (scenario, Asked { metric: key, motion, first, last });
        if let Some(known) = self.simulations.end(&asked) {
            return Ok(Some(known));
        }
        let end = self.year_end(scenario, metric, &self.lines(motion)?, year, None);
        if let Some(end) = end {
            self.simulations.keep_end(asked, end);
        }
        Ok(end)
    }

    /// Every scenario from p10 to p90 with its p50, Expected first.
    pub(in crate::loaded) fn scenarios_picture(
        &self,
        metric: &Metric,
        motion: Option<MotionId>,
        year: FiscalYear,
        frame: Frame,
    ) -> Result<ChartPicture, ErrorReply> {
        let row = |id: Option<ScenarioId>, name: String| {
            let end = self.kept_year_end(id, metric, motion, year)?;
            let outcome = end.map(|end| {
                let doubted = end.low < end.high;
                Projected { low: doubted.then_some(end.low), mid: end.mid, high: doubted.then_some(end.high) }
            });
            let key = id.map_or_else(|| "expected".to_owned(), |id| id.0.to_string());
            Ok(ScenarioRow { id: format!("scenario:{key}"), name, outcome })
        };
        let others = self.scenarios_in_order().into_iter().map(|one| row(Some(one.id), one.name.to_string()));
        let rows = std::iter::once(row(None, self.language.say("Expected").to_owned())).chain(others);
        let rows = rows.collect::<Result<_, ErrorReply>>()?;
        Ok(scenarios(&ScenariosInput { measure: self.measure(metric), frame, rows }))
    }
}
