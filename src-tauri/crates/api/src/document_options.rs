//! Options of a document's sections typed on the command line: `map.extent=kind`, `changes.since=Q3`.

use domain::{
    DocumentSettings, LockedPlanId, MapExtent, MapGrouping, OrganizationId, SectionContent, SectionKind, ViewId,
};

use crate::{App, ErrorReply, WindowId};

impl App {
    /// Sets an option of a section that the outline has.
    pub(crate) fn set_document_option(
        &self,
        window: &WindowId,
        settings: &mut DocumentSettings,
        (kind, option): (SectionKind, &str),
        text: &str,
    ) -> Result<(), ErrorReply> {
        let section = settings.outline.iter_mut().find(|section| section.content.kind() == kind);
        let Some(section) = section else {
            let sentence = format!("This document has no section '{}': add it to its sections first.", kind.key());
            return Err(ErrorReply::refused(sentence));
        };
        match (&mut section.content, option) {
            (SectionContent::Map { extent, .. }, "extent") => *extent = self.map_extent(window, text)?,
            (SectionContent::JointPlan { partners }, "partners") => *partners = self.partners(window, text)?,
            (SectionContent::Changes { since }, "since") => *since = self.locked_plan(window, text)?,
            _ => {
                let sentence = format!(
                    "There is no option '{}.{option}': these are map.extent, joint_plan.partners and changes.since.",
                    kind.key()
                );
                return Err(ErrorReply::refused(sentence));
            }
        }
        Ok(())
    }

    fn map_extent(&self, window: &WindowId, text: &str) -> Result<MapExtent, ErrorReply> {
        Ok(match text {
            "whole" => MapExtent::Whole,
            "kind" => MapExtent::By(MapGrouping::Kind),
            "tier" => MapExtent::By(MapGrouping::Tier),
            "owner" => MapExtent::By(MapGrouping::Owner),
            "character" => MapExtent::By(MapGrouping::Character),
            name => {
                let loaded = self.loaded(window)?;
                let rows = loaded.expected.views.iter().map(|row| (row.id.0, row.name.as_str()));
                MapExtent::View(crate::named::find("view", name, rows).map(ViewId)?)
            }
        })
    }

    fn partners(&self, window: &WindowId, text: &str) -> Result<Vec<OrganizationId>, ErrorReply> {
        let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| self.organization_named(window, name)).collect()
    }

    fn locked_plan(&self, window: &WindowId, text: &str) -> Result<Option<LockedPlanId>, ErrorReply> {
        if text.is_empty() {
            return Ok(None);
        }
        let loaded = self.loaded(window)?;
        let rows = loaded.expected.locked_plans.iter().map(|row| (row.id.0, row.name.as_str()));
        crate::named::find("locked plan", text, rows).map(|id| Some(LockedPlanId(id)))
    }
}
