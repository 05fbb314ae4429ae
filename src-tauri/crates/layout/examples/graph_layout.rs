//! Lays out a plain graph and writes its positions: for trying the engine beside others.
//!
//! usage: `graph_layout GRAPH.txt POS.f32 [auto|stress|force] [separate] [WxH] [seed] [repeats] [keep|tidy]`
//!
//! With `keep` or `tidy`, one node in a hundred is then removed and added back: mean drift of the others as a share of
//! the diagonal, stress over stress before, best milliseconds of the repeats.

#![allow(clippy::cast_possible_truncation, reason = "the format has single precision")]

use layout::graph::{
    Cancelled, Graph, Layout, Model, Options, Phase, Progress, UNREACHED, Watch, keep, layout_graph, tidy_up,
};
use std::{cell::RefCell, collections::BTreeMap, error::Error, fs, ops::ControlFlow, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |index: usize, or: &'static str| words.get(index).map_or(or, String::as_str);
    let graph = read(word(0, ""))?;
    let model = match word(2, "auto") {
        "stress" => Model::Stress,
        "force" => Model::Force,
        _ => Model::Auto,
    };
    let boxes = match word(4, "").split_once('x') {
        Some((wide, high)) => vec![[wide.parse()?, high.parse()?]; graph.len()],
        None => Vec::new(),
    };
    let options =
        Options { model, separate: word(3, "0.5").parse()?, boxes, seed: word(5, "1").parse()?, ..Options::default() };
    let mut best = f64::MAX;
    for _ in 0..word(6, "1").parse()? {
        let (phases, last) = (RefCell::new(BTreeMap::<Phase, f64>::new()), RefCell::new((Instant::now(), None)));
        let since = |phase: Option<Phase>| {
            let (from, running) = last.replace((Instant::now(), phase));
            if let Some(running) = running {
                *phases.borrow_mut().entry(running).or_default() += from.elapsed().as_secs_f64() * 1e3;
            }
        };
        let start = Instant::now();
        let watch = |progress: Progress| {
            since(Some(progress.phase));
            ControlFlow::Continue(())
        };
        let layout = layout_graph(&graph, &options, &watch)?;
        let took = start.elapsed().as_secs_f64() * 1e3;
        since(None);
        if took < best {
            best = took;
            println!("{took:.1} ms, by phase {:.1?}", phases.borrow());
            let bytes = layout.at.iter().flatten().flat_map(|&value| (value as f32).to_le_bytes());
            fs::write(word(1, "positions.f32"), bytes.collect::<Vec<u8>>())?;
        }
    }
    match word(7, "") {
        "keep" => added_back(&graph, &options, word(6, "1").parse()?, keep),
        "tidy" => added_back(&graph, &options, word(6, "1").parse()?, tidy_up),
        _ => Ok(()),
    }
}

type Edit = fn(&Graph, &[Option<[f64; 2]>], &Options, Watch<'_>) -> Result<Layout, Cancelled>;

fn added_back(graph: &Graph, options: &Options, repeats: usize, edit: Edit) -> Result<(), Box<dyn Error>> {
    let go = |_: Progress| ControlFlow::Continue(());
    let before = layout_graph(graph, options, &go)?.at;
    let (mut number, mut previous): (u64, Vec<_>) = (options.seed, before.iter().copied().map(Some).collect());
    let removed = (graph.len() / 100).max(1);
    while previous.iter().filter(|at| at.is_none()).count() < removed {
        // Knuth's linear congruential generator is random enough to pick nodes.
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        previous[(number >> 33) as usize % graph.len()] = None;
    }
    let (mut best, mut after) = (f64::MAX, Vec::new());
    for _ in 0..repeats.max(1) {
        let start = Instant::now();
        after = edit(graph, &previous, options, &go)?.at;
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
    }
    let kept: Vec<f64> = (0..graph.len())
        .filter(|&node| previous[node].is_some())
        .map(|node| apart(before[node], after[node]))
        .collect();
    let end =
        |axis: usize| before.iter().fold((f64::MAX, f64::MIN), |ends, at| (ends.0.min(at[axis]), ends.1.max(at[axis])));
    let diagonal = apart([end(0).0, end(1).0], [end(0).1, end(1).1]);
    let drift = kept.iter().sum::<f64>() / kept.len() as f64 / diagonal;
    let ratio = stress(graph, &after) / stress(graph, &before);
    println!("added back: drift {:.4} %, stress {ratio:.4} of before, {best:.2} ms", drift * 100.0);
    Ok(())
}

fn apart(a: [f64; 2], b: [f64; 2]) -> f64 {
    let (dx, dy) = (a[0] - b[0], a[1] - b[1]);
    (dx * dx + dy * dy).sqrt()
}

/// As in the bench's scoring: at the best scale, from at most 200 nodes.
fn stress(graph: &Graph, at: &[[f64; 2]]) -> f64 {
    let (mut sum, mut squares, mut count) = (0.0, 0.0, 0.0);
    for source in (0..graph.len()).step_by(graph.len().div_ceil(200)) {
        for (node, &hops) in graph.hops(source).0.iter().enumerate().filter(|hop| *hop.1 > 0 && *hop.1 != UNREACHED) {
            let ratio = apart(at[node], at[source]) / f64::from(hops);
            (sum, squares, count) = (sum + ratio, squares + ratio * ratio, count + 1.0);
        }
    }
    1.0 - sum * sum / squares / count
}

fn read(path: &str) -> Result<Graph, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let numbers: Vec<u32> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let (nodes, lines) = (numbers.first().copied().unwrap_or(0), numbers.get(2..).unwrap_or(&[]));
    let lines: Vec<(u32, u32)> = lines.chunks_exact(2).map(|line| (line[0], line[1])).collect();
    Ok(Graph::new(nodes as usize, &lines)?)
}
