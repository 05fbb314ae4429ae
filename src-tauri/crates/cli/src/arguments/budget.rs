//! `budget add`, `budget set` and `lock`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use domain::Currency;

use super::NameArgument;
use super::import::pair;

#[derive(Subcommand)]
pub enum Budget {
    /// Add a line to a motion's budget
    Add(BudgetAdd),
    /// Change a line of a motion's budget, in one step
    Set(BudgetSet),
}

#[derive(Args)]
pub struct BudgetAdd {
    /// The workspace file
    pub file: PathBuf,
    /// A motion by exact name or id
    #[arg(long)]
    pub motion: String,
    #[arg(long)]
    pub name: NameArgument,
    /// What is planned, such as 12000 or 12000.50
    #[arg(long, required_unless_present = "follow")]
    pub planned: Option<String>,
    /// The line's currency; without it the workspace's
    #[arg(long, value_parser = Currency::parse)]
    pub currency: Option<Currency>,
    /// A metric of the motion's projections that the cost follows, and its rate: `affiliate_revenue=8%` of money, or
    /// introductions=50 for each thing counted
    #[arg(long, value_name = "METRIC=RATE", value_parser = pair, conflicts_with = "planned")]
    pub follow: Option<(String, String)>,
}

#[derive(Args)]
pub struct BudgetSet {
    /// The workspace file
    pub file: PathBuf,
    /// The line, by exact name or id
    pub line: String,
    /// The line's motion, by exact name or id
    #[arg(long)]
    pub motion: String,
    /// What to set, as field=value: name, planned, committed, spent (such as 1200.50, in the line's currency), fixed=yes,
    /// follow=METRIC:RATE (such as `affiliate_revenue:8%` or introductions:50), audience (internal, client or partner), and
    /// payer, as often as needed, as payer=NAME:40% or payer=NAME:5000; what is left we pay. payer= leaves it all to us
    #[arg(required = true, value_name = "FIELD=VALUE", value_parser = pair)]
    pub fields: Vec<(String, String)>,
}

#[derive(Args)]
pub struct Lock {
    /// The workspace file
    pub file: PathBuf,
    /// What to call it; each name once
    #[arg(long)]
    pub name: String,
}
