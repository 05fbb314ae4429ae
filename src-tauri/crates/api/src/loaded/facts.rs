//! What filters, groups, colors and sizes can know of each organization.
//!
//! Owns: where every field's words and figures come from, and what a word is called on the screen. Must not know: what
//! is asked of them.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use domain::{Actual, Audience, Character, CustomField, Facts, Field, FitCriterion, MetricUnit, Organization, Owner};
use layout::measures::{self, Network, Reading};

use super::Loaded;
use super::partners::standing_on_map;

/// A seed of its own, so that communities keep their numbers.
const SEED: u64 = 7;

/// The facts of every organization on the map; measures of the network only once one is asked for.
pub(crate) struct FactBook<'a> {
    loaded: &'a Loaded,
    audience: Audience,
    custom: Vec<&'a CustomField>,
    profile: Vec<FitCriterion>,
    /// In the order of lists.
    fields: Vec<Field>,
    measured: OnceCell<BTreeMap<domain::OrganizationId, Measures>>,
    actuals: OnceCell<BTreeMap<domain::OrganizationId, Vec<&'a Actual>>>,
}

#[derive(Clone, Copy)]
struct Measures {
    degree: f64,
    betweenness: f64,
    closeness: f64,
    eigenvector: Option<f64>,
    community: u32,
}

impl Loaded {
    /// Only what `audience` may see.
    pub(crate) fn facts(&self, audience: Audience) -> FactBook<'_> {
        let custom = self.workspace.custom_fields.iter();
        let custom = custom.filter(|field| field.noun == "organization" && field.audience >= audience).collect();
        let mut book = FactBook {
            loaded: self,
            audience,
            custom,
            profile: self.fit_profile(),
            fields: Vec::new(),
            measured: OnceCell::new(),
            actuals: OnceCell::new(),
        };
        book.fields = book.list_fields();
        book
    }
}

impl<'a> FactBook<'a> {
    /// Every field there is, in the order of lists.
    pub(crate) fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Ourselves: nothing is kept back.
    pub(crate) fn is_internal(&self) -> bool {
        self.audience == Audience::Internal
    }

    fn list_fields(&self) -> Vec<Field> {
        let plain = [
            Field::Kind,
            Field::Stage,
            Field::Tier,
            Field::Owner,
            Field::Group,
            Field::Region,
            Field::Segment,
            Field::Tag,
            Field::Character,
            Field::Known,
            Field::Placeholder,
            Field::Depth,
            Field::Fit,
            Field::Degree,
            Field::Betweenness,
            Field::Closeness,
            Field::Eigenvector,
            Field::Community,
        ];
        let internal = self.is_internal();
        let shown = plain.into_iter().filter(|field| internal || !matches!(field, Field::Owner | Field::Fit));
        let workspace = &self.loaded.workspace;
        let used: BTreeSet<_> =
            workspace.actuals.iter().filter(|a| a.organization.is_some()).map(|a| &a.metric).collect();
        let metrics = workspace.metrics.iter().filter(|metric| internal && used.contains(&metric.key));
        let metrics = metrics.map(|metric| Field::Metric(metric.key.clone()));
        let custom = self.custom.iter().map(|field| Field::Custom(field.key.clone()));
        shown.chain(metrics).chain(custom).collect()
    }

    /// May this field be used by whoever looks?
    pub(crate) fn has(&self, field: &Field) -> bool {
        *field == Field::Name || self.fields.contains(field)
    }

    /// What is known of one organization in these fields.
    pub(crate) fn of(&self, organization: &Organization, fields: &[Field]) -> Facts {
        let mut facts = Facts::default();
        for field in fields.iter().filter(|field| self.has(field)) {
            let words = self.words(organization, field);
            if !words.is_empty() {
                facts.words.insert(field.clone(), words);
            }
            if let Some(figure) = self.figure(organization, field) {
                facts.figures.insert(field.clone(), figure);
            }
        }
        facts
    }

