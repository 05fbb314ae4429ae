//! All measures of one network together, one after the other, so that they can be told of and stopped in between.
//!
//! Owns: which reading each measure has. Must not know: what nodes stand for, who asked.

use std::ops::ControlFlow;

use layout::graph::Graph;
use layout::measures::{self, Communities, Degree, Network, NetworkError, Reading};

/// How far an introduction reaches: to the partners of partners.
pub(crate) const REACH_STEPS: u32 = 2;

/// A network with everything that is measured of it. Lists are by node.
pub(crate) struct Measured {
    pub(crate) degrees: Vec<Degree>,
    /// Pairs of others whose shortest paths lead through the node.
    pub(crate) betweenness: Vec<f64>,
    /// What `betweenness` is divided by to lie between 0 and 1; 0 where nobody can be between others.
    pub(crate) most_betweenness: f64,
    pub(crate) closeness: Vec<f64>,
    pub(crate) eigenvector: Option<Vec<f64>>,
    pub(crate) reach: Vec<f64>,
    pub(crate) is_articulation_point: Vec<bool>,
    pub(crate) bridges: Vec<(u32, u32)>,
    pub(crate) communities: Communities,
    pub(crate) cores: Vec<u32>,
    pub(crate) density: f64,
    pub(crate) reciprocity: Option<f64>,
    pub(crate) components: usize,
    pub(crate) ties: usize,
}

/// Told before each measure: what comes next, how many are done, of how many.
pub(crate) type Tell<'a> = &'a dyn Fn(&'static str, u32, u32) -> ControlFlow<()>;

const STEPS: u32 = 6;

impl Measured {
    /// Measures nodes `0..count` with these lines; none when it was asked to stop. `reading` says whether who is
    /// central follows the direction of lines; pieces, communities and cores never do.
    pub(crate) fn of(
        count: usize,
        lines: &[(u32, u32)],
        reading: Reading,
        seed: u64,
        tell: Tell<'_>,
    ) -> Result<Option<Self>, NetworkError> {
        let network = Network::new(count, lines)?;
        // Network has refused every line that Graph would.
        let components = Graph::new(count, lines).map_or(0, |graph| graph.components().len());
        let ControlFlow::Continue(measured) = measure(&network, components, reading, seed, tell) else {
            return Ok(None);
        };
        Ok(Some(measured))
    }

    /// `betweenness` as a share of all pairs of others.
    pub(crate) fn betweenness_share(&self, node: usize) -> f64 {
        if self.most_betweenness > 0.0 { self.betweenness[node] / self.most_betweenness } else { 0.0 }
    }
}

fn measure(
    network: &Network,
    components: usize,
    reading: Reading,
    seed: u64,
    tell: Tell<'_>,
) -> ControlFlow<(), Measured> {
    let count = network.node_count();
    tell("Finding who stands between others", 0, STEPS)?;
    let betweenness = measures::betweenness(network, reading);
    tell("Measuring how near everyone is", 1, STEPS)?;
    let closeness = measures::closeness(network, reading);
    tell("Counting who can be reached", 2, STEPS)?;
    let reach = measures::reach(network, reading, REACH_STEPS);
    tell("Weighing ties", 3, STEPS)?;
    let eigenvector = measures::eigenvector(network, reading);
    tell("Finding communities", 4, STEPS)?;
    let communities = measures::communities(network, seed);
    tell("Finding what holds the network together", 5, STEPS)?;
    let cuts = measures::cuts(network);
    let mut is_articulation_point = vec![false; count];
    for &node in &cuts.articulation_points {
        is_articulation_point[node as usize] = true;
    }
    ControlFlow::Continue(Measured {
        degrees: measures::degrees(network),
        betweenness,
        most_betweenness: measures::most_betweenness(count, reading),
        closeness,
        eigenvector,
        reach,
        is_articulation_point,
        bridges: cuts.bridges,
        communities,
        cores: measures::core_numbers(network),
        density: measures::density(network, reading),
        reciprocity: measures::reciprocity(network),
        components,
        ties: network.line_count(reading),
    })
}
