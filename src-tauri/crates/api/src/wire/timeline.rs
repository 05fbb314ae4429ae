//! The timeline: what is to be drawn, and where its rows lie.

use domain::{Audience, Date, MotionId, TaskId};
use picture::{DisplayList, Theme};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LaneBy, PictureFormat};

/// Which part of the timeline, how wide, and what of it is open.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TimelineRequest {
    /// What lanes stand for.
    pub by: LaneBy,
    /// Lanes of which only the head is shown, by their keys.
    pub collapsed: Vec<String>,
    /// Motions whose tasks are shown.
    pub open: Vec<MotionId>,
    /// First day.
    #[ts(type = "string")]
    pub from: Date,
    /// Last day.
    #[ts(type = "string")]
    pub to: Date,
    /// Width of a day in pixels.
    pub per_day: f32,
    /// Shows the critical path, and how far the others may slip.
    pub slack: bool,
}

/// The drawing with its rows, so that a table can stand beside it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TimelineView {
    /// Everything below the head, in pixels from the head's top left.
    pub body: DisplayList,
    /// Units of time: they stay in sight while rows move.
    pub head: DisplayList,
    /// Height of the head.
    pub head_height: f32,
    /// The day that begins at the left edge.
    #[ts(type = "string")]
    pub from: Date,
    /// The last day.
    #[ts(type = "string")]
    pub to: Date,
    /// Width of a day in pixels.
    pub per_day: f32,
    /// Lanes' heads, motions and tasks, from top to bottom.
    pub rows: Vec<TimelineRowView>,
}

/// A row of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TimelineRowView {
    /// The lane's key.
    pub lane: String,
    /// The motion; none in a lane's head.
    pub motion: Option<MotionId>,
    /// The task of the open motion.
    pub task: Option<TimelineTaskView>,
    /// Top, in pixels from the head's top.
    pub y: f32,
    /// Height.
    pub height: f32,
}

/// A task as a row of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "as in TaskView")]
pub struct TimelineTaskView {
    pub id: TaskId,
    pub name: String,
    /// Empty where the task before it is of the same phase, and where it is of none.
    pub phase: String,
    /// Who does it, in words; empty when nobody does.
    pub owner: String,
    #[ts(type = "string | null")]
    pub start: Option<Date>,
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    pub done: bool,
    pub overdue: bool,
}

/// The timeline as a picture.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TimelinePictureRequest {
    /// The file's format.
    pub format: PictureFormat,
    /// In which colors.
    pub theme: Theme,
    /// Pixels for each of the picture's own, 1 to 4; only a PNG has any.
    pub scale: f32,
    /// For whom it is.
    pub audience: Audience,
    /// What is shown.
    pub look: TimelineRequest,
}

/// A picture of the timeline to write where the person says.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TimelineExport {
    pub job: String,
    pub picture: TimelinePictureRequest,
}
