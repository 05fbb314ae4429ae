//! Finding things by what a person typed on the command line: a UUID or an exact name. An ambiguous name is refused with
//! the candidates.

use domain::{
    BudgetLineId, DriverId, Key, Money, Month, MotionId, OrganizationId, ProjectionId, Relationship, RelationshipId,
    RelationshipKind, ScenarioId, TaskId,
};
use uuid::Uuid;

use crate::{App, ErrorReply, Refusal, WindowId};

impl App {
    /// An organization by id or exact name.
    pub fn organization_named(&self, window: &WindowId, typed: &str) -> Result<OrganizationId, ErrorReply> {
        let loaded = self.loaded(window)?;
        let rows = loaded.expected.organizations.iter().map(|row| (row.id.0, row.name.as_str()));
        find("organization", typed, rows).map(OrganizationId)
    }

    /// A motion by id or exact name.
    pub fn motion_named(&self, window: &WindowId, typed: &str) -> Result<MotionId, ErrorReply> {
        let loaded = self.loaded(window)?;
        let rows = loaded.expected.motions.iter().map(|row| (row.id.0, row.name.as_str()));
        find("motion", typed, rows).map(MotionId)
    }

    /// A budget line of a motion by id or exact name.
    pub fn budget_line_named(
        &self,
        window: &WindowId,
        motion: MotionId,
        typed: &str,
    ) -> Result<BudgetLineId, ErrorReply> {
        let loaded = self.loaded(window)?;
        let own = loaded.expected.budget_lines.iter().filter(|row| row.motion == motion);
        find("budget line", typed, own.map(|row| (row.id.0, row.name.as_str()))).map(BudgetLineId)
    }

    /// The projection that a motion has of a metric.
    pub fn projection_of(&self, window: &WindowId, motion: MotionId, metric: &Key) -> Result<ProjectionId, ErrorReply> {
        let loaded = self.loaded(window)?;
        loaded.metric(metric)?;
        let own = loaded.expected.projections.iter().find(|row| row.motion == motion && row.metric == *metric);
        own.map(|row| row.id)
            .ok_or_else(|| ErrorReply::refused(format!("This motion has no projection of '{metric}': set one first.")))
    }

    /// A task by id or exact name, of one motion or of any.
    pub fn task_named(&self, window: &WindowId, typed: &str, motion: Option<&str>) -> Result<TaskId, ErrorReply> {
        let motion = motion.map(|motion| self.motion_named(window, motion)).transpose()?;
        let loaded = self.loaded(window)?;
        let rows = loaded.expected.tasks.iter().filter(|row| motion.is_none_or(|motion| row.motion == motion));
        find("task", typed, rows.map(|row| (row.id.0, row.name.as_str()))).map(TaskId)
    }

    /// A scenario by id or exact name; "Expected" is none.
    pub fn scenario_named(&self, window: &WindowId, typed: &str) -> Result<Option<ScenarioId>, ErrorReply> {
        if typed == "Expected" {
            return Ok(None);
        }
        let loaded = self.loaded(window)?;
        let rows = loaded.expected.scenarios.iter().map(|row| (row.id.0, row.name.as_str()));
        find("scenario", typed, rows).map(|id| Some(ScenarioId(id)))
    }

