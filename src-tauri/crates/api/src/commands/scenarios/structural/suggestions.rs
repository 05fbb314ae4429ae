//! Whom it is worth asking "what if" about: the reseller that brought most, and affiliates that could become strategic.

use std::collections::BTreeMap;

use domain::{Character, Figure, Money, Month, Organization, OrganizationId, RelationshipStatus, fit};
use picture::format;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// As many affiliates as anybody reads.
const AFFILIATES_MAX: usize = 5;

/// Suggestions from what was measured in the fiscal year.
pub fn suggestions(app: &App, window: &WindowId, _: Nothing) -> Result<ScenarioSuggestions, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(ScenarioSuggestions { top_reseller: top_reseller(&loaded), affiliates: affiliates(&loaded) })
}

fn of_kind<'l>(loaded: &'l Loaded, kind: &'static str) -> impl Iterator<Item = &'l Organization> {
    let partners = loaded.workspace.partners();
    partners.filter(move |partner| partner.kind.as_str() == kind && partner.active && !partner.placeholder)
}

/// By revenue of deals won in the fiscal year, each partner's part. Of two that brought the same, the first by name.
fn top_reseller(loaded: &Loaded) -> Option<LoseSuggestion> {
    let mut brought: Vec<(&Organization, Money)> = of_kind(loaded, "reseller")
        .filter_map(|partner| Some((partner, loaded.won_with(partner.id).filter(|won| won.minor > 0)?)))
        .collect();
    brought.sort_by(|a, b| b.1.minor.cmp(&a.1.minor).then(a.0.name.cmp(&b.0.name)));
    let (partner, won) = *brought.first()?;
    let all: i64 = brought.iter().map(|(_, won)| won.minor).sum();
    let year = loaded.fiscal_year().year;
    let part = format::percent(won.minor as f64 / all as f64);
    let rest = if brought.len() == 1 {
        "all that resellers brought".to_owned()
    } else {
        format!("{part} of what resellers brought")
    };
    Some(LoseSuggestion {
        organization: partner.id,
        name: partner.name.to_string(),
        sentence: format!("{} brought {} in FY {year}, {rest}.", partner.name, format::money_short(won)),
    })
}

/// Affiliates with measured revenue that are not strategic yet, have a relationship with us that counts, and have not
/// failed the gate; those that brought most first.
fn affiliates(loaded: &Loaded) -> Vec<GraduateSuggestion> {
    let measured = measured(loaded);
    let could = |partner: &&Organization| {
        let standing = loaded.assessment.organization(partner.id);
        let us = loaded.workspace.settings.us;
        let tied = loaded.workspace.relationships.iter().any(|one| {
            one.partner(us) == Some(partner.id)
                && matches!(one.status, RelationshipStatus::Active | RelationshipStatus::AtRisk)
        });
        tied && standing.is_none_or(|standing| standing.character != Character::Strategic)
            && fit::gate(loaded.gate_answers(partner.id)) != fit::Gate::Failed
    };
    let mut found: Vec<(&Organization, Money)> = of_kind(loaded, "affiliate")
        .filter(could)
        .filter_map(|partner| Some((partner, *measured.get(&partner.id).filter(|money| money.minor > 0)?)))
        .collect();
    found.sort_by(|a, b| b.1.minor.cmp(&a.1.minor).then(a.0.name.cmp(&b.0.name)));
    found.truncate(AFFILIATES_MAX);
    found.into_iter().map(|(partner, brought)| suggestion(loaded, partner, brought)).collect()
}

fn suggestion(loaded: &Loaded, partner: &Organization, brought: Money) -> GraduateSuggestion {
    let depth = loaded.assessment.organization(partner.id).and_then(|standing| standing.depth);
    let depth = depth.map_or_else(|| "depth unknown".to_owned(), |depth| format!("depth {depth:.1}"));
    let profile = loaded.fit_profile();
    let mean = fit::fit(&profile, loaded.fit_answers(partner.id)).mean;
    let fit = mean.map_or_else(|| "fit unknown".to_owned(), |mean| format!("fit {mean:.1} of 5"));
    let takes_part = |motion| {
        loaded.workspace.motion_partners.iter().any(|row| row.motion == motion && row.organization == partner.id)
    };
    let off = loaded.workspace.motions.iter().filter(|motion| !motion.active && takes_part(motion.id));
    GraduateSuggestion {
        organization: partner.id,
        name: partner.name.to_string(),
        sentence: format!(
            "{} brought {} of affiliate revenue in FY {}; {depth}, {fit}.",
            partner.name,
            format::money_short(brought),
            loaded.fiscal_year().year
        ),
        motions_off: off.map(|motion| MotionChoice { id: motion.id, name: motion.name.to_string() }).collect(),
    }
}

/// Affiliate revenue of each organization in the fiscal year to date, in the workspace's currency.
fn measured(loaded: &Loaded) -> BTreeMap<OrganizationId, Money> {
    let (first, last) = (loaded.fiscal_year().first(), Month::of(loaded.today));
    let currency = loaded.workspace.settings.currency;
    let mut sums: BTreeMap<OrganizationId, Money> = BTreeMap::new();
    let of_affiliates = loaded.workspace.actuals.iter().filter(|row| row.metric.as_str() == "affiliate_revenue");
    for row in of_affiliates.filter(|row| (first..=last).contains(&row.month)) {
        let (Some(organization), Figure::Money(money)) = (row.organization, row.figure) else { continue };
        if money.currency == currency {
            let sum = sums.entry(organization).or_insert(Money::zero(currency));
            sum.minor = sum.minor.saturating_add(money.minor);
        }
    }
    sums
}
