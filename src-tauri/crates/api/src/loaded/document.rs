//! The plan document's content: the workspace in the chosen scenario, worded for the press.

mod motion;
mod outcomes;

use domain::{Audience, Character, Month, Organization};
use picture::format;
use picture::svg::{SvgOptions, write};
use picture::{DisplayList, Theme};
use press::{
    CharacterCount, DocumentInput, KeyFigure, LegendKind, MapPage, Method, NameList, PartnerGroup, PartnerRow, Reading,
    Summary,
};

use super::Loaded;
use crate::ErrorReply;
use crate::commands::map::draw;
use crate::open::OpenWorkspace;
use crate::wire::MapRequest;

/// Names of partners without a place that the map's page lists before it only counts them.
const UNPLACED_MAX: usize = 60;

impl Loaded {
    pub(crate) fn document_title(&self) -> String {
        self.workspace.settings.name.to_string()
    }

    pub(crate) fn kinds_in_use(&self) -> usize {
        let kinds = self.workspace.organization_kinds.iter();
        kinds.filter(|kind| self.workspace.partners().any(|partner| partner.kind == kind.key)).count()
    }

    /// Everything the PDF says; for a preview of the cover the pictures are left out.
    pub(crate) fn document_input(&self, open: &OpenWorkspace, pictures: bool) -> Result<DocumentInput, ErrorReply> {
        let settings = &self.workspace.settings;
        let us = self.workspace.us().map(|us| us.name.to_string()).unwrap_or_default();
        let month = Month::of(self.today);
        Ok(DocumentInput {
            title: self.document_title(),
            subtitle: String::new(),
            us,
            workspace: settings.name.to_string(),
            prepared_for: None,
            prepared_by: None,
            version: None,
            date: self.today,
            date_text: format!("{} {}", month.name(), month.year()),
            confidentiality: None,
            currency: settings.currency.to_string(),
            language: settings.language.clone(),
            audience: Audience::Internal,
            scenario: self.scenario_name(),
            summary: self.summary(),
            map: pictures.then(|| self.map_page(open)).transpose()?,
            partners: self.partner_groups(),
            motions: self.motion_pages(),
            outcomes: if pictures { self.outcomes_page() } else { press::Outcomes::default() },
            method: self.method(),
        })
    }

    fn summary(&self) -> Summary {
        let count = |character| format::count(self.assessment.count(character) as u64);
        let partners = format::count(self.workspace.partners().count() as u64);
        let relationships = format::count(self.workspace.relationships.len() as u64);
        let figure = |label: &str, value: String, note: String| KeyFigure { label: label.to_owned(), value, note };
        let mut figures = vec![
            figure("Partners", partners.clone(), format!("{relationships} relationships")),
            figure("Strategic partners", count(Character::Strategic), format!("of {partners}")),
            figure("In the ecotone", count(Character::Ecotone), "changing character".to_owned()),
        ];
        let budget =
            self.sum(self.workspace.motions.iter().filter(|m| m.active).map(|motion| self.budget_of(motion.id)));
        let motions = self.workspace.motions.iter().filter(|motion| motion.active).count();
        if motions > 0 {
            figures.push(figure("Motions", motions.to_string(), format!("{} planned", format::money_short(budget))));
        }
        figures.extend(self.headline_figures());
        Summary { heading: None, lead: String::new(), figures, findings: self.findings() }
    }

    /// Sentences drawn from the data, each above its floor.
    fn findings(&self) -> Vec<String> {
        let (strategic, ecotone) =
            (self.assessment.count(Character::Strategic), self.assessment.count(Character::Ecotone));
        let words = |count: usize| format::count(count as u64);
        let mut findings = Vec::new();
        if strategic + ecotone > 0 {
            findings.push(format!(
                "{} of {} partnerships are strategic; {} more are changing character.",
                words(strategic),
                words(self.workspace.partners().count()),
                words(ecotone)
            ));
        }
        findings.extend(self.variance_finding());
        if self.assessment.known.unknown > 0 {
            findings.push(format!(
                "{} partners have no known character yet.",
                words(self.assessment.known.unknown as usize)
            ));
        }
        findings
    }

