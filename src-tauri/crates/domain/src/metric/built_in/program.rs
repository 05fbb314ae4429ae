//! The program itself: its partners, its market money, what it costs and how it is balanced.

use super::{From, Over, Row, count, money, ratio};
use crate::{Basis, Count, MetricSide, MetricUnit};

pub(super) fn rows() -> Vec<Row> {
    let strategic = MetricSide::Strategic;
    let value = Basis::FirstYearValue;
    let cash = Basis::Collected;
    vec![
        money("partner_cost", "Partner program cost", cash, From::Measured,
            "What the partner program cost in the month, all in: people, budgets, market money, commission.").lower_is_better(),
        count("partner_customers", "Customers from partners", strategic, From::Counted(Count::PartnerCustomers),
            "Accounts whose first won deal a partner originated, by the month in which it was won."),
        ratio("partner_cac", "Partner CAC", MetricUnit::Money, "partner_cost / partner_customers",
            "Partner program cost divided by the customers from partners of the same period.").basis(cash).lower_is_better(),
        money("fund_allocated", "Market money allocated", cash, From::Counted(Count::FundAllocated),
            "Market development money by the month in which it was approved, or else requested, or else spent."),
        money("fund_used", "Market money used", cash, From::Counted(Count::FundUsed),
            "What was spent of it, by the month in which it was allocated."),
        ratio("fund_utilization", "Market-fund utilization", MetricUnit::Percent, "fund_used / fund_allocated",
            "Market money spent divided by market money allocated, of the funds allocated in the period."),
        money("fund_spent", "Market money spent", cash, From::Counted(Count::FundSpent),
            "Market development money by the month in which it was spent.").lower_is_better(),
        money("fund_revenue", "Revenue after market money", value, From::Counted(Count::FundRevenue),
            "First-year contract value of the deals with a partner's part that were won in a fund's motion within the window \
             (setting, 12 months) after the fund was spent, by the month of spending. A deal counts to the latest fund before it."),
        ratio("fund_roi", "Market-fund ROI, on revenue", MetricUnit::Percent, "fund_revenue / fund_spent - 1",
            "Revenue after market money minus the money, divided by the money: first-year contract value against cash spent, within \
             the window of the settings."),
        ratio("fund_roi_margin", "Market-fund ROI, on margin", MetricUnit::Percent, "fund_revenue * gross_margin / fund_spent - 1",
            "Margin on the revenue after market money minus the money, divided by the money, within the window of the settings."),
        count("recruited_partners", "Partners recruited", strategic, From::Counted(Count::RecruitedPartners),
            "Partners with a relationship to us that is active, at risk or ended, since the end of the period at the latest.").over(Over::Last),
        count("activated_partners", "Partners activated", strategic, From::Counted(Count::ActivatedPartners),
            "Recruited partners with a first deal by the end of the period: one that they sourced or influenced.").over(Over::Last),
        ratio("activation_rate", "Activation", MetricUnit::Percent, "activated_partners / recruited_partners",
            "Partners with a first deal divided by partners recruited, both by the end of the period."),
        count("opening_partners", "Opening partners", strategic, From::Measured,
            "Partners at the beginning of the month.").over(Over::First),
        count("lost_partners", "Partners lost", strategic, From::Measured,
            "Opening partners that left in the month.").lower_is_better(),
        ratio("partner_churn", "Partner churn", MetricUnit::Percent, "lost_partners / opening_partners",
            "Partners lost in the period divided by the partners at its beginning.").lower_is_better(),
        count("active_partners", "Active partners", strategic, From::Counted(Count::ActivePartners),
            "Recruited partners with any activity in the 12 months up to the end of the period: a motion, a touch, a figure, a \
             signal or an entry in the log.").over(Over::Last),
        ratio("active_share", "Active partners, share", MetricUnit::Percent, "active_partners / recruited_partners",
            "Partners with any activity in the last 12 months divided by partners recruited."),
        count("affiliates", "Affiliates", MetricSide::Tactical, From::Counted(Count::Affiliates),
            "Organizations of the kind affiliate, and any other with clicks or signups of its own. The list has no date.")
            .over(Over::Same),
        count("engaged_affiliates", "Engaged affiliates", MetricSide::Tactical, From::Counted(Count::EngagedAffiliates),
            "Affiliates with at least one click or signup in the period, each counted once.").over(Over::Last),
        ratio("engagement", "Engagement", MetricUnit::Percent, "engaged_affiliates / affiliates",
            "Affiliates with at least one click or signup in the period divided by all affiliates.").tactical(),
        counted("concentration", "Concentration (HHI)", MetricUnit::Ratio, Count::Concentration,
            "Sum of the squares of the partners' shares, in percent, of the revenue that they sourced and influenced: 0 to 10,000. \
             Under 1,000 low, to 1,800 moderate, above high (merger guidelines of 2023). The influence model says what each \
             partner gets.").lower_is_better(),
        counted("top_three_share", "Top three partners, share", MetricUnit::Percent, Count::TopThreeShare,
            "Share of the three largest partners in the revenue that partners sourced and influenced.").lower_is_better(),
        count("weight_given", "Weight of what is given", strategic, From::Counted(Count::WeightGiven),
            "Weights of everything that we give in active relationships, added up, as of today.").over(Over::Last),
        count("weight_got", "Weight of what is got", strategic, From::Counted(Count::WeightGot),
            "Weights of everything that we get in active relationships, added up, as of today.").over(Over::Last),
        ratio("reciprocity", "Reciprocity", MetricUnit::Ratio, "min(weight_given, weight_got) / max(weight_given, weight_got)",
            "Smaller weighted side of the value exchange divided by the larger: 1 is even."),
    ]
}

/// What can only be counted as a whole, and is no sum of anything.
fn counted(key: &'static str, name: &'static str, unit: MetricUnit, of: Count, definition: &'static str) -> Row {
    Row { unit, over: Over::Ratio, ..money(key, name, Basis::NotMoney, From::Counted(of), definition) }
}
