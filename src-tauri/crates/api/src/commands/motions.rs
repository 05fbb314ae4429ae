//! Motions: lanes and timeline, the drawer and their changes.

mod budget;
mod there;

use domain::playbook::{self, Draft};
use domain::{Audience, Health, Key, Motion, MotionId, MotionMetric, MotionPartner, MotionStatus, Owner};
use serde_json::json;
use store::{Edit, Step};

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, Refusal, WindowId};

/// All motions, and the lanes that they stand in.
pub fn view(app: &App, window: &WindowId, request: MotionsRequest) -> Result<MotionsView, ErrorReply> {
    Ok(app.loaded(window)?.motions_view(request.by))
}

/// What the drawer shows.
pub fn detail(app: &App, window: &WindowId, request: MotionRequest) -> Result<MotionDetail, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.motion_detail(loaded.motion(request.id)?))
}

/// Adds a motion with its partners and budget, and with what its playbook says.
pub fn add(app: &App, window: &WindowId, request: MotionAdd) -> Result<MotionAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let kind = loaded.motion_kind(&request.kind)?.key.clone();
    let id = app.host.new_id().into();
    let draft = drafted(app, &loaded, id, &request)?;
    let end = request.end.or(draft.as_ref().map(|draft| draft.end)).unwrap_or(request.start);
    check_dates(MotionDates { start: request.start, end })?;
    let is_running = draft.is_none() && request.start <= loaded.today;
    let motion = Motion {
        id,
        name: request.name,
        kind,
        status: if is_running { MotionStatus::Running } else { MotionStatus::Draft },
        health: Health::OnTrack,
        objective: String::new(),
        start: request.start,
        end,
        owner: request.owner.or(draft.as_ref().map(|draft| Owner::Function(draft.owner))),
        active: true,
        health_reason: String::new(),
        health_audience: Audience::Internal,
        objective_audience: Audience::Partner,
    };
    let partners = partner_rows(&loaded, motion.id, &request.partners)?;
    let costs = draft.as_ref().map(|draft| draft.budget.as_slice()).unwrap_or_default();
    let lines = budget::planned(app, &loaded, id, request.budget, costs)?;
    let (sentence, args) = match &request.playbook {
        Some(choice) => (
            format!("Added motion {} from the playbook {}", motion.name, loaded.playbook(&choice.key)?.name),
            json!({ "name": motion.name, "kind": motion.kind, "playbook": choice.key }),
        ),
        None => (format!("Added motion {}", motion.name), json!({ "name": motion.name, "kind": motion.kind })),
    };
    app.step(window, Step { command: "motion_add".into(), args, sentence }, move |edit| {
        edit.insert(&motion)?;
        partners.iter().try_for_each(|row| edit.insert(row))?;
        lines.iter().try_for_each(|row| edit.insert(row))?;
        if let Some(draft) = &draft {
            insert_draft(edit, draft)?;
        }
        Ok(MotionAdded { id })
    })
}

/// What the chosen playbook gives. Metrics that this workspace has not are left out.
fn drafted(app: &App, loaded: &Loaded, id: MotionId, request: &MotionAdd) -> Result<Option<Draft>, ErrorReply> {
    let Some(choice) = &request.playbook else { return Ok(None) };
    let mut playbook = loaded.playbook(&choice.key)?;
    playbook.metrics.retain(|metric| loaded.metric(metric).is_ok());
    let draft = playbook::draft(&playbook, choice.form, id, request.start, &mut || app.host.new_id());
    draft.map(Some).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))
}

fn insert_draft(edit: &mut Edit<'_>, draft: &Draft) -> Result<(), ErrorReply> {
    draft.phases.iter().try_for_each(|row| edit.insert(row))?;
    draft.tasks.iter().try_for_each(|row| edit.insert(row))?;
    draft.checklist_items.iter().try_for_each(|row| edit.insert(row))?;
    draft.milestones.iter().try_for_each(|row| edit.insert(row))?;
    draft.dependencies.iter().try_for_each(|row| edit.insert(row))?;
    Ok(draft.metrics.iter().try_for_each(|row| edit.insert(row))?)
}

