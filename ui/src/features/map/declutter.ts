/** Which labels have room: placed by priority, never on a node or on each other. What has none waits for hover or zoom. */

import type { Rect } from '../../api/generated';

export interface LabelBox extends Rect {
  /** Higher goes first; 0 is always shown and moves no other away. */
  priority: number;
  /** The node that it belongs to, which it may touch. */
  owner: string | null;
  /** Asked for: shown even over a node that is in its way. */
  wanted?: boolean;
}

export interface Obstacle extends Rect {
  owner: string;
}

const CELL = 64;

/** The indexes of the labels that are shown, in order of placing. */
export function declutter(labels: readonly LabelBox[], obstacles: readonly Obstacle[]): number[] {
  const nodes = new Grid<Obstacle>();
  const placed = new Grid<LabelBox>();
  for (const obstacle of obstacles) nodes.put(obstacle);
  const order = labels.map((label, index) => ({ label, index }));
  order.sort((a, b) => b.label.priority - a.label.priority || a.index - b.index);
  const shown: number[] = [];
  for (const { label, index } of order) {
    if (label.priority > 0) {
      if (placed.some(label, () => true)) continue;
      if (!label.wanted && nodes.some(label, (node) => node.owner !== label.owner)) continue;
      placed.put(label);
    }
    shown.push(index);
  }
  return shown;
}

/** Two boxes share some area; touching edges do not count. */
export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

class Grid<T extends Rect> {
  readonly #cells = new Map<number, T[]>();

  put(box: T): void {
    this.#each(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
      return false;
    });
  }

  some(box: Rect, counts: (other: T) => boolean): boolean {
    return this.#each(box, (key) => (this.#cells.get(key) ?? []).some((other) => overlap(box, other) && counts(other)));
  }

  #each(box: Rect, visit: (key: number) => boolean): boolean {
    const [left, right] = [Math.floor(box.x / CELL), Math.floor((box.x + box.w) / CELL)];
    const [top, bottom] = [Math.floor(box.y / CELL), Math.floor((box.y + box.h) / CELL)];
    for (let column = left; column <= right; column += 1) {
      for (let row = top; row <= bottom; row += 1) {
        if (visit(column * 65_536 + row)) return true;
      }
    }
    return false;
  }
}
