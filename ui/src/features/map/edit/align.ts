/** Where nodes go when they are aligned or distributed. Pure. */

import type { Point } from '../camera';

export interface Node extends Point {
  id: string;
  /** From the middle to the rim, in map units. */
  r: number;
}

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
export type Direction = 'across' | 'down';

/** New places of those that move; rims for the sides, centers for the middle. */
export function aligned(nodes: readonly Node[], how: Alignment): Map<string, Point> {
  if (nodes.length < 2) return new Map();
  const across = how === 'left' || how === 'center' || how === 'right';
  const at = (node: Node): number => (across ? node.x : node.y);
  const low = Math.min(...nodes.map((node) => at(node) - node.r));
  const high = Math.max(...nodes.map((node) => at(node) + node.r));
  const to = (node: Node): number => {
    if (how === 'left' || how === 'top') return low + node.r;
    if (how === 'right' || how === 'bottom') return high - node.r;
    return (low + high) / 2;
  };
  return moved(nodes, across, to);
}

/** The same gap between neighbors; the two outermost stay. Where they are too close for gaps, their middles are even. */
export function distributed(nodes: readonly Node[], direction: Direction): Map<string, Point> {
  if (nodes.length < 3) return new Map();
  const across = direction === 'across';
  const at = (node: Node): number => (across ? node.x : node.y);
  const order = [...nodes].sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
  const [first, last] = [order[0], order[order.length - 1]];
  if (!first || !last) return new Map();
  const room = at(last) - last.r - (at(first) + first.r);
  const inner = order.slice(1, -1);
  const gap = (room - inner.reduce((sum, node) => sum + 2 * node.r, 0)) / (order.length - 1);
  const places = new Map<string, number>();
  let edge = at(first) + first.r;
  inner.forEach((node, index) => {
    const even = at(first) + ((at(last) - at(first)) * (index + 1)) / (order.length - 1);
    places.set(node.id, gap >= 0 ? edge + gap + node.r : even);
    edge += gap + 2 * node.r;
  });
  return moved(inner, across, (node) => places.get(node.id) ?? at(node));
}

function moved(nodes: readonly Node[], across: boolean, to: (node: Node) => number): Map<string, Point> {
  const places = new Map<string, Point>();
  for (const node of nodes) {
    const place = across ? { x: to(node), y: node.y } : { x: node.x, y: to(node) };
    if (Math.abs(place.x - node.x) + Math.abs(place.y - node.y) > 1e-6) places.set(node.id, place);
  }
  return places;
}
