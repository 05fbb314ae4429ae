//! What relationships pay, and the characters that stay although their depth has moved.

use domain::{Commission, CommissionRate, CommissionTerms, CommissionTier, CommissionTime, RelationshipId};
use rusqlite::{Connection, params, types::Value};

use crate::{
    StoreError,
    field::{Field, Reader},
    row::{Row, table},
    scalar::Scalar,
};

table!(HeldCharacter, "held_character", RelationshipId, keys 1, order "relationship", {
    relationship: "relationship",
    character: "character",
});

impl Row for Commission {
    type Id = RelationshipId;
    const TABLE: &'static str = "commission";
    const COLUMNS: &'static [&'static str] = &[
        "relationship",
        "per",
        "percent",
        "flat_minor",
        "flat_currency",
        "lasts",
        "months",
        "cookie_days",
        "audience",
    ];
    const KEYS: usize = 1;
    const ORDER: &'static str = "relationship";

    fn key(id: &RelationshipId) -> Vec<Value> {
        vec![id.to_value()]
    }

    fn values(&self) -> Vec<Value> {
        let mut out = Self::key(&self.relationship);
        self.terms.per.put(&mut out);
        self.terms.rate.put(&mut out);
        self.terms.lasts.put(&mut out);
        self.terms.cookie_days.put(&mut out);
        self.audience.put(&mut out);
        out
    }

    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            relationship: reader.take()?,
            terms: CommissionTerms {
                per: reader.take()?,
                rate: reader.take()?,
                tiers: Vec::new(),
                lasts: reader.take()?,
                cookie_days: reader.take()?,
            },
            audience: reader.take()?,
        })
    }

    /// Replaces the tiers. A changeset keeps only what differs, so unchanged ones leave no trace in the history.
    fn write_parts(&self, connection: &Connection) -> Result<(), StoreError> {
        let id = self.relationship.to_value();
        connection.prepare_cached("DELETE FROM commission_tier WHERE relationship = ?1")?.execute([&id])?;
        let mut insert = connection.prepare_cached(
            "INSERT INTO commission_tier (relationship, \"from\", percent, flat_minor, flat_currency)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for tier in &self.terms.tiers {
            let mut rate = Vec::new();
            tier.rate.put(&mut rate);
            insert.execute(params![id, tier.from, rate[0], rate[1], rate[2]]).map_err(|error| {
                StoreError::from_write("commission_tier", || format!("{}/{}", self.relationship, tier.from), error)
            })?;
        }
        Ok(())
    }

    fn read_parts(&mut self, connection: &Connection) -> Result<(), StoreError> {
        let mut select = connection.prepare_cached(
            "SELECT \"from\", percent, flat_minor, flat_currency FROM commission_tier
             WHERE relationship = ?1 ORDER BY \"from\"",
        )?;
        let mut rows = select.query([self.relationship.to_value()])?;
        while let Some(row) = rows.next()? {
            let mut reader = Reader::new("commission_tier", row);
            self.terms.tiers.push(CommissionTier { from: reader.take()?, rate: reader.take()? });
        }
        Ok(())
    }
}

impl Field for CommissionRate {
    fn put(&self, out: &mut Vec<Value>) {
        let (percent, money) = match *self {
            Self::Percent(percent) => (Some(percent), None),
            Self::Flat(money) => (None, Some(money)),
        };
        (percent, (money.map(|money| money.minor), money.map(|money| money.currency))).put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        match reader.take()? {
            (Some(percent), (None::<i64>, None::<domain::Currency>)) => Ok(Self::Percent(percent)),
            (None, (Some(minor), Some(currency))) => Ok(Self::Flat(domain::Money { minor, currency })),
            _ => Err(reader.wrong("a percentage, or an amount with its currency")),
        }
    }
}

impl Field for CommissionTime {
    fn put(&self, out: &mut Vec<Value>) {
        let (word, months) = match *self {
            Self::Once => ("once", None),
            Self::Months(months) => ("months", Some(months)),
            Self::Life => ("life", None),
        };
        (word.to_owned(), months).put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        let (word, months): (String, Option<u32>) = reader.take()?;
        match (word.as_str(), months) {
            ("once", None) => Ok(Self::Once),
            ("months", Some(months)) => Ok(Self::Months(months)),
            ("life", None) => Ok(Self::Life),
            _ => Err(reader.wrong("once, life, or months with their number")),
        }
    }
}
