//! What charts over months say and how they look, for a few inputs.

use super::*;

pub(super) fn has(picture: &ChartPicture, expect: &[&str]) {
    let words = words(picture);
    for word in expect {
        assert!(words.iter().any(|own| own == word), "{word} in {words:?}");
    }
}

pub(super) fn fills(items: &[&Item]) -> Vec<String> {
    let fill = |item: &&Item| match item {
        Item::Rect { fill: Some(fill), .. } => Some(fill.color.clone()),
        _ => None,
    };
    items.iter().filter_map(fill).collect()
}

#[test]
fn sums_run_to_the_last_measured_month() {
    let mut gap = input(12, 5, (700.0, 260.0));
    gap.actual[2] = None;
    let picture = cumulative(&gap.summed());
    let months = &picture.plot.months;
    assert_eq!(months.len(), 12);
    let actual = |month: usize| months[month].value("series:actual");
    assert_eq!(actual(2), actual(1), "a month without a figure counts as nothing measured");
    assert_eq!((actual(5), months[5].reading("series:variance")), (None, None));
    let text = |series: &str| months[11].reading(series).map(|reading| reading.text.as_str());
    assert_eq!((text("series:projected"), text("series:range")), (Some("€8.76M"), Some("€7M to €10.5M")));
    assert!(months.windows(2).all(|pair| pair[0].x < pair[1].x));
    let area = picture.plot.area;
    assert!((months[11].x - (area.x + area.w)).abs() < 0.2, "a sum stands at its month's end");
}

#[test]
fn lines_are_named_where_they_end() {
    let mut own = input(12, 5, (700.0, 260.0));
    own.reforecast =
        (0..12).map(|month| (month >= 5).then_some(Projected { mid: 8e5, low: Some(7e5), high: Some(9e5) })).collect();
    has(
        &cumulative(&own.summed()),
        &[
            "Projected €8.76M",
            "High €10.5M",
            "Low €7.01M",
            "Reforecast €8.26M",
            "Actual €2.66M",
            "Today",
            "€10M",
            "Dec",
        ],
    );
    // Narrow: names without figures; tiny: what has room.
    let narrow = |size| cumulative(&MonthsInput { frame: Frame::new(size, 200.0), ..own.summed() });
    has(&narrow(300.0), &["Projected", "Reforecast", "Actual €2.66M"]);
    assert_eq!(series(&narrow(300.0), "series:actual").len(), 2, "a line and its dot");
}

#[test]
fn the_reforecast_goes_on_from_the_last_actual() {
    let mut own = input(12, 5, (700.0, 260.0));
    own.reforecast = (0..12).map(|month| (month >= 5).then(|| Projected::certain(1e5))).collect();
    let sums = own.summed();
    assert_eq!(sums.reforecast[5].map(|month| month.mid), sums.actual[4].map(|sum| sum + 1e5));
    assert_eq!(sums.reforecast[4], None);
}

#[test]
fn months_show_their_variance_with_its_sign() {
    for picture in [monthly(&input(12, 5, (700.0, 340.0))), variance(&input(12, 5, (320.0, 220.0)))] {
        assert_eq!(fills(&series(&picture, "month:")), ["c-down", "c-up", "c-up", "c-down", "c-up"]);
        has(&picture, &["−20", "+12", "+31", "−22", "+55", "Variance to plan, €k"]);
    }
    let mut lower = input(12, 5, (700.0, 340.0));
    lower.measure.better = Better::Lower;
    assert_eq!(fills(&series(&variance(&lower), "month:"))[0], "c-up", "less than planned is better here");
}

#[test]
fn a_hidden_series_is_not_drawn_and_frees_its_axis() {
    let mut own = input(12, 5, (700.0, 260.0));
    assert_eq!(series(&cumulative(&own.summed()), "series:range").len(), 1);
    own.frame.hidden = vec!["series:range".into(), "series:projected".into()];
    let picture = cumulative(&own.summed());
    assert!(series(&picture, "series:range").is_empty() && series(&picture, "series:projected").is_empty());
    has(&picture, &["€3M"]);
    assert!(picture.plot.months[11].value("series:projected").is_some(), "the readout still says it");
    let legend: Vec<(&str, bool)> = picture.series.iter().map(|series| (series.name.as_str(), series.shown)).collect();
    assert_eq!(legend, [("Actual", true), ("Projected", false), ("Range", false)], "the legend switches it on again");
}

#[test]
fn the_finding_is_said_in_words() {
    let to_date = cumulative(&input(12, 5, (700.0, 260.0)).summed());
    assert_eq!(
        to_date.list.alt,
        "Partner-influenced revenue to date, Jan 2026 to Dec 2026. €56k above plan to May 2026, which is better; May \
         carried it. Actual €2.66M in May 2026. Projected €8.76M by Dec 2026, range €7M to €10.5M."
    );
    let level = MonthsInput { figures: Figures::Level, ..input(12, 5, (700.0, 260.0)) };
    let alt = cumulative(&level.summed()).list.alt;
    assert!(alt.contains("by month, Jan 2026 to Dec 2026. €55k above plan in May 2026, which is better."), "{alt}");
    let mut told = input(12, 0, (700.0, 260.0));
    told.frame.finding = Some("The roadshow opened early.".into());
    assert!(monthly(&told).list.alt.contains(". The roadshow opened early. Nothing measured yet."));
    let alt = cumulative(&MonthsInput { projected: Vec::new(), ..input(12, 0, (300.0, 200.0)) }).list.alt;
    assert_eq!(alt, "Partner-influenced revenue: no figures to show yet.");
}

