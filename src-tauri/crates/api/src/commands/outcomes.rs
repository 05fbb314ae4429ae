use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

pub(super) fn view(_app: &App, _window: &WindowId, _request: OutcomesRequest) -> Result<OutcomesView, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn set_actual(_app: &App, _window: &WindowId, _request: ActualSet) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn set_projection(_app: &App, _window: &WindowId, _request: ProjectionSet) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}
