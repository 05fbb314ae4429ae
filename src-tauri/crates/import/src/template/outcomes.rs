//! Accounts, deals and touches; projections; scenarios with their differences.

use domain::{Account, Deal, DealId, Month, Projection, Scenario, ScenarioDifference, ScenarioId, Touch, Workspace};
use uuid::Uuid;

use super::TemplateError;
use super::lines::Lines;
use super::motions::budget_line;
use super::tables::Tables;
use crate::Reject;
use crate::columns::field::Field;
use crate::matching::ByName;
use crate::nouns::actuals;
use crate::nouns::relationships;
use crate::table::row::Row;
use crate::words::folded;

static ACCOUNTS: [Field; 3] = [Field::needed("name"), Field::plain("domain"), Field::plain("target")];
static DEALS: [Field; 8] = [
    Field::needed("account"),
    Field::needed("name"),
    Field::needed("amount"),
    Field::needed("currency"),
    Field::needed("stage"),
    Field::needed("opened"),
    Field::plain("closed"),
    Field::plain("motion"),
];
static TOUCHES: [Field; 7] = [
    Field::needed("deal"),
    Field::needed("partner"),
    Field::needed("kind"),
    Field::needed("date"),
    Field::needed("share"),
    Field::plain("evidence"),
    Field::plain("motion"),
];
static PROJECTIONS: [Field; 8] = [
    Field::needed("motion"),
    Field::needed("metric"),
    Field::needed("from"),
    Field::needed("months"),
    Field::needed("model"),
    Field::needed("total"),
    Field::plain("low"),
    Field::plain("high"),
];
static SCENARIOS: [Field; 1] = [Field::needed("name")];
static DIFFERENCES: [Field; 6] = [
    Field::needed("scenario"),
    Field::needed("table"),
    Field::needed("row"),
    Field::plain("detail"),
    Field::needed("column"),
    Field::needed("value"),
];

/// Accounts, their deals and what partners did in them.
pub fn deals(
    tables: Tables<'_>,
    workspace: &mut Workspace,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<(), TemplateError> {
    let accounts = tables.read("accounts.csv", &ACCOUNTS, |row| {
        let (name, domain, target) = (row.plain_name("name")?, row.line("domain")?, row.flag("target", false)?);
        Ok(Account { id: new_id().into(), name, domain, target })
    })?;
    let motions = actuals::motions(workspace);
    let by_name =
        ByName::of(accounts.iter().map(|account| (&account.name, account.id)), ("one account", "accounts"), "");
    let deals = tables.read("deals.csv", &DEALS, |row| {
        Ok(Deal {
            id: new_id().into(),
            account: by_name.one(row, "account")?,
            name: row.plain_name("name")?,
            amount: row.amount("amount", row.currency("currency")?)?,
            stage: row.choice("stage")?,
            opened: row.day("opened")?,
            closed: row.maybe_day("closed")?,
            motion: motions.given(row, "motion")?,
            probability: None,
            next_step: String::new(),
            expected_close: None,
        })
    })?;
    let by_name: ByName<'_, DealId> =
        ByName::of(deals.iter().map(|deal| (&deal.name, deal.id)), ("one deal", "deals"), "");
    let organizations = relationships::organizations(workspace);
    let touches = tables.read("touches.csv", &TOUCHES, |row| {
        Ok(Touch {
            id: new_id().into(),
            deal: by_name.one(row, "deal")?,
            organization: organizations.one(row, "partner")?,
            kind: row.choice("kind")?,
            date: row.day("date")?,
            share: row.number_in("share", 0.0, 1.0)?,
            evidence: row.text("evidence").to_owned(),
            motion: motions.given(row, "motion")?,
        })
    })?;
    workspace.accounts = accounts;
    workspace.deals = deals;
    workspace.touches = touches;
    Ok(())
}

/// Projections, then scenarios that differ from them.
pub fn projections(
    tables: Tables<'_>,
    workspace: &mut Workspace,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<(), TemplateError> {
    let motions = actuals::motions(workspace);
    let metrics = actuals::metrics(workspace);
    let read = tables.read("projections.csv", &PROJECTIONS, |row| {
        let metric = metrics.get(&folded(row.text("metric"))).ok_or_else(|| row.reject("metric", "a metric's key"))?;
        let from = Month::parse(row.text("from")).map_err(|_| row.reject("from", "a month such as 2026-03"))?;
        let months = row.text("months").parse().ok().filter(|months| (1..=120).contains(months));
        Ok(Projection {
            id: new_id().into(),
            motion: motions.one(row, "motion")?,
            metric: metric.key.clone(),
            from,
            months: months.ok_or_else(|| row.reject("months", "a whole number from 1 to 120"))?,
            model: row.choice("model")?,
            total: row.number_in("total", -1e12, 1e12)?,
            low: row.maybe_number("low", 0.0, 1.0)?,
            high: row.maybe_number("high", 1.0, 100.0)?,
            distribution: None,
        })
    })?;
    workspace.projections = read;
    let mut position = 0;
    workspace.scenarios = tables.read("scenarios.csv", &SCENARIOS, |row| {
        position += 1;
        Ok(Scenario { id: new_id().into(), name: row.plain_name("name")?, position: position - 1 })
    })?;
    workspace.scenario_differences = differences(tables, workspace, new_id)?;
    Ok(())
}

fn differences(
    tables: Tables<'_>,
    workspace: &Workspace,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<Vec<ScenarioDifference>, TemplateError> {
    let scenarios: ByName<'_, ScenarioId> = ByName::of(
        workspace.scenarios.iter().map(|scenario| (&scenario.name, scenario.id)),
        ("one scenario", "scenarios"),
        "",
    );
    let lines = Lines::of(workspace);
    tables.read("scenario_differences.csv", &DIFFERENCES, |row| {
        let value = row.text("value");
        if serde_json::from_str::<serde_json::Value>(value).is_err() {
            return Err(row.reject("value", "a value as JSON, such as 120 or \"2026-03-01\""));
        }
        Ok(ScenarioDifference {
            id: new_id().into(),
            scenario: scenarios.one(row, "scenario")?,
            table: row.text("table").to_owned(),
            row: target(workspace, &lines, row)?,
            column: row.key("column")?.into(),
            value: value.to_owned(),
        })
    })
}

/// The row that a difference is about.
fn target(workspace: &Workspace, lines: &Lines<'_>, row: Row<'_>) -> Result<Uuid, Reject> {
    let motion = || actuals::motions(workspace).one(row, "row");
    match row.text("table") {
        "motion" => motion().map(|id| id.0),
        "organization" => lines.organizations.one(row, "row").map(|id| id.0),
        "budget_line" => budget_line(&workspace.budget_lines, motion()?, row, "detail").map(|id| id.0),
        "projection" => {
            let motion = motion()?;
            let mut found = workspace
                .projections
                .iter()
                .filter(|projection| projection.motion == motion && projection.metric.as_str() == row.text("detail"));
            match (found.next(), found.next()) {
                (Some(projection), None) => Ok(projection.id.0),
                _ => Err(row.reject("detail", "the metric of one projection of that motion")),
            }
        }
        "relationship" => {
            let (partner, us) = (lines.organizations.one(row, "row")?, workspace.settings.us);
            let outward = lines.between(row, "detail", us, partner);
            outward.or_else(|_| lines.between(row, "detail", partner, us)).map(|id| id.0)
        }
        _ => Err(row.reject("table", "projection, motion, organization, budget_line or relationship")),
    }
}
