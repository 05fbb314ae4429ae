//! The affiliate figures as planned, to set beside the measured ones: the same period and scope on both sides of a ratio.

use domain::{AffiliateFigures, Key, Month, Scope, Workspace};

use crate::projected::projected;

/// Affiliate figures as planned in `scope`, in the months from `first` to `last`. ROAS and CPA are worked out from the
/// sums, never averaged over months. In another scenario: give the workspace as [`domain::apply_scenario`] sees it.
pub fn planned_affiliate(workspace: &Workspace, scope: Scope, first: Month, last: Month) -> AffiliateFigures {
    let sum = |metric| {
        let months = projected(workspace, scope, &Key::literal(metric));
        months.range(first..=last).map(|(_, range)| range.mid).sum()
    };
    AffiliateFigures { revenue: sum("affiliate_revenue"), cost: sum("affiliate_cost"), orders: sum("orders") }
}