    fn map_page(&self, open: &OpenWorkspace) -> Result<MapPage, ErrorReply> {
        let look = MapRequest { audience: Audience::Client, ..MapRequest::default() };
        let (list, legend, _) = draw(open, self, &look, false)?;
        let kind = |kind: &picture::map::LegendKind| LegendKind {
            name: kind.name.clone(),
            shape: kind.shape,
            color: kind.color.clone(),
            count: kind.count.into(),
        };
        let count = |count: &picture::map::LegendCharacter| CharacterCount {
            character: count.character,
            count: count.count.into(),
        };
        Ok(MapPage {
            heading: None,
            lead: String::new(),
            svg: svg(&list),
            alt: list.alt,
            legend: legend.kinds.iter().map(kind).collect(),
            characters: legend.characters.iter().map(count).collect(),
            known: self.assessment.known.to_string(),
            readings: Vec::new(),
            lists: self.unplaced(),
        })
    }

    fn unplaced(&self) -> Vec<NameList> {
        let unknown = |partner: &&Organization| {
            self.assessment.organization(partner.id).is_some_and(|o| o.standing == domain::Standing::Tray)
        };
        let mut names: Vec<String> = self.workspace.partners().filter(unknown).map(|p| p.name.to_string()).collect();
        if names.is_empty() || names.len() > UNPLACED_MAX {
            return Vec::new();
        }
        names.sort();
        vec![NameList { title: "Not placed yet".to_owned(), names }]
    }

    fn partner_groups(&self) -> Vec<PartnerGroup> {
        let group = |kind: &domain::OrganizationKind| {
            let mut rows: Vec<(f64, PartnerRow)> = self
                .workspace
                .partners()
                .filter(|partner| partner.kind == kind.key && partner.active)
                .map(|partner| self.document_row(partner))
                .collect();
            rows.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
            PartnerGroup {
                kind: kind.name.to_string(),
                shape: kind.shape,
                color: kind.color.clone(),
                rows: rows.into_iter().map(|(_, row)| row).collect(),
            }
        };
        self.workspace.organization_kinds.iter().map(group).filter(|group| !group.rows.is_empty()).collect()
    }

    /// A row with the depth that it is sorted by.
    fn document_row(&self, partner: &Organization) -> (f64, PartnerRow) {
        let standing = self.assessment.organization(partner.id);
        let depth = standing.and_then(|s| s.depth);
        let lowest = standing.and_then(|s| s.lowest);
        let words = depth.map(|depth| match lowest {
            Some((aspect, value)) => format!("{depth:.1}, lowest: {} {value:.1}", aspect.name().to_lowercase()),
            None => format!("{depth:.1}"),
        });
        let stage = partner.stage.as_ref().and_then(|key| self.workspace.stages.iter().find(|stage| stage.key == *key));
        let row = PartnerRow {
            name: partner.name.to_string(),
            character: standing.map_or(Character::Unknown, |s| s.character),
            tier: partner.tier.clone().unwrap_or_default(),
            stage: stage.map(|stage| stage.name.to_string()).unwrap_or_default(),
            owner: self.owner_words(partner.owner),
            depth: words.unwrap_or_default(),
        };
        (depth.unwrap_or(-1.0), row)
    }

    fn method(&self) -> Method {
        let bounds = self.workspace.settings.bounds;
        let used = |metric: &&domain::Metric| {
            self.workspace.projections.iter().any(|p| p.metric == metric.key)
                || self.workspace.actuals.iter().any(|a| a.metric == metric.key)
        };
        let definition =
            |metric: &domain::Metric| Reading { title: metric.name.to_string(), text: metric.definition.clone() };
        Method {
            text: vec![
                format!(
                    "Depth is the mean of the known aspects of a relationship, from 0 (tactic) to 5 (strategy). Below {:.1} a \
                     relationship is transactional, from {:.1} it can be strategic; between them it is changing. With fewer \
                     than three known aspects it is unknown. Depth is not value: a tactic that pays is welcome.",
                    bounds.lower, bounds.upper
                ),
                format!("How the map is known: {}.", self.assessment.known),
                "Strategic and tactical figures are never added together. Variance is actual less projected, over the months \
                 that have an actual."
                    .to_owned(),
            ],
            sources: self.sources(),
            definitions: self.workspace.metrics.iter().filter(used).map(definition).collect(),
        }
    }

    fn sources(&self) -> Vec<String> {
        let names: std::collections::BTreeSet<&str> = self
            .workspace
            .actuals
            .iter()
            .map(|actual| actual.source.as_str())
            .filter(|source| !source.is_empty())
            .collect();
        names.into_iter().map(str::to_owned).collect()
    }
}

pub(super) fn svg(list: &DisplayList) -> String {
    write(list, Theme::Light, &SvgOptions::default())
}
