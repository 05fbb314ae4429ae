//! How full and how good the pipeline is.

use super::{From, Row, money, ratio};
use crate::{Basis, Count, MetricUnit};

pub(super) fn rows() -> Vec<Row> {
    let value = Basis::FirstYearValue;
    vec![
        money(
            "open_pipeline",
            "Open pipeline",
            value,
            From::Counted(Count::OpenPipeline),
            "First-year contract value of the open deals with a partner's part, sourced or influenced, by the month in which they \
             are expected to close, or where nobody says, the month in which they were opened.",
        ),
        money(
            "weighted_pipeline",
            "Weighted pipeline",
            value,
            From::Counted(Count::WeightedPipeline),
            "The same deals, each value times the probability of its stage. A deal without a probability is left out.",
        ),
        money(
            "revenue_target",
            "Revenue target",
            value,
            From::Measured,
            "What partner revenue is to be in the month: as typed, else what the motions' plans expect of partner-sourced and \
             partner-influenced revenue together.",
        ),
        ratio(
            "pipeline_coverage",
            "Pipeline coverage",
            MetricUnit::Ratio,
            "open_pipeline / revenue_target",
            "Open pipeline, unweighted, divided by the revenue target of the same period.",
        ),
        ratio(
            "weighted_pipeline_coverage",
            "Weighted pipeline coverage",
            MetricUnit::Ratio,
            "weighted_pipeline / revenue_target",
            "Open pipeline, each deal times the probability of its stage, divided by the revenue target of the same period.",
        ),
        ratio(
            "needed_coverage",
            "Needed coverage",
            MetricUnit::Ratio,
            "1 / win_rate",
            "How much pipeline one unit of target needs: 1 divided by the win rate.",
        )
        .lower_is_better(),
        ratio(
            "pipeline_quality",
            "Pipeline quality",
            MetricUnit::Score,
            "100 * (quality_coverage * min(1, pipeline_coverage / needed_coverage) + quality_win_rate * min(1, win_rate / 0.5) \
             + quality_age * min(1, cycle_days / open_deal_age) + quality_next_step * next_step_share) \
             / (quality_coverage + quality_win_rate + quality_age + quality_next_step)",
            "0 to 100 from four parts, each with its weight (settings): coverage, full at what the win rate needs; win rate, full at \
             50 %; age of open deals, full while they are no older than the usual cycle; share of open deals with a next \
             step. Unknown under 5 deals.",
        )
        .floor(5),
        ratio(
            "pipeline_velocity",
            "Pipeline velocity, a day",
            MetricUnit::Money,
            "open_deals * win_rate * deal_size / cycle_days",
            "Open deals times win rate times deal size, divided by the days of a cycle: revenue a day.",
        )
        .basis(value),
    ]
}
