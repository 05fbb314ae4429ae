//! Other graphs of the same kinds, so that a method is tuned and not an instance.
//!
//! Owns: the lines in terms of the peers, as fixed figures belong to the named graphs. Must not know: how they are run.

use super::contest::Rule::{AtLeast, AtLeastOf, AtMost, AtMostOf, Below, Faster};
use super::contest::{Bound, Contest, Program};
use super::contests::{
    BOXES, CHAIN, DISTANCES, DOT, FA2_100, FCOSE, GROUPS, POINTS, S_GD2, S_GD2_SPARSE, SFDP, SFDP_PRISM, must,
};
use super::figures::Figure::{Cross, Fill, Milliseconds, Overlaps, Purity, Stress};
use super::graphs::Graph;

/// Seeds of siblings begin here, away from those that anything was tried on.
const FIRST: u32 = 100;

/// The contests on the sibling of this number of each graph.
pub fn of(number: u32) -> Vec<Contest> {
    let seed = FIRST + number;
    let contest = |title: &str, kind, nodes, programs: &[Program], bounds| Contest {
        title: format!("{title}, seed {seed}"),
        graph: Graph::Made { kind, nodes, seed },
        programs: programs.to_vec(),
        bounds,
    };
    vec![
        contest(
            "like g300, distance-true",
            "communities",
            300,
            &[DISTANCES, S_GD2],
            vec![
                must(DISTANCES, Stress, AtMostOf(1.01, S_GD2.name)),
                must(DISTANCES, Milliseconds, Faster(1.5, S_GD2.name)),
            ],
        ),
        contest("like g300, no overlaps", "communities", 300, &[BOXES, SFDP_PRISM], without_overlaps(8.0)),
        contest(
            "like g5k, groups",
            "communities",
            5000,
            &[GROUPS, FA2_100],
            vec![
                must(GROUPS, Cross, AtMostOf(1.02, FA2_100.name)),
                must(GROUPS, Purity, AtLeastOf(1.0, FA2_100.name)),
                must(GROUPS, Milliseconds, Faster(20.0, FA2_100.name)),
            ],
        ),
        contest("like g5k, no overlaps", "communities", 5000, &[BOXES, SFDP_PRISM], without_overlaps(30.0)),
        contest(
            "like tree2k, by its shape",
            "tree",
            2000,
            &[POINTS, S_GD2_SPARSE],
            vec![
                // The line on tree2k is this much above s_gd2's there.
                must(POINTS, Stress, AtMostOf(1.04, S_GD2_SPARSE.name)),
            ],
        ),
        contest(
            "like eco500, no overlaps",
            "hub",
            500,
            &[BOXES, SFDP, FCOSE],
            vec![
                must(BOXES, Stress, Below(SFDP.name)),
                must(BOXES, Stress, Below(FCOSE.name)),
                must(BOXES, Overlaps, AtMost(0.0)),
            ],
        ),
        contest(
            "300 in 5 tiers, layered",
            "tiers",
            300,
            &[CHAIN, DOT],
            vec![must(CHAIN, Cross, AtMostOf(1.0, DOT.name)), must(CHAIN, Milliseconds, Faster(1.0, DOT.name))],
        ),
    ]
}

fn without_overlaps(speed: f64) -> Vec<Bound> {
    vec![
        must(BOXES, Stress, AtMostOf(1.01, SFDP_PRISM.name)),
        must(BOXES, Cross, AtMostOf(1.02, SFDP_PRISM.name)),
        must(BOXES, Fill, AtLeast(0.20)),
        must(BOXES, Overlaps, AtMost(0.0)),
        must(BOXES, Milliseconds, Faster(speed, SFDP_PRISM.name)),
    ]
}
