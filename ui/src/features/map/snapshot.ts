/** Pictures of the map that stand in for painting it afresh: made in steps between frames, then blitted. */

import type { Rect } from '../../api/generated';
import type { Camera, Size } from './camera';
import { contentOf, itemsIn, type Attention } from './frame';
import { contentSteps, type Look } from './painter';

/** Pixels that lines and shapes may reach over the map's bounds. */
const BEYOND = 24;

/** A canvas with the map's content as it looks from one camera. */
export class Snapshot {
  readonly canvas: HTMLCanvasElement;
  readonly camera: Camera;
  readonly view: Size;
  readonly ratio: number;
  /** Of the map: there is nothing outside. */
  readonly bounds: Rect;

  constructor(canvas: HTMLCanvasElement, camera: Camera, view: Size, ratio: number, bounds: Rect) {
    this.canvas = canvas;
    this.camera = camera;
    this.view = view;
    this.ratio = ratio;
    this.bounds = bounds;
  }

  /** Seen from there, it shows all of the map that is in view or at most `spare` pixels outside. */
  fills(camera: Camera, view: Size, spare = 0): boolean {
    const { x, y, w, h } = this.#placed(camera);
    const { bounds } = this;
    const left = bounds.x * camera.scale + camera.x - BEYOND;
    const top = bounds.y * camera.scale + camera.y - BEYOND;
    const right = left + bounds.w * camera.scale + 2 * BEYOND;
    const bottom = top + bounds.h * camera.scale + 2 * BEYOND;
    return (
      x <= Math.max(-spare, left) &&
      y <= Math.max(-spare, top) &&
      x + w >= Math.min(view.w + spare, right) &&
      y + h >= Math.min(view.h + spare, bottom)
    );
  }

  /** Seen from there, it is as sharp as painted for it. */
  matches(camera: Camera, view: Size, ratio: number): boolean {
    return this.camera.scale === camera.scale && this.ratio === ratio && this.fills(camera, view);
  }

  /** How much it is blown up (above 1) or shrunk. */
  grown(camera: Camera): number {
    return camera.scale / this.camera.scale;
  }

  draw(context: CanvasRenderingContext2D, camera: Camera): void {
    const { x, y, w, h } = this.#placed(camera);
    const same = camera.scale === this.camera.scale;
    // On whole pixels of the screen, or the picture would be blurred by moving it.
    const at = (value: number): number => (same ? Math.round(value * this.ratio) / this.ratio : value);
    context.imageSmoothingEnabled = !same;
    context.drawImage(
      this.canvas,
      at(x),
      at(y),
      same ? this.canvas.width / this.ratio : w,
      same ? this.canvas.height / this.ratio : h,
    );
    context.imageSmoothingEnabled = true;
  }

  #placed(camera: Camera): { x: number; y: number; w: number; h: number } {
    const grown = this.grown(camera);
    return {
      x: camera.x - this.camera.x * grown,
      y: camera.y - this.camera.y * grown,
      w: this.view.w * grown,
      h: this.view.h * grown,
    };
  }
}

/** The part of the map that a snapshot shows, `spread` times as wide and high as the view. */
export function widened(camera: Camera, view: Size, spread: number): { camera: Camera; view: Size } {
  const wide = { w: Math.ceil(view.w * spread), h: Math.ceil(view.h * spread) };
  const [dx, dy] = [Math.round((wide.w - view.w) / 2), Math.round((wide.h - view.h) / 2)];
  return { camera: { scale: camera.scale, x: camera.x + dx, y: camera.y + dy }, view: wide };
}

/** So many between two looks at the clock. */
const STEPS = 2;

/** A snapshot in the making. */
export class Exposure {
  readonly snapshot: Snapshot;
  readonly #steps: Generator<void>;
  readonly #context: CanvasRenderingContext2D;
  /** How many things it shows. */
  readonly items: number;
  /** Milliseconds so far. */
  cost = 0;

  constructor(
    look: Look,
    attention: Attention,
    canvas: HTMLCanvasElement,
    context: CanvasRenderingContext2D,
    ratio: number,
  ) {
    this.snapshot = new Snapshot(canvas, look.camera, look.view, ratio, look.scene.bounds);
    this.#context = context;
    const content = contentOf(look.scene, look.camera, look.view, attention);
    this.items = itemsIn(content);
    this.#steps = contentSteps(context, look, content);
  }

  /** Goes on for so many milliseconds; answers whether it is done. */
  develop(budget: number): boolean {
    const start = performance.now();
    let done = false;
    while (!done && performance.now() - start < budget) {
      for (let step = 0; step < STEPS && !done; step += 1) done = this.#steps.next().done === true;
      // Asking for a pixel makes the engine paint now what it would else collect, so that the clock tells the truth.
      this.#context.getImageData(0, 0, 1, 1);
    }
    this.cost += performance.now() - start;
    return done;
  }
}

/** A canvas of its own, or `reused` when that is as large. */
export function darkroom(
  view: Size,
  ratio: number,
  settings: CanvasRenderingContext2DSettings,
  reused?: HTMLCanvasElement,
): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } | undefined {
  const canvas = reused ?? document.createElement('canvas');
  const [width, height] = [Math.max(1, Math.ceil(view.w * ratio)), Math.max(1, Math.ceil(view.h * ratio))];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d', settings);
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context ? { canvas, context } : undefined;
}
