//! Prints what each measure of a graph costs: `measures GRAPH.txt [NAME]`, with NAME only the measures whose name
//! begins so. The first line of the file holds the numbers of nodes and lines, every other line the two ends of one.
//!
//! Milliseconds are the best of five by the wall clock; for processor time, run one measure under `time` and divide.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use layout::measures::{self, Network, Reading};

const TIMES: usize = 5;
const SEED: u64 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("Name a graph: measures GRAPH.txt")?;
    let network = read(&std::fs::read_to_string(path)?)?;
    for reading in [Reading::Directed, Reading::Undirected] {
        timed(&format!("betweenness {reading:?}"), || measures::betweenness(&network, reading));
        timed(&format!("closeness {reading:?}"), || measures::closeness(&network, reading));
        timed(&format!("reach 2 {reading:?}"), || measures::reach(&network, reading, 2));
        timed(&format!("eigenvector {reading:?}"), || measures::eigenvector(&network, reading));
    }
    timed("core numbers", || measures::core_numbers(&network));
    timed("cuts", || measures::cuts(&network));
    timed("communities", || measures::communities(&network, SEED));
    Ok(())
}

fn timed<T>(name: &str, measure: impl Fn() -> T) {
    if std::env::args().nth(2).is_some_and(|wanted| !name.starts_with(&wanted)) {
        return;
    }
    let mut best = f64::INFINITY;
    for _ in 0..TIMES {
        let start = Instant::now();
        black_box(measure());
        best = best.min(start.elapsed().as_secs_f64() * 1000.0);
    }
    println!("{best:>10.2} ms  {name}");
}

fn read(text: &str) -> Result<Network, Box<dyn Error>> {
    let mut rows = text.lines().map(|row| row.split_whitespace().map(str::parse::<u32>).collect::<Result<Vec<_>, _>>());
    let node_count = *rows.next().ok_or("The file is empty.")??.first().ok_or("The first line names no number.")?;
    let mut lines = Vec::new();
    for row in rows {
        let row = row?;
        let [from, to] = row.as_slice() else { return Err("A line needs two ends.".into()) };
        lines.push((*from, *to));
    }
    Ok(Network::new(node_count as usize, &lines)?)
}
