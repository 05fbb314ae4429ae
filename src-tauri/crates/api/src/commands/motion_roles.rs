//! Who does what in a motion on both sides, what may go wrong, what was decided, and how it goes.

use domain::{Audience, Date, Health, Motion, MotionNote, MotionPartner, NoteKind, Raci, RaciLetter, Risk};
use picture::format::date_with_year;
use serde_json::json;
use store::Step;

use super::organizations::missing;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// The joint side of one motion.
pub fn view(app: &App, window: &WindowId, request: MotionRequest) -> Result<MotionJoint, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.motion_joint(loaded.motion(request.id)?))
}

/// Sets a partner's role.
pub fn set_role(app: &App, window: &WindowId, request: MotionPartnerUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let (motion, partner) = (loaded.motion(request.motion)?, loaded.organization(request.organization)?);
    let own = |row: &&MotionPartner| row.motion == motion.id && row.organization == partner.id;
    let part = loaded.expected.motion_partners.iter().find(own).ok_or_else(|| {
        ErrorReply::refused(format!("{} takes no part in {}: add it to its partners first.", partner.name, motion.name))
    })?;
    let role = request.role.not_blank().unwrap_or_default();
    let sentence = if role.is_empty() {
        format!("Took away the role of {} in {}", partner.name, motion.name)
    } else {
        format!("Made {} {role} in {}", partner.name, motion.name)
    };
    let changed = MotionPartner { role, ..part.clone() };
    let args = json!({ "motion": motion.id, "organization": partner.id });
    let step = Step { command: "motion_partner_update".into(), args, sentence };
    app.step(window, step, move |edit| Ok(edit.update(&changed)?))?;
    Ok(Nothing {})
}

/// Sets what a function does, ours or a partner's.
pub fn set_raci(app: &App, window: &WindowId, request: RaciSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let (motion, side) = (loaded.motion(request.motion)?, loaded.organization(request.organization)?);
    let takes_part = |row: &MotionPartner| row.motion == motion.id && row.organization == side.id;
    if side.id != loaded.expected.settings.us && !loaded.expected.motion_partners.iter().any(takes_part) {
        return Err(ErrorReply::refused(format!(
            "{} takes no part in {}: add it to its partners first.",
            side.name, motion.name
        )));
    }
    let function = request.function;
    let own = |row: &Raci| (row.motion, row.organization, row.function) == (motion.id, side.id, function);
    let there = loaded.expected.raci.iter().any(own);
    let args = json!({ "motion": motion.id, "organization": side.id, "function": function });
    let part = format!("{} of {} in {}", function.name(), side.name, motion.name);
    let Some(letter) = request.letter else {
        if there {
            let id = (motion.id, (side.id, function));
            let step = Step { command: "raci_set".into(), args, sentence: format!("Took away the part of {part}") };
            app.step(window, step, move |edit| Ok(edit.delete::<Raci>(&id)?))?;
        }
        return Ok(Nothing {});
    };
    let row = Raci { motion: motion.id, organization: side.id, function, letter };
    let step = Step { command: "raci_set".into(), args, sentence: format!("Made {part} {}", letter_word(letter)) };
    app.step(window, step, move |edit| Ok(edit.put(&row)?))?;
    Ok(Nothing {})
}

/// Writes a risk, or a new one.
pub fn set_risk(app: &App, window: &WindowId, request: RiskSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let motion = loaded.motion(request.motion)?;
    request.id.map(|id| loaded.risk(id)).transpose()?;
    let what = request.what.not_blank().ok_or_else(|| missing("what may happen"))?;
    let verb = if request.id.is_some() { "Changed" } else { "Added" };
    let sentence = format!("{verb} a risk of {}: {}", motion.name, short(&what));
    let risk = Risk {
        id: request.id.unwrap_or_else(|| app.host.new_id().into()),
        motion: motion.id,
        what,
        likelihood: request.likelihood,
        impact: request.impact,
        answer: request.answer.not_blank().unwrap_or_default(),
        owner: request.owner,
        open: request.open,
        audience: request.audience,
    };
    let step = Step { command: "risk_set".into(), args: json!({ "id": risk.id, "motion": motion.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&risk)?))?;
    Ok(Nothing {})
}

