//! Signals: what was observed on a relationship or at its partner, with where it comes from and when. Must not know which of
//! them count.

use domain::relationship::spelled;
use domain::{Key, Signal, SignalSubject};
use serde_json::json;
use store::Step;

use crate::commands::organizations::missing;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Writes a signal, or a new one about the relationship.
pub fn set(app: &App, window: &WindowId, request: SignalSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let relationship = loaded.relationship(request.relationship)?;
    let old = request.id.map(|id| loaded.signal(id)).transpose()?;
    if request.date > loaded.today {
        return Err(ErrorReply::refused(format!(
            "{} is still to come: a signal is something that was observed already.",
            request.date
        )));
    }
    let signal = Signal {
        id: old.map_or_else(|| app.host.new_id().into(), |old| old.id),
        subject: old.map_or(SignalSubject::Relationship(relationship.id), |old| old.subject),
        kind: kind_named(&loaded, request.kind.as_str()),
        value: request.value.not_blank().ok_or_else(|| missing("what was observed"))?,
        source: request.source.not_blank().unwrap_or_default(),
        date: request.date,
    };
    let verb = if old.is_some() { "Changed" } else { "Noted" };
    let words = loaded.relationship_words(relationship);
    let step = Step {
        command: "signal_set".into(),
        args: json!({ "id": signal.id, "relationship": relationship.id }),
        sentence: format!("{verb} the signal '{}' of relationship {words}", signal.value),
    };
    app.step(window, step, move |edit| Ok(edit.put(&signal)?))?;
    Ok(Nothing {})
}

/// Deletes a signal.
pub fn delete(app: &App, window: &WindowId, request: SignalRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let signal = loaded.signal(request.id)?;
    let sentence = format!("Deleted the signal '{}'", signal.value);
    let step = Step { command: "signal_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Signal>(&request.id)?))?;
    Ok(Nothing {})
}

/// The kind that a person means: one that is there under this name, or a new one.
fn kind_named(loaded: &Loaded, name: &str) -> Key {
    let wanted = name.trim().to_lowercase();
    let known = loaded.signal_keys().into_iter().find(|key| spelled(key).to_lowercase() == wanted);
    known.unwrap_or_else(|| Key::from_name(name, |_| false))
}
