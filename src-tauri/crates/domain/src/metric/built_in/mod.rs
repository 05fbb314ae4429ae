//! The metrics that every workspace begins with: each row of the product's list of definitions, and the parts that it is
//! worked out from. The first seven keep their places for ever. Must not know figures.

mod affiliate;
mod customers;
mod deals;
mod lifts;
mod open_deals;
mod pipeline;
mod program;

use crate::{Basis, Better, Count, Key, Metric, MetricOrigin, MetricSide, MetricUnit, Name, OverMonths, OverMotions};

/// One row, as short as it can be written.
struct Row {
    key: &'static str,
    name: &'static str,
    unit: MetricUnit,
    side: MetricSide,
    basis: Basis,
    over: Over,
    from: From,
    definition: &'static str,
    lower_is_better: bool,
    floor: u32,
    headline: bool,
}

/// How months and motions add up, in the pairs that occur.
#[derive(Clone, Copy)]
enum Over {
    /// Both add up.
    Sum,
    /// The sums of its parts, divided once.
    Ratio,
    /// As of the last month; motions add up.
    Last,
    /// As of the first month; motions add up.
    First,
    /// As of the last month, and the same for every motion.
    Same,
    /// The mean of months and of motions.
    Mean,
}

/// Where figures come from.
enum From {
    Measured,
    Counted(Count),
    Formula(&'static str),
}

impl Metric {
    /// The metrics that every workspace begins with.
    pub fn built_in() -> Vec<Self> {
        let rest = [
            deals::rows(),
            open_deals::rows(),
            pipeline::rows(),
            lifts::rows(),
            affiliate::rows(),
            customers::rows(),
            program::rows(),
        ];
        let rows = first().into_iter().chain(rest.into_iter().flatten());
        rows.zip(0..).filter_map(|(row, position)| row.metric(position)).collect()
    }
}

/// The seven that workspaces had from the beginning.
fn first() -> Vec<Row> {
    let value = Basis::FirstYearValue;
    vec![
        money("revenue", "Partner-influenced revenue", value, From::Counted(Count::InfluencedRevenue),
            "First-year contract value of the deals won in the month that we created and a partner materially advanced: a \
             partner took part other than by delivering, and did not originate the deal. Each deal counts once."),
        money("pipeline", "Partner-influenced pipeline", value, From::Counted(Count::InfluencedPipeline),
            "First-year contract value of the deals opened in the month, open or won, that we created and a partner \
             materially advanced. Each deal counts once; a deal that a partner originated is not among them."),
        money("sourced_revenue", "Partner-sourced revenue", value, From::Counted(Count::SourcedRevenue),
            "First-year contract value of the deals won in the month that a partner originated: we had no other open deal and \
             no activity with the account in the quiet days (setting, 90) before the partner introduced it, the introduction \
             came no later than the opening, and the deal closed within the window (setting, 180 days). Never counted as \
             influenced too."),
        count("introductions", "Qualified introductions", MetricSide::Strategic, From::Measured,
            "Introductions by a partner that became an open deal."),
        money("affiliate_revenue", "Affiliate revenue", Basis::Collected, From::Measured,
            "Order value attributed to affiliates, net of tax, refunds and reversals.").tactical().headline(),
        money("affiliate_cost", "Affiliate cost", Basis::Collected,
            From::Formula("commission + network_fees + bonuses + cost_has_platform_fee * platform_fees + cost_has_discounts * discounts"),
            "Commission, network fees and bonuses for the same orders; the platform's fee and discounts too where the settings \
             say so.").tactical().lower_is_better(),
        count("orders", "Affiliate orders", MetricSide::Tactical, From::Measured,
            "Approved orders attributed to affiliates."),
    ]
}

fn money(key: &'static str, name: &'static str, basis: Basis, from: From, definition: &'static str) -> Row {
    Row {
        key,
        name,
        unit: MetricUnit::Money,
        side: MetricSide::Strategic,
        basis,
        over: Over::Sum,
        from,
        definition,
        lower_is_better: false,
        floor: 0,
        headline: false,
    }
}

fn count(key: &'static str, name: &'static str, side: MetricSide, from: From, definition: &'static str) -> Row {
    Row { unit: MetricUnit::Count, side, ..money(key, name, Basis::NotMoney, from, definition) }
}

/// A quotient, or anything else that is worked out once from sums.
fn ratio(
    key: &'static str,
    name: &'static str,
    unit: MetricUnit,
    formula: &'static str,
    definition: &'static str,
) -> Row {
    Row { unit, over: Over::Ratio, ..money(key, name, Basis::NotMoney, From::Formula(formula), definition) }
}

impl Row {
    fn tactical(self) -> Self {
        Self { side: MetricSide::Tactical, ..self }
    }

    fn headline(self) -> Self {
        Self { headline: true, ..self }
    }

    fn lower_is_better(self) -> Self {
        Self { lower_is_better: true, ..self }
    }

    fn over(self, over: Over) -> Self {
        Self { over, ..self }
    }

    fn basis(self, basis: Basis) -> Self {
        Self { basis, ..self }
    }

    /// Unknown under so many cases.
    fn floor(self, floor: u32) -> Self {
        Self { floor, ..self }
    }

    fn metric(self, position: u32) -> Option<Metric> {
        let (over_months, over_motions) = match self.over {
            Over::Sum => (OverMonths::Sum, OverMotions::Sum),
            Over::Ratio => (OverMonths::RatioOfSums, OverMotions::RatioOfSums),
            Over::Last => (OverMonths::Last, OverMotions::Sum),
            Over::First => (OverMonths::First, OverMotions::Sum),
            Over::Same => (OverMonths::Last, OverMotions::Average),
            Over::Mean => (OverMonths::Average, OverMotions::Average),
        };
        Some(Metric {
            key: Key::literal(self.key),
            name: Name::parse(self.name).ok()?,
            unit: self.unit,
            better: if self.lower_is_better { Better::Lower } else { Better::Higher },
            over_months,
            side: self.side,
            basis: self.basis,
            definition: self.definition.to_owned(),
            position,
            over_motions,
            origin: match self.from {
                From::Measured => MetricOrigin::Measured,
                From::Counted(count) => MetricOrigin::Counted(count),
                From::Formula(formula) => MetricOrigin::Formula(formula.to_owned()),
            },
            source: String::new(),
            floor: self.floor,
            headline: self.headline,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Library, MetricRules};

    #[test]
    fn every_built_in_metric_can_be_worked_out() {
        let metrics = Metric::built_in();
        let library = Library::of(&metrics, &MetricRules::default());
        assert_eq!(library.metrics().count(), metrics.len(), "each key stands for one thing");
        for metric in &metrics {
            if let Some(Err(error)) = library.formula(&metric.key) {
                panic!("{}: {error}", metric.key);
            }
        }
        let first: Vec<&str> = metrics.iter().take(7).map(|metric| metric.key.as_str()).collect();
        let expect = [
            "revenue",
            "pipeline",
            "sourced_revenue",
            "introductions",
            "affiliate_revenue",
            "affiliate_cost",
            "orders",
        ];
        assert_eq!(first, expect);
    }

    #[test]
    fn the_headline_is_the_one_that_was_agreed() {
        let headline: Vec<String> =
            Metric::built_in().iter().filter(|metric| metric.headline).map(|metric| metric.key.to_string()).collect();
        let expect =
            ["affiliate_revenue", "sourced_pipeline", "co_sell_influence", "target_accounts_won", "roas", "cpa"];
        assert_eq!(headline, expect);
    }
}
