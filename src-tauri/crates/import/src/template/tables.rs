//! Reads one table of a template row by row, through the readers of the ordinary import.

use domain::{Currency, Money, Name, NameError, Workspace};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::TemplateError;
use crate::columns::field::{Field, Schema};
use crate::columns::{Known, Said};
use crate::readers;
use crate::table::row::{self, Row};
use crate::table::{Finding, Table};
use crate::values::date::DateReader;
use crate::words::shown;
use crate::{Noun, Options, Reading, Reject, Source, plan};

/// The files of one template.
#[derive(Clone, Copy)]
pub struct Tables<'f> {
    files: &'f [(&'f str, &'f [u8])],
}

impl<'f> Tables<'f> {
    pub fn new(files: &'f [(&'f str, &'f [u8])]) -> Self {
        Self { files }
    }

    fn source(self, name: &'f str) -> Option<Source<'f>> {
        let (_, bytes) = self.files.iter().find(|(file, _)| *file == name)?;
        Some(Source { name, bytes })
    }

    /// What each row of the file becomes; nothing where the file is missing. The first row that does not fit ends it.
    pub fn read<T>(
        self,
        name: &'f str,
        fields: &'static [Field],
        mut one: impl FnMut(Row<'_>) -> Result<T, Reject>,
    ) -> Result<Vec<T>, TemplateError> {
        let Some(source) = self.source(name) else { return Ok(Vec::new()) };
        let reading = Reading { encoding: Some("utf-8".to_owned()), delimiter: Some(b',') };
        let book = readers::read(source, &reading)?;
        let sheet = book.sheets.first().cloned().unwrap_or_default();
        let schema = Schema { noun: None, rows: "rows", fields };
        let (said, known) = (Said::default(), Known::default());
        let table = Table::of(name, &sheet, Finding { schema, said, known, header_row: None })?;
        let unread: Vec<&str> = table.columns.unread(&table.header).collect();
        if !unread.is_empty() {
            let reason = format!("found the columns {}, which nothing reads", crate::words::list(unread, 8));
            return Err(TemplateError::Row { file: name.to_owned(), reason });
        }
        let mut rejects = Vec::new();
        let rows = row::fitting(&table, &mut rejects);
        let misfit = |reject: &Reject| TemplateError::Row { file: name.to_owned(), reason: reject.to_string() };
        if let Some(reject) = rejects.first() {
            return Err(misfit(reject));
        }
        rows.into_iter().map(|row| one(row).map_err(|reject| misfit(&reject))).collect()
    }

    /// Runs the ordinary import on the file and carries its plan out.
    pub fn import(
        self,
        name: &'f str,
        noun: Noun,
        workspace: &mut Workspace,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Result<(), TemplateError> {
        let Some(source) = self.source(name) else { return Ok(()) };
        let mut plan = plan(source, &Options::new(noun), workspace, new_id)?;
        plan.require_all_rows()?;
        if let Some(person) = plan.new_people.first() {
            let reason = format!(
                "found the owner '{}', expected a function or a person of people.csv",
                shown(person.name.as_str())
            );
            return Err(TemplateError::Row { file: name.to_owned(), reason });
        }
        // A template is no imported file: its figures belong to no batch.
        for actual in &mut plan.new_actuals {
            actual.batch = None;
        }
        plan.apply_to(workspace);
        Ok(())
    }
}

/// Cells that only templates have; they are written by us, so dates and numbers have one form.
impl Row<'_> {
    /// One of an enum's words, as the store spells it or with spaces.
    pub fn choice<T: DeserializeOwned>(self, field: &str) -> Result<T, Reject> {
        let word = self.text(field).to_lowercase().replace([' ', '-'], "_");
        serde_json::from_value(serde_json::Value::String(word))
            .map_err(|error| self.reject(field, "one of the words for it").advise(error.to_string()))
    }

    /// A needed day.
    pub fn day(self, field: &str) -> Result<domain::Date, Reject> {
        let reader = DateReader::decide(std::iter::empty(), None);
        self.date(field, reader)?.ok_or_else(|| self.reject(field, "a day such as 2026-03-31"))
    }

    /// A day, where there is one.
    pub fn maybe_day(self, field: &str) -> Result<Option<domain::Date>, Reject> {
        self.given(field).map(|_| self.day(field)).transpose()
    }

    /// A number between two bounds, where there is one.
    pub fn maybe_number(self, field: &str, least: f64, most: f64) -> Result<Option<f64>, Reject> {
        let Some(text) = self.given(field) else { return Ok(None) };
        let number = text.parse().ok().filter(|number| (least..=most).contains(number));
        number.map(Some).ok_or_else(|| self.reject(field, format!("a number from {least} to {most}")))
    }

    /// A needed number between two bounds.
    pub fn number_in(self, field: &str, least: f64, most: f64) -> Result<f64, Reject> {
        let number = self.maybe_number(field, least, most)?;
        number.ok_or_else(|| self.reject(field, format!("a number from {least} to {most}")))
    }

    /// An amount in `currency`; an empty cell is nothing.
    pub fn amount(self, field: &str, currency: Currency) -> Result<Money, Reject> {
        let Some(text) = self.given(field) else { return Ok(Money::zero(currency)) };
        let wrong =
            |error: domain::MoneyError| self.reject(field, "an amount such as 12000.50").advise(error.to_string());
        Money::parse(text, currency).map_err(wrong)
    }

    /// A currency.
    pub fn currency(self, field: &str) -> Result<Currency, Reject> {
        let wrong = |error: domain::MoneyError| self.reject(field, "a currency such as EUR").advise(error.to_string());
        Currency::parse(self.text(field)).map_err(wrong)
    }

    /// A key.
    pub fn key(self, field: &str) -> Result<domain::Key, Reject> {
        let wrong = |error: domain::KeyError| self.reject(field, "a key").advise(error.to_string());
        domain::Key::parse(self.text(field)).map_err(wrong)
    }

    /// A needed name.
    pub fn plain_name(self, field: &str) -> Result<Name, Reject> {
        let wrong = |error: NameError| self.reject(field, "a name").advise(error.to_string());
        Name::parse(self.text(field)).map_err(wrong)
    }

    /// Yes or no; an empty cell is `missing`.
    pub fn flag(self, field: &str, missing: bool) -> Result<bool, Reject> {
        Ok(self.yes(field)?.unwrap_or(missing))
    }
}
