//! Gathers what is recorded, once, by id: facts of each motion, facts of each partner, values and signals of each
//! relationship. Must not know what they are worth.

use std::collections::{BTreeSet, HashMap};

use jiff::ToSpan;
use jiff::civil::Date;

use super::activity;
use super::facts::Facts;
use super::values::{self, Values};
use crate::{
    CostBehavior, Function, Key, Month, Motion, MotionId, MotionStatus, OrganizationId, Owner, PersonId,
    RelationshipId, SignalSubject, Task, TaskOwner, Workspace,
};

/// Kinds of signals that both sides own the work.
pub const CO_OWNING: [&str; 7] = [
    "asked_to_co_author",
    "co_authored",
    "executive_sponsor",
    "joint_plan",
    "joint_roadmap",
    "shared_budget",
    "shared_team",
];

/// Everything that the rules look at.
pub(super) struct Evidence {
    /// Facts of each motion as it is planned, in the workspace's order.
    pub motions: Vec<Facts>,
    /// Facts of each partner from the last 12 months.
    pub partners: HashMap<OrganizationId, Facts>,
    /// What flows on a relationship.
    pub values: HashMap<RelationshipId, Values>,
    /// Signs of co-ownership on a relationship.
    pub signals: HashMap<RelationshipId, BTreeSet<&'static str>>,
    /// When something last happened with each partner.
    pub last: HashMap<OrganizationId, Date>,
    /// What is older counts for nothing.
    pub since: Date,
}

impl Evidence {
    /// Reads the whole workspace once.
    pub fn gather(workspace: &Workspace, today: Date) -> Self {
        let year_ago = today.saturating_sub(12.months());
        let mut gathering = Gathering {
            workspace,
            recent: Recent { from: year_ago, to: today },
            places: workspace.motions.iter().map(|motion| motion.id).zip(0..).collect(),
            metrics: workspace.metrics.iter().map(|metric| &metric.key).zip(0..).collect(),
            functions: workspace.people.iter().map(|person| (person.id, person.function)).collect(),
            planned: vec![Facts::default(); workspace.motions.len()],
            recently: vec![Facts::default(); workspace.motions.len()],
            partners: vec![Vec::new(); workspace.motions.len()],
        };
        gathering.motions();
        gathering.budgets();
        gathering.tasks();
        gathering.measures();
        let mut partners = gathering.partners();
        let signals = gathering.signals(&mut partners);
        gathering.deals(&mut partners);
        Self {
            motions: gathering.planned,
            partners,
            values: values::gather(workspace),
            signals,
            last: activity::last(workspace, today),
            since: year_ago,
        }
    }
}

/// The last 12 months, both days included.
#[derive(Clone, Copy)]
struct Recent {
    from: Date,
    to: Date,
}

impl Recent {
    fn has(self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }

    fn has_month(self, month: Month) -> bool {
        (Month::of(self.from)..=Month::of(self.to)).contains(&month)
    }
}

struct Gathering<'a> {
    workspace: &'a Workspace,
    recent: Recent,
    places: HashMap<MotionId, usize>,
    metrics: HashMap<&'a Key, usize>,
    functions: HashMap<PersonId, Function>,
    /// Facts of each motion as planned.
    planned: Vec<Facts>,
    /// Facts of each motion from the last 12 months.
    recently: Vec<Facts>,
    /// Each motion's partners with what they pay of the budget, 0 to 1.
    partners: Vec<Vec<(OrganizationId, f64)>>,
}

