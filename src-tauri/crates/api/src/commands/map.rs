use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

pub(super) fn view(_app: &App, _window: &WindowId, _request: Nothing) -> Result<MapView, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn place(_app: &App, _window: &WindowId, _request: MapMove) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn unpin(_app: &App, _window: &WindowId, _request: PartnerRequest) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn export(_app: &App, _window: &WindowId, _request: ExportRequest) -> Result<Option<FileWritten>, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}