/// Changes one field of a motion; in a scenario its dates and its budget only there, the rest in every scenario.
pub fn update(app: &App, window: &WindowId, request: MotionUpdate) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = loaded.motion(request.id)?;
    if let (Some(scenario), MotionChange::Dates(_) | MotionChange::Budget(_)) = (loaded.scenario, &request.change) {
        return there::update(app, window, &loaded, scenario, before, &request.change);
    }
    let mut motion = before.clone();
    let name = before.name.clone();
    let what;
    let mut others: Change = Box::new(|_| Ok(()));
    match request.change {
        MotionChange::Name(new) => (what, motion.name) = ("name", new),
        MotionChange::Kind(kind) => (what, motion.kind) = ("kind", loaded.motion_kind(&kind)?.key.clone()),
        MotionChange::Status(status) => (what, motion.status) = ("status", status),
        MotionChange::Health(health) => {
            what = "health";
            // Another health has another reason.
            if health != motion.health {
                motion.health_reason.clear();
            }
            motion.health = health;
        }
        MotionChange::Objective(text) => (what, motion.objective) = ("objective", text.into_string()),
        MotionChange::Owner(owner) => (what, motion.owner) = ("owner", owner),
        MotionChange::Dates(dates) => {
            check_dates(dates)?;
            (what, motion.start, motion.end) = ("dates", dates.start, dates.end);
        }
        MotionChange::Budget(budget) => {
            what = "budget";
            others = budget::set(app, &loaded, before, budget)?;
        }
        MotionChange::Partners(ids) => {
            what = "partners";
            others = set_partners(&loaded, before, &ids)?;
        }
        MotionChange::Metrics(keys) => {
            what = "metrics";
            others = set_metrics(&loaded, before, &keys)?;
        }
    }
    let step = Step {
        command: "motion_update".into(),
        args: json!({ "id": request.id, "field": what }),
        sentence: format!("Changed {what} of motion {name}"),
    };
    app.step(window, step, move |edit| {
        edit.update(&motion)?;
        others(edit)
    })?;
    Ok(Nothing {})
}

/// Deletes a motion with everything inside it.
pub fn delete(app: &App, window: &WindowId, request: MotionRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let sentence = format!("Deleted motion {}", loaded.motion(request.id)?.name);
    let step = Step { command: "motion_delete".into(), args: json!({ "id": request.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Motion>(&request.id)?))?;
    Ok(Nothing {})
}

fn check_dates(dates: MotionDates) -> Result<(), ErrorReply> {
    if dates.start <= dates.end {
        return Ok(());
    }
    Err(ErrorReply::refused(format!(
        "The motion ends on {}, before it starts on {}: swap the two days.",
        dates.end, dates.start
    )))
}

fn partner_rows(
    loaded: &Loaded,
    motion: domain::MotionId,
    ids: &[domain::OrganizationId],
) -> Result<Vec<MotionPartner>, ErrorReply> {
    let ids: std::collections::BTreeSet<_> = ids.iter().collect();
    ids.into_iter()
        .map(|id| {
            let partner = loaded.organization(*id)?;
            Ok(MotionPartner { motion, organization: partner.id, role: String::new() })
        })
        .collect()
}

pub(super) type Change = Box<dyn FnOnce(&mut Edit<'_>) -> Result<(), ErrorReply> + Send>;

fn set_partners(loaded: &Loaded, motion: &Motion, ids: &[domain::OrganizationId]) -> Result<Change, ErrorReply> {
    let wanted = partner_rows(loaded, motion.id, ids)?;
    let had: Vec<MotionPartner> =
        loaded.expected.motion_partners.iter().filter(|row| row.motion == motion.id).cloned().collect();
    Ok(Box::new(move |edit| {
        let has = |rows: &[MotionPartner], row: &MotionPartner| rows.iter().any(|r| r.organization == row.organization);
        for row in had.iter().filter(|row| !has(&wanted, row)) {
            edit.delete::<MotionPartner>(&(row.motion, row.organization))?;
        }
        for row in wanted.iter().filter(|row| !has(&had, row)) {
            edit.insert(row)?;
        }
        Ok(())
    }))
}

fn set_metrics(loaded: &Loaded, motion: &Motion, keys: &[Key]) -> Result<Change, ErrorReply> {
    keys.iter().try_for_each(|key| loaded.metric(key).map(drop))?;
    let mut wanted: Vec<MotionMetric> = Vec::with_capacity(keys.len());
    for key in keys {
        if wanted.iter().all(|row| row.metric != *key) {
            let position = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
            wanted.push(MotionMetric { motion: motion.id, metric: key.clone(), position });
        }
    }
    let had = loaded.expected.motion_metrics.iter().filter(|row| row.motion == motion.id);
    let gone: Vec<_> = had
        .filter(|row| wanted.iter().all(|new| new.metric != row.metric))
        .map(|row| (row.motion, row.metric.clone()))
        .collect();
    Ok(Box::new(move |edit| {
        gone.iter().try_for_each(|id| edit.delete::<MotionMetric>(id))?;
        Ok(wanted.iter().try_for_each(|row| edit.put(row))?)
    }))
}

#[cfg(test)]
mod tests;
