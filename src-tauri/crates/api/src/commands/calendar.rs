//! Tasks and milestones for the calendars that people live by.
//!
//! Owns: which days are written and what they are called. Must not know: the file's format (`press`).

use std::path::Path;

use domain::budget::is_planned;
use domain::{Milestone, Motion, MotionId, Task};
use press::CalendarDay;

use crate::files::write_whole;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, WindowId};

/// Asks where, then writes the file.
pub fn export(app: &App, window: &WindowId, request: CalendarExport) -> Result<Option<FileWritten>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let name = match request.motion {
        Some(id) => loaded.motion(id)?.name.to_string(),
        None => loaded.workspace.settings.name.to_string(),
    };
    let Some(path) = app.host.ask_save(window, FileKind::Calendar, &format!("{name}.ics")) else { return Ok(None) };
    app.export_calendar(window, &path, request.motion)?;
    app.written(window, &path).map(Some)
}

impl App {
    /// Writes the dated tasks and milestones of one motion, or of all that are neither switched off nor dropped.
    pub fn export_calendar(&self, window: &WindowId, path: &Path, motion: Option<MotionId>) -> Result<(), ErrorReply> {
        let open = self.open_in(window)?;
        let loaded = open.loaded(self.host.today())?;
        let motions: Vec<&Motion> = match motion {
            Some(id) => vec![loaded.motion(id)?],
            None => loaded.workspace.motions.iter().filter(|motion| is_planned(motion)).collect(),
        };
        let days: Vec<CalendarDay> = motions.iter().flat_map(|motion| days(&loaded, motion)).collect();
        if days.is_empty() {
            return Err(ErrorReply::refused(
                "No task or milestone has a date yet: give one a date, then export again.",
            ));
        }
        let name = if motion.is_some() { &motions[0].name } else { &loaded.workspace.settings.name };
        let latest = open.handle.with(|file| file.latest())??;
        let (revision, changed) = latest.map_or((0_i64, 0), |(seq, time)| (seq, time.as_second()));
        // RFC 5545 leaves no more than 31 bits for it.
        let revision = u32::try_from(revision).unwrap_or(u32::MAX).min(i32::MAX.unsigned_abs());
        write_whole(path, press::calendar(name.as_str(), &days, revision, changed).as_bytes())
    }
}

fn days(loaded: &Loaded, motion: &Motion) -> Vec<CalendarDay> {
    let workspace = &loaded.workspace;
    let tasks = workspace.tasks.iter().filter(|task| task.motion == motion.id);
    let milestones = workspace.milestones.iter().filter(|milestone| milestone.motion == motion.id);
    let mut days: Vec<CalendarDay> = tasks.filter_map(|each| task(loaded, motion, each)).collect();
    days.extend(milestones.map(|each| milestone(motion, each)));
    days.sort_by_key(|day| (day.first, day.last));
    days
}

/// None without a date.
fn task(loaded: &Loaded, motion: &Motion, task: &Task) -> Option<CalendarDay> {
    let first = task.start.or(task.due)?;
    let phase = task.phase.and_then(|id| loaded.workspace.phases.iter().find(|phase| phase.id == id));
    let owner = loaded.task_owner_words(task.owner);
    let lines = [motion.name.to_string(), phase.map(|phase| phase.name.to_string()).unwrap_or_default(), owner];
    let about: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    Some(CalendarDay {
        uid: uid(task.id.0),
        summary: summary(task.done, task.name.as_str()),
        description: about.join("\n"),
        first,
        last: task.due.unwrap_or(first).max(first),
    })
}

fn milestone(motion: &Motion, milestone: &Milestone) -> CalendarDay {
    CalendarDay {
        uid: uid(milestone.id.0),
        summary: summary(milestone.reached, &format!("◆ {}", milestone.name)),
        description: motion.name.to_string(),
        first: milestone.date,
        last: milestone.date,
    }
}

/// Calendars have no mark for whole days that are done.
fn summary(done: bool, name: &str) -> String {
    if done { format!("✓ {name}") } else { name.to_owned() }
}

/// One for each row, wherever its file is.
fn uid(id: uuid::Uuid) -> String {
    format!("{id}@ecotone")
}
