//! What may go wrong.

use std::cmp::Reverse;

use domain::{Risk, SectionKind};
use press::{Column, Table, Tables};

use super::Writer;

impl Writer<'_> {
    /// Open risks of the motions that are shown, the largest first.
    pub(super) fn open_risks(&self) -> Vec<&Risk> {
        let shown = |risk: &&Risk| risk.open && self.motions.iter().any(|motion| motion.id == risk.motion);
        let mut risks: Vec<&Risk> = self.loaded.workspace.risks.iter().filter(shown).collect();
        risks.sort_by_key(|risk| (Reverse(risk.exposure()), risk.id));
        risks
    }

    pub(super) fn risks(&self) -> Tables {
        if self.section(SectionKind::Risks).is_none() {
            return Tables::default();
        }
        let words = self.words;
        let row = |risk: &Risk| {
            vec![
                risk.what.clone(),
                self.loaded.motion_name(risk.motion),
                risk.exposure().to_string(),
                risk.answer.clone(),
                self.loaded.owner_words(risk.owner),
            ]
        };
        let table = Table {
            title: String::new(),
            columns: vec![
                Column::words(words.get("risk")),
                Column::words(words.get("motion")),
                Column::figures(words.get("exposure")).strong(),
                Column::words(words.get("answer")),
                Column::words(words.get("owner")),
            ],
            rows: self.open_risks().into_iter().map(row).collect(),
            totals: Vec::new(),
        };
        let is_empty = table.rows.is_empty();
        Tables {
            heading: self.heading(SectionKind::Risks),
            lead: if is_empty { String::new() } else { words.get("risks_lead").to_owned() },
            tables: Some(table).filter(|_| !is_empty).into_iter().collect(),
        }
    }
}
