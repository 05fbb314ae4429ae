//! Figures as people type them, checked once.

/// A number from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fraction(pub f64);

/// Width and height of a box, both above 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BoxSize(pub [f64; 2]);

/// Sides between these keep every position well inside what single precision can tell apart.
const SIDES: std::ops::RangeInclusive<f64> = 0.01..=100_000.0;

/// Reads a number from 0 to 1.
pub fn fraction(typed: &str) -> Result<Fraction, String> {
    match typed.trim().parse::<f64>() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(Fraction(value)),
        _ => Err("write a number from 0 to 1, such as 0.5".to_owned()),
    }
}

/// Reads "100x30".
pub fn box_size(typed: &str) -> Result<BoxSize, String> {
    let side = |text: &str| text.trim().parse::<f64>().ok().filter(|side| SIDES.contains(side));
    let sides = typed.split_once(['x', 'X', '×']).and_then(|(width, height)| Some([side(width)?, side(height)?]));
    sides.map(BoxSize).ok_or_else(|| {
        format!(
            "write width and height, each from {} to {}, with an x between them, such as 100x30",
            SIDES.start(),
            SIDES.end()
        )
    })
}

/// Reads so many numbers with commas between them, such as "100,150,300".
pub fn list<const COUNT: usize>(typed: &str) -> Result<[f64; COUNT], String> {
    let numbers: Option<Vec<f64>> =
        typed.split(',').map(|text| text.trim().parse().ok().filter(|number: &f64| number.is_finite())).collect();
    let example = ["100", "150", "300"][..COUNT.min(3)].join(",");
    let wanted = || format!("write {COUNT} numbers with commas between them, such as {example}");
    numbers.and_then(|numbers| numbers.try_into().ok()).ok_or_else(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sound_figures_are_read() {
        for (typed, expect) in [
            ("0", Some(0.0)),
            ("1", Some(1.0)),
            (".25", Some(0.25)),
            ("1.01", None),
            ("-0.1", None),
            ("NaN", None),
            ("half", None),
        ] {
            assert_eq!(fraction(typed).ok(), expect.map(Fraction), "{typed}");
        }
        for (typed, expect) in [
            ("1,2.5, -3e2", Some([1.0, 2.5, -300.0])),
            ("1,2", None),
            ("1,2,3,4", None),
            ("1,,3", None),
            ("1,NaN,3", None),
            ("1;2;3", None),
        ] {
            assert_eq!(list::<3>(typed).ok(), expect, "{typed}");
        }
        for (typed, expect) in [
            ("100x30", Some([100.0, 30.0])),
            ("1.5 X 2", Some([1.5, 2.0])),
            ("0x0", None),
            ("-1x5", None),
            ("NaNx1", None),
            ("infx1", None),
            ("100", None),
            ("100x30x2", None),
            ("1e9x1", None),
        ] {
            assert_eq!(box_size(typed).ok(), expect.map(BoxSize), "{typed}");
        }
    }
}
