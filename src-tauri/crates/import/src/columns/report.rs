//! What the columns of a network's report may hold. Which column it is, each profile says.

use super::field::{Field, Noun, Schema};

macro_rules! parts {
    ($($part:ident $key:literal $words:literal;)*) => {
        /// One thing that a row of a report says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the words of the fields say it")]
        pub enum Part {
            $($part),*
        }

        static FIELDS: &[Field] = &[$(Field { key: $key, words: $words, suggest: None, aliases: &[] }),*];
    };
}

parts! {
    Month "month" "month";
    Date "date" "day of the transaction";
    Clicked "clicked" "day of the click";
    Validated "validated" "day of the approval";
    Reversed "reversed" "day of the reversal";
    Paid "paid" "day of the payment";
    Partner "partner" "partner's name";
    PartnerId "partner_id" "partner's id in the network";
    Website "website" "partner's website";
    Campaign "campaign" "campaign";
    Transaction "transaction" "id of the transaction";
    Currency "currency" "currency";
    Status "status" "status";
    Validation "validation" "result of the approval";
    Locked "locked" "mark of an approved transaction";
    Voided "voided" "mark of a declined transaction";
    Type "type" "type of the transaction";
    Original "original" "mark of a first entry, not a correction";
    Clicks "clicks" "clicks";
    Leads "leads" "leads";
    Signups "signups" "signups";
    PaidCustomers "paid_customers" "paid customers";
    Orders "orders" "orders";
    PendingOrders "pending_orders" "pending orders";
    ApprovedOrders "approved_orders" "approved orders";
    DeclinedOrders "declined_orders" "declined orders";
    GrossOrders "gross_orders" "orders before declined ones";
    Revenue "revenue" "revenue";
    PendingRevenue "pending_revenue" "pending revenue";
    ApprovedRevenue "approved_revenue" "approved revenue";
    DeclinedRevenue "declined_revenue" "declined revenue";
    Commission "commission" "commission";
    PendingCommission "pending_commission" "pending commission";
    ApprovedCommission "approved_commission" "approved commission";
    Fees "network_fees" "network's fee";
    Bonuses "bonuses" "bonuses";
    Discounts "discounts" "discounts";
    OrderValue "order_value" "average order value";
    RevenueUsd "revenue_usd" "revenue in US dollars";
    CommissionUsd "commission_usd" "commission in US dollars";
    FeesUsd "network_fees_usd" "network's fee in US dollars";
    DiscountsUsd "discounts_usd" "discounts in US dollars";
}

/// The fields of a report, in the order of [`Part`].
pub fn schema() -> Schema {
    Schema { noun: Some(Noun::Actuals), rows: Noun::Actuals.name(), fields: FIELDS }
}

impl Part {
    /// As `--map` names it.
    pub fn key(self) -> &'static str {
        FIELDS[self as usize].key
    }

    /// In words.
    pub fn words(self) -> &'static str {
        FIELDS[self as usize].words
    }
}
