use proptest::prelude::*;

use super::*;
use crate::{Library, Metric, MetricOrigin, MetricRules, MetricUnit, OverMonths, OverMotions};

#[test]
fn formulas_read_and_write() {
    for (text, expect) in [
        ("affiliate_revenue / affiliate_cost", "affiliate_revenue / affiliate_cost"),
        (" 2*( a+b ) ÷ c − 1 ", "2 * (a + b) / c - 1"),
        ("a-(b-c)-d", "a - (b - c) - d"),
        ("a/(b*c)", "a / (b * c)"),
        ("(a/b)*c", "a / b * c"),
        ("-a*b", "(-a) * b"),
        ("-(a*b)", "-(a * b)"),
        ("a--b", "a - (-b)"),
        ("min(1, a/b) × max(2,c)", "min(1, a / b) * max(2, c)"),
        ("minutes + maximum", "minutes + maximum"),
        ("0.50 * a", "0.5 * a"),
    ] {
        assert_eq!(Formula::parse(text).map(|read| read.to_string()).as_deref(), Ok(expect), "{text}");
    }
}

#[test]
fn what_is_no_formula_is_refused_where_it_goes_wrong() {
    for (text, expect) in [
        ("", "at character 1 of the formula there is the end, where a metric's key, a number or ( was expected"),
        ("a +", "at character 4 of the formula there is the end, where a metric's key, a number or ( was expected"),
        ("a b", "at character 3 of the formula there is 'b', where a sign (+ - * /) or the end was expected"),
        ("(a + b", "at character 7 of the formula there is the end, where a sign (+ - * /) or ) was expected"),
        ("ü + Ärger", "at character 1 of the formula there is 'ü', where a metric's key, a number or ( was expected"),
        ("a + Ärger", "at character 5 of the formula there is 'Ä', where a metric's key, a number or ( was expected"),
        ("min(a, )", "at character 8 of the formula there is ')', where a metric's key, a number or ( was expected"),
        ("a ^ 2", "at character 3 of the formula there is '^', where a sign (+ - * /) or the end was expected"),
    ] {
        let refused = Formula::parse(text).map(|read| read.to_string());
        assert_eq!(refused.map_err(|error| error.to_string()), Err(expect.to_owned()), "{text}");
    }
}

#[test]
fn hostile_texts_end_at_once() {
    let deep = format!("{}a{}", "(".repeat(40), ")".repeat(40));
    let signs = format!("{}a", "-".repeat(40));
    let long = "a + ".repeat(300);
    assert_eq!(Formula::parse(&deep), Err(FormulaError::TooDeep));
    assert_eq!(Formula::parse(&signs), Err(FormulaError::TooDeep));
    assert_eq!(Formula::parse(&long), Err(FormulaError::TooLong(1_200)));
    let nested = format!("{}a{}", "min(".repeat(32), ")".repeat(32));
    assert_eq!(Formula::parse(&nested).map(|read| read.to_string()), Ok(nested));
}

/// The library with one metric of a user's own.
fn own(text: &str, unit: MetricUnit, sum: bool) -> Result<String, String> {
    let metrics = Metric::built_in();
    let library = Library::of(&metrics, &MetricRules::default());
    let of_first = metrics[0].clone();
    let (over_months, over_motions) =
        if sum { (OverMonths::Sum, OverMotions::Sum) } else { (OverMonths::RatioOfSums, OverMotions::RatioOfSums) };
    let own = Metric { key: Key::literal("own"), unit, over_months, over_motions, ..of_first };
    library.check(&own, text).map(|read| read.to_string()).map_err(|error| error.to_string())
}

