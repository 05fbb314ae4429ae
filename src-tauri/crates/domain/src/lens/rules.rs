//! The rules, version 1: what each aspect is worth, from counts. One function for each aspect; each answers with nothing
//! when there is no evidence. Must not know how the counts were gathered.

use super::facts::Facts;
use super::reason::Reason;
use super::values::Values;
use crate::Function;

/// A value from 0 to 5 and why.
pub(super) type Finding = Option<(f64, Reason)>;

/// Focus: what is spent ahead, and for how long. A cost that follows orders is performance; a fixed cost is an
/// investment, and counts the more the longer the motion runs, up to a year: 5 × fixed part × (0.4 + 0.6 × years).
/// Without a budget only length speaks, up to 3.
pub(super) fn focus(facts: &Facts) -> Finding {
    if facts.motions == 0 {
        return None;
    }
    let months = facts.months / f64::from(facts.motions);
    let years = (months / 12.0).clamp(0.0, 1.0);
    let (value, fixed) = if facts.budgeted == 0 {
        (1.0 + 2.0 * years, None)
    } else {
        let fixed = facts.fixed / f64::from(facts.budgeted);
        (5.0 * fixed * (0.4 + 0.6 * years), Some(fixed))
    };
    Some((value, Reason::Motions { count: facts.motions, months, fixed }))
}

/// Relationship type: who pays for what is done together. 1 when the partner pays nothing, 4 when it pays its even part,
/// half a point for each kind of sign that both own it, up to two. Commission without shared costs starts at 0.5, signs
/// alone at 2.
pub(super) fn relationship_type(facts: &Facts, commission: bool) -> Finding {
    let signals = u32::try_from(facts.signals.len()).unwrap_or(u32::MAX);
    let bonus = 0.5 * f64::from(signals.min(2));
    let share = if facts.shareable == 0 { 0.0 } else { facts.share / f64::from(facts.shareable) };
    if share > 0.0 {
        let paid = (facts.paid / f64::from(facts.shareable)).min(1.0);
        Some((1.0 + 3.0 * paid + bonus, Reason::SharedCosts { share, signals }))
    } else if commission {
        Some((0.5 + bonus, Reason::Commission { signals }))
    } else if facts.shareable > 0 {
        Some((1.0 + bonus, Reason::SharedCosts { share, signals }))
    } else if signals > 0 {
        Some((1.5 + bonus, Reason::Signals { signals }))
    } else {
        None
    }
}

/// Value exchange: the part by weight that is not money, times how well it flows both ways and how varied it is:
/// 5 × part × (0.55 + 0.25 × smaller ÷ larger side + 0.04 × kinds up to 5); one way only: 5 × part × 0.35.
pub(super) fn value_exchange(values: &Values) -> Finding {
    let shared = values.give + values.get;
    let all = shared + values.money;
    if all <= 0.0 {
        return None;
    }
    let (smaller, larger) = (values.give.min(values.get), values.give.max(values.get));
    let both = smaller > 0.0;
    let worth = if both { 0.55 + 0.25 * smaller / larger + 0.04 * values.kinds.min(5) as f64 } else { 0.35 };
    let reason = Reason::Values { kinds: values.kinds, both, money: values.money / all };
    Some((5.0 * shared / all * worth, reason))
}

/// Scales by: our days of work with each partner in the tasks done or under way. A program run by a platform needs next
/// to none: 0 days are worth 0.5, 5 days 2, 15 days 3.5, 40 days 5, straight lines between.
pub(super) fn scales_by(facts: &Facts) -> Finding {
    if facts.tasks == 0 {
        return None;
    }
    let points = [(0.0, 0.5), (5.0, 2.0), (15.0, 3.5), (40.0, 5.0)];
    let value = points
        .windows(2)
        .find(|pair| facts.days <= pair[1].0)
        .map_or(5.0, |pair| pair[0].1 + (pair[1].1 - pair[0].1) * (facts.days - pair[0].0) / (pair[1].0 - pair[0].0));
    Some((value, Reason::Effort { days: facts.days, tasks: facts.tasks }))
}

/// Success metrics: the strategic part of the metrics planned or measured, from 0.5 to 4; one more when deals show the
/// partner's part. Deals alone are worth 3.
pub(super) fn success_metrics(facts: &Facts) -> Finding {
    let (strategic, tactical) = (facts.strategic.len(), facts.tactical.len());
    let reason = Reason::Metrics { strategic, tactical, deals: facts.deals };
    let deals = f64::from(u8::from(facts.deals > 0));
    if strategic + tactical > 0 {
        Some((0.5 + 3.5 * strategic as f64 / (strategic + tactical) as f64 + deals, reason))
    } else {
        (facts.deals > 0).then_some((3.0, reason))
    }
}

/// Involvement: how many of marketing, sales, product and executive own motions or tasks: 2, 3, 4, 5; others alone 1.5;
/// at most 1 where the performance team owns more than half.
pub(super) fn involvement(facts: &Facts) -> Finding {
    if facts.owned == 0 {
        return None;
    }
    let leading = [Function::Marketing, Function::Sales, Function::Product, Function::Executive];
    let count = leading.iter().filter(|function| facts.functions.contains(function)).count();
    let performance = facts.performance * 2 > facts.owned;
    let open = if count == 0 { 1.5 } else { 1.0 + count as f64 };
    let value = if performance { 0.5 + 0.5 * f64::from(u8::from(count > 0)) } else { open };
    let functions = Function::ALL
        .into_iter()
        .fold(0, |set, function| set | (u8::from(facts.functions.contains(&function)) << function as u8));
    Some((value, Reason::Functions { functions, performance }))
}
