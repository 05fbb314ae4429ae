//! Why a metric differs from its plan: which stages stand above it, what was planned and measured of each, and the effects in
//! words. Must not know how a variance is split.

use std::collections::BTreeSet;

use domain::{Better, FiscalYear, Key, Line, Lines, Metric, MetricUnit, Month, Motion, MotionId};
use forecast::effects::{Cause, Effects, Stage, effects, later};
use forecast::{ProjectionRows, funnel_stages};
use picture::chart::{ChartPicture, Frame, WaterfallInput, WaterfallStep, waterfall};
use picture::format;

use super::Loaded;
use crate::ErrorReply;
use crate::wire::*;

/// The stages above a metric, from the top; those that are both planned and measured take part.
const CHAINS: [(&[&str], &[&str]); 4] = [
    (&["revenue", "sourced_revenue", "partner_revenue"], &["introductions", "deals_with_partner", "won_with_partner"]),
    (&["pipeline", "sourced_pipeline", "partner_pipeline"], &["introductions", "deals_with_partner"]),
    (&["affiliate_revenue", "affiliate_cost", "commission"], &["clicks", "orders"]),
    (&["orders"], &["clicks"]),
];

/// The most that a plan is shifted: what begins a year off is another plan.
const SHIFT_MAX: i32 = 12;

/// A metric's effects with what is needed to say them.
pub(crate) struct Why {
    pub(crate) to: Month,
    pub(crate) effects: Effects,
    /// The chain, the metric itself last.
    pub(crate) chain: Vec<Key>,
    /// Stages of the chain that take part in any line.
    taking_part: BTreeSet<usize>,
    /// How many months later a single motion began.
    later: Option<i32>,
}

impl Loaded {
    /// Minor units of a figure: cents of money, hundredths of everything else.
    pub(crate) fn per_unit(&self, metric: &Metric) -> f64 {
        match metric.unit {
            MetricUnit::Money => self.workspace.settings.currency.minor_per_unit() as f64,
            _ => 100.0,
        }
    }

    /// The variance to date of one motion or of the portfolio, split. None where the metric's months do not add up, or nothing
    /// of it is planned or measured.
    pub(crate) fn why(&self, metric: &Metric, motion: Option<MotionId>, year: FiscalYear) -> Option<Why> {
        let lines = motion.map_or(Lines::All, |id| Lines::one(Line::Motion(id)));
        let of = self.outcome(&lines, metric, (year.first(), year.last())).ok()?;
        let to = of.to_date.filter(|to| of.adds && to.projected.is_some())?;
        let chain = chain_of(&metric.key);
        let per_unit = self.per_unit(metric);
        let mut taking_part = BTreeSet::new();
        let mut found: Vec<(Effects, i32)> = Vec::new();
        let motions = self.workspace.motions.iter().filter(|one| motion.is_none_or(|id| one.id == id));
        for one in motions {
            let explained = Explained { loaded: self, metric, motion: one, first: year.first(), to: to.month };
            let (stages, later) = explained.stages(&chain);
            let used = stages.iter().enumerate().filter(|(_, stage)| stage.shifted != 0.0 || stage.actual != 0.0);
            taking_part.extend(used.map(|(place, _)| place));
            found.push((effects(&stages, per_unit), later));
        }
        let later = found.first().filter(|_| motion.is_some()).map(|(_, later)| *later);
        let others = [Line::Shared, Line::Outside].into_iter().filter(|_| motion.is_none());
        let others = others.map(|line| {
            let actual = self.ledger().value(&metric.key, &Lines::one(line), year.first(), to.month).figure;
            let mut stages = vec![Stage { planned: 0.0, shifted: 0.0, actual: 0.0 }; chain.len()];
            stages[chain.len() - 1].actual = actual.unwrap_or(0.0);
            (effects(&stages, per_unit), 0)
        });
        found.extend(others);
        let planned = to.projected.unwrap_or(0.0);
        let whole = Effects::together(found.iter().map(|(effects, _)| effects), planned, to.actual, per_unit);
        Some(Why { to: to.month, effects: whole, chain, taking_part, later })
    }

    pub(crate) fn effects_view(&self, request: &OutcomesRequest) -> Result<Option<EffectsView>, ErrorReply> {
        let metric = self.metric(&request.metric)?;
        self.lines(request.motion)?;
        let Some(why) = self.why(metric, request.motion, self.year_named(request.year)) else { return Ok(None) };
        let currency = self.workspace.settings.currency;
        let units = |minor: i64| minor as f64 / self.per_unit(metric);
        let list = self.effect_views(metric, &why);
        let most = list.iter().max_by(|a, b| a.change.abs().total_cmp(&b.change.abs()));
        let month = format!("{} {}", why.to.name(), why.to.year());
        let variance = format::difference(units(why.effects.variance()), metric.unit, currency);
        let words = match most {
            Some(most) => {
                format!("{variance} against plan to {month}. {} weighs most, {}.", most.name, most.change_text)
            }
            None => format!("On plan to {month}."),
        };
        Ok(Some(EffectsView {
            to: why.to,
            planned_text: format::figure(units(why.effects.planned), metric.unit, currency),
            actual_text: format::figure(units(why.effects.actual), metric.unit, currency),
            variance_text: variance,
            effects: list,
            words,
        }))
    }

