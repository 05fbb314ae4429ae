//! Projections as they can be typed again, and what they could be made from.

use domain::{Currency, Metric, Month, OverMonths, Projection, ProjectionModel};
use forecast::{InputKind, Range, TOTAL, inputs_of};
use picture::chart::{Figures, Frame, MonthsInput, Projected};

use super::Loaded;
use super::typed::{input_text, metric_text};
use crate::ErrorReply;
use crate::wire::*;

/// What people call each model, and when it fits, the everyday ones first.
pub(super) const MODELS: [(ProjectionModel, &str, &str); 10] = [
    (ProjectionModel::Linear, "Evenly", "A target, the same in each month."),
    (ProjectionModel::Funnel, "Funnel", "From reach to wins, by rates, waits and what can be worked on."),
    (ProjectionModel::SCurve, "Slow, fast, slow", "A target along an S-curve (logistic)."),
    (ProjectionModel::Ramp, "Straight up or down", "From the first month's figure to the last one's."),
    (ProjectionModel::Gompertz, "Fast early (Gompertz)", "Toward a ceiling, quickest early, then slower and slower."),
    (ProjectionModel::Bass, "Adoption (Bass)", "A market taken by those who go first and those who follow."),
    (ProjectionModel::Cohort, "Members who stay", "New ones each month, each worth less from month to month."),
    (ProjectionModel::Seasonal, "Last year, grown", "The same months of last year, with its seasons."),
    (ProjectionModel::Split, "Target by weights", "A target from above, split by a weight for each month."),
    (ProjectionModel::Typed, "Month by month", "Typed for each month."),
];

impl Loaded {
    pub(crate) fn projection_form(&self, request: &ProjectionRequest) -> Result<ProjectionForm, ErrorReply> {
        let (motion, metric) = (self.motion(request.motion)?, self.metric(&request.metric)?);
        let wanted = |row: &&Projection| row.motion == motion.id && row.metric == metric.key;
        let seen = self.workspace.projections.iter().find(wanted);
        let currency = self.workspace.settings.currency;
        let text = |value: f64| metric_text(value, metric.unit, currency);
        let has_total = |row: &&Projection| inputs_of(row.model).iter().any(|kind| kind.name == TOTAL);
        let end = |part: Option<f64>| part.map(|part| format!("{}%", trimmed(part * 100.0))).unwrap_or_default();
        let models = MODELS.iter().map(|(model, label, note)| model_view(*model, label, note, metric, currency));
        Ok(ProjectionForm {
            exists: seen.is_some(),
            unit: metric.unit,
            from: seen.map_or_else(|| Month::of(motion.start), |row| row.from),
            months: seen.map_or_else(|| span(Month::of(motion.start), Month::of(motion.end)), |row| row.months),
            model: seen.map_or(ProjectionModel::Linear, |row| row.model),
            total: seen.filter(has_total).map(|row| text(row.total)).unwrap_or_default(),
            low: end(seen.and_then(|row| row.low)),
            high: end(seen.and_then(|row| row.high)),
            distribution: seen.and_then(|row| row.distribution),
            inputs: seen.map(|row| self.inputs_seen(row, metric)).unwrap_or_default(),
            figures: seen.map(|row| self.figures_seen(row, metric)).unwrap_or_default(),
            base: seen.map(|row| self.form_base(row, metric)).unwrap_or_default(),
            models: models.collect(),
            drivers: self.driver_views(),
            needs_expected: self.scenario.is_some() && seen.is_none(),
        })
    }

    pub(crate) fn driver_views(&self) -> Vec<DriverView> {
        let currency = self.workspace.settings.currency;
        let view = |driver: &domain::Driver| {
            let text =
                |value: Option<f64>| value.map(|value| metric_text(value, driver.unit, currency)).unwrap_or_default();
            let own = self.workspace.projection_inputs.iter().filter(|row| row.driver == Some(driver.id));
            DriverView {
                id: driver.id,
                name: driver.name.to_string(),
                unit: driver.unit,
                value: text(Some(driver.value)),
                low: text(driver.low),
                high: text(driver.high),
                distribution: driver.distribution,
                base: self.driver_base(driver),
                used: own.count(),
            }
        };
        let mut drivers: Vec<DriverView> = self.workspace.drivers.iter().map(view).collect();
        drivers.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        drivers
    }

