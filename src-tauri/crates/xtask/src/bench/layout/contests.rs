//! The contests on the named graphs, with the lines that must hold and those that are aimed at.
//!
//! Owns: which programs meet where, and the lines. Must not know: how anything is run or judged.

use super::contest::How::{Node, OurBetweenness, OurEdit, OurWorkspace, Ours, Python};
use super::contest::Rule::{AtLeast, AtLeastOf, AtMost, AtMostOf, Below, Faster};
use super::contest::{Bound, Contest, How, Program, Rule};
use super::figures::Figure::{self, Cross, Drift, Fill, Milliseconds, Overlaps, Purity, Stress, StressRatio};
use super::graphs::Graph;

const PEERS: &str = "peers.py";
const GRAPHVIZ: &str = "graphviz_peers.py";

pub const S_GD2: Program = program("s_gd2", Python(PEERS, "s_gd2"));
pub const S_GD2_SPARSE: Program = program("s_gd2 sparse", Python(PEERS, "s_gd2-sparse"));
pub const FA2_500: Program = program("fa2 ×500", Python(PEERS, "fa2-500"));
pub const FA2_100: Program = program("fa2 ×100", Python(PEERS, "fa2-100"));
pub const FMME: Program = program("OGDF FMME", Python(PEERS, "fmme"));
pub const SFDP: Program = program("sfdp", Python(GRAPHVIZ, "sfdp"));
pub const SFDP_PRISM: Program = program("sfdp + prism", Python(GRAPHVIZ, "sfdp-prism"));
pub const DOT: Program = program("dot", Python(GRAPHVIZ, "dot"));
pub const FCOSE: Program = program("fcose", Node("fcose"));
const IGRAPH_GRID: Program = program("igraph fr, grid", Python(PEERS, "igraph-grid"));
const IGRAPH_BETWEENNESS: Program = program("python-igraph", Python(PEERS, "igraph-betweenness"));
const GRAPHOLOGY_500: Program = program("graphology fa2 ×500", Node("graphology-500"));
const GRAPHOLOGY_100: Program = program("graphology fa2 ×100", Node("graphology-100"));
const D3: Program = program("d3-force ×300", Node("d3-300"));
const NGRAPH: Program = program("ngraph ×300", Node("ngraph-300"));
const MSAGL_MDS: Program = program("MSAGL MDS", Node("msagl-mds"));
const MSAGL_LAYERED: Program = program("MSAGL layered", Node("msagl-layered"));
const ELK_STRESS: Program = program("ELK stress", Node("elk-stress"));

/// The names of ours, by what is drawn.
pub const DISTANCES: Program = program(
    "ecotone stress",
    Ours(&["--style", "organic", "--model", "stress", "--separate", "0", "--no-overlap-removal"]),
);
pub const GROUPS: Program =
    program("ecotone force", Ours(&["--style", "organic", "--model", "force", "--no-overlap-removal"]));
pub const POINTS: Program =
    program("ecotone auto", Ours(&["--style", "organic", "--model", "auto", "--no-overlap-removal"]));
pub const BOXES: Program = program("ecotone boxes", Ours(&["--style", "organic", "--box", "100x30"]));
pub const CHAIN: Program = program("ecotone value chain", Ours(&["--style", "value_chain", "--box", "100x30"]));

/// A program by name.
pub const fn program(name: &'static str, how: How) -> Program {
    Program { name, how }
}

/// The bench fails without.
pub fn must(who: Program, figure: Figure, rule: Rule) -> Bound {
    Bound { is_must: true, who: who.name, figure, rule }
}

/// What the methods should allow.
fn aim(who: Program, figure: Figure, rule: Rule) -> Bound {
    Bound { is_must: false, ..must(who, figure, rule) }
}

fn contest(title: &str, graph: Graph, programs: &[Program], bounds: Vec<Bound>) -> Contest {
    Contest { title: title.to_owned(), graph, programs: programs.to_vec(), bounds }
}

/// Every contest; with `slow` also the peers that take minutes.
pub fn named(slow: bool) -> Vec<Contest> {
    let mut all: Vec<Contest> = [small(), large(), shapes(), huge(), others()].into_iter().flatten().collect();
    if slow {
        add_slow(&mut all);
    }
    all
}

fn small() -> Vec<Contest> {
    let g300 = Graph::Committed("g300");
    vec![
        contest(
            "g300, distance-true",
            g300,
            &[DISTANCES, S_GD2],
            vec![
                must(DISTANCES, Stress, AtMostOf(1.01, S_GD2.name)),
                must(DISTANCES, Milliseconds, Faster(1.5, S_GD2.name)),
                aim(DISTANCES, Milliseconds, Faster(2.0, S_GD2.name)),
            ],
        ),
        contest(
            "g300, groups",
            g300,
            &[GROUPS, FA2_500, GRAPHOLOGY_500, D3, NGRAPH],
            vec![aim(GROUPS, Cross, AtMostOf(1.02, FA2_500.name)), aim(GROUPS, Purity, AtLeastOf(1.0, FA2_500.name))],
        ),
        contest(
            "g300, no overlaps",
            g300,
            &[BOXES, SFDP_PRISM, MSAGL_MDS, FCOSE],
            vec![
                must(BOXES, Stress, AtMost(0.152)),
                must(BOXES, Cross, AtMost(1.0)),
                must(BOXES, Fill, AtLeast(0.20)),
                must(BOXES, Overlaps, AtMost(0.0)),
                must(BOXES, Milliseconds, Faster(8.0, SFDP_PRISM.name)),
                aim(BOXES, Stress, AtMost(0.130)),
                aim(BOXES, Fill, AtLeast(0.30)),
                aim(BOXES, Milliseconds, Faster(10.0, SFDP_PRISM.name)),
            ],
        ),
    ]
}

