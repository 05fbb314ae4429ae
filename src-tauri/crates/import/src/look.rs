//! What a person is shown of a file before anything is planned: how it was read, and for each column the field that it
//! seems to hold, how sure that is, and sample values.

use domain::Workspace;

use crate::columns::{Ground, Known, Said};
use crate::plan::{choose_sheet, metric_words, signature};
use crate::readers::Book;
use crate::table::{Finding, Table};
use crate::{ImportError, Noun, Options, reports};

pub use reports::Look as Report;

/// How a file was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// The names of all sheets.
    pub sheets: Vec<String>,
    /// The sheet that is read.
    pub sheet: String,
    /// The row of the column names.
    pub header_row: usize,
    /// The encoding of a text.
    pub encoding: Option<String>,
    /// What stands between the cells of a text.
    pub delimiter: Option<char>,
    /// The make of file: its key and its name.
    pub profile: Option<(&'static str, &'static str)>,
    /// Its companies are customers.
    pub is_of_customers: bool,
    /// Every column with a name.
    pub columns: Vec<Column>,
    /// Every field that there is.
    pub fields: Vec<Field>,
    /// How many rows there are.
    pub rows: usize,
    /// What was left out or filled in, in sentences.
    pub remarks: Vec<String>,
    /// What it asks for, where it is a report of a network.
    pub report: Option<Report>,
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// As the file names it.
    pub name: String,
    /// The field's key, if it holds any.
    pub field: Option<String>,
    /// From 0 to 1.
    pub confidence: f64,
    /// Up to three different values.
    pub samples: Vec<String>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its key.
    pub key: String,
    /// In words.
    pub words: String,
    /// A row makes no sense without it, and no column holds it yet.
    pub is_missing: bool,
}

/// Rows that samples are taken from.
const SAMPLED: usize = 200;
const SAMPLES: usize = 3;

/// Looks at a file. Needed columns may be missing: that is for the person to say.
pub fn look(name: &str, book: &Book, options: &Options, workspace: &Workspace) -> Result<Look, ImportError> {
    let metrics = metric_words(workspace);
    let known = Known { custom: &workspace.custom_fields, metrics: &metrics };
    let map = options.all_mappings();
    let said = Said { map: &map, set: &options.set, profile: options.profile()? };
    let finding = Finding { schema: options.noun.schema(), said, known, header_row: options.header_row };
    let chosen = choose_sheet(name, book, options, known).ok().map(|(sheet, _)| sheet);
    let named = options.sheet.as_ref().and_then(|asked| book.sheets.iter().find(|sheet| sheet.name == *asked));
    let sheet = named.or(chosen).or_else(|| book.sheets.iter().find(|sheet| !sheet.hidden && !sheet.rows.is_empty()));
    let Some(sheet) = sheet else { return Err(ImportError::Empty { file: crate::words::shown(name) }) };
    let table = match Table::found(name, sheet, finding) {
        // No row names anything: the first one is shown as the header, for the person to map.
        Err(ImportError::NoHeader { .. } | ImportError::UnknownColumn { .. }) => {
            let first = sheet.rows.first().map(|row| row.number);
            Table::found(name, sheet, Finding { header_row: first, ..finding })?
        }
        other => other?,
    };
    Ok(Look {
        sheets: book.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        sheet: sheet.name.clone(),
        header_row: table.header_row,
        encoding: book.encoding.clone(),
        delimiter: book.delimiter.map(char::from),
        profile: table.columns.profile.map(|profile| (profile.key, profile.name)),
        is_of_customers: table.columns.profile.is_some_and(|profile| profile.is_crm),
        columns: columns(&table),
        fields: fields(&table, workspace, options.noun),
        rows: table.len(),
        remarks: table.remarks(),
        report: table
            .columns
            .profile
            .filter(|profile| profile.report.is_some())
            .map(|_| reports::look(&table, workspace)),
    })
}

/// How a file with these columns was mapped before, if there was one.
pub fn earlier<'w>(book: &Book, noun: Noun, workspace: &'w Workspace) -> Option<&'w domain::ImportMapping> {
    book.sheets.iter().find_map(|sheet| signature::earlier(&sheet.rows, noun, workspace))
}

/// The options with what was said about the file before; what is said now wins.
pub fn recall(options: Options, saved: &domain::ImportMapping) -> Options {
    signature::recall(options, saved)
}

fn columns(table: &Table) -> Vec<Column> {
    let named = table.header.iter().enumerate().filter(|(_, name)| !name.is_empty());
    named
        .map(|(place, name)| {
            let found = table.columns.field_at(place);
            let mut samples: Vec<String> = Vec::new();
            for row in table.rows().iter().take(SAMPLED) {
                let value = row.cells.get(place).unwrap_or_default().trim();
                if !value.is_empty() && samples.len() < SAMPLES && !samples.iter().any(|other| other == value) {
                    samples.push(value.to_owned());
                }
            }
            Column {
                name: name.clone(),
                field: found.map(|(field, _)| field.to_owned()),
                confidence: found.map_or(0.0, |(_, ground)| confidence(ground)),
                samples,
            }
        })
        .collect()
}

/// A person's word and a known make are sure; of synonyms the first are the field's own names.
fn confidence(ground: Ground) -> f64 {
    match ground {
        Ground::Hand | Ground::Profile => 1.0,
        Ground::Name(place) => 0.95 - 0.04 * place.min(10) as f64,
    }
}

fn fields(table: &Table, workspace: &Workspace, noun: Noun) -> Vec<Field> {
    let missing = table.columns.missing().map(|field| field.key);
    let built_in = table.columns.schema().fields.iter().map(|field| Field {
        key: field.key.to_owned(),
        words: field.words.to_owned(),
        is_missing: missing == Some(field.key),
    });
    let own =
        workspace.custom_fields.iter().filter(|field| noun == Noun::Organizations && field.noun == "organization");
    let own = own.map(|field| Field { key: field.key.to_string(), words: field.name.to_string(), is_missing: false });
    built_in.chain(own).collect()
}
