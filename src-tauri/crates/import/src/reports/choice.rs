//! What is read how: a report's options made whole, and refused where they cannot hold.

use domain::{ActualReport, Key, Month, ReportBasis, ReportDate, Workspace};

use super::read::dated;
use crate::columns::report::Part;
use crate::plan::{Options, Plan};
use crate::profiles::Profile;
use crate::values::date::DateReader;
use crate::values::month;
use crate::words::{list, shown};
use crate::{ImportError, KeptReport};

/// How this report is read.
pub fn of(
    plan: &mut Plan,
    profile: &'static Profile,
    workspace: &Workspace,
    options: &Options,
) -> Result<ActualReport, ImportError> {
    let said = &options.report;
    let file = || shown(&plan.file);
    let columns = &plan.table.columns;
    let has = |part: Part| columns.part(part).is_some();
    let is_measured = [
        Part::Clicks,
        Part::Signups,
        Part::Orders,
        Part::ApprovedOrders,
        Part::PendingOrders,
        Part::Revenue,
        Part::RevenueUsd,
        Part::ApprovedRevenue,
        Part::Commission,
        Part::ApprovedCommission,
    ];
    let has_partners = has(Part::Partner) || has(Part::PartnerId);
    if !is_measured.into_iter().any(has) || !has_partners && !is_programme(profile) {
        let found = list(plan.table.header.iter().map(String::as_str), 8);
        let expected = list(profile.columns.iter().map(|(column, _)| *column), 8);
        return Err(ImportError::OtherReport { file: file(), profile: profile.name, found, expected });
    }
    let key = Key::parse(profile.key).unwrap_or_else(|_| Key::literal("report"));
    let last_time = last_of(workspace, profile.key);
    let basis = said.basis.or(last_time.map(|own| own.basis)).unwrap_or(ReportBasis::Approved);
    if basis == ReportBasis::Paid && !has(Part::Paid) && !has(Part::Status) {
        return Err(ImportError::NoSuchBasis { file: file(), profile: profile.name });
    }
    let dated_by = said.dated_by.or(last_time.map(|own| own.dated_by)).unwrap_or(ReportDate::Transaction);
    let day = dated(&plan.table, dated_by);
    if dated_by != ReportDate::Transaction && matches!(day, None | Some(Part::Month)) {
        let day = if dated_by == ReportDate::Click { Part::Clicked } else { Part::Validated };
        return Err(ImportError::NoSuchDay { file: file(), profile: profile.name, day: day.words() });
    }
    let period = said.period.or_else(|| constant_month(columns.constant(Part::Month.key())));
    if day.is_none() && period.is_none() {
        return Err(ImportError::NoPeriod { file: file(), profile: profile.name });
    }
    let motion = said.motion.or_else(|| last_time.and_then(|own| own.motion));
    let motion = motion.filter(|id| workspace.motions.iter().any(|motion| motion.id == *id));
    if !has_partners && motion.is_none() {
        return Err(ImportError::NoOwner { file: file(), profile: profile.name });
    }
    if said.motion.is_none()
        && let Some(name) = motion.and_then(|id| workspace.motions.iter().find(|motion| motion.id == id))
    {
        plan.remarks.push(format!("Counted to the motion '{}', as the last time.", shown(name.name.as_str())));
    }
    let report = ActualReport {
        batch: plan.batch,
        profile: key,
        basis,
        dated_by,
        first: period.map(|(first, _)| first),
        last: period.map(|(_, last)| last),
        running: said.running,
        motion,
        provisional: said.provisional,
    };
    if day.is_none() {
        for kept in options.kept.iter().filter(|kept| kept.report.profile == report.profile) {
            check_beside(kept, &report, &plan.file)?;
        }
    }
    if day.is_none()
        && let Some((first, last)) = period.filter(|(first, last)| first != last && !said.running)
    {
        plan.remarks.push(format!(
            "The report does not say which of its figures are of which month from {first} to {last}: they stand in {last}."
        ));
    }
    if last_time.is_some_and(|own| own.basis != basis || own.dated_by != dated_by) {
        plan.remarks.push(format!("Earlier reports of {} are counted in the same way now.", profile.name));
    }
    Ok(report)
}

/// The last report of a make that a workspace has.
pub fn last_of<'w>(workspace: &'w Workspace, profile: &str) -> Option<&'w ActualReport> {
    workspace.actual_reports.iter().filter(|own| own.profile.as_str() == profile).max_by_key(|own| own.batch)
}

/// Whether its figures are those of a whole program, with no partner in them.
fn is_programme(profile: &'static Profile) -> bool {
    profile.columns.iter().all(|(_, field)| *field != Part::Partner.key())
}

/// A month that was said for every row.
fn constant_month(text: Option<&str>) -> Option<(Month, Month)> {
    let month = month::read(text?, DateReader::decide(std::iter::empty(), None)).ok()?;
    Some((month, month))
}

/// Two reports without dates count one month once.
fn check_beside(kept: &KeptReport, now: &ActualReport, file: &str) -> Result<(), ImportError> {
    let ((Some(first), Some(last)), Some((now_first, now_last))) =
        ((kept.report.first, kept.report.last), now.first.zip(now.last))
    else {
        return Ok(());
    };
    let (other, file) = (shown(&kept.file), shown(file));
    if kept.report.running != now.running {
        return Err(ImportError::RunningAndNot { file, other, running: now.running });
    }
    let overlaps = first <= now_last && now_first <= last && (first, last) != (now_first, now_last);
    if overlaps && !now.running {
        let (period, other_period) = (format!("{now_first}..{now_last}"), format!("{first}..{last}"));
        return Err(ImportError::Overlap { file, period, other, other_period });
    }
    Ok(())
}
