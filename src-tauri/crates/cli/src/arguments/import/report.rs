//! `import`: what is said about a report of a network.

use clap::{Args, ValueEnum};
use domain::{Month, ReportBasis, ReportDate};
use import::ReportOptions;

use super::pair;

#[derive(Args)]
pub struct ReportArguments {
    /// Which commissions of a report count: paid ones, approved ones whether paid or not, or with pending all that are not
    /// declined; without it as in the last report of its make, else approved
    #[arg(long, value_enum)]
    pub basis: Option<BasisArgument>,
    /// Which date of a report's rows says the month; without it as the last time, else transaction
    #[arg(long, value_enum)]
    pub dated_by: Option<DatedByArgument>,
    /// The month of a report without dates, or its first and last: 2026-03 or 2026-03..2026-05
    #[arg(long, value_name = "MONTH[..MONTH]", value_parser = period)]
    pub period: Option<(Month, Month)>,
    /// The motion that a report's figures count to where its rows do not say, by name or id
    #[arg(long)]
    pub motion: Option<String>,
    /// The report's figures are totals since the beginning, as of the last month
    #[arg(long)]
    pub running: bool,
    /// The report's figures may still change
    #[arg(long)]
    pub provisional: bool,
    /// Who a partner of a report is here, as "Name or id in the report=Partner"; "Name=-" leaves its figures out; may be
    /// repeated
    #[arg(long, value_name = "NAME=PARTNER", value_parser = pair)]
    pub partner: Vec<(String, String)>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum BasisArgument {
    Pending,
    Approved,
    Paid,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum DatedByArgument {
    Transaction,
    Click,
    Validation,
}

impl ReportArguments {
    /// Partners of a report, and who they are; none for those left out.
    pub fn publishers(&self) -> Vec<(String, Option<String>)> {
        let who = |partner: &String| Some(partner.clone()).filter(|partner| partner != "-");
        self.partner.iter().map(|(name, partner)| (name.clone(), who(partner))).collect()
    }

    /// What was said about a report, but for its motion, which the workspace has to know.
    pub fn said(&self) -> ReportOptions {
        ReportOptions {
            basis: self.basis.map(|basis| match basis {
                BasisArgument::Pending => ReportBasis::Pending,
                BasisArgument::Approved => ReportBasis::Approved,
                BasisArgument::Paid => ReportBasis::Paid,
            }),
            dated_by: self.dated_by.map(|date| match date {
                DatedByArgument::Transaction => ReportDate::Transaction,
                DatedByArgument::Click => ReportDate::Click,
                DatedByArgument::Validation => ReportDate::Validation,
            }),
            period: self.period,
            motion: None,
            running: self.running,
            provisional: self.provisional,
        }
    }
}

/// Reads `2026-03` or `2026-03..2026-05`.
fn period(typed: &str) -> Result<(Month, Month), String> {
    let (first, last) = typed.split_once("..").unwrap_or((typed, typed));
    let month = |text: &str| Month::parse(text.trim()).map_err(|error| error.to_string());
    match (month(first)?, month(last)?) {
        (first, last) if first <= last => Ok((first, last)),
        (first, last) => Err(format!("{last} lies before {first}: write the first month first")),
    }
}
