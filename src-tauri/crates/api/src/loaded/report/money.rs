//! Budget lines, and what each motion's come to.

use std::collections::BTreeMap;

use domain::{BudgetLine, Currency, Money, MotionId};
use press::{Area, At, Cell, Formula, Sheet, SheetName, Unit};

use super::{Report, list, row_number, text, word};

/// The sheet, and where each motion's lines lie in it.
pub(super) struct Budget {
    pub(super) sheet: Sheet,
    currency: Currency,
    /// First and last row, and planned, committed and spent of the workspace's currency.
    motions: BTreeMap<MotionId, (u32, u32, [i64; 3])>,
}

/// Columns of the sheet.
const CURRENCY: u16 = 3;
const PLANNED: u16 = 4;

impl Report<'_> {
    /// Every budget line by its motion, and a total for each currency.
    pub(super) fn budget(&self) -> Budget {
        let own = self.seen.workspace.settings.currency;
        let head = ["Motion", "Line", "Cost", "Currency", "Planned", "Committed", "Spent", "Left", "Payers"];
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut motions = BTreeMap::new();
        let mut totals: BTreeMap<Currency, [i64; 3]> = BTreeMap::new();
        for motion in self.motion_list() {
            let first = row_number(rows.len()) + 1;
            let mut sums = [0; 3];
            let lines: Vec<&BudgetLine> =
                self.seen.workspace.budget_lines.iter().filter(|line| line.motion == motion.id).collect();
            for line in lines {
                let amounts = [line.planned_minor, line.committed_minor, line.spent_minor];
                add(totals.entry(line.currency).or_default(), amounts);
                if line.currency == own {
                    add(&mut sums, amounts);
                }
                let at = row_number(rows.len()) + 1;
                rows.push(self.budget_row(motion.name.as_str(), line, at));
            }
            let last = row_number(rows.len());
            if last >= first {
                motions.insert(motion.id, (first, last, sums));
            }
        }
        let last = row_number(rows.len());
        let mut sheet =
            list(SheetName::Budget, &head, rows, &[34.0, 30.0, 12.0, 10.0, 16.0, 16.0, 16.0, 16.0, 44.0], 2);
        // Totals lie under the table, where no filter hides them.
        sheet
            .rows
            .extend(totals.into_iter().zip(last + 1..).map(|((currency, sums), at)| total(currency, sums, last, at)));
        Budget { sheet, currency: own, motions }
    }

    fn budget_row(&self, motion: &str, line: &BudgetLine, at: u32) -> Vec<Cell> {
        let view = self.seen.budget_line_view(line);
        let unit = Unit::Money(line.currency);
        let amount = |money: Money| Cell::Figure(money.to_f64(), unit);
        let payers: Vec<String> = view
            .shares
            .iter()
            .map(|share| format!("{} {} {}", share.name, share.pays.to_decimal(), share.pays.currency))
            .collect();
        vec![
            text(motion),
            text(&line.name),
            word(line.behavior),
            text(line.currency),
            amount(view.planned),
            amount(view.committed),
            amount(view.spent),
            Cell::Formula(left(at), Some(view.planned.to_f64() - view.spent.to_f64()), unit),
            text(payers.join(", ")),
        ]
    }
}

impl Budget {
    /// Planned, committed and spent of a motion in the workspace's currency; what is in others stands in the sheet alone.
    pub(super) fn of_motion(&self, motion: MotionId) -> [Cell; 3] {
        let Some((first, last, sums)) = self.motions.get(&motion) else {
            return [Cell::Empty, Cell::Empty, Cell::Empty];
        };
        let cell = |at: u16| {
            let column = PLANNED + at;
            let value = Money { minor: sums[usize::from(at)], currency: self.currency }.to_f64();
            Cell::Formula(of_currency(self.currency, column, (*first, *last)), Some(value), Unit::Money(self.currency))
        };
        [cell(0), cell(1), cell(2)]
    }
}

fn total(currency: Currency, sums: [i64; 3], last: u32, at: u32) -> Vec<Cell> {
    let unit = Unit::Money(currency);
    let value = |index: usize| Money { minor: sums[index], currency }.to_f64();
    let sum = |index: u16| {
        Cell::Total(of_currency(currency, PLANNED + index, (1, last)), Some(value(usize::from(index))), unit)
    };
    let strong = |words: &str| Cell::Strong(words.to_owned());
    vec![
        strong("Total"),
        strong(""),
        strong(""),
        Cell::Strong(currency.to_string()),
        sum(0),
        sum(1),
        sum(2),
        Cell::Total(left(at), Some(value(0) - value(2)), unit),
    ]
}

fn of_currency(currency: Currency, column: u16, (first, last): (u32, u32)) -> Formula {
    let area = |column| Area { sheet: SheetName::Budget, first: (first, column), last: (last, column) };
    Formula::SumWhere { keys: area(CURRENCY), key: currency, values: area(column) }
}

/// Planned without spent.
fn left(row: u32) -> Formula {
    let at = |column| At { sheet: SheetName::Budget, row, column };
    Formula::Minus(at(PLANNED), at(PLANNED + 2))
}

fn add(sums: &mut [i64; 3], amounts: [i64; 3]) {
    for (sum, amount) in sums.iter_mut().zip(amounts) {
        *sum = sum.saturating_add(amount);
    }
}
