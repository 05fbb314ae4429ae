//! What each chart of the Outcomes screen is drawn from. Must not know how it is drawn.

use domain::metric::cohorts::affiliate_cohorts;
use domain::{Key, Line, Lines, Metric, MetricSide, MetricUnit, Month, MotionId, OverMonths};
use forecast::{Outcome, OutcomeMonth, Range};
use picture::chart::{
    BulletInput, BulletRow, ChartPicture, Cohort, CohortsInput, Figures, Frame, FunnelInput, FunnelStage, Measure,
    MonthsInput, MultiplesInput, MultiplesPanel, Projected, RankedInput, RankedRow, bullet, cohorts, cumulative,
    funnel, monthly, multiples, ranked, roas, sparkline, variance,
};

use super::{Asked, Loaded};
use crate::ErrorReply;
use crate::wire::*;

/// Months that one chart can hold.
const MONTHS_MAX: i32 = 60;

impl Loaded {
    pub(crate) fn chart_view(&self, request: &ChartRequest) -> Result<ChartView, ErrorReply> {
        let metric = self.metric(&request.metric)?;
        let lines = self.lines(request.motion)?;
        let period = self.chart_period(request)?;
        let (first, last) = period;
        let asked = Asked { metric: metric.key.clone(), motion: request.motion, first, last };
        let year = self.year_named(request.year);
        let outcome = self.outcome(&lines, metric, period)?;
        let finding = self.finding(metric, &outcome);
        let frame = Frame {
            hidden: request.hidden.clone(),
            finding: finding.clone(),
            ..Frame::new(request.width.clamp(60.0, 4000.0), request.height.clamp(24.0, 3000.0))
        };
        let of = request.motion.map(|id| self.motion_name(id)).map(|name| format!(", {name}")).unwrap_or_default();
        let title = |what: &str| format!("{}{of}, {what}", metric.name);
        let (title, picture) = match request.kind {
            ChartKind::Cumulative => {
                let input = if outcome.adds {
                    self.months_input(metric, &outcome, frame).summed()
                } else {
                    self.to_date_input(metric, &outcome, frame)
                };
                let reforecast = self.reforecast_months(metric, &lines, year, period, true);
                let input = MonthsInput { reforecast, ..input };
                let fan = self.fan_chart(&asked, request.coarse, &input)?;
                (title("to date"), fan.unwrap_or_else(|| cumulative(&input)))
            }
            ChartKind::Monthly => {
                let reforecast = self.reforecast_months(metric, &lines, year, period, false);
                let input = MonthsInput { reforecast, ..self.months_input(metric, &outcome, frame) };
                (title("by month"), monthly(&self.with_simulated_ends(&asked, request.coarse, input)?))
            }
            ChartKind::Tornado => (title("what moves it most"), self.tornado_chart(&asked, frame)?),
            ChartKind::Waterfall => {
                (title("from plan to landing"), self.waterfall(metric, request.motion, year, frame)?)
            }
            ChartKind::Coverage => {
                let title = format!("{}: months inside their range", side_name(metric.side));
                (title, self.coverage_chart(metric.side, frame))
            }
            ChartKind::Variance => (title("variance by month"), variance(&self.months_input(metric, &outcome, frame))),
            ChartKind::Sparkline => (title("by month"), sparkline(&self.months_input(metric, &outcome, frame))),
            ChartKind::Bullet => (side_name(metric.side).to_owned(), self.bullet(metric.side, period, frame)?),
            ChartKind::Multiples => (title("by motion"), self.multiples(metric, period, frame)?),
            ChartKind::Ranked => (title("ranked by variance"), self.ranked(metric, period, frame)?),
            ChartKind::Funnel => {
                (format!("Funnel{of}"), self.funnel(&lines, period, frame, of.trim_start_matches(", "))?)
            }
            ChartKind::Roas => (format!("ROAS{of}, by month"), self.roas(&lines, period, frame)?),
            ChartKind::RoasCohorts => {
                let title = format!("ROAS{of} of affiliates, by the month they began");
                (title, self.roas_cohorts(request.motion, period, frame)?)
            }
            ChartKind::Scenarios => {
                let year = self.year_named(request.year);
                let frame = Frame { finding: None, ..frame };
                let picture = self.scenarios_picture(metric, request.motion, year, frame)?;
                return Ok(ChartView { title: title("by scenario"), finding: None, picture });
            }
        };
        Ok(ChartView { title, finding, picture })
    }

