//! Writes every chart as SVG in light and dark into a folder, to be looked at: `cargo run -p picture --example charts DIR`.

#![allow(clippy::cast_precision_loss, missing_docs, reason = "made-up figures of a few months, for the eye")]

use std::path::Path;
use std::{env, fs, io};

use domain::{Better, Currency, MetricSide, MetricUnit, Month};
use picture::Theme;
use picture::chart::{
    BulletInput, BulletRow, ChartPicture, Cohort, CohortsInput, CoverageInput, CoverageRow, FanInput, FanMonth,
    Figures, Frame, FunnelInput, FunnelStage, Measure, MonthsInput, MultiplesInput, MultiplesPanel, Projected,
    RankedInput, RankedRow, ScenarioRow, ScenariosInput, TornadoDriver, TornadoInput, WaterfallInput, WaterfallStep,
    bullet, cohorts, coverage, cumulative, fan, funnel, monthly, multiples, ranked, roas, scenarios, sparkline,
    tornado, variance, waterfall,
};
use picture::svg::{Letters, SvgOptions, write};

fn main() -> io::Result<()> {
    let Some(folder) = env::args().nth(1) else {
        return Err(io::Error::other("Name a folder for the pictures: charts DIR."));
    };
    fs::create_dir_all(&folder)?;
    for (name, picture) in charts() {
        for (theme, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            // Letters as shapes: viewers choose fonts of their own.
            let options = SvgOptions { background: true, letters: Letters::Outlined, ..SvgOptions::default() };
            fs::write(Path::new(&folder).join(format!("{name}-{suffix}.svg")), write(&picture.list, theme, &options))?;
        }
        println!("{name}: {}", picture.list.alt);
    }
    Ok(())
}

fn charts() -> Vec<(&'static str, ChartPicture)> {
    let all = revenue(12, 5, (700.0, 280.0));
    let mut tactic = revenue(12, 5, (340.0, 220.0));
    tactic.measure.side = MetricSide::Tactical;
    tactic.reforecast = Vec::new();
    vec![
        ("cumulative", cumulative(&all.summed())),
        ("cumulative-tactic", cumulative(&tactic.summed())),
        ("cumulative-long", cumulative(&revenue(60, 30, (900.0, 300.0)).summed())),
        ("monthly", monthly(&revenue(12, 5, (700.0, 340.0)))),
        ("monthly-long", monthly(&revenue(36, 20, (560.0, 340.0)))),
        ("variance", variance(&revenue(12, 5, (300.0, 190.0)))),
        ("sparkline", sparkline(&revenue(12, 5, (120.0, 36.0)).summed())),
        ("bullet", bullet(&metrics())),
        ("multiples", multiples(&motions(6))),
        ("multiples-many", multiples(&motions(30))),
        ("ranked", ranked(&ranking())),
        ("scenarios", scenarios(&choices())),
        ("waterfall", waterfall(&landing())),
        ("tornado", tornado(&drivers())),
        ("fan", fan(&simulated())),
        ("funnel", funnel(&stages())),
        ("roas", roas(&returns())),
        ("cohorts", cohorts(&newcomers())),
        ("coverage", coverage(&kept())),
        ("nothing", cumulative(&revenue(0, 0, (340.0, 200.0)))),
    ]
}

fn measure(name: &str, unit: MetricUnit) -> Measure {
    let (currency, better, side) = (Currency::EUR, Better::Higher, MetricSide::Strategic);
    Measure { name: name.to_owned(), unit, currency, better, side, language: picture::Language::default() }
}

fn first() -> Month {
    Month::of("2026-01-01".parse().unwrap_or_default())
}

fn revenue(count: usize, actuals: usize, (width, height): (f32, f32)) -> MonthsInput {
    let shape = |month: usize| 380_000.0 + 42_000.0 * month as f64 + 60_000.0 * ((month % 12) as f64 / 11.0).powi(2);
    let doubt = |mid: f64, part: f64| Projected { low: Some(mid * (1.0 - part)), mid, high: Some(mid * (1.0 + part)) };
    let swing = [-20.0, 12.0, 31.0, -22.0, 55.0, 4.0, -9.0];
    MonthsInput {
        measure: measure("Partner-influenced revenue", MetricUnit::Money),
        frame: Frame::new(width, height),
        figures: Figures::Own,
        first: first(),
        projected: (0..count).map(|month| Some(doubt(shape(month), 0.19))).collect(),
        actual: (0..actuals).map(|month| Some(shape(month) + swing[month % 7] * 1_000.0)).collect(),
        reforecast: (0..count).map(|month| (month >= actuals).then(|| doubt(shape(month) * 1.06, 0.12))).collect(),
        today: "2026-06-18".parse().ok(),
    }
}

