//! The phases of a motion.

use domain::Phase;
use serde_json::json;
use store::Step;

use crate::loaded::gone;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Adds a phase behind the others.
pub fn add(app: &App, window: &WindowId, request: PhaseAdd) -> Result<PhaseAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let motion = loaded.motion(request.motion)?;
    let others = loaded.expected.phases.iter().filter(|phase| phase.motion == motion.id);
    let position = others.map(|phase| phase.position + 1).max().unwrap_or(0);
    let phase = Phase { id: app.host.new_id().into(), motion: motion.id, name: request.name, position };
    let id = phase.id;
    let sentence = format!("Added phase {} to {}", phase.name, motion.name);
    let step = Step { command: "phase_add".into(), args: json!({ "motion": motion.id, "name": phase.name }), sentence };
    app.step(window, step, move |edit| {
        edit.insert(&phase)?;
        Ok(PhaseAdded { id })
    })
}

/// Renames a phase, or puts it elsewhere among the others.
pub fn update(app: &App, window: &WindowId, request: PhaseUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let phase = loaded.phase(request.id)?;
    let (changed, sentence) = match request.change {
        PhaseChange::Name(name) => {
            let sentence = format!("Renamed phase {} to {name}", phase.name);
            (vec![Phase { name, ..phase.clone() }], sentence)
        }
        PhaseChange::Before(before) => {
            let mut order: Vec<&Phase> =
                loaded.expected.phases.iter().filter(|row| row.motion == phase.motion).collect();
            order.sort_by_key(|row| (row.position, row.id));
            order.retain(|row| row.id != phase.id);
            let at = match before {
                Some(before) => order.iter().position(|row| row.id == before).ok_or_else(|| gone("phase"))?,
                None => order.len(),
            };
            order.insert(at, phase);
            let placed = (0..).zip(order).filter(|(position, row)| row.position != *position);
            let placed = placed.map(|(position, row)| Phase { position, ..row.clone() });
            (placed.collect(), format!("Moved phase {}", phase.name))
        }
    };
    let step = Step { command: "phase_update".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(changed.iter().try_for_each(|row| edit.update(row))?))?;
    Ok(Nothing {})
}

/// Deletes a phase; its tasks stay, without one.
pub fn delete(app: &App, window: &WindowId, request: PhaseRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted phase {}", loaded.phase(request.id)?.name);
    let step = Step { command: "phase_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Phase>(&request.id)?))?;
    Ok(Nothing {})
}
