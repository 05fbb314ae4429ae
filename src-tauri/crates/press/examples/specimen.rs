//! Writes the specimens as PDFs into a folder, to be looked at: `cargo run -p press --example specimen -- OUT_FOLDER`.
#![allow(clippy::expect_used, clippy::print_stdout, reason = "a developer's tool")]

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/specimen/mod.rs"]
mod specimen;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("name the folder to write into"));
    let mut german = specimen::full();
    german.language = "de".into();
    let mut large = specimen::full();
    if let Some(map) = &mut large.map {
        map.svg = specimen::map_of(2165);
    }
    let group = &mut large.partners[0];
    group.rows = group.rows.iter().cycle().take(2165).cloned().collect();
    for (name, plan) in [
        ("full", specimen::full()),
        ("empty", specimen::empty()),
        ("hostile", specimen::hostile()),
        ("german", german),
        ("large", large),
    ] {
        let begin = Instant::now();
        match press::document(&plan, &|_| ControlFlow::Continue(())) {
            Ok(bytes) => {
                println!("{name}: {} KB in {:.1?}", bytes.len() / 1024, begin.elapsed());
                std::fs::write(folder.join(format!("{name}.pdf")), bytes).expect("write the PDF");
            }
            Err(error) => println!("{name}: {error}\n{}", error.detail().unwrap_or_default()),
        }
    }
    for (name, brief) in [
        ("brief", specimen::brief()),
        ("empty-brief", specimen::empty_brief()),
        ("hostile-brief", specimen::hostile_brief()),
    ] {
        for (paper, suffix) in [(domain::Paper::A4, ""), (domain::Paper::Wide, "-wide")] {
            let brief = press::BriefInput { paper, ..brief.clone() };
            let bytes = press::compile_brief(&brief).and_then(|laid_out| laid_out.pdf()).expect("make the brief");
            std::fs::write(folder.join(format!("{name}{suffix}.pdf")), bytes).expect("write the brief");
        }
    }
    let begin = Instant::now();
    let pages = press::compile(&specimen::full(), &|_| ControlFlow::Continue(())).expect("lay out the pages");
    let cover = pages.page_png(1, 2.0).expect("draw the cover");
    println!("cover: {} KB in {:.1?}", cover.len() / 1024, begin.elapsed());
    std::fs::write(folder.join("cover.png"), cover).expect("write the cover");
}