    /// A curve alone, without anything measured.
    pub(crate) fn curve_input(&self, metric: &Metric, from: Month, months: &[Range], frame: Frame) -> MonthsInput {
        let projected = months.iter().map(|range| {
            let doubted = range.low < range.high;
            Some(Projected { low: doubted.then_some(range.low), mid: range.mid, high: doubted.then_some(range.high) })
        });
        MonthsInput {
            measure: self.measure(metric),
            frame,
            figures: if metric.over_months == OverMonths::Sum { Figures::Own } else { Figures::Level },
            first: from,
            projected: projected.collect(),
            actual: Vec::new(),
            reforecast: Vec::new(),
            today: None,
        }
    }

    fn inputs_seen(&self, projection: &Projection, metric: &Metric) -> Vec<ProjectionInputView> {
        let currency = self.workspace.settings.currency;
        let kinds = inputs_of(projection.model);
        let view = |row: &domain::ProjectionInput| {
            let kind = kinds.iter().find(|kind| kind.name == row.name.as_str())?;
            let text = |value: Option<f64>| {
                value.map(|value| input_text(value, kind.unit, metric.unit, currency)).unwrap_or_default()
            };
            let mut expected = self.expected.projection_inputs.iter();
            let base = expected.find(|base| base.projection == row.projection && base.name == row.name);
            Some(ProjectionInputView {
                name: row.name.clone(),
                value: text(Some(row.value)),
                low: text(row.low),
                high: text(row.high),
                driver: row.driver,
                distribution: row.distribution,
                base: base.is_none_or(|base| base != row).then(|| text(base.map(|base| base.value))),
            })
        };
        let own = self.workspace.projection_inputs.iter().filter(|row| row.projection == projection.id);
        own.filter_map(view).collect()
    }

    fn form_base(&self, seen: &Projection, metric: &Metric) -> ProjectionBase {
        let Some(row) = self.projection_base(seen.id) else { return ProjectionBase::default() };
        let text = |value: f64| metric_text(value, metric.unit, self.workspace.settings.currency);
        let model = |row: &Projection| MODELS.iter().find(|each| each.0 == row.model).map(|each| each.1.to_owned());
        let end = |seen: Option<f64>, part: Option<f64>| {
            (seen != part).then(|| part.map_or_else(String::new, |part| format!("{}%", trimmed(part * 100.0))))
        };
        ProjectionBase {
            from: (seen.from != row.from).then_some(row.from),
            months: (seen.months != row.months).then_some(row.months),
            model: model(row).filter(|_| seen.model != row.model),
            total: (text(seen.total) != text(row.total)).then(|| text(row.total)),
            low: end(seen.low, row.low),
            high: end(seen.high, row.high),
        }
    }

    fn figures_seen(&self, projection: &Projection, metric: &Metric) -> Vec<ProjectionFigureView> {
        let currency = self.workspace.settings.currency;
        let own = self.workspace.projection_figures.iter().filter(|row| row.projection == projection.id);
        let text = |value: f64| metric_text(value, metric.unit, currency);
        let view = |row: &domain::ProjectionFigure| {
            let mut expected = self.expected.projection_figures.iter();
            let base = expected.find(|base| base.projection == row.projection && base.month == row.month);
            let value = base.map_or(0.0, |base| base.value);
            let differs = self.scenario.is_some() && text(value) != text(row.value);
            ProjectionFigureView { month: row.month, value: text(row.value), base: differs.then(|| text(value)) }
        };
        own.map(view).collect()
    }
}

/// What people call a model.
pub(crate) fn model_label(model: ProjectionModel) -> &'static str {
    MODELS.iter().find(|row| row.0 == model).map_or("", |row| row.1)
}

fn span(first: Month, last: Month) -> u32 {
    u32::try_from(last.since(first) + 1).unwrap_or(1).clamp(1, forecast::MONTHS_MAX)
}

fn trimmed(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn model_view(model: ProjectionModel, label: &str, note: &str, metric: &Metric, currency: Currency) -> ModelView {
    let input = |kind: &InputKind| InputView {
        name: kind.name.to_owned(),
        label: kind.label.to_owned(),
        unit: kind.unit,
        note: kind.note.to_owned(),
        default: kind.default.map(|value| input_text(value, kind.unit, metric.unit, currency)),
    };
    let kinds = inputs_of(model);
    ModelView {
        model,
        label: label.to_owned(),
        note: note.to_owned(),
        has_total: kinds.iter().any(|kind| kind.name == TOTAL),
        figures_label: match model {
            ProjectionModel::Typed => Some("Expected in each month".to_owned()),
            ProjectionModel::Seasonal => Some("The same months of last year".to_owned()),
            ProjectionModel::Split => Some("Weight of each month".to_owned()),
            _ => None,
        },
        inputs: kinds.iter().filter(|kind| kind.name != TOTAL).map(input).collect(),
    }
}
