//! A projection's months as money. Must not know what is projected.

use domain::money::split_exactly;
use domain::{Currency, Money};

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
    use crate::models::{Even, SCurve};
    use proptest::prelude::*;

    #[test]
    fn money_is_rounded_once_and_adds_up() {
        let thirds = money_months(&[100.0 / 3.0; 3], Currency::EUR);
        let minor: Vec<i64> = thirds.iter().map(|money| money.minor).collect();
        assert_eq!(minor, [3334, 3333, 3333]);
        let minus = money_months(&[-100.0 / 3.0; 3], Currency::EUR);
        assert_eq!(minus.iter().map(|money| money.minor).sum::<i64>(), -10_000);
    }

    proptest! {
        #[test]
        fn money_adds_up_to_the_rounded_total(total in -1e9..1e9_f64, count in 1..120_u32, curve: bool) {
            let values = if curve { SCurve::of(total).months(count) } else { Even { total }.months(count) }.unwrap();
            let money: i64 = money_months(&values, Currency::EUR).iter().map(|money| money.minor).sum();
            prop_assert_eq!(money, Money::from_f64(values.iter().sum(), Currency::EUR).minor);
        }
    }
}
