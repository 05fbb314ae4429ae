use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

pub(super) fn state(_app: &App, _window: &WindowId, _request: Nothing) -> Result<Option<WorkspaceState>, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn new(_app: &App, _window: &WindowId, _request: NewWorkspace) -> Result<Option<WorkspaceState>, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn open(_app: &App, _window: &WindowId, _request: Nothing) -> Result<Option<WorkspaceState>, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn open_recent(_app: &App, _window: &WindowId, _request: RecentRequest) -> Result<WorkspaceState, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn open_sample(_app: &App, _window: &WindowId, _request: Nothing) -> Result<WorkspaceState, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn close(_app: &App, _window: &WindowId, _request: Nothing) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn save_copy(_app: &App, _window: &WindowId, _request: Nothing) -> Result<Option<FileWritten>, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn choose_scenario(_app: &App, _window: &WindowId, _request: ScenarioChoice) -> Result<WorkspaceState, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn undo(_app: &App, _window: &WindowId, _request: Nothing) -> Result<StepDone, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn redo(_app: &App, _window: &WindowId, _request: Nothing) -> Result<StepDone, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn history(_app: &App, _window: &WindowId, _request: Nothing) -> Result<Vec<HistoryLine>, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}
