//! The money of a joint plan: what each side pays of the motions together, and the funds between the two.

use domain::{Fund, Money, Motion, Organization};
use press::{Column, Part};

use super::{table, with_totals};
use crate::loaded::document::Writer;

impl Writer<'_> {
    /// What others pay stands in one column, without their names.
    pub(super) fn joint_money(&self, partner: &Organization, motions: &[&Motion]) -> Option<Part> {
        if !self.shows_amounts() {
            return None;
        }
        let currency = self.loaded.workspace.settings.currency;
        let sides = |motion: &&Motion| {
            let mut minor = [0_i64; 3];
            for payer in self.loaded.payers_of(motion.id) {
                let side = if payer.is_us { 0 } else { 1 + usize::from(payer.id != partner.id) };
                minor[side] = minor[side].saturating_add(payer.amount.minor);
            }
            (motion.name.to_string(), minor)
        };
        let paid: Vec<(String, [i64; 3])> = motions.iter().map(sides).filter(|(_, minor)| *minor != [0; 3]).collect();
        let sum = |side: usize| paid.iter().fold(0_i64, |sum, (_, minor)| sum.saturating_add(minor[side]));
        let whole = [0, 1, 2].map(sum);
        let others = whole[2] != 0;
        let count = paid.len();
        let total = (count > 1).then(|| (self.words.get("total").to_owned(), whole));
        let named: Vec<(String, [i64; 3])> = paid.into_iter().chain(total).collect();
        let column = |of: &dyn Fn(&[i64; 3]) -> i64| {
            let amounts = named.iter().map(|(_, minor)| Money { minor: of(minor), currency });
            self.language.money_column(&amounts.collect::<Vec<_>>())
        };
        let all = column(&|minor| minor.iter().fold(0_i64, |sum, part| sum.saturating_add(*part)));
        let each: Vec<Vec<String>> = (0..if others { 3 } else { 2 }).map(|side| column(&|minor| minor[side])).collect();
        let row = |(at, (name, _)): (usize, &(String, [i64; 3]))| {
            let sides = each.iter().map(|column| column[at].clone());
            [name.clone(), all[at].clone()].into_iter().chain(sides).collect()
        };
        let mut rows: Vec<Vec<String>> = named.iter().enumerate().map(row).collect();
        let totals = rows.split_off(count);
        let words = self.words;
        let mut columns = vec![
            Column::words(words.get("motion")),
            Column::figures(words.get("planned")).strong(),
            Column::figures(self.loaded.organization_name(self.loaded.workspace.settings.us)),
            Column::figures(partner.name.to_string()),
        ];
        if others {
            columns.push(Column::figures(words.get("others_pay")));
        }
        with_totals(table(words.get("money_of_both"), columns, rows), totals)
    }

    /// Those that one of the two gives, for no motion or for one of those together.
    pub(super) fn joint_funds(&self, partner: &Organization, motions: &[&Motion]) -> Option<Part> {
        if !self.shows_amounts() {
            return None;
        }
        let us = self.loaded.workspace.settings.us;
        let together = |fund: &Fund| fund.motion.map(|id| motions.iter().any(|motion| motion.id == id));
        let between = |fund: &&Fund| match together(fund) {
            Some(together) => together && [us, partner.id].contains(&fund.giver),
            None => fund.giver == partner.id,
        };
        let funds: Vec<&Fund> = self.loaded.workspace.funds.iter().filter(between).collect();
        let (rows, totals) = self.fund_rows(&funds);
        let words = self.words;
        let columns = vec![
            Column::words(words.get("fund")),
            Column::words(words.get("giver")),
            Column::figures(words.get("amount")).strong(),
            Column::words(words.get("status")),
        ];
        with_totals(table(words.get("joint_funds"), columns, rows), totals)
    }
}
