//! Why an aspect has its value: kept as a few numbers, said as a sentence only when somebody asks. Must not know how a
//! value was worked out.

use crate::{Function, Workspace};

/// Why an aspect has its value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// Nothing is recorded.
    Nothing,
    /// The default of the relationship's kind, by its place in the workspace.
    Default(usize),
    /// A person's judgment, by its place in the workspace.
    Overrule(usize),
    /// Length of the motions and the fixed part of their budgets.
    Motions {
        /// Motions.
        count: u32,
        /// Their mean length.
        months: f64,
        /// The fixed part of their budgets.
        fixed: Option<f64>,
    },
    /// Who pays.
    SharedCosts {
        /// The partner's part.
        share: f64,
        /// Kinds of signs of co-ownership.
        signals: u32,
    },
    /// Commission, fees or discounts, and nothing shared.
    Commission {
        /// Kinds of signs of co-ownership.
        signals: u32,
    },
    /// Signs of co-ownership alone.
    Signals {
        /// Kinds of them.
        signals: u32,
    },
    /// What is given and got.
    Values {
        /// Kinds other than money.
        kinds: usize,
        /// Both sides give something other than money.
        both: bool,
        /// The part of money, by weight.
        money: f64,
    },
    /// Our days of work with each partner.
    Effort {
        /// Days.
        days: f64,
        /// Tasks.
        tasks: u32,
    },
    /// Which metrics count.
    Metrics {
        /// Strategic ones.
        strategic: usize,
        /// Tactical ones.
        tactical: usize,
        /// Deals with the partner's part in them.
        deals: u32,
    },
    /// Which functions of ours own something.
    Functions {
        /// One bit for each function, in the order of [`Function::ALL`].
        functions: u8,
        /// The performance team owns more than half.
        performance: bool,
    },
}

impl Reason {
    /// In words, ending in the value: "5 kinds of value, both ways → 4.1".
    pub fn sentence(&self, value: Option<f64>, workspace: &Workspace) -> String {
        let words = self.words(workspace);
        value.map_or_else(|| words.clone(), |value| format!("{words} → {value:.1}"))
    }

    fn words(&self, workspace: &Workspace) -> String {
        match *self {
            Self::Nothing => "No evidence yet".into(),
            Self::Default(kind) => match workspace.relationship_kinds.get(kind) {
                Some(kind) => format!("The default of “{}”", kind.forward),
                None => "The default of its kind".into(),
            },
            Self::Overrule(index) => match workspace.overrules.get(index) {
                Some(overrule) => format!("Judgment: {}", overrule.reason),
                None => "Judgment".into(),
            },
            Self::Motions { count, months, fixed } => {
                let length = format!("{} of {months:.0} months on average", number(count, "motion"));
                match fixed {
                    Some(fixed) => format!("{length}, {:.0} % of cost fixed ahead", fixed * 100.0),
                    None => format!("{length}, no budget"),
                }
            }
            Self::SharedCosts { share, signals } if share > 0.0 => {
                format!("Pays {:.0} % of joint costs{}", share * 100.0, signs(signals))
            }
            Self::SharedCosts { signals, .. } => format!("Pays no part of joint costs{}", signs(signals)),
            Self::Commission { signals } => format!("Paid in money, no shared cost{}", signs(signals)),
            Self::Signals { signals } => number(signals, "sign of co-ownership"),
            Self::Values { kinds: 0, .. } => "Money only".into(),
            Self::Values { kinds, both, money } => {
                let ways = if both { "both ways" } else { "one way" };
                let kinds = if kinds == 1 { "1 kind of value".into() } else { format!("{kinds} kinds of value") };
                let money = if money > 0.0 { format!(", {:.0} % money", money * 100.0) } else { String::new() };
                format!("{kinds}, {ways}{money}")
            }
            Self::Effort { days, tasks } => format!("{days:.0} days of our work in {}", number(tasks, "task")),
            Self::Metrics { strategic, tactical, deals } => metrics(strategic, tactical, deals),
            Self::Functions { functions, performance } => {
                let owners = Function::ALL.into_iter().filter(|function| functions & (1 << *function as u8) != 0);
                let owners: Vec<&str> = owners.map(Function::name).collect();
                let mostly = if performance { ", mostly Performance" } else { "" };
                format!("Owned by {}{mostly}", owners.join(", "))
            }
        }
    }
}

fn metrics(strategic: usize, tactical: usize, deals: u32) -> String {
    let measured = match (strategic, tactical) {
        (0, 0) => String::new(),
        (0, tactical) => format!("{tactical} tactical, no strategic metric"),
        (strategic, 0) => format!("{strategic} strategic, no tactical metric"),
        (strategic, tactical) => format!("{strategic} strategic, {tactical} tactical metrics"),
    };
    match (deals, measured.is_empty()) {
        (0, _) => measured,
        (deals, true) => format!("Part in {}", number(deals, "deal")),
        (deals, false) => format!("{measured}, part in {}", number(deals, "deal")),
    }
}

fn signs(signals: u32) -> String {
    if signals == 0 { String::new() } else { format!(", {}", number(signals, "sign of co-ownership")) }
}

fn number(count: u32, what: &str) -> String {
    match (count, what.strip_prefix("sign")) {
        (1, _) => format!("1 {what}"),
        (count, Some(rest)) => format!("{count} signs{rest}"),
        (count, None) => format!("{count} {what}s"),
    }
}
