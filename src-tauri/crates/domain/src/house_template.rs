//! A house template: what a consultant starts the next client with. It holds ways to work, and nothing of the client.
//!
//! Must not know: files, and where templates are kept.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::document::{DocumentBrand, Heading, LogoPng, MapExtent, SectionContent};
use crate::{
    Audience, Bounds, CustomField, DocumentSettings, FitCriterion, Metric, MetricRules, MotionKind, Name,
    OrganizationId, OrganizationKind, OrganizationNames, PlanDocument, Playbook, RelationshipKind, SavedPlaybook,
    SimulationRules, Stage, ValueKind, Workspace,
};

/// What is kept of a workspace. Nothing else of it can get in: these are all the fields there are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseTemplate {
    /// Number of the fiscal year's first month, 1 to 12.
    pub fiscal_first_month: i32,
    /// Where characters change.
    pub bounds: Bounds,
    /// Language of new documents.
    pub language: String,
    /// How metrics are counted.
    pub metric_rules: MetricRules,
    /// How plans are simulated.
    pub simulation: SimulationRules,
    /// Kinds of partners.
    pub organization_kinds: Vec<OrganizationKind>,
    /// Kinds of relationships, with the lens that each begins with.
    pub relationship_kinds: Vec<RelationshipKind>,
    /// Kinds of motions, with theirs.
    pub motion_kinds: Vec<MotionKind>,
    /// Kinds of value that is exchanged.
    pub value_kinds: Vec<ValueKind>,
    /// Lifecycle stages.
    pub stages: Vec<Stage>,
    /// Metrics, own ones too.
    pub metrics: Vec<Metric>,
    /// Fields of one's own, without values.
    pub custom_fields: Vec<CustomField>,
    /// What partners are judged by, without answers.
    pub fit_criteria: Vec<FitCriterion>,
    /// Playbooks of one's own.
    pub playbooks: Vec<SavedPlaybook>,
    /// Outlines and brand of documents.
    pub documents: Vec<HouseDocument>,
}

/// A document without what it says of a client.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseDocument {
    /// Its name.
    pub name: Name,
    /// For whom.
    pub audience: Audience,
    /// Language of its fixed words.
    pub language: String,
    /// Its brand and outline.
    pub settings: DocumentSettings,
}

impl HouseTemplate {
    /// What of `workspace` the next client starts with; `picture` finds the file of an organization's logo. Where a name of
    /// one of its companies stands in a playbook or a document, `instead` stands in its place.
    pub fn of(workspace: &Workspace, picture: &dyn Fn(OrganizationId) -> Option<LogoPng>, instead: &str) -> Self {
        let names = OrganizationNames::of(workspace);
        let plain = |text: &str| names.only(&[], text, instead);
        let settings = &workspace.settings;
        let document = |document: &PlanDocument| {
            Some(HouseDocument {
                name: plain_name(&document.name, &plain)?,
                audience: document.audience,
                language: document.language.clone(),
                settings: house_settings(&document.read_settings(), picture, &plain),
            })
        };
        Self {
            fiscal_first_month: settings.fiscal_first_month,
            bounds: settings.bounds,
            language: settings.language.clone(),
            metric_rules: settings.metric_rules.clone(),
            simulation: settings.simulation,
            organization_kinds: workspace.organization_kinds.clone(),
            relationship_kinds: workspace.relationship_kinds.clone(),
            motion_kinds: workspace.motion_kinds.clone(),
            value_kinds: workspace.value_kinds.clone(),
            stages: workspace.stages.clone(),
            metrics: workspace.metrics.iter().map(|metric| house_metric(metric, &plain)).collect(),
            custom_fields: workspace.custom_fields.clone(),
            fit_criteria: workspace.fit_criteria.clone(),
            playbooks: workspace.playbooks.iter().filter_map(|row| house_playbook(row, &plain)).collect(),
            documents: workspace.plan_documents.iter().filter_map(document).collect(),
        }
    }

