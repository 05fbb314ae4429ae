//! `import`: a file and what is said about it.

mod report;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use import::{ColumnMapping, Condition, DateOrder, Noun, OnConflict, Options, Policies, Reading};

use report::ReportArguments;

/// Import a table as one step.
///
/// Encoding, delimiter, sheet, the row of column names, known makes of file, and the formats of days and numbers are
/// found out; flags say otherwise. Nothing is asked: what is unsure becomes new and is listed.
#[derive(Args)]
pub struct Import {
    /// The workspace file
    pub file: PathBuf,
    /// The table: .csv, .tsv or .xlsx
    pub source: PathBuf,
    /// What its rows are
    #[arg(long = "as", value_enum)]
    pub noun: NounArgument,
    /// The make of file: shareasale, cj, awin, `awin_campaign`, impact, partnerstack, `partnerstack_activity`, rakuten,
    /// `shopify_affiliates`, hubspot, salesforce, overlap, kumu, gephi or `partner_list`
    #[arg(long)]
    pub profile: Option<String>,
    #[command(flatten)]
    pub report: ReportArguments,
    /// The sheet of a workbook, by its name
    #[arg(long)]
    pub sheet: Option<String>,
    /// The row of the column names
    #[arg(long, value_name = "ROW")]
    pub header_row: Option<usize>,
    /// The encoding of a text, such as utf-8 or windows-1252
    #[arg(long)]
    pub encoding: Option<String>,
    /// What stands between two cells of a text: a character, or tab
    #[arg(long, value_parser = delimiter)]
    pub delimiter: Option<u8>,
    /// A column named by hand, as "Column=field"; "Column=-" leaves it out; may be repeated
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = ColumnMapping::parse)]
    pub map: Vec<ColumnMapping>,
    /// What a field is in every row, as "field=value"; may be repeated
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    pub set: Vec<(String, String)>,
    /// How days are read that read both ways, such as 1/3/2026
    #[arg(long, value_enum)]
    pub dates: Option<DatesArgument>,
    /// Who wins where the file and the workspace differ: file, mine or fill, or "field=fill" for one field; may be repeated
    #[arg(long, value_name = "file|mine|fill", value_parser = conflict)]
    pub on_conflict: Vec<(Option<String>, OnConflict)>,
    /// Which rows of a list of customers are partners, as "Column=value"
    #[arg(long, value_name = "COLUMN=VALUE", value_parser = pair)]
    pub partner_if: Option<(String, String)>,
    /// Where rows that do not fit are written, with the reason; without it one such row refuses the whole file
    #[arg(long)]
    pub rejects: Option<PathBuf>,
    /// Only say what would happen
    #[arg(long)]
    pub dry_run: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum NounArgument {
    Organizations,
    Relationships,
    Accounts,
    Deals,
    Actuals,
    Motions,
    Tasks,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum DatesArgument {
    DayFirst,
    MonthFirst,
}

impl Import {
    /// What was said, as the import takes it.
    pub fn options(&self) -> Options {
        let mut policies = Policies::default();
        for (field, choice) in &self.on_conflict {
            match field {
                None => policies.default = Some(*choice),
                Some(field) => drop(policies.by_field.insert(field.clone(), *choice)),
            }
        }
        let partner_if = self.partner_if.clone().map(|(column, value)| Condition { column, value });
        Options {
            map: self.map.clone(),
            set: self.set.clone(),
            reading: Reading { encoding: self.encoding.clone(), delimiter: self.delimiter },
            sheet: self.sheet.clone(),
            header_row: self.header_row,
            profile: self.profile.clone(),
            dates: self.dates.map(|dates| match dates {
                DatesArgument::DayFirst => DateOrder::DayFirst,
                DatesArgument::MonthFirst => DateOrder::MonthFirst,
            }),
            policies,
            partner_if,
            report: self.report.said(),
            ..Options::new(self.noun.into())
        }
    }
}

impl From<NounArgument> for Noun {
    fn from(noun: NounArgument) -> Self {
        match noun {
            NounArgument::Organizations => Self::Organizations,
            NounArgument::Relationships => Self::Relationships,
            NounArgument::Accounts => Self::Accounts,
            NounArgument::Deals => Self::Deals,
            NounArgument::Actuals => Self::Actuals,
            NounArgument::Motions => Self::Motions,
            NounArgument::Tasks => Self::Tasks,
        }
    }
}

/// Reads `name=value`.
pub fn pair(typed: &str) -> Result<(String, String), String> {
    match typed.split_once('=').map(|(name, value)| (name.trim(), value.trim())) {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err(format!("'{typed}' has no =: write it as name=value")),
    }
}

fn delimiter(typed: &str) -> Result<u8, String> {
    match typed.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [one] if one.is_ascii() && !matches!(one, b'"' | b'\n' | b'\r') => Ok(*one),
        _ => Err("write one character such as ; or the word tab".to_owned()),
    }
}

fn conflict(typed: &str) -> Result<(Option<String>, OnConflict), String> {
    let (field, choice) =
        typed.split_once('=').map_or((None, typed), |(field, choice)| (Some(field.to_owned()), choice));
    let choice = match choice {
        "file" => OnConflict::File,
        "mine" => OnConflict::Mine,
        "fill" => OnConflict::Fill,
        _ => return Err("choose file, mine or fill, or name a field before it: tier=mine".to_owned()),
    };
    Ok((field, choice))
}
