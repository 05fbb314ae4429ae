//! What people's files become, through the public face only. Knows the fixtures; the crate itself opens nothing.

#![allow(clippy::unwrap_used, reason = "these are tests")]

mod answers;
mod cncf;
mod explained;
mod faults;
mod files;
mod messy;
mod profiles;
mod properties;
mod reports;
mod reports_again;
mod template;

use domain::{Currency, Name, Workspace};
use import::{ColumnMapping, ImportError, Noun, Options, Plan, Source, plan};
use uuid::Uuid;

/// Identifiers in order.
fn ids() -> impl FnMut() -> Uuid {
    let mut last = 0;
    move || {
        last += 1;
        Uuid::from_u128(last)
    }
}

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

fn blank(us: &str, new_id: &mut dyn FnMut() -> Uuid) -> Workspace {
    Workspace::blank(name("Plan"), name(us), Currency::EUR, 1, new_id)
}

fn fixture(path: &str) -> Vec<u8> {
    std::fs::read(format!("../../../tests/fixtures/{path}")).unwrap()
}

fn options(noun: Noun, map: &[&str]) -> Options {
    let map = map.iter().map(|text| ColumnMapping::parse(text).unwrap()).collect();
    Options { map, ..Options::new(noun) }
}

/// A workspace of Tidewater with Acme, and two organizations named Twins.
fn small(new_id: &mut dyn FnMut() -> Uuid) -> Workspace {
    let mut workspace = blank("Tidewater", new_id);
    read(&mut workspace, "Name\nAcme\nTwins\nTwins\n", Noun::Organizations, new_id).unwrap();
    workspace
}

/// Plans and applies a text.
fn read(
    workspace: &mut Workspace,
    text: &str,
    noun: Noun,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<Plan, ImportError> {
    let source = Source { name: "file.csv", bytes: text.as_bytes() };
    let plan = plan(source, &Options::new(noun), workspace, new_id)?;
    plan.apply_to(workspace);
    Ok(plan)
}
