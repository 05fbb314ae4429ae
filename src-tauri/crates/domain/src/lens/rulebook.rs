//! The rules as a person reads them, in each of their versions. The figures of the examples are worked out by the rules
//! themselves, so that the two never tell different things. Must not know any workspace's evidence.

use serde::Serialize;
use ts_rs::TS;

use super::character::{ENOUGH, PASS, one_decimal};
use super::facts::Facts;
use super::rules::{self, Finding};
use super::values::Values;
use super::{FIRST_RULES, NEWEST_RULES};
use crate::{Aspect, Bounds, Function};

/// One version of the rules, in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Rulebook {
    /// Its number.
    pub version: u32,
    /// What is new in it.
    pub news: String,
    /// How aspects become a depth, and depth a character.
    pub steps: Vec<String>,
    /// One for each aspect, in their order.
    pub rules: Vec<Rule>,
}

/// How one aspect is found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Rule {
    /// Which.
    pub aspect: Aspect,
    /// On the screen.
    pub name: String,
    /// The words at 0 and at 5.
    pub ends: [String; 2],
    /// In a few sentences.
    pub text: String,
    /// What some evidence is worth.
    pub examples: Vec<RuleExample>,
}

/// What some evidence is worth.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RuleExample {
    /// "20 days of our work".
    pub evidence: String,
    /// 0 to 5, one decimal.
    pub value: f64,
}

/// The rules of `version` (the newest where there is none such) with a workspace's bounds.
pub fn rulebook(version: u32, bounds: Bounds) -> Rulebook {
    let version = version.clamp(FIRST_RULES, NEWEST_RULES);
    let rule = |aspect: Aspect| {
        let (low, high) = aspect.end_words();
        let examples = examples(aspect).into_iter().filter_map(|(evidence, finding)| {
            let (value, _) = finding?;
            Some(RuleExample { evidence: evidence.to_owned(), value: one_decimal(value.clamp(0.0, 5.0)) })
        });
        Rule {
            aspect,
            name: aspect.name().to_owned(),
            ends: [low.to_owned(), high.to_owned()],
            text: text(aspect, version),
            examples: examples.collect(),
        }
    };
    Rulebook { version, news: news(version).to_owned(), steps: steps(bounds), rules: Aspect::ALL.map(rule).to_vec() }
}

fn news(version: u32) -> &'static str {
    match version {
        FIRST_RULES => "The first rules: what is given and got counts as it was agreed, for as long as it stands.",
        _ => {
            "As version 1, but what is given and got counts only while something happens with the partner: a motion, a deal, a \
             figure, a signal or an entry in its log in the last 12 months."
        }
    }
}

fn steps(bounds: Bounds) -> Vec<String> {
    let Bounds { lower, upper } = bounds;
    vec![
        "Each relationship is seen through six aspects, from 0 (tactic) to 5 (strategy). Evidence of the last 12 months decides \
         each. Without any, the default of the relationship's kind stands in, as judgment; without that, the aspect is Unknown. \
         A person's overrule, with its reason, stands before both."
            .to_owned(),
        format!(
            "Depth is the mean of the known aspects, never shown without the lowest one. With fewer than {ENOUGH} known, it is \
             Unknown."
        ),
        format!(
            "Below {lower:.1} a relationship is transactional. From {upper:.1} it is strategic, if its relationship type and its \
             value exchange reach {upper:.1} too. In between it is changing: the ecotone. A character changes only when depth \
             passes a bound by {PASS:.1}."
        ),
        "A partner stands where its deepest active relationship with us puts it. Age and filled-in fields count for nothing. \
         Where nothing happened in the last 12 months, the partner is shown as dormant."
            .to_owned(),
    ]
}

fn text(aspect: Aspect, version: u32) -> String {
    match aspect {
        Aspect::Focus => {
            "What is spent ahead, and for how long. A cost that follows orders is performance; a fixed cost is an investment, and \
             counts the more the longer its motion runs, up to a year. Without a budget only the length speaks, up to 3."
        }
        Aspect::RelationshipType => {
            "Who pays for what is done together: 1 when the partner pays nothing, 4 when it pays its even part. Each kind of sign \
             that both own it (asked to co-author, a joint plan, a shared budget, an executive sponsor, …) adds half a point, up \
             to two. Commission without shared costs is 0.5."
        }
        Aspect::ValueExchange if version == FIRST_RULES => {
            "What is given and got, by weight: the part that is not money, times how evenly it flows and how varied it is, up to \
             five kinds. One way only, it is worth about a third."
        }
        Aspect::ValueExchange => {
            "What is given and got, by weight: the part that is not money, times how evenly it flows and how varied it is, up to \
             five kinds. One way only, it is worth about a third. It counts only while something happened with the partner in the \
             last 12 months."
        }
        Aspect::ScalesBy => {
            "Our days of work with the partner, in tasks done or under way. A program run by a platform needs next to none."
        }
        Aspect::SuccessMetrics => {
            "Which part of the metrics that are planned or measured is strategic, from 0.5 to 4. Deals in which the partner took \
             part add one; deals alone are worth 3."
        }
        Aspect::Involvement => {
            "How many of marketing, sales, product and executive own a motion or a task. Where the performance team owns more than \
             half, at most 1."
        }
    }
    .to_owned()
}

