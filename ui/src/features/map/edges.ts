/**
 * Boxes as they move over all zooms. On the screen, a place in the map is its units × scale, while text and shapes keep
 * their size above scale 1 and text also below what can be read: so between a few scales every edge of a box is a
 * straight line over the scale, and the last scale at which two boxes overlap can be solved for.
 */

import type { LabelItem } from './scene';

/** Nothing smaller than this on a screen, and headings no larger than that. */
export const SMALLEST_TEXT = 11;
export const LARGEST_TEXT = 14;
/** Inter's ascent above the baseline, as a share of its size. */
export const ASCENT = 0.97;
/** Farther in nobody looks. */
export const FARTHEST_IN = 64;

/** How large a text is for each pixel of its list, where shapes are `factor` of theirs. */
export function textRatio(fontSize: number, factor: number): number {
  const wanted = Math.max(Math.min(fontSize, SMALLEST_TEXT), fontSize * factor);
  return Math.min(LARGEST_TEXT, wanted) / fontSize;
}

/** A label, and the radius of the node that it stands below (0 for none), which shrinks with the scale. */
export interface Text {
  item: LabelItem;
  rim: number;
  /** Moved down by so many pixels. */
  drop: number;
}

/** A shape that covers half of `r` pixels around a place. */
export interface Body {
  x: number;
  y: number;
  r: number;
}

/** The scales between which all edges are straight, ascending, from 0. */
export function stretches(fontSizes: Iterable<number>): number[] {
  const scales = new Set([0, 1]);
  for (const size of fontSizes) {
    for (const bound of [SMALLEST_TEXT / size, LARGEST_TEXT / size]) if (bound < 1) scales.add(bound);
  }
  return [...scales].sort((a, b) => a - b).concat(FARTHEST_IN);
}

function at(data: Float64Array, index: number): number {
  return data[index] ?? 0;
}

/** Left, right, top and bottom as constant and slope: eight numbers for each stretch. */
const PER_STRETCH = 8;

export class Edges {
  readonly #scales: readonly number[];
  readonly #data: Float64Array;
  readonly #count: number;

  constructor(scales: readonly number[], size: number) {
    this.#scales = scales;
    this.#count = scales.length - 1;
    this.#data = new Float64Array(size * this.#count * PER_STRETCH);
  }

  putText(index: number, { item, rim, drop }: Text): void {
    const [w, h] = item.size;
    const shift = item.align === 'center' ? 0.5 : item.align === 'end' ? 1 : 0;
    const [left, top] = [item.dx - w * shift, item.dy - rim - item.font_size * ASCENT];
    this.#each(index, (middle) => {
      const factor = middle < 1 ? [0, 1] : [1, 0];
      const plain = textRatio(item.font_size, Math.min(1, middle));
      // Text that is as large as its list says moves with the shapes; 12 × 0.9 ÷ 12 is not quite 0.9.
      const ratio = Math.abs(plain - Math.min(1, middle)) < 1e-12 ? factor : [plain, 0];
      const at = (units: number, px: number, of: number[], extra: number[]): [number, number] => [
        px * (of[0] ?? 0) + (extra[0] ?? 0),
        units + px * (of[1] ?? 0) + (extra[1] ?? 0),
      ];
      const below = [rim * (factor[0] ?? 0) + drop, rim * (factor[1] ?? 0)];
      return [
        at(item.at[0], left, ratio, [0, 0]),
        at(item.at[0], left + w, ratio, [0, 0]),
        at(item.at[1], top, ratio, below),
        at(item.at[1], top + h, ratio, below),
      ];
    });
  }

  putBody(index: number, { x, y, r }: Body): void {
    this.#each(index, (middle) => {
      const edge = (units: number, reach: number): [number, number] =>
        middle < 1 ? [0, units + reach] : [reach, units];
      return [edge(x, -r), edge(x, r), edge(y, -r), edge(y, r)];
    });
  }

  /**
   * The largest scale above `floor` up to which this box `a` overlaps box `b` of `other`; 0 when they do not overlap
   * above it.
   */
  lastOverlap(a: number, other: Edges, b: number, floor: number): number {
    const [own, theirs] = [this.#data, other.#data];
    for (let stretch = this.#count - 1; stretch >= 0; stretch -= 1) {
      let to = this.#scales[stretch + 1] ?? 0;
      if (to <= floor) return 0;
      let from = Math.max(floor, this.#scales[stretch] ?? 0);
      const i = (a * this.#count + stretch) * PER_STRETCH;
      const j = (b * this.#count + stretch) * PER_STRETCH;
      // Each right edge beyond the other's left one, each bottom below the other's top.
      for (let side = 0; side < 4 && from < to; side += 1) {
        const axis = side < 2 ? 0 : 4;
        const constant =
          side & 1 ? at(theirs, j + axis + 2) - at(own, i + axis) : at(own, i + axis + 2) - at(theirs, j + axis);
        const slope =
          side & 1
            ? at(theirs, j + axis + 3) - at(own, i + axis + 1)
            : at(own, i + axis + 3) - at(theirs, j + axis + 1);
        if (slope > 0) from = Math.max(from, -constant / slope);
        else if (slope < 0) to = Math.min(to, -constant / slope);
        else if (constant <= 0) to = from;
      }
      if (to > from) return to;
    }
    return 0;
  }

  /** How far in pixels box `index` reaches from its place at any scale. */
  reach(index: number, x: number, y: number): number {
    let widest = 0;
    for (let stretch = 0; stretch < this.#count; stretch += 1) {
      const i = (index * this.#count + stretch) * PER_STRETCH;
      for (const scale of [this.#scales[stretch] ?? 0, Math.min(2, this.#scales[stretch + 1] ?? 0)]) {
        for (let edge = 0; edge < 4; edge += 1) {
          const at = (this.#data[i + edge * 2] ?? 0) + (this.#data[i + edge * 2 + 1] ?? 0) * scale;
          widest = Math.max(widest, Math.abs(at - (edge < 2 ? x : y) * scale));
        }
      }
    }
    return widest;
  }

  /** `edges` answers left, right, top, bottom for the stretch around `middle`, each as constant and slope. */
  #each(index: number, edges: (middle: number) => readonly [number, number][]): void {
    for (let stretch = 0; stretch < this.#count; stretch += 1) {
      const middle = ((this.#scales[stretch] ?? 0) + (this.#scales[stretch + 1] ?? 0)) / 2;
      this.#data.set(edges(middle).flat(), (index * this.#count + stretch) * PER_STRETCH);
    }
  }
}
