//! A small workspace for the tests of this crate, built row by row. Must not be used outside tests.

use jiff::civil::{Date, date};
use uuid::Uuid;

use crate::*;

/// A day of the tests' year.
pub(crate) const TODAY: Date = date(2026, 6, 30);

/// A workspace in the making.
pub(crate) struct Fixture {
    pub workspace: Workspace,
    next: u128,
}

impl Fixture {
    pub fn new() -> Self {
        let mut next = 0;
        let mut new_id = || {
            next += 1;
            Uuid::from_u128(next)
        };
        let workspace = Workspace::blank(name("Plan"), name("Us"), Currency::EUR, 1, &mut new_id);
        Self { workspace, next }
    }

    pub fn us(&self) -> OrganizationId {
        self.workspace.settings.us
    }

    pub fn id<T: From<Uuid>>(&mut self) -> T {
        self.next += 1;
        Uuid::from_u128(self.next).into()
    }

    pub fn partner(&mut self, text: &str) -> OrganizationId {
        let organization = Organization::named(self.id(), name(text), Key::literal("tech_integration"));
        let id = organization.id;
        self.workspace.organizations.push(organization);
        id
    }

    pub fn relate(&mut self, partner: OrganizationId, kind: &'static str) -> RelationshipId {
        let relationship = Relationship {
            id: self.id(),
            from: self.us(),
            to: partner,
            kind: Key::literal(kind),
            status: RelationshipStatus::Active,
            since: None,
            tier: None,
            strength: None,
            commission: None,
            notes: String::new(),
        };
        let id = relationship.id;
        self.workspace.relationships.push(relationship);
        id
    }

    pub fn exchange(&mut self, relationship: RelationshipId, rows: &[(Direction, &'static str, u8)]) {
        for (&(direction, kind, weight), position) in rows.iter().zip(0..) {
            let row = ValueExchange {
                id: self.id(),
                relationship,
                direction,
                kind: Key::literal(kind),
                what: String::new(),
                weight: Weight::try_from(weight).unwrap(),
                position,
            };
            self.workspace.value_exchanges.push(row);
        }
    }

    pub fn motion(&mut self, kind: &'static str, start: Date, end: Date, partners: &[OrganizationId]) -> MotionId {
        let motion = Motion {
            id: self.id(),
            name: name("Motion"),
            kind: Key::literal(kind),
            status: MotionStatus::Running,
            health: Health::OnTrack,
            objective: String::new(),
            start,
            end,
            owner: None,
            active: true,
            health_reason: String::new(),
            health_audience: Audience::Internal,
            objective_audience: Audience::Partner,
        };
        let id = motion.id;
        self.workspace.motions.push(motion);
        for &organization in partners {
            self.workspace.motion_partners.push(MotionPartner { motion: id, organization, role: String::new() });
        }
        id
    }

    pub fn task(&mut self, motion: MotionId, function: Function, start: Date, days: f64) {
        let task = Task {
            id: self.id(),
            motion,
            name: name("Task"),
            owner: Some(TaskOwner::Function(function)),
            start: Some(start),
            due: Some(start),
            done: true,
            effort_days: Some(days),
            phase: None,
            notes: String::new(),
            notes_audience: Audience::Internal,
            position: 0,
        };
        self.workspace.tasks.push(task);
    }

    pub fn line(&mut self, motion: MotionId, behavior: CostBehavior, minor: i64, shares: &[(OrganizationId, f64)]) {
        let line = BudgetLine {
            id: self.id(),
            motion,
            name: name("Line"),
            behavior,
            currency: Currency::EUR,
            planned_minor: minor,
            committed_minor: 0,
            spent_minor: 0,
            shares: shares
                .iter()
                .map(|&(organization, share)| BudgetShare { organization, share, amount_minor: None })
                .collect(),
            projection: None,
            rate: None,
            audience: Audience::Partner,
        };
        self.workspace.budget_lines.push(line);
    }

    pub fn project(&mut self, motion: MotionId, metric: &'static str, total: f64) {
        let projection = Projection {
            id: self.id(),
            motion,
            metric: Key::literal(metric),
            from: month("2026-01"),
            months: 12,
            model: ProjectionModel::Linear,
            total,
            low: None,
            high: None,
            distribution: None,
        };
        self.workspace.projections.push(projection);
    }

    pub fn actual(
        &mut self,
        of: (Option<MotionId>, Option<OrganizationId>),
        metric: &'static str,
        at: &str,
        figure: Figure,
    ) {
        let actual = Actual {
            id: self.id(),
            motion: of.0,
            organization: of.1,
            metric: Key::literal(metric),
            month: month(at),
            source: "typed".into(),
            figure,
            batch: None,
            confirmed: true,
        };
        self.workspace.actuals.push(actual);
    }

    pub fn deal(&mut self, stage: DealStage, minor: i64, opened: Date, closed: Option<Date>) -> DealId {
        let account = Account { id: self.id(), name: name("Account"), domain: None, target: true };
        let deal = Deal {
            id: self.id(),
            account: account.id,
            name: name("Deal"),
            amount: euros(minor),
            stage,
            opened,
            closed,
            motion: None,
            probability: None,
            next_step: String::new(),
            expected_close: None,
        };
        let id = deal.id;
        self.workspace.accounts.push(account);
        self.workspace.deals.push(deal);
        id
    }

    pub fn fund(&mut self, motion: Option<MotionId>, minor: i64, approved: Option<Date>, spent: Option<Date>) {
        let fund = Fund {
            id: self.id(),
            motion,
            giver: self.us(),
            name: name("Fund"),
            accrued: false,
            amount: euros(minor),
            requested: None,
            approved,
            spent,
            claimed: None,
            claim_by: None,
            reimbursed: None,
            expires: None,
            proof: String::new(),
            audience: Audience::Partner,
        };
        self.workspace.funds.push(fund);
    }

    pub fn touch(&mut self, deal: DealId, organization: OrganizationId, kind: TouchKind, date: Date, share: f64) {
        let touch =
            Touch { id: self.id(), deal, organization, kind, date, share, evidence: String::new(), motion: None };
        self.workspace.touches.push(touch);
    }
}

pub(crate) fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

pub(crate) fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

pub(crate) fn euros(minor: i64) -> Money {
    Money { minor, currency: Currency::EUR }
}
