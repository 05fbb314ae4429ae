//! The one table of commands: the dispatcher and the page's types are both made from it. `json` answers a question, `bytes`
//! answers with raw bytes, `write` changes something: one at a time.

#![allow(clippy::needless_pass_by_value, reason = "the table hands each command a request of its own")]

pub mod accounts;
pub mod activity;
pub mod actuals;
pub mod brand;
pub mod briefs;
pub mod budget;
pub mod calendar;
pub mod capacity;
pub mod dependencies;
pub mod document;
pub mod documents;
pub mod drivers;
pub mod duplicates;
pub mod editing;
pub mod fields;
pub mod fit;
pub mod funds;
pub mod hand_over;
pub mod import;
pub mod joint_plan;
pub mod landing;
pub mod layout;
pub mod locked_plans;
pub mod map;
pub mod map_picture;
pub mod measures;
pub mod metrics;
pub mod milestones;
pub mod motion_roles;
pub mod motions;
pub mod moving;
pub mod organizations;
pub mod outcomes;
mod partner_draft;
pub mod phases;
pub mod playbooks;
pub mod projections;
pub mod rates;
pub mod relationships;
pub mod report;
pub mod scenarios;
pub mod schedule;
pub mod simulation;
pub mod solve;
pub mod start;
pub mod tasks;
pub mod templates;
pub mod timeline;
pub mod views;
pub mod workspace;
pub mod written;

use domain::OrganizationId;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::wire::*;
use crate::{App, ErrorReply, Refusal, Reply, WindowId};

/// Longest request, in bytes: a pasted list of 10,000 names fits, a file does not.
pub const REQUEST_MAX: usize = 4 * 1024 * 1024;

