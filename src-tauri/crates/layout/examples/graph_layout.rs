//! Lays out a plain graph and writes its positions: for trying the engine beside others.
//!
//! usage: `graph_layout GRAPH.txt POS.f32 [auto|stress|force] [separate] [WxH] [seed] [repeats]`

#![allow(clippy::cast_possible_truncation, reason = "the format has single precision")]

use layout::graph::{Graph, Model, Options, Phase, Progress, layout_graph};
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
    Ok(())
}

fn read(path: &str) -> Result<Graph, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let numbers: Vec<u32> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let (nodes, lines) = (numbers.first().copied().unwrap_or(0), numbers.get(2..).unwrap_or(&[]));
    let lines: Vec<(u32, u32)> = lines.chunks_exact(2).map(|line| (line[0], line[1])).collect();
    Ok(Graph::new(nodes as usize, &lines)?)
}
