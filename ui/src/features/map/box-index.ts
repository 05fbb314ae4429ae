/**
 * Boxes that do not move, found by area: an R-tree packed bottom-up by sort-tile-recursive (Leutenegger, Lopez and
 * Edgington, "STR: a simple and efficient algorithm for R-tree packing", 1997). Lines are culled by it.
 */

import type { Rect } from '../../api/generated';

/** Two boxes share some area; touching edges do not count. */
export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

const PER_NODE = 16;

export class BoxIndex {
  /** Of each level from the leaves up: left, top, right, bottom of every `PER_NODE` boxes of the level below. */
  readonly #levels: Float64Array[] = [];
  readonly #order: Uint32Array;

  constructor(boxes: readonly Rect[]) {
    this.#order = packed(boxes);
    let level = new Float64Array(boxes.length * 4);
    this.#order.forEach((index, at) => {
      const { x, y, w, h } = boxes[index] ?? NOWHERE;
      level.set([x, y, x + w, y + h], at * 4);
    });
    this.#levels.push(level);
    while (level.length > 4 * PER_NODE) {
      level = gathered(level);
      this.#levels.push(level);
    }
  }

  /** The indexes of all boxes that touch `area`, ascending. */
  within(area: Rect): number[] {
    const found: number[] = [];
    const [right, bottom] = [area.x + area.w, area.y + area.h];
    const visit = (depth: number, first: number, last: number): void => {
      const level = this.#levels[depth] ?? EMPTY;
      for (let at = first; at < Math.min(last, level.length / 4); at += 1) {
        const box = at * 4;
        if (
          (level[box] ?? 0) > right ||
          (level[box + 1] ?? 0) > bottom ||
          (level[box + 2] ?? 0) < area.x ||
          (level[box + 3] ?? 0) < area.y
        ) {
          continue;
        }
        if (depth === 0) found.push(this.#order[at] ?? 0);
        else visit(depth - 1, at * PER_NODE, (at + 1) * PER_NODE);
      }
    };
    visit(this.#levels.length - 1, 0, Infinity);
    return found.sort((a, b) => a - b);
  }
}

const NOWHERE: Rect = { x: 0, y: 0, w: 0, h: 0 };
const EMPTY = new Float64Array(0);

/** Indexes in the order of the leaves: upright slices, each from top to bottom. */
function packed(boxes: readonly Rect[]): Uint32Array {
  const middle = (index: number, axis: 'x' | 'y'): number => {
    const box = boxes[index] ?? NOWHERE;
    return axis === 'x' ? box.x + box.w / 2 : box.y + box.h / 2;
  };
  const by = (axis: 'x' | 'y') => (a: number, b: number) => middle(a, axis) - middle(b, axis) || a - b;
  const order = boxes.map((_, index) => index).sort(by('x'));
  const slices = Math.max(1, Math.ceil(Math.sqrt(boxes.length / PER_NODE)));
  const perSlice = Math.ceil(boxes.length / slices / PER_NODE) * PER_NODE;
  const out: number[] = [];
  for (let first = 0; first < order.length; first += perSlice) {
    out.push(...order.slice(first, first + perSlice).sort(by('y')));
  }
  return Uint32Array.from(out);
}

/** The boxes around every `PER_NODE` boxes. */
function gathered(level: Float64Array): Float64Array<ArrayBuffer> {
  const count = Math.ceil(level.length / 4 / PER_NODE);
  const above = new Float64Array(count * 4);
  for (let at = 0; at < count; at += 1) {
    const own = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
    for (let box = at * PER_NODE * 4; box < Math.min((at + 1) * PER_NODE * 4, level.length); box += 4) {
      own[0] = Math.min(own[0], level[box] ?? 0);
      own[1] = Math.min(own[1], level[box + 1] ?? 0);
      own[2] = Math.max(own[2], level[box + 2] ?? 0);
      own[3] = Math.max(own[3], level[box + 3] ?? 0);
    }
    above.set(own, at * 4);
  }
  return above;
}
