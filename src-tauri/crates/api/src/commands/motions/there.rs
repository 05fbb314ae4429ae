//! A motion's dates and budget in a scenario: differences from Expected.

use domain::{Motion, ScenarioId};
use serde_json::json;
use store::Step;

use super::check_dates;
use crate::commands::budget::planned_there;
use crate::differing::Differing;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Changes what the scenario sees; what cannot differ is left to the caller.
pub(super) fn update(
    app: &App,
    window: &WindowId,
    loaded: &Loaded,
    scenario: ScenarioId,
    motion: &Motion,
    change: &MotionChange,
) -> Result<Nothing, ErrorReply> {
    let mut differing = Differing::new(app, loaded, scenario);
    let what = match change {
        MotionChange::Dates(dates) => {
            check_dates(*dates)?;
            differing.set("motion", motion.id.0, "start", &json!(dates.start));
            differing.set("motion", motion.id.0, "end", &json!(dates.end));
            "dates"
        }
        MotionChange::Budget(budget) => {
            let own: Vec<_> = loaded.expected.budget_lines.iter().filter(|line| line.motion == motion.id).collect();
            let [line] = own.as_slice() else { return Err(no_one_line(motion, own.len())) };
            let planned = planned_there(loaded, line, *budget)?;
            differing.set("budget_line", line.id.0, "planned_minor", &json!(planned));
            "budget"
        }
        _ => return Ok(Nothing {}),
    };
    let step = Step {
        command: "motion_update".into(),
        args: json!({ "id": motion.id, "field": what, "scenario": scenario }),
        sentence: format!("Changed {what} of motion {} in {}", motion.name, loaded.scenario_name()),
    };
    let differences = differing.unchecked();
    app.step(window, step, move |edit| Ok(differences.write(edit)?))?;
    Ok(Nothing {})
}

fn no_one_line(motion: &Motion, lines: usize) -> ErrorReply {
    ErrorReply::refused(if lines == 0 {
        format!(
            "{} has no budget in Expected, and a scenario holds differences only: plan one there first.",
            motion.name
        )
    } else {
        format!("{} has {lines} budget lines, so its budget is their sum: change the lines instead.", motion.name)
    })
}