    /// A metric as charts take it.
    pub(crate) fn measure(&self, metric: &Metric) -> Measure {
        Measure {
            name: metric.name.to_string(),
            unit: metric.unit,
            currency: self.workspace.settings.currency,
            better: metric.better,
            side: metric.side,
            language: self.language,
        }
    }

    /// Each month's own figures.
    pub(crate) fn months_input(&self, metric: &Metric, outcome: &Outcome, frame: Frame) -> MonthsInput {
        let figures = if metric.over_months == OverMonths::Sum { Figures::Own } else { Figures::Level };
        self.input(metric, outcome, frame, figures, |month| (month.projected, month.actual))
    }

    /// Of what does not add up: what it is from the first month to each.
    fn to_date_input(&self, metric: &Metric, outcome: &Outcome, frame: Frame) -> MonthsInput {
        self.input(metric, outcome, frame, Figures::Level, |month| {
            (month.cumulative_projected, month.cumulative_actual)
        })
    }

    fn input(
        &self,
        metric: &Metric,
        outcome: &Outcome,
        frame: Frame,
        figures: Figures,
        of: impl Fn(&OutcomeMonth) -> (Option<Range>, Option<f64>),
    ) -> MonthsInput {
        MonthsInput {
            measure: self.measure(metric),
            frame,
            figures,
            first: outcome.months.first().map_or(Month::of(self.today), |month| month.month),
            projected: outcome.months.iter().map(|month| of(month).0.map(projected)).collect(),
            actual: outcome.months.iter().map(|month| of(month).1).collect(),
            reforecast: Vec::new(),
            today: Some(self.today),
        }
    }

    fn chart_period(&self, request: &ChartRequest) -> Result<(Month, Month), ErrorReply> {
        let year = self.year_named(request.year);
        let (first, last) = (request.first.unwrap_or(year.first()), request.last.unwrap_or(year.last()));
        if last < first || last.since(first) >= MONTHS_MAX {
            return Err(ErrorReply::refused(format!("A chart spans 1 to {MONTHS_MAX} months, not {first} to {last}.")));
        }
        Ok((first, last))
    }

    fn bullet(&self, side: MetricSide, period: (Month, Month), frame: Frame) -> Result<ChartPicture, ErrorReply> {
        let metrics = self.workspace.metrics.iter().filter(|metric| metric.side == side && metric.headline);
        let rows = metrics.map(|metric| {
            let to = self.outcome(&Lines::All, metric, period)?.to_date;
            Ok(BulletRow {
                id: format!("metric:{}", metric.key),
                measure: self.measure(metric),
                actual: to.map(|to| to.actual),
                target: to.and_then(|to| to.projected).map(Projected::certain),
            })
        });
        let rows = rows.collect::<Result<Vec<_>, ErrorReply>>()?;
        Ok(bullet(&BulletInput { title: side_name(side).to_owned(), frame, rows }))
    }

    fn multiples(&self, metric: &Metric, period: (Month, Month), frame: Frame) -> Result<ChartPicture, ErrorReply> {
        let mut panels = Vec::new();
        for (id, name, outcome) in self.of_motions(metric, period)? {
            panels.push(MultiplesPanel {
                id: format!("motion:{id}"),
                name,
                projected: outcome
                    .months
                    .iter()
                    .map(|month| month.cumulative_projected.map(|range| range.mid))
                    .collect(),
                actual: outcome.months.iter().map(|month| month.cumulative_actual).collect(),
            });
        }
        Ok(multiples(&MultiplesInput { measure: self.measure(metric), frame, first: period.0, panels }))
    }

