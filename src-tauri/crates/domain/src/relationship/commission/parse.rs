//! Reads terms of commission as people write them: "8 % of each sale, 10 % from 50 a month, 12 months, cookie 30 days". What
//! is not understood is refused, never guessed. Must not know where the text comes from.

use super::{
    COOKIE_DAYS_MAX, CommissionEvent, CommissionRate, CommissionTerms, CommissionTier, CommissionTime, MONTHS_MAX,
    TIERS_MAX,
};
use crate::{Currency, Money};

/// Why terms cannot be kept or were not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the messages say it")]
pub enum CommissionError {
    #[error(
        "'{0}' was not understood as commission: write for example '8 % of each sale, 12 months, cookie 30 days' or \
         '5 EUR per lead, once'"
    )]
    NotUnderstood(String),
    #[error("no rate is given: begin with a percentage or an amount, such as '8 % of each sale'")]
    NoRate,
    #[error("a percentage is part of a sale: choose per sale, or an amount for each click or lead")]
    PercentOfNothing,
    #[error("a percentage lies above 0 and at most at 100: correct it")]
    Percent,
    #[error("an amount of commission is more than nothing: correct it")]
    Flat,
    #[error("the tier from {0} does not rise: begin tiers at 2 or more, each higher than the one before")]
    Order(u32),
    #[error("there are more than {TIERS_MAX} tiers: keep to {TIERS_MAX}")]
    Tiers,
    #[error("{0} months were given: write 1 to {MONTHS_MAX}, or choose for life")]
    Months(u32),
    #[error("a cookie of {0} days was given: write 1 to {COOKIE_DAYS_MAX}, or leave it out")]
    Cookie(u32),
}

#[derive(Default)]
struct Read {
    rate: Option<CommissionRate>,
    per: Option<CommissionEvent>,
    tiers: Vec<CommissionTier>,
    lasts: Option<CommissionTime>,
    cookie_days: Option<u32>,
}

impl CommissionTerms {
    /// Reads terms; amounts without a currency are in `currency`. Without a time they are paid once.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, CommissionError> {
        let mut read = Read::default();
        for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            let words = words(part);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            read.part(&words, currency)
                .ok_or_else(|| CommissionError::NotUnderstood(part.chars().take(60).collect()))??;
        }
        let rate = read.rate.ok_or(CommissionError::NoRate)?;
        let terms = Self {
            per: read.per.unwrap_or(CommissionEvent::Sale),
            rate,
            tiers: read.tiers,
            lasts: read.lasts.unwrap_or(CommissionTime::Once),
            cookie_days: read.cookie_days,
        };
        terms.check()?;
        Ok(terms)
    }
}

