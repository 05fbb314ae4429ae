//! What deals brought, and what partners had to do with it.

use super::{From, Over, Row, count, money, ratio};
use crate::{Basis, Count, MetricSide, MetricUnit};

pub(super) fn rows() -> Vec<Row> {
    let value = Basis::FirstYearValue;
    vec![
        money("sourced_pipeline", "Partner-sourced pipeline", value, From::Counted(Count::SourcedPipeline),
            "First-year contract value of the deals opened in the month, open or won, that a partner originated, by the same \
             rule as partner-sourced revenue; a deal still open counts while its window lasts. Never counted as influenced \
             too.").headline(),
        ratio("co_sell_influence", "Co-sell influence", MetricUnit::Percent, "pipeline / all_pipeline",
            "Partner-influenced pipeline divided by all pipeline of the same period, by value. No standard exists; a deal that a \
             partner originated is in the whole, and not in the influenced part.").headline(),
        ratio("target_accounts_won", "Share of target accounts won", MetricUnit::Percent, "won_target_accounts / target_accounts",
            "Target accounts with a won deal by the end of the period, divided by all target accounts.").headline(),
        money("partner_revenue", "Partner revenue", value, From::Formula("sourced_revenue + revenue"),
            "Partner-sourced and partner-influenced revenue together. The two exclude each other, so each deal counts once."),
        money("partner_pipeline", "Partner pipeline", value, From::Formula("sourced_pipeline + pipeline"),
            "Partner-sourced and partner-influenced pipeline together. The two exclude each other, so each deal counts once."),
        money("won_revenue", "Won revenue", value, From::Counted(Count::WonRevenue),
            "First-year contract value of all deals won in the month, with a partner or without. Each deal counts once."),
        money("all_pipeline", "All pipeline", value, From::Counted(Count::AllPipeline),
            "First-year contract value of all deals opened in the month, open or won, with a partner or without."),
        money("total_partner_revenue", "Total partner revenue", Basis::Mixed, From::Formula("sourced_revenue + revenue + affiliate_revenue"),
            "The one line in which strategic and tactical revenue meet: first-year contract value of partner-sourced and \
             partner-influenced deals, and the cash that affiliates brought.").both(),
        ratio("sourced_share", "Partner-sourced share of revenue", MetricUnit::Percent, "sourced_revenue / won_revenue",
            "Partner-sourced revenue divided by all revenue won in the same period."),
        count("deals", "Deals opened", MetricSide::Strategic, From::Counted(Count::Deals),
            "Deals opened in the month, whatever became of them."),
        count("deals_with_partner", "Deals opened with a partner", MetricSide::Strategic, From::Counted(Count::DealsWithPartner),
            "Deals opened in the month in which at least one partner takes part, whatever became of them."),
        money("deal_value", "Value of deals opened", value, From::Counted(Count::DealValue),
            "First-year contract value of the deals opened in the month, whatever became of them."),
        money("deal_value_with_partner", "Value of deals opened with a partner", value, From::Counted(Count::DealValueWithPartner),
            "First-year contract value of the deals opened in the month in which at least one partner takes part, whatever became \
             of them."),
        ratio("attach_rate", "Attach rate, by count", MetricUnit::Percent, "deals_with_partner / deals",
            "Deals with at least one partner divided by all deals opened in the same period, by count."),
        ratio("attach_rate_by_value", "Attach rate, by value", MetricUnit::Percent, "deal_value_with_partner / deal_value",
            "Deals with at least one partner divided by all deals opened in the same period, by value."),
        count("target_accounts", "Target accounts", MetricSide::Strategic, From::Counted(Count::TargetAccounts),
            "Accounts on the list of target accounts. The list has no date: it is the same for every period and motion.").over(Over::Same),
        count("won_target_accounts", "Target accounts won", MetricSide::Strategic, From::Counted(Count::WonTargetAccounts),
            "Target accounts with a won deal by the end of the period, each counted once, with its first won deal.").over(Over::Last),
        money("market_size", "Market", value, From::Counted(Count::MarketSize),
            "What the whole market was worth in a fiscal year, as its source says. Known for whole fiscal years only.").over(Over::Same),
        ratio("market_share", "Market share", MetricUnit::Percent, "won_revenue / market_size",
            "Our won revenue divided by what the whole market was worth in the same fiscal year and scope. Yearly: unknown for any \
             other period, and without a market figure that names its source."),
    ]
}

impl Row {
    fn both(self) -> Self {
        Self { side: MetricSide::Both, ..self }
    }
}
