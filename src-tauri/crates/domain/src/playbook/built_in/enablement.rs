//! Making resellers and channel partners able to sell, deliver and renew by themselves.

use super::{Phase, Source, Task};
use crate::CostBehavior::Fixed;
use crate::Function::{Executive, Marketing, Operations, Partnerships, Product, Sales};

pub(super) static SOURCE: Source = Source {
    kind: "enablement",
    name: "Reseller & channel enablement",
    about: "When others shall sell what we make. Partners earn when they can sell without us in the room: a \
            business plan for each, people who are certified, a first deal done together, and support that \
            answers.",
    owner: Partnerships,
    metrics: &["sourced_revenue", "pipeline", "revenue"],
    phases: &[
        Phase {
            name: "Plan",
            tasks: &[
                Task {
                    name: "Describe the partner that sells well",
                    owner: Partnerships,
                    days: 10,
                    effort: 2.0,
                    after: &[],
                    checklist: &["Customers, size, skills", "What it does not need to know"],
                },
                Task {
                    name: "Set margins, tiers and rules for registered deals",
                    owner: Sales,
                    days: 14,
                    effort: 2.5,
                    after: &[(0, 0)],
                    checklist: &["What a tier needs and what it brings", "Rule against competing for one deal"],
                },
                Task {
                    name: "Choose the first partners and agree a business plan with each",
                    owner: Partnerships,
                    days: 21,
                    effort: 5.0,
                    after: &[(0, 0)],
                    checklist: &["Revenue by quarter", "People to be certified", "Sponsor on each side"],
                },
            ],
        },
        Phase {
            name: "Build the kit",
            tasks: &[
                Task {
                    name: "Write the sales course",
                    owner: Sales,
                    days: 21,
                    effort: 8.0,
                    after: &[(0, 0)],
                    checklist: &["Discovery", "Demo", "Price and objections"],
                },
                Task {
                    name: "Write the delivery course",
                    owner: Product,
                    days: 28,
                    effort: 10.0,
                    after: &[(0, 0)],
                    checklist: &["Set-up", "Hand-over", "What to send to support"],
                },
                Task {
                    name: "Set up the portal, test systems and price lists",
                    owner: Operations,
                    days: 21,
                    effort: 6.0,
                    after: &[(1, 0)],
                    checklist: &["Registration of deals", "Test system for each partner", "Material with both logos"],
                },
                Task {
                    name: "Write the exam and the certificate",
                    owner: Product,
                    days: 10,
                    effort: 2.0,
                    after: &[(3, 0), (4, 0)],
                    checklist: &[],
                },
            ],
        },
        Phase {
            name: "Enable",
            tasks: &[
                Task {
                    name: "Sign contracts",
                    owner: Operations,
                    days: 21,
                    effort: 2.0,
                    after: &[(1, 0), (2, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Train and certify sales people",
                    owner: Sales,
                    days: 28,
                    effort: 8.0,
                    after: &[(3, 0), (5, 0), (6, 0), (7, 0)],
                    checklist: &["Two people at each partner"],
                },
                Task {
                    name: "Train and certify delivery people",
                    owner: Product,
                    days: 28,
                    effort: 8.0,
                    after: &[(4, 0), (6, 0), (7, 0)],
                    checklist: &["One person at each partner"],
                },
                Task {
                    name: "Plan the first campaign of each partner",
                    owner: Marketing,
                    days: 14,
                    effort: 4.0,
                    after: &[(7, 0)],
                    checklist: &["List of named accounts", "Market development money asked for"],
                },
            ],
        },
        Phase {
            name: "Sell together, then apart",
            tasks: &[
                Task {
                    name: "Run each partner's first campaign",
                    owner: Marketing,
                    days: 45,
                    effort: 8.0,
                    after: &[(8, 0), (10, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Close the first deals side by side",
                    owner: Sales,
                    days: 75,
                    effort: 15.0,
                    after: &[(8, 0)],
                    checklist: &["We are in the room for the first two", "The partner leads the third"],
                },
                Task {
                    name: "Deliver the first projects side by side",
                    owner: Product,
                    days: 45,
                    effort: 8.0,
                    after: &[(9, 0), (12, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Review the business plans with each partner",
                    owner: Partnerships,
                    days: 7,
                    effort: 3.0,
                    after: &[(11, 0), (12, 0)],
                    checklist: &["Revenue against plan", "Certified people against plan", "Next quarter"],
                },
                Task {
                    name: "Decide tiers and who goes on",
                    owner: Executive,
                    days: 5,
                    effort: 0.5,
                    after: &[(13, 0), (14, 0)],
                    checklist: &[],
                },
            ],
        },
    ],
    milestones: &[
        ("Business plans agreed", &[2]),
        ("Kit complete", &[5, 6]),
        ("Partners certified", &[8, 9]),
        ("First deals won by partners", &[12]),
        ("Tiers decided", &[15]),
    ],
    budget: &[
        ("Training and certification", Fixed, Some(0.35)),
        ("Portal and test systems", Fixed, Some(0.25)),
        ("Market development money", Fixed, Some(0.3)),
        ("Partner events", Fixed, Some(0.1)),
    ],
};
