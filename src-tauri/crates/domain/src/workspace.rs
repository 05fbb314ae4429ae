//! Everything one workspace file holds, as plain values.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Account, AccountActivity, Activity, Actual, ActualReport, Bounds, BudgetLine, Capacity, ChecklistItem, Commission,
    Contact, CorrelationGroup, CorrelationMember, Currency, CustomField, CustomValue, Deal, DealStageEntry, Dependency,
    Driver, ExchangeRate, FitAnswer, FitCriterion, ForeignId, Fund, GateAnswer, HeldCharacter, ImportMapping,
    JointObjective, JointPlanAccount, JointPlanText, Key, LockedPlan, MarketFigure, Metric, MetricRules, Milestone,
    Motion, MotionKind, MotionMetric, MotionNote, MotionPartner, Name, NotDuplicate, Organization, OrganizationAlias,
    OrganizationId, OrganizationKind, OrganizationRegion, OrganizationSegment, OrganizationTag, Overrule, Person,
    Phase, Placement, PlanDocument, Projection, ProjectionFigure, ProjectionInput, Raci, ReforecastChoice,
    Relationship, RelationshipKind, Renewal, Risk, SavedPlaybook, Scenario, ScenarioDifference, Scene, Signal,
    SimulationRules, Stage, Tag, Target, Task, TaskDependency, Touch, ValueExchange, ValueKind, VarianceReason, View,
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
    pub tags: Vec<Tag>,
    pub organization_tags: Vec<OrganizationTag>,
    pub custom_fields: Vec<CustomField>,
    pub custom_values: Vec<CustomValue>,
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
    // A plan that was locked before these were kept has none.
    #[serde(default)]
    pub organization_regions: Vec<OrganizationRegion>,
    #[serde(default)]
    pub organization_segments: Vec<OrganizationSegment>,
    #[serde(default)]
    pub activities: Vec<Activity>,
    #[serde(default)]
    pub renewals: Vec<Renewal>,
    #[serde(default)]
    pub organization_aliases: Vec<OrganizationAlias>,
    #[serde(default)]
    pub foreign_ids: Vec<ForeignId>,
    #[serde(default)]
    pub import_mappings: Vec<ImportMapping>,
    #[serde(default)]
    pub value_kinds: Vec<ValueKind>,
    #[serde(default)]
    pub commissions: Vec<Commission>,
    #[serde(default)]
    pub raci: Vec<Raci>,
    #[serde(default)]
    pub risks: Vec<Risk>,
    #[serde(default)]
    pub motion_notes: Vec<MotionNote>,
    #[serde(default)]
    pub joint_plan_texts: Vec<JointPlanText>,
    #[serde(default)]
    pub joint_plan_accounts: Vec<JointPlanAccount>,
    #[serde(default)]
    pub joint_objectives: Vec<JointObjective>,
    #[serde(default)]
    pub capacities: Vec<Capacity>,
    #[serde(default)]
    pub held_characters: Vec<HeldCharacter>,
    // None of its own: the built-in profile.
    #[serde(default)]
    pub fit_criteria: Vec<FitCriterion>,
    #[serde(default)]
    pub fit_answers: Vec<FitAnswer>,
    #[serde(default)]
    pub gate_answers: Vec<GateAnswer>,
    #[serde(default)]
    pub not_duplicates: Vec<NotDuplicate>,
    #[serde(default)]
    pub phases: Vec<Phase>,
    #[serde(default)]
    pub checklist_items: Vec<ChecklistItem>,
    #[serde(default)]
    pub task_dependencies: Vec<TaskDependency>,
    #[serde(default)]
    pub motion_metrics: Vec<MotionMetric>,
    #[serde(default)]
    pub playbooks: Vec<SavedPlaybook>,
    #[serde(default)]
    pub drivers: Vec<Driver>,
    #[serde(default)]
    pub projection_inputs: Vec<ProjectionInput>,
    #[serde(default)]
    pub projection_figures: Vec<ProjectionFigure>,
    #[serde(default)]
    pub actual_reports: Vec<ActualReport>,
    #[serde(default)]
    pub exchange_rates: Vec<ExchangeRate>,
    #[serde(default)]
    pub market_figures: Vec<MarketFigure>,
    #[serde(default)]
    pub variance_reasons: Vec<VarianceReason>,
    #[serde(default)]
    pub deal_stage_entries: Vec<DealStageEntry>,
    #[serde(default)]
    pub account_activities: Vec<AccountActivity>,
    #[serde(default)]
    pub correlation_groups: Vec<CorrelationGroup>,
    #[serde(default)]
    pub correlation_members: Vec<CorrelationMember>,
    #[serde(default)]
    pub targets: Vec<Target>,
    #[serde(default)]
    pub reforecast_choices: Vec<ReforecastChoice>,
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
    /// Version of the rules of the lens. A plan that was locked before there were versions has the first.
    #[serde(default = "first_rules")]
    pub lens_rules: u32,
    /// How metrics are counted.
    #[serde(default)]
    pub metric_rules: MetricRules,
    /// How the plan is simulated.
    #[serde(default)]
    pub simulation: SimulationRules,
}