macro_rules! commands {
    ($($(#[$doc:meta])* $shape:ident $name:ident($request:ty) -> $response:ty = $run:path;)*) => {
        /// Runs one command for a window.
        pub(crate) fn dispatch(app: &App, window: &WindowId, name: &str, payload: &[u8]) -> Result<Reply, ErrorReply> {
            match name {
                $(stringify!($name) => {
                    let request: $request = read(name, payload)?;
                    commands!(@turn $shape app);
                    let response: $response = $run(app, window, request)?;
                    commands!(@reply $shape response)
                })*
                _ => Err(ErrorReply::new(Refusal::BadRequest, format!("There is no command '{name}'."))),
            }
        }

        /// The names of all commands.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// The table as TypeScript, and every type that it needs.
        pub(crate) fn describe(types: &mut crate::bindings::Types) -> String {
            let mut table = String::new();
            $(
                types.add::<$request>();
                commands!(@type $shape $response, types);
                table.push_str(&format!(
                    "  {}: {{ request: {}; response: {} }};\n",
                    stringify!($name),
                    types.name::<$request>(),
                    commands!(@name $shape $response, types),
                ));
            )*
            table
        }
    };
    // A write works out the new row from the one that it read: the next one waits until it is done.
    (@turn write $app:ident) => { let _turn = $app.write_turn(); };
    (@turn $other:ident $app:ident) => {};
    (@reply json $response:ident) => { json(&$response) };
    (@reply write $response:ident) => { json(&$response) };
    (@reply bytes $response:ident) => { Ok(Reply::Bytes($response)) };
    (@type json $response:ty, $types:ident) => { $types.add::<$response>() };
    (@type write $response:ty, $types:ident) => { $types.add::<$response>() };
    (@type bytes $response:ty, $types:ident) => {};
    (@name json $response:ty, $types:ident) => { $types.name::<$response>() };
    (@name write $response:ty, $types:ident) => { $types.name::<$response>() };
    (@name bytes $response:ty, $types:ident) => { "Uint8Array".to_owned() };
}

commands! {
    json template_save(TemplateSave) -> Nothing = templates::save;
    json template_delete(TemplateRequest) -> Nothing = templates::delete;
    json start_view(Nothing) -> StartView = start::view;
    json preferences(Nothing) -> Preferences = start::preferences;
    write preferences_set(Preferences) -> Nothing = start::set_preferences;
    write recent_clear(Nothing) -> Nothing = start::clear_recent;
    write recent_remove(RecentRequest) -> Nothing = start::remove_recent;
    write recent_hide(RecentHidden) -> Nothing = start::hide_recent;

    json workspace_state(Nothing) -> Option<WorkspaceState> = workspace::state;
    json workspace_new(NewWorkspace) -> Option<WorkspaceState> = workspace::new;
    json workspace_open(Nothing) -> Option<WorkspaceState> = workspace::open;
    json workspace_open_recent(RecentRequest) -> WorkspaceState = workspace::open_recent;
    json workspace_open_sample(Nothing) -> WorkspaceState = workspace::open_sample;
    json workspace_close(Nothing) -> Nothing = workspace::close;
    json workspace_save_copy(Nothing) -> Option<FileWritten> = workspace::save_copy;
    json workspace_hand_over(HandOver) -> Option<FileWritten> = hand_over::hand_over;
    json scenario_choose(ScenarioChoice) -> WorkspaceState = workspace::choose_scenario;
    json scenarios(ScenariosRequest) -> ScenariosView = scenarios::list;
    json scenario_differences(ScenarioRequest) -> Vec<ScenarioDifferenceView> = scenarios::differences;
    write scenario_add(ScenarioAdd) -> ScenarioAdded = scenarios::add;
    write scenario_rename(ScenarioRename) -> Nothing = scenarios::rename;
    write scenario_move(ScenarioMove) -> Nothing = scenarios::place;
    write scenario_remove(ScenarioRequest) -> Nothing = scenarios::remove;
    write scenario_set(ScenarioSet) -> Nothing = scenarios::set;
    write scenario_reset(ScenarioReset) -> Nothing = scenarios::reset;
    write scenario_promote(ScenarioRequest) -> Nothing = scenarios::promote;
    write scenario_lose(ScenarioLose) -> Nothing = scenarios::lose;
    write scenario_graduate(ScenarioGraduate) -> Nothing = scenarios::graduate;
    json scenario_suggestions(Nothing) -> ScenarioSuggestions = scenarios::suggestions;
    json solve(SolveRequest) -> SolveView = solve::view;
    write solve_apply(SolveApply) -> Nothing = solve::apply;
    write undo(Nothing) -> StepDone = workspace::undo;
    write undo_step(StepRequest) -> StepDone = workspace::undo_step;
    write redo(Nothing) -> StepDone = workspace::redo;
    json history(Nothing) -> Vec<HistoryLine> = workspace::history;

    json partners(Nothing) -> Vec<PartnerRow> = organizations::list;
    json partner(PartnerRequest) -> PartnerDetail = organizations::detail;
    write partner_add(PartnerAdd) -> PartnerAdded = organizations::add;
    write partners_update(PartnersUpdate) -> Nothing = organizations::update;
    write partner_delete(PartnerRequest) -> Nothing = organizations::delete;
    write partners_edit(PartnersEdit) -> PartnersEdited = organizations::edit;
    json partners_passing(PartnersPassing) -> Vec<OrganizationId> = organizations::passing;
    write partner_sort(PartnerSort) -> PartnerSorted = editing::sort;

    json duplicates(Nothing) -> DuplicatesView = duplicates::list;
    json duplicate_pair(PairRequest) -> PairView = duplicates::pair;
    write organizations_merge(OrganizationsMerge) -> Nothing = duplicates::merge;
    write partners_are_two(PairRequest) -> Nothing = duplicates::are_two;

    json custom_fields(Nothing) -> Vec<CustomFieldView> = fields::list;
    write custom_field_add(CustomFieldAdd) -> CustomFieldAdded = fields::add;
    write custom_field_update(CustomFieldUpdate) -> Nothing = fields::update;
    write custom_field_delete(CustomFieldRequest) -> Nothing = fields::delete;
    json tags(Nothing) -> Vec<TagView> = fields::tags;
    write tag_add(TagAdd) -> TagView = fields::add_tag;
    write tag_update(TagUpdate) -> Nothing = fields::update_tag;
    write tag_delete(TagRequest) -> Nothing = fields::delete_tag;
    json table_view(Nothing) -> TableView = fields::table;
    write table_view_set(TableView) -> Nothing = fields::set_table;

    json partner_page(PartnerRequest) -> PartnerPage = activity::page;
    json due(Nothing) -> Vec<DueItem> = activity::due;
    write activity_set(ActivitySet) -> Nothing = activity::set;
    write activity_delete(ActivityRequest) -> Nothing = activity::delete;
    write next_step_done(NextStepDone) -> Nothing = activity::set_done;
    write contact_set(ContactSet) -> Nothing = activity::set_contact;
    write contact_delete(ContactRequest) -> Nothing = activity::delete_contact;
    write person_add(PersonAdd) -> PersonAdded = activity::add_person;
    write renewal_set(RenewalSet) -> Nothing = activity::set_renewal;
    write logo_set(LogoSet) -> Nothing = activity::set_logo;
    write logo_delete(PartnerRequest) -> Nothing = activity::delete_logo;
    bytes logo(PartnerRequest) -> Vec<u8> = activity::logo;

    write relationship_add(RelationshipAdd) -> Nothing = relationships::add;
    write relationship_update(RelationshipUpdate) -> Nothing = relationships::update;
    write relationship_delete(RelationshipRequest) -> Nothing = relationships::delete;
    json relationship(RelationshipRequest) -> RelationshipDetail = relationships::detail;
    write value_exchange_add(ValueExchangeAdd) -> Nothing = relationships::add_value;
    write value_exchange_update(ValueExchangeUpdate) -> Nothing = relationships::update_value;
    write value_exchange_delete(ValueExchangeRequest) -> Nothing = relationships::delete_value;
    json value_kinds(Nothing) -> Vec<ValueKindView> = relationships::value_kinds;
    write value_kind_add(ValueKindAdd) -> ValueKindView = relationships::add_value_kind;
    write value_kind_update(ValueKindUpdate) -> Nothing = relationships::update_value_kind;
    write value_kind_delete(KindDelete) -> Nothing = relationships::delete_value_kind;
    write signal_set(SignalSet) -> Nothing = relationships::set_signal;
    write signal_delete(SignalRequest) -> Nothing = relationships::delete_signal;
    json relationship_kinds(Nothing) -> Vec<RelationshipKindDetail> = relationships::kinds;
    write relationship_kind_add(RelationshipKindAdd) -> Nothing = relationships::add_kind;
    write relationship_kind_update(RelationshipKindUpdate) -> Nothing = relationships::update_kind;
    write relationship_kind_delete(KindDelete) -> Nothing = relationships::delete_kind;
    json lens_rules(Nothing) -> LensRulesView = relationships::rules;
    write lens_rules_set(LensRulesSet) -> Nothing = relationships::set_rules;

    json accounts(Nothing) -> Vec<AccountRow> = accounts::list;
    write account_add(AccountAdd) -> AccountAdded = accounts::add;
    write account_update(AccountUpdate) -> Nothing = accounts::update;
    write accounts_delete(AccountsRequest) -> Nothing = accounts::delete;
    json deals(Nothing) -> Vec<DealRow> = accounts::deals;
    write deal_add(DealAdd) -> DealAdded = accounts::add_deal;
    write deal_update(DealUpdate) -> Nothing = accounts::update_deal;
    write deals_delete(DealsRequest) -> Nothing = accounts::delete_deals;
    write touch_set(TouchSet) -> Nothing = accounts::set_touch;
    write touch_delete(TouchRequest) -> Nothing = accounts::delete_touch;

    json fit(PartnerRequest) -> FitView = fit::view;
    json fit_profile(Nothing) -> Vec<FitCriterionView> = fit::profile;
    write fit_profile_set(FitProfileSet) -> Nothing = fit::set_profile;
    write fit_answer_set(FitAnswerSet) -> Nothing = fit::set_answer;
    write gate_answer_set(GateAnswerSet) -> Nothing = fit::set_gate;

    json map(MapRequest) -> MapView = map::view;
    write map_place_many(MapPlaceMany) -> MapPlaced = editing::place_many;
    write map_unpin_many(MapUnpinMany) -> Nothing = editing::unpin_many;
    write organizations_judge(OrganizationsJudge) -> Nothing = editing::judge;
    write organizations_add(OrganizationsAdd) -> OrganizationsAdded = editing::add;
    write organizations_duplicate(OrganizationsRequest) -> OrganizationsAdded = editing::duplicate;
    write organizations_delete(OrganizationsRequest) -> OrganizationsDeleted = editing::delete;
    write placeholder_name(PlaceholderName) -> Nothing = editing::name_placeholder;
    json map_export(MapExport) -> Option<FileWritten> = map_picture::export;
    bytes map_picture(MapPicture) -> Vec<u8> = map_picture::picture;

    json fields(FieldsRequest) -> Vec<FieldView> = views::fields;
    json views(Nothing) -> Vec<SavedView> = views::list;
    write view_save(ViewSave) -> SavedView = views::save;
    write view_delete(ViewRequest) -> Nothing = views::delete;
    json locked_plans(Nothing) -> Vec<LockedPlanView> = locked_plans::list;
    write plan_lock(PlanLock) -> LockedPlanView = locked_plans::lock;
    write locked_plan_delete(LockedPlanRequest) -> Nothing = locked_plans::delete;
    json plan_variance(LockedPlanRequest) -> PlanVarianceView = locked_plans::compare;

    json layout_run(LayoutRun) -> LayoutDone = layout::run;
    json measures(MeasuresRequest) -> MeasuresView = measures::view;
    json introduction_path(PathRequest) -> PathView = measures::path;

    json motions(MotionsRequest) -> MotionsView = motions::view;
    json timeline(TimelineRequest) -> TimelineView = timeline::view;
    json timeline_export(TimelineExport) -> Option<FileWritten> = timeline::export;
    json motion(MotionRequest) -> MotionDetail = motions::detail;
    write motion_add(MotionAdd) -> MotionAdded = motions::add;
    write motion_update(MotionUpdate) -> Nothing = motions::update;
    write motion_delete(MotionRequest) -> Nothing = motions::delete;
    json calendar_export(CalendarExport) -> Option<FileWritten> = calendar::export;
    json schedule(Nothing) -> ScheduleView = schedule::view;
    write plan_move(PlanMove) -> Nothing = moving::apply;
    json plan_move_preview(PlanMoveAsk) -> PlanMovePreview = moving::preview;
    write dependency_add(DependencyAdd) -> DependencyAdded = dependencies::add;
    write dependency_update(DependencyUpdate) -> Nothing = dependencies::update;
    write dependency_delete(DependencyRequest) -> Nothing = dependencies::delete;
    write phase_add(PhaseAdd) -> PhaseAdded = phases::add;
    write phase_update(PhaseUpdate) -> Nothing = phases::update;
    write phase_delete(PhaseRequest) -> Nothing = phases::delete;
    write task_add(TaskAdd) -> TaskAdded = tasks::add;
    write task_update(TaskUpdate) -> Nothing = tasks::update;
    write task_move(TaskMove) -> Nothing = tasks::place;
    write task_done(TaskDone) -> Nothing = tasks::set_done;
    write task_delete(TaskRequest) -> Nothing = tasks::delete;
    write milestone_add(MilestoneAdd) -> MilestoneAdded = milestones::add;
    write milestone_update(MilestoneUpdate) -> Nothing = milestones::update;
    write milestone_delete(MilestoneRequest) -> Nothing = milestones::delete;
    json playbooks(Nothing) -> Vec<PlaybookView> = playbooks::list;
    write playbook_save(PlaybookSave) -> PlaybookSaved = playbooks::save;
    write playbook_delete(PlaybookRequest) -> Nothing = playbooks::delete;
    json playbook_export(PlaybookRequest) -> Option<FileWritten> = playbooks::export;
    json playbook_import(Nothing) -> Option<PlaybookSaved> = playbooks::import;

    json motion_money(MotionRequest) -> MotionMoney = budget::view;
    write budget_line_add(BudgetLineAdd) -> BudgetLineAdded = budget::add;
    write budget_line_update(BudgetLineUpdate) -> Nothing = budget::update;
    write budget_line_delete(BudgetLineRequest) -> Nothing = budget::delete;
    write currency_set(CurrencySet) -> Nothing = budget::set_currency;
    json funds(Nothing) -> Vec<FundView> = funds::list;
    write fund_add(FundAdd) -> FundAdded = funds::add;
    write fund_update(FundUpdate) -> Nothing = funds::update;
    write fund_delete(FundRequest) -> Nothing = funds::delete;

    json motion_joint(MotionRequest) -> MotionJoint = motion_roles::view;
    write motion_partner_update(MotionPartnerUpdate) -> Nothing = motion_roles::set_role;
    write raci_set(RaciSet) -> Nothing = motion_roles::set_raci;
    write risk_set(RiskSet) -> Nothing = motion_roles::set_risk;
    write risk_delete(RiskRequest) -> Nothing = motion_roles::delete_risk;
    write motion_note_set(MotionNoteSet) -> Nothing = motion_roles::set_note;
    write motion_note_delete(MotionNoteRequest) -> Nothing = motion_roles::delete_note;
    write motion_health_set(MotionHealthSet) -> Nothing = motion_roles::set_health;
    write motion_audience_set(MotionAudienceSet) -> Nothing = motion_roles::set_audience;
    json capacities(Nothing) -> Vec<CapacityView> = capacity::list;
    write capacity_set(CapacitySet) -> Nothing = capacity::set;

    json joint_plan(PartnerRequest) -> JointPlan = joint_plan::view;
    write joint_plan_text_set(JointPlanTextSet) -> Nothing = joint_plan::set_text;
    write joint_plan_account_set(JointPlanAccountSet) -> Nothing = joint_plan::set_account;
    write joint_plan_account_delete(JointPlanAccountRequest) -> Nothing = joint_plan::delete_account;
    write joint_objective_add(JointObjectiveAdd) -> JointObjectiveAdded = joint_plan::add_objective;
    write joint_objective_update(JointObjectiveUpdate) -> Nothing = joint_plan::update_objective;
    write joint_objective_delete(JointObjectiveRequest) -> Nothing = joint_plan::delete_objective;

    json outcomes(OutcomesRequest) -> OutcomesView = outcomes::view;
    json metrics(Nothing) -> MetricLibrary = metrics::library;
    write metric_set(MetricSet) -> MetricKept = metrics::set;
    write metric_remove(MetricRequest) -> Nothing = metrics::remove;
    write metric_rules_set(domain::MetricRules) -> Nothing = metrics::set_rules;
    write market_figure_set(MarketFigureSet) -> Nothing = metrics::set_market;
    write market_figure_remove(MarketFigureRequest) -> Nothing = metrics::remove_market;
    json explain(ExplainRequest) -> ExplanationView = metrics::explain;
    json chart(ChartRequest) -> ChartView = outcomes::chart;
    bytes chart_copy(ChartCopy) -> Vec<u8> = outcomes::copy;
    json chart_export(ChartCopy) -> Option<FileWritten> = outcomes::export;
    write reason_set(ReasonSet) -> Nothing = outcomes::set_reason;
    json effects(OutcomesRequest) -> Option<EffectsView> = landing::effects;
    json trust(Nothing) -> TrustView = landing::trust;
    write metric_reforecast_set(ReforecastSet) -> Nothing = landing::set_method;
    json actuals(ActualsRequest) -> ActualsGrid = actuals::grid;
    write actuals_set(ActualsSet) -> ActualsWritten = actuals::set;
    json projection(ProjectionRequest) -> ProjectionForm = projections::view;
    json projection_preview(ProjectionDraft) -> ProjectionPreview = projections::preview;
    write projection_set(ProjectionSet) -> Nothing = projections::set;
    write projection_remove(ProjectionRequest) -> Nothing = projections::remove;
    json drivers(Nothing) -> Vec<DriverView> = drivers::list;
    write driver_set(DriverSet) -> DriverKept = drivers::set;
    write driver_remove(DriverRequest) -> Nothing = drivers::remove;
    json simulate(SimulateRequest) -> SimulationView = simulation::run;
    json simulation(Nothing) -> SimulationSettings = simulation::settings;
    write simulation_set(domain::SimulationRules) -> Nothing = simulation::set;
    write correlation_group_set(CorrelationGroupSet) -> CorrelationGroupRequest = simulation::set_group;
    write correlation_group_remove(CorrelationGroupRequest) -> Nothing = simulation::remove_group;
    write target_set(TargetSet) -> Nothing = simulation::set_target;
    json rates(Nothing) -> Vec<RateView> = rates::list;
    write rate_add(RateAdd) -> RateKept = rates::add;
    write rate_remove(RateRequest) -> Nothing = rates::remove;

    json documents(Nothing) -> Vec<SavedDocument> = documents::list;
    write document_add(DocumentAdd) -> SavedDocument = documents::add;
    write document_set(DocumentSet) -> SavedDocument = documents::set;
    write document_delete(DocumentRequest) -> Nothing = documents::delete;
    json document(DocumentChoice) -> DocumentView = document::view;
    json document_pages(DocumentChoice) -> DocumentPages = document::pages;
    bytes document_page(PageRequest) -> Vec<u8> = document::page;
    json document_export(ExportRequest) -> Option<FileWritten> = document::export;
    write brand_load(DocumentChoice) -> Option<SavedDocument> = brand::load;
    json document_logo(DocumentLogoFile) -> domain::LogoPng = brand::drawn_logo;
    json brand_save(DocumentChoice) -> Option<FileWritten> = brand::save;
    json briefs_export(BriefsExport) -> Option<FolderWritten> = briefs::export;
    json written_open(WrittenRequest) -> Nothing = written::open;
    json written_show(WrittenRequest) -> Nothing = written::show;
    json report_export(ReportExport) -> Option<FileWritten> = report::export;
    json import_open(ImportOpen) -> Option<ImportOpened> = import::open;
    json import_look(ImportRequest) -> ImportLook = import::look;
    json import_plan(ImportRequest) -> ImportPreview = import::plan;
    write import_apply(ImportRequest) -> ImportPreview = import::apply;
    json import_rejects(ImportRequest) -> Option<FileWritten> = import::rejects;
    json import_close(Nothing) -> Nothing = import::close;
    json job_cancel(CancelRequest) -> Nothing = document::cancel;
}

fn read<T: DeserializeOwned>(name: &str, payload: &[u8]) -> Result<T, ErrorReply> {
    if payload.len() > REQUEST_MAX {
        return Err(ErrorReply::new(
            Refusal::BadRequest,
            format!("'{name}' was sent {} bytes: send at most {REQUEST_MAX}.", payload.len()),
        ));
    }
    serde_json::from_slice(payload).map_err(|error| ErrorReply::new(Refusal::BadRequest, sentence(&error.to_string())))
}

/// serde's message without its position in the JSON, which tells a person nothing.
fn sentence(message: &str) -> String {
    let said = message.split(" at line ").next().unwrap_or(message);
    let mut letters = said.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

fn json<T: Serialize>(response: &T) -> Result<Reply, ErrorReply> {
    serde_json::to_vec(response).map(Reply::Json).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))
}
