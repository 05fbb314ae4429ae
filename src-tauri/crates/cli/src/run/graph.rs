//! Plain graphs: no workspace is opened.

use api::ErrorReply;
use api::graph;

use super::network::MEASURES;
use crate::arguments::{Graph, GraphLayout, GraphMeasures};
use crate::print;

/// Runs one command on a plain graph.
pub fn run(command: Graph) -> Result<(), ErrorReply> {
    match command {
        Graph::Layout(layout) => lay_out(layout),
        Graph::Measures(measures) => measure(measures),
    }
}

fn lay_out(layout: GraphLayout) -> Result<(), ErrorReply> {
    let request = graph::GraphLayout {
        graph: layout.graph,
        groups: layout.groups,
        style: layout.style.into(),
        model: layout.model.into(),
        separate: layout.separate.0,
        seed: layout.seed,
        size: (!layout.no_overlap_removal).then_some(layout.size.0),
        out: layout.out,
    };
    let done = graph::layout(&request)?;
    if layout.json {
        return print::json(&done);
    }
    print::milliseconds("reading", done.reading_milliseconds);
    done.phases.iter().for_each(|phase| print::milliseconds(&format!("  {}", phase.phase), phase.milliseconds));
    print::milliseconds("layout", done.layout_milliseconds);
    print::milliseconds("writing", done.writing_milliseconds);
    let fill = done.fill.map(|fill| format!(" Boxes fill {fill:.2} of the ground.")).unwrap_or_default();
    print::line(&format!("Wrote {}: {} nodes, {} lines.{fill}", request.out.display(), done.nodes, done.lines));
    Ok(())
}

fn measure(asked: GraphMeasures) -> Result<(), ErrorReply> {
    let request = graph::GraphMeasures { graph: asked.graph, directed: asked.directed, seed: asked.seed };
    let measured = graph::measures(&request)?;
    if asked.json {
        return print::json(&measured);
    }
    print::columns(&[&[("node", "node")], MEASURES.as_slice()].concat(), &measured.nodes)?;
    let whole = &measured.whole;
    print::line(&format!(
        "{}, {}, {}, {} (modularity {}), {}; density {}{}.",
        print::counted(whole.nodes, "node", "nodes"),
        print::counted(whole.lines, "line", "lines"),
        print::counted(whole.components, "component", "components"),
        print::counted(whole.communities as usize, "community", "communities"),
        print::figure(whole.modularity),
        print::counted(whole.bridges.len(), "bridge", "bridges"),
        print::figure(whole.density),
        whole.reciprocity.map(|share| format!(", reciprocity {}", print::figure(share))).unwrap_or_default(),
    ));
    Ok(())
}
