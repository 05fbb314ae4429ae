//! When motions can happen.

use api::ErrorReply;
use api::commands;
use api::wire::Nothing;

use super::Session;
use crate::arguments::Schedule;
use crate::print;

/// Columns of tasks and milestones.
const STEPS: [(&str, &str); 7] = [
    ("step", "name"),
    ("motion", "motion_name"),
    ("early start", "early_start"),
    ("early end", "early_end"),
    ("late end", "late_end"),
    ("slack", "slack"),
    ("critical", "critical"),
];

/// Columns of motions: their heads, and their keys in JSON.
const COLUMNS: [(&str, &str); 7] = [
    ("motion", "name"),
    ("early start", "early_start"),
    ("early end", "early_end"),
    ("late start", "late_start"),
    ("late end", "late_end"),
    ("slack", "slack"),
    ("critical", "critical"),
];

impl Session {
    pub(super) fn schedule(&self, schedule: &Schedule) -> Result<(), ErrorReply> {
        self.open(&schedule.file)?;
        let view = commands::schedule::view(&self.app, &self.window, Nothing {})?;
        if schedule.json {
            return print::json(&view);
        }
        print::columns(&COLUMNS, &view.motions)?;
        if !view.steps.is_empty() {
            print::line("");
            print::columns(&STEPS, &view.steps)?;
        }
        let broken = view.broken.iter().map(|each| &each.words).chain(view.broken_steps.iter().map(|each| &each.words));
        let crowded = view.crowded.iter().map(|each| &each.words);
        let overloaded = view.overloads.iter().map(|each| &each.words);
        for conflict in broken.chain(crowded).chain(overloaded) {
            print::line(&format!("Conflict: {conflict}."));
        }
        for load in &view.loads {
            let days = print::figure(load.days);
            print::line(&format!("{} {}: {days} days of work", load.month, load.function.name()));
        }
        Ok(())
    }
}
