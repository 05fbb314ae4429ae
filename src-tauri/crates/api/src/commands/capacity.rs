//! How many days a month functions have, ours and, as far as it is known, partners'.

use domain::Capacity;
use serde_json::json;
use store::Step;

use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// More days than a month's work of a hundred people.
const DAYS_MAX: f64 = 1000.0;

/// What is known, ours first.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<CapacityView>, ErrorReply> {
    Ok(app.loaded(window)?.capacity_views())
}

/// Sets how many days a function has, or forgets it.
pub fn set(app: &App, window: &WindowId, request: CapacitySet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let side = loaded.organization(request.organization.unwrap_or(loaded.expected.settings.us))?;
    let (organization, function) = (side.id, request.function);
    let whose = if organization == loaded.expected.settings.us {
        function.name().to_owned()
    } else {
        format!("{} of {}", function.name(), side.name)
    };
    let args = json!({ "organization": organization, "function": function, "days": request.days });
    let Some(days) = request.days else {
        let own = |row: &Capacity| row.organization == organization && row.function == function;
        if loaded.expected.capacities.iter().any(own) {
            let sentence = format!("{whose}: days a month no longer known");
            let step = Step { command: "capacity_set".into(), args, sentence };
            app.step(window, step, move |edit| Ok(edit.delete::<Capacity>(&(organization, function))?))?;
        }
        return Ok(Nothing {});
    };
    if !(0.0..=DAYS_MAX).contains(&days) {
        return Err(ErrorReply::refused(format!("A function has 0 to {DAYS_MAX} days a month, not {days}.")));
    }
    let row = Capacity { organization, function, days };
    let step = Step { command: "capacity_set".into(), args, sentence: format!("{whose} has {days} days a month") };
    app.step(window, step, move |edit| Ok(edit.put(&row)?))?;
    Ok(Nothing {})
}
