//! What Expected says where the chosen scenario says something else: the words behind the dot beside a value. Must not know
//! how differences are written.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use domain::budget::MotionBudget;
use domain::{
    Aspect, Assessment, BudgetLine, Driver, Money, Motion, MotionId, Organization, OrganizationId, Projection,
    ProjectionId, RelationshipAssessment, RelationshipId, Workspace, assess,
};
use picture::format;

use super::Loaded;
use super::typed::metric_text;
use crate::wire::*;

/// Expected as screens would show it, beside a scenario.
pub(super) struct Base {
    workspace: Workspace,
    budgets: BTreeMap<MotionId, MotionBudget>,
    assessment: OnceLock<Assessment>,
}

impl Base {
    pub(super) fn of(expected: &Workspace) -> Self {
        let workspace = forecast::in_scenario(expected, None);
        let budgets = domain::budget::by_motion(&workspace).into_iter().map(|budget| (budget.motion, budget)).collect();
        Self { workspace, budgets, assessment: OnceLock::new() }
    }
}

impl Loaded {
    /// Expected as screens would show it; none while it is what they show.
    fn base(&self) -> Option<&Base> {
        self.scenario.map(|_| self.base.get_or_init(|| Base::of(&self.expected)))
    }

    fn base_assessment(&self) -> Option<&Assessment> {
        let base = self.base()?;
        Some(base.assessment.get_or_init(|| assess(&base.workspace, self.today)))
    }

    pub(super) fn motion_base(&self, seen: &Motion) -> MotionBase {
        let Some(base) = self.base() else { return MotionBase::default() };
        let Some(motion) = base.workspace.motions.iter().find(|row| row.id == seen.id) else {
            return MotionBase::default();
        };
        let day = |seen, expected| (seen != expected).then(|| format::date_with_year(expected));
        let currency = self.workspace.settings.currency;
        let planned = base.budgets.get(&seen.id).map_or(Money::zero(currency), |budget| budget.planned.of(currency));
        MotionBase {
            start: day(seen.start, motion.start),
            end: day(seen.end, motion.end),
            active: (seen.active != motion.active).then(|| on_off(motion.active).to_owned()),
            budget: (planned != self.budget_of(seen.id)).then(|| format::money(planned)),
        }
    }

    /// A line's planned amount.
    pub(super) fn line_base(&self, seen: &BudgetLine) -> Option<String> {
        let line = self.base()?.workspace.budget_lines.iter().find(|row| row.id == seen.id)?;
        (line.planned() != seen.planned()).then(|| format::money(line.planned()))
    }

    /// A projection's whole with its doubt: what the drawer shows of it.
    pub(super) fn total_base(&self, seen: &Projection) -> Option<String> {
        let row = self.projection_base(seen.id)?;
        let (whole, now) = (
            super::money::remaining_total(&self.base()?.workspace, row),
            super::money::remaining_total(&self.workspace, seen),
        );
        let unit = self.metric(&row.metric).ok()?.unit;
        let text = |value| format::figure(value, unit, self.workspace.settings.currency);
        let (low, high) = (whole * row.low.unwrap_or(1.0), whole * row.high.unwrap_or(1.0));
        let total = text(whole);
        let words = if low < high { format!("{total}, between {} and {}", text(low), text(high)) } else { total };
        ((whole, row.low, row.high) != (now, seen.low, seen.high)).then_some(words)
    }

    /// A projection as Expected has it.
    pub(super) fn projection_base(&self, id: ProjectionId) -> Option<&Projection> {
        self.base()?.workspace.projections.iter().find(|row| row.id == id)
    }

    pub(super) fn driver_base(&self, seen: &Driver) -> Option<String> {
        let driver = self.base()?.workspace.drivers.iter().find(|row| row.id == seen.id)?;
        let text = |value| metric_text(value, driver.unit, self.workspace.settings.currency);
        (driver != seen).then(|| match (driver.low, driver.high) {
            (None, None) => text(driver.value),
            (low, high) => format!(
                "{}, between {} and {}",
                text(driver.value),
                text(low.unwrap_or(driver.value)),
                text(high.unwrap_or(driver.value))
            ),
        })
    }

    pub(super) fn partner_base(&self, seen: &Organization) -> PartnerBase {
        let (Some(base), Some(assessment)) = (self.base(), self.base_assessment()) else {
            return PartnerBase::default();
        };
        let Some(partner) = base.workspace.organization(seen.id) else { return PartnerBase::default() };
        let standing = |assessment: &Assessment, id: OrganizationId| {
            assessment.organization(id).map(|row| (row.character, row.depth))
        };
        let (now, was) = (standing(&self.assessment, seen.id), standing(assessment, seen.id));
        let character = now.map(|row| row.0) != was.map(|row| row.0);
        let words = |depth: Option<f64>| depth.map_or_else(|| "not known".to_owned(), |depth| format!("{depth:.1}"));
        let depth = |row: Option<(_, Option<f64>)>| words(row.and_then(|row| row.1));
        PartnerBase {
            active: (seen.active != partner.active).then(|| on_off(partner.active).to_owned()),
            character: was.filter(|_| character).map(|row| row.0),
            depth: (depth(now) != depth(was)).then(|| depth(was)),
        }
    }

    /// An aspect of a relationship's lens.
    pub(super) fn aspect_base(&self, seen: Option<RelationshipId>, aspect: Aspect) -> Option<String> {
        let base = self.base_assessment()?;
        let words = |assessed: Option<&RelationshipAssessment>| {
            let value = assessed.and_then(|row| row.aspects[aspect as usize].value);
            value.map_or_else(|| "not known".to_owned(), |value| format!("{value:.1}"))
        };
        let (now, was) = (words(self.assessment.relationship(seen?)), words(base.relationship(seen?)));
        (now != was).then_some(was)
    }
}

fn on_off(active: bool) -> &'static str {
    if active { "on" } else { "off" }
}

#[cfg(test)]
mod tests;
