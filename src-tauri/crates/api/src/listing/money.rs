//! Budget lines and funds as lists.

use domain::{BudgetLine, Fund};
use serde_json::{Value, json};

use super::Listing;
use crate::loaded::Loaded;
use crate::wire::{LineShareView, RateView};

/// Every line, by motion, then name.
pub(super) fn budget(loaded: &Loaded) -> Listing {
    let mut lines: Vec<(String, &BudgetLine)> =
        loaded.workspace.budget_lines.iter().map(|line| (loaded.motion_name(line.motion), line)).collect();
    lines.sort_by(|a, b| (&a.0, &a.1.name, a.1.id).cmp(&(&b.0, &b.1.name, b.1.id)));
    let row = |(motion, line): (String, &BudgetLine)| {
        let view = loaded.budget_line_view(line);
        let payers: Vec<String> = view.shares.iter().map(payer).collect();
        vec![
            json!(motion),
            json!(view.name),
            json!(view.id),
            json!(view.behavior),
            json!(view.follows.map(|follows| follows.words)),
            json!(view.planned),
            json!(view.committed),
            json!(view.spent),
            json!(view.implied),
            json!(view.over),
            json!(payers),
            json!(view.audience),
        ]
    };
    Listing {
        name: "budget",
        columns: vec![
            "motion",
            "name",
            "id",
            "behavior",
            "follows",
            "planned",
            "committed",
            "spent",
            "implied",
            "over",
            "payers",
            "audience",
        ],
        rows: lines.into_iter().map(row).collect(),
    }
}

/// Every fund, by name.
pub(super) fn funds(loaded: &Loaded) -> Listing {
    let mut funds: Vec<&Fund> = loaded.expected.funds.iter().collect();
    funds.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let row = |fund: &Fund| -> Vec<Value> {
        let view = loaded.fund_view(fund);
        vec![
            json!(view.name),
            json!(view.id),
            json!(view.giver_name),
            json!(view.motion_name),
            json!(view.amount),
            json!(view.accrued),
            json!(view.status),
            json!(view.next),
            json!(view.next_by),
            json!(view.words),
            json!(view.audience),
        ]
    };
    Listing {
        name: "funds",
        columns: vec![
            "name", "id", "giver", "motion", "amount", "accrued", "status", "next", "next_by", "standing", "audience",
        ],
        rows: funds.into_iter().map(row).collect(),
    }
}

/// Every rate, by currencies, the latest first.
pub(super) fn rates(rates: Vec<RateView>) -> Listing {
    let row = |rate: RateView| {
        let RateView { id, from, to, rate, date, source } = rate;
        vec![json!(from), json!(to), json!(rate), json!(date), json!(source), json!(id)]
    };
    let columns = vec!["from", "to", "rate", "date", "source", "id"];
    Listing { name: "rates", columns, rows: rates.into_iter().map(row).collect() }
}

/// "Acme 4000.00 EUR".
fn payer(share: &LineShareView) -> String {
    format!("{} {} {}", share.name, share.pays.to_decimal(), share.pays.currency)
}