impl Gathering<'_> {
    fn motions(&mut self) {
        for (place, motion) in self.workspace.motions.iter().enumerate() {
            let function = motion.owner.and_then(|owner| self.function(owner));
            let days = motion.start.until(motion.end).map_or(0, |span| span.get_days()) + 1;
            for facts in [&mut self.planned[place], &mut self.recently[place]] {
                facts.motions = 1;
                facts.months = f64::from(days.max(1)) / 30.44;
                if let Some(function) = function {
                    facts.own(function);
                }
            }
        }
        for partner in &self.workspace.motion_partners {
            if let Some(&place) = self.places.get(&partner.motion) {
                self.partners[place].push((partner.organization, 0.0));
            }
        }
    }

    /// The fixed part of each budget, and who pays it. Amounts serve as weights only, so lines in several currencies are
    /// weighed as if at par.
    fn budgets(&mut self) {
        let mut totals = vec![(0.0, 0.0); self.planned.len()];
        for line in &self.workspace.budget_lines {
            let Some(&place) = self.places.get(&line.motion) else { continue };
            let amount = line.planned().to_f64().max(0.0);
            totals[place].0 += amount;
            totals[place].1 += if line.behavior == CostBehavior::Fixed { amount } else { 0.0 };
            for share in &line.shares {
                if let Some((_, paid)) = self.partners[place].iter_mut().find(|(id, _)| *id == share.organization) {
                    *paid += amount * line.fraction(share);
                }
            }
        }
        for (place, (total, fixed)) in totals.into_iter().enumerate().filter(|(_, (total, _))| *total > 0.0) {
            for (_, paid) in &mut self.partners[place] {
                *paid /= total;
            }
            let share: f64 = self.partners[place].iter().map(|(_, share)| share).sum();
            let count = self.partners[place].len() as f64;
            for facts in [&mut self.planned[place], &mut self.recently[place]] {
                (facts.budgeted, facts.fixed) = (1, fixed / total);
            }
            let planned = &mut self.planned[place];
            if count > 0.0 {
                (planned.shareable, planned.share, planned.paid) = (1, share, share * (count + 1.0) / count);
            }
        }
    }

    fn tasks(&mut self) {
        for task in &self.workspace.tasks {
            let Some(&place) = self.places.get(&task.motion) else { continue };
            let function = task.owner.and_then(TaskOwner::ours).and_then(|owner| self.function(owner));
            let each = task.effort_days.unwrap_or(1.0).max(0.0) / self.partners[place].len().max(1) as f64;
            let note = |facts: &mut Facts| {
                facts.tasks += 1;
                facts.days += each;
                if let Some(function) = function {
                    facts.own(function);
                }
            };
            note(&mut self.planned[place]);
            if self.worked_on(task) {
                note(&mut self.recently[place]);
            }
        }
    }

    fn measures(&mut self) {
        for projection in &self.workspace.projections {
            self.measure(Some(projection.motion), &projection.metric);
        }
        let recent = self.recent;
        for actual in self.workspace.actuals.iter().filter(|actual| recent.has_month(actual.month)) {
            self.measure(actual.motion, &actual.metric);
        }
    }

    fn measure(&mut self, motion: Option<MotionId>, metric: &Key) {
        let place = motion.and_then(|motion| self.places.get(&motion));
        let (Some(&place), Some(&metric)) = (place, self.metrics.get(metric)) else { return };
        let side = self.workspace.metrics[metric].side;
        self.planned[place].measure(metric, side);
        self.recently[place].measure(metric, side);
    }

    /// What each partner's motions of the last 12 months show, with its own part of the costs.
    fn partners(&self) -> HashMap<OrganizationId, Facts> {
        let mut partners: HashMap<OrganizationId, Facts> = HashMap::new();
        for (place, motion) in self.workspace.motions.iter().enumerate() {
            if !self.under_way(motion) {
                continue;
            }
            let even = 1.0 / (self.partners[place].len() as f64 + 1.0);
            for &(organization, share) in &self.partners[place] {
                let facts = partners.entry(organization).or_default();
                facts.add(&self.recently[place]);
                facts.shareable += self.recently[place].budgeted;
                facts.share += share;
                facts.paid += share / even;
            }
        }
        for actual in self.workspace.actuals.iter().filter(|actual| self.recent.has_month(actual.month)) {
            if let (Some(organization), Some(&metric)) = (actual.organization, self.metrics.get(&actual.metric)) {
                let side = self.workspace.metrics[metric].side;
                partners.entry(organization).or_default().measure(metric, side);
            }
        }
        partners
    }

    /// Signs of co-ownership: those of a partner go to its facts, those of a relationship are answered.
    fn signals(
        &self,
        partners: &mut HashMap<OrganizationId, Facts>,
    ) -> HashMap<RelationshipId, BTreeSet<&'static str>> {
        let mut relationships: HashMap<RelationshipId, BTreeSet<&'static str>> = HashMap::new();
        for signal in self.workspace.signals.iter().filter(|signal| self.recent.has(signal.date)) {
            let Some(kind) = CO_OWNING.into_iter().find(|kind| *kind == signal.kind.as_str()) else { continue };
            match signal.subject {
                SignalSubject::Organization(id) => partners.entry(id).or_default().signals.insert(kind),
                SignalSubject::Relationship(id) => relationships.entry(id).or_default().insert(kind),
            };
        }
        relationships
    }

    /// Deals that a partner took part in, each once; and the deals counted under a motion.
    fn deals(&mut self, partners: &mut HashMap<OrganizationId, Facts>) {
        let mut seen = BTreeSet::new();
        for touch in self.workspace.touches.iter().filter(|touch| self.recent.has(touch.date)) {
            if seen.insert((touch.organization, touch.deal)) {
                partners.entry(touch.organization).or_default().deals += 1;
            }
        }
        let recent = self.recent;
        for deal in self.workspace.deals.iter().filter(|deal| recent.has(deal.closed.unwrap_or(deal.opened))) {
            if let Some(&place) = deal.motion.and_then(|motion| self.places.get(&motion)) {
                self.planned[place].deals += 1;
            }
        }
    }

    fn function(&self, owner: Owner) -> Option<Function> {
        match owner {
            Owner::Function(function) => Some(function),
            Owner::Person(id) => self.functions.get(&id).copied(),
        }
    }

    fn under_way(&self, motion: &Motion) -> bool {
        let started = matches!(motion.status, MotionStatus::Running | MotionStatus::Paused | MotionStatus::Done);
        motion.active && started && motion.start <= self.recent.to && motion.end >= self.recent.from
    }

    fn worked_on(&self, task: &Task) -> bool {
        let started = task.done || task.start.or(task.due).is_some_and(|day| day <= self.recent.to);
        started && task.due.or(task.start).is_none_or(|day| day >= self.recent.from)
    }
}
