//! Numbers as people write them: signs of currencies, group marks, percent, thousands. Whether `1,234` is a thousand or
//! a little over one is decided by the whole column.

use domain::Currency;

/// A number as written, exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// A plain decimal: `-1234.5`.
    pub plain: String,
    /// By its sign or code.
    pub currency: Option<Unit>,
    /// Followed by a percent sign.
    pub percent: bool,
}

/// How a currency was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// By a code, or by a sign that only one currency has.
    Exact(Currency),
    /// `$`, which many share.
    Dollar,
    /// `¥`, which two share.
    Yen,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// Not written as a number.
    NotANumber,
    /// A comma or a point that may group or cut.
    Ambiguous,
}

/// What the marks in a number say about the decimal mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    Nothing,
    Decimal(char),
    /// One mark with three digits behind it.
    Unclear(char),
}

/// Reads the numbers of one column.
#[derive(Debug, Clone, Copy)]
pub struct NumberReader {
    decimal: Option<char>,
    /// Nothing tells the decimal mark, but a lone mark may be taken for a group mark where decimals are short.
    grouping: bool,
}

impl NumberReader {
    /// For numbers that this program wrote: a point begins the decimals, and nothing groups.
    pub const OURS: Self = Self { decimal: Some('.'), grouping: false };

    /// Looks at every value of a column.
    pub fn decide<'a>(values: impl Iterator<Item = &'a str>) -> Self {
        let (mut point, mut comma, mut unclear_point, mut unclear_comma, mut bare) =
            (false, false, false, false, false);
        for value in values {
            if let Some((_, places)) = simple(value) {
                point |= places > 0;
                bare |= places == 0 && value.trim_start_matches('-').len() > 3;
                continue;
            }
            let Some(written) = Written::of(value) else { continue };
            match written.proof() {
                Proof::Decimal('.') => point = true,
                Proof::Decimal(_) => comma = true,
                Proof::Unclear('.') => unclear_point = true,
                Proof::Unclear(_) => unclear_comma = true,
                // A thousand without a mark: whoever wrote this column does not group.
                Proof::Nothing => bare |= written.core.len() > 3 && !written.core.contains(' '),
            }
        }
        let decimal = match (point, comma) {
            (true, false) => Some('.'),
            (false, true) => Some(','),
            _ => None,
        };
        Self { decimal, grouping: !(point || comma || bare) && unclear_point != unclear_comma }
    }

    /// Whether a lone mark with three digits behind it is taken for a group mark on no better ground than `short`.
    pub fn is_bold(self) -> bool {
        self.grouping
    }

    /// One value. `short` says that it cannot have three decimals (an amount in cents, a count), which makes a lone mark
    /// with three digits behind it a group mark.
    pub fn read(self, text: &str, short: bool) -> Result<Number, NumberFault> {
        let written = Written::of(text).ok_or(NumberFault::NotANumber)?;
        let decimal = match (written.proof(), self.decimal) {
            (Proof::Decimal(mark), _) | (Proof::Unclear(_), Some(mark)) => mark,
            (Proof::Unclear(mark), None) if short && self.grouping => other(mark),
            (Proof::Unclear(_), None) => return Err(NumberFault::Ambiguous),
            (Proof::Nothing, _) => '.',
        };
        written.read(decimal).ok_or(NumberFault::NotANumber)
    }
}

impl NumberFault {
    /// What to do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::NotANumber => "",
            Self::Ambiguous => {
                "its mark may group thousands or begin the decimals, and nothing else in the column tells"
            }
        }
    }
}

fn other(mark: char) -> char {
    if mark == '.' { ',' } else { '.' }
}

/// A number that is written in the plainest way, `-1234.5`, without a look at its column: its digits as a whole, and how
/// many of them are decimals. One or two decimals, so that no mark in it may group thousands.
pub fn simple(text: &str) -> Option<(i64, usize)> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let has_point = whole.len() < digits.len();
    let fits = (1..=14).contains(&whole.len()) && fraction.len() <= 2 && has_point != fraction.is_empty();
    if !fits {
        return None;
    }
    let mut value: i64 = 0;
    for byte in whole.bytes().chain(fraction.bytes()) {
        value = value * 10 + i64::from(byte.is_ascii_digit().then(|| byte - b'0')?);
    }
    Some((if negative { -value } else { value }, fraction.len()))
}

