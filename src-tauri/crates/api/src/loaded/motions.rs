//! Motions as the lanes, the drawer and the timeline show them.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Character, Function, Health, Money, Month, Motion, MotionId, MotionStatus, Owner};
use picture::format;
use picture::timeline::{TimelineInput, TimelinePicture, draw};

use super::{Loaded, steps};
use crate::wire::*;

/// Longest timeline, in months.
const MONTHS_MAX: i32 = 60;

impl Loaded {
    pub(crate) fn motions_view(&self, width: f32) -> MotionsView {
        let (input, timeline) = self.timeline(width);
        let rows: BTreeMap<MotionId, f32> = timeline.rows.iter().map(|row| (row.id, row.y)).collect();
        let mut bands = timeline.lanes.iter();
        let kinds = self.workspace.motion_kinds.iter();
        let mut lanes = Vec::new();
        for kind in kinds {
            let mut motions: Vec<MotionRow> = self
                .workspace
                .motions
                .iter()
                .filter(|motion| motion.kind == kind.key && rows.contains_key(&motion.id))
                .map(|motion| self.motion_row(motion, rows[&motion.id]))
                .collect();
            if motions.is_empty() {
                continue;
            }
            motions.sort_by(|a, b| a.y.total_cmp(&b.y));
            lanes.push(MotionLane {
                kind: kind.key.clone(),
                name: kind.name.to_string(),
                side: self.kind_side(&kind.key),
                budget: self.sum(motions.iter().map(|row| row.budget)),
                y: bands.next().map_or(0.0, |band| band.y),
                motions,
            });
        }
        let budgets = |character: fn(Character) -> bool| {
            let rows = lanes.iter().flat_map(|lane| &lane.motions).filter(|row| character(row.character));
            self.sum(rows.map(|row| row.budget))
        };
        MotionsView {
            strategic_budget: budgets(|character| character != Character::Transactional),
            tactical_budget: budgets(|character| character == Character::Transactional),
            total_budget: budgets(|_| true),
            statuses: self.statuses(),
            head_height: timeline.header_height,
            row_height: timeline.rows.first().map_or(0.0, |row| row.height),
            lane_height: timeline.lanes.first().map_or(0.0, |lane| lane.height),
            months: [input.first, input.first.plus(i32::try_from(input.months).unwrap_or(12) - 1)],
            lanes,
            timeline: timeline.list,
        }
    }

    /// The fiscal year, widened to whole months where motions reach further.
    pub(crate) fn timeline(&self, width: f32) -> (TimelineInput, TimelinePicture) {
        let year = self.fiscal_year();
        let active = || self.workspace.motions.iter().filter(|motion| motion.active);
        let first = active().map(|motion| Month::of(motion.start)).min().unwrap_or(year.first());
        let last = active().map(|motion| Month::of(motion.end)).max().unwrap_or(year.last());
        let (first, last) = if active().next().is_none() { (year.first(), year.last()) } else { (first, last) };
        let months = (last.since(first) + 1).clamp(12, MONTHS_MAX);
        let tactical = |id| self.motion_character(id) == Character::Transactional;
        let months = u32::try_from(months).unwrap_or(12);
        let mut input = TimelineInput::of(&self.workspace, &tactical, first, months, width);
        input.today = Some(self.today);
        let picture = draw(&input);
        (input, picture)
    }

    pub(crate) fn motion_row(&self, motion: &Motion, y: f32) -> MotionRow {
        MotionRow {
            id: motion.id,
            name: motion.name.to_string(),
            character: self.motion_character(motion.id),
            status: motion.status,
            health: motion.health,
            owner: motion.owner,
            budget: self.budget_of(motion.id),
            partners: self.motion_partners(motion.id),
            start: motion.start,
            end: motion.end,
            progress: self.progress_of(motion.id),
            y,
        }
    }

    pub(crate) fn motion_detail(&self, motion: &Motion) -> MotionDetail {
        let shown = self.workspace.motions.iter().find(|row| row.id == motion.id).unwrap_or(motion);
        let times = self.step_times(motion.id);
        MotionDetail {
            row: self.motion_row(shown, 0.0),
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

    fn progress_of(&self, motion: MotionId) -> Option<f64> {
        let tasks: Vec<bool> = self.workspace.tasks.iter().filter(|t| t.motion == motion).map(|t| t.done).collect();
        let done = tasks.iter().filter(|done| **done).count();
        (!tasks.is_empty()).then(|| done as f64 / tasks.len() as f64)
    }

    pub(crate) fn motion_character(&self, motion: MotionId) -> Character {
        self.assessment.motion(motion).map_or(Character::Unknown, domain::MotionAssessment::character)
    }

    pub(crate) fn motion_partners(&self, motion: MotionId) -> Vec<MotionPartnerView> {
        let parts = self.workspace.motion_partners.iter().filter(|part| part.motion == motion);
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
        let function = |owner: Owner| match owner {
            Owner::Function(function) => Some(function),
            Owner::Person(id) => {
                self.workspace.people.iter().find(|person| person.id == id).map(|person| person.function)
            }
        };
        let lead = motion.owner.and_then(function);
        let tasks = self.workspace.tasks.iter().filter(|task| task.motion == motion.id);
        let others: BTreeSet<Function> = tasks.filter_map(|task| task.owner?.ours()).filter_map(function).collect();
        lead.into_iter().chain(others.into_iter().filter(|function| Some(*function) != lead)).collect()
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
                let (low, high) = (
                    projection.total * projection.low.unwrap_or(1.0),
                    projection.total * projection.high.unwrap_or(1.0),
                );
                let text = |value| format::figure(value, metric.unit, self.workspace.settings.currency);
                let view = ProjectionView {
                    metric: metric.key.clone(),
                    metric_name: metric.name.to_string(),
                    from: projection.from,
                    months: projection.months,
                    model: projection.model,
                    total: projection.total,
                    low,
                    high,
                    total_text: text(projection.total),
                    low_text: text(low),
                    high_text: text(high),
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
