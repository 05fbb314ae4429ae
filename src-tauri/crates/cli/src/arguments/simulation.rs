//! `simulate`, `target` and `correlation`: how sure the plan is.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use domain::Key;

#[derive(Args)]
pub struct Simulate {
    /// The workspace file
    pub file: PathBuf,
    /// A metric's key
    #[arg(long, value_parser = Key::parse, default_value = "revenue")]
    pub metric: Key,
    /// A motion by exact name or id; without it the whole portfolio
    #[arg(long)]
    pub motion: Option<String>,
    /// A fiscal year, by the calendar year that it ends in; without it that of today
    #[arg(long)]
    pub year: Option<i32>,
    /// A scenario by name; without it the Expected one
    #[arg(long)]
    pub scenario: Option<String>,
    /// How often, 100 to 100,000; without it as the workspace says (10,000)
    #[arg(long)]
    pub runs: Option<u32>,
    /// The same seed gives the same figures on every machine; without it as the workspace says (1)
    #[arg(long)]
    pub seed: Option<u32>,
    /// As one JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand)]
pub enum Target {
    /// Set what a metric is to reach in a fiscal year; an empty value takes it away
    Set(TargetSet),
}

#[derive(Args)]
pub struct TargetSet {
    /// The workspace file
    pub file: PathBuf,
    /// A metric's key
    #[arg(value_parser = Key::parse)]
    pub metric: Key,
    /// A figure in the metric's unit
    pub value: String,
    /// The fiscal year, by the calendar year that it ends in
    #[arg(long)]
    pub year: i32,
}

#[derive(Subcommand)]
pub enum Correlation {
    /// Set how strongly all uncertain inputs go together, 0 to 1
    Set(CorrelationSet),
    /// Add motions that go together more than all do, or change them
    Group(CorrelationGroup),
    /// Take such a group away
    Ungroup(CorrelationUngroup),
}

#[derive(Args)]
pub struct CorrelationSet {
    /// The workspace file
    pub file: PathBuf,
    /// 0 to 1
    pub correlation: f64,
}

#[derive(Args)]
pub struct CorrelationGroup {
    /// The workspace file
    pub file: PathBuf,
    /// What brings them together
    #[arg(long)]
    pub name: String,
    /// 0 to 1
    #[arg(long)]
    pub correlation: f64,
    /// A motion by exact name or id; give it again for each
    #[arg(long = "motion")]
    pub motions: Vec<String>,
}

#[derive(Args)]
pub struct CorrelationUngroup {
    /// The workspace file
    pub file: PathBuf,
    /// By name
    pub name: String,
}