    fn effect_views(&self, metric: &Metric, why: &Why) -> Vec<EffectView> {
        let currency = self.workspace.settings.currency;
        let view = |effect: &forecast::effects::Effect| {
            let change = effect.minor as f64 / self.per_unit(metric);
            let (id, name, note) = self.cause_words(metric, why, effect.cause);
            EffectView {
                id,
                name,
                change,
                change_text: format::difference(change, metric.unit, currency),
                better: (change > 0.0) == (metric.better == Better::Higher),
                note,
            }
        };
        why.effects.effects.iter().map(view).collect()
    }

    /// Id, name and meaning.
    fn cause_words(&self, metric: &Metric, why: &Why, cause: Cause) -> (String, String, String) {
        let name_of = |place: usize| self.metric(&why.chain[place]).map_or(String::new(), |one| one.name.to_string());
        let end = why.chain.len() - 1;
        match cause {
            Cause::Timing => {
                let note = match why.later {
                    Some(months) if months > 0 => format!("It began {} later than planned.", months_words(months)),
                    Some(months) if months < 0 => format!("It began {} earlier than planned.", months_words(-months)),
                    _ => "Motions that began later or earlier than planned.".to_owned(),
                };
                ("effect:timing".to_owned(), self.language.say("Timing").to_owned(), note)
            }
            Cause::Volume(place) if place == end => (
                "effect:volume".to_owned(),
                self.language.say("Volume").to_owned(),
                format!("More or less of it than planned, where no stage above {} tells more.", metric.name),
            ),
            Cause::Volume(place) => (
                format!("effect:{}", why.chain[place]),
                name_of(place),
                format!("More or fewer {} than planned, each worth what was planned.", name_of(place).to_lowercase()),
            ),
            Cause::Rate(place) => {
                let above = (0..place).rev().find(|above| why.taking_part.contains(above)).unwrap_or_default();
                let key = why.chain[above].as_str();
                let above = self.language.within(&name_of(above));
                let name = self.rate_name(&why.chain[place], place == end, key, &above);
                let note = format!("More or less {} from the same {above}.", name_of(place).to_lowercase());
                (format!("effect:{}_rate", why.chain[place]), name, note)
            }
            Cause::Rounding => (
                "effect:rounding".to_owned(),
                self.language.say("Rounding").to_owned(),
                "Cents that lines rounded one by one leave over.".to_owned(),
            ),
        }
    }

    /// "Win rate", "Order value", "Worth of introductions"; `above` is the stage that it is a rate of, by key and by name.
    fn rate_name(&self, key: &Key, end: bool, above: &str, name: &str) -> String {
        let phrase = match (key.as_str(), above) {
            ("won_with_partner", _) => "Win rate",
            ("orders", _) => "Orders from clicks",
            ("affiliate_revenue", "orders") => "Order value",
            ("affiliate_cost" | "commission", "orders") => "Cost of an order",
            (_, "won_with_partner") if end => "Deal size",
            _ if end => "Worth of {name}",
            _ => "Deals from {name}",
        };
        self.language.fill(phrase, &[("name", name)])
    }

    /// From the plan of the year over its effects and the months left to where it lands; to date where nothing is known of
    /// the months left.
    pub(crate) fn waterfall(
        &self,
        metric: &Metric,
        motion: Option<MotionId>,
        year: FiscalYear,
        frame: Frame,
    ) -> Result<ChartPicture, ErrorReply> {
        let said = |phrase: &str| self.language.say(phrase).to_owned();
        let lines = self.lines(motion)?;
        let planned = self.outcome(&lines, metric, (year.first(), year.last()))?.whole;
        let Some((why, whole)) = self.why(metric, motion, year).zip(planned) else {
            let (start, end) = ((said("Plan"), f64::NAN), said("Landing"));
            return Ok(waterfall(&WaterfallInput {
                measure: self.measure(metric),
                frame,
                start,
                steps: Vec::new(),
                end,
            }));
        };
        let step = |view: EffectView| WaterfallStep { id: view.id, name: view.name, change: view.change };
        let mut steps: Vec<WaterfallStep> = self.effect_views(metric, &why).into_iter().map(step).collect();
        let units = |minor: i64| minor as f64 / self.per_unit(metric);
        let month = self.language.month(why.to);
        let to = |phrase: &str| self.language.fill(phrase, &[("month", &month)]);
        let landing = self.reforecast(metric, &lines, year, None).ok().map(|(_, found)| found.landing.p50);
        let (start, end) = match landing {
            Some(landing) => {
                let change = landing - whole.mid - units(why.effects.variance());
                let after = self.language.say(why.to.short_name());
                let name = self.language.fill("Months after {month}", &[("month", after)]);
                steps.push(WaterfallStep { id: "effect:rest".to_owned(), name, change });
                let plan = self.language.fill("Plan FY {year}", &[("year", &year.year.to_string())]);
                ((plan, whole.mid), said("Landing"))
            }
            None => ((to("Plan to {month}"), units(why.effects.planned)), to("Measured to {month}")),
        };
        Ok(waterfall(&WaterfallInput { measure: self.measure(metric), frame, start, steps, end }))
    }
}

