//! `metric`, `variance`, `explain`, `reason` and a chart's file.

use api::ErrorReply;
use api::commands::{metrics, outcomes};
use api::wire::{self, ChartKind};
use domain::{Basis, Better, MetricSide, MetricUnit, OverMonths, OverMotions};
use serde_json::Value;

use super::landing::figure;
use super::{Session, text};
use crate::arguments::{
    BasisName, ChartName, Explain, Export, Metric, MetricAdd, MetricUnitName, OverName, Reason, SideName, Variance,
};
use crate::print;

impl Session {
    pub(super) fn metric(&self, command: Metric) -> Result<(), ErrorReply> {
        match command {
            Metric::Add(add) => self.add_metric(add)?,
            Metric::Remove(remove) => {
                self.open(&remove.file)?;
                metrics::remove(&self.app, &self.window, wire::MetricRequest { key: remove.metric })?;
            }
        }
        self.say_last()
    }

    pub(super) fn variance(&self, variance: &Variance) -> Result<(), ErrorReply> {
        self.open(&variance.file)?;
        if let Some(name) = &variance.scenario {
            self.choose(name)?;
        }
        if variance.effects {
            return self.effects(variance);
        }
        let report = self.app.variance_report(&self.window, variance.against.as_deref(), variance.metric.as_ref())?;
        if variance.json {
            return print::json(&report);
        }
        let columns = [
            ("Metric", "name"),
            ("To", "to"),
            ("Planned", "planned_text"),
            ("Actual", "actual_text"),
            ("Variance", "variance_text"),
        ];
        let rows: Vec<Value> = report["metrics"].as_array().into_iter().flatten().map(with_texts).collect();
        print::columns(&columns, &rows)
    }

    pub(super) fn explain(&self, explain: &Explain) -> Result<(), ErrorReply> {
        self.open(&explain.file)?;
        let motion = explain.motion.as_deref().map(|name| self.app.motion_named(&self.window, name)).transpose()?;
        let (first, last) = match explain.month {
            Some(month) => (month, month),
            None => self.app.year_to_date(&self.window, &explain.metric)?,
        };
        let request = wire::ExplainRequest { metric: explain.metric.clone(), motion, first, last };
        let view = metrics::explain(&self.app, &self.window, request)?;
        if explain.json {
            return print::json(&view);
        }
        print::line(&format!("{}: {}", view.explanation.name, view.value_text));
        print::line(&view.of);
        for line in view.why.iter().chain([&view.explanation.definition]) {
            print::line(line);
        }
        for (head, line) in
            [("Basis", &view.basis_text), ("Formula", &view.formula_text), ("Numbers", &view.numbers_text)]
        {
            if let Some(line) = line {
                print::line(&format!("{head}: {line}"));
            }
        }
        for part in &view.parts {
            print::line(&format!("  {}: {}", part.name, part.value_text));
        }
        for line in view.sources.iter().chain(&view.partners).chain(&view.projections).chain(&view.notes) {
            print::line(&format!("  {line}"));
        }
        Ok(())
    }

    pub(super) fn reason(&self, command: Reason) -> Result<(), ErrorReply> {
        let Reason::Set(set) = command;
        self.open(&set.file)?;
        let motion = self.app.motion_named(&self.window, &set.motion)?;
        let request = wire::ReasonSet { motion, metric: set.metric, reason: text(set.reason)?, audience: None };
        outcomes::set_reason(&self.app, &self.window, request)?;
        self.say_last()
    }

