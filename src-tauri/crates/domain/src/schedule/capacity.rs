//! Work against capacity: the months in which a function of ours has more to do than it has days. Must not know where the
//! loads come from.

use std::collections::BTreeMap;

use crate::{Capacity, Function, Month, OrganizationId};

/// Half an hour or so too much is none: efforts are guesses.
const TOLERANCE_DAYS: f64 = 0.05;

/// A month in which a function has too much to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overload {
    /// Who.
    pub function: Function,
    /// When.
    pub month: Month,
    /// Days of work.
    pub days: f64,
    /// Days that there are.
    pub capacity: f64,
}

/// Every overload of `organization`, by month. A function whose capacity is not known is never overloaded.
pub fn overloads(
    loads: &BTreeMap<(Function, Month), f64>,
    capacities: &[Capacity],
    organization: OrganizationId,
) -> Vec<Overload> {
    let own = capacities.iter().filter(|capacity| capacity.organization == organization);
    let known: BTreeMap<Function, f64> = own.map(|capacity| (capacity.function, capacity.days)).collect();
    let over = |(&(function, month), &days): (&(Function, Month), &f64)| {
        let capacity = *known.get(&function)?;
        (days > capacity + TOLERANCE_DAYS).then_some(Overload { function, month, days, capacity })
    };
    let mut found: Vec<Overload> = loads.iter().filter_map(over).collect();
    found.sort_by_key(|overload| (overload.month, overload.function));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Fixture, month};

    #[test]
    fn a_function_has_more_work_than_days() {
        let mut fixture = Fixture::new();
        let (us, partner) = (fixture.us(), fixture.partner("Acme"));
        let capacity = |organization, function, days| Capacity { organization, function, days };
        let capacities = [
            capacity(us, Function::Marketing, 20.0),
            capacity(us, Function::Product, 0.0),
            capacity(partner, Function::Sales, 1.0),
        ];
        let loads = BTreeMap::from([
            ((Function::Marketing, month("2026-05")), 34.0),
            ((Function::Marketing, month("2026-06")), 20.0),
            ((Function::Product, month("2026-04")), 0.5),
            ((Function::Sales, month("2026-05")), 99.0),
        ]);
        let found: Vec<_> = overloads(&loads, &capacities, us).iter().map(|o| (o.function, o.month, o.days)).collect();
        assert_eq!(found, [(Function::Product, month("2026-04"), 0.5), (Function::Marketing, month("2026-05"), 34.0)]);
    }
}
