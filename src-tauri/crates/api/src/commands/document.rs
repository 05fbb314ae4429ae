use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

pub(super) fn view(_app: &App, _window: &WindowId, _request: Nothing) -> Result<DocumentView, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn preview(_app: &App, _window: &WindowId, _request: PreviewRequest) -> Result<Vec<u8>, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn export(_app: &App, _window: &WindowId, _request: ExportRequest) -> Result<Option<FileWritten>, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn cancel(_app: &App, _window: &WindowId, _request: CancelRequest) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}