fn metrics() -> BulletInput {
    let row = |name: &str, unit, actual, low, mid, high| BulletRow {
        id: format!("metric:{name}"),
        measure: measure(name, unit),
        actual: Some(actual),
        target: Some(Projected { low: Some(low), mid, high: Some(high) }),
    };
    BulletInput {
        title: "Key figures to 31 May".into(),
        frame: Frame::new(340.0, 190.0),
        rows: vec![
            row("Partner-influenced revenue", MetricUnit::Money, 2.29e6, 1.8e6, 2.23e6, 2.6e6),
            row("Deals won with partners", MetricUnit::Count, 41.0, 38.0, 46.0, 52.0),
            row("Pipeline coverage", MetricUnit::Ratio, 3.1, 2.5, 3.0, 3.4),
        ],
    }
}

fn motions(count: usize) -> MultiplesInput {
    let motions = [
        ("Peak Season Playbook", 560.0, 1.10),
        ("DACH certified track", 510.0, 1.06),
        ("Agency referral circle", 290.0, 1.02),
        ("Store of the Future", 130.0, 1.01),
        ("Native order sync", 400.0, 0.93),
        ("Customer introductions", 130.0, 0.82),
    ];
    let panel = |index: usize| {
        let (name, plan, ratio) = motions[index % motions.len()];
        let to_date = |month: usize| plan * 1_000.0 * (month as f64 / 5.0).powf(1.3);
        MultiplesPanel {
            id: format!("motion:{index}"),
            name: name.to_owned(),
            projected: (1..=12).map(|month| Some(to_date(month))).collect(),
            actual: (1..=5).map(|month| Some(to_date(month) * (1.0 + (ratio - 1.0) * month as f64 / 5.0))).collect(),
        }
    };
    MultiplesInput {
        measure: measure("Partner-influenced revenue to date", MetricUnit::Money),
        frame: Frame::new(if count > 6 { 900.0 } else { 430.0 }, 280.0),
        first: first(),
        panels: (0..count).map(panel).collect(),
    }
}

fn ranking() -> RankedInput {
    let row = |(name, planned, actual): (&str, f64, f64)| RankedRow {
        id: format!("motion:{name}"),
        name: name.to_owned(),
        planned: Some(planned * 1_000.0),
        actual: Some(actual * 1_000.0),
    };
    let rows = [
        ("Peak Season Playbook", 560.0, 618.0),
        ("DACH certified track", 510.0, 541.0),
        ("Agency referral circle", 290.0, 296.0),
        ("Store of the Future series", 130.0, 131.0),
        ("Returns Without Regret study", 140.0, 137.0),
        ("Native order sync launch", 400.0, 372.0),
        ("Customer introductions", 130.0, 107.0),
    ];
    RankedInput {
        measure: measure("Partner-influenced revenue", MetricUnit::Money),
        frame: Frame::new(520.0, 240.0),
        rows: rows.into_iter().map(row).collect(),
    }
}

fn choices() -> ScenariosInput {
    let row = |(name, low, mid, high): (&str, f64, f64, f64)| ScenarioRow {
        id: format!("scenario:{name}"),
        name: name.to_owned(),
        outcome: Some(Projected { low: Some(low * 1e6), mid: mid * 1e6, high: Some(high * 1e6) }),
    };
    let rows = [
        ("Expected", 6.8, 8.4, 10.2),
        ("Graduate affiliates", 7.2, 9.3, 11.6),
        ("Hold budget flat", 6.0, 7.1, 8.3),
        ("Lose top reseller", 4.9, 6.2, 7.7),
    ];
    ScenariosInput {
        measure: measure("Revenue by December", MetricUnit::Money),
        frame: Frame::new(240.0, 220.0),
        rows: rows.into_iter().map(row).collect(),
    }
}

