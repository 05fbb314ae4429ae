//! How a projection's total spreads over its months, as figures and as money. Must not know what is projected.

use domain::money::split_exactly;
use domain::{Currency, Money, ProjectionModel};

use crate::models::{Even, SCurve};

/// The part of `total` that falls into each of `months` months; the parts add up to it. A projection has 1 to 120 months
/// and a total that is a number; nothing comes of anything else.
pub fn months(model: ProjectionModel, total: f64, months: u32) -> Vec<f64> {
    match model {
        // The others are made from inputs: of their total alone, no month is known to differ from another.
        ProjectionModel::Linear
        | ProjectionModel::Typed
        | ProjectionModel::Ramp
        | ProjectionModel::Gompertz
        | ProjectionModel::Bass
        | ProjectionModel::Cohort
        | ProjectionModel::Seasonal
        | ProjectionModel::Split
        | ProjectionModel::Funnel => Even { total }.months(months),
        ProjectionModel::SCurve => SCurve::of(total).months(months),
    }
    .unwrap_or_default()
}

/// Months as money: whole minor units that add up to the rounded total, by largest remainder.
pub fn money_months(months: &[f64], currency: Currency) -> Vec<Money> {
    let total = Money::from_f64(months.iter().sum(), currency);
    let sign = if total.minor < 0 { -1.0 } else { 1.0 };
    let weights: Vec<f64> = months.iter().map(|month| month * sign).collect();
    split_exactly(total.minor, &weights).into_iter().map(|minor| Money { minor, currency }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn linear_months_are_equal() {
        assert_eq!(months(ProjectionModel::Linear, 120_000.0, 12), vec![10_000.0; 12]);
        assert_eq!(months(ProjectionModel::Linear, 5.0, 0), Vec::<f64>::new());
    }

    #[test]
    fn s_curve_meets_its_closed_form() {
        let values = months(ProjectionModel::SCurve, 1.0, 4);
        // tanh form of the logistic: F(t) − ½ = tanh(5 (t − ½)) ÷ 2, so each quarter is a difference of tanh.
        let edge = libm::tanh(2.5);
        let quarter = libm::tanh(1.25);
        for (value, expect) in values.iter().zip([edge - quarter, quarter, quarter, edge - quarter]) {
            assert!((value - expect / (2.0 * edge)).abs() < 1e-12, "{value}");
        }
        let year = months(ProjectionModel::SCurve, 100.0, 12);
        // F(1/3) = 1 ÷ (1 + e^(5/3)) = 0.158869, F(0) = 0.006693: (0.158869 − 0.006693) ÷ 0.986614 = 0.154241.
        assert!((year.iter().take(4).sum::<f64>() - 15.4241).abs() < 1e-3);
        assert!(year[0] < 1.0 && year[5] > 19.0, "{year:?}");
    }

    #[test]
    fn money_is_rounded_once_and_adds_up() {
        let thirds = money_months(&months(ProjectionModel::Linear, 100.0, 3), Currency::EUR);
        let minor: Vec<i64> = thirds.iter().map(|money| money.minor).collect();
        assert_eq!(minor, [3334, 3333, 3333]);
        let minus = money_months(&months(ProjectionModel::Linear, -100.0, 3), Currency::EUR);
        assert_eq!(minus.iter().map(|money| money.minor).sum::<i64>(), -10_000);
    }

    proptest! {
        #[test]
        fn months_add_up(total in -1e9..1e9_f64, count in 1..120_u32, curve: bool) {
            let model = if curve { ProjectionModel::SCurve } else { ProjectionModel::Linear };
            let values = months(model, total, count);
            prop_assert!((values.iter().sum::<f64>() - total).abs() <= total.abs() * 1e-12 + 1e-9);
            prop_assert_eq!(values.len(), count as usize);
            let money: i64 = money_months(&values, Currency::EUR).iter().map(|money| money.minor).sum();
            prop_assert_eq!(money, Money::from_f64(values.iter().sum(), Currency::EUR).minor);
        }

        #[test]
        fn the_s_curve_is_symmetric(count in 1..120_u32) {
            let values = months(ProjectionModel::SCurve, 1.0, count);
            for (front, back) in values.iter().zip(values.iter().rev()) {
                prop_assert!((front - back).abs() < 1e-12);
            }
        }
    }
}