/// One motion's stages of a metric.
struct Explained<'a> {
    loaded: &'a Loaded,
    metric: &'a Metric,
    motion: &'a Motion,
    first: Month,
    to: Month,
}

impl Explained<'_> {
    /// Every stage of `chain`, and how many months later the motion began than planned. Those that are not both planned and
    /// measured are nothing, and take no part.
    fn stages(&self, chain: &[Key]) -> (Vec<Stage>, i32) {
        let planned: Vec<Vec<(Month, f64)>> = chain.iter().map(|key| self.planned(key)).collect();
        let measured: Vec<Option<f64>> = chain
            .iter()
            .map(|key| self.loaded.ledger().value(key, &self.lines(), self.first, self.to).figure)
            .collect();
        let end = chain.len() - 1;
        let takes_part = |place: usize| place == end || (!planned[place].is_empty() && measured[place].is_some());
        let begun = |place: usize| {
            let first =
                planned[place].iter().find(|(_, figure)| *figure != 0.0).map(|(month, _)| month.since(self.first));
            (first, self.began(&chain[place]).map(|month| month.since(self.first)))
        };
        let starts: Vec<(Option<i32>, Option<i32>)> = (0..=end).filter(|place| takes_part(*place)).map(begun).collect();
        let seen = starts.iter().any(|start| start.0.is_some() && start.1.is_some());
        let shift = if seen { later(starts) } else { self.postponed() }.clamp(-SHIFT_MAX, SHIFT_MAX);
        let stage = |place: usize| {
            if !takes_part(place) {
                return Stage { planned: 0.0, shifted: 0.0, actual: 0.0 };
            }
            let sum = |first: Month, last: Month| -> f64 {
                planned[place]
                    .iter()
                    .filter(|(month, _)| (first..=last).contains(month))
                    .map(|(_, figure)| figure)
                    .sum()
            };
            Stage {
                planned: sum(self.first, self.to),
                shifted: sum(self.first.plus(-shift), self.to.plus(-shift)),
                actual: measured[place].unwrap_or(0.0),
            }
        };
        ((0..=end).map(stage).collect(), shift)
    }

    fn lines(&self) -> Lines {
        Lines::one(Line::Motion(self.motion.id))
    }

    /// What is planned of a stage by month: projected, or a stage of the funnel that the metric is projected by.
    fn planned(&self, key: &Key) -> Vec<(Month, f64)> {
        let (planned, library) = (self.loaded.planned(), self.loaded.ledger().library());
        if let Some((first, last)) = planned.span(library, key) {
            // A file's months reach over three centuries; a plan shifts by a year at most.
            let (first, last) = (first.max(self.first.plus(-10 * SHIFT_MAX)), last.min(self.to.plus(SHIFT_MAX)));
            let own: Vec<(Month, f64)> = planned.months(library, key, &self.lines(), first, last).into_iter().collect();
            if !own.is_empty() {
                return own;
            }
        }
        self.of_funnel(key)
    }

    fn of_funnel(&self, key: &Key) -> Vec<(Month, f64)> {
        let workspace = &self.loaded.workspace;
        let own = |row: &&domain::Projection| row.motion == self.motion.id && row.metric == self.metric.key;
        let Some(projection) = workspace.projections.iter().find(own) else { return Vec::new() };
        let Some(stages) = funnel_stages(&ProjectionRows::of(workspace), projection) else { return Vec::new() };
        let figures = match key.as_str() {
            // The leads of a strategic motion are introductions.
            "introductions" => stages.leads,
            "deals_with_partner" => stages.opportunities,
            "won_with_partner" => stages.wins,
            _ => return Vec::new(),
        };
        (0..).zip(figures).map(|(offset, figure)| (projection.from.plus(offset), figure)).collect()
    }

    /// The first month in which anything of it was measured.
    fn began(&self, key: &Key) -> Option<Month> {
        let (first, last) = self.loaded.ledger().span(key)?;
        let first = first.max(self.first.plus(-10 * SHIFT_MAX));
        let months = self.loaded.ledger().months(key, &self.lines(), first, last.min(self.to));
        months.into_iter().find(|(_, figure)| *figure != 0.0).map(|(month, _)| month)
    }

    /// How many months later the motion begins than in the first plan that was locked.
    fn postponed(&self) -> i32 {
        let first = self.loaded.locked().first();
        let then = first.and_then(|locked| locked.starts.get(&self.motion.id));
        then.map_or(0, |start| Month::of(self.motion.start).since(*start))
    }
}

fn chain_of(metric: &Key) -> Vec<Key> {
    let above = CHAINS.iter().find(|(of, _)| of.contains(&metric.as_str())).map_or(&[][..], |(_, above)| *above);
    above.iter().map(|key| Key::literal(key)).chain([metric.clone()]).collect()
}

fn months_words(months: i32) -> String {
    if months == 1 { "a month".to_owned() } else { format!("{months} months") }
}
