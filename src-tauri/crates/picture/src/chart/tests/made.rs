//! Made-up inputs of every kind, for the grid of sizes and values.

use super::*;

/// Names as people and enemies give them.
pub(super) const NAMES: [&str; 8] = [
    "Peak Season Playbook",
    "DACH",
    "<script>alert(1)</script> & \"quotes\" 'here'",
    "متجر المستقبل لعام ٢٠٢٦ مع شركائنا",
    "店舗の未来シリーズと共同マーケティング計画",
    "\u{202e}desrever\u{0}\u{7}\n\ttwo lines",
    "Ein Gemeinschaftsunternehmenskooperationsvertrag ohne Trennstelle",
    "",
];

pub(super) type Value = fn(usize) -> Option<f64>;

/// Kinds of figures, by month.
pub(super) const FIGURES: [(&str, Value); 8] = [
    ("growing", |month| Some(400_000.0 + 60_000.0 * month as f64)),
    ("large", |month| Some(1e12 - 7e10 * (month % 7) as f64)),
    ("negative", |month| Some(-1e9 + 3e7 * (month % 11) as f64)),
    ("mixed", |month| Some(if month % 2 == 0 { 1e12 } else { -1e9 })),
    ("equal", |_| Some(1_234.5)),
    ("zero", |_| Some(0.0)),
    ("tiny", |month| Some(0.001 * month as f64)),
    ("none", |_| None),
];

/// Plan, actual and reforecast of one kind of figures.
pub(super) fn months_of(
    figures: Value,
    count: usize,
    actuals: usize,
    unit: MetricUnit,
    size: (f32, f32),
) -> MonthsInput {
    let plan = |month: usize| {
        let mid = figures(month)?;
        Some(Projected { low: Some(mid - mid.abs() * 0.2), mid, high: Some(mid + mid.abs() * 0.3) })
    };
    let later = |month: usize| if month < actuals { None } else { plan(month) };
    let empty = input(count, 0, size);
    MonthsInput {
        measure: Measure { unit, ..revenue() },
        projected: (0..count).map(plan).collect(),
        actual: (0..actuals).map(|month| Some(figures(month)? * [0.9, 1.2, 1.0][month % 3])).collect(),
        reforecast: (0..count).map(later).collect(),
        ..empty
    }
}

pub(super) fn fan_of(months: &MonthsInput) -> FanInput {
    let sums = months.summed();
    let quantiles = |plan: Projected| {
        let (p10, p50, p90) = (plan.low.unwrap_or(plan.mid), plan.mid, plan.high.unwrap_or(plan.mid));
        FanMonth { p10, p25: f64::midpoint(p10, p50), p50, p75: f64::midpoint(p50, p90), p90 }
    };
    FanInput {
        measure: sums.measure,
        frame: sums.frame,
        figures: sums.figures,
        first: sums.first,
        fan: sums.projected.iter().map(|plan| plan.map(quantiles)).collect(),
        actual: sums.actual,
        reforecast: sums.reforecast,
        today: sums.today,
    }
}