    /// `blank` with all of it.
    #[must_use]
    pub fn begin(self, mut blank: Workspace, new_id: &mut dyn FnMut() -> Uuid) -> Workspace {
        let us = blank.settings.us;
        if let (Some(kind), Some(us)) =
            (self.organization_kinds.first(), blank.organizations.iter_mut().find(|row| row.id == us))
            && !self.organization_kinds.iter().any(|known| known.key == us.kind)
        {
            us.kind = kind.key.clone();
        }
        let mut documents: Vec<PlanDocument> = self
            .documents
            .into_iter()
            .map(|document| PlanDocument {
                id: new_id().into(),
                name: document.name,
                audience: document.audience,
                language: document.language,
                settings: serde_json::to_string(&document.settings).unwrap_or_default(),
            })
            .collect();
        documents.sort_by_key(|document| document.id);
        blank.settings.fiscal_first_month = self.fiscal_first_month;
        blank.settings.bounds = self.bounds;
        blank.settings.language = self.language;
        blank.settings.metric_rules = self.metric_rules;
        blank.settings.simulation = self.simulation;
        Workspace {
            organization_kinds: self.organization_kinds,
            relationship_kinds: self.relationship_kinds,
            motion_kinds: self.motion_kinds,
            value_kinds: self.value_kinds,
            stages: self.stages,
            metrics: self.metrics,
            custom_fields: self.custom_fields,
            fit_criteria: self.fit_criteria,
            playbooks: self.playbooks,
            plan_documents: documents,
            ..blank
        }
    }
}

/// The brand without the client, the outline without words that were written about one.
fn house_settings(
    settings: &DocumentSettings,
    picture: &dyn Fn(OrganizationId) -> Option<LogoPng>,
    plain: &dyn Fn(&str) -> String,
) -> DocumentSettings {
    let mut brand = DocumentBrand::of(settings, picture);
    brand.client = crate::document::BrandParty::default();
    brand.author = plain(&brand.author);
    brand.confidentiality = plain(&brand.confidentiality);
    let mut house = DocumentSettings { outline: Vec::new(), ..DocumentSettings::default() };
    brand.wear(&mut house);
    for section in &settings.outline {
        let mut section = section.clone();
        section.heading = Heading::Neutral;
        match &mut section.content {
            SectionContent::Text { .. } => continue,
            SectionContent::Map { extent: extent @ MapExtent::View(_), .. } => *extent = MapExtent::Whole,
            SectionContent::JointPlan { partners } => partners.clear(),
            SectionContent::Changes { since } => *since = None,
            SectionContent::Map { .. }
            | SectionContent::Cover {}
            | SectionContent::Summary { .. }
            | SectionContent::Strategy { .. }
            | SectionContent::Partners {}
            | SectionContent::Profiles { .. }
            | SectionContent::Timeline {}
            | SectionContent::Motions { .. }
            | SectionContent::Outcomes { .. }
            | SectionContent::Scenarios { .. }
            | SectionContent::Review {}
            | SectionContent::Growth {}
            | SectionContent::Risks {}
            | SectionContent::Budget { .. }
            | SectionContent::Glossary {}
            | SectionContent::Method {} => {}
        }
        house.outline.push(section);
    }
    house
}

/// A metric whose texts name nobody.
fn house_metric(metric: &Metric, plain: &dyn Fn(&str) -> String) -> Metric {
    Metric { definition: plain(&metric.definition), source: plain(&metric.source), ..metric.clone() }
}

/// A playbook whose texts name nobody; none where that leaves no playbook.
fn house_playbook(row: &SavedPlaybook, plain: &dyn Fn(&str) -> String) -> Option<SavedPlaybook> {
    let mut content: Value = serde_json::from_str(&row.content).ok()?;
    say_plainly(&mut content, plain);
    let content = content.to_string();
    serde_json::from_str::<Playbook>(&content).ok()?.check().ok()?;
    Some(SavedPlaybook { name: plain_name(&row.name, plain)?, content, ..row.clone() })
}

fn say_plainly(value: &mut Value, plain: &dyn Fn(&str) -> String) {
    match value {
        Value::String(text) => *text = plain(text),
        Value::Array(items) => items.iter_mut().for_each(|item| say_plainly(item, plain)),
        Value::Object(fields) => fields.values_mut().for_each(|field| say_plainly(field, plain)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn plain_name(name: &Name, plain: &dyn Fn(&str) -> String) -> Option<Name> {
    Name::parse(&plain(name.as_str())).ok()
}
