//! From ranges of inputs to a range of months.

use crate::doubt::Range;
use crate::input::{InputError, number};

/// What a model says with all inputs at their ends: low, middle and high figure of each month.
///
/// `model` takes one value per input, in their order, and answers one figure per month. Each input is first put at its
/// two ends alone, with the others at their middle; the end with the smaller sum over the months is its worse one. Then
/// all stand at their worse ends together (`low`) and at their better ends (`high`). All inputs going badly at once is
/// rare, so the range is wider than need be; a simulation narrows it. The ends are ordered by their sums: where an input
/// moves figures in time, a single month's low may lie above its high.
pub fn range_months(
    inputs: &[Range],
    model: impl Fn(&[f64]) -> Result<Vec<f64>, InputError>,
) -> Result<Vec<Range>, InputError> {
    inputs.iter().try_for_each(rising)?;
    let mid: Vec<f64> = inputs.iter().map(|input| input.mid).collect();
    let (mut worse, mut better) = (mid.clone(), mid.clone());
    for (index, input) in inputs.iter().enumerate() {
        let total = |value: f64| {
            let mut values = mid.clone();
            values[index] = value;
            model(&values).map(|months| months.iter().sum::<f64>())
        };
        let rises = total(input.low)? <= total(input.high)?;
        (worse[index], better[index]) = if rises { (input.low, input.high) } else { (input.high, input.low) };
    }
    let (low, mid, high) = (model(&worse)?, model(&mid)?, model(&better)?);
    let months = low.iter().zip(&mid).zip(&high);
    Ok(months.map(|((low, mid), high)| Range { low: *low, mid: *mid, high: *high }).collect())
}

fn rising(input: &Range) -> Result<(), InputError> {
    let (low, mid, high) =
        (number("low end", input.low)?, number("middle", input.mid)?, number("high end", input.high)?);
    if low <= mid && mid <= high { Ok(()) } else { Err(InputError::Order { low, mid, high }) }
}
