/** The nearest partner in an arrow's direction, so that the map can be walked by keyboard. */

import type { Point } from './camera';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export const WAYS: Record<Arrow, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Off the straight line costs more than along it. */
const SIDEWAYS = 2;

export function isArrow(key: string): key is Arrow {
  return key in WAYS;
}

/** Prefers what lies straight that way; whatever lies on that side at all can be reached. */
export function nearestThatWay<T extends Point>(from: Point, nodes: Iterable<T>, arrow: Arrow): T | undefined {
  const way = WAYS[arrow];
  let best: T | undefined;
  let bestCost = Infinity;
  for (const node of nodes) {
    const [dx, dy] = [node.x - from.x, node.y - from.y];
    const along = dx * way.x + dy * way.y;
    if (along <= 1e-6) continue;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    // Outside the quarter it is a last resort: anything within the quarter goes before.
    const cost = along + aside * SIDEWAYS + (aside > along ? 1e6 : 0);
    if (cost < bestCost) {
      best = node;
      bestCost = cost;
    }
  }
  return best;
}
