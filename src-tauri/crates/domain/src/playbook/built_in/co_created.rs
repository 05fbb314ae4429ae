//! Co-created content and campaigns: one idea, two names on it, one audience made of both.

use super::{Phase, Source, Task};
use crate::CostBehavior::Fixed;
use crate::Function::{Marketing, Partnerships, Sales};

pub(super) static SOURCE: Source = Source {
    kind: "co_created",
    name: "Co-created content & campaigns",
    about: "When both brands reach the same buyers and each knows something that the other does not. One piece \
            of work carries both names and both lists; leads are shared by a rule that was agreed before.",
    owner: Marketing,
    metrics: &["pipeline", "revenue", "introductions"],
    phases: &[
        Phase {
            name: "Agree",
            tasks: &[
                Task {
                    name: "Choose the theme and the audience that both want",
                    owner: Marketing,
                    days: 7,
                    effort: 2.0,
                    after: &[],
                    checklist: &[
                        "What each side knows best",
                        "Accounts and segments in both lists",
                        "What the reader shall do next",
                    ],
                },
                Task {
                    name: "Agree who owns leads, data and the finished work",
                    owner: Partnerships,
                    days: 10,
                    effort: 1.5,
                    after: &[(0, 0)],
                    checklist: &[
                        "Rule for leads that both know",
                        "Consent for both names on the form",
                        "Use of logos and names",
                    ],
                },
                Task {
                    name: "Agree the budget and who pays which part",
                    owner: Partnerships,
                    days: 5,
                    effort: 0.5,
                    after: &[(0, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Write the joint brief",
                    owner: Marketing,
                    days: 5,
                    effort: 2.0,
                    after: &[(1, 0), (2, 0)],
                    checklist: &["One message", "Formats and channels", "One measure of success"],
                },
            ],
        },
        Phase {
            name: "Create",
            tasks: &[
                Task {
                    name: "Interview experts and customers of both sides",
                    owner: Marketing,
                    days: 14,
                    effort: 4.0,
                    after: &[(3, 0)],
                    checklist: &["Two of ours", "Two of theirs", "A customer whom both serve"],
                },
                Task {
                    name: "Write the main piece",
                    owner: Marketing,
                    days: 18,
                    effort: 8.0,
                    after: &[(4, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Design the main piece and the campaign page",
                    owner: Marketing,
                    days: 12,
                    effort: 5.0,
                    after: &[(5, 0)],
                    checklist: &["Form with consent for both", "Tracking that both can read"],
                },
                Task {
                    name: "Have both sides approve text and design",
                    owner: Partnerships,
                    days: 7,
                    effort: 1.5,
                    after: &[(6, 0)],
                    checklist: &["Marketing of both", "Legal of both"],
                },
            ],
        },
        Phase {
            name: "Launch",
            tasks: &[
                Task {
                    name: "Prepare mails, posts and slides for both teams",
                    owner: Marketing,
                    days: 7,
                    effort: 3.0,
                    after: &[(6, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Brief both sales teams",
                    owner: Sales,
                    days: 4,
                    effort: 1.0,
                    after: &[(7, 0)],
                    checklist: &["Who calls whom, and when", "What to say on the first call"],
                },
                Task {
                    name: "Publish and send to both lists",
                    owner: Marketing,
                    days: 2,
                    effort: 1.0,
                    after: &[(7, 0), (8, 0), (9, 0)],
                    checklist: &["Same day on both sides", "Sources are counted"],
                },
                Task {
                    name: "Run the campaign: webinar, posts, paid reach",
                    owner: Marketing,
                    days: 42,
                    effort: 8.0,
                    after: &[(10, 0)],
                    checklist: &[],
                },
            ],
        },
        Phase {
            name: "Follow up and learn",
            tasks: &[
                Task {
                    name: "Hand over and follow up leads together",
                    owner: Sales,
                    days: 35,
                    effort: 6.0,
                    after: &[(10, 7)],
                    checklist: &["Shared accounts first", "Each lead answered in two days"],
                },
                Task {
                    name: "Cut the piece into smaller ones",
                    owner: Marketing,
                    days: 14,
                    effort: 3.0,
                    after: &[(11, 0)],
                    checklist: &[],
                },
                Task {
                    name: "Look back with the partner and decide what comes next",
                    owner: Partnerships,
                    days: 5,
                    effort: 1.0,
                    after: &[(11, 0), (12, 0)],
                    checklist: &["What each side got", "What to repeat, change, stop"],
                },
            ],
        },
    ],
    milestones: &[
        ("Brief signed by both", &[3]),
        ("Work approved by both", &[7]),
        ("Campaign live", &[10]),
        ("Results shared, next step decided", &[14]),
    ],
    budget: &[
        ("Writing and design", Fixed, Some(0.4)),
        ("Paid reach", Fixed, Some(0.3)),
        ("Webinar and events", Fixed, Some(0.2)),
        ("Research and incentives", Fixed, Some(0.1)),
    ],
};