    /// The relationship of a kind, named by its key or its reading, between two organizations.
    pub fn relationship_named(
        &self,
        window: &WindowId,
        from: OrganizationId,
        kind: &str,
        to: OrganizationId,
    ) -> Result<RelationshipId, ErrorReply> {
        let loaded = self.loaded(window)?;
        let reads = |row: &&Relationship| {
            let known = loaded.expected.relationship_kinds.iter().find(|known| known.key == row.kind);
            let forward = (row.from, row.to) == (from, to);
            let backward = (row.from, row.to) == (to, from);
            let named = row.kind.as_str() == kind;
            let is = |reading: fn(&RelationshipKind) -> &domain::Name| {
                known.is_some_and(|known| reading(known).as_str() == kind)
            };
            forward && (named || is(|kind| &kind.forward)) || backward && is(|kind| &kind.reverse)
        };
        let found: Vec<RelationshipId> = loaded.expected.relationships.iter().filter(reads).map(|row| row.id).collect();
        let (from, to) = (loaded.organization_name(from), loaded.organization_name(to));
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(ErrorReply::refused(format!(
                "There is no relationship '{from}' {kind} '{to}': `show FILE relationships` lists them."
            ))),
            several => Err(ErrorReply::refused(format!(
                "There are {} relationships '{from}' {kind} '{to}': make them one first.",
                several.len()
            ))),
        }
    }

    /// From the fiscal year's first month to the last one in which a metric was measured; to today without one.
    pub fn year_to_date(&self, window: &WindowId, metric: &Key) -> Result<(Month, Month), ErrorReply> {
        let loaded = self.loaded(window)?;
        let (metric, year) = (loaded.metric(metric)?, loaded.fiscal_year());
        let found = loaded.outcome(&domain::Lines::All, metric, (year.first(), year.last()))?;
        let last = found.to_date.map_or_else(|| Month::of(loaded.today), |to| to.month);
        Ok((year.first(), last.max(year.first())))
    }

    /// A shared figure by id or exact name.
    pub fn driver_named(&self, window: &WindowId, typed: &str) -> Result<DriverId, ErrorReply> {
        let loaded = self.loaded(window)?;
        let rows = loaded.expected.drivers.iter().map(|row| (row.id.0, row.name.as_str()));
        find("driver", typed, rows).map(DriverId)
    }

    /// An amount in the workspace's currency.
    pub fn money_typed(&self, window: &WindowId, typed: &str) -> Result<Money, ErrorReply> {
        let currency = self.loaded(window)?.expected.settings.currency;
        Money::parse(typed.trim(), currency).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))
    }
}

/// How many candidates or suggestions a refusal names.
const NAMED: usize = 5;

pub(crate) fn find<'a>(
    noun: &str,
    typed: &str,
    rows: impl Iterator<Item = (Uuid, &'a str)> + Clone,
) -> Result<Uuid, ErrorReply> {
    if let Ok(id) = Uuid::parse_str(typed)
        && rows.clone().any(|(row, _)| row == id)
    {
        return Ok(id);
    }
    let found: Vec<Uuid> = rows.clone().filter(|(_, name)| *name == typed).map(|(id, _)| id).collect();
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(nothing(noun, typed, rows)),
        several => {
            let shown: Vec<String> = several.iter().take(NAMED).map(Uuid::to_string).collect();
            let count = several.len();
            Err(ErrorReply::refused(format!(
                "{count} {noun}s are called '{typed}': name one by its id, such as {}.",
                shown.join(", ")
            )))
        }
    }
}

fn nothing<'a>(noun: &str, typed: &str, rows: impl Iterator<Item = (Uuid, &'a str)>) -> ErrorReply {
    let wanted = typed.to_lowercase();
    let alike = |name: &&str| name.to_lowercase().contains(&wanted) || wanted.contains(&name.to_lowercase());
    let close: Vec<String> =
        rows.map(|(_, name)| name).filter(alike).take(NAMED).map(|name| format!("'{name}'")).collect();
    if close.is_empty() {
        return ErrorReply::refused(format!("There is no {noun} '{typed}': write its exact name or id."));
    }
    ErrorReply::refused(format!("There is no {noun} '{typed}': did you mean {}?", close.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_exact_and_never_guessed() {
        let rows = [(Uuid::from_u128(1), "Acme"), (Uuid::from_u128(2), "Acme"), (Uuid::from_u128(3), "Nordlys")];
        for (typed, expect) in [
            ("Nordlys", Ok(3)),
            ("00000000-0000-0000-0000-000000000002", Ok(2)),
            ("Acme", Err("2 motions are called 'Acme'")),
            ("nordlys", Err("did you mean 'Nordlys'?")),
            ("Zed", Err("There is no motion 'Zed'")),
        ] {
            match (find("motion", typed, rows.into_iter()), expect) {
                (Ok(found), Ok(id)) => assert_eq!(found, Uuid::from_u128(id)),
                (Err(error), Err(part)) => assert!(error.message.contains(part), "{}", error.message),
                (found, expect) => panic!("{typed}: found {found:?}, expected {expect:?}"),
            }
        }
    }
}
