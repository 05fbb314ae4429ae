// Runs one peer from npm on a graph: the layout call alone is timed. See bench.mjs for what is printed.
import { readArguments, readGraph, repeat, write } from "./bench.mjs";

const indices = (graph) => Array.from({ length: graph.n }, (_, node) => node);

async function graphology(graph, iterations) {
  const { default: Graph } = await import("graphology");
  const { default: forceAtlas2 } = await import("graphology-layout-forceatlas2");
  const network = new Graph({ type: "undirected", multi: true });
  for (const node of indices(graph)) network.addNode(node, { x: Math.random(), y: Math.random() });
  for (const [from, to] of graph.lines) network.addEdge(from, to);
  const settings = forceAtlas2.inferSettings(network);
  return () => {
    const at = forceAtlas2(network, { iterations, settings });
    return indices(graph).map((node) => [at[node].x, at[node].y]);
  };
}

async function d3(graph) {
  const { forceSimulation, forceLink, forceManyBody, forceCenter } = await import("d3-force");
  const nodes = indices(graph).map((id) => ({ id }));
  const links = graph.lines.map(([source, target]) => ({ source, target }));
  return () => {
    const simulation = forceSimulation(nodes)
      .force("link", forceLink(links))
      .force("charge", forceManyBody())
      .force("center", forceCenter())
      .stop();
    simulation.tick(300);
    return nodes.map(({ x, y }) => [x, y]);
  };
}

async function ngraph(graph) {
  const { default: createGraph } = await import("ngraph.graph");
  const { default: createLayout } = await import("ngraph.forcelayout");
  const network = createGraph();
  for (const node of indices(graph)) network.addNode(node);
  for (const [from, to] of graph.lines) network.addLink(from, to);
  return () => {
    const layout = createLayout(network);
    for (let step = 0; step < 300; step++) layout.step();
    return indices(graph).map((node) => [layout.getNodePosition(node).x, layout.getNodePosition(node).y]);
  };
}

async function fcose(graph) {
  const { default: cytoscape } = await import("cytoscape");
  const { default: extension } = await import("cytoscape-fcose");
  cytoscape.use(extension);
  const nodes = indices(graph).map((id) => ({ group: "nodes", data: { id: `n${id}` } }));
  const edges = graph.lines.map(([from, to], at) => ({
    group: "edges",
    data: { id: `e${at}`, source: `n${from}`, target: `n${to}` },
  }));
  const style = [{ selector: "node", style: { width: graph.width, height: graph.height } }];
  const network = cytoscape({ headless: true, styleEnabled: true, elements: [...nodes, ...edges], style });
  return () => {
    network.layout({ name: "fcose", animate: false, quality: "default", randomize: true, fit: false }).run();
    return indices(graph).map((id) => {
      const { x, y } = network.getElementById(`n${id}`).position();
      return [x, y];
    });
  };
}

async function elkStress(graph) {
  const { default: Elk } = await import("elkjs/lib/elk.bundled.js");
  const elk = new Elk();
  const children = indices(graph).map((id) => ({ id: `n${id}`, width: graph.width, height: graph.height }));
  const edges = graph.lines.map(([from, to], at) => ({ id: `e${at}`, sources: [`n${from}`], targets: [`n${to}`] }));
  const network = { id: "root", layoutOptions: { "elk.algorithm": "stress" }, children, edges };
  return async () => {
    const { children: placed } = await elk.layout(network);
    return placed.map(({ x, y }) => [x + graph.width / 2, y + graph.height / 2]);
  };
}

async function msagl(graph, layered) {
  const { runMsagl } = await import("./msagl.mjs");
  return runMsagl(graph, layered);
}

const programs = {
  "graphology-500": (graph) => graphology(graph, 500),
  "graphology-100": (graph) => graphology(graph, 100),
  "d3-300": d3,
  "ngraph-300": ngraph,
  fcose,
  "elk-stress": elkStress,
  "msagl-mds": (graph) => msagl(graph, false),
  "msagl-layered": (graph) => msagl(graph, true),
};

const args = readArguments();
const prepare = programs[args.program];
if (!prepare) throw new Error(`'${args.program}' is no peer; known are ${Object.keys(programs).join(", ")}`);
const graph = readGraph(args);
write(args.out, await repeat(args, () => prepare(graph)));
// cytoscape's clock would keep the process alive.
process.exit(0);
