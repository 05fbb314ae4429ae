//! A referral engine: partners who introduce us because it helps their own customers.

use super::{Phase, Source, Task};
use crate::CostBehavior::{Fixed, Variable};
use crate::Function::{Executive, Marketing, Operations, Partnerships, Sales};

pub(super) static SOURCE: Source = Source {
    kind: "referral",
    name: "Referral engine",
    about: "When partners meet our buyers before we do. Few partners, a clear picture of whom to introduce, a \
            first call within two days and news of what became of it matter more than the fee.",
    owner: Partnerships,
    metrics: &["introductions", "sourced_revenue", "pipeline"],
    phases: &[
        Phase {
            name: "Design",
            tasks: &[
                Task {
                    name: "Describe whom to introduce, and when",
                    owner: Sales,
                    days: 7,
                    effort: 1.5,
                    after: &[],
                    checklist: &["Three signs of a good fit", "Who is no fit", "The sentence that opens the door"],
                },
                Task {
                    name: "Decide what partners get: fee, business back, standing",
                    owner: Partnerships,
                    days: 10,
                    effort: 1.5,
                    after: &[],
                    checklist: &["A fee that needs no approval each time", "Business that we send back"],
                },
                Task {
                    name: "Have terms and payment checked",
                    owner: Operations,
                    days: 12,
                    effort: 1.0,
                    after: &[(1, 0)],
                    checklist: &[
                        "What counts as an introduction",
                        "When it is paid",
                        "Privacy: consent before the name",
                    ],
                },
                Task {
                    name: "Set up how introductions are sent and followed",
                    owner: Operations,
                    days: 10,
                    effort: 3.0,
                    after: &[(0, 0)],
                    checklist: &["One form or one address", "The partner sees what became of it"],
                },
            ],
        },
        Phase {
            name: "First partners",
            tasks: &[
                Task {
                    name: "Choose ten partners with the closest accounts",
                    owner: Partnerships,
                    days: 7,
                    effort: 2.0,
                    after: &[(0, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Talk with each and sign the terms",
                    owner: Partnerships,
                    days: 21,
                    effort: 5.0,
                    after: &[(2, 0), (4, 0)],
                    checklist: &["Their reason to introduce", "One person on each side"],
                },
                Task {
                    name: "Give partners the words and the one-pager",
                    owner: Marketing,
                    days: 10,
                    effort: 3.0,
                    after: &[(0, 0)],
                    checklist: &["Mail to forward", "One page, one example"],
                },
                Task {
                    name: "Brief our sales team: answer in two days",
                    owner: Sales,
                    days: 5,
                    effort: 1.0,
                    after: &[(3, 0)],
                    checklist: &["Who takes which partner", "What the partner hears, and when"],
                },
            ],
        },
        Phase {
            name: "Run",
            tasks: &[
                Task {
                    name: "Take the first introductions and tell partners what became of them",
                    owner: Sales,
                    days: 60,
                    effort: 10.0,
                    after: &[(3, 0), (5, 0), (6, 0), (7, 0)],
                    checklist: &["First call in two days", "News after each step"],
                },
                Task {
                    name: "Meet each partner once a month",
                    owner: Partnerships,
                    days: 60,
                    effort: 5.0,
                    after: &[(5, 0)],
                    checklist: &["Accounts to introduce next", "What we introduced to them"],
                },
                Task {
                    name: "Pay for what closed and thank in public",
                    owner: Operations,
                    days: 7,
                    effort: 0.5,
                    after: &[(8, 0)],
                    checklist: &[],
                },
            ],
        },
        Phase {
            name: "Grow",
            tasks: &[
                Task {
                    name: "Review what introductions became, by partner",
                    owner: Partnerships,
                    days: 7,
                    effort: 1.5,
                    after: &[(8, 0)],
                    checklist: &["Share that became deals", "Time to the first call"],
                },
                Task {
                    name: "Decide terms, partners and targets of the next half-year",
                    owner: Executive,
                    days: 7,
                    effort: 0.5,
                    after: &[(9, 0), (10, 0), (11, 0)],
                    checklist: &[],
                },
            ],
        },
    ],
    milestones: &[
        ("Terms ready", &[2, 3]),
        ("First ten partners signed", &[5]),
        ("Introductions run", &[7, 6, 5]),
        ("First half-year decided on results", &[12]),
    ],
    budget: &[
        ("Referral fees", Variable, Some(0.6)),
        ("Partner events and thanks", Fixed, Some(0.25)),
        ("Material", Fixed, Some(0.15)),
    ],
};