fn first_rules() -> u32 {
    crate::lens::FIRST_RULES
}

impl Workspace {
    /// A new workspace: us alone in the middle, the built-in vocabulary, and one map view.
    pub fn blank(
        name: Name,
        us_name: Name,
        currency: Currency,
        fiscal_first_month: i32,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Self {
        let us = Organization::named(new_id().into(), us_name, Key::literal("brand"));
        let views = View::first(new_id().into()).into_iter().collect();
        Self {
            settings: Settings {
                name,
                us: us.id,
                currency,
                fiscal_first_month,
                bounds: Bounds::default(),
                language: "en".into(),
                lens_rules: crate::lens::FIRST_RULES,
                metric_rules: MetricRules::default(),
                simulation: SimulationRules::default(),
            },
            organization_kinds: OrganizationKind::built_in(),
            relationship_kinds: RelationshipKind::built_in(),
            motion_kinds: MotionKind::built_in(),
            stages: Stage::built_in(),
            metrics: Metric::built_in(),
            organizations: vec![us],
            tags: Vec::new(),
            organization_tags: Vec::new(),
            custom_fields: Vec::new(),
            custom_values: Vec::new(),
            relationships: Vec::new(),
            value_exchanges: Vec::new(),
            signals: Vec::new(),
            overrules: Vec::new(),
            people: Vec::new(),
            contacts: Vec::new(),
            accounts: Vec::new(),
            deals: Vec::new(),
            touches: Vec::new(),
            motions: Vec::new(),
            motion_partners: Vec::new(),
            tasks: Vec::new(),
            milestones: Vec::new(),
            dependencies: Vec::new(),
            budget_lines: Vec::new(),
            funds: Vec::new(),
            projections: Vec::new(),
            actuals: Vec::new(),
            scenarios: Vec::new(),
            scenario_differences: Vec::new(),
            locked_plans: Vec::new(),
            views,
            placements: Vec::new(),
            scenes: Vec::new(),
            plan_documents: Vec::new(),
            organization_regions: Vec::new(),
            organization_segments: Vec::new(),
            activities: Vec::new(),
            renewals: Vec::new(),
            organization_aliases: Vec::new(),
            foreign_ids: Vec::new(),
            import_mappings: Vec::new(),
            value_kinds: Vec::new(),
            commissions: Vec::new(),
            raci: Vec::new(),
            risks: Vec::new(),
            motion_notes: Vec::new(),
            joint_plan_texts: Vec::new(),
            joint_plan_accounts: Vec::new(),
            joint_objectives: Vec::new(),
            capacities: Vec::new(),
            held_characters: Vec::new(),
            fit_criteria: Vec::new(),
            fit_answers: Vec::new(),
            gate_answers: Vec::new(),
            not_duplicates: Vec::new(),
            phases: Vec::new(),
            checklist_items: Vec::new(),
            task_dependencies: Vec::new(),
            motion_metrics: Vec::new(),
            playbooks: Vec::new(),
            drivers: Vec::new(),
            projection_inputs: Vec::new(),
            projection_figures: Vec::new(),
            actual_reports: Vec::new(),
            exchange_rates: Vec::new(),
            market_figures: Vec::new(),
            variance_reasons: Vec::new(),
            deal_stage_entries: Vec::new(),
            account_activities: Vec::new(),
            correlation_groups: Vec::new(),
            correlation_members: Vec::new(),
            targets: Vec::new(),
            reforecast_choices: Vec::new(),
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_workspace_holds_us_and_the_vocabulary() {
        let mut next = 0;
        let mut new_id = || {
            next += 1;
            Uuid::from_u128(next)
        };
        let name = |text| Name::parse(text).unwrap();
        let blank = Workspace::blank(name("Plan"), name("Tidewater"), Currency::EUR, 4, &mut new_id);
        assert_eq!(blank.us().map(|us| us.name.as_str()), Some("Tidewater"));
        assert_eq!(blank.partners().count(), 0);
        assert_eq!((blank.views.len(), blank.views[0].style.as_str(), blank.views[0].is_default), (1, "organic", true));
        assert_eq!(blank.relationship_kinds.len(), 14);
        assert_eq!(blank.settings.fiscal_first_month, 4);
    }
}
