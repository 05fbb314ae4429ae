//! Opening, closing and copying workspaces; scenarios, undo and history.

use domain::{Function, MetricSide, Owner, Workspace};
use import::template;

use crate::loaded::Loaded;
use crate::open::OpenWorkspace;
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, Refusal, WindowId};

/// The open workspace of a window, or none.
pub fn state(app: &App, window: &WindowId, _: Nothing) -> Result<Option<WorkspaceState>, ErrorReply> {
    app.find(window).map(|open| describe(app, &open)).transpose()
}

/// Asks where, then makes a workspace from a template and opens it.
pub fn new(app: &App, window: &WindowId, request: NewWorkspace) -> Result<Option<WorkspaceState>, ErrorReply> {
    let suggested = format!("{}.ecotone", plain_file_name(request.name.as_str()));
    let Some(path) = app.host.ask_save(window, FileKind::Workspace, &suggested) else { return Ok(None) };
    let workspace = app.workspace_from_template(&request.template, |workspace| {
        workspace.settings.name = request.name;
        workspace.settings.currency = request.currency;
        rename_us(workspace, request.us);
    })?;
    app.bind(window, app.create_file(&path, workspace)?);
    state(app, window, Nothing {})
}

/// Asks for a file and opens it.
pub fn open(app: &App, window: &WindowId, _: Nothing) -> Result<Option<WorkspaceState>, ErrorReply> {
    let Some(path) = app.host.ask_open(window, FileKind::Workspace) else { return Ok(None) };
    app.open_path(window, &path)?;
    state(app, window, Nothing {})
}

/// Opens a recent workspace.
pub fn open_recent(app: &App, window: &WindowId, request: RecentRequest) -> Result<WorkspaceState, ErrorReply> {
    let path = app.recent().path(&request.handle);
    let path = path.ok_or_else(|| ErrorReply::refused("This workspace is no longer in the list: open its file."))?;
    app.open_path(window, &path)?;
    describe(app, &*app.open_in(window)?)
}

/// Opens this person's own copy of the sample, made on first use.
pub fn open_sample(app: &App, window: &WindowId, _: Nothing) -> Result<WorkspaceState, ErrorReply> {
    let folder = app.folders.data.join("samples");
    let path = folder.join("Tidewater partner plan.ecotone");
    if path.exists() {
        app.open_path(window, &path)?;
    } else {
        std::fs::create_dir_all(&folder).map_err(|error| ErrorReply::from_error(Refusal::NotWritten, &error))?;
        let workspace = app.workspace_from_template("sample", |_| ())?;
        app.bind(window, app.create_file(&path, workspace)?);
    }
    describe(app, &*app.open_in(window)?)
}

/// Closes the workspace of a window.
pub fn close(app: &App, window: &WindowId, _: Nothing) -> Result<Nothing, ErrorReply> {
    app.close_window(window);
    app.host.emit(Some(window), &crate::Event::WorkspaceSwitched);
    Ok(Nothing {})
}

/// Asks where, then writes a whole copy.
pub fn save_copy(app: &App, window: &WindowId, _: Nothing) -> Result<Option<FileWritten>, ErrorReply> {
    let open = app.open_in(window)?;
    let suggested = format!("Copy of {}", open.file_name());
    let Some(path) = app.host.ask_save(window, FileKind::Workspace, &suggested) else { return Ok(None) };
    let to = path.clone();
    open.handle.with(move |file| file.save_copy(&to))??;
    app.written(window, &path).map(Some)
}

/// Chooses the scenario that applies in this window.
pub fn choose_scenario(app: &App, window: &WindowId, request: ScenarioChoice) -> Result<WorkspaceState, ErrorReply> {
    let open = app.open_in(window)?;
    let known = open.loaded(app.host.today())?;
    if let Some(id) = request.scenario
        && !known.expected.scenarios.iter().any(|scenario| scenario.id == id)
    {
        return Err(ErrorReply::refused("This scenario is no longer there: choose another."));
    }
    open.choose_scenario(request.scenario);
    app.host.emit(Some(window), &crate::Event::Changed { tags: vec![crate::Tag::table("scenario")] });
    describe(app, &open)
}

/// Takes the last step back.
pub fn undo(app: &App, window: &WindowId, _: Nothing) -> Result<StepDone, ErrorReply> {
    let origin = app.origin();
    let sentence = app.write(window, move |file| Ok(file.undo(&origin)?))?;
    Ok(StepDone { sentence })
}

/// Takes one step back, as long as it is the last one.
pub fn undo_step(app: &App, window: &WindowId, request: StepRequest) -> Result<StepDone, ErrorReply> {
    let origin = app.origin();
    let sentence = app.write(window, move |file| {
        if file.last_step() != Some(request.seq) {
            let newer = file.can_undo().map_or_else(String::new, |sentence| format!(" (“{sentence}”)"));
            return Err(ErrorReply::refused(format!(
                "Something else was done or taken back since{newer}: take that back first, or change it where it is shown."
            )));
        }
        Ok(file.undo(&origin)?)
    })?;
    Ok(StepDone { sentence })
}

/// Brings the last undone step again.
pub fn redo(app: &App, window: &WindowId, _: Nothing) -> Result<StepDone, ErrorReply> {
    let origin = app.origin();
    let sentence = app.write(window, move |file| Ok(file.redo(&origin)?))?;
    Ok(StepDone { sentence })
}