/// Every chart that has a row or a panel for each of `count` things.
pub(super) fn rows(
    figures: Value,
    unit: MetricUnit,
    count: usize,
    size: (f32, f32),
) -> Vec<(&'static str, ChartPicture)> {
    let frame = || Frame::new(size.0, size.1);
    let measure = Measure { unit, ..revenue() };
    let name = |row: usize| NAMES[row % NAMES.len()].to_owned();
    let plan = |row: usize| {
        let mid = figures(row)?;
        Some(Projected { low: Some(mid - mid.abs() * 0.2), mid, high: Some(mid + mid.abs() * 0.3) })
    };
    let actual = |row: usize| Some(figures(row)? * [0.9, 1.2, 1.0, 0.0][row % 4]);
    let bullet = bullet(&BulletInput {
        title: "Strategy".into(),
        frame: frame(),
        rows: (0..count)
            .map(|row| BulletRow {
                id: format!("metric:{row}"),
                measure: Measure { name: name(row), ..measure.clone() },
                actual: actual(row),
                target: plan(row),
            })
            .collect(),
    });
    let multiples = multiples(&MultiplesInput {
        measure: measure.clone(),
        frame: frame(),
        first: Month::new(2026, 1).unwrap(),
        panels: (0..count)
            .map(|row| MultiplesPanel {
                id: format!("motion:{row}"),
                name: name(row),
                projected: (0..12).map(|month| figures(row + month)).collect(),
                actual: (0..row % 13).map(actual).collect(),
            })
            .collect(),
    });
    let mut all = vec![("bullet", bullet), ("multiples", multiples)];
    let ranked = ranked(&RankedInput {
        measure: measure.clone(),
        frame: frame(),
        rows: (0..count)
            .map(|row| RankedRow {
                id: format!("motion:{row}"),
                name: name(row),
                planned: figures(row),
                actual: actual(row),
            })
            .collect(),
    });
    let scenarios = scenarios(&ScenariosInput {
        measure: measure.clone(),
        frame: frame(),
        rows: (0..count)
            .map(|row| ScenarioRow { id: format!("scenario:{row}"), name: name(row), outcome: plan(row) })
            .collect(),
    });
    let waterfall = waterfall(&WaterfallInput {
        measure: measure.clone(),
        frame: frame(),
        start: ("Plan".into(), figures(0).unwrap_or(f64::NAN)),
        steps: (0..count)
            .map(|row| WaterfallStep {
                id: format!("effect:{row}"),
                name: name(row),
                change: actual(row).unwrap_or(f64::NAN) * [1.0, -1.0][row % 2],
            })
            .collect(),
        end: "Landing".into(),
    });
    let tornado = tornado(&TornadoInput {
        measure: measure.clone(),
        frame: frame(),
        base: figures(0).unwrap_or(f64::NAN),
        drivers: (0..count)
            .map(|row| TornadoDriver {
                id: format!("driver:{row}"),
                name: name(row),
                low: plan(row).and_then(|plan| plan.low).unwrap_or(f64::NAN),
                high: plan(row).and_then(|plan| plan.high).unwrap_or(f64::NAN),
            })
            .collect(),
    });
    all.extend([("ranked", ranked), ("scenarios", scenarios), ("waterfall", waterfall), ("tornado", tornado)]);
    all.extend(more_rows(figures, &measure, count, size));
    all
}

fn more_rows(figures: Value, measure: &Measure, count: usize, size: (f32, f32)) -> Vec<(&'static str, ChartPicture)> {
    let frame = || Frame::new(size.0, size.1);
    let name = |row: usize| NAMES[row % NAMES.len()].to_owned();
    let coverage = coverage(&CoverageInput {
        title: "Coverage".into(),
        frame: frame(),
        expected: 0.8,
        floor: 3,
        rows: (0..count)
            .map(|row| CoverageRow {
                id: format!("motion:{row}"),
                name: name(row),
                inside: row as u32,
                of: if figures(0).is_some() { 2 * row as u32 } else { 0 },
            })
            .collect(),
    });
    let funnel = funnel(&FunnelInput {
        title: "Funnel".into(),
        frame: frame(),
        stages: (0..count.min(7))
            .map(|row| FunnelStage {
                id: format!("stage:{row}"),
                measure: Measure { name: name(row), ..if row == 4 { revenue() } else { measure.clone() } },
                planned: figures(row).map(|value| value / 10_f64.powf(row as f64)),
                actual: figures(row).map(|value| value * 1.1 / 11_f64.powf(row as f64)),
            })
            .collect(),
    });
    let cohorts = cohorts(&CohortsInput {
        measure: measure.clone(),
        frame: frame(),
        cohorts: (0..count)
            .map(|row| Cohort {
                id: format!("cohort:{row}"),
                month: Month::new(2026, 1).unwrap().plus(i32::try_from(row).unwrap()),
                ratios: (0..2 * (count - row)).map(|age| figures(age + row)).collect(),
            })
            .collect(),
    });
    vec![("coverage", coverage), ("funnel", funnel), ("cohorts", cohorts)]
}
