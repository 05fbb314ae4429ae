//! What is new, gone and different since a locked plan, with what it was and what it is.

use std::collections::{BTreeMap, BTreeSet};

use domain::variance::{MotionShift, variance};
use domain::{
    Assessment, Audience, Character, Date, FiscalYear, Library, Line, Lines, LockedPlanId, Metric, Money, Month,
    Motion, MotionId, MotionStatus, Organization, OrganizationId, ScenarioId, SectionKind, StandIns, Workspace, assess,
};
use forecast::Planned;
use picture::format;
use press::{Chapter, Column, Part};

use super::growth::character_key;
use super::table;
use crate::ErrorReply;
use crate::loaded::Loaded;
use crate::loaded::document::motion::status_key;
use crate::loaded::document::{Writer, in_list};

/// A locked plan as the document's audience may see it.
#[derive(Debug, Clone)]
pub(crate) struct Earlier {
    /// As it was named; only we are told, since nobody said who may read it.
    name: Option<String>,
    date: Date,
    workspace: Workspace,
}

impl Loaded {
    /// The locked plan that is meant, without one the newest; none where there is none.
    pub(crate) fn earlier(
        &self,
        since: Option<LockedPlanId>,
        audience: Audience,
        scenario: Option<ScenarioId>,
    ) -> Result<Option<Earlier>, ErrorReply> {
        let plans = &self.expected.locked_plans;
        let plan = match since {
            Some(id) => plans.iter().find(|plan| plan.id == id),
            None => plans.iter().max_by_key(|plan| (plan.date, plan.id)),
        };
        let Some(plan) = plan else { return Ok(None) };
        let unreadable =
            |_| ErrorReply::refused(format!("The locked plan '{}' cannot be read: lock a new one.", plan.name));
        let then = plan.workspace().map_err(unreadable)?.seen_by(audience);
        Ok(Some(Earlier {
            name: (audience == Audience::Internal).then(|| plan.name.to_string()),
            date: plan.date,
            workspace: forecast::in_scenario(&then, scenario),
        }))
    }
}

impl Earlier {
    pub(crate) fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The same under the names that are printed.
    #[must_use]
    pub(crate) fn hidden(self, stand_ins: &StandIns) -> Self {
        Self { workspace: stand_ins.hide(self.workspace), ..self }
    }
}

