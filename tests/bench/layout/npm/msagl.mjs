// MSAGL: multidimensional scaling with its overlap removal, or layers. Lines stay straight, as only nodes are scored.
import { register } from "node:module";

register("./resolve.mjs", import.meta.url);

export async function runMsagl(graph, layered) {
  const msagl = await import("@msagl/core");
  const { Graph, Node, Edge, GeomGraph, GeomNode, GeomEdge, CurveFactory, Point } = msagl;
  const network = new Graph("graph");
  const whole = new GeomGraph(network);
  const nodes = Array.from({ length: graph.n }, (_, id) => {
    const node = network.addNode(new Node(`n${id}`));
    new GeomNode(node).boundaryCurve = CurveFactory.mkRectangleWithRoundedCorners(
      graph.width, graph.height, 0, 0, new Point(0, 0));
    return node;
  });
  for (const [from, to] of graph.lines) new GeomEdge(new Edge(nodes[from], nodes[to]));
  const settings = layered ? new msagl.SugiyamaLayoutSettings() : new msagl.MdsLayoutSettings();
  if (!layered) settings.removeOverlaps = true;
  settings.commonSettings.edgeRoutingSettings.edgeRoutingMode = msagl.EdgeRoutingMode.StraightLine;
  whole.layoutSettings = settings;
  return () => {
    msagl.layoutGeomGraph(whole, null);
    return nodes.map((node) => {
      const { x, y } = GeomNode.getGeom(node).center;
      return [x, y];
    });
  };
}
