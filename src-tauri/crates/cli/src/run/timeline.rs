//! `export FILE timeline`: which days, and how wide they are.

use api::{ErrorReply, wire};

use super::{Session, format};
use crate::arguments::Export;

/// The days take about this much together, in pixels, and one of them between these.
const WIDTH: f32 = 1_000.0;
const PER_DAY: (f32, f32) = (0.3, 24.0);

impl Session {
    pub(super) fn timeline(&self, export: &Export) -> Result<wire::TimelinePictureRequest, ErrorReply> {
        let [first, last] = self.app.whole_plan(&self.window)?;
        let from = export.from.map_or(first, domain::Month::first_day);
        let to = export.to.map_or(last, domain::Month::last_day);
        let days = (to - from).get_days().saturating_add(1).max(1);
        Ok(wire::TimelinePictureRequest {
            format: format(&export.out),
            theme: export.theme.into(),
            scale: export.scale,
            audience: super::audience(export),
            look: wire::TimelineRequest {
                by: export.lanes.into(),
                collapsed: Vec::new(),
                open: Vec::new(),
                from,
                to,
                per_day: (WIDTH / days as f32).clamp(PER_DAY.0, PER_DAY.1),
                slack: false,
            },
        })
    }
}
