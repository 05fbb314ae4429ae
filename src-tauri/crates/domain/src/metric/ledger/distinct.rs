//! What cannot be added up over months or motions: different partners, and how revenue is spread over them. Must not know
//! formulas.

use std::collections::{BTreeMap, BTreeSet};

use super::books::Books;
use super::deals::{line, motions};
use super::influence::partner_amounts;
use super::partners::{engages, parts, recruited};
use crate::metric::formula::{Cases, Worked};
use crate::metric::line::{Line, Lines};
use crate::{DealStage, Month, MotionStatus, OrganizationId, SignalSubject};

/// Months of activity that make a partner active.
const ACTIVE_MONTHS: i32 = 12;

/// Partners by what they did and brought.
#[derive(Debug, Clone, Default)]
pub(super) struct Distinct {
    activity: BTreeMap<OrganizationId, BTreeSet<Month>>,
    engagement: BTreeSet<(Month, Line, OrganizationId)>,
    /// What each partner brought by month and line, in minor units.
    brought: BTreeMap<(Month, Line, OrganizationId), i64>,
}

impl Distinct {
    pub fn of(books: &Books<'_>) -> Self {
        let engagement = books
            .workspace
            .actuals
            .iter()
            .filter(|actual| engages(actual.metric.as_str()) && actual.figure.to_f64() > 0.0)
            .filter_map(|actual| {
                Some((actual.month, actual.motion.map_or(Line::Outside, Line::Motion), actual.organization?))
            })
            .collect();
        Self { activity: activity(books), engagement, brought: brought(books) }
    }

    /// Recruited partners with any activity in the twelve months up to `last`.
    pub fn active(&self, lines: &Lines, last: Month) -> Worked {
        if self.activity.is_empty() || !lines.has(Line::Outside) {
            return Worked::NOTHING;
        }
        let since = last.plus(1 - ACTIVE_MONTHS);
        let active = self.activity.values().filter(|months| months.range(since..=last).next().is_some()).count();
        counted(active)
    }

    /// Organizations with a click or signup from `first` to `last`.
    pub fn engaged(&self, lines: &Lines, first: Month, last: Month) -> Worked {
        if self.engagement.is_empty() || last < first {
            return Worked::NOTHING;
        }
        let nobody = OrganizationId::from(uuid::Uuid::nil());
        let within = self.engagement.range((first, Line::Outside, nobody)..(last.plus(1), Line::Outside, nobody));
        let engaged: BTreeSet<_> = within.filter(|(_, line, _)| lines.has(*line)).map(|(.., one)| one).collect();
        counted(engaged.len())
    }

    /// The Herfindahl–Hirschman index: the sum of squared shares in percent, 0 to 10,000.
    pub fn concentration(&self, lines: &Lines, first: Month, last: Month) -> Worked {
        self.spread(lines, first, last, |shares| shares.iter().map(|share| (100.0 * share) * (100.0 * share)).sum())
    }

    /// The share of the three largest, 0 to 1.
    pub fn top_three(&self, lines: &Lines, first: Month, last: Month) -> Worked {
        self.spread(lines, first, last, |shares| shares.iter().take(3).sum())
    }

    /// What each partner brought in `lines` from `first` to `last`, in minor units, the largest first.
    pub fn partners(&self, lines: &Lines, first: Month, last: Month) -> Vec<(OrganizationId, i64)> {
        let nobody = OrganizationId::from(uuid::Uuid::nil());
        let mut sums: BTreeMap<OrganizationId, i64> = BTreeMap::new();
        let end = last.plus(1).max(first);
        for ((_, line, partner), minor) in
            self.brought.range((first, Line::Outside, nobody)..(end, Line::Outside, nobody))
        {
            if lines.has(*line) {
                *sums.entry(*partner).or_default() += minor;
            }
        }
        let mut sums: Vec<_> = sums.into_iter().filter(|(_, minor)| *minor > 0).collect();
        sums.sort_by_key(|(partner, minor)| (std::cmp::Reverse(*minor), *partner));
        sums
    }

    fn spread(&self, lines: &Lines, first: Month, last: Month, of: impl Fn(&[f64]) -> f64) -> Worked {
        let partners = self.partners(lines, first, last);
        let total: f64 = partners.iter().map(|(_, minor)| *minor as f64).sum();
        if partners.is_empty() {
            return Worked { cases: Cases::Fewest(0), ..Worked::NOTHING };
        }
        let shares: Vec<f64> = partners.iter().map(|(_, minor)| *minor as f64 / total).collect();
        Worked { figure: Ok(of(&shares)), cases: Cases::Fewest(u32::try_from(shares.len()).unwrap_or(u32::MAX)) }
    }
}

fn counted(number: usize) -> Worked {
    Worked { figure: Ok(number as f64), cases: Cases::Fewest(u32::try_from(number).unwrap_or(u32::MAX)) }
}

fn brought(books: &Books<'_>) -> BTreeMap<(Month, Line, OrganizationId), i64> {
    let (model, currency) = (books.workspace.settings.metric_rules.influence, books.workspace.settings.currency);
    let mut brought = BTreeMap::new();
    for (deal, touches) in parts(books) {
        let Some(closed) = deal.closed.filter(|_| deal.stage == DealStage::Won) else { continue };
        let month = Month::of(closed);
        let Some((minor, _)) = books.rates.convert(deal.amount, currency, month) else { continue };
        let line = line(&motions(deal, &touches));
        for (partner, part) in partner_amounts(model, minor, &touches) {
            *brought.entry((month, line, partner)).or_default() += part;
        }
    }
    brought
}

/// Months with a motion, a touch, a figure, a signal or an entry in the log, of each recruited partner.
fn activity(books: &Books<'_>) -> BTreeMap<OrganizationId, BTreeSet<Month>> {
    let (workspace, today) = (books.workspace, books.today);
    let mut active: BTreeMap<OrganizationId, BTreeSet<Month>> =
        recruited(workspace).into_keys().map(|partner| (partner, BTreeSet::new())).collect();
    let mut note = |organization: OrganizationId, month: Month| {
        if month <= Month::of(today)
            && let Some(months) = active.get_mut(&organization)
        {
            months.insert(month);
        }
    };
    let started = |status| matches!(status, MotionStatus::Running | MotionStatus::Paused | MotionStatus::Done);
    let motions: BTreeMap<_, _> =
        workspace.motions.iter().filter(|one| one.active && started(one.status)).map(|one| (one.id, one)).collect();
    for part in &workspace.motion_partners {
        if let Some(motion) = motions.get(&part.motion) {
            let last = Month::of(motion.end).min(Month::of(today));
            Month::of(motion.start).to(last).for_each(|month| note(part.organization, month));
        }
    }
    workspace.touches.iter().for_each(|touch| note(touch.organization, Month::of(touch.date)));
    workspace.activities.iter().for_each(|entry| note(entry.organization, Month::of(entry.date)));
    for actual in &workspace.actuals {
        if let Some(organization) = actual.organization {
            note(organization, actual.month);
        }
    }
    let ends: BTreeMap<_, _> =
        workspace.relationships.iter().filter_map(|row| Some((row.id, row.partner(workspace.settings.us)?))).collect();
    for signal in &workspace.signals {
        let about = match signal.subject {
            SignalSubject::Organization(id) => Some(id),
            SignalSubject::Relationship(id) => ends.get(&id).copied(),
        };
        if let Some(organization) = about {
            note(organization, Month::of(signal.date));
        }
    }
    active
}
