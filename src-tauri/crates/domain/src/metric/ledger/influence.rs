//! What each partner gets of a deal. Decides partners' figures, never totals.

use crate::money::split_exactly;
use crate::{InfluenceModel, OrganizationId, Touch, TouchKind};

/// `minor` split over the partners that advanced a deal, exact to the cent. Partners without a share divide evenly what the
/// shares leave; a part that nobody has stays ours. With one partner for each deal, the largest share takes the deal: of
/// equal ones the earlier.
pub fn partner_amounts(model: InfluenceModel, minor: i64, touches: &[&Touch]) -> Vec<(OrganizationId, i64)> {
    let advancing = touches.iter().filter(|touch| touch.kind != TouchKind::Delivered);
    match model {
        InfluenceModel::OnePartner => {
            let first = advancing.max_by(|a, b| {
                a.share.total_cmp(&b.share).then_with(|| (b.date, b.organization).cmp(&(a.date, a.organization)))
            });
            first.map(|touch| (touch.organization, minor)).into_iter().collect()
        }
        InfluenceModel::Split => {
            let shares: Vec<(OrganizationId, f64)> =
                advancing.map(|touch| (touch.organization, touch.share.max(0.0))).collect();
            let parts = split_exactly(minor, &weights(&shares));
            shares.iter().zip(parts).map(|((organization, _), part)| (*organization, part)).collect()
        }
    }
}

/// The partners' weights and after them ours.
fn weights(shares: &[(OrganizationId, f64)]) -> Vec<f64> {
    let mut weights: Vec<f64> = shares.iter().map(|(_, share)| *share).collect();
    let rest = 1.0 - weights.iter().sum::<f64>();
    let unshared = weights.iter().filter(|weight| **weight == 0.0).count();
    if unshared > 0 && rest > 0.0 {
        for weight in weights.iter_mut().filter(|weight| **weight == 0.0) {
            *weight = rest / unshared as f64;
        }
    }
    let ours = (1.0 - weights.iter().sum::<f64>()).max(0.0);
    weights.push(if ours < 1e-9 { 0.0 } else { ours });
    weights
}
