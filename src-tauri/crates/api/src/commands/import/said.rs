//! What was said about a file, between the page and the import.

use ::import::{
    Answers, ColumnMapping, Condition, DateOrder, Noun, OnConflict, Options, Policies, Reading, ReportOptions,
};
use domain::Month;
use uuid::Uuid;

use crate::wire::*;
use crate::{ErrorReply, Refusal};

fn conflict(choice: ImportConflict) -> OnConflict {
    match choice {
        ImportConflict::File => OnConflict::File,
        ImportConflict::Mine => OnConflict::Mine,
        ImportConflict::Fill => OnConflict::Fill,
    }
}

/// What was said, as the import takes it.
pub(super) fn options(said: &ImportOptions) -> Result<Options, ErrorReply> {
    let noun = match said.noun {
        ImportNoun::Organizations => Noun::Organizations,
        ImportNoun::Relationships => Noun::Relationships,
        ImportNoun::Accounts => Noun::Accounts,
        ImportNoun::Deals => Noun::Deals,
        ImportNoun::Actuals => Noun::Actuals,
        ImportNoun::Motions => Noun::Motions,
        ImportNoun::Tasks => Noun::Tasks,
    };
    let delimiter = match said.delimiter.as_deref().map(str::as_bytes) {
        None => None,
        Some([one]) if one.is_ascii() => Some(*one),
        Some(_) => return Err(ErrorReply::refused("Cells are separated by one character: choose one such as ;.")),
    };
    Ok(Options {
        map: said.map.iter().map(|p| ColumnMapping { column: p.name.clone(), field: p.value.clone() }).collect(),
        set: said.set.iter().map(|pair| (pair.name.clone(), pair.value.clone())).collect(),
        reading: Reading { encoding: said.encoding.clone(), delimiter },
        sheet: said.sheet.clone(),
        header_row: said.header_row.map(|row| row as usize),
        profile: said.profile.clone(),
        dates: said.dates.map(|dates| match dates {
            ImportDates::DayFirst => DateOrder::DayFirst,
            ImportDates::MonthFirst => DateOrder::MonthFirst,
        }),
        policies: Policies {
            default: Some(conflict(said.conflict)),
            by_field: said.conflicts.iter().map(|own| (own.field.clone(), conflict(own.conflict))).collect(),
        },
        partner_if: said.partner_if.clone().map(|pair| Condition { column: pair.name, value: pair.value }),
        answers: Answers {
            several: said.several.iter().map(|own| (own.name.clone(), own.several)).collect(),
            same: said.same.iter().map(same).collect::<Result<_, _>>()?,
            left_out: said.report.left_out.iter().cloned().collect(),
        },
        report: report(&said.report)?,
        ..Options::new(noun)
    })
}

/// What was said about a report.
fn report(said: &ImportReport) -> Result<ReportOptions, ErrorReply> {
    let month = |text: &String| Month::parse(text).map_err(|error| ErrorReply::refused(format!("{error}.")));
    let first = said.first.as_ref().map(month).transpose()?;
    let last = said.last.as_ref().map(month).transpose()?;
    let period = first.or(last).map(|first| (first, last.unwrap_or(first)));
    if period.is_some_and(|(first, last)| first > last) {
        return Err(ErrorReply::refused("The last month of the report lies before its first: swap them."));
    }
    let motion = said.motion.as_ref().map(|id| id.parse()).transpose();
    let motion = motion.map_err(|_| ErrorReply::new(Refusal::BadRequest, "A motion is named by its id."))?;
    Ok(ReportOptions {
        basis: said.basis,
        dated_by: said.dated_by,
        period,
        motion,
        running: said.running,
        provisional: said.provisional,
    })
}

/// A name and whose it is.
fn same(said: &ImportSame) -> Result<(String, Option<Uuid>), ErrorReply> {
    let wrong = |_| ErrorReply::new(Refusal::BadRequest, "A possible duplicate is named by its id.");
    let other = said.other.as_deref().map(Uuid::parse_str).transpose().map_err(wrong)?;
    Ok((said.name.clone(), other))
}

/// The options before a person chose who wins: the file, of which nobody needs to be told.
pub(super) fn said_nothing(options: &Options) -> Options {
    let usual = Policies { default: Some(OnConflict::File), ..Policies::default() };
    let policies = if options.policies == usual { Policies::default() } else { options.policies.clone() };
    Options { policies, ..options.clone() }
}

/// The same back again, for a page that shows what was said the last time.
pub(super) fn said(options: &Options) -> ImportOptions {
    let pair = |(name, value): (&String, &String)| ImportPair { name: name.clone(), value: value.clone() };
    let conflict = |choice: OnConflict| match choice {
        OnConflict::File => ImportConflict::File,
        OnConflict::Mine => ImportConflict::Mine,
        OnConflict::Fill => ImportConflict::Fill,
    };
    let by_field = options.policies.by_field.iter();
    let (several, same) = (options.answers.several.iter(), options.answers.same.iter());
    ImportOptions {
        noun: match options.noun {
            Noun::Organizations => ImportNoun::Organizations,
            Noun::Relationships => ImportNoun::Relationships,
            Noun::Accounts => ImportNoun::Accounts,
            Noun::Deals => ImportNoun::Deals,
            Noun::Actuals => ImportNoun::Actuals,
            Noun::Motions => ImportNoun::Motions,
            Noun::Tasks => ImportNoun::Tasks,
        },
        map: options.map.iter().map(|map| pair((&map.column, &map.field))).collect(),
        set: options.set.iter().map(|(field, value)| pair((field, value))).collect(),
        encoding: options.reading.encoding.clone(),
        delimiter: options.reading.delimiter.map(|byte| char::from(byte).to_string()),
        sheet: options.sheet.clone(),
        header_row: options.header_row.map(super::number),
        profile: options.profile.clone(),
        dates: options.dates.map(|dates| match dates {
            DateOrder::DayFirst => ImportDates::DayFirst,
            DateOrder::MonthFirst => ImportDates::MonthFirst,
        }),
        conflict: conflict(options.policies.default.unwrap_or_default()),
        conflicts: by_field
            .map(|(field, choice)| ImportFieldConflict { field: field.clone(), conflict: conflict(*choice) })
            .collect(),
        partner_if: options.partner_if.as_ref().map(|only| pair((&only.column, &only.value))),
        report: ImportReport {
            basis: options.report.basis,
            dated_by: options.report.dated_by,
            // A month is said of one file: the next one has its own.
            first: None,
            last: None,
            motion: options.report.motion.map(|id| id.to_string()),
            running: options.report.running,
            provisional: options.report.provisional,
            left_out: options.answers.left_out.iter().cloned().collect(),
        },
        several: several.map(|(name, several)| ImportSeveral { name: name.clone(), several: *several }).collect(),
        same: same
            .map(|(name, other)| ImportSame { name: name.clone(), other: other.map(|id| id.to_string()) })
            .collect(),
    }
}
