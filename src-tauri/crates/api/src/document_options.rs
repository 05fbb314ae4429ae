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
        let loaded = self.loaded(window)?;
        // One name that holds a comma needs no quotes.
        let is_one = loaded.expected.organizations.iter().any(|row| row.name.as_str() == text.trim());
        let names = if is_one { vec![text.trim().to_owned()] } else { listed(text)? };
        names.iter().map(|name| self.organization_named(window, name)).collect()
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

/// Names with commas between them; one that holds a comma stands in double quotes, a quote within it is doubled.
fn listed(text: &str) -> Result<Vec<String>, ErrorReply> {
    let unclosed = || {
        let sentence = format!("In the list {text} a name begins with a quote that never ends: close it with another.");
        ErrorReply::refused(sentence)
    };
    let mut names = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let name;
        if let Some(quoted) = rest.strip_prefix('"') {
            let (inside, after) = unquoted(quoted).ok_or_else(unclosed)?;
            let (beside, next) = after.split_once(',').unwrap_or((after, ""));
            name = format!("{inside}{}", beside.trim_end());
            rest = next.trim_start();
        } else {
            let (plain, next) = rest.split_once(',').unwrap_or((rest, ""));
            name = plain.trim_end().to_owned();
            rest = next.trim_start();
        }
        if !name.is_empty() {
            names.push(name);
        }
    }
    Ok(names)
}

/// What stands before the closing quote, and what after it.
fn unquoted(quoted: &str) -> Option<(String, &str)> {
    let mut inside = String::new();
    let mut rest = quoted;
    loop {
        let (before, after) = rest.split_once('"')?;
        inside.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                inside.push('"');
                rest = more;
            }
            None => return Some((inside, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn names_with_commas_stand_in_quotes() {
        for (text, expect) in [
            ("", vec![]),
            ("Acme", vec!["Acme"]),
            (" Acme , Nordlys,", vec!["Acme", "Nordlys"]),
            (r#""Kessel, Brandt & Co", Nordlys"#, vec!["Kessel, Brandt & Co", "Nordlys"]),
            (r#"Nordlys,"The ""Hub"", Ltd""#, vec!["Nordlys", r#"The "Hub", Ltd"#]),
            (r#"The "Hub", Nordlys"#, vec![r#"The "Hub""#, "Nordlys"]),
        ] {
            assert_eq!(listed(text).unwrap(), expect, "{text}");
        }
        assert!(listed(r#""Kessel, Brandt"#).unwrap_err().message.contains("never ends"));
    }
}
