//! A meeting once a quarter: what was due last quarter and what came of it, then mostly what is next.

use domain::{Date, FiscalYear, Month, Motion, MotionStatus, NoteKind, SectionKind};
use press::{Chapter, Column, Part};

use super::{at_most, table};
use crate::loaded::document::Writer;
use crate::loaded::document::motion::status_key;

/// Rows of what lies behind us: a fifth of the meeting.
const PAST_MAX: usize = 8;
const DECIDED_MAX: usize = 4;
/// Rows of each list of what is next.
const NEXT_MAX: usize = 16;
const RISKS_MAX: usize = 5;

/// Something with a day, in a motion or with a partner.
struct Action {
    day: Date,
    what: String,
    about: String,
    came: &'static str,
    is_done: bool,
}

impl Writer<'_> {
    pub(super) fn review(&self) -> Chapter {
        let past = self.reviewed_quarter();
        let next = past.plus(3);
        let actions = self.last_actions(past);
        let done = actions.iter().filter(|action| action.is_done).count();
        let counted = (!actions.is_empty())
            .then(|| self.words.say("review_count", &[("n", &done.to_string()), ("all", &actions.len().to_string())]));
        let stands = self.variance_finding().map(|said| format!("{said}."));
        let parts: Vec<Part> = [
            self.what_came(past, actions),
            self.decided(past),
            self.asked(next),
            self.next_motions(next),
            self.next_steps(next),
            self.watched(),
        ]
        .into_iter()
        .flatten()
        .collect();
        let lead = if parts.is_empty() {
            String::new()
        } else {
            [counted, stands].into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        Chapter { heading: self.heading(SectionKind::Review), lead, parts }
    }

    /// First month of the quarter that is looked back on: the one before, until its last month is there.
    fn reviewed_quarter(&self) -> Month {
        let now = Month::of(self.printed.date());
        let year = FiscalYear::of(now, self.loaded.workspace.settings.fiscal_first_month);
        let into = now.since(year.first());
        let first = year.first().plus(into - into % 3);
        if into % 3 == 2 { first } else { first.plus(-3) }
    }

    /// "Apr to Jun 2026".
    fn quarter(&self, first: Month) -> String {
        let last = first.plus(2);
        let month = |month: Month| self.words.short_month(month.number());
        let from = if first.year() == last.year() {
            month(first).to_owned()
        } else {
            format!("{} {}", month(first), first.year())
        };
        self.words.say("to", &[("from", &from), ("to", &format!("{} {}", month(last), last.year()))])
    }

    fn shown_name(&self, id: domain::MotionId) -> Option<String> {
        self.motions.iter().find(|motion| motion.id == id).map(|motion| motion.name.to_string())
    }

    /// Tasks and milestones of that quarter, and what was agreed with partners: what is open first, then by day.
    fn last_actions(&self, first: Month) -> Vec<Action> {
        let workspace = &self.loaded.workspace;
        // What is due later than today is next.
        let (from, to) = (first.first_day(), first.plus(2).last_day().min(self.printed.date()));
        let within = |day: &Date| (from..=to).contains(day);
        let came = |is_done: bool, done: &'static str, open: &'static str| if is_done { done } else { open };
        let tasks = workspace.tasks.iter().filter_map(|task| {
            Some(Action {
                day: task.due.filter(within)?,
                what: task.name.to_string(),
                about: self.shown_name(task.motion)?,
                came: came(task.done, "came_done", "came_open"),
                is_done: task.done,
            })
        });
        let milestones = workspace.milestones.iter().filter_map(|milestone| {
            Some(Action {
                day: Some(milestone.date).filter(within)?,
                what: milestone.name.to_string(),
                about: self.shown_name(milestone.motion)?,
                came: came(milestone.reached, "came_reached", "came_missed"),
                is_done: milestone.reached,
            })
        });
        let agreed = workspace.activities.iter().filter_map(|activity| {
            Some(Action {
                day: activity.next_by.filter(within)?,
                what: activity.next_step.clone()?,
                about: self.loaded.organization_name(activity.organization),
                came: came(activity.next_done, "came_done", "came_open"),
                is_done: activity.next_done,
            })
        });
        let mut actions: Vec<Action> = tasks.chain(milestones).chain(agreed).collect();
        actions.sort_by(|a, b| (a.is_done, a.day, &a.what, &a.about).cmp(&(b.is_done, b.day, &b.what, &b.about)));
        actions
    }

    fn what_came(&self, first: Month, actions: Vec<Action>) -> Option<Part> {
        let words = self.words;
        let row =
            |action: Action| vec![action.what, action.about, words.day(action.day), words.get(action.came).to_owned()];
        let columns = vec![
            Column::words(words.get("action")),
            Column::words(words.get("in_motion")),
            Column::words(words.get("due")),
            Column::words(words.get("came_of_it")).strong(),
        ];
        let rows = at_most(actions.into_iter().map(row).collect(), PAST_MAX, words);
        table(words.say("review_past", &[("quarter", &self.quarter(first))]), columns, rows)
    }

    fn decided(&self, first: Month) -> Option<Part> {
        let words = self.words;
        let (from, to) = (first.first_day(), first.plus(2).last_day());
        let mut notes: Vec<_> = self
            .loaded
            .workspace
            .motion_notes
            .iter()
            .filter(|note| note.kind == NoteKind::Decision && (from..=to).contains(&note.date))
            .filter_map(|note| Some((note.date, note.text.clone(), self.shown_name(note.motion)?)))
            .collect();
        notes.sort();
        let row = |(day, text, motion): (Date, String, String)| vec![text, motion, words.day(day)];
        let columns = vec![
            Column::words(words.get("decision")),
            Column::words(words.get("motion")),
            Column::words(words.get("day_of")),
        ];
        let rows = at_most(notes.into_iter().map(row).collect(), DECIDED_MAX, words);
        table(words.say("review_decided", &[("quarter", &self.quarter(first))]), columns, rows)
    }

    /// Motions that are proposed and begin by the end of the quarter, and funds that are asked for.
    fn asked(&self, next: Month) -> Option<Part> {
        let words = self.words;
        let by = next.plus(2).last_day();
        let proposed = |motion: &&&Motion| motion.status == MotionStatus::Proposed && motion.start <= by;
        let motions = self.motions.iter().filter(proposed).map(|motion| {
            vec![
                words.say("agree_to", &[("motion", motion.name.as_str())]),
                words.day_with_year(motion.start),
                self.loaded.owner_words(motion.owner),
            ]
        });
        let asked_for = self.loaded.workspace.funds.iter().filter(|fund| {
            fund.requested.is_some() && fund.approved.is_none() && fund.spent.is_none() && fund.claimed.is_none()
        });
        let funds = asked_for.map(|fund| {
            let day = fund.expires.or(fund.claim_by).map(|day| words.day_with_year(day)).unwrap_or_default();
            vec![
                words.say("agree_to", &[("motion", fund.name.as_str())]),
                day,
                self.loaded.organization_name(fund.giver),
            ]
        });
        let columns = vec![
            Column::words(words.get("decision")),
            Column::words(words.get("asked_by")).strong(),
            Column::words(words.get("by_whom")),
        ];
        table(words.get("review_asked"), columns, motions.chain(funds).collect())
    }

    fn next_motions(&self, next: Month) -> Option<Part> {
        let words = self.words;
        let (from, to) = (next.first_day(), next.plus(2).last_day());
        let runs = |motion: &&&Motion| {
            motion.start <= to
                && motion.end >= from
                && !matches!(motion.status, MotionStatus::Done | MotionStatus::Dropped)
        };
        let row = |motion: &&Motion| {
            vec![
                motion.name.to_string(),
                words.get(status_key(motion.status)).to_owned(),
                self.span(motion.start, motion.end),
                self.loaded.owner_words(motion.owner),
            ]
        };
        let columns = vec![
            Column::words(words.get("motion")),
            Column::words(words.get("status")),
            Column::words(words.get("dates")),
            Column::words(words.get("owner")),
        ];
        let rows = at_most(self.motions.iter().filter(runs).map(row).collect(), NEXT_MAX, words);
        table(words.say("review_motions", &[("quarter", &self.quarter(next))]), columns, rows)
    }

    /// Open steps that are due by the end of the quarter, the late ones first.
    fn next_steps(&self, next: Month) -> Option<Part> {
        let words = self.words;
        let (today, by) = (self.printed.date(), next.plus(2).last_day());
        let workspace = &self.loaded.workspace;
        let tasks = workspace.tasks.iter().filter(|task| !task.done).filter_map(|task| {
            let who = self.loaded.task_owner_words(task.owner);
            Some((task.due.filter(|due| *due <= by)?, task.name.to_string(), self.shown_name(task.motion)?, who))
        });
        let milestones = workspace.milestones.iter().filter(|milestone| !milestone.reached && milestone.date <= by);
        let milestones = milestones.filter_map(|milestone| {
            let who = words.get("milestone").to_owned();
            Some((milestone.date, milestone.name.to_string(), self.shown_name(milestone.motion)?, who))
        });
        let mut steps: Vec<(Date, String, String, String)> = tasks.chain(milestones).collect();
        steps.sort();
        let row = |(day, what, motion, who): (Date, String, String, String)| {
            let said = words.day_with_year(day);
            let due = if day < today { words.say("is_late", &[("day", &said)]) } else { said };
            vec![what, motion, due, who]
        };
        let columns = vec![
            Column::words(words.get("action")),
            Column::words(words.get("motion")),
            Column::words(words.get("due")).strong(),
            Column::words(words.get("by_whom")),
        ];
        let rows = at_most(steps.into_iter().map(row).collect(), NEXT_MAX, words);
        table(words.say("review_steps", &[("quarter", &self.quarter(next))]), columns, rows)
    }

    fn watched(&self) -> Option<Part> {
        let words = self.words;
        let row = |risk: &domain::Risk| {
            vec![
                risk.what.clone(),
                self.loaded.motion_name(risk.motion),
                risk.exposure().to_string(),
                risk.answer.clone(),
            ]
        };
        let columns = vec![
            Column::words(words.get("risk")),
            Column::words(words.get("motion")),
            Column::figures(words.get("exposure")).strong(),
            Column::words(words.get("answer")),
        ];
        table(words.get("review_risks"), columns, self.open_risks().into_iter().take(RISKS_MAX).map(row).collect())
    }
}
