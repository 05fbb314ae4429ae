//! The sections that are made of parts: scenarios and assumptions, joint plans, changes, a review, who can be grown with.

mod assumptions;
mod changes;
mod growth;
mod joint_money;
mod joint_plan;
mod review;
mod scenarios;

use std::collections::BTreeMap;

use domain::SectionKind;
use press::{Chapter, Column, Part, Table};

use super::Writer;
use crate::ErrorReply;

pub(crate) use changes::Earlier;
pub(super) use growth::character_key;

impl Writer<'_> {
    /// Those that are printed.
    pub(super) fn chapters(&self) -> Result<BTreeMap<SectionKind, Chapter>, ErrorReply> {
        let mut chapters = BTreeMap::new();
        for kind in self.kinds() {
            let chapter = match kind {
                SectionKind::Scenarios => self.scenarios(),
                SectionKind::JointPlan => self.joint_plans()?,
                SectionKind::Changes => self.changes(),
                SectionKind::Review => self.review(),
                SectionKind::Growth => self.growth(),
                _ => continue,
            };
            chapters.insert(kind, chapter);
        }
        Ok(chapters)
    }
}

/// None without rows.
fn table(title: impl Into<String>, columns: Vec<Column>, rows: Vec<Vec<String>>) -> Option<Part> {
    (!rows.is_empty()).then(|| Part::Table(Table { title: title.into(), columns, rows, totals: Vec::new() }))
}

/// The same with `totals` below its rows.
fn with_totals(part: Option<Part>, totals: Vec<Vec<String>>) -> Option<Part> {
    part.map(|part| match part {
        Part::Table(table) => Part::Table(Table { totals, ..table }),
        other => other,
    })
}

/// The first `most` rows, and how many more there are.
fn at_most(mut rows: Vec<Vec<String>>, most: usize, words: &press::Words) -> Vec<Vec<String>> {
    if rows.len() > most {
        let more = rows.len() - most;
        rows.truncate(most);
        rows.push(vec![words.say("and_more", &[("n", &more.to_string())])]);
    }
    rows
}