#[test]
fn units_are_looked_after() {
    use MetricUnit::{Count, Days, Money, Percent, Ratio, Score};
    for (text, unit, sum, expect) in [
        ("affiliate_revenue / affiliate_cost", Ratio, false, Ok("affiliate_revenue / affiliate_cost")),
        ("affiliate_cost / orders", Money, false, Ok("affiliate_cost / orders")),
        ("orders / clicks", Percent, false, Ok("orders / clicks")),
        ("100 * orders / clicks", Score, false, Ok("100 * orders / clicks")),
        ("days_to_close / won_deals", Days, false, Ok("days_to_close / won_deals")),
        ("revenue + sourced_revenue", Money, true, Ok("revenue + sourced_revenue")),
        ("orders - declined_orders", Count, true, Ok("orders - declined_orders")),
        ("2 * revenue", Money, true, Ok("2 * revenue")),
        ("epc_clicks * commission / clicks", Money, false, Ok("commission / clicks")),
        (
            "revenue + orders",
            Money,
            true,
            Err(
                "money and a count cannot be added, subtracted or compared in 'revenue + orders': bring both to one unit first",
            ),
        ),
        (
            "revenue + 5",
            Money,
            true,
            Err(
                "money and a ratio cannot be added, subtracted or compared in 'revenue + 5': bring both to one unit first",
            ),
        ),
        (
            "revenue * pipeline",
            Money,
            false,
            Err(
                "'revenue * pipeline' would be money times money, which is no unit: money may be divided by money or by a count, and multiplied by a number",
            ),
        ),
        (
            "orders / commission",
            Ratio,
            false,
            Err(
                "'orders / commission' would be divided by money, which is no unit: money may be divided by money or by a count, and multiplied by a number",
            ),
        ),
        (
            "revenue + affiliate_revenue",
            Money,
            true,
            Err(
                "'revenue + affiliate_revenue' would add money of two bases (first-year contract value and cash collected), which no total may: divide them, or use metrics of one basis",
            ),
        ),
        (
            "affiliate_revenue + customer_revenue",
            Money,
            true,
            Err(
                "'affiliate_revenue + customer_revenue' would add strategic and tactical money, which only Total partner revenue does",
            ),
        ),
        (
            "orders / clicks",
            Money,
            false,
            Err("the formula gives a ratio, but the metric is in money: change the unit or the formula"),
        ),
        (
            "orders / clicks",
            Percent,
            true,
            Err(
                "the formula is no plain sum of metrics that add up, so its months and motions do not add up either: let it be a ratio of sums",
            ),
        ),
        (
            "1 + 1",
            Ratio,
            false,
            Err("the formula names no metric: use at least one, for example affiliate_revenue / affiliate_cost"),
        ),
        (
            "affiliate_revenu / orders",
            Money,
            false,
            Err("the formula names 'affiliate_revenu', which is no metric: did you mean 'affiliate_revenue'?"),
        ),
        ("xyzzy / orders", Money, false, Err("the formula names 'xyzzy', which is no metric")),
        ("own / orders", Money, false, Err("a metric cannot be worked out from itself: own → own")),
    ] {
        let found = own(text, unit, sum);
        assert_eq!(found.as_deref().map_err(String::as_str), expect, "{text}");
    }
}

fn counted_in(key: &'static str, formula: Option<&str>) -> Metric {
    let origin = formula.map_or(MetricOrigin::Measured, |text| MetricOrigin::Formula(text.to_owned()));
    let orders = Metric::built_in().into_iter().find(|metric| metric.key.as_str() == "orders").unwrap();
    Metric { key: Key::literal(key), origin, ..orders }
}

#[test]
fn circles_are_named_in_order_and_leave_the_others_alone() {
    let metrics = [
        counted_in("a", Some("b + c")),
        counted_in("b", Some("d + c")),
        counted_in("c", None),
        counted_in("d", Some("a")),
        counted_in("e", Some("c + c")),
        counted_in("f", Some("e + a")),
    ];
    let library = Library::of(&metrics, &MetricRules::default());
    let error = |key| library.formula(&Key::literal(key)).and_then(Result::err).map(ToString::to_string);
    assert_eq!(error("a").as_deref(), Some("a metric cannot be worked out from itself: a → b → d → a"));
    assert_eq!(error("d").as_deref(), Some("a metric cannot be worked out from itself: d → a → b → d"));
    assert_eq!(error("f").as_deref(), Some("a metric cannot be worked out from itself: a → b → d → a"));
    assert_eq!(error("e"), None);
}

#[test]
fn formulas_are_not_built_on_each_other_without_end() {
    let keys: Vec<Key> = (0..=STEPS_MAX + 1).map(|step| Key::parse(&format!("k{step}")).unwrap()).collect();
    let metric = |(index, key): (usize, &Key)| {
        let below = index.checked_sub(1).map(|below| format!("{0} + {0}", keys[below]));
        Metric { key: key.clone(), ..counted_in("k", below.as_deref()) }
    };
    let metrics: Vec<Metric> = keys.iter().enumerate().map(metric).collect();
    let library = Library::of(&metrics, &MetricRules::default());
    assert!(matches!(library.formula(&keys[STEPS_MAX]), Some(Ok(_))));
    let last = keys[STEPS_MAX + 1].clone();
    assert_eq!(library.formula(&last), Some(Err(&FormulaError::TooManySteps(last.clone()))));
}

