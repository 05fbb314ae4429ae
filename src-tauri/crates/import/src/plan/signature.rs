//! Recognizing the next file of a make that was imported before, and what is missing from it.

use std::collections::BTreeSet;

use domain::{ImportMapping, ImportMappingId, Workspace};
use serde_json::json;
use uuid::Uuid;

use super::{Options, Plan};
use crate::readers::{self, Reading};
use crate::words::folded;
use crate::{Noun, Source};

impl Plan {
    /// The column names, folded and sorted: files of one make have the same, in any order.
    pub fn signature(&self) -> String {
        let names: BTreeSet<String> =
            self.table.header.iter().map(|name| folded(name)).filter(|name| !name.is_empty()).collect();
        names.into_iter().collect::<Vec<_>>().join(" ")
    }

    /// The mapping of the file before, if there was one.
    pub fn earlier_mapping<'w>(&self, workspace: &'w Workspace) -> Option<&'w ImportMapping> {
        let signature = self.signature();
        workspace.import_mappings.iter().find(|saved| saved.noun == self.noun.name() && saved.signature == signature)
    }

    pub(super) fn saved_mapping(
        &self,
        options: &Options,
        workspace: &Workspace,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> ImportMapping {
        let map: Vec<[&str; 2]> = options.map.iter().map(|map| [map.column.as_str(), map.field.as_str()]).collect();
        let settings = json!({
            "map": map,
            "set": options.set,
            "profile": options.profile,
            "sheet": options.sheet,
            "header_row": options.header_row,
            "dates": options.dates,
            "policies": options.policies,
            "partner_if": options.partner_if.as_ref().map(|only| [&only.column, &only.value]),
        });
        ImportMapping {
            id: self.earlier_mapping(workspace).map_or_else(|| ImportMappingId(new_id()), |saved| saved.id),
            noun: self.noun.name().to_owned(),
            signature: self.signature(),
            name: self.file.clone(),
            settings: settings.to_string(),
            batch: Some(self.batch),
        }
    }

    /// Lists the names of the file before that this one has not.
    pub(super) fn list_missing(&mut self, options: &Options) {
        let field = match self.noun {
            Noun::Organizations | Noun::Accounts | Noun::Deals => "name",
            Noun::Relationships | Noun::Actuals => return,
        };
        let (Some(bytes), Some(place)) = (&options.previous, self.table.columns.place(field)) else { return };
        let column = self.table.header.get(place).map(|name| folded(name)).unwrap_or_default();
        let source = Source { name: "the file before", bytes };
        let reading = Reading { encoding: Some("utf-8".to_owned()), delimiter: Some(b',') };
        let Ok(book) = readers::read(source, &reading) else { return };
        let Some((header, rows)) = book.sheets.first().and_then(|sheet| sheet.rows.split_first()) else { return };
        let Some(place_before) = header.cells.iter().position(|name| folded(name) == column) else { return };
        let cell = |row: &csv::StringRecord, place: usize| row.get(place).map(|cell| cell.trim().to_owned());
        let now: BTreeSet<String> = self.table.rows().iter().filter_map(|row| cell(&row.cells, place)).collect();
        let before: BTreeSet<String> = rows.iter().filter_map(|row| cell(&row.cells, place_before)).collect();
        self.missing = before.difference(&now).filter(|name| !name.is_empty()).cloned().collect();
    }
}
