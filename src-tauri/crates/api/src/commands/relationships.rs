use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

pub(super) fn add(_app: &App, _window: &WindowId, _request: RelationshipAdd) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn update(_app: &App, _window: &WindowId, _request: RelationshipUpdate) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn delete(_app: &App, _window: &WindowId, _request: RelationshipRequest) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn add_value(_app: &App, _window: &WindowId, _request: ValueExchangeAdd) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}
