//! How far a transaction has come: declined, pending, approved or paid.

use domain::ReportBasis;

use super::read::Reader;
use crate::Reject;
use crate::columns::report::Part;
use crate::table::row::Row;
use crate::words::folded;

/// In the order in which they come; what was declined comes last, since nothing follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Pending,
    Approved,
    Paid,
    Declined,
}

impl Standing {
    /// Whether it counts: what is paid was approved, and what was approved had been pending.
    pub fn counts(self, basis: ReportBasis) -> bool {
        match basis {
            ReportBasis::Pending => self != Self::Declined,
            ReportBasis::Approved => matches!(self, Self::Approved | Self::Paid),
            ReportBasis::Paid => self == Self::Paid,
        }
    }

    /// By the words of the networks, folded.
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "new" | "extended" | "pending" | "open" | "tracked" | "unconfirmed" | "hold" | "onhold" => Self::Pending,
            "locked" | "approved" | "confirmed" | "accepted" | "validated" | "payable" | "processed" | "active" => {
                Self::Approved
            }
            "closed" | "paid" | "paidout" => Self::Paid,
            "declined" | "rejected" | "void" | "voided" | "cancelled" | "canceled" | "reversed" | "refunded"
            | "deleted" => Self::Declined,
            _ => return None,
        })
    }
}

/// How far the transaction of a row has come. A report that says nothing of it counts as it stands.
pub fn standing<'a>(reader: &Reader<'a>, row: Row<'a>) -> Result<Standing, Reject> {
    if is_marked(reader.cell(row, Part::Voided)) {
        return Ok(Standing::Declined);
    }
    let validation = folded(reader.cell(row, Part::Validation));
    if !validation.is_empty() && Standing::of(&validation) == Some(Standing::Declined) {
        return Ok(Standing::Declined);
    }
    let status = reader.cell(row, Part::Status);
    let standing = if !status.is_empty() {
        let unknown = || reader.reject(row, Part::Status, "a status such as pending, approved, paid or declined");
        Standing::of(&folded(status)).ok_or_else(unknown)?
    } else if reader.has(Part::Locked) && !is_marked(reader.cell(row, Part::Locked)) {
        Standing::Pending
    } else {
        Standing::Approved
    };
    let is_paid = standing != Standing::Declined && !reader.cell(row, Part::Paid).is_empty();
    Ok(if is_paid { Standing::Paid } else { standing })
}

/// A mark, a word or a day that says yes.
pub fn is_marked(cell: &str) -> bool {
    !matches!(cell, "" | "0") && !["no", "n", "false"].iter().any(|no| cell.eq_ignore_ascii_case(no))
}
