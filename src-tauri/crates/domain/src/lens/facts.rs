//! What a motion, or all motions with one partner, show about the six aspects: plain counts, which add up. Must not know
//! what they are worth: that is `rules`.

use std::collections::BTreeSet;

use crate::{Function, MetricSide};

/// Counts from motions, deals and signals. Facts of several motions add up to the facts of a partner.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// Motions counted.
    pub motions: u32,
    /// Their lengths, added up.
    pub months: f64,
    /// Motions with a budget.
    pub budgeted: u32,
    /// The fixed part of each budget, added up.
    pub fixed: f64,
    /// Motions and tasks with an owner.
    pub owned: u32,
    /// Those of them that the performance team owns.
    pub performance: u32,
    /// Functions that own something.
    pub functions: BTreeSet<Function>,
    /// Tasks counted.
    pub tasks: u32,
    /// Our days of work for each partner.
    pub days: f64,
    /// Metrics of the two sides, by their place in the workspace.
    pub strategic: BTreeSet<usize>,
    /// As `strategic`.
    pub tactical: BTreeSet<usize>,
    /// Motions whose costs could be shared.
    pub shareable: u32,
    /// What the partner pays of an even part, added up; 1 = exactly its even part.
    pub paid: f64,
    /// The partner's share of the costs, added up.
    pub share: f64,
    /// Deals that a partner took part in.
    pub deals: u32,
    /// Kinds of signals of co-ownership.
    pub signals: BTreeSet<&'static str>,
}

impl Facts {
    /// Adds the facts of one more motion.
    pub fn add(&mut self, other: &Self) {
        self.motions += other.motions;
        self.months += other.months;
        self.budgeted += other.budgeted;
        self.fixed += other.fixed;
        self.owned += other.owned;
        self.performance += other.performance;
        self.functions.extend(&other.functions);
        self.tasks += other.tasks;
        self.days += other.days;
        self.strategic.extend(&other.strategic);
        self.tactical.extend(&other.tactical);
        self.shareable += other.shareable;
        self.paid += other.paid;
        self.share += other.share;
        self.deals += other.deals;
        self.signals.extend(&other.signals);
    }

    /// Notes a metric.
    pub fn measure(&mut self, metric: usize, side: MetricSide) {
        match side {
            MetricSide::Strategic => self.strategic.insert(metric),
            MetricSide::Tactical => self.tactical.insert(metric),
            // It says of neither that it is measured.
            MetricSide::Both => false,
        };
    }

    /// Notes an owner.
    pub fn own(&mut self, function: Function) {
        self.owned += 1;
        self.performance += u32::from(function == Function::Performance);
        self.functions.insert(function);
    }
}
