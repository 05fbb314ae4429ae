//! What reports measure, and the metric of each.

/// One figure that a report may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Measure {
    Clicks,
    Leads,
    Signups,
    PaidCustomers,
    Orders,
    DeclinedOrders,
    Revenue,
    Reversed,
    Commission,
    Fees,
    Bonuses,
    Discounts,
}

/// One figure of each measure: whole counts, and money in minor units.
pub type Amounts = [i64; Measure::ALL.len()];

impl Measure {
    /// All of them, as [`Amounts`] holds them.
    pub const ALL: [Self; 12] = [
        Self::Clicks,
        Self::Leads,
        Self::Signups,
        Self::PaidCustomers,
        Self::Orders,
        Self::DeclinedOrders,
        Self::Revenue,
        Self::Reversed,
        Self::Commission,
        Self::Fees,
        Self::Bonuses,
        Self::Discounts,
    ];

    /// The key of its metric.
    pub fn metric(self) -> &'static str {
        match self {
            Self::Clicks => "clicks",
            Self::Leads => "leads",
            Self::Signups => "signups",
            Self::PaidCustomers => "paid_customers",
            Self::Orders => "orders",
            Self::DeclinedOrders => "declined_orders",
            Self::Revenue => "affiliate_revenue",
            Self::Reversed => "reversed_revenue",
            Self::Commission => "commission",
            Self::Fees => "network_fees",
            Self::Bonuses => "bonuses",
            Self::Discounts => "discounts",
        }
    }

    /// Counted in money.
    pub fn is_money(self) -> bool {
        self as usize >= Self::Revenue as usize
    }

    /// Nothing is a figure, too, where the report has a column for it; what is taken back is only told where there is any.
    pub fn may_be_nothing(self) -> bool {
        !matches!(self, Self::DeclinedOrders | Self::Reversed | Self::Bonuses | Self::Leads)
    }
}
