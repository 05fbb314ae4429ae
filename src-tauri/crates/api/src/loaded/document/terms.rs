//! What a relationship pays, in words.

use domain::{CommissionEvent, CommissionRate, CommissionTerms, CommissionTime};

use super::Writer;

impl Writer<'_> {
    /// "8 % of each sale, 10 % from 50 a month, for 12 months, cookie 30 days".
    pub(super) fn commission_terms(&self, terms: &CommissionTerms) -> String {
        let words = self.words;
        let counted = |one: &str, many: &str, count: u32| match count {
            1 => words.get(one).to_owned(),
            count => words.say(many, &[("n", &count.to_string())]),
        };
        let of = if matches!(terms.rate, CommissionRate::Percent(_)) { "pays_of_each" } else { "pays_per" };
        let per = words.get(match terms.per {
            CommissionEvent::Click => "pays_click",
            CommissionEvent::Lead => "pays_lead",
            CommissionEvent::Sale => "pays_sale",
        });
        let first = words.say(of, &[("rate", &self.rate(terms.rate)), ("event", per)]);
        let tiers = terms
            .tiers
            .iter()
            .map(|tier| words.say("pays_from", &[("rate", &self.rate(tier.rate)), ("from", &tier.from.to_string())]));
        let lasts = match terms.lasts {
            CommissionTime::Once => words.get("pays_once").to_owned(),
            CommissionTime::Months(months) => counted("pays_month", "pays_months", months),
            CommissionTime::Life => words.get("pays_for_life").to_owned(),
        };
        let cookie = terms.cookie_days.map(|days| counted("cookie_day", "cookie_days", days));
        std::iter::once(first).chain(tiers).chain([lasts]).chain(cookie).collect::<Vec<_>>().join(", ")
    }

    fn rate(&self, rate: CommissionRate) -> String {
        match rate {
            CommissionRate::Percent(percent) => self.words.say("pays_percent", &[("n", &percent.to_string())]),
            CommissionRate::Flat(money) => self.language.money(money),
        }
    }
}
