/**
 * From which zoom on each label is shown, worked out once for a whole map: the greedy solution of the active range
 * optimization of Been, Daiches and Yap ("Dynamic map labeling", 2006), with ranges that are open at the near end.
 * A label that has appeared stays while one looks closer, whichever way the map is moved, and at no scale does a shown
 * label overlap another one or a node that is not its own.
 */

import { Edges, stretches, type Body, type Text } from './edges';

export interface RangedLabel extends Text {
  /** The index of the body that it belongs to and may touch; -1 for none. */
  owner: number;
  /** Not on the map at all for now. */
  absent: boolean;
}

/** Ranges end where boxes touch: a hair closer, so that rounding never makes them overlap. */
const HAIR = 1 + 1e-6;
/** No map is looked at from farther away. */
const FARTHEST_OUT = 0.004;
const PER_CELL = 3;

export class LabelRanges {
  /** For each label the scale from which it is shown; Infinity for one that never finds room. */
  readonly from: Float64Array;
  /** The scale at which every label that can be shown is. */
  readonly closest: number;
  readonly #labels: readonly RangedLabel[];
  readonly #scales: number[];
  readonly #texts: Edges;
  readonly #reach: Float64Array;
  readonly #bodies: Edges;
  readonly #bodyGrid: Grid;
  readonly #textGrid: Grid;
  readonly #widestBody: number;
  readonly #widestText: number;

  constructor(labels: readonly RangedLabel[], bodies: readonly Body[]) {
    this.#labels = labels;
    this.#scales = stretches(labels.map((label) => label.item.font_size));
    this.#texts = new Edges(this.#scales, labels.length);
    this.#bodies = new Edges(this.#scales, bodies.length);
    labels.forEach((label, index) => this.#texts.putText(index, label));
    bodies.forEach((body, index) => this.#bodies.putBody(index, body));
    this.#reach = Float64Array.from(labels, ({ item }, index) => this.#texts.reach(index, item.at[0], item.at[1]));
    this.#widestText = this.#reach.reduce((most, each) => Math.max(most, each), 0);
    this.#widestBody = bodies.reduce((most, { r }) => Math.max(most, r), 0);
    const cell = cellOf(labels.map(({ item }) => item.at).concat(bodies.map(({ x, y }) => [x, y])));
    this.#bodyGrid = new Grid(cell);
    bodies.forEach(({ x, y }, index) => this.#bodyGrid.put(x, y, index));
    this.#textGrid = new Grid(cell);
    this.from = new Float64Array(labels.length).fill(Infinity);
    for (const index of ranked(labels)) {
      if (labels[index]?.absent) continue;
      this.from[index] = this.#placed(index);
      const { at } = labels[index]?.item ?? NOWHERE;
      this.#textGrid.put(at[0], at[1], index);
    }
    this.closest = this.from.reduce((most, each) => (each < Infinity ? Math.max(most, each) : most), 0);
  }

  /**
   * What changes while something is looked at: labels of `focus` are always shown (before each other in their order),
   * those of `lit` as soon as they have room, and labels in their way wait until there is room beside them.
   * `drop` moves labels of `focus` down, below the ring around their node. Answers only ranges that differ.
   */
  raised(focus: readonly number[], lit: readonly number[], drop: number): Map<number, number> {
    const changed = new Map<number, number>();
    const order = [...focus, ...lit.filter((index) => !focus.includes(index))];
    if (order.length === 0) return changed;
    const edges = new Edges(this.#scales, order.length);
    const grid = new Grid(this.#textGrid.cell);
    order.forEach((index, at) => {
      const label = this.#labels[index];
      if (label) edges.putText(at, { ...label, drop: at < focus.length ? drop : 0 });
    });
    const starts = new Float64Array(order.length);
    order.forEach((index, at) => {
      const item = this.#labels[index]?.item ?? NOWHERE;
      const reach = (this.#reach[index] ?? 0) + drop;
      let from = 0;
      if (at >= focus.length) from = this.#besideBodies(edges, at, index, from);
      from = grid.last(item.at, reach + this.#widestText + drop, from, (other, floor) => {
        const overlap = edges.lastOverlap(at, edges, other, floor);
        return overlap > (starts[other] ?? 0) ? overlap * HAIR : 0;
      });
      starts[at] = from;
      changed.set(index, from);
      grid.put(item.at[0], item.at[1], at);
    });
    const own = new Set(order);
    order.forEach((index, at) => {
      const item = this.#labels[index]?.item ?? NOWHERE;
      const reach = (this.#reach[index] ?? 0) + drop + this.#widestText;
      const start = starts[at] ?? 0;
      this.#textGrid.each(item.at, reach, Math.max(FARTHEST_OUT, start), (other) => {
        if (own.has(other)) return;
        const before = changed.get(other) ?? this.from[other] ?? Infinity;
        const overlap = edges.lastOverlap(at, this.#texts, other, Math.max(before, start));
        if (overlap > 0) changed.set(other, overlap * HAIR);
      });
    });
    return changed;
  }

  #placed(index: number): number {
    const { item } = this.#labels[index] ?? { item: NOWHERE };
    const from = this.#besideBodies(this.#texts, index, index, item.from_scale);
    const last = this.#textGrid.last(item.at, (this.#reach[index] ?? 0) + this.#widestText, from, (other, floor) => {
      const overlap = this.#texts.lastOverlap(index, this.#texts, other, floor);
      return overlap > (this.from[other] ?? Infinity) ? overlap * HAIR : 0;
    });
    return last < this.#farthestIn() ? last : Infinity;
  }

  #besideBodies(edges: Edges, at: number, index: number, from: number): number {
    const label = this.#labels[index];
    if (!label) return Infinity;
    return this.#bodyGrid.last(label.item.at, (this.#reach[index] ?? 0) + this.#widestBody, from, (body, floor) =>
      body === label.owner ? 0 : edges.lastOverlap(at, this.#bodies, body, floor) * HAIR,
    );
  }

  #farthestIn(): number {
    return this.#scales[this.#scales.length - 1] ?? 0;
  }
}