impl Writer<'_> {
    pub(super) fn changes(&self) -> Chapter {
        let words = self.words;
        let Some(earlier) = &self.printed.earlier else { return Chapter::default() };
        let heading = self.heading(SectionKind::Changes);
        let then = &earlier.workspace;
        let parts: Vec<Part> =
            [self.changed_partners(earlier), self.changed_motions(then), self.changed_projections(then)]
                .into_iter()
                .flatten()
                .collect();
        let day = words.day_with_year(earlier.date);
        let since = match &earlier.name {
            Some(name) => words.say("changes_since_named", &[("name", name), ("date", &day)]),
            None => words.say("changes_since", &[("date", &day)]),
        };
        let lead = if parts.is_empty() { format!("{since} {}", words.get("changes_same")) } else { since };
        Chapter { heading, lead, parts }
    }

    /// For the screen: what is compared with.
    pub(in crate::loaded::document) fn since_words(&self) -> String {
        let Some(earlier) = &self.printed.earlier else { return "No earlier version: lock a plan first".to_owned() };
        match &earlier.name {
            Some(name) => name.clone(),
            None => format!("The plan of {}", format::date_with_year(earlier.date)),
        }
    }

    fn then_and_now(&self, of: &str) -> Vec<Column> {
        let words = self.words;
        vec![
            Column::words(words.get(of)),
            Column::words(words.get("what")),
            Column::words(words.get("then")),
            Column::words(words.get("now")).strong(),
        ]
    }

    /// New, gone, then those that are something else for us, each by name.
    fn changed_partners(&self, earlier: &Earlier) -> Option<Part> {
        let (then, now) = (&earlier.workspace, &self.loaded.workspace);
        let before = assess(then, earlier.date);
        let was: BTreeMap<OrganizationId, &Organization> = active(then).map(|partner| (partner.id, partner)).collect();
        let is: BTreeSet<OrganizationId> = active(now).map(|partner| partner.id).collect();
        let mut here: Vec<&Organization> = active(now).collect();
        let mut gone: Vec<&Organization> = active(then).filter(|partner| !is.contains(&partner.id)).collect();
        for list in [&mut here, &mut gone] {
            list.sort_by(|a, b| (in_list(a.name.as_str()), a.id).cmp(&(in_list(b.name.as_str()), b.id)));
        }
        let alone = |partner: &&Organization, key: &str| {
            vec![partner.name.to_string(), self.words.get(key).to_owned(), String::new(), String::new()]
        };
        let (added, kept): (Vec<&Organization>, Vec<&Organization>) =
            here.into_iter().partition(|partner| !was.contains_key(&partner.id));
        let changed = kept.iter().flat_map(|partner| {
            was.get(&partner.id).map(|was| self.partner_changes(was, partner, &before)).unwrap_or_default()
        });
        let rows = added
            .iter()
            .map(|partner| alone(partner, "is_new"))
            .chain(gone.iter().map(|partner| alone(partner, "is_gone")))
            .chain(changed)
            .collect();
        table(self.words.get("partners"), self.then_and_now("partner"), rows)
    }

    fn partner_changes(&self, was: &Organization, is: &Organization, before: &Assessment) -> Vec<Vec<String>> {
        let character = before.organization(was.id).map_or(Character::Unknown, |standing| standing.character);
        let word = |character| self.words.get(character_key(character)).to_owned();
        let tier = |partner: &Organization| partner.tier.clone().unwrap_or_default();
        let pairs = [
            ("character", word(character), word(self.character(is))),
            ("stage", self.stage(was), self.stage(is)),
            ("tier", tier(was), tier(is)),
        ];
        rows_of(is.name.as_str(), pairs.map(|(key, then, now)| (self.words.get(key).to_owned(), then, now)))
    }

    fn changed_motions(&self, then: &Workspace) -> Option<Part> {
        let was: Vec<&Motion> = self.shown_then(then).collect();
        let found = variance(then, &self.loaded.workspace);
        let shift = |id: MotionId| found.shifted.iter().find(|shift| shift.motion == id);
        let alone = |motion: &Motion, key: &str| {
            vec![motion.name.to_string(), self.words.get(key).to_owned(), String::new(), String::new()]
        };
        let before = |motion: &Motion| was.iter().find(|was| was.id == motion.id);
        let added = self.motions.iter().filter(|motion| before(motion).is_none());
        let gone = was.iter().filter(|motion| !self.shows(motion.id));
        let changed = self
            .motions
            .iter()
            .filter_map(|motion| Some(self.motion_changes(before(motion)?, motion, shift(motion.id))));
        let mut rows: Vec<Vec<String>> = added
            .map(|motion| alone(motion, "is_new"))
            .chain(gone.map(|motion| alone(motion, "is_gone")))
            .chain(changed.flatten())
            .collect();
        let currency = self.loaded.workspace.settings.currency;
        let budget = |workspace: &Workspace, shown: &dyn Fn(MotionId) -> bool| {
            let all = domain::budget::by_motion(workspace);
            let sum: i64 = all.iter().filter(|one| shown(one.motion)).map(|one| one.planned.of(currency).minor).sum();
            self.language.money(Money { minor: sum, currency })
        };
        let (shown_then, shown_now) = (|id| was.iter().any(|motion| motion.id == id), |id: MotionId| self.shows(id));
        let whole = [(
            self.words.get("planned_budget").to_owned(),
            budget(then, &shown_then),
            budget(&self.loaded.workspace, &shown_now),
        )];
        if self.shows_amounts() {
            rows.extend(rows_of(self.words.get("whole_plan"), whole));
        }
        table(self.words.get("motions"), self.then_and_now("motion"), rows)
    }

    fn motion_changes(&self, was: &Motion, is: &Motion, shift: Option<&MotionShift>) -> Vec<Vec<String>> {
        let words = self.words;
        let label = |key: &str| words.get(key).to_owned();
        let status = |motion: &Motion| words.get(status_key(motion.status)).to_owned();
        let mut pairs = vec![
            (label("status"), status(was), status(is)),
            (label("starts"), words.day_with_year(was.start), words.day_with_year(is.start)),
            (label("ends"), words.day_with_year(was.end), words.day_with_year(is.end)),
        ];
        for shift in shift.into_iter().filter(|_| self.shows_amounts()).flat_map(|shift| &shift.budget) {
            pairs.push((label("planned_budget"), self.language.money(shift.then), self.language.money(shift.now)));
        }
        for shift in shift.into_iter().flat_map(|shift| &shift.projections) {
            let metric = self.loaded.metric(&shift.metric).ok().filter(|metric| self.shows_metric(metric));
            let Some(metric) = metric else { continue };
            pairs.push((metric.name.to_string(), self.figure(metric, shift.then), self.figure(metric, shift.now)));
        }
        rows_of(is.name.as_str(), pairs)
    }

    fn figure(&self, metric: &Metric, value: Option<f64>) -> String {
        let currency = self.loaded.workspace.settings.currency;
        value.map(|value| self.language.figure(value, metric.unit, currency)).unwrap_or_default()
    }

    /// What the motions that are shown were, and are, expected to bring in the fiscal year.
    fn changed_projections(&self, then: &Workspace) -> Option<Part> {
        let now = &self.loaded.workspace;
        let date = Month::of(self.printed.date());
        let year = FiscalYear::of(date, now.settings.fiscal_first_month);
        let lines = |ids: Vec<MotionId>| Lines::Some(ids.into_iter().map(Line::Motion).collect());
        let of_then = lines(self.shown_then(then).map(|motion| motion.id).collect());
        let of_now = lines(self.motions.iter().map(|motion| motion.id).collect());
        let (planned_then, planned_now) = (Planned::of(then), Planned::of(now));
        let library_then = Library::of(&then.metrics, &then.settings.metric_rules);
        let library_now = Library::of(&now.metrics, &now.settings.metric_rules);
        let row = |metric: &Metric| {
            let value = |planned: &Planned, library: &Library, lines: &Lines| {
                planned.value(library, &metric.key, lines, year.first(), year.last()).map(|range| range.mid)
            };
            let (was, is) = (value(&planned_then, &library_then, &of_then), value(&planned_now, &library_now, &of_now));
            let texts = (self.figure(metric, was), self.figure(metric, is));
            (texts.0 != texts.1).then(|| vec![metric.name.to_string(), dash(texts.0), dash(texts.1)])
        };
        let projected = |metric: &&Metric| {
            let of = |workspace: &Workspace| workspace.projections.iter().any(|row| row.metric == metric.key);
            self.shows_metric(metric) && (of(then) || of(now))
        };
        let rows = now.metrics.iter().filter(projected).filter_map(row).collect();
        let words = self.words;
        let columns = vec![
            Column::words(words.get("measure")),
            Column::figures(words.get("then")),
            Column::figures(words.get("now")).strong(),
        ];
        let named = words.say("fiscal_year", &[("year", &year.year.to_string())]);
        table(words.say("projections_of_year", &[("year", &named)]), columns, rows)
    }

    /// The motions of that day that this reader would have seen.
    fn shown_then<'t>(&self, then: &'t Workspace) -> impl Iterator<Item = &'t Motion> + use<'t> {
        let others = self.printed.audience > Audience::Internal;
        then.motions.iter().filter(move |motion| {
            let hidden = matches!(motion.status, MotionStatus::Idea | MotionStatus::Draft);
            motion.active && motion.status != MotionStatus::Dropped && !(others && hidden)
        })
    }
}

fn active(workspace: &Workspace) -> impl Iterator<Item = &Organization> {
    workspace.partners().filter(|partner| partner.active)
}

/// Those that differ, the name only beside the first.
fn rows_of(name: &str, pairs: impl IntoIterator<Item = (String, String, String)>) -> Vec<Vec<String>> {
    let differ = pairs.into_iter().filter(|(_, then, now)| then != now);
    let row = |(at, (what, then, now)): (usize, (String, String, String))| {
        let name = if at == 0 { name.to_owned() } else { String::new() };
        vec![name, what, dash(then), dash(now)]
    };
    differ.enumerate().map(row).collect()
}

fn dash(text: String) -> String {
    if text.is_empty() { "—".to_owned() } else { text }
}