fn landing() -> WaterfallInput {
    let step = |(name, change): (&str, f64)| WaterfallStep {
        id: format!("effect:{name}"),
        name: name.to_owned(),
        change: change * 1_000.0,
    };
    let steps = [("More leads", 310.0), ("Win rate", 260.0), ("Deal size", -90.0), ("Later start", -80.0)];
    WaterfallInput {
        measure: measure("Partner-influenced revenue", MetricUnit::Money),
        frame: Frame::new(480.0, 220.0),
        start: ("Plan".to_owned(), 8.4e6),
        steps: steps.into_iter().map(step).collect(),
        end: "Landing".to_owned(),
    }
}

fn drivers() -> TornadoInput {
    let driver = |(name, low, high): (&str, f64, f64)| TornadoDriver {
        id: format!("driver:{name}"),
        name: name.to_owned(),
        low: low * 1e6,
        high: high * 1e6,
    };
    let drivers = [
        ("Deal size, €28k to €41k", 7.6, 9.0),
        ("Win rate, 18% to 31%", 7.1, 9.9),
        ("Start, 3 weeks early to 6 late", 8.6, 7.9),
        ("Leads a month, 40 to 52", 8.1, 8.6),
    ];
    TornadoInput {
        measure: measure("Revenue by December", MetricUnit::Money),
        frame: Frame::new(520.0, 190.0),
        base: 8.4e6,
        drivers: drivers.into_iter().map(driver).collect(),
    }
}

fn simulated() -> FanInput {
    let sums = revenue(12, 5, (700.0, 280.0)).summed();
    let quantiles = |plan: Projected| {
        let half = plan.high.unwrap_or(plan.mid) - plan.mid;
        let at = |part: f64| plan.mid + half * part;
        FanMonth { p10: at(-1.0), p25: at(-0.5), p50: plan.mid, p75: at(0.55), p90: at(1.1) }
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

fn stages() -> FunnelInput {
    let stage = |(name, unit, planned, actual): (&str, MetricUnit, f64, f64)| FunnelStage {
        id: format!("stage:{name}"),
        measure: measure(name, unit),
        planned: Some(planned),
        actual: Some(actual),
    };
    let stages = [
        ("Reach", MetricUnit::Count, 4_200.0, 4_650.0),
        ("Leads", MetricUnit::Count, 840.0, 1_020.0),
        ("Opportunities", MetricUnit::Count, 210.0, 198.0),
        ("Wins", MetricUnit::Count, 46.0, 41.0),
        ("Value", MetricUnit::Money, 1.43e6, 1.39e6),
    ];
    FunnelInput {
        title: "Peak Season Playbook to 31 May".to_owned(),
        frame: Frame::new(380.0, 330.0),
        stages: stages.into_iter().map(stage).collect(),
    }
}

fn returns() -> MonthsInput {
    let actual = [2.1, 2.9, 3.8, 3.5, 4.3];
    MonthsInput {
        measure: Measure { side: MetricSide::Tactical, ..measure("ROAS", MetricUnit::Ratio) },
        figures: Figures::Level,
        projected: (0..12).map(|month| Some(Projected::certain(2.5 + 0.15 * f64::from(month)))).collect(),
        actual: actual.into_iter().map(Some).collect(),
        reforecast: Vec::new(),
        ..revenue(12, 0, (420.0, 220.0))
    }
}

fn newcomers() -> CohortsInput {
    let cohort = |index: usize| Cohort {
        id: format!("cohort:{index}"),
        month: first().plus(i32::try_from(index).unwrap_or(0)),
        ratios: (0..12 - 2 * index)
            .map(|age| Some((0.4 + 0.08 * index as f64) * (1.0 - 0.86_f64.powf(age as f64 + 1.0)) * 5.0))
            .collect(),
    };
    CohortsInput {
        measure: measure("ROAS to date", MetricUnit::Ratio),
        frame: Frame::new(420.0, 240.0),
        cohorts: (0..6).map(cohort).collect(),
    }
}

fn kept() -> CoverageInput {
    let row = |(name, inside, of): (&str, u32, u32)| CoverageRow {
        id: format!("motion:{name}"),
        name: name.to_owned(),
        inside,
        of,
    };
    let rows = [
        ("Peak Season Playbook", 9, 12),
        ("DACH certified track", 11, 12),
        ("Agency referral circle", 5, 10),
        ("Store of the Future series", 2, 2),
    ];
    CoverageInput {
        title: "Coverage of the p10 to p90 range".to_owned(),
        frame: Frame::new(440.0, 190.0),
        expected: 0.8,
        floor: 3,
        rows: rows.into_iter().map(row).collect(),
    }
}
