//! Everything one workspace file holds, as plain values.

use serde::{Deserialize, Serialize};

use crate::{
    Account, Actual, Bounds, BudgetLine, Contact, Currency, Deal, Dependency, Fund, LockedPlan, Metric, Milestone,
    Motion, MotionKind, MotionPartner, Name, Organization, OrganizationId, OrganizationKind, Overrule, Person,
    Placement, PlanDocument, Projection, Relationship, RelationshipKind, Scenario, ScenarioDifference, Scene, Signal,
    Stage, Task, Touch, ValueExchange, View,
};

/// A whole workspace in memory: what the store reads, and what the map, the charts and the PDF are made from. Every list
/// is sorted by id (vocabulary by position), so that the same file always gives the same value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "one list for each noun of this crate, named as that noun")]
pub struct Workspace {
    pub settings: Settings,
    pub organization_kinds: Vec<OrganizationKind>,
    pub relationship_kinds: Vec<RelationshipKind>,
    pub motion_kinds: Vec<MotionKind>,
    pub stages: Vec<Stage>,
    pub metrics: Vec<Metric>,
    pub organizations: Vec<Organization>,
    pub relationships: Vec<Relationship>,
    pub value_exchanges: Vec<ValueExchange>,
    pub signals: Vec<Signal>,
    pub overrules: Vec<Overrule>,
    pub people: Vec<Person>,
    pub contacts: Vec<Contact>,
    pub accounts: Vec<Account>,
    pub deals: Vec<Deal>,
    pub touches: Vec<Touch>,
    pub motions: Vec<Motion>,
    pub motion_partners: Vec<MotionPartner>,
    pub tasks: Vec<Task>,
    pub milestones: Vec<Milestone>,
    pub dependencies: Vec<Dependency>,
    pub budget_lines: Vec<BudgetLine>,
    pub funds: Vec<Fund>,
    pub projections: Vec<Projection>,
    pub actuals: Vec<Actual>,
    pub scenarios: Vec<Scenario>,
    pub scenario_differences: Vec<ScenarioDifference>,
    pub locked_plans: Vec<LockedPlan>,
    pub views: Vec<View>,
    pub placements: Vec<Placement>,
    pub scenes: Vec<Scene>,
    pub plan_documents: Vec<PlanDocument>,
}

/// What a workspace says about itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The programme's or client's name.
    pub name: Name,
    /// The one organization that is us.
    pub us: OrganizationId,
    /// The currency of new amounts.
    pub currency: Currency,
    /// Number of the fiscal year's first month, 1 to 12.
    pub fiscal_first_month: i32,
    /// Where characters change.
    pub bounds: Bounds,
    /// Language of new documents (`en`).
    pub language: String,
}

impl Workspace {
    /// The organization with this id.
    pub fn organization(&self, id: OrganizationId) -> Option<&Organization> {
        self.organizations.binary_search_by_key(&id, |o| o.id).ok().map(|index| &self.organizations[index])
    }

    /// Us.
    pub fn us(&self) -> Option<&Organization> {
        self.organization(self.settings.us)
    }

    /// Everyone on the map but us.
    pub fn partners(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.iter().filter(|o| o.id != self.settings.us)
    }
}