    /// Writes a chart: SVG, PNG or CSV by the name's ending.
    pub(super) fn chart(&self, export: &Export) -> Result<(), ErrorReply> {
        let (Some(kind), Some(metric)) = (export.chart, export.metric.clone()) else {
            return Err(ErrorReply::refused(
                "A chart needs its kind and its metric: add --kind cumulative --metric revenue.",
            ));
        };
        let motion = export.motion.as_deref().map(|name| self.app.motion_named(&self.window, name)).transpose()?;
        let chart = wire::ChartRequest {
            kind: kind.into(),
            metric,
            motion,
            year: None,
            first: export.from,
            last: export.to,
            width: export.width.unwrap_or(960.0),
            height: 420.0,
            hidden: Vec::new(),
            coarse: false,
        };
        let ends = |ending: &str| export.out.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
        let format = match () {
            () if ends("png") => wire::ChartFormat::Png,
            () if ends("csv") => wire::ChartFormat::Csv,
            () => wire::ChartFormat::Svg,
        };
        let copy = wire::ChartCopy { chart, format, theme: export.theme.into(), scale: 2.0 };
        self.app.export_chart(&self.window, &export.out, &copy)
    }

    fn add_metric(&self, add: MetricAdd) -> Result<(), ErrorReply> {
        self.open(&add.file)?;
        let unit = unit(add.unit);
        let over_months = match add.over_months {
            OverName::Sum => OverMonths::Sum,
            OverName::First => OverMonths::First,
            OverName::Last => OverMonths::Last,
            OverName::Average => OverMonths::Average,
            OverName::RatioOfSums => OverMonths::RatioOfSums,
        };
        let over_motions = match over_months {
            OverMonths::RatioOfSums => OverMotions::RatioOfSums,
            OverMonths::Average => OverMotions::Average,
            OverMonths::Sum | OverMonths::First | OverMonths::Last => OverMotions::Sum,
        };
        let basis = match add.basis {
            None if unit == MetricUnit::Money => Basis::FirstYearValue,
            None => Basis::NotMoney,
            Some(BasisName::FirstYearValue) => Basis::FirstYearValue,
            Some(BasisName::AnnualRecurring) => Basis::AnnualRecurring,
            Some(BasisName::Collected) => Basis::Collected,
            Some(BasisName::CollectedGross) => Basis::CollectedGross,
        };
        let request = wire::MetricSet {
            key: None,
            name: text(add.name)?,
            unit,
            better: if add.lower_is_better { Better::Lower } else { Better::Higher },
            over_months,
            over_motions,
            side: match add.side {
                SideName::Strategic => MetricSide::Strategic,
                SideName::Tactical => MetricSide::Tactical,
            },
            basis,
            definition: text(add.definition)?,
            formula: text(add.formula)?,
            source: text(add.source)?,
            floor: add.floor,
            headline: add.headline,
        };
        metrics::set(&self.app, &self.window, request)?;
        Ok(())
    }
}

fn unit(name: MetricUnitName) -> MetricUnit {
    match name {
        MetricUnitName::Money => MetricUnit::Money,
        MetricUnitName::Count => MetricUnit::Count,
        MetricUnitName::Ratio => MetricUnit::Ratio,
        MetricUnitName::Percent => MetricUnit::Percent,
        MetricUnitName::Score => MetricUnit::Score,
        MetricUnitName::Days => MetricUnit::Days,
    }
}

/// Money as one cell.
fn with_texts(row: &Value) -> Value {
    let mut row = row.clone();
    for key in ["planned", "actual", "variance"] {
        let words = figure(&row[key]);
        row[format!("{key}_text")] = Value::String(words);
    }
    row
}

impl From<ChartName> for ChartKind {
    fn from(name: ChartName) -> Self {
        match name {
            ChartName::Cumulative => Self::Cumulative,
            ChartName::Monthly => Self::Monthly,
            ChartName::Variance => Self::Variance,
            ChartName::Bullet => Self::Bullet,
            ChartName::Funnel => Self::Funnel,
            ChartName::Multiples => Self::Multiples,
            ChartName::Ranked => Self::Ranked,
            ChartName::Waterfall => Self::Waterfall,
            ChartName::Coverage => Self::Coverage,
            ChartName::Roas => Self::Roas,
            ChartName::RoasCohorts => Self::RoasCohorts,
            ChartName::Sparkline => Self::Sparkline,
            ChartName::Tornado => Self::Tornado,
            ChartName::Scenarios => Self::Scenarios,
        }
    }
}
