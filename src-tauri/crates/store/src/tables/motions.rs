//! Motions with their partners and money.

use domain::{BudgetLine, BudgetLineId, BudgetShare, DependencyId, FundId, MotionId, OrganizationId};
use rusqlite::{Connection, params};

use crate::{StoreError, field::Reader, row::table, scalar::Scalar};

table!(Motion, "motion", MotionId, keys 1, order "id", {
    id: "id",
    name: "name",
    kind: "kind",
    status: "status",
    health: "health",
    objective: "objective",
    start: "start",
    end: "end",
    owner: "owner_person" "owner_function",
    active: "active",
    health_reason: "health_reason",
    health_audience: "health_audience",
    objective_audience: "objective_audience",
});

table!(MotionPartner, "motion_partner", (MotionId, OrganizationId), keys 2, order "motion, organization", {
    motion: "motion",
    organization: "organization",
    role: "role",
});

table!(Dependency, "dependency", DependencyId, keys 1, order "id", {
    id: "id",
    motion: "motion",
    after: "after",
});

table!(BudgetLine, "budget_line", BudgetLineId, keys 1, order "id", {
    id: "id",
    motion: "motion",
    name: "name",
    behavior: "behavior",
    currency: "currency",
    planned_minor: "planned_minor",
    committed_minor: "committed_minor",
    spent_minor: "spent_minor",
    projection: "projection",
    rate: "rate",
    audience: "audience",
} parts { shares: Vec::new() } write write_shares, read read_shares);

table!(Fund, "fund", FundId, keys 1, order "id", {
    id: "id",
    motion: "motion",
    giver: "giver",
    name: "name",
    accrued: "accrued",
    amount: "amount_minor" "amount_currency",
    requested: "requested",
    approved: "approved",
    spent: "spent",
    claimed: "claimed",
    claim_by: "claim_by",
    reimbursed: "reimbursed",
    expires: "expires",
    proof: "proof",
    audience: "audience",
});

/// Replaces the payers. A changeset keeps only what differs, so unchanged shares leave no trace in the history.
fn write_shares(line: &BudgetLine, connection: &Connection) -> Result<(), StoreError> {
    let id = line.id.to_value();
    connection.prepare_cached("DELETE FROM budget_share WHERE budget_line = ?1")?.execute([&id])?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO budget_share (budget_line, organization, share, position, amount_minor)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (share, position) in line.shares.iter().zip(0_i64..) {
        let payer = share.organization.to_string();
        insert
            .execute(params![id, payer, share.share, position, share.amount_minor])
            .map_err(|error| StoreError::from_write("budget_share", || format!("{}/{payer}", line.id), error))?;
    }
    Ok(())
}

fn read_shares(line: &mut BudgetLine, connection: &Connection) -> Result<(), StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT organization, share, amount_minor FROM budget_share WHERE budget_line = ?1 ORDER BY position",
    )?;
    let mut rows = select.query([line.id.to_value()])?;
    while let Some(row) = rows.next()? {
        let mut reader = Reader::new("budget_share", row);
        line.shares.push(BudgetShare {
            organization: reader.take()?,
            share: reader.take()?,
            amount_minor: reader.take()?,
        });
    }
    Ok(())
}
