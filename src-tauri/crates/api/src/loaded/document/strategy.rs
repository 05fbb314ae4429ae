//! How much is strategy and how much tactic.

use domain::{Aspect, Character, SectionContent, SectionKind, Standing};
use press::{AspectBar, Balance, BalancePart, Strategy};

use super::Writer;

/// The characters in the order of the bars.
const CHARACTERS: [Character; 4] =
    [Character::Strategic, Character::Ecotone, Character::Transactional, Character::Unknown];

impl Writer<'_> {
    pub(super) fn strategy(&self) -> Strategy {
        let Some(section) = self.section(SectionKind::Strategy) else { return Strategy::default() };
        let SectionContent::Strategy { profile, known } = section.content else { return Strategy::default() };
        let balances: Vec<Balance> =
            [self.partner_balance(), self.motion_balance(), self.money_balance()].into_iter().flatten().collect();
        let known = known && !balances.is_empty();
        Strategy {
            heading: self.heading(SectionKind::Strategy),
            lead: String::new(),
            aspects: if profile { self.mean_aspects() } else { Vec::new() },
            known: if known { self.known_words() } else { String::new() },
            balances,
        }
    }

    fn partner_balance(&self) -> Option<Balance> {
        let placed = self.loaded.workspace.partners().filter_map(|partner| {
            self.loaded.assessment.organization(partner.id).filter(|standing| standing.standing != Standing::Outside)
        });
        let characters: Vec<Character> = placed.map(|standing| standing.character).collect();
        self.counted("balance_partners", &characters)
    }

    fn motion_balance(&self) -> Option<Balance> {
        let characters: Vec<Character> =
            self.motions.iter().map(|motion| self.loaded.motion_character(motion.id)).collect();
        self.counted("balance_motions", &characters)
    }

    fn counted(&self, label: &str, characters: &[Character]) -> Option<Balance> {
        let of = |character| characters.iter().filter(|each| **each == character).count() as f64;
        let text = |count: f64| format!("{count:.0}");
        self.divided(label, CHARACTERS.map(|character| (character, of(character))), text)
    }

    fn money_balance(&self) -> Option<Balance> {
        let currency = self.loaded.workspace.settings.currency;
        let of = |character| {
            let own = self.motions.iter().filter(|motion| self.loaded.motion_character(motion.id) == character);
            own.map(|motion| self.loaded.budget_of(motion.id).to_f64()).sum::<f64>()
        };
        let shown = self.shows_amounts();
        let text = |amount: f64| {
            if shown { self.language.figure(amount, domain::MetricUnit::Money, currency) } else { String::new() }
        };
        self.divided("balance_budget", CHARACTERS.map(|character| (character, of(character))), text)
    }

    /// None of nothing.
    fn divided(&self, label: &str, parts: [(Character, f64); 4], text: impl Fn(f64) -> String) -> Option<Balance> {
        let all: f64 = parts.iter().map(|(_, amount)| amount).sum();
        let part = |(character, amount): (Character, f64)| BalancePart {
            character,
            share: amount / all,
            text: match (text(amount), self.language.percent(amount / all)) {
                (amount, percent) if amount.is_empty() => percent,
                (amount, percent) => format!("{amount}, {percent}"),
            },
        };
        (all > 0.0).then(|| Balance {
            label: self.words.get(label).to_owned(),
            total: text(all),
            parts: parts.into_iter().filter(|(_, amount)| *amount > 0.0).map(part).collect(),
        })
    }

    /// Each aspect's mean over the partners whose deciding relationship has it.
    fn mean_aspects(&self) -> Vec<AspectBar> {
        let assessment = &self.loaded.assessment;
        let lenses: Vec<domain::Lens> = self
            .loaded
            .workspace
            .partners()
            .filter_map(|partner| assessment.organization(partner.id)?.relationship)
            .filter_map(|id| Some(assessment.relationship(id)?.lens()))
            .collect();
        let mean = |aspect| {
            let values: Vec<f64> = lenses.iter().filter_map(|lens| lens.get(aspect)).collect();
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
        };
        Aspect::ALL.map(|aspect| self.aspect_bar(aspect, mean(aspect))).into()
    }

    pub(super) fn aspect_bar(&self, aspect: Aspect, value: Option<f64>) -> AspectBar {
        let key = match aspect {
            Aspect::Focus => "focus",
            Aspect::RelationshipType => "relationship_type",
            Aspect::ValueExchange => "value_exchange",
            Aspect::ScalesBy => "scales_by",
            Aspect::SuccessMetrics => "success_metrics",
            Aspect::Involvement => "involvement",
        };
        let words = |end: &str| {
            let key = format!("aspect_{key}{end}");
            self.words.get(&key).to_owned()
        };
        AspectBar {
            name: words(""),
            low: words("_low"),
            high: words("_high"),
            value,
            text: value
                .map_or_else(|| self.words.get("unknown_value").to_owned(), |value| self.language.decimal(value, 1)),
        }
    }

    /// "31 by evidence, 8 by judgment, 6 unknown; rules v1".
    pub(super) fn known_words(&self) -> String {
        if !self.printed.settings.show.known {
            return String::new();
        }
        let known = self.loaded.assessment.known;
        let count = |number: u32| self.language.count(number.into());
        let told = self.words.say(
            "known_told",
            &[
                ("evidence", &count(known.evidence)),
                ("judgment", &count(known.judgment)),
                ("unknown", &count(known.unknown)),
                ("rules", &known.rules.to_string()),
            ],
        );
        if known.outside == 0 {
            return told;
        }
        format!("{}; {told}", self.words.say("known_outside", &[("n", &count(known.outside))]))
    }
}
