/** Several nodes elsewhere at once, with their lines and labels: what a drag shows before it is a step. Pure. */

import type { Point } from '../camera';
import { byEnd, indexOf, pulled, type MapLabel, type MapLine, type MapNode, type Scene } from '../scene';
import { SpatialIndex } from '../spatial';

/** New places by id. */
export type Moves = ReadonlyMap<string, Point>;

export interface InHand {
  nodes: MapNode[];
  lines: MapLine[];
  labels: MapLabel[];
}

/** Everything that moves with the nodes of `moves`. */
export function liftedMany(scene: Scene, moves: Moves): InHand {
  const nodes = new Map<string, MapNode>();
  const lines = new Map<string, MapLine>();
  for (const [id, { x, y }] of moves) {
    const node = scene.nodes.get(id);
    if (!node) continue;
    nodes.set(id, { ...node, x, y, item: { ...node.item, at: [x, y] } });
    for (const line of scene.linesOf.get(id) ?? []) {
      // A line between two of them is pulled at both ends.
      lines.set(line.id, pulled(lines.get(line.id) ?? line, id, [x, y], x - node.x, y - node.y));
    }
  }
  const labels: MapLabel[] = [];
  for (const { node: before, item } of scene.labels) {
    const node = before ? nodes.get(before.id) : undefined;
    if (!before || !node) continue;
    labels.push({ node, item: { ...item, at: [item.at[0] + node.x - before.x, item.at[1] + node.y - before.y] } });
  }
  return { nodes: [...nodes.values()], lines: [...lines.values()], labels };
}

/** The same map with these nodes elsewhere. */
export function movedMany(scene: Scene, moves: Moves): Scene {
  const up = liftedMany(scene, moves);
  if (up.nodes.length === 0) return scene;
  const nodes = new Map(scene.nodes);
  for (const node of up.nodes) nodes.set(node.id, node);
  const pulledLines = new Map(up.lines.map((line) => [line.id, line]));
  const lines = scene.lines.map((line) => pulledLines.get(line.id) ?? line);
  const labels = [...scene.labels.filter(({ node }) => !node || !moves.has(node.id)), ...up.labels];
  const index = new SpatialIndex([...nodes.values()]);
  return { ...scene, nodes, lines, labels, linesOf: byEnd(lines), index, lineIndex: indexOf(lines) };
}

/** Each node moved by the same way. */
export function movesBy(nodes: Iterable<MapNode>, dx: number, dy: number): Map<string, Point> {
  return new Map([...nodes].map(({ id, x, y }) => [id, { x: x + dx, y: y + dy }]));
}

/** Between where nodes lie and where they go; `t` from 0 to 1. */
export function part(scene: Scene, moves: Moves, t: number): Map<string, Point> {
  const between = (from: number, to: number): number => from + (to - from) * t;
  const places = new Map<string, Point>();
  for (const [id, to] of moves) {
    const from = scene.nodes.get(id);
    if (from) places.set(id, { x: between(from.x, to.x), y: between(from.y, to.y) });
  }
  return places;
}
