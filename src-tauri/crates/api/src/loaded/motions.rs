//! Motions as the lanes, the drawer and the timeline show them.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Character, Function, Health, Money, Month, Motion, MotionId, MotionStatus, Owner};

use super::{Loaded, steps};
use crate::wire::*;

impl Loaded {
    pub(crate) fn motions_view(&self, by: LaneBy) -> MotionsView {
        let shown = self.active_motions();
        let motions: Vec<MotionRow> = shown.iter().map(|motion| self.motion_row(motion)).collect();
        let budgets: BTreeMap<MotionId, Money> = motions.iter().map(|row| (row.id, row.budget)).collect();
        let lane = |lane: super::lanes::Lane| MotionLane {
            budget: self.sum(lane.motions.iter().map(|motion| budgets[&motion.id])),
            motions: lane.motions.iter().map(|motion| motion.id).collect(),
            key: lane.key,
            name: lane.name,
            side: lane.side,
        };
        let by_character = |character: fn(Character) -> bool| {
            self.sum(motions.iter().filter(|row| character(row.character)).map(|row| row.budget))
        };
        MotionsView {
            lanes: self.lanes(by).into_iter().map(lane).collect(),
            strategic_budget: by_character(|character| character != Character::Transactional),
            tactical_budget: by_character(|character| character == Character::Transactional),
            total_budget: by_character(|_| true),
            statuses: self.statuses(),
            whole: self.whole_plan(),
            motions,
        }
    }

    /// By first day, name and id.
    pub(crate) fn active_motions(&self) -> Vec<&Motion> {
        let mut motions: Vec<&Motion> = self.workspace.motions.iter().filter(|motion| motion.active).collect();
        motions.sort_by(|a, b| (a.start, &a.name, a.id).cmp(&(b.start, &b.name, b.id)));
        motions
    }

    /// The months that motions reach over; the fiscal year where there are none, and a year's length at least.
    pub(crate) fn whole_plan(&self) -> [domain::Date; 2] {
        let year = self.fiscal_year();
        let active = || self.workspace.motions.iter().filter(|motion| motion.active);
        let first = active().map(|motion| Month::of(motion.start)).min().unwrap_or(year.first());
        let last = active().map(|motion| Month::of(motion.end)).max().unwrap_or(year.last());
        [first.first_day(), last.max(first.plus(11)).last_day()]
    }

    pub(crate) fn motion_row(&self, motion: &Motion) -> MotionRow {
        MotionRow {
            id: motion.id,
            name: motion.name.to_string(),
            kind: motion.kind.clone(),
            character: self.motion_character(motion.id),
            status: motion.status,
            health: motion.health,
            owner: motion.owner,
            budget: self.budget_of(motion.id),
            partners: self.motion_partners(motion.id),
            start: motion.start,
            end: motion.end,
            progress: self.progress_of(motion.id),
            active: motion.active,
            base: self.motion_base(motion),
        }
    }

    pub(crate) fn motion_detail(&self, motion: &Motion) -> MotionDetail {
        let shown = self.workspace.motions.iter().find(|row| row.id == motion.id).unwrap_or(motion);
        let times = self.step_times(motion.id);
        MotionDetail {
            row: self.motion_row(shown),
            kind: shown.kind.clone(),
            objective: shown.objective.clone(),
            functions: self.functions_of(shown),
            phases: self.phases_of(motion.id).into_iter().map(steps::phase_view).collect(),
            tasks: self.task_views(motion.id, &times),
            milestones: self.milestone_views(motion.id, &times),
            dependencies: self.dependency_views(motion.id, &times),
            metrics: self.metric_views(motion.id),
            slack: times.motion.map(|(slack, _)| slack),
            critical: times.motion.is_some_and(|(_, critical)| critical),
            payers: self.payers_of(motion.id),
            projections: self.projections_of(motion.id),
        }
    }

    /// The part of its tasks that is done; none without tasks.
    pub(crate) fn progress_of(&self, motion: MotionId) -> Option<f64> {
        let (done, all) = self
            .inside
            .tasks(&self.workspace, motion)
            .fold((0_u32, 0_u32), |(done, all), task| (done + u32::from(task.done), all + 1));
        (all > 0).then(|| f64::from(done) / f64::from(all))
    }

    pub(crate) fn motion_character(&self, motion: MotionId) -> Character {
        self.assessment.motion(motion).map_or(Character::Unknown, domain::MotionAssessment::character)
    }

    pub(crate) fn motion_partners(&self, motion: MotionId) -> Vec<MotionPartnerView> {
        let parts = self.inside.partners(&self.workspace, motion);
        parts
            .filter_map(|part| {
                let partner = self.workspace.organization(part.organization)?;
                let standing = self.assessment.organization(partner.id);
                Some(MotionPartnerView {
                    id: partner.id,
                    name: partner.name.to_string(),
                    kind: partner.kind.clone(),
                    character: standing.map_or(Character::Unknown, |s| s.character),
                    role: part.role.clone(),
                })
            })
            .collect()
    }

    pub(crate) fn partner_names(&self, motion: MotionId) -> Vec<String> {
        let mut names: Vec<String> = self.motion_partners(motion).into_iter().map(|partner| partner.name).collect();
        names.sort();
        names
    }

