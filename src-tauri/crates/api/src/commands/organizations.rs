use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

pub(super) fn list(_app: &App, _window: &WindowId, _request: Nothing) -> Result<Vec<PartnerRow>, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn detail(_app: &App, _window: &WindowId, _request: PartnerRequest) -> Result<PartnerDetail, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn add(_app: &App, _window: &WindowId, _request: PartnerAdd) -> Result<PartnerAdded, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn update(_app: &App, _window: &WindowId, _request: PartnersUpdate) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}

pub(super) fn delete(_app: &App, _window: &WindowId, _request: PartnerRequest) -> Result<Nothing, ErrorReply> {
    Err(ErrorReply::refused("not yet"))
}
