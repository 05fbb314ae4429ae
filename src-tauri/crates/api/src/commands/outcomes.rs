//! Projected against actual: the screen's figures, its charts, and why a motion differs from its plan.

use domain::{Audience, VarianceReason};
use picture::svg::{SvgOptions, write};
use serde_json::json;
use store::Step;

use super::document::refusal;
use crate::files::write_whole;
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, WindowId};

/// The Outcomes screen for a metric and a motion or all.
pub fn view(app: &App, window: &WindowId, request: OutcomesRequest) -> Result<OutcomesView, ErrorReply> {
    app.loaded(window)?.outcomes_view(&request)
}

/// A chart with its geometry and its table.
pub fn chart(app: &App, window: &WindowId, request: ChartRequest) -> Result<ChartView, ErrorReply> {
    app.loaded(window)?.chart_view(&request)
}

/// A chart as a file's bytes, for copying.
pub fn copy(app: &App, window: &WindowId, request: ChartCopy) -> Result<Vec<u8>, ErrorReply> {
    app.chart_bytes(window, &request)
}

/// Asks where, then writes the chart.
pub fn export(app: &App, window: &WindowId, request: ChartCopy) -> Result<Option<FileWritten>, ErrorReply> {
    let (kind, ending) = match request.format {
        ChartFormat::Svg => (FileKind::Svg, "svg"),
        ChartFormat::Png => (FileKind::Png, "png"),
        ChartFormat::Csv => (FileKind::Csv, "csv"),
    };
    let title = app.loaded(window)?.chart_view(&request.chart)?.title;
    let Some(path) = app.host.ask_save(window, kind, &format!("{title}.{ending}")) else { return Ok(None) };
    write_whole(&path, &app.chart_bytes(window, &request)?)?;
    app.written(window, &path).map(Some)
}

/// Says why a motion's metric differs from its plan.
pub fn set_reason(app: &App, window: &WindowId, request: ReasonSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let (motion, metric) = (loaded.motion(request.motion)?, loaded.metric(&request.metric)?);
    let rows = &loaded.expected.variance_reasons;
    let before = rows.iter().find(|row| row.motion == motion.id && row.metric == metric.key);
    let what = format!("why {} of {} differs from plan", metric.name, motion.name);
    let args = json!({ "motion": motion.id, "metric": metric.key });
    let step = |verb: &str| Step { command: "reason_set".into(), args, sentence: format!("{verb} {what}") };
    let key = (motion.id, metric.key.clone());
    let Some(reason) = request.reason.not_blank() else {
        if before.is_some() {
            app.step(window, step("Removed"), move |edit| Ok(edit.delete::<VarianceReason>(&key)?))?;
        }
        return Ok(Nothing {});
    };
    let audience = request.audience.or(before.map(|row| row.audience)).unwrap_or(Audience::Internal);
    let row = VarianceReason { motion: key.0, metric: key.1, reason, audience };
    if before != Some(&row) {
        app.step(window, step("Said"), move |edit| Ok(edit.put(&row)?))?;
    }
    Ok(Nothing {})
}

impl App {
    /// Writes a chart into a file: SVG, PNG or CSV.
    pub fn export_chart(&self, window: &WindowId, path: &std::path::Path, chart: &ChartCopy) -> Result<(), ErrorReply> {
        write_whole(path, &self.chart_bytes(window, chart)?)
    }

    fn chart_bytes(&self, window: &WindowId, request: &ChartCopy) -> Result<Vec<u8>, ErrorReply> {
        let view = self.loaded(window)?.chart_view(&request.chart)?;
        let options = SvgOptions { background: true, ..SvgOptions::default() };
        match request.format {
            ChartFormat::Svg => Ok(write(&view.picture.list, request.theme, &options).into_bytes()),
            ChartFormat::Png => {
                press::picture_png(&view.picture.list, request.theme, &options, request.scale.clamp(0.5, 8.0))
                    .map_err(|error| refusal(&error))
            }
            ChartFormat::Csv => {
                let table = &view.picture.table;
                let cell = |cell: &picture::chart::Cell| match cell.value {
                    Some(value) => value.to_string(),
                    None if cell.text == "—" => String::new(),
                    None => import::harmless(&cell.text),
                };
                let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
                let rows: Vec<Vec<String>> = std::iter::once(table.columns.clone()).chain(rows).collect();
                Ok(import::write_csv(&rows))
            }
        }
    }
}