    /// Our functions in a motion: its owner's first, then those of its tasks.
    pub(crate) fn functions_of(&self, motion: &Motion) -> Vec<Function> {
        let function = |owner| self.function_of(owner);
        let lead = motion.owner.and_then(function);
        let tasks = self.inside.tasks(&self.workspace, motion.id);
        let others: BTreeSet<Function> = tasks.filter_map(|task| task.owner?.ours()).filter_map(function).collect();
        lead.into_iter().chain(others.into_iter().filter(|function| Some(*function) != lead)).collect()
    }

    /// The function that an owner is or has.
    pub(crate) fn function_of(&self, owner: Owner) -> Option<Function> {
        match owner {
            Owner::Function(function) => Some(function),
            Owner::Person(id) => {
                self.workspace.people.iter().find(|person| person.id == id).map(|person| person.function)
            }
        }
    }

    /// A running motion counts by its health, any other by its status.
    fn statuses(&self) -> Vec<StatusCount> {
        let mut counts: Vec<(&str, u32)> =
            ["on_track", "at_risk", "behind", "idea", "draft", "proposed", "agreed", "paused", "done", "dropped"]
                .map(|word| (word, 0))
                .to_vec();
        for motion in self.workspace.motions.iter().filter(|motion| motion.active) {
            let word = status_key(motion.status, motion.health);
            if let Some((_, count)) = counts.iter_mut().find(|(key, _)| *key == word) {
                *count += 1;
            }
        }
        let counted = counts.into_iter().filter(|(_, count)| *count > 0);
        counted.map(|(status, count)| StatusCount { status: status.to_owned(), count }).collect()
    }

    /// What is expected of a motion in the chosen scenario, metric by metric.
    pub(crate) fn projections_of(&self, motion: MotionId) -> Vec<ProjectionView> {
        let projections = self.workspace.projections.iter().filter(|projection| projection.motion == motion);
        let mut views: Vec<(u32, ProjectionView)> = projections
            .filter_map(|projection| {
                let metric = self.workspace.metrics.iter().find(|metric| metric.key == projection.metric)?;
                let total = super::money::remaining_total(&self.workspace, projection);
                let (low, high) = (total * projection.low.unwrap_or(1.0), total * projection.high.unwrap_or(1.0));
                let text = |value| self.language.figure(value, metric.unit, self.workspace.settings.currency);
                let view = ProjectionView {
                    metric: metric.key.clone(),
                    metric_name: metric.name.to_string(),
                    from: projection.from,
                    months: projection.months,
                    model: projection.model,
                    total,
                    low,
                    high,
                    total_text: text(total),
                    low_text: text(low),
                    high_text: text(high),
                    base: self.total_base(projection),
                };
                Some((metric.position, view))
            })
            .collect();
        views.sort_by_key(|(position, _)| *position);
        views.into_iter().map(|(_, view)| view).collect()
    }

    /// Who pays how much of a motion, the largest part first.
    pub(crate) fn payers_of(&self, motion: MotionId) -> Vec<PayerView> {
        let currency = self.workspace.settings.currency;
        let whole = self.budget_of(motion).minor;
        let Some(budget) = self.budgets.get(&motion) else { return Vec::new() };
        let view = |(id, amounts): &(domain::OrganizationId, domain::budget::Amounts)| {
            let payer = self.workspace.organization(*id)?;
            let amount = amounts.of(currency);
            Some(PayerView {
                id: payer.id,
                name: payer.name.to_string(),
                kind: payer.kind.clone(),
                is_us: payer.id == self.workspace.settings.us,
                amount,
                share: if whole == 0 { 0.0 } else { amount.minor as f64 / whole as f64 },
            })
        };
        let mut payers: Vec<PayerView> =
            budget.payers.iter().filter_map(view).filter(|p| p.amount.minor != 0).collect();
        payers.sort_by_key(|payer| std::cmp::Reverse(payer.amount.minor));
        payers
    }

    /// The sum of amounts in the workspace's currency. Amounts in other currencies are left out: no rate is known.
    pub(crate) fn sum(&self, amounts: impl Iterator<Item = Money>) -> Money {
        let zero = Money::zero(self.workspace.settings.currency);
        amounts
            .filter(|amount| amount.currency == zero.currency)
            .fold(zero, |sum, amount| sum.plus(amount).unwrap_or(sum))
    }
}

/// The word that a motion counts under.
pub(crate) fn status_key(status: MotionStatus, health: Health) -> &'static str {
    match (status, health) {
        (MotionStatus::Running, Health::OnTrack) => "on_track",
        (MotionStatus::Running, Health::AtRisk) => "at_risk",
        (MotionStatus::Running, Health::Behind) => "behind",
        (MotionStatus::Idea, _) => "idea",
        (MotionStatus::Draft, _) => "draft",
        (MotionStatus::Proposed, _) => "proposed",
        (MotionStatus::Agreed, _) => "agreed",
        (MotionStatus::Paused, _) => "paused",
        (MotionStatus::Done, _) => "done",
        (MotionStatus::Dropped, _) => "dropped",
    }
}
