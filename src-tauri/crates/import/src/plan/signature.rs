//! Recognizing the next file of a make that was imported before, and what is missing from it.

use std::collections::{BTreeSet, HashSet};

use domain::{ImportMapping, ImportMappingId, Workspace};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::policy::Policies;
use super::{Condition, Options, Plan, Work};
use crate::plan::doubt::Answers;
use crate::readers::{self, Reading, Record};
use crate::table::HEADER_WITHIN;
use crate::values::date::DateOrder;
use crate::words::folded;
use crate::{ColumnMapping, ImportError, Noun, Source};

/// The column names, folded and sorted: files of one make have the same, in any order.
pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: BTreeSet<String> = names.map(folded).filter(|name| !name.is_empty()).collect();
    names.into_iter().collect::<Vec<_>>().join(" ")
}

/// How a file whose column names stand in one of these rows was mapped before.
pub fn earlier<'w>(rows: &[Record], noun: Noun, workspace: &'w Workspace) -> Option<&'w ImportMapping> {
    rows.iter().take(HEADER_WITHIN).find_map(|row| {
        let signature = of(row.cells.iter());
        workspace.import_mappings.iter().find(|saved| saved.noun == noun.name() && saved.signature == signature)
    })
}

/// What was said about the file before; what is said now wins.
pub fn recall(options: Options, saved: &ImportMapping) -> Options {
    let Ok(before) = serde_json::from_str::<Settings>(&saved.settings) else { return options };
    let is_silent = options.map.is_empty() && options.set.is_empty() && options.profile.is_none();
    if !is_silent {
        return options;
    }
    let map = before.map.into_iter().map(|[column, field]| ColumnMapping { column, field }).collect();
    let only = before.partner_if.map(|[column, value]| Condition { column, value });
    let policies = options.policies.or(before.policies);
    Options {
        map,
        set: before.set.into_iter().filter(|(field, _)| holds_next_time(field)).collect(),
        recalled: Some(saved.name.clone()),
        profile: before.profile,
        header_row: options.header_row.or(before.header_row),
        dates: options.dates.or(before.dates),
        partner_if: options.partner_if.or(only),
        answers: if options.answers.is_empty() { before.answers } else { options.answers },
        policies,
        ..options
    }
}

/// What was answered about files of a make.
pub fn answers(saved: &ImportMapping) -> Option<Answers> {
    serde_json::from_str::<Settings>(&saved.settings).ok().map(|settings| settings.answers)
}

/// A month or a day is said of one file: the next one has its own.
fn holds_next_time(field: &str) -> bool {
    !matches!(folded(field).as_str(), "month" | "since" | "opened" | "closed" | "touchdate")
}

/// What is kept of what a person said.
#[derive(Serialize, Deserialize)]
struct Settings {
    map: Vec<[String; 2]>,
    set: Vec<(String, String)>,
    profile: Option<String>,
    header_row: Option<usize>,
    dates: Option<DateOrder>,
    policies: Policies,
    partner_if: Option<[String; 2]>,
    #[serde(default)]
    answers: Answers,
}

impl Plan {
    pub(super) fn saved_mapping(
        &self,
        options: &Options,
        workspace: &Workspace,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> ImportMapping {
        let signature = self.table.signature.clone();
        let mut all = workspace.import_mappings.iter();
        let before = all.find(|saved| saved.noun == self.noun.name() && saved.signature == signature);
        let mut answers = options.answers.clone();
        let left_out = before.and_then(self::answers).map(|answers| answers.left_out).unwrap_or_default();
        answers.left_out.extend(left_out.into_iter().filter(|name| !options.answers.same.contains_key(name)));
        let settings = Settings {
            map: options.map.iter().map(|map| [map.column.clone(), map.field.clone()]).collect(),
            set: options.set.iter().filter(|(field, _)| holds_next_time(field)).cloned().collect(),
            profile: options.profile.clone(),
            header_row: options.header_row,
            dates: options.dates,
            policies: options.policies.clone(),
            partner_if: options.partner_if.as_ref().map(|only| [only.column.clone(), only.value.clone()]),
            answers,
        };
        ImportMapping {
            id: before.map_or_else(|| ImportMappingId(new_id()), |saved| saved.id),
            noun: self.noun.name().to_owned(),
            signature,
            name: self.file.clone(),
            settings: serde_json::to_string(&settings).unwrap_or_default(),
            batch: Some(self.batch),
        }
    }

    /// Lists the names of the file before that this one has not.
    pub(super) fn list_missing(&mut self, options: &Options, work: &Work<'_>) -> Result<(), ImportError> {
        let field = match self.noun {
            Noun::Organizations | Noun::Accounts | Noun::Deals | Noun::Motions | Noun::Tasks => "name",
            Noun::Relationships | Noun::Actuals => return Ok(()),
        };
        let (Some(bytes), Some(place)) = (&options.previous, self.table.columns.place(field)) else { return Ok(()) };
        let column = self.table.header.get(place).map(|name| folded(name)).unwrap_or_default();
        let source = Source { name: "the file before", bytes };
        let reading = Reading { encoding: Some("utf-8".to_owned()), delimiter: Some(b',') };
        let Ok(book) = readers::read(source, &reading) else { return Ok(()) };
        let Some((header, rows)) = book.sheets.first().and_then(|sheet| sheet.rows.split_first()) else {
            return Ok(());
        };
        let Some(place_before) = header.cells.iter().position(|name| folded(name) == column) else { return Ok(()) };
        let mut now = HashSet::with_capacity(rows.len());
        for (done, row) in self.table.rows().iter().enumerate() {
            work.look_up(done)?;
            now.extend(cell(&row.cells, place));
        }
        let mut missing = BTreeSet::new();
        for (done, row) in rows.iter().enumerate() {
            work.look_up(done)?;
            let name = cell(&row.cells, place_before).filter(|name| !name.is_empty() && !now.contains(name));
            missing.extend(name.map(str::to_owned));
        }
        self.missing = missing.into_iter().collect();
        Ok(())
    }
}

fn cell(row: &csv::StringRecord, place: usize) -> Option<&str> {
    row.get(place).map(str::trim)
}
