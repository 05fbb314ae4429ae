//! Where the figures come from, and what the metrics mean.

use std::collections::BTreeSet;

use domain::{Basis, Metric, MetricOrigin, MetricSide, SectionKind};
use press::{Method, Reading, Term};

use super::Writer;

impl Writer<'_> {
    pub(super) fn method(&self) -> Method {
        let bounds = self.loaded.workspace.settings.bounds;
        let (lower, upper) = (self.language.decimal(bounds.lower, 1), self.language.decimal(bounds.upper, 1));
        // The glossary has the definitions where there is one.
        let own = self.section(SectionKind::Glossary).is_none();
        let definition = |metric: &Metric| Reading { title: metric.name.to_string(), text: metric.definition.clone() };
        let known = self.known_words();
        let text = [
            self.words.say("method_depth", &[("lower", &lower), ("upper", &upper)]),
            if known.is_empty() { known } else { self.words.say("method_known", &[("known", &known)]) },
            self.words.get("method_sides").to_owned(),
        ];
        Method {
            text: text.into_iter().filter(|paragraph| !paragraph.is_empty()).collect(),
            sources: self.sources(),
            definitions: if own { self.used().map(definition).collect() } else { Vec::new() },
        }
    }

    pub(super) fn glossary(&self) -> Vec<Term> {
        if self.section(SectionKind::Glossary).is_none() {
            return Vec::new();
        }
        self.used().map(|metric| self.term(metric)).collect()
    }

    /// Metrics that something is projected or measured of, and the key figures.
    fn used(&self) -> impl Iterator<Item = &Metric> {
        let workspace = &self.loaded.workspace;
        let keys: BTreeSet<&domain::Key> = workspace
            .projections
            .iter()
            .map(|projection| &projection.metric)
            .chain(workspace.actuals.iter().map(|actual| &actual.metric))
            .collect();
        let any = !keys.is_empty();
        workspace.metrics.iter().filter(move |metric| keys.contains(&metric.key) || (any && metric.headline))
    }

    fn term(&self, metric: &Metric) -> Term {
        let formula = match &metric.origin {
            MetricOrigin::Formula(formula) => self.in_force(formula),
            MetricOrigin::Measured | MetricOrigin::Counted(_) => String::new(),
        };
        let side = match metric.side {
            MetricSide::Strategic => Some("side_strategic"),
            MetricSide::Tactical => Some("side_tactical"),
            MetricSide::Both => None,
        };
        let basis = match metric.basis {
            Basis::FirstYearValue => Some("basis_first_year_value"),
            Basis::AnnualRecurring => Some("basis_annual_recurring"),
            Basis::Collected => Some("basis_collected"),
            Basis::CollectedGross => Some("basis_collected_gross"),
            Basis::Mixed => Some("basis_mixed"),
            Basis::NotMoney => None,
        };
        let fixed = [side, basis].into_iter().flatten().map(|key| self.words.get(key).to_owned());
        let source = Some(&metric.source).filter(|source| !source.is_empty());
        let source = source.map(|source| self.words.say("source_is", &[("source", source.as_str())]));
        Term {
            name: metric.name.to_string(),
            definition: metric.definition.clone(),
            formula,
            note: fixed.chain(source).collect::<Vec<_>>().join("; "),
        }
    }

    /// A formula as the settings have it, in the metrics' names.
    fn in_force(&self, formula: &str) -> String {
        let rules = self.loaded.ledger().library().rules();
        let under = domain::Formula::parse(formula).map(|parsed| parsed.under(rules).to_string());
        self.loaded.in_names(under.as_deref().unwrap_or(formula))
    }

    /// Where measured figures come from. Others than us are told no names of files.
    fn sources(&self) -> Vec<String> {
        let sources = self.loaded.workspace.actuals.iter().map(|actual| actual.source.as_str());
        let names: BTreeSet<&str> = sources.filter(|source| !source.is_empty() && self.is_ours()).collect();
        names.into_iter().map(str::to_owned).collect()
    }
}
