//! What everything costs and who pays.

use std::collections::BTreeMap;

use domain::{Currency, Fund, Money, OrganizationId, SectionContent, SectionKind};
use press::{Column, Table, Tables};

use super::Writer;

/// Planned, committed and spent.
type Costs = [Money; 3];

impl Writer<'_> {
    pub(super) fn budget_tables(&self) -> Tables {
        let Some(section) = self.section(SectionKind::Budget) else { return Tables::default() };
        let SectionContent::Budget { funds } = section.content else { return Tables::default() };
        if !self.shows_amounts() {
            return Tables::default();
        }
        let funds = if funds { self.funds() } else { None };
        Tables {
            heading: self.heading(SectionKind::Budget),
            lead: String::new(),
            tables: [self.by_motion(), self.by_payer(), funds].into_iter().flatten().collect(),
        }
    }

    /// A row for each motion and currency; what is in several currencies is never added up. None where nothing is
    /// planned.
    fn by_motion(&self) -> Option<Table> {
        let words = self.words;
        let mut named: Vec<(String, Costs)> = Vec::new();
        let mut sums: BTreeMap<Currency, Costs> = BTreeMap::new();
        for motion in &self.motions {
            for total in self.loaded.motion_money(motion).totals {
                let own = [total.planned, total.committed, total.spent];
                if own.iter().all(|money| money.minor == 0) {
                    continue;
                }
                let sum = sums.entry(total.planned.currency).or_insert(own.map(|money| Money::zero(money.currency)));
                for (sum, amount) in sum.iter_mut().zip(own) {
                    *sum = sum.plus(amount).unwrap_or(*sum);
                }
                named.push((motion.name.to_string(), own));
            }
        }
        let count = named.len();
        if count > sums.len() {
            named.extend(sums.into_values().map(|sum| (words.get("total").to_owned(), sum)));
        }
        let columns: Vec<Vec<String>> = (0..3)
            .map(|at| self.language.money_column(&named.iter().map(|(_, own)| own[at]).collect::<Vec<_>>()))
            .collect();
        let row = |(at, (name, _)): (usize, (String, Costs))| {
            std::iter::once(name).chain(columns.iter().map(|column| column[at].clone())).collect()
        };
        let mut rows: Vec<Vec<String>> = named.into_iter().enumerate().map(row).collect();
        let totals = rows.split_off(count);
        (!rows.is_empty()).then(|| Table {
            title: words.get("by_motion").to_owned(),
            columns: vec![
                Column::words(words.get("motion")),
                Column::figures(words.get("planned")).strong(),
                Column::figures(words.get("committed")),
                Column::figures(words.get("spent")),
            ],
            rows,
            totals,
        })
    }

    /// The largest of each currency first; a share is one of its currency.
    fn by_payer(&self) -> Option<Table> {
        let mut paid: BTreeMap<(Currency, OrganizationId), (String, Money)> = BTreeMap::new();
        for payer in self.motions.iter().flat_map(|motion| self.loaded.motion_money(motion).payers) {
            let entry = paid
                .entry((payer.planned.currency, payer.organization))
                .or_insert_with(|| (payer.name, Money::zero(payer.planned.currency)));
            entry.1 = entry.1.plus(payer.planned).unwrap_or(entry.1);
        }
        let mut payers: Vec<(String, Money)> = paid.into_values().filter(|(_, amount)| amount.minor != 0).collect();
        let own = self.loaded.workspace.settings.currency;
        payers.sort_by(|(a_name, a), (b_name, b)| {
            let order = |money: &Money| (money.currency != own, money.currency, -money.minor);
            order(a).cmp(&order(b)).then_with(|| a_name.cmp(b_name))
        });
        let count = payers.len();
        let sums = sums(payers.iter().map(|(_, amount)| *amount));
        payers.extend(sums.iter().map(|sum| (self.words.get("total").to_owned(), *sum)));
        let whole = |currency| sums.iter().find(|sum| sum.currency == currency).map_or(f64::NAN, |sum| sum.to_f64());
        let texts = self.language.money_column(&payers.iter().map(|(_, amount)| *amount).collect::<Vec<_>>());
        let row = |((name, paid), text): ((String, Money), String)| {
            vec![name, text, self.language.percent(paid.to_f64() / whole(paid.currency))]
        };
        let mut rows: Vec<Vec<String>> = payers.into_iter().zip(texts).map(row).collect();
        let totals = rows.split_off(count);
        (count > 1).then(|| Table {
            title: self.words.get("by_payer").to_owned(),
            columns: vec![
                Column::words(self.words.get("payer")),
                Column::figures(self.words.get("planned")).strong(),
                Column::figures(self.words.get("share")),
            ],
            rows,
            totals,
        })
    }

    fn funds(&self) -> Option<Table> {
        let funds: Vec<&Fund> = self.loaded.workspace.funds.iter().collect();
        let (rows, totals) = self.fund_rows(&funds);
        (!rows.is_empty()).then(|| Table {
            title: self.words.get("funds").to_owned(),
            columns: vec![
                Column::words(self.words.get("fund")),
                Column::words(self.words.get("giver")),
                Column::figures(self.words.get("amount")).strong(),
                Column::words(self.words.get("status")),
            ],
            rows,
            totals,
        })
    }
}

/// What amounts come to, one sum for each currency, in the order of the first of each.
pub(super) fn sums(amounts: impl Iterator<Item = Money>) -> Vec<Money> {
    let mut sums: Vec<Money> = Vec::new();
    for amount in amounts {
        match sums.iter_mut().find(|sum| sum.currency == amount.currency) {
            Some(sum) => *sum = sum.plus(amount).unwrap_or(*sum),
            None => sums.push(amount),
        }
    }
    sums
}
