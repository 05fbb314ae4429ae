//! `rate`: what currencies were worth, as a person gives it.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use domain::{Currency, Date};

#[derive(Subcommand)]
pub enum Rate {
    /// Add what one unit of a currency was worth in another on a day; it replaces the rate of that day
    Add(RateAdd),
    /// List every rate
    List(RateList),
    /// Take the rate of a day away
    Remove(RateRemove),
}

#[derive(Args)]
pub struct RateAdd {
    /// The workspace file
    pub file: PathBuf,
    /// One unit of this currency …
    #[arg(value_parser = Currency::parse)]
    pub from: Currency,
    /// … in that one …
    #[arg(value_parser = Currency::parse)]
    pub to: Currency,
    /// … is worth so much: 0.92
    pub rate: f64,
    /// As of: YYYY-MM-DD
    #[arg(long, value_name = "DAY")]
    pub date: Date,
    /// Who says so
    #[arg(long)]
    pub source: String,
}

#[derive(Args)]
pub struct RateList {
    /// The workspace file
    pub file: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct RateRemove {
    /// The workspace file
    pub file: PathBuf,
    #[arg(value_parser = Currency::parse)]
    pub from: Currency,
    #[arg(value_parser = Currency::parse)]
    pub to: Currency,
    /// As of: YYYY-MM-DD
    #[arg(long, value_name = "DAY")]
    pub date: Date,
}
