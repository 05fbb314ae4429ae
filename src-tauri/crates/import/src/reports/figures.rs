//! What reports of one profile say together: of each thing the latest, added up by partner, motion, month and currency.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{ActualReport, Currency, Month, MotionId, OrganizationId};

use super::measure::{Amounts, Measure};
use super::publishers::Named;
use super::read::Fact;
use crate::plan::Plan;
use crate::words::count;

/// One report, read.
pub struct Batch {
    pub report: ActualReport,
    pub facts: Vec<Fact>,
    pub has: [bool; Measure::ALL.len()],
}

/// What a figure is of. Counts have no currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub motion: Option<MotionId>,
    pub organization: Option<OrganizationId>,
    pub month: Month,
    pub currency: Option<Currency>,
    /// Its place among [`Measure::ALL`].
    pub measure: usize,
}

/// Each figure, and whether it is final.
pub type Figures = BTreeMap<Place, (i64, bool)>;

#[derive(Default)]
struct Cell {
    amounts: Amounts,
    provisional: bool,
}

/// How many rows no earlier report told in the same way.
pub fn fresh(earlier: &[Batch], own: &[Fact], running: bool) -> usize {
    let mut known: HashMap<(&str, Option<Month>), &Fact> = HashMap::new();
    let at = |fact: &Fact| running.then_some(fact.month);
    for fact in earlier.iter().filter(|batch| batch.report.running == running).flat_map(|batch| &batch.facts) {
        known.insert((&fact.key, at(fact)), fact);
    }
    own.iter().filter(|fact| known.get(&(&*fact.key, at(fact))) != Some(fact)).count()
}

/// Adds up `batches`, the oldest first.
pub fn of(plan: &mut Plan, batches: &[Batch], named: &Named, currency: Currency) -> Figures {
    let mut latest: HashMap<&str, (&Fact, bool)> = HashMap::new();
    for batch in batches.iter().filter(|batch| !batch.report.running) {
        latest.reserve(batch.facts.len());
        latest.extend(batch.facts.iter().map(|fact| (&*fact.key, (fact, batch.report.provisional))));
    }
    let mut cells: BTreeMap<(Option<MotionId>, Option<OrganizationId>, Month, Currency), Cell> = BTreeMap::new();
    let mut add = |fact: &Fact, month: Month, amounts: &Amounts, provisional: bool| {
        let organization = match fact.publisher {
            None => None,
            Some(publisher) => match named.get(publisher as usize).copied().flatten() {
                Some(organization) => Some(organization),
                None => return,
            },
        };
        let cell = cells.entry((fact.motion, organization, month, fact.currency)).or_default();
        cell.provisional |= provisional;
        for (sum, amount) in cell.amounts.iter_mut().zip(amounts) {
            *sum = sum.saturating_add(*amount);
        }
    };
    for (fact, provisional) in latest.values() {
        add(fact, fact.month, &fact.amounts, *provisional);
    }
    differences(plan, batches, &mut add);
    let mut has = [false; Measure::ALL.len()];
    for batch in batches {
        has.iter_mut().zip(batch.has).for_each(|(all, own)| *all |= own);
    }
    let mut figures = Figures::new();
    for ((motion, organization, month, own), cell) in cells {
        for (measure, known) in Measure::ALL.into_iter().zip(has) {
            let amount = cell.amounts[measure as usize];
            let is_told = known && measure.may_be_nothing() && (!measure.is_money() || own == currency);
            if amount == 0 && !is_told {
                continue;
            }
            let currency = measure.is_money().then_some(own);
            let place = Place { motion, organization, month, currency, measure: measure as usize };
            let (sum, confirmed) = figures.entry(place).or_insert((0, true));
            *sum = sum.saturating_add(amount);
            *confirmed &= !cell.provisional;
        }
    }
    figures
}

/// Running totals: a month is what came since the one before; the first of all is where the counting begins.
fn differences(plan: &mut Plan, batches: &[Batch], add: &mut dyn FnMut(&Fact, Month, &Amounts, bool)) {
    type Whose = (Option<u32>, Option<MotionId>, Currency);
    let mut snapshots: BTreeMap<Month, HashMap<Whose, (&Fact, bool)>> = BTreeMap::new();
    for batch in batches.iter().filter(|batch| batch.report.running) {
        for fact in &batch.facts {
            let whose = (fact.publisher, fact.motion, fact.currency);
            snapshots.entry(fact.month).or_default().insert(whose, (fact, batch.report.provisional));
        }
    }
    let Some((first, opening)) = snapshots.pop_first() else { return };
    let owners: BTreeSet<_> = opening.keys().map(|(publisher, ..)| publisher).collect();
    plan.remarks.push(format!(
        "Totals as of {first} are the opening balance of {} and count to no month; later ones count what came since.",
        count(owners.len(), "partner", "partners")
    ));
    let mut before: HashMap<Whose, Amounts> = opening.iter().map(|(whose, (fact, _))| (*whose, fact.amounts)).collect();
    for (month, snapshot) in snapshots {
        for (whose, (fact, provisional)) in snapshot {
            let known = before.insert(whose, fact.amounts).unwrap_or_default();
            let mut came = fact.amounts;
            came.iter_mut().zip(known).for_each(|(now, before)| *now = now.saturating_sub(before));
            add(fact, month, &came, provisional);
        }
    }
}
