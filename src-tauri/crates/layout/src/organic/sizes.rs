//! How large the zones are, before anything is placed.

use crate::ground::readable;
use crate::{GAP, Node, OrganicInput, Zone, Zones};

/// Half the height of the map that a laptop's window (1440 by 900) shows at full size.
const HALF_HEIGHT: f64 = 358.0;
/// The core reaches 0.60 of the half width and height, the ecotone 0.83 (tokens.css).
const CORE: f64 = 0.60;
const ECOTONE: f64 = 0.83;
/// Part of a zone's area that boxes may fill before it grows. Boxes near a curved bound waste some of it.
const FILL: [f64; 3] = [0.60, 0.60, 0.50];
/// Filling many nodes that tightly takes several tries: zones of more than this many begin with some room to spare.
const MANY: usize = 300;
const SPARE: f64 = 0.86;
/// Zones grow in steps of this, so that one partner more seldom changes them.
const STEP: f64 = 1.05;
/// Zones of last time stay when they are at most so much smaller or larger than new ones would be.
const SNUG: f64 = 1.06;
const LOOSE: f64 = 1.8;

/// Steps that a zone has grown because a member found no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Growth {
    pub(crate) core: u32,
    pub(crate) ecotone: u32,
    pub(crate) rim: u32,
}

impl Growth {
    /// One step for the zone that was full.
    pub(crate) fn step(&mut self, zone: Zone) {
        match zone {
            Zone::Strategic | Zone::Us => self.core += 1,
            Zone::Ecotone => self.ecotone += 1,
            Zone::Transactional | Zone::Unknown | Zone::Unlinked => self.rim += 1,
        }
    }
}

/// Zones whose areas hold the boxes of their members.
pub(crate) fn zones(input: &OrganicInput, growth: Growth) -> Zones {
    let aspect = readable(input.aspect);
    let spare = if input.nodes.len() > MANY { SPARE } else { 1.0 };
    let area = |zone: Zone| -> f64 { of(&input.nodes, zone).map(|node| node.size.area(GAP)).sum::<f64>() / spare };
    let ellipse = std::f64::consts::PI * aspect;
    let us = area(Zone::Us).max(110.0 * 110.0);
    let core = grown(HALF_HEIGHT * CORE, libm::sqrt((area(Zone::Strategic) + us) / FILL[0] / ellipse), growth.core);
    let tallest = of(&input.nodes, Zone::Ecotone).map(|node| node.size.above + node.size.below).fold(0.0, f64::max);
    let needed = libm::sqrt(core * core + area(Zone::Ecotone) / FILL[1] / ellipse).max(core + tallest + 2.0 * GAP);
    let ecotone = grown(core / CORE * ECOTONE, needed, growth.ecotone);
    let inner = ellipse * ecotone * ecotone;
    let needed = libm::sqrt((inner + area(Zone::Transactional) / FILL[2]) / (4.0 * aspect));
    let rim = grown(ecotone / ECOTONE, needed, growth.rim);
    let zones = Zones { core: (core * aspect, core), ecotone: (ecotone * aspect, ecotone), rim: (rim * aspect, rim) };
    let previous = input.previous_zones.filter(|_| !input.tidy_up && growth == Growth::default());
    kept(zones, previous).unwrap_or(zones)
}

/// The zones of last time, unless one of them is too small or far too large now.
fn kept(fresh: Zones, previous: Option<Zones>) -> Option<Zones> {
    let previous = previous?;
    let as_large = |(fresh, previous): (f64, f64)| previous >= fresh / SNUG && previous <= fresh * LOOSE;
    let sides = |zones: Zones| [zones.core, zones.ecotone, zones.rim].into_iter().flat_map(|(x, y)| [x, y]);
    sides(fresh).zip(sides(previous)).all(as_large).then_some(previous)
}

fn of(nodes: &[Node], zone: Zone) -> impl Iterator<Item = &Node> {
    nodes.iter().filter(move |node| node.zone == zone)
}

fn grown(base: f64, needed: f64, steps: u32) -> f64 {
    let mut size = base;
    while size < needed {
        size *= STEP;
    }
    (0..steps).fold(size, |size, _| size * STEP)
}
