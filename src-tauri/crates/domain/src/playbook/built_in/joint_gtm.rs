//! Going to market together with a technology that ours works with.

use super::{Phase, Source, Task};
use crate::CostBehavior::Fixed;
use crate::Function::{Executive, Marketing, Partnerships, Product, Sales};

pub(super) static SOURCE: Source = Source {
    kind: "joint_gtm",
    name: "Joint GTM with a tech integration",
    about: "When two products do more for a customer together than apart. The integration is the reason to call; \
            the joint value proposition, the account map and two trained sales teams make it revenue.",
    owner: Partnerships,
    metrics: &["pipeline", "sourced_revenue", "revenue"],
    phases: &[
        Phase {
            name: "Find the case",
            tasks: &[
                Task {
                    name: "Map accounts: customers, open deals and targets of both",
                    owner: Partnerships,
                    days: 10,
                    effort: 3.0,
                    after: &[],
                    checklist: &["Customers of both", "Our customers, their targets", "Their customers, our targets"],
                },
                Task {
                    name: "Interview customers who use both products",
                    owner: Product,
                    days: 14,
                    effort: 4.0,
                    after: &[],
                    checklist: &["Five at least", "What they do by hand today"],
                },
                Task {
                    name: "Write the joint value proposition",
                    owner: Partnerships,
                    days: 10,
                    effort: 3.0,
                    after: &[(0, 0), (1, 0)],
                    checklist: &["For whom", "Which problem", "Why together"],
                },
                Task {
                    name: "Agree on targets, roles and sponsors on both sides",
                    owner: Executive,
                    days: 7,
                    effort: 1.0,
                    after: &[(2, 0)],
                    checklist: &[
                        "Executive sponsor on each side",
                        "Annual target, by quarter",
                        "Who leads a deal, and when",
                    ],
                },
            ],
        },
        Phase {
            name: "Build",
            tasks: &[
                Task {
                    name: "Finish and document the integration",
                    owner: Product,
                    days: 45,
                    effort: 20.0,
                    after: &[(1, 0), (3, 0)],
                    checklist: &["Guide for the first hour", "Limits are written down", "Who answers tickets"],
                },
                Task {
                    name: "Test with pilot customers",
                    owner: Product,
                    days: 28,
                    effort: 6.0,
                    after: &[(4, 0)],
                    checklist: &["Three pilots", "A figure that a customer may be quoted with"],
                },
                Task {
                    name: "List the integration in both marketplaces",
                    owner: Product,
                    days: 10,
                    effort: 2.0,
                    after: &[(5, 0)],
                    checklist: &[],
                },
            ],
        },
        Phase {
            name: "Make ready",
            tasks: &[
                Task {
                    name: "Write the joint pitch, demo and battle card",
                    owner: Marketing,
                    days: 14,
                    effort: 5.0,
                    after: &[(3, 0)],
                    checklist: &["Demo in ten minutes", "Objections and answers", "Price and packages"],
                },
                Task {
                    name: "Write a customer story from a pilot",
                    owner: Marketing,
                    days: 14,
                    effort: 3.0,
                    after: &[(5, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Set rules for registering and splitting deals",
                    owner: Sales,
                    days: 10,
                    effort: 1.5,
                    after: &[(3, 0)],
                    checklist: &["Where a deal is registered", "What counts as sourced, what as influenced"],
                },
                Task {
                    name: "Train both sales teams",
                    owner: Sales,
                    days: 10,
                    effort: 4.0,
                    after: &[(5, 0), (7, 0), (9, 0)],
                    checklist: &["Both teams have seen the demo", "First accounts are named"],
                },
            ],
        },
        Phase {
            name: "Launch and co-sell",
            tasks: &[
                Task {
                    name: "Launch together: page, announcement, webinar",
                    owner: Marketing,
                    days: 14,
                    effort: 6.0,
                    after: &[(6, 0), (7, 0), (8, 0), (10, 0)],
                    checklist: &["Announcement agreed by both", "Webinar with a customer"],
                },
                Task {
                    name: "Work the shared account list together",
                    owner: Sales,
                    days: 90,
                    effort: 20.0,
                    after: &[(10, 0), (11, 0)],
                    checklist: &["Account call every two weeks", "Each shared deal has one lead"],
                },
                Task {
                    name: "Run campaigns to the shared accounts",
                    owner: Marketing,
                    days: 60,
                    effort: 8.0,
                    after: &[(11, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Review the quarter with both sponsors",
                    owner: Executive,
                    days: 5,
                    effort: 1.0,
                    after: &[(12, 0), (13, 0)],
                    checklist: &["Pipeline against target", "Requests to the roadmap", "Next quarter's plan"],
                },
            ],
        },
    ],
    milestones: &[
        ("Targets and sponsors agreed", &[3]),
        ("Pilots prove the case", &[5]),
        ("Both sales teams ready", &[10]),
        ("Launched", &[11]),
        ("First joint quarter reviewed", &[14]),
    ],
    budget: &[
        ("Engineering for the integration", Fixed, Some(0.4)),
        ("Launch campaign", Fixed, Some(0.3)),
        ("Joint events and webinars", Fixed, Some(0.2)),
        ("Training and demo material", Fixed, Some(0.1)),
    ],
};
