//! The money of motions: lines, what they follow, who pays, what is overspent; and funds.

use std::collections::BTreeMap;

use domain::budget::{followed, implied_to_date, payers, payers_of};
use domain::{
    Amounts, BudgetLine, BudgetLineId, Currency, Fund, FundId, Line, Lines, MetricUnit, Money, Month, Motion, MotionId,
    OrganizationId, OverMonths, Projection,
};
use picture::format;

use super::Loaded;
use super::find::gone;
use crate::ErrorReply;
use crate::wire::*;

impl Loaded {
    /// A line as it is in Expected.
    pub(crate) fn budget_line(&self, id: BudgetLineId) -> Result<&BudgetLine, ErrorReply> {
        let rows = &self.expected.budget_lines;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("budget line"))
    }

    pub(crate) fn fund(&self, id: FundId) -> Result<&Fund, ErrorReply> {
        let rows = &self.expected.funds;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("fund"))
    }

    pub(crate) fn motion_money(&self, motion: &Motion) -> MotionMoney {
        let lines: Vec<(&BudgetLine, BudgetLineView)> = self
            .workspace
            .budget_lines
            .iter()
            .filter(|line| line.motion == motion.id)
            .map(|line| (line, self.budget_line_view(line)))
            .collect();
        let of_motion = |fund: &&Fund| fund.motion == Some(motion.id);
        let projections = self.workspace.projections.iter().filter(|projection| projection.motion == motion.id);
        MotionMoney {
            motion: motion.id,
            totals: totals(lines.iter().map(|(_, view)| view)),
            payers: self.payer_totals(lines.iter().map(|(line, _)| *line)),
            funds: self.expected.funds.iter().filter(of_motion).map(|fund| self.fund_view(fund)).collect(),
            followable: projections.filter_map(|projection| self.followable(projection)).collect(),
            lines: lines.into_iter().map(|(_, view)| view).collect(),
        }
    }

    pub(crate) fn budget_line_view(&self, line: &BudgetLine) -> BudgetLineView {
        let (planned, spent) = (line.planned(), line.money(line.spent_minor));
        let implied = self.implied(line).unwrap_or(planned);
        BudgetLineView {
            id: line.id,
            name: line.name.to_string(),
            behavior: line.behavior,
            follows: self.follows(line),
            planned,
            base: self.line_base(line),
            committed: line.money(line.committed_minor),
            spent,
            implied,
            over: over(spent, implied),
            shares: self.line_shares(line),
            audience: line.audience,
        }
    }

    /// What a line that follows a projection may have cost by now.
    fn implied(&self, line: &BudgetLine) -> Option<Money> {
        let (projection, metric, rate) = followed(&self.workspace, line)?;
        self.workspace.can_follow(projection, line.currency).ok()?;
        let lines = Lines::one(Line::Motion(line.motion));
        let (first, last) = (projection.from, Month::of(self.today).max(projection.from));
        let projected = self.planned().months(self.ledger().library(), &metric.key, &lines, first, last);
        let measured = self.ledger().months(&metric.key, &lines, first, last);
        Some(implied_to_date(rate, &projected, &measured, Month::of(self.today), line.currency))
    }

    fn follows(&self, line: &BudgetLine) -> Option<Follows> {
        let (projection, metric, rate) = followed(&self.workspace, line)?;
        let currency = self.workspace.settings.currency;
        let total = remaining_total(&self.workspace, projection);
        let total = format::figure(total, metric.unit, currency);
        let words = match metric.unit {
            MetricUnit::Money => format!("{}% of {} ({total})", figure(rate * 100.0), metric.name),
            _ => {
                format!("{} for each of {} ({total})", format::money(Money::from_f64(rate, line.currency)), metric.name)
            }
        };
        Some(Follows {
            projection: projection.id,
            metric: metric.key.clone(),
            metric_name: metric.name.to_string(),
            rate,
            words,
        })
    }

    fn followable(&self, projection: &Projection) -> Option<Followable> {
        let metric = self.workspace.metrics.iter().find(|metric| metric.key == projection.metric)?;
        let adds =
            metric.over_months == OverMonths::Sum && matches!(metric.unit, MetricUnit::Money | MetricUnit::Count);
        adds.then(|| Followable {
            projection: projection.id,
            metric: metric.key.clone(),
            metric_name: metric.name.to_string(),
            unit: metric.unit,
            total_text: format::figure(
                remaining_total(&self.workspace, projection),
                metric.unit,
                self.workspace.settings.currency,
            ),
        })
    }

    fn line_shares(&self, line: &BudgetLine) -> Vec<LineShareView> {
        let us = self.workspace.settings.us;
        let pays: BTreeMap<OrganizationId, Money> = payers(line, us).into_iter().collect();
        let view = |share: &domain::BudgetShare| LineShareView {
            organization: share.organization,
            name: self.organization_name(share.organization),
            is_us: share.organization == us,
            percent: share.amount_minor.is_none().then_some(share.share * 100.0),
            amount: share.amount_minor.map(|minor| line.money(minor)),
            pays: pays.get(&share.organization).copied().unwrap_or(Money::zero(line.currency)),
        };
        line.shares.iter().map(view).collect()
    }

    /// Each payer's planned, committed and spent money, by currency.
    fn payer_totals<'a>(&self, lines: impl Iterator<Item = &'a BudgetLine>) -> Vec<PayerTotal> {
        let us = self.workspace.settings.us;
        let mut order = vec![us];
        let mut sums: BTreeMap<OrganizationId, [Amounts; 3]> = BTreeMap::new();
        for line in lines {
            let amounts = [line.planned_minor, line.committed_minor, line.spent_minor];
            for (at, minor) in amounts.into_iter().enumerate() {
                for (payer, money) in payers_of(line, minor, us) {
                    if !order.contains(&payer) {
                        order.push(payer);
                    }
                    sums.entry(payer).or_default()[at].add(money);
                }
            }
        }
        let total = |payer: OrganizationId, sums: &[Amounts; 3], currency: Currency| PayerTotal {
            organization: payer,
            name: self.organization_name(payer),
            is_us: payer == us,
            planned: sums[0].of(currency),
            committed: sums[1].of(currency),
            spent: sums[2].of(currency),
        };
        let of = |payer: OrganizationId| {
            let sums = sums.get(&payer);
            let currencies: Vec<Currency> = sums.iter().flat_map(|sums| sums[0].iter()).map(|m| m.currency).collect();
            currencies.into_iter().filter_map(move |currency| Some(total(payer, sums?, currency))).collect::<Vec<_>>()
        };
        order.into_iter().flat_map(of).collect()
    }

    pub(crate) fn fund_view(&self, fund: &Fund) -> FundView {
        let standing = fund.standing(self.today);
        let motion = self.workspace.motions.iter().find(|motion| Some(motion.id) == fund.motion);
        FundView {
            id: fund.id,
            name: fund.name.to_string(),
            motion: fund.motion,
            motion_name: motion.map(|motion| motion.name.to_string()),
            giver: fund.giver,
            giver_name: self.organization_name(fund.giver),
            accrued: fund.accrued,
            amount: fund.amount,
            requested: fund.requested,
            approved: fund.approved,
            spent: fund.spent,
            claimed: fund.claimed,
            claim_by: fund.claim_by,
            reimbursed: fund.reimbursed,
            expires: fund.expires,
            proof: fund.proof.clone(),
            audience: fund.audience,
            status: standing.status,
            next: standing.next.map(|(step, _)| step),
            next_by: standing.next.map(|(_, day)| day),
            words: standing.words,
        }
    }

    pub(crate) fn motion_name(&self, id: MotionId) -> String {
        self.motion(id).map(|motion| motion.name.to_string()).unwrap_or_default()
    }

    pub(crate) fn organization_name(&self, id: OrganizationId) -> String {
        self.expected.organization(id).map(|row| row.name.to_string()).unwrap_or_default()
    }
}

