//! How two companies work on a motion, and the plan that they share.

use domain::joint::{ROLES, RaciGap, raci_gap};
use domain::{
    Capacity, Currency, Figure, FiscalYear, JointObjective, JointObjectiveId, JointPlanField, Month, Motion,
    MotionNote, MotionNoteId, MotionPartner, Organization, OrganizationId, QuarterTarget, Raci, Risk, RiskId,
};

use super::Loaded;
use super::find::gone;
use crate::ErrorReply;
use crate::wire::*;

impl Loaded {
    pub(crate) fn risk(&self, id: RiskId) -> Result<&Risk, ErrorReply> {
        let rows = &self.expected.risks;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("risk"))
    }

    pub(crate) fn motion_note(&self, id: MotionNoteId) -> Result<&MotionNote, ErrorReply> {
        let rows = &self.expected.motion_notes;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("note"))
    }

    pub(crate) fn joint_objective(&self, id: JointObjectiveId) -> Result<&JointObjective, ErrorReply> {
        let rows = &self.expected.joint_objectives;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("objective"))
    }

    pub(crate) fn motion_joint(&self, motion: &Motion) -> MotionJoint {
        let parts: Vec<&Raci> = self.expected.raci.iter().filter(|part| part.motion == motion.id).collect();
        let assessed = self.assessment.motion(motion.id).copied();
        let shares = |character, depth: Option<f64>| CharacterShares {
            character,
            depth,
            strategic: depth.map(domain::lens::strategic_share),
            tactical: depth.map(|depth| 1.0 - domain::lens::strategic_share(depth)),
        };
        MotionJoint {
            motion: motion.id,
            health: motion.health,
            health_reason: motion.health_reason.clone(),
            health_audience: motion.health_audience,
            objective_audience: motion.objective_audience,
            partners: self.motion_partners(motion.id),
            roles: self.roles(),
            raci_gap: raci_gap(parts.iter().copied()).map(gap_words),
            raci: self.raci_views(parts),
            risks: self.risk_views(motion),
            notes: self.note_views(motion),
            character: self.motion_character(motion.id),
            by_kind: shares(
                assessed.map_or(domain::Character::Unknown, |motion| motion.by_kind),
                assessed.and_then(|motion| motion.kind_depth),
            ),
            by_evidence: shares(
                assessed.map_or(domain::Character::Unknown, |motion| motion.by_evidence),
                assessed.and_then(|motion| motion.depth),
            ),
        }
    }

    fn roles(&self) -> Vec<String> {
        let own = self.expected.motion_partners.iter().map(|part: &MotionPartner| part.role.as_str());
        let own: std::collections::BTreeSet<&str> =
            own.filter(|role| !role.is_empty() && !ROLES.contains(role)).collect();
        ROLES.into_iter().chain(own).map(str::to_owned).collect()
    }

    fn raci_views(&self, parts: Vec<&Raci>) -> Vec<RaciView> {
        let us = self.expected.settings.us;
        let mut views: Vec<RaciView> = parts
            .into_iter()
            .map(|part| RaciView {
                organization: part.organization,
                name: self.organization_name(part.organization),
                is_us: part.organization == us,
                function: part.function,
                letter: part.letter,
            })
            .collect();
        views.sort_by(|a, b| (!a.is_us, &a.name, a.function).cmp(&(!b.is_us, &b.name, b.function)));
        views
    }

    fn risk_views(&self, motion: &Motion) -> Vec<RiskView> {
        let mut risks: Vec<&Risk> = self.expected.risks.iter().filter(|risk| risk.motion == motion.id).collect();
        risks.sort_by_key(|risk| (!risk.open, std::cmp::Reverse(risk.exposure()), risk.id));
        let view = |risk: &Risk| RiskView {
            id: risk.id,
            what: risk.what.clone(),
            likelihood: risk.likelihood,
            impact: risk.impact,
            exposure: risk.exposure(),
            answer: risk.answer.clone(),
            owner: risk.owner,
            owner_name: self.owner_words(risk.owner),
            open: risk.open,
            audience: risk.audience,
        };
        risks.into_iter().map(view).collect()
    }

    fn note_views(&self, motion: &Motion) -> Vec<MotionNoteView> {
        let own = self.expected.motion_notes.iter().filter(|note| note.motion == motion.id);
        let mut notes: Vec<&MotionNote> = own.collect();
        notes.sort_by(|a, b| b.date.cmp(&a.date).then(b.id.cmp(&a.id)));
        let view = |note: &MotionNote| MotionNoteView {
            id: note.id,
            date: note.date,
            kind: note.kind,
            text: note.text.clone(),
            audience: note.audience,
        };
        notes.into_iter().map(view).collect()
    }

    pub(crate) fn joint_plan(&self, partner: &Organization) -> JointPlan {
        let year = self.fiscal_year();
        JointPlan {
            organization: partner.id,
            name: partner.name.to_string(),
            texts: JointPlanField::ALL.into_iter().map(|field| self.plan_text(partner.id, field)).collect(),
            accounts: self.plan_accounts(partner.id),
            objectives: self.plan_objectives(partner.id).into_iter().map(|row| self.objective_view(row)).collect(),
            year: year.year,
            quarters: [0, 1, 2, 3].map(|quarter| quarter_name(year, quarter)),
        }
    }

    fn plan_text(&self, partner: OrganizationId, field: JointPlanField) -> JointPlanTextView {
        let rows = &self.expected.joint_plan_texts;
        let row = rows.iter().find(|row| row.organization == partner && row.field == field);
        JointPlanTextView {
            field,
            name: field.name().to_owned(),
            text: row.map(|row| row.text.clone()).unwrap_or_default(),
            audience: row.map_or(domain::Audience::Internal, |row| row.audience),
        }
    }

    fn plan_accounts(&self, partner: OrganizationId) -> Vec<JointPlanAccountView> {
        let own = self.expected.joint_plan_accounts.iter().filter(|row| row.organization == partner);
        let view = |row: &domain::JointPlanAccount| {
            let account = self.expected.accounts.iter().find(|account| account.id == row.account)?;
            Some(JointPlanAccountView {
                account: row.account,
                name: account.name.to_string(),
                note: row.note.clone(),
                audience: row.audience,
            })
        };
        let mut accounts: Vec<JointPlanAccountView> = own.filter_map(view).collect();
        accounts.sort_by(|a, b| (&a.name, a.account).cmp(&(&b.name, b.account)));
        accounts
    }

    /// Those of one partner in their order.
    pub(crate) fn plan_objectives(&self, partner: OrganizationId) -> Vec<&JointObjective> {
        let own = self.expected.joint_objectives.iter().filter(|row| row.organization == partner);
        let mut objectives: Vec<&JointObjective> = own.collect();
        objectives.sort_by_key(|row| (row.position, row.id));
        objectives
    }

    fn objective_view(&self, objective: &JointObjective) -> JointObjectiveView {
        let metric = objective.metric.as_ref().and_then(|key| self.metric(key).ok());
        JointObjectiveView {
            id: objective.id,
            kind: objective.kind,
            name: objective.name.to_string(),
            metric: objective.metric.clone(),
            metric_name: metric.map(|metric| metric.name.to_string()),
            unit: metric.map(|metric| metric.unit),
            year: objective.year,
            target: objective.target.map(target_view),
            audience: objective.audience,
        }
    }

    /// Ours first, then those of partners by name; each by function.
    pub(crate) fn capacity_views(&self) -> Vec<CapacityView> {
        let us = self.expected.settings.us;
        let view = |row: &Capacity| CapacityView {
            organization: row.organization,
            name: self.organization_name(row.organization),
            is_us: row.organization == us,
            function: row.function,
            days: row.days,
        };
        let mut views: Vec<CapacityView> = self.expected.capacities.iter().map(view).collect();
        views.sort_by(|a, b| {
            (!a.is_us, &a.name, a.organization, a.function).cmp(&(!b.is_us, &b.name, b.organization, b.function))
        });
        views
    }
}

fn gap_words(gap: RaciGap) -> String {
    match gap {
        RaciGap::NobodyAccountable => "Nobody is accountable: give one function the A.".to_owned(),
        RaciGap::SeveralAccountable(count) => {
            format!("{count} functions are accountable: leave the A with one of them.")
        }
    }
}

fn target_view(target: QuarterTarget) -> TargetView {
    let figure = |units: i64| figure(units, target.currency);
    TargetView { year: figure(target.year()), quarters: target.quarters.map(figure) }
}

fn figure(units: i64, currency: Option<Currency>) -> Figure {
    currency.map_or(Figure::Number(units as f64), |currency| Figure::Money(domain::Money { minor: units, currency }))
}

/// "Apr – Jun 2026", counted from 0.
fn quarter_name(year: FiscalYear, quarter: i32) -> String {
    let first: Month = year.first().plus(3 * quarter);
    let last = first.plus(2);
    let own_year = if first.year() == last.year() { String::new() } else { format!(" {}", first.year()) };
    format!("{}{own_year} – {} {}", first.short_name(), last.short_name(), last.year())
}