#[test]
fn settings_are_put_in_and_what_they_switch_off_is_left_out() {
    let on = MetricRules { cost_has_platform_fee: true, epc_clicks: 100, ..MetricRules::default() };
    for (rules, text, expect) in [
        (MetricRules::default(), "a + cost_has_platform_fee * b", "a"),
        (on.clone(), "a + cost_has_platform_fee * b", "a + b"),
        (MetricRules::default(), "epc_clicks * a / b", "a / b"),
        (on, "epc_clicks * a / b", "100 * a / b"),
    ] {
        assert_eq!(Formula::parse(text).map(|read| read.under(&rules).to_string()).as_deref(), Ok(expect));
    }
}

#[test]
fn figures_are_worked_out_or_missing_for_a_reason() {
    use Missing::{NoFigure, OverZero};
    for (text, expect) in [
        ("two + three", Ok(5.0)),
        ("two - nothing", Ok(2.0)),
        ("nothing - two", Ok(-2.0)),
        ("nothing + nothing", Err(NoFigure)),
        ("two / nothing", Err(NoFigure)),
        ("1 - nothing", Err(NoFigure)),
        ("two / zero", Err(OverZero)),
        ("two / zero + two", Err(OverZero)),
        ("min(two, three) / max(two, three)", Ok(2.0 / 3.0)),
        ("-two * 3", Ok(-6.0)),
    ] {
        let figure = |key: &Key| match key.as_str() {
            "two" => Worked { figure: Ok(2.0), cases: Cases::Sum(4) },
            "three" => Worked { figure: Ok(3.0), cases: Cases::Sum(6) },
            "zero" => Worked { figure: Ok(0.0), cases: Cases::Sum(0) },
            _ => Worked::NOTHING,
        };
        let worked = Formula::parse(text).unwrap().work_out(&mut |key| figure(key));
        assert_eq!(worked.figure, expect, "{text}");
    }
}

#[test]
fn cases_of_a_quotient_are_those_it_is_divided_by_and_of_two_quotients_the_fewer() {
    for (text, expect) in [
        ("two + three", 10),
        ("two / three", 6),
        ("three / two", 4),
        ("two / three - three / two", 4),
        ("two / unsaid", 4),
    ] {
        let figure = |key: &Key| {
            let (figure, cases) = match key.as_str() {
                "two" => (2.0, 4),
                "three" => (3.0, 6),
                _ => (1.0, 0),
            };
            Worked { figure: Ok(figure), cases: Cases::Sum(cases) }
        };
        assert_eq!(Formula::parse(text).unwrap().work_out(&mut |key| figure(key)).count(), expect, "{text}");
    }
}

fn any() -> impl Strategy<Value = Formula> {
    let leaf = prop_oneof![
        (0.0..1e6_f64).prop_map(Formula::Number),
        "[a-z_][a-z0-9_]{0,6}".prop_map(|text| Formula::Part(Key::parse(&text).unwrap())),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        let sign =
            prop_oneof![Just(Operator::Plus), Just(Operator::Minus), Just(Operator::Times), Just(Operator::Over)];
        prop_oneof![
            (inner.clone(), sign, inner.clone()).prop_map(|(a, sign, b)| Formula::Two(Box::new(a), sign, Box::new(b))),
            inner.clone().prop_map(|one| Formula::Minus(Box::new(one))),
            prop::collection::vec(inner.clone(), 1..3).prop_map(Formula::Min),
            prop::collection::vec(inner, 1..3).prop_map(Formula::Max),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(formula in any()) {
        let written = formula.to_string();
        prop_assume!(written.len() <= LENGTH_MAX);
        prop_assert_eq!(Formula::parse(&written), Ok(formula));
    }

    #[test]
    fn no_text_makes_reading_fail(text in "[-+*/() a-c0-9.,min]{0,60}") {
        if let Ok(read) = Formula::parse(&text) {
            prop_assert_eq!(Formula::parse(&read.to_string()), Ok(read));
        }
    }
}