#[test]
fn the_table_holds_what_is_shown() {
    let table = cumulative(&input(3, 1, (700.0, 260.0)).summed()).table;
    assert_eq!(table.columns, ["Month", "Actual", "Projected", "Low", "High", "Variance"]);
    let texts: Vec<&str> = table.rows[0].iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(texts, ["Jan 2026", "€380k", "€400k", "€320k", "€480k", "−€20k"]);
    assert_eq!((table.rows[1][1].text.as_str(), table.rows[1][1].value), ("—", None));
    assert_eq!(table.rows[2][2].value, Some(1_380_000.0));
}

#[test]
fn odd_figures_still_draw() {
    let mut odd = input(3, 3, (300.0, 200.0));
    odd.projected[1] = Some(Projected::certain(f64::NAN));
    odd.actual[0] = Some(f64::INFINITY);
    odd.actual[2] = Some(-5e12);
    for picture in [cumulative(&odd.summed()), monthly(&odd), variance(&odd), sparkline(&odd)] {
        assert_eq!(picture.plot.months.len(), 3);
    }
    odd.projected.clear();
    odd.actual.clear();
    for picture in [cumulative(&odd), monthly(&odd), variance(&odd), sparkline(&odd)] {
        has(&picture, &["No figures to show yet"]);
    }
    let tiny = MonthsInput { frame: Frame::new(1.0, 1.0), ..input(60, 60, (1.0, 1.0)) };
    assert_eq!(monthly(&tiny).plot.months.len(), 60);
}

#[test]
fn a_fan_says_its_quantiles() {
    let at = |month: f64| FanMonth {
        p10: 8e5 * month,
        p25: 9e5 * month,
        p50: 1e6 * month,
        p75: 1.1e6 * month,
        p90: 1.3e6 * month,
    };
    let picture = fan(&FanInput {
        measure: revenue(),
        frame: Frame::new(640.0, 260.0),
        figures: Figures::ToDate,
        first: Month::new(2026, 1).unwrap(),
        fan: (1..=12).map(|month| Some(at(f64::from(month)))).collect(),
        actual: vec![Some(1.1e6), Some(2.2e6)],
        reforecast: Vec::new(),
        today: None,
    });
    has(&picture, &["p90 €15.6M", "p50 €12M", "p10 €9.6M", "Actual €2.2M"]);
    assert_eq!((series(&picture, "series:range").len(), series(&picture, "series:inner_range").len()), (1, 1));
    let legend: Vec<&str> = picture.series.iter().map(|series| series.name.as_str()).collect();
    assert_eq!(legend, ["Actual", "p50", "p10 to p90", "p25 to p75"]);
    let said: Vec<&str> = picture.plot.months[0].readings.iter().map(|reading| reading.name.as_str()).collect();
    assert_eq!(said, ["Actual", "p50", "p10 to p90", "p25 to p75", "Variance"]);
    let alt = &picture.list.alt;
    assert!(alt.contains("In eight of ten simulated outcomes Dec 2026 lies at €9.6M to €15.6M"), "{alt}");
}

#[test]
fn returns_are_held_against_break_even() {
    let mut own = input(12, 0, (480.0, 220.0));
    own.measure = Measure { name: "ROAS".into(), unit: MetricUnit::Ratio, side: MetricSide::Tactical, ..revenue() };
    own.projected = vec![Some(Projected::certain(2.0)); 12];
    own.actual = vec![Some(0.8), Some(2.4)];
    let picture = roas(&own);
    has(&picture, &["Break-even", "Planned 2.0", "Actual 2.4"]);
    assert!(picture.list.alt.contains("At or above break-even in 1 of 2 months."), "{}", picture.list.alt);
    let dashes = series(&picture, "series:projected");
    assert!(
        matches!(dashes[0], Item::Path { stroke: Some(stroke), .. } if stroke.paint.color == "tactic" && !stroke.dash.is_empty())
    );

    let cohort = |month, ratios: &[f64]| Cohort {
        id: format!("cohort:2026-0{month}"),
        month: Month::new(2026, month).unwrap(),
        ratios: ratios.iter().copied().map(Some).collect(),
    };
    let picture = cohorts(&CohortsInput {
        measure: own.measure,
        frame: Frame::new(420.0, 220.0),
        cohorts: vec![cohort(1, &[0.4, 0.9, 1.3]), cohort(2, &[0.3, 0.7])],
    });
    has(&picture, &["Jan 2026", "Feb 2026", "Break-even", "1", "3", "Months since the first sale"]);
    assert!(picture.list.alt.contains("1 of 2 cohorts are at or above break-even."), "{}", picture.list.alt);
    assert_eq!(picture.plot.months[2].readings.len(), 1, "only the older one is three months old");
}
