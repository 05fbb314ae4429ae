//! What the pages on projected against actual say.

use serde::{Deserialize, Serialize};

use super::Table;

/// Projected against actual. With nothing in it, its page says what it waits for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Outcomes {
    /// The page's finding.
    pub heading: Option<String>,
    /// A sentence or two under the heading; may be empty.
    pub lead: String,
    /// The first is the main one; strategic and tactical figures never share one.
    pub charts: Vec<Chart>,
    /// Variance by month of the main chart; bars above and below the plan.
    pub variance: Vec<MonthVariance>,
    /// Title of the bars ("Variance by month, €k"); may be empty.
    pub variance_title: String,
    /// What stands behind the variance, in words; may be empty.
    pub why: String,
    /// Strategic measures against plan, in the solid frame.
    pub strategy: Vec<Measure>,
    /// Tactical measures against plan, in the dashed frame.
    pub tactic: Vec<Measure>,
    /// Further tables, such as the months behind the main chart.
    pub tables: Vec<Table>,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Over it; may be empty for the main chart, which the page's heading names.
    pub title: String,
    /// The picture, with text in the family Inter. Drawn 499 units wide, its texts print at their own size in points.
    pub svg: String,
    /// What the picture shows, for a reader who cannot see it.
    pub alt: String,
    /// Under it, small: basis, model, inputs; may be empty.
    pub note: String,
}

/// How far a month was from its plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MonthVariance {
    /// Short ("Jan").
    pub month: String,
    /// Actual less plan; none for a month still to come.
    pub value: Option<f64>,
    /// The same as text ("+12").
    pub text: String,
    /// Whether it is good news, which a metric decides and not the sign.
    pub good: bool,
}

/// A measure against its plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// "Accounts won".
    pub label: String,
    /// "11.8%".
    pub value: String,
    /// "plan 11.6%"; may be empty.
    pub plan: String,
}
