/** Fingers on a surface: two of them pinch. */

import type { Point } from './camera';

export class Fingers {
  readonly #places = new Map<number, Point>();

  get count(): number {
    return this.#places.size;
  }

  /** In the order in which they came down. */
  get places(): Point[] {
    return [...this.#places.values()];
  }

  down(id: number, at: Point): void {
    this.#places.set(id, at);
  }

  move(id: number, at: Point): void {
    if (this.#places.has(id)) this.#places.set(id, at);
  }

  up(id: number): void {
    this.#places.delete(id);
  }

  clear(): void {
    this.#places.clear();
  }
}
