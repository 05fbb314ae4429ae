//! What position in the network means, and who introduces whom.

use domain::{Organization, Relationship};
use layout::measures::{Network, Reading, introduction_path};

use crate::loaded::{Loaded, Ties};
use crate::measured::Measured;
use crate::wire::*;
use crate::{App, ErrorReply, Refusal, WindowId};

/// Communities have a seed of their own, so that they stay the same while nothing changes.
const SEED: u64 = 1;

/// Every measure of every organization, and of the whole.
pub fn view(app: &App, window: &WindowId, request: MeasuresRequest) -> Result<MeasuresView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let ties = loaded.ties();
    let tell = |phase: &'static str, done, total| app.progress(window, &request.job, phase, done, total);
    let measured = Measured::of(ties.organizations.len(), &ties.lines, Reading::Undirected, SEED, &tell);
    app.jobs.end(&request.job);
    let measured = measured.map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
    Ok(measures_view(&ties, &measured.ok_or_else(cancelled)?))
}

/// The shortest way by which one organization can be introduced to another.
pub fn path(app: &App, window: &WindowId, request: PathRequest) -> Result<PathView, ErrorReply> {
    let loaded = app.loaded(window)?;
    let ties = loaded.ties();
    let (from, to) = (loaded.organization(request.from)?, loaded.organization(request.to)?);
    if from.id == to.id {
        return Err(ErrorReply::refused(format!("{} needs no introduction to itself: name two partners.", from.name)));
    }
    let numbers = [number(&ties, from)?, number(&ties, to)?];
    let network = Network::new(ties.organizations.len(), &ties.lines)
        .map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
    let Some(nodes) = introduction_path(&network, Reading::Undirected, numbers[0], numbers[1]) else {
        let words = format!(
            "Nobody can introduce {} to {}: no chain of relationships joins them. Ideas and ended relationships do not \
             count.",
            from.name, to.name
        );
        return Ok(PathView { words, steps: None });
    };
    let steps: Vec<PathStep> = nodes.windows(2).map(|pair| step(&loaded, &ties, pair[0], pair[1])).collect();
    Ok(PathView { words: in_words(from.name.as_str(), &steps), steps: Some(steps) })
}

/// What to say of measuring that was asked to stop.
pub(crate) fn cancelled() -> ErrorReply {
    ErrorReply::new(Refusal::Cancelled, "Measuring was cancelled.")
}

fn number(ties: &Ties<'_>, organization: &Organization) -> Result<u32, ErrorReply> {
    ties.number(organization.id).ok_or_else(|| {
        let why = if organization.placeholder { "a placeholder, a wish without a company" } else { "switched off" };
        ErrorReply::refused(format!("{} is {why}: nobody can be introduced to or by it.", organization.name))
    })
}

fn step(loaded: &Loaded, ties: &Ties<'_>, from: u32, to: u32) -> PathStep {
    let [a, b] = [from, to].map(|node| ties.organizations[node as usize]);
    let relationship = |row: &&Relationship| {
        let kind = loaded.workspace.relationship_kinds.iter().find(|kind| kind.key == row.kind);
        let reading = kind.map(|kind| if row.from == a.id { &kind.forward } else { &kind.reverse });
        PathRelationship {
            id: row.id,
            kind: row.kind.clone(),
            reading: reading.map_or_else(|| row.kind.to_string(), ToString::to_string),
        }
    };
    PathStep {
        from: a.id,
        from_name: a.name.to_string(),
        to: b.id,
        to_name: b.name.to_string(),
        relationships: ties.between(from, to).iter().map(relationship).collect(),
    }
}

/// "Acme → (resells) → Beta → (integrates with, refers to) → Gamma".
fn in_words(from: &str, steps: &[PathStep]) -> String {
    let mut words = vec![from.to_owned()];
    for step in steps {
        let mut readings: Vec<&str> = Vec::new();
        for relationship in &step.relationships {
            if !readings.contains(&relationship.reading.as_str()) {
                readings.push(&relationship.reading);
            }
        }
        words.push(format!("({})", readings.join(", ")));
        words.push(step.to_name.clone());
    }
    words.join(" → ")
}

fn measures_view(ties: &Ties<'_>, measured: &Measured) -> MeasuresView {
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let organization = |(node, organization): (usize, &&Organization)| OrganizationMeasures {
        id: organization.id,
        name: organization.name.to_string(),
        degree: measured.degrees[node].all,
        degree_in: measured.degrees[node].incoming,
        degree_out: measured.degrees[node].outgoing,
        betweenness: measured.betweenness[node],
        betweenness_share: measured.betweenness_share(node),
        closeness: measured.closeness[node],
        eigenvector: measured.eigenvector.as_ref().map(|figures| figures[node]),
        reach: measured.reach[node],
        articulation_point: measured.is_articulation_point[node],
        community: measured.communities.of_node[node],
        core: measured.cores[node],
    };
    let mut organizations: Vec<_> = ties.organizations.iter().enumerate().map(organization).collect();
    organizations.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let bridge = |&(from, to): &(u32, u32)| {
        let mut ends = [from, to].map(|node| ties.organizations[node as usize]);
        ends.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
        let [a, b] = ends;
        Bridge { from: a.id, from_name: a.name.to_string(), to: b.id, to_name: b.name.to_string() }
    };
    let mut bridges: Vec<Bridge> = measured.bridges.iter().map(bridge).collect();
    bridges.sort_by(|a, b| (&a.from_name, &a.to_name, a.from, a.to).cmp(&(&b.from_name, &b.to_name, b.from, b.to)));
    MeasuresView {
        whole: NetworkMeasures {
            organizations: count(organizations.len()),
            ties: count(measured.ties),
            density: measured.density,
            reciprocity: measured.reciprocity,
            components: count(measured.components),
            communities: measured.communities.count,
            modularity: measured.communities.modularity,
            bridges,
        },
        organizations,
    }
}