    fn ranked(&self, metric: &Metric, period: (Month, Month), frame: Frame) -> Result<ChartPicture, ErrorReply> {
        let mut rows = Vec::new();
        for (id, name, outcome) in self.of_motions(metric, period)? {
            let to = outcome.to_date;
            let (planned, actual) = (to.and_then(|to| to.projected), to.map(|to| to.actual));
            rows.push((to.and_then(|to| to.variance), RankedRow { id: format!("motion:{id}"), name, planned, actual }));
        }
        rows.sort_by(|a, b| b.0.unwrap_or(f64::MIN).total_cmp(&a.0.unwrap_or(f64::MIN)).then(a.1.name.cmp(&b.1.name)));
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        Ok(ranked(&RankedInput { measure: self.measure(metric), frame, rows }))
    }

    /// Switched-on motions that have any figure of `metric`, by name.
    fn of_motions(
        &self,
        metric: &Metric,
        period: (Month, Month),
    ) -> Result<Vec<(MotionId, String, Outcome)>, ErrorReply> {
        let mut found = Vec::new();
        for motion in self.workspace.motions.iter().filter(|motion| motion.active) {
            let outcome = self.outcome(&Lines::one(Line::Motion(motion.id)), metric, period)?;
            if outcome.whole.is_some() || outcome.to_date.is_some_and(|to| to.actual != 0.0 || !outcome.adds) {
                found.push((motion.id, motion.name.to_string(), outcome));
            }
        }
        found.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0)));
        Ok(found)
    }

    /// Stages that are measured or projected: clicks, leads, introductions or deals, wins, their value.
    fn funnel(
        &self,
        lines: &Lines,
        period: (Month, Month),
        frame: Frame,
        of: &str,
    ) -> Result<ChartPicture, ErrorReply> {
        const STAGES: [(&str, &str); 6] = [
            ("clicks", "Clicks"),
            ("leads", "Leads"),
            ("introductions", "Introductions"),
            ("deals_with_partner", "Deals"),
            ("won_with_partner", "Deals won"),
            ("partner_revenue", "Their value"),
        ];
        let mut stages = Vec::new();
        for (key, name) in STAGES {
            let Ok(metric) = self.metric(&Key::literal(key)) else { continue };
            let outcome = self.outcome(lines, metric, period)?;
            if outcome.whole.is_none() && outcome.to_date.is_none() {
                continue;
            }
            let to = outcome.to_date;
            stages.push(FunnelStage {
                id: format!("stage:{key}"),
                measure: Measure { name: name.to_owned(), ..self.measure(metric) },
                planned: to.map_or(outcome.whole.map(|whole| whole.mid), |to| to.projected),
                actual: to.map(|to| to.actual),
            });
        }
        let title = if of.is_empty() { "All motions".to_owned() } else { of.to_owned() };
        Ok(funnel(&FunnelInput { title, frame, stages }))
    }

    fn roas(&self, lines: &Lines, period: (Month, Month), frame: Frame) -> Result<ChartPicture, ErrorReply> {
        let metric = self.metric(&Key::literal("roas"))?;
        let outcome = self.outcome(lines, metric, period)?;
        let frame = Frame { finding: self.finding(metric, &outcome), ..frame };
        Ok(roas(&self.months_input(metric, &outcome, frame)))
    }

    fn roas_cohorts(
        &self,
        motion: Option<MotionId>,
        (first, last): (Month, Month),
        frame: Frame,
    ) -> Result<ChartPicture, ErrorReply> {
        let metric = self.metric(&Key::literal("roas"))?;
        let found = affiliate_cohorts(&self.workspace, motion, last).into_iter();
        let all = found
            .filter(|cohort| cohort.month >= first)
            .map(|cohort| Cohort { id: format!("cohort:{}", cohort.month), month: cohort.month, ratios: cohort.roas })
            .collect();
        let measure = Measure { name: "ROAS to date".to_owned(), unit: MetricUnit::Ratio, ..self.measure(metric) };
        Ok(cohorts(&CohortsInput { measure, frame, cohorts: all }))
    }
}

fn projected(range: Range) -> Projected {
    let doubted = range.low < range.high;
    Projected { low: doubted.then_some(range.low), mid: range.mid, high: doubted.then_some(range.high) }
}

fn side_name(side: MetricSide) -> &'static str {
    match side {
        MetricSide::Strategic => "Strategy",
        MetricSide::Tactical => "Tactic",
        MetricSide::Both => "Strategy and tactic",
    }
}
