//! How sure the plan is: simulating it, the rules for that, groups of motions that go together, and targets of years.

use domain::{
    CorrelationGroup, CorrelationGroupId, CorrelationMember, Figure, FiscalYear, Name, Settings, SimulationRules,
    Target,
};
use forecast::simulation::{Progress, RUNS_MAX};
use serde_json::json;
use store::Step;

use crate::loaded::{Asked, Loaded, gone};
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// The fewest runs that a range can be told from.
const RUNS_MIN: u32 = 100;

/// Simulates a metric over a fiscal year. A job: it tells how far it is, and can be stopped.
pub fn run(app: &App, window: &WindowId, request: SimulateRequest) -> Result<SimulationView, ErrorReply> {
    let _ending = app.jobs.until_ended(&request.job);
    let loaded = app.loaded(window)?;
    let rules = loaded.workspace.settings.simulation;
    let (runs, seed) = (checked_runs(request.runs.unwrap_or(rules.runs))?, request.seed.unwrap_or(rules.seed));
    let year = loaded.year_named(request.year);
    let asked = Asked { metric: request.metric, motion: request.motion, first: year.first(), last: year.last() };
    let watch = |Progress { done, total }| {
        let figure = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        app.progress(window, &request.job, "Simulating", figure(done), figure(total))
    };
    loaded.simulation_view(&asked, (runs, seed), &watch)
}

/// How the workspace is simulated.
pub fn settings(app: &App, window: &WindowId, _: Nothing) -> Result<SimulationSettings, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(SimulationSettings { rules: loaded.expected.settings.simulation, groups: loaded.correlation_groups() })
}

/// Sets the correlation, the runs and the seed.
pub fn set(app: &App, window: &WindowId, request: SimulationRules) -> Result<Nothing, ErrorReply> {
    checked_correlation(request.correlation)?;
    checked_runs(request.runs)?;
    let loaded = app.loaded(window)?;
    let before = loaded.expected.settings.clone();
    if before.simulation != request {
        let sentence = "Changed how the plan is simulated".to_owned();
        let step = Step { command: "simulation_set".into(), args: json!(request), sentence };
        let settings = Settings { simulation: request, ..before };
        app.step(window, step, move |edit| Ok(edit.update(&settings)?))?;
    }
    Ok(Nothing {})
}

/// Adds a group of motions that go together, or changes one.
pub fn set_group(
    app: &App,
    window: &WindowId,
    request: CorrelationGroupSet,
) -> Result<CorrelationGroupRequest, ErrorReply> {
    checked_correlation(request.correlation)?;
    let name = request.name.not_blank().unwrap_or_default();
    let name = Name::parse(&name).map_err(|error| ErrorReply::refused(format!("The group has no name: {error}.")))?;
    let loaded = app.loaded(window)?;
    for motion in &request.motions {
        loaded.motion(*motion)?;
    }
    let before = request.id.map(|id| loaded.correlation_group(id)).transpose()?;
    let id = before.map_or_else(|| app.host.new_id().into(), |before| before.id);
    if loaded.expected.correlation_groups.iter().any(|other| other.name == name && other.id != id) {
        return Err(ErrorReply::refused(format!("There is a group '{name}' already: choose another name.")));
    }
    let verb = if before.is_some() { "Changed" } else { "Added" };
    let sentence = format!("{verb} motions that go together: {name}");
    let step = Step { command: "correlation_group_set".into(), args: json!({ "id": id }), sentence };
    let group = CorrelationGroup { id, name, correlation: request.correlation };
    let members = loaded.expected.correlation_members.iter().filter(|member| member.correlation_group == id);
    let left: Vec<_> = members.map(|member| member.motion).filter(|motion| !request.motions.contains(motion)).collect();
    app.step(window, step, move |edit| {
        edit.put(&group)?;
        left.iter().try_for_each(|motion| edit.delete::<CorrelationMember>(motion))?;
        let member = |motion: &domain::MotionId| CorrelationMember { motion: *motion, correlation_group: id };
        Ok(request.motions.iter().try_for_each(|motion| edit.put(&member(motion)))?)
    })?;
    Ok(CorrelationGroupRequest { id })
}

/// Takes a group away; its motions go together as all do.
pub fn remove_group(app: &App, window: &WindowId, request: CorrelationGroupRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let group = loaded.correlation_group(request.id)?;
    let (id, sentence) = (group.id, format!("Removed motions that go together: {}", group.name));
    let step = Step { command: "correlation_group_remove".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<CorrelationGroup>(&id)?))?;
    Ok(Nothing {})
}

/// Sets what a metric is to reach in a fiscal year.
pub fn set_target(app: &App, window: &WindowId, request: TargetSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let metric = loaded.metric(&request.metric)?;
    if !(1901..2199).contains(&request.year) {
        let year = request.year;
        return Err(ErrorReply::refused(format!("{year} is no fiscal year: name it by the year it ends in.")));
    }
    let year = FiscalYear { year: request.year, ..loaded.fiscal_year() }.year;
    let (key, typed) = ((metric.key.clone(), year), request.value.as_str().trim());
    let known = loaded.expected.targets.iter().any(|row| (row.metric.clone(), row.year) == key);
    let args = json!({ "metric": metric.key, "year": year });
    let step = |verb: &str| Step {
        command: "target_set".into(),
        args,
        sentence: format!("{verb} the target of {} for {year}", metric.name),
    };
    if typed.is_empty() {
        if known {
            app.step(window, step("Removed"), move |edit| Ok(edit.delete::<Target>(&key)?))?;
        }
        return Ok(Nothing {});
    }
    let value = match loaded.figure_typed(metric, typed)? {
        Figure::Money(money) => money.to_f64(),
        Figure::Number(number) => number,
    };
    let target = Target { metric: key.0, year, value };
    app.step(window, step("Set"), move |edit| Ok(edit.put(&target)?))?;
    Ok(Nothing {})
}

fn checked_correlation(correlation: f64) -> Result<(), ErrorReply> {
    if (0.0..=1.0).contains(&correlation) {
        return Ok(());
    }
    Err(ErrorReply::refused(format!("{correlation} is no correlation: choose a number from 0 to 1, such as 0.3.")))
}

fn checked_runs(runs: u32) -> Result<u32, ErrorReply> {
    if (RUNS_MIN..=RUNS_MAX).contains(&runs) {
        return Ok(runs);
    }
    Err(ErrorReply::refused(format!("A simulation has {RUNS_MIN} to {RUNS_MAX} runs, not {runs}.")))
}

impl Loaded {
    /// Groups by name, with their motions by name.
    pub(crate) fn correlation_groups(&self) -> Vec<CorrelationGroupView> {
        let members = |id: CorrelationGroupId| {
            let own = self.expected.correlation_members.iter().filter(|member| member.correlation_group == id);
            let mut motions: Vec<_> = own.map(|member| member.motion).collect();
            motions.sort_by_key(|id| self.motion_name(*id));
            motions
        };
        let view = |group: &CorrelationGroup| CorrelationGroupView {
            id: group.id,
            name: group.name.to_string(),
            correlation: group.correlation,
            motions: members(group.id),
        };
        let mut groups: Vec<CorrelationGroupView> = self.expected.correlation_groups.iter().map(view).collect();
        groups.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        groups
    }

    fn correlation_group(&self, id: CorrelationGroupId) -> Result<&CorrelationGroup, ErrorReply> {
        let mut groups = self.expected.correlation_groups.iter();
        groups.find(|group| group.id == id).ok_or_else(|| gone("group"))
    }
}
