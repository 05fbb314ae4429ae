//! Projected against actual, and how it is known.

use press::{Chart, Measure, Method, MonthVariance, Outcomes, Reading};

use super::motions::expectation;
use super::pictures;

pub fn outcomes() -> Outcomes {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let values = [-20, 12, 31, -22, 55];
    let measure =
        |label: &str, value: &str, plan: &str| Measure { label: label.into(), value: value.into(), plan: plan.into() };
    Outcomes {
        heading: Some("€56k above plan, and heading for €8.8M".into()),
        lead: "Partner-influenced revenue of strategic motions to 31 May, against the locked plan. Given these \
               inputs, eight outcomes in ten fall inside the shaded band."
            .into(),
        charts: vec![
            Chart {
                title: String::new(),
                svg: pictures::chart(),
                alt: "Cumulative influenced revenue by month: actual €2.29M by May, above the projected line.".into(),
                note: "First-year contract value of won deals; each deal counts once.".into(),
            },
            Chart {
                title: "Affiliate revenue by month".into(),
                svg: pictures::chart(),
                alt: "Affiliate revenue by month, close to plan.".into(),
                note: String::new(),
            },
        ],
        variance: months
            .iter()
            .enumerate()
            .map(|(at, month)| MonthVariance {
                month: (*month).into(),
                value: values.get(at).copied().map(f64::from),
                text: values.get(at).map(|value| format!("{value:+}").replace('-', "−")).unwrap_or_default(),
                good: values.get(at).is_some_and(|value| *value > 0),
            })
            .collect(),
        variance_title: "Variance by month, €k".into(),
        why: "May carried the gain: the Playbook roadshow opened early and filled. April fell short when the order \
              sync beta slipped three weeks. Customer introductions stay behind at 14 of 20."
            .into(),
        strategy: vec![
            measure("Accounts won", "11.8%", "plan 11.6%"),
            measure("Pipeline quality", "68", "plan 66"),
            measure("Co-sell influence", "31%", "plan 34%"),
        ],
        tactic: vec![
            measure("Affiliate revenue", "€562k", "plan €540k"),
            measure("ROAS", "4.3", "plan 4.0"),
            measure("CPA", "€38", "plan €35"),
        ],
        tables: vec![expectation()],
    }
}

pub fn method() -> Method {
    Method {
        text: vec![
            "Character follows the lens: six aspects from 0 (tactic) to 5 (strategy), scored from evidence by \
             readable rules. Depth is the mean of the known aspects; with under three known it is unknown."
                .into(),
        ],
        sources: vec!["CRM export, 31 May 2026".into(), "Affiliate network report, May 2026".into()],
        definitions: vec![Reading {
            title: "Partner-influenced revenue".into(),
            text: "First-year contract value of won deals that a partner materially advanced. Each deal counts once."
                .into(),
        }],
    }
}
