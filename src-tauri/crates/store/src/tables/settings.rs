//! The one row of settings. Its key is a constant, so that there is always at most one.

use domain::Settings;
use rusqlite::types::Value;

use crate::{
    StoreError,
    field::{Field, Reader},
    row::Row,
};

const ONLY: &str = "workspace";

impl Row for Settings {
    type Id = ();
    const TABLE: &'static str = "settings";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name",
        "us",
        "currency",
        "fiscal_first_month",
        "bounds_lower",
        "bounds_upper",
        "language",
        "lens_rules",
    ];
    const KEYS: usize = 1;
    const ORDER: &'static str = "id";

    fn key((): &()) -> Vec<Value> {
        vec![Value::Text(ONLY.into())]
    }

    fn values(&self) -> Vec<Value> {
        let mut out = Self::key(&());
        self.name.put(&mut out);
        self.us.put(&mut out);
        self.currency.put(&mut out);
        self.fiscal_first_month.put(&mut out);
        self.bounds.put(&mut out);
        self.language.put(&mut out);
        self.lens_rules.put(&mut out);
        out
    }

    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        reader.take::<String>()?;
        Ok(Self {
            name: reader.take()?,
            us: reader.take()?,
            currency: reader.take()?,
            fiscal_first_month: reader.take()?,
            bounds: reader.take()?,
            language: reader.take()?,
            lens_rules: reader.take()?,
        })
    }
}
