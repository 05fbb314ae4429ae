use layout::graph::{Graph, stress};
use std::{ops::ControlFlow, time::Instant};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&args[1]).unwrap();
    let num: Vec<u32> = text.split_whitespace().map(|w| w.parse().unwrap()).collect();
    let lines: Vec<(u32, u32)> = num[2..].chunks(2).map(|c| (c[0], c[1])).collect();
    let mut best = f64::MAX;
    let seed: u64 = args[4].parse().unwrap();
    let piv: usize = args[3].parse().unwrap();
    let rounds: usize = args.get(5).map_or(15, |r| r.parse().unwrap());
    for _ in 0..5 {
        let t = Instant::now();
        let g = Graph::new(num[0] as usize, &lines).unwrap();
        let mut at = stress::scatter(&g, seed);
        let go = |_| ControlFlow::Continue(());
        if piv == 0 { stress::full(&g, &mut at, rounds, seed, &go).unwrap() } else { stress::sparse(&g, &mut at, piv, rounds, seed, &go).unwrap() }
        best = best.min(t.elapsed().as_secs_f64() * 1e3);
        let bytes: Vec<u8> = at.iter().flatten().flat_map(|&v| (v as f32).to_le_bytes()).collect();
        std::fs::write(&args[2], bytes).unwrap();
    }
    eprint!("{best:.2} ms ");
}