fn examples(aspect: Aspect) -> Vec<(&'static str, Finding)> {
    match aspect {
        Aspect::Focus => vec![
            ("3 months, all of the cost follows orders", rules::focus(&motion(3.0, Some(0.0)))),
            ("6 months, no budget", rules::focus(&motion(6.0, None))),
            ("6 months, all of the cost fixed ahead", rules::focus(&motion(6.0, Some(1.0)))),
            ("A year, all of the cost fixed ahead", rules::focus(&motion(12.0, Some(1.0)))),
        ],
        Aspect::RelationshipType => vec![
            ("Commission, no shared cost", rules::relationship_type(&shared(0.0, 0, 0), true)),
            ("A joint budget that we pay alone", rules::relationship_type(&shared(0.0, 1, 0), false)),
            ("The partner pays its even part", rules::relationship_type(&shared(1.0, 1, 0), false)),
            ("The same, with two signs that both own it", rules::relationship_type(&shared(1.0, 1, 2), false)),
        ],
        Aspect::ValueExchange => vec![
            ("Commission only", rules::value_exchange(&values(0.0, 0.0, 4.0, 0))),
            ("2 kinds of value, one way", rules::value_exchange(&values(6.0, 0.0, 0.0, 2))),
            ("2 kinds, both ways, as much money", rules::value_exchange(&values(3.0, 3.0, 6.0, 2))),
            ("5 kinds of value, both ways, even", rules::value_exchange(&values(7.0, 7.0, 0.0, 5))),
        ],
        Aspect::ScalesBy => vec![
            ("No day of our work", rules::scales_by(&work(0.0))),
            ("5 days", rules::scales_by(&work(5.0))),
            ("15 days", rules::scales_by(&work(15.0))),
            ("40 days", rules::scales_by(&work(40.0))),
        ],
        Aspect::SuccessMetrics => vec![
            ("Tactical metrics only", rules::success_metrics(&measured(0, 2, 0))),
            ("1 strategic, 1 tactical", rules::success_metrics(&measured(1, 1, 0))),
            ("A part in deals, no metric", rules::success_metrics(&measured(0, 0, 1))),
            ("Strategic metrics and a part in deals", rules::success_metrics(&measured(2, 0, 1))),
        ],
        Aspect::Involvement => vec![
            ("The performance team alone", rules::involvement(&owned(&[Function::Performance]))),
            ("Marketing", rules::involvement(&owned(&[Function::Marketing]))),
            ("Marketing and sales", rules::involvement(&owned(&[Function::Marketing, Function::Sales]))),
            (
                "Marketing, sales, product and executive",
                rules::involvement(&owned(&[
                    Function::Marketing,
                    Function::Sales,
                    Function::Product,
                    Function::Executive,
                ])),
            ),
        ],
    }
}

fn motion(months: f64, fixed: Option<f64>) -> Facts {
    let budgeted = u32::from(fixed.is_some());
    Facts { motions: 1, months, budgeted, fixed: fixed.unwrap_or(0.0), ..Facts::default() }
}

/// One joint budget of which the partner pays so much of its even part.
fn shared(paid: f64, shareable: u32, signs: usize) -> Facts {
    let signals = ["joint_plan", "shared_budget"].into_iter().take(signs).collect();
    Facts { shareable, paid, share: paid / 2.0, signals, ..Facts::default() }
}

fn values(give: f64, get: f64, money: f64, kinds: usize) -> Values {
    Values { give, get, money, kinds, ..Values::default() }
}

fn work(days: f64) -> Facts {
    Facts { tasks: 1, days, ..Facts::default() }
}

fn measured(strategic: usize, tactical: usize, deals: u32) -> Facts {
    Facts { strategic: (0..strategic).collect(), tactical: (0..tactical).collect(), deals, ..Facts::default() }
}

fn owned(functions: &[Function]) -> Facts {
    let mut facts = Facts::default();
    for function in functions {
        facts.own(*function);
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_can_be_read_and_its_examples_rise() {
        for version in FIRST_RULES..=NEWEST_RULES {
            let book = rulebook(version, Bounds::default());
            assert_eq!((book.version, book.rules.len(), book.steps.len()), (version, 6, 4));
            for rule in &book.rules {
                assert_eq!(rule.examples.len(), 4, "{}: an example is worth nothing", rule.name);
                let values: Vec<f64> = rule.examples.iter().map(|example| example.value).collect();
                assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "{}: {values:?}", rule.name);
            }
        }
    }

    #[test]
    fn what_the_words_say_is_what_the_rules_do() {
        let book = rulebook(1, Bounds { lower: 1.5, upper: 3.5 });
        assert!(book.steps[2].starts_with("Below 1.5 a relationship is transactional. From 3.5 it is strategic"));
        let worth = |aspect: Aspect| book.rules[aspect as usize].examples.iter().map(|e| e.value).collect::<Vec<_>>();
        assert_eq!(worth(Aspect::Focus), [0.0, 2.0, 3.5, 5.0]);
        assert_eq!(worth(Aspect::RelationshipType), [0.5, 1.0, 4.0, 5.0]);
        assert_eq!(worth(Aspect::ValueExchange), [0.0, 1.8, 2.2, 5.0]);
        assert_eq!(worth(Aspect::ScalesBy), [0.5, 2.0, 3.5, 5.0]);
        assert_eq!(worth(Aspect::SuccessMetrics), [0.5, 2.3, 3.0, 5.0]);
        assert_eq!(worth(Aspect::Involvement), [0.5, 2.0, 3.0, 5.0]);
    }
}
