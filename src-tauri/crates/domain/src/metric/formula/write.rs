//! Writes a formula so that it reads back the same, with no more parentheses than that needs.

use super::{Formula, Operator};

impl Formula {
    /// How tightly it holds together: a sum 1, a product 2, everything else 3.
    fn tightness(&self) -> u8 {
        match self {
            Self::Two(_, Operator::Plus | Operator::Minus, _) | Self::Minus(_) => 1,
            Self::Two(..) => 2,
            _ => 3,
        }
    }

    fn write(&self, f: &mut std::fmt::Formatter<'_>, at_least: u8) -> std::fmt::Result {
        if self.tightness() < at_least {
            return write!(f, "({self})");
        }
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Part(key) => write!(f, "{key}"),
            Self::Minus(inner) => {
                f.write_str("-")?;
                inner.write(f, 3)
            }
            Self::Two(left, operator, right) => {
                let tightness = self.tightness();
                left.write(f, tightness)?;
                write!(f, " {operator} ")?;
                right.write(f, tightness + 1)
            }
            Self::Min(all) => list(f, "min", all),
            Self::Max(all) => list(f, "max", all),
        }
    }
}

fn list(f: &mut std::fmt::Formatter<'_>, word: &str, all: &[Formula]) -> std::fmt::Result {
    write!(f, "{word}(")?;
    for (one, index) in all.iter().zip(0..) {
        let comma = if index == 0 { "" } else { ", " };
        write!(f, "{comma}{one}")?;
    }
    f.write_str(")")
}

impl std::fmt::Display for Formula {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.write(f, 0)
    }
}

impl std::fmt::Display for Operator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Over => "/",
        })
    }
}
