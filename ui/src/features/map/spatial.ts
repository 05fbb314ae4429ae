/** A grid over the nodes' places, so that what lies under the pointer is found without looking at every node. */

import type { Rect } from '../../api/generated';
import type { Point } from './camera';

export interface Placed extends Point {
  id: string;
  /** In pixels at scale 1. */
  r: number;
}

const PER_CELL = 4;

export class SpatialIndex<T extends Placed> {
  readonly #cells = new Map<string, T[]>();
  readonly #cell: number;
  readonly #size: number;

  constructor(nodes: readonly T[]) {
    this.#cell = cellOf(nodes);
    this.#size = nodes.length;
    for (const node of nodes) {
      const key = `${this.#at(node.x)},${this.#at(node.y)}`;
      const cell = this.#cells.get(key);
      if (cell) cell.push(node);
      else this.#cells.set(key, [node]);
    }
  }

  get size(): number {
    return this.#size;
  }

  /** The nearest node whose distance to `point` is under what `reach` allows it; `widest` is the most that it allows. */
  at(point: Point, widest: number, reach: (node: T) => number): T | undefined {
    let best: T | undefined;
    let bestDistance = Infinity;
    for (const node of this.within({ x: point.x - widest, y: point.y - widest, w: 2 * widest, h: 2 * widest })) {
      const distance = Math.hypot(node.x - point.x, node.y - point.y);
      if (distance < reach(node) && distance < bestDistance) {
        best = node;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** Every node whose center lies in `area`. */
  within(area: Rect): T[] {
    const [left, right] = [this.#at(area.x), this.#at(area.x + area.w)];
    const [top, bottom] = [this.#at(area.y), this.#at(area.y + area.h)];
    const found: T[] = [];
    const take = (cell: readonly T[]): void => {
      for (const node of cell) {
        if (node.x >= area.x && node.x <= area.x + area.w && node.y >= area.y && node.y <= area.y + area.h) {
          found.push(node);
        }
      }
    };
    // A wide area over few cells is quicker by the cells that there are.
    if ((right - left + 1) * (bottom - top + 1) > this.#cells.size) {
      for (const cell of this.#cells.values()) take(cell);
      return found;
    }
    for (let column = left; column <= right; column += 1) {
      for (let row = top; row <= bottom; row += 1) take(this.#cells.get(`${column},${row}`) ?? []);
    }
    return found;
  }

  #at(units: number): number {
    return Math.floor(units / this.#cell);
  }
}

function cellOf(nodes: readonly Point[]): number {
  if (nodes.length < 2) return 100;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of nodes) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const area = Math.max(1, (right - left) * (bottom - top));
  return Math.max(1, Math.sqrt((area * PER_CELL) / nodes.length));
}
