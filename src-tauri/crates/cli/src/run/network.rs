//! The workspace as a network: measures and introductions.

use api::ErrorReply;
use api::commands;
use api::wire::{MeasuresRequest, PathRequest};

use super::Session;
use crate::arguments::{Measures, Path};
use crate::print;

/// Nothing listens to progress here, and nobody can cancel but by ending the program.
pub const JOB: &str = "command line";

/// Columns of measures: their heads, and their keys in JSON.
pub const MEASURES: [(&str, &str); 11] = [
    ("degree", "degree"),
    ("in", "degree_in"),
    ("out", "degree_out"),
    ("between", "betweenness"),
    ("share", "betweenness_share"),
    ("close", "closeness"),
    ("eigenvector", "eigenvector"),
    ("reach", "reach"),
    ("cut", "articulation_point"),
    ("community", "community"),
    ("core", "core"),
];

/// So many bridges are named below the table.
const BRIDGES_MAX: usize = 10;

impl Session {
    pub(super) fn measures(&self, measures: &Measures) -> Result<(), ErrorReply> {
        self.open(&measures.file)?;
        let view = commands::measures::view(&self.app, &self.window, MeasuresRequest { job: JOB.into() })?;
        if measures.json {
            return print::json(&view);
        }
        print::columns(&[&[("name", "name")], MEASURES.as_slice()].concat(), &view.organizations)?;
        let whole = &view.whole;
        let reciprocity = whole.reciprocity.map_or_else(|| "—".to_owned(), print::figure);
        print::line(&format!(
            "{}, {}, {}, {} (modularity {}), {}; density {}, reciprocity {reciprocity}.",
            print::counted(whole.organizations as usize, "organization", "organizations"),
            print::counted(whole.ties as usize, "tie", "ties"),
            print::counted(whole.components as usize, "component", "components"),
            print::counted(whole.communities as usize, "community", "communities"),
            print::figure(whole.modularity),
            print::counted(whole.bridges.len(), "bridge", "bridges"),
            print::figure(whole.density),
        ));
        for bridge in whole.bridges.iter().take(BRIDGES_MAX) {
            print::line(&format!("Bridge: {} – {}", bridge.from_name, bridge.to_name));
        }
        if whole.bridges.len() > BRIDGES_MAX {
            print::line(&format!("… and {} more bridges: --json lists all.", whole.bridges.len() - BRIDGES_MAX));
        }
        Ok(())
    }

    pub(super) fn path(&self, path: &Path) -> Result<(), ErrorReply> {
        self.open(&path.file)?;
        let [from, to] = [&path.from, &path.to].map(|name| self.app.organization_named(&self.window, name));
        let view = commands::measures::path(&self.app, &self.window, PathRequest { from: from?, to: to? })?;
        if path.json {
            return print::json(&view);
        }
        print::line(&view.words);
        Ok(())
    }
}
