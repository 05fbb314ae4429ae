//! Where lanes, motions and open motions' tasks lie, from top to bottom.

use domain::{MotionId, TaskId};

use super::calendar::Calendar;
use super::{HEADER, TimelineInput, TimelineRow, TimelineTask, bars};
use crate::Rect;

/// Heights in pixels: a lane's head, a motion's row (tokens.css), a task's.
const LANE: f32 = 30.0;
const ROW: f32 = 38.0;
const TASK: f32 = 26.0;

/// A lane's head.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LaneBand {
    pub y: f32,
    pub height: f32,
}

/// A row and its bar.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RowBand {
    pub id: RowId,
    /// The lane's place from the top.
    pub lane: usize,
    pub y: f32,
    pub height: f32,
    /// The part of the bar that is on the timeline, if any is.
    pub bar: Option<Rect>,
}

/// What a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowId {
    /// A motion.
    Motion(MotionId),
    /// A task of the open motion above.
    Task(TaskId),
}

/// What a row is drawn from: a motion, or a task and whether its motion is tactical.
pub(super) enum Shown<'a> {
    Motion(&'a TimelineRow),
    Task(&'a TimelineTask, bool),
}

pub(super) struct Rows<'a> {
    pub(super) lanes: Vec<LaneBand>,
    pub(super) bands: Vec<RowBand>,
    /// In step with the bands.
    pub(super) shown: Vec<Shown<'a>>,
    pub(super) height: f32,
}

impl<'a> Rows<'a> {
    pub(super) fn of(input: &'a TimelineInput, calendar: &Calendar) -> Self {
        let mut rows = Self { lanes: Vec::new(), bands: Vec::new(), shown: Vec::new(), height: HEADER };
        for (place, lane) in input.lanes.iter().enumerate() {
            rows.lanes.push(LaneBand { y: rows.height, height: LANE });
            rows.height += LANE;
            let open = if lane.collapsed { &[] } else { lane.rows.as_slice() };
            for row in open {
                let bar = bars::place(row, rows.height, calendar);
                rows.push(RowId::Motion(row.id), place, ROW, bar, Shown::Motion(row));
                for task in &row.tasks {
                    let bar = bars::place_task(task, rows.height, calendar);
                    rows.push(RowId::Task(task.id), place, TASK, bar, Shown::Task(task, row.tactical));
                }
            }
        }
        rows
    }

    fn push(&mut self, id: RowId, lane: usize, height: f32, bar: Option<Rect>, shown: Shown<'a>) {
        self.bands.push(RowBand { id, lane, y: self.height, height, bar });
        self.shown.push(shown);
        self.height += height;
    }
}