/// The number of [`simple`] in units of so many decimals; none where some would be lost.
pub fn scaled(value: i64, places: usize, decimals: u32) -> Option<i64> {
    let missing = decimals.checked_sub(u32::try_from(places).ok()?)?;
    value.checked_mul(10_i64.pow(missing))
}

/// A number's digits and marks, without what stands around them.
struct Written {
    core: String,
    negative: bool,
    unit: Option<Unit>,
    percent: bool,
    /// Powers of ten from `k` and its like.
    shift: usize,
}

impl Written {
    fn of(text: &str) -> Option<Self> {
        let mut written = Self { core: String::new(), negative: false, unit: None, percent: false, shift: 0 };
        let mut rest = text.trim();
        // Longer texts are no numbers, and the scan below stays linear.
        if rest.len() > 64 {
            return None;
        }
        if let Some(inside) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            written.negative = true;
            rest = inside;
        }
        loop {
            rest = rest.trim();
            let next =
                written.strip_sign(rest).or_else(|| written.strip_unit(rest)).or_else(|| written.strip_end(rest));
            match next {
                Some(shorter) => rest = shorter,
                None => break,
            }
        }
        let fits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{A0}' | '\u{202F}' | '\'' | '’');
        if !rest.chars().all(fits) || !rest.chars().any(|c| c.is_ascii_digit()) {
            return None;
        }
        written.core =
            rest.chars().map(|c| if matches!(c, '.' | ',') || c.is_ascii_digit() { c } else { ' ' }).collect();
        Some(written)
    }

    fn strip_sign<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        if let Some(rest) = text.strip_prefix('+') {
            return Some(rest);
        }
        let rest = text.strip_prefix(['-', '−']).or_else(|| text.strip_suffix(['-', '−']))?;
        if self.negative {
            return None;
        }
        self.negative = true;
        Some(rest)
    }

    fn strip_unit<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        if self.unit.is_some() {
            return None;
        }
        let signs = [('€', "EUR"), ('£', "GBP"), ('₹', "INR"), ('₩', "KRW"), ('₺', "TRY"), ('₽', "RUB"), ('₪', "ILS")];
        let sign = |c: char| match c {
            '$' => Some(Unit::Dollar),
            '¥' => Some(Unit::Yen),
            _ => signs
                .iter()
                .find(|(sign, _)| *sign == c)
                .and_then(|(_, code)| Currency::parse(code).ok())
                .map(Unit::Exact),
        };
        let first = text.chars().next()?;
        let last = text.chars().next_back()?;
        if let Some(unit) = sign(first) {
            self.unit = Some(unit);
            return Some(&text[first.len_utf8()..]);
        }
        if let Some(unit) = sign(last) {
            self.unit = Some(unit);
            return Some(&text[..text.len() - last.len_utf8()]);
        }
        let code =
            |part: &str| if part.bytes().all(|b| b.is_ascii_uppercase()) { Currency::parse(part).ok() } else { None };
        let front = text.get(..3).and_then(code).map(|currency| (currency, &text[3..]));
        let back = || {
            let start = text.len().checked_sub(3)?;
            text.get(start..).and_then(code).map(|currency| (currency, &text[..start]))
        };
        let (currency, rest) = front.or_else(back)?;
        self.unit = Some(Unit::Exact(currency));
        Some(rest)
    }

    fn strip_end<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        if let Some(rest) = text.strip_suffix('%').filter(|_| !self.percent) {
            self.percent = true;
            return Some(rest);
        }
        let ends = [("bn", 9), ("mio", 6), ("Mio", 6), ("mn", 6), ("M", 6), ("m", 6), ("K", 3), ("k", 3)];
        let (end, shift) = ends.into_iter().find(|(end, _)| self.shift == 0 && text.ends_with(end))?;
        self.shift = shift;
        text.strip_suffix(end)
    }

    fn proof(&self) -> Proof {
        let Some(last) = self.core.rfind(['.', ',']) else { return Proof::Nothing };
        let mark = if self.core[last..].starts_with('.') { '.' } else { ',' };
        let (before, after) = (&self.core[..last], &self.core[last + 1..]);
        let whole = before.chars().filter(char::is_ascii_digit).count();
        if before.contains(other(mark)) || before.contains(' ') {
            Proof::Decimal(mark)
        } else if before.contains(mark) {
            Proof::Decimal(other(mark))
        } else if after.len() != 3 || whole == 0 || whole > 3 || before == "0" {
            Proof::Decimal(mark)
        } else {
            Proof::Unclear(mark)
        }
    }

    fn read(&self, decimal: char) -> Option<Number> {
        let (whole, fraction) = self.core.split_once(decimal).unwrap_or((&self.core, ""));
        let group = if whole.contains(' ') { ' ' } else { other(decimal) };
        let groups: Vec<&str> = whole.split(group).collect();
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let (last, front) = groups.split_last()?;
        // Thousands everywhere; lakhs in between are two digits.
        let inner = front.get(1..).unwrap_or_default().iter().all(|part| matches!(part.len(), 2 | 3));
        let grouped = front.is_empty() || last.len() == 3 && (1..=3).contains(&front[0].len()) && inner;
        if !grouped || !groups.iter().all(|part| digits(part)) || !digits(fraction) {
            return None;
        }
        let (mut whole, mut fraction) = (groups.concat(), fraction.to_owned());
        if self.shift > 0 {
            fraction = format!("{fraction:0<width$}", width = self.shift);
            whole.push_str(&fraction[..self.shift]);
            fraction.drain(..self.shift);
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let negative = self.negative && !(whole.is_empty() && fraction.is_empty());
        let mut plain = if negative { "-".to_owned() } else { String::new() };
        plain.push_str(if whole.is_empty() { "0" } else { whole });
        if !fraction.is_empty() {
            plain.push('.');
            plain.push_str(fraction);
        }
        Some(Number { plain, currency: self.unit, percent: self.percent })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(column: &[&str], short: bool) -> Vec<String> {
        let reader = NumberReader::decide(column.iter().copied());
        let one = |text: &&str| match reader.read(text, short) {
            Ok(Number { plain, currency, percent }) => {
                let unit = match currency {
                    Some(Unit::Exact(currency)) => format!(" {currency}"),
                    Some(Unit::Dollar) => " $".to_owned(),
                    Some(Unit::Yen) => " ¥".to_owned(),
                    None => String::new(),
                };
                format!("{plain}{unit}{}", if percent { "%" } else { "" })
            }
            Err(NumberFault::Ambiguous) => "?".to_owned(),
            Err(NumberFault::NotANumber) => "-".to_owned(),
        };
        column.iter().map(one).collect()
    }

    #[test]
    fn marks_are_decided_by_the_column() {
        for (column, expect) in [
            (&["1234.5", "1,234"][..], &["1234.5", "1234"][..]),
            (&["1234,5", "1.234", "1,234"], &["1234.5", "1234", "1.234"]),
            (&["1.234,56", "1.234"], &["1234.56", "1234"]),
            (&["1,234,567", "1,234"], &["1234567", "1234"]),
            (&["1,23,456.70"], &["123456.7"]),
            (&["1 234,5", "1\u{202F}234", "1'234"], &["1234.5", "1234", "1234"]),
            (&["0,125", "1,500"], &["0.125", "1.5"]),
            (&["1,234"], &["?"]),
            (&["1.5", "1,5", "1,234", "2,345.6"], &["1.5", "1.5", "?", "2345.6"]),
            (&["12", "007", "-0"], &["12", "7", "0"]),
        ] {
            assert_eq!(shown(column, false), expect, "{column:?}");
        }
        for (column, expect) in [
            (["1,234", "12,000"], ["1234", "12000"]),
            (["1.234", "900"], ["1234", "900"]),
            (["1.234", "1,234"], ["?", "?"]),
            (["5.123", "9000"], ["?", "9000"]),
        ] {
            assert_eq!(shown(&column, true), expect, "{column:?}");
        }
    }

    #[test]
    fn what_stands_around_a_number_is_understood() {
        for (text, expect) in [
            ("€1.2k", "1200 EUR"),
            ("$125000", "125000 $"),
            ("$ -5", "-5 $"),
            ("(1,234.00)", "-1234"),
            ("EUR 1200.50", "1200.5 EUR"),
            ("1200 CHF", "1200 CHF"),
            ("1.25M", "1250000"),
            ("-¥500", "-500 ¥"),
            ("5-", "-5"),
            ("−5", "-5"),
            ("12%", "12%"),
            (".5", "0.5"),
            ("£", "-"),
            ("1e5", "-"),
            ("12-13", "-"),
            ("--5", "-"),
            ("1,2,3", "-"),
            ("1.2.3", "-"),
            ("12 34", "-"),
            ("n/a", "-"),
            ("NaN", "-"),
            ("", "-"),
            ("EUR USD 5", "-"),
            ("١٢", "-"),
        ] {
            assert_eq!(shown(&[text], false), [expect], "{text}");
        }
    }
}
