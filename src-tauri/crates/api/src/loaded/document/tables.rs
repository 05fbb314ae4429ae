//! Pages of tables: what may go wrong, and what everything costs.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::{Fund, Money, OrganizationId, Risk, SectionContent, SectionKind};
use picture::format;
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
        };
        let is_empty = table.rows.is_empty();
        Tables {
            heading: self.heading(SectionKind::Risks),
            lead: if is_empty { String::new() } else { words.get("risks_lead").to_owned() },
            tables: Some(table).filter(|_| !is_empty).into_iter().collect(),
        }
    }

    pub(super) fn budget_tables(&self) -> Tables {
        let Some(section) = self.section(SectionKind::Budget) else { return Tables::default() };
        let SectionContent::Budget { funds } = section.content else { return Tables::default() };
        let funds = if funds { self.funds() } else { None };
        Tables {
            heading: self.heading(SectionKind::Budget),
            lead: String::new(),
            tables: [self.by_motion(), self.by_payer(), funds].into_iter().flatten().collect(),
        }
    }

    /// None where nothing is planned.
    fn by_motion(&self) -> Option<Table> {
        let words = self.words;
        let currency = self.loaded.workspace.settings.currency;
        let zero = Money::zero(currency);
        let mut sums = [zero; 3];
        let mut rows = Vec::new();
        for motion in &self.motions {
            let lines = self.loaded.workspace.budget_lines.iter().filter(|line| line.motion == motion.id);
            let own = lines.filter(|line| line.currency == currency).fold([0, 0, 0], |sum, line| {
                [sum[0] + line.planned_minor, sum[1] + line.committed_minor, sum[2] + line.spent_minor]
            });
            if own == [0, 0, 0] {
                continue;
            }
            let own = own.map(|minor| Money { minor, currency });
            for (sum, amount) in sums.iter_mut().zip(own) {
                *sum = sum.plus(amount).unwrap_or(*sum);
            }
            rows.push(std::iter::once(motion.name.to_string()).chain(own.map(amount)).collect());
        }
        if rows.len() > 1 {
            rows.push(std::iter::once(words.get("total").to_owned()).chain(sums.map(amount)).collect());
        }
        (!rows.is_empty()).then(|| Table {
            title: words.get("by_motion").to_owned(),
            columns: vec![
                Column::words(words.get("motion")),
                Column::figures(words.get("planned")).strong(),
                Column::figures(words.get("committed")),
                Column::figures(words.get("spent")),
            ],
            rows,
        })
    }

    fn by_payer(&self) -> Option<Table> {
        let mut paid: BTreeMap<OrganizationId, (String, Money)> = BTreeMap::new();
        for payer in self.motions.iter().flat_map(|motion| self.loaded.payers_of(motion.id)) {
            let entry = paid.entry(payer.id).or_insert_with(|| (payer.name, Money::zero(payer.amount.currency)));
            entry.1 = entry.1.plus(payer.amount).unwrap_or(entry.1);
        }
        let mut payers: Vec<(String, Money)> = paid.into_values().filter(|(_, amount)| amount.minor != 0).collect();
        payers.sort_by(|a, b| b.1.minor.cmp(&a.1.minor).then_with(|| a.0.cmp(&b.0)));
        let all: f64 = payers.iter().map(|(_, amount)| amount.to_f64()).sum();
        let row = |(name, paid): (String, Money)| vec![name, amount(paid), format::percent(paid.to_f64() / all)];
        (payers.len() > 1).then(|| Table {
            title: self.words.get("by_payer").to_owned(),
            columns: vec![
                Column::words(self.words.get("payer")),
                Column::figures(self.words.get("planned")).strong(),
                Column::figures(self.words.get("share")),
            ],
            rows: payers.into_iter().map(row).collect(),
        })
    }

    fn funds(&self) -> Option<Table> {
        let row = |fund: &Fund| {
            vec![
                fund.name.to_string(),
                self.loaded.organization_name(fund.giver),
                amount(fund.amount),
                self.loaded.fund_view(fund).words,
            ]
        };
        let funds = &self.loaded.workspace.funds;
        (!funds.is_empty()).then(|| Table {
            title: self.words.get("funds").to_owned(),
            columns: vec![
                Column::words(self.words.get("fund")),
                Column::words(self.words.get("giver")),
                Column::figures(self.words.get("amount")).strong(),
                Column::words(self.words.get("status")),
            ],
            rows: funds.iter().map(row).collect(),
        })
    }
}

fn amount(money: Money) -> String {
    if money.minor == 0 { "—".to_owned() } else { format::money(money) }
}