fn over(spent: Money, implied: Money) -> Option<Money> {
    let minor = spent.minor.saturating_sub(implied.minor);
    (minor > 0).then_some(Money { minor, ..spent })
}

/// One for each currency, by code.
fn totals<'a>(lines: impl Iterator<Item = &'a BudgetLineView>) -> Vec<BudgetTotal> {
    let mut sums: [Amounts; 5] = Default::default();
    for line in lines {
        let over = line.over.unwrap_or(Money::zero(line.planned.currency));
        for (sum, money) in sums.iter_mut().zip([line.planned, line.committed, line.spent, line.implied, over]) {
            sum.add(money);
        }
    }
    let [planned, committed, spent, implied, over] = sums;
    let total = |money: Money| BudgetTotal {
        planned: money,
        committed: committed.of(money.currency),
        spent: spent.of(money.currency),
        implied: implied.of(money.currency),
        over: Some(over.of(money.currency)).filter(|over| over.minor > 0),
    };
    planned.iter().map(total).collect()
}

/// Two decimals at most.
fn figure(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What a projection comes to with the partners that are left, in Expected or in the chosen scenario.
pub(crate) fn remaining_total(workspace: &domain::Workspace, projection: &Projection) -> f64 {
    let metric = workspace.metrics.iter().find(|metric| metric.key == projection.metric);
    let part = metric.map_or(1.0, |metric| domain::Remaining::of(workspace).of_metric(projection.motion, metric));
    projection.total * part
}
