//! The milestones of a motion.

use domain::Milestone;
use serde_json::json;
use store::Step;

use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Adds a milestone.
pub fn add(app: &App, window: &WindowId, request: MilestoneAdd) -> Result<MilestoneAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let motion = loaded.motion(request.motion)?;
    let milestone = Milestone {
        id: app.host.new_id().into(),
        motion: motion.id,
        name: request.name,
        date: request.date,
        reached: false,
    };
    let id = milestone.id;
    let sentence = format!("Added milestone {} to {}", milestone.name, motion.name);
    let args = json!({ "motion": motion.id, "name": milestone.name });
    app.step(window, Step { command: "milestone_add".into(), args, sentence }, move |edit| {
        edit.insert(&milestone)?;
        Ok(MilestoneAdded { id })
    })
}

/// Changes one field of a milestone.
pub fn update(app: &App, window: &WindowId, request: MilestoneUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut milestone = loaded.milestone(request.id)?.clone();
    let name = milestone.name.clone();
    let sentence = match request.change {
        MilestoneChange::Name(new) => {
            let said = format!("Renamed milestone {name} to {new}");
            milestone.name = new;
            said
        }
        MilestoneChange::Date(date) => {
            milestone.date = date;
            format!("Moved milestone {name} to {date}")
        }
        MilestoneChange::Reached(reached) => {
            milestone.reached = reached;
            format!("{} milestone {name}", if reached { "Reached" } else { "Reopened" })
        }
    };
    let step = Step { command: "milestone_update".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&milestone)?))?;
    Ok(Nothing {})
}

/// Deletes a milestone with its dependencies.
pub fn delete(app: &App, window: &WindowId, request: MilestoneRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted milestone {}", loaded.milestone(request.id)?.name);
    let step = Step { command: "milestone_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Milestone>(&request.id)?))?;
    Ok(Nothing {})
}
