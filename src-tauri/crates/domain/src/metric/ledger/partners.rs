//! Counts partners, target accounts, what is given and got, and the market. Must not know deals' values.

use std::collections::{BTreeMap, BTreeSet};

use super::books::{Books, Place};
use super::sourcing::{Part, Sourcing, touches_by_deal};
use super::{BEFORE, EntrySource, WhyLeftOut};
use crate::metric::line::Line;
use crate::{
    Count, Direction, FiscalYear, Month, Organization, OrganizationId, Relationship, RelationshipStatus, TouchKind,
    Workspace,
};

/// Where what has no date and no motion stands.
const UNDATED: Place = Place { month: BEFORE, line: Line::Outside };

pub(super) fn count(books: &mut Books<'_>) {
    let workspace = books.workspace;
    let recruited = recruited(workspace);
    let first_deals = first_deals(books);
    for (partner, since) in &recruited {
        let place = Place { month: *since, line: Line::Outside };
        books.number(Count::RecruitedPartners, place, 1.0, EntrySource::Partner);
        if let Some(month) = first_deals.get(partner) {
            let place = Place { month: *month.max(since), line: Line::Outside };
            books.number(Count::ActivatedPartners, place, 1.0, EntrySource::Partner);
        }
    }
    for _ in workspace.accounts.iter().filter(|account| account.target) {
        books.number(Count::TargetAccounts, UNDATED, 1.0, EntrySource::Account);
    }
    for _ in affiliates(workspace) {
        books.number(Count::Affiliates, UNDATED, 1.0, EntrySource::Partner);
    }
    values(books);
    market(books);
}

/// Partners with a relationship to us that began, by the month of the first one; without a day, before every month.
pub(super) fn recruited(workspace: &Workspace) -> BTreeMap<OrganizationId, Month> {
    let mut recruited: BTreeMap<OrganizationId, Month> = BTreeMap::new();
    for row in &workspace.relationships {
        let began =
            matches!(row.status, RelationshipStatus::Active | RelationshipStatus::AtRisk | RelationshipStatus::Ended);
        let Some(partner) = row.partner(workspace.settings.us).filter(|_| began && !competes(row)) else { continue };
        if workspace.organization(partner).is_some_and(|organization: &Organization| !organization.placeholder) {
            let since = row.since.map_or(BEFORE, Month::of);
            let first = recruited.entry(partner).or_insert(since);
            *first = since.min(*first);
        }
    }
    recruited
}

/// Organizations of the kind affiliate, and any other with clicks or signups of its own.
fn affiliates(workspace: &Workspace) -> BTreeSet<OrganizationId> {
    let of_kind = workspace.organizations.iter().filter(|one| one.kind.as_str() == "affiliate" && !one.placeholder);
    let with_clicks = workspace.actuals.iter().filter(|actual| engages(actual.metric.as_str()));
    of_kind.map(|one| one.id).chain(with_clicks.filter_map(|actual| actual.organization)).collect()
}

/// Whether a figure of this metric is engagement.
pub(super) fn engages(metric: &str) -> bool {
    matches!(metric, "clicks" | "signups")
}

/// The month of each partner's first sourced or influenced deal: of its touch.
fn first_deals(books: &Books<'_>) -> BTreeMap<OrganizationId, Month> {
    let mut first = BTreeMap::new();
    for touch in books.workspace.touches.iter().filter(|touch| touch.kind != TouchKind::Delivered) {
        let month = Month::of(touch.date);
        let known = first.entry(touch.organization).or_insert(month);
        *known = month.min(*known);
    }
    first
}

fn values(books: &mut Books<'_>) {
    let workspace = books.workspace;
    let active: BTreeSet<_> = workspace
        .relationships
        .iter()
        .filter(|row| row.status.counts() && row.partner(workspace.settings.us).is_some())
        .map(|row| row.id)
        .collect();
    for exchange in workspace.value_exchanges.iter().filter(|exchange| active.contains(&exchange.relationship)) {
        let count = if exchange.direction == Direction::Give { Count::WeightGiven } else { Count::WeightGot };
        books.number(count, UNDATED, f64::from(u8::from(exchange.weight)), EntrySource::Exchange);
    }
}

/// A year's market stands in its last month. Of several figures for a year the newest counts: ids are in order of time.
fn market(books: &mut Books<'_>) {
    let workspace = books.workspace;
    let mut years: BTreeMap<i32, &crate::MarketFigure> = BTreeMap::new();
    for figure in &workspace.market_figures {
        let newest = years.entry(figure.year).or_insert(figure);
        if figure.id > newest.id {
            *newest = figure;
        }
    }
    for figure in &workspace.market_figures {
        let month = FiscalYear { year: figure.year, first_month: workspace.settings.fiscal_first_month }.last();
        if years.get(&figure.year).is_some_and(|newest| newest.id == figure.id) {
            let place = Place { month, line: Line::Outside };
            books.money(Count::MarketSize, place, figure.value, EntrySource::Market(figure.source.clone()));
        } else {
            let (money, why) = (Some(figure.value), WhyLeftOut::Replaced);
            books.leave_out(Count::MarketSize, Some(month), Line::Outside, money, why);
        }
    }
}

fn competes(row: &Relationship) -> bool {
    row.kind.as_str() == "competes_with"
}

/// Whether partners had a part in any deal that is kept by `books`: for the months' amounts of each partner.
pub(super) fn parts<'a>(books: &Books<'a>) -> Vec<(&'a crate::Deal, Vec<&'a crate::Touch>)> {
    let workspace = books.workspace;
    let touches = touches_by_deal(workspace);
    let sourcing = Sourcing::of(workspace, books.today);
    let with = |deal: &'a crate::Deal| {
        let touches = touches.get(&deal.id)?;
        (sourcing.part(deal, touches) != Part::None).then(|| (deal, touches.clone()))
    };
    workspace.deals.iter().filter_map(with).collect()
}
