use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

pub(super) fn view(_app: &App, _window: &WindowId, _request: Nothing) -> Result<StartView, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn preferences(_app: &App, _window: &WindowId, _request: Nothing) -> Result<Preferences, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn set_preferences(_app: &App, _window: &WindowId, _request: Preferences) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn clear_recent(_app: &App, _window: &WindowId, _request: Nothing) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn remove_recent(_app: &App, _window: &WindowId, _request: RecentRequest) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn hide_recent(_app: &App, _window: &WindowId, _request: RecentHidden) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}
