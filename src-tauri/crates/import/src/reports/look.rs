//! What a report asks a person before it is read.

use domain::{ReportBasis, ReportDate, Workspace};

use super::choice::last_of;
use crate::columns::report::Part;
use crate::table::Table;

/// What a report asks for, and what holds where nobody says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// It has no dates.
    pub asks_period: bool,
    /// It names no partners.
    pub asks_motion: bool,
    /// It tells paid commissions apart.
    pub tells_paid: bool,
    /// The days that it gives.
    pub dates: Vec<ReportDate>,
    /// Which commissions count.
    pub basis: ReportBasis,
    /// Which date says the month.
    pub dated_by: ReportDate,
}

/// Looks at the columns of a report.
pub fn look(table: &Table, workspace: &Workspace) -> Look {
    let has = |part: Part| table.columns.part(part).is_some();
    let last = table.columns.profile.and_then(|profile| last_of(workspace, profile.key));
    let all = [
        (ReportDate::Transaction, Part::Date),
        (ReportDate::Click, Part::Clicked),
        (ReportDate::Validation, Part::Validated),
    ];
    Look {
        asks_period: !has(Part::Date) && !has(Part::Month),
        asks_motion: !has(Part::Partner) && !has(Part::PartnerId),
        tells_paid: has(Part::Paid) || has(Part::Status),
        dates: all.into_iter().filter(|(_, part)| has(*part)).map(|(date, _)| date).collect(),
        basis: last.map_or(ReportBasis::Approved, |last| last.basis),
        dated_by: last.map_or(ReportDate::Transaction, |last| last.dated_by),
    }
}
