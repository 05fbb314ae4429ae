//! Rates between currencies.

use domain::{Currency, Date, ExchangeRateId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// What one unit of a currency was worth in another on a day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RateView {
    pub id: ExchangeRateId,
    #[ts(type = "string")]
    pub from: Currency,
    #[ts(type = "string")]
    pub to: Currency,
    pub rate: f64,
    #[ts(type = "string")]
    pub date: Date,
    pub source: String,
}

/// A rate as a person gives it; it replaces the one of the same day.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RateAdd {
    #[ts(type = "string")]
    pub from: Currency,
    #[ts(type = "string")]
    pub to: Currency,
    pub rate: f64,
    #[ts(type = "string")]
    pub date: Date,
    /// Who says so.
    pub source: Text,
}

/// One rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RateRequest {
    pub id: ExchangeRateId,
}

/// A rate was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RateKept {
    pub id: ExchangeRateId,
}