const NOWHERE = { at: [0, 0] as [number, number], from_scale: 0 };

/** What must be read goes first (0 in the list), then by priority, then as the list says. */
function ranked(labels: readonly RangedLabel[]): number[] {
  const rank = (index: number): number => labels[index]?.item.priority || Infinity;
  return labels.map((_, index) => index).sort((a, b) => (rank(b) > rank(a) ? 1 : rank(b) < rank(a) ? -1 : a - b));
}

/** Places by cell, looked through from the nearest outward. */
class Grid {
  readonly cell: number;
  readonly #cells = new Map<number, number[]>();
  #left = Infinity;
  #right = -Infinity;
  #top = Infinity;
  #bottom = -Infinity;

  constructor(cell: number) {
    this.cell = cell;
  }

  put(x: number, y: number, value: number): void {
    const [column, row] = [Math.floor(x / this.cell), Math.floor(y / this.cell)];
    const key = keyOf(column, row);
    const cell = this.#cells.get(key);
    if (cell) cell.push(value);
    else this.#cells.set(key, [value]);
    this.#left = Math.min(this.#left, column);
    this.#right = Math.max(this.#right, column);
    this.#top = Math.min(this.#top, row);
    this.#bottom = Math.max(this.#bottom, row);
  }

  /**
   * The largest answer of `ask`, starting at `floor`. What is farther away than `reach` pixels at the scale found so
   * far cannot matter any more.
   */
  last(
    at: readonly [number, number],
    reach: number,
    floor: number,
    ask: (value: number, floor: number) => number,
  ): number {
    let best = floor;
    this.#rings(
      at,
      () => reach / Math.max(best, FARTHEST_OUT),
      (value) => (best = Math.max(best, ask(value, best))),
    );
    return best;
  }

  /** Everything that could be within `reach` pixels at `scale` or above. */
  each(at: readonly [number, number], reach: number, scale: number, visit: (value: number) => void): void {
    this.#rings(at, () => reach / scale, visit);
  }

  #rings(at: readonly [number, number], distance: () => number, visit: (value: number) => void): void {
    const [column, row] = [Math.floor(at[0] / this.cell), Math.floor(at[1] / this.cell)];
    const last = Math.max(column - this.#left, this.#right - column, row - this.#top, this.#bottom - row);
    for (let ring = 0; ring <= last && (ring - 1) * this.cell <= distance(); ring += 1) {
      for (let y = Math.max(row - ring, this.#top); y <= Math.min(row + ring, this.#bottom); y += 1) {
        const edge = y === row - ring || y === row + ring;
        for (let x = column - ring; x <= column + ring; x += edge ? 1 : Math.max(1, 2 * ring)) {
          if (x < this.#left || x > this.#right) continue;
          for (const value of this.#cells.get(keyOf(x, y)) ?? []) visit(value);
        }
      }
    }
  }
}

function keyOf(column: number, row: number): number {
  return (column + 0x8000) * 0x10000 + row + 0x8000;
}

function cellOf(places: readonly (readonly [number, number])[]): number {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of places) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const area = places.length < 2 ? 1 : (right - left) * (bottom - top);
  return Math.max(1, Math.sqrt((area * PER_CELL) / Math.max(1, places.length)), (right - left) / 0x4000 || 1);
}
