/** Which nodes lie in an area drawn by hand: a box or a lasso. Pure. */

import type { Point } from '../camera';

/** The corners of a box, wherever it was begun. */
export function boxBetween(from: Point, to: Point): { x: number; y: number; w: number; h: number } {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  return { x, y, w: Math.max(from.x, to.x) - x, h: Math.max(from.y, to.y) - y };
}

/** Those whose center lies in the box between two corners. */
export function inBox<T extends Point>(nodes: Iterable<T>, from: Point, to: Point): T[] {
  const { x, y, w, h } = boxBetween(from, to);
  return [...nodes].filter((node) => node.x >= x && node.x <= x + w && node.y >= y && node.y <= y + h);
}

/** Those whose center lies inside the line, whose end joins its beginning. What it goes around twice counts too. */
export function inLasso<T extends Point>(nodes: Iterable<T>, line: readonly Point[]): T[] {
  return line.length < 3 ? [] : [...nodes].filter((node) => windings(node, line) !== 0);
}

/** How often the line goes around the point: a ray to the right counts upward crossings against downward ones. */
function windings({ x, y }: Point, line: readonly Point[]): number {
  let turns = 0;
  let from = line[line.length - 1];
  for (const to of line) {
    if (from) {
      const side = (to.x - from.x) * (y - from.y) - (x - from.x) * (to.y - from.y);
      if (from.y <= y && to.y > y && side > 0) turns += 1;
      else if (from.y > y && to.y <= y && side < 0) turns -= 1;
    }
    from = to;
  }
  return turns;
}
