//! Projected against actual.

use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// The Outcomes screen for a metric and a motion or all.
pub fn view(app: &App, window: &WindowId, request: OutcomesRequest) -> Result<OutcomesView, ErrorReply> {
    app.loaded(window)?.outcomes_view(&request)
}
