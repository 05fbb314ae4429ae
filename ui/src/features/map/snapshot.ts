/** A picture of the map, larger than the view, that stands in while panning and zooming when painting afresh is slow. */

import type { Camera, Size } from './camera';

/** How much larger than the view. */
const SPREAD = 1.5;

export class Snapshot {
  readonly #canvas = document.createElement('canvas');
  #taken: { camera: Camera; view: Size; ratio: number } | undefined;

  /** Paints a new one: `paint` draws with the camera and for the view that it is given. */
  take(
    camera: Camera,
    view: Size,
    settings: CanvasRenderingContext2DSettings,
    paint: (context: CanvasRenderingContext2D, camera: Camera, view: Size) => void,
  ): void {
    const ratio = window.devicePixelRatio || 1;
    const wide = { w: view.w * SPREAD, h: view.h * SPREAD };
    const [width, height] = [Math.ceil(wide.w * ratio), Math.ceil(wide.h * ratio)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    const context = this.#canvas.getContext('2d', settings);
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const shifted = { scale: camera.scale, x: camera.x + (wide.w - view.w) / 2, y: camera.y + (wide.h - view.h) / 2 };
    paint(context, shifted, wide);
    this.#taken = { camera: shifted, view: wide, ratio };
  }

  drop(): void {
    this.#taken = undefined;
  }

  get taken(): boolean {
    return this.#taken !== undefined;
  }

  /** Draws it as it would look from `camera`. Answers whether it filled the view and was not blown up too much. */
  draw(context: CanvasRenderingContext2D, camera: Camera, view: Size): boolean {
    if (!this.#taken) return false;
    const { camera: then, view: wide } = this.#taken;
    const grown = camera.scale / then.scale;
    const [x, y] = [camera.x - then.x * grown, camera.y - then.y * grown];
    const [w, h] = [wide.w * grown, wide.h * grown];
    context.clearRect(0, 0, view.w, view.h);
    context.drawImage(this.#canvas, x, y, w, h);
    return x <= 0 && y <= 0 && x + w >= view.w && y + h >= view.h && grown < 2.5;
  }
}
