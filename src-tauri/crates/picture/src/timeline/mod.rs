//! The timeline: motions as bars in lanes over months.
//!
//! Owns: what a motion looks like in time. Must not know: how status, progress or budget are worked out.

mod input;

pub use input::{TimelineInput, TimelineLane, TimelineMilestone, TimelineRow};

use domain::{Month, MotionId};
use serde::Serialize;
use ts_rs::TS;

use crate::{DisplayList, Rect};

/// The drawing, with its geometry, so that a table can stand beside it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TimelinePicture {
    /// In pixels, from (0, 0).
    pub list: DisplayList,
    /// Height of quarters and months together.
    pub header_height: f32,
    /// Left edge and width of the months; left of it stand the names, if they are drawn.
    pub months: Vec<MonthColumn>,
    /// Where each lane's head lies.
    pub lanes: Vec<LaneBand>,
    /// Where each motion's row lies, in the order given.
    pub rows: Vec<RowBand>,
    /// Where today is, if it is on the timeline.
    pub today: Option<f32>,
}

/// A month's column.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MonthColumn {
    pub month: Month,
    pub x: f32,
    pub width: f32,
}

/// A lane's head.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LaneBand {
    pub y: f32,
    pub height: f32,
}

/// A motion's row and its bar.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RowBand {
    pub id: MotionId,
    pub y: f32,
    pub height: f32,
    /// The part of the bar that is on the timeline, if any is.
    pub bar: Option<Rect>,
}

/// Draws the timeline.
pub fn draw(_input: &TimelineInput) -> TimelinePicture {
    TimelinePicture {
        list: DisplayList { bounds: Rect { x: 0.0, y: 0.0, w: 0.0, h: 0.0 }, alt: String::new(), items: Vec::new() },
        header_height: 0.0,
        months: Vec::new(),
        lanes: Vec::new(),
        rows: Vec::new(),
        today: None,
    }
}
