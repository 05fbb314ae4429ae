use super::*;
use crate::fixture::{Fixture, euros};
use crate::{Figure, Key};

#[test]
fn an_organization_s_figures_add_up_as_the_metric_says() {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("Partner");
    for (at, minor) in [("2026-01", 1_000), ("2026-02", 3_000)] {
        fixture.actual((None, Some(partner)), "revenue", at, Figure::Money(euros(minor)));
    }
    let workspace = fixture.workspace;
    let currency = workspace.settings.currency;
    let revenue = workspace.metrics.iter().find(|metric| metric.key.as_str() == "revenue").unwrap();
    for (over, expect) in [(OverMonths::Sum, 40.0), (OverMonths::Last, 30.0), (OverMonths::Average, 20.0)] {
        let metric = Metric { over_months: over, ..revenue.clone() };
        assert_eq!(over_months(workspace.actuals.iter(), &metric, currency), Some(expect), "{over:?}");
    }
    let other = Metric { key: Key::literal("other"), ..revenue.clone() };
    assert_eq!(over_months(workspace.actuals.iter(), &other, currency), None);
}