fn large() -> Vec<Contest> {
    let g5k = Graph::Committed("g5k");
    vec![
        contest(
            "g5k, groups",
            g5k,
            &[GROUPS, FA2_100, SFDP, IGRAPH_GRID],
            vec![
                must(GROUPS, Cross, AtMost(0.84)),
                must(GROUPS, Purity, AtLeast(0.69)),
                must(GROUPS, Milliseconds, Faster(20.0, FA2_100.name)),
                aim(GROUPS, Purity, AtLeast(0.75)),
            ],
        ),
        contest(
            "g5k, no overlaps",
            g5k,
            &[BOXES, SFDP_PRISM],
            vec![
                must(BOXES, Stress, AtMost(0.18)),
                must(BOXES, Cross, AtMost(0.85)),
                must(BOXES, Fill, AtLeast(0.20)),
                must(BOXES, Overlaps, AtMost(0.0)),
                must(BOXES, Milliseconds, Faster(30.0, SFDP_PRISM.name)),
                aim(BOXES, Fill, AtLeast(0.30)),
            ],
        ),
    ]
}

fn shapes() -> Vec<Contest> {
    let lesmis = contest("lesmis, no overlaps", Graph::Committed("lesmis"), &[BOXES, SFDP_PRISM, FCOSE], Vec::new());
    let tiers = Graph::Made { kind: "tiers", nodes: 300, seed: 1 };
    vec![
        lesmis,
        contest(
            "tree2k, by its shape",
            Graph::Committed("tree2k"),
            &[POINTS, BOXES, S_GD2_SPARSE],
            vec![must(POINTS, Stress, AtMost(0.035))],
        ),
        contest(
            "eco500, no overlaps",
            Graph::Committed("eco500"),
            &[BOXES, SFDP, SFDP_PRISM, FCOSE],
            vec![
                must(BOXES, Stress, Below(SFDP.name)),
                must(BOXES, Stress, Below(FCOSE.name)),
                must(BOXES, Overlaps, AtMost(0.0)),
            ],
        ),
        contest(
            "300 in 5 tiers, layered",
            tiers,
            &[CHAIN, DOT, MSAGL_LAYERED],
            vec![
                must(CHAIN, Cross, AtMostOf(1.0, DOT.name)),
                must(CHAIN, Milliseconds, Faster(1.0, DOT.name)),
                aim(CHAIN, Cross, AtMostOf(1.0, MSAGL_LAYERED.name)),
            ],
        ),
    ]
}

fn huge() -> Vec<Contest> {
    let of = |nodes: u32, title: &str| {
        let graph = Graph::Made { kind: "communities", nodes, seed: 1 };
        let mut bounds = vec![
            must(POINTS, Milliseconds, Faster(1.0, FMME.name)),
            must(POINTS, Stress, AtMostOf(1.01, FMME.name)),
            must(POINTS, Cross, AtMostOf(1.02, FMME.name)),
            aim(BOXES, Overlaps, AtMost(0.0)),
        ];
        if nodes == 100_000 {
            bounds.push(aim(BOXES, Milliseconds, AtMostOf(2.5, FMME.name)));
        }
        contest(title, graph, &[POINTS, BOXES, FMME], bounds)
    };
    vec![of(50_000, "50k"), of(100_000, "100k")]
}

fn others() -> Vec<Contest> {
    let g5k = Graph::Committed("g5k");
    let keep = program("ecotone, nodes added back", OurEdit("keep"));
    let tidy = program("ecotone, tidied up", OurEdit("tidy"));
    let workspace = program("ecotone layout", OurWorkspace);
    let betweenness = program("ecotone", OurBetweenness);
    vec![
        contest(
            "g5k, 1 % removed and added back",
            g5k,
            &[keep, tidy],
            vec![
                must(keep, Drift, AtMost(0.1)),
                must(keep, StressRatio, AtMost(1.015)),
                must(keep, Milliseconds, AtMost(16.0)),
            ],
        ),
        contest(
            "g5k, betweenness",
            g5k,
            &[betweenness, IGRAPH_BETWEENNESS],
            vec![must(betweenness, Milliseconds, Faster(1.0, IGRAPH_BETWEENNESS.name))],
        ),
        contest(
            "CNCF workspace, organic",
            Graph::Cncf,
            &[workspace],
            vec![must(workspace, Milliseconds, AtMost(300.0))],
        ),
    ]
}

/// They take from ten seconds to more than a minute each.
fn add_slow(contests: &mut Vec<Contest>) {
    let extra = [
        ("g300, distance-true", ELK_STRESS),
        ("g5k, groups", D3),
        ("g5k, groups", GRAPHOLOGY_100),
        ("g5k, no overlaps", FCOSE),
        ("g5k, no overlaps", MSAGL_MDS),
    ];
    for (title, program) in extra {
        let class = contests.iter_mut().filter(|contest| contest.title == title);
        class.for_each(|contest| contest.programs.push(program));
    }
    contests.push(contest("g5k, distance-true", Graph::Committed("g5k"), &[DISTANCES, S_GD2], Vec::new()));
}
