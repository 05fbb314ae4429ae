//! Measures of the network of partners, and who introduces whom.

use domain::{Key, OrganizationId, RelationshipId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Measures to work out, with the id under which progress is told and by which they can be cancelled.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MeasuresRequest {
    pub job: String,
}

/// What position in the network means. Relationships that are ideas or ended, placeholders, and organizations that are
/// switched off do not count.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MeasuresView {
    /// The network as one.
    pub whole: NetworkMeasures,
    /// By name, then id; us included.
    pub organizations: Vec<OrganizationMeasures>,
}

/// Measures of one organization. Who is central does not ask which way a relationship points, as introductions go
/// either way.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OrganizationMeasures {
    /// Its id.
    pub id: OrganizationId,
    /// As typed.
    pub name: String,
    /// How many others it is tied to.
    pub degree: u32,
    /// How many others have a relationship that leads to it; symmetric ones lead both ways.
    pub degree_in: u32,
    /// How many others it has a relationship to.
    pub degree_out: u32,
    /// Pairs of others whose shortest introductions lead through it, each by the share that does.
    pub betweenness: f64,
    /// The same as a share of all pairs of others.
    pub betweenness_share: f64,
    /// 1 over the mean steps to those it can reach, less where it reaches few.
    pub closeness: f64,
    /// Central when tied to central ones; all together of length 1. None when it does not settle.
    pub eigenvector: Option<f64>,
    /// Share of the others within two steps: partners, and partners of partners.
    pub reach: f64,
    /// Without it, its part of the network falls apart.
    pub articulation_point: bool,
    /// Number of its community, the largest being 0.
    pub community: u32,
    /// Largest k such that it belongs to a part where everyone is tied to at least k others of that part.
    pub core: u32,
}

/// Measures of the whole network.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct NetworkMeasures {
    /// How many organizations count.
    pub organizations: u32,
    /// Pairs that at least one relationship joins.
    pub ties: u32,
    /// The share of all pairs that are tied.
    pub density: f64,
    /// Share of directed ties that are answered by one back, symmetric ones included; none without ties.
    pub reciprocity: Option<f64>,
    /// Parts without a way between them.
    pub components: u32,
    /// How many communities there are.
    pub communities: u32,
    /// How much denser communities are inside than chance would make them.
    pub modularity: f64,
    /// Ties without which a part falls apart, by name.
    pub bridges: Vec<Bridge>,
}

/// A tie that alone holds two parts together.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Bridge {
    pub from: OrganizationId,
    pub from_name: String,
    pub to: OrganizationId,
    pub to_name: String,
}

/// From whom to whom.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PathRequest {
    pub from: OrganizationId,
    pub to: OrganizationId,
}

/// The shortest way by which one organization can be introduced to another.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PathView {
    /// "Acme → (resells) → Beta", or a sentence that there is none.
    pub words: String,
    /// One for each introduction; none without a path.
    pub steps: Option<Vec<PathStep>>,
}

/// One introduction.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PathStep {
    pub from: OrganizationId,
    pub from_name: String,
    pub to: OrganizationId,
    pub to_name: String,
    /// Every relationship that joins the two.
    pub relationships: Vec<PathRelationship>,
}

/// A relationship of a path, read in the path's direction.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PathRelationship {
    pub id: RelationshipId,
    pub kind: Key,
    /// "resells", or "is resold by" where the relationship points the other way.
    pub reading: String,
}