    fn words(&self, organization: &Organization, field: &Field) -> Vec<String> {
        let one = |word: Option<String>| word.into_iter().filter(|word| !word.is_empty()).collect();
        let standing = || self.loaded.assessment.organization(organization.id).map(standing_on_map);
        match field {
            Field::Name => vec![organization.name.to_string()],
            Field::Kind => vec![organization.kind.to_string()],
            Field::Stage => one(organization.stage.as_ref().map(ToString::to_string)),
            Field::Tier => one(organization.tier.clone()),
            Field::Owner => one(organization.owner.map(owner_word)),
            Field::Group => one(organization.group.clone()),
            Field::Region => self.loaded.regions_of(organization),
            Field::Segment => self.loaded.segments_of(organization.id).map(ToString::to_string).collect(),
            Field::Tag => self.loaded.tags_of(organization.id).map(|tag| tag.to_string()).collect(),
            Field::Character => one(standing().map(|standing| spelled(standing.character))),
            Field::Known => one(standing().map(|standing| format!("{:?}", standing.known).to_lowercase())),
            Field::Placeholder => vec![if organization.placeholder { "yes" } else { "no" }.to_owned()],
            Field::Community => one(self.measures(organization).map(|measures| measures.community.to_string())),
            Field::Custom(key) => {
                let field = self.custom.iter().find(|field| field.key == *key);
                let value = self.custom_value(organization, field);
                field.zip(value).map(|(field, value)| field.words(value)).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// A figure to compare and to size by.
    pub(crate) fn figure(&self, organization: &Organization, field: &Field) -> Option<f64> {
        let measures = || self.measures(organization);
        match field {
            Field::Depth => self.loaded.assessment.organization(organization.id).and_then(|standing| standing.depth),
            Field::Fit => domain::fit::fit(&self.profile, self.loaded.fit_answers(organization.id)).mean,
            Field::Degree => measures().map(|measures| measures.degree),
            Field::Betweenness => measures().map(|measures| measures.betweenness),
            Field::Closeness => measures().map(|measures| measures.closeness),
            Field::Eigenvector => measures().and_then(|measures| measures.eigenvector),
            Field::Tier => organization.tier.as_deref().and_then(|tier| tier.parse().ok()),
            Field::Metric(key) => {
                let workspace = &self.loaded.workspace;
                let metric = workspace.metrics.iter().find(|metric| metric.key == *key);
                let own = self.actuals(organization).iter().copied();
                metric.and_then(|metric| domain::portfolio::over_months(own, metric, workspace.settings.currency))
            }
            Field::Custom(key) => {
                let field = self.custom.iter().find(|field| field.key == *key);
                let value = self.custom_value(organization, field);
                field.zip(value).and_then(|(field, value)| field.figure(value))
            }
            _ => None,
        }
    }

    fn actuals(&self, organization: &Organization) -> &[&'a Actual] {
        let by_organization = self.actuals.get_or_init(|| {
            let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for actual in &self.loaded.workspace.actuals {
                if let Some(id) = actual.organization {
                    found.entry(id).or_default().push(actual);
                }
            }
            found
        });
        by_organization.get(&organization.id).map_or(&[], Vec::as_slice)
    }

    /// A figure as a person reads it.
    pub(crate) fn figure_words(&self, field: &Field, figure: f64) -> String {
        let workspace = &self.loaded.workspace;
        let currency = workspace.settings.currency;
        let unit = match field {
            Field::Metric(key) => workspace.metrics.iter().find(|metric| metric.key == *key).map(|metric| metric.unit),
            Field::Custom(key) => {
                let money = |field: &&&CustomField| field.key == *key && field.kind == domain::CustomKind::Money;
                self.custom.iter().find(money).map(|_| MetricUnit::Money)
            }
            _ => None,
        };
        match (field, unit) {
            (_, Some(unit)) => picture::format::figure(figure, unit, currency),
            (Field::Betweenness | Field::Closeness | Field::Eigenvector, _) => format!("{figure:.3}"),
            (Field::Depth | Field::Fit, _) => format!("{figure:.1}"),
            _ => picture::format::figure(figure, MetricUnit::Count, currency),
        }
    }

    /// A field on the screen.
    pub(crate) fn name(&self, field: &Field) -> String {
        let workspace = &self.loaded.workspace;
        let metric = |key: &domain::Key| workspace.metrics.iter().find(|metric| metric.key == *key);
        match field {
            Field::Known => "How it is known".to_owned(),
            Field::Degree => "Relationships".to_owned(),
            Field::Betweenness => "Stands between others".to_owned(),
            Field::Closeness => "Near to everyone".to_owned(),
            Field::Eigenvector => "Tied to the well tied".to_owned(),
            Field::Metric(key) => metric(key).map_or_else(|| key.to_string(), |metric| metric.name.to_string()),
            Field::Custom(key) => {
                let field = self.custom.iter().find(|field| field.key == *key);
                field.map_or_else(|| key.to_string(), |field| field.name.to_string())
            }
            plain => capital(&plain.to_string()),
        }
    }

    /// A word of a field on the screen.
    pub(crate) fn word_name(&self, field: &Field, word: &str) -> String {
        let workspace = &self.loaded.workspace;
        if word.is_empty() {
            return "Not set".to_owned();
        }
        let found = match field {
            Field::Kind => {
                workspace.organization_kinds.iter().find(|k| k.key.as_str() == word).map(|k| k.name.to_string())
            }
            Field::Stage => {
                workspace.stages.iter().find(|stage| stage.key.as_str() == word).map(|s| s.name.to_string())
            }
            Field::Tag => workspace.tags.iter().find(|tag| tag.id.to_string() == word).map(|tag| tag.name.to_string()),
            Field::Owner => owner_name(self.loaded, word),
            Field::Known if word == "evidence" || word == "judgment" => Some(format!("By {word}")),
            Field::Character | Field::Known | Field::Placeholder => Some(capital(word)),
            Field::Community => word.parse().ok().map(|community: u32| format!("Community {}", community + 1)),
            _ => None,
        };
        found.unwrap_or_else(|| word.to_owned())
    }

    fn custom_value(&self, organization: &Organization, field: Option<&&CustomField>) -> Option<&'a str> {
        self.loaded.custom_value(&field?.key, organization.id)
    }

    fn measures(&self, organization: &Organization) -> Option<Measures> {
        self.measured.get_or_init(|| measured(self.loaded)).get(&organization.id).copied()
    }
}

fn measured(loaded: &Loaded) -> BTreeMap<domain::OrganizationId, Measures> {
    let ties = loaded.ties();
    // Numbers of ties come from the list itself.
    let Ok(network) = Network::new(ties.organizations.len(), &ties.lines) else { return BTreeMap::new() };
    let reading = Reading::Undirected;
    let betweenness = measures::betweenness(&network, reading);
    let most = measures::most_betweenness(ties.organizations.len(), reading);
    let closeness = measures::closeness(&network, reading);
    let eigenvector = measures::eigenvector(&network, reading);
    let communities = measures::communities(&network, SEED);
    let degrees = measures::degrees(&network);
    let of = |node: usize| Measures {
        degree: f64::from(degrees[node].all),
        betweenness: if most > 0.0 { betweenness[node] / most } else { 0.0 },
        closeness: closeness[node],
        eigenvector: eigenvector.as_ref().map(|values| values[node]),
        community: communities.of_node[node],
    };
    ties.organizations.iter().enumerate().map(|(node, organization)| (organization.id, of(node))).collect()
}

/// An owner as a filter writes it: a person's id or a function's word.
pub(crate) fn owner_word(owner: Owner) -> String {
    match owner {
        Owner::Person(id) => id.to_string(),
        Owner::Function(function) => format!("{function:?}").to_lowercase(),
    }
}

fn owner_name(loaded: &Loaded, word: &str) -> Option<String> {
    let owners = loaded.workspace.organizations.iter().filter_map(|organization| organization.owner);
    owners.into_iter().find(|owner| owner_word(*owner) == word).map(|owner| loaded.owner_words(Some(owner)))
}

fn spelled(character: Character) -> String {
    format!("{character:?}").to_lowercase()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
