use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

pub(super) fn view(_app: &App, _window: &WindowId, _request: MotionsRequest) -> Result<MotionsView, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn detail(_app: &App, _window: &WindowId, _request: MotionRequest) -> Result<MotionDetail, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn add(_app: &App, _window: &WindowId, _request: MotionAdd) -> Result<MotionAdded, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn update(_app: &App, _window: &WindowId, _request: MotionUpdate) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn delete(_app: &App, _window: &WindowId, _request: MotionRequest) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn set_task_done(_app: &App, _window: &WindowId, _request: TaskDone) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}