/// Deletes a risk.
pub fn delete_risk(app: &App, window: &WindowId, request: RiskRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let risk = loaded.risk(request.id)?;
    let sentence = format!("Deleted a risk of {}: {}", loaded.motion_name(risk.motion), short(&risk.what));
    let step = Step { command: "risk_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Risk>(&request.id)?))?;
    Ok(Nothing {})
}

/// Writes a decision, a meeting or a remark, or a new one.
pub fn set_note(app: &App, window: &WindowId, request: MotionNoteSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let motion = loaded.motion(request.motion)?;
    request.id.map(|id| loaded.motion_note(id)).transpose()?;
    let text = request.text.not_blank().ok_or_else(|| missing("what was said"))?;
    let verb = if request.id.is_some() { "Changed" } else { "Added" };
    let sentence = format!("{verb} {}", note_words(request.kind, request.date, motion));
    let note = MotionNote {
        id: request.id.unwrap_or_else(|| app.host.new_id().into()),
        motion: motion.id,
        date: request.date,
        kind: request.kind,
        text,
        audience: request.audience,
    };
    let step =
        Step { command: "motion_note_set".into(), args: json!({ "id": note.id, "motion": motion.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&note)?))?;
    Ok(Nothing {})
}

/// Deletes a note.
pub fn delete_note(app: &App, window: &WindowId, request: MotionNoteRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let note = loaded.motion_note(request.id)?;
    let sentence = format!("Deleted {}", note_words(note.kind, note.date, loaded.motion(note.motion)?));
    let step = Step { command: "motion_note_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<MotionNote>(&request.id)?))?;
    Ok(Nothing {})
}

/// Says how a motion goes, and why.
pub fn set_health(app: &App, window: &WindowId, request: MotionHealthSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let motion = loaded.motion(request.id)?;
    let health_reason = request.reason.not_blank().unwrap_or_default();
    let changed = Motion { health: request.health, health_reason, ..motion.clone() };
    let sentence = format!("{} is {}", motion.name, health_word(request.health));
    let step = Step { command: "motion_health_set".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&changed)?))?;
    Ok(Nothing {})
}

/// Says who may read one of a motion's texts.
pub fn set_audience(app: &App, window: &WindowId, request: MotionAudienceSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let motion = loaded.motion(request.id)?;
    let mut changed = motion.clone();
    let text = match request.text {
        MotionText::Objective => {
            changed.objective_audience = request.audience;
            "objective"
        }
        MotionText::HealthReason => {
            changed.health_audience = request.audience;
            "reason of the health"
        }
    };
    let sentence = format!("The {text} of {} is for {}", motion.name, audience_words(request.audience));
    let step = Step { command: "motion_audience_set".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&changed)?))?;
    Ok(Nothing {})
}

/// A few words of a longer text, for a sentence.
fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    format!("{}…", line.chars().take(LONGEST).collect::<String>().trim_end())
}

fn note_words(kind: NoteKind, date: Date, motion: &Motion) -> String {
    let kind = match kind {
        NoteKind::Decision => "a decision",
        NoteKind::Meeting => "a meeting",
        NoteKind::Note => "a note",
    };
    format!("{kind} of {} in {}", date_with_year(date), motion.name)
}

fn letter_word(letter: RaciLetter) -> &'static str {
    match letter {
        RaciLetter::Responsible => "responsible",
        RaciLetter::Accountable => "accountable",
        RaciLetter::Consulted => "consulted",
        RaciLetter::Informed => "informed",
    }
}

fn health_word(health: Health) -> &'static str {
    match health {
        Health::OnTrack => "on track",
        Health::AtRisk => "at risk",
        Health::Behind => "behind",
    }
}

fn audience_words(audience: Audience) -> &'static str {
    match audience {
        Audience::Internal => "us alone",
        Audience::Client => "us and the client",
        Audience::Partner => "everyone, partners too",
    }
}
