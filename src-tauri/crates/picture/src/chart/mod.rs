//! Charts, drawn by plotters into display lists: each a pure function from an input to a [`ChartPicture`], which holds the
//! list, where its figures lie (for a crosshair and the keyboard) and the same figures as a table.
//!
//! Every input has a [`Measure`] (what is measured, in which unit) and a [`Frame`] (size, hidden series, finding). Items
//! carry the ids of their series, so that a page can find them and switch them off. No word ever lies on another, or on a
//! bar or mark that it does not name: one without room is left to the readout and the table.
//!
//! Owns: axes, lines, bars and the words on them. Must not know: where figures come from.

mod alt;
mod axis;
mod backend;
mod bars;
mod bullet;
mod canvas;
mod cohorts;
mod course;
mod coverage;
mod cumulative;
mod fan;
mod frame;
mod funnel;
mod ground;
mod input;
mod measure;
mod monthly;
mod months;
mod multiples;
mod picture;
mod ranked;
mod readings;
mod roas;
mod room;
mod rows;
mod scenarios;
mod sheet;
mod sparkline;
mod strokes;
mod tornado;
mod variance;
mod waterfall;

pub use bullet::{BulletInput, BulletRow, bullet};
pub use cohorts::{Cohort, CohortsInput, cohorts};
pub use coverage::{CoverageInput, CoverageRow, coverage};
pub use cumulative::cumulative;
pub use fan::{FanInput, FanMonth, fan};
pub use frame::Frame;
pub use funnel::{FunnelInput, FunnelStage, funnel};
pub use input::{Figures, MonthsInput, Projected};
pub use measure::Measure;
pub use monthly::monthly;
pub use multiples::{MultiplesInput, MultiplesPanel, multiples};
pub use picture::{Cell, ChartPicture, ChartSeries, ChartTable, Panel, Plot, PlotMonth, Reading};
pub use ranked::{RankedInput, RankedRow, ranked};
pub use roas::roas;
pub use scenarios::{ScenarioRow, ScenariosInput, scenarios};
pub use sparkline::sparkline;
pub use tornado::{TornadoDriver, TornadoInput, tornado};
pub use variance::variance;
pub use waterfall::{WaterfallInput, WaterfallStep, waterfall};

#[cfg(test)]
mod tests;
