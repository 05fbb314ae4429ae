//! An affiliate program: a tactic that pays for orders, run as one.

use super::{Phase, Source, Task};
use crate::CostBehavior::{Fixed, Variable};
use crate::Function::{Marketing, Operations, Performance};

pub(super) static SOURCE: Source = Source {
    kind: "affiliate_program",
    name: "Affiliate program",
    about: "When publishers can bring orders that a commission pays for. It is a tactic: quick to start, easy to \
            measure, easy to stop. It buys transactions; what it must not do is pay for orders that would have \
            come anyway.",
    owner: Performance,
    metrics: &["affiliate_revenue", "affiliate_cost", "orders"],
    phases: &[
        Phase {
            name: "Set up",
            tasks: &[
                Task {
                    name: "Work out which commission an order can bear",
                    owner: Performance,
                    days: 7,
                    effort: 2.0,
                    after: &[],
                    checklist: &["Margin after returns", "New and known customers apart", "Network fee included"],
                },
                Task {
                    name: "Choose the network and sign",
                    owner: Performance,
                    days: 14,
                    effort: 2.0,
                    after: &[(0, 0)],
                    checklist: &["Fees and notice", "Reach in our markets"],
                },
                Task {
                    name: "Write the terms of the program",
                    owner: Operations,
                    days: 10,
                    effort: 1.5,
                    after: &[(0, 0)],
                    checklist: &[
                        "No bidding on our name",
                        "Vouchers only as given",
                        "How orders are approved and reversed",
                    ],
                },
                Task {
                    name: "Set up tracking and test it with real orders",
                    owner: Performance,
                    days: 14,
                    effort: 4.0,
                    after: &[(1, 0)],
                    checklist: &[
                        "Cookie days as agreed",
                        "Consent is respected",
                        "Orders, returns and other channels are matched",
                    ],
                },
                Task {
                    name: "Make links, banners and the product feed",
                    owner: Marketing,
                    days: 14,
                    effort: 4.0,
                    after: &[(1, 0)],
                    checklist: &[],
                },
            ],
        },
        Phase {
            name: "Recruit",
            tasks: &[
                Task {
                    name: "List publishers that suit the brand",
                    owner: Performance,
                    days: 10,
                    effort: 2.0,
                    after: &[(0, 0)],
                    checklist: &["Content", "Comparison", "Loyalty and vouchers, with a limit"],
                },
                Task {
                    name: "Invite and admit publishers",
                    owner: Performance,
                    days: 28,
                    effort: 5.0,
                    after: &[(2, 0), (3, 0), (4, 0), (5, 0)],
                    checklist: &["Each site is looked at", "Brand bidding is checked"],
                },
            ],
        },
        Phase {
            name: "Run",
            tasks: &[
                Task {
                    name: "Open the program",
                    owner: Performance,
                    days: 1,
                    effort: 0.5,
                    after: &[(6, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Approve orders and pay each month",
                    owner: Operations,
                    days: 90,
                    effort: 4.0,
                    after: &[(7, 0)],
                    checklist: &["Returns are taken out", "Paid on the day that was promised"],
                },
                Task {
                    name: "Look for orders that would have come anyway, and for fraud",
                    owner: Performance,
                    days: 90,
                    effort: 4.0,
                    after: &[(7, 0)],
                    checklist: &["Voucher use at the checkout", "Bids on our name", "Sudden leaps of one publisher"],
                },
                Task {
                    name: "Give the best publishers better terms and news",
                    owner: Performance,
                    days: 60,
                    effort: 3.0,
                    after: &[(7, 30)],
                    checklist: &[],
                },
            ],
        },
        Phase {
            name: "Decide",
            tasks: &[
                Task {
                    name: "Compare revenue and cost with other channels",
                    owner: Performance,
                    days: 7,
                    effort: 1.5,
                    after: &[(8, 0), (9, 0)],
                    checklist: &["Cost of an order, with fees", "Part of new customers"],
                },
                Task {
                    name: "Decide commission, limits and whether to go on",
                    owner: Performance,
                    days: 5,
                    effort: 0.5,
                    after: &[(10, 0), (11, 0)],
                    checklist: &[],
                },
            ],
        },
    ],
    milestones: &[
        ("Tracking proved with real orders", &[3]),
        ("Program open", &[7]),
        ("First quarter decided on results", &[12]),
    ],
    budget: &[
        ("Commission", Variable, Some(0.7)),
        ("Network fees", Variable, Some(0.2)),
        ("Set-up and banners", Fixed, Some(0.1)),
    ],
};