/// Every step, the oldest first.
pub fn history(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<HistoryLine>, ErrorReply> {
    let entries = app.open_in(window)?.handle.with(|file| file.history())??;
    Ok(entries.into_iter().map(line).collect())
}

impl App {
    /// A new workspace from a template, changed by `adjust` before it is written.
    pub(crate) fn workspace_from_template(
        &self,
        name: &str,
        adjust: impl FnOnce(&mut Workspace),
    ) -> Result<Workspace, ErrorReply> {
        if super::templates::is_kept(name) {
            let mut workspace = self.begin_with_template(&self.kept_template(name)?)?;
            adjust(&mut workspace);
            return Ok(workspace);
        }
        let template = template::embedded(name).ok_or_else(|| {
            let names: Vec<&str> = template::templates().iter().map(|template| template.name).collect();
            ErrorReply::refused(format!("There is no template '{name}': choose one of {}.", names.join(", ")))
        })?;
        let read = template.read(&mut || self.host.new_id());
        let mut workspace = read.map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?.workspace;
        adjust(&mut workspace);
        Ok(workspace)
    }
}

/// Gives our own organization its name.
pub(crate) fn rename_us(workspace: &mut Workspace, name: domain::Name) {
    let us = workspace.settings.us;
    if let Some(organization) = workspace.organizations.iter_mut().find(|o| o.id == us) {
        organization.name = name;
    }
}

/// One line of the history as the page shows it.
pub(super) fn line(entry: store::HistoryEntry) -> HistoryLine {
    HistoryLine {
        seq: entry.seq,
        kind: if entry.command == "new" { "new" } else { kind_word(entry.kind) }.to_owned(),
        sentence: entry.sentence,
        author: entry.author,
        time: entry.time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
    }
}

/// A workspace's name as a file name on every system.
fn plain_file_name(name: &str) -> String {
    let kept: String =
        name.chars().map(|c| if c.is_alphanumeric() || " -_.&+".contains(c) { c } else { ' ' }).collect();
    let kept = kept.trim().trim_matches('.').chars().take(80).collect::<String>();
    if kept.is_empty() { "Workspace".to_owned() } else { kept }
}

fn kind_word(kind: store::HistoryKind) -> &'static str {
    match kind {
        store::HistoryKind::Do => "do",
        store::HistoryKind::Undo => "undo",
        store::HistoryKind::Redo => "redo",
    }
}

fn describe(app: &App, open: &OpenWorkspace) -> Result<WorkspaceState, ErrorReply> {
    let loaded = open.loaded(app.host.today())?;
    let workspace = &loaded.expected;
    let settings = &workspace.settings;
    let year = loaded.fiscal_year();
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Ok(WorkspaceState {
        name: settings.name.to_string(),
        file_name: open.file_name(),
        us: settings.us,
        us_name: workspace.us().map(|us| us.name.to_string()).unwrap_or_default(),
        currency: settings.currency,
        currency_symbol: settings.currency.symbol(),
        fiscal_year: year,
        fiscal_months: [year.first(), year.last()],
        today: loaded.today,
        scenarios: scenarios(workspace),
        scenario: loaded.scenario,
        undo: loaded.undo.clone(),
        redo: loaded.redo.clone(),
        organization_kinds: workspace.organization_kinds.clone(),
        stages: workspace.stages.clone(),
        relationship_kinds: relationship_kinds(workspace),
        motion_kinds: motion_kinds(&loaded),
        metrics: metrics(workspace),
        bounds: settings.bounds,
        owners: owners(workspace),
        partner_count: count(workspace.partners().count()),
        relationship_count: count(workspace.relationships.len()),
        motion_count: count(workspace.motions.len()),
    })
}

fn scenarios(workspace: &Workspace) -> Vec<ScenarioView> {
    let mut scenarios: Vec<_> = workspace.scenarios.iter().collect();
    scenarios.sort_by_key(|scenario| scenario.position);
    let view = |scenario: &domain::Scenario| {
        let differences = workspace.scenario_differences.iter().filter(|d| d.scenario == scenario.id).count();
        ScenarioView {
            id: scenario.id,
            name: scenario.name.to_string(),
            differences: u32::try_from(differences).unwrap_or(u32::MAX),
        }
    };
    scenarios.into_iter().map(view).collect()
}

fn relationship_kinds(workspace: &Workspace) -> Vec<RelationshipKindView> {
    let view = |kind: &domain::RelationshipKind| RelationshipKindView {
        key: kind.key.clone(),
        forward: kind.forward.to_string(),
        reverse: kind.reverse.to_string(),
        symmetric: kind.symmetric,
    };
    workspace.relationship_kinds.iter().map(view).collect()
}

fn motion_kinds(loaded: &Loaded) -> Vec<MotionKindView> {
    let view = |kind: &domain::MotionKind| MotionKindView {
        key: kind.key.clone(),
        name: kind.name.to_string(),
        side: loaded.kind_side(&kind.key),
    };
    loaded.expected.motion_kinds.iter().map(view).collect()
}

fn metrics(workspace: &Workspace) -> Vec<MetricView> {
    let view = |metric: &domain::Metric| MetricView {
        key: metric.key.clone(),
        name: metric.name.to_string(),
        unit: metric.unit,
        side: metric.side,
        definition: metric.definition.clone(),
    };
    let (mut strategic, tactical): (Vec<_>, Vec<_>) =
        workspace.metrics.iter().map(view).partition(|metric| metric.side == MetricSide::Strategic);
    strategic.extend(tactical);
    strategic
}

fn owners(workspace: &Workspace) -> Vec<OwnerView> {
    let functions = Function::ALL.map(Owner::Function);
    let people = workspace.people.iter().map(|person| Owner::Person(person.id));
    let all = functions.into_iter().chain(people);
    all.map(|owner| OwnerView {
        owner,
        label: crate::loaded::owner_label(workspace, owner, picture::Language::default()),
    })
    .collect()
}
