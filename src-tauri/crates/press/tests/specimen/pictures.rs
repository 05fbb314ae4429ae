//! Pictures like those that the press is given: vectors, with text in the bundled family.

use std::fmt::Write;

/// A map of `count` partners around us, each with its name, of equal density for any count.
pub fn map_of(count: u32) -> String {
    let side = f64::from(count).sqrt() * 90.0 + 120.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side:.0} {side:.0}\" width=\"{side:.0}\" \
         height=\"{side:.0}\" font-family=\"Inter\">"
    );
    let middle = side / 2.0;
    for (part, color) in [(0.83, "#f5f2e6"), (0.6, "#e3f0ec")] {
        let _ = write!(svg, "<circle cx=\"{middle}\" cy=\"{middle}\" r=\"{:.1}\" fill=\"{color}\"/>", middle * part);
    }
    for at in 0..count {
        let angle = f64::from(at) * 2.399_963;
        let radius = middle * 0.92 * (f64::from(at + 1) / f64::from(count)).sqrt();
        let (x, y) = (middle + radius * angle.cos(), middle + radius * angle.sin());
        let color = ["#5a41be", "#1f83cc", "#a07000", "#c42b6e"][at as usize % 4];
        let _ = write!(
            svg,
            "<path d=\"M{middle:.1} {middle:.1}L{x:.1} {y:.1}\" stroke=\"#4c8579\" stroke-opacity=\"0.5\"/>\
             <circle id=\"organization:{at}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"9\" fill=\"{color}\"/>\
             <text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"11\" font-weight=\"500\" text-anchor=\"middle\" \
             fill=\"#16201d\" stroke=\"#fafaf8\" stroke-width=\"3\" paint-order=\"stroke\">Partner {at}</text>",
            y + 22.0
        );
    }
    svg.push_str("</svg>");
    svg
}

/// A line chart with axis texts.
pub fn chart() -> String {
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 420\" width=\"960\" height=\"420\" \
         font-family=\"Inter\" font-size=\"13\"><path d=\"M60 380H940\" stroke=\"#e3e6e0\"/>\
         <path d=\"M60 380C300 360 600 200 940 40V110C600 240 300 370 60 380Z\" fill=\"#0b6353\" \
         fill-opacity=\"0.1\"/><path d=\"M60 380C300 360 600 220 940 80\" fill=\"none\" stroke=\"#0b6353\" \
         stroke-width=\"1.75\"/><path d=\"M60 380C200 375 300 350 400 310\" fill=\"none\" stroke=\"#16201d\" \
         stroke-width=\"2.75\"/><text x=\"410\" y=\"300\" font-weight=\"600\" fill=\"#16201d\">Actual €2.29M</text>",
    );
    for at in 0..4 {
        let _ = write!(svg, "<text x=\"10\" y=\"{}\" fill=\"#616d68\">€{at}M</text>", 384 - at * 100);
    }
    svg.push_str("</svg>");
    svg
}