/// In lower case, with a blank before each percent sign and around letters that touch figures.
fn words(part: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(part.len() + 8);
    let mut last = ' ';
    for c in part.to_lowercase().chars() {
        let c = if c == '-' || c.is_whitespace() { ' ' } else { c };
        let figure = |c: char| c.is_ascii_digit() || c == '.';
        if c != ' ' && last != ' ' && figure(last) != figure(c) {
            spaced.push(' ');
        }
        spaced.push(c);
        last = c;
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

impl Read {
    /// None: not understood.
    fn part(&mut self, words: &[&str], currency: Currency) -> Option<Result<(), CommissionError>> {
        match words {
            ["once"] | ["one", "time" | "off"] | ["first", "sale" | "order"] => self.time(CommissionTime::Once),
            ["life" | "lifetime"] | ["for", "life" | "lifetime"] => self.time(CommissionTime::Life),
            ["for", rest @ ..] if self.months(rest).is_some() => Some(Ok(())),
            _ if self.months(words).is_some() => Some(Ok(())),
            ["cookie", days, "day" | "days"] | [days, "day" | "days", "cookie"] => {
                let days = days.parse().ok()?;
                self.cookie_days.replace(days).is_none().then_some(Ok(()))
            }
            _ => {
                let (rate, rest) = rate(words, currency)?;
                self.rated(rate, rest)
            }
        }
    }

    fn time(&mut self, time: CommissionTime) -> Option<Result<(), CommissionError>> {
        self.lasts.replace(time).is_none().then_some(Ok(()))
    }

    fn months(&mut self, words: &[&str]) -> Option<()> {
        let months = match words {
            [months, "month" | "months"] => months.parse::<u32>().ok()?,
            [years, "year" | "years"] => years.parse::<u32>().ok()?.checked_mul(12)?,
            _ => return None,
        };
        self.lasts.replace(CommissionTime::Months(months)).is_none().then_some(())
    }

    /// What follows a rate: what it is paid for, or from how many on.
    fn rated(&mut self, rate: CommissionRate, rest: &[&str]) -> Option<Result<(), CommissionError>> {
        let from = match rest {
            ["from", from] | ["from", from, "a" | "per", "month"] => Some(from.parse().ok()?),
            _ => None,
        };
        if let Some(from) = from {
            self.tiers.push(CommissionTier { from, rate });
            return Some(Ok(()));
        }
        let event = match rest {
            [] => None,
            ["per" | "each", event] | ["of", "each" | "a" | "every", event] => Some(event_named(event)?),
            _ => return None,
        };
        if let Some(event) = event {
            self.per.replace(event).is_none().then_some(())?;
        }
        self.rate.replace(rate).is_none().then_some(Ok(()))
    }
}

fn event_named(word: &str) -> Option<CommissionEvent> {
    match word {
        "click" => Some(CommissionEvent::Click),
        "lead" => Some(CommissionEvent::Lead),
        "sale" | "order" => Some(CommissionEvent::Sale),
        _ => None,
    }
}

/// "8 %", "5 eur", "€ 5", "eur 5".
fn rate<'w>(words: &'w [&'w str], currency: Currency) -> Option<(CommissionRate, &'w [&'w str])> {
    let money = |text: &str, currency| Money::parse(text, currency).ok().map(CommissionRate::Flat);
    let code = |word: &str| match word {
        "€" => Some(Currency::EUR),
        "$" => Currency::parse("USD").ok(),
        "£" => Currency::parse("GBP").ok(),
        word if word.len() == 3 && !matches!(word, "per" | "for") => Currency::parse(word).ok(),
        _ => None,
    };
    match words {
        [figure, "%" | "percent", rest @ ..] => Some((CommissionRate::Percent(figure.parse().ok()?), rest)),
        [figure, word, rest @ ..] if code(word).is_some() && money(figure, code(word)?).is_some() => {
            Some((money(figure, code(word)?)?, rest))
        }
        [word, figure, rest @ ..] if code(word).is_some() => Some((money(figure, code(word)?)?, rest)),
        [figure, rest @ ..] => Some((money(figure, currency)?, rest)),
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn terms_are_read_as_people_write_them() {
        for (text, expect) in [
            ("8 % of each sale, 30-day cookie", "8 % of each sale, once, cookie 30 days"),
            ("8% per sale; 12 months", "8 % of each sale, for 12 months"),
            ("5 EUR per lead, once", "5.00 EUR per lead, once"),
            ("€0.20 per click, cookie 1 day", "0.20 EUR per click, once, cookie 1 day"),
            ("2.5 percent of every sale, for life", "2.5 % of each sale, for life"),
            (
                "8%, 10% from 50 a month, 12% from 100, 2 years",
                "8 % of each sale, 10 % from 50 a month, 12 % from 100 a month, for 24 months",
            ),
            ("12 per sale", "12.00 EUR per sale, once"),
        ] {
            let terms = CommissionTerms::parse(text, Currency::EUR).map(|terms| terms.to_string());
            assert_eq!(terms, Ok(expect.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_not_understood_is_refused_in_words() {
        for (text, expect) in [
            ("", CommissionError::NoRate),
            ("30-day cookie", CommissionError::NoRate),
            ("by agreement", CommissionError::NotUnderstood("by agreement".into())),
            ("8 % of each sale, plus a bonus", CommissionError::NotUnderstood("plus a bonus".into())),
            ("8 % per click", CommissionError::PercentOfNothing),
            ("0 % of each sale", CommissionError::Percent),
            ("120 %", CommissionError::Percent),
            ("0 EUR per lead", CommissionError::Flat),
            ("8 %, 10 % from 50, 12 % from 50", CommissionError::Order(50)),
            ("8 %, 10 % from 1", CommissionError::Order(1)),
            ("8 %, 999 months", CommissionError::Months(999)),
            ("8 %, cookie 0 days", CommissionError::Cookie(0)),
            ("8 %, 9 %", CommissionError::NotUnderstood("9 %".into())),
        ] {
            assert_eq!(CommissionTerms::parse(text, Currency::EUR), Err(expect), "{text}");
        }
    }

    fn rates() -> impl Strategy<Value = CommissionRate> {
        prop_oneof![
            (1..=1000_u32).prop_map(|tenths| CommissionRate::Percent(f64::from(tenths) / 10.0)),
            (1..=9_000_000_i64).prop_map(|minor| CommissionRate::Flat(Money { minor, currency: Currency::EUR })),
        ]
    }

    proptest! {
        #[test]
        fn what_is_said_is_read_back(
            rate in rates(), more in prop::collection::vec((2..500_u32, rates()), 0..4), months in 0..=MONTHS_MAX,
            cookie in prop::option::of(1..=COOKIE_DAYS_MAX)
        ) {
            let mut from = 1;
            let tiers = more.into_iter().map(|(step, rate)| { from += step; CommissionTier { from, rate } }).collect();
            let lasts = if months == 0 { CommissionTime::Life } else { CommissionTime::Months(months) };
            let terms = CommissionTerms { per: CommissionEvent::Sale, rate, tiers, lasts, cookie_days: cookie };
            prop_assert_eq!(CommissionTerms::parse(&terms.to_string(), Currency::EUR), Ok(terms));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = CommissionTerms::parse(&text, Currency::EUR);
        }
    }
}
