//! What customers stay and grow by, and what one is worth.

use super::{From, Over, Row, count, money, ratio};
use crate::{Basis, MetricSide, MetricUnit};

pub(super) fn rows() -> Vec<Row> {
    let strategic = MetricSide::Strategic;
    vec![
        money(
            "expansion_recurring",
            "Expansion",
            Basis::AnnualRecurring,
            From::Measured,
            "Annual recurring revenue that opening customers added in the month.",
        ),
        money(
            "contraction_recurring",
            "Contraction",
            Basis::AnnualRecurring,
            From::Measured,
            "Annual recurring revenue that opening customers gave up in the month without leaving.",
        )
        .lower_is_better(),
        money(
            "churned_recurring",
            "Churned revenue",
            Basis::AnnualRecurring,
            From::Measured,
            "Annual recurring revenue of opening customers that left in the month.",
        )
        .lower_is_better(),
        money(
            "opening_recurring",
            "Opening recurring revenue",
            Basis::AnnualRecurring,
            From::Measured,
            "Annual recurring revenue of the customers at the beginning of the month.",
        )
        .over(Over::First),
        ratio(
            "net_revenue_retention",
            "Net revenue retention",
            MetricUnit::Percent,
            "(opening_recurring + expansion_recurring - contraction_recurring - churned_recurring) / opening_recurring",
            "What the customers at the beginning of the period pay at its end, divided by what they paid at its beginning: start \
             plus expansion minus contraction minus churn, divided by start. Opening customers only.",
        ),
        count(
            "opening_customers",
            "Opening customers",
            strategic,
            From::Measured,
            "Customers at the beginning of the month.",
        )
        .over(Over::First),
        count(
            "lost_customers",
            "Customers lost",
            strategic,
            From::Measured,
            "Opening customers that left in the month.",
        )
        .lower_is_better(),
        money(
            "customer_revenue",
            "Revenue from customers",
            Basis::Collected,
            From::Measured,
            "Cash collected from all customers in the month, net of tax and refunds.",
        ),
        measured_share("gross_margin", "Gross margin", "Part of revenue that is left after the cost of delivering it."),
        ratio(
            "customer_churn",
            "Customer churn",
            MetricUnit::Percent,
            "lost_customers / opening_customers",
            "Customers lost in the period divided by the customers at its beginning.",
        )
        .lower_is_better(),
        ratio(
            "ltv",
            "Lifetime value",
            MetricUnit::Money,
            "customer_revenue / opening_customers * gross_margin / customer_churn",
            "Revenue per account times gross margin, divided by churn, all of the same period.",
        )
        .basis(Basis::Collected),
    ]
}

fn measured_share(key: &'static str, name: &'static str, definition: &'static str) -> Row {
    Row { unit: MetricUnit::Percent, ..money(key, name, Basis::NotMoney, From::Measured, definition) }.over(Over::Mean)
}
